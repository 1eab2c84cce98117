"""Vietnamese posts with a body that no list knows: `Giám đốc Sở Nội vụ tỉnh`, `Bí thư Huyện ủy …`.

A post and the body after it are one title.
"""

from __future__ import annotations

from hanviet.mentions.bodies_vi import Bodies
from hanviet.mentions.phrases_vi import phrases
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWords


def posts_with_bodies(posts: list[Span], bodies: Bodies) -> list[Span]:
    """Extend posts over the bodies that follow them, and over `Trợ lý` before them.

    Args:
        posts: Vietnamese titles.
        bodies: Tells where bodies end.

    Returns:
        The longer titles, without readings.
    """
    prefixes = wordlists("vi")["post_prefixes"]
    found = {}
    for post in posts:
        start, end = bodies.after_prefix(post.start, prefixes), bodies.extent(post)
        if end > post.end or start < post.start:
            found[start, end] = Span(start, end, "TITLE")
    return list(found.values())


def unlisted_posts(words: CasedWords, candidates: list[Span]) -> list[Span]:
    """Find posts of small units, which no list holds: `Đồn trưởng`, `Chỉ huy trưởng`.

    Args:
        words: The words of the document.
        candidates: The mentions found so far: a post among them is found already.

    Returns:
        Spans of type TITLE without readings.
    """
    posts = phrases("small_posts")
    found = [
        (words.starts[index], words.ends[last - 1])
        for index, word in zip(words.capitals, words.capital_words, strict=True)
        if word in posts.firsts and (last := posts.after(words, index))
    ]
    if not found:
        return []
    taken: dict[int, int] = {}
    for span in candidates:
        if span.type == "TITLE":
            taken[span.start] = max(span.end, taken.get(span.start, 0))
    return [
        Span(start, end, "TITLE")
        for start, end in found
        if end > taken.get(start, 0) and not _is_counted(words.text, start)
    ]


def _is_counted(text: str, start: int) -> bool:
    """Whether a number or `các` stands before a post: `8 Phó ban` is nobody's."""
    return text.endswith(("các ", "những "), 0, start) or text[start - 2 : start - 1].isdigit()


def local_bodies(words: CasedWords, bodies: Bodies) -> list[Span]:
    """Find bodies of a commune, a district, a province by the place: `Công an xã Tân Thành`.

    Args:
        words: The words of the document.
        bodies: Tells where bodies end.

    Returns:
        Spans of type ORG without readings.
    """
    heads = phrases("local_bodies")
    return [
        Span(words.starts[index], end, "ORG")
        for index, word in zip(words.capitals, words.capital_words, strict=True)
        if word in heads.firsts and (end := bodies.local_body(index, heads))
    ]

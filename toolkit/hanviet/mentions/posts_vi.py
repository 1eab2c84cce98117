"""Vietnamese posts with a body that no list knows: `Giám đốc Sở Nội vụ tỉnh`, `Bí thư Huyện ủy …`.

A post and the body after it are one title.
"""

from __future__ import annotations

from hanviet.mentions.bodies_vi import Bodies
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
    posts = wordlists("vi")["small_posts"]
    firsts = {post.split(" ")[0] for post in posts}
    taken = {span.start for span in candidates if span.type == "TITLE"}
    found = []
    for index in words.capitals:
        start = words.starts[index]
        if words[index] not in firsts or start in taken:
            continue
        for width in (2, 3, 4):
            last = index + width - 1
            if last < len(words) and words.text[start : words.ends[last]] in posts:
                found.append(Span(start, words.ends[last], "TITLE"))
    return found


def local_bodies(words: CasedWords, bodies: Bodies) -> list[Span]:
    """Find bodies of a commune, a district, a province by the place: `Công an xã Tân Thành`.

    Args:
        words: The words of the document.
        bodies: Tells where bodies end.

    Returns:
        Spans of type ORG without readings.
    """
    heads = wordlists("vi")["local_bodies"]
    first_words = {head.split(" ")[0] for head in heads}
    return [
        Span(words.starts[index], end, "ORG")
        for index in words.capitals
        if words[index] in first_words and (end := bodies.local_body(index, heads))
    ]

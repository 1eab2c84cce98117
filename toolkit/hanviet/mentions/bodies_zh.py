"""Chinese bodies in no list, by a place before and a suffix after; posts with their body.

`中国国家博物馆` begins with a place and ends as bodies do; `北京市委` and `副秘书长` right after
it are one post.
"""

from __future__ import annotations

import re
from functools import cache

from hanviet.mentions.admissible import Spans
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists

MOST_BETWEEN = 12
"""Characters between the place and the suffix of a body."""

_VILLAGE = re.compile(
    "(?![省市县区州镇乡村郡])[\u4e00-\u9fff]{1,3}?(?:镇(?![压长政])|乡(?![村亲长政])|村(?![民庄长寨])|屯|街道)"
)
_HAN = re.compile("[\u4e00-\u9fff]*")
_MOST_HOLDERS = 2
_STATIONED = "驻"


def bodies_zh(scan: ScanText, spans: Spans, people: list[Span]) -> list[Span]:
    """Find bodies that begin with a place and end in a suffix: 平阳省木材企业协会.

    Args:
        scan: The document.
        spans: The admissible chart.
        people: Unlisted people: a body does not run over one.

    Returns:
        Spans of type ORG without readings.
    """
    text = scan.folded
    taken = {index for span in people for index in range(span.start, span.end)}
    posts: set[int] = set()
    places: dict[int, int] = {}
    for (start, end), nodes in spans.items():
        if text[start] < "\u2e80":
            continue
        for node in nodes:
            if node.name.type == "PLACE" and end - start > 1:
                places[start] = max(end, places.get(start, 0))
            elif node.name.type == "PERSON":
                taken.update(range(start, end))
            elif node.name.type == "TITLE":
                posts.add(start)
    found = []
    for start, end in places.items():
        match = _HAN.match(text, end, end + MOST_BETWEEN)
        if match is None:
            continue
        stop = _body_end(text, end, match.end(), taken)
        if stop and (start, stop) not in spans:
            found.append(Span(start, stop, "ORG"))
    return found


def _body_end(text: str, start: int, end: int, taken: set[int]) -> int:
    """The end of the body whose place ends at `start`, or 0."""
    lists = wordlists("zh")
    stops, suffixes = lists["body_stops"], _suffixes()
    best = 0
    for index in range(start, end):
        if index in taken or text[index] in stops or text[index : index + 2] in stops:
            break
        for suffix in suffixes:
            if text.startswith(suffix, index) and index > start:
                best = max(best, index + len(suffix))
    return best


def villages_zh(candidates: list[Span], scan: ScanText, people: list[Span]) -> list[Span]:
    """Find townships and villages right after the place that holds them: 瑞丽市[姐相乡].

    Args:
        candidates: Spans of every type, the places among them.
        scan: The document.
        people: Unlisted people: no place runs over one.

    Returns:
        Spans of type PLACE without readings.
    """
    text = scan.folded
    taken = {index for span in people for index in range(span.start, span.end)}
    stops = wordlists("zh")["body_stops"]
    places = {
        span.end for span in candidates
        if span.type == "PLACE" and text[span.start] >= "\u2e80"
    }  # fmt: skip
    found = set()
    for end in places:
        match = _VILLAGE.match(text, end)
        while match is not None:
            begin, stop = match.span()
            if begin in taken or any(char in stops for char in text[begin:stop]):
                break
            found.add((begin, stop))
            match = _VILLAGE.match(text, stop)
    return [Span(begin, stop, "PLACE") for begin, stop in sorted(found)]


def posts_of_bodies_zh(candidates: list[Span], spans: Spans, scan: ScanText) -> list[Span]:
    """A bare post and the body or place right before it are one post: 北京市委副秘书长.

    Args:
        candidates: Spans of every type.
        spans: The admissible chart, bare posts in it.
        scan: The document.

    Returns:
        Spans of type TITLE without readings.
    """
    text = scan.folded
    before: dict[int, int] = {}
    for span in candidates:
        holds = span.type in ("ORG", "PLACE") and span.end - span.start > 1
        if holds and text[span.start] >= "\u2e80":
            before[span.end] = min(span.start, before.get(span.end, span.start))
    bare = {
        where for where, nodes in spans.items()
        if text[where[0]] >= "\u2e80"
        and any(node.name.type == "TITLE" for node in nodes)
        and not any(node.children for node in nodes)
    }  # fmt: skip
    for end in before:
        if match := _posts().match(text, end):
            bare.add(match.span())
    found = []
    for post_start, post_end in sorted(bare):
        start = _widest(post_start, before, text)
        after = text[post_end : post_end + 2]
        if start < post_start and not after.startswith(_continuations()):
            found.append(Span(start, post_end, "TITLE"))
    return found


def _widest(start: int, before: dict[int, int], text: str) -> int:
    """Where the places and bodies that end here begin: 越南驻墨西哥[商务参赞]."""
    for _ in range(_MOST_HOLDERS):
        if start not in before:
            return start
        start = before[start]
        if text[start - 1 : start] == _STATIONED and start - 1 in before:
            start -= 1
    return start


@cache
def _posts() -> re.Pattern[str]:
    words = sorted(wordlists("zh")["bare_posts"], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@cache
def _continuations() -> tuple[str, ...]:
    return tuple(sorted(wordlists("zh")["post_continuations"]))


@cache
def _suffixes() -> tuple[str, ...]:
    return tuple(sorted(wordlists("zh")["body_suffixes"]))

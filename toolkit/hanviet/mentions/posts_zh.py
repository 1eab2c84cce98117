"""Chinese posts with the body or place before them: 北京市委|副秘书长, 西湖区|区长."""

from __future__ import annotations

import re
from functools import cache

from hanviet.mentions.admissible import Spans
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists

_MOST_HOLDERS = 3
_STATIONED = "驻"
_HEAD_OF_UNIT = re.compile("(?<=[局厅部处司署院会校站队委科社所])长(?![期远达途])")
"""外事局|长: the head of a unit, the last character said once."""

_PREFIX = "(?:党[委组])?(?:常务|专职|执行|名誉|荣誉|代理|代|候任|第一|高级|原|前)?副?"


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
    bodies: set[int] = set()
    for span in candidates:
        holds = span.type in ("ORG", "PLACE") and span.end - span.start > 1
        if holds and text[span.start] >= "\u2e80":
            before[span.end] = min(span.start, before.get(span.end, span.start))
            if span.type == "ORG":
                bodies.add(span.end)
    bare = {
        where for where, nodes in spans.items()
        if text[where[0]] >= "\u2e80"
        and any(node.name.type == "TITLE" for node in nodes)
        and not any(node.children for node in nodes)
    }  # fmt: skip
    for end in before:
        match = _posts().match(text, end)
        if match is None and end in bodies:
            match = _HEAD_OF_UNIT.match(text, end)
        if match:
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
    return re.compile(_PREFIX + "(?:" + "|".join(map(re.escape, words)) + ")")


@cache
def _continuations() -> tuple[str, ...]:
    return tuple(sorted(wordlists("zh")["post_continuations"]))

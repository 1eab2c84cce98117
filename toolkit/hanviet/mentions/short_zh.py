"""Somebody whom a Chinese text names in full, called by surname and post: 李志远 … 李局长."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import either, wordlists
from hanviet.readings.context import surname_length


def surname_of(name: str) -> str:
    """The surname of a whole Chinese name, else empty.

    >>> surname_of("李志远"), surname_of("诸葛亮"), surname_of("李")
    ('李', '诸葛', '')
    """
    width = surname_length(name)
    return name[:width] if 0 < width < len(name) else ""


def is_part_of_a_name(text: str) -> bool:
    """Whether a person's name is a single syllable, or a Chinese surname alone.

    >>> is_part_of_a_name("Sơn"), is_part_of_a_name("李"), is_part_of_a_name("李宁")
    (True, True, False)
    """
    if text[:1] < "\u2e80":
        return " " not in text
    return len(text) == 1 or surname_length(text) == len(text)


def surnames_before_posts(scan: ScanText, people: Iterable[Span]) -> list[Span]:
    """Find the surnames of people of the text that stand before a post.

    Only at the beginning of a clause is a surname surely one: 高 in 提高|校长.

    Args:
        scan: The document.
        people: The people that it names in full.

    Returns:
        Spans of type PERSON, the surname alone.
    """
    text = scan.folded
    names = {text[span.start : span.end] for span in people if text[span.start] >= "\u2e80"}
    surnames = {surname for name in names if (surname := surname_of(name))}
    if not surnames:
        return []
    return [
        Span(match.start(1), match.end(1), "PERSON")
        for match in _posts().finditer(text)
        if match[1] in surnames
    ]


@cache
def _posts() -> re.Pattern[str]:
    words = sorted(wordlists("zh")["bare_posts"], key=len, reverse=True)
    return re.compile(
        f"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{{1,2}}?)(?=副?{either(words)}(?![期远达途]))"
    )

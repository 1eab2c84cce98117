"""Chinese names of people in no list, where a post before them or words after them bound them."""

from __future__ import annotations

import re
from functools import lru_cache

from hanviet.mentions.admissible import Spans
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists
from hanviet.orthography.chinese import is_han

_KNOWN = 3
"""Characters of a known name: no unlisted one begins where it does."""

_TRANSCRIBED = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[·•・‧][\u4e00-\u9fff]{1,8})+")
_LONGEST_TRANSCRIBED = 16

MIN_SURNAME_COUNT = 20
"""Names in the statistics that a surname must begin before it may begin an unlisted one."""


def unlisted_people_zh(scan: ScanText, spans: Spans) -> list[Span]:
    """Find full Chinese names that no list holds.

    A name is a surname and one or two characters of given names, right after a post and before
    punctuation or a verb of speech; once found, it is found wherever it stands.

    Args:
        scan: The document.
        spans: The admissible chart.

    Returns:
        Spans of type PERSON without readings.
    """
    text = scan.folded
    known_starts = {
        start for (start, _), nodes in spans.items()
        if any(node.name.type == "PERSON" for node in nodes)
    }  # fmt: skip
    covered = _covered(spans)
    posts = _after_occupations(text) | {
        end
        for (_, end), nodes in spans.items()
        if text[end - 1] >= "\u2e80" and any(node.name.type == "TITLE" for node in nodes)
    }
    runs = {start for start, end in spans if end - start >= _KNOWN}
    names: dict[str, None] = {}
    for end in sorted(posts):
        if end in known_starts or end in runs:
            continue
        name = _foreign_at(text, end) or _name_at(text, end)
        if name and not name.startswith(_not_names()):
            names[name] = None
    found = []
    for name in names:
        at = text.find(name)
        while at >= 0:
            if not any(index in covered for index in range(at, at + len(name))):
                found.append(Span(at, at + len(name), "PERSON"))
            at = text.find(name, at + len(name))
    return found


def _not_names() -> tuple[str, ...]:
    return tuple(wordlists("zh")["not_names"])


def _after_occupations(text: str) -> set[int]:
    """Where words for people end: 研究人员, 负责人."""
    return {match.end() for match in _occupations().finditer(text)}


@lru_cache(maxsize=1)
def _occupations() -> re.Pattern[str]:
    words = sorted(wordlists("zh")["occupations"], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def _covered(spans: Spans) -> set[int]:
    """Characters inside known people and names of three characters and more."""
    inside: set[int] = set()
    for (start, end), nodes in spans.items():
        person = any(node.name.type == "PERSON" for node in nodes)
        if person or end - start > 2:
            inside.update(range(start, end))
    return inside


def _name_at(text: str, start: int) -> str:
    """The name that begins at a position, or an empty string."""
    surnames, given = _statistics()
    for width in (2, 1):
        if text[start : start + width] not in surnames:
            continue
        for count in (2, 1):
            end = start + width + count
            part = text[start + width : end]
            whole = len(part) == count and all(is_han(c) and c in given for c in part)
            if whole and _bounded(text, end):
                return text[start:end]
    return ""


def _foreign_at(text: str, start: int) -> str:
    """A transcribed name with its dots, 马克·纳珀, or an empty string."""
    match = _TRANSCRIBED.match(text, start, start + _LONGEST_TRANSCRIBED)
    return match.group() if match else ""


def _bounded(text: str, end: int) -> bool:
    following = text[end : end + 2]
    if not following or not is_han(following[0]):
        return True
    openers = wordlists("zh")["speech"] | wordlists("zh")["honorifics"]
    return following in openers or following[0] in openers


@lru_cache(maxsize=1)
def _statistics() -> tuple[frozenset[str], frozenset[str]]:
    from hanviet.readings.table import given_name_counts, surnames

    return (
        frozenset(name for name, count in surnames().items() if count >= MIN_SURNAME_COUNT),
        frozenset(given_name_counts()),
    )

"""Abbreviations behind the name of a Vietnamese body: `Lực lượng Phòng vệ Israel (IDF)`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span

_IN_BRACKETS = re.compile(r" \(([^()\n]{2,40})\)")
_ABBREVIATION = re.compile(r"[A-ZĐ][A-ZĐ&\d.-]{0,10}[A-ZĐ\d]|[A-Z][a-z]+(?: [A-Z][a-z]+){1,4}")
"""Capitals, or the English name."""

_DATELINE = re.compile(r"(?:\A|\n)\(([^\W\d_][\w.]{1,20})\)-")
"""The agency or paper in brackets before its report: `(VOV5) - `, `(Haiphong.gov.vn) - `."""


def abbreviated_bodies(candidates: Iterable[Span], scan: ScanText) -> list[Span]:
    """Find abbreviations in brackets behind a body, and wherever the document has them again.

    Args:
        candidates: The mentions found so far.
        scan: The document.

    Returns:
        Spans of type ORG without readings, but where a candidate is already.
    """
    text = scan.folded
    if "(" not in text:
        return []
    taken = {span.start for span in candidates}
    short: dict[str, int] = {}
    for span in candidates:
        if span.type != "ORG" or not text.startswith(" (", span.end):
            continue
        match = _IN_BRACKETS.match(text, span.end)
        if match and _ABBREVIATION.fullmatch(scan.surface(*match.span(1))):
            short.setdefault(match.group(1), match.start(1))
    found = []
    for match in _DATELINE.finditer(text):
        surface = scan.surface(*match.span(1))
        if match.start(1) not in taken and (surface.isupper() or "." in surface):
            found.append(Span(*match.span(1), "ORG"))
    for form, first in short.items():
        at = text.find(form, first)
        while at >= 0:
            end = at + len(form)
            whole = not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())
            if whole and at not in taken and _ABBREVIATION.fullmatch(scan.surface(at, end)):
                found.append(Span(at, end, "ORG"))
            at = text.find(form, end)
    return found

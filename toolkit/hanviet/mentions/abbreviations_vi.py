"""Abbreviations behind the name of a Vietnamese body: `Lực lượng Phòng vệ Israel (IDF)`."""

from __future__ import annotations

import re

from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.orthography.syllable import is_syllable

_IN_BRACKETS = re.compile(r" \(([^()\n]{2,40})\)")
_SHORT_FIRM = re.compile(r"[A-Z][a-z]{3,}")
"""A made-up word: `Công ty CP phát triển Nam Sài Gòn (Sadeco)`."""

_ABBREVIATION = re.compile(r"[A-ZĐ][A-ZĐ&\d.-]{0,10}[A-ZĐ\d]|[A-Z][a-z]+(?: [A-Z][a-z]+){1,4}")
"""Capitals, or the English name."""

_DATELINE = re.compile(
    r"(?:\A|\n)(?:\(([^\W\d_][\w.]{1,20})\)|([^\W\d_][\w.]{2,20}\.(?:vn|com)))-(?=\w)"
)
"""The agency or paper before its report: `(VOV5) - `, `(Haiphong.gov.vn) - `, `VOV.VN - `."""


def abbreviated_bodies(candidates: list[Span], scan: ScanText) -> list[Span]:
    """Find abbreviations in brackets behind a body, and wherever the document has them again.

    Args:
        candidates: The mentions found so far.
        scan: The document.

    Returns:
        Spans of type ORG without readings, but where a candidate is already.
    """
    text = scan.folded
    if "(" not in text and "-" not in text:
        return []
    taken = {span.start for span in candidates}
    states = {
        span.start: span.end for span in candidates
        if span.type == "PLACE" and any(node.name.kind == "country" for node in span.nodes)
        and text[span.start - 1] == " "
    }  # fmt: skip
    # of which one may stand behind: CSB [Việt Nam]
    short: dict[str, int] = {}
    for span in candidates:
        if span.type != "ORG" or not text.startswith(" (", span.end):
            continue
        match = _IN_BRACKETS.match(text, span.end)
        if match and _is_short(scan.surface(*match.span(1))):
            short.setdefault(match.group(1), match.start(1))
    found = []
    for match in _DATELINE.finditer(text):
        where = match.span(1 if match.group(1) else 2)
        surface = scan.surface(*where)
        if where[0] not in taken and (surface.isupper() or "." in surface):
            found.append(Span(*where, "ORG"))
    for form, first in short.items():
        at = text.find(form, first)
        while at >= 0:
            end = at + len(form)
            whole = not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())
            if whole and at not in taken and _is_short(scan.surface(at, end)):
                found.append(Span(at, states.get(end + 1, end), "ORG"))
            at = text.find(form, end)
    return found


def _is_short(surface: str) -> bool:
    """Whether a surface may stand for a body: letters, an English name, a made-up word."""
    if _ABBREVIATION.fullmatch(surface):
        return True
    return bool(_SHORT_FIRM.fullmatch(surface)) and not is_syllable(surface.lower())

"""Latin forms in brackets behind a Chinese body or event: 大洋股份商业银行(OceanBank)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span

_GLOSS = re.compile(r"\(([^\W\d_][\w.&’'-]*(?: [\w.&’'-]+){0,6})\)")
_SHORTEST = 3
"""Letters of a gloss that is looked for elsewhere."""


def glosses_zh(candidates: Iterable[Span], scan: ScanText) -> list[Span]:
    """Find foreign forms of bodies and events, and wherever the document has them again.

    Args:
        candidates: The mentions found so far.
        scan: The document.

    Returns:
        Spans without readings, but where a candidate is already.
    """
    text = scan.folded
    if "(" not in text:
        return []
    taken: set[int] = set()
    glosses: dict[str, tuple[str, int]] = {}
    ends: dict[int, str] = {}
    for span in candidates:
        if text[span.start] < "\u2e80":
            taken.add(span.start)
        elif span.type in ("ORG", "EVENT") and text[span.end : span.end + 1] == "(":
            ends[span.end] = span.type
    for end, type_ in ends.items():
        match = _GLOSS.match(text, end)
        if match and match[1][0] < "\u2e80" and scan.surface(*match.span(1))[:1].isupper():
            glosses.setdefault(match[1], (type_, match.start(1)))
    found = []
    for form, (type_, first) in glosses.items():
        at = first
        while at >= 0:
            end = at + len(form)
            whole = not (_joins(text, at - 1) or _joins(text, end))
            if whole and at not in taken and scan.surface(at, end)[:1].isupper():
                found.append(Span(at, end, type_))
            at = text.find(form, end) if len(form) >= _SHORTEST else -1
    return found


def _joins(text: str, index: int) -> bool:
    """Whether a Latin letter or digit stands there."""
    char = text[index : index + 1]
    return char.isalnum() and char < "\u2e80"

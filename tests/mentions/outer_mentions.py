"""The outer mentions of a text, of one type."""

from __future__ import annotations

from hanviet import Gazetteer, annotate


def outer(text: str, type_: str, gazetteer: Gazetteer) -> list[str]:
    """The surfaces of the mentions of a type that stand in no other."""
    mentions = annotate(text, gazetteer=gazetteer).mentions
    spans = {(m.start, m.end) for m in mentions}
    return [
        m.surface
        for m in mentions
        if m.type == type_
        and not any(s <= m.start and m.end <= e for s, e in spans - {(m.start, m.end)})
    ]

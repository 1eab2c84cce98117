"""Words and people that no unlisted Chinese body, place or event runs over."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from hanviet.mentions.admissible import Spans
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists

NOWHERE = 1 << 60


class Edges:
    """Sorted spans of text that bound a name."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def next_after(self, index: int) -> int:
        """Where the first one begins, from an index on."""
        at = bisect_left(self._starts, index)
        return self._starts[at] if at < len(self._starts) else NOWHERE

    def last_before(self, index: int) -> int:
        """Where the last one that begins before an index ends."""
        at = bisect_left(self._starts, index)
        return self._ends[at - 1] if at else 0


def stops_in(text: str, wholes: list[tuple[int, int]] | None = None) -> Edges:
    """Find the words that bound a name: 的, 在, 举行.

    Args:
        text: Folded text.
        wholes: Spans inside which such a word is part of a name: 文化和旅游部.

    Returns:
        The edges.
    """
    found = [match.span(1) for match in _stops().finditer(text) if match.start(1) >= 0]
    if wholes:
        inside = bytearray(len(text))
        for start, end in wholes:
            inside[start:end] = b"\x01" * (end - start)
        found = [(start, end) for start, end in found if not inside[start]]
    return Edges(found)


def taken_by(people: list[Span], spans: Spans, text: str) -> Edges:
    """Give the edges that people are: unlisted ones, and known ones with all their name.

    Args:
        people: Unlisted people.
        spans: The admissible chart.
        text: Folded text.
    """
    found = [(span.start, span.end) for span in people]
    found += [
        where for where, nodes in spans.items()
        if text[where[0]] >= "\u2e80" and any(node.name.type == "PERSON" for node in nodes)
    ]  # fmt: skip
    return Edges(sorted(found))


@cache
def _stops() -> re.Pattern[str]:
    lists = wordlists("zh")
    harmless = sorted(lists["body_stop_exceptions"], key=len, reverse=True)
    words = sorted(lists["body_stops"], key=len, reverse=True)
    return re.compile(
        "|".join(map(re.escape, harmless)) + "|(" + "|".join(map(re.escape, words)) + ")"
    )

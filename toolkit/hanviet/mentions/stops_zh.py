"""Words and people that no unlisted Chinese body, place or event runs over."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from hanviet.mentions.admissible import Spans
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.units_zh import units_in
from hanviet.mentions.wordlists import either, wordlists

NOWHERE = 1 << 60


class Edges:
    """Sorted spans of text that bound a name."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def ends(self) -> list[int]:
        """Where they end."""
        return self._ends

    def begin_of(self, end: int) -> int:
        """Where the one that ends there begins."""
        return self._starts[self._ends.index(end)]

    def end_of(self, start: int) -> int:
        """Where the one that begins there ends."""
        return self._ends[self._starts.index(start)]

    def next_after(self, index: int) -> int:
        """Where the first one begins, from an index on."""
        at = bisect_left(self._starts, index)
        return self._starts[at] if at < len(self._starts) else NOWHERE

    def last_before(self, index: int) -> int:
        """Where the last one that begins before an index ends."""
        at = bisect_left(self._starts, index)
        return self._ends[at - 1] if at else 0


@dataclass(frozen=True, slots=True)
class Bounds:
    """What no unlisted name runs over.

    Attributes:
        stops: Words such as 的, 在, 举行, but for those inside units and known names.
        people: People, unlisted and known.
        units: Units named by their charge: 文化和旅游部.
    """

    stops: Edges
    people: Edges
    units: list[tuple[int, int]]


def bounds_zh(scan: ScanText, spans: Spans, people: list[Span]) -> Bounds:
    """Find what bounds the unlisted names of a document.

    Args:
        scan: The document.
        spans: The admissible chart.
        people: Unlisted people.

    Returns:
        The bounds.
    """
    text = scan.folded
    units = units_in(text)
    inside = bytearray(len(text))
    taken = [(span.start, span.end) for span in people]
    for start, end in units:
        inside[start:end] = b"\x01" * (end - start)
    for (start, end), nodes in spans.items():
        if text[start] < "\u2e80":
            continue
        types = {node.name.type for node in nodes}
        if "PERSON" in types:
            if (start, end + 1) not in spans:  # 胡志明 of 胡志明市
                taken.append((start, end))
        elif end - start > 1 and not types.isdisjoint(("PLACE", "ORG", "EVENT")):
            inside[start:end] = b"\x01" * (end - start)
    harmless = wordlists("zh")["body_stop_exceptions"]
    stops = [
        match.span() for match in _stops().finditer(text)
        if match.group() not in harmless and not inside[match.start()]
    ]  # fmt: skip
    return Bounds(Edges(stops), Edges(sorted(taken)), units)


@cache
def _stops() -> re.Pattern[str]:
    lists = wordlists("zh")
    harmless = sorted(lists["body_stop_exceptions"], key=len, reverse=True)
    words = sorted(lists["body_stops"], key=len, reverse=True)
    return re.compile(either([*harmless, *words]))

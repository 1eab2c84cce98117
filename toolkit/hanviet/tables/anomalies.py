"""What is odd about a file: gathered while it is read, said on stderr and in the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

SHOWN_LINES = 10
"""Most line numbers in a message."""

KEPT_LINES = 1000
"""Most line numbers that are kept of one kind; they are counted beyond that."""


@dataclass(slots=True)
class Lines:
    """Line numbers of one kind of oddity."""

    count: int = 0
    kept: list[int] = field(default_factory=list)

    def add(self, line: int) -> None:
        """Note a line."""
        self.count += 1
        if len(self.kept) < KEPT_LINES:
            self.kept.append(line)

    def __str__(self) -> str:
        return _shown(self.count, self.kept)


@dataclass(slots=True)
class Anomalies:
    """What is odd about a file, by line numbers from 1 on.

    Args:
        short: Rows with fewer cells than the header.
        long: Rows with more.
        quotes: Lines with quotes that do not close.
        damaged: Lines with bytes that are not in the encoding.
    """

    short: Lines = field(default_factory=Lines)
    long: Lines = field(default_factory=Lines)
    quotes: Lines = field(default_factory=Lines)
    damaged: Lines = field(default_factory=Lines)

    def remarks(self) -> list[str]:
        """One line for each kind."""
        said = (
            (self.short, "too few cells, filled up with empty ones"),
            (self.long, "too many cells, kept in new columns"),
            (self.quotes, "quotes that do not close, kept as characters"),
            (self.damaged, "bytes that are not in the encoding, read as cp1252"),
        )
        return [f"{what}: {lines}" for lines, what in said if lines.count]

    def to_dict(self) -> dict[str, object]:
        """Counts and line numbers, for the report."""
        kinds = ("short", "long", "quotes", "damaged")
        found: list[tuple[str, Lines]] = [(kind, getattr(self, kind)) for kind in kinds]
        return {kind: {"count": lines.count, "lines": lines.kept} for kind, lines in found}


def _shown(count: int, lines: Sequence[int]) -> str:
    rows = "1 row" if count == 1 else f"{count} rows"
    word = "line" if count == 1 else "lines"
    more = ", …" if count > SHOWN_LINES else ""
    return f"{rows} ({word} {', '.join(map(str, lines[:SHOWN_LINES]))}{more})"

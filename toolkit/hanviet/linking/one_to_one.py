"""A reference whose rows may be used once: which of the rows that claim one keep it."""

from __future__ import annotations

from collections.abc import Sequence

USED = "used"
"""The note of a row that lost; its value is the cell that won."""
USED_TWICE = "used_twice"
"""The note of rows of which none is better; its values are the others."""

SHOWN = 5


def best_of(scores: Sequence[float], times: Sequence[int]) -> tuple[list[int], bool]:
    """Find which of the claims to one reference row agree best, and whether any of them stands.

    Args:
        scores: How well each agrees.
        times: How many rows of the table make it.

    Returns:
        The numbers of the best, and whether they are one row; else nobody knows whose it is.
    """
    best = max(scores)
    winners = [number for number, score in enumerate(scores) if score == best]
    return winners, sum(times[number] for number in winners) == 1

"""A reference whose rows may be used once: which of the rows that claim one keep it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

USED = "used"
"""The note of a row that lost; its value is the cell that won."""
USED_TWICE = "used_twice"
"""The note of rows of which none is better; its values are the others."""

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Claim:
    """A linked row.

    Args:
        cell: Its text.
        id: The reference row that it is linked to.
        score: How well it agrees.
    """

    cell: str
    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Lost:
    """Why a claim does not stand: `USED` or `USED_TWICE`, and the cells that are in its way."""

    note: str
    cells: tuple[str, ...]


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


def lost_claims(claims: Sequence[Claim | None]) -> dict[int, Lost]:
    """Find the claims that do not stand.

    The reference row goes to the claim that agrees best. If several agree equally well, nobody
    knows whose it is, and none stands. A claim that does not stand is for review; it is not moved
    to the next best row, since being refused one row says nothing for another.

    Args:
        claims: For each row of the table its claim, or None if it is not linked.

    Returns:
        The numbers of the rows that lose, with the reason.

    >>> lost_claims([Claim("Trần Cương", "1", 100.0), None, Claim("Tran Cuong", "1", 69.0)])
    {2: Lost(note='used', cells=('Trần Cương',))}
    """
    rows: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        if claim is not None:
            rows[claim.id].append(number)
    lost: dict[int, Lost] = {}
    for numbers in rows.values():
        if len(numbers) == 1:
            continue
        taken = [(number, claim) for number in numbers if (claim := claims[number]) is not None]
        best, stands = best_of([claim.score for _, claim in taken], [1] * len(taken))
        winners = [(taken[place][0], taken[place][1].cell) for place in best]
        if not stands:
            for number, _ in winners:
                others = tuple(cell for other, cell in winners if other != number)
                lost[number] = Lost(USED_TWICE, others[:SHOWN])
        reason = Lost(USED, tuple(dict.fromkeys(cell for _, cell in winners))[:SHOWN])
        kept = {number for number, _ in winners}
        lost |= {number: reason for number, _ in taken if number not in kept}
    return dict(sorted(lost.items()))

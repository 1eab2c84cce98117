"""Fingerprints of texts with letters left out, many texts at once.

Two texts that become one when a letter is left out of either are neighbours; equal fingerprints
find them without comparing pairs. Equal texts have equal fingerprints, so nothing is missed; what
is found has to be compared, since different texts may share one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Prints = NDArray[np.uint64]
    Letters = NDArray[np.uint32]

_Scalar = TypeVar("_Scalar", bound=np.generic)

_BASE = 0x9E3779B97F4A7C15
_UNBASE = pow(_BASE, -1, 1 << 64)
"""The odd base of the polynomials, and its inverse: a text shifted by one letter is one product."""


def letters_by_length(texts: Sequence[str]) -> dict[int, tuple[Numbers, Letters]]:
    """Give the numbers of the texts of each length, and their code points, a row a text.

    >>> {length: rows.tolist() for length, (rows, _) in letters_by_length(["ab", "", "cd"]).items()}
    {0: [1], 2: [0, 2]}
    """
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    joined = "".join(texts).encode("utf-32-le", "surrogatepass")
    letters = np.frombuffer(joined, np.uint32)
    starts = np.cumsum(lengths) - lengths
    found = {}
    for length in np.unique(lengths).tolist():
        rows = np.flatnonzero(lengths == length)
        found[length] = (rows, letters[starts[rows][:, None] + np.arange(length)])
    return found


def whole_prints(letters: Letters) -> Prints:
    """Fingerprints of texts of one length."""
    return _prefixes(letters)[:, -1]


def prints_without_one(letters: Letters) -> Prints:
    """Fingerprints of texts of one length without their first letter, their second, and so on."""
    before = _prefixes(letters)
    after = (before[:, -1:] - before[:, 1:]) * np.uint64(_UNBASE)
    return before[:, :-1] + after


def _prefixes(letters: Letters) -> Prints:
    """Fingerprints of the first letters of texts: none, one, two, and so on."""
    count, length = letters.shape
    powers = np.array([pow(_BASE, place, 1 << 64) for place in range(length)], np.uint64)
    prefixes = np.zeros((count, length + 1), np.uint64)
    np.cumsum(_scattered(letters) * powers, axis=1, out=prefixes[:, 1:])
    return prefixes


def _scattered(letters: Letters) -> Prints:
    """Code points as numbers of 64 bits that have nothing to do with each other (splitmix64)."""
    mixed = letters.astype(np.uint64) + np.uint64(_BASE)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


class PrintTable:
    """Fingerprints to the lowest number that has each of them."""

    def __init__(self, prints: Prints, numbers: Numbers) -> None:
        """Take fingerprints and the number of each."""
        order = np.argsort(prints)
        ordered = prints[order]
        first = np.ones(len(ordered), bool)
        first[1:] = ordered[1:] != ordered[:-1]
        starts = np.flatnonzero(first)
        self._prints = ordered[starts]
        self._numbers = np.minimum.reduceat(numbers[order], starts) if len(starts) else numbers[:0]

    def first(self, prints: Prints) -> Numbers:
        """The lowest number of each fingerprint, -1 for those that are not there."""
        if not len(self._prints):
            return np.full(prints.shape, -1, np.int64)
        places = np.searchsorted(self._prints, prints)
        places[places == len(self._prints)] = 0
        return np.where(self._prints[places] == prints, self._numbers[places], -1)


def joined(parts: list[NDArray[_Scalar]], kind: type[_Scalar]) -> NDArray[_Scalar]:
    """Arrays one after the other, of a kind even if there are none."""
    return np.concatenate(parts) if parts else np.zeros(0, kind)

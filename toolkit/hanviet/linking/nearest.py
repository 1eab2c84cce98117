"""The text of a table that is nearest to another, exactly as comparing with each would find it.

Nearest is the highest `rapidfuzz.fuzz.ratio`; of several, the first. With n and m letters, of
which the longest common subsequence has c, i = n - c letters are left out of the one text and
j = m - c of the other, and ratio is 1 - (i + j) / (n + m). Why nothing is missed:

1. i + j = 0 is equality. (i, j) = (0, 1), (1, 0) and (1, 1) mean that the texts become equal with
   so many letters left out, which fingerprints tell (`deletions`).
2. From `SHORTEST` letters on, these rank (0, 1) > (1, 0) > (1, 1) above every other (i, j) but
   (0, 2), which ranks between the last two: 2 / (2n + 2) < 1 / n, while (0, 3) has
   3 / (2n + 3) > 1 / n for n > 3, (1, 2) has 3 / (2n + 1) > 1 / n for n > 1, and further letters
   only cost more. So after (1, 1) only texts with two letters more are left to look at.
3. Whatever else is looked at is left out by bounds only: the lengths, and bits of signatures that
   i + j letters cannot change (`signatures`). What the bounds leave is scored by rapidfuzz.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from hanviet.linking.deletions import (
    PrintTable,
    joined,
    letters_by_length,
    prints_without_one,
    whole_prints,
)
from hanviet.linking.near_scan import Bests, ScannedTexts
from hanviet.linking.signatures import Signatures
from hanviet.linking.workers import map_chunks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from hanviet.linking.deletions import Letters, Numbers
    from hanviet.linking.signatures import Bits

SHORTEST = 4
LONGEST = 64
"""Letters of queries whose neighbours are looked for by fingerprints."""

QUERIES_AT_ONCE = 16
"""Queries that are compared with a block of texts at once."""

QUERIES_IN_A_JOB = 1024
"""Queries that a worker process gets at once."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest text.

    Args:
        number: Its number in the table, from 0 on; -1 in an empty table.
        score: `rapidfuzz.fuzz.ratio`, 0 to 100.
    """

    number: int
    score: float


class NearestTexts:
    """A table of texts, to find the nearest of."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Index the texts."""
        self.texts = tuple(texts)
        self._scanned = ScannedTexts(
            self.texts, letters_by_length(self.texts), Signatures(self.texts)
        )

    @cached_property
    def _equal(self) -> dict[str, int]:
        return {text: number for number, text in reversed([*enumerate(self.texts)])}

    @cached_property
    def _prints(self) -> tuple[PrintTable, PrintTable]:
        """Tables of the texts as they are, and with a letter left out."""
        whole, whole_of, without, without_of = [], [], [], []
        for length, (numbers, letters) in letters_by_length(self.texts).items():
            if SHORTEST - 1 <= length <= LONGEST + 1:
                whole.append(whole_prints(letters))
                whole_of.append(numbers)
                without.append(prints_without_one(letters).ravel())
                without_of.append(np.repeat(numbers, length))
        return (
            PrintTable(joined(whole, np.uint64), joined(whole_of, np.int64)),
            PrintTable(joined(without, np.uint64), joined(without_of, np.int64)),
        )

    def best(self, queries: Sequence[str], *, workers: int = 1) -> list[Nearest]:
        """Find the nearest text of each query.

        Args:
            queries: Texts; equal ones cost no more than one.
            workers: Processes (see `linking.workers`); the answer does not depend on their number.

        Returns:
            For each query what `rapidfuzz.process.extractOne(query, texts, scorer=fuzz.ratio)`
            finds.

        >>> NearestTexts(["tranvancuong", "lethithu"]).best(["tranvancung"])
        [Nearest(number=0, score=95.65217391304348)]
        """
        if not self.texts:
            return [Nearest(-1, 0.0)] * len(queries)
        found: dict[str, Nearest] = {}
        rest: list[str] = []
        _ = self._prints  # before processes get a copy
        for query in dict.fromkeys(queries):
            number = self._equal.get(query)
            if number is None:
                rest.append(query)
            else:
                found[query] = Nearest(number, 100.0)
        rest.sort(key=len)
        chunks = [rest[n : n + QUERIES_IN_A_JOB] for n in range(0, len(rest), QUERIES_IN_A_JOB)]
        workers = min(workers, len(chunks))
        for result in map_chunks(self._best_unequal, chunks, workers=workers):
            found.update(result)
        return [found[query] for query in queries]

    def within(self, query: str, edits: int) -> list[tuple[int, int]]:
        """Find the texts within some edits of a query.

        Args:
            query: A text.
            edits: The most edits, by `rapidfuzz.distance.OSA`.

        Returns:
            Their numbers with their distances, nearest first.

        >>> NearestTexts(["thanh", "thai", "hanoi"]).within("thahn", 1)
        [(0, 1)]
        """
        if not self.texts:
            return []
        return self._scanned.within(query, edits)

    def _best_unequal(self, queries: Sequence[str]) -> dict[str, Nearest]:
        found = {}
        for numbers, letters in letters_by_length(queries).values():
            of_one_length = [queries[number] for number in numbers.tolist()]
            found.update(self._best_of_one_length(of_one_length, letters))
        return found

    def _best_of_one_length(self, queries: list[str], letters: Letters) -> dict[str, Nearest]:
        bests = Bests.none(len(queries))
        length = len(queries[0])
        scanned = np.ones(len(queries), bool)
        signed = self._scanned.signed(letters)
        if SHORTEST <= length <= LONGEST:
            scanned = self._neighbours(queries, letters, bests)
            for block in _blocks(np.flatnonzero(bests.share == 1 / length)):
                self._scan(queries, signed, bests, block, length + 2)
        for block in _blocks(np.flatnonzero(scanned)):
            self._scan(queries, signed, bests, block)
        numbers = bests.numbers.tolist()
        return {
            query: Nearest(number, ratio(query, self.texts[number]))
            for query, number in zip(queries, numbers, strict=True)
        }

    def _neighbours(self, queries: list[str], letters: Letters, bests: Bests) -> NDArray[np.bool_]:
        """Look for texts at (0, 1), (1, 0), (1, 1); which queries have none of them."""
        length = letters.shape[1]
        in_whole, in_without_one = self._prints
        without = prints_without_one(letters)
        nothing = np.iinfo(np.int64).max
        open_ = np.ones(len(letters), bool)
        for cost, total, table, prints in (
            (1, 2 * length + 1, in_without_one, whole_prints(letters)[:, None]),
            (1, 2 * length - 1, in_whole, without),
            (2, 2 * length, in_without_one, without),
        ):
            rows = np.flatnonzero(open_)
            first = table.first(prints[rows])
            lowest = np.where(first < 0, nothing, first).min(axis=1)
            for row, number in zip(rows.tolist(), lowest.tolist(), strict=True):
                # Another text with the same fingerprint: such a query is scanned for.
                if number < nothing and Indel.distance(queries[row], self.texts[number]) == cost:
                    open_[row] = False
                    bests.share[row], bests.numbers[row] = cost / total, number
        return open_

    def _scan(
        self,
        queries: list[str],
        signed: tuple[Bits, Bits],
        bests: Bests,
        rows: Numbers,
        length: int | None = None,
    ) -> None:
        """Scan for a block of queries, in the texts of one length or all."""
        block = Bests(bests.share[rows], bests.numbers[rows])
        chosen = [queries[row] for row in rows.tolist()]
        self._scanned.scan(chosen, (signed[0][rows], signed[1][rows]), block, length)
        bests.share[rows], bests.numbers[rows] = block.share, block.numbers


def _blocks(rows: Numbers) -> Iterator[Numbers]:
    for start in range(0, len(rows), QUERIES_AT_ONCE):
        yield rows[start : start + QUERIES_AT_ONCE]

"""Texts in the order of their length with their signatures: all that bounds leave is scored.

See `linking.nearest` for what is looked for, `linking.signatures` for the bounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hanviet.linking.deletions import joined
from hanviet.linking.signatures import PAIR_BITS, Signatures, bits_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from hanviet.linking.deletions import Letters, Numbers
    from hanviet.linking.signatures import Bits, Counts

TEXTS_AT_ONCE = 4096
"""Texts compared with a block of queries at once: so many stay near the processor."""

SEED_LENGTHS = 2
"""How far in length a first, good text is looked for."""

SEEDS = 16
"""The most promising texts, which are scored before the others, to leave out more of those."""

_ROUNDING = 1e-9


@dataclass(slots=True)
class Bests:
    """The best text so far of each query of a block.

    Args:
        share: Letters left out of both by letters of both: the score is 100 (1 - share).
        numbers: The text's number.
    """

    share: NDArray[np.float64]
    numbers: Numbers

    @classmethod
    def none(cls, count: int) -> Bests:
        """What any text is as good as or better than."""
        return cls(np.ones(count), np.zeros(count, np.int64))

    def offer(self, queries: Numbers, share: NDArray[np.float64], numbers: Numbers) -> None:
        """Keep the better: the lower share, then the lower number.

        Shares are equal as floats if and only if they are equal as fractions of so few letters.
        """
        # What is worse need not be sorted.
        may = share <= self.share[queries]
        queries, share, numbers = queries[may], share[may], numbers[may]
        order = np.lexsort((numbers, share, queries))
        queries, share, numbers = queries[order], share[order], numbers[order]
        first = np.ones(len(queries), bool)
        first[1:] = queries[1:] != queries[:-1]
        queries, share, numbers = queries[first], share[first], numbers[first]
        known, known_number = self.share[queries], self.numbers[queries]
        better = (share < known) | ((share == known) & (numbers < known_number))
        self.share[queries[better]] = share[better]
        self.numbers[queries[better]] = numbers[better]


class ScannedTexts:
    """Texts in the order of their length, with signatures."""

    def __init__(
        self, texts: Sequence[str], groups: dict[int, tuple[Numbers, Letters]], signs: Signatures
    ) -> None:
        """Take the texts, and their numbers and letters by length."""
        self._signs = signs
        self._spans: dict[int, tuple[int, int]] = {}
        end = 0
        for length in sorted(groups):
            start, end = end, end + len(groups[length][0])
            self._spans[length] = start, end
        ordered = [groups[length] for length in sorted(groups)]
        self._numbers = joined([numbers for numbers, _ in ordered], np.int64)
        self._bags = joined([signs.bags(letters) for _, letters in ordered], np.uint64)
        self._pairs = joined([signs.pairs(letters) for _, letters in ordered], np.uint64)
        self._texts = [texts[number] for number in self._numbers.tolist()]
        self._lengths = np.fromiter(map(len, self._texts), np.int64, len(self._texts))

    def signed(self, letters: Letters) -> tuple[Bits, Bits]:
        """Both signatures of queries of one length."""
        return self._signs.bags(letters), self._signs.pairs(letters)

    def scan(
        self,
        queries: Sequence[str],
        signed: tuple[Bits, Bits],
        bests: Bests,
        length: int | None = None,
    ) -> None:
        """Find what is better than the best so far.

        Args:
            queries: A block of queries of one length.
            signed: Their signatures.
            bests: Their bests so far, which are changed.
            length: Look among texts of this length only; None for all.
        """
        block = _Block(queries, *signed, bests)
        if length is None:
            counted = self._sow(block)
            self._reap(block, self._spans, counted)
        elif length in self._spans:
            self._reap(block, [length], {})

    def within(self, query: str, edits: int) -> list[tuple[int, int]]:
        """The texts within some edits (`OSA.distance`), with their number and distance.

        An edit changes two letters of the bag at most: a letter in the place of another. So
        bits(bags) <= 2 edits.
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        bag = np.uint64(self._signs.bag(query))
        near: list[int] = []
        for length in range(len(query) - edits, len(query) + edits + 1):
            start, end = self._spans.get(length, (0, 0))
            if start == end:
                continue
            counts = bits_set(self._bags[start:end] ^ bag)
            near += (np.flatnonzero(counts <= 2 * edits) + start).tolist()
        texts = [self._texts[place] for place in near]
        found = extract(query, texts, scorer=OSA.distance, score_cutoff=edits, limit=None)
        numbered = [(int(self._numbers[near[which]]), int(cost)) for _, cost, which in found]
        return sorted(numbered, key=lambda pair: (pair[1], pair[0]))

    def _sow(self, block: _Block) -> dict[int, Counts]:
        """Score the text of each nearby length whose signatures are nearest; give their counts."""
        counted, places = {}, []
        for length in range(block.length - SEED_LENGTHS, block.length + SEED_LENGTHS + 1):
            start, end = self._spans.get(length, (0, 0))
            if start < end:
                bags = counted[length] = _counts(block.bags, self._bags[start:end])
                weighed = _counts(block.pairs, self._pairs[start:end])
                weighed += bags
                weighed += bags  # 64 + 2 * 64 < 256
                places.append(weighed.argmin(axis=1) + start)
        if places:
            every = np.tile(np.arange(len(block.queries)), len(places))
            self._score(block, every, np.concatenate(places))
        return counted

    def _reap(self, block: _Block, lengths: Iterable[int], counted: dict[int, Counts]) -> None:
        """Score what the bounds leave."""
        rows, places, bags = [], [], []
        for length in lengths:
            limits = block.limits(length)
            if (limits < abs(length - block.length)).all():
                continue
            start, end = self._spans[length]
            counts = counted.get(length)
            if counts is None:
                counts = _counts(block.bags, self._bags[start:end])
            row, place = _where(counts <= limits[:, None])
            rows.append(row)
            places.append(place + start)
            bags.append(counts[row, place])
        if not rows:
            return
        row, place = np.concatenate(rows), np.concatenate(places)
        bag = np.concatenate(bags)
        pair = bits_set(block.pairs[row] ^ self._pairs[place])
        left = self._left(block, _Survivors(row, place, bag, pair))
        early = _lowest(left.rows, 2 * left.bags + left.pairs, len(block.queries), SEEDS)
        for wave in (left.where(early), self._left(block, left.where(~early))):
            self._score(block, wave.rows, wave.places)

    def _left(self, block: _Block, pairs: _Survivors) -> _Survivors:
        """The pairs of query and text that may be as good as the best so far."""
        share = block.bests.share[pairs.rows]
        totals = self._totals(block, pairs.places)
        limits = np.floor(share * totals + _ROUNDING)
        may = (pairs.bags <= limits) & (pairs.pairs <= PAIR_BITS * limits)
        better = pairs.bags < share * totals - _ROUNDING
        first = self._numbers[pairs.places] < block.bests.numbers[pairs.rows]
        return pairs.where(may & (better | first))

    def _totals(self, block: _Block, places: Numbers) -> Numbers:
        """Letters of the query and of each text."""
        totals: Numbers = self._lengths[places] + block.length
        return totals

    def _score(self, block: _Block, rows: Numbers, places: Numbers) -> None:
        from rapidfuzz.distance import Indel
        from rapidfuzz.process import cpdist

        if not len(rows):
            return
        costs = cpdist(
            [block.queries[row] for row in rows.tolist()],
            [self._texts[place] for place in places.tolist()],
            scorer=Indel.distance,
            dtype=np.int32,
        )
        share = costs / np.maximum(self._totals(block, places), 1)
        block.bests.offer(rows, share, self._numbers[places])


@dataclass(frozen=True, slots=True)
class _Block:
    """Queries of one length, with their signatures and bests."""

    queries: Sequence[str]
    bags: Bits
    pairs: Bits
    bests: Bests

    @property
    def length(self) -> int:
        return len(self.queries[0])

    def limits(self, length: int) -> Numbers:
        """Letters that may be left out if a text of a length is to be as good as the best."""
        limits = np.floor(self.bests.share * (self.length + length) + _ROUNDING)
        return limits.astype(np.int64)


@dataclass(frozen=True, slots=True)
class _Survivors:
    """Pairs of a query's row and a text's place, with the bits that they differ in."""

    rows: Numbers
    places: Numbers
    bags: Counts
    pairs: Counts

    def where(self, mask: NDArray[np.bool_]) -> _Survivors:
        """Those that are marked."""
        return _Survivors(self.rows[mask], self.places[mask], self.bags[mask], self.pairs[mask])


def _counts(queries: Bits, texts: Bits) -> Counts:
    """Bits in which each query differs from each text."""
    counts = np.empty((len(queries), len(texts)), np.uint8)
    for start in range(0, len(texts), TEXTS_AT_ONCE):
        span = slice(start, start + TEXTS_AT_ONCE)
        counts[:, span] = bits_set(queries[:, None] ^ texts[None, span])
    return counts


def _where(mask: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """`numpy.nonzero` of rows and columns, quick where little is true."""
    flat = mask.ravel()
    whole = len(flat) - len(flat) % 8
    eights = np.flatnonzero(flat[:whole].view(np.uint64))
    places = (eights[:, None] * 8 + np.arange(8)).ravel()
    places = np.concatenate([places[flat[places]], np.flatnonzero(flat[whole:]) + whole])
    rows, columns = np.divmod(places, mask.shape[1])
    return rows, columns


def _lowest(rows: Numbers, values: Counts, count: int, wanted: int) -> NDArray[np.bool_]:
    """Mark the lowest values of each row: as many as wanted, and those that equal the last."""
    histogram = np.bincount(rows * 256 + values, minlength=count * 256).reshape(count, 256)
    last = (histogram.cumsum(axis=1) >= wanted).argmax(axis=1)
    last[histogram.sum(axis=1) < wanted] = 255
    lowest: NDArray[np.bool_] = values <= last[rows]
    return lowest

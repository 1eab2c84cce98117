"""Texts as 64 bits, such that texts which differ little differ in few bits.

`bags` has a bit for "holds the letter a", "holds it twice", and so on: leaving out or adding one
letter changes one bit at most. `pairs` has a bit for some pair of neighbouring letters: it
changes three bits at most, two pairs that go and one that comes, or the reverse. So an edit path
of d letters left out or added bounds both: bits(bags) <= d and bits(pairs) <= 3 d. Which letters
have a bit, and that pairs share bits, makes the bounds looser, never wrong.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from hanviet.linking.deletions import Letters

    Bits = NDArray[np.uint64]
    Counts = NDArray[np.uint8]

BITS = 64
SAMPLED_TEXTS = 3_000
"""Texts from which it is learned which letters tell the most; more change nothing."""

PAIR_BITS = 3
"""Bits of `pairs` that one letter more or less can change."""


class Signatures:
    """What the bits stand for, learned from the texts of a table."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Choose the bits: what about half of the texts have tells the most."""
        step = max(1, len(texts) // SAMPLED_TEXTS)
        sample = texts[::step]
        seen: Counter[tuple[str, int]] = Counter()
        for text in sample:
            for char, count in Counter(text).items():
                seen.update((char, times) for times in range(1, count + 1))
        half = len(sample) / 2
        features = sorted(seen, key=lambda feature: (abs(seen[feature] - half), feature))[:BITS]
        self._bits: dict[str, list[tuple[int, int]]] = {}
        for bit, (char, times) in enumerate(features):
            self._bits.setdefault(char, []).append((times, bit))

    def bags(self, letters: Letters) -> Bits:
        """The bag signatures of texts of one length."""
        found = np.zeros(len(letters), np.uint64)
        for char, features in self._bits.items():
            counts = (letters == np.uint32(ord(char))).sum(axis=1)
            for times, bit in features:
                found |= (counts >= times).astype(np.uint64) << np.uint64(bit)
        return found

    def bag(self, text: str) -> int:
        """The bag signature of one text: the same as `bags`, and quicker for one."""
        found = 0
        for char in set(text) & self._bits.keys():
            count = text.count(char)
            for times, bit in self._bits[char]:
                found |= (count >= times) << bit
        return found

    def pairs(self, letters: Letters) -> Bits:
        """The signatures of neighbouring letters of texts of one length."""
        found = np.zeros(len(letters), np.uint64)
        one = np.uint64(1)
        for place in range(letters.shape[1] - 1):
            bit = (letters[:, place] * 31 + letters[:, place + 1] * 7) % BITS
            found |= one << bit.astype(np.uint64)
        return found


def bits_set(numbers: Bits) -> Counts:
    """How many bits of each number are set."""
    if hasattr(np, "bitwise_count"):
        counts: Counts = np.bitwise_count(numbers)
        return counts
    halves = np.ascontiguousarray(numbers)[..., None].view(np.uint16)  # numpy 1
    counted: Counts = _of_sixteen()[halves].sum(axis=-1, dtype=np.uint8)
    return counted


def _of_sixteen() -> Counts:
    counts = np.zeros(1 << 16, np.uint8)
    for bit in range(16):
        counts += (np.arange(1 << 16) >> bit & 1).astype(np.uint8)
    return counts

"""The words of a folded Vietnamese document, with their case, and runs of capitalised words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import compress

from hanviet.mentions.scantext import ScanText

_WORD = re.compile(r"([^\W\d_]++(?:['’.][^\W\d_]++)*+)")

_OPENERS = '.!?:\n“"(*•'
"""Signs after which a capital says nothing."""


@dataclass(frozen=True, slots=True)
class CasedWords:
    """The words in Latin letters of a document, in order, known by their number.

    Parallel lists, since a document has far more words than are ever looked at.

    Attributes:
        text: The folded text.
        texts: The folded text of each word.
        nfc: The text in NFC, whose case they have.
        nfc_starts: Index in `nfc` of each index of `text`, or None where they are equal.
        starts: Where each word begins in the folded text.
        ends: Where it ends.
        capital_words: The folded text of each word that begins with a capital.
        capitals: The numbers of the words that begin with a capital.
        is_capital: Whether each word does.
    """

    text: str
    texts: list[str]
    nfc: str
    nfc_starts: tuple[int, ...] | None
    starts: list[int]
    ends: list[int]
    capital_words: list[str]
    capitals: list[int]
    is_capital: list[bool]

    def __len__(self) -> int:
        """How many words."""
        return len(self.starts)

    def __getitem__(self, index: int) -> str:
        """The folded text of a word."""
        return self.texts[index]

    def is_upper(self, index: int) -> bool:
        """Whether a word has two letters and more, all of them capitals."""
        if not self.is_capital[index]:
            return False
        start, end = self.starts[index], self.ends[index]
        begin = start if self.nfc_starts is None else self.nfc_starts[start]
        stop = begin + end - start
        return (
            end - start > 1 and not self.nfc[stop - 1].islower() and self.nfc[begin:stop].isupper()
        )

    def gap(self, index: int) -> str:
        """What stands between a word and the one before; nothing at the ends of the text."""
        if not 0 < index < len(self.starts):
            return ""
        return self.text[self.ends[index - 1] : self.starts[index]]

    def is_spaced_dash(self, index: int) -> bool:
        """Whether a dash with spaces parts a word from the one before: `Huy Hùng – Văn Đức`."""
        if self.gap(index) != "-" or self.nfc_starts is None:
            return False
        return self.nfc_starts[self.starts[index]] - self.nfc_starts[self.ends[index - 1]] > 1

    def continues_run(self, index: int) -> bool:
        """Whether a capitalised word or a hyphen stands right before."""
        gap = self.gap(index)
        return gap == "-" or (gap == " " and self.is_capital[index - 1])

    def may_be_cut(self, index: int, after: frozenset[str]) -> bool:
        """Whether a small word follows that may be the rest of a word: cơ quan Trung|ương.

        Args:
            index: A word with a capital.
            after: Small words that go on after a name.
        """
        following = index + 1
        return (
            self.gap(following) == " "
            and not self.is_capital[following]
            and self[following] not in after
        )

    def begins_sentence(self, index: int) -> bool:
        """Whether a word begins a line, a sentence, a quotation or the like."""
        at = self.starts[index]
        while at and self.text[at - 1] == " ":
            at -= 1
        return not at or self.text[at - 1] in _OPENERS

    def runs(self) -> list[tuple[int, int]]:
        """Maximal runs of capitalised words parted by single spaces, as ranges of numbers."""
        text, starts, ends = self.text, self.starts, self.ends
        found = []
        begin, before = -1, -2
        for index in self.capitals:
            joined = (
                index == before + 1
                and starts[index] - ends[before] == 1
                and text[ends[before]] == " "
            )
            if not joined:
                if begin >= 0:
                    found.append((begin, before + 1))
                begin = index
            before = index
        if begin >= 0:
            found.append((begin, before + 1))
        return found


def cased_words(scan: ScanText) -> CasedWords:
    """The words in Latin letters, in order."""
    nfc, folded, nfc_starts = scan.nfc.text, scan.folded, scan.starts
    texts, starts, ends = _words(folded)
    if scan.has_han:
        latin = [text < "\u2e80" for text in texts]
        texts, starts = list(compress(texts, latin)), list(compress(starts, latin))
        ends = list(compress(ends, latin))
    firsts = starts if nfc_starts is None else map(nfc_starts.__getitem__, starts)
    is_capital = list(map(str.isupper, map(nfc.__getitem__, firsts)))
    capitals = list(compress(range(len(starts)), is_capital))
    return CasedWords(
        text=folded,
        texts=texts,
        nfc=nfc,
        nfc_starts=nfc_starts,
        starts=starts,
        ends=ends,
        capital_words=list(compress(texts, is_capital)),
        capitals=capitals,
        is_capital=is_capital,
    )


def _words(folded: str) -> tuple[list[str], list[int], list[int]]:
    """The words of a text, where each begins and where it ends."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for token in folded.split(" "):
        length = len(token)
        if token.isalpha():  # most are: that is seen faster than the pattern finds it
            texts.append(token)
            starts.append(at)
            ends.append(at + length)
        elif length:
            cursor = at
            for number, piece in enumerate(_WORD.split(token)):
                if number % 2:  # what stands between, and words, in turn
                    texts.append(piece)
                    starts.append(cursor)
                    ends.append(cursor + len(piece))
                cursor += len(piece)
        at += length + 1
    return texts, starts, ends

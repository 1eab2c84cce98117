"""The words of a folded Vietnamese document, with their case, and runs of capitalised words."""

from __future__ import annotations

import re
from typing import NamedTuple

from hanviet.mentions.scantext import ScanText

_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")


class CasedWord(NamedTuple):
    """A word of the folded text; `capital` if it begins with one, `upper` if it is all capitals."""

    start: int
    end: int
    text: str
    capital: bool
    upper: bool


def cased_words(scan: ScanText) -> list[CasedWord]:
    """The words in Latin letters, in order."""
    words = []
    nfc, folded, starts = scan.nfc.text, scan.folded, scan.starts
    for match in _WORD.finditer(folded):
        start, end = match.span()
        text = folded[start:end]
        if text[0] >= "\u2e80":
            continue
        begin = start if starts is None else starts[start]
        if not nfc[begin].isupper():
            words.append(CasedWord(start, end, text, False, False))
            continue
        stop = begin + end - start
        upper = end - start > 1 and not nfc[stop - 1].islower() and nfc[begin:stop].isupper()
        words.append(CasedWord(start, end, text, True, upper))
    return words


def capital_runs(words: list[CasedWord], folded: str) -> list[tuple[int, int]]:
    """Maximal runs of capitalised words parted by single spaces, as index ranges of `words`."""
    runs = []
    begin = -1
    for index, word in enumerate(words):
        joined = (
            begin >= 0 and word.start - words[index - 1].end == 1 and folded[word.start - 1] == " "
        )
        if begin >= 0 and not (word.capital and joined):
            runs.append((begin, index))
            begin = -1
        if begin < 0 and word.capital:
            begin = index
    if begin >= 0:
        runs.append((begin, len(words)))
    return runs

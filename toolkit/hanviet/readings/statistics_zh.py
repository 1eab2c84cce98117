"""How likely words, personal names and transcribed names are in Chinese text, as log2.

The counts are those of the built tables; a name that is less likely than the words that its
characters may be is no name. Everything is in bits, so that weights can be added.
"""

from __future__ import annotations

from functools import cache
from math import log2

from hanviet.data import data_path
from hanviet.readings.table import given_name_counts, surnames

_WORDS_OF_TEXT = 60_101_750
"""Words of the text that the frequencies of `words.tsv` are counted in."""

_UNSEEN = 0.3
"""Names that a character is taken to be in although the statistics have none."""

_CHARACTERS = 8105
"""Characters of 通用规范汉字表: what an unseen one is one of."""


@cache
def word_weights() -> dict[str, float]:
    """Give common words with the log2 of their share in text. Not to be changed by callers.

    >>> word_weights()["表示"] > word_weights()["指印"]
    True
    """
    whole = log2(_WORDS_OF_TEXT)
    weights: dict[str, float] = {}
    for line in _lines("readings/words.tsv"):
        power, words = line.split("\t")
        weights.update(dict.fromkeys(words.split(" "), int(power) - whole))
    return weights


@cache
def surname_weights() -> dict[str, float]:
    """Give surnames with the log2 of their share among names.

    >>> surname_weights()["王"] > surname_weights()["巩"]
    True
    """
    counts = surnames()
    whole = sum(counts.values())
    weights = {name: log2(max(count, 1) / whole) for name, count in counts.items()}
    for line in _lines("readings/surnames.tsv"):
        name, _, permille = line.split("\t")
        if permille:
            weights[name] = max(weights[name], log2(float(permille) / 1000))
    return weights


@cache
def given_weights() -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    """Give the log2 of the share of each character as only, first and last given name.

    >>> only, first, last = given_weights()
    >>> first["国"] > last["国"]
    True
    """
    counts = given_name_counts()
    tables: list[dict[str, float]] = []
    for place in range(3):
        whole = sum(count[place] for count in counts.values()) + _UNSEEN * _CHARACTERS
        tables.append({c: log2((count[place] + _UNSEEN) / whole) for c, count in counts.items()})
    return tables[0], tables[1], tables[2]


@cache
def transcription_weights() -> dict[str, float]:
    """Give the characters of transcribed names with the log2 of their share.

    >>> transcription_weights()["斯"] > transcription_weights()["普"]
    True
    """
    counts = {}
    for line in _lines("readings/transcription.tsv"):
        char, names = line.split("\t")
        counts[char] = int(names)
    whole = sum(counts.values())
    return {char: log2(count / whole) for char, count in counts.items()}


def _lines(relative: str) -> list[str]:
    """The data lines of a built table: no comments, no header."""
    lines = data_path(relative).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line[0] != "#"][1:]

"""What names of people and words weigh in Chinese text, joined from the statistics and word lists.

Everything is in bits (log2 of a share of text), so that weights can be added.
"""

from __future__ import annotations

from functools import cache

from hanviet.mentions.wordlists import wordlists
from hanviet.readings.statistics_zh import (
    given_weights,
    surname_weights,
    transcription_weights,
    word_weights,
)

STRONG = 7.0
"""Bits from which what stands on one side speaks for a name by itself."""

NAME = -10.0
"""Bits for one word being a person's name (about one in 30 is), and a margin for precision."""

TRANSCRIBED = -13.0
"""The same for a foreign name without dots."""

DOTTED = -4.0
"""The same for one with dots, which nothing else has."""

JAPANESE = -20.0
"""The same for a Japanese name, surname included: it stands in a list."""

JAPANESE_GIVEN = -9.0
"""Bits of each character of a Japanese given name."""

OFTEN_TRANSCRIBES = -10.5
"""Bits of a character that begins a transcribed name with nothing before it to say so."""

MOST_ON_RIGHT = 12.0
"""Bits that the right side may add."""

MOST_AGAIN = 8.0
"""Bits that a name may gain by standing elsewhere in the document."""

IMPOSSIBLE = -999.0
UNKNOWN_CHARACTER = -24.0
UNKNOWN_GIVEN = -16.0
"""Bits of a character that the statistics of names do not have."""

KNOWN_NAME = -14.0
"""Bits of a name that the gazetteer has: about as rare as a rare word."""

FEMALE = -2.0
"""Bits of 氏 after a Vietnamese surname."""

THREE_GIVEN = -12.0
"""Bits for three characters after a Vietnamese surname without 氏."""

SECOND_SURNAME = 5.0
"""Bits for a surname as the first of the three: 裴|黄越英."""

SINGLE = -3.0
"""Bits of one character as a word, if it is no function word: the dictionary counts more of them
than running text has."""

UNKNOWN_SURNAME = -16.0
"""Bits of a surname that is in no table, right after a post: 雒树刚."""

RARE = -16.0
"""Bits of a word under which it is rare."""

BETWEEN_BOTH = 4.0
"""Bits for something that speaks for a name on either side."""

A_WORD, A_RARE_WORD = -7.0, -2.0
"""Bits of a name that is a common or a rare word as well: 夫人, 白雪."""

HALF = -9.0
"""Bits of one character for a place: 中 in 中缅."""

FUNCTION_WORD = -9.0
"""Bits of a name that ends in a word such as 任 or 与: it rather stands after a shorter one."""

PLACE_SUFFIX = -14.0
"""Bits of a name that ends as a place does: 蒲庙镇."""

DOUBTFUL_SURNAME = -6.0
"""Bits of a name that begins with a character that is a word far more often: 和, 时, 从."""

RARE_SURNAME = -12.0
"""Bits of a surname that the statistics write otherwise or lack: 付, 闫."""

ONE_GIVEN = -3.0
TWO_GIVEN = -0.3
"""Bits of a given name of so many characters; the shorter is rarer, and more often chance."""

WHOLE = 4.0
"""Bits for a name that is all that stands between two spaces or signs of a list."""

DOUBLED = 5.0
"""Bits for a given name of one character twice, 岳冉冉: more than chance would have."""

LONGEST_PART = 6
"""Characters of a part of a transcribed name."""

_SHORTEST_FOREIGN, _LONGEST_CHINESE = 3, 4

DOTS = "·•・‧"
BARRED = frozenset("某姓氏家总工")
"""Characters after a surname that make no name: 张某."""

_NO_GIVEN = frozenset("街巷籍")
_VILLAGES = frozenset("镇乡村屯")
_NUMBERS = frozenset("一二三四五六七八九十")
_UNITS = frozenset("科处股室院部队厂班区局")
_PLACE_SUFFIXES = frozenset("省市县区郡镇乡村屯圩坊社寨")


class NameModel:
    """The tables, joined so that a character is looked up once."""

    def __init__(self) -> None:
        lists = wordlists("zh")
        self.words = word_weights()
        self.only, self.first, self.last = given_weights()
        self.transcription = transcription_weights()
        self.function_words = lists["function_words"]
        self.japanese = lists["japanese_surnames"]
        self.vietnamese = lists["vietnamese_surnames"]
        self.ranks = tuple(sorted(lists["ranks"]))
        self.honorifics = lists["honorifics"]
        self.never = tuple(sorted({*lists["not_names"], *lists["honorifics"]}))
        doubtful = self.doubtful = lists["doubtful_surnames"]
        self.surnames = {
            name: NAME + bits + (DOUBTFUL_SURNAME if name in doubtful else 0.0)
            for name, bits in surname_weights().items()
        }
        for name in sorted(lists["rare_surnames"]):
            self.surnames.setdefault(name, NAME + RARE_SURNAME)
        longer = {*(name for name in self.surnames if len(name) > 1), *self.japanese}
        self.compound_heads = {name[0] for name in longer}
        often = {c for c, bits in self.transcription.items() if bits >= OFTEN_TRANSCRIBES}
        self.begins = {*self.surnames, *self.compound_heads, *often}
        self.begins_foreign = {*self.begins, *self.transcription}
        self.unknown = UNKNOWN_CHARACTER + SINGLE
        self.singles = {
            char: weight if char in self.function_words else weight + SINGLE
            for char, weight in self.words.items()
            if len(char) == 1
        }

    def two_given(self, text: str, index: int) -> float:
        """Bits of two characters as a given name."""
        one, two = text[index], text[index + 1]
        bits = self.first.get(one, UNKNOWN_GIVEN) + self.last.get(two, UNKNOWN_GIVEN)
        return bits + DOUBLED if one == two else bits

    def transcribes(self, char: str, dotted: bool) -> float:
        """Bits of a character in a transcribed name, `dotted` if a dot stood in it before."""
        if char in self.function_words and not (dotted and char in self.transcription):
            return UNKNOWN_GIVEN
        given = self.first.get(char, UNKNOWN_GIVEN) - 3.0
        return max(self.transcription.get(char, UNKNOWN_GIVEN), given)

    def form(self, name: str) -> float:
        """Bits for what the whole name looks like."""
        if name[0] in _NUMBERS and name[-1] in _UNITS:
            return IMPOSSIBLE  # 监管|一科
        if name[-1] in _NO_GIVEN or name.startswith(self.never) or name[-2:] in self.honorifics:
            return IMPOSSIBLE
        bits = 0.0
        weight = self.words.get(name)
        if weight is not None:
            bits = A_WORD if weight > RARE else A_RARE_WORD
        if name[-1] in _VILLAGES:
            return bits + 2 * PLACE_SUFFIX
        return bits + PLACE_SUFFIX if name[-1] in _PLACE_SUFFIXES else bits


@cache
def name_model() -> NameModel:
    """The tables, built once."""
    return NameModel()


def is_transcribed(name: str) -> bool:
    """Whether a Chinese name is rather a foreign one by its sounds: 班苏萨, not 王小洪.

    >>> is_transcribed("布林肯"), is_transcribed("王小洪"), is_transcribed("阮富仲")
    (True, False, False)
    """
    model = name_model()
    if len(name) < _SHORTEST_FOREIGN or name[:1] < "\u2e80":
        return False
    sounds = sum(model.transcription.get(char, UNKNOWN_GIVEN) for char in name)
    surname = model.surnames.get(name[0])
    if len(name) > _LONGEST_CHINESE:
        return name[:2] not in model.surnames
    given = model.two_given(name, len(name) - 2)
    return sounds > (UNKNOWN_SURNAME if surname is None else surname - NAME) + given


def is_foreign(name: str) -> bool:
    """Whether a Chinese name is Japanese, or written by its sounds.

    >>> is_foreign("田村智子"), is_foreign("班苏萨"), is_foreign("高文凯")
    (True, True, False)
    """
    model = name_model()
    japanese = len(name) >= _LONGEST_CHINESE and (
        name[:2] in model.japanese or name[:3] in model.japanese
    )
    return japanese or is_transcribed(name)

"""The likeliest reading of a clause of Chinese as words, known names and unlisted people.

Every word has a weight (log2 of its share in text), every possible name of a person one as well:
how likely the surname is, the characters of the given name, and what stands on either side. A name
is taken where the best reading of the whole clause needs it, so that 高度评价 after a post is no
Mr Gao and a name of three rare characters is found with no post beside it. Known names are words
of this dictionary that nothing cuts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from hanviet.mentions.wordlists import wordlists
from hanviet.readings.statistics_zh import (
    given_weights,
    surname_weights,
    transcription_weights,
    word_weights,
)

LONGEST_WORD = 4
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

ONE_GIVEN = -3.0
TWO_GIVEN = -0.3
"""Bits of a given name of so many characters; the shorter is rarer, and more often chance."""

DOUBLED = 5.0
"""Bits for a given name of one character twice, 岳冉冉: more than chance would have."""

_LONGEST_PART = 6
_DOTS = "·•・‧"
_BARRED = frozenset("某姓氏家总工")
"""Characters after a surname that make no name: 张某."""

_PLACE_SUFFIXES = frozenset("省市县区郡镇乡村屯圩坊社寨")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the document says about the edges of a name, in bits.

    Attributes:
        left: Bits by the index where a name may begin.
        right: Bits by the index where a name may end.
        known: Ends of known names by where they begin.
        people: Bits of names that were found elsewhere in the document.
    """

    left: Callable[[int], float]
    right: Callable[[int], float]
    known: Mapping[int, tuple[int, ...]]
    people: Mapping[str, float]


def people_in(text: str, start: int, end: int, around: Surroundings) -> list[tuple[int, int]]:
    """Find the people in a clause.

    Args:
        text: Folded text, simplified.
        start: Where the clause begins.
        end: Where it ends.
        around: What stands around.

    Returns:
        Spans of names that are in no list.
    """
    model = _model()
    singles = [0.0]
    for char in text[start:end]:
        singles.append(singles[-1] + model.single(char))
    arcs: dict[int, list[tuple[int, float]]] = {}
    for index in range(start, end):
        if names := _names_at(text, index, start, end, singles, around):
            arcs[index] = names
    return _best_path(text, start, end, arcs, singles, around) if arcs else []


def _best_path(
    text: str,
    start: int,
    end: int,
    names: dict[int, list[tuple[int, float]]],
    singles: list[float],
    around: Surroundings,
) -> list[tuple[int, int]]:
    """The names on the likeliest path through the clause."""
    size = end - start
    best = [-1e9] * (size + 1)
    best[0] = 0.0
    back: list[tuple[int, bool]] = [(0, False)] * (size + 1)
    weight_of = _model().words.get
    for at in range(size):
        here, index = best[at], start + at
        arcs = [(index + 1, singles[at + 1] - singles[at], False)]
        for stop in range(index + 2, min(index + LONGEST_WORD, end) + 1):
            weight = weight_of(text[index:stop])
            if weight is not None:
                arcs.append((stop, weight, False))
        arcs += [
            (stop, HALF if stop == index + 1 else KNOWN_NAME, False)
            for stop in around.known.get(index, ())
            if stop <= end
        ]
        arcs += [(stop, bits, True) for stop, bits in names.get(index, ())]
        for stop, bits, person in arcs:
            if here + bits > best[stop - start]:
                best[stop - start] = here + bits
                back[stop - start] = (at, person)
    people = []
    at = size
    while at:
        begin, person = back[at]
        if person:
            people.append((start + begin, start + at))
        at = begin
    return people[::-1]


def _names_at(
    text: str, index: int, start: int, end: int, singles: list[float], around: Surroundings
) -> list[tuple[int, float]]:
    """Ends of the names that may begin here, with their bits, context and all."""
    model = _model()
    first = text[index]
    arcs: list[tuple[int, float]] = []
    bits = model.surnames.get(first)
    left = around.left(index)
    if bits is not None:
        arcs += _chinese(text, index + 1, end, bits, first in model.vietnamese)
    elif (
        left >= STRONG
        and index + 3 <= end
        and model.words.get(first, UNKNOWN_CHARACTER) < RARE
        and around.right(index + 3)
    ):
        arcs.append((index + 3, NAME + UNKNOWN_SURNAME + model.two_given(text, index + 1)))
    if first in model.compound_heads:
        bits = model.surnames.get(text[index : index + 2])
        if bits is not None:
            arcs += _chinese(text, index + 2, end, bits, False)
        for width in (2, 3):
            if text[index : index + width] in model.japanese:
                arcs += [
                    (index + width + given, JAPANESE + JAPANESE_GIVEN * given)
                    for given in (1, 2, 3)
                    if index + width + given <= end
                ]
    if first in model.transcription:
        arcs += _transcribed(text, index, end, left >= STRONG, around)
    scored = []
    for stop, bits in arcs:
        name = text[index:stop]
        bits += left + around.people.get(name, 0.0) + model.form(name)
        singly = singles[stop - start] - singles[index - start]
        if bits + MOST_ON_RIGHT < singly:
            continue
        right = around.right(stop)
        if name[-1] in model.function_words and not text.startswith(model.ranks, stop):
            bits += FUNCTION_WORD
        if left >= STRONG and right > STRONG / 3:
            bits += BETWEEN_BOTH
        if bits + right > singly:
            scored.append((stop, bits + right))
    return scored


def _chinese(
    text: str, index: int, end: int, bits: float, vietnamese: bool
) -> list[tuple[int, float]]:
    """Names of one or two given characters, and the longer Vietnamese ones: 阮氏金银."""
    if index >= end:
        return []
    model = _model()
    one = text[index]
    if one in _DOTS:
        return []
    arcs = []
    if one not in _BARRED:
        arcs.append((index + 1, bits + ONE_GIVEN + model.only.get(one, UNKNOWN_GIVEN)))
    if index + 2 > end or text[index + 1] in _DOTS:
        return arcs
    if vietnamese and one == "氏":
        given = model.only.get(text[index + 1], UNKNOWN_GIVEN)
        arcs.append((index + 2, bits + FEMALE + given))
        if index + 3 <= end:
            arcs.append((index + 3, bits + FEMALE + model.two_given(text, index + 1)))
        return arcs
    two = model.two_given(text, index)
    arcs.append((index + 2, bits + TWO_GIVEN + two))
    if vietnamese and index + 3 <= end:
        three = two + model.last.get(text[index + 2], UNKNOWN_GIVEN)
        arcs.append((index + 3, bits + THREE_GIVEN + three))
    return arcs


def _transcribed(
    text: str, index: int, end: int, after_post: bool, around: Surroundings
) -> list[tuple[int, float]]:
    """Foreign names, with dots anywhere and without them where something speaks for one."""
    model = _model()
    arcs: list[tuple[int, float]] = []
    bits, dots, part = 0.0, 0, 0
    if (
        not (after_post or around.people)
        and not any(dot in text[index : index + _LONGEST_PART + 1] for dot in _DOTS)
        and model.transcription[text[index]] < OFTEN_TRANSCRIBES
    ):
        return arcs
    for stop in range(index, end):
        char = text[stop]
        if char in _DOTS:
            if not part:
                break
            dots, part = dots + 1, 0
            continue
        part += 1
        if part > _LONGEST_PART:
            break
        bits += model.transcribes(char)
        if bits < OFTEN_TRANSCRIBES * 2 * (stop + 1 - index):
            break
        if dots:
            arcs.append((stop + 1, DOTTED + bits))
        elif part > 1 and (
            after_post
            or text[index : stop + 1] in around.people
            or around.right(stop + 1) >= STRONG
        ):
            arcs.append((stop + 1, TRANSCRIBED + bits))
    return arcs


class _Model:
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
        doubtful = lists["doubtful_surnames"]
        self.surnames = {
            name: NAME + bits + (DOUBTFUL_SURNAME if name in doubtful else 0.0)
            for name, bits in surname_weights().items()
        }
        longer = {*(name for name in self.surnames if len(name) > 1), *self.japanese}
        self.compound_heads = {name[0] for name in longer}

    def single(self, char: str) -> float:
        """Bits of one character as a word."""
        weight = self.words.get(char, UNKNOWN_CHARACTER)
        return weight if char in self.function_words else weight + SINGLE

    def two_given(self, text: str, index: int) -> float:
        """Bits of two characters as a given name."""
        one, two = text[index], text[index + 1]
        bits = self.first.get(one, UNKNOWN_GIVEN) + self.last.get(two, UNKNOWN_GIVEN)
        return bits + DOUBLED if one == two else bits

    def transcribes(self, char: str) -> float:
        """Bits of a character in a transcribed name."""
        if char in self.function_words:
            return UNKNOWN_GIVEN
        given = self.first.get(char, UNKNOWN_GIVEN) - 3.0
        return max(self.transcription.get(char, UNKNOWN_GIVEN), given)

    def form(self, name: str) -> float:
        """Bits for what the whole name looks like."""
        if name.startswith(self.never) or name[-2:] in self.honorifics:
            return IMPOSSIBLE
        bits = 0.0
        weight = self.words.get(name)
        if weight is not None:
            bits = A_WORD if weight > RARE else A_RARE_WORD
        return bits + PLACE_SUFFIX if name[-1] in _PLACE_SUFFIXES else bits


@cache
def _model() -> _Model:
    return _Model()

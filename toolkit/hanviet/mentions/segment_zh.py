"""The likeliest reading of a clause of Chinese as words, known names and unlisted people.

Every word has a weight (log2 of its share in text), every possible name of a person one as well:
how likely the surname is, the characters of the given name, and what stands on either side. A name
is taken where the best reading of the whole clause needs it, so that 高度评价 after a post is no
Mr Gao and a name of three rare characters is found with no post beside it. Known names are words
of this dictionary that nothing cuts.
"""

from __future__ import annotations

from collections.abc import Callable
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
_PLACE_SUFFIXES = frozenset("省市县区郡镇乡村屯圩坊社寨")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the document says about the edges of a name, in bits.

    Attributes:
        left: Bits by the index where a name may begin.
        right: Bits by the index where a name may end.
        foreign: Indices where a transcribed name may begin: after a post, a country.
        known: Ends of known names by where they begin.
        people: Names that were found elsewhere in the document, by their bits.
    """

    left: Callable[[int], float]
    right: Callable[[int], float]
    foreign: Callable[[int, int], bool]
    known: dict[int, tuple[int, ...]]
    people: dict[str, float]


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
    size = end - start
    best = [-1e9] * (size + 1)
    best[0] = 0.0
    back: list[tuple[int, bool]] = [(0, False)] * (size + 1)
    words, function_words = word_weights(), _function_words()
    found = False
    for at in range(size):
        here = best[at]
        index = start + at
        known = around.known.get(index, ())
        for length in range(1, min(LONGEST_WORD, size - at) + 1):
            weight = words.get(text[index : index + length])
            if weight is None:
                if length > 1:
                    continue
                weight = UNKNOWN_CHARACTER
            elif length == 1 and text[index] not in function_words:
                weight += SINGLE
            if here + weight > best[at + length]:
                best[at + length] = here + weight
                back[at + length] = (at, False)
        for stop in known:
            weight = HALF if stop - index == 1 else KNOWN_NAME
            if stop <= end and here + weight > best[stop - start]:
                best[stop - start] = here + weight
                back[stop - start] = (at, False)
        for stop, bits in _names_at(text, index, end, around):
            if here + bits > best[stop - start]:
                best[stop - start] = here + bits
                back[stop - start] = (at, True)
                found = True
    if not found:
        return []
    people = []
    at = size
    while at:
        begin, person = back[at]
        if person:
            people.append((start + begin, start + at))
        at = begin
    return people[::-1]


def _names_at(
    text: str, index: int, end: int, around: Surroundings
) -> list[tuple[int, float]]:
    """Ends of the names that may begin here, with their bits, context and all."""
    arcs: list[tuple[int, float]] = []
    surnames = surname_weights()
    doubtful = wordlists("zh")["doubtful_surnames"]
    first = text[index]
    for width in (1, 2):
        surname = text[index : index + width]
        if surname in surnames:
            bits = NAME + surnames[surname] + (DOUBTFUL_SURNAME if surname in doubtful else 0.0)
            _chinese(text, index + width, end, bits, arcs, surname)
    if text[index : index + 3] in _japanese() or text[index : index + 2] in _japanese():
        width = 3 if text[index : index + 3] in _japanese() else 2
        for given in (2, 1, 3):
            if index + width + given <= end:
                arcs.append((index + width + given, JAPANESE - 9.0 * given))
    left = around.left(index)
    if first not in surnames and left >= STRONG and index + 3 <= end:
        if word_weights().get(first, UNKNOWN_CHARACTER) < RARE and around.right(index + 3):
            given = _two_given(text, index + 1)
            arcs.append((index + 3, NAME + UNKNOWN_SURNAME + given))
    if first in transcription_weights():
        _transcribed(text, index, end, around, arcs)
    if not arcs:
        return arcs
    scored = []
    words = word_weights()
    barred, honorifics = _not_names(), wordlists("zh")["honorifics"]
    for stop, bits in arcs:
        name = text[index:stop]
        if name.startswith(barred) or name[-2:] in honorifics:
            continue
        right = around.right(stop)
        bits += left + right + around.people.get(name, 0.0)
        if name in words:
            bits += A_WORD if words[name] > RARE else A_RARE_WORD
        if name[-1] in _PLACE_SUFFIXES:
            bits += PLACE_SUFFIX
        elif name[-1] in _function_words() and not text.startswith(_ranks(), stop):
            bits += FUNCTION_WORD
        scored.append((stop, bits))
    return scored


def _chinese(
    text: str, index: int, end: int, bits: float, arcs: list[tuple[int, float]], surname: str
) -> None:
    """Names of one or two given characters, and the longer Vietnamese ones: 阮氏金银."""
    only, first, last = given_weights()
    if index >= end:
        return
    one = text[index]
    vietnamese = surname in wordlists("zh")["vietnamese_surnames"]
    if one not in _barred():
        arcs.append((index + 1, bits + ONE_GIVEN + only.get(one, UNKNOWN_GIVEN)))
    if index + 2 > end or text[index + 1] in _DOTS or one in _DOTS:
        return
    two = _two_given(text, index)
    if vietnamese and one == "氏":
        arcs.append((index + 2, bits + FEMALE + only.get(text[index + 1], UNKNOWN_GIVEN)))
        if index + 3 <= end:
            both = first.get(text[index + 1], UNKNOWN_GIVEN)
            both += last.get(text[index + 2], UNKNOWN_GIVEN)
            arcs.append((index + 3, bits + FEMALE + both))
        return
    arcs.append((index + 2, bits + TWO_GIVEN + two))
    if vietnamese and index + 3 <= end:
        three = two + last.get(text[index + 2], UNKNOWN_GIVEN)
        arcs.append((index + 3, bits + THREE_GIVEN + three))


def _two_given(text: str, index: int) -> float:
    _, first, last = given_weights()
    one, two = text[index], text[index + 1]
    bits = first.get(one, UNKNOWN_GIVEN) + last.get(two, UNKNOWN_GIVEN)
    return bits + DOUBLED if one == two else bits


def _transcribed(
    text: str, index: int, end: int, around: Surroundings, arcs: list[tuple[int, float]]
) -> None:
    """Foreign names, with dots anywhere and without them where something speaks for one."""
    weights = transcription_weights()
    _, first, _ = given_weights()
    bits = 0.0
    dots = 0
    part = 0
    for stop in range(index, end):
        char = text[stop]
        if char in _DOTS:
            if not part:
                return
            dots += 1
            part = 0
            continue
        part += 1
        if part > _LONGEST_PART:
            return
        if char in _function_words():
            bits += UNKNOWN_GIVEN
        else:
            bits += max(weights.get(char, UNKNOWN_GIVEN), first.get(char, UNKNOWN_GIVEN) - 3.0)
        if dots:
            arcs.append((stop + 1, DOTTED + bits))
        elif part > 1 and around.foreign(index, stop + 1):
            arcs.append((stop + 1, TRANSCRIBED + bits))


@cache
def _japanese() -> frozenset[str]:
    return wordlists("zh")["japanese_surnames"]


@cache
def _not_names() -> tuple[str, ...]:
    return tuple(sorted(wordlists("zh")["not_names"]))


@cache
def _ranks() -> tuple[str, ...]:
    return tuple(sorted(wordlists("zh")["ranks"]))


@cache
def _function_words() -> frozenset[str]:
    return wordlists("zh")["function_words"]


@cache
def _barred() -> frozenset[str]:
    """Characters after a surname that make no name: 张某, 老王."""
    return frozenset("某姓氏家总工")


def clauses(text: str, is_han: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Runs of Chinese characters and the dots inside names."""
    found = []
    begin = -1
    for index, char in enumerate(text):
        if is_han(char) or (begin >= 0 and char in _DOTS):
            if begin < 0:
                begin = index
        elif begin >= 0:
            found.append((begin, index))
            begin = -1
    if begin >= 0:
        found.append((begin, len(text)))
    return found

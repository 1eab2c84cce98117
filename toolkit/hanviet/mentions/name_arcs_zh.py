"""The names of people that may begin at a place of a Chinese text, each with its bits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hanviet.mentions.name_model_zh import (
    BARRED,
    BETWEEN_BOTH,
    DOTS,
    DOTTED,
    FEMALE,
    FUNCTION_WORD,
    IMPOSSIBLE,
    JAPANESE,
    JAPANESE_GIVEN,
    LONGEST_PART,
    MOST_AGAIN,
    MOST_ON_RIGHT,
    NAME,
    OFTEN_TRANSCRIBES,
    ONE_GIVEN,
    RARE,
    SECOND_SURNAME,
    STRONG,
    THREE_GIVEN,
    TRANSCRIBED,
    TWO_GIVEN,
    UNKNOWN_CHARACTER,
    UNKNOWN_GIVEN,
    UNKNOWN_SURNAME,
    WHOLE,
    name_model,
)

_SHORT = 2
_TAKES_ANOTHER = frozenset("于与和及对向从在把被由以将有给让")
_PREPOSITIONS = frozenset("由从自经以将让给把被至")
"""Words that hardly anybody has as a surname."""

_SIGNS = frozenset(["", ",", "。", "、", ";", "\n", ")"])


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the document says about the edges of a name, in bits.

    Attributes:
        left: Bits by the index where a name may begin, where there are any.
        right: Bits by the index where a name may end.
        known: Ends of known names by where they begin.
        people: Bits of names that were found elsewhere in the document.
        places: Ends and bits of the places in no list by where they may begin.
    """

    left: Mapping[int, float]
    right: Callable[[int], float]
    known: Mapping[int, tuple[int, ...]]
    people: Mapping[str, float]
    places: Mapping[int, list[tuple[int, float]]]


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of Chinese characters.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        singles: Bits of its characters as words, summed up to each.
        dotted: Whether a dot between the parts of a name stands in it.
        apart: Whether it stands between spaces, signs of a list or ends of lines.
    """

    start: int
    end: int
    singles: list[float]
    dotted: bool
    apart: bool


def names_at(
    text: str, index: int, clause: Clause, around: Surroundings
) -> list[tuple[int, float]]:
    """Ends of the names that may begin here, with their bits, context and all."""
    model = name_model()
    first, end = text[index], clause.end
    arcs: list[tuple[int, float]] = []
    bits = model.surnames.get(first)
    left = around.left.get(index, 0.0)
    if text[index - 1 : index].isdigit():
        return []  # 500|余人
    if first in _PREPOSITIONS and left < STRONG:
        return []  # 由|六库
    if bits is not None:
        arcs += _chinese(text, index + 1, end, bits, first in model.vietnamese)
        if left >= STRONG and index + 4 <= end and around.right(index + 4):
            second = model.surnames.get(text[index + 1])
            if second is not None and text[index + 1] not in model.doubtful:
                given = THREE_GIVEN + model.two_given(text, index + 2)
                arcs.append((index + 4, bits + given))  # 廖李|可期
    elif left >= STRONG and index + 3 <= end:
        after = around.right(index + 3)
        rare = model.words.get(first, UNKNOWN_CHARACTER) < RARE
        if text[index : index + 2] in model.words and first not in model.vietnamese:
            after = 0.0  # 代表|贵宾皆
        if after and (rare or after >= STRONG or index + 3 == end):
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
    if first in model.transcription or (clause.dotted and left >= STRONG):
        arcs += _transcribed(text, index, clause, left >= STRONG, around)
    return _weighed(text, index, arcs, left, clause, around) if arcs else []


def ends_sentence(text: str, stop: int, end: int) -> bool:
    """Whether a clause ends in a word that takes another: 于 of 副秘书长张茂于, is a name's."""
    return stop == end and text[stop - 1] in _TAKES_ANOTHER and text[stop : stop + 1] in _SIGNS


def _weighed(
    text: str,
    index: int,
    arcs: list[tuple[int, float]],
    left: float,
    clause: Clause,
    around: Surroundings,
) -> list[tuple[int, float]]:
    """The names that are likelier than their characters each by itself."""
    model = name_model()
    singles, before = clause.singles, clause.singles[index - clause.start]
    whole = clause.apart and index == clause.start
    scored = []
    for stop, bits in arcs:
        name = text[index:stop]
        bits += left + around.people.get(name, 0.0)
        singly = singles[stop - clause.start] - before
        if bits + MOST_ON_RIGHT + WHOLE < singly:
            continue
        bits += model.form(name)
        right = around.right(stop)
        if stop - index > _SHORT and model.words.get(text[stop - 1 : stop + 1], RARE) > RARE:
            right = min(right, 0.0)  # 阮武田|正在: 在 speaks for no 阮武田正
        if name[-1] in model.function_words and not (
            text.startswith(model.ranks, stop) or ends_sentence(text, stop, clause.end)
        ):
            bits += FUNCTION_WORD
        if left >= STRONG and right > STRONG / 3:
            bits += BETWEEN_BOTH
        if whole and stop == clause.end:
            bits += WHOLE
        listed = stop in around.known.get(index, ())
        possible = bits > IMPOSSIBLE / 2  # no 代表团 beside a person
        if left >= STRONG <= right and stop - index > _SHORT and not listed and possible:
            # 教练|特鲁西埃|表示: the dictionary of words has some names as well
            bits = max(bits, model.words.get(name, bits) + 1.0 - right)
        if bits + right > singly:
            scored.append((stop, bits + right))
    return scored


def _chinese(
    text: str, index: int, end: int, bits: float, vietnamese: bool
) -> list[tuple[int, float]]:
    """Names of one or two given characters, and the longer Vietnamese ones: 阮氏金银."""
    if index >= end:
        return []
    model = name_model()
    one = text[index]
    if one in DOTS or one == "某":
        return []
    arcs = []
    if one not in BARRED:
        arcs.append((index + 1, bits + ONE_GIVEN + model.only.get(one, UNKNOWN_GIVEN)))
    if index + 2 > end or text[index + 1] in DOTS:
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
        if one in model.vietnamese:
            three += SECOND_SURNAME
        arcs.append((index + 3, bits + THREE_GIVEN + three))
    return arcs


def _transcribed(
    text: str, index: int, clause: Clause, after_post: bool, around: Surroundings
) -> list[tuple[int, float]]:
    """Foreign names, with dots anywhere and without them where something speaks for one."""
    model = name_model()
    arcs: list[tuple[int, float]] = []
    dotted = clause.dotted and any(dot in text[index : index + LONGEST_PART + 1] for dot in DOTS)
    if (
        not (after_post or around.people or dotted)
        and model.transcription.get(text[index], UNKNOWN_GIVEN) < OFTEN_TRANSCRIBES
    ):
        return arcs
    bits, dots, part = 0.0, 0, 0
    singles, before = clause.singles, clause.singles[index - clause.start]
    most = TRANSCRIBED + MOST_ON_RIGHT + WHOLE + around.left.get(index, 0.0)
    for stop in range(index, clause.end):
        char = text[stop]
        if char in DOTS:
            if not part:
                break
            dots, part = dots + 1, 0
            continue
        part += 1
        if part > LONGEST_PART:
            break
        bits += model.transcribes(char, dots > 0)
        if bits < OFTEN_TRANSCRIBES * 2 * (stop + 1 - index):
            break
        if dots:
            arcs.append((stop + 1, DOTTED + bits))
        elif part == 1 or most + bits < singles[stop + 1 - clause.start] - before - MOST_AGAIN:
            continue
        elif (
            after_post
            or text[index : stop + 1] in around.people
            or around.right(stop + 1) >= STRONG
        ):
            arcs.append((stop + 1, TRANSCRIBED + bits))
    return arcs

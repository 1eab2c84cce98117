"""Whether a Vietnamese and a Chinese name may be one by their readings, and keys to find such."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from hanviet.orthography.pinyin_input import is_pinyin
from hanviet.readings.body_parts import part_chinese_body, part_vietnamese_body
from hanviet.readings.compare import compare
from hanviet.readings.context import name_candidates
from hanviet.readings.generic_parts import part_chinese, part_vietnamese
from hanviet.readings.levels import Level
from hanviet.readings.sounds import sound

MOST_READINGS = 128
"""Readings of a Chinese name that are looked up; longer names than people's have thousands."""

LONG = 3
"""Characters of a name of which pinyin without tones tells enough."""

_PINYIN = frozenset((Level.PINYIN, Level.PINYIN_TONELESS))

Key = tuple[str, ...]
"""The sounds of a name, syllable by syllable."""


@lru_cache(maxsize=65536)
def reading_score(vi: str, zh: str, type_: str) -> float:
    """The score if every syllable is a reading of its character, else 0.

    >>> reading_score("Lâm Gia Mẫn", "林家敏", "PERSON") > 0
    True
    >>> reading_score("Lâm Gia Mận", "林家敏", "PERSON")
    0.0
    """
    found = compare(vi, zh, type=type_)
    if found.level is Level.READING:
        return found.score
    return _body_score(vi, zh) if type_ == "ORG" else 0.0


def _body_score(vi: str, zh: str) -> float:
    """The score of two bodies whose generic words agree and whose names read alike, else 0.

    >>> _body_score("Công ty TNHH Thương mại Hồng Thái", "鸿泰商贸有限公司") > 0
    True
    >>> _body_score("Ngân hàng Hồng Thái", "鸿泰商贸有限公司")
    0.0
    """
    one, other = part_vietnamese_body(vi), part_chinese_body(zh)
    if one is None or other is None or not one.may_be(other):
        return 0.0
    found = compare(one.core, other.core, type="ORG")
    return found.score if found.level is Level.READING else 0.0


def vietnamese_keys(name: str, type_: str) -> Iterator[Key]:
    """The keys of a Vietnamese name, with its generic part and without it.

    Args:
        name: As it is compared, see `resolution.names.compared_form`.
        type_: Its entity type.
    """
    yield tuple(name.split())
    if type_ != "PERSON" and (parted := part_vietnamese(name)) is not None:
        yield tuple(sound(word).key for word in parted.core.split())
    if type_ == "ORG" and (body := part_vietnamese_body(name)) is not None:
        yield tuple(sound(word).key for word in body.core.split())


def chinese_keys(name: str, type_: str) -> Iterator[Key]:
    """The keys of all ways to read a Chinese name, with its generic part and without it.

    Args:
        name: In simplified characters.
        type_: Its entity type.
    """
    yield from _readings(name, type_)
    if type_ != "PERSON" and (parted := part_chinese(name)) is not None:
        yield from _readings(parted.core, type_)
    if type_ == "ORG" and (body := part_chinese_body(name)) is not None:
        yield from _readings(body.core, type_)


@lru_cache(maxsize=65536)
def pinyin_score(vi: str, zh: str, type_: str) -> float:
    """The score if a name in Latin letters is the pinyin of a person's name, else 0.

    Without tones it says less than a reading: the name must be long.

    >>> pinyin_score("Wang Bohao", "王博豪", "PERSON") > 0
    True
    >>> pinyin_score("Wang Bo", "王博", "PERSON"), pinyin_score("Lin Jian", "林家敏", "PERSON")
    (0.0, 0.0)
    """
    if type_ != "PERSON" or len(zh) < LONG:
        return 0.0
    found = compare(vi, zh, type=type_)
    return found.score if found.level in _PINYIN else 0.0


def pinyin_words(name: str) -> tuple[str, ...]:
    """The words of a Chinese name in pinyin, without tones, as Vietnamese text has them.

    >>> pinyin_words("王博豪")
    ('wang', 'bohao')
    """
    from hanviet.orthography.pinyin import pinyin

    letters = unicodedata.normalize("NFD", pinyin(name).casefold())
    return tuple("".join(char for char in letters if not unicodedata.combining(char)).split())


def _latin_pinyin(name: str, type_: str) -> Iterator[Key]:
    if type_ == "PERSON" and " " in name and name.isascii() and is_pinyin(name):
        yield (name.replace(" ", ""),)


def _chinese_pinyin(name: str, type_: str) -> Iterator[Key]:
    if type_ == "PERSON" and len(name) >= LONG:
        yield ("".join(pinyin_words(name)),)


class Likeness(NamedTuple):
    """A way in which a Vietnamese and a Chinese name may be like each other.

    Attributes:
        vietnamese: The keys of a Vietnamese name.
        chinese: The keys of a Chinese one; those that are alike share one.
        score: Of a Vietnamese form, a Chinese one and a type; 0 if they are not alike.
        level: What it is called.
    """

    vietnamese: Callable[[str, str], Iterator[Key]]
    chinese: Callable[[str, str], Iterator[Key]]
    score: Callable[[str, str, str], float]
    level: Level


READINGS = Likeness(vietnamese_keys, chinese_keys, reading_score, Level.READING)
PINYIN = Likeness(_latin_pinyin, _chinese_pinyin, pinyin_score, Level.PINYIN_TONELESS)


def _readings(name: str, type_: str) -> Iterator[Key]:
    """The ways to read a name, as keys; none if they are too many to be a plain name."""
    choices = [
        tuple(dict.fromkeys(sound(candidate.reading).key for candidate in candidates))
        for candidates in name_candidates(name, type_)
    ]
    count = 1
    for choice in choices:
        count *= len(choice)
    if 0 < count <= MOST_READINGS:
        yield from product(*choices)

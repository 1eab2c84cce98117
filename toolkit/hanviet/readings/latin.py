"""A name in Latin letters, taken apart once for all comparisons."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from hanviet.orthography.pinyin_input import PinyinName, parse_pinyin
from hanviet.orthography.vietnamese import Marks, marks_of
from hanviet.orthography.words import words
from hanviet.readings.sounds import Sound, sound

CACHED_NAMES = 16384

# Letters that pinyin never has: đ, the horned and breved vowels, and the tones hỏi, ngã, nặng.
_VIETNAMESE_ONLY = re.compile("[\u0306\u031b\u0309\u0303\u0323đ]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LatinName:
    """A Latin name and its words.

    Args:
        text: The name, NFC.
        sounds: Its words.
        initials: For each word, whether it is an initial (`N.`, `Ng.`).
        marks: Which kinds of Vietnamese marks are as typed (`marks_as_typed`).
        pinyin: All ways to read it as pinyin; empty if it is clearly Vietnamese.
    """

    text: str
    sounds: tuple[Sound, ...]
    initials: tuple[bool, ...]
    marks: Marks
    pinyin: tuple[PinyinName, ...]


@lru_cache(maxsize=CACHED_NAMES)
def latin_name(text: str) -> LatinName:
    """Take a Latin name apart.

    >>> latin_name("N. V. Linh").initials, len(latin_name("Trần Cương").pinyin)
    ((True, True, False), 0)
    """
    composed = unicodedata.normalize("NFC", text)
    found = words(composed)
    sounds = tuple(sound(word.text) for word in found)
    initials = tuple(_is_initial(word.text, composed[word.end : word.end + 1]) for word in found)
    clearly = _VIETNAMESE_ONLY.search(unicodedata.normalize("NFD", text)) is not None
    readings = () if clearly else parse_pinyin(composed.strip())
    return LatinName(composed, sounds, initials, marks_as_typed(composed), readings)


def marks_as_typed(name: str) -> Marks:
    """Say which kinds of marks of a name are as typed.

    Stricter than `marks_of` in one point: who types tones types vowel marks as well, on every
    keyboard, so that `Hà Thu` is not `Hà Thư` cut short. The reverse is common: tone marks get
    lost, or are left out, while the letters ă â ê ô ơ ư đ stay (`Côc Nam`).

    >>> marks_as_typed("Hà Thu"), marks_as_typed("Côc Nam")
    (Marks(tones=True, vowels=True), Marks(tones=False, vowels=True))
    """
    marks = marks_of(name)
    return Marks(tones=marks.tones, vowels=marks.vowels or marks.tones)


_INITIAL_LETTERS = frozenset("bcdđghklmnpqrstvxaăâeêioôơuưy") | {
    "ch",
    "gi",
    "kh",
    "ng",
    "nh",
    "ph",
    "qu",
    "th",
    "tr",
    "ngh",
}


def _is_initial(word: str, after: str) -> bool:
    """An initial: one capital, or an onset with a full stop behind it."""
    if word.lower() not in _INITIAL_LETTERS or not word[0].isupper():
        return False
    return after == "." or (len(word) == 1 and word.lower() not in _VOWEL_WORDS)


# Ý, Y, Á, Ô stand as words of names; without a full stop they are no initials.
_VOWEL_WORDS = frozenset("aăâeêioôơuưy")

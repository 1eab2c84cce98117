"""Keys under which a name may be typed: spelled, without marks, read, spelled in pinyin, cut short.

Two names with one key are candidates for each other, no more.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, product

from hanviet.orthography.chinese import has_han, to_simplified
from hanviet.orthography.vietnamese import Fold, key
from hanviet.orthography.words import words
from hanviet.readings.context import surname_length
from hanviet.readings.generic_parts import part_chinese, part_vietnamese
from hanviet.readings.sounds import sound
from hanviet.readings.table import overlay, readings_of

MAX_SPELLED_READINGS = 256
"""Readings of one Chinese name that are looked up among Vietnamese forms."""


@lru_cache(maxsize=65536)
def bare_letters(text: str) -> str:
    """The letters of a name without marks, spaces and punctuation, with i for every y.

    >>> bare_letters("Đắk Lắk"), bare_letters("Tuyên Quang")
    ('daklak', 'tuienquang')
    """
    folded = key(text, Fold.UNMARKED)
    if not folded.isascii():
        # Marks of other languages too: pinyin, French.
        folded = unicodedata.normalize("NFD", folded)
    # Spelling has i for a final y already; a letter typed beside it must not undo that (Kyy).
    return "".join(char for char in folded if char.isalnum()).replace("y", "i")


@lru_cache(maxsize=65536)
def word_texts(text: str) -> tuple[str, ...]:
    """The words of a name.

    >>> word_texts("Trần-Cương")
    ('Trần', 'Cương')
    """
    return tuple(word.text for word in words(text))


@lru_cache(maxsize=16384)
def bare_readings(char: str) -> frozenset[str]:
    """Every Hán-Việt reading of a character, without marks, in any context.

    >>> "cuong" in bare_readings("刚")
    True
    """
    found = {sound(row.reading).bare for row in readings_of(char)}
    found |= {sound(row.reading).bare for row in overlay().get(char, ())}
    return frozenset(found | _readings_in_words().get(char, frozenset()))


@lru_cache(maxsize=1)
def _readings_in_words() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for han, rows in overlay().items():
        if len(han) > 1:
            for row in rows:
                for char, reading in zip(han, row.reading.split(), strict=True):
                    found[char].add(sound(reading).bare)
    return {char: frozenset(readings) for char, readings in found.items()}


def readings_spelled(han: str) -> Iterator[str]:
    """Letters of every way to read a Chinese name, at most `MAX_SPELLED_READINGS`.

    >>> "taininh" in readings_spelled("西宁")
    True
    """
    syllables = [sorted({spelled.replace("y", "i") for spelled in bare_readings(c)}) for c in han]
    return ("".join(chosen) for chosen in islice(product(*syllables), MAX_SPELLED_READINGS))


def spelled_key(text: str) -> str:
    """A name at `Fold.SPELLING` and in simplified script, without punctuation.

    >>> spelled_key("HOÀ BÌNH"), spelled_key("陳剛")
    ('hòabình', '陈刚')
    """
    return key(to_simplified(text), Fold.SPELLING).translate(_NO_SIGNS)


_NO_SIGNS = str.maketrans("", "", ' .,·•"“”‘’«»《》')


def spelled_all(texts: Sequence[str]) -> list[str]:
    """`spelled_key` of many texts at once: one fold of a long text is much the cheaper."""
    if any(_PART in text for text in texts):
        return [spelled_key(text) for text in texts]
    joined = spelled_key(_PART.join(texts))
    return joined.split(_PART)


_PART = "\ue000"
"""A code point of private use, which is no letter and folds to itself."""


def unmarked_key(text: str) -> str:
    """A name without marks, its words apart."""
    return key(text, Fold.UNMARKED)


@lru_cache(maxsize=65536)
def without_rank(text: str) -> tuple[str, ...]:
    """A name, and the same without the word for its rank (tỉnh, 省)."""
    if has_han(text):
        ending = part_chinese(to_simplified(text))
        if ending and len(ending.core) > 1 and ending.is_rank:
            return text, text[: len(ending.core)]
        return (text,)
    head = part_vietnamese(text)
    return (text, head.core) if head and head.sure and head.is_rank else (text,)


def without_surname(text: str) -> tuple[str, ...]:
    """The name without its first syllable, if two and more are left."""
    if has_han(text):
        simplified = to_simplified(text)
        surname = surname_length(simplified)
        return (simplified[surname:],) if surname and len(simplified) - surname > 1 else ()
    parts = [sound(word.text).bare for word in words(text)]
    return ("".join(parts[1:]),) if 2 < len(parts) <= _LONGEST_PERSON else ()


_LONGEST_PERSON = 5


def pinyin_letters(text: str, type_: str, known: str) -> set[str]:
    """Pinyin of a Chinese name without tones and spaces; `known` are its syllables, if known."""
    if not has_han(text):
        return set()
    if known:
        spelled = [known]
    else:
        from hanviet.orthography.pinyin import pinyin_syllables

        kinds = [type_] if type_ else ["PERSON", "PLACE"]
        spelled = [
            " ".join(pinyin_syllables(variant, kind=kind))
            for kind in kinds
            for variant in without_rank(text)
        ]
    letters = ("".join(char for char in text if char.isalpha()) for text in spelled)
    return {*map(without_umlaut, letters)} - {""}


def without_umlaut(letters: str) -> str:
    """Pinyin with u for ü, as many type it."""
    return letters.replace("v", "u")

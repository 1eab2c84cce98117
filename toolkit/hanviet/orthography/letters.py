"""The letters of Vietnamese: vowel letters, vowel marks and tone marks, as tables.

A Vietnamese vowel is written as a letter (`a`), perhaps a vowel mark (`â`) and perhaps a tone mark
(`ấ`). The two kinds of marks are independent, and people leave them out independently, so every
table here keeps them apart. All tables hold lower-case NFC letters; callers lower their text first.
"""

from __future__ import annotations

import unicodedata
from enum import Enum

__all__ = [
    "BARE",
    "TONELESS",
    "TONE_OF",
    "VOWELS",
    "VOWEL_MARKED",
    "Tone",
    "toned",
]


class Tone(Enum):
    """The six tones, by their traditional names."""

    NGANG = "ngang"
    HUYEN = "huyền"
    SAC = "sắc"
    HOI = "hỏi"
    NGA = "ngã"
    NANG = "nặng"


_COMBINING_MARK = {
    Tone.NGANG: "",
    Tone.HUYEN: "\u0300",
    Tone.SAC: "\u0301",
    Tone.HOI: "\u0309",
    Tone.NGA: "\u0303",
    Tone.NANG: "\u0323",
}

VOWELS = "aăâeêioôơuưy"
"""The twelve vowel letters, without tone."""

VOWEL_MARKED = frozenset("ăâêôơưđ")
"""Letters with a mark that is no tone mark; `đ` too, since it is left out together with them."""


def toned(vowel: str, tone: Tone) -> str:
    """Put a tone mark on one vowel letter.

    Args:
        vowel: A lower-case vowel letter without a tone mark, as in `VOWELS`.
        tone: The tone to mark.

    Returns:
        The letter with its mark, one code point.

    >>> toned("ê", Tone.SAC)
    'ế'
    """
    return unicodedata.normalize("NFC", vowel + _COMBINING_MARK[tone])


TONE_OF: dict[str, Tone] = {
    toned(vowel, tone): tone for vowel in VOWELS for tone in Tone if tone is not Tone.NGANG
}
"""Letter with a tone mark → its tone (60 letters)."""

TONELESS: dict[str, str] = {
    toned(vowel, tone): vowel for vowel in VOWELS for tone in Tone if tone is not Tone.NGANG
}
"""Letter with a tone mark → the same letter without it (ế → ê)."""

_UNMARKED_VOWEL = dict(zip("ăâêôơưđ", "aaeooud", strict=True))

BARE: dict[str, str] = _UNMARKED_VOWEL | {
    letter: _UNMARKED_VOWEL.get(vowel, vowel) for letter, vowel in TONELESS.items()
}
"""Letter with any Vietnamese mark → its plain Latin letter (ế → e, đ → d; 67 letters)."""

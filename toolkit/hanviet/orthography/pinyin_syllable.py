"""The syllable of pinyin: the list of all, and tone marks against tone numbers.

Inside the package a syllable is lower-case ASCII with `v` for ü and, where the tone is known, the
number behind it: `lv3`, `gang1`, `de5` (5: neutral). For the eye it carries a mark: `lǚ`, `gāng`,
`de`. Source: 《汉语拼音方案》 (1958) and GB/T 16159-2012.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from types import MappingProxyType

NEUTRAL = 5
"""The number of the neutral tone."""

_SYLLABLES_BY_INITIAL = MappingProxyType(
    {
        "": "a ai an ang ao e ei en eng er o ou",
        "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
        "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
        "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
        "f": "a an ang ei en eng o ou u",
        "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
        "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
        "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve",
        "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve",
        "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
        "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
        "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
        "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
        "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
        "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
        "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
        "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
        "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
        "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
        "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
        "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
        "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
        "y": "a an ang ao e i in ing o ong ou u uan ue un",
        "w": "a ai an ang ei en eng o u",
    }
)

SYLLABLES = frozenset(
    initial + final for initial, finals in _SYLLABLES_BY_INITIAL.items() for final in finals.split()
)
"""All syllables of standard pinyin, without tone, ü written `v`."""

TONE_OF_MARK = MappingProxyType({"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4})
"""Combining mark to tone number."""

_MARK_OF_TONE = MappingProxyType({tone: mark for mark, tone in TONE_OF_MARK.items()})


@lru_cache(maxsize=4096)
def with_mark(syllable: str) -> str:
    """Write a numbered syllable with its tone mark.

    The mark stands on a or e, else on the o of ou, else on the last vowel.

    Args:
        syllable: Letters with `v` for ü and a number, `lv3`; without a number, or with 0 or 5, no
            mark is set. What is no pinyin passes unchanged.

    Returns:
        The syllable in NFC.

    >>> with_mark("lv3"), with_mark("liu2"), with_mark("de5")
    ('lǚ', 'liú', 'de')
    """
    letters, tone = split_number(syllable)
    if not letters.isascii():
        return syllable
    marked = _mark_position(letters)
    if tone is not None and tone in _MARK_OF_TONE and marked >= 0:
        letters = letters[: marked + 1] + _MARK_OF_TONE[tone] + letters[marked + 1 :]
    return unicodedata.normalize("NFC", letters.replace("v", "u\u0308"))


@lru_cache(maxsize=4096)
def with_number(syllable: str) -> str:
    """Write a syllable with a tone mark as letters and number.

    Args:
        syllable: One syllable with a mark, or without one for the neutral tone.

    Returns:
        Lower-case letters, `v` for ü, and the number; 5 without a mark.

    >>> with_number("lǚ"), with_number("Gāng"), with_number("de")
    ('lv3', 'gang1', 'de5')
    """
    decomposed = unicodedata.normalize("NFD", syllable.lower()).replace("u\u0308", "v")
    tone = NEUTRAL
    letters = []
    for char in decomposed:
        if char in TONE_OF_MARK:
            tone = TONE_OF_MARK[char]
        else:
            letters.append("v" if char == "\u0308" else char)
    plain = "".join(letters).replace("uv", "v")
    return f"{plain}{tone}"


def split_number(syllable: str) -> tuple[str, int | None]:
    """Part a numbered syllable into letters and tone.

    Args:
        syllable: `gang1`, or `gang` with the tone unknown.

    Returns:
        The letters and the tone (0 counts as 5), or None without a number.

    >>> split_number("gang1"), split_number("gang")
    (('gang', 1), ('gang', None))
    """
    if syllable and syllable[-1] in "012345":
        return syllable[:-1], int(syllable[-1]) or NEUTRAL
    return syllable, None


def _mark_position(letters: str) -> int:
    for strong in "ae":
        if strong in letters:
            return letters.index(strong)
    if "ou" in letters:
        return letters.index("ou")
    return max((letters.rfind(vowel) for vowel in "iouv"), default=-1)

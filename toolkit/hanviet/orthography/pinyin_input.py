"""Pinyin as people type it: with marks, with numbers, with neither, spaced, joined or hyphened.

`parse_pinyin` gives every way to read a typed name as syllables, the likeliest first. Vietnamese
without its marks is at times good pinyin too (`Han`, `Lan`); the caller decides what it has.
"""

from __future__ import annotations

import heapq
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from hanviet.orthography.pinyin_syllable import NEUTRAL, SYLLABLES, TONE_OF_MARK

MAX_READINGS = 16
"""Most readings that `parse_pinyin` gives."""

_MAX_LENGTH = 200  # longer text is no name
_LONGEST_SYLLABLE = max(map(len, SYLLABLES))

_APOSTROPHES = "'’‘ʼ`´ʹ＇"
_SIGNS_AROUND = '"“”「」《》〈〉()（）'  # a title, and what stands in brackets: Gāngguǒ (Jīn)
_SEPARATORS = re.compile(rf"[\s{_APOSTROPHES}{_SIGNS_AROUND}\-‐‑–·•・‧,_]+")
_HUMP = re.compile(r"(?<=[a-z0-9\u0300-\u030c])(?=[A-Z])")
_NUMBER_VARIANTS = str.maketrans("⁰¹²³⁴⁵", "012345")

# Spellings of ü that the standard does not know: on Chinese passports (LYU), on keyboards without
# v, and ü kept after j q x y.
_RESPELLED = {
    "lyu": "lv",
    "nyu": "nv",
    "lyue": "lve",
    "nyue": "nve",
    "lue": "lve",
    "nue": "nve",
    **{
        f"{initial}v{rest}": f"{initial}u{rest}"
        for initial in "jqxy"
        for rest in ("", "e", "an", "n")
    },
}

# Syllables that unmarked beside marked ones are neutral, not forgotten.
_OFTEN_NEUTRAL = frozenset({"de", "le", "zi", "men", "ma", "ba", "ne", "me", "zhe", "tou", "ge"})


@dataclass(frozen=True)
class PinyinName:
    """One reading of a typed pinyin name.

    Attributes:
        syllables: Letters without tone, lower case, `v` for ü.
        tones: For each syllable 1 to 4, 5 for the neutral tone, or None if none was typed.
    """

    syllables: tuple[str, ...]
    tones: tuple[int | None, ...]

    @property
    def toned(self) -> bool:
        """Whether every tone is known."""
        return all(tone is not None for tone in self.tones)


def parse_pinyin(text: str) -> tuple[PinyinName, ...]:
    """Read a typed name as pinyin.

    Args:
        text: Marks (NFC or NFD) or numbers or neither; ü, `u:` or v; any case; parts spaced,
            joined, hyphened or with apostrophes.

    Returns:
        At most `MAX_READINGS` readings, best first: fewest syllables without a tone, then none
        that starts with a vowel inside a joined word (standard spelling sets an apostrophe
        there), then fewest syllables. Empty if the text is not pinyin throughout.

    >>> [reading.syllables for reading in parse_pinyin("xian")]
    [('xian',), ('xi', 'an')]
    >>> parse_pinyin("Chén Gāng")[0].tones, parse_pinyin("Tran Cuong")
    ((2, 1), ())
    """
    if not text or len(text) > _MAX_LENGTH:
        return ()
    chunks = [chunk for chunk in _SEPARATORS.split(_prepared(text)) if chunk]
    best: list[_Split] = [_NOTHING]
    for chunk in chunks:
        splits = _splits(chunk)
        best = _cheapest(first.joined(then) for first, then in product(best, splits))
    if not chunks:
        return ()
    return tuple(dict.fromkeys(split.name() for split in best))


def is_pinyin(text: str) -> bool:
    """Say whether a text can be read as pinyin throughout.

    >>> is_pinyin("lin-zhengyue'e"), is_pinyin("Cương")
    (True, False)
    """
    return bool(parse_pinyin(text))


@dataclass(frozen=True, order=True)
class _Split:
    """Syllables with what speaks against them, in order of weight."""

    toneless: int
    vowel_starts: int
    length: int
    syllables: tuple[tuple[str, int], ...]  # tone 0: none typed

    def joined(self, other: _Split) -> _Split:
        return _Split(
            self.toneless + other.toneless,
            self.vowel_starts + other.vowel_starts,
            self.length + other.length,
            self.syllables + other.syllables,
        )

    def name(self) -> PinyinName:
        marked = any(0 < tone < NEUTRAL for _, tone in self.syllables)
        tones = [
            NEUTRAL if not tone and marked and place and letters in _OFTEN_NEUTRAL else tone
            for place, (letters, tone) in enumerate(self.syllables)
        ]
        return PinyinName(
            tuple(letters for letters, _ in self.syllables), tuple(tone or None for tone in tones)
        )


_NOTHING = _Split(0, 0, 0, ())


def _prepared(text: str) -> str:
    """Lower-case NFD with `v` for ü, number variants made plain, `LiuHongcai` parted."""
    decomposed = unicodedata.normalize("NFD", text.translate(_NUMBER_VARIANTS))
    lowered = _HUMP.sub(" ", decomposed).lower()
    return re.sub("u([\u0300\u0301\u0304\u030c]?)[\u0308:]", r"v\1", lowered)


@lru_cache(maxsize=4096)
def _splits(chunk: str) -> tuple[_Split, ...]:
    """Give the cheapest ways to cut a chunk into syllables, by position from the left."""
    reached: list[list[_Split]] = [[_NOTHING]] + [[] for _ in chunk]
    for start in range(len(chunk)):
        if not reached[start]:
            continue
        # Two more code points: a tone mark and a number.
        for end in range(start + 1, min(len(chunk), start + _LONGEST_SYLLABLE + 2) + 1):
            syllable = _syllable(chunk[start:end])
            # A mark or number belongs to the syllable before it.
            if syllable is None or (end < len(chunk) and chunk[end] in _TONE_SIGNS):
                continue
            letters, tone = syllable
            vowel_start = int(start > 0 and letters[0] in "aeo")
            step = _Split(int(not tone), vowel_start, 1, (syllable,))
            reached[end] = _cheapest([*reached[end], *(s.joined(step) for s in reached[start])])
    return tuple(reached[len(chunk)])


_TONE_SIGNS = frozenset("012345") | frozenset(TONE_OF_MARK)


def _syllable(piece: str) -> tuple[str, int] | None:
    """Read a piece as one syllable with its tone, 0 if it has none."""
    tones: list[int] = []
    letters: list[str] = []
    for place, char in enumerate(piece):
        if char in TONE_OF_MARK:
            if not letters or letters[-1] not in "aeiouv":
                return None
            tones.append(TONE_OF_MARK[char])
        elif char in "012345" and place == len(piece) - 1:
            tones.append(int(char) or NEUTRAL)
        else:
            letters.append(char)
    plain = "".join(letters)
    plain = _RESPELLED.get(plain, plain)
    if plain not in SYLLABLES or len(tones) > 1:
        return None
    return plain, tones[0] if tones else 0


def _cheapest(splits: Iterable[_Split]) -> list[_Split]:
    return heapq.nsmallest(MAX_READINGS, splits)

"""Where a text writes a name that is known from a report in the other language.

A Vietnamese name is sought in Chinese text by the readings of the characters, a Chinese one in
Vietnamese text among words in capitals. What is found reads like the name in every syllable, is no
word, and stands free of the names around it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from hanviet.mentions.scantext import ScanText
from hanviet.mentions.wordlists import wordlists
from hanviet.orthography.chinese import has_han
from hanviet.orthography.words import words
from hanviet.readings.body_parts import chinese_body_end
from hanviet.readings.context import name_candidates, surname_length
from hanviet.readings.sounds import sound
from hanviet.readings.statistics_zh import word_weights

LONGEST_WORD = 4
SHORT = 2
"""Characters of a name that chance may make of two words: it must cut none."""

_SURNAME = "王"
"""A surname before a character, so that its readings in a given name are asked for."""

_JOINTS = frozenset((" ", "\u00a0"))

Found = tuple[int, int]
"""Start and end in the folded text."""


class HanText:
    """A Chinese text in which names are sought by their readings."""

    def __init__(self, scan: ScanText) -> None:
        self._text = scan.folded
        self._places: dict[str, set[int]] = defaultdict(set)
        for index, char in enumerate(self._text):
            if char >= "\u2e80":
                for key in _keys(char):
                    self._places[key].add(index)

    def people(self, syllables: tuple[str, ...]) -> Iterator[Found]:
        """The places whose characters may be read as the syllables of a person's name.

        Args:
            syllables: The keys of the sounds.

        Yields:
            Places in the order of the text. They begin with a surname, and are no words.
        """
        for start, end in self._read_as(syllables):
            if surname_length(self._text[start:end]) and self._is_free(start, end):
                yield start, end

    def bodies(self, syllables: tuple[str, ...]) -> Iterator[Found]:
        """The places of bodies whose own name may be read so: 鸿泰 in 鸿泰商贸有限公司.

        Args:
            syllables: The keys of the sounds of the name without its generic words.

        Yields:
            Places in the order of the text, the generic words after the name included.
        """
        for start, middle in self._read_as(syllables):
            end = chinese_body_end(self._text, middle)
            if end > middle:
                yield start, end

    def _read_as(self, syllables: tuple[str, ...]) -> Iterator[Found]:
        for start in sorted(self._places.get(syllables[0], ())):
            if all(
                start + step in self._places.get(key, ())
                for step, key in enumerate(syllables[1:], 1)
            ):
                yield start, start + len(syllables)

    def exact(self, name: str) -> Iterator[Found]:
        """The places where a name stands in these characters."""
        start = self._text.find(name)
        while start >= 0:
            if self._is_free(start, start + len(name)):
                yield start, start + len(name)
            start = self._text.find(name, start + 1)

    def _is_free(self, start: int, end: int) -> bool:
        """Whether no dictionary word is these characters or holds them, nor cuts a short name."""
        known = word_weights()
        cuts = end - start <= SHORT
        for left in range(max(0, end - LONGEST_WORD, start - LONGEST_WORD + 1), end):
            for right in range(max(left + 2, start + 1), left + LONGEST_WORD + 1):
                if self._text[left:right] not in known:
                    continue
                if left <= start and right >= end:
                    return False
                if cuts and (left < start < right or left < end < right):
                    return False
        return True


class VietnameseText:
    """A Vietnamese text in which names are sought by their syllables."""

    def __init__(self, scan: ScanText) -> None:
        self._words = words(scan.folded)
        self._capital = [scan.surface(word.start, word.end)[:1].isupper() for word in self._words]
        self._joined = [False] + [
            scan.folded[left.end : right.start] in _JOINTS
            for left, right in zip(self._words, self._words[1:], strict=False)
        ]
        self._places: dict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self._words):
            if self._capital[index]:
                self._places[sound(word.text).key].append(index)

    def people(self, syllables: tuple[str, ...]) -> Iterator[Found]:
        """The places where these syllables stand in capitals, and no capital right beside them.

        Args:
            syllables: The keys of the sounds, two at least.

        Yields:
            Places in the order of the text.
        """
        for first in self._places.get(syllables[0], ()):
            last = first + len(syllables) - 1
            if last < len(self._words) and self._is_name(first, last, syllables):
                yield self._words[first].start, self._words[last].end

    def _is_name(self, first: int, last: int, syllables: tuple[str, ...]) -> bool:
        for step, index in enumerate(range(first, last + 1)):
            if not self._capital[index] or sound(self._words[index].text).key != syllables[step]:
                return False
            if step and not self._joined[index]:
                return False
        return not (self._follows_a_capital(first) or self._goes_on(last))

    def _follows_a_capital(self, first: int) -> bool:
        """Whether the name would begin inside of a run of capitals: `Nguyễn [Lâm Kiếm]`."""
        if not first or not self._joined[first] or not self._capital[first - 1]:
            return False
        return self._words[first - 1].text not in wordlists("vi")["honorifics"]

    def _goes_on(self, last: int) -> bool:
        following = last + 1
        return following < len(self._words) and self._joined[following] and self._capital[following]


@lru_cache(maxsize=32768)
def _keys(char: str) -> frozenset[str]:
    """The sounds that a character may have in a name."""
    if not has_han(char):
        return frozenset()
    candidates = (*name_candidates(char, "PERSON")[0], *name_candidates(_SURNAME + char)[1])
    return frozenset(sound(candidate.reading).key for candidate in candidates)

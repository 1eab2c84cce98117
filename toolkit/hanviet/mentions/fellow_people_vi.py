"""People whom the others of a Vietnamese document make known: mates in a list, and short names."""

from __future__ import annotations

import re

from hanviet.mentions.head_words import head_kinds
from hanviet.mentions.introduced_vi import Introductions
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWords
from hanviet.orthography.syllable import is_syllable

_LISTING = (", ", "; ", " và ", "/", "-")
_FOREIGN_LISTED = 3
_SHORT = 2
_INITIALS = 2
_MOST_WORDS = 4
_LONGEST_SEVERAL = 24
_SEVERAL = re.compile(r"\b(?:các|hai|ba|bốn|năm) (?:[^\W\d_]+ ){1,3}\Z")
"""Before the first of several given names: `các bị cáo `."""


def fellow_people(
    words: CasedWords,
    runs: list[tuple[int, int]],
    known: dict[int, int],
    people: list[tuple[int, int]],
    introductions: Introductions,
) -> list[Span]:
    """Find people by those whom the document names in full.

    Args:
        words: The words of the document.
        runs: Its runs of capitals.
        known: Where listed names that are no people's begin, with their ends.
        people: Spans of the people found so far.
        introductions: What introduces people.

    Returns:
        Spans of type PERSON without readings.
    """
    if not people:
        return []
    fellows = _Fellows(words, known, people, introductions)
    listed = fellows.listed(runs)
    return listed + fellows.aliases(runs) + fellows.short(runs)


class _Fellows:
    def __init__(
        self,
        words: CasedWords,
        known: dict[int, int],
        people: list[tuple[int, int]],
        introductions: Introductions,
    ) -> None:
        self.words, self.text = words, words.text
        self.known, self.people = known, people
        self.introductions = introductions
        self.starts = {start for start, _ in people}
        self.ends = {end for _, end in people}
        self.many = {
            end for start, end in people
            if self.text.find(" ", start, end) < 0
            and _SEVERAL.search(self.text, max(0, start - _LONGEST_SEVERAL), start)
        }  # fmt: skip
        lists = wordlists("vi")
        self.surnames, self.suspects = lists["common_surnames"], lists["suspects"]
        self.after_names = lists["after_names"] | lists["suspects"]

    def listed(self, runs: list[tuple[int, int]]) -> list[Span]:
        """Names in a list of people that are too little elsewhere.

        Surname and given name (Nguyễn Thị Cúc, Nguyễn Hưng, Dương Văn Bằng), and foreign names
        (Steve Witkoff và Jared Kushner).
        """
        found = []
        for begin, end in runs:
            if end - begin == 1 and self._among_many(begin):
                found.append(Span(self.words.starts[begin], self.words.ends[begin], "PERSON"))
                self.many.add(self.words.ends[begin])
            if not _SHORT <= end - begin <= _FOREIGN_LISTED:
                continue
            start, stop = self.words.starts[begin], self.words.ends[end - 1]
            if start in self.starts or start in self.known:
                continue
            if self._in_list(start, stop) and self._may_be_listed(begin, end):
                found.append(Span(start, stop, "PERSON"))
                self.ends.add(stop)
        self.starts |= {span.start for span in found}
        return found

    def _among_many(self, index: int) -> bool:
        """Whether a given name goes on behind others: các bị cáo Thơ, [Khôi] và [Thúy]."""
        start = self.words.starts[index]
        if start in self.starts or start in self.known or not is_syllable(self.words[index]):
            return False
        return any(
            start - len(sign) in self.many and self.text.startswith(sign, start - len(sign))
            for sign in (", ", " và ")
        )

    def aliases(self, runs: list[tuple[int, int]]) -> list[Span]:
        """The other name in brackets: Thành Hán Bình (Cheng Hanping), and the one before them."""
        found = []
        for begin, end in runs:
            if not _SHORT <= end - begin <= _MOST_WORDS:
                continue
            start, stop = self.words.starts[begin], self.words.ends[end - 1]
            if start in self.starts or start in self.known:
                continue
            behind = start - 2 in self.ends and self.text.startswith(" (", start - 2)
            behind &= self.text.startswith(")", stop)
            before = stop + 2 in self.starts and self.text.startswith(" (", stop)
            if (behind or before) and not any(
                self.words.starts[at] in self.known for at in range(begin, end)
            ):
                found.append(Span(start, stop, "PERSON"))
        self.starts |= {span.start for span in found}
        return found

    def _in_list(self, start: int, stop: int) -> bool:
        text, starts, ends = self.text, self.starts, self.ends
        return any(
            (start - len(sign) in ends and text.startswith(sign, start - len(sign)))
            or (stop + len(sign) in starts and text.startswith(sign, stop))
            for sign in _LISTING
        )

    def _may_be_listed(self, begin: int, end: int) -> bool:
        syllables = [is_syllable(self.words[at]) for at in range(begin, end)]
        if end - begin == _SHORT and syllables[-1]:
            return self.words[begin] in self.surnames
        return not any(syllables) and not any(map(self.words.is_upper, range(begin, end)))

    def short(self, runs: list[tuple[int, int]]) -> list[Span]:
        """Parts of full names: Bộ trưởng Sơn, Wong for Grace Wong, Thu Vinh for Trịnh Thu Vinh."""
        foreign, given, two = self._parts()
        found = []
        for begin, end in runs:
            if end - begin > _SHORT:
                continue
            start, stop = self.words.starts[begin], self.words.ends[end - 1]
            if start in self.starts or start in self.known:
                continue
            said = self.text[start:stop]
            if end - begin == _SHORT:
                fits = said in two
            elif said in given:
                fits = self.introductions.after_title(begin) or self._stands_as_name(begin)
            else:
                fits = said in foreign and not self._hyphened(begin)
            if fits and not head_kinds(self.text, start):
                found.append(Span(start, stop, "PERSON"))
        return found

    def _parts(self) -> tuple[set[str], set[str], set[str]]:
        """What people may be called by: foreign names, given names, and middle and given names."""
        foreign: set[str] = set()
        given: set[str] = set()
        two: set[str] = set()
        for start, end in self.people:
            parts = self.text[start:end].split(" ")
            given.add(parts[-1])
            if len(parts) == 1:
                continue
            if not any(map(is_syllable, parts)):
                foreign |= {part for part in (parts[0], parts[-1]) if len(part) > _INITIALS}
            elif len(parts) > _SHORT and all(map(is_syllable, parts)):
                two.add(" ".join(parts[-_SHORT:]))
        return foreign, given - foreign, two

    def _stands_as_name(self, index: int) -> bool:
        """Whether a given name alone can be nothing else: no sentence's head but before a verb."""
        if self._hyphened(index) or self.words.may_be_cut(index, self.after_names):
            return False
        if self.words.gap(index) == " " and not self.words.begins_sentence(index):
            return True
        following = index + 1
        if self.words.gap(index) == ", " and not self.words.is_capital[index - 1]:
            small = following < len(self.words) and not self.words.is_capital[following]
            return small and self.words.gap(following) == " "  # Khi kiểm tra, Quynh không …
        return self.words.gap(following) == " " and self.words[following] in self.suspects

    def _hyphened(self, index: int) -> bool:
        return self.words.gap(index) == "-" or self.words.gap(index + 1) == "-"

"""Vietnamese and foreign people in no list: a surname or a title before capitalised words."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from hanviet.mentions.admissible import Spans
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWords
from hanviet.orthography.syllable import is_syllable

MAX_VIETNAMESE = 4
"""Syllables of a Vietnamese name, two-syllable surnames and all."""

MAX_FOREIGN = 5
"""Words of a foreign name, particles not counted."""

_PARTICLES = frozenset("van von der den de da di du del la le bin binti al el ibn ter y".split())
_MOST_PARTICLES = 3
_HONORIFIC_WORDS = 3


def unlisted_people(
    scan: ScanText, spans: Spans, words: CasedWords, titles: set[int]
) -> list[Span]:
    """Find full names of people that no list holds.

    Args:
        scan: The document.
        spans: The admissible chart.
        words: The words of the document.
        titles: Indices in the folded text where a title, a rank or an honorific ends.

    Returns:
        Spans of type PERSON without readings.
    """
    return _Finder(scan, spans, words, titles).find()


class _Finder:
    def __init__(self, scan: ScanText, spans: Spans, words: CasedWords, titles: set[int]) -> None:
        self.scan = scan
        self.text = scan.folded
        self.words = words
        self.starts, self.ends = words.starts, words.ends
        self.titles = titles
        self.lists = wordlists("vi")
        self.known: dict[int, int] = {}
        self.bodies: set[int] = set()
        self.people: dict[int, int] = {}
        for (start, end), nodes in spans.items():
            for type_ in {node.name.type for node in nodes}:
                table = self.people if type_ == "PERSON" else self.known
                if end > table.get(start, 0):
                    table[start] = end
                if type_ in ("ORG", "TITLE", "EVENT"):
                    self.bodies.add(start)

    def find(self) -> list[Span]:
        runs = self.words.runs()
        found = [span for begin, end in runs for span in self._in_run(begin, end)]
        return found + self._given_names(runs, found)

    def _given_names(self, runs: list[tuple[int, int]], found: list[Span]) -> list[Span]:
        """Given names after a post, where the document names the person in full: Bộ trưởng Sơn."""
        ends = {span.end for span in found} | set(self.people.values())
        taken = {span.start for span in found}
        alone = [
            begin
            for begin, end in runs
            if end - begin == 1
            and (start := self.starts[begin]) not in taken
            and start not in self.people
            and start not in self.known
            and self._title_ends_before(begin)
        ]
        if not alone:
            return []
        given = {self.words[index] for index, end in enumerate(self.ends) if end in ends}
        return [
            Span(self.starts[index], self.ends[index], "PERSON")
            for index in alone
            if self.words[index] in given
        ]

    def _in_run(self, begin: int, end: int) -> list[Span]:
        found: list[Span] = []
        if end - begin > MAX_FOREIGN and all(map(self.words.is_upper, range(begin, end))):
            return found  # a headline in capitals: nothing tells names from words
        index = begin
        while index < end:
            start = self.starts[index]
            if start in self.people:
                stop = self._index_after(self.people[start], index + 1)
                longer = self._longer_name(index, stop, end)
                if longer:
                    found.append(Span(start, self.ends[longer - 1], "PERSON"))
                index = max(longer, stop)
                continue
            taken = self._person_at(index, end) or self._foreigner_at(index, begin)
            if taken:
                found.append(Span(start, self.ends[taken - 1], "PERSON"))
                index = max(taken, index + 1)
                continue
            known = self.known.get(start)
            index = self._index_after(known, index + 1) if known else index + 1
        return found

    def _longer_name(self, index: int, stop: int, end: int) -> int:
        """The index after a longer name that a known one begins: Nguyễn Thị Thanh Phúc, or 0."""
        if stop >= end or stop + 1 - index > MAX_VIETNAMESE:
            return 0
        whole = stop + 1 == end or self.starts[stop + 1] in self.known
        if not whole or self.starts[stop] in self.known:
            return 0
        if self.words.is_upper(stop) != self.words.is_upper(index):
            return 0
        names = all(is_syllable(self.words[at]) for at in range(index, stop + 1))
        return stop + 1 if names else 0

    def _person_at(self, index: int, end: int) -> int:
        """The index after a Vietnamese name that begins here, or 0."""
        words, surnames = self.words, self.lists["surnames"]
        first = words[index]
        second = words[index + 1] if index + 1 < end else ""
        width = 1
        if second and f"{first} {second}" in surnames:
            width = 2
        elif first not in surnames:
            return 0
        if second in surnames and first in self.lists["honorifics"]:
            return 0  # Ông Khúc Cường: the honorific at the head of a sentence
        if self._known_end(index) > self.ends[index] and not self._surely_person(index):
            return 0  # Hà Nội, Hoàng Sa: the list knows better
        stop = index + width
        introduced = self._introduced(index)
        common = first in self.lists["common_surnames"]
        upper = words.is_upper(index)
        while stop < end and stop - index < MAX_VIETNAMESE + width - 1:
            word = words[stop]
            if not is_syllable(word) or (words.is_upper(stop) != upper and len(word) > 1):
                break
            inside = stop > index + 1 or not (introduced or common)
            if inside and self._known_end(stop) > self.ends[stop]:
                break
            stop += 1
        given = stop - index - width
        if given < 1:
            return 0
        whole = stop == end or self._known_end(stop) > self.ends[stop]
        if given >= 2 and (whole or introduced):
            return stop
        if not whole:
            return 0
        middle = words[index + width] in self.lists["name_middles"]
        if introduced or (common and (middle or self._followed_by_post(stop))):
            return stop
        return 0

    def _known_end(self, index: int) -> int:
        """Where the longest known name that begins with a word ends, or 0."""
        return self.known.get(self.starts[index], 0)

    def _foreigner_at(self, index: int, begin: int) -> int:
        """The index after a foreign name that a title or honorific introduces here, or 0."""
        start = self.starts[index]
        if start in self.bodies or not self._introduced(index):
            return 0
        if start in self.known and not self._credited(index):
            return 0
        if index > begin and not (self._title_ends_before(index) or self._after_honorific(index)):
            return 0
        words, upper = self.words, self.words.is_upper(index)
        stop = index
        capitals = 0
        while stop < len(words):
            if stop > index:
                gap = self.text[self.ends[stop - 1] : self.starts[stop]]
                if gap not in (" ", "-", ". "):
                    break
                if gap == ". " and len(words[stop - 1]) > 1:
                    break
            if words.is_capital[stop]:
                another = self.starts[stop] in self.known or words.is_upper(stop) != upper
                if stop > index and another:
                    break
                capitals += 1
                if capitals > MAX_FOREIGN:
                    break
            elif not (
                (words[stop] in _PARTICLES and self._capital_after(stop))
                or (stop > index and self.text[self.starts[stop] - 1] == "-" and capitals > 1)
            ):
                break
            stop += 1
        if capitals == 0 or (upper and "-" in self.text[start : self.ends[stop - 1]]):
            return 0
        vietnamese = all(is_syllable(words[at]) for at in range(index, stop))
        if vietnamese and not (self._after_honorific(index) or self._credited(index)):
            return 0  # a Vietnamese name begins with a surname; this is some other phrase
        if capitals == 1:
            if self._credited(index) or len(words[index]) < 2 or upper:
                return 0
            return index + 1 if self._after_honorific(index) else 0
        return stop

    def _surely_person(self, index: int) -> bool:
        """An honorific or a credit before a name that is a place's too: bà La Bình."""
        start = self.starts[index]
        return self._after_honorific(index) or (self._credited(index) and start not in self.bodies)

    def _introduced(self, index: int) -> bool:
        return (
            self._title_ends_before(index) or self._after_honorific(index) or self._credited(index)
        )

    def _title_ends_before(self, index: int) -> bool:
        start = self.starts[index]
        return start - 1 in self.titles and self.text[start - 1] == " "

    def _after_honorific(self, index: int) -> bool:
        start = self.starts[index]
        if not start or self.text[start - 1] not in " ":
            return False
        honorifics = self.lists["honorifics"]
        begin, reach = start - 1, max(0, start - 24)
        begin = self.text.rfind(" ", reach, begin)
        if self.text[max(begin + 1, reach) : start - 1] not in _honorific_ends():
            return False
        begin = start - 1
        for _ in range(_HONORIFIC_WORDS):
            begin = self.text.rfind(" ", reach, begin)
            if self.text[max(begin + 1, reach) : start - 1] in honorifics:
                return True
            if begin < 0:
                return False
        return False

    def _credited(self, index: int) -> bool:
        """After `Ảnh:` and the like."""
        start = self.starts[index]
        if self.text.rfind(":", max(0, start - 40), start) < 0:
            return False
        line = self.text[max(self.text.rfind("\n", 0, start) + 1, start - 40) : start]
        head, colon, tail = line.rpartition(":")
        if not colon or (tail.strip(" ") and tail[-1] not in "/-"):
            return False
        return head.rstrip(" ").rsplit(" ", 1)[-1].strip("(") in self.lists["credits"]

    def _followed_by_post(self, stop: int) -> bool:
        end = self.ends[stop - 1]
        gap = self.text[end : end + 2]
        return gap == ", " and end + 2 in self.known

    def _capital_after(self, index: int) -> bool:
        """Whether a capitalised word follows, past further particles: van [der] Smith."""
        stop = min(index + _MOST_PARTICLES + 1, len(self.words))
        for before, after in pairwise(range(index, stop)):
            if self.text[self.ends[before] : self.starts[after]] != " ":
                return False
            if self.words.is_capital[after] or self.words[after] not in _PARTICLES:
                return self.words.is_capital[after]
        return False

    def _index_after(self, position: int | None, least: int) -> int:
        index = least
        while position is not None and index < len(self.words):
            if self.starts[index] >= position:
                break
            index += 1
        return index


@lru_cache(maxsize=1)
def _honorific_ends() -> frozenset[str]:
    """The last words of honorifics."""
    return frozenset(word.rsplit(" ", 1)[-1] for word in wordlists("vi")["honorifics"])

"""Vietnamese and foreign people in no list: a surname or a title before capitalised words."""

from __future__ import annotations

from itertools import pairwise

from hanviet.mentions.admissible import Spans
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWord, capital_runs
from hanviet.orthography.syllable import is_syllable

MAX_VIETNAMESE = 4
"""Syllables of a Vietnamese name, two-syllable surnames and all."""

MAX_FOREIGN = 5
"""Words of a foreign name, particles not counted."""

_PARTICLES = frozenset("van von der den de da di du del la le bin binti al el ibn ter y".split())
_MOST_PARTICLES = 3
_HONORIFIC_WORDS = 3


def unlisted_people(
    scan: ScanText, spans: Spans, words: list[CasedWord], titles: set[int]
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
    def __init__(
        self, scan: ScanText, spans: Spans, words: list[CasedWord], titles: set[int]
    ) -> None:
        self.scan = scan
        self.text = scan.folded
        self.words = words
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
        runs = capital_runs(self.words, self.text)
        found = [span for begin, end in runs for span in self._in_run(begin, end)]
        return found + self._given_names(runs, found)

    def _given_names(self, runs: list[tuple[int, int]], found: list[Span]) -> list[Span]:
        """Given names after a post, where the document names the person in full: Bộ trưởng Sơn."""
        ends = {span.end for span in found} | set(self.people.values())
        taken = {span.start for span in found}
        given = {word.text for word in self.words if word.end in ends}
        return [
            Span(word.start, word.end, "PERSON")
            for begin, end in runs
            for word in [self.words[begin]]
            if end - begin == 1
            and word.text in given
            and word.start not in taken
            and word.start not in self.people
            and word.start not in self.known
            and self._title_ends_before(begin)
        ]

    def _in_run(self, begin: int, end: int) -> list[Span]:
        found: list[Span] = []
        if end - begin > MAX_FOREIGN and all(word.upper for word in self.words[begin:end]):
            return found  # a headline in capitals: nothing tells names from words
        index = begin
        while index < end:
            word = self.words[index]
            if word.start in self.people:
                stop = self._index_after(self.people[word.start], index + 1)
                longer = self._longer_name(index, stop, end)
                if longer:
                    found.append(Span(word.start, self.words[longer - 1].end, "PERSON"))
                index = max(longer, stop)
                continue
            taken = self._person_at(index, end) or self._foreigner_at(index, begin)
            if taken:
                last = self.words[taken - 1]
                found.append(Span(word.start, last.end, "PERSON"))
                index = max(taken, index + 1)
                continue
            known = self.known.get(word.start)
            index = self._index_after(known, index + 1) if known else index + 1
        return found

    def _longer_name(self, index: int, stop: int, end: int) -> int:
        """The index after a longer name that a known one begins: Nguyễn Thị Thanh Phúc, or 0."""
        if stop >= end or stop + 1 - index > MAX_VIETNAMESE:
            return 0
        following = self.words[stop]
        whole = stop + 1 == end or self.words[stop + 1].start in self.known
        if not whole or following.start in self.known or following.upper != self.words[index].upper:
            return 0
        names = all(is_syllable(word.text) for word in self.words[index : stop + 1])
        return stop + 1 if names else 0

    def _person_at(self, index: int, end: int) -> int:
        """The index after a Vietnamese name that begins here, or 0."""
        words = self.words
        first = words[index]
        width = 1
        pair = f"{first.text} {words[index + 1].text}" if index + 1 < end else ""
        if pair in self.lists["surnames"]:
            width = 2
        elif first.text not in self.lists["surnames"]:
            return 0
        following = words[index + 1].text if index + 1 < end else ""
        if first.text in self.lists["honorifics"] and following in self.lists["surnames"]:
            return 0  # Ông Khúc Cường: the honorific at the head of a sentence
        known = self.known.get(first.start)
        if known and known > first.end and not self._surely_person(index):
            return 0  # Hà Nội, Hoàng Sa: the list knows better
        stop = index + width
        introduced = self._introduced(index)
        sure = introduced or first.text in self.lists["common_surnames"]
        while stop < end and stop - index < MAX_VIETNAMESE + width - 1:
            word = words[stop]
            if not is_syllable(word.text) or (word.upper != first.upper and len(word.text) > 1):
                break
            if (stop > index + 1 or not sure) and self.known.get(word.start, 0) > word.end:
                break
            stop += 1
        given = stop - index - width
        if given < 1:
            return 0
        whole = stop == end or self.known.get(words[stop].start, 0) > words[stop].end
        if given >= 2 and (whole or introduced):
            return stop
        if not whole:
            return 0
        middle = words[index + width].text in self.lists["name_middles"]
        common = first.text in self.lists["common_surnames"]
        if introduced or (common and (middle or self._followed_by_post(stop))):
            return stop
        return 0

    def _foreigner_at(self, index: int, begin: int) -> int:
        """The index after a foreign name that a title or honorific introduces here, or 0."""
        first = self.words[index]
        if first.start in self.bodies or not self._introduced(index):
            return 0
        if first.start in self.known and not self._credited(index):
            return 0
        if index > begin and not (self._title_ends_before(index) or self._after_honorific(index)):
            return 0
        stop = index
        capitals = 0
        while stop < len(self.words):
            word = self.words[stop]
            if stop > index:
                gap = self.text[self.words[stop - 1].end : word.start]
                if gap not in (" ", "-", ". "):
                    break
                if gap == ". " and len(self.words[stop - 1].text) > 1:
                    break
            if word.capital:
                if stop > index and (word.start in self.known or word.upper != first.upper):
                    break
                capitals += 1
                if capitals > MAX_FOREIGN:
                    break
            elif not (
                (word.text in _PARTICLES and self._capital_after(stop))
                or (stop > index and self.text[word.start - 1] == "-" and capitals > 1)
            ):
                break
            stop += 1
        if capitals == 0 or (
            first.upper and "-" in self.text[first.start : self.words[stop - 1].end]
        ):
            return 0
        vietnamese = all(is_syllable(word.text) for word in self.words[index:stop])
        if vietnamese and not (self._after_honorific(index) or self._credited(index)):
            return 0  # a Vietnamese name begins with a surname; this is some other phrase
        if capitals == 1:
            alone = self.words[index]
            if self._credited(index) or len(alone.text) < 2 or alone.upper:
                return 0
            return index + 1 if self._after_honorific(index) else 0
        return stop

    def _surely_person(self, index: int) -> bool:
        """An honorific or a credit before a name that is a place's too: bà La Bình."""
        start = self.words[index].start
        return self._after_honorific(index) or (self._credited(index) and start not in self.bodies)

    def _introduced(self, index: int) -> bool:
        return (
            self._title_ends_before(index) or self._after_honorific(index) or self._credited(index)
        )

    def _title_ends_before(self, index: int) -> bool:
        start = self.words[index].start
        return start - 1 in self.titles and self.text[start - 1] == " "

    def _after_honorific(self, index: int) -> bool:
        start = self.words[index].start
        if not start or self.text[start - 1] not in " ":
            return False
        honorifics = self.lists["honorifics"]
        begin, reach = start - 1, max(0, start - 24)
        for _ in range(_HONORIFIC_WORDS):
            begin = self.text.rfind(" ", reach, begin)
            if self.text[max(begin + 1, reach) : start - 1] in honorifics:
                return True
            if begin < 0:
                return False
        return False

    def _credited(self, index: int) -> bool:
        """After `Ảnh:` and the like."""
        start = self.words[index].start
        line = self.text[max(self.text.rfind("\n", 0, start) + 1, start - 40) : start]
        head, colon, tail = line.rpartition(":")
        if not colon or (tail.strip(" ") and tail[-1] not in "/-"):
            return False
        return head.rstrip(" ").rsplit(" ", 1)[-1].strip("(") in self.lists["credits"]

    def _followed_by_post(self, stop: int) -> bool:
        end = self.words[stop - 1].end
        gap = self.text[end : end + 2]
        return gap == ", " and end + 2 in self.known

    def _capital_after(self, index: int) -> bool:
        """Whether a capitalised word follows, past further particles: van [der] Smith."""
        for before, word in pairwise(self.words[index : index + _MOST_PARTICLES + 1]):
            if self.text[before.end : word.start] != " ":
                return False
            if word.capital or word.text not in _PARTICLES:
                return word.capital
        return False

    def _index_after(self, position: int | None, least: int) -> int:
        index = least
        while position is not None and index < len(self.words):
            if self.words[index].start >= position:
                break
            index += 1
        return index

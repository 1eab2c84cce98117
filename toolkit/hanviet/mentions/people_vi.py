"""Vietnamese and foreign people in no list: a surname or a title before capitalised words."""

from __future__ import annotations

import re
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
_HONORIFIC_WORDS = 4
_LISTING = (", ", "; ", " và ", "/", "-")
_WITH_PLACE = 3
_SURELY_NAME = 3
_APOSTROPHE = re.compile("[hkyr]['’]")


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
        self.named_posts: set[int] = set()
        for (start, end), nodes in spans.items():
            for type_ in {node.name.type for node in nodes}:
                if type_ in ("PLACE", "ORG") and end in titles:
                    self.named_posts.add(end)
                table = self.people if type_ == "PERSON" else self.known
                if end > table.get(start, 0):
                    table[start] = end
                if type_ in ("ORG", "TITLE", "EVENT"):
                    self.bodies.add(start)

    def find(self) -> list[Span]:
        runs = self.words.runs()
        found = [span for begin, end in runs for span in self._in_run(begin, end)]
        found += self._in_lists(runs, found)
        return found + self._given_names(runs, found)

    def _in_lists(self, runs: list[tuple[int, int]], found: list[Span]) -> list[Span]:
        """Surname and given name in a list of people: Nguyễn Thị Cúc, Nguyễn Hưng, Dương Văn Bằng.

        Elsewhere two capitals are too little.
        """
        if not found and not self.people:
            return []
        starts = {span.start for span in found} | self.people.keys()
        ends = {span.end for span in found} | set(self.people.values())
        more: list[Span] = []
        for begin, end in runs:
            start = self.starts[begin]
            if end - begin != 2 or start in starts or start in self.known:
                continue
            if self.words[begin] not in self.lists["common_surnames"]:
                continue
            stop = self.ends[end - 1]
            before = any(start - len(s) in ends and self._is(start - len(s), s) for s in _LISTING)
            after = any(stop + len(s) in starts and self._is(stop, s) for s in _LISTING)
            if (before or after) and is_syllable(self.words[end - 1]):
                more.append(Span(start, stop, "PERSON"))
                ends.add(stop)
        return more

    def _is(self, at: int, sign: str) -> bool:
        return self.text.startswith(sign, at)

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
        byline = self._byline(begin, end)
        if byline:
            return [byline]
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
            taken = (
                self._person_at(index, end)
                or self._foreigner_at(index, begin)
                or self._spelled_out(index)
            )
            if taken:
                found.append(Span(start, self.ends[taken - 1], "PERSON"))
                index = max(taken, index + 1)
                continue
            known = self.known.get(start)
            index = self._index_after(known, index + 1) if known else index + 1
        return found

    def _byline(self, begin: int, end: int) -> Span | None:
        """A name that is all there is on its line: the author below an article."""
        start, stop = self.starts[begin], self.ends[end - 1]
        text = self.text
        if not 2 <= end - begin <= MAX_VIETNAMESE or start in self.known or start in self.people:
            return None
        if (start and text[start - 1] != "\n") or text[stop : stop + 1] not in ("", "\n"):
            return None
        known = self.lists["common_surnames" if end - begin == 2 else "surnames"]
        whole = all(is_syllable(self.words[at]) for at in range(begin, end))
        return Span(start, stop, "PERSON") if whole and self.words[begin] in known else None

    def _longer_name(self, index: int, stop: int, end: int) -> int:
        """The index after a longer name that a known one begins: Nguyễn Thị Thanh Phúc, or 0."""
        if stop < end and not is_syllable(self.words[stop]):
            foreign = not all(is_syllable(self.words[at]) for at in range(index, stop))
            return stop + 1 if foreign and self.starts[stop] not in self.known else 0
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
        elif first not in surnames and (second != "thị" or self._known_end(index)):
            return 0
        if second in surnames and first in self.lists["honorifics"]:
            return 0  # Ông Khúc Cường: the honorific at the head of a sentence
        if self._known_end(index) > self.ends[index] and not self._surely_person(index):
            return 0  # Hà Nội, Hoàng Sa: the list knows better
        introduced = self._introduced(index)
        highland = self._highlander(index, end, introduced)
        if highland:
            return highland
        stop = index + width
        common = first in self.lists["common_surnames"]
        upper = words.is_upper(index)
        while stop < end and stop - index < MAX_VIETNAMESE + width - 1:
            word = words[stop]
            if not is_syllable(word) or (words.is_upper(stop) != upper and len(word) > 1):
                break
            inside = stop > index + 1 or not (introduced or common)
            if inside and self._known_end(stop) > self.ends[stop]:
                if self._whole_name_over_place(index, stop, end):
                    return end
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

    def _highlander(self, index: int, end: int, introduced: bool) -> int:
        """The index after a name such as Y Thanh Hà Niê Kđăm, H'Yim Kđoh, Ksor Phước, or 0."""
        words = self.words
        if words[index] not in self.lists["highland_names"] and not _APOSTROPHE.match(words[index]):
            return 0
        stop = min(end, index + MAX_FOREIGN)
        stop = next(
            (at for at in range(index + 1, stop) if self._known_end(at) > self.ends[at]), stop
        )
        foreign = not all(is_syllable(words[at]) for at in range(index, stop))
        return stop if stop - index > 1 and (foreign or introduced) else 0

    def _whole_name_over_place(self, index: int, stop: int, end: int) -> bool:
        """Whether a run is a surname and a place's name, all of it: Tống Hải Nam."""
        return (
            end - index == _WITH_PLACE
            and stop == index + 1
            and self._known_end(stop) == self.ends[end - 1]
            and self.words[index] not in self.lists["doubtful_surnames"]
            and not self._continues_run(index)
        )

    def _continues_run(self, index: int) -> bool:
        """Whether a capitalised word or a hyphen stands right before."""
        if not index:
            return False
        gap = self.text[self.ends[index - 1] : self.starts[index]]
        return gap == "-" or (gap == " " and self.words.is_capital[index - 1])

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
                if gap == ". " and len(words[stop - 1].rpartition(".")[2]) > 1:
                    break
            if words.is_capital[stop]:
                initials = "." in words[stop]
                another = self.starts[stop] in self.known or (
                    words.is_upper(stop) != upper and not initials
                )
                if stop > index and (another or self._turns_vietnamese(index, stop)):
                    break
                capitals += 1
                if capitals > MAX_FOREIGN:
                    break
            elif not (
                (words[stop] in _PARTICLES and self._capital_after(stop))
                or (stop > index and self.text[self.starts[stop] - 1] == "-")
            ):
                break
            stop += 1
        if capitals == 0 or (upper and "-" in self.text[start : self.ends[stop - 1]]):
            return 0
        vietnamese = all(is_syllable(words[at]) for at in range(index, stop))
        spelled = "-" in self.text[start : self.ends[stop - 1]]
        named_post = start - 1 in self.named_posts
        if vietnamese and not (
            self._after_honorific(index)
            or self._credited(index)
            or spelled
            or (named_post and stop - index >= _SURELY_NAME)
        ):
            return 0  # a Vietnamese name begins with a surname; this is some other phrase
        if capitals == 1:
            if self._credited(index) or len(words[index]) < 2 or upper:
                return 0
            if named_post and not vietnamese:
                return stop
            known = self._after_honorific(index) and not self._after_degree(index)
            return stop if known else 0
        return stop

    def _turns_vietnamese(self, index: int, stop: int) -> bool:
        """Whether Vietnamese goes on after a foreign name: Dmitry Peskov [Thư ký báo chí]."""
        word = self.words[stop]
        hyphened = self.text[self.ends[stop] : self.ends[stop] + 1] == "-"
        plain = word.isascii() or hyphened or not is_syllable(word)
        return not plain and not is_syllable(self.words[index])

    def _spelled_out(self, index: int) -> int:
        """The index after a foreign name spelled by sound, no post before it: Ca-ma-la Ha-rít."""
        if self._continues_run(index) or self.starts[index] in self.known:
            return 0
        if index and self.words[index - 1] in self.lists["before_places"]:
            return 0
        words, text = self.words, self.text
        stop, groups = index, 0
        while stop < len(words) and words.is_capital[stop]:
            if self.starts[stop] in self.known or (
                stop > index and text[self.ends[stop - 1] : self.starts[stop]] != " "
            ):
                break
            last = stop + 1
            while last < len(words) and text[self.ends[last - 1] : self.starts[last]] == "-":
                if words.is_capital[last]:
                    return 0
                last += 1
            if last == stop + 1:
                break
            stop, groups = last, groups + 1
        return stop if groups > 1 else 0

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

    def _after_degree(self, index: int) -> bool:
        """After a degree, whose field may follow: thạc sĩ Luật."""
        before = self.text[max(0, self.starts[index] - 16) : self.starts[index] - 1].split(" ")
        return any(" ".join(before[-count:]) in self.lists["degrees"] for count in (1, 2, 3))

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

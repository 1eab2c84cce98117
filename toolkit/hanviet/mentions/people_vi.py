"""Vietnamese and foreign people in no list: a surname or a title before capitalised words."""

from __future__ import annotations

import re
from bisect import bisect_left

from hanviet.mentions.called_after_vi import begins_street, is_called_after
from hanviet.mentions.fellow_people_vi import fellow_people
from hanviet.mentions.foreign_vi import MAX_FOREIGN, ForeignNames
from hanviet.mentions.head_words import follows_house_number, head_kinds, names_commune
from hanviet.mentions.introduced_vi import Introductions
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.typed_spans import TypedSpans
from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWords
from hanviet.orthography.syllable import is_syllable

MAX_VIETNAMESE = 4
"""Syllables of a Vietnamese name, two-syllable surnames and all."""

_SIGNATURE = 2
"""Syllables with which a journalist signs."""

_FROM = "từ"
_ZONES = frozenset({"kcn", "ccn", "kkt", "kđt"})
_WITH_PLACE = 3
_INITIALED = re.compile(r"(?:[a-zđ]\.){1,3}[^\W\d_]+")
_NOBODY = frozenset("t.l t.h s.t p.v c.t.v b.b.t n.v t.s h.t p.v.".split())
"""Initials for words: tư liệu, tổng hợp, sưu tầm, phóng viên."""

_AFTER_BYLINE = (" (theo ", " (t/h)", " (tổng hợp", " (lược dịch", " (ghi)")
_APOSTROPHE = re.compile("[hkyr]['’]")


def unlisted_people(
    scan: ScanText, spans: TypedSpans, words: CasedWords, titles: set[int]
) -> list[Span]:
    """Find full names of people that no list holds.

    Args:
        scan: The document.
        spans: Where the readings of the admissible chart stand.
        words: The words of the document.
        titles: Indices in the folded text where a title, a rank or an honorific ends.

    Returns:
        Spans of type PERSON without readings.
    """
    return _Finder(scan, spans, words, titles).find()


class _Finder:
    def __init__(
        self, scan: ScanText, spans: TypedSpans, words: CasedWords, titles: set[int]
    ) -> None:
        self.scan = scan
        self.text = scan.folded
        self.words = words
        self.starts, self.ends = words.starts, words.ends
        self.introductions = Introductions(words, titles)
        self.lists = wordlists("vi")
        self.known, self.people, self.places = spans.things, spans.people, spans.places
        self.bodies = spans.bodies | spans.posts | spans.events
        self.state_posts = spans.place_ends & titles
        self.named_posts = self.state_posts | (spans.body_ends & titles)
        self.countries = spans.countries.keys()
        self.foreign = ForeignNames(
            words, self.known, self.bodies, self.named_posts, self.state_posts, self.introductions
        )

    def find(self) -> list[Span]:
        runs = self.words.runs()
        found = [span for begin, end in runs for span in self._in_run(begin, end)]
        people = [*self.people.items(), *((span.start, span.end) for span in found)]
        return found + fellow_people(self.words, runs, self.known, people, self.introductions)

    def _in_run(self, begin: int, end: int) -> list[Span]:
        found: list[Span] = []
        if end - begin == 1 and _INITIALED.fullmatch(self.words[begin]):
            return self._initialed(begin)
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
            if self.text[start - 2 : start - 1].isdigit() and follows_house_number(
                self.text, start
            ):
                return found
            taken = (
                self._person_at(index, end)
                or self.foreign.introduced_at(index, begin)
                or self.foreign.spelled_out(index)
            )
            if taken:
                taken = self._over_hyphens(taken)
                found.append(Span(start, self.ends[taken - 1], "PERSON"))
                index = max(taken, index + 1)
                continue
            known = self.known.get(start)
            if known == self.ends[end - 1] and self._called(index, end):
                found.append(Span(start, known, "PERSON"))
            index = self._index_after(known, index + 1) if known else index + 1
        return found

    def _initialed(self, index: int) -> list[Span]:
        """A photographer or author with initials: `Ảnh: N.Nam`, `P.Thủy` on a line alone."""
        start, stop = self.starts[index], self.ends[index]
        if self.words[index] in _NOBODY or start in self.known:
            return []
        text = self.text
        alone = text[start - 1 : start] == "\n" and text[stop : stop + 1] in ("", "\n")
        if not alone and not self.introductions.credited(index):
            return []
        return [Span(start, stop, "PERSON")]

    def _over_hyphens(self, index: int) -> int:
        """The index after the small words that hyphens tie to a name: Kim Hong-[kyun]."""
        while (
            self.words.gap(index) == "-"
            and not self.words.is_capital[index]
            and not self.words.is_spaced_dash(index)
        ):
            index += 1
        return index

    def _called(self, index: int, end: int) -> bool:
        """Whether `ông` or `bà` stands before two capitals that a place has too: ông Hòa Bình."""
        start = self.starts[index]
        return (
            end - index == _SIGNATURE
            and start in self.places
            and index > 0
            and self.words.gap(index) == " "
            and self.words[index - 1] in ("ông", "bà")
        )

    def _byline(self, begin: int, end: int) -> Span | None:
        """A name that is all there is on its line: the author below an article."""
        start, stop = self.starts[begin], self.ends[end - 1]
        text = self.text
        if not 2 <= end - begin <= MAX_VIETNAMESE or start in self.known or start in self.people:
            return None
        if start and text[start - 1] != "\n":
            return None
        if text.startswith(_AFTER_BYLINE, stop):
            return Span(start, stop, "PERSON")
        if text[stop : stop + 1] not in ("", "\n"):
            return None
        if self._signs_article(begin, end):
            return Span(start, stop, "PERSON")
        known = self.lists["common_surnames" if end - begin == 2 else "surnames"]
        whole = all(is_syllable(self.words[at]) for at in range(begin, end))
        return Span(start, stop, "PERSON") if whole and self.words[begin] in known else None

    def _signs_article(self, begin: int, end: int) -> bool:
        """Two syllables that are the last line of the document: Trí Dũng."""
        if self.text[self.ends[end - 1] :].strip() or end - begin != _SIGNATURE or not begin:
            return False
        return all(
            is_syllable(self.words[at]) and self.words[at] not in self.lists["no_signature"]
            for at in range(begin, end)
        )

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
        if index and (words[index - 1] in _ZONES or is_called_after(words, index)):
            return 0
        if names_commune(self.text, self.starts[index]):
            return 0
        if first == "đường" and begins_street(words, index + 1, end, self.people):
            return 0
        second = words[index + 1] if index + 1 < end else ""
        width = 1
        if second and f"{first} {second}" in surnames:
            width = 2
        elif (
            first not in surnames
            and (
                second != "thị"
                or self._known_end(index)
                or head_kinds(self.text, self.starts[index])
            )
            and not self._rarely_named(index, end)
        ):
            return 0
        if first in self.lists["honorifics"] and (
            second in surnames or second in self.lists["rare_surnames"]
        ):
            return 0  # Ông Khúc Cường: the honorific at the head of a sentence
        if self._known_end(index) > self.ends[index] and not self._surely_person(index):
            return 0  # Hà Nội, Hoàng Sa: the list knows better
        introduced = self.introductions.introduced(index)
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
        if given < 1 or (first == _FROM and self._is_from_place(index, stop)):
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

    def _rarely_named(self, index: int, end: int) -> bool:
        """Whether a post or honorific stands before a rare surname: ông [Cố] Dũng Hoa."""
        if self.words[index] not in self.lists["rare_surnames"] or end - index < _SIGNATURE:
            return False
        return self.introductions.after_title(index) or self.introductions.after_honorific(index)

    def _is_from_place(self, index: int, stop: int) -> bool:
        """Whether a sentence begins with `từ` and a place that has a head word elsewhere."""
        if not self.words.begins_sentence(index):
            return False
        name = self.text[self.starts[index + 1] : self.ends[stop - 1]]
        return bool(head_kinds(self.text, self.text.find(name)))

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
            and not self.words.continues_run(index)
        )

    def _known_end(self, index: int) -> int:
        """Where the longest known name that begins with a word ends, or 0."""
        return self.known.get(self.starts[index], 0)

    def _surely_person(self, index: int) -> bool:
        """An honorific or a credit before a name that is a place's too: bà La Bình."""
        start = self.starts[index]
        if start in self.countries and self.words[index - 1] not in self.lists["pronouns"]:
            return False  # thủ môn [Thái Lan]
        return self.introductions.after_honorific(index) or (
            self.introductions.credited(index) and start not in self.bodies
        )

    def _followed_by_post(self, stop: int) -> bool:
        end = self.ends[stop - 1]
        gap = self.text[end : end + 2]
        return gap == ", " and end + 2 in self.known

    def _index_after(self, position: int, least: int) -> int:
        """The first word that begins at a position or behind it, and no earlier than `least`."""
        return max(least, bisect_left(self.starts, position))

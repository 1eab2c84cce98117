"""Unlisted Vietnamese names that hold their head word: `Công ty X`, `Cầu X`, `Hội chợ X`."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from hanviet.mentions.bodies_vi import Bodies
from hanviet.mentions.outer_bodies_vi import outer_bodies
from hanviet.mentions.phrases_vi import phrases
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.typed_spans import TypedSpans
from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWords

MAX_WORDS = 12
"""Words of a headed name: longer ones are sentences."""

_HEAD_WORDS = 8
_TAIL_WORDS = 3
_INITIATIVE_WORDS = 8
_BEFORE_SCHEMES = frozenset("với trong theo do tại ở của và cho thuộc dự khuôn đã sẽ".split())
"""Words after a forum behind which a scheme is no part of its name."""

_OPENINGS = {" ": "", ' "': '"', " “": "”"}
"""What stands before a name, with what closes it."""

_YEAR = re.compile(r" (?:19|20)\d\d(?!\d)")
_EDITION = re.compile(
    r"(?: \(\w{2,12}(?: \w{1,12}){0,2}\)(?= lần thứ | (?:năm )?20\d\d))?"
    r"(?: lần thứ (?:\d{1,3}|[ivxlc]+|\w+)(?!\w))?(?:(?:-|,? (?:năm )?)(?:19|20)\d\d(?![\d/]))?"
)
_UNIT = re.compile(r" \d{1,4}(?![\d/]|[.,]\d|\w)")
_LONGEST_KNOWN = 48
_AFTER_HAPPENING = (",", ".", ";", ")", " (", " năm ", " ngày ")
_SHORT_HEAD = 4
_OF_FIELDS = frozenset({"bộ", "trường"})
"""Heads that only a field follows: `Bộ Giao thông`, `Trường Ngoại ngữ`, not `Trường Giang`."""

_ROADS = frozenset({"đường", "đại lộ", "phố"})
_DEPARTMENTS = frozenset({"cục", "tổng cục", "chi cục", "vụ", "sở"})
"""Heads behind which a field in lower case is a name: `Cục phòng chống ma túy và tội phạm`."""

_TYPES = {"facility_heads": "PLACE", "organisation_heads": "ORG", "event_heads": "EVENT"}


def headed_names(
    scan: ScanText, spans: TypedSpans, words: CasedWords, people: set[int], bodies: Bodies
) -> list[Span]:
    """Find unlisted facilities, bodies and events by their head words.

    Args:
        scan: The document.
        spans: Where the readings of the admissible chart stand.
        words: The words of the document.
        people: Where people's names begin: a headed name ends there.
        bodies: Tells where bodies end.

    Returns:
        Spans without readings.
    """
    finder = _Finder(scan, spans, words, people, bodies)
    found = finder.headed() + finder.tailed() + finder.happenings()
    return found + outer_bodies(words, finder.known, people)


class _Finder:
    def __init__(
        self, scan: ScanText, spans: TypedSpans, words: CasedWords, people: set[int], bodies: Bodies
    ) -> None:
        self.people = people
        self.bodies = bodies
        self.known, self.places = spans.longest, spans.places
        self.events = spans.initiatives
        self.blockers = phrases("blockers")
        self.others = spans.bodies | spans.posts | spans.people.keys()
        self.listed_people = spans.people
        self.text = scan.folded
        self.words = words
        self.known_starts = sorted(self.known)
        self.starts, self.ends = words.starts, words.ends
        self.is_capital, self.capitals = words.is_capital, words.capitals
        self.lists = wordlists("vi")

    def headed(self) -> list[Span]:
        """Names that hold their head word: `Công viên Hoa Hạ Long`, `Hội Nông dân`."""
        found = []
        first_words = _first_words()
        for index, word in zip(self.capitals, self.words.capital_words, strict=True):
            if word not in first_words or self._is_shouted(index, word):
                continue
            start = self.starts[index]
            if self._goes_on_from(index) or start in self.listed_people:
                continue  # Đường Lập is no road
            widths, name = self._longest_head(index, word)
            if not widths or self.blockers.after(self.words, index) > index + widths[0]:
                continue
            end = max(self._end(index, width, name) for width in widths)
            known = self.known.get(start, 0)
            if end > known and self.text[start:end] not in self.lists["bare_bodies"]:
                of_state = self.starts[index + widths[0] : index + widths[0] + 1]
                body = name != "event_heads" and of_state and of_state[0] in self.bodies.countries
                found.append(Span(start, end, "ORG" if body else _TYPES[name]))
        return found

    def _is_shouted(self, index: int, word: str) -> bool:
        """Whether a word is of a line in capitals, and no short form: [ĐH] Hải dương Thanh Đảo."""
        if not self.words.is_upper(index):
            return False
        following = index + 1
        return len(word) > _SHORT_HEAD or (
            following < len(self.words) and self.words.is_upper(following)
        )

    def _end(self, index: int, width: int, name: str) -> int:
        """Where a name ends whose head has some words, or 0."""
        head = self.text[self.starts[index] : self.ends[index + width - 1]]
        facility = name == "facility_heads"
        gap = facility or head in self.lists["gap_heads"]
        first = index + width
        if head in self.lists["numbered_heads"]:
            number = _UNIT.match(self.text, self.ends[first - 1])
            if number:
                return number.end()
        if head in self.lists["capital_heads"] and not (
            first < len(self.words)
            and (
                self.is_capital[first]
                or self.starts[first] in self.known
                or (self.words[first] in (head, "phòng", "nghiên") and self.bodies.is_field(first))
            )
        ):
            return 0  # but Phòng phòng chống ma túy, Trung tâm phòng, chống bệnh tật
        if head in _OF_FIELDS and (
            self.starts[index] in self.others or not self.bodies.is_field(first)
        ):
            return 0  # a listed one; Bộ Luật Hình sự
        end = self._extent(index + width, gap=gap, known_only=facility) if gap else 0
        if facility and head not in self.lists["cultural_heads"]:
            between = head in _ROADS and self.text.find("-", self.ends[first - 1], end) >= 0
            return 0 if between else end  # the two ends of a road are two places
        end = max(end, self._body_end(index, width, name))
        if name == "event_heads":
            end = max(end, self._about_initiative(first))
        if name == "event_heads" and end:
            edition = _EDITION.match(self.text, end)
            end = edition.end() if edition else end
        return end

    def _body_end(self, index: int, width: int, name: str) -> int:
        plural = index > 0 and self.words[index - 1] in ("các", "những")
        return self.bodies.after_head(
            index + width,
            event=name == "event_heads",
            plural=plural,
            strong=self.text[self.starts[index] : self.ends[index + width - 1]] in _DEPARTMENTS,
        )

    def _about_initiative(self, index: int) -> int:
        """Where a forum ends that is called after a scheme, in quotes or not, or 0.

        `Diễn đàn cấp cao hợp tác quốc tế “Vành đai và Con đường”`.
        """
        for ahead in range(index, min(index + _INITIATIVE_WORDS, len(self.words))):
            gap = self.words.gap(ahead)
            if self.starts[ahead] in self.events and gap in _OPENINGS:
                end = self.events[self.starts[ahead]]
                closing = _OPENINGS[gap]
                if not self.text.startswith(closing, end):
                    return 0
                return end + len(closing)
            word = self.words[ahead]
            if gap != " " or self.is_capital[ahead] or word in _BEFORE_SCHEMES:
                return 0
        return 0

    def _goes_on_from(self, index: int) -> bool:
        """Whether the word before is a capital of the same run: Chi [Lăng], Hội chợ [Triển lãm]."""
        if not index or self.words.gap(index) != " ":
            return False
        if self.is_capital[index - 1]:
            return not self.words.begins_sentence(index - 1)
        start = self.starts[index]
        near = bisect_left(self.known_starts, start - _LONGEST_KNOWN)
        until = bisect_left(self.known_starts, start)
        return any(start < self.known[begin] for begin in self.known_starts[near:until])

    def _longest_head(self, index: int, word: str) -> tuple[list[int], str]:
        """The widths of the heads that begin with a word, of the type with the longest."""
        best: list[int] = []
        type_ = ""
        for name in _TYPES:
            if word in phrases(name).firsts:
                widths = self._head_widths(index, name)
                if widths and (not best or widths[0] > best[0]):
                    best, type_ = widths, name
        return best, type_

    def _head_widths(self, index: int, name: str) -> list[int]:
        """The widths of the heads of a list that begin with a word, the widest first."""
        listed = phrases(name)
        heads = listed.phrases
        found: list[int] = []
        if self.words[index] not in listed.firsts:
            return found
        for width in range(min(listed.most, _HEAD_WORDS), 0, -1):
            last = index + width - 1
            if last < len(self.words) and self.text[self.starts[index] : self.ends[last]] in heads:
                found.append(width)
        return found

    def tailed(self) -> list[Span]:
        """Races and fairs that end in an international word: IRCtire Cup 2024."""
        found = []
        tails = self.lists["event_tails"]
        for index, word in zip(self.capitals, self.words.capital_words, strict=True):
            if word not in tails:
                continue
            first = index
            while (
                first
                and index - first < _TAIL_WORDS
                and self.is_capital[first - 1]
                and self.words.gap(first) == " "
                and self.words[first - 1] not in self.lists["event_stops"]
            ):
                first -= 1
            if first < index:
                year = _YEAR.match(self.text, self.ends[index])
                end = year.end() if year else self.ends[index]
                found.append(Span(self.starts[first], end, "EVENT"))
        return found

    def happenings(self) -> list[Span]:
        """A place that an event is called after: `sự kiện Thiên An Môn`."""
        found = []
        for head in self.lists["happenings"]:
            start = self.text.find(head)
            while start >= 0:
                place = start + len(head) + 1
                end = self.known.get(place, 0)
                named = end and place in self.places
                if named and self.text.startswith(_AFTER_HAPPENING, end):
                    found.append(Span(start, end, "EVENT"))
                start = self.text.find(head, start + 1)
        return sorted(found, key=lambda span: span.start)

    def _extent(self, index: int, *, gap: bool, known_only: bool) -> int:
        """The end of the name whose head word ends before `index`, or 0 if none follows."""
        end = 0
        first = index
        capitals_in_row = 0
        after_known = False
        while index < len(self.words) and index - first < MAX_WORDS:
            start, word_end = self.starts[index], self.ends[index]
            sign = self.words.gap(index)
            named_after = known_only and index == first and start in self.known
            if sign not in (" ", "-") or (start in self.people and not named_after):
                break
            stop = self.known.get(start, 0)
            if after_known and stop <= word_end and self.words[index] in self.lists["surnames"]:
                break  # a person's name follows the body
            capital = self.is_capital[index]
            after_known = capital and stop > word_end
            if after_known:
                end = stop
                index = self._index_at(stop)
                capitals_in_row = 2
                continue
            if capital:
                end = word_end
                capitals_in_row += 1
                index += 1
                continue
            if not end:
                ahead = self._capital_ahead(index, known_only=known_only) if gap else 0
                if not ahead:
                    break
                index = ahead
                continue
            tail = self._tail(index)
            if tail and end:
                end = tail
                index = self._index_at(tail)
                continue
            if (
                capitals_in_row == 1
                and sign == " "
                and not self.words.is_upper(index - 1)
                and self.words[index] not in self.lists["after_names"]
            ):
                end = word_end
            elif not self._joins(index):
                break
            capitals_in_row = 0
            index += 1
        return end

    def _joins(self, index: int) -> bool:
        """Whether a lower-case word stands between two parts of a name."""
        word, following = self.words[index], index + 1
        if following >= len(self.words) or self.words.gap(following) != " ":
            return False
        if word in ("và", "của", "về", "tại", "tỉnh", "thành"):
            joined = self.is_capital[following] or self.words[following] == "phố"
            if word == "và" and self.starts[following] in self.others:
                return False
            return joined and not any(self._head_widths(index + 1, name) for name in _TYPES)
        return False

    def _capital_ahead(self, index: int, *, known_only: bool) -> int:
        """The capital after one to four lower-case words: Ga [đường sắt cao tốc] Đông Hưng."""
        for ahead in range(index + 1, min(index + 5, len(self.words))):
            if self.words.gap(ahead) != " ":
                return 0
            if self.is_capital[ahead]:
                listed = self.starts[ahead] in self.places
                return ahead if listed or not known_only else 0
        return 0

    def _tail(self, index: int) -> int:
        if index + 1 >= len(self.words) or self.words.gap(index + 1) != " ":
            return 0
        end = self.ends[index + 1]
        return end if self.text[self.starts[index] : end] in self.lists["name_tails"] else 0

    def _index_at(self, position: int) -> int:
        return bisect_left(self.starts, position)


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """The words that head words of any type begin with."""
    lists = wordlists("vi")
    return frozenset(head.split(" ")[0] for name in _TYPES for head in lists[name])

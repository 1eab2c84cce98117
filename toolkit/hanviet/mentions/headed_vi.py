"""Unlisted Vietnamese names that a head word announces: `làng X`, `Công ty X`, `Cầu X`."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from hanviet.mentions.admissible import Spans
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWord
from hanviet.orthography.syllable import is_syllable

MAX_WORDS = 12
"""Words of a headed name: longer ones are sentences."""

_HEAD_WORDS = 4
_TAIL_WORDS = 3
_YEAR = re.compile(r" (?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(r" \d{1,2}(?![\d/.-])")
_LONGEST_KNOWN = 48
_NUMBERED_HEADS = frozenset({"phường", "xã", "các phường", "khu phố"})
_TYPES = (
    ("facility_heads", "PLACE"),
    ("organisation_heads", "ORG"),
    ("event_heads", "EVENT"),
)
_NO_UNLISTED = frozenset(
    {
        "nước",
        "khu vực",
        "châu",
        "bang",
        "hồ",
        "bản",
        "bến",
        "hang",
        "động",
        "chợ",
        "cầu",
        "thác",
        "phố",
        "đền",
    }
)
"""Heads too common as plain words to announce a place that no list knows."""


def headed_names(
    scan: ScanText, spans: Spans, words: list[CasedWord], people: set[int]
) -> list[Span]:
    """Find unlisted places, bodies and events by their head words.

    Args:
        scan: The document.
        spans: The admissible chart: known names inside are crossed whole.
        words: The words of the document.
        people: Where people's names begin: a headed name ends there.

    Returns:
        Spans without readings.
    """
    known: dict[int, int] = {}
    for start, end in spans:
        known[start] = max(end, known.get(start, 0))
    finder = _Finder(scan, spans, words, known, people)
    return finder.places() + finder.headed() + finder.list_mates() + finder.tailed()


class _Finder:
    def __init__(
        self,
        scan: ScanText,
        spans: Spans,
        words: list[CasedWord],
        known: dict[int, int],
        people: set[int],
    ) -> None:
        self.people = people
        self.spans = spans
        self.types: dict[int, set[str]] = {}
        for (start, _), nodes in spans.items():
            self.types.setdefault(start, set()).update(node.name.type for node in nodes)
        self.text = scan.folded
        self.words = words
        self.known = known
        self.known_starts = sorted(known)
        self.capitals = [index for index, word in enumerate(words) if word.capital]
        self.lists = wordlists("vi")

    def places(self) -> list[Span]:
        """Places whose head word stays outside: `làng Novoivanovka`, `tỉnh Nara`."""
        heads = wordlists("vi").place_heads
        found = []
        for index in self.capitals:
            word = self.words[index]
            if not index or word.start in self.people:
                continue
            if word.start in self.known:
                found += self._numbered(index)
                continue
            if self.words[index - 1].capital and not self._is_sentence_head(index - 1):
                continue
            before = self._before(index)
            head = next((h for h in before if h in heads and h not in _NO_UNLISTED), "")
            if not head or self._goes_on(head, word.start, heads):
                continue
            stop = index + 1
            while (
                stop < len(self.words)
                and stop - index < 4
                and self.words[stop].capital
                and self._gap(stop) == " "
                and self.words[stop].start not in self.known
            ):
                stop += 1
            if not word.upper or len(word.text) > 4:
                found.append(Span(word.start, self.words[stop - 1].end, "PLACE"))
        return found

    def _goes_on(self, head: str, start: int, heads: dict[str, str]) -> bool:
        """Whether the capital word belongs to a longer head: Cửa khẩu Quốc tế."""
        begin = start - len(head) - 1
        return any(
            self.text.startswith(longer, begin) for longer in heads if longer.startswith(f"{head} ")
        )

    def _numbered(self, index: int) -> list[Span]:
        """A ward that bears its town's name and a number: phường Móng Cái 1."""
        start = self.words[index].start
        end = self.known[start]
        match = _NUMBER.match(self.text, end)
        if match is None or not _NUMBERED_HEADS & set(self._before(index)):
            return []
        return [Span(start, match.end(), "PLACE")]

    def list_mates(self) -> list[Span]:
        """Places in a list beside a known one: `Cẩm Phả, Hồng Gai, Uông Bí`."""
        places = {start for start, types in self.types.items() if "PLACE" in types}
        place_ends = {
            end for (start, end), nodes in self.spans.items()
            if start in places
            for node in nodes if node.name.type == "PLACE"
        }  # fmt: skip
        found = []
        for index in self.capitals:
            word = self.words[index]
            end = self._pair_of_capitals(index)
            if not end:
                continue
            before = self.text[word.start - 2 : word.start] == ", " and (
                word.start - 2 in place_ends
            )
            after = self.text[end : end + 2] == ", " and end + 2 in places
            closed = self.text[end : end + 1] in ",.;)\n" or end == len(self.text)
            opened = index == 0 or self.text[word.start - 2 : word.start] in (", ", ": ", " (")
            if (before and closed) or (after and opened):
                found.append(Span(word.start, end, "PLACE"))
        return found

    def _pair_of_capitals(self, index: int) -> int:
        """The end of a run of just two capitalised Vietnamese syllables, or 0."""
        if index + 1 >= len(self.words):
            return 0
        first, last = self.words[index], self.words[index + 1]
        if not last.capital or not first.capital or first.upper or last.upper:
            return 0
        if first.start in self.known or first.start in self.people or last.start in self.people:
            return 0
        if self._gap(index + 1) != " " or not (is_syllable(first.text) and is_syllable(last.text)):
            return 0
        longer = (
            index + 2 < len(self.words)
            and self._gap(index + 2) == " "
            and (self.words[index + 2].capital)
        )
        return 0 if longer else last.end

    def headed(self) -> list[Span]:
        """Names that hold their head word: `Công viên Hoa Hạ Long`, `Hội Nông dân`."""
        found = []
        first_words = _first_words()
        for index in self.capitals:
            word = self.words[index]
            if word.upper or word.text not in first_words:
                continue
            if self._goes_on_from(index):
                continue
            for name, type_ in _TYPES:
                widths = self._head_widths(index, self.lists[name])
                if not widths:
                    continue
                head = self.text[word.start : self.words[index + widths[0] - 1].end]
                gap = name == "facility_heads" or head in self.lists["gap_heads"]
                end = max(
                    self._extent(index + width, gap=gap, known_only=type_ == "PLACE")
                    for width in widths
                )
                known = self.known.get(word.start, 0)
                if end > known and self.text[word.start : end] not in self.lists["bare_bodies"]:
                    found.append(Span(word.start, end, type_))
                break
        return found

    def _goes_on_from(self, index: int) -> bool:
        """Whether the word before is a capital of the same run: Chi [Lăng], Hội chợ [Triển lãm]."""
        if not index or self._gap(index) != " ":
            return False
        before = self.words[index - 1]
        if before.capital:
            return not self._is_sentence_head(index - 1)
        start = self.words[index].start
        near = bisect_left(self.known_starts, start - _LONGEST_KNOWN)
        until = bisect_left(self.known_starts, start)
        return any(start < self.known[begin] for begin in self.known_starts[near:until])

    def _head_widths(self, index: int, heads: frozenset[str]) -> list[int]:
        found = []
        for width in range(_HEAD_WORDS, 0, -1):
            part = self.words[index : index + width]
            if len(part) == width and self.text[part[0].start : part[-1].end] in heads:
                found.append(width)
        return found

    def tailed(self) -> list[Span]:
        """Races and fairs that end in an international word: IRCtire Cup 2024."""
        found = []
        tails = self.lists["event_tails"]
        for index in self.capitals:
            word = self.words[index]
            if word.text not in tails:
                continue
            first = index
            while (
                first
                and index - first < _TAIL_WORDS
                and self.words[first - 1].capital
                and self._gap(first) == " "
                and self.words[first - 1].text not in self.lists["event_stops"]
            ):
                first -= 1
            if first < index:
                year = _YEAR.match(self.text, word.end)
                end = year.end() if year else word.end
                found.append(Span(self.words[first].start, end, "EVENT"))
        return found

    def _extent(self, index: int, *, gap: bool, known_only: bool) -> int:
        """The end of the name whose head word ends before `index`, or 0 if none follows."""
        end = 0
        first = index
        capitals_in_row = 0
        after_known = False
        while index < len(self.words) and index - first < MAX_WORDS:
            word = self.words[index]
            sign = self._gap(index)
            if sign not in (" ", "-") or word.start in self.people:
                break
            stop = self.known.get(word.start, 0)
            if after_known and word.text in self.lists["surnames"] and stop <= word.end:
                break  # a person's name follows the body
            after_known = word.capital and stop > word.end
            if after_known:
                end = stop
                index = self._index_at(stop)
                capitals_in_row = 2
                continue
            if word.capital:
                end = word.end
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
            before = self.words[index - 1]
            if capitals_in_row == 1 and sign == " " and not before.upper:
                end = word.end
            elif not self._joins(index):
                break
            capitals_in_row = 0
            index += 1
        return end

    def _joins(self, index: int) -> bool:
        """Whether a lower-case word stands between two parts of a name."""
        word = self.words[index]
        following = self.words[index + 1] if index + 1 < len(self.words) else None
        if following is None or self._gap(index + 1) != " ":
            return False
        if word.text in ("và", "của", "về", "tại") or word.text in ("tỉnh", "thành"):
            joined = following.capital or following.text == "phố"
            named = self.types.get(following.start, set())
            if word.text == "và" and named & {"ORG", "TITLE", "PERSON"}:
                return False
            return joined and not any(
                self._head_widths(index + 1, self.lists[name]) for name, _ in _TYPES
            )
        return False

    def _capital_ahead(self, index: int, *, known_only: bool) -> int:
        """The capital after one to four lower-case words: Ga [đường sắt cao tốc] Đông Hưng."""
        for ahead in range(index + 1, min(index + 5, len(self.words))):
            if self._gap(ahead) != " ":
                return 0
            if self.words[ahead].capital:
                listed = self.words[ahead].start in self.known
                return ahead if listed or not known_only else 0
        return 0

    def _tail(self, index: int) -> int:
        part = self.words[index : index + 2]
        if len(part) < 2 or self._gap(index + 1) != " ":
            return 0
        text = self.text[part[0].start : part[1].end]
        return part[1].end if text in self.lists["name_tails"] else 0

    def _before(self, index: int) -> list[str]:
        """The one to four words before a word, joined, longest first."""
        found = []
        for count in range(4, 0, -1):
            first = index - count
            if first < 0:
                continue
            part = self.words[first:index]
            end = self.words[index].start - 1
            text = self.text[part[0].start : end]
            if "\n" not in text and self.text[end] == " ":
                found.append(text)
        return found

    def _is_sentence_head(self, index: int) -> bool:
        at = self.words[index].start
        while at and self.text[at - 1] == " ":
            at -= 1
        return not at or self.text[at - 1] in '.!?:\n“"('

    def _gap(self, index: int) -> str:
        return self.text[self.words[index - 1].end : self.words[index].start] if index else ""

    def _index_at(self, position: int) -> int:
        return bisect_left(self.words, position, key=lambda word: word.start)


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """The words that head words of any type begin with."""
    lists = wordlists("vi")
    return frozenset(head.split(" ")[0] for name, _ in _TYPES for head in lists[name])

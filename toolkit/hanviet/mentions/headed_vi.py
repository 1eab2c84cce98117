"""Unlisted Vietnamese names that a head word announces: `làng X`, `Công ty X`, `Cầu X`."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from hanviet.mentions.admissible import Spans
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWords
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
"""Heads too common as plain words to announce a place that no list knows by one capital."""

_NEVER_UNLISTED = frozenset({"nước", "khu vực", "châu"})
_SURE_WORDS = 2
_LIST_GOES_ON = (",", ".", ";", ")", "\n", " (", " và ")
_LISTED_KINDS = frozenset({"township", "village", "county"})


def headed_names(scan: ScanText, spans: Spans, words: CasedWords, people: set[int]) -> list[Span]:
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
        words: CasedWords,
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
        self.starts, self.ends = words.starts, words.ends
        self.is_capital, self.capitals = words.is_capital, words.capitals
        self.lists = wordlists("vi")
        self.lists_heads = self.lists.place_heads

    def places(self) -> list[Span]:
        """Places whose head word stays outside: `làng Novoivanovka`, `tỉnh Nara`."""
        heads = wordlists("vi").place_heads
        last_words = _last_words()
        found = []
        for index in self.capitals:
            start = self.starts[index]
            if not index or start in self.people:
                continue
            if start in self.known:
                found += self._numbered(index)
                continue
            if self.words[index - 1] not in last_words:
                continue
            if self.words.gap(index) == ": ":
                found += self._listed_after_colon(index)
                continue
            if self.is_capital[index - 1] and not self._is_sentence_head(index - 1):
                continue
            before = self._before(index)
            head = next((h for h in before if h in heads), "")
            if not head or self._goes_on(head, start, heads):
                continue
            stop = index + 1
            while (
                stop < len(self.words)
                and stop - index < 4
                and self.is_capital[stop]
                and self.words.gap(stop) == " "
                and self.starts[stop] not in self.known
            ):
                stop += 1
            if head in _NO_UNLISTED and (head in _NEVER_UNLISTED or stop - index < _SURE_WORDS):
                continue
            if not self.words.is_upper(index) or len(self.words[index]) > 4:
                found.append(Span(start, self.ends[stop - 1], "PLACE"))
                if heads[head] in _LISTED_KINDS:
                    found += self._mates_after(stop)
        return found

    def _mates_after(self, index: int) -> list[Span]:
        """Places in a list whose first one has a head word: `xã Minh Quân, Bảo Hưng, Việt Hồng`."""
        found: list[Span] = []
        while index < len(self.words) and self.words.gap(index) == ", ":
            end = self._pair_of_capitals(index)
            if not end or not self.text.startswith(_LIST_GOES_ON, end):
                break
            found.append(Span(self.starts[index], end, "PLACE"))
            index += 2
        return found

    def _listed_after_colon(self, index: int) -> list[Span]:
        """Places after a head word and a colon: `các xã: Minh Quân, Bảo Hưng`."""
        end = self._pair_of_capitals(index)
        if not end or self.lists_heads.get(self.words[index - 1]) not in _LISTED_KINDS:
            return []
        return [Span(self.starts[index], end, "PLACE"), *self._mates_after(index + 2)]

    def _goes_on(self, head: str, start: int, heads: dict[str, str]) -> bool:
        """Whether the capital word belongs to a longer head: Cửa khẩu Quốc tế."""
        begin = start - len(head) - 1
        return any(
            self.text.startswith(longer, begin) for longer in heads if longer.startswith(f"{head} ")
        )

    def _numbered(self, index: int) -> list[Span]:
        """A ward that bears its town's name and a number: phường Móng Cái 1."""
        start = self.starts[index]
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
            end = self._pair_of_capitals(index)
            if not end:
                continue
            start = self.starts[index]
            before = self.text[start - 2 : start] == ", " and start - 2 in place_ends
            after = self.text[end : end + 2] == ", " and end + 2 in places
            closed = self.text[end : end + 1] in ",.;)\n" or end == len(self.text)
            opened = index == 0 or self.text[start - 2 : start] in (", ", ": ", " (")
            if (before and closed) or (after and opened):
                found.append(Span(start, end, "PLACE"))
        return found

    def _pair_of_capitals(self, index: int) -> int:
        """The end of a run of just two capitalised Vietnamese syllables, or 0."""
        following = index + 1
        if following >= len(self.words) or not self.is_capital[following]:
            return 0
        start, last = self.starts[index], self.starts[following]
        if start in self.known or start in self.people or last in self.people:
            return 0
        if self.words.gap(following) != " ":
            return 0
        longer = (
            index + 2 < len(self.words)
            and self.is_capital[index + 2]
            and self.words.gap(index + 2) == " "
        )
        words = self.words
        if longer or words.is_upper(index) or words.is_upper(following):
            return 0
        whole = is_syllable(words[index]) and is_syllable(words[following])
        return self.ends[following] if whole else 0

    def headed(self) -> list[Span]:
        """Names that hold their head word: `Công viên Hoa Hạ Long`, `Hội Nông dân`."""
        found = []
        first_words = _first_words()
        for index in self.capitals:
            if self.words[index] not in first_words or self.words.is_upper(index):
                continue
            start = self.starts[index]
            if self._goes_on_from(index):
                continue
            for name, type_ in _TYPES:
                widths = self._head_widths(index, self.lists[name])
                if not widths:
                    continue
                head = self.text[start : self.ends[index + widths[0] - 1]]
                gap = name == "facility_heads" or head in self.lists["gap_heads"]
                end = max(
                    self._extent(index + width, gap=gap, known_only=type_ == "PLACE")
                    for width in widths
                )
                known = self.known.get(start, 0)
                if end > known and self.text[start:end] not in self.lists["bare_bodies"]:
                    found.append(Span(start, end, type_))
                break
        return found

    def _goes_on_from(self, index: int) -> bool:
        """Whether the word before is a capital of the same run: Chi [Lăng], Hội chợ [Triển lãm]."""
        if not index or self.words.gap(index) != " ":
            return False
        if self.is_capital[index - 1]:
            return not self._is_sentence_head(index - 1)
        start = self.starts[index]
        near = bisect_left(self.known_starts, start - _LONGEST_KNOWN)
        until = bisect_left(self.known_starts, start)
        return any(start < self.known[begin] for begin in self.known_starts[near:until])

    def _head_widths(self, index: int, heads: frozenset[str]) -> list[int]:
        found = []
        for width in range(_HEAD_WORDS, 0, -1):
            last = index + width - 1
            if last < len(self.words) and self.text[self.starts[index] : self.ends[last]] in heads:
                found.append(width)
        return found

    def tailed(self) -> list[Span]:
        """Races and fairs that end in an international word: IRCtire Cup 2024."""
        found = []
        tails = self.lists["event_tails"]
        for index in self.capitals:
            if self.words[index] not in tails:
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

    def _extent(self, index: int, *, gap: bool, known_only: bool) -> int:
        """The end of the name whose head word ends before `index`, or 0 if none follows."""
        end = 0
        first = index
        capitals_in_row = 0
        after_known = False
        while index < len(self.words) and index - first < MAX_WORDS:
            start, word_end = self.starts[index], self.ends[index]
            sign = self.words.gap(index)
            if sign not in (" ", "-") or start in self.people:
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
            if capitals_in_row == 1 and sign == " " and not self.words.is_upper(index - 1):
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
            named = self.types.get(self.starts[following], set())
            if word == "và" and named & {"ORG", "TITLE", "PERSON"}:
                return False
            return joined and not any(
                self._head_widths(index + 1, self.lists[name]) for name, _ in _TYPES
            )
        return False

    def _capital_ahead(self, index: int, *, known_only: bool) -> int:
        """The capital after one to four lower-case words: Ga [đường sắt cao tốc] Đông Hưng."""
        for ahead in range(index + 1, min(index + 5, len(self.words))):
            if self.words.gap(ahead) != " ":
                return 0
            if self.is_capital[ahead]:
                listed = self.starts[ahead] in self.known
                return ahead if listed or not known_only else 0
        return 0

    def _tail(self, index: int) -> int:
        if index + 1 >= len(self.words) or self.words.gap(index + 1) != " ":
            return 0
        end = self.ends[index + 1]
        return end if self.text[self.starts[index] : end] in self.lists["name_tails"] else 0

    def _before(self, index: int) -> list[str]:
        """The one to four words before a word, joined, longest first."""
        end = self.starts[index] - 1
        if self.text[end] != " ":
            return []
        parts = [self.text[self.starts[at] : end] for at in range(max(0, index - 4), index)]
        return [part for part in parts if "\n" not in part]

    def _is_sentence_head(self, index: int) -> bool:
        at = self.starts[index]
        while at and self.text[at - 1] == " ":
            at -= 1
        return not at or self.text[at - 1] in '.!?:\n“"('

    def _index_at(self, position: int) -> int:
        return bisect_left(self.starts, position)


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """The words that head words of any type begin with."""
    lists = wordlists("vi")
    return frozenset(head.split(" ")[0] for name, _ in _TYPES for head in lists[name])


@lru_cache(maxsize=1)
def _last_words() -> frozenset[str]:
    """The words that head words of places end with."""
    return frozenset(head.rsplit(" ", 1)[-1] for head in wordlists("vi").place_heads)

"""Unlisted Vietnamese places: after a head word that stays outside, and in lists of places."""

from __future__ import annotations

import re
from bisect import bisect_left

from hanviet.mentions.head_words import follows_house_number, last_words
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.typed_spans import TypedSpans
from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWords
from hanviet.orthography.syllable import is_syllable

_NUMBER = re.compile(r" (?:\d{1,2}(?![\d/]|[.,-]\d)|(?:i{1,3}|iv|v)(?!\w))")
_COUNT = re.compile(r" \d{1,4}(?=[,;)\n ]|\.(?!\d)|\Z)")
_DIRECTION = re.compile(r" (?:bắc|nam|đông|tây)(?!\w)")
_NUMBER_BEGINS = (
    *(f" {digit}" for digit in "0123456789"),
    " bắc",
    " nam",
    " đông",
    " tây",
    " i",
    " v",
)
"""What the two need, seen faster than they are tried."""
_NUMBERED_HEADS = frozenset({"phường", "xã", "các phường", "khu phố", "cầu", "cửa khẩu"})
_ABBREVIATIONS = frozenset("h tx tp p q x tt".split())
"""Heads that are written with a point before the name: `H.Yên Thành`."""

_NO_UNLISTED = frozenset(
    "nước|khu vực|châu|bang|hồ|biển|đường|đại lộ|bản|bến|hang|động".split("|")
) | frozenset("chợ|cầu|thác|phố|đền|vùng|vịnh|thị".split("|"))
"""Heads too common as plain words to announce a place that no list knows by one capital."""

_NEVER_UNLISTED = frozenset({"nước", "khu vực", "châu"})
_DIRECTIONS = frozenset({"bắc", "nam", "đông", "tây"})
_ON_THE_SIDE = ("phía ", "hướng ", "miền ")

_SURE_WORDS = 2
_LONGEST_SYLLABLE = 4
_MOST_WORDS = 4
_NO_PLACE = frozenset({"phòng", "ban", "sở", "đồn", "đội", "ủy", "chi", "bộ"})
_LIST_GOES_ON = (",", ".", ";", ")", "\n", " (", " và ")
_LISTED_KINDS = frozenset({"township", "village", "county"})
_MATE_SIGNS = (", ", "; ")
_LIST = 3
"""Names of two capitals in a row of commas that a head word some words before makes places."""

_LIST_REACH = 6


def unlisted_places(
    scan: ScanText, spans: TypedSpans, words: CasedWords, people: set[int]
) -> list[Span]:
    """Find places that no list holds.

    Args:
        scan: The document.
        spans: Where the readings of the admissible chart stand.
        words: The words of the document.
        people: Where people's names begin.

    Returns:
        Spans of type PLACE without readings.
    """
    finder = _Finder(scan, spans, words, people)
    found = finder.after_heads() + finder.list_mates()
    return found + finder.again(found)


class _Finder:
    def __init__(
        self, scan: ScanText, spans: TypedSpans, words: CasedWords, people: set[int]
    ) -> None:
        self.scan, self.text, self.words, self.people = scan, scan.folded, words, people
        self.starts, self.ends = words.starts, words.ends
        self.is_capital, self.capitals = words.is_capital, words.capitals
        self.heads = wordlists("vi").place_heads
        self.after_names = wordlists("vi")["after_names"]
        self.known, self.places = spans.longest, spans.places
        self.place_ends = spans.place_ends | set(map(self._after_count, spans.place_ends))
        self.wide = spans.wide
        self.numbered: set[int] = set()

    def _after_count(self, end: int) -> int:
        """Where a number ends that is counted for a place: `Sa Pa 9, Bát Xát 13`."""
        if self.text[end : end + 1] != " " or not self.text[end + 1 : end + 2].isdigit():
            return end
        match = _COUNT.match(self.text, end)
        return match.end() if match else end

    def after_heads(self) -> list[Span]:
        """Places whose head word stays outside: `làng Novoivanovka`, `tỉnh Nara`."""
        lasts = last_words()
        found = []
        for index in self.capitals:
            start = self.starts[index]
            if start in self.people:
                continue
            if start in self.known:
                found += self._numbered(index)
                continue
            if self.words[index] in _DIRECTIONS and (wide := self.wide.get(self.ends[index] + 1)):
                if not self.text.endswith(_ON_THE_SIDE, 0, start):
                    found.append(Span(start, wide, "PLACE", suffixed=True))
                continue
            if self.text.find(".", start, self.ends[index]) >= 0:
                found += self._after_point(index)
                continue
            if self.text[start - 2 : start - 1].isdigit() and follows_house_number(
                self.text, start
            ):
                stop = self._run(index)
                if stop - index >= _SURE_WORDS:
                    found.append(Span(start, self.ends[stop - 1], "PLACE"))
                continue
            if not index or self.words[index - 1] not in lasts:
                continue
            gap = self.words.gap(index)
            if gap == ": ":
                found += self._listed_after_colon(index)
                continue
            abbreviated = self.words.is_upper(index - 1)
            if gap == ") " and abbreviated:  # khu công nghiệp (KCN) Gia Lễ
                head = self.words[index - 1]
            elif self.is_capital[index - 1] and not (
                abbreviated or self.words.begins_sentence(index - 1)
            ):
                continue
            else:
                head = next((head for head in self._before(index) if head in self.heads), "")
            if not head or head not in self.heads or self._goes_on(head, start):
                continue
            stop = self._run(index)
            if (
                stop - index < _SURE_WORDS
                and is_syllable(self.words[index])
                and self.words.may_be_cut(index, self.after_names)
            ):
                continue
            if head in _NO_UNLISTED and (
                head in _NEVER_UNLISTED
                or (stop - index < _SURE_WORDS and not self._is_foreign(index))
            ):
                continue
            if not self.words.is_upper(index) or len(self.words[index]) > 4:
                found.append(Span(start, self.ends[stop - 1], "PLACE"))
                if self.heads[head] in _LISTED_KINDS:
                    found += self._mates_after(stop)
        return found

    def _is_foreign(self, index: int) -> bool:
        """Whether a word is long and no Vietnamese syllable: bang [Missouri]."""
        word = self.words[index]
        return len(word) > _LONGEST_SYLLABLE and not is_syllable(word)

    def _run(self, index: int) -> int:
        """The index after the capitals, four at most, that begin here."""
        stop = index + 1
        while (
            stop < len(self.words)
            and stop - index < _MOST_WORDS
            and self.is_capital[stop]
            and self.words.gap(stop) == " "
            and self.starts[stop] not in self.known
        ):
            stop += 1
        return stop

    def _after_point(self, index: int) -> list[Span]:
        """A place after the first letters of its head word: `H.Yên Thành`."""
        head, _, name = self.words[index].rpartition(".")
        start = self.ends[index] - len(name)
        if head not in _ABBREVIATIONS or len(name) < 2 or start in self.known:
            return []
        if self.starts[index] in self.people:
            return []  # P.Thủy below a report
        if start in self.people or not self.scan.surface(start, start + 1).isupper():
            return []
        return [Span(start, self.ends[self._run(index) - 1], "PLACE")]

    def _mates_after(self, index: int) -> list[Span]:
        """Places in a list whose first one has a head word: `xã Minh Quân, Bảo Hưng, Việt Hồng`.

        What holds them may stand in brackets: `xã Vĩnh Phong (Bảo Lâm); Cảnh Tiên (Trùng Khánh)`.
        """
        found: list[Span] = []
        while index < len(self.words):
            index, sign = self._past_brackets(index)
            if sign not in _MATE_SIGNS:
                break
            end = self._pair_of_capitals(index)
            if not end and found and self.starts[index] in self.places:
                index = bisect_left(self.starts, self.known[self.starts[index]])
                continue
            if not end or not (
                self.text.startswith(_LIST_GOES_ON, end) or self._then_small(index + 2)
            ):
                break
            found.append(Span(self.starts[index], end, "PLACE"))
            index += 2
        return found

    def _past_brackets(self, index: int) -> tuple[int, str]:
        """The word after a known place in brackets, if one stands here, and the sign before it."""
        sign, start = self.words.gap(index), self.starts[index]
        end = self.known.get(start, 0)
        if sign == " (" and end and start in self.places and self.text.startswith(")", end):
            index = bisect_left(self.starts, end)
            return index, self.text[end + 1 : self.starts[index]] if index < len(self.words) else ""
        return index, sign

    def _then_small(self, index: int) -> bool:
        """Whether a small word follows, so that what stood before is no beginning of a name."""
        return self.words.gap(index) == " " and not self.is_capital[index]

    def _listed_after_colon(self, index: int) -> list[Span]:
        """Places after a head word and a colon: `các xã: Minh Quân, Bảo Hưng`."""
        end = self._pair_of_capitals(index)
        if not end or self.heads.get(self.words[index - 1]) not in _LISTED_KINDS:
            return []
        return [Span(self.starts[index], end, "PLACE"), *self._mates_after(index + 2)]

    def _goes_on(self, head: str, start: int) -> bool:
        """Whether the capital word belongs to a longer head: Cửa khẩu Quốc tế."""
        begin = start - len(head) - 1
        return any(
            self.text.startswith(longer, begin)
            for longer in self.heads
            if longer.startswith(f"{head} ")
        )

    def _numbered(self, index: int) -> list[Span]:
        """A ward that bears its town's name and a number: phường Móng Cái 1."""
        start = self.starts[index]
        end = self.known[start]
        if not self.text.startswith(_NUMBER_BEGINS, end):
            return []
        match = _DIRECTION.match(self.text, end)
        if match and index and self._before(index) and self._before(index)[-1] in self.heads:
            capital = self.scan.surface(end + 1, end + 2).isupper()
            return [Span(start, match.end(), "PLACE")] if capital else []
        match = _NUMBER.match(self.text, end)
        if match is None or not index or self.scan.surface(end + 1, match.end()).islower():
            return []
        listed = any(
            start - len(sign) in self.numbered and self.text.startswith(sign, start - len(sign))
            for sign in (", ", " và ")
        )
        if not (listed or _NUMBERED_HEADS & set(self._before(index))):
            return []
        self.numbered.add(match.end())
        return [Span(start, match.end(), "PLACE", suffixed=True)]

    def list_mates(self) -> list[Span]:
        """Places in a list beside a known one: `Cẩm Phả, Hồng Gai, Uông Bí`."""
        found = []
        ends = set(self.place_ends)
        listed = -1
        for index in self.capitals:
            if index < listed:
                continue
            end = self._pair_of_capitals(index)
            if not end:
                continue
            start = self.starts[index]
            counted = self._after_count(end)
            before = self.text[start - 2 : start] == ", " and start - 2 in ends
            after = self.text[counted : counted + 2] == ", " and counted + 2 in self.places
            closed = end == len(self.text) or self.text.startswith(_LIST_GOES_ON, counted)
            opened = index == 0 or self.text[start - 2 : start] in (", ", ": ", " (")
            if (before and closed) or (after and opened):
                found.append(Span(start, end, "PLACE"))
                ends |= {end, counted}
            elif self.text.startswith(", ", end) and self._announced(index):
                mates = self._mates_after(index + 2)
                if len(mates) + 1 >= _LIST:
                    found += [Span(start, end, "PLACE"), *mates]
                    listed = index + 2 * (len(mates) + 1)
        return found

    def again(self, found: list[Span]) -> list[Span]:
        """Names of two words and more that the document has once more, without a head word."""
        names = {self.text[span.start : span.end] for span in found}
        names = {name for name in names if " " in name}
        if not names:
            return []
        taken = {span.start for span in found} | self.people | self.known.keys()
        return [
            Span(start, stop, "PLACE")
            for begin, end in self.words.runs()
            if (start := self.starts[begin]) not in taken
            and self.text[start : (stop := self.ends[end - 1])] in names
        ]

    def _announced(self, index: int) -> bool:
        """Whether a head word stands some small words before: `3 xã vùng ven biển Liên Vị, …`."""
        for at in range(index - 1, max(-1, index - _LIST_REACH), -1):
            if self.words.gap(at + 1) != " " or self.is_capital[at]:
                return False
            if self.heads.get(self.words[at]) in _LISTED_KINDS:
                return True
        return False

    def _pair_of_capitals(self, index: int) -> int:
        """The end of a run of just two capitalised Vietnamese syllables, or 0."""
        following = index + 1
        if following >= len(self.words) or not self.is_capital[following]:
            return 0
        start, last = self.starts[index], self.starts[following]
        if start in self.known or start in self.people or last in self.people:
            return 0
        words = self.words
        if words.gap(following) != " " or words[index] in _NO_PLACE:
            return 0
        longer = index + 2 < len(words) and (
            self.is_capital[index + 2] and words.gap(index + 2) == " "
        )
        if longer or words.is_upper(index) or words.is_upper(following):
            return 0
        whole = is_syllable(words[index]) and is_syllable(words[following])
        return self.ends[following] if whole else 0

    def _before(self, index: int) -> list[str]:
        """The one to four words before a word, joined, longest first."""
        end = self.starts[index] - 1
        if self.text[end] != " ":
            return []
        parts = [self.text[self.starts[at] : end] for at in range(max(0, index - 4), index)]
        return [part for part in parts if "\n" not in part]

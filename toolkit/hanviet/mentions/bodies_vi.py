"""Where a Vietnamese body ends that no list knows: over capitals, known names, fields and levels.

`Sở Văn hóa, Thể thao và Du lịch tỉnh Lào Cai` begins with a head word and goes on over capitals,
known names, fields (`văn hóa`, `đầu tư`) and levels of government (`tỉnh`, `huyện X`), up to a
person's name, a verb, or a sign.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from hanviet.mentions.body_words_vi import JOINERS, BodyWords
from hanviet.mentions.phrases_vi import Phrases
from hanviet.mentions.span import Span
from hanviet.orthography.syllable import is_syllable

MAX_WORDS = 24
"""Words after a post that may belong to its body."""

_LOW_LEVELS = frozenset("xã phường huyện quận".split())
_KNOWN, _LEVEL, _STATE = 1, 2, 3
_STATIONED = "tại"
_ENVOYS = ("phái viên", "đặc sứ", "đại diện đặc biệt")
_NUMBERED = re.compile(r"(?: số)? \d{1,3}(?![\d/]|[.,]\d|\w)")
_FIRM_POSTS = ("giám đốc", "giám đốc điều hành", "ceo", "chủ tịch hđqt", "nhà sáng lập")
_FIRM_LETTERS = 5
_WARD = " phường "
_NUMBER_OF_WARD = re.compile(
    r" \d{1,2}(?![\d/]|[.,]\d|\w| (?:người|hộ|đảng|cán|ngày|tháng|năm|giờ))"
)
_AT = " tại "
_FULL_TIME = " chuyên trách "
_MINISTERS = ("bộ trưởng", "thứ trưởng", "quốc vụ khanh")
_LOCAL = ("ủy", "ubnd", "hđnd", "nhân dân")
"""Ends of the names of local bodies, after which a place may stand that no list has."""


class Bodies(BodyWords):
    """Tells where the bodies of one document end, word by word."""

    def extent(self, post: Span) -> int:
        """Where a post ends, its body included; its own end if none follows."""
        index = bisect_left(self.starts, post.end)
        if self.words.gap(index) != " ":
            return self._numbered(post.start, post.end)
        if state := self._state(index):
            return state
        if self.words[index] == "của" and self.starts[index] + 4 in self.bodies:
            return self.known[self.starts[index + 1]]
        inside = self._ends_in_head(post)
        if self.starts[index] in self.countries:
            if self.text.endswith(_ENVOYS, post.start, post.end):
                inside = "head"
            elif (end := self.countries[self.starts[index]]) + 1 in self.people:
                return end  # Thứ trưởng Ngoại giao [Mỹ] Kurt Campbell
        elif not inside and self.words[index] in _LOW_LEVELS:
            inside = "whole"
        if not inside and self.words.is_capital[index]:
            said = self.text[post.start : post.end]
            if said in self.missions or said.endswith(_MINISTERS):
                inside = "head"  # Bộ trưởng [Thông tin Campuchia]
        if self.text.startswith(_FULL_TIME, post.end):
            index += 2
        after_whole = inside == "whole" and self.text.endswith(_LOCAL, 0, post.end)
        end = self._walk(index, inside, post.end, after_whole=after_whole)
        if end == post.end:
            end = (0 if inside else self._firm(index, post)) or self._bare_body(index) or end
        if end > post.end:
            end = self._with_digits(end)
        if self.text[post.start : post.end] in self.missions:
            end = self._abroad(end)
        return self._numbered(post.start, end)

    def _firm(self, index: int, post: Span) -> int:
        """Where a firm ends that a made-up word names: Tổng Giám đốc [Vinashinlines], or 0."""
        start, word = self.starts[index], self.words[index]
        if not self.text.endswith(_FIRM_POSTS, post.start, post.end):
            return 0
        if not self.words.is_capital[index] or len(word) < _FIRM_LETTERS or is_syllable(word):
            return 0
        following = index + 1
        goes_on = self._is_capital_after(following) and self.starts[following] not in self.people
        return 0 if goes_on or start in self.people else self.ends[index]

    def _bare_body(self, index: int) -> int:
        """Where a body without a name ends of which somebody is a head: Trưởng [Ban Chỉ đạo]."""
        stop = self.bare.after(self.words, index) if self.words.is_capital[index] else 0
        closed = stop > index + 1 and self.words.gap(stop) != " "
        return self.ends[stop - 1] if closed else 0

    def _with_digits(self, end: int) -> int:
        """Where a name ends, with the digits of its last word: Cục Kỹ thuật nghiệp vụ A[06]."""
        while self.text[end : end + 1].isdigit():
            end += 1
        return end

    def _numbered(self, start: int, end: int) -> int:
        """Where a post ends with the number of its ward: Bí thư Đảng ủy phường Móng Cái [1]."""
        number = _NUMBER_OF_WARD.match(self.text, end)
        return number.end() if number and self.text.find(_WARD, start, end) >= 0 else end

    def _abroad(self, end: int) -> int:
        """Where the post of a mission ends with the place that it is in: [tại Việt Nam]."""
        place = end + len(_AT)
        return self.known[place] if self.text.startswith(_AT, end) and place in self.known else end

    def after_prefix(self, start: int, prefixes: frozenset[str]) -> int:
        """Where a post begins with the word before it that is a part of it, or its own start."""
        index = bisect_left(self.starts, start)
        for count in (1, 2):
            first = index - count
            if first >= 0 and self.words.is_capital[first] and self.words.gap(index) == " ":
                before = self.starts[first]
                if self.text[before : start - 1] in prefixes:
                    return before
        return start

    def after_head(
        self, index: int, *, event: bool = False, plural: bool = False, strong: bool = False
    ) -> int:
        """Where a body or event ends whose head word ends before a word; 0 if no name follows.

        Args:
            index: The word after the head.
            event: Whether it is an event's.
            plural: Whether `các` stands before the head: fields in a list are other bodies'.
            strong: Whether a field in lower case that is no verb names the body.

        Returns:
            An index in the folded text.
        """
        self.is_event, self.is_plural = event, plural
        end = self._walk(index, "head", 0, after_whole=False)
        self.is_event = self.is_plural = False
        if not self.is_named and not (strong and end and self._is_long_field(index)):
            return 0
        number = _NUMBERED.match(self.text, end)
        return number.end() if number else self._with_digits(end)

    def is_field(self, index: int) -> bool:
        """Whether a field begins with a word: [phòng chống ma túy]."""
        return self.fields.after(self.words, index) > index + 1

    def _is_capital_after(self, index: int) -> bool:
        """Whether a capital goes on: Công ty CP phát triển [Nam] Sài Gòn."""
        return self.words.gap(index) == " " and self.words.is_capital[index]

    def _is_long_field(self, index: int) -> bool:
        """Whether a field of three syllables and more begins that is no verb of two."""
        field = self.fields.after(self.words, index)
        return field > index + 2 or bool(field and not self.verbs.after(self.words, index))

    def _walk(self, index: int, inside: str, end: int, *, after_whole: bool) -> int:
        """Where a body ends, from a word on.

        Args:
            index: The word.
            inside: `head` after the head of a body that needs a name, `whole` after one that is
                a body without any, nothing outside of a body.
            end: The answer if nothing follows.
            after_whole: A place that no list has may stand here.

        Returns:
            An index in the folded text.
        """
        first = fresh = index  # fresh: the word after a head
        row = 0  # capitals in a row that are no known name and no field
        placed = 0  # a known name or the place of a level came last
        self.is_named = False
        while index < len(self.words) and index - first < MAX_WORDS:
            gap = self.words.gap(index)
            if gap == "&" and self.words.is_upper(index - 1) and self.words.is_upper(index):
                end = self.ends[index]  # Sở NN&PTNT
                index += 1
                continue
            if gap == " & " and self.words.is_capital[index]:
                gap = " "  # ĐH Khoa học Xã hội & Nhân văn
            if gap not in (" ", "-", ", ") or (gap == ", " and not self._listed_field(index)):
                break
            start = self.starts[index]
            if gap == "-" and self.words.is_spaced_dash(index) and self._begins_body(index):
                break  # Đồn Biên phòng Xín Cái - [Bộ đội Biên phòng …]
            if placed == _LEVEL and gap == "-" and self._is_country(start):
                break
            if gap == " " and (head := self.wholes.after(self.words, index)):
                index, inside, row, placed = head, "whole", 0, 0
                end = self.ends[index - 1]
                after_whole = self.words[index - 1] in _LOCAL
                continue
            if start in self.bodies and not self._ends_in_head_word(start) and inside:
                end = self.known[start]
                index, after_whole, row = bisect_left(self.starts, end), False, 0
                placed, self.is_named = _KNOWN, True
                continue
            if gap == " " and self._is_head(index) and not (row == 1 and self._is_last(index)):
                head = self.heads.after(self.words, index)
                inside, after_whole, row, placed = "head", False, 0, 0
                if self.text[start : self.ends[head - 1]] in self.fields.phrases:
                    end, self.is_named = self.ends[head - 1], True  # Báo [Hải quan]
                index = fresh = head
                continue
            if not inside:
                break
            if start in self.people and not (after_whole and self._short_place(index)):
                break
            if start in self.known and not self._in_field(index):
                if placed and gap == " " and self.ends[index - 1] in self.countries.values():
                    break  # Hội … Trung Quốc [Dương Vạn] Minh
                end = self.known[start]
                index, after_whole, row = bisect_left(self.starts, end), False, 0
                placed, self.is_named = _STATE if self._is_country(start) else _KNOWN, True
                continue
            field = self.fields.after(self.words, index)
            level = self.levels.after(self.words, index) if gap == " " else 0
            if level and field <= level:
                index = self._after_place(level)
                end, after_whole, row = self.ends[index - 1], False, 0
                placed = _LEVEL if index > level else 0
                self.is_named |= index > level
                continue
            field = self.fields.after(self.words, index)
            if field and (
                self.words.is_capital[index]
                or gap == "-"  # Phòng Tài chính - [kế hoạch]
                or not self._is_verb(
                    index, fresh if self._is_capital_after(field) else first, placed
                )
            ):
                said = self.text[start : self.ends[field - 1]]
                self.is_named |= self.words.is_capital[index] or said in self.tails
                index, after_whole, row, placed = field, False, 0, 0
                end = self.ends[index - 1]
                continue
            if gap == " " and (head := self._place_head(index)):
                index = head
                continue
            if gap == " " and placed == _STATE and self.words[index] == _STATIONED:
                end = self.known.get(self.ends[index] + 1, 0)
                if end and self._is_capital_after(index + 1):
                    return end  # Trung tâm Văn hóa Trung Quốc [tại Hà Nội]
                return self.ends[index - 1]
            if self.words[index] in JOINERS and self._goes_on(index + 1):
                index, row, placed = index + 1, 0, 0
                continue
            if row == 1 and gap == " " and self._completes(index):
                end, row = self.ends[index], 0
                index += 1
                continue
            if not self.words.is_capital[index] or start in self.titles or end in self.known_ends:
                break
            if placed == _KNOWN and self.ends[index - 1] in self.countries.values():
                break  # Ngân hàng Trung ương Nga [Elvira Nabiullina]
            if inside == "whole" and not (after_whole and self._short_place(index)):
                break
            end = self.ends[index]
            row, placed, self.is_named = row + (not self.words.is_upper(index)), 0, True
            index += 1
        return end

    def local_body(self, index: int, heads: Phrases) -> int:
        """Where a local body ends that begins with a word, or 0 without a place."""
        head = heads.after(self.words, index)
        if not head or self.words.gap(head) != " ":
            return 0
        level = self.levels.after(self.words, head)
        if level and self.words.gap(level) != " ":
            return 0
        stop = self._after_place(level or head)
        if stop == (level or head) or (not level and self.starts[head] not in self.known):
            return 0
        return self.ends[stop - 1]

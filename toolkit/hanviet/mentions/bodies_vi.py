"""Where a Vietnamese body ends that no list knows: over capitals, known names, fields and levels.

`Sở Văn hóa, Thể thao và Du lịch tỉnh Lào Cai` begins with a head word and goes on over capitals,
known names, fields (`văn hóa`, `đầu tư`) and levels of government (`tỉnh`, `huyện X`), up to a
person's name, a verb, or a sign.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from hanviet.mentions.admissible import Spans
from hanviet.mentions.phrases_vi import Phrases, phrases
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWords
from hanviet.orthography.syllable import is_syllable

MAX_WORDS = 24
"""Words after a post that may belong to its body."""

_PLACE_WORDS = 3
_JOINERS = ("và", "của", "về")
_SHORT_PLACE = 2
_ABOUT = ("tội phạm",)
_LOW_LEVELS = frozenset("xã phường huyện quận".split())
_KNOWN, _LEVEL = 1, 2
_ENVOYS = ("phái viên", "đặc sứ", "đại diện đặc biệt")
_NUMBERED = re.compile(r"(?: số)? \d{1,3}(?![\d/]|[.,]\d|\w)")
_FIRST_FIELDS = ("văn hóa", "lao động")
"""Fields after which a comma goes on in the name of one department."""

_LOCAL = ("ủy", "ubnd", "hđnd", "nhân dân")
"""Ends of the names of local bodies, after which a place may stand that no list has."""


class Bodies:
    """Tells where the bodies of one document end, word by word."""

    def __init__(self, scan: ScanText, spans: Spans, words: CasedWords, people: set[int]) -> None:
        self.text = scan.folded
        self.words = words
        self.starts, self.ends = words.starts, words.ends
        self.people = people
        lists = wordlists("vi")
        self.heads, self.wholes = phrases("post_bodies"), phrases("whole_bodies")
        self.fields, self.levels = phrases("field_words"), phrases("levels")
        self.surnames = lists["common_surnames"]
        self.prefixes = phrases("state_prefixes")
        self.stops, self.verbs = lists["after_names"], phrases("verb_fields")
        self.is_named = self.is_event = self.is_plural = False
        self.tails, self.place_heads = lists["name_tails"], phrases("place_heads")
        self.countries: dict[int, int] = {}
        self.bodies: set[int] = set()
        self.known: dict[int, int] = {}
        self.known_ends: set[int] = set()
        self.titles: set[int] = set()
        for (start, end), nodes in spans.items():
            for node in nodes:
                if node.name.type == "TITLE":
                    self.titles.add(start)
                elif node.name.type in ("PLACE", "ORG"):
                    self.known[start] = max(end, self.known.get(start, 0))
                    self.known_ends.add(end)
                    if node.name.type == "ORG":
                        self.bodies.add(start)
                    elif node.name.kind == "country":
                        self.countries[start] = end

    def extent(self, post: Span) -> int:
        """Where a post ends, its body included; its own end if none follows."""
        index = bisect_left(self.starts, post.end)
        if self.words.gap(index) != " ":
            return post.end
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
        after_whole = inside == "whole" and self.text[: post.end].endswith(_LOCAL)
        return self._walk(index, inside, post.end, after_whole=after_whole)

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

    def after_head(self, index: int, *, event: bool = False, plural: bool = False) -> int:
        """Where a body or event ends whose head word ends before a word; 0 if no name follows.

        Args:
            index: The word after the head.
            event: Whether it is an event's.
            plural: Whether `các` stands before the head: fields in a list are other bodies'.

        Returns:
            An index in the folded text.
        """
        self.is_event, self.is_plural = event, plural
        end = self._walk(index, "head", 0, after_whole=False)
        self.is_event = self.is_plural = False
        if not self.is_named:
            return 0
        number = _NUMBERED.match(self.text, end)
        return number.end() if number else end

    def is_field(self, index: int) -> bool:
        """Whether a field begins with a word: [phòng chống ma túy]."""
        return self.fields.after(self.words, index) > index + 1

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
        first = index
        row = 0  # capitals in a row that are no known name and no field
        placed = 0  # a known name or the place of a level came last
        self.is_named = False
        while index < len(self.words) and index - first < MAX_WORDS:
            gap = self.words.gap(index)
            if gap == "&" and self.words.is_upper(index - 1) and self.words.is_upper(index):
                end = self.ends[index]  # Sở NN&PTNT
                index += 1
                continue
            if gap not in (" ", "-", ", ") or (gap == ", " and not self._listed_field(index)):
                break
            start = self.starts[index]
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
                index = head
                continue
            if not inside:
                break
            if start in self.people and not (after_whole and self._short_place(index)):
                break
            if start in self.known and not self._in_field(index):
                end = self.known[start]
                index, after_whole, row = bisect_left(self.starts, end), False, 0
                placed, self.is_named = _KNOWN, True
                continue
            if gap == " " and (level := self.levels.after(self.words, index)):
                index = self._after_place(level)
                end, after_whole, row = self.ends[index - 1], False, 0
                placed = _LEVEL if index > level else 0
                self.is_named |= index > level
                continue
            field = self.fields.after(self.words, index)
            if field and (self.words.is_capital[index] or not self._is_verb(index, first, placed)):
                said = self.text[start : self.ends[field - 1]]
                self.is_named |= self.words.is_capital[index] or said in self.tails
                index, after_whole, row, placed = field, False, 0, 0
                end = self.ends[index - 1]
                continue
            if gap == " " and (head := self._place_head(index)):
                index = head
                continue
            if self.words[index] in _JOINERS and self._goes_on(index + 1):
                index, row, placed = index + 1, 0, 0
                continue
            if row == 1 and gap == " " and self._completes(index):
                end, row = self.ends[index], 0
                index += 1
                continue
            if not self.words.is_capital[index] or start in self.titles or end in self.known_ends:
                break
            if inside == "whole" and not (after_whole and self._short_place(index)):
                break
            end = self.ends[index]
            row, placed, self.is_named = row + (not self.words.is_upper(index)), 0, True
            index += 1
        return end

    def _is_verb(self, index: int, first: int, placed: int) -> bool:
        """Whether a field in lower case is what the body does: Sở Y tế [kiểm tra]."""
        if self.is_event:
            return self.words[index] == "tổ"
        if placed:
            return True
        verb = bool(self.verbs.after(self.words, index))
        return verb and index > first and self.words[index - 1] not in _JOINERS

    def _in_field(self, index: int) -> bool:
        """Whether a known name is the beginning of a field: Phòng [Pháp] chế."""
        field = self.fields.after(self.words, index)
        return bool(field) and self.ends[field - 1] > self.known[self.starts[index]]

    def _is_last(self, index: int) -> bool:
        """Whether a capital ends the name, and is no head: Đồn Biên phòng Xuân [Trường]."""
        return self.words.is_capital[index] and self.words.gap(index + 1) != " "

    def _is_country(self, start: int) -> bool:
        return start in self.countries and self.known[start] == self.countries[start]

    def _ends_in_head_word(self, start: int) -> bool:
        """Whether a known body is a mere head, after which its name comes."""
        phrase = self.text[start : self.known[start]]
        return phrase in self.heads.phrases or phrase in self.wholes.phrases

    def _place_head(self, index: int) -> int:
        """The index after a head word with a listed place behind it: Lễ hội … [thác] Bản Giốc."""
        head = self.place_heads.after(self.words, index)
        listed = head and self.words.gap(head) == " " and self.starts[head] in self.known
        return head if listed else 0

    def _completes(self, index: int) -> bool:
        """Whether a small word is the second of a compound: Trường Đại học Bách [khoa]."""
        word = self.words[index]
        return (
            not self.words.is_capital[index]
            and not self.words.is_upper(index - 1)
            and is_syllable(self.words[index - 1])
            and word not in self.stops
            and is_syllable(word)
        )

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

    def _state(self, index: int) -> int:
        """Where a state ends that stands with its short prefix: Tổng thống [CH Séc], or 0."""
        stop = self.prefixes.after(self.words, index)
        if not stop or stop >= len(self.words) or self.words.gap(stop) != " ":
            return 0
        start = self.starts[stop]
        return self.known[start] if start in self.countries else 0

    def _ends_in_head(self, post: Span) -> str:
        """Whether the post's last words are a body's head: Giám đốc [Sở], Bí thư [Huyện ủy]."""
        if any(child.name.type == "ORG" for node in post.nodes for child in node.children):
            return ""  # it names its body: the province of a deputy of the parliament is outside
        tail = self.text[post.start : post.end].split(" ")
        for count in range(min(3, len(tail)), 0, -1):
            phrase = " ".join(tail[-count:])
            if phrase in self.wholes.phrases:
                return "whole"
            if phrase in self.heads.phrases and post.end not in self.known_ends:
                return "head"
        return ""

    def _is_head(self, index: int) -> bool:
        """Whether a head word begins here; in lower case a capital has to follow it."""
        stop = self.heads.after(self.words, index)
        if not stop:
            return False
        if self.fields.after(self.words, index) > stop:
            return False  # Phòng chống thiên tai
        following = stop < len(self.words) and self.words.is_capital[stop]
        if following and self.words.gap(stop) == " ":
            return True
        if not self.words.is_capital[index]:
            return False
        return stop - index > 1 or not self._compound(index, stop)

    def _compound(self, index: int, stop: int) -> bool:
        """Whether a head is the first half of another word: Trạm [Hội] ngộ."""
        return (
            stop < len(self.words)
            and self.words.gap(stop) == " "
            and self.words[stop] not in self.stops
            and self.words[stop] not in _JOINERS
            and self.starts[stop] not in self.known
            and not self.fields.after(self.words, stop)
            and not self.levels.after(self.words, stop)
            and not self.wholes.after(self.words, index)
        )

    def _listed_field(self, index: int) -> bool:
        """Whether a field in capitals stands after a comma: Sở Văn hóa, [Thể thao] và Du lịch."""
        if self.is_plural and not self.text.endswith(_FIRST_FIELDS, 0, self.ends[index - 1]):
            return False  # các Sở Ngoại vụ, [Công Thương]
        return (
            self.words.is_capital[index]
            and self.starts[index] not in self.people
            and self.starts[index] not in self.titles
            and not self.heads.after(self.words, index)
            and bool(self.fields.after(self.words, index))
        )

    def _goes_on(self, index: int) -> bool:
        """Whether what follows `và` or `của` is a part of the body too."""
        if index >= len(self.words) or self.words.gap(index) != " ":
            return False
        start = self.starts[index]
        if start in self.people or start in self.titles:
            return False
        joiner = self.words[index - 1]
        if joiner == "của":
            return start in self.known
        if joiner == "về" and not self.words.is_capital[index]:
            before = self.text.endswith(_ABOUT, 0, self.starts[index - 1] - 1)
            if not before and self.words[index] != "phòng":
                return False
        if joiner == "về" and start in self.known:
            return True
        return bool(self.fields.after(self.words, index)) and not self._is_head(index)

    def _after_place(self, index: int) -> int:
        """The index after the place of a level: huyện [Hải Hà]."""
        stop = index
        while (
            stop < len(self.words)
            and stop - index < _PLACE_WORDS
            and self.words.gap(stop) == " "
            and self.words.is_capital[stop]
            and (self.starts[stop] not in self.people or self._short_place(stop))
        ):
            known = self.known.get(self.starts[stop])
            if known:
                return bisect_left(self.starts, known)
            stop += 1
        return stop

    def _short_place(self, index: int) -> bool:
        """Whether just two capitals follow, no usual surname first: Huyện ủy [Lâm Bình]."""
        stop = index
        while stop < len(self.words) and self.words.is_capital[stop]:
            if stop > index and self.words.gap(stop) != " ":
                break
            stop += 1
        return stop - index <= _SHORT_PLACE and self.words[index] not in self.surnames

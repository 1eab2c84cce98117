"""What the words of a document say of the bodies in it: heads, fields, levels, places."""

from __future__ import annotations

from bisect import bisect_left

from hanviet.mentions.phrases_vi import phrases
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.typed_spans import TypedSpans
from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWords
from hanviet.orthography.syllable import is_syllable

_PLACE_WORDS = 3
JOINERS = ("và", "của", "về", "thuộc")
"""Words that go on in the name of a body."""

_SHORT_PLACE = 2
_ABOUT = ("tội phạm",)
_FIRST_FIELDS = ("văn hóa", "lao động")
"""Fields after which a comma goes on in the name of one department."""


class BodyWords:
    """Answers questions about single words of one document."""

    def __init__(
        self, scan: ScanText, spans: TypedSpans, words: CasedWords, people: set[int]
    ) -> None:
        self.text = scan.folded
        self.words = words
        self.starts, self.ends = words.starts, words.ends
        self.people = people
        lists = wordlists("vi")
        self.heads, self.wholes = phrases("post_bodies"), phrases("whole_bodies")
        self.fields, self.levels = phrases("field_words"), phrases("levels")
        self.bare = phrases("bare_bodies")
        self.missions = lists["mission_posts"]
        self.surnames = lists["common_surnames"]
        self.prefixes = phrases("state_prefixes")
        self.stops, self.verbs = lists["after_names"], phrases("verb_fields")
        self.is_named = self.is_event = self.is_plural = False
        self.tails, self.place_heads = lists["name_tails"], phrases("place_heads")
        self.countries, self.bodies, self.titles = spans.countries, spans.bodies, spans.posts
        self.known, self.known_ends = spans.holders, spans.place_ends | spans.body_ends

    def _begins_body(self, index: int) -> bool:
        """Whether a body begins behind a dash, and no pair of states: Trung Quốc - ASEAN."""
        if self.is_event or self.ends[index - 1] in self.countries.values():
            return False
        return self.starts[index] in self.bodies or self._is_head(index)

    def _is_verb(self, index: int, fresh: int, placed: int) -> bool:
        """Whether a field in lower case is what the body does: Sở Y tế [kiểm tra]."""
        if self.is_event:
            return self.words[index] == "tổ"
        if placed:
            return True
        verb = bool(self.verbs.after(self.words, index))
        return verb and index > fresh and self.words[index - 1] not in JOINERS

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
            and self.words[stop] not in JOINERS
            and self.starts[stop] not in self.known
            and not self.fields.after(self.words, stop)
            and not self.levels.after(self.words, stop)
            and not self.wholes.after(self.words, index)
        )

    def _listed_field(self, index: int) -> bool:
        """Whether a field in capitals stands after a comma: Sở Văn hóa, [Thể thao] và Du lịch."""
        if self.is_plural and not self.text.endswith(_FIRST_FIELDS, 0, self.ends[index - 1]):
            return False  # các Sở Ngoại vụ, [Công Thương]
        field = self.fields.after(self.words, index)
        return (
            self.words.is_capital[index]
            and self.starts[index] not in self.people
            and self.starts[index] not in self.titles
            and bool(field)
            # Ủy ban Tài chính, [Ngân hàng], Ngân sách
            and (not self.heads.after(self.words, index) or self.words.gap(field) == ", ")
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
        if joiner == "thuộc":
            return start in self.bodies or self._is_head(index)
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

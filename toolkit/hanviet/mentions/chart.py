"""Every reading of every span: known forms, then the names that patterns compose of them.

Positions are visited from right to left, so that whatever a rule needs to its right is already
there; at one position, composed names feed further rules until nothing new appears.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from hanviet.mentions.case import case_allows, line_in_capitals
from hanviet.mentions.index import FIELD, NameIndex, Rule, RuleGroup
from hanviet.mentions.names import ComposedName, EntryName, Number, admits
from hanviet.mentions.scantext import ScanText, scan_text
from hanviet.patterns.language import Slot
from hanviet.patterns.numbers import from_han, from_roman, from_vietnamese

_MOST_NODES = 400
"""Names that begin at one position: more come of a text that is made to hurt."""

MAX_READINGS = 24
"""Readings of one span that are kept: more are homographs beyond use."""

_WAR_SPACES = 2
"""Spaces in the name of a war that is long enough to be known without capitals."""

_WORDS_ACROSS = frozenset(
    "委员 部门 部队 部分 会议 会谈 会见 会晤 市民 市场 省级 市级 县级 区级 省内 市内 省份 区域 "
    "社会 社区 州际 镇压 乡亲 县域 村民 港口 院士 院校 局势 局面 厅级 处理 处于 员长"
    " 高铁 高速 高校 高层 高级".split()
)
"""Words that a name would be cut out of if it ended between their two characters."""

_NUMBERED_UNITS = ("quận ", "phường ", "q. ", "q.", "q ", "p. ", "p.", "p ")
_PROGRAMME = "chương trình "
"""Before the name of an event in lower case: chương trình [gặp gỡ đầu Xuân]."""

_OF_MINISTER = "trưởng "
"""The end of the post before a ministry without its capital: `Bộ trưởng bộ Công an`."""

_ACTING_AFTER = (", ", "giữ ", "làm ", "chức ", "chức vụ ", " là ")
"""What stands before `quyền` as a part of a post."""

_SIGNS = ("", ".", ",", ";", ")", "\n")
_DOMAIN = re.compile(r"\.[a-z]{2,}")
_ROMAN = re.compile(r"[ivxlc]+(?![\w])")
_ARABIC = re.compile(r"\d{1,3}(?![\d/]|-\d|[.,]\d)")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d(?!\d)")
_YEARS = re.compile(r"(?:19|20)(?<!\d..)\d\d(?!\d)")
_HAN = re.compile(r"[零〇一二三四五六七八九十百千两]+")
_LINE_END = re.compile(r"\n")
_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}")


Name = EntryName | ComposedName

_Seen = dict[tuple[int, str], list[Name]]
"""What was composed at one position: end and id to the names, which print differently."""


class Node(NamedTuple):
    """One reading of a span of the folded text, and the nodes that it was composed of."""

    start: int
    end: int
    name: EntryName | ComposedName
    children: tuple[Node, ...] = ()


def build_chart(scan: ScanText, index: NameIndex) -> dict[tuple[int, int], list[Node]]:
    """Find every known or composed name.

    Args:
        scan: The document.
        index: What to look for.

    Returns:
        The readings of each span of the folded text, without any choice between spans.
    """
    spans = _Chart(scan, index).build()
    if any(infix.word in scan.folded for infix in index.infixes):
        from hanviet.mentions.infixes import add_infixed  # made of nodes itself

        for span, node in add_infixed(spans, scan, index.infixes, lambda text: _read(text, index)):
            spans.setdefault(span, []).append(node)
    return spans


def _read(text: str, index: NameIndex) -> dict[tuple[int, int], list[Node]]:
    """The chart of a short text, without words inside posts."""
    return _Chart(scan_text(text), index).build()


class _Chart:
    def __init__(self, scan: ScanText, index: NameIndex) -> None:
        self.text = scan.folded
        self.scan = scan
        self.index = index
        self.nodes: dict[int, list[Node]] = defaultdict(list)
        self.fields: dict[int, list[Node]] = defaultdict(list)
        self.rules: dict[int, list[RuleGroup]] = defaultdict(list)
        self._line_ends = [match.start() for match in _LINE_END.finditer(self.text)]
        self._line_ends.append(len(self.text))
        self._capitals: dict[int, bool] = {}
        self._by_number = [
            rule for rules in index.by_slot.get("NUMBER", {}).values()
            for rule in rules if scan.has_han or not rule.is_chinese
        ]  # fmt: skip
        """The rules that begin with a number."""
        self._fits: dict[tuple[int, int, bool], bool] = {}

    def build(self) -> dict[tuple[int, int], list[Node]]:
        pending: dict[int, list[Node]] = defaultdict(list)
        index = self.index
        by_key, text = index.by_key, self.text
        for key, start, end in index.automaton.find_matches_as_indexes(text, overlapping=True):
            if start and text[start - 1] != " " and not self._begins_word(start):
                continue
            heads, names, fields = by_key[key]
            if heads:
                self.rules[start].extend(heads)
            if not (names or fields) or not self._ends_word(end):
                continue
            for name in names:
                begin = start + name.head
                if self.case_fits(begin, end, name):
                    pending[begin].append(Node(begin, end, name))
            for name in fields:
                self.fields[start].append(Node(start, end, name))
        numbered = self._positions_of_years()
        for position in sorted({*pending, *self.rules, *numbered}, reverse=True):
            self._compose_at(position, pending.get(position, []))
        spans: dict[tuple[int, int], list[Node]] = defaultdict(list)
        for start, nodes in self.nodes.items():
            for node in nodes:
                readings = spans[start, node.end]
                if len(readings) < MAX_READINGS:
                    readings.append(node)
        return spans

    def _compose_at(self, position: int, queue: list[Node]) -> None:
        seen: _Seen = {}
        latin = not self.scan.has_han
        for group in self.rules.get(position, ()):
            if self._may_go_on(group, position):
                for rule in group.rules:
                    if rule.is_chinese and latin:
                        continue
                    after = position + len(rule.parts[0].text)
                    queue.extend(self._matches(rule, 1, position, after, (), seen))
        if self._by_number and self.text[position].isdigit():
            queue.extend(self._after_number(position, seen))
        if not queue:
            return
        # The same list: what is composed here may begin what is composed next.
        self.nodes[position] = queue
        for node in queue:
            if len(queue) > _MOST_NODES:
                break
            for rule in self._rules_after(node):
                if rule.is_chinese and latin:
                    continue
                slot = rule.parts[0].slot
                queue.extend(self._matches(rule, 1, position, node.end, ((slot, node),), seen))

    def _rules_after(self, node: Node) -> list[Rule]:
        """The rules that begin with a slot which a name fills, and may go on after it."""
        name, end = node.name, node.end
        following = self.text[end : end + 1]
        if isinstance(name, EntryName):
            groups = self.index.rules_after(name, following)
            return [r for group in groups if self._may_go_on(group, end) for r in group.rules]
        return [
            rule
            for group in self.index.groups_after(name.type, following)
            if self._may_go_on(group, end)
            for rule in group.rules
            if self._admits(rule.slots[rule.parts[0].slot], name, half=_asks_half(rule))
        ]

    def _admits(self, slot: Slot, name: EntryName | ComposedName, *, half: bool) -> bool:
        """Whether a name may fill a slot; asked again and again of the same few names."""
        if isinstance(name, ComposedName):
            return not half and admits(slot, name)
        key = (id(slot), id(name), half)
        fits = self._fits.get(key)
        if fits is None:
            fits = name.is_half == half and admits(slot, name)
            self._fits[key] = fits
        return fits

    def _may_go_on(self, group: RuleGroup, cursor: int) -> bool:
        """A quick look at what follows, before conditions are tried."""
        lead, then = group.lead, group.then
        if lead and not self.text.startswith(lead, cursor):
            return False
        if not then:
            return True
        cursor += len(lead)
        if then == FIELD:
            return cursor in self.fields
        nodes = self.nodes.get(cursor)
        if nodes is None:
            return False
        return then in [node.name.type for node in nodes]

    def _positions_of_years(self) -> list[int]:
        if not self._by_number:
            return []
        return [match.start() for match in _YEARS.finditer(self.text)]

    def _after_number(self, position: int, seen: _Seen) -> list[Node]:
        """Names that begin with a number, such as a year."""
        found: list[Node] = []
        for rule in self._by_number:
            if self._goes_on_after_number(rule, position):
                found += self._matches(rule, 0, position, position, (), seen)
        return found

    def _goes_on_after_number(self, rule: Rule, position: int) -> bool:
        """A quick look at what follows a number, before conditions are tried."""
        literal, then = rule.literal, rule.then
        for end, _ in self._numbers(position, rule.parts[0].style, rule.lang):
            if self.text.startswith(literal, end):
                if not then:
                    return True
                if end + len(literal) in (self.fields if then == FIELD else self.nodes):
                    return True
        return False

    def _matches(
        self,
        rule: Rule,
        at: int,
        start: int,
        cursor: int,
        bound: tuple[tuple[str, Node | Number], ...],
        seen: _Seen,
    ) -> list[Node]:
        found = []
        for end, fillers in self._extended(rule, at, cursor, bound):
            node = self._node(rule, start, end, fillers)
            if node is None:
                continue
            name = node.name
            alike = seen.get((end, name.id))
            if alike is None:
                seen[end, name.id] = [name]
            elif _printed(name) in [_printed(one) for one in alike]:
                continue
            else:
                alike.append(name)
            found.append(node)
        return found

    def _extended(
        self, rule: Rule, at: int, cursor: int, bound: tuple[tuple[str, Node | Number], ...]
    ) -> list[tuple[int, tuple[tuple[str, Node | Number], ...]]]:
        """Where the rest of a rule may end, with what fills its slots up to there."""
        parts = rule.parts
        while at < len(parts) and (literal := parts[at].text):
            if not self.text.startswith(literal, cursor):
                return []
            cursor += len(literal)
            at += 1
        if at == len(parts):
            return [(cursor, bound)]
        part = parts[at]
        slot = rule.slots[part.slot]
        if slot.type == "NUMBER":
            return [
                one
                for end, value in self._numbers(cursor, part.style, rule.lang)
                if slot.low <= value <= slot.high
                for one in self._extended(rule, at + 1, end, (*bound, (part.slot, Number(value))))
            ]
        source = self.fields if slot.type == FIELD else self.nodes
        nodes = source.get(cursor)
        if not nodes:
            return []
        half, last = part.style == "half", at + 1 == len(parts)
        found = []
        for node in nodes:
            if self._admits(slot, node.name, half=half) and not self._is_count(node):
                filled = (*bound, (part.slot, node))
                if last:
                    found.append((node.end, filled))
                else:
                    found += self._extended(rule, at + 1, node.end, filled)
        return found

    def _is_count(self, node: Node) -> bool:
        """Whether a number that names a ward is none behind its head: UBND [4] tỉnh, UBND Quận [4].

        Written without the head word the number counts what follows it.
        """
        name = node.name
        if not isinstance(name, EntryName) or not name.form[name.head :].isdigit():
            return False
        return not self.text.endswith(_NUMBERED_UNITS, 0, node.start)

    def _node(
        self, rule: Rule, start: int, end: int, bound: tuple[tuple[str, Node | Number], ...]
    ) -> Node | None:
        if not self.is_whole(start, end):
            return None
        pattern = rule.pattern
        fillers: list[tuple[str, EntryName | ComposedName | Number]] = []
        children = []
        for slot, value in bound:
            if isinstance(value, Number):
                fillers.append((slot, value))
            else:
                fillers.append((slot, value.name))
                children.append(value)
        fillers += rule.implied
        ids = set()
        countries = set()
        for slot, filler in fillers:
            if isinstance(filler, Number):
                continue
            if filler.id in ids:
                return None  # no state has an embassy in itself
            ids.add(filler.id)
            if isinstance(filler, ComposedName) and filler.composes(pattern):
                return None  # nothing is composed of itself
            if slot in pattern.same_country:
                countries.add(filler.country)
        if len(countries) > 1:
            return None
        if rule.first_capital and rule.lang == "vi" and not _lower_allowed(rule):
            begin, _ = self.scan.nfc_span(start, end)
            if self.scan.nfc.text[begin : begin + 1].islower() and not self._takes_over(start, end):
                return None
        name = ComposedName(pattern, rule.row, rule.lang, tuple(fillers))
        return Node(start, end, name, tuple(children))

    def _takes_over(self, start: int, end: int) -> bool:
        """Whether `quyền` in lower case is part of a post: giữ chức [quyền Bộ trưởng]."""
        text = self.text
        if not text.startswith("quyền ", start):
            return False
        given = text.endswith("giao ", 0, start) and text[end : end + 1] in _SIGNS
        return given or text.endswith(_ACTING_AFTER, 0, start)

    def _numbers(self, cursor: int, style: str, lang: str) -> Iterator[tuple[int, int]]:
        text = self.text
        if style == "year":
            if match := _YEAR.match(text, cursor):
                yield match.end(), int(match.group())
            elif (match := _HAN.match(text, cursor)) and len(match.group()) == 4:
                value = from_han(match.group())
                if value is not None:
                    yield match.end(), value
            return
        if style in ("", "arabic") and (match := _ARABIC.match(text, cursor)):
            yield match.end(), int(match.group())
        if style in ("", "roman") and (match := _ROMAN.match(text, cursor)):
            surface = self.scan.surface(match.start(), match.end())
            value = from_roman(surface)
            if value is not None:
                yield match.end(), value
        if lang == "zh" and style in ("", "han") and (match := _HAN.match(text, cursor)):
            value = from_han(match.group())
            if value is not None:
                yield match.end(), value
        if lang == "vi" and style in ("", "words") and (match := _WORDS.match(text, cursor)):
            words = match.group().split(" ")
            for count in range(len(words), 0, -1):
                value = from_vietnamese(" ".join(words[:count]))
                if value is not None:
                    yield cursor + len(" ".join(words[:count])), value
                    return

    def is_whole(self, start: int, end: int) -> bool:
        """Whether a span of Latin letters begins and ends where words do."""
        return self._begins_word(start) and self._ends_word(end)

    def _begins_word(self, start: int) -> bool:
        text = self.text
        return not (
            start and text[start - 1] != " " and _latin(text[start - 1]) and _latin(text[start])
        )

    def _ends_word(self, end: int) -> bool:
        text = self.text
        if end == len(text) or text[end] == " ":
            return True
        if text[end] >= "\u2e80":
            return text[end - 1 : end + 1] not in _WORDS_ACROSS
        if not _latin(text[end - 1]):
            return True
        return not (text[end].isalnum() or (text[end] == "." and _DOMAIN.match(text, end)))

    def case_fits(self, start: int, end: int, name: EntryName) -> bool:
        """Whether the capitals of a span allow the form; a war may be spelt in lower case."""
        surface = self.scan.surface(start, end)
        form = name.form[name.head :] if name.head else name.form
        if surface == form or (name.kind == "war" and form.count(" ") >= _WAR_SPACES):
            return True
        in_capitals = self._in_capitals(start)
        if case_allows(surface, form, name.type, in_capitals=in_capitals):
            return True
        if name.type == "EVENT":
            begun = self.text.endswith(_PROGRAMME, 0, start) and not surface.islower()
        else:
            begun = name.type == "ORG" and self.text.endswith(_OF_MINISTER, 0, start)
        capital = surface[:1].upper() + surface[1:]
        return begun and case_allows(capital, form, name.type, in_capitals=False)

    def _in_capitals(self, start: int) -> bool:
        number = bisect_left(self._line_ends, start)
        if number not in self._capitals:
            begin = self._line_ends[number - 1] + 1 if number else 0
            stop = self._line_ends[number]
            line = self.scan.surface(begin, stop) if stop > begin else ""
            self._capitals[number] = line_in_capitals(line)
        return self._capitals[number]


def _printed(name: Name) -> str:
    """What tells a name from others of its id: its form in the other language."""
    return name.zh() if name.lang == "vi" else name.vi()


def _asks_half(rule: Rule) -> bool:
    return rule.parts[0].style == "half"


def _lower_allowed(rule: Rule) -> bool:
    """A post in lower case is still a post if it names what it governs (bộ trưởng Bộ Y tế).

    Not so `quyền` before a post, which is a word of its own: thẩm quyền Chủ tịch UBND.
    """
    acting = any(slot.type == "TITLE" for slot in rule.pattern.slots.values())
    if rule.pattern.kind == "diplomatic":
        return True  # cán bộ đại sứ quán Trung Quốc tại Việt Nam
    slots = rule.pattern.slots.values()
    if rule.pattern.kind == "session" and len(slots) > 1:
        return all(slot.type == "NUMBER" for slot in slots)  # kỳ họp thứ 9, Quốc hội khóa XV
    return rule.pattern.type == "TITLE" and not (acting and rule.pattern.kind == "post")


def _latin(char: str) -> bool:
    return char.isalnum() and char < "\u2e80"

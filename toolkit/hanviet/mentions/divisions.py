"""Places of the derived tables in running text: 北京市朝阳区, `trấn Ái Điểm, huyện Ninh Minh`.

There are thousands of rows, and half of their names are words, people or communes of Việt Nam too.
A row is therefore named only by its full form (朝阳区; in Vietnamese a head word and the name), and
only where the document names the place that holds it:

- a Chinese county, city or banner, wherever that is;
- a Chinese town or township where its county is named;
- anything right behind a place that holds it, or listed with such a one, and from then on;
- in Vietnamese, right before a place that holds it; after `trấn` and `hương`, which no commune of
  Việt Nam has, wherever its county is named.

A known name or post that covers or crosses the form has precedence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from hanviet.lexicon.divisions import Divisions
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.mentions.admissible import Spans
from hanviet.mentions.chart import Node
from hanviet.mentions.names import EntryName
from hanviet.mentions.places_zh import PARTS_OF_WORDS
from hanviet.mentions.scantext import ScanText, scan_keys
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists

_ENDING = re.compile("[县区市旗镇乡]|街道")
_ANYWHERE = "县市旗"
"""Endings of names that are hardly ever words."""

_WITH_COUNTY = "镇乡"
_FIRST_HAN = "\u2e80"
_LONGEST_ZH = 15
_SHORTEST_ZH = 3
_LIST_SIGNS = "、和及与"

_HEADS = {
    "huyện": "县",
    "quận": "区",
    "khu": "区",
    "thành phố": "市",
    "kỳ": "旗",
    "thị trấn": "镇",
    "trấn": "镇",
    "xã": "乡镇",
    "hương": "乡",
    "phường": "道",
}
"""Head word to the last characters of what it may be."""

_CHINESE_HEADS = frozenset({"trấn", "hương"})
# The look behind comes after the first letter: where none of those stands is passed over.
_HEAD = re.compile(
    "(" + "|".join(rf"{head[0]}(?<!\w{head[0]}){head[1:]}" for head in _HEADS) + r") (?=\w)"
)
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS_VI = 4
_BEFORE_HOLDER = re.compile(
    r"(?:,| \(| -|,? (?:thuộc|của|ở|tại))? ?"
    r"(?:(?:tỉnh|khu tự trị|thành phố|tp|tp\.|huyện|quận|khu|châu|châu tự trị|địa khu|trấn"
    r"|hương) )?"
)
_LONGEST_GAP = 24


def derived_places(scan: ScanText, spans: Spans, gazetteer: Gazetteer) -> list[Span]:
    """Find places of the derived tables.

    Args:
        scan: The document.
        spans: The admissible chart.
        gazetteer: The gazetteer with the tables.

    Returns:
        Spans with the rows that the document speaks for.
    """
    chinese = scan.has_han and _ENDING.search(scan.folded) is not None
    vietnamese = _HEAD.search(scan.folded) is not None
    if not (chinese or vietnamese):
        return []
    named = _Named(spans)
    if not named.ids or not gazetteer.divisions.rows:
        return []
    finder = _Finder(scan, named, gazetteer.divisions)
    found: list[Span] = []
    if chinese:
        found += finder.chinese()
    if vietnamese:
        found += finder.vietnamese()
    return found


def without_namesakes_of_counties(
    spans: Spans, scan: ScanText, gazetteer: Gazetteer
) -> dict[tuple[int, int], list[Node]]:
    """Leave out a former district of Việt Nam that a Chinese county has the full name of.

    平江县 is in Hunan unless the document names Hải Dương, or Việt Nam and not Hunan. Names
    composed of it go too.

    Args:
        spans: The admissible chart.
        scan: The document.
        gazetteer: The gazetteer with the tables.

    Returns:
        The chart without those readings.
    """
    if not scan.has_han:
        return spans
    named: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for where, nodes in spans.items():
        for node in nodes:
            if node.name.type == "PLACE":
                named[node.name.id].append(where)
    kept: dict[tuple[int, int], list[Node]] = {}
    for where, nodes in spans.items():
        fitting = nodes
        if scan.folded[where[0]] >= _FIRST_HAN:
            fitting = [node for node in nodes if not _is_namesake(node, named, gazetteer)]
        if fitting:
            kept[where] = fitting
    return kept


def _is_namesake(node: Node, named: dict[str, list[tuple[int, int]]], gazetteer: Gazetteer) -> bool:
    name = node.name
    if name.country != "VN":
        return False
    entries = (name.entry,) if isinstance(name, EntryName) else name.entries()
    for entry in entries:
        if not (entry.until and entry.kind in ("county", "city") and entry.country == "VN"):
            continue
        divisions = gazetteer.divisions
        forms = {form for pair in entry.pairs for form in pair.zh}
        rows = [row for form in forms for row in divisions.by_full_name.get(form, ())]
        if not rows:
            continue
        holder = gazetteer.entries.get(entry.within)
        ids = {entry.within, holder.merged_into if holder is not None else ""}
        # 高平 inside of 高平市 does not name the province.
        if any(
            end <= node.start or node.end <= start
            for id_ in ids
            for start, end in named.get(id_, ())
        ):
            continue
        if "country.vn" not in named:
            return True
        if any(id_ in named for row in rows for id_ in divisions.holders(row)):
            return True
    return False


class _Named:
    """The Chinese places that a document names, and where names stand that take precedence."""

    def __init__(self, spans: Spans) -> None:
        self.ids: set[str] = set()
        self.starting: dict[int, set[str]] = defaultdict(set)
        self.ending: dict[int, set[str]] = defaultdict(set)
        self._spans = spans
        for (start, end), nodes in spans.items():
            for node in nodes:
                if node.name.country == "CN" and node.name.type == "PLACE":
                    self.add(node.name.id, start, end)

    @cached_property
    def _over(self) -> dict[int, list[tuple[int, int]]]:
        """The spans over each character; few documents ask."""
        over: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for span in self._spans:
            for index in range(*span):
                over[index].append(span)
        return over

    def add(self, id_: str, start: int, end: int) -> None:
        self.ids.add(id_)
        self.starting[start].add(id_)
        self.ending[end].add(id_)

    def is_free(self, start: int, end: int) -> bool:
        """Whether no name covers a span, equals it or crosses it."""
        return all(
            start <= begin and stop <= end and stop - begin < end - start
            for index in (start, end - 1)
            for begin, stop in self._over.get(index, ())
        )


class _Finder:
    def __init__(self, scan: ScanText, named: _Named, divisions: Divisions) -> None:
        self.text = scan.folded
        self.scan = scan
        self.named = named
        self.divisions = divisions

    def chinese(self) -> list[Span]:
        """Full forms in the order of the text, since one may hold the next."""
        found = []
        introduced: set[int] = set()
        listed: dict[int, set[str]] = {}
        end_of_last = 0
        for start, end, rows in self._full_forms():
            if start < end_of_last:
                continue
            before = listed.get(start - 1, set()) if self._is_sign(start - 1) else set()
            near = [
                row for row in rows
                if (row in introduced and end - start >= _SHORTEST_ZH)
                or self._held_by(row, self.named.ending.get(start, ()))
                or self.divisions.rows[row].within in before
            ]  # fmt: skip
            fitting = near or [row for row in rows if self._fits_unintroduced(row, start, end)]
            if not fitting:
                continue
            introduced.update(near)
            fitting = self._best_held(fitting)
            found.append(self._span(start, end, fitting, "zh"))
            listed[end] = {self.divisions.rows[row].within for row in fitting}
            for row in fitting:
                self.named.add(self.divisions.rows[row].id, start, end)
            end_of_last = end
        return found

    def _full_forms(self) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """Every full form that may stand in the text: the longest that ends at a place."""
        table = self.divisions.by_full_name
        words = wordlists("zh")["common_words"]
        for match in _ENDING.finditer(self.text):
            end = match.end()
            if self.text[end - 1 : end + 1] in PARTS_OF_WORDS:
                continue
            for start in range(max(0, end - _LONGEST_ZH), end - 1):
                rows = table.get(self.text[start:end])
                if rows and self.text[start:end] not in words and self.named.is_free(start, end):
                    yield start, end, rows
                    break

    def _is_sign(self, index: int) -> bool:
        return index > 0 and self.text[index] in _LIST_SIGNS

    def _fits_unintroduced(self, row: int, start: int, end: int) -> bool:
        if end - start < _SHORTEST_ZH:
            return False
        ending = self.text[end - 1]
        if ending in _ANYWHERE:
            return self._held_by(row, self.named.ids)
        return ending in _WITH_COUNTY and self.divisions.rows[row].within in self.named.ids

    def vietnamese(self) -> list[Span]:
        """Names behind a head word, from the end of the text: what follows may hold them."""
        found = []
        table = _by_vietnamese(self.divisions)
        for match in reversed(list(_HEAD.finditer(self.text))):
            head, start = match[1], match.end()
            for end in self._ends_of_name(start):
                named = table.get(self.text[start:end], ())
                rows = [row for row in named if self.divisions.rows[row].zh[-1] in _HEADS[head]]
                if not rows or not self.named.is_free(start, end):
                    continue
                near = [row for row in rows if self._held_by(row, self._holders_after(end))]
                if not near and head in _CHINESE_HEADS:
                    near = [
                        row for row in rows if self.divisions.rows[row].within in self.named.ids
                    ]
                if near:
                    fitting = self._best_held(near)
                    found.append(self._span(start, end, fitting, "vi"))
                    for row in fitting:
                        self.named.add(self.divisions.rows[row].id, start, end)
                break
        return found

    def _ends_of_name(self, start: int) -> list[int]:
        """Where two to four words in capitals end, the longest first."""
        ends: list[int] = []
        cursor = start
        while len(ends) < _MOST_WORDS_VI:
            match = _WORD.match(self.text, cursor)
            if match is None or not self.scan.surface(cursor, cursor + 1).isupper():
                break
            ends.append(match.end())
            cursor = match.end() + 1
            if self.text[match.end() : cursor] != " ":
                break
        return ends[:0:-1]

    def _holders_after(self, end: int) -> set[str]:
        """The ids of places that begin right after, behind a comma and a head word at most."""
        for begin in range(end, min(len(self.text), end + _LONGEST_GAP)):
            ids = self.named.starting.get(begin)
            if ids and _BEFORE_HOLDER.fullmatch(self.text, end, begin):
                return ids
        return set()

    def _held_by(self, row: int, ids: Iterable[str]) -> bool:
        return not set(ids).isdisjoint(self.divisions.holders(row))

    def _best_held(self, rows: list[int]) -> list[int]:
        """The rows of which the document names most holders."""
        counts = [len(self.named.ids.intersection(self.divisions.holders(row))) for row in rows]
        return [row for row, count in zip(rows, counts, strict=True) if count == max(counts)]

    def _span(self, start: int, end: int, rows: list[int], lang: str) -> Span:
        nodes = tuple(Node(start, end, self._name(row, self.text[start:end], lang)) for row in rows)
        return Span(start, end, "PLACE", nodes)

    def _name(self, row: int, text: str, lang: str) -> EntryName:
        entry = self.divisions.entry(row)
        if lang == "zh":
            return EntryName(entry, 0, text, "zh")
        pair = next(
            (n for n, pair in enumerate(entry.pairs) if scan_keys(pair.vi[:1]) == [text]), 0
        )
        return EntryName(entry, pair, entry.pairs[pair].vi[0], "vi")


@lru_cache(maxsize=4)
def _by_vietnamese(divisions: Divisions) -> dict[str, tuple[int, ...]]:
    """Folded Vietnamese form without its generic part to the rows of that name."""
    forms = [row.vi_short or row.vi for row in divisions.rows]
    table: dict[str, list[int]] = defaultdict(list)
    for number, folded in enumerate(scan_keys(forms)):
        table[folded].append(number)
    return {folded: tuple(numbers) for folded, numbers in table.items()}

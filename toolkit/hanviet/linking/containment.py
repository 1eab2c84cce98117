"""Which places of a text are said to lie in which: `Trịnh Châu, tỉnh Hà Nam`, 山西省高平市.

Vietnamese names the smaller place first, Chinese the larger; both can say it with a verb (位于,
`thuộc`). What is said so decides between places of one name against everything implicit, and holds
a link back that it contradicts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache

from hanviet.lexicon.model import Entry
from hanviet.mentions.names import EntryName
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists

UPPER_LEVELS = frozenset({"province", "municipality", "autonomous-region", "sar"})
_LEVELS = frozenset({"province", "city", "county", "township", "country", "prefecture"})
_SAYS_VI = (
    r"(?:ở )?ngoại ô|thuộc|của|ở|tại|nằm ở"
    r"|là (?:thủ phủ|tỉnh lỵ|trung tâm|thành phố|thị xã|huyện|một huyện"
    r"|một tỉnh|một thành phố)(?: của| thuộc)?"
)
_BEGIN_GAP = (", ", " (", "(", " t", " c", " ở ", " n", " l", " k", " h", " q", " x", " p", " đ")
"""With what such a gap begins: most words after a place are told apart by this."""

_SAYS_ZH = re.compile(r"(?:是|位于|坐落于|坐落在|地处|隶属于|隶属|属于|属|在)")
_LONGEST_GAP = 60
"""Characters of the longest gap, and more: the pattern is not tried where no place follows."""

_ENDS_ZH = frozenset("省市县区州镇乡村")
"""Without one of these, two places side by side may be a list or two halves: 越南台湾商会."""

_STEPS = 3
_LONGEST_PATH = 6


class Containment:
    """Says of the places of a document what is said to hold them, and what they are said to hold.

    Args:
        scan: The document.
        outer: Its outer spans, in order.
        entries: The entries by id, for what lies in what.
    """

    def __init__(self, scan: ScanText, outer: list[Span], entries: Mapping[str, Entry]) -> None:
        self._text = scan.folded
        self._entries = entries
        self._outer = [span for span in outer if span.type == "PLACE" and span.nodes]
        self._by_start = {span.start: span for span in self._outer}
        self._starts = [span.start for span in self._outer]
        self._by_end = {span.end: span for span in self._outer}
        self._held: dict[int, list[Span]] | None = None
        self._gap = _gap_vi()

    def says(self, name: EntryName, span: Span) -> bool:
        """Whether the words beside a place put it where a candidate lies, or something into it."""
        above = self._above(name.entry.id)
        for holder in self.holders(span):
            if any(node.name.id in above for node in holder.nodes):
                return True
        return any(
            name.entry.id in self._above(node.name.id)
            for part in self._parts_of(span)
            for node in part.nodes
        )

    def contradicts(self, name: EntryName, span: Span) -> bool:
        """Whether the words beside a place put it where a candidate does not lie.

        That is another country, or another province of China: of those of Việt Nam many became
        parts of others. A comma alone says nothing: lists of places have it too.
        """
        if name.kind == "country" or name.country in ("", "INT"):
            return False
        holder = self._holder(span, plain=False)
        if holder is None:
            return self._is_beside_another(name, span)
        countries = {node.name.country for node in holder.nodes}
        if not countries & {name.country, "", "INT"}:
            return True
        if name.country != "CN" or name.kind in UPPER_LEVELS:
            return False
        above = {name.entry.id, *self._above(name.entry.id)}
        return all(
            node.name.kind in UPPER_LEVELS
            and node.name.id not in above
            and node.name.country == "CN"
            for node in holder.nodes
        )

    def _is_beside_another(self, name: EntryName, span: Span) -> bool:
        """Whether a place of China stands right before a Chinese name of Việt Nam: 韶关北江."""
        if name.lang != "zh" or name.country != "VN":
            return False
        before = self._by_end.get(span.start)
        return before is not None and all(
            node.name.country == "CN" and node.name.kind != "country" for node in before.nodes
        )

    def holders(self, span: Span) -> list[Span]:
        """The places that are said to hold one, from the smallest on."""
        found: list[Span] = []
        at: Span | None = span
        while at is not None and len(found) < _STEPS:
            at = self._holder(at, plain=True)
            if at is not None:
                found.append(at)
        return found

    def _holder(self, span: Span, *, plain: bool) -> Span | None:
        if self._text[span.start] >= "\u2e80":
            holder = self._by_end.get(span.start)
            if holder is not None and holder.end - holder.start > 1:
                return holder if plain or self._text[span.end - 1] in _ENDS_ZH else None
            said = _SAYS_ZH.match(self._text, span.end)
            return self._by_start.get(said.end()) if said else None
        if not self._text.startswith(_BEGIN_GAP, span.end):
            return None
        following = bisect_right(self._starts, span.end)
        if following == len(self._starts) or self._starts[following] > span.end + _LONGEST_GAP:
            return None
        gap = self._gap.match(self._text, span.end)
        if gap is None or not (plain or gap["sure"] or gap["says"] or gap["head"]):
            return None
        return self._by_start.get(gap.end())

    def _parts_of(self, span: Span) -> list[Span]:
        if self._held is None:
            self._held = {}
            for part in self._outer:
                for holder in self.holders(part):
                    self._held.setdefault(id(holder), []).append(part)
        return self._held.get(id(span), [])

    def above(self, id_: str) -> list[str]:
        """The ids of what holds an entry but for its country, and of what that became."""
        return [one for one in self._above(id_) if not one.startswith("country.")]

    def _above(self, id_: str) -> list[str]:
        """The ids of what holds an entry, and of what that became, from the smallest on."""
        found: list[str] = []
        entry = self._entries.get(id_)
        while entry is not None and entry.within and len(found) < _LONGEST_PATH:
            found.append(entry.within)
            entry = self._entries.get(entry.within)
            if entry is not None and entry.merged_into:
                found.append(entry.merged_into)
        return found


@lru_cache(maxsize=1)
def _gap_vi() -> re.Pattern[str]:
    """What stands between a place and the one that holds it, in Vietnamese."""
    heads = (head for head, kind in wordlists("vi").place_heads.items() if kind in _LEVELS)
    words = "|".join(sorted((re.escape(head) for head in heads), key=lambda one: (-len(one), one)))
    return re.compile(
        rf"(?P<sure> ?\()?,? ?(?:(?P<says>{_SAYS_VI}) )?"
        rf"(?:(?P<head>khu tự trị|{words}|tp\.) )?(?=\w)"
    )

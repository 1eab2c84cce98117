"""Where unlisted Chinese bodies may begin: at places, at known bodies, at missions abroad."""

from __future__ import annotations

import re

from hanviet.mentions.admissible import Spans
from hanviet.mentions.span import Span

STATIONED = "驻"
_RUN = re.compile("[\u4e00-\u9fff]+")
_MISSION = re.compile("(?:大使馆|总领事馆|总领馆|领事馆|使馆|代表处|办事处)(?![处])")
_OFFICE = re.compile("(?:代表处|办事处|大使馆|总领事馆|总领馆|使团)")
_COUNCIL = re.compile("政协(?=第[一二三四五六七八九十]+届)")
_DASHES = frozenset(["—", "–", "-"])


class Beginnings:
    """Where places and bodies begin, with their furthest end.

    Attributes:
        ends: Furthest ends by where they begin.
        nearest: The ends of places inside of a body that begins with them.
        general: Where a country or a body begins: 中国|银行 needs more than the suffix.
        places: Where places begin.
        countries: Where countries do.
        states: The states of the places and countries that begin there.
    """

    def __init__(
        self, spans: Spans, text: str, organs: set[tuple[int, int]], local: list[Span]
    ) -> None:
        self.ends: dict[int, int] = {}
        self.nearest: dict[int, int] = {}
        self.general: set[int] = set()
        self.places: set[int] = set()
        self.countries: set[int] = set()
        self.states: dict[int, set[str]] = {}
        self._place_ends: set[int] = set()
        self._body_ends: set[int] = set()
        self._body_starts: set[int] = set()
        halves: set[int] = set()
        for (start, end), nodes in spans.items():
            if text[start] < "\u2e80":
                continue
            for node in nodes:
                name = node.name
                if name.type not in ("PLACE", "ORG"):
                    continue
                if end - start == 1:
                    halves.add(start)
                    continue
                if name.type == "ORG":
                    self._body_ends.add(end)
                    self._body_starts.add(start)
                if name.type == "PLACE":
                    self.nearest[start] = max(end, self.nearest.get(start, 0))
                    self.places.add(start)
                    self.states.setdefault(start, set()).add(name.country)
                    self._place_ends.add(end)
                    if name.kind == "country":
                        self.countries.add(start)
                if end > self.ends.get(start, 0):
                    self.ends[start] = end
                    if name.type == "ORG" or name.kind == "country":
                        self.general.add(start)
                    else:
                        self.general.discard(start)
        for start, end in organs:
            if end > self.ends.get(start, 0):
                self.ends[start] = end
                self.general.add(start)
        for start in halves:
            if start + 1 in halves and start not in self.ends:
                self.ends[start] = start + 2
                self.general.add(start)
        for span in local:
            if span.end > self.ends.get(span.start, 0):
                self.ends[span.start] = span.end
                self.general.discard(span.start)
        for match in _COUNCIL.finditer(text):
            if match.start() not in self.ends:
                self.ends[match.start()] = match.end()
                self.general.add(match.start())

    def is_country(self, start: int, end: int) -> bool:
        """Whether a country stands there, and no body called after it: 中国日报."""
        return start in self.countries and self.nearest.get(start) == end

    def is_own(self, start: int, end: int) -> bool:
        """Whether the country that begins here holds the place after it: 越南|高平省."""
        return not self.states.get(start, set()).isdisjoint(self.states.get(end, set()))

    def mission(self, text: str, end: int) -> int:
        """Where a mission abroad ends: 越南|驻|日本大阪|总领事馆; 0 if there is none."""
        if text[end : end + 1] != STATIONED or end + 1 not in self.ends:
            return 0
        end += 1
        while end in self.ends:
            end = self.ends[end]
        match = _MISSION.match(text, end)
        return match.end() if match else 0

    def stationed(self, text: str) -> set[tuple[int, int]]:
        """Missions whose state need not be told: 驻|越南|代表处."""
        found = set()
        at = text.find(STATIONED)
        while at >= 0:
            end = at + 1
            if (
                end in self.ends
                and at not in self._place_ends
                and at not in self._body_ends
                and (match := _OFFICE.match(text, self.ends[end]))
            ):
                found.add((at, match.end()))
            at = text.find(STATIONED, end)
        return found

    def listed(self, found: set[tuple[int, int]]) -> set[int]:
        """What signs of a list stand at, a body on the other side: 越南社科院、|战略院."""
        ends = self._body_ends.union(end for _, end in found)
        starts = self._body_starts.union(start for start, _ in found)
        return ends | {start - 1 for start in starts}

    def run(self, text: str, start: int) -> int:
        """Where the run of characters from a beginning ends, places joined by dashes in it."""
        match = _RUN.match(text, start)
        end = match.end() if match else start
        if start in self._body_ends:
            return end  # the dateline of an agency: 越通社|河内——国防部
        while start in self.places and text[end : end + 1] in _DASHES and end in self._place_ends:
            match = _RUN.match(text, end + 1) if end + 1 in self.ends else None
            if match is None:
                break
            end = match.end()
        return end

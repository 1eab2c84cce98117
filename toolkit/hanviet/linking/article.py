"""A document while its mentions are resolved: what is known of it, and what was decided so far."""

from __future__ import annotations

from bisect import bisect_left

from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.lexicon.model import in_force
from hanviet.linking import weights
from hanviet.linking.containment import Containment
from hanviet.linking.context import Chain, Surroundings, surroundings
from hanviet.linking.decision import Support
from hanviet.linking.reading import Resolved, Weighed
from hanviet.linking.roles import Roles
from hanviet.mentions.names import ComposedName, EntryName, Number
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span

Name = EntryName | ComposedName


class Article:
    """What the stages of the resolution share.

    Attributes:
        scan: The document.
        outer: Its outer spans.
        gazetteer: The names.
        roles: The posts of people.
        date: ISO, or empty.
        context: Countries, head words and lists of posts around the spans.
        containment: Which places are said to lie in which.
        done: `id(span)` to what it was resolved to.
        seen: Words to the id of what they meant last.
        last_post: Pattern to the post that it was completed to last.
        chain_of: `id(title)` to the list of posts that it stands in.
        chains_of_person: `id(span)` of a person to the lists of posts beside it.
        last_parts: The last parts of names with dots: 安南 of 科菲·安南.
    """

    def __init__(
        self,
        scan: ScanText,
        outer: list[Span],
        gazetteer: Gazetteer,
        roles: Roles,
        home: str,
        date: str,
    ) -> None:
        self.scan = scan
        self.outer = outer
        self.gazetteer = gazetteer
        self.roles = roles
        self.date = date
        self.context: Surroundings = surroundings(scan, outer, home)
        self.containment = Containment(scan, outer, gazetteer.entries)
        self.done: dict[int, Resolved] = {}
        self.seen: dict[str, str] = {}
        self.last_post: dict[str, Name] = {}
        self.chain_of: dict[int, Chain] = {}
        self.chains_of_person: dict[int, list[Chain]] = {}
        self.last_parts = {
            words.rpartition("·")[2] for one in outer
            if one.type == "PERSON" and "·" in (words := self.words(one))
        }  # fmt: skip
        self._named = self._full_names()
        for chain in self.context.chains:
            for title in chain.titles:
                self.chain_of[id(title)] = chain
            if chain.person is not None:
                self.chains_of_person.setdefault(id(chain.person), []).append(chain)

    def words(self, span: Span) -> str:
        """The folded text of a span."""
        return self.scan.folded[span.start : span.end]

    def person_at(self, span: Span | None) -> EntryName | None:
        """The listed person that a span was resolved to."""
        holder = self.done.get(id(span)) if span is not None else None
        return holder.name if holder and isinstance(holder.name, EntryName) else None

    def same_before(self, name: Name, span: Span) -> float:
        """What it weighs that the same words meant this thing earlier in the document."""
        return weights.SAME_BEFORE if self.seen.get(self.words(span)) == name.id else 0.0

    def standing(self, name: Name) -> float:
        """What a name weighs by itself: its country, its status, its prominence, its dates."""
        weight = 0.0
        if name.country == self.context.home:
            weight += weights.HOME_COUNTRY
        if name.status != "reviewed":
            weight += weights.DRAFT
        if isinstance(name, EntryName):
            entry = name.entry
            weight += weights.PROMINENCE * entry.prominence
            if entry.type != "PERSON" and not in_force(entry.since, entry.until, self.date):
                weight += weights.OUT_OF_FORCE
            if name.pair.avoid:
                weight += weights.OUT_OF_FORCE
        return weight

    def favour_last_named(self, candidates: list[Weighed], position: int) -> list[Weighed]:
        """The candidates, those weightier whose body was last named in full."""
        last = [self._last_named(one.name, position) for one in candidates]
        newest = max(last, default=-1)
        if newest < 0:
            return candidates
        return [
            one._replace(weight=one.weight + weights.NAMED_LAST) if place == newest else one
            for one, place in zip(candidates, last, strict=True)
        ]

    def remember(self, span: Span) -> None:
        """Let what a span was resolved to count for the same words later on."""
        resolved = self.done[id(span)]
        if resolved.support is Support.AMBIGUOUS:
            # A toss of the coin is no reason to choose the same again.
            return
        if isinstance(resolved.name, ComposedName) and not resolved.name.open_slots:
            self.last_post[resolved.name.pattern.id] = resolved.name
        if resolved.name is not None and not resolved.name.open_slots:
            self.seen[self.words(span)] = resolved.name.id

    def _last_named(self, name: Name, position: int) -> int:
        """Where a body, or the body of a post, was last named in full before a position."""
        ids = {name.id}
        if isinstance(name, ComposedName):
            ids |= {filler.id for _, filler in name.fillers if not isinstance(filler, Number)}
        before = -1
        for id_ in ids:
            places = self._named.get(id_, ())
            index = bisect_left(places, position)
            if index:
                before = max(before, places[index - 1])
        return before

    def _full_names(self) -> dict[str, list[int]]:
        """Where each body is named without homographs, as itself or inside another name."""
        found: dict[str, list[int]] = {}
        for outer in self.outer:
            for span in outer.depth_first():
                if span.type == "ORG" and len(span.ids) == 1:
                    found.setdefault(next(iter(span.ids)), []).append(span.start)
        return found

"""Resolve the mentions of one document: which entry or composed name each of them means.

People first, with the posts beside them; then places, bodies and events; then posts, whose open
slots the holder, the country or the rest of the document fills; last what is nested, which follows
the name around it.
"""

from __future__ import annotations

from bisect import bisect_left

from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.lexicon.model import in_force
from hanviet.linking import doubts, weights
from hanviet.linking.context import Chain, Surroundings, surroundings
from hanviet.linking.decision import Support
from hanviet.linking.reading import Resolved, Weighed, pick
from hanviet.linking.roles import Roles, complete, condition, with_fillers
from hanviet.mentions.chart import Node
from hanviet.mentions.head_words import head_kinds
from hanviet.mentions.names import ComposedName, EntryName, Number, admits
from hanviet.mentions.scantext import ScanText, scan_key
from hanviet.mentions.span import Span

Name = EntryName | ComposedName

_LONG_AGO = 10
"""Years after the last post of a person that make another bearer of the name likely."""


def resolve(
    scan: ScanText, outer: list[Span], gazetteer: Gazetteer, roles: Roles, *, home: str, date: str
) -> dict[int, Resolved]:
    """Resolve every span of a document, outer and nested.

    Args:
        scan: The document.
        outer: Its outer spans.
        gazetteer: The names.
        roles: The posts of people, shared between documents.
        home: The country that the language of the document presumes.
        date: The date of the document, ISO, or empty.

    Returns:
        `id(span)` to what it was resolved to.
    """
    return _Resolver(scan, outer, gazetteer, roles, home, date).run()


class _Resolver:
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
        self.total = sum(self.context.countries.values()) or 1
        self.done: dict[int, Resolved] = {}
        self.seen: dict[str, str] = {}
        self.named = self._full_names()
        self.last_post: dict[str, Name] = {}
        self.chain_of: dict[int, Chain] = {}
        self.posts_of_holder: dict[tuple[str, str], list[Name]] = {}
        for chain in self.context.chains:
            for title in chain.titles:
                self.chain_of[id(title)] = chain
        self.chains_of_person: dict[int, list[Chain]] = {}
        for chain in self.context.chains:
            if chain.person is not None:
                self.chains_of_person.setdefault(id(chain.person), []).append(chain)

    def run(self) -> dict[int, Resolved]:
        people = [span for span in self.outer if span.type == "PERSON"]
        for span in sorted(people, key=lambda one: bool(one.loose)):
            if span.nodes:
                self.done[id(span)] = self._person(span)
        self._doubt_people(people)
        self._short_references(people)
        for span in self.outer:
            if span.type in ("PLACE", "ORG", "EVENT"):
                self.done[id(span)] = self._thing(span)
                self._remember(span)
        for span in self.outer:
            if span.type == "TITLE":
                self.done[id(span)] = self._title(span)
                self._remember(span)
        self._fill_from_document()
        for span in self.outer:
            self._nested(span)
        return self.done

    def _full_names(self) -> dict[str, list[int]]:
        """Where each body is named without homographs, as itself or inside another name."""
        found: dict[str, list[int]] = {}
        for outer in self.outer:
            for span in outer.depth_first():
                if span.type == "ORG" and len(span.ids) == 1:
                    found.setdefault(next(iter(span.ids)), []).append(span.start)
        return found

    def _last_named(self, name: Name, position: int) -> int:
        """Where a body, or the body of a post, was last named in full before a position."""
        ids = {name.id}
        if isinstance(name, ComposedName):
            ids |= {filler.id for _, filler in name.fillers if not isinstance(filler, Number)}
        before = -1
        for id_ in ids:
            places = self.named.get(id_, ())
            index = bisect_left(places, position)
            if index:
                before = max(before, places[index - 1])
        return before

    def _favour_last_named(self, candidates: list[Weighed], position: int) -> list[Weighed]:
        last = [self._last_named(one.name, position) for one in candidates]
        newest = max(last, default=-1)
        if newest < 0:
            return candidates
        return [
            one._replace(weight=one.weight + weights.NAMED_LAST) if place == newest else one
            for one, place in zip(candidates, last, strict=True)
        ]

    def _person(self, span: Span) -> Resolved:
        if span.loose:
            return self._loose(span)
        chains = self.chains_of_person.get(id(span), [])
        candidates = []
        for node in span.nodes:
            name = node.name
            if not isinstance(name, EntryName):
                continue
            if len(span.nodes) == 1:
                candidates.append(Weighed(name, 0.0, node))  # nothing to weigh it against
                break
            weight = self._standing(name)
            if not self.date and any(not role.until for role in name.entry.roles):
                weight += weights.CURRENT_HOLDER
            for chain in chains:
                if chain.country:
                    agrees = chain.country == name.country
                    weight += weights.EXPLICIT_COUNTRY * (1 if agrees else -1)
                held = self._held(name, chain)
                weight += weights.HELD_POST * min(held, 2)
            candidates.append(Weighed(name, weight, node))
        if not candidates:
            return Resolved(None, Support.UNIQUE)
        best = pick(candidates, weights.MARGIN)
        closest = [chain for chain in chains if chain.leads] or chains
        if any(self._contradicts(best.name, chain) for chain in closest):
            return Resolved(best.name, Support.VETOED, best.node)
        if chains and isinstance(best.name, EntryName) and self._is_of_the_past(best.name, chains):
            return Resolved(best.name, Support.AMBIGUOUS, best.node)
        for chain in chains:
            if chain not in closest and self._contradicts(best.name, chain):
                chain.person = None  # the posts of the next name, after a comma
        return best

    def _doubt_people(self, people: list[Span]) -> None:
        """Hold back people whose post or circumstances are another's, in the whole document."""
        doubted = set()
        for span in people:
            name = self._linked_person(span)
            if name is None:
                continue
            chains = self.chains_of_person.get(id(span), [])
            held = frozenset(post.name.id for post in self.roles.of(name.entry)) if chains else None
            if held is None and not name.entry.roles:
                continue
            if (held is None and doubts.is_private(span, self.scan)) or (
                held is not None
                and any(doubts.holds_elsewhere(name.entry, held, one, self.scan) for one in chains)
            ):
                self.done[id(span)] = self.done[id(span)]._replace(support=Support.AMBIGUOUS)
                doubted.add(name.id)
        for span in people if doubted else ():
            name = self._linked_person(span)
            if name is None or name.id not in doubted:
                continue
            chains = self.chains_of_person.get(id(span), [])
            if not any(self._held(name, chain) for chain in chains):
                self.done[id(span)] = self.done[id(span)]._replace(support=Support.AMBIGUOUS)

    def _linked_person(self, span: Span) -> EntryName | None:
        resolved = self.done.get(id(span))
        if resolved is None or resolved.support in (Support.VETOED, Support.AMBIGUOUS):
            return None
        return resolved.name if isinstance(resolved.name, EntryName) else None

    def _loose(self, span: Span) -> Resolved:
        """A name typed without marks: it may be looked at, and is sure beside its full form."""
        names = {node.name.id: node.name for node in span.nodes}
        if len(names) != 1 or span.loose == "contested":
            first = min(names.values(), key=lambda name: name.id, default=None)
            return Resolved(first, Support.AMBIGUOUS)
        name = next(iter(names.values()))
        if span.loose != "echo":
            return Resolved(name, Support.UNIQUE)
        anchored = any(
            one.name is not None and one.name.id == name.id and one.support is not Support.VETOED
            for one in self.done.values()
        )
        return Resolved(name, Support.ANCHORED if anchored else Support.AMBIGUOUS)

    def _is_of_the_past(self, name: EntryName, chains: list[Chain]) -> bool:
        """Whether all posts of a person ended long before, and those beside the name are others."""
        ends = [role.until[:4] for role in name.entry.roles]
        if not self.date or not ends or not all(ends) or name.entry.pairs[0].use:
            return False
        if int(self.date[:4]) - max(int(end) for end in ends if end.isdigit()) <= _LONG_AGO:
            return False
        ids = {post.name.id for post in self.roles.of(name.entry)}
        held = [role.title.lower() for role in name.entry.roles]
        for chain in chains:
            for title in chain.titles:
                words = self.scan.folded[title.start : title.end]
                if ids & title.ids:
                    return False
                if any(scan_key(post).startswith(words) for post in held):
                    return False
        return True

    def _held(self, name: EntryName, chain: Chain) -> int:
        """How many posts of a list a person holds at the date."""
        count = 0
        posts = self.roles.of(name.entry)
        for title in chain.titles:
            ids = title.ids
            patterns = {
                node.name.pattern.id
                for node in title.nodes
                if isinstance(node.name, ComposedName) and node.name.open_slots
            }
            for post in posts:
                if not post.at(self.date):
                    continue
                pattern = post.name.pattern.id if isinstance(post.name, ComposedName) else ""
                if post.name.id in ids or pattern in patterns:
                    count += 1
                    break
        return count

    def _contradicts(self, name: Name | None, chain: Chain) -> bool:
        """A post of another state, all its parts spoken out, is not this person's."""
        if not isinstance(name, EntryName) or not self.roles.of(name.entry):
            return False
        for title in chain.titles:
            readings = [node.name for node in title.nodes if isinstance(node.name, ComposedName)]
            closed = [one for one in readings if not one.open_slots and one.pattern.slots]
            if not closed or len(closed) != len(title.nodes):
                continue
            countries = {one.country for one in closed}
            if name.country in countries or countries & {"", "INT"}:
                return False
            if name.country not in ("", "INT"):
                return True
        return False

    def _short_references(self, people: list[Span]) -> None:
        """Attach `ông Sơn` to the one person of the document whose name ends so."""
        full: dict[str, dict[str, Resolved]] = {}
        unlisted: dict[str, set[str]] = {}
        for span in people:
            text = self.scan.folded[span.start : span.end]
            last = text.rsplit(" ", 1)[-1]
            resolved = self.done.get(id(span))
            if resolved is not None and resolved.name is not None:
                name = resolved.name
                full.setdefault(last, {})[name.id] = resolved
                if name.country != "VN":
                    full.setdefault(text.split(" ")[0], {})[name.id] = resolved
            elif " " in text:
                unlisted.setdefault(last, set()).add(text)
        for span in people:
            if id(span) in self.done:
                continue
            text = self.scan.folded[span.start : span.end]
            known, others = full.get(text, {}), unlisted.get(text, set())
            if " " in text or len(known) + len(others) != 1:
                self.done[id(span)] = Resolved(None, Support.UNIQUE)
            elif known:
                one = next(iter(known.values()))
                self.done[id(span)] = Resolved(one.name, Support.ANCHORED, None, attached_to="id")
            else:
                key = next(iter(others))
                self.done[id(span)] = Resolved(None, Support.ANCHORED, None, attached_to=key)

    def _thing(self, span: Span) -> Resolved:
        if not span.nodes:
            return Resolved(None, Support.UNIQUE)
        if span.loose:
            return self._loose(span)
        if len(span.nodes) == 1:
            return self._only(span.nodes[0], span)
        around = self._around(span)
        candidates = [self._weigh(node, span, around) for node in span.nodes]
        if span.type == "ORG":
            candidates = self._favour_last_named(candidates, span.start)
        return self._doubted(pick(candidates, weights.MARGIN), span)

    def _doubted(self, chosen: Resolved, span: Span) -> Resolved:
        """The choice, held back where the words beside it speak of another state or level."""
        name = chosen.name
        if name is None or chosen.support is Support.AMBIGUOUS:
            return chosen
        if span.type == "PLACE":
            elsewhere = doubts.of_another_level(name, span, self.scan) or doubts.is_minor(
                name, span, self.context
            )
            return chosen._replace(support=Support.AMBIGUOUS) if elsewhere else chosen
        if doubts.of_another_state(name, span, self.context):
            return chosen._replace(support=Support.VETOED)
        if span.type == "TITLE" and doubts.of_several(span, self.scan):
            return chosen._replace(support=Support.AMBIGUOUS)
        doubtful = (
            doubts.without_its_state(name, self.context)
            or doubts.of_the_state_before(name, span, self.context)
            or doubts.in_taiwan(name, span, self.context)
        )
        return chosen._replace(support=Support.AMBIGUOUS) if doubtful else chosen

    def _only(self, node: Node, span: Span) -> Resolved:
        """What a span with one reading means: there is nothing to weigh."""
        name = self._completed(node.name, span)
        return self._doubted(Resolved(name, Support.UNIQUE, node), span)

    def _completed(self, name: Name, span: Span) -> Name:
        if isinstance(name, ComposedName) and name.open_slots:
            return self._complete_by_country(name, span)
        return name

    def _around(self, span: Span) -> tuple[str, str]:
        """The country that stands with a span, and the one named last before it."""
        return self.context.explicit_country(span), self.context.near_country(span.start)

    def _weigh(self, node: Node, span: Span, around: tuple[str, str]) -> Weighed:
        name = self._completed(node.name, span)
        weight = self._standing(name)
        explicit, near = around
        if explicit and name.country not in ("", "INT"):
            weight += weights.EXPLICIT_COUNTRY * (1 if name.country == explicit else -1)
        if name.country:
            if near == name.country:
                weight += weights.NEAR_COUNTRY
            weight += weights.COUNTRY_SHARE * self.context.countries[name.country] / self.total
        if self.seen.get(self.scan.folded[span.start : span.end]) == name.id:
            weight += weights.SAME_BEFORE
        if isinstance(name, EntryName):
            weight += self._place_evidence(name, span)
        else:
            weight += self._part_evidence(node)
            if name.open_slots:
                weight += weights.OPEN_SLOT
        return Weighed(name, weight, node)

    def _part_evidence(self, node: Node) -> float:
        """What the words before its places say of a composed name: `châu Hồng Hà`."""
        return sum(
            self._head_evidence(child.name, child.start)
            for child in node.children
            if child.name.type == "PLACE"
        )

    def _head_evidence(self, name: Name, start: int) -> float:
        kinds = head_kinds(self.scan.folded, start)
        return weights.HEAD_WORD * (1 if name.kind in kinds else -1 / 3) if kinds else 0.0

    def _place_evidence(self, name: EntryName, span: Span) -> float:
        weight = self._head_evidence(name, span.start)
        if name.head:
            weight += weights.HEAD_WORD
        entry = name.entry
        if entry.within:
            if self.context.enclosing_place(span) == entry.within:
                weight += weights.ENCLOSING_PLACE
            elif entry.within in self.context.places:
                weight += weights.WITHIN_NAMED
        if entry.opposite and entry.opposite in self.context.places:
            weight += weights.OPPOSITE_NAMED
        return weight

    def _standing(self, name: Name) -> float:
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

    def _title(self, span: Span) -> Resolved:
        chain = self.chain_of.get(id(span), Chain([span]))
        holder = self.done.get(id(chain.person)) if chain.person is not None else None
        person = holder.name if holder and isinstance(holder.name, EntryName) else None
        country = self._chain_country(chain, person)
        found = [
            Weighed(name, bonus, node, anchored)
            for node in span.nodes
            for name, bonus, anchored in self._completions(node.name, chain, person, country)
        ]
        if len(found) < 2:
            chosen = pick(found, weights.MARGIN) if found else Resolved(None, Support.UNIQUE)
            return self._doubted(chosen, span)
        candidates = []
        for one in found:
            name = one.name
            weight = self._standing(name) + one.weight
            if country and name.country not in ("", "INT"):
                agrees = name.country == country
                weight += weights.PERSON_COUNTRY * (1 if agrees else -1)
            if self.seen.get(self.scan.folded[span.start : span.end]) == name.id:
                weight += weights.SAME_BEFORE
            if name.open_slots:
                weight += weights.OPEN_SLOT
            elif isinstance(name, ComposedName):
                weight += 1.0  # a composed post says more than a bare head word
            candidates.append(one._replace(weight=weight))
        chosen = pick(self._favour_last_named(candidates, span.start), weights.MARGIN)
        return self._doubted(chosen, span)

    def _completions(
        self, name: Name, chain: Chain, person: EntryName | None, country: str
    ) -> list[tuple[Name, float, bool]]:
        """A post as it may be meant here, with the bonus for what completed it."""
        posts = self.roles.of(person.entry) if person is not None else ()
        if isinstance(name, EntryName) or not name.open_slots:
            held = any(post.name.id == name.id and post.at(self.date) for post in posts)
            return [(name, weights.HELD_POST if held else 0.0, False)]
        found: list[tuple[Name, float, bool]] = []
        for post in posts:
            completed = _adopt(name, post.name)
            if completed is not None:
                bonus = weights.HELD_POST if post.at(self.date) else weights.HELD_POST / 2
                found.append((completed, bonus, True))
        for other in self._titles_of_holder(chain, person):
            completed = _adopt(name, other)
            if completed is not None:
                found.append((completed, weights.HELD_POST - 1, True))
        by_country = complete(name, country or self.context.home, self.gazetteer)
        last = self.last_post.get(name.pattern.id)
        if by_country.open_slots and last is not None:
            completed = _adopt(name, last)
            if completed is not None:
                found.append((completed, weights.SAME_BEFORE, False))
        found.append((by_country, 1.0 if country else 0.0, False))
        return found

    def _titles_of_holder(self, chain: Chain, person: EntryName | None) -> list[Name]:
        """Posts that other lists of the document give to the same person."""
        if chain.person is None:
            return []
        text = self.scan.folded
        wanted = text[chain.person.start : chain.person.end]
        id_ = person.id if person is not None else ""
        if (wanted, id_) not in self.posts_of_holder:
            found: dict[str, Name] = {}
            for other in self.context.chains:
                if other.person is None:
                    continue
                resolved = self.done.get(id(other.person))
                named = resolved.name.id if resolved is not None and resolved.name else ""
                if text[other.person.start : other.person.end] == wanted or (id_ and named == id_):
                    for title in other.titles:
                        for node in title.nodes:
                            if not node.name.open_slots:
                                found.setdefault(node.name.id, node.name)
            self.posts_of_holder[wanted, id_] = list(found.values())
        return self.posts_of_holder[wanted, id_]

    def _chain_country(self, chain: Chain, person: EntryName | None) -> str:
        if person is not None and person.country not in ("", "INT"):
            return person.country
        if chain.country:
            return chain.country
        for title in reversed(chain.titles):
            closed = {"" if node.name.open_slots else node.name.country for node in title.nodes}
            if len(closed) == 1 and not closed & {"", "INT"}:
                return closed.pop()
        return ""

    def _complete_by_country(self, name: ComposedName, span: Span) -> Name:
        country = (
            self.context.explicit_country(span)
            or self.context.near_country(span.start)
            or self.context.home
        )
        completed = complete(name, country, self.gazetteer)
        if name.type == "EVENT" and isinstance(completed, ComposedName):
            # A session is of a body that the text names; provincial councils number theirs too.
            filled = [completed.filled.get(slot) for slot in name.open_slots]
            if any(one is not None and one.id not in self.context.bodies for one in filled):
                return name
        return completed

    def _remember(self, span: Span) -> None:
        resolved = self.done[id(span)]
        if resolved.support is Support.AMBIGUOUS:
            # A toss of the coin is no reason to choose the same again.
            return
        if isinstance(resolved.name, ComposedName) and not resolved.name.open_slots:
            self.last_post[resolved.name.pattern.id] = resolved.name
        if resolved.name is not None and not resolved.name.open_slots:
            self.seen[self.scan.folded[span.start : span.end]] = resolved.name.id

    def _fill_from_document(self) -> None:
        """Fill open slots by the one thing that fills them elsewhere in the document."""
        fillers: dict[str, Name] = {}
        for resolved in self.done.values():
            if isinstance(resolved.name, ComposedName):
                for _, filler in resolved.name.fillers:
                    if not isinstance(filler, Number):
                        fillers[filler.id] = filler
        for span in self.outer:
            resolved = self.done[id(span)]
            name = resolved.name
            if not isinstance(name, ComposedName) or not name.open_slots:
                continue
            chosen = dict(name.fillers)
            for slot in name.open_slots:
                wanted = condition(name, slot)
                home = self._country_for(span)
                fitting = {
                    id_: filler
                    for id_, filler in fillers.items()
                    if admits(wanted, filler) and filler.country == home
                }
                narrowed = wanted is not name.pattern.slots[slot]
                if len(fitting) == 1 and narrowed and wanted.type != "NUMBER":
                    chosen[slot] = next(iter(fitting.values()))
            completed = with_fillers(name, chosen)
            if not completed.open_slots:
                self.done[id(span)] = Resolved(completed, Support.CONTEXT, resolved.node)

    def _country_for(self, span: Span) -> str:
        chain = self.chain_of.get(id(span))
        if chain is None:
            return self.context.home
        holder = self.done.get(id(chain.person)) if chain.person is not None else None
        person = holder.name if holder and isinstance(holder.name, EntryName) else None
        return self._chain_country(chain, person) or self.context.home

    def _nested(self, span: Span) -> None:
        if not span.inner:
            return
        resolved = self.done[id(span)]
        children = _descendants(resolved.node) if resolved.node is not None else {}
        for inner in span.inner:
            child = children.get((inner.start, inner.end))
            if child is not None:
                self.done[id(inner)] = Resolved(child.name, _inherited(resolved), child)
                if len(inner.ids) == 1:
                    self.done[id(inner)] = self._doubted(
                        Resolved(child.name, Support.UNIQUE, child), inner
                    )
            else:
                self.done[id(inner)] = self._inside(inner, resolved)
            self._nested(inner)

    def _inside(self, inner: Span, around: Resolved) -> Resolved:
        if not inner.nodes:
            return Resolved(None, Support.UNIQUE)
        if len(inner.nodes) == 1:
            only = self._only(inner.nodes[0], inner)
            return only._replace(support=Support.VETOED) if _of_others(only, around) else only
        country = around.name.country if around.name is not None else ""
        candidates = []
        beside = self._around(inner)
        for node in inner.nodes:
            one = self._weigh(node, inner, beside)
            bonus = weights.PERSON_COUNTRY if country and one.name.country == country else 0.0
            candidates.append(Weighed(one.name, one.weight + bonus, node))
        chosen = self._doubted(pick(candidates, weights.MARGIN), inner)
        if around.support is Support.AMBIGUOUS and chosen.support is Support.CONTEXT:
            # What decides for the part would have decided for the whole.
            return chosen._replace(support=Support.AMBIGUOUS)
        return chosen


def _of_others(inner: Resolved, around: Resolved) -> bool:
    """Whether a body is of another state than the composed post around it: 国会 in 国会主席."""
    name, whole = inner.name, around.name
    if name is None or not isinstance(whole, ComposedName) or name.type != "ORG":
        return False
    countries = {name.country, whole.country}
    return len(countries) == 2 and not countries & {"", "INT"}


def _inherited(whole: Resolved) -> Support:
    """What supports a part that the reading of the whole decides: no more than supports that."""
    return Support.AMBIGUOUS if whole.support is Support.AMBIGUOUS else Support.CONTEXT


def _adopt(name: ComposedName, other: Name) -> ComposedName | None:
    """Complete an open post from a closed one of the same pattern, if its conditions allow."""
    if not isinstance(other, ComposedName) or other.pattern.id != name.pattern.id:
        return None
    chosen = dict(name.fillers)
    given = other.filled
    for slot in name.open_slots:
        filler = given.get(slot)
        if filler is None or isinstance(filler, Number):
            return None
        if not admits(condition(name, slot), filler):
            return None
        chosen[slot] = filler
    for slot, filler in name.fillers:
        if slot in given and given[slot].id != filler.id:
            return None
    return with_fillers(name, chosen)


def _descendants(node: Node) -> dict[tuple[int, int], Node]:
    found = {}
    for child in node.children:
        found[child.start, child.end] = child
        found.update(_descendants(child))
    return found

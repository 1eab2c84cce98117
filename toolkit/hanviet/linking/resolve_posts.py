"""Which post a title means: open slots are filled by the holder, the country, the document."""

from __future__ import annotations

from hanviet.linking import weights
from hanviet.linking.article import Article, Name
from hanviet.linking.context import Chain
from hanviet.linking.decision import Support
from hanviet.linking.doubts import doubted
from hanviet.linking.reading import Resolved, Weighed, pick
from hanviet.linking.roles import complete, condition, with_fillers
from hanviet.mentions.names import ComposedName, EntryName, Number, admits
from hanviet.mentions.span import Span


class Posts:
    """Resolves the posts of a document, after its people."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.context = article.context
        self.roles = article.roles
        self.gazetteer = article.gazetteer
        self.date = article.date
        self.done = article.done
        self._posts_of_holder: dict[tuple[str, str], list[Name]] = {}

    def title(self, span: Span) -> Resolved:
        """What a post means here, with the country, the body or the place that it leaves open."""
        chain = self.article.chain_of.get(id(span), Chain([span]))
        person = self.article.person_at(chain.person)
        country = self._chain_country(chain, person)
        found = [
            Weighed(name, bonus, node, anchored)
            for node in span.nodes
            for name, bonus, anchored in self._completions(node.name, chain, person, country)
        ]
        if len(found) < 2:
            chosen = pick(found, weights.MARGIN) if found else Resolved(None, Support.UNIQUE)
            return doubted(chosen, span, self.context)
        candidates = []
        for one in found:
            name = one.name
            weight = self.article.standing(name) + one.weight
            if country and name.country not in ("", "INT"):
                agrees = name.country == country
                weight += weights.PERSON_COUNTRY * (1 if agrees else -1)
            weight += self.article.same_before(name, span)
            if name.open_slots:
                weight += weights.OPEN_SLOT
            elif isinstance(name, ComposedName):
                weight += 1.0  # a composed post says more than a bare head word
            candidates.append(one._replace(weight=weight))
        chosen = pick(self.article.favour_last_named(candidates, span.start), weights.MARGIN)
        return doubted(chosen, span, self.context)

    def fill_from_document(self) -> None:
        """Fill open slots by the one thing that fills them elsewhere in the document."""
        fillers: dict[str, Name] = {}
        for resolved in self.done.values():
            if isinstance(resolved.name, ComposedName):
                for _, filler in resolved.name.fillers:
                    if not isinstance(filler, Number):
                        fillers[filler.id] = filler
        for span in self.article.outer:
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
        last = self.article.last_post.get(name.pattern.id)
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
        text = self.article.scan.folded
        wanted = text[chain.person.start : chain.person.end]
        id_ = person.id if person is not None else ""
        if (wanted, id_) not in self._posts_of_holder:
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
            self._posts_of_holder[wanted, id_] = list(found.values())
        return self._posts_of_holder[wanted, id_]

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

    def _country_for(self, span: Span) -> str:
        chain = self.article.chain_of.get(id(span))
        if chain is None:
            return self.context.home
        person = self.article.person_at(chain.person)
        return self._chain_country(chain, person) or self.context.home


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

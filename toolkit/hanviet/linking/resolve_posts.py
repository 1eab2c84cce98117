"""Which post a title means: open slots are filled by the holder, the country, the document."""

from __future__ import annotations

from itertools import pairwise

from hanviet.linking import weights
from hanviet.linking.article import Article, Name
from hanviet.linking.context import Chain
from hanviet.linking.decision import Support
from hanviet.linking.doubts import doubted
from hanviet.linking.reading import Resolved, Weighed, pick
from hanviet.linking.roles import complete, condition, with_fillers
from hanviet.mentions.names import ComposedName, EntryName, Number, admits
from hanviet.mentions.span import Span

_AND = frozenset({" và ", "; "})
"""Between posts of several people."""


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
        country, sure = self._chain_country(chain, span, person)
        found = [
            Weighed(name, bonus, node, anchored)
            for node in span.nodes
            for name, bonus, anchored in self._completions(node.name, chain, person, country)
        ]
        if country and all(one.name.country not in ("", "INT", country) for one in found):
            # Of the same words another reading may be of that state: 外交部长 of Laos.
            carried = self._of_country(span, country)
            found = [*found, *carried]
            sure = sure and not (carried and self._is_apart(chain, span))
        if len(found) < 2:
            chosen = pick(found, weights.MARGIN) if found else Resolved(None, Support.UNIQUE)
            return doubted(chosen, span, self.article)
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
        in_context = chosen.support is Support.CONTEXT
        of_a_state = chosen.name is not None and chosen.name.country not in ("", "INT")
        if (in_context and not sure) or (
            (in_context or of_a_state) and _is_called_otherwise(chosen.name, candidates)
        ):
            return chosen._replace(support=Support.AMBIGUOUS)
        return doubted(chosen, span, self.article)

    def _of_country(self, span: Span, country: str) -> list[Weighed]:
        """The readings of a post that the state of its list completes."""
        surface = self.article.scan.surface(span.start, span.end)
        return [
            Weighed(name, 1.0)
            for name in self.roles.read_title(surface, country)
            if name.country == country and not name.open_slots
        ]

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
        said = _completed_by_list(name, chain)
        if said is not None:
            found.append((said, weights.HELD_POST + 1, True))
        for post in posts:
            completed = _adopt(name, post.name)
            if completed is not None and said is None:
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

    def _chain_country(
        self, chain: Chain, title: Span, person: EntryName | None
    ) -> tuple[str, bool]:
        """The country that a list of posts says of one of them, and whether that is sure.

        Vietnamese says it last (`Tổng thống và Thủ tướng Pháp`), Chinese first (法国总统和总理),
        and it holds for the whole list. What a Vietnamese list says first may be of the first alone
        (`Tổng thống Hàn Quốc và Bộ trưởng Ngoại giao`), unless one person holds all.
        """
        if person is not None and person.country not in ("", "INT"):
            return person.country, True
        if chain.country:
            return chain.country, True
        own = next((at for at, one in enumerate(chain.titles) if one is title), 0)
        before, after = chain.titles[:own][::-1], chain.titles[own + 1 :]
        if self.article.scan.folded[title.start] >= "\u2e80":
            country = _country_of(before)
            return (country, True) if country else (_country_of([title, *after]), True)
        if country := _country_of(after[::-1]) or _country_of([title]):
            return country, True
        return _country_of(before), not self._is_apart(chain, title)

    def _is_apart(self, chain: Chain, title: Span) -> bool:
        """Whether a Vietnamese list with a post may be of several people: `và` stands in it."""
        text = self.article.scan.folded
        if chain.person is not None or text[title.start] >= "\u2e80":
            return False
        gaps = [text[one.end : other.start] for one, other in pairwise(chain.titles)]
        return any(gap in _AND for gap in gaps)

    def _country_for(self, span: Span) -> str:
        chain = self.article.chain_of.get(id(span))
        if chain is None:
            return self.context.home
        person = self.article.person_at(chain.person)
        return self._chain_country(chain, span, person)[0] or self.context.home


def _is_called_otherwise(name: Name | None, candidates: list[Weighed]) -> bool:
    """Whether a bare Chinese post has another Vietnamese form, by the body that is not said.

    局长 is `Giám đốc` and `Cục trưởng`, 部长 `Trưởng Ban` and `Bộ trưởng`.
    """
    return (
        isinstance(name, EntryName)
        and name.lang == "zh"
        and any(
            isinstance(one.name, EntryName)
            and one.name.country == "INT"
            and one.name.vi() != name.vi()
            for one in candidates
        )
    )


def _completed_by_list(name: ComposedName, chain: Chain) -> ComposedName | None:
    """An open post with the place that the rest of its list says, if that is one place.

    `Bí thư Tỉnh ủy, Trưởng đoàn ĐBQH tỉnh Quảng Ninh`: what the article says now goes before the
    posts that the gazetteer knows of the holder.
    """
    if chain.person is None or len(name.open_slots) != 1:
        return None
    slot = name.open_slots[0]
    wanted = condition(name, slot)
    if wanted.type != "PLACE":
        return None
    fitting: dict[str, Name] = {}
    for title in chain.titles:
        for node in title.nodes:
            if isinstance(node.name, ComposedName) and not node.name.open_slots:
                for _, filler in node.name.fillers:
                    if not isinstance(filler, Number) and admits(wanted, filler):
                        fitting[filler.id] = filler
    if len(fitting) != 1:
        return None
    completed = with_fillers(name, {**dict(name.fillers), slot: next(iter(fitting.values()))})
    return None if completed.open_slots else completed


def _country_of(titles: list[Span]) -> str:
    """The country that the first of some posts says which says one at all.

    A post abroad says nothing of the others: `Thủ tướng và Đại sứ Mỹ tại Việt Nam`.
    """
    for title in titles:
        closed = {
            "" if _is_abroad(node.name) else node.name.country
            for node in title.nodes
            if not node.name.open_slots
        }
        if len(closed) == 1 and not closed & {"", "INT"}:
            return closed.pop()
    return ""


def _is_abroad(name: Name) -> bool:
    """Whether a post is of one place in another: ambassadors, consuls."""
    if isinstance(name, EntryName):
        return False
    return sum(entry.type == "PLACE" for entry in name.entries()) > 1


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

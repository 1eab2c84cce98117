"""Which person a name means: by the posts beside it, the date, and the rest of the document."""

from __future__ import annotations

from hanviet.linking import doubts, weights
from hanviet.linking.article import Article, Name
from hanviet.linking.context import Chain
from hanviet.linking.decision import Support
from hanviet.linking.private_people import is_credit, is_one_of_many, is_private
from hanviet.linking.reading import Resolved, Weighed, pick
from hanviet.mentions.head_words import follows_vessel
from hanviet.mentions.names import ComposedName, EntryName
from hanviet.mentions.scantext import scan_key
from hanviet.mentions.short_zh import surname_of
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists

_LONG_AGO = 10
"""Years after the last post of a person that make another bearer of the name likely."""

_BETWEEN_NAMES = frozenset({"、", "和", "与", "及", ", ", " và "})
"""What stands between names of a list that one word before it speaks of."""


def resolve_people(article: Article, people: list[Span]) -> None:
    """Resolve the people of a document, then those whom only a part of a name refers to."""
    resolver = _People(article)
    for span in sorted(people, key=lambda one: bool(one.loose)):
        if span.nodes:
            article.done[id(span)] = resolver.person(span)
    resolver.doubt(people)
    resolver.attach_short_references(people)


def loosely_typed(article: Article, span: Span) -> Resolved:
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
        for one in article.done.values()
    )
    return Resolved(name, Support.ANCHORED if anchored else Support.AMBIGUOUS)


def _short_for(full: Resolved, text: str) -> Resolved:
    """What a part of a name is resolved to: as sure as the whole is, and no surer."""
    if full.support is Support.VETOED:
        return Resolved(full.name, Support.VETOED, None, attached_to=text)
    doubtful = full.support is Support.AMBIGUOUS
    return Resolved(full.name, full.support if doubtful else Support.ANCHORED, None, "id")


def _endings(text: str) -> list[str]:
    """What may be short for a name: all of it but the surname, and the given name alone.

    Of a Chinese one it is the surname, before a post.

    >>> _endings("nguyễn đình bắc"), _endings("bắc")
    (['bắc', 'đình bắc'], [])
    """
    if text[:1] >= "\u2e80":
        return [surname] if (surname := surname_of(text)) else []
    words = text.split(" ")
    return [" ".join(words[-count:]) for count in range(1, len(words))]


def _between(gap: str) -> str:
    """What stands between two names, without an honorific: ` và đồng chí `."""
    before, _, last = gap.rstrip(" ").rpartition(" ")
    if last == "chí" and before.endswith(" đồng"):
        before, last = before.removesuffix(" đồng"), "đồng chí"
    return f"{before} " if last in wordlists("vi")["honorifics"] else gap


class _People:
    def __init__(self, article: Article) -> None:
        self.article = article
        self.scan = article.scan
        self.roles = article.roles
        self.date = article.date
        self.done = article.done

    def person(self, span: Span) -> Resolved:
        if span.loose:
            return loosely_typed(self.article, span)
        chains = self.article.chains_of_person.get(id(span), [])
        candidates = []
        for node in span.nodes:
            name = node.name
            if not isinstance(name, EntryName):
                continue
            if len(span.nodes) == 1:
                candidates.append(Weighed(name, 0.0, node))  # nothing to weigh it against
                break
            weight = self.article.standing(name)
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

    def doubt(self, people: list[Span]) -> None:
        """Hold back people whose post or circumstances are another's, in the whole document."""
        doubted = set()
        unlisted = [span for span in people if not span.nodes]
        before: Span | None = None  # the name before, if it is of somebody who holds no office
        for span in people:
            name = self._linked_person(span)
            chains = self.article.chains_of_person.get(id(span), [])
            private = self._is_private(span, name, chains) or (
                before is not None
                and not chains
                and _between(self.scan.folded[before.end : span.start]) in _BETWEEN_NAMES
            )
            before = span if private else None
            if name is None:
                continue
            held = frozenset(post.name.id for post in self.roles.of(name.entry)) if chains else None
            if (
                (private and name.entry.roles)
                or (held is None and is_one_of_many(span, unlisted, self.scan))
                or (held is not None and self._hold_elsewhere(name, held, chains))
                or self._is_of_a_place(span)
                or follows_vessel(self.scan.folded, span.start)
            ):
                self.done[id(span)] = self.done[id(span)]._replace(support=Support.AMBIGUOUS)
                doubted.add(name.id)
        for span in people if doubted else ():
            name = self._linked_person(span)
            if name is None or name.id not in doubted:
                continue
            chains = self.article.chains_of_person.get(id(span), [])
            if not any(self._held(name, chain) for chain in chains):
                self.done[id(span)] = self.done[id(span)]._replace(support=Support.AMBIGUOUS)

    def _is_private(self, span: Span, name: EntryName | None, chains: list[Chain]) -> bool:
        if name is None:
            return is_private(span, self.scan, "")
        if any(self._held(name, chain) for chain in chains):
            return False
        return is_private(span, self.scan, doubts.told_posts(name.entry))

    def _is_of_a_place(self, span: Span) -> bool:
        """Whether a place below the state stands in brackets behind: `Nguyễn Huệ (Hòa An)`.

        It is a commune of the name, or somebody who is from there.
        """
        text = self.scan.folded
        if not text.startswith(" (", span.end):
            return False
        place = self.article.context.span_at(span.end + 2)
        return (
            place is not None
            and place.type == "PLACE"
            and text.startswith(")", place.end)
            and not any(node.name.kind == "country" for node in place.nodes)
        )

    def _hold_elsewhere(self, name: EntryName, held: frozenset[str], chains: list[Chain]) -> bool:
        return any(doubts.holds_elsewhere(name.entry, held, one, self.scan) for one in chains)

    def attach_short_references(self, people: list[Span]) -> None:
        """Attach `ông Sơn`, `Đình Bắc` to the one person of the document whose name ends so."""
        full: dict[str, dict[str, Resolved]] = {}
        unlisted: dict[str, set[str]] = {}
        for span in people:
            text = self.article.words(span)
            resolved = self.done.get(id(span))
            if resolved is not None and resolved.name is not None:
                name = resolved.name
                short = _short_for(resolved, text)
                for ending in _endings(text) or [text]:
                    full.setdefault(ending, {})[name.id] = short
                if name.country != "VN":
                    full.setdefault(text.split(" ")[0], {})[name.id] = short
            elif not is_credit(span, self.scan):
                for ending in _endings(text):
                    unlisted.setdefault(ending, set()).add(text)
        waiting = [span for span in people if id(span) not in self.done]
        for span in sorted(waiting, key=lambda one: -self.article.words(one).count(" ")):
            text = self.article.words(span)
            known, others = full.get(text, {}), unlisted.get(text, set())
            if len(known) + len(others) != 1 or self._is_of_another(span, known, others, people):
                self.done[id(span)] = Resolved(None, Support.UNIQUE)
                continue
            if known:
                self.done[id(span)] = next(iter(known.values()))
            else:
                key = next(iter(others))
                self.done[id(span)] = Resolved(None, Support.ANCHORED, None, attached_to=key)
            for ending in _endings(text):
                unlisted.get(ending, set()).discard(text)  # nobody but whom it is short for

    def _is_of_another(
        self, span: Span, known: dict[str, Resolved], others: set[str], people: list[Span]
    ) -> bool:
        """Whether a part of a name is that of a reporter or the like, and the whole is not."""
        if " " not in self.article.words(span):
            return False
        for one in known.values():
            return self._is_private(span, one.name if isinstance(one.name, EntryName) else None, [])
        return self._is_private(span, None, []) and (
            is_credit(span, self.scan)
            or not any(
                self._is_private(one, None, [])
                for one in people
                if self.article.words(one) in others
            )
        )

    def _linked_person(self, span: Span) -> EntryName | None:
        resolved = self.done.get(id(span))
        if resolved is None or resolved.support in (Support.VETOED, Support.AMBIGUOUS):
            return None
        return resolved.name if isinstance(resolved.name, EntryName) else None

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
            if name.country not in ("", "INT") and not self._may_be_of(title, name.country):
                return True
        return False

    def _may_be_of(self, title: Span, country: str) -> bool:
        """Whether the words of a post have a reading of a state: `Bộ trưởng Ngoại giao` of any."""
        surface = self.scan.surface(title.start, title.end)
        return any(post.country == country for post in self.roles.read_title(surface, country))

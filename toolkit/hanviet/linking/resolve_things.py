"""Which place, body or event a name means, by what stands beside it and all over the text."""

from __future__ import annotations

from hanviet.linking import weights
from hanviet.linking.article import Article, Name
from hanviet.linking.decision import Support
from hanviet.linking.doubts import doubted
from hanviet.linking.place_doubts import is_vietnamese_district
from hanviet.linking.reading import Resolved, Weighed, pick
from hanviet.linking.resolve_people import loosely_typed
from hanviet.linking.roles import complete
from hanviet.mentions.chart import Node
from hanviet.mentions.head_words import head_kinds
from hanviet.mentions.names import ComposedName, EntryName
from hanviet.mentions.scantext import scan_key
from hanviet.mentions.span import Span

_IN_A_LIST = (", ", " và ")
_ORGANS = frozenset({"ministry", "party-body", "state", "army"})
"""Kinds of bodies of which each state has one: a list of them is of one state."""


class Things:
    """Resolves the places, bodies and events of a document."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.scan = article.scan
        self.context = article.context
        self._total = sum(self.context.countries.values()) or 1

    def thing(self, span: Span) -> Resolved:
        """What a span means by its own words and those around it."""
        if not span.nodes:
            return Resolved(None, Support.UNIQUE)
        if span.loose:
            return loosely_typed(self.article, span)
        if len(span.nodes) == 1:
            return self.only(span.nodes[0], span)
        around = self._around(span)
        candidates = [self._weigh(node, span, around) for node in span.nodes]
        if span.type == "ORG":
            candidates = self.article.favour_last_named(candidates, span.start)
        return doubted(pick(candidates, weights.MARGIN), span, self.article)

    def only(self, node: Node, span: Span) -> Resolved:
        """What a span with one reading means: there is nothing to weigh."""
        name = node.name
        if name.open_slots:
            name = self._completed(name, *self._around(span))
        return doubted(Resolved(name, Support.UNIQUE, node), span, self.article)

    def inside(self, inner: Span, around: Resolved) -> Resolved:
        """What a span inside another means, which no part of that one's reading is."""
        if not inner.nodes:
            return Resolved(None, Support.UNIQUE)
        if len(inner.nodes) == 1:
            only = self.only(inner.nodes[0], inner)
            if _of_others(only, around):
                return only._replace(support=Support.VETOED)
            named_so = _is_firms_own(only, around)
            return only._replace(support=Support.AMBIGUOUS) if named_so else only
        country = around.name.country if around.name is not None else self._of_holder(inner)
        candidates = []
        beside = self._around(inner)
        for node in inner.nodes:
            one = self._weigh(node, inner, beside)
            bonus = weights.PERSON_COUNTRY if country and one.name.country == country else 0.0
            candidates.append(Weighed(one.name, one.weight + bonus, node))
        if all(_of_others(Resolved(one.name, Support.UNIQUE), around) for one in candidates):
            return Resolved(candidates[0].name, Support.VETOED, candidates[0].node)
        chosen = doubted(pick(candidates, weights.MARGIN), inner, self.article)
        if around.support is Support.AMBIGUOUS and chosen.support is Support.CONTEXT:
            # What decides for the part would have decided for the whole.
            return chosen._replace(support=Support.AMBIGUOUS)
        return chosen

    def _of_holder(self, inner: Span) -> str:
        """The state of the person who holds the unlisted post around: 外交部|副发言人."""
        chain = self.article.chain_of.get(id(inner.parent))
        person = self.article.person_at(chain.person) if chain is not None else None
        return person.country if person is not None else ""

    def _weigh(self, node: Node, span: Span, around: tuple[str, str]) -> Weighed:
        explicit, near = around
        name = self._completed(node.name, explicit, near)
        weight = self.article.standing(name)
        if explicit and name.country not in ("", "INT"):
            weight += weights.EXPLICIT_COUNTRY * (1 if name.country == explicit else -1)
        if name.country:
            if near == name.country:
                weight += weights.NEAR_COUNTRY
            weight += weights.COUNTRY_SHARE * self.context.countries[name.country] / self._total
        if isinstance(name, EntryName):
            head = self._head_evidence(name, span.start)
            weight += head + self._place_evidence(name, span)
            # `quần đảo` says more than that the city was meant before; a gate is named after both.
            if head >= 0.0 or "gate" in head_kinds(self.scan.folded, span.start):
                weight += self.article.same_before(name, span)
        else:
            weight += self._part_evidence(node, span) + self.article.same_before(name, span)
            if name.open_slots:
                weight += weights.OPEN_SLOT
        return Weighed(name, weight, node)

    def _completed(self, name: Name, explicit: str, near: str) -> Name:
        """A name whose open slots are filled by the country beside it, or else the text's own."""
        if isinstance(name, EntryName) or not name.open_slots:
            return name
        completed = complete(name, explicit or near or self.context.home, self.article.gazetteer)
        if isinstance(completed, ComposedName):
            for slot in name.open_slots:
                filler = completed.filled.get(slot)
                must_be_named = name.pattern.slots[slot].named
                if filler and must_be_named and filler.id not in self.context.bodies:
                    return name
        return completed

    def _around(self, span: Span) -> tuple[str, str]:
        """The country that stands with a span, and the one named last before it."""
        explicit = self.context.explicit_country(span) or self._country_of_list(span)
        return explicit, self.context.near_country(span.start)

    def _country_of_list(self, span: Span) -> str:
        """The state that the last of a list of organs says: `Quân ủy Trung ương, Bộ Y tế Lào`.

        Two states' organ of one name are no list: `Bộ Y tế và Bộ Y tế Lào`.
        """
        text = self.scan.folded
        if span.type != "ORG" or text[span.start] >= "\u2e80" or not span.nodes:
            return ""
        gap = next((gap for gap in _IN_A_LIST if text.startswith(gap, span.end)), "")
        last = self.context.span_at(span.end + len(gap)) if gap else None
        if last is None or last.type != "ORG" or len(last.ids) != 1 or last.ids & span.ids:
            return ""
        name = last.nodes[0].name
        if name.kind not in _ORGANS or not {node.name.kind for node in span.nodes} <= _ORGANS:
            return ""
        country = self.article.gazetteer.entries.get(f"country.{name.country.lower()}")
        said = text[last.start : last.end]
        forms = [form for pair in country.pairs for form in pair.vi] if country else []
        return name.country if said.endswith(tuple(f" {scan_key(form)}" for form in forms)) else ""

    def _part_evidence(self, node: Node, span: Span) -> float:
        """What the words around its places say of a composed name: `châu Hồng Hà`."""
        weight = 0.0
        for child in node.children:
            if child.name.type == "PLACE":
                weight += self._head_evidence(child.name, child.start)
                if isinstance(child.name, EntryName) and self._is_at_edge(child, span):
                    if _is_of_its_province(child, span):
                        weight -= weights.WITHIN_NAMED
                    else:
                        weight += self._holder_evidence(child.name, span)
        return weight

    def _is_at_edge(self, child: Node, span: Span) -> bool:
        """Whether what holds a part would stand beside the whole: after it, in Chinese before."""
        chinese = self.scan.folded[span.start] >= "\u2e80"
        return child.start == span.start if chinese else child.end == span.end

    def _head_evidence(self, name: Name, start: int) -> float:
        kinds = head_kinds(self.scan.folded, start)
        return weights.HEAD_WORD * (1 if name.kind in kinds else -1 / 3) if kinds else 0.0

    def _place_evidence(self, name: EntryName, span: Span) -> float:
        weight = weights.HEAD_WORD if name.head else 0.0
        entry = name.entry
        if name.type == "PLACE":
            weight += self._holder_evidence(name, span)
        if entry.opposite and entry.opposite in self.context.places:
            weight += weights.OPPOSITE_NAMED
        return weight

    def _holder_evidence(self, name: EntryName, span: Span) -> float:
        """What the text says of the place that holds one: it follows, or is named, or is not."""
        containment, entry = self.article.containment, name.entry
        if containment.says(name, span):
            return weights.ENCLOSING_PLACE
        if not entry.within:
            return 0.0
        if not self.context.places.isdisjoint(containment.above(entry.id)):
            return weights.WITHIN_NAMED
        return weights.HOLDER_UNNAMED if is_vietnamese_district(entry) else 0.0


def _is_of_its_province(child: Node, span: Span) -> bool:
    """Whether a body may be a town's or its province's of the same name: `Công an Lạng Sơn`.

    Without `thành phố` the province's is meant, and its name is none of a holder besides.
    """
    within = child.name.entry.within if isinstance(child.name, EntryName) else ""
    return bool(within) and any(
        other.name.id == within and (other.start, other.end) == (child.start, child.end)
        for node in span.nodes
        for other in node.children
    )


def _of_others(inner: Resolved, around: Resolved) -> bool:
    """Whether a body is of another state than the composed post around it: 国会 in 国会主席."""
    name, whole = inner.name, around.name
    if name is None or not isinstance(whole, ComposedName) or name.type != "ORG":
        return False
    countries = {name.country, whole.country}
    return len(countries) == 2 and not countries & {"", "INT"}


def _is_firms_own(inner: Resolved, around: Resolved) -> bool:
    """Whether a place abroad is a word of a firm's name: no 中原 in `Trung Nguyên Legend`."""
    name, whole = inner.name, around.name
    if name is None or not isinstance(whole, EntryName) or whole.kind != "company":
        return False
    return name.type == "PLACE" and name.kind != "country" and name.country != whole.country

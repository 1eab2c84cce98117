"""What makes a place that fits doubtful: a commune, a quarter, a river or a district of its name.

Names of communes and crossings come again in many provinces, and many are those of places of the
neighbouring country. The rules hold links back, and never choose between readings.
"""

from __future__ import annotations

from hanviet.lexicon.model import Entry
from hanviet.linking.article import Article, Name
from hanviet.linking.context import Surroundings
from hanviet.mentions.head_words import head_kinds
from hanviet.mentions.names import EntryName
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.orthography.vietnamese import Fold, key

_COMMUNES = frozenset({"township", "village", "gate", "crossing", "zone"})
_ABOVE_COMMUNES = frozenset({"county", "city", "province"})
_HEADS_OF_COMMUNES = (frozenset({"township"}), frozenset({"village", "township"}))

_FEATURES = frozenset("river mountain waterfall crossing lake island cave sea".split())
"""Kinds of places that no head word of a settlement speaks for."""

_MINOR = frozenset({"crossing", "mountain"})

_SMALL = frozenset({"county", "city", "township", "zone", "lake", "river", "mountain"})
"""Kinds of places of China that are hardly named in a text about Việt Nam alone."""


def is_doubtful_place(name: Name, span: Span, article: Article) -> bool:
    """Whether anything beside a place or all over the text speaks for a namesake.

    Args:
        name: What the span was resolved to.
        span: The span.
        article: The document around it.
    """
    if not isinstance(name, EntryName):
        return False
    context = article.context
    return (
        article.containment.contradicts(name, span)
        or of_another_level(name, span, context.scan)
        or is_minor(name, span, context)
        or of_a_commune(name, span, article)
        or lies_elsewhere(name, span, article)
        or may_be_vietnamese(name, span, context)
    )


def of_another_level(name: EntryName, span: Span, scan: ScanText) -> bool:
    """Whether the words before a place speak of a thing of another kind.

    A commune's or village's head word before the name of a district or province (`xã X`, `khu X`),
    any head word before a river or mountain that is none (`phường Ka Long`). No place of China has
    a commune's before it but its own towns: `phường Tây Hồ` is not the lake 西湖.
    """
    if name.type != "PLACE" or name.lang != "vi" or name.head:
        return False
    kinds = head_kinds(scan.folded, span.start)
    if kinds and name.kind in _FEATURES:
        return name.kind not in kinds
    if kinds in _HEADS_OF_COMMUNES:
        return name.kind not in _COMMUNES if name.country == "CN" else name.kind in _ABOVE_COMMUNES
    return name.kind in _ABOVE_COMMUNES and scan.folded.endswith(" khu ", 0, span.start)


def is_minor(name: EntryName, span: Span, context: Surroundings) -> bool:
    """Whether a crossing or mountain is named by two syllables alone, far from where it lies.

    `Tân Hưng` is a crossing of Guangxi, and a commune of half the provinces of Việt Nam.
    """
    if name.kind not in _MINOR or name.lang != "vi" or name.head:
        return False
    if head_kinds(context.scan.folded, span.start):
        return False
    entry = name.entry
    return not ({entry.within, entry.opposite} & context.places)


def of_a_commune(name: EntryName, span: Span, article: Article) -> bool:
    """Whether a province of Việt Nam stands right behind that has a commune of the name.

    `Tân Cương (Thái Nguyên)` grows tea and is not 新疆. For a small place of China it is enough
    that the province is named in a text without China.
    """
    if name.lang != "vi" or name.country in ("VN", "INT"):
        return False
    context = article.context
    holders = {id_ for holder in article.containment.holders(span) for id_ in holder.ids}
    if name.kind in _SMALL and not _names_china_besides(name, context):
        holders |= context.places  # a list of communes says once where they lie
    if not any(id_.startswith("place.vn.") for id_ in holders):
        return False
    communes = article.gazetteer.communes
    return not holders.isdisjoint(communes.get(key(name.form, Fold.SPELLING), ()))


def lies_elsewhere(name: EntryName, span: Span, article: Article) -> bool:
    """Whether a district of Việt Nam is said to lie in a province that it is none of.

    `Tân Hưng, Vĩnh Bảo - Hải Phòng` is a commune, not the district of Long An.
    """
    if not is_vietnamese_district(name.entry):
        return False
    containment = article.containment
    holders = containment.holders(span)
    if not holders:
        return False
    mine = set(containment.above(name.entry.id))
    if not mine.isdisjoint(article.context.places):
        return False
    said = {
        id_ for holder in holders
        for node in holder.nodes
        for id_ in (node.name.id, *containment.above(node.name.id))
        if id_.startswith("place.vn.")
    }  # fmt: skip
    return bool(said) and mine.isdisjoint(said)


def is_vietnamese_district(entry: Entry) -> bool:
    """Whether an entry is one of the districts of Việt Nam, which ended in 2025."""
    return entry.country == "VN" and entry.kind in ("county", "city") and bool(entry.until)


def may_be_vietnamese(name: EntryName, span: Span, context: Surroundings) -> bool:
    """Whether a place of China has a namesake in Việt Nam, and nothing else there is of China."""
    return (
        name.country == "CN"
        and not context.countries["CN"]
        and any(
            isinstance(node.name, EntryName) and is_vietnamese_district(node.name.entry)
            for node in span.nodes
        )
    )


def _names_china_besides(name: EntryName, context: Surroundings) -> bool:
    """Whether the document names a place or body of China other than this one."""
    named = (context.places | context.bodies) - {name.id}
    return any(id_.startswith(("place.cn.", "org.cn.", "country.cn")) for id_ in named)

"""What makes a place that fits doubtful: a commune, a quarter, a river or a district of its name.

Names of communes and crossings come again in many provinces, and many are those of places of the
neighbouring country. The rules hold links back, and never choose between readings.
"""

from __future__ import annotations

import re
from functools import lru_cache

from hanviet.lexicon.model import Entry
from hanviet.linking.article import Article, Name
from hanviet.linking.context import Surroundings
from hanviet.mentions.head_words import follows_vessel, head_kinds
from hanviet.mentions.names import EntryName
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists
from hanviet.orthography.vietnamese import Fold, key

_COMMUNES = frozenset({"township", "village", "gate", "crossing", "zone"})
_ABOVE_COMMUNES = frozenset({"county", "city", "province"})
_HEADS_OF_COMMUNES = (frozenset({"township"}), frozenset({"village", "township"}))

_LONGEST_HEAD = 12
_LEVELS_OF_VIETNAM = (
    ((" huyện ",), ("市", "市社", "郡")),
    ((" thị xã ", " thành phố ", " tp ", " tp.", " tx ", " tx."), ("县", "郡")),
    ((" quận ",), ("县", "市", "市社")),
)
"""Heads of districts, and ends of Chinese forms that are those of other levels.

`Huyện Tân Châu` is not 新洲市社, a town of the same name.
"""

_SMALL_OR_MIDDLING = frozenset({"township", "village", "county", "city"})
_SCHOOLS = ("大学", "学院", "公司", "集团", "实业", "科技", "国际", "银行")
"""What follows a name that a school or firm bears by chance."""

_FEATURES = frozenset("river mountain waterfall crossing lake island cave sea".split())
"""Kinds of places that no head word of a settlement speaks for."""

_MINOR = frozenset({"crossing", "mountain"})

_ADDRESSES = frozenset("anh chị em cháu bé cô chú bác ông bà".split())
_PEOPLE_OF = frozenset("các những đàn thanh trẻ quý".split())
"""Words before which an address speaks of people of a place: `các anh Hà Nội`."""

_IS_SOMEBODY = re.compile(
    r" (?:là (?:con trai|con gái|danh hài|diễn viên|ca sĩ|nghệ sĩ|vợ|chồng|anh trai|em trai|chị gái"
    r"|em gái|cháu)|(?:sinh năm|[1-9][0-9]? tuổi))\b"
)
_STREET_ENDS = ("đường ", "phố ", "lộ ", "ngõ ", "ngách ", "ba ", "tư ", "năm ", "sáu ", "số ")
_SOMEBODY_BEGINS = (" là ", " sinh ", *(f" {digit}" for digit in "123456789"))
"""What each of the patterns needs, seen much faster than the pattern is tried."""
_HOUSES = ("chợ ", "khách sạn ", "nhà hàng ", "quán ", "siêu thị ", "nhà nghỉ ", "tiệm ")
_BESIDES = 3
"""Names of a country that say that the text speaks of it: one is the place itself."""

_ESTATES = ("khu công nghiệp ", "cụm công nghiệp ", "kcn ", "ccn ", "khu đô thị ", *_HOUSES)
_STREET = re.compile(
    r"\b(?:(?<!con )(?<!tuyến )(?<!chặng )(?<!lên )(?<!quãng )đường|(?<!thành )(?<!khu )phố|đại lộ"
    r"|ngõ|ngách|ngã (?:ba|tư|năm|sáu))(?: số)? \Z"
)
_CALLED_AFTER_RIVERS = frozenset({"county", "city", "prefecture"})
_OF_RIVERS = re.compile("支流|上游|中游|下游|流域|水系|河段|水位|两岸|[一-鿿]{0,6}河段")
_RIVER_AFTER = re.compile("[、和与及][一-鿿]{1,3}([江河])(?![一-鿿]*[省市县区])")
_RIVERS_BEFORE = frozenset(["江、", "河、"])
_LONGEST_WORD = 24

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
        or of_somebody(name, span, article)
        or is_region_of_another(name, span, context)
        or of_a_vessel(name, span, context.scan)
        or of_a_river(name, span, context.scan)
        or is_rather_a_word(name, span, context.scan)
        or of_a_street(name, span, context.scan)
        or of_an_estate(name, span, context)
        or is_minor(name, span, context)
        or of_a_commune(name, span, article)
        or lies_elsewhere(name, span, article)
        or may_be_vietnamese(name, span, context)
        or _names_school(name, span, article)
    )


def of_another_level(name: EntryName, span: Span, scan: ScanText) -> bool:
    """Whether the words before a place speak of a thing of another kind.

    A commune's or village's head word before the name of a district or province (`xã X`, `khu X`),
    any head word before a river or mountain that is none (`phường Ka Long`). No place of China has
    a commune's before it but its own towns: `phường Tây Hồ` is not the lake 西湖.
    """
    if name.type != "PLACE" or name.lang != "vi" or name.head:
        return False
    if name.country == "VN":
        before = " " + scan.folded[max(0, span.start - _LONGEST_HEAD) : span.start]
        if any(
            before.endswith(heads) and name.zh().endswith(others)
            for heads, others in _LEVELS_OF_VIETNAM
        ):
            return True
    kinds = head_kinds(scan.folded, span.start)
    if kinds and name.kind in _FEATURES:
        return name.kind not in kinds
    if kinds in _HEADS_OF_COMMUNES:
        return name.kind not in _COMMUNES if name.country == "CN" else name.kind in _ABOVE_COMMUNES
    return name.kind in _ABOVE_COMMUNES and scan.folded.endswith(" khu ", 0, span.start)


def of_somebody(name: EntryName, span: Span, article: Article) -> bool:
    """Whether a place's name is somebody's here: `cháu Thanh Hải`, `danh hài Trường Giang`.

    Or the last part of a foreign name that stands in full: 安南 beside 科菲·安南.
    """
    scan = article.scan
    text = scan.folded
    if name.kind == "country":
        return False
    if name.lang == "zh":
        return article.words(span) in article.last_parts
    if name.head:
        return False
    lists = wordlists("vi")
    before = text[max(0, span.start - _LONGEST_WORD) : span.start]
    if not before.endswith(" "):
        return _is_said_somebody(text, span.end)
    last = before[before.rfind(" ", 0, -1) + 1 : -1]
    if last not in _ADDRESSES and last not in _last_words_of_trades() and last.isalpha():
        return _is_said_somebody(text, span.end)  # by far the most
    words = re.split(r"[^\w]+", before[:-1])[-2:]
    start = span.start - len(words[-1]) - 1
    begins = (
        start == 0 or text[max(0, start - 2) : start] in (". ", ": ") or text[start - 1] == "\n"
    )
    if words[-1] in _ADDRESSES and (begins or scan.surface(start, start + 1).islower()):
        return not words[0] or words[0] not in _PEOPLE_OF
    return " ".join(words) in lists["stage_trades"] or _is_said_somebody(text, span.end)


def _is_said_somebody(text: str, end: int) -> bool:
    return text.startswith(_SOMEBODY_BEGINS, end) and bool(_IS_SOMEBODY.match(text, end))


@lru_cache(maxsize=1)
def _last_words_of_trades() -> frozenset[str]:
    return frozenset(trade.rsplit(" ", 1)[-1] for trade in wordlists("vi")["stage_trades"])


def is_region_of_another(name: EntryName, span: Span, context: Surroundings) -> bool:
    """Whether the south is another state's: `miền Nam nước Nga`, `miền Bắc Thái Lan`."""
    if name.country != "VN" or name.kind != "region" or name.lang != "vi":
        return False
    return context.state_beside(span) not in ("", "VN")


def of_a_vessel(name: EntryName, span: Span, scan: ScanText) -> bool:
    """Whether a ship or storm bears the name of a place: `tàu Hải Dương 8`, `bão Côn Sơn`."""
    if name.lang != "vi" or name.kind == "country" or name.head:
        return False
    return follows_vessel(scan.folded, span.start)


def of_a_street(name: EntryName, span: Span, scan: ScanText) -> bool:
    """Whether a street bears a place's name: `đường Tây Sơn`, not `đường Hà Nội - Hải Phòng`."""
    if name.lang != "vi" or name.kind == "country" or name.head:
        return False
    if not scan.folded.endswith(_STREET_ENDS, 0, span.start):
        return False
    if scan.folded.startswith((" - ", " – ", "-", "–"), span.end):
        return False
    return bool(_STREET.search(scan.folded, max(0, span.start - _LONGEST_WORD), span.start))


def of_a_river(name: EntryName, span: Span, scan: ScanText) -> bool:
    """Whether a city called after its river is the river: 明江、|丽江|、黑水河, 柳江|支流."""
    text, end = scan.folded, span.end
    if name.lang != "zh" or name.kind not in _CALLED_AFTER_RIVERS or text[end - 1] not in "江河":
        return False
    if _OF_RIVERS.match(text, end):
        return True
    beside = _RIVER_AFTER.match(text, end)
    before = text[max(0, span.start - 2) : span.start]
    return beside is not None and (before in _RIVERS_BEFORE or beside[1] == "河")


def of_an_estate(name: EntryName, span: Span, context: Surroundings) -> bool:
    """Whether an estate, market or inn bears the name far from there: `KCN Đại Đồng`.

    In a text without China that is no place of China, nor is `chợ Đông Kinh` of Japan.
    """
    if name.lang != "vi" or name.kind == "country" or name.country in ("VN", "INT"):
        return False
    text = context.scan.folded
    if name.country == "CN":
        bears = text.endswith(_ESTATES, 0, span.start)
        return bears and not context.names_china_besides(name.id)
    return text.endswith(_HOUSES, 0, span.start) and context.countries[name.country] < _BESIDES


def is_rather_a_word(name: EntryName, span: Span, scan: ScanText) -> bool:
    """Whether a name is a word as well, in a line of capitals that hides which: `VÌ HÒA BÌNH`."""
    if name.lang != "vi" or name.head or name.form.lower() not in wordlists("vi")["common_words"]:
        return False
    if head_kinds(scan.folded, span.start):
        return False
    begin, end = span.start, span.end
    around = scan.surface(max(0, begin - _LONGEST_WORD), min(end + _LONGEST_WORD, len(scan.folded)))
    return sum(letter.islower() for letter in around) < sum(letter.isupper() for letter in around)


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
    if name.kind in _SMALL and not context.names_china_besides(name.id):
        holders |= context.places  # a list of communes says once where they lie
    communes = article.gazetteer.communes.get(key(name.form, Fold.SPELLING), ())
    if not holders.isdisjoint(communes) and any(one.startswith("place.vn.") for one in holders):
        return True
    # `chè Tân Cương`, in a text that speaks of China as a market or not at all.
    made = wordlists("vi")["products"]
    words = article.scan.folded[max(0, span.start - _LONGEST_WORD) : span.start].split()[-2:]
    return (
        any(" ".join(words[-count:]) in made for count in (1, 2))
        and bool(communes)
        and not context.names_china_besides(name.id, states=False)
    )


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


def _names_school(name: EntryName, span: Span, article: Article) -> bool:
    """Whether a small place begins the name of a school or firm in no list: 文朗|大学."""
    whole = span.parent
    return (
        whole is not None
        and not whole.nodes
        and name.entry.kind in _SMALL_OR_MIDDLING
        and article.scan.folded.startswith(_SCHOOLS, span.end)
    )


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

"""What makes a name that fits doubtful: it is somebody else's, or another country's.

Each rule looks at the words right beside a mention and answers yes or no; the resolver turns a yes
into a review. They hold back links, and never choose between readings.
"""

from __future__ import annotations

from bisect import bisect_left

from hanviet.lexicon.model import Entry
from hanviet.linking.article import Article, Name
from hanviet.linking.context import Chain, Surroundings
from hanviet.linking.decision import Support
from hanviet.linking.place_doubts import is_doubtful_place
from hanviet.linking.reading import Resolved
from hanviet.mentions.names import ComposedName, EntryName
from hanviet.mentions.scantext import ScanText, scan_key
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists

_SHARED_KINDS = frozenset(
    {"ministry", "legislature", "court", "procuracy", "agency", "committee", "state", "party-body"}
)
"""Kinds of bodies that many states call by the same words."""

_UPPER_LEVELS = frozenset({"province", "municipality", "autonomous-region", "sar"})
_LEADING_POSTS = frozenset(
    f"pattern.{name}"
    for name in (
        "governor", "deputy-governor", "standing-deputy-governor", "acting-governor",
        "party-secretary", "deputy-party-secretary", "standing-deputy-party-secretary",
        "peoples-council-chair", "local-cppcc-chair", "npc-standing-committee-director",
        "provincial-party-standing-committee-member", "national-assembly-delegation-head",
        "former-post", "legislature-deputy", "ambassador", "consul-general",
    )
)  # fmt: skip
"""Posts of a province from which people rise: the gazetteer may not list them yet."""

_OF_MANY_STATES = frozenset({"party", "army", "media", "mass"})
"""Kinds of bodies whose common names, 人民军 or 人民报, are those of several states."""

_DISTRICTS_ZH = "县镇乡村旗"
_LOCAL_SIGNS = "市县区旗州盟"
"""In the post of the head of an office, 昆明市公安局副局长: the office is a place's."""

_ISLAND = "place.cn.taiwan"
_ISLAND_BEFORE = ("台湾", "中华民国")
_ISLAND_AFTER = (" đài loan", " của đài loan")
_MAINLAND = ("中国", "中共", "大陆", "北京", "中方", "trung quốc", "bắc kinh")

_LONGEST_CUE = 24


def doubted(chosen: Resolved, span: Span, article: Article) -> Resolved:
    """The choice, held back where the words beside it speak of another state, place or level.

    Args:
        chosen: What a span was resolved to.
        span: The span.
        article: The document around it.

    Returns:
        The same, or ambiguous, or vetoed.
    """
    name = chosen.name
    if name is None or chosen.support is Support.AMBIGUOUS:
        return chosen
    if span.type == "PLACE":
        elsewhere = is_doubtful_place(name, span, article)
        return chosen._replace(support=Support.AMBIGUOUS) if elsewhere else chosen
    context = article.context
    if of_another_state(name, span, context):
        return chosen._replace(support=Support.VETOED)
    doubtful = (
        (span.type == "TITLE" and of_several(span, context.scan))
        or without_its_state(name, context)
        or of_the_one_before(name, span, article)
        or of_the_state_before(name, span, context)
        or in_taiwan(name, span, context)
    )
    return chosen._replace(support=Support.AMBIGUOUS) if doubtful else chosen


def of_another_state(name: Name, span: Span, context: Surroundings) -> bool:
    """Whether the text gives a body with a shared name to another state than the candidate's.

    Vietnamese says it after (`Ủy ban Pháp luật Quốc hội Campuchia`), Chinese before (老挝国会).
    """
    if not isinstance(name, EntryName) or name.type != "ORG":
        return False
    if name.kind not in _SHARED_KINDS | _OF_MANY_STATES:
        return False
    other = context.state_beside(span)
    return bool(other) and other not in (name.country, "INT")


def without_its_state(name: Name, context: Surroundings) -> bool:
    """Whether a bare body has nothing else of its state in a text that names other states.

    司法委员会 is one of Việt Nam's parliament only in a text about Việt Nam, and `Chính phủ` in
    news of Israel is the Israeli one.
    """
    if isinstance(name, EntryName) and name.kind == "party" and _may_be_any_party(name):
        # 人民党 may be any state's; what has its state in it names it.
        foreign = name.country not in ("CN", "VN", "INT", "")
        return foreign and context.entries_of(name.country) <= {name.entry.id}
    if name.country not in ("CN", "VN") or name.type not in ("ORG", "TITLE"):
        return False
    entries = [name.entry] if isinstance(name, EntryName) else list(name.entries())
    kinds = _SHARED_KINDS | {"party"}  # in a party's short name: `Đảng`
    if not entries or not all(one.type == "ORG" and one.kind in kinds for one in entries):
        return False
    if name.country == context.home and not context.names_other_states:
        return False
    return context.entries_of(name.country) <= {one.id for one in entries}


def _may_be_any_party(name: EntryName) -> bool:
    """Whether a party's name says no more than what it is called: 人民党, not 古共."""
    return name.pair.use != "short" and (
        name.form.endswith("党") or name.form.lower().startswith("đảng ")
    )


def of_the_one_before(name: Name, span: Span, article: Article) -> bool:
    """Whether a bare post follows the same one of another state, and nothing else is of its own.

    泰国总理会见马来西亚总理。总理指出: it is hardly China's. A listed holder would say whose it is.
    """
    if span.type != "TITLE" or name.country in ("", "INT"):
        return False
    chain = article.chain_of.get(id(span))
    if chain is None or chain.country:
        return False
    holder = article.done.get(id(chain.person))
    if holder is not None and holder.name is not None and holder.support is not Support.VETOED:
        return False
    if not article.context.entries_of(name.country) <= _ids_in(name, span):
        return False
    words = [article.words(one) for one in span.depth_first() if one.type in ("TITLE", "ORG")]
    before = [
        one
        for outer in article.outer[: bisect_left(article.outer, span.start, key=_start)]
        for one in outer.depth_first()
        if one.nodes and any(_goes_on(article.words(one), word) for word in words)
    ]
    states = {node.name.country for one in before for node in one.nodes}
    named = {node.name.id for one in before for node in one.nodes}
    return bool(states - {"", "INT"}) and name.country not in states and name.id not in named


def _ids_in(name: Name, span: Span) -> set[str]:
    """The ids of the entries in a name, and of those that its span and what is in it may mean."""
    found = {entry.id for entry in name.entries()} if isinstance(name, ComposedName) else {name.id}
    for one in span.depth_first():
        for node in one.nodes:
            one_name = node.name
            parts = one_name.entries() if isinstance(one_name, ComposedName) else (one_name.entry,)
            found.update(entry.id for entry in parts)
    return found


def _goes_on(longer: str, words: str) -> bool:
    """Whether a name is some words and more: `Chủ tịch nước Lào`, 泰国总理."""
    return len(longer) > len(words) and (longer.startswith(words) or longer.endswith(words))


def _start(span: Span) -> int:
    return span.start


def of_the_state_before(name: Name, span: Span, context: Surroundings) -> bool:
    """Whether a bare `Chính phủ`, 政府 follows another state in its sentence."""
    if not isinstance(name, EntryName) or name.kind != "state" or span.parent is not None:
        return False
    near = context.state_before(span.start)
    return bool(near) and near != name.country


def in_taiwan(name: Name, span: Span, context: Surroundings) -> bool:
    """Whether a bare state body stands in the Taiwanese press, where 國防部 is another.

    Or beside the island, or after one that does: 台湾外交部声明, 国防部亦表示.
    """
    if name.country != "CN" or not _has_shared_part(name):
        return False
    text = context.scan.folded
    if text.endswith(_ISLAND_BEFORE, 0, span.start) or text.startswith(_ISLAND_AFTER, span.end):
        return True
    if text.startswith(_MAINLAND, span.start) or text.endswith(_MAINLAND, 0, span.start):
        return False
    if context.is_taiwanese:
        return True
    if _ISLAND not in context.places or any(word in text for word in _MAINLAND):
        return False
    return any(
        one.type in ("ORG", "TITLE") and text.endswith(_ISLAND_BEFORE, 0, one.start)
        for one in context.outer[: bisect_left(context.outer, span.start, key=_start)]
    )


def _has_shared_part(name: Name) -> bool:
    """Whether a name is a body that many states have, or a body or post of one."""
    if isinstance(name, EntryName):
        return _is_shared(name)
    return name.type in ("ORG", "TITLE") and any(
        entry.type == "ORG" and entry.country == "CN" and entry.kind in _SHARED_KINDS
        for entry in name.entries()
    )


def of_several(span: Span, scan: ScanText) -> bool:
    """Whether a post is that of several: `Bí thư các huyện ủy`."""
    return scan.folded.startswith((" các ", " những "), span.end)


def heads_private_body(span: Span, scan: ScanText) -> bool:
    """Whether a firm or school follows a bare post: `Giám đốc Công ty TNHH An Phát`."""
    after = scan.folded[span.end : span.end + _LONGEST_CUE].lstrip(" ")
    return _language(scan.folded[span.start]) == "vi" and after.startswith(
        tuple(wordlists("vi")["private_bodies"])
    )


def holds_elsewhere(entry: Entry, held: frozenset[str], chain: Chain, scan: ScanText) -> bool:
    """Whether the post beside a name is of a lower body that none of the person's posts is of.

    `Phó Giám đốc Sở Thương mại Quảng Tây Lâm Kiếm` is not the spokesman of a ministry. The leading
    posts of a province do not count: people rise from them, and lists of posts have gaps.

    Args:
        entry: The person.
        held: Ids of the composed posts that the person held.
        chain: The posts beside the name.
        scan: The document.
    """
    if not entry.roles:
        return any(_is_leading(node.name) for title in chain.titles for node in title.nodes)
    told = told_posts(entry)
    doubtful = False
    for title in chain.titles:
        if title.ids & held:
            return False
        words = scan.folded[title.start : title.end]
        if any(words in post for post in told.split(" ; ")):
            return False
        if heads_private_body(title, scan):
            doubtful = True
        if any(scan_key(node.name.vi()) in told for node in title.nodes):
            return False
        if words in wordlists(_language(words))["minor_posts"]:
            doubtful = True
        if not title.nodes:
            doubtful = doubtful or _is_local(words, told)
            continue
        if all(_is_lower(node.name, told) for node in title.nodes) or _is_of_a_district(
            scan.folded[max(0, title.start - 1) : title.start], words, title, told
        ):
            doubtful = True
    return doubtful


def told_posts(entry: Entry) -> str:
    """The posts of a person, folded, divided by ` ; `."""
    return " ; ".join(scan_key(f"{role.title} {role.body}") for role in entry.roles)


def _language(text: str) -> str:
    return "zh" if text[:1] >= "\u2e80" else "vi"


def _is_shared(name: Name) -> bool:
    return isinstance(name, EntryName) and name.type == "ORG" and name.kind in _SHARED_KINDS


def _is_lower(name: Name, told: str) -> bool:
    """Whether a post is of a place below the state that none of the told posts names."""
    if not isinstance(name, ComposedName):
        return False
    places = [
        entry for entry in name.entries() if entry.type == "PLACE" and entry.kind != "country"
    ]
    if not places:
        return False
    if name.pattern.id in _LEADING_POSTS and all(one.kind in _UPPER_LEVELS for one in places):
        return False
    return not any(
        scan_key(form) in told for one in places for pair in one.pairs for form in pair.vi
    )


def _is_leading(name: Name) -> bool:
    """Whether a post leads a province or state: an athlete of the same name is somebody else."""
    return isinstance(name, ComposedName) and name.pattern.id in _LEADING_POSTS


def _is_of_a_district(before: str, words: str, title: Span, told: str) -> bool:
    """Whether a post leaves open of which district it is: 县委书记, `Bí thư Huyện ủy`."""
    if not all(node.name.open_slots for node in title.nodes):
        return False
    if _language(words) == "zh":
        return any(level in before + words for level in _DISTRICTS_ZH)
    lists = wordlists("vi")
    levels = lists["local_levels"] & lists["levels"]
    return any(f" {one} " in f" {words} " and f" {one} " not in f" {told} " for one in levels)


def _is_local(words: str, told: str) -> bool:
    """Whether an unlisted post has a word of local government that the told posts have not."""
    lang = _language(words)
    levels = wordlists(lang)["local_levels"]
    if lang == "zh":
        minor = words.endswith(tuple(wordlists("zh")["minor_posts"]))
        return any(level in words for level in levels) or (
            minor and any(sign in words for sign in _LOCAL_SIGNS)
        )
    padded = f" {words} "
    if any(f" {body} " in padded for body in wordlists(lang)["private_bodies"]):
        return True
    return any(f" {level} " in padded and f" {level} " not in f" {told} " for level in levels)

"""What makes a name that fits doubtful: it is somebody else's, or another country's.

Each rule looks at the words right beside a mention and answers yes or no; the resolver turns a yes
into a review. They hold back links, and never choose between readings.
"""

from __future__ import annotations

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

_LONGEST_CUE = 24
_DOTS = "·•・‧"
_OWN_STATES = ("中国", "中共", "越南", "越共")


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
        or (span.type == "TITLE" and of_a_foreigner(name, span, article))
        or without_its_state(name, context)
        or of_the_state_before(name, span, context)
        or in_taiwan(name, span, context)
    )
    return chosen._replace(support=Support.AMBIGUOUS) if doubtful else chosen


def of_another_state(name: Name, span: Span, context: Surroundings) -> bool:
    """Whether the text gives a body with a shared name to another state than the candidate's.

    Vietnamese says it after (`Ủy ban Pháp luật Quốc hội Campuchia`), Chinese before (老挝国会).
    """
    if not _is_shared(name):
        return False
    other = context.state_beside(span)
    return bool(other) and other not in (name.country, "INT")


def without_its_state(name: Name, context: Surroundings) -> bool:
    """Whether a bare body has nothing else of its state in a text that names other states.

    司法委员会 is one of Việt Nam's parliament only in a text about Việt Nam, and `Chính phủ` in
    news of Israel is the Israeli one.
    """
    if name.country not in ("CN", "VN") or name.type not in ("ORG", "TITLE"):
        return False
    entries = [name.entry] if isinstance(name, EntryName) else list(name.entries())
    if not entries or not all(one.type == "ORG" and one.kind in _SHARED_KINDS for one in entries):
        return False
    if name.country == context.home and not context.names_other_states:
        return False
    return context.entries_of(name.country) <= {one.id for one in entries}


def of_the_state_before(name: Name, span: Span, context: Surroundings) -> bool:
    """Whether a bare `Chính phủ`, 政府 follows another state in its sentence."""
    if not isinstance(name, EntryName) or name.kind != "state" or span.parent is not None:
        return False
    near = context.state_before(span.start)
    return bool(near) and near != name.country


def in_taiwan(name: Name, span: Span, context: Surroundings) -> bool:
    """Whether a bare state body stands in the Taiwanese press, where 國防部 is another.

    Or right after the island: 台湾|教育部.
    """
    if name.country != "CN":
        return False
    text = context.scan.folded
    if text.endswith("台湾", 0, span.start) and _is_shared(name):
        return True
    if not context.is_taiwanese:
        return False
    if text.startswith(("中国", "中共", "大陆"), span.start):
        return False
    if text[: span.start].endswith(("中国", "中共", "大陆")):
        return False
    if isinstance(name, EntryName):
        return _is_shared(name)
    return name.type in ("ORG", "TITLE") and any(
        entry.type == "ORG" and entry.country == "CN" and entry.kind in _SHARED_KINDS
        for entry in name.entries()
    )


def of_several(span: Span, scan: ScanText) -> bool:
    """Whether a post is that of several: `Bí thư các huyện ủy`."""
    return scan.folded.startswith((" các ", " những "), span.end)


def of_a_foreigner(name: Name, span: Span, article: Article) -> bool:
    """Whether a post with no state before it is of somebody unlisted whose name has a dot.

    `副总理兼财政部长宋迪·隆迪` in a text about Laos is no minister of China.
    """
    chain = article.chain_of.get(id(span))
    if chain is None or chain.person is None or name.country != article.context.home:
        return False
    dotted = any(dot in article.words(chain.person) for dot in _DOTS)
    said = article.scan.folded.startswith(_OWN_STATES, span.start)
    if not dotted or said or chain.person.nodes or not isinstance(name, ComposedName):
        return False
    return all(
        one.kind in _SHARED_KINDS if one.type == "ORG" else one.kind == "country"
        for one in name.entries()
    )


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
        if all(_is_lower(node.name, told) for node in title.nodes):
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


def _is_local(words: str, told: str) -> bool:
    """Whether an unlisted post has a word of local government that the told posts have not."""
    lang = _language(words)
    levels = wordlists(lang)["local_levels"]
    if lang == "zh":
        return any(level in words for level in levels)
    padded = f" {words} "
    if any(f" {body} " in padded for body in wordlists(lang)["private_bodies"]):
        return True
    return any(f" {level} " in padded and f" {level} " not in f" {told} " for level in levels)

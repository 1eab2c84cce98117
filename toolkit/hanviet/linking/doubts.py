"""What makes a name that fits doubtful: it is somebody else's, or another country's.

Each rule looks at the words right beside a mention and answers yes or no; the resolver turns a yes
into a review. They hold back links, and never choose between readings.
"""

from __future__ import annotations

import re
from functools import lru_cache

from hanviet.lexicon.model import Entry
from hanviet.linking.article import Article, Name
from hanviet.linking.containment import UPPER_LEVELS
from hanviet.linking.context import Chain
from hanviet.linking.decision import Support
from hanviet.linking.national_doubts import after_another_state, is_part_of_unlisted
from hanviet.linking.place_doubts import is_doubtful_place
from hanviet.linking.reading import Resolved
from hanviet.linking.state_doubts import (
    in_taiwan,
    of_a_foreigner,
    of_another_state,
    of_other_parties,
    of_the_one_before,
    of_the_state_before,
    on_another_side,
    without_its_state,
)
from hanviet.mentions.names import ComposedName
from hanviet.mentions.scantext import ScanText, scan_key
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists

_PRIVATE_KINDS = frozenset({"company", "bank", "university", "institute", "school"})
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

_DISTRICTS_ZH = "县镇乡村旗"
_LOCAL_SIGNS = "市县区旗州盟"
"""In the post of the head of an office, 昆明市公安局副局长: the office is a place's."""

_DOTS = "·•・‧"
_WHOLE_NAMES = frozenset("CN VN TW HK JP KR KP KH LA TH MM MY SG BN TL ID".split())
"""States whose people Chinese names in full, dots or none: 洪森, 英拉."""

_COUNTED = re.compile(
    r" (?:[2-9]|\d\d|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) "
    r"(?:tỉnh|thành phố|huyện|quận|xã|phường|châu|nước|bộ|sở|ngành|địa phương|đơn vị)(?!\w)"
)
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
        or (span.type == "TITLE" and of_a_foreigner(name, span, article))
        or without_its_state(name, context)
        or of_the_one_before(name, span, article)
        or of_the_state_before(name, span, context)
        or of_other_parties(name, span, context)
        or on_another_side(name, span, article)
        or in_taiwan(name, span, context)
        or after_another_state(name, span, article)
        or is_part_of_unlisted(name, span)
    )
    return chosen._replace(support=Support.AMBIGUOUS) if doubtful else chosen


def of_several(span: Span, scan: ScanText) -> bool:
    """Whether a post is that of several: `Bí thư các huyện ủy`, `Bí thư 4 tỉnh`."""
    if scan.folded.startswith((" các ", " những "), span.end):
        return True
    return bool(_COUNTED.match(scan.folded, span.end))


def heads_private_body(span: Span, scan: ScanText) -> bool:
    """Whether a firm or school follows a bare post: `Giám đốc Công ty TNHH An Phát`."""
    after = scan.folded[span.end : span.end + _LONGEST_CUE].lstrip(" ")
    return _language(scan.folded[span.start]) == "vi" and after.startswith(_private_bodies())


@lru_cache(maxsize=1)
def _private_bodies() -> tuple[str, ...]:
    return tuple(sorted(wordlists("vi")["private_bodies"]))


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
    unlisted = any(not title.nodes for title in chain.titles)
    if unlisted and _is_by_surname(chain, entry, scan):
        return True
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


def _is_by_surname(chain: Chain, entry: Entry, scan: ScanText) -> bool:
    """Whether a foreigner's surname alone stands after a post: 太平洋舰队司令|哈里斯."""
    person = chain.person
    if person is None or not chain.leads or entry.country in _WHOLE_NAMES:
        return False
    words = scan.folded[person.start : person.end]
    parted = any(" " in form for pair in entry.pairs for form in pair.vi)
    return parted and words[:1] >= "\u2e80" and not any(dot in words for dot in _DOTS)


def told_posts(entry: Entry) -> str:
    """The posts of a person, folded, divided by ` ; `."""
    return " ; ".join(scan_key(f"{role.title} {role.body}") for role in entry.roles)


def _language(text: str) -> str:
    return "zh" if text[:1] >= "\u2e80" else "vi"


def _is_lower(name: Name, told: str) -> bool:
    """Whether a post is of a firm, or of a place below the state, that no told post names."""
    if not isinstance(name, ComposedName):
        return False
    if any(
        entry.kind in _PRIVATE_KINDS
        and not any(scan_key(form) in told for pair in entry.pairs for form in pair.vi)
        for entry in name.entries()
    ):
        return True  # a namesake: Lê Đức Thọ, nguyên Chủ tịch VietinBank
    places = [
        entry for entry in name.entries() if entry.type == "PLACE" and entry.kind != "country"
    ]
    if not places:
        return False
    if name.pattern.id in _LEADING_POSTS and all(one.kind in UPPER_LEVELS for one in places):
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

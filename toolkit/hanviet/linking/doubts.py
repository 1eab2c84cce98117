"""What makes a name that fits doubtful: it is somebody else's, or another country's.

Each rule looks at the words right beside a mention and answers yes or no; the resolver turns a yes
into a review. They hold back links, and never choose between readings.
"""

from __future__ import annotations

import re

from hanviet.lexicon.model import Entry
from hanviet.linking.context import Chain, Surroundings
from hanviet.mentions.head_words import head_kinds
from hanviet.mentions.names import ComposedName, EntryName
from hanviet.mentions.scantext import ScanText, scan_key
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists

Name = EntryName | ComposedName

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

_FEATURES = frozenset("river mountain waterfall crossing lake island cave sea".split())
"""Kinds of places that no head word of a settlement speaks for."""

_MINOR = frozenset({"crossing", "mountain"})
_VILLAGE = frozenset({"village", "township"})

_AGE = re.compile(
    r" ?\((?:sn|sinh năm)\b|,? ?\(?(?:sinh năm [0-9]{4}|[1-9][0-9] tuổi),? (?:hiện |đều )?"
    r"(?:trú|thường trú|tạm trú|ngụ|quê|ở|cư ngụ|sống)\b"
)
_AGE_ZH = re.compile(r"[(（,，](?:男|女|[1-9][0-9]岁)")
_LONGEST_CUE = 24


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
    """Whether a bare state body stands in the Taiwanese press, where 國防部 is another."""
    if name.country != "CN" or not context.is_taiwanese:
        return False
    text = context.scan.folded
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


def of_another_level(name: Name, span: Span, scan: ScanText) -> bool:
    """Whether the words before a place speak of a thing of another kind.

    A commune's or village's head word before the name of a district or province (`xã X`, `khu X`),
    any head word before a river or mountain that is none (`phường Ka Long`).
    """
    if name.type != "PLACE" or name.lang != "vi" or not isinstance(name, EntryName) or name.head:
        return False
    kinds = head_kinds(scan.folded, span.start)
    if kinds and name.kind in _FEATURES:
        return name.kind not in kinds
    if name.kind not in ("county", "city", "province"):
        return False
    quarter = scan.folded.endswith(" khu ", 0, span.start)
    return quarter or kinds in (frozenset({"township"}), _VILLAGE)


def is_minor(name: Name, span: Span, context: Surroundings) -> bool:
    """Whether a crossing or mountain is named by two syllables alone, far from where it lies.

    `Tân Hưng` is a crossing of Guangxi, and a commune of half the provinces of Việt Nam.
    """
    if not isinstance(name, EntryName) or name.lang != "vi" or name.head:
        return False
    if name.kind not in _MINOR or head_kinds(context.scan.folded, span.start):
        return False
    entry = name.entry
    return not ({entry.within, entry.opposite} & context.places)


def of_several(span: Span, scan: ScanText) -> bool:
    """Whether a post is that of several: `Bí thư các huyện ủy`."""
    return scan.folded.startswith((" các ", " những "), span.end)


def is_private(span: Span, scan: ScanText) -> bool:
    """Whether the words beside a name speak of somebody who holds no office.

    A suspect or a witness with an age is seldom the minister of the same name.
    """
    text = scan.folded
    before = text[max(0, span.start - _LONGEST_CUE) : span.start]
    lang = "zh" if text[span.start] >= "\u2e80" else "vi"
    words = wordlists(lang)["private_people"]
    if lang == "zh":
        return before.endswith(tuple(words)) or bool(_AGE_ZH.match(text, span.end))
    before = before.rstrip(" ")
    after = scan.folded[span.end : span.end + _LONGEST_CUE]
    named = after.lstrip(" ")[:1] in (",", "-", "–")
    if named and after.lstrip(" ,-–").startswith(tuple(wordlists(lang)["humble_posts"])):
        return True
    return any(
        before.endswith(word) and not before[: -len(word)][-1:].isalpha() for word in words
    ) or bool(_AGE.match(text, span.end))


def heads_private_body(span: Span, scan: ScanText) -> bool:
    """Whether a firm or school follows a bare post: `Giám đốc Công ty TNHH An Phát`."""
    after = scan.folded[span.end : span.end + _LONGEST_CUE].lstrip(" ")
    lang = "zh" if scan.folded[span.start] >= "\u2e80" else "vi"
    return lang == "vi" and after.startswith(tuple(wordlists(lang)["private_bodies"]))


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
    told = " ; ".join(scan_key(f"{role.title} {role.body}") for role in entry.roles)
    doubtful = False
    for title in chain.titles:
        if title.ids & held:
            return False
        words = scan.folded[title.start : title.end]
        if any(words in post for post in told.split(" ; ")):
            return False
        if heads_private_body(title, scan) or words in wordlists("vi")["firm_posts"]:
            doubtful = True
        if not title.nodes:
            doubtful = doubtful or _is_local(words, told)
            continue
        if all(_is_lower(node.name, told) for node in title.nodes):
            doubtful = True
    return doubtful


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
    lang = "zh" if words[:1] >= "\u2e80" else "vi"
    levels = wordlists(lang)["local_levels"]
    if lang == "zh":
        return any(level in words for level in levels)
    padded = f" {words} "
    if any(f" {body} " in padded for body in wordlists(lang)["private_bodies"]):
        return True
    return any(f" {level} " in padded and f" {level} " not in f" {told} " for level in levels)

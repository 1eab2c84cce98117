"""What makes a body or post that fits doubtful: many states have one of the name.

Each rule looks at the states that the words beside a mention, or before it, speak of.
"""

from __future__ import annotations

from hanviet.linking.article import Article, Name
from hanviet.linking.context import Surroundings
from hanviet.linking.decision import Support
from hanviet.mentions.name_model_zh import is_transcribed
from hanviet.mentions.names import ComposedName, EntryName
from hanviet.mentions.span import Span

_DOTS = "·•・‧"
_STATES_OF_HAN_NAMES = ("CN", "VN")
_OWN_STATES = ("中国", "中共", "越南", "越共")
SHARED_KINDS = frozenset(
    {"ministry", "legislature", "court", "procuracy", "agency", "committee", "state", "party-body"}
)
"""Kinds of bodies that many states call by the same words."""

_OF_MANY_STATES = frozenset({"party", "army", "media", "mass"})
"""Kinds of bodies whose common names, 人民军 or 人民报, are those of several states."""

_PROVINCES = frozenset({"province", "autonomous-region", "municipality"})

_ON_THE_SIDE = "phía "
_SIDE_BEGINS = ("về ", ". ", "; ", "\n", ": ")
_SIDE_LISTS = (" có", " gồm", " còn có", ":")
_LONGEST_LIST = 800

_ISLAND = "place.cn.taiwan"
_ISLAND_BEFORE = ("台湾", "中华民国")
_ISLAND_AFTER = (" đài loan", " của đài loan")
_MAINLAND = ("中国", "中共", "大陆", "北京", "中方", "trung quốc", "bắc kinh")


def of_another_state(name: Name, span: Span, context: Surroundings) -> bool:
    """Whether the text gives a body with a shared name to another state than the candidate's.

    Vietnamese says it after (`Ủy ban Pháp luật Quốc hội Campuchia`), Chinese before (老挝国会).
    """
    if not isinstance(name, EntryName) or name.type != "ORG":
        return False
    if name.kind not in SHARED_KINDS | _OF_MANY_STATES:
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
    kinds = SHARED_KINDS | {"party"}  # in a party's short name: `Đảng`
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
        for outer in article.outer[: article.context.position(span.start)]
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


def on_another_side(name: Name, span: Span, article: Article) -> bool:
    """Whether a shared body or post stands in the list of another state's side of a meeting.

    `Về phía Trung Quốc có: Phó Chủ tịch Ủy ban Thường vụ Quốc hội …` is no post of Việt Nam, nor
    is `Phía Trung Quốc có Thứ trưởng …`.
    """
    if name.country not in ("CN", "VN") or span.type not in ("ORG", "TITLE"):
        return False
    entries = [name.entry] if isinstance(name, EntryName) else list(name.entries())
    if not any(one.type == "ORG" and one.kind in SHARED_KINDS for one in entries):
        return False
    text = article.scan.folded
    begin = max(0, span.start - _LONGEST_LIST, text.rfind("\n", 0, span.start) + 1)
    side = text.rfind(_ON_THE_SIDE, begin, span.start)
    if side < 0 or any(one.country == name.country and one.kind == "country" for one in entries):
        return False
    start = side + len(_ON_THE_SIDE)
    place = article.context.span_at(start)
    if place is None:
        return False
    said = side == begin == 0 or text.endswith(_SIDE_BEGINS, 0, side)
    if not said or not (text.endswith("về ", 0, side) or text.startswith(_SIDE_LISTS, place.end)):
        return False
    states = {node.name.country for node in place.nodes if node.name.kind == "country"}
    return bool(states) and name.country not in states


def of_other_parties(name: Name, span: Span, context: Surroundings) -> bool:
    """Whether a joint body's sentence names another province of China than the one it is of.

    Guangxi and Yunnan each have an `Ủy ban công tác liên hợp` with the provinces across the border.
    """
    if not isinstance(name, EntryName) or name.country != "INT" or not name.entry.within:
        return False
    if not name.entry.within.startswith("place.cn."):
        return False
    begin, end = context.sentence(span.start)
    provinces = {
        node.name.id for outer in context.outer
        if begin <= outer.start < end
        for one in outer.depth_first()
        for node in one.nodes
        if node.name.country == "CN" and node.name.kind in _PROVINCES
    }  # fmt: skip
    return bool(provinces) and name.entry.within not in provinces


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
        one.type in ("ORG", "TITLE")
        and (
            text.endswith(_ISLAND_BEFORE, 0, one.start)
            or text.startswith(_ISLAND_BEFORE, one.start)
        )
        for one in context.outer[: context.position(span.start)]
    )


def _has_shared_part(name: Name) -> bool:
    """Whether a name is a body that many states have, or a body or post of one."""
    if isinstance(name, EntryName):
        return _is_shared(name)
    return name.type in ("ORG", "TITLE") and any(
        entry.type == "ORG" and entry.country == "CN" and entry.kind in SHARED_KINDS
        for entry in name.entries()
    )


def _is_shared(name: Name) -> bool:
    return isinstance(name, EntryName) and name.type == "ORG" and name.kind in SHARED_KINDS


def of_a_foreigner(name: Name, span: Span, article: Article) -> bool:
    """Whether a post with no state before it is of somebody unlisted with a foreign name.

    `副总理兼财政部长宋迪·隆迪` in a text about Laos is no minister of China.
    """
    chain = article.chain_of.get(id(span))
    if chain is None or chain.person is None or name.country not in _STATES_OF_HAN_NAMES:
        return False
    words = article.words(chain.person)
    foreign = any(dot in words for dot in _DOTS) or is_transcribed(words)
    said = article.scan.folded.startswith(_OWN_STATES, span.start)
    if not foreign or said or chain.person.nodes or not isinstance(name, ComposedName):
        return False
    return all(
        one.kind in SHARED_KINDS if one.type == "ORG" else one.kind == "country"
        for one in name.entries()
    )

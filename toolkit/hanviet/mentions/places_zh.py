"""Chinese places that take a suffix which the list does not know with them: 沙坝县, 太平镇."""

from __future__ import annotations

from hanviet.mentions.admissible import Spans
from hanviet.mentions.names import EntryName
from hanviet.mentions.place_lists_zh import counted_places, counted_waters
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span

_KINDS = {
    "省": frozenset({"province"}),
    "市": frozenset({"municipality", "prefecture", "city", "county"}),
    "县": frozenset({"county"}),
    "区": frozenset({"county"}),
    "郡": frozenset({"county"}),
    "州": frozenset({"prefecture"}),
    "镇": frozenset({"township"}),
    "乡": frozenset({"township"}),
    "坊": frozenset({"township"}),
    "社": frozenset({"township"}),
    "村": frozenset({"village"}),
    "港": frozenset({"port"}),
    "岛": frozenset({"island"}),
}
"""Suffixes of places, and the kinds of entries that may bear them."""

PARTS_OF_WORDS = frozenset(
    "市民 市场 市委 市长 市级 市内 市政 市区 市属 市域 省委 省长 省级 省内 省份 省市 县委 县长 "
    "县级 县城 县域 区委 区长 区域 区级 州长 州委 镇压 镇长 乡村 乡亲 乡长 社会 社区 社交 社长 "
    "社稷 村民 岛国 岛礁 区内 区间 区情 市县 村庄 村长 村寨 港口 港澳 港人 港币 "
    "岛屿 岛上 坊间".split()
)
"""Words that begin with a suffix and belong to the next word, not to the place."""


_NO_DIVISIONS = frozenset({"country", "continent"})

CUT_WORDS = frozenset(
    "市区 市民 市场 市郊 市内 市域 市属 县城 县域 县级 区域 省份 村民 省内 区内".split()
)
"""Words whose first character a place's name may seem to end in: 东兴|市区."""


def without_cut_words(candidates: list[Span], scan: ScanText) -> list[Span]:
    """Drop a place that takes the first character of the next word, if the shorter one stands too.

    Args:
        candidates: Spans of every type.
        scan: The document.
    """
    text = scan.folded
    places = {(span.start, span.end) for span in candidates if span.type == "PLACE"}
    return [
        span
        for span in candidates
        if span.type != "PLACE"
        or text[span.end - 1 : span.end + 1] not in CUT_WORDS
        or (span.start, span.end - 1) not in places
    ]


def without_crossing_posts(candidates: list[Span], places: set[tuple[int, int]]) -> list[Span]:
    """Drop posts that end inside of an unlisted place: 融安县长 of 融安县长安镇.

    Args:
        candidates: Spans of every type.
        places: Where the reading of the clauses has places in no list.
    """
    inside = {index for start, end in places for index in range(start + 1, end)}
    begins = dict(places)
    return [
        span
        for span in candidates
        if span.type != "TITLE" or span.end not in inside or begins.get(span.start, 0) > span.end
    ]


def without_listed_namesakes(candidates: list[Span], scan: ScanText) -> list[Span]:
    """What a list counts as places is no person, and what it counts as waterfalls no other place.

    Args:
        candidates: Spans of every type, those of the lists among them.
        scan: The document.
    """
    counted, waters = counted_places(scan.folded), counted_waters(scan.folded)
    if not counted:
        return candidates
    kept = []
    for span in candidates:
        where = (span.start, span.end)
        if where in counted and (span.type == "PERSON" or where in waters):
            span = Span(span.start, span.end, "PLACE", suffixed=True)
        kept.append(span)
    return kept


def suffixed_places(scan: ScanText, spans: Spans) -> list[Span]:
    """Extend a place by the suffix that follows it.

    Args:
        scan: The document.
        spans: The admissible chart.

    Returns:
        Spans of the longer names: with the readings whose kind bears the suffix; without any
        where it must be another, unlisted place.
    """
    text = scan.folded
    found = []
    for (start, end), nodes in spans.items():
        suffix = text[end : end + 1]
        if suffix not in _KINDS or end - start < 2 or text[start] < "\u2e80":
            continue
        if (start, end + 1) in spans or text[end : end + 2] in PARTS_OF_WORDS:
            continue
        places = [
            node for node in nodes
            if node.name.type == "PLACE" and isinstance(node.name, EntryName)
        ]  # fmt: skip
        if not places or text[end - 1] in _KINDS:
            continue
        if any(node.name.kind in _NO_DIVISIONS for node in places):
            continue  # 亚洲|区
        fitting = tuple(node for node in places if node.name.kind in _KINDS[suffix])
        found.append(Span(start, end + 1, "PLACE", fitting, suffixed=True))
    return found

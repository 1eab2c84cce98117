"""Listed and composed names as spans: those that stand where a mention does.

A post in lower case counts beside a person or before its body, a bare Chinese post where no unknown
word goes on to it; a special reading beats a general one.
"""

from __future__ import annotations

import re

from hanviet.mentions.admissible import Spans
from hanviet.mentions.chart import Node
from hanviet.mentions.names import ComposedName
from hanviet.mentions.phrases_vi import phrases
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists
from hanviet.orthography.chinese import is_han

_LONGEST_HEAD = 32
_LONGEST_APPOSED = 40
_APPOSED = re.compile(
    r"(?: \((?:(?:sn|sinh năm) )?\d{2,4}(?: tuổi)?\))?(?:, | ?[-–(] ?)"
    r"(?:(?:nguyên|cựu|tân|là|hiện là) )?\Z|(?: \((?:(?:sn|sinh năm) )?\d{2,4}(?: tuổi)?, )\Z"
)
"""Between a person and a post in lower case: an age, a sign, a small word."""

_AFTER_APPOSED = ("", ",", ";", ")", ".", "\n", ":")
_GOVERNMENT, _LOCAL_LEVELS = "政府", frozenset("区省市县州镇乡")


def listed_spans(
    spans: Spans,
    scan: ScanText,
    person_starts: set[int],
    person_ends: set[int],
    introducers: set[int],
) -> list[Span]:
    """Make spans of the readings that stand where a mention does.

    Args:
        spans: The admissible chart.
        scan: The document.
        person_starts: Where people's names begin, listed or not.
        person_ends: Where unlisted people's names end.
        introducers: Where a name of a person may begin after.

    Returns:
        A span for each type that a stretch of text has readings of, but for people and places of
        one name, between which the words before decide.
    """
    return _one_type_each(_known(spans, scan, person_starts, person_ends), scan, introducers)


def _known(
    spans: Spans, scan: ScanText, person_starts: set[int], person_ends: set[int]
) -> list[Span]:
    found = []
    ends = {end for _, end in spans} | person_ends
    person_ends = person_ends | {
        end for (_, end), nodes in spans.items()
        for node in nodes if node.name.type == "PERSON"
    }  # fmt: skip
    bodies: dict[int, list[int]] = {}
    for (start, end), nodes in spans.items():
        for node in nodes:
            if node.name.type in ("ORG", "PLACE"):
                bodies.setdefault(start, []).append(end)
                break
    marked = scan.has_han and "《" in scan.folded
    for (start, end), nodes in spans.items():
        if marked and scan.folded[start] == "《" and (start + 1, end - 1) in spans:
            continue  # the marks of a title are no part of 《人民报》
        by_type: dict[str, list[Node]] = {nodes[0].name.type: nodes}
        if len(nodes) > 1:
            by_type = {}
            for node in nodes:
                by_type.setdefault(node.name.type, []).append(node)
        for type_, readings in by_type.items():
            readings = _without_fallbacks(readings)
            if type_ == "TITLE" and not _title_fits(
                start, end, readings, scan, person_starts, person_ends, ends, bodies
            ):
                continue
            found.append(Span(start, end, type_, tuple(readings)))
    return found


def _one_type_each(found: list[Span], scan: ScanText, introducers: set[int]) -> list[Span]:
    """Where a span may be a person or a place, the words before it decide: Hạ Long, Lạng Sơn."""
    people = {(span.start, span.end) for span in found if span.type == "PERSON"}
    others = {(span.start, span.end) for span in found if span.type in ("PLACE", "ORG", "EVENT")}
    kept = []
    for span in found:
        where = (span.start, span.end)
        if where in people and where in others:
            introduced = _introduces_person(span.start, scan, introducers)
            if (span.type == "PERSON") != introduced:
                continue
        kept.append(span)
    return kept


def _introduces_person(start: int, scan: ScanText, introducers: set[int]) -> bool:
    """Whether a post or an honorific stands right before."""
    text = scan.folded
    if text[start] >= "\u2e80":
        return start in introducers  # 副部长|钟山
    if start - 1 in introducers and text[start - 1] == " ":
        return True
    before = text[max(0, start - 16) : max(0, start - 1)].split(" ")
    honorifics = wordlists("vi")["honorifics"]
    return any(" ".join(before[-count:]) in honorifics for count in (1, 2))


def _without_fallbacks(nodes: list[Node]) -> list[Node]:
    """A special pattern beats a general one, and a whole post beats a bare head word."""
    if len(nodes) < 2:
        return nodes
    special = [
        node for node in nodes
        if not (isinstance(node.name, ComposedName) and node.name.pattern.fallback)
    ]  # fmt: skip
    if nodes[0].name.type != "TITLE":
        return special or nodes
    composed = [
        node for node in special
        if isinstance(node.name, ComposedName) and not node.name.open_slots
    ]  # fmt: skip
    return composed or special or nodes


def _stands_free(
    start: int,
    end: int,
    nodes: list[Node],
    scan: ScanText,
    ends: set[int],
    bodies: dict[int, list[int]],
) -> bool:
    """A bare Chinese post that goes on from unknown words is the tail of a longer one."""
    if any(scan.folded.startswith(word, end) for word in wordlists("zh")["post_continuations"]):
        return False
    if (
        scan.folded.startswith(_GOVERNMENT, start)
        and scan.folded[start - 1 : start] in _LOCAL_LEVELS
    ):
        return False  # 自治区|政府秘书长 is none of the state
    if any(
        isinstance(node.name, ComposedName) and not node.name.open_slots and node.children
        for node in nodes
    ):
        return True
    if any(stop < end for stop in bodies.get(start, ())):
        return True  # it names its body: 国会主席
    before = scan.folded[start - 1 : start]
    return not is_han(before) or start in ends or before in wordlists("zh")["title_openers"]


def _title_fits(
    start: int,
    end: int,
    nodes: list[Node],
    scan: ScanText,
    person_starts: set[int],
    person_ends: set[int],
    ends: set[int],
    bodies: dict[int, list[int]],
) -> bool:
    """A post in lower case counts before a name, or if it names what it governs."""
    surface = scan.surface(start, end)
    if surface[:1] >= "\u2e80":
        return _stands_free(start, end, nodes, scan, ends, bodies)
    if scan.folded.endswith(("phó ", "đệ nhất "), 0, start):
        return False  # the tail of a deputy's post that no pattern reads
    if scan.folded.startswith("đại biểu ", start) and scan.folded.endswith("đoàn ", 0, start):
        return False  # a delegation, nobody's post: Đoàn [đại biểu HĐND tỉnh Hà Giang]
    if not surface[:1].islower():
        return True
    if end + 1 in person_starts and scan.folded[end] == " ":
        return True
    if any(isinstance(node.name, ComposedName) and node.children for node in nodes):
        return True
    if any(map(str.istitle, surface.split())) or scan.folded.endswith("hội nghị ", 0, start):
        return False  # chức [vụ Trưởng] Ban, Hội nghị [ngoại trưởng] ASEAN
    return _governs_body(end, scan) or _stands_apposed(start, end, scan, person_ends)


def _governs_body(end: int, scan: ScanText) -> bool:
    """Whether a body's head with a capital follows a post: giám đốc [Công ty] Lương thực."""
    text = scan.folded
    if text[end : end + 1] != " " or not scan.surface(end + 1, end + 2).isupper():
        return False
    heads = phrases("post_bodies")
    words = text[end + 1 : end + _LONGEST_HEAD].split(" ")[: heads.most]
    if words[0] not in heads.firsts:
        return False
    return any(" ".join(words[:count]) in heads.phrases for count in range(len(words), 0, -1))


def _stands_apposed(start: int, end: int, scan: ScanText, person_ends: set[int]) -> bool:
    """Whether a post stands behind a person and ends there: `A (55 tuổi), nguyên giám đốc, …`."""
    text = scan.folded
    if text[end : end + 1] not in _AFTER_APPOSED:
        return False
    match = _APPOSED.search(text, max(0, start - _LONGEST_APPOSED), start)
    return match is not None and match.start() in person_ends

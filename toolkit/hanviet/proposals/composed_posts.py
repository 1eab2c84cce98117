"""Compose a post in the other language of its parts: head word, bodies, fields, places.

`Phó Giám đốc Sở Giao thông vận tải tỉnh Quảng Ngãi` is head, unit, field and place; Chinese says
them in the opposite order, 广义省交通运输厅副厅长, and its head word depends on the unit. If one
part is not known, there is no form at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hanviet.orthography.vietnamese import Fold, fold
from hanviet.proposals.post_elements import (
    Element,
    KnownPart,
    country_of,
    elements_vi,
    elements_zh,
    fitting,
    is_in_field,
    marked,
    names_a_pair,
)
from hanviet.proposals.post_parts import PartTable, PostPart, post_parts

_DEPUTY_VI, _DEPUTY_ZH = "phó ", "副"
_MINISTERS = frozenset({"bộ trưởng", "thứ trưởng"})
_MINISTERS_OTHERWISE = frozenset("US KH JP GB ES BE NL DK SE NO LU JO SA BH KW OM QA".split())
"""States whose ministers are 大臣 or 国务卿, by the field: no form is composed for theirs."""

_UNIVERSITY, _COLLEGE = "大学", "学院"
_LOWER_AFTER_HEAD = ("Trưởng",)
_LEVELS = {"省": "tỉnh", "县": "huyện", "郡": "quận", "州": "châu"}


@dataclass(frozen=True, slots=True)
class ComposedPost:
    """A post in the other language.

    Attributes:
        form: The form.
        parts: What each part was taken for: (as it stands, in the other language).
    """

    form: str
    parts: tuple[tuple[str, str], ...]


def compose_chinese_post(surface: str, known: Sequence[KnownPart]) -> ComposedPost | None:
    """The Chinese form of a Vietnamese post.

    Args:
        surface: The post, NFC.
        known: The linked names in it, in order, none inside another.

    Returns:
        The form with its parts, or None where a part is not known.

    >>> compose_chinese_post("Phó Giám đốc Sở Giao thông vận tải", []).form
    '交通运输厅副厅长'
    """
    if names_a_pair(surface, known):
        return None
    tables = post_parts()
    known = [one for one in known if not is_in_field(surface, one, tables["fields"])]
    text = fold(marked(surface, known), Fold.SPELLING)
    cursor, acting = _skip(tables["prefixes"], text, 0)
    deputy = text.startswith(_DEPUTY_VI, cursor)
    cursor += len(_DEPUTY_VI) * deputy
    match = tables["heads"].vi.match(text, cursor)
    if match is None:
        return None
    heads, cursor = tables["heads"].by_vi[match.group()], match.end()
    cursor, infix = _skip(tables["infixes"], text, cursor + 1)
    elements = elements_vi(text, cursor, known, match.group(), tables)
    if not elements:
        return None
    if match.group() in _MINISTERS and any(one.country in _MINISTERS_OTHERWISE for one in known):
        return None
    country = country_of(known) or "VN"
    body, parts = "", []
    for element in reversed(elements):
        piece = _chinese(element, body, country)
        if not piece:
            return None
        body += piece
        parts.append((element.said, piece))
    head = fitting(heads, body, country)
    if head is None:
        return None
    before = f"{acting.zh[0] if acting else ''}{infix.zh[0] if infix else ''}"
    said = f"{before}{_DEPUTY_ZH if deputy else ''}{head.zh[0]}"
    parts.append((match.group(), said))
    return ComposedPost(body + said, tuple(reversed(parts)))


def compose_vietnamese_post(surface: str, known: Sequence[KnownPart]) -> ComposedPost | None:
    """The Vietnamese form of a Chinese post.

    Args:
        surface: The post, simplified.
        known: The linked names in it, in order, none inside another.

    Returns:
        The form with its parts, or None where a part is not known.

    >>> compose_vietnamese_post("交通运输厅副厅长", []).form
    'Phó Giám đốc Sở Giao thông vận tải'
    """
    if names_a_pair(surface, known):
        return None
    tables = post_parts()
    text = marked(surface, known)
    match = tables["heads"].zh_end.search(text)
    if match is None:
        return None
    body, zh_head = text[: match.start()], match.group()
    deputy = body.endswith(_DEPUTY_ZH)
    body = body.removesuffix(_DEPUTY_ZH)
    body, infix = _take(tables["infixes"], body)
    body, acting = _take(tables["prefixes"], body)
    country = country_of(known)
    elements = elements_zh(body, known, zh_head, country, tables)
    rows, full = [], ""
    for element in elements:
        row = fitting(element.rows, full, country)
        if element.rows and row is None:
            return None
        if full.endswith(_UNIVERSITY) and row is not None and row.zh[0] == _COLLEGE:
            return None  # 大学|外语学院: its 学院 is no Học viện
        rows.append(row)
        full += element.said
    head = fitting(tables["heads"].by_zh[zh_head], full + "部" * (zh_head == "大臣"), country)
    if not elements or head is None:
        return None
    said = f"{'Phó ' if deputy else ''}{head.vi[0]}"
    said = f"{acting.vi[0] + ' ' if acting else ''}{said}{' ' + infix.vi[0] if infix else ''}"
    words, parts = [said], [(zh_head, said)]
    for element, row in zip(reversed(elements), reversed(rows), strict=True):
        piece = _vietnamese(element, row, head.vi[0])
        words.append(piece)
        parts.append((element.said, piece))
    return ComposedPost(" ".join(words), tuple(parts))


def _skip(table: PartTable, text: str, cursor: int) -> tuple[int, PostPart | None]:
    match = table.vi.match(text, cursor)
    if match is None:
        return cursor, None
    return match.end() + 1, table.by_vi[match.group()][0]


def _take(table: PartTable, text: str) -> tuple[str, PostPart | None]:
    match = table.zh_end.search(text)
    if match is None:
        return text, None
    return text[: match.start()], table.by_zh[match.group()][0]


def _chinese(element: Element, before: str, country: str) -> str:
    if element.known is not None:
        return element.known.zh.removesuffix(element.level) + element.level
    if element.level:
        return "" if before else element.level
    row = fitting(element.rows, before, country)
    if row is None:
        return ""
    fields = [part.zh[0] for part in element.fields]
    if len(fields) > 1:
        fields = ["、".join(fields[:-1]) + "与" + fields[-1]]
    return "".join(fields) + row.zh[0]


def _vietnamese(element: Element, row: PostPart | None, head: str) -> str:
    if (part := element.known) is not None:
        level = _LEVELS.get(part.zh[-1:], "") if part.type == "PLACE" else ""
        return f"{level} {part.vi}" if level and not part.vi.startswith(level) else part.vi
    if row is None:
        return post_parts()["levels"].by_zh[element.level][0].vi[0]
    fields = [part.vi[0] for part in element.fields]
    if len(fields) > 1:
        fields = [", ".join(fields[:-1]) + " và " + fields[-1]]
    if head in row.bare and fields:
        return fields[0]
    word = row.vi[0]
    if head in _LOWER_AFTER_HEAD and word == "Phòng":
        word = "phòng"
    return " ".join([word, *fields])

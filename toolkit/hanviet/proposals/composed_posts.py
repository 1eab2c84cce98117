"""Compose a post in the other language of its parts: head word, bodies, fields, places.

`Phó Giám đốc Sở Giao thông vận tải tỉnh Quảng Ngãi` is head, unit, field and place; Chinese says
them in the opposite order, 广义省交通运输厅副厅长, and its head word depends on the unit. If one
part is not known, there is no form at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hanviet.orthography.vietnamese import Fold, fold
from hanviet.proposals.post_parts import PartTable, PostPart, post_parts

_MARK = 0xE000
"""Stands for a known name in the text of the post: a character of private use."""

_DASH = re.compile(r"\s*[-–—]\s*")
_SEPARATORS = ("thuộc ", "của ", ", ")
_AND_VI = ("và ", ", ", "& ")
_AND_ZH = "和与及、"
_DEPUTY_VI, _DEPUTY_ZH = "phó ", "副"
_MINISTERS = frozenset({"bộ trưởng", "thứ trưởng"})
_MINISTERS_OTHERWISE = frozenset("US KH JP GB ES BE NL DK SE NO LU JO SA BH KW OM QA".split())
"""States whose ministers are 大臣 or 国务卿, by the field: no form is composed for theirs."""

_UNIVERSITY, _COLLEGE = "大学", "学院"

_LOWER_AFTER_HEAD = ("Trưởng",)
_LEVELS = {"省": "tỉnh", "县": "huyện", "郡": "quận", "州": "châu"}


@dataclass(frozen=True, slots=True)
class KnownPart:
    """A name inside a post that is linked.

    Attributes:
        start: Where it begins in the post.
        end: Where it ends.
        vi: Its Vietnamese form.
        zh: Its Chinese form, simplified; in a Chinese post as it stands there.
        type: PLACE or ORG.
        country: Its country.
    """

    start: int
    end: int
    vi: str
    zh: str
    type: str
    country: str


@dataclass(frozen=True, slots=True)
class ComposedPost:
    """A post in the other language.

    Attributes:
        form: The form.
        parts: What each part was taken for: (as it stands, in the other language).
    """

    form: str
    parts: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Element:
    """A body or a place: its rows, or the known name; the fields of a unit."""

    rows: tuple[PostPart, ...] = ()
    fields: tuple[PostPart, ...] = ()
    known: KnownPart | None = None
    level: str = ""
    said: str = ""


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
    if _names_a_pair(surface, known):
        return None
    tables = post_parts()
    known = [one for one in known if not _is_in_field(surface, one, tables["fields"])]
    text = fold(_marked(surface, known), Fold.SPELLING)
    cursor, acting = _skip(tables["prefixes"], text, 0)
    deputy = text.startswith(_DEPUTY_VI, cursor)
    cursor += len(_DEPUTY_VI) * deputy
    match = tables["heads"].vi.match(text, cursor)
    if match is None:
        return None
    heads, cursor = tables["heads"].by_vi[match.group()], match.end()
    cursor, infix = _skip(tables["infixes"], text, cursor + 1)
    elements = _elements_vi(text, cursor, known, match.group(), tables)
    if not elements:
        return None
    if match.group() in _MINISTERS and any(one.country in _MINISTERS_OTHERWISE for one in known):
        return None
    country = _country_of(known) or "VN"
    body, parts = "", []
    for element in reversed(elements):
        piece = _chinese(element, body, country)
        if not piece:
            return None
        body += piece
        parts.append((element.said, piece))
    head = _fitting(heads, body, country)
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
    if _names_a_pair(surface, known):
        return None
    tables = post_parts()
    text = _marked(surface, known)
    match = tables["heads"].zh_end.search(text)
    if match is None:
        return None
    body, zh_head = text[: match.start()], match.group()
    deputy = body.endswith(_DEPUTY_ZH)
    body = body.removesuffix(_DEPUTY_ZH)
    body, infix = _take(tables["infixes"], body)
    body, acting = _take(tables["prefixes"], body)
    country = _country_of(known)
    elements = _elements_zh(body, known, zh_head, country, tables)
    rows, full = [], ""
    for element in elements:
        row = _fitting(element.rows, full, country)
        if element.rows and row is None:
            return None
        if full.endswith(_UNIVERSITY) and row is not None and row.zh[0] == _COLLEGE:
            return None  # 大学|外语学院: its 学院 is no Học viện
        rows.append(row)
        full += element.said
    head = _fitting(tables["heads"].by_zh[zh_head], full + "部" * (zh_head == "大臣"), country)
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


def _names_a_pair(surface: str, known: Sequence[KnownPart]) -> bool:
    """Whether a dash stands between two names: Trung tâm ASEAN - Trung Quốc."""
    return any(_DASH.fullmatch(surface, one.end, two.start) for one, two in pairwise(known))


def _is_in_field(surface: str, part: KnownPart, fields: PartTable) -> bool:
    """Whether a name is but the beginning of a field: [Pháp] chế."""
    match = fields.vi.match(fold(surface[part.start :], Fold.SPELLING))
    return match is not None and match.end() > part.end - part.start


def _marked(surface: str, known: Sequence[KnownPart]) -> str:
    text, cursor = "", 0
    for number, part in enumerate(known):
        text += surface[cursor : part.start] + chr(_MARK + number)
        cursor = part.end
    return text + surface[cursor:]


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


def _country_of(known: Sequence[KnownPart]) -> str:
    """The country of the first name in a post that has one."""
    return next((one.country for one in known if one.country not in ("", "INT")), "")


def _fitting(rows: Sequence[PostPart], before: str, country: str) -> PostPart | None:
    """The row that says the most of what stands before it."""
    best, size = None, -1
    for row in rows:
        if row.fits(before, country):
            told = max((len(one) for one in row.after if before.endswith(one)), default=0)
            if told > size:
                best, size = row, told
    return best


def _elements_vi(
    text: str, cursor: int, known: Sequence[KnownPart], head: str, tables: dict[str, PartTable]
) -> list[_Element]:
    found: list[_Element] = []
    while cursor < len(text):
        begun = cursor
        if text[cursor] == " ":
            cursor += 1
            continue
        separator = next((one for one in _SEPARATORS if text.startswith(one, cursor)), "")
        if separator:
            cursor += len(separator)
            continue
        if (part := _known_at(text, cursor, known)) is not None:
            found.append(_Element(known=part, said=part.vi))
            cursor += 1
            continue
        unit = tables["units"].vi.match(text, cursor)
        level = tables["levels"].vi.match(text, cursor)
        if unit and not (level and level.end() > unit.end()):
            rows, cursor = tables["units"].by_vi[unit.group()], unit.end()
        elif level:
            suffix = tables["levels"].by_vi[level.group()][0].zh[0]
            place = _known_at(text, level.end() + 1, known)
            cursor = level.end() + 2 * (place is not None)
            if place is not None and place.type != "PLACE":
                return []
            found.append(_Element(known=place, level=suffix, said=text[begun:cursor]))
            continue
        else:
            rows = tuple(
                row for some in tables["units"].by_vi.values() for row in some
                if not found and any(fold(one, Fold.SPELLING) == head for one in row.bare)
            )  # fmt: skip
            if not rows:
                return []
        fields, cursor = _fields_vi(text, cursor, tables["fields"])
        if cursor == begun or not (fields or any(row.whole for row in rows)):
            return []
        found.append(_Element(rows, fields, said=text[begun:cursor].strip()))
    return found


def _fields_vi(text: str, cursor: int, table: PartTable) -> tuple[tuple[PostPart, ...], int]:
    found: list[PostPart] = []
    at = cursor
    while True:
        while text.startswith(" ", at):
            at += 1
        joiner = next((one for one in _AND_VI if found and text.startswith(one, at)), "")
        if found and not joiner:
            return tuple(found), cursor  # Ngoại giao | văn hóa is one field, not two
        match = table.vi.match(text, at + len(joiner))
        if match is None:
            return tuple(found), cursor
        found.append(table.by_vi[match.group()][0])
        at = cursor = match.end()


def _elements_zh(
    text: str, known: Sequence[KnownPart], head: str, country: str, tables: dict[str, PartTable]
) -> list[_Element]:
    found: list[_Element] = []
    fields: list[PostPart] = []
    cursor = begun = 0
    while cursor < len(text):
        if (part := _known_at(text, cursor, known)) is not None and not fields:
            found.append(_Element(known=part, said=part.zh))
            cursor += 1
            begun = cursor
            continue
        if text[cursor] in _AND_ZH and fields:
            cursor += 1
            continue
        level = tables["levels"].zh.match(text) if not cursor else None
        if level is not None:
            found.append(_Element(level=level.group(), said=level.group()))
            cursor = begun = level.end()
            continue
        unit = tables["units"].zh.match(text, cursor)
        rows = tables["units"].by_zh[unit.group()] if unit else ()
        if not any(row.country in ("", country) for row in rows):
            unit = None  # 公安|局 is no Công an in China
        field = tables["fields"].zh.match(text, cursor)
        if field and not (unit and unit.end() > field.end()):
            fields.append(tables["fields"].by_zh[field.group()][0])
            cursor = field.end()
        elif unit:
            cursor = unit.end()
            if not (fields or any(row.whole for row in rows)):
                return []
            found.append(_Element(rows, tuple(fields), said=text[begun:cursor]))
            fields, begun = [], cursor
        else:
            return []
    if fields:
        if head != "大臣":
            return []
        rows = tuple(row for row in tables["units"].by_zh["部"] if row.bare)
        found.append(_Element(rows, tuple(fields), said=text[begun:]))
    return found


def _known_at(text: str, cursor: int, known: Sequence[KnownPart]) -> KnownPart | None:
    number = ord(text[cursor]) - _MARK if cursor < len(text) else -1
    return known[number] if 0 <= number < len(known) else None


def _chinese(element: _Element, before: str, country: str) -> str:
    if element.known is not None:
        return element.known.zh.removesuffix(element.level) + element.level
    if element.level:
        return "" if before else element.level
    row = _fitting(element.rows, before, country)
    if row is None:
        return ""
    fields = [part.zh[0] for part in element.fields]
    if len(fields) > 1:
        fields = ["、".join(fields[:-1]) + "与" + fields[-1]]
    return "".join(fields) + row.zh[0]


def _vietnamese(element: _Element, row: PostPart | None, head: str) -> str:
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

"""The elements of a post: bodies with their fields, places with their level, linked names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hanviet.orthography.vietnamese import Fold, fold
from hanviet.proposals.post_parts import PartTable, PostPart

_MARK = 0xE000
"""Stands for a known name in the text of the post: a character of private use."""

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_DASH = re.compile(r"\s*[-–—]\s*")
_SEPARATORS = ("thuộc ", "của ", ", ")
_AND_VI = ("và ", ", ", "& ")
_AND_ZH = "和与及、"


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


@dataclass(slots=True)
class Element:
    """A body or a place: its rows, or the known name; the fields of a unit."""

    rows: tuple[PostPart, ...] = ()
    fields: tuple[PostPart, ...] = ()
    known: KnownPart | None = None
    level: str = ""
    said: str = ""


def names_a_pair(surface: str, known: Sequence[KnownPart]) -> bool:
    """Whether a dash stands between two names: Trung tâm ASEAN - Trung Quốc."""
    if _PRIVATE.search(surface):
        return True  # whatever it means, it is no name that anybody knows
    return any(_DASH.fullmatch(surface, one.end, two.start) for one, two in pairwise(known))


def is_in_field(surface: str, part: KnownPart, fields: PartTable) -> bool:
    """Whether a name is but the beginning of a field: [Pháp] chế."""
    match = fields.vi.match(fold(surface[part.start :], Fold.SPELLING))
    return match is not None and match.end() > part.end - part.start


def marked(surface: str, known: Sequence[KnownPart]) -> str:
    """The text of a post with one character for each known name in it."""
    text, cursor = "", 0
    for number, part in enumerate(known):
        text += surface[cursor : part.start] + chr(_MARK + number)
        cursor = part.end
    return text + surface[cursor:]


def country_of(known: Sequence[KnownPart]) -> str:
    """The country of the first name in a post that has one."""
    return next((one.country for one in known if one.country not in ("", "INT")), "")


def fitting(rows: Sequence[PostPart], before: str, country: str) -> PostPart | None:
    """The row that says the most of what stands before it."""
    best, size = None, -1
    for row in rows:
        if row.fits(before, country):
            told = max((len(one) for one in row.after if before.endswith(one)), default=0)
            if told > size:
                best, size = row, told
    return best


def elements_vi(
    text: str, cursor: int, known: Sequence[KnownPart], head: str, tables: dict[str, PartTable]
) -> list[Element]:
    """The elements of a Vietnamese post behind its head word, the innermost first.

    Args:
        text: The marked post, folded.
        cursor: Where they begin.
        known: The names in it.
        head: The head word: after some the first unit has no word of its own.
        tables: The tables of parts.

    Returns:
        The elements; none where one is not known.
    """
    found: list[Element] = []
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
            found.append(Element(known=part, said=part.vi))
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
            found.append(Element(known=place, level=suffix, said=text[begun:cursor]))
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
        found.append(Element(rows, fields, said=text[begun:cursor].strip()))
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


def elements_zh(
    text: str, known: Sequence[KnownPart], head: str, country: str, tables: dict[str, PartTable]
) -> list[Element]:
    """The elements of a Chinese post before its head word, the outermost first.

    Args:
        text: The marked post without its head word.
        known: The names in it.
        head: The head word.
        country: Of the post; empty if nothing says it.
        tables: The tables of parts.

    Returns:
        The elements; none where one is not known.
    """
    found: list[Element] = []
    fields: list[PostPart] = []
    cursor = begun = 0
    while cursor < len(text):
        if (part := _known_at(text, cursor, known)) is not None and not fields:
            found.append(Element(known=part, said=part.zh))
            cursor += 1
            begun = cursor
            continue
        if text[cursor] in _AND_ZH and fields:
            cursor += 1
            continue
        level = tables["levels"].zh.match(text) if not cursor else None
        if level is not None:
            found.append(Element(level=level.group(), said=level.group()))
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
            found.append(Element(rows, tuple(fields), said=text[begun:cursor]))
            fields, begun = [], cursor
        else:
            return []
    if fields:
        if head != "大臣":
            return []
        rows = tuple(row for row in tables["units"].by_zh["部"] if row.bare)
        found.append(Element(rows, tuple(fields), said=text[begun:]))
    return found


def _known_at(text: str, cursor: int, known: Sequence[KnownPart]) -> KnownPart | None:
    number = ord(text[cursor]) - _MARK if cursor < len(text) else -1
    return known[number] if 0 <= number < len(known) else None

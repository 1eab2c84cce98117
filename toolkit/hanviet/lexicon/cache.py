"""A compiled gazetteer and its cache file.

The file is JSON: it cannot run code. It is written beside its place and renamed, so that processes
that build it at once leave one whole file, and it is read only if its version fits.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from hanviet.lexicon.model import Entry, Pair, Role
from hanviet.patterns.language import Part, Pattern, Row, Slot

Record = TypeVar("Record", Entry, Pair, Role)

CACHED_GAZETTEERS = 8
"""Compiled gazetteers that are kept, of about 2 MB each; older ones are removed."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A gazetteer ready to be indexed.

    Attributes:
        entries: Every entry, with traditional forms and pinyin filled in, in the order of ids.
        patterns: Every pattern.
        pinyin_keys: Chinese form to its toned pinyin syllables joined by spaces (`nan2 ning2`).
        version: A digest of the data, 12 hexadecimal digits.
        tables: The derived tables of divisions, which are read when something asks for them.
        folders: The folders and files that it was compiled from.
    """

    entries: tuple[Entry, ...]
    patterns: tuple[Pattern, ...]
    pinyin_keys: dict[str, str]
    version: str
    tables: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()


def write_cache(path: Path, result: Compiled) -> None:
    """Write a cache file; a folder that cannot be written is no error."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".gazetteer-", suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.writelines(_pieces(result))
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        kept = sorted(path.parent.glob("gazetteer-*.json"), key=lambda one: one.stat().st_mtime)
        for old in kept[:-CACHED_GAZETTEERS]:
            old.unlink(missing_ok=True)
    except OSError:
        return  # a cache that cannot be written costs time, nothing else


def _pieces(result: Compiled) -> Iterator[str]:
    """The file piece by piece: `json.dump` encodes in Python, and the whole would take memory."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    yield f'{{"version":{encode(result.version)},"entries":['
    for number, entry in enumerate(result.entries):
        yield "," if number else ""
        yield encode(_entry_to_plain(entry))
    yield f'],"patterns":{encode([_pattern_to_plain(pattern) for pattern in result.patterns])}'
    yield f',"pinyin":{encode(result.pinyin_keys)}}}'


def read_cache(path: Path, version: str) -> Compiled | None:
    """Read a cache file; None if it is absent, damaged or of another version."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != version:
            return None
        return Compiled(
            entries=tuple(_entry_from_plain(item) for item in data["entries"]),
            patterns=tuple(_pattern_from_plain(item) for item in data["patterns"]),
            pinyin_keys=dict(data["pinyin"]),
            version=version,
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None  # absent, cut off or foreign: compile again


def _entry_to_plain(entry: Entry) -> dict[str, Any]:
    return _stated(entry) | {
        "pairs": [_stated(pair) for pair in entry.pairs],
        "roles": [_stated(role) for role in entry.roles],
    }


def _stated(record: Entry | Pair | Role) -> dict[str, Any]:
    """The fields that differ from their defaults: most do not, and each costs time to read."""
    stated = {}
    for name, default in _DEFAULTS[type(record)]:
        value = getattr(record, name)
        if value != default:
            stated[name] = value
    return stated


_DEFAULTS = {
    kind: tuple((field.name, field.default) for field in fields(kind))
    for kind in (Entry, Pair, Role)
}


def _entry_from_plain(item: dict[str, Any]) -> Entry:
    item["pairs"] = tuple(_record(Pair, pair) for pair in item["pairs"])
    item["roles"] = tuple(_record(Role, role) for role in item["roles"])
    return _record(Entry, item)


def _record(kind: type[Record], item: dict[str, Any]) -> Record:
    for name, value in item.items():
        if type(value) is list:
            item[name] = tuple(value)
    return kind(**item)


def _pattern_to_plain(pattern: Pattern) -> dict[str, Any]:
    def slot(value: Slot) -> list[Any]:
        return [
            value.name, value.type, sorted(value.kinds), sorted(value.countries),
            sorted(value.except_countries), sorted(value.ids), list(value.endings),
            list(value.suffixes), value.low, value.high, value.open, value.named,
            list(value.beginnings),
        ]  # fmt: skip

    def sequence(parts: tuple[Part, ...]) -> list[list[str]]:
        return [[part.text, part.slot, part.style, part.modifier] for part in parts]

    return {
        "id": pattern.id,
        "type": pattern.type,
        "kind": pattern.kind,
        "country": pattern.country,
        "slots": [slot(value) for value in pattern.slots.values()],
        "rows": [
            [
                list(row.vi), list(row.zh), [sequence(parts) for parts in row.vi_sequences],
                [sequence(parts) for parts in row.zh_sequences],
                [slot(value) for value in row.when], row.pinyin,
            ]
            for row in pattern.rows
        ],
        "same_country": list(pattern.same_country),
        "same_as": list(pattern.same_as),
        "infix": [list(pattern.infix_vi), list(pattern.infix_zh), pattern.infix_before],
        "stands_for": pattern.stands_for,
        "fallback": pattern.fallback,
        "examples": [list(example) for example in pattern.examples],
        "counters": list(pattern.counters),
        "part": pattern.part,
        "place": pattern.place,
    }  # fmt: skip


def _pattern_from_plain(item: dict[str, Any]) -> Pattern:
    def slot(value: list[Any]) -> Slot:
        name, type_, kinds, countries, refused, ids, endings, suffixes, *rest = value
        low, high, is_open, named, begins = rest
        return Slot(
            name, type_, frozenset(kinds), frozenset(countries), frozenset(refused),
            frozenset(ids), tuple(endings), tuple(suffixes), low, high, is_open, named,
            tuple(begins),
        )  # fmt: skip

    def sequences(values: list[list[list[str]]]) -> tuple[tuple[Part, ...], ...]:
        return tuple(tuple(Part(*part) for part in parts) for parts in values)

    slots = [slot(value) for value in item["slots"]]
    return Pattern(
        id=item["id"],
        type=item["type"],
        kind=item["kind"],
        country=item["country"],
        slots={value.name: value for value in slots},
        rows=tuple(
            Row(tuple(vi), tuple(zh), sequences(vi_seq), sequences(zh_seq),
                tuple(slot(value) for value in when), pinyin)
            for vi, zh, vi_seq, zh_seq, when, pinyin in item["rows"]
        ),
        same_country=tuple(item["same_country"]),
        same_as=tuple(item["same_as"]),
        infix_vi=tuple(item["infix"][0]),
        infix_zh=tuple(item["infix"][1]),
        infix_before=item["infix"][2],
        stands_for=item["stands_for"],
        fallback=item["fallback"],
        examples=tuple((vi, zh) for vi, zh in item["examples"]),
        counters=tuple(item["counters"]),
        part=item["part"],
        place=item["place"],
    )  # fmt: skip

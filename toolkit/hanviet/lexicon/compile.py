"""Compile a gazetteer: fill in what is derived, and keep the result in a cache.

Derived are the traditional form and the pinyin of every printed Chinese form, and the keys by
which pinyin finds it. The cache is JSON, keyed by the content of the data and of the code that
derives from it: a cache file cannot run code, and is never trusted when its inputs changed.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from hanviet.errors import GazetteerError
from hanviet.lexicon.load import Problem, gazetteer_files, load_entries
from hanviet.lexicon.model import Entry, Pair, Role
from hanviet.patterns.language import Part, Pattern, Row, Slot
from hanviet.patterns.load import load_patterns

Record = TypeVar("Record", Entry, Pair, Role)

CACHED_GAZETTEERS = 8
"""Compiled gazetteers that are kept, of about 2 MB each; older ones are removed."""

_CODE_FOLDERS = ("lexicon", "patterns", "orthography")
_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Compiled:
    """A gazetteer ready to be indexed.

    Attributes:
        entries: Every entry, with traditional forms and pinyin filled in, in the order of ids.
        patterns: Every pattern.
        pinyin_keys: Chinese form to its toned pinyin syllables joined by spaces (`nan2 ning2`).
        version: A digest of the data, 12 hexadecimal digits.
    """

    entries: tuple[Entry, ...]
    patterns: tuple[Pattern, ...]
    pinyin_keys: dict[str, str]
    version: str


def compiled(folders: Iterable[Path], cache: Path | None) -> Compiled:
    """Compile the gazetteer in `folders`; later ones overlay earlier ones by id.

    Args:
        folders: Gazetteer folders, or single YAML files of entries (a user's overlay).
        cache: Where to keep the result, or None. An unwritable folder is no error.

    Raises:
        GazetteerError: The first error in the data, with file:line, and how many there are.
    """
    paths = list(folders)
    version = _digest(paths)
    stored = cache / f"gazetteer-{version}.json" if cache is not None else None
    if stored is not None and (found := _read_cache(stored, version)) is not None:
        return found
    result = _compile(paths, version)
    if stored is not None:
        _write_cache(stored, result)
    return result


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    files = [path for root in paths for path in _inputs(root)]
    files += [path for name in _CODE_FOLDERS for path in sorted((_PACKAGE / name).glob("*.py"))]
    for path in files:
        digest.update(str(path.name).encode())
        try:
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        except OSError as error:
            raise GazetteerError(
                f"cannot be read: {error.strerror or error}", place=str(path)
            ) from None
    return digest.hexdigest()[:12]


def _inputs(root: Path) -> list[Path]:
    if root.is_dir():
        tables = (root / "readings").glob("*.yaml")
        derived = (root / "derived").glob("*.tsv")
        patterns = (root / "patterns").rglob("*.yaml")
        return [*gazetteer_files(root), *sorted(patterns), *sorted(tables), *sorted(derived)]
    return [root]


def _compile(paths: list[Path], version: str) -> Compiled:
    from hanviet.lexicon.load import read_entry_file

    entries: dict[str, Entry] = {}
    patterns: dict[str, Pattern] = {}
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir():
            found, complaints = load_entries(path)
            composed, more = load_patterns(path)
            patterns.update((pattern.id, pattern) for pattern in composed)
            complaints += more
        else:
            found, complaints = read_entry_file(path, str(path))
        problems += complaints
        entries.update((entry.id, entry) for entry in found)
    errors = [problem for problem in problems if problem.error]
    if errors:
        first, more_errors = errors[0], len(errors) - 1
        tail = f"; {more_errors} more errors, see `hanviet gazetteer check`" if more_errors else ""
        raise GazetteerError(first.message + tail, place=first.place, remedy=first.remedy)
    keys: dict[str, str] = {}
    complete = tuple(_complete(entries[id_], keys) for id_ in sorted(entries))
    return Compiled(complete, tuple(patterns[id_] for id_ in sorted(patterns)), keys, version)


def _complete(entry: Entry, keys: dict[str, str]) -> Entry:
    from hanviet.orthography.pinyin import pinyin, pinyin_syllables
    from hanviet.orthography.traditional import to_traditional

    pairs = []
    for pair in entry.pairs:
        for form in pair.zh:
            if form not in keys:
                keys[form] = " ".join(pinyin_syllables(form, kind=entry.type))
        if pair.zh:
            first = pair.zh[0]
            hant = pair.hant or to_traditional(first, person=entry.type == "PERSON")
            pair = replace(pair, hant=hant, pinyin=pair.pinyin or pinyin(first, kind=entry.type))
        pairs.append(pair)
    return replace(entry, pairs=tuple(pairs))


def _write_cache(path: Path, result: Compiled) -> None:
    data = {
        "version": result.version,
        "entries": [_entry_to_plain(entry) for entry in result.entries],
        "patterns": [_pattern_to_plain(pattern) for pattern in result.patterns],
        "pinyin": result.pinyin_keys,
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".gazetteer-", suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(data, stream, ensure_ascii=False, separators=(",", ":"))
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        kept = sorted(path.parent.glob("gazetteer-*.json"), key=lambda one: one.stat().st_mtime)
        for old in kept[:-CACHED_GAZETTEERS]:
            old.unlink(missing_ok=True)
    except OSError:
        return  # a cache that cannot be written costs time, nothing else


def _read_cache(path: Path, version: str) -> Compiled | None:
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
    values = ((field, getattr(record, field.name)) for field in fields(record))
    return {field.name: value for field, value in values if value != field.default}


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
            list(value.suffixes), value.low, value.high, value.open,
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
        "stands_for": pattern.stands_for,
        "fallback": pattern.fallback,
        "examples": [list(example) for example in pattern.examples],
        "counters": list(pattern.counters),
        "place": pattern.place,
    }  # fmt: skip


def _pattern_from_plain(item: dict[str, Any]) -> Pattern:
    def slot(value: list[Any]) -> Slot:
        name, type_, kinds, countries, refused, ids, endings, suffixes, low, high, is_open = value
        return Slot(
            name, type_, frozenset(kinds), frozenset(countries), frozenset(refused),
            frozenset(ids), tuple(endings), tuple(suffixes), low, high, is_open,
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
        stands_for=item["stands_for"],
        fallback=item["fallback"],
        examples=tuple((vi, zh) for vi, zh in item["examples"]),
        counters=tuple(item["counters"]),
        place=item["place"],
    )  # fmt: skip

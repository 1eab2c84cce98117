"""From a gazetteer folder to entries: the fields are checked, every complaint has file:line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from hanviet.errors import GazetteerError
from hanviet.lexicon.model import (
    GATE_LEVELS,
    KINDS,
    REGIONS,
    STATUSES,
    TYPES,
    USES,
    Entry,
    Pair,
    Role,
)
from hanviet.lexicon.strict_yaml import Mapping, Sequence, Value, read_yaml

ENTRY_FOLDERS = ("people", "places", "organisations", "titles", "events")
"""Folders whose YAML files hold entries; the others hold patterns, tables and scripts."""

ID_PATTERN = re.compile(r"[a-z]+(?:\.[a-z0-9-]+){1,2}")
DATE_PATTERN = re.compile(r"-?\d{1,4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
COUNTRY_PATTERN = re.compile(r"[A-Z]{2}|INT")
ENTRY_FIELDS = frozenset(
    "id type kind country names within status sources from until merged_into opposite level "
    "roles extent not note".split()
)
PAIR_FIELDS = frozenset(
    "vi zh use region from until status sources avoid reading hant pinyin note".split()
)
ROLE_FIELDS = frozenset("title body country from until".split())
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Problem:
    """A complaint about the data: where, what, what to do; an error or only a warning."""

    place: str
    message: str
    remedy: str = ""
    error: bool = True

    def __str__(self) -> str:
        kind = "error" if self.error else "warning"
        tail = f" ({self.remedy})" if self.remedy else ""
        return f"{self.place}: {kind}: {self.message}{tail}"


def gazetteer_files(folder: Path) -> list[Path]:
    """The YAML files that hold entries, in a fixed order."""
    if not folder.is_dir():
        raise GazetteerError(
            "is no gazetteer folder", place=str(folder), remedy="give a folder of YAML files"
        )
    return [
        path
        for name in ENTRY_FOLDERS
        for path in sorted((folder / name).rglob("*.yaml"))
        if path.is_file()
    ]


def load_entries(folder: Path) -> tuple[list[Entry], list[Problem]]:
    """Read every entry of a gazetteer folder.

    Args:
        folder: A folder laid out as docs/gazetteer-format.md says.

    Returns:
        The entries that could be read, and the complaints about the others.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    for path in gazetteer_files(folder):
        label = _label(path, folder)
        found, complaints = read_entry_file(path, label)
        entries.extend(found)
        problems.extend(complaints)
    return entries, problems


def read_entry_file(path: Path, label: str) -> tuple[list[Entry], list[Problem]]:
    """Read the entries of one file; `label` is what messages call it."""
    try:
        value = read_yaml(path, name=label)
    except GazetteerError as error:
        return [], [Problem(error.place, error.message, error.remedy)]
    return read_entry_items(value, label)


def read_entry_items(value: Value, label: str) -> tuple[list[Entry], list[Problem]]:
    """Read entries from parsed YAML; `label` is what messages call the file."""
    if value is None:
        return [], []
    if not isinstance(value, Sequence):
        return [], [Problem(f"{label}:1", "is no list of entries", "begin each with `- id:`")]
    entries: list[Entry] = []
    problems: list[Problem] = []
    for item in value:
        reader = _Reader(label, problems)
        entry = reader.entry(item, value.line)
        if entry is not None:
            entries.append(entry)
    return entries, problems


def _label(path: Path, folder: Path) -> str:
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)


class _Reader:
    """Turns one mapping into an entry and notes what is wrong with it."""

    def __init__(self, label: str, problems: list[Problem]) -> None:
        self.label = label
        self.problems = problems
        self.failed = False

    def entry(self, item: Value, line: int) -> Entry | None:
        if not isinstance(item, Mapping):
            self.complain(line, "an entry is a mapping with id, type, country, names, status")
            return None
        self.unknown_keys(item, ENTRY_FIELDS, "an entry")
        id_ = self.text(item, "id", required=True)
        if id_ and not ID_PATTERN.fullmatch(id_):
            self.complain(
                item.lines["id"], f"{id_!r} is no id", "write type.country.slug in a-z, 0-9 and -"
            )
        type_ = self.choice(item, "type", TYPES, required=True)
        kind = self.choice(item, "kind", tuple(sorted(KINDS.get(type_, ()))))
        country = self.text(item, "country", required=True)
        if country and not COUNTRY_PATTERN.fullmatch(country):
            self.complain(item.lines["country"], f"{country!r} is no ISO country code or INT")
        status = self.choice(item, "status", STATUSES, required=True)
        sources = self.texts(item, "sources")
        pairs = tuple(self.pairs(item, status or "draft", sources))
        entry = Entry(
            id=id_,
            type=type_,
            kind=kind,
            country=country,
            pairs=pairs,
            within=self.text(item, "within"),
            status=status,
            sources=sources,
            since=self.date(item, "from"),
            until=self.date(item, "until"),
            merged_into=self.text(item, "merged_into"),
            opposite=self.text(item, "opposite"),
            level=self.choice(item, "level", GATE_LEVELS),
            roles=tuple(self.roles(item)),
            confused_with=self.texts(item, "not"),
            place=f"{self.label}:{item.line}",
        )
        return None if self.failed else entry

    def pairs(self, item: Mapping, status: str, sources: tuple[str, ...]) -> Iterator[Pair]:
        names = item.get("names")
        if not isinstance(names, Sequence) or not names:
            self.complain(item.line, "has no names", "give `names: [{vi: …, zh: …}]`")
            return
        for pair in names:
            if not isinstance(pair, Mapping):
                self.complain(names.line, "a name is a mapping with vi and zh")
                continue
            self.unknown_keys(pair, PAIR_FIELDS, "a name")
            vi, zh = self.texts(pair, "vi"), self.texts(pair, "zh")
            if not vi and not zh:
                self.complain(pair.line, "a name has neither vi nor zh")
            reading = self.choice(pair, "reading", ("irregular", "regular"))
            yield Pair(
                vi=vi,
                zh=zh,
                hant=self.text(pair, "hant"),
                pinyin=self.text(pair, "pinyin"),
                use=self.choice(pair, "use", USES),
                region=self.choice(pair, "region", REGIONS),
                since=self.date(pair, "from"),
                until=self.date(pair, "until"),
                status=self.choice(pair, "status", STATUSES) or status,
                sources=self.texts(pair, "sources") or sources,
                avoid=self.choice(pair, "avoid", ("true", "false")) == "true",
                irregular=reading == "irregular",
            )

    def roles(self, item: Mapping) -> Iterator[Role]:
        roles = item.get("roles")
        if roles is None:
            return
        if not isinstance(roles, Sequence):
            self.complain(item.lines["roles"], "roles is a list of mappings")
            return
        for role in roles:
            if not isinstance(role, Mapping):
                self.complain(roles.line, "a role is a mapping with title, country, from, until")
                continue
            self.unknown_keys(role, ROLE_FIELDS, "a role")
            yield Role(
                title=self.text(role, "title", required=True),
                country=self.text(role, "country"),
                since=self.date(role, "from"),
                until=self.date(role, "until"),
                body=self.text(role, "body"),
            )

    def text(self, item: Mapping, key: str, *, required: bool = False) -> str:
        value = item.get(key)
        if value is None:
            if required:
                self.complain(item.lines.get(key, item.line), f"has no {key}")
            return ""
        if not isinstance(value, str):
            self.complain(item.lines[key], f"{key} is text, not a {_shape(value)}")
            return ""
        if value != value.strip():
            self.complain(item.lines[key], f"{key} begins or ends with a space")
        return value

    def texts(self, item: Mapping, key: str) -> tuple[str, ...]:
        value = item.get(key)
        if value is None:
            return ()
        if isinstance(value, str):
            return (self.text(item, key),)
        if isinstance(value, Sequence) and all(isinstance(part, str) and part for part in value):
            parts = tuple(str(part) for part in value)
            if len(set(parts)) != len(parts):
                self.complain(item.lines[key], f"{key} lists a form twice")
            return parts
        self.complain(item.lines[key], f"{key} is text or a list of texts")
        return ()

    def choice(
        self, item: Mapping, key: str, allowed: tuple[str, ...], *, required: bool = False
    ) -> str:
        value = self.text(item, key, required=required)
        if value and value not in allowed:
            listed = ", ".join(allowed) or "nothing for this type"
            self.complain(item.lines[key], f"{key} {value!r} is unknown", f"allowed: {listed}")
            return ""
        return value

    def date(self, item: Mapping, key: str) -> str:
        value = self.text(item, key)
        if value and not DATE_PATTERN.fullmatch(value):
            self.complain(item.lines[key], f"{key} {value!r} is no date", "write YYYY[-MM[-DD]]")
            return ""
        return value

    def unknown_keys(self, item: Mapping, allowed: frozenset[str], what: str) -> None:
        for key in item:
            if key not in allowed:
                listed = ", ".join(sorted(allowed))
                self.complain(item.lines[key], f"{what} has no field {key!r}", f"allowed: {listed}")

    def complain(self, line: int, message: str, remedy: str = "") -> None:
        self.failed = True
        self.problems.append(Problem(f"{self.label}:{line}", message, remedy))


def _shape(value: Value) -> str:
    return "list" if isinstance(value, Sequence) else "mapping"

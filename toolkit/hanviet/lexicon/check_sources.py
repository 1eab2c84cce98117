"""Checks of sources: they exist, say where to look, are used, and stand behind what is reviewed."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

from hanviet.errors import GazetteerError
from hanviet.lexicon.load import Problem
from hanviet.lexicon.model import Entry
from hanviet.lexicon.strict_yaml import Mapping, Value, read_yaml

SOURCE_FIELDS = frozenset("url package file version license publisher date note".split())
_WHERE = ("url", "package", "file", "publisher")
_PACKAGE = re.compile(r"(?:npm|pypi):\S.*")
_TOKEN = re.compile(r"[A-Za-z0-9][\w.-]*")
_OTHER_USERS = ("readings/*.yaml", "derived/*.tsv", "patterns/*.yaml", "lexical/*.yaml")


def check_sources(folder: Path, entries: Sequence[Entry]) -> list[Problem]:
    """Check the sources of a gazetteer folder and their use.

    Args:
        folder: The gazetteer folder; its sources stand in `sources*.yaml`.
        entries: Its entries.

    Returns:
        The complaints.
    """
    known, packages, problems = read_sources(folder)
    # A package may be what a script builds a table from, which no entry names.
    used = set(packages).union(*map(_listed, entries))
    problems += check_named_sources(entries, known)
    unused = known.keys() - used
    if unused:
        unused -= _mentioned(folder)
    problems += [
        Problem(known[id_], f"source {id_} is not used", "remove it", error=False)
        for id_ in sorted(unused)
    ]
    return problems


def check_named_sources(entries: Sequence[Entry], known: Container[str]) -> Iterator[Problem]:
    """Check that the sources of entries are known, and that what is reviewed has one.

    Args:
        entries: The entries.
        known: The ids of the sources that there are.

    Yields:
        The complaints.
    """
    for entry in entries:
        for id_ in _listed(entry):
            if id_ not in known:
                yield Problem(entry.place, f"source {id_} is not in sources.yaml", "add it there")
        yield from _unsupported(entry)


def _listed(entry: Entry) -> dict[str, None]:
    """The sources of an entry and its pairs, each once, in order."""
    return dict.fromkeys([*entry.sources, *(s for pair in entry.pairs for s in pair.sources)])


def read_sources(folder: Path) -> tuple[dict[str, str], frozenset[str], list[Problem]]:
    """Read the sources of a gazetteer folder.

    Returns:
        Where each id is defined (`file:line`), the ids of packages, and the complaints.
    """
    known: dict[str, str] = {}
    packages: set[str] = set()
    problems: list[Problem] = []
    for path in sorted(folder.glob("sources*.yaml")):
        try:
            value = read_yaml(path, name=path.name)
        except GazetteerError as error:
            problems.append(Problem(error.place, error.message, error.remedy))
            continue
        if value is None:
            continue
        if not isinstance(value, Mapping):
            problems.append(Problem(f"{path.name}:1", "is no table of sources", "write `id: {…}`"))
            continue
        for id_, source in value.items():
            place = f"{path.name}:{value.lines[id_]}"
            if id_ in known:
                problems.append(
                    Problem(place, f"source {id_} is defined twice, first in {known[id_]}",
                            "keep one")
                )  # fmt: skip
            known.setdefault(id_, place)
            problems += _source(id_, source, place)
            if isinstance(source, Mapping) and source.get("package"):
                packages.add(id_)
    return known, frozenset(packages), problems


def _source(id_: str, source: Value, place: str) -> Iterator[Problem]:
    if not isinstance(source, Mapping):
        yield Problem(place, f"source {id_} is no mapping", "write {url: …, publisher: …}")
        return
    for key, value in source.items():
        if key not in SOURCE_FIELDS:
            listed = ", ".join(sorted(SOURCE_FIELDS))
            yield Problem(place, f"source {id_} has no field {key!r}", f"allowed: {listed}")
        elif not isinstance(value, str) or not value:
            yield Problem(place, f"{key} of source {id_} is no text", "write one text")
    if not any(isinstance(source.get(key), str) for key in _WHERE):
        yield Problem(place, f"source {id_} says not where to look", "give a url or a package")
    package = source.get("package")
    if isinstance(package, str):
        if not _PACKAGE.fullmatch(package):
            yield Problem(place, f"package of source {id_} is {package!r}", "write npm: or pypi:")
        for key in ("version", "license"):
            if not source.get(key):
                yield Problem(place, f"source {id_} is a package without {key}", f"give its {key}")
    url = source.get("url")
    if isinstance(url, str) and not url.startswith(("https://", "http://")):
        yield Problem(place, f"url of source {id_} is {url!r}", "begin it with https://")


def _unsupported(entry: Entry) -> Iterator[Problem]:
    """What is called reviewed although no source is named for it."""
    if entry.status == "reviewed" and not entry.sources:
        if not all(pair.sources for pair in entry.pairs):
            yield Problem(
                entry.place, f"{entry.id} is reviewed, but names no source",
                "name the page where its forms were seen, or make it a draft",
            )  # fmt: skip
        return
    for pair in entry.pairs:
        if pair.status == "reviewed" and not pair.sources:
            yield Problem(
                entry.place, f"pair {(pair.vi + pair.zh)[0]!r} is reviewed, but names no source",
                "name the page where it was seen, or make it a draft",
            )  # fmt: skip


def _mentioned(folder: Path) -> set[str]:
    """Whatever may be a source id in the tables beside the entries."""
    tokens: set[str] = set()
    for pattern in _OTHER_USERS:
        for path in sorted(folder.glob(pattern)):
            tokens.update(_TOKEN.findall(path.read_text(encoding="utf-8", errors="replace")))
    return tokens

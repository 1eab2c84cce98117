"""Checks of the derived tables of divisions: ids, what holds them, spelling."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

from hanviet.errors import GazetteerError
from hanviet.lexicon.divisions import Division, Divisions, division_tables, read_divisions
from hanviet.lexicon.load import Problem
from hanviet.lexicon.model import Entry
from hanviet.lexicon.vietnam_divisions import (
    COMMUNES,
    DISTRICTS,
    read_communes,
    read_districts,
)

_REMEDY = "rebuild it with gazetteer/scripts/build_divisions.py"
_REMEDY_VIETNAM = "rebuild it with gazetteer/scripts/build_vietnam_divisions.py"


def check_divisions(folder: Path, entries: Sequence[Entry]) -> tuple[int, list[Problem]]:
    """Check the derived tables of a gazetteer folder.

    Args:
        folder: The gazetteer folder.
        entries: Its curated entries.

    Returns:
        How many rows no entry covers, and the complaints.
    """
    tables = division_tables(folder)
    known = {entry.id: entry for entry in entries}
    problems: list[Problem] = []
    if not tables:
        return 0, problems
    ids = set(known)
    for path in tables:
        label = str(path.relative_to(folder))
        try:
            rows = read_divisions(path)
        except GazetteerError as error:
            place = f"{label}{error.place.removeprefix(str(path))}"
            return 0, [Problem(place, error.message, error.remedy)]
        for number, row in enumerate(rows, 2):
            problems += [
                Problem(f"{label}:{number}", message, _REMEDY) for message in _complaints(row, ids)
            ]
            ids.add(row.id)
    return len(Divisions(tables, known)), problems


def check_vietnam(folder: Path, entries: Sequence[Entry]) -> list[Problem]:
    """Check the derived tables of Vietnamese divisions of a gazetteer folder.

    Args:
        folder: The gazetteer folder.
        entries: Its curated entries.

    Returns:
        The complaints.
    """
    try:
        districts, communes = read_districts(folder), read_communes(folder)
    except GazetteerError as error:
        place = error.place.removeprefix(f"{folder}/")
        return [Problem(place, error.message, error.remedy)]
    known = {entry.id for entry in entries}
    ids = set(known)
    problems = []
    for number, row in enumerate(districts, 2):
        place = f"derived/{DISTRICTS}:{number}"
        if row.id in ids:
            problems.append(Problem(place, f"id {row.id} is used twice", _REMEDY_VIETNAM))
        ids.add(row.id)
        problems += _holders_and_form(place, row.vi, [row.within], known)
    for number, one in enumerate(communes, 2):
        place = f"derived/{COMMUNES}:{number}"
        problems += _holders_and_form(place, one.vi, one.within.split(";"), known)
    return problems


def _holders_and_form(
    place: str, vi: str, holders: Sequence[str], known: Container[str]
) -> Iterator[Problem]:
    for holder in holders:
        if holder not in known:
            message = f"{vi} lies in {holder}, which is no entry"
            yield Problem(place, message, _REMEDY_VIETNAM)
    if not unicodedata.is_normalized("NFC", vi):
        yield Problem(place, f"{vi} is not in Unicode NFC", _REMEDY_VIETNAM)


def _complaints(row: Division, ids: set[str]) -> list[str]:
    found = []
    if row.id in ids:
        found.append(f"id {row.id} is used twice")
    if row.within not in ids:
        found.append(f"{row.id} lies in {row.within}, which is neither an entry nor a row above")
    if len(row.hant) != len(row.zh) or len(row.syllables.split(" ")) != len(row.zh):
        found.append(f"{row.id} has not one traditional character and one syllable for each of its")
    if not unicodedata.is_normalized("NFC", "\t".join(row)):
        found.append(f"{row.id} is not in Unicode NFC")
    return found

"""Checks of the derived tables of divisions: ids, what holds them, spelling."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

from hanviet.errors import GazetteerError
from hanviet.lexicon.divisions import Division, Divisions, division_tables, read_divisions
from hanviet.lexicon.load import Problem
from hanviet.lexicon.model import Entry

_REMEDY = "rebuild it with gazetteer/scripts/build_divisions.py"


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

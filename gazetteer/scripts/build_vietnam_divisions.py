"""Build gazetteer/derived/vietnam-*.tsv from the PyPI package vietnamadminunits.

    python gazetteer/scripts/build_vietnam_divisions.py SOURCES [--check] [-o FOLDER]

SOURCES is the folder that fetch_sources.py fills. Two tables come out of it: the districts of Việt
Nam as they were until 30 June 2025, when the level was abolished, in the order of their official
codes; and the names of communes, wards and towns, before and after that day, each with every
province that holds or held one of that name. Numbered ones (`Quận 1`, `Phường 2`) are left out:
nothing else has their names. There is no Chinese form in them: the readings of Vietnamese place
names are right too seldom, and a form made up is worse than none.

`--check` writes nothing and ends 1 on a difference.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from hanviet.lexicon.load import load_entries
from hanviet.lexicon.model import Entry
from hanviet.lexicon.vietnam_divisions import COMMUNES, DISTRICTS, Commune, District

ROOT = Path(__file__).resolve().parent.parent
SOURCE = "vietnamadminunits"
DATABASE = "vietnamadminunits/data/dataset.db"
LAST_DAY = "2025-06-30"

KINDS = {"Huyện": "county", "Quận": "county", "Thị xã": "county", "Thành phố": "city"}
"""Head word of a district to the kind of its entry."""

PROVINCES = ("province", "municipality")
_ADDED = re.compile(r" \((?:Huyện|Thị xã|Thành phố|Thị trấn|Xã|Phường)\)$")
"""What the package adds where two neighbours share a name."""


def main(argv: Sequence[str] | None = None) -> int:
    """Write the tables, or with --check compare them; return the exit status."""
    parser = argparse.ArgumentParser(description="Build derived/vietnam-*.tsv.")
    parser.add_argument("sources", type=Path, help="the folder that fetch_sources.py filled")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "derived", metavar="FOLDER")
    parser.add_argument("--gazetteer", type=Path, default=ROOT, metavar="FOLDER")
    parser.add_argument("--check", action="store_true", help="write nothing, end 1 if changed")
    options = parser.parse_args(argv)
    entries, _ = load_entries(options.gazetteer)
    provinces = curated_provinces(entries)
    with sqlite3.connect(options.sources / SOURCE / DATABASE) as database:
        tables: dict[str, tuple[tuple[str, ...], list[tuple[str, ...]]]] = {
            DISTRICTS: (District._fields, list(district_rows(database, provinces))),
            COMMUNES: (Commune._fields, list(commune_rows(database, provinces))),
        }
    status = 0
    for name, (columns, rows) in tables.items():
        text = "".join("\t".join(cells) + "\n" for cells in (columns, *rows))
        path = options.output / name
        if options.check:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                print(f"{path}: is not what {SOURCE} gives", file=sys.stderr)
                status = 1
            continue
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{path}: {len(rows)} rows", file=sys.stderr)
    return status


def curated_provinces(entries: Sequence[Entry]) -> dict[str, Entry]:
    """Give the curated provinces of Việt Nam, present and past, by name."""
    return {
        form.removeprefix("Thành phố "): entry
        for entry in entries
        if entry.country == "VN" and entry.kind in PROVINCES
        for pair in entry.pairs
        for form in pair.vi
    }


def district_rows(
    database: sqlite3.Connection, provinces: Mapping[str, Entry]
) -> Iterator[tuple[str, ...]]:
    """Yield the districts in the order of their codes."""
    found = database.execute(
        "SELECT DISTINCT districtCode, districtType, districtShort, provinceShort"
        " FROM admin_units_legacy ORDER BY districtCode"
    )
    for code, head, name, province in found:
        bare = without_addition(name)
        if not is_numbered(bare):
            within = provinces[province].id
            yield District(f"place.vn.{code}", KINDS[head], bare, within, LAST_DAY, SOURCE)


def commune_rows(
    database: sqlite3.Connection, provinces: Mapping[str, Entry]
) -> Iterator[tuple[str, ...]]:
    """Yield the names of communes with their provinces, and with what those have become."""
    found: dict[str, set[str]] = defaultdict(set)
    for table in ("admin_units_legacy", "admin_units"):
        rows = database.execute(f"SELECT DISTINCT wardShort, provinceShort FROM {table}")
        for name, province in rows:
            bare = without_addition(name or "")
            if bare and not is_numbered(bare):
                holder = provinces[province]
                found[bare].update(filter(None, (holder.id, holder.merged_into)))
    for name in sorted(found):
        yield Commune(name, ";".join(sorted(found[name])))


def without_addition(name: str) -> str:
    """Give a name in NFC without the head word that the package adds to tell neighbours apart.

    >>> without_addition("Kỳ Anh (Thị xã)")
    'Kỳ Anh'
    """
    return _ADDED.sub("", unicodedata.normalize("NFC", name).strip())


def is_numbered(name: str) -> bool:
    """Whether a division has a number for a name: `Quận 1`, `01`."""
    return any(char.isdigit() for char in name)


if __name__ == "__main__":
    sys.exit(main())

"""Write docs/coverage.md: what the gazetteer covers, in counts.

python gazetteer/scripts/build_coverage.py [--check] [--gazetteer FOLDER] [-o FILE]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from hanviet.lexicon.divisions import Divisions, division_tables
from hanviet.lexicon.load import ENTRY_FOLDERS, load_entries
from hanviet.lexicon.model import STATUSES, TYPES, Entry
from hanviet.patterns.load import load_patterns

ROOT = Path(__file__).resolve().parents[2]
PARTS = {"CN": "China", "VN": "Việt Nam", "INT": "no one country"}
"""Regions of the first table; every other country is the rest of the world."""

REST = "the rest of the world"
KINDS_OF_TABLES = {"divisions-counties": "county", "divisions-townships": "township"}
DERIVED_HEAD = """\
Their rows are `proposed` at most. A row gives way to an entry for the same place.

| table | rows | in use |
| --- | ---: | ---: |
"""

HEAD = """\
# What the gazetteer covers

Made by `gazetteer/scripts/build_coverage.py` from the data; do not edit. The words are those
of [the format](gazetteer-format.md); where the names come from: [Data and licences](data.md).
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page, or with --check compare it; 1 if it differs."""
    parser = argparse.ArgumentParser(description="Write docs/coverage.md from the gazetteer.")
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if it would change")
    parser.add_argument("--gazetteer", type=Path, default=ROOT / "gazetteer", metavar="FOLDER")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "docs" / "coverage.md")
    options = parser.parse_args(arguments)
    entries, problems = load_entries(options.gazetteer)
    patterns, more = load_patterns(options.gazetteer)
    if problems + more:
        print(f"{(problems + more)[0]}", file=sys.stderr)
        return 2
    derived = derived_rows(options.gazetteer, entries)
    text = coverage_page(entries, len(patterns), derived)
    if options.check:
        current = options.output.read_text(encoding="utf-8") if options.output.exists() else ""
        if current != text:
            print(f"{options.output}: is not what the data give; run the script", file=sys.stderr)
        return int(current != text)
    options.output.write_text(text, encoding="utf-8", newline="\n")
    return 0


def coverage_page(
    entries: Sequence[Entry], patterns: int, derived: dict[str, tuple[int, int]]
) -> str:
    """Give the page.

    Args:
        entries: All curated entries.
        patterns: How many patterns there are.
        derived: Name of a built table to its rows, and to those that no entry covers.
    """
    reviewed = sum(entry.status == "reviewed" for entry in entries)
    pairs = sum(len(entry.pairs) for entry in entries)
    tables = [
        _table(("part", "region"), _grouped(entries, lambda e: (_part(e), _region(e)))),
        _table(("type",), _grouped(entries, lambda e: (e.type,))),
        _table(("type", "kind"), _grouped(entries, lambda e: (e.type, e.kind or "–"))),
        _table(("country",), _grouped(entries, lambda e: (e.country,))),
        _table(("file",), _grouped(entries, lambda e: (f"`{_file(e)}`",))),
    ]
    titles = ("By part and region", "By type", "By kind", "By country", "By file")
    total = (
        f"{len(entries)} entries, {reviewed} of them reviewed, with {pairs} pairs of forms; "
        f"{patterns} patterns.\n"
    )
    sections = [HEAD, total]
    for title, table in zip(titles, tables, strict=True):
        sections.append(f"## {title}\n\n{table}")
    if derived:
        rows = "".join(
            f"| `{name}` | {count} | {used} |\n" for name, (count, used) in sorted(derived.items())
        )
        sections.append(f"## Derived tables\n\n{DERIVED_HEAD}{rows}")
    return "\n".join(sections)


def derived_rows(folder: Path, entries: Sequence[Entry]) -> dict[str, tuple[int, int]]:
    """Count the rows of every derived table, without its header, and those that are in use.

    A row of a table of divisions is not in use where an entry covers it.
    """
    divisions = Divisions(division_tables(folder), {entry.id: entry for entry in entries})
    used = Counter(row.kind for row in divisions.rows)
    counts = {}
    for path in sorted((folder / "derived").rglob("*.tsv")):
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = max(len([line for line in lines if line and not line.startswith("#")]) - 1, 0)
        kind = KINDS_OF_TABLES.get(path.stem)
        counts[path.relative_to(folder).as_posix()] = (rows, used[kind] if kind else rows)
    return counts


Groups = dict[tuple[str, ...], Counter[str]]


def _grouped(entries: Iterable[Entry], key: Callable[[Entry], tuple[str, ...]]) -> Groups:
    groups: Groups = defaultdict(Counter)
    for entry in entries:
        groups[key(entry)][entry.status] += 1
    return dict(sorted(groups.items(), key=lambda item: _order(item[0])))


def _order(key: tuple[str, ...]) -> tuple[object, ...]:
    """Parts, types and regions in the order of the format; all else by name."""
    known = [*ENTRY_FOLDERS, *TYPES, *PARTS.values(), REST]
    return tuple((known.index(name) if name in known else len(known), name) for name in key)


def _table(names: tuple[str, ...], groups: Groups) -> str:
    return "".join(f"{line}\n" for line in _rows(names, groups))


def _rows(names: tuple[str, ...], groups: Groups) -> Iterator[str]:
    yield f"| {' | '.join((*names, *STATUSES, 'all'))} |"
    yield f"| {' | '.join(['---'] * len(names) + ['---:'] * (len(STATUSES) + 1))} |"
    for key, counts in groups.items():
        numbers = [str(counts[status]) for status in STATUSES]
        yield f"| {' | '.join((*key, *numbers, str(counts.total())))} |"


def _file(entry: Entry) -> str:
    return Path(entry.place.rpartition(":")[0]).as_posix()


def _part(entry: Entry) -> str:
    return _file(entry).partition("/")[0]


def _region(entry: Entry) -> str:
    return PARTS.get(entry.country, REST)


if __name__ == "__main__":
    sys.exit(main())

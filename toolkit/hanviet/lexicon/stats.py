"""What a gazetteer holds, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hanviet.errors import GazetteerError
from hanviet.lexicon.check_readings import has_regularity
from hanviet.lexicon.divisions import Divisions, division_tables
from hanviet.lexicon.load import load_entries, read_entry_file
from hanviet.lexicon.model import Entry
from hanviet.patterns.load import load_patterns


@dataclass(frozen=True, slots=True)
class Regularity:
    """How many names are Hán-Việt readings of their characters.

    Attributes:
        regular: Entries whose preferred pair is regular.
        names: Entries with a preferred pair in both languages.
    """

    regular: int
    names: int

    @property
    def share(self) -> float:
        """The regular part, 0 to 1; 0 if there are no names."""
        return self.regular / self.names if self.names else 0.0


@dataclass(frozen=True, slots=True)
class Stats:
    """The numbers of a gazetteer.

    Attributes:
        entries: All entries.
        pairs: All pairs.
        forms: All different forms of all entries.
        patterns: All patterns.
        derived: Rows of derived tables that no entry covers; they count nowhere else.
        by_type: Type to entries, most first; so for the other tables.
        by_country: Country to entries.
        by_status: Status to entries.
        by_source: Source to entries that name it.
        regularity: `PERSON CN` and the like to the regularity of their names.
    """

    entries: int
    pairs: int
    forms: int
    patterns: int
    derived: int
    by_type: dict[str, int]
    by_country: dict[str, int]
    by_status: dict[str, int]
    by_source: dict[str, int]
    regularity: dict[str, Regularity]

    def to_plain(self) -> dict[str, Any]:
        """The same as JSON objects."""
        return {
            "entries": self.entries,
            "pairs": self.pairs,
            "forms": self.forms,
            "patterns": self.patterns,
            "derived": self.derived,
            "type": self.by_type,
            "country": self.by_country,
            "status": self.by_status,
            "source": self.by_source,
            "regularity": {
                name: {"regular": r.regular, "names": r.names, "share": round(r.share, 4)}
                for name, r in self.regularity.items()
            },
        }


def stats(folder: Path) -> Stats:
    """Count what a gazetteer folder holds; what cannot be read is left out.

    Args:
        folder: A folder laid out as docs/gazetteer-format.md says, or a file of entries.

    Returns:
        The numbers. Regularity is as the data declare it; `check` verifies that.

    Raises:
        GazetteerError: There is no such folder, nothing in it can be read, or a derived table is
            malformed.
    """
    entries, problems = (
        read_entry_file(folder, str(folder)) if folder.is_file() else load_entries(folder)
    )
    patterns, more = load_patterns(folder)
    if not entries and not patterns:
        first = next(iter(problems + more), None)
        place = first.place if first else str(folder)
        message = first.message if first else "holds no gazetteer"
        raise GazetteerError(message, place=place, remedy="see `hanviet gazetteer check`")
    derived = Divisions(division_tables(folder), {entry.id: entry for entry in entries})
    return count(entries, patterns=len(patterns), derived=len(derived))


def count(entries: list[Entry], *, patterns: int = 0, derived: int = 0) -> Stats:
    """Count entries.

    >>> count([Entry("org.cn.x", "ORG", "CN", ())]).by_type
    {'ORG': 1}
    """
    sources = (
        source
        for entry in entries
        for source in {*entry.sources, *(s for pair in entry.pairs for s in pair.sources)}
    )
    return Stats(
        entries=len(entries),
        pairs=sum(len(entry.pairs) for entry in entries),
        forms=sum(len({f for pair in e.pairs for f in (*pair.vi, *pair.zh)}) for e in entries),
        patterns=patterns,
        derived=derived,
        by_type=_most_first(Counter(entry.type for entry in entries)),
        by_country=_most_first(Counter(entry.country for entry in entries)),
        by_status=_most_first(Counter(entry.status for entry in entries)),
        by_source=_most_first(Counter(sources)),
        regularity=_regularity(entries),
    )


def _regularity(entries: list[Entry]) -> dict[str, Regularity]:
    names: Counter[str] = Counter()
    regular: Counter[str] = Counter()
    for entry in entries:
        pair = next((p for p in entry.pairs if p.vi and p.zh and not p.avoid), None)
        if pair is not None and has_regularity(entry):
            group = f"{entry.type} {entry.country}"
            names[group] += 1
            regular[group] += not pair.irregular
    return {group: Regularity(regular[group], names[group]) for group in sorted(names)}


def _most_first(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

"""All checks of a gazetteer folder: what docs/gazetteer-format.md demands, each with file:line.

Errors break the gazetteer or its truth. Warnings are drafts that do not hold up yet, and style.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from hanviet.errors import GazetteerError
from hanviet.lexicon.collector import collector_paused
from hanviet.lexicon.load import Problem, load_entries
from hanviet.lexicon.model import Entry
from hanviet.patterns.language import Pattern
from hanviet.patterns.load import load_patterns


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found.

    Attributes:
        problems: Errors first, each kind in the order of the files.
        entries: How many entries could be read.
        patterns: How many patterns could be read.
        derived: How many rows of derived tables no entry covers.
    """

    problems: tuple[Problem, ...]
    entries: int
    patterns: int
    derived: int = 0

    @property
    def errors(self) -> int:
        """The number of errors."""
        return sum(problem.error for problem in self.problems)

    @property
    def warnings(self) -> int:
        """The number of warnings."""
        return len(self.problems) - self.errors


def check(folder: Path) -> list[Problem]:
    """Check a gazetteer folder; see `check_folder`.

    Args:
        folder: A folder laid out as docs/gazetteer-format.md says.

    Returns:
        The complaints, errors first.

    Raises:
        GazetteerError: There is no such folder, or it holds no gazetteer.
    """
    return list(check_folder(folder).problems)


@collector_paused()
def check_folder(folder: Path) -> Checked:
    """Check a gazetteer folder.

    Args:
        folder: A folder laid out as docs/gazetteer-format.md says.

    Returns:
        The complaints and how much was read.

    Raises:
        GazetteerError: There is no such folder, or it holds no gazetteer.
    """
    from hanviet.lexicon.check_divisions import check_divisions, check_vietnam
    from hanviet.lexicon.check_forms import check_forms
    from hanviet.lexicon.check_links import check_links
    from hanviet.lexicon.check_patterns import check_patterns
    from hanviet.lexicon.check_readings import check_readings
    from hanviet.lexicon.check_sources import check_sources

    entries, problems = load_entries(folder)
    patterns, complaints = load_patterns(folder)
    problems += complaints
    if not (entries or patterns or problems):
        raise GazetteerError(
            "holds no gazetteer",
            place=str(folder),
            remedy="give a folder with people, places, organisations, titles or events in it",
        )
    problems += check_ids(entries)
    for part in (check_forms, check_links, check_readings):
        problems += part(entries)
    problems += check_sources(folder, entries)
    problems += check_patterns(entries, patterns)
    derived, complaints = check_divisions(folder, entries)
    problems += complaints
    problems += check_vietnam(folder, entries)
    return Checked(
        tuple(in_order(problems, entries, patterns)), len(entries), len(patterns), derived
    )


def mild(entry: Entry, problem: Problem) -> Problem:
    """Make a complaint about an entry a warning if the entry is a draft.

    >>> draft = Entry("org.cn.x", "ORG", "CN", (), status="draft")
    >>> mild(draft, Problem("x.yaml:1", "is wrong")).error
    False
    """
    return replace(problem, error=False) if entry.status == "draft" else problem


_PREFIXES = {
    "PERSON": ("person",),
    "PLACE": ("place", "country"),
    "ORG": ("org",),
    "EVENT": ("event",),
    "TITLE": ("title",),
}


def check_ids(entries: list[Entry]) -> list[Problem]:
    """Check that ids are unique, fit their entries, and are in order."""
    problems = []
    first: dict[str, Entry] = {}
    previous: Entry | None = None
    for entry in entries:
        if entry.id in first:
            where = first[entry.id].place
            problems.append(
                Problem(entry.place, f"id {entry.id} is used twice, first in {where}", "rename one")
            )
        first.setdefault(entry.id, entry)
        prefix, _, rest = entry.id.partition(".")
        if prefix not in _PREFIXES[entry.type]:
            allowed = " or ".join(_PREFIXES[entry.type])
            problems.append(
                Problem(entry.place, f"id {entry.id} is no id of a {entry.type}",
                        f"begin it with {allowed}")
            )  # fmt: skip
        elif prefix == "country":
            if rest != entry.country.lower():
                problems.append(_other_country(entry))
        elif rest.partition(".")[0] != entry.country.lower():
            problems.append(_other_country(entry))
        if previous is not None and _file(previous) == _file(entry) and entry.id < previous.id:
            problems.append(
                Problem(
                    entry.place,
                    f"{entry.id} stands after {previous.id}",
                    "run `hanviet gazetteer fmt`",
                    error=False,
                )
            )
        previous = entry
    return problems


def _other_country(entry: Entry) -> Problem:
    return Problem(
        entry.place,
        f"id {entry.id} names another country than {entry.country}",
        "correct the one that is wrong",
    )


def _file(entry: Entry) -> str:
    return entry.place.rpartition(":")[0]


def in_order(
    problems: list[Problem], entries: list[Entry], patterns: list[Pattern]
) -> list[Problem]:
    """Errors first; within them by file in the order they were read, then by line."""
    files = [_file(entry) for entry in entries]
    files += [pattern.place.rpartition(":")[0] for pattern in patterns]
    rank = {name: number for number, name in enumerate(dict.fromkeys(files))}

    def order(problem: Problem) -> tuple[bool, int, str, int]:
        name, _, line = problem.place.rpartition(":")
        number = int(line) if line.isdigit() else 0
        return not problem.error, rank.get(name, len(rank)), name, number

    return sorted(dict.fromkeys(problems), key=order)

"""Check whatever a path names: a gazetteer, one of its files, or a user's own entries.

A user's own entries are checked as an overlay is used: together with the shipped gazetteer, whose
entries they may name and replace. Where they come from is for the user to know, so that a missing
source is only a warning.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hanviet.errors import GazetteerError
from hanviet.lexicon.check import Checked, check_folder, check_ids, in_order
from hanviet.lexicon.collector import collector_paused
from hanviet.lexicon.load import ENTRY_FOLDERS, Problem, gazetteer_files, read_entry_file
from hanviet.lexicon.model import Entry
from hanviet.patterns.load import load_patterns


def check_path(path: Path, base: Path, *, overlay: bool = False) -> Checked:
    """Check a gazetteer folder, one of its files, or an overlay.

    Args:
        path: A folder with sources is a gazetteer of its own; a file in such a folder is checked
            with it. Any other folder or file is an overlay.
        base: The gazetteer that overlays lie upon.
        overlay: A folder is an overlay even if it has sources.

    Returns:
        The complaints about what the path names, and how much was read there.

    Raises:
        GazetteerError: There is no such path, or it holds no gazetteer.
    """
    if path.is_dir():
        own = any(path.glob("sources*.yaml")) or path.resolve() == base.resolve()
        return check_folder(path) if own and not overlay else check_overlay(path, base)
    if not path.exists():
        raise GazetteerError(
            "is no gazetteer folder or file", place=str(path), remedy="check the path"
        )
    folder = enclosing_gazetteer(path)
    return check_overlay(path, base) if folder is None else _only(path, folder)


def enclosing_gazetteer(file: Path) -> Path | None:
    """The gazetteer folder that a file is a part of, or None."""
    for folder in file.resolve().parents:
        part = file.resolve().relative_to(folder).parts[0]
        is_part = part in (*ENTRY_FOLDERS, "patterns") or part.startswith("sources")
        if is_part and any(folder.glob("sources*.yaml")):
            return folder
    return None


def _only(file: Path, folder: Path) -> Checked:
    """What the check of a whole folder says of one of its files."""
    label = str(file.resolve().relative_to(folder))
    whole = check_folder(folder)
    problems = tuple(
        replace(problem, place=f"{file}:{problem.place.rpartition(':')[2]}")
        for problem in whole.problems
        if problem.place.rpartition(":")[0] == label
    )
    entries = read_entry_file(file, label)[0] if label.startswith(ENTRY_FOLDERS) else []
    patterns = load_patterns(folder)[0] if label.startswith("patterns") else []
    of_file = [pattern for pattern in patterns if pattern.place.rpartition(":")[0] == label]
    return Checked(problems, len(entries), len(of_file))


@collector_paused()
def check_overlay(path: Path, base: Path) -> Checked:
    """Check a user's own entries beside the gazetteer that they lie upon.

    Args:
        path: A YAML file of entries, or a folder laid out as a gazetteer.
        base: The gazetteer.

    Returns:
        The complaints about the user's own entries and patterns, and how many could be read.

    Raises:
        GazetteerError: The folder holds no gazetteer, or the gazetteer below is damaged.
    """
    from hanviet.lexicon.check_forms import check_forms, check_shared
    from hanviet.lexicon.check_links import check_links
    from hanviet.lexicon.check_patterns import check_patterns
    from hanviet.lexicon.check_readings import check_readings
    from hanviet.lexicon.check_sources import check_named_sources, read_sources
    from hanviet.lexicon.gazetteer import Gazetteer

    entries: list[Entry] = []
    problems: list[Problem] = []
    for file in gazetteer_files(path) if path.is_dir() else [path]:
        found, complaints = read_entry_file(file, str(file))
        entries += found
        problems += complaints
    patterns, complaints = load_patterns(path) if path.is_dir() else ([], [])
    problems += [replace(one, place=str(path / one.place)) for one in complaints]
    patterns = [replace(one, place=str(path / one.place)) for one in patterns]
    if not (entries or patterns or problems) and path.is_dir():
        raise GazetteerError(
            "holds no gazetteer", place=str(path),
            remedy=f"put YAML files into its folders {', '.join(ENTRY_FOLDERS)}",
        )  # fmt: skip
    below = Gazetteer.load(base)
    own = {entry.id for entry in entries}
    together = [entry for entry in below.entries.values() if entry.id not in own] + entries
    problems += check_ids(entries) + check_forms(entries) + check_readings(entries)
    problems += [*check_shared(together), *check_links(together)]
    known = {**read_sources(base)[0], **(read_sources(path)[0] if path.is_dir() else {})}
    named = check_named_sources(entries, known)
    problems += [replace(problem, error=False) for problem in named]
    if patterns:
        problems += check_patterns(together, patterns)
    theirs = {entry.place.rpartition(":")[0] for entry in below.entries.values()}
    mine = [one for one in problems if one.place.rpartition(":")[0] not in theirs]
    shown = [_inside(one, path) for one in in_order(mine, entries, patterns)]
    return Checked(tuple(shown), len(entries), len(patterns))


def _inside(problem: Problem, path: Path) -> Problem:
    """The complaint, placed by the path inside of the folder that was asked about."""
    return replace(problem, place=problem.place.removeprefix(f"{path}/"))

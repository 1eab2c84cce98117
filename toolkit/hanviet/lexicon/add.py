"""Put new entries into the files of a gazetteer: which file, at which line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence as AnySequence
from dataclasses import dataclass
from pathlib import Path

from hanviet.errors import GazetteerError
from hanviet.lexicon.canonical import entry_text
from hanviet.lexicon.check_sources import read_sources
from hanviet.lexicon.draft import completed, read_fields
from hanviet.lexicon.formatting import Rewrite, formatted
from hanviet.lexicon.load import ENTRY_FOLDERS, gazetteer_files, read_entry_file
from hanviet.lexicon.model import Entry
from hanviet.lexicon.strict_yaml import Mapping, Sequence, parse_yaml

_FOLDERS: AnyMapping[str, str] = {
    "PERSON": "people",
    "PLACE": "places",
    "ORG": "organisations",
    "TITLE": "titles",
    "EVENT": "events",
}


@dataclass(frozen=True, slots=True)
class Addition:
    """An entry that is to be added.

    Attributes:
        entry: The entry, complete.
        file: Where it goes.
        text: What is written there.
    """

    entry: Entry
    file: Path
    text: str


def additions(drafts: Iterable[Mapping], path: Path, label: str) -> list[Addition]:
    """Complete drafts and find where they go; nothing is written.

    Args:
        drafts: The fields of the entries, as a file has them; `id` and `status` may be missing.
        path: A gazetteer folder, or the file that they shall go into.
        label: What messages call the place that the drafts come from.

    Returns:
        The entries with their files.

    Raises:
        GazetteerError: A draft breaks the format, names a source that is not there, or has the id
            of another entry.
    """
    folder = _gazetteer_of(path)
    held = _held_entries(folder, path)
    ids = {entry.id: entry.place for entries in held.values() for entry in entries}
    known = read_sources(folder)[0] if folder is not None else None
    found = []
    for draft in drafts:
        fields = completed(draft, label)
        entry = read_fields(fields, label)
        if entry.id in ids:
            raise GazetteerError(
                f"the id {entry.id} is taken", place=ids[entry.id] or label,
                remedy="if it is another thing, give an id with what tells it apart",
            )  # fmt: skip
        _refuse_unknown_sources(entry, known)
        ids[entry.id] = entry.place
        file = right_file(entry, held, folder) if folder == path else path
        found.append(Addition(entry, file, entry_text(fields)))
    return found


def rewrites_with(found: AnySequence[Addition]) -> list[Rewrite]:
    """Give the files with the additions in them, in canonical form.

    Raises:
        GazetteerError: A file cannot be read, or is no list of entries.
    """
    by_file: dict[Path, list[Addition]] = defaultdict(list)
    for addition in found:
        by_file[addition.file].append(addition)
    return [Rewrite(file, _inserted(file, new)) for file, new in sorted(by_file.items())]


def right_file(
    entry: Entry, held: AnyMapping[Path, AnySequence[Entry]], folder: Path | None
) -> Path:
    """Choose the file for an entry: the one that holds most of what is like it.

    Like it are first entries of its type, country and kind with the same `within`, then those
    without it; of several files for a country's people, `-other` takes who has no better one.
    For a country that no file holds, it is the file of its type with the most countries.

    Args:
        entry: The entry.
        held: The files with their entries.
        folder: The gazetteer folder, for a file that is not there yet.

    Returns:
        A file, which may be new: `people/fr.yaml`.
    """
    of_type = {
        file: same
        for file, entries in held.items()
        if (same := [one for one in entries if one.type == entry.type])
    }
    scores = {file: _likeness(entry, file, same) for file, same in of_type.items()}
    best = max(sorted(scores), key=lambda file: scores[file], default=None)
    if best is not None and any(scores[best]):
        return best
    widest = max(sorted(of_type), key=lambda file: _countries(of_type[file]), default=None)
    if widest is not None and _countries(of_type[widest]) > 1:
        return widest
    root = folder if folder is not None else Path()
    return root / _FOLDERS[entry.type] / f"{entry.country.lower()}.yaml"


def _likeness(entry: Entry, file: Path, same: AnySequence[Entry]) -> tuple[int, bool, int, int]:
    count: Counter[str] = Counter()
    for one in same:
        if one.country != entry.country:
            continue
        count["country"] += 1
        if one.kind == entry.kind:
            count["kind"] += 1
            count["within"] += bool(entry.within) and one.within == entry.within
    other = bool(count["kind"]) and file.stem.endswith("-other")
    return count["within"], other, count["kind"], count["country"]


def _countries(entries: Iterable[Entry]) -> int:
    return len({entry.country for entry in entries})


def _gazetteer_of(path: Path) -> Path | None:
    """The gazetteer folder that a path is or lies in; None for a file of one's own."""
    if path.is_dir():
        return path
    if path.suffix != ".yaml":
        raise GazetteerError(
            "is no gazetteer folder", place=str(path), remedy="give one, or a .yaml file"
        )
    for parent in path.parents:
        if parent.name in ENTRY_FOLDERS and any(parent.parent.glob("sources*.yaml")):
            return parent.parent
    return None


def _held_entries(folder: Path | None, path: Path) -> dict[Path, list[Entry]]:
    files = gazetteer_files(folder) if folder is not None else [path] if path.exists() else []
    held = {}
    for file in files:
        entries, problems = read_entry_file(file, str(file))
        if problems:
            first = problems[0]
            raise GazetteerError(first.message, place=first.place, remedy=first.remedy)
        held[file] = entries
    return held


def _refuse_unknown_sources(entry: Entry, known: AnyMapping[str, str] | None) -> None:
    if known is None:
        return
    named = dict.fromkeys([*entry.sources, *(s for pair in entry.pairs for s in pair.sources)])
    missing = [source for source in named if source not in known]
    if missing:
        raise GazetteerError(
            f"source {missing[0]} is not in sources.yaml", place=entry.id, remedy="add it there"
        )


def _inserted(file: Path, new: AnySequence[Addition]) -> str:
    """The text of a file with entries in their places; comments stay with what they are about."""
    data = file.read_bytes() if file.exists() else b""
    for addition in new:
        data = _with_entry(data, addition, str(file))
    return formatted(data, str(file))


def _with_entry(data: bytes, addition: Addition, label: str) -> bytes:
    value = parse_yaml(data, label)
    lines = data.decode("utf-8-sig").splitlines()
    following = len(lines) + 1
    if value is not None and not isinstance(value, Sequence):
        raise GazetteerError("is no list of entries", place=f"{label}:1")
    for item in value or ():
        if isinstance(item, Mapping) and str(item.get("id")) > addition.entry.id:
            following = min(following, item.line)
    at = following - 1
    while at and lines[at - 1].lstrip().startswith("#"):
        at -= 1
    return "\n".join([*lines[:at], addition.text.rstrip("\n"), *lines[at:], ""]).encode()

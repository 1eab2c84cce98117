"""Compile a gazetteer: fill in what is derived, and keep the result in a cache.

Derived are the traditional form and the pinyin of every printed Chinese form, and the keys by
which pinyin finds it. The cache is JSON, keyed by the content of the data and of the code that
derives from it: a cache file cannot run code, and is never trusted when its inputs changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from hanviet.errors import GazetteerError
from hanviet.lexicon.cache import Compiled, read_cache, write_cache
from hanviet.lexicon.collector import collector_paused
from hanviet.lexicon.divisions import division_tables
from hanviet.lexicon.load import Problem, gazetteer_files, load_entries, read_entry_file
from hanviet.lexicon.model import Entry
from hanviet.lexicon.vietnam_divisions import namesakes, read_districts
from hanviet.patterns.language import Pattern
from hanviet.patterns.load import load_patterns

_CODE_FOLDERS = ("lexicon", "patterns", "orthography")
_PACKAGE = Path(__file__).resolve().parent.parent


def compiled(folders: Iterable[Path], cache: Path | None) -> Compiled:
    """Compile the gazetteer in `folders`; later ones overlay earlier ones by id.

    Args:
        folders: Gazetteer folders, or single YAML files of entries (a user's overlay).
        cache: Where to keep the result, or None. An unwritable folder is no error.

    Raises:
        GazetteerError: The first error in the data, with file:line, and how many there are.
    """
    paths = list(folders)
    version = _digest(paths)
    tables = tuple(table for path in paths for table in division_tables(path))
    stored = cache / f"gazetteer-{version}.json" if cache is not None else None
    with collector_paused():
        result = read_cache(stored, version) if stored is not None else None
        if result is None:
            result = _compile(paths, version)
            if stored is not None:
                write_cache(stored, result)
    return replace(result, tables=tables, folders=tuple(paths))


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    files = [path for root in paths for path in _inputs(root)]
    files += [path for name in _CODE_FOLDERS for path in sorted((_PACKAGE / name).glob("*.py"))]
    for path in files:
        digest.update(str(path.name).encode())
        try:
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        except OSError as error:
            raise GazetteerError(
                f"cannot be read: {error.strerror or error}", place=str(path)
            ) from None
    return digest.hexdigest()[:12]


def _inputs(root: Path) -> list[Path]:
    if root.is_dir():
        tables = (root / "readings").glob("*.yaml")
        derived = (root / "derived").glob("*.tsv")
        patterns = (root / "patterns").rglob("*.yaml")
        return [*gazetteer_files(root), *sorted(patterns), *sorted(tables), *sorted(derived)]
    return [root]


def _compile(paths: list[Path], version: str) -> Compiled:
    entries: dict[str, Entry] = {}
    patterns: dict[str, Pattern] = {}
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir():
            found, complaints = load_entries(path)
            composed, more = load_patterns(path)
            patterns.update((pattern.id, pattern) for pattern in composed)
            complaints += more
        else:
            found, complaints = read_entry_file(path, str(path))
        problems += complaints
        entries.update((entry.id, entry) for entry in found)
    for path in paths:
        entries.update((one.id, one) for one in namesakes(read_districts(path), entries))
    errors = [problem for problem in problems if problem.error]
    if errors:
        first, more_errors = errors[0], len(errors) - 1
        tail = f"; {more_errors} more errors, see `hanviet gazetteer check`" if more_errors else ""
        raise GazetteerError(first.message + tail, place=first.place, remedy=first.remedy)
    keys: dict[str, str] = {}
    complete = tuple(_complete(entries[id_], keys) for id_ in sorted(entries))
    return Compiled(complete, tuple(patterns[id_] for id_ in sorted(patterns)), keys, version)


def _complete(entry: Entry, keys: dict[str, str]) -> Entry:
    from hanviet.orthography.pinyin import pinyin, pinyin_syllables
    from hanviet.orthography.traditional import to_traditional

    pairs = []
    for pair in entry.pairs:
        if pair.pinyin and pair.zh:
            keys[pair.zh[0]] = _typed_key(pair.pinyin) or keys.get(pair.zh[0], "")
        for form in pair.zh:
            if not keys.get(form):
                keys[form] = " ".join(pinyin_syllables(form, kind=entry.type))
        if pair.zh:
            first = pair.zh[0]
            hant = pair.hant or to_traditional(first, person=entry.type == "PERSON")
            pair = replace(pair, hant=hant, pinyin=pair.pinyin or pinyin(first, kind=entry.type))
        pairs.append(pair)
    return replace(entry, pairs=tuple(pairs))


def _typed_key(pinyin: str) -> str:
    """The syllables of pinyin that an entry gives, as keys have them: `jia3 ping2 wa1`."""
    from hanviet.orthography.pinyin_input import parse_pinyin

    readings = parse_pinyin(pinyin)
    if not readings:
        return ""  # letters or digits stand in it
    best = readings[0]
    return " ".join(f"{s}{tone or 5}" for s, tone in zip(best.syllables, best.tones, strict=True))

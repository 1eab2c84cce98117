"""The gazetteer that callers hold: entries and patterns, with the indexes built when first used."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from hanviet.data import data_path
from hanviet.lexicon.cache import Compiled
from hanviet.lexicon.compile import compiled
from hanviet.lexicon.divisions import Divisions
from hanviet.lexicon.model import Entry
from hanviet.lexicon.vietnam_divisions import communes_by_name
from hanviet.orthography.vietnamese import Fold, key
from hanviet.patterns.language import Pattern

if TYPE_CHECKING:
    from hanviet.linking.match import Match
    from hanviet.mentions.index import NameIndex
    from hanviet.mentions.names import EntryName
    from hanviet.mentions.unmarked import UnmarkedIndex


class Gazetteer:
    """Curated names in both languages.

    Use `Gazetteer.load`. Instances are read-only; the indexes are built once, when first used.

    Attributes:
        entries: Entry id to entry; without the rows of derived tables, see `divisions`.
        patterns: Every pattern.
        version: A digest of the data, 12 hexadecimal digits.
    """

    def __init__(self, data: Compiled) -> None:
        self.entries: dict[str, Entry] = {entry.id: entry for entry in data.entries}
        self.patterns: tuple[Pattern, ...] = data.patterns
        self.version = data.version
        self._pinyin_keys = data.pinyin_keys
        self._tables = data.tables
        self._folders = data.folders

    @classmethod
    def load(
        cls,
        folder: str | Path | None = None,
        *,
        overlay: str | Path | Iterable[str | Path] | None = None,
        cache: bool = True,
    ) -> Gazetteer:
        """Load a gazetteer.

        Args:
            folder: A gazetteer folder; the shipped one if not given.
            overlay: Folders or YAML files of the user's own entries, which win by id.
            cache: Keep the compiled gazetteer in the user's cache folder.

        Returns:
            The gazetteer.

        Raises:
            GazetteerError: The data break a rule; with file:line.
        """
        root = Path(folder) if folder is not None else data_path()
        layers = [overlay] if isinstance(overlay, str | Path) else list(overlay or ())
        return cls(
            compiled([root, *(Path(layer) for layer in layers)], cache_folder() if cache else None)
        )

    def without(self, types: Iterable[str]) -> Gazetteer:
        """The same gazetteer without the entries of some types, `PLACE` with the derived tables.

        So it can be measured how names are found and aligned that no list holds.

        Args:
            types: Such as `PERSON`.

        Returns:
            Another gazetteer; this one stays as it is.
        """
        left_out = frozenset(types)
        kept = (entry for entry in self.entries.values() if entry.type not in left_out)
        version = "-".join([self.version, "without", *sorted(left_out)])
        tables = () if "PLACE" in left_out else self._tables
        return Gazetteer(Compiled(tuple(kept), self.patterns, self._pinyin_keys, version, tables))

    def lookup(self, text: str, *, date: str = "") -> list[Match]:
        """Find entries and composed names by any form in any script; best first.

        Args:
            text: A name.
            date: The date of its use, ISO, or empty.

        Returns:
            Matches with evidence; none if nothing fits.
        """
        from hanviet.linking.lookup import lookup

        return lookup(self, text, date=date)

    def of_kind(self, kind: str) -> tuple[Entry, ...]:
        """The entries of a kind, in the order of their ids."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Entry, ...]]:
        kinds: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            kinds[entry.kind].append(entry)
        return {kind: tuple(entries) for kind, entries in kinds.items()}

    @cached_property
    def divisions(self) -> Divisions:
        """Chinese counties and townships that no entry covers, from the derived tables."""
        return Divisions(self._tables, self.entries)

    @cached_property
    def communes(self) -> dict[str, frozenset[str]]:
        """Names of communes of Việt Nam, as `Fold.SPELLING` keys, to ids of their provinces."""
        return communes_by_name(self._folders)

    @cached_property
    def index(self) -> NameIndex:
        """The automaton over every form."""
        from hanviet.mentions.index import build_index

        return build_index(self.entries.values(), self.patterns)

    @cached_property
    def unmarked_index(self) -> UnmarkedIndex:
        """The automaton over names without their marks."""
        from hanviet.mentions.unmarked import build_unmarked_index

        return build_unmarked_index(list(self.entries.values()))

    @cached_property
    def forms(self) -> FormTable:
        """The forms by key, for looking one name up."""
        return FormTable(self.entries.values(), self._pinyin_keys)


class FormTable:
    """Forms of entries by the keys under which a name may be typed.

    Attributes:
        spelling: Vietnamese key at `Fold.SPELLING`, or the Chinese form, to names.
        unmarked: Vietnamese key at `Fold.UNMARKED` to names.
        pinyin: Toned pinyin syllables joined by spaces to names.
        toneless: Pinyin letters without tones or spaces to names.
    """

    def __init__(self, entries: Iterable[Entry], pinyin_keys: dict[str, str]) -> None:
        from hanviet.mentions.names import EntryName

        self.spelling: dict[str, list[EntryName]] = defaultdict(list)
        self.unmarked: dict[str, list[EntryName]] = defaultdict(list)
        self.pinyin: dict[str, list[EntryName]] = defaultdict(list)
        self.toneless: dict[str, list[EntryName]] = defaultdict(list)
        for entry in entries:
            for number, pair in enumerate(entry.pairs):
                for form in pair.vi:
                    name = EntryName(entry, number, form, "vi")
                    self.spelling[key(form, Fold.SPELLING)].append(name)
                    self.unmarked[key(form, Fold.UNMARKED)].append(name)
                for form in pair.zh:
                    name = EntryName(entry, number, form, "zh")
                    self.spelling[key(form, Fold.SPELLING)].append(name)
                    syllables = pinyin_keys.get(form, "")
                    if syllables and entry.type in ("PERSON", "PLACE"):
                        self.pinyin[syllables].append(name)
                        letters = "".join(char for char in syllables if char.isalpha())
                        self.toneless[letters].append(name)


def cache_folder() -> Path | None:
    """The user's cache folder for hanviet, or None where there is none."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "hanviet"
    except RuntimeError:
        return None

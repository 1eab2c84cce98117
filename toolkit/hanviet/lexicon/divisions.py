"""The derived tables of Chinese divisions: counties and townships that no entry covers.

`derived/divisions-*.tsv` are built by `gazetteer/scripts/build_divisions.py`. They are read when
something asks for them, and a row becomes an entry, of status `derived`, when it is asked for: most
documents name none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from hanviet.errors import GazetteerError
from hanviet.lexicon.model import Entry, Pair

PATTERN = "divisions-*.tsv"
"""The tables in a gazetteer's folder `derived`; counties come before townships."""

_SEPARATOR = ";"


class Division(NamedTuple):
    """A row of a table.

    Attributes:
        id: `place.cn.` and the official code of the division.
        kind: `county` or `township`.
        vi: Vietnamese form; with its generic part where it is nothing without.
        zh: Chinese form with its generic part, simplified.
        hant: The same in traditional script.
        pinyin: Its pinyin.
        syllables: Its toned syllables joined by spaces (`huo4 cheng2 xian4`).
        vi_short: Vietnamese form without the peoples of an autonomous division, or empty.
        zh_short: Shorter Chinese forms, joined by `;`, the one that goes with `vi_short` first.
        pinyin_short: The pinyin of the first of them where `vi_short` is given, or empty.
        within: Id of the place that holds it: a curated entry, or a row above.
        source: Id in sources.yaml.
    """

    id: str
    kind: str
    vi: str
    zh: str
    hant: str
    pinyin: str
    syllables: str
    vi_short: str
    zh_short: str
    pinyin_short: str
    within: str
    source: str


COLUMNS = (
    "id", "kind", "vi", "zh_hans", "zh_hant", "pinyin", "syllables",
    "vi_short", "zh_short", "pinyin_short", "within", "source",
)  # fmt: skip
"""The columns of the tables, in the order of `Division`."""

_KINDS = ("county", "township")
_REQUIRED = ("id", "kind", "vi", "zh", "hant", "pinyin", "syllables", "within", "source")


def division_tables(folder: Path) -> tuple[Path, ...]:
    """The tables of a gazetteer folder, in a fixed order; none in a single file."""
    return tuple(sorted((folder / "derived").glob(PATTERN)))


def read_divisions(path: Path) -> list[Division]:
    """Read one table.

    Raises:
        GazetteerError: It cannot be read, or a row is malformed; with file:line.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"cannot be read: {error}", place=str(path)) from None
    if tuple(lines[0].split("\t")) != COLUMNS:
        raise _malformed(path, 1, f"has not the columns {', '.join(COLUMNS)}")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if not line:
            continue
        cells = line.split("\t")
        if len(cells) != len(COLUMNS):
            raise _malformed(path, number, f"has {len(cells)} cells, not {len(COLUMNS)}")
        row = Division(*cells)
        if row.kind not in _KINDS:
            raise _malformed(path, number, f"kind {row.kind!r} is none of {', '.join(_KINDS)}")
        for name in _REQUIRED:
            if not getattr(row, name):
                raise _malformed(path, number, f"has no {name}")
        rows.append(row)
    return rows


def _malformed(path: Path, line: int, message: str) -> GazetteerError:
    remedy = "rebuild it with gazetteer/scripts/build_divisions.py"
    return GazetteerError(message, place=f"{path}:{line}", remedy=remedy)


class Divisions:
    """The rows that no curated entry covers.

    A row is covered by a county or township of the same full name in the same place: then the
    row gives way, and what lies in it lies in that entry.

    Attributes:
        rows: The rows, in the order of the tables.
    """

    def __init__(self, paths: Iterable[Path], curated: Mapping[str, Entry]) -> None:
        """Read the tables.

        Args:
            paths: The tables, counties first.
            curated: The curated entries by id.

        Raises:
            GazetteerError: A table is malformed.
        """
        self._curated = curated
        covering: dict[str, list[Entry]] = defaultdict(list)
        for entry in curated.values():
            if entry.country == "CN" and entry.type == "PLACE" and entry.kind in (*_KINDS, "city"):
                for pair in entry.pairs:
                    for form in pair.zh:
                        covering[form].append(entry)
        instead: dict[str, str] = {}
        self.rows: list[Division] = []
        self._by_id: dict[str, int] = {}
        for path in paths:
            for row in read_divisions(path):
                if row.within in instead:
                    row = row._replace(within=instead[row.within])
                same = self._covered(row, covering.get(row.zh, ()))
                if same is not None:
                    instead[row.id] = same.id
                    continue
                self._by_id[row.id] = len(self.rows)
                self.rows.append(row)
        self._entries: dict[int, Entry] = {}

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def _covered(self, row: Division, entries: Sequence[Entry]) -> Entry | None:
        if not entries:
            return None
        above = set(self._above(row.within))
        return next(
            (one for one in entries if one.within in above or row.within in self._above(one.id)),
            None,
        )

    def _above(self, id_: str) -> Iterator[str]:
        """An id and those of the places that hold it, from the inside out."""
        seen: set[str] = set()
        while id_ and id_ not in seen:
            seen.add(id_)
            yield id_
            number = self._by_id.get(id_)
            entry = self._curated.get(id_)
            id_ = self.rows[number].within if number is not None else entry.within if entry else ""

    def holders(self, number: int) -> tuple[str, ...]:
        """The ids of the places that hold a row, from the inside out, without the country."""
        above = self._above(self.rows[number].within)
        return tuple(id_ for id_ in above if not id_.startswith("country."))

    @cached_property
    def by_full_name(self) -> dict[str, tuple[int, ...]]:
        """Chinese form with its generic part to the rows of that name."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(self.rows):
            found[row.zh].append(number)
        return {form: tuple(numbers) for form, numbers in found.items()}

    def entry(self, number: int) -> Entry:
        """A row as an entry, the same one each time."""
        entry = self._entries.get(number)
        if entry is None:
            entry = self._entries[number] = _as_entry(self.rows[number])
        return entry

    def entries(self) -> Iterator[Entry]:
        """Every row as an entry."""
        return map(self.entry, range(len(self.rows)))

    def forms(self) -> Iterator[tuple[int, int, str, str]]:
        """Every form: number of the row, number of the pair in its entry, language, text."""
        for number, row in enumerate(self.rows):
            last = 1 if row.vi_short and row.zh_short else 0
            yield number, 0, "vi", row.vi
            yield number, 0, "zh", row.zh
            if last:
                yield number, 1, "vi", row.vi_short
            for form in _short_forms(row):
                yield number, last, "zh", form

    def pinyin(self) -> dict[str, str]:
        """Chinese form to its toned syllables joined by spaces."""
        found = {}
        for row in self.rows:
            found[row.zh] = row.syllables
            syllables = row.syllables.split(" ")
            for form in _short_forms(row):
                core = len(form) if row.zh.startswith(form) else len(form) - 1
                tail = syllables[core - len(form) :] if core < len(form) else []
                found[form] = " ".join(syllables[:core] + tail)
        return found


def _short_forms(row: Division) -> tuple[str, ...]:
    return tuple(row.zh_short.split(_SEPARATOR)) if row.zh_short else ()


def _as_entry(row: Division) -> Entry:
    sources = (row.source,)
    short = _short_forms(row)
    full = Pair(
        vi=(row.vi,),
        zh=(row.zh,) if row.vi_short and short else (row.zh, *short),
        hant=row.hant,
        pinyin=row.pinyin,
        use="official" if row.vi_short else "",
        status="derived",
        sources=sources,
    )
    pairs = [full]
    if row.vi_short and short:
        # 青龙县 of 青龙满族自治县: the name and the last character.
        size = len(short[0]) - (not row.zh.startswith(short[0]))
        pairs.append(
            Pair(
                vi=(row.vi_short,),
                zh=short,
                hant=row.hant[:size] + row.hant[size - len(short[0]) :] * (size < len(short[0])),
                pinyin=row.pinyin_short,
                status="derived",
                sources=sources,
            )
        )
    return Entry(
        id=row.id,
        type="PLACE",
        country="CN",
        pairs=tuple(pairs),
        kind=row.kind,
        within=row.within,
        status="derived",
        sources=sources,
    )

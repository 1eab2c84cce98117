"""The derived tables of Vietnamese divisions: names that must not pass for Chinese ones.

`Tiền Hải` is 前海 in Shenzhen and a district of Thái Bình; `Lạc Dương` is 洛阳 and a district of
Lâm Đồng. `derived/vietnam-districts.tsv` and `vietnam-communes.tsv`, built by
`gazetteer/scripts/build_vietnam_divisions.py`, hold the Vietnamese names alone: no Chinese form is
known for most of them, and none is made up. A district becomes an entry, of status `derived` and
without a Chinese form, where a place of another country or province has its name and no curated
place of its own province has; a commune is never more than a reason to doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from hanviet.errors import GazetteerError
from hanviet.lexicon.model import Entry, Pair
from hanviet.orthography.vietnamese import Fold, key

DISTRICTS, COMMUNES = "vietnam-districts.tsv", "vietnam-communes.tsv"
"""The tables in a gazetteer's folder `derived`."""

_KINDS = ("county", "city")
_SEPARATOR = ";"
_HEAD = re.compile("^(?:Huyện|Quận|Thị xã|Thành phố) ")
"""Head words with which entries write names that are words without."""


class District(NamedTuple):
    """A district of Việt Nam as it was until 30 June 2025, when the level was abolished.

    Attributes:
        id: `place.vn.` and the official code of the district.
        kind: `county`, or `city` for a city under a province.
        vi: Its name without its head word.
        within: Id of the province that held it.
        until: Its last day.
        source: Id in sources.yaml.
    """

    id: str
    kind: str
    vi: str
    within: str
    until: str
    source: str


class Commune(NamedTuple):
    """A name of communes, wards and towns.

    Attributes:
        vi: The name without a head word.
        within: Ids of the provinces that hold or held one of that name, joined by `;`.
    """

    vi: str
    within: str


def read_districts(folder: Path) -> list[District]:
    """Read the districts of a gazetteer folder; none where it has no table.

    Raises:
        GazetteerError: The table cannot be read, or a row is malformed; with file:line.
    """
    path = folder / "derived" / DISTRICTS
    rows = [District(*cells) for _, cells in _rows(path, District._fields)]
    for number, row in enumerate(rows, 2):
        if row.kind not in _KINDS:
            raise _malformed(path, number, f"kind {row.kind!r} is none of {', '.join(_KINDS)}")
    return rows


def read_communes(folder: Path) -> list[Commune]:
    """Read the names of communes of a gazetteer folder; none where it has no table.

    Raises:
        GazetteerError: The table cannot be read, or a row is malformed; with file:line.
    """
    path = folder / "derived" / COMMUNES
    return [Commune(*cells) for _, cells in _rows(path, Commune._fields)]


def namesakes(districts: Iterable[District], entries: Mapping[str, Entry]) -> list[Entry]:
    """Give the districts of which a curated place of another country or province has the name.

    None where an entry of its own province has it, which is then the district itself, or where a
    disputed place has it.

    Args:
        districts: The rows of the table.
        entries: The curated entries by id.

    Returns:
        The districts as entries.
    """
    taken: set[str] = set()
    covered: set[tuple[str, str]] = set()
    for entry in entries.values():
        if entry.type != "PLACE":
            continue
        forms = [form for pair in entry.pairs for form in pair.vi]
        names = {key(form, Fold.SPELLING) for form in forms}
        if entry.country == "INT":
            covered.update((name, "") for name in names)
        elif entry.country == "VN":
            bare = {key(_HEAD.sub("", form), Fold.SPELLING) for form in forms}
            covered.update((name, holder) for name in bare for holder in (entry.id, entry.within))
        if entry.country != "VN" or entry.kind in _KINDS:
            taken.update(names)
    found = []
    for row in districts:
        name = key(row.vi, Fold.SPELLING)
        if name in taken and covered.isdisjoint({(name, ""), (name, row.within)}):
            found.append(_as_entry(row))
    return [entry for entry in found if entry.id not in entries]


def communes_by_name(folders: Iterable[Path]) -> dict[str, frozenset[str]]:
    """The names of communes, as `Fold.SPELLING` keys, to the ids of their provinces."""
    return {
        key(row.vi, Fold.SPELLING): frozenset(row.within.split(_SEPARATOR))
        for folder in folders
        for row in read_communes(folder)
    }


def _as_entry(row: District) -> Entry:
    sources = (row.source,)
    return Entry(
        id=row.id,
        type="PLACE",
        country="VN",
        pairs=(Pair(vi=(row.vi,), status="derived", sources=sources),),
        kind=row.kind,
        within=row.within,
        status="derived",
        sources=sources,
        until=row.until,
    )


def _rows(path: Path, columns: tuple[str, ...]) -> list[tuple[int, list[str]]]:
    """The rows of a table with the numbers of their lines; none where there is no table."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"cannot be read: {error}", place=str(path)) from None
    if tuple(lines[0].split("\t")) != columns:
        raise _malformed(path, 1, f"has not the columns {', '.join(columns)}")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if not line:
            continue
        cells = line.split("\t")
        if len(cells) != len(columns) or not all(cells):
            raise _malformed(path, number, f"has not {len(columns)} filled cells")
        rows.append((number, cells))
    return rows


def _malformed(path: Path, line: int, message: str) -> GazetteerError:
    remedy = "rebuild it with gazetteer/scripts/build_vietnam_divisions.py"
    return GazetteerError(message, place=f"{path}:{line}", remedy=remedy)

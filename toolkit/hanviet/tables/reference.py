"""What the names of a table are looked up in."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from hanviet import __version__
from hanviet.linking.closed import ReferenceTable, Row
from hanviet.linking.finders import Finder, GazetteerFinder, TableFinder
from hanviet.linking.reconcile import check_column
from hanviet.linking.said import type_of
from hanviet.tables.header import actual_name
from hanviet.tables.source import open_source


@dataclass(frozen=True, slots=True)
class Reference:
    """The gazetteer, or a table of the user's.

    Args:
        table: The table; None for the gazetteer.
        vi: Its column of Vietnamese names, or empty.
        zh: Its column of Chinese names, or empty.
        id: Its column of ids; empty for row numbers.
        type: Its column of entity types, or empty.
        overlay: The user's own entries beside those of the gazetteer.
        date: The date of the names' use, ISO, or empty.
    """

    table: Path | None = None
    vi: str = ""
    zh: str = ""
    id: str = ""
    type: str = ""
    overlay: tuple[Path, ...] = ()
    date: str = ""

    @property
    def name(self) -> str:
        """What decisions call it: ids of one table say nothing in another."""
        return "gazetteer" if self.table is None else self.table.name

    def finder(self) -> tuple[Finder, list[str]]:
        """What looks names up in it, and remarks on it.

        Raises:
            InputError: The table cannot be read, or lacks a column.
        """
        if self.table is None:
            finder = GazetteerFinder(overlay=self.overlay, date=self.date)
            finder.loaded()
            return finder, []
        wanted = [name for name in (self.vi, self.zh, self.id, self.type) if name]
        source = open_source(self.table, wanted=wanted)
        at = {}
        for name in wanted:
            actual = actual_name(name, source.header)
            check_column(source.header, actual, source.place)
            at[name] = source.header.index(actual)
        rows, types = [], {}
        for number, row in enumerate(source.rows(), 1):
            id_ = row[at[self.id]] if self.id else str(number)
            vi, zh = (row[at[name]] if name else "" for name in (self.vi, self.zh))
            rows.append(Row(id_, vi, zh))
            if self.type and (type_ := type_of(row[at[self.type]])):
                types[id_] = type_
        remarks = [f"{source.place}: {remark}" for remark in source.remarks]
        return TableFinder(ReferenceTable.of(rows), types), remarks

    def version(self) -> dict[str, object]:
        """What answers depend on: the data and how they are read."""
        what: dict[str, object] = {"hanviet": __version__}
        if self.table is None:
            from hanviet.lexicon.gazetteer import Gazetteer

            data = Gazetteer.load(overlay=self.overlay).version
            return {**what, "data": f"gazetteer {data}", "date": self.date}
        digest = blake2b(self.table.read_bytes(), digest_size=6).hexdigest()
        columns = [self.vi, self.zh, self.id, self.type]
        return {**what, "data": f"{self.table.name} {digest}", "columns": columns}

"""Which columns of a table hold names, and which say something about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from hanviet.errors import InputError, UsageError
from hanviet.linking.reconcile import CANDIDATES_COLUMN, COLUMNS, check_column
from hanviet.linking.said import Query, Said, country_said, type_of
from hanviet.tables.header import actual_name
from hanviet.tables.repair import find_repair, repaired, repaired_cell
from hanviet.tables.source import Row, Source

SAMPLED_ROWS = 2000
"""Rows by which text of legacy fonts in a workbook is told."""

Reader = Callable[[Row], tuple[Query, ...]]
"""Makes of a row one query for each column of names."""

Mender = Callable[[str], str]
"""Mends a cell."""


def repaired_or_same(text: str) -> str:
    """A cell, repaired if it is beyond doubt UTF-8 read as cp1252."""
    return repaired_cell(text) or text


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table that matter; empty where there is none.

    Args:
        names: Columns of names.
        type: Column of entity types.
        country: Column of countries.
        role: Column of posts.
        other: Column of the names in the other language.
    """

    names: tuple[str, ...]
    type: str = ""
    country: str = ""
    role: str = ""
    other: str = ""

    @property
    def wanted(self) -> tuple[str, ...]:
        """All of them."""
        beside = (self.type, self.country, self.role, self.other)
        return tuple(dict.fromkeys((*self.names, *(name for name in beside if name))))

    def found_in(self, header: Sequence[str]) -> Columns:
        """The same with the names that a table has for them, if only spaces or case differ."""
        return Columns(
            tuple(actual_name(name, header) for name in self.names),
            *(
                actual_name(name, header)
                for name in (self.type, self.country, self.role, self.other)
            ),
        )

    def check(self, header: Sequence[str], place: str, top: int) -> None:
        """Raise if a table lacks a column, or has one already that would be added.

        Args:
            header: The names of its columns.
            place: What messages call it.
            top: Candidates that are written.

        Raises:
            UsageError: The columns make no sense together.
            InputError: The table does not fit.
        """
        if not self.names:
            raise UsageError("which column holds the names is not said", remedy="name it as column")
        if self.other and len(self.names) > 1:
            raise UsageError("--zh-column needs a single --column")
        if len(set(self.names)) < len(self.names):
            raise UsageError("a --column is given twice")
        for name in self.wanted:
            check_column(header, name, place)
        taken = [name for name in added_names(self.names, top) if name in header]
        if taken:
            raise InputError(
                f"has the columns {', '.join(taken)} already",
                place=place,
                remedy="rename or drop them",
            )

    def reader(self, header: Sequence[str], mend: Mender = repaired_or_same) -> Reader:
        """What makes queries of rows.

        Args:
            header: The names of the columns of the table.
            mend: Mends cells that were read wrongly, for looking them up; the table keeps them.
        """
        at = {name: list(header).index(name) for name in self.wanted}

        def cell(row: Row, name: str) -> str:
            return mend(row[at[name]]) if name else ""

        def queries(row: Row) -> tuple[Query, ...]:
            said = Said(
                type_of(cell(row, self.type)) if self.type else "",
                country_said(cell(row, self.country)) if self.country else "",
                cell(row, self.role).strip(),
                cell(row, self.other).strip(),
            )
            return tuple(Query(cell(row, name), said) for name in self.names)

        return queries

    def mender(self, source: Source) -> tuple[Mender, list[str]]:
        """What mends the names of a table, and a remark if all were read wrongly.

        Workbooks keep text of legacy fonts, which looks right in them and nowhere else. The text of
        a delimited file has been repaired as a whole.
        """
        found = None
        if source.kind != "delimited":
            places = [source.header.index(name) for name in (*self.names, self.other) if name]
            sample = islice(source.rows(), SAMPLED_ROWS)
            found = find_repair("\n".join(row[place] for row in sample for place in places))
        if found is None:
            return repaired_or_same, []
        read_as, encoding = found
        remark = (
            f"its names look like {encoding} read as {read_as}, a guess; they are looked up as "
            "that, and left as they are"
        )
        return (lambda text: repaired(text, read_as, encoding) or text), [remark]


def added_names(names: Sequence[str], top: int) -> list[str]:
    """The names of the columns that are added: with that of their column, if there are several.

    >>> added_names(["a", "b"], 0)[0], added_names(["a"], 0)[0]
    ('a_hanviet_id', 'hanviet_id')
    """
    columns = [*COLUMNS, *([CANDIDATES_COLUMN] if top else [])]
    if len(names) == 1:
        return columns
    return [f"{name}_{column}" for name in names for column in columns]

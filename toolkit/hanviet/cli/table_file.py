"""Read a whole table at once, as reference tables are, and write one like it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from hanviet.tables.delimited import DELIMITERS
from hanviet.tables.sinks import line_writer
from hanviet.tables.source import open_source

__all__ = ["DELIMITERS", "Table", "read_table", "write_table"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of strings.

    Args:
        header: The names of the columns, as they stand.
        rows: The rows, each as long as the header.
        delimiter: What parts its cells.
        newline: What ends its lines.
        remarks: What was odd about the file, one line each, for stderr.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    delimiter: str
    newline: str
    remarks: tuple[str, ...] = ()

    def column(self, name: str) -> list[str]:
        """The cells of a column that is there once."""
        place = self.header.index(name)
        return [row[place] for row in self.rows]


def read_table(
    path: Path,
    *,
    encoding: str = "",
    delimiter: str = "",
    sheet: str = "",
    wanted: Sequence[str] = (),
) -> Table:
    """Read a table: delimited text, a workbook, or JSON lines.

    Args:
        path: The file; `-` for standard input.
        encoding: Its encoding; empty to find out.
        delimiter: One of the values of `DELIMITERS`; empty to find out.
        sheet: Name or number of a workbook's sheet; empty for the first.
        wanted: Columns that it should have: they help to find the delimiter.

    Returns:
        The table. Rows that are too short are filled up, rows that are too long get columns of
        their own; both are among the remarks.

    Raises:
        InputError: The file cannot be read, is empty, or is no table of text.
    """
    source = open_source(path, encoding=encoding, delimiter=delimiter, sheet=sheet, wanted=wanted)
    return Table(
        source.header,
        tuple(source.rows()),
        getattr(source, "delimiter", ","),
        getattr(source, "newline", "\n"),
        tuple(f"{source.place}: {remark}" for remark in source.remarks),
    )


def write_table(
    stream: IO[str], header: Sequence[str], rows: Iterable[Sequence[object]], like: Table
) -> None:
    """Write rows as the table `like` is written."""
    line = line_writer(like.delimiter, like.newline)
    stream.write(line(header))
    stream.writelines(map(line, rows))

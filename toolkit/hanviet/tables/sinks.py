"""Write a table with its new columns as the table came: delimited text, JSON lines, a workbook."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING

from hanviet.errors import HanvietError, UsageError
from hanviet.tables.source import Row, Source

if TYPE_CHECKING:
    from hanviet.tables.workbook import WorkbookSource

Added = tuple[object, ...]
"""The values of the new columns of a row; None is an empty cell."""

Results = Iterable[tuple[Row, Added]]
"""Each row of a table with its new values."""

WORKBOOK_SUFFIXES = (".xlsx", ".xlsm")
"""Names of files that are written as workbooks."""

BYTE_ORDER_MARK = "\ufeff"

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PLAIN_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?|-?\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?")
_ZERO_OR_LONG = re.compile(r"\+\d+|0\d+|\d{16,}")
"""Digits of which a spreadsheet would drop some: a sign or zeros in front, more than 15 in all."""


def sink_kind(source: Source, target: Path | None) -> str:
    """In which form a table is written: `delimited`, `jsonl` or `workbook`.

    Raises:
        UsageError: The name of the file asks for a form that this input cannot have.
    """
    suffix = target.suffix.lower() if target is not None else ""
    if source.kind == "jsonl":
        if suffix in (*WORKBOOK_SUFFIXES, ".csv", ".tsv"):
            raise UsageError(f"JSON lines give JSON lines, not {suffix}")
        return "jsonl"
    if suffix in WORKBOOK_SUFFIXES:
        return "workbook"
    if suffix == ".xls":
        raise UsageError("old workbooks (.xls) are not written", remedy="write .xlsx or .csv")
    return "delimited"


def write_results(
    stream: IO[bytes],
    kind: str,
    source: Source,
    names: Sequence[str],
    results: Results,
    *,
    excel: bool = False,
) -> None:
    """Write a table with its new columns.

    Args:
        stream: Where to write, as bytes.
        kind: One of what `sink_kind` gives.
        source: The table.
        names: The names of the new columns.
        results: Its rows, in their order, with the new values.
        excel: Delimited text is to be opened in Excel: with a byte order mark, no cell becomes a
            formula, and digits stay as they are.
    """
    if kind == "workbook":
        from hanviet.tables.workbook import WorkbookSource

        if isinstance(source, WorkbookSource):
            _copy_workbook(stream, source, names, results)
        else:
            rows = ((*row, *added) for row, added in results)
            write_sheet(stream, chain([(*source.header, *names)], rows))
        return
    text = io.TextIOWrapper(
        stream, encoding="utf-8", errors="surrogatepass", newline="", write_through=True
    )
    try:
        if kind == "jsonl":
            _write_json_lines(text, source, names, results)
        else:
            _write_delimited(text, source, names, results, excel=excel)
        text.flush()
    finally:
        text.detach()


def excel_cell(cell: object) -> object:
    """A cell of delimited text that Excel shows as it is.

    >>> excel_cell("007"), excel_cell("=1+1"), excel_cell("-5"), excel_cell("Trần")
    ('="007"', "'=1+1", '-5', 'Trần')
    """
    if not isinstance(cell, str) or not cell:
        return cell
    if _ZERO_OR_LONG.fullmatch(cell):
        return f'="{cell}"'
    if cell.startswith(_FORMULA) and not _PLAIN_NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def line_writer(delimiter: str, newline: str) -> Callable[[Sequence[object]], str]:
    r"""What makes lines of delimited text.

    Python's csv module leaves a lone carriage return unquoted before 3.13, and then it ends a row.

    >>> line_writer(",", "\n")(["a,b", 1.5, None, "c\rd"])
    '"a,b",1.5,,"c\rd"\n'
    """
    special = re.compile(f'[{re.escape(delimiter)}"\r\n]').search

    def cell_text(cell: object) -> str:
        text = "" if cell is None else str(cell)
        return '"' + text.replace('"', '""') + '"' if special(text) else text

    def line(row: Sequence[object]) -> str:
        # An empty line would be no row of one cell.
        return (delimiter.join(map(cell_text, row)) or '""') + newline

    return line


def write_sheet(stream: IO[bytes], rows: Iterable[Sequence[object]]) -> None:
    """Write a workbook of one sheet; numbers are numbers, all else is text."""
    try:
        from openpyxl import Workbook
        from openpyxl.cell import WriteOnlyCell
    except ImportError:
        raise HanvietError(
            "writing .xlsx needs openpyxl, which is not installed",
            remedy="pip install hanviet[excel]",
        ) from None
    from hanviet.tables.workbook_copy import ILLEGAL, MAX_CELL

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")

    def cell(value: object) -> object:
        if value is None or isinstance(value, int | float):
            return value
        written = WriteOnlyCell(sheet, value=ILLEGAL.sub("\ufffd", str(value))[:MAX_CELL])
        written.data_type = "s"  # what begins like a formula is text all the same
        return written

    for row in rows:
        sheet.append([cell(value) for value in row])
    book.save(stream)


def _write_delimited(
    stream: IO[str], source: Source, names: Sequence[str], results: Results, *, excel: bool
) -> None:
    delimiter, newline = getattr(source, "delimiter", ","), getattr(source, "newline", "\n")
    if excel:
        stream.write(BYTE_ORDER_MARK)
    stream.write(getattr(source, "preamble", ""))
    line = line_writer(delimiter, newline)
    rows: Iterator[Sequence[object]] = ((*row, *added) for row, added in results)
    for row in chain([(*source.header, *names)], rows):
        stream.write(line([excel_cell(cell) for cell in row] if excel else row))


def _write_json_lines(
    stream: IO[str], source: Source, names: Sequence[str], results: Results
) -> None:
    from hanviet.tables.json_lines import JsonLinesSource, with_members

    assert isinstance(source, JsonLinesSource)
    for line, (_, added) in zip(source.lines(), results, strict=True):
        stream.write(with_members(line, names, added) + "\n")


def _copy_workbook(
    stream: IO[bytes], source: WorkbookSource, names: Sequence[str], results: Results
) -> None:
    from hanviet.tables.workbook_copy import copy_workbook

    copy_workbook(
        source.path,
        stream,
        source.file,
        place=source.place,
        header_row=source.header_row,
        width=len(source.header),
        names=names,
        added=(added for _, added in results),
    )

"""A table in a sheet of an Excel workbook (.xlsx)."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from xml.etree import ElementTree

from hanviet.errors import HanvietError, InputError, UsageError
from hanviet.tables.anomalies import Anomalies
from hanviet.tables.header import actual_name
from hanviet.tables.source import Bytes, Row

HEADER_WITHIN = 20
"""Rows among which the header is looked for: tables for people have titles above it."""

_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class WorkbookSource:
    """A sheet of a workbook; see `source.Source` for what it offers.

    Attributes:
        path: The file.
        sheet: The name of the sheet.
        header_row: The number of the header in the sheet, from 1 on.
    """

    kind = "workbook"
    encoding = ""

    def __init__(self, data: Bytes, *, sheet: str = "", wanted: Sequence[str] = ()) -> None:
        self._data = data
        self.place = data.place
        self.sheet, rows = _sheet(data, sheet)
        self.path = data.path
        self.anomalies = Anomalies()
        self.remarks: list[str] = []
        texts = [tuple(map(cell_text, row)) for row in rows]
        self.header_row = _header_row(texts, wanted)
        if not self.header_row:
            raise InputError(f"its sheet {self.sheet!r} is empty", place=self.place)
        self.header: Row = texts[self.header_row - 1]
        self._rows = texts[self.header_row :]
        self.count = len(self._rows)

    def rows(self) -> Iterator[Row]:
        """The rows, each as long as the header."""
        return iter(self._rows)


def cell_text(value: object) -> str:
    """What a cell shows, as far as its value tells: numbers and dates without a format.

    >>> cell_text(7.0), cell_text(0.5), cell_text(datetime(2026, 3, 15)), cell_text(True)
    ('7', '0.5', '2026-03-15', 'TRUE')
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def sheet_files(path: Path, place: str) -> dict[str, str]:
    """The names of the sheets of a workbook, with the files in it that hold them.

    Raises:
        InputError: It is no workbook.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
            relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, NotImplementedError, OSError):
        raise InputError(
            "is no workbook (.xlsx), or a damaged one", place=place, remedy="save it again"
        ) from None
    targets = {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in relations
        if relation.get("Type", "").endswith("/worksheet")
    }
    found = {}
    for sheet in book.iter():
        target = targets.get(sheet.get(f"{_RELATIONS}id", ""))
        if sheet.tag.endswith("}sheet") and target:
            file = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
            found[sheet.get("name", "")] = file
    return found


def _sheet(data: Bytes, wanted: str) -> tuple[str, Sequence[Sequence[object]]]:
    """The name of a sheet, and its rows from A1 on."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise HanvietError(
            "reading .xlsx needs python-calamine, which is not installed",
            remedy="pip install hanviet[excel]",
        ) from None
    names = list(sheet_files(data.path, data.place))
    name = _chosen(names, wanted, data.place)
    try:
        with data.open() as stream:
            book = CalamineWorkbook.from_filelike(stream)
            return name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, zipfile.BadZipFile, OSError) as error:
        raise InputError(
            f"is a damaged workbook: {error}", place=data.place, remedy="save it again"
        ) from None


def _chosen(names: Sequence[str], wanted: str, place: str) -> str:
    if not names:
        raise InputError("has no sheet", place=place)
    if not wanted:
        return names[0]
    if wanted in names:
        return wanted
    if wanted.isdecimal() and 1 <= int(wanted) <= len(names):
        return names[int(wanted) - 1]
    raise UsageError(f"{place} has no sheet {wanted!r}; its sheets are: {', '.join(names)}")


def _header_row(rows: Sequence[Row], wanted: Sequence[str]) -> int:
    """The number of the row that holds the wanted columns, else of the first that is not empty."""
    top = list(enumerate(rows[:HEADER_WITHIN], 1))
    for number, row in top:
        if wanted and all(actual_name(name, row) in row for name in wanted):
            return number
    return next((number for number, row in enumerate(rows, 1) if any(row)), 0)

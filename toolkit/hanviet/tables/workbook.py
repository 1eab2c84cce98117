"""A table in a sheet of an Excel workbook (.xlsx)."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from xml.etree import ElementTree

from hanviet.errors import InputError, UsageError
from hanviet.tables.anomalies import Anomalies
from hanviet.tables.header import actual_name
from hanviet.tables.source import Bytes, Row
from hanviet.tables.workbook_rows import Rows, sheet_rows

HEADER_WITHIN = 20
"""Rows among which the header is looked for: tables for people have titles above it."""

_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class WorkbookSource:
    """A sheet of a workbook; see `source.Source` for what it offers.

    Attributes:
        path: The file.
        sheet: The name of the sheet.
        file: The file in the workbook that holds it.
        header_row: The number of the header in the sheet, from 1 on.
    """

    kind = "workbook"
    encoding = ""

    def __init__(self, data: Bytes, *, sheet: str = "", wanted: Sequence[str] = ()) -> None:
        self._data = data
        self.place = data.place
        files = sheet_files(data.path, data.place)
        self.sheet = _chosen(list(files), sheet, data.place)
        self.path = data.path
        self.file = files[self.sheet]
        self.anomalies = Anomalies()
        self.remarks: list[str] = []
        self._rows = sheet_rows(data, self.sheet, self.file)
        self.header_row, self.header = _header(self._rows, wanted)
        if not self.header_row:
            raise InputError(f"its sheet {self.sheet!r} is empty", place=self.place)
        self.count = self._rows.count - self.header_row

    def rows(self) -> Iterator[Row]:
        """The rows, each as long as the header."""
        return islice(self._rows, self.header_row, None)


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


def _header(rows: Rows, wanted: Sequence[str]) -> tuple[int, Row]:
    """The row that holds the wanted columns, else the first that is not empty, and its number."""
    for number, row in enumerate(islice(rows, HEADER_WITHIN), 1):
        if wanted and all(actual_name(name, row) in row for name in wanted):
            return number, row
    return next(((number, row) for number, row in enumerate(rows, 1) if any(row)), (0, ()))

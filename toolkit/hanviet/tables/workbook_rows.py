"""The cells of a sheet as texts, row by row: all at once if they are few, else streamed.

A small sheet is read by calamine, which is quick and holds the sheet in memory; a large one by
openpyxl, which takes some sixty microseconds a row and holds the texts that cells share only.
Both give the same texts.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import BinaryIO, Protocol

from hanviet.errors import HanvietError, InputError
from hanviet.tables.source import Bytes, Row

STREAMED_FROM = 16 << 20
"""Bytes of a sheet's text and of the shared texts from which on it is streamed: 16 MB are some
80,000 rows, and take 40 MB in memory."""

SHARED_TEXTS = "xl/sharedStrings.xml"


class Rows(Protocol):
    """The rows of a sheet from A1 on to the last that is not empty, as often as wanted.

    Attributes:
        count: How many there are.
        width: How many cells each has.
    """

    count: int
    width: int

    def __iter__(self) -> Iterator[Row]:
        """The rows, each as wide as the widest."""
        ...


def sheet_rows(data: Bytes, name: str, file: str) -> Rows:
    """Read a sheet.

    Args:
        data: The workbook.
        name: The name of the sheet.
        file: The file in the workbook that holds it.

    Raises:
        HanvietError: What reads workbooks is not installed.
        InputError: The workbook is damaged.
    """
    with zipfile.ZipFile(data.path) as archive:
        sizes = {item.filename: item.file_size for item in archive.infolist()}
    large = sizes.get(file, 0) + sizes.get(SHARED_TEXTS, 0) >= STREAMED_FROM
    return _Streamed(data, name) if large else _InMemory(data, name)


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


class _InMemory:
    """A sheet that is held in memory."""

    def __init__(self, data: Bytes, name: str) -> None:
        try:
            from python_calamine import CalamineError, CalamineWorkbook
        except ImportError:
            raise _missing("python-calamine") from None
        try:
            with data.open() as stream:
                book = CalamineWorkbook.from_filelike(stream)
                found = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except (CalamineError, zipfile.BadZipFile, OSError) as error:
            raise _damaged(error, data) from None
        self._rows = [tuple(map(cell_text, row)) for row in found]
        self.count = len(self._rows)
        self.width = max(map(len, self._rows), default=0)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)


class _Streamed:
    """A sheet that is read anew each time."""

    def __init__(self, data: Bytes, name: str) -> None:
        self._data = data
        self._name = name
        self.count = self.width = 0
        for number, row in enumerate(self._as_they_stand(), 1):
            used = next((at for at in range(len(row), 0, -1) if row[at - 1]), 0)
            if used:
                self.count, self.width = number, max(self.width, used)

    def __iter__(self) -> Iterator[Row]:
        for _, row in zip(range(self.count), self._as_they_stand(), strict=False):
            yield (*row[: self.width], *[""] * (self.width - len(row)))

    def _as_they_stand(self) -> Iterator[Row]:
        with self._data.open() as stream, _opened(stream, self._data, self._name) as rows:
            yield from rows


@contextmanager
def _opened(stream: BinaryIO, data: Bytes, name: str) -> Iterator[Iterator[Row]]:
    """The rows of a sheet while the workbook is open."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise _missing("openpyxl") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on what it leaves out, which is copied all the same
            book = load_workbook(stream, read_only=True, data_only=True)
            try:
                sheet = book[name]
                sheet.reset_dimensions()  # what the file states is at times wrong
                # A cell with an error (#N/A) holds nothing, as calamine has it.
                yield (
                    tuple(["" if cell.data_type == "e" else cell_text(cell.value) for cell in row])
                    for row in sheet.iter_rows()
                )
            finally:
                book.close()
    except (ValueError, KeyError, TypeError, SyntaxError, zipfile.BadZipFile, OSError) as error:
        raise _damaged(error, data) from None


def _missing(package: str) -> HanvietError:
    return HanvietError(
        f"reading .xlsx needs {package}, which is not installed",
        remedy="pip install hanviet[excel]",
    )


def _damaged(error: Exception, data: Bytes) -> InputError:
    return InputError(f"is a damaged workbook: {error}", place=data.place, remedy="save it again")

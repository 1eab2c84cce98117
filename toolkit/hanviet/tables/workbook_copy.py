"""A copy of a workbook with more columns in one sheet, everything else byte for byte the same.

Libraries that load a workbook and save it again lose what they do not know (charts, pictures, pivot
tables). Here only the text of the one sheet is touched: cells are inserted at the ends of its rows.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO
from xml.parsers import expat
from xml.sax.saxutils import escape

from hanviet.errors import InputError

MAX_CELL = 32_767
"""Characters that a cell of an .xlsx file can hold."""

MAX_COLUMNS = 16_384
"""Columns that a sheet of an .xlsx file can hold."""

BLOCK = 1 << 18

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold."""

_SPANS = re.compile(rb"\sspans=(?:\"[^\"]*\"|'[^']*')")
_REFERENCE = re.compile(rb"(\sref=[\"'])([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?")


def copy_workbook(
    path: Path,
    target: IO[bytes],
    file: str,
    *,
    place: str,
    header_row: int,
    width: int,
    names: Sequence[str],
    added: Iterator[Sequence[object]],
) -> None:
    """Copy a workbook, and add columns to one sheet.

    Args:
        path: The workbook.
        target: Where to write.
        file: The file in the workbook that holds the sheet.
        place: The workbook's name, for errors.
        header_row: The number of the row that gets the names.
        width: How many columns the table has; the new ones stand to the right of them.
        names: The names of the new columns.
        added: Their values for each row below the header, also for rows that the file leaves out.

    Raises:
        InputError: The sheet has no room, or its text is not understood.
    """
    if width + len(names) > MAX_COLUMNS:
        raise InputError("has no room for more columns", place=place)
    with (
        zipfile.ZipFile(path) as archive,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for item in archive.infolist():
            with archive.open(item) as source, copy.open(_same(item), "w") as out:
                if item.filename == file:
                    editor = _Editor(out, header_row, width, names, added)
                    editor.run(source, place)
                else:
                    while block := source.read(BLOCK):
                        out.write(block)
    for _ in added:
        # Rows at the end that the file leaves out are empty; they are counted all the same.
        continue


def column_letters(number: int) -> str:
    """The letters of a column, from 1 on.

    >>> column_letters(1), column_letters(28)
    ('A', 'AB')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _same(item: zipfile.ZipInfo) -> zipfile.ZipInfo:
    copied = zipfile.ZipInfo(item.filename, item.date_time)
    copied.compress_type = item.compress_type
    copied.external_attr = item.external_attr
    copied.file_size = item.file_size  # tells zipfile whether to use its format for large files
    return copied


class _Editor:
    """Inserts cells while the sheet streams through; keeps only what was not written yet."""

    def __init__(
        self,
        out: IO[bytes],
        header_row: int,
        width: int,
        names: Sequence[str],
        added: Iterator[Sequence[object]],
    ) -> None:
        self._out = out
        self._header_row = header_row
        self._names = names
        self._added = added
        self._letters = [column_letters(width + 1 + at) for at in range(len(names))]
        self._kept = bytearray()
        self._kept_from = 0
        self._row = 0
        self._next_row = header_row + 1
        self._in_cells = False

    def run(self, source: IO[bytes], place: str) -> None:
        parser = expat.ParserCreate()
        self._parser = parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        try:
            while block := source.read(BLOCK):
                self._kept += block
                parser.Parse(block, False)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise InputError(f"is a damaged workbook: {error}", place=place) from None
        self._out.write(self._kept)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "dimension":
            self._rewrite_tag(self._widened)
        elif tag == "sheetData":
            self._in_cells = True
        elif tag == "row" and self._in_cells:
            stated = attributes.get("r", "")
            self._row = int(stated) if stated.isdecimal() else self._row + 1
            if self._row >= self._header_row:
                # A hint on the columns in use, which is no longer true.
                self._rewrite_tag(lambda text: _SPANS.sub(b"", text))

    def _end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if tag == "sheetData":
            self._in_cells = False
        if tag != "row" or not self._in_cells or self._row < self._header_row:
            return
        cells = self._cells(name[: -len("row")])
        self._write_until(self._parser.CurrentByteIndex)
        if self._kept.startswith(b"</"):
            self._out.write(cells)
            return
        end = self._kept.index(b">") + 1  # an empty row: <row r="3"/>
        opened = bytes(self._kept[:end]).removesuffix(b"/>").rstrip() + b">"
        self._out.write(opened + cells + f"</{name}>".encode())
        self._drop(end)

    def _cells(self, prefix: str) -> bytes:
        if self._row == self._header_row:
            values: Sequence[object] = self._names
        elif self._row < self._next_row:
            return b""  # rows out of order, or twice: no table that people made
        else:
            for _ in range(self._row - self._next_row):
                next(self._added, None)
            values = next(self._added, ())
            self._next_row = self._row + 1
        pairs = zip(self._letters, values, strict=False)
        return "".join(
            _cell(prefix, f"{letters}{self._row}", value)
            for letters, value in pairs
            if value is not None
        ).encode()

    def _widened(self, text: bytes) -> bytes:
        last = self._letters[-1].encode()
        return _REFERENCE.sub(
            lambda match: match[1] + match[2] + match[3] + b":" + last + (match[5] or match[3]),
            text,
        )

    def _rewrite_tag(self, change: Callable[[bytes], bytes]) -> None:
        self._write_until(self._parser.CurrentByteIndex)
        end = self._kept.index(b">") + 1
        changed = change(bytes(self._kept[:end]))
        if changed.endswith(b"/>"):
            # Its end is reported at the same place, and may still be rewritten.
            self._kept[:end] = changed
            self._kept_from -= len(changed) - end
            return
        self._out.write(changed)
        self._drop(end)

    def _write_until(self, index: int) -> None:
        count = index - self._kept_from
        if count > 0:
            self._out.write(self._kept[:count])
            self._drop(count)

    def _drop(self, count: int) -> None:
        del self._kept[:count]
        self._kept_from += count


def _cell(prefix: str, reference: str, value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f'<{prefix}c r="{reference}"><{prefix}v>{value}</{prefix}v></{prefix}c>'
    text = escape(ILLEGAL.sub("\ufffd", str(value))[:MAX_CELL]).replace("\r", "&#13;")
    return (
        f'<{prefix}c r="{reference}" t="inlineStr"><{prefix}is>'
        f'<{prefix}t xml:space="preserve">{text}</{prefix}t></{prefix}is></{prefix}c>'
    )

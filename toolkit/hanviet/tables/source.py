"""A table to be read row by row, whatever file it comes from."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from hanviet.errors import InputError
from hanviet.tables.anomalies import Anomalies
from hanviet.tables.encodings import Opener

Row = tuple[str, ...]

_ZIP = b"PK\x03\x04"
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"


class Source(Protocol):
    """A table: its header, and its rows as often as they are wanted.

    Attributes:
        place: What messages call it.
        kind: `delimited`, `jsonl` or `workbook`.
        header: The names of the columns, as they stand.
        count: How many rows it has.
        anomalies: What is odd about it.
        encoding: How it was read, for the report; empty for a workbook.
        remarks: What is worth saying about it, one line each.
    """

    place: str
    kind: str
    header: Row
    count: int
    anomalies: Anomalies
    encoding: str
    remarks: list[str]

    def rows(self) -> Iterator[Row]:
        """The rows, each as long as the header."""
        ...


@dataclass(frozen=True, slots=True)
class Bytes:
    """The bytes of a file or of standard input, which are kept in a file until they are dropped.

    Args:
        place: What messages call it.
        path: The file.
        spool: What holds standard input.
    """

    place: str
    path: Path
    spool: BinaryIO | None = field(default=None, compare=False)

    def open(self) -> BinaryIO:
        """Open it at its beginning."""
        try:
            return self.path.open("rb")
        except OSError as error:
            raise _unreadable(error, self.place) from None

    @property
    def opener(self) -> Opener:
        """The same as a function."""
        return self.open


def bytes_of(path: Path) -> Bytes:
    """The bytes of a file; `-` is standard input.

    Raises:
        InputError: It cannot be read, or is empty.
    """
    if str(path) == "-":
        # A file that has a name: workbooks are opened more than once.
        spool = cast("BinaryIO", tempfile.NamedTemporaryFile(prefix="hanviet-"))  # noqa: SIM115  it lives as long as the table
        shutil.copyfileobj(sys.stdin.buffer, spool)
        spool.flush()
        found = Bytes("standard input", Path(spool.name), spool)
    else:
        found = Bytes(str(path), path)
    with found.open() as stream:
        while block := stream.read(65_536):
            if block.strip():
                return found
    raise InputError("is empty", place=found.place)


def open_source(
    path: Path,
    *,
    encoding: str = "",
    delimiter: str = "",
    sheet: str = "",
    wanted: Sequence[str] = (),
) -> Source:
    """Open a table.

    Args:
        path: A delimited text file, a workbook (.xlsx), or JSON lines; `-` is standard input.
        encoding: The encoding of a text file; empty to find out.
        delimiter: The delimiter of a text file; empty to find out.
        sheet: Name or number, from 1 on, of a workbook's sheet; empty for the first.
        wanted: Columns that it should have: they help to find the delimiter.

    Returns:
        The table.

    Raises:
        InputError: The file cannot be read, is empty, or is no table.
        UsageError: No such encoding or sheet.
    """
    data = bytes_of(path)
    with data.open() as stream:
        start = stream.read(4096)
    if start.startswith(_ZIP):
        from hanviet.tables.workbook import WorkbookSource

        return WorkbookSource(data, sheet=sheet, wanted=wanted)
    if start.startswith(_OLD_WORKBOOK):
        raise InputError("is an old workbook (.xls)", place=data.place, remedy="save it as .xlsx")
    if _looks_like_json_lines(path, start):
        from hanviet.tables.json_lines import JsonLinesSource

        return JsonLinesSource(data, encoding=encoding)
    from hanviet.tables.delimited import DelimitedSource

    return DelimitedSource(data, encoding=encoding, delimiter=delimiter, wanted=wanted)


def _looks_like_json_lines(path: Path, start: bytes) -> bool:
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return True
    return str(path) == "-" and start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b'{"')


def _unreadable(error: OSError, place: str) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError("no such file", place=place)
    if isinstance(error, IsADirectoryError):
        return InputError("is a folder", place=place, remedy="give the name of a file")
    return InputError(f"cannot be read: {error.strerror or error}", place=place)

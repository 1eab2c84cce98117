"""Read and write a table of text: every cell a string, every row and column kept."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from hanviet.cli.encodings import decode
from hanviet.errors import InputError

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
"""The delimiters that tables may have, by name."""

SNIFFED_ROWS = 200
"""Rows that the delimiter is judged by."""

SHOWN_LINES = 10
"""Most line numbers in a message."""

LONGEST_CELL = 10_000_000
"""Characters; more is a quote that was never closed."""


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
    wanted: Sequence[str] = (),
) -> Table:
    """Read a delimited text file.

    Args:
        path: The file; `-` for standard input.
        encoding: Its encoding; empty to find out.
        delimiter: One of the values of `DELIMITERS`; empty to find out.
        wanted: Columns that it should have: they help to find the delimiter.

    Returns:
        The table. Rows that are too short are filled up, rows that are too long get columns of
        their own; both are among the remarks.

    Raises:
        InputError: The file cannot be read, is empty, or is no table of text.
    """
    place = "standard input" if str(path) == "-" else str(path)
    data = _read_bytes(path, place)
    if not data.strip():
        raise InputError("is empty", place=place)
    if data.startswith(b"PK\x03\x04"):
        raise InputError("is a workbook or an archive", place=place, remedy="save it as CSV")
    decoded = decode(data, place=place, encoding=encoding)
    remarks = [f"{place}: read as {decoded.encoding}, a guess"] if decoded.guessed else []
    text = decoded.text
    chosen = delimiter or _sniff(text, wanted)
    lines, rows = _parse(text, chosen, place)
    if not rows:
        raise InputError("is empty", place=place)
    header, squared, ragged = _squared(rows, lines)
    remarks += [f"{place}: {remark}" for remark in ragged]
    newline = "\r\n" if "\r\n" in text[:100_000] else "\n"
    return Table(header, squared, chosen, newline, tuple(remarks))


def write_table(
    stream: IO[str], header: Sequence[str], rows: Iterable[Sequence[object]], like: Table
) -> None:
    """Write rows as the table `like` is written."""
    writer = csv.writer(stream, delimiter=like.delimiter, lineterminator=like.newline)
    writer.writerow(header)
    writer.writerows(rows)


def _read_bytes(path: Path, place: str) -> bytes:
    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("no such file", place=place) from None
    except IsADirectoryError:
        raise InputError("is a folder", place=place, remedy="give the name of a file") from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", place=place) from None


def _sniff(text: str, wanted: Sequence[str]) -> str:
    """The delimiter under which the wanted columns appear, and rows are equally long."""

    def score(delimiter: str) -> tuple[int, float, int]:
        widths = []
        header: list[str] = []
        try:
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
                header = header or [name.strip() for name in row]
                widths.append(len(row))
                if len(widths) >= SNIFFED_ROWS:
                    break
        except csv.Error:
            return (0, 0.0, 0)
        filled = [width for width in widths if width]
        alike = sum(width == len(header) for width in filled) / len(filled) if filled else 0.0
        has = sum(name.strip() in header for name in wanted)
        several = len(header) > 1
        return (has, alike if several else 0.0, len(header))

    return max(DELIMITERS.values(), key=score)


def _parse(text: str, delimiter: str, place: str) -> tuple[list[int], list[list[str]]]:
    """The rows, and the line that each ends at."""
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    lines, rows = [], []
    try:
        for row in reader:
            rows.append(row)
            lines.append(reader.line_num)
    except csv.Error as error:
        raise InputError(
            f"is no table: {error}", place=f"{place}:{reader.line_num}", remedy="check the quotes"
        ) from None
    return lines, rows


def _squared(
    rows: list[list[str]], lines: list[int]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...], list[str]]:
    """Header and rows of one width, and remarks on those that were not."""
    header = rows[0]
    width = len(header)
    body = list(zip(rows[1:], lines[1:], strict=True))
    short = [line for row, line in body if 0 < len(row) < width]
    long = [line for row, line in body if len(row) > width]
    widest = max((len(row) for row, _ in body), default=width)
    names = [*header, *(f"column_{number + 1}" for number in range(width, widest))]
    squared = tuple((*row, *("",) * (len(names) - len(row))) for row, _ in body)
    remarks = []
    if short:
        remarks.append(f"too few cells, filled up with empty ones: {_shown(short)}")
    if long:
        remarks.append(f"too many cells, kept in new columns: {_shown(long)}")
    return tuple(names), squared, remarks


def _shown(lines: Sequence[int]) -> str:
    rows = "1 row" if len(lines) == 1 else f"{len(lines)} rows"
    word = "line" if len(lines) == 1 else "lines"
    more = ", …" if len(lines) > SHOWN_LINES else ""
    return f"{rows} ({word} {', '.join(map(str, lines[:SHOWN_LINES]))}{more})"

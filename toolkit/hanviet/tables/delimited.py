"""A table in delimited text: CSV and its relatives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from hanviet.errors import InputError
from hanviet.tables.anomalies import Anomalies
from hanviet.tables.encodings import Damage, find_encoding, text_lines
from hanviet.tables.header import actual_name
from hanviet.tables.records import Record, records
from hanviet.tables.source import Bytes, Row

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
"""The delimiters that tables may have, by name."""

SNIFFED_LINES = 400
"""Lines that the delimiter is judged by."""

_STATED = re.compile(r'"?sep=(.)"?\r?\n?')
"""A first line by which Excel is told the delimiter."""


class DelimitedSource:
    """A delimited text file; see `source.Source` for what it offers.

    Attributes:
        delimiter: The sign between its cells.
        newline: What ends its lines.
        preamble: A line before the header that tells Excel the delimiter, or empty.
    """

    kind = "delimited"

    def __init__(
        self, data: Bytes, *, encoding: str = "", delimiter: str = "", wanted: Sequence[str] = ()
    ) -> None:
        self._data = data
        self.place = data.place
        self._encoding = find_encoding(data.opener, place=self.place, stated=encoding)
        self.encoding = str(self._encoding)
        self.anomalies = Anomalies()
        self.remarks: list[str] = []
        if self._encoding.guessed:
            self.remarks.append(f"read as {self._encoding}, a guess; --encoding overrules it")
        sample = list(islice(self._lines(), SNIFFED_LINES))
        if not sample:
            raise InputError("is empty", place=self.place)
        stated = _STATED.fullmatch(sample[0])
        self.preamble = sample[0] if stated else ""
        sample = sample[1:] if stated else sample
        self.newline = _newline(sample)
        self.delimiter = delimiter or (stated[1] if stated else _sniff(sample, wanted))
        self._look_through()

    def rows(self) -> Iterator[Row]:
        """The rows, each as long as the header."""
        found = self._records()
        next(found)
        width = len(self.header)
        for record in found:
            cells = record.cells
            yield tuple(cells) if len(cells) == width else (*cells, *[""] * (width - len(cells)))

    def _lines(self, damage: Damage | None = None) -> Iterator[str]:
        return text_lines(self._data.opener, self._encoding, place=self.place, damage=damage)

    def _records(self, damage: Damage | None = None) -> Iterator[Record]:
        lines = self._lines(damage)
        first = 1
        if self.preamble:
            next(lines)
            first = 2
        return records(lines, self.delimiter, first=first)

    def _look_through(self) -> None:
        """Find the header, count the rows, and note what is odd."""
        damage = Damage()
        found = self._records(damage)
        header = next(found, None)
        if header is None or not header.cells:
            raise InputError(
                "has no header", place=self.place, remedy="the first line names the columns"
            )
        width = widest = len(header.cells)
        self.count = 0
        for record in found:
            self.count += 1
            cells = len(record.cells)
            widest = max(widest, cells)
            if 0 < cells < width:
                self.anomalies.short.add(record.line)
            elif cells > width:
                self.anomalies.long.add(record.line)
            if record.literal:
                self.anomalies.quotes.add(record.line)
        for line in damage.lines:
            self.anomalies.damaged.add(line)
        names = (f"column_{number + 1}" for number in range(width, widest))
        self.header: Row = (*header.cells, *names)
        self.remarks += self.anomalies.remarks()


def _newline(lines: Sequence[str]) -> str:
    for line in lines:
        if line.endswith("\r\n"):
            return "\r\n"
        if line.endswith(("\n", "\r")):
            return line[-1]
    return "\n"


def _sniff(lines: Sequence[str], wanted: Sequence[str]) -> str:
    """The delimiter under which the wanted columns appear, and rows are equally long."""

    def score(delimiter: str) -> tuple[int, float, int]:
        found = list(records(iter(lines), delimiter))
        header = found[0].cells if found else []
        widths = [len(record.cells) for record in found if record.cells]
        alike = sum(width == len(header) for width in widths) / len(widths) if widths else 0.0
        has = sum(actual_name(name, header) in header for name in wanted)
        return (has, alike if len(header) > 1 else 0.0, len(header))

    return max(DELIMITERS.values(), key=score)

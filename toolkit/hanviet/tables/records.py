"""The records of delimited text, read so that one wrong quote costs one line and not the file.

Python's csv module takes a quote that is never closed for the beginning of a cell that holds the
rest of the file. Here a quoted cell must close properly, before its record becomes too long to be
true; else its first line is read again with its quotes as ordinary characters.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_LINES = 1000
"""Lines of one record; more is a quote that was never closed."""

LONGEST_RECORD = 1_000_000
"""Characters of one record that spans lines."""

csv.field_size_limit(2**31 - 1)


@dataclass(frozen=True, slots=True)
class Record:
    """A row as it stands in the file.

    Args:
        line: The number of its first line, from 1 on.
        cells: Its cells; none for an empty line.
        literal: Its quotes do not close, and were read as ordinary characters.
    """

    line: int
    cells: list[str]
    literal: bool = False


def records(lines: Iterator[str], delimiter: str, *, first: int = 1) -> Iterator[Record]:
    r"""Read records.

    Args:
        lines: Lines with their ends.
        delimiter: The sign between cells.
        first: The number of the first line.

    Yields:
        Every record, empty lines too.

    >>> [record.cells for record in records(iter(['a,b\n', '1,"x\n', '2,y\n']), ",")]
    [['a', 'b'], ['1', '"x'], ['2', 'y']]
    """
    pushed = _Pushed(lines, first - 1)
    width = 0
    while True:
        start, line = pushed.number + 1, pushed.next()
        if line is None:
            return
        if '"' not in line:
            text = line.rstrip("\r\n")
            record = Record(start, text.split(delimiter) if text else [])
        else:
            record = _quoted(start, line, pushed, delimiter, width)
        width = width or len(record.cells)
        yield record


@dataclass(slots=True)
class _Pushed:
    """Lines, some of which may be pushed back and read again."""

    lines: Iterator[str]
    number: int = 0
    back: deque[str] = field(default_factory=deque)

    def next(self) -> str | None:
        line = self.back.popleft() if self.back else next(self.lines, None)
        self.number += line is not None
        return line

    def push_back(self, lines: list[str]) -> None:
        self.back.extendleft(reversed(lines))
        self.number -= len(lines)


def _quoted(start: int, line: str, pushed: _Pushed, delimiter: str, width: int) -> Record:
    read: list[str] = []

    def until_too_long() -> Iterator[str]:
        yield line
        length = len(line)
        while len(read) < MOST_LINES and length <= LONGEST_RECORD:
            following = pushed.next()
            if following is None:
                return
            read.append(following)
            length += len(following)
            yield following

    try:
        cells = next(csv.reader(until_too_long(), delimiter=delimiter, strict=True))
    except (csv.Error, StopIteration):
        cells = []
    literal = _literal(line, delimiter)
    # A quote that closes by chance, lines later: taken one by one, they are what they should be.
    swallowed = (
        bool(read)
        and len(cells) != width
        and all(len(_literal(each, delimiter)) == width for each in (line, *read))
    )
    if cells and not swallowed:
        return Record(start, cells)
    pushed.push_back(read)
    if len(literal) != width:
        # A quote inside a quoted cell that was not doubled: the delimiters are still right.
        lenient = _lenient(line, delimiter)
        if len(lenient) == width:
            return Record(start, lenient, literal=True)
    return Record(start, literal, literal=True)


def _literal(line: str, delimiter: str) -> list[str]:
    return line.rstrip("\r\n").split(delimiter)


def _lenient(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter))
    except (csv.Error, StopIteration):
        return []

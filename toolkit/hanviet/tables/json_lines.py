"""A table in JSON lines: one object a line, whose text is kept as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from hanviet.errors import InputError
from hanviet.tables.anomalies import Anomalies
from hanviet.tables.encodings import Damage, find_encoding, text_lines
from hanviet.tables.source import Bytes, Row

_SURROGATE = re.compile("[\ud800-\udfff]")


class JsonLinesSource:
    """A file of JSON lines; see `source.Source` for what it offers.

    The header holds every key of every object, in the order of their first appearance.
    """

    kind = "jsonl"

    def __init__(self, data: Bytes, *, encoding: str = "") -> None:
        self._data = data
        self.place = data.place
        self._encoding = find_encoding(data.opener, place=self.place, stated=encoding)
        self.encoding = str(self._encoding)
        self.anomalies = Anomalies()
        self.remarks: list[str] = []
        if self._encoding.guessed:
            self.remarks.append(f"read as {self._encoding}, a guess; --encoding overrules it")
        damage = Damage()
        names: dict[str, None] = {}
        self.count = 0
        for _, record in self._objects(damage):
            names |= dict.fromkeys(record)
            self.count += 1
        self.header: Row = tuple(names)
        for line in damage.lines:
            self.anomalies.damaged.add(line)
        self.remarks += self.anomalies.remarks()

    def rows(self) -> Iterator[Row]:
        """The rows, each as long as the header; numbers as they are written, null as nothing."""
        for _, record in self._objects():
            yield tuple(_cell(record.get(name)) for name in self.header)

    def lines(self) -> Iterator[str]:
        """The text of each object, in the order of the rows."""
        for line, _ in self._objects():
            yield line

    def _objects(self, damage: Damage | None = None) -> Iterator[tuple[str, dict[str, object]]]:
        lines = text_lines(self._data.opener, self._encoding, place=self.place, damage=damage)
        for number, line in enumerate(lines, 1):
            text = line.strip()
            if text:
                yield text, _object(text, f"{self.place}:{number}")


def with_members(text: str, names: Sequence[str], values: Sequence[object]) -> str:
    """The text of an object with more members at its end.

    >>> with_members('{"n": 1e5}', ["id"], ["x"])
    '{"n": 1e5, "id": "x"}'
    """
    more = json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False)[1:-1]
    head = text[: text.rindex("}")].rstrip()
    return f"{head}{'' if head.endswith('{') else ', '}{more}}}"


def _object(text: str, place: str) -> dict[str, object]:
    try:
        record = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise InputError(f"is no JSON: {error}", place=place) from None
    if not isinstance(record, dict):
        raise InputError("is no JSON object", place=place, remedy='write {"name": …}')
    return record


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    # Half a pair, written as an escape, is no character; the line keeps it as it is.
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)

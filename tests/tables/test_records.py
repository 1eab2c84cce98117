"""Records of delimited text: one wrong quote costs one line."""

from __future__ import annotations

import csv
import io
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanviet.tables import records as module
from hanviet.tables.records import records


def cells(text: str, delimiter: str = ",") -> list[list[str]]:
    return [record.cells for record in records(io.StringIO(text, newline=""), delimiter)]


def literal_lines(text: str) -> list[int]:
    lines = io.StringIO(text, newline="")
    return [record.line for record in records(lines, ",") if record.literal]


def test_quoted_cells_may_hold_anything() -> None:
    text = 'a,b\n1,"x,\ny ""z"""\n2,\n\n3,"é"\r\n'
    assert cells(text) == [["a", "b"], ["1", 'x,\ny "z"'], ["2", ""], [], ["3", "é"]]
    assert literal_lines(text) == []


@pytest.mark.parametrize(
    "wrong", ['2,"x', '2,"x "y" z', '2,"x"y', '2,x"', '2,"', '2,""x', '"2"",x', '2,"x""'],
)  # fmt: skip
@pytest.mark.parametrize(
    "rest", ["3,z\n4,w\n", '3,"z"\n4,w\n', '3,"z,\nw"\n4,w\n', '3,""\n4,"w"\n']
)
def test_a_quote_that_does_not_close_costs_one_line(wrong: str, rest: str) -> None:
    found = cells(f"a,b\n{wrong}\n{rest}")
    assert found[0] == ["a", "b"]
    assert found[1][0].strip('"') == "2"
    assert found[2:] == cells(f"a,b\n{rest}")[1:]


def test_lines_with_wrong_quotes_are_noted() -> None:
    assert literal_lines('a,b\n1,"x\n2,y\n3,"z\n4,w\n') == [2, 4]


def test_a_record_does_not_grow_without_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_LINES", 5)
    found = cells('a,b\n1,"x\n' + "2,y\n" * 20 + '3,"\n')
    assert found[1] == ["1", '"x']
    assert len(found) == 23


ANY_CELL = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(
    ['"', '""', ",", "\n", "\r", "\r\n", 'a"b', " ", '"x"']
)


@given(st.lists(st.lists(ANY_CELL, min_size=3, max_size=3), max_size=6), st.booleans())
@settings(max_examples=150, deadline=None)
def test_what_the_csv_module_writes_is_read_again(rows: list[list[str]], all_quoted: bool) -> None:
    stream = io.StringIO(newline="")
    quoting: Literal[0, 1] = csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL
    csv.writer(stream, quoting=quoting).writerows([["a", "b", "c"], *rows])
    assert cells(stream.getvalue()) == [["a", "b", "c"], *rows]


@given(st.text(st.sampled_from('ab",;\n\r\t|'), max_size=60), st.sampled_from(",;\t|"))
@settings(max_examples=300, deadline=None)
def test_no_character_of_any_text_is_lost(text: str, delimiter: str) -> None:
    read = "".join("".join(row) for row in cells(text, delimiter))
    kept = [char for char in text if char in "ab"]
    assert [char for char in read if char in "ab"] == kept


@given(st.lists(st.text(st.sampled_from('ab"'), min_size=1, max_size=6), max_size=12))
@settings(max_examples=200, deadline=None)
def test_without_line_ends_in_cells_no_row_is_swallowed_for_long(lines: list[str]) -> None:
    text = "".join(f"{number},{line}\n" for number, line in enumerate(lines))
    numbers = [row[0] for row in cells("a,b\n" + text)[1:]]
    assert numbers == [str(number) for number in range(len(numbers))] or '"' in text

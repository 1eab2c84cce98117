"""Workbooks: one sheet gets columns, the rest stays as it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference

from hanviet.errors import HanvietError, InputError, UsageError
from hanviet.tables.sinks import write_results
from hanviet.tables.source import open_source
from hanviet.tables.workbook import WorkbookSource


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Two sheets, a title above the header, numbers, dates, a formula, a chart."""
    made = Workbook()
    first = made.active
    assert first is not None
    first.title = "Ghi chú"
    first["A1"] = "nothing to see"
    second = made.create_sheet("Danh sách")
    second["A1"] = "DANH SÁCH KHÁCH MỜI"
    second.append([])
    second.append(["stt", "tên", "ngày", "tổng"])
    second.append(["007", "Trần Cương", date(2026, 3, 15), "=1+1"])
    second.append([2, "NA", datetime(2026, 3, 15, 8, 30), 0.5])
    second["A8"], second["B8"] = 12345678901, "陈刚"
    chart = BarChart()
    chart.add_data(Reference(second, min_col=1, min_row=4, max_row=5))
    second.add_chart(chart, "H2")
    path = tmp_path / "in.xlsx"
    made.save(path)
    return path


def written(source: WorkbookSource, tmp_path: Path) -> Path:
    target = tmp_path / "out.xlsx"
    with target.open("wb") as stream:
        results = ((row, (f"<{row[1]}>", 95.5, None)) for row in source.rows())
        write_results(stream, "workbook", source, ["x_id", "x_score", "x_none"], results)
    return target


def opened(path: Path, **options: str) -> WorkbookSource:
    source = open_source(path, wanted=["tên"], **options)
    assert isinstance(source, WorkbookSource)
    return source


def test_a_sheet_is_chosen_by_name_or_number(book: Path) -> None:
    assert opened(book, sheet="Danh sách").header == opened(book, sheet="2").header
    assert opened(book).header == ("nothing to see",)
    with pytest.raises(UsageError, match="Ghi chú, Danh sách"):
        opened(book, sheet="3")


def test_the_header_may_stand_below_a_title_and_cells_are_texts(book: Path) -> None:
    source = opened(book, sheet="2")
    assert source.header_row == 3
    assert source.header == ("stt", "tên", "ngày", "tổng")
    assert [row[:3] for row in source.rows()] == [
        ("007", "Trần Cương", "2026-03-15"),
        ("2", "NA", "2026-03-15 08:30:00"),
        ("", "", ""),
        ("", "", ""),
        ("12345678901", "陈刚", ""),
    ]


def test_only_the_sheet_is_touched_and_only_by_new_cells(book: Path, tmp_path: Path) -> None:
    source = opened(book, sheet="2")
    target = written(source, tmp_path)
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(target) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["xl/worksheets/sheet2.xml"]
    sheet = load_workbook(target)["Danh sách"]
    assert [cell.value for cell in sheet[3]] == [
        "stt", "tên", "ngày", "tổng", "x_id", "x_score", "x_none",
    ]  # fmt: skip
    assert [cell.value for cell in sheet[4]][3:] == ["=1+1", "<Trần Cương>", 95.5, None]
    assert sheet["E8"].value == "<陈刚>"
    assert sheet["A1"].value == "DANH SÁCH KHÁCH MỜI"
    assert sheet["A4"].value == "007"
    assert sheet.dimensions == "A1:G8"


def test_the_copy_can_be_read_again(book: Path, tmp_path: Path) -> None:
    again = opened(written(opened(book, sheet="2"), tmp_path), sheet="2")
    assert again.header[-3:] == ("x_id", "x_score", "x_none")
    assert [row[4] for row in again.rows()] == ["<Trần Cương>", "<NA>", "", "", "<陈刚>"]


SHEET = (
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<x:dimension ref='A1'/><x:sheetData>{rows}</x:sheetData></x:worksheet>"
)


@pytest.mark.parametrize(
    "rows",
    [
        '<x:row r="1" spans="1:1"><x:c r="A1" t="inlineStr"><x:is><x:t>tên</x:t></x:is></x:c>'
        '</x:row><x:row r="2" spans="1:1"/><x:row/><x:row r="5"></x:row>',
    ],
)
def test_empty_rows_and_prefixes_of_other_programs_are_understood(
    book: Path, tmp_path: Path, rows: str
) -> None:
    strange = tmp_path / "strange.xlsx"
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(strange, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet2.xml":
                data = SHEET.format(rows=rows).encode()
            new.writestr(name, data)
    target = io.BytesIO()
    source = opened(strange, sheet="2")
    added = iter([("b",), ("c",), ("d",), ("e",)])
    write_results(target, "workbook", source, ["new"], ((("",), next(added)) for _ in range(4)))
    text = zipfile.ZipFile(target).read("xl/worksheets/sheet2.xml").decode()
    assert "spans" not in text
    assert "ref='A1:B1'" in text
    for row, value in ((1, "new"), (2, "b"), (3, "c"), (5, "e")):
        assert f'r="B{row}" t="inlineStr"><x:is><x:t xml:space="preserve">{value}<' in text
    assert ">d<" not in text


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:200],
        lambda data: data[:-400],
        lambda data: data.replace(b"xl/workbook.xml", b"xl/workbook.xxx"),
        lambda data: b"PK\x03\x04rest",
    ],
)
def test_a_damaged_workbook_is_refused(
    book: Path, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(damage(book.read_bytes()))
    with pytest.raises(HanvietError):
        opened(broken)


def test_an_old_workbook_is_refused_with_a_remedy(tmp_path: Path) -> None:
    old = tmp_path / "old.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(InputError, match=r"save it as \.xlsx"):
        open_source(old)


def test_a_large_sheet_is_streamed_and_gives_the_same(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = load_workbook(book)
    sheet = odd["Danh sách"]
    for row in (
        ["#N/A", True, time(8, 30), 1e20],
        [None] * 4,
        ["x", 0.1, timedelta(hours=30), -0.0],
    ):
        sheet.append(row)
    sheet["A30"] = " x "
    sheet["A40"].number_format = "0.00"  # a cell with a format and nothing in it
    odd.save(book)
    at_once = opened(book, sheet="2")
    monkeypatch.setattr("hanviet.tables.workbook_rows.STREAMED_FROM", 0)
    streamed = opened(book, sheet="2")
    assert type(streamed._rows) is not type(at_once._rows)
    assert (streamed.header, streamed.header_row) == (at_once.header, at_once.header_row)
    assert streamed.count == at_once.count
    assert list(streamed.rows()) == list(at_once.rows())
    assert list(streamed.rows()) == list(at_once.rows())

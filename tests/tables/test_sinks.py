"""Tables as they are written: for Excel, as workbooks, as JSON lines, with several columns."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from hanviet.errors import HanvietError
from hanviet.linking.reconcile import COLUMNS
from hanviet.tables.columns import Columns
from hanviet.tables.job import Job
from hanviet.tables.reference import Reference
from hanviet.tables.running import run
from hanviet.tables.sinks import excel_cell
from hanviet.tables.source import open_source


def done(folder: Path, data: bytes | str, name: str, target: str, **options: Any) -> list[str]:
    """Reconcile a file of these bytes; what was said. The output is `target` in the folder."""
    (folder / "ref.csv").write_text("vi,zh\nTrần Cương,陈刚\nLạng Sơn,谅山\n", encoding="utf-8")
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    said: list[str] = []
    options = {
        "columns": Columns(("name",)),
        "reference": Reference(folder / "ref.csv", "vi", "zh"),
        **options,
    }
    run(Job(path, folder / target, **options), said.append)
    return said


def test_excel_shows_cells_as_they_were_typed(tmp_path: Path) -> None:
    data = "id,name,note\n007,Trần Cương,=1+1\n1234567890123456789,@x,+84912\n-5,-a,-1.5\n"
    done(tmp_path, data, "in.csv", "out.csv", excel=True)
    text = (tmp_path / "out.csv").read_text(encoding="utf-8")
    assert text.startswith("\ufeffid,")
    rows = list(csv.reader(io.StringIO(text)))
    assert [row[:3] for row in rows[1:]] == [
        ['="007"', "Trần Cương", "'=1+1"],
        ['="1234567890123456789"', "'@x", '="+84912"'],
        ["-5", "'-a", "-1.5"],
    ]


@given(st.text(max_size=10))
def test_no_cell_for_excel_begins_a_formula_that_was_typed(cell: str) -> None:
    written = excel_cell(cell)
    assert isinstance(written, str)
    assert cell in written
    if written.startswith("="):
        assert written == f'="{cell}"'
        assert cell.lstrip("+").isdecimal()
    elif written[:1] in ("+", "-", "@", "\t", "\r"):
        assert float(written.replace(",", "")) < 0 or written.startswith("-0")


def test_several_columns_each_get_their_own(tmp_path: Path) -> None:
    columns = Columns(("a", "b"))
    said = done(tmp_path, "a,b\nTrần Cương,谅山\n", "in.csv", "out.csv", columns=columns)
    source = open_source(tmp_path / "out.csv")
    assert source.header == (
        "a", "b", *(f"a_{name}" for name in COLUMNS), *(f"b_{name}" for name in COLUMNS)
    )  # fmt: skip
    row = dict(zip(source.header, next(source.rows()), strict=True))
    assert (row["a_hanviet_zh_hans"], row["b_hanviet_vi"]) == ("陈刚", "Lạng Sơn")
    assert said[-1] == "1 row, 2 cells: 2 linked"


@pytest.mark.parametrize("header", ["Họ tên", " Họ  tên ", "HỌ TÊN", "Ho\u0323 te\u0302n"])
def test_a_column_is_found_whatever_its_spaces_case_and_normal_form(
    tmp_path: Path, header: str
) -> None:
    done(tmp_path, f"n;{header}\n1;Trần Cương\n", "in.csv", "out.csv", columns=Columns(("Họ tên",)))
    source = open_source(tmp_path / "out.csv")
    assert source.header[:3] == ("n", header, "hanviet_id")
    assert next(source.rows())[3] == "Trần Cương"


def test_json_lines_keep_their_text(tmp_path: Path) -> None:
    lines = [
        '{"id": 1e5, "name": "x"}',
        '{ "name":null,"a":[1.0] }',
        "{}",
    ]
    done(tmp_path, "\n".join(lines) + "\n\n", "in.jsonl", "out.jsonl")
    found = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert found[0].startswith('{"id": 1e5, "name": "x", "hanviet_id": null')
    assert found[1].startswith('{ "name":null,"a":[1.0], "hanviet_id"')
    assert found[2].startswith('{"hanviet_id"')
    assert all(json.loads(line)["hanviet_decision"] == "unknown" for line in found)


@pytest.mark.parametrize("line", ['{"name": ', "[1]", "3", "{" * 5000])
def test_lines_that_are_no_objects_are_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(HanvietError, match=r"in\.jsonl:2: is no JSON"):
        done(tmp_path, '{"name": "x"}\n' + line, "in.jsonl", "out.jsonl")


def test_a_workbook_is_copied_with_new_columns(tmp_path: Path) -> None:
    stream = io.BytesIO()
    book = Workbook()
    assert book.active is not None
    book.active.append(["name", "n"])
    book.active.append(["TrÇn C\u00ad¬ng", "007"])
    for shown in ("L¹ng S¬n", "NguyÔn V¨n", "ThÞ §Æng"):
        book.active.append([shown, 1])
    book.save(stream)
    said = done(tmp_path, stream.getvalue(), "in.xlsx", "out.xlsx")
    assert "tcvn3 read as cp1252, a guess" in said[0]
    sheet = load_workbook(tmp_path / "out.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][:5] == [
        "TrÇn C\u00ad¬ng", "007", "1", "Trần Cương", "陈刚",
    ]  # fmt: skip


def test_text_may_become_a_workbook_and_a_workbook_text(tmp_path: Path) -> None:
    done(tmp_path, "id;name\n007;Trần Cương\n1;=1+1\n", "in.csv", "out.xlsx")
    sheet = load_workbook(tmp_path / "out.xlsx").active
    assert sheet is not None
    assert [[cell.value for cell in row][:3] for row in sheet.rows][1:] == [
        ["007", "Trần Cương", "1"], ["1", "=1+1", None],
    ]  # fmt: skip
    assert sheet["B3"].data_type == "s"
    data = (tmp_path / "out.xlsx").read_bytes()
    (tmp_path / "again.xlsx").write_bytes(data)
    columns = Columns(("hanviet_vi", "name"))
    done(tmp_path, data, "in.xlsx", "out.csv", columns=columns)
    assert "007,Trần Cương,1" in (tmp_path / "out.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "target"), [("in.jsonl", "out.xlsx"), ("in.csv", "out.xls")])
def test_forms_that_cannot_be_written_are_refused(tmp_path: Path, name: str, target: str) -> None:
    data = '{"name": "x"}\n' if name == "in.jsonl" else "name\nx\n"
    with pytest.raises(HanvietError):
        done(tmp_path, data, name, target)


def test_what_tells_excel_the_delimiter_stays(tmp_path: Path) -> None:
    done(tmp_path, "sep=|\r\nid|name\r\n1|a,b;c\r\n", "in.csv", "out.csv")
    text = (tmp_path / "out.csv").read_bytes().decode()
    assert text.startswith("sep=|\r\nid|name|hanviet_id|")
    assert text.splitlines()[2].startswith("1|a,b;c|")


def test_damaged_and_wrongly_read_cells_are_looked_up_mended(tmp_path: Path) -> None:
    rows = "".join(f"{n},Lạng Sơn\n" for n in range(20))
    done(tmp_path, f"id,name\n{rows}x,Tráº§n CÆ°Æ¡ng\n", "in.csv", "out.csv")
    last = list(open_source(tmp_path / "out.csv").rows())[-1]
    assert last[1:5] == ("Tráº§n CÆ°Æ¡ng", "1", "Trần Cương", "陈刚")


def test_anomalies_are_said_with_their_lines(tmp_path: Path) -> None:
    data = 'id,name\n1,"Trần Cương\n2\n3,x,y\n4,ok\n'
    said = done(tmp_path, data, "in.csv", "out.csv")
    assert any("too few cells, filled up with empty ones: 1 row (line 3)" in line for line in said)
    assert any("too many cells, kept in new columns: 1 row (line 4)" in line for line in said)
    assert any("quotes that do not close, kept as characters" in line for line in said)

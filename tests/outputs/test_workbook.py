import builtins
from pathlib import Path
from typing import Any

import pytest
from tests.outputs.made import make_alignment, make_mention

from hanviet.alignment import CONFLICT_COLUMNS, ENTITY_COLUMNS
from hanviet.errors import HanvietError
from hanviet.linking.mention import COLUMNS
from hanviet.outputs.workbook import write_workbook

openpyxl = pytest.importorskip("openpyxl")

TEXT = "Nam Ninh"


def written(path: Path, **changes: Any) -> Any:
    write_workbook(make_alignment(make_mention(TEXT, 0, 8, **changes)), path)
    return openpyxl.load_workbook(path)


def test_it_has_three_sheets_with_their_columns(tmp_path: Path) -> None:
    book = written(tmp_path / "names.xlsx")
    assert book.sheetnames == ["Entities", "Mentions", "Conflicts"]
    for name, columns in zip(
        book.sheetnames, (ENTITY_COLUMNS, COLUMNS, CONFLICT_COLUMNS), strict=True
    ):
        assert [cell.value for cell in book[name][1]] == list(columns)


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    mention = make_mention(TEXT, 0, 8)
    sheet = written(tmp_path / "names.xlsx")["Mentions"]
    row = dict(zip(COLUMNS, [cell.value for cell in sheet[2]], strict=True))
    assert row == mention.to_row() | {"cluster": "c1"}


def test_the_header_is_frozen_filtered_and_wide_enough(tmp_path: Path) -> None:
    sheet = written(tmp_path / "names.xlsx")["Mentions"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:Q2"
    assert sheet.column_dimensions["D"].width >= len(TEXT)
    assert sheet["A1"].font.bold


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_what_begins_like_a_formula_is_text(tmp_path: Path, text: str) -> None:
    sheet = written(tmp_path / "names.xlsx", vi=text, file=text)["Mentions"]
    cell = sheet.cell(2, COLUMNS.index("vi") + 1)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_characters_that_xml_cannot_hold_are_replaced(tmp_path: Path) -> None:
    sheet = written(tmp_path / "names.xlsx", vi="a\x00b\x1bc\ud800")["Mentions"]
    assert sheet.cell(2, COLUMNS.index("vi") + 1).value == "a\ufffdb\ufffdc\ufffd"


def test_an_error_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "names.xlsx"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write_workbook(make_alignment(make_mention(TEXT, 0, 8)), path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_without_openpyxl_the_error_names_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = builtins.__import__

    def without(name: str, *args: Any, **more: Any) -> Any:
        if name.startswith("openpyxl"):
            raise ImportError(name)
        return usual(name, *args, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(HanvietError, match=r"pip install hanviet\[excel\]"):
        write_workbook(make_alignment(), tmp_path / "names.xlsx")
    assert list(tmp_path.iterdir()) == []

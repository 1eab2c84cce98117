"""Where the data are found, and how their small tables are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from hanviet.data import ENVIRONMENT_VARIABLE, data_path, read_sections
from hanviet.errors import GazetteerError, HanvietError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path))
    return tmp_path


def test_the_shipped_data_are_found_without_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)
    assert data_path().name == "gazetteer"
    assert data_path("readings/pinyin-surnames.yaml").is_file()


def test_the_variable_goes_first(folder: Path) -> None:
    assert data_path() == folder


def test_a_variable_that_names_no_folder_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "/no/such/folder")
    with pytest.raises(HanvietError, match="/no/such/folder: HANVIET_GAZETTEER names no folder"):
        data_path("readings")


def test_a_missing_file_is_an_error_that_names_it(folder: Path) -> None:
    with pytest.raises(HanvietError, match=r"has no readings/x\.yaml"):
        data_path("readings/x.yaml")


def test_scalars_stay_text(folder: Path) -> None:
    (folder / "table.yaml").write_text("a: {no: 12:30, yes: }\n", encoding="utf-8")
    assert read_sections("table.yaml") == {"a": {"no": "12:30", "yes": ""}}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a:\n  b: c\n  b: d\n", "table.yaml:3: duplicate key 'b'"),
        ("a:\n  b: [c]\n", "table.yaml:2: expected a plain text"),
        ("- a\n", "table.yaml:1: expected"),
        ("", "expected `key: value` lines"),
        ("a:\n\tb: c\n", "not a YAML table"),
    ],
)
def test_a_broken_table_is_one_line_with_its_place(folder: Path, text: str, complaint: str) -> None:
    (folder / "table.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(GazetteerError, match=complaint) as error:
        read_sections("table.yaml")
    assert "\n" not in str(error.value)

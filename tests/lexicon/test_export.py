"""The gazetteer as rows of a table."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.cli.main import main
from hanviet.lexicon.export import EXPORT_COLUMNS, SEPARATOR, export_rows
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.lexicon.model import Entry, Pair

FOLDER = Path(__file__).parents[1] / "fixtures" / "gazetteer"
PAGE = Path(__file__).parents[2] / "docs" / "gazetteer-export.md"

forms = st.lists(st.text(min_size=1, max_size=8), max_size=3, unique=True).map(tuple)
pairs = st.builds(Pair, vi=forms, zh=forms, avoid=st.booleans(), sources=forms)
entries = st.builds(
    lambda names: Entry("org.cn.x", "ORG", "CN", names, since="1949"),
    st.lists(pairs, max_size=3).map(tuple),
)


def run(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as error:
        main(["gazetteer", "export", *map(str, arguments)])
    assert isinstance(error.value.code, int)
    return error.value.code


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines()))


@given(entries)
def test_every_pair_is_a_row_and_every_form_is_in_it(entry: Entry) -> None:
    rows = list(export_rows([entry]))
    assert len(rows) == len(entry.pairs)
    for row, pair in zip(rows, entry.pairs, strict=True):
        assert tuple(form for form in (row.vi, *row.vi_other) if form) == pair.vi
        assert tuple(form for form in (row.zh_hans, *row.zh_other) if form) == pair.zh
        assert tuple(row.to_plain()) == tuple(row.to_cells()) == EXPORT_COLUMNS
        assert json.loads(json.dumps(row.to_plain())) == row.to_plain()


def test_a_pair_without_dates_has_those_of_its_entry() -> None:
    names = (Pair(vi=("A",), until="1954"), Pair(vi=("B",), since="1955"))
    rows = export_rows([Entry("org.cn.x", "ORG", "CN", names, since="1949", until="1990")])
    dates = [(row.since, row.until) for row in rows]
    assert dates == [("1949", "1954"), ("1955", "1990")]


def test_a_wrong_form_is_marked() -> None:
    names = (Pair(vi=("A",)), Pair(vi=("B",), avoid=True))
    rows = list(export_rows([Entry("org.cn.x", "ORG", "CN", names)]))
    assert [row.to_cells()["avoid"] for row in rows] == ["", "true"]
    assert [row.to_plain()["avoid"] for row in rows] == [False, True]


def test_csv_on_standard_output_says_what_the_gazetteer_says(
    small: Gazetteer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(FOLDER) == 0
    rows = read_csv(capsys.readouterr().out)
    assert len(rows) == sum(len(entry.pairs) for entry in small.entries.values())
    row = next(row for row in rows if row["id"] == "org.cn.communist-party")
    assert (row["vi"], row["zh_hans"], row["zh_other"]) == (
        "Đảng Cộng sản Trung Quốc", "中国共产党", "中共",
    )  # fmt: skip
    assert (row["zh_hant"], row["kind"], row["status"]) == ("中國共產黨", "party", "reviewed")


def test_both_files_of_a_folder_hold_the_same(tmp_path: Path) -> None:
    assert run(FOLDER, "-o", tmp_path) == 0
    cells = read_csv((tmp_path / "gazetteer.csv").read_text(encoding="utf-8"))
    lines = (tmp_path / "gazetteer.jsonl").read_text(encoding="utf-8").splitlines()
    for cell, line in zip(cells, map(json.loads, lines), strict=True):
        for name, value in line.items():
            plain = SEPARATOR.join(value) if isinstance(value, list) else value
            assert cell[name] == ("" if plain is False else plain)


@pytest.mark.parametrize(
    ("name", "options", "first"),
    [
        ("names.csv", (), "id,type"),
        ("names.jsonl", (), '{"id"'),
        ("names.txt", (), "id,type"),
        ("names.txt", ("--format", "jsonl"), '{"id"'),
    ],
)
def test_the_ending_or_the_option_decides_the_format(
    name: str, options: tuple[str, ...], first: str, tmp_path: Path
) -> None:
    assert run(FOLDER, "-o", tmp_path / name, *options) == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(first)


def test_a_format_for_a_folder_writes_one_file(tmp_path: Path) -> None:
    assert run(FOLDER, "--format", "csv", "-o", tmp_path) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["gazetteer.csv"]


def test_every_column_is_documented_in_its_order() -> None:
    rows = re.findall(r"^\| (`.+?) \|", PAGE.read_text(encoding="utf-8"), re.M)
    documented = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert tuple(documented) == EXPORT_COLUMNS

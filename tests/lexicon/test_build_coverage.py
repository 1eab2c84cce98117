"""The page that says what the gazetteer covers."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.scripts import load_script

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "fixtures" / "gazetteer"


@pytest.fixture(scope="module")
def build():
    return load_script("gazetteer/scripts/build_coverage.py")


@pytest.fixture
def page(build, tmp_path):
    target = tmp_path / "coverage.md"
    assert build.main(["--gazetteer", str(FOLDER), "-o", str(target)]) == 0
    return target


def test_the_page_counts_by_part_type_country_kind_status_and_file(page):
    lines = page.read_text(encoding="utf-8").splitlines()
    assert "19 entries, 19 of them reviewed, with 25 pairs of forms; 4 patterns." in lines
    assert "| people | China | 0 | 3 | 0 | 3 |" in lines
    assert "| places | the rest of the world | 0 | 3 | 0 | 3 |" in lines
    assert "| ORG | 0 | 4 | 0 | 4 |" in lines
    assert "| PLACE | country | 0 | 5 | 0 | 5 |" in lines
    assert "| VN | 0 | 9 | 0 | 9 |" in lines
    assert "| `people/people.yaml` | 0 | 5 | 0 | 5 |" in lines


def test_every_table_adds_up_to_all_entries(page):
    sections = page.read_text(encoding="utf-8").split("\n## ")[1:]
    assert [section.splitlines()[0] for section in sections] == [
        "By part and region", "By type", "By kind", "By country", "By file",
    ]  # fmt: skip
    for section in sections:
        rows = [line for line in section.splitlines() if line.startswith("|")][2:]
        assert sum(int(row.split("|")[-2]) for row in rows) == 19


def test_check_tells_whether_the_page_is_up_to_date(build, page, capsys):
    options = ["--gazetteer", str(FOLDER), "-o", str(page), "--check"]
    assert build.main(options) == 0
    page.write_text("old", encoding="utf-8")
    assert build.main(options) == 1
    assert "run the script" in capsys.readouterr().err
    assert page.read_text(encoding="utf-8") == "old"


def test_rows_of_derived_tables_are_counted(build, tmp_path):
    (tmp_path / "derived").mkdir()
    (tmp_path / "derived" / "x.tsv").write_text("id\tvi\na\tA\nb\tB\n", encoding="utf-8")
    assert build.derived_rows(tmp_path, []) == {"derived/x.tsv": (2, 2)}


def test_broken_data_end_2(build, tmp_path, capsys):
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "x.yaml").write_text("- {id: a}\n", encoding="utf-8")
    options = ["--gazetteer", str(tmp_path), "-o", str(tmp_path / "c.md")]
    assert build.main(options) == 2
    assert "people/x.yaml:1" in capsys.readouterr().err

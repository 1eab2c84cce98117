"""`hanviet dedupe`: rows kept, clusters added."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook

from hanviet.cli.main import cli, main
from hanviet.linking.dedupe_table import DEDUPE_COLUMNS


def test_rows_and_columns_are_kept_and_clusters_added(tmp_path: Path) -> None:
    table, target = tmp_path / "in.csv", tmp_path / "out.csv"
    table.write_text("id,name\n007,Trần Cương\n8,陳剛\n9,\n10,Tran Cuong\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["dedupe", str(table), "--column", "name", "-o", str(target)])
    assert result.exit_code == 0, result.output
    rows = list(csv.reader(target.read_text(encoding="utf-8").splitlines()))
    assert rows[0] == ["id", "name", *DEDUPE_COLUMNS]
    assert [row[:4] for row in rows[1:]] == [
        ["007", "Trần Cương", "c1", "Trần Cương"],
        ["8", "陳剛", "c1", "Trần Cương"],
        ["9", "", "", ""],
        ["10", "Tran Cuong", "c1", "Trần Cương"],
    ]


def test_doubt_ends_with_1_if_strict_and_never_replaces_the_input(tmp_path: Path) -> None:
    table = tmp_path / "in.csv"
    table.write_text("name\nTrần Cương\nTrần Cường\nTran Cuong\n", encoding="utf-8")
    arguments = ["dedupe", str(table), "--column", "name"]
    for options, status in (([], 0), (["--strict"], 1), (["-o", str(table)], 2)):
        with pytest.raises(SystemExit) as ended:
            main([*arguments, *options])
        assert (ended.value.code or 0) == status


def deduped(path: Path, target: Path, *options: str) -> str:
    """What a run says."""
    arguments = ["dedupe", str(path), "--column", "name", "-o", str(target), *options]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_workbook_stays_one_and_only_its_sheet_changes(tmp_path: Path) -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Ghi chú"
    sheet = book.create_sheet("Tên")
    for row in (["no", "name"], ["007", "Trần Cương"], ["8", "陳剛"]):
        sheet.append(row)
    book.save(tmp_path / "in.xlsx")
    deduped(tmp_path / "in.xlsx", tmp_path / "out.xlsx", "--sheet", "Tên")
    made = load_workbook(tmp_path / "out.xlsx")
    assert made.sheetnames == ["Ghi chú", "Tên"]
    assert [row[:4] for row in made["Tên"].iter_rows(values_only=True)][1:] == [
        ("007", "Trần Cương", "c1", "Trần Cương"), ("8", "陳剛", "c1", "Trần Cương"),
    ]  # fmt: skip


def test_encodings_json_lines_and_excel_are_as_in_reconcile(tmp_path: Path) -> None:
    table, target = tmp_path / "in.csv", tmp_path / "out.csv"
    table.write_bytes("no;name\n007;陈刚\n8;陳剛\n".encode("gb18030"))
    assert "gb18030" in deduped(table, target, "--excel")
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert '"=""007""";陈刚;c1' in target.read_text(encoding="utf-8-sig")
    lines = tmp_path / "in.jsonl"
    lines.write_text('{"name": "Trần Cương", "n": 1.0}\n', encoding="utf-8")
    deduped(lines, tmp_path / "out.jsonl")
    assert '"n": 1.0, "hanviet_cluster": "c1"' in (tmp_path / "out.jsonl").read_text("utf-8")


def test_a_report_counts_what_the_output_has(tmp_path: Path) -> None:
    table, report = tmp_path / "in.csv", tmp_path / "report.json"
    table.write_text('name\nTrần Cương\nTrần Cường\nTran Cuong\n""\n', encoding="utf-8")
    page = tmp_path / "report.html"
    deduped(table, tmp_path / "out.csv", "--report", str(report), "--report", str(page))
    found = json.loads(report.read_text(encoding="utf-8"))
    assert "<h1>Report on duplicates: " in page.read_text(encoding="utf-8")
    assert found["decisions"] == {"linked": 2, "review": 1, "proposed": 0, "unknown": 1}
    assert (found["rows"], found["reference"]) == (4, "itself")
    assert "Tran Cuong" in page.read_text(encoding="utf-8")


def test_options_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("name\n陈刚\n", encoding="utf-8")
    config = tmp_path / "dedupe.yaml"
    config.write_text("input: in.csv\ncolumn: name\noutput: out.csv\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["dedupe", "--config", str(config)])
    assert result.exit_code == 0, result.output
    assert "c1" in (tmp_path / "out.csv").read_text(encoding="utf-8")

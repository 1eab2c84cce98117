"""`hanviet dedupe`: rows kept, clusters added."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

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

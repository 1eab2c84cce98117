"""Cells with several names, rows that may be used once, and several processes, in a whole batch."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pandas as pd
import pytest

import hanviet
from hanviet.cli.main import main

REFERENCE = pd.DataFrame({
    "vi": ["Trần Cương", "Hoàng Khôn Minh", "Lâm Đan"], "zh": ["陈刚", "黄坤明", "林丹"],
})  # fmt: skip
AGAINST = {"against": REFERENCE, "vi": "vi", "zh": "zh"}


def batch(folder: Path, cells: list[str], *options: str, status: int = 0) -> list[dict[str, str]]:
    """The rows that `hanviet reconcile` writes."""
    table, reference, target = folder / "in.csv", folder / "ref.csv", folder / "out.csv"
    with table.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["name"], *([cell] for cell in cells)])
    REFERENCE.to_csv(reference, index=False)
    with pytest.raises(SystemExit) as ended:
        main(["reconcile", str(table), "--column", "name", "--against", str(reference), "--vi",
              "vi", "--zh", "zh", "-o", str(target), *options])  # fmt: skip
    assert (ended.value.code or 0) == status
    with target.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_several_names_are_joined_if_asked_for(tmp_path: Path) -> None:
    cells = ["Trần Cương; Hoàng Khôn Minh", "Lâm Đan"]
    assert [row["hanviet_decision"] for row in batch(tmp_path, cells)] == ["review", "linked"]
    rows = batch(tmp_path, cells, "--split", "--top", "1")
    assert [row["hanviet_id"] for row in rows] == ["1; 2", "3"]
    assert [row["hanviet_decision"] for row in rows] == ["linked", "linked"]
    framed = hanviet.reconcile(cells, split=True, **AGAINST)  # type: ignore[arg-type]
    assert list(framed["hanviet_zh_hans"]) == ["陈刚; 黄坤明", "林丹"]


def test_a_row_that_may_be_used_once_goes_to_the_best(tmp_path: Path) -> None:
    cells = ["Tran Cuong", "Trần Cương", "Lâm Đan", "林丹", "?"]
    wanted = ["review", "linked", "review", "review", "unknown"]
    rows = batch(tmp_path, cells, "--one-to-one")
    assert [row["hanviet_decision"] for row in rows] == wanted
    assert "taken by another" in rows[0]["hanviet_reason"]
    assert "equally well: 林丹" in rows[2]["hanviet_reason"]
    framed = hanviet.reconcile(cells, one_to_one=True, **AGAINST)  # type: ignore[arg-type]
    assert list(framed["hanviet_decision"]) == wanted
    assert list(framed["hanviet_reason"]) == [row["hanviet_reason"] for row in rows]
    assert batch(tmp_path, cells[1:2], "--one-to-one", "--strict")
    batch(tmp_path, cells[:2], "--one-to-one", "--strict", status=1)


def test_the_number_of_processes_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hanviet.linking.workers.ITEMS_TO_START", 2)
    monkeypatch.setattr("hanviet.tables.batch.CHUNK_ROWS", 3)
    chance = random.Random(1)
    cells = [
        chance.choice(["Tran Cuong", "陳剛", "Lâm Đan", "Hoàng Khôn Mihn", "?"]) for _ in "x" * 20
    ]
    one = batch(tmp_path, cells, "--workers", "1")
    assert batch(tmp_path, cells, "--workers", "2") == one
    framed = hanviet.reconcile(cells, workers=2, **AGAINST)  # type: ignore[arg-type]
    assert list(framed["hanviet_decision"]) == [row["hanviet_decision"] for row in one]

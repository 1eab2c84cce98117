"""One-to-one in a batch: the report, the review and decisions know of it."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from tests.tables.made_jobs import Batch

import hanviet

NAMES = ["Trần Cương", "Tran Cuong", "Lạng Sơn", "Lạng Sơn", "Nguyễn Văn Linh"]


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    return Batch(tmp_path, "name\n" + "".join(f"{name}\n" for name in NAMES))


def test_what_loses_is_for_review_in_every_output(batch: Batch) -> None:
    review, report = batch.folder / "review.csv", batch.folder / "report.json"
    status, _ = batch.run(one_to_one=True, review_file=review, reports=(report,), strict=True)
    assert status == 1
    wanted = ["linked", "review", "review", "review", "linked"]
    assert batch.column("hanviet_decision") == wanted
    assert "taken by another that agrees better: Trần Cương" in batch.column("hanviet_reason")[1]
    assert "claim its row equally well" in batch.column("hanviet_reason")[2]
    assert "Tran Cuong" in review.read_text(encoding="utf-8-sig")
    assert json.loads(report.read_text(encoding="utf-8"))["decisions"]["review"] == 3


def test_what_a_person_decided_goes_first(batch: Batch) -> None:
    batch.decide([{"value": "Tran Cuong", "verdict": "match", "id": "a"}])
    batch.run(one_to_one=True)
    assert batch.column("hanviet_decision")[:2] == ["review", "linked"]


def test_frames_decide_as_the_batch_does_for_the_same_reasons(batch: Batch) -> None:
    batch.decide([{"value": "Tran Cuong", "verdict": "match", "id": "a", "who": "Lan"}])
    batch.run(one_to_one=True)
    framed = hanviet.reconcile(
        pd.DataFrame({"name": NAMES}), column="name", one_to_one=True, vi="vi", zh="zh", id="no",
        against=pd.read_csv(batch.folder / "ref.csv", dtype=str), reference="ref.csv",
        decisions=batch.folder / "decisions.jsonl",
    )  # fmt: skip
    for column in ("hanviet_decision", "hanviet_id", "hanviet_reason"):
        assert framed[column].fillna("").tolist() == batch.column(column)

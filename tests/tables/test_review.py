"""Reviews: in a terminal with one key an answer, and in a file that is read back."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.tables.made_jobs import Batch, read_csv

import hanviet
from hanviet.errors import HanvietError
from hanviet.tables.review import Terminal
from hanviet.tables.review_words import NO, UNSURE, YES

TABLE = "name\nVương Nghị\nTrần Cương\nN. V. Linh\nVương Nghị\nTrần Cường\n"


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    return Batch(tmp_path, TABLE)


def walked(batch: Batch, keys: str, whys: tuple[str, ...] = (), **changed: Any) -> list[str]:
    """Review with these keys; what was shown."""
    shown: list[str] = []
    pressed: Iterator[str] = iter(keys)
    reasons = iter(whys)
    terminal = Terminal(lambda: next(pressed), shown.append, lambda _: next(reasons))
    batch.run(terminal=terminal, **changed)
    assert not list(pressed)
    return shown


def test_one_key_is_one_answer(batch: Batch) -> None:
    shown = walked(batch, "2n1")
    assert batch.column("hanviet_id") == ["e", "a", "", "e", "a"]
    assert batch.column("hanviet_decision") == ["linked", "linked", "unknown", "linked", "linked"]
    assert [line["verdict"] for line in batch.decided()] == ["match", "no-match", "match"]
    assert "[1/3] name: Vương Nghị   (2 rows, the first is 1)" in shown
    assert any(line.startswith("  2  Vương Nghị 王义") for line in shown)


def test_a_decision_says_who_when_why_and_on_which_data(batch: Batch) -> None:
    walked(batch, "w1q", whys=("xem công văn",))
    (line,) = batch.decided()
    assert line["who"] == "Lan"
    assert line["when"] == "2026-03-15T08:00:00+00:00"
    assert line["why"] == "xem công văn"
    assert line["data"].startswith("ref.csv ")
    assert (line["id"], line["forms"]["zh_hans"]) == ("d", "王毅")


def test_a_review_can_be_left_and_goes_on_where_it_was(batch: Batch) -> None:
    shown = walked(batch, "1q")
    assert shown[-1] == "1 decided now, 2 left; the same command goes on"
    assert batch.column("hanviet_decision")[0] == "linked"
    shown = walked(batch, "uq")
    assert shown[1].startswith("[1/2] name: N. V. Linh")
    assert walked(batch, "\x1b")[1].startswith("[1/1] name: Trần Cường")


def test_an_answer_can_be_taken_back(batch: Batch) -> None:
    walked(batch, "1b2q")
    assert [line["verdict"] for line in batch.decided()] == ["match", "withdrawn", "match"]
    assert batch.column("hanviet_id")[0] == "e"


def test_names_can_be_skipped_and_other_keys_do_nothing(batch: Batch) -> None:
    walked(batch, "x9 sbss1")
    assert [line["value"] for line in batch.decided()] == ["Trần Cường"]


def test_nothing_in_a_cell_steers_the_terminal(batch: Batch) -> None:
    batch.table.write_text('name\n"Tran\x1b[2J Coung"\n"Tran\nCuong X"\nN. V. Linh\n', "utf-8")
    shown = walked(batch, "q")
    assert not any(char < " " or "\x7f" <= char < "\xa0" for line in shown for char in line)


def filled(path: Path, answers: dict[str, str], why: str = "") -> None:
    """Fill a review file in, as with a spreadsheet."""
    text = path.read_text(encoding="utf-8-sig").splitlines()
    lines = [text[0]]
    for line in text[1:]:
        name = line.split(",")[2]
        lines.append(f"{answers.get(name, '')},{why}{line[1:]}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-16")


@pytest.mark.parametrize(
    ("lang", "answers"),
    [("en", ("2", "no", "Yes")), ("vi", ("2", "Không", "CÓ")), ("zh", ("2.0", "否", "a"))],
)
def test_a_review_file_is_written_filled_in_and_read_back(
    batch: Batch, lang: str, answers: tuple[str, str, str]
) -> None:
    path = batch.folder / "review.csv"
    _, said = batch.run(review_file=path, lang=lang)
    assert f"{path}: 3 names to review" in said
    assert read_csv(path)[0]["hanviet_data"].startswith("{")
    filled(path, dict(zip(("Vương Nghị", "N. V. Linh", "Trần Cường"), answers, strict=True)), "x")
    _, said = batch.run(review_file=path, lang=lang)
    assert f"{path}: 3 answers read" in said
    assert f"{path}: 0 names to review" in said
    assert batch.column("hanviet_id") == ["e", "a", "", "e", "a"]
    assert [line["why"] for line in batch.decided()] == ["x"] * 3
    batch.run(review_file=path, lang=lang)
    assert len(batch.decided()) == 3


def test_a_review_file_may_be_a_workbook(batch: Batch) -> None:
    path = batch.folder / "review.xlsx"
    batch.run(review_file=path)
    book = load_workbook(path)
    assert book.active is not None
    book.active["A2"] = 2
    book.active["A3"] = "?"
    book.save(path)
    batch.run(review_file=path)
    assert batch.column("hanviet_id")[0] == "e"
    assert [line["verdict"] for line in batch.decided()] == ["match", "unsure"]


def test_what_is_not_understood_changes_nothing(batch: Batch) -> None:
    path = batch.folder / "review.csv"
    batch.run(review_file=path)
    filled(path, {"Vương Nghị": "maybe", "N. V. Linh": "7", "Trần Cường": "1"})
    before, output = path.read_bytes(), (batch.folder / "out.csv").read_bytes()
    with pytest.raises(HanvietError, match=r"row 2: the answer 'maybe' is not understood; row 3"):
        batch.run(review_file=path)
    assert path.read_bytes() == before
    assert (batch.folder / "out.csv").read_bytes() == output
    assert batch.decided() == []


def test_a_file_that_is_no_review_is_not_replaced(batch: Batch) -> None:
    path = batch.folder / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(HanvietError, match="is no file of names to review"):
        batch.run(review_file=path)
    assert path.read_text(encoding="utf-8") == "a,b\n1,2\n"


def test_no_answer_means_two_things() -> None:
    assert not YES & NO
    assert not YES & UNSURE
    assert not NO & UNSURE


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal")
def test_the_command_asks_in_a_terminal(batch: Batch) -> None:
    pexpect = pytest.importorskip("pexpect")
    arguments = [
        "-c", "from hanviet.cli.main import main; main()", "reconcile", "in.csv", "--column",
        "name", "--against", "ref.csv", "--vi", "vi", "--zh", "zh", "--id", "no", "-o", "out.csv",
        "--decisions", "decisions.jsonl", "--review", "--who", "Lan",
    ]  # fmt: skip
    folder = str(Path(hanviet.__file__).parent.parent)
    environment = {**os.environ, "PYTHONPATH": folder, "TERM": "dumb"}
    child = pexpect.spawn(
        sys.executable, arguments, cwd=str(batch.folder), env=environment, encoding="utf-8",
        timeout=30, dimensions=(40, 160),
    )  # fmt: skip
    child.expect(r"\[1/3\] name: Vương Nghị")
    child.expect("1–2 this is it")
    child.send("2")
    child.expect(r"\[2/3\] name: N\. V\. Linh")
    child.send("w")
    child.expect("Why")
    child.sendline("không phải")
    child.send("n")
    child.expect(r"\[3/3\]")
    child.send("b")
    child.expect("taken back")
    child.expect(r"\[2/3\]")
    child.send("q")
    child.expect("1 decided now, 2 left")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert [line["verdict"] for line in batch.decided()] == ["match", "no-match", "withdrawn"]
    assert batch.column("hanviet_id")[0] == "e"

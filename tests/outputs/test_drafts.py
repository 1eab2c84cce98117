"""Draft entries of what an alignment joined by readings."""

from __future__ import annotations

from pathlib import Path

import pytest

from hanviet.cli.main import main
from hanviet.lexicon.formatting import formatted
from hanviet.lexicon.load import read_entry_file

VI = (
    "Lạng Sơn, ngày 12/5/2025. Chủ tịch UBND tỉnh Lạng Sơn tiếp Phó Thị trưởng thành phố Sùng Tả "
    "Lâm Gia Mẫn tại cửa khẩu Hữu Nghị. Ông Mẫn cảm ơn."
)
ZH = "2025年5月12日，崇左市副市长林家敏访问越南谅山省，参观友谊关口岸。林家敏表示，双方将加强合作。"


@pytest.fixture
def documents(tmp_path: Path) -> list[str]:
    for name, text in (("vi.txt", VI), ("zh.txt", ZH)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "vi.txt"), str(tmp_path / "zh.txt")]


def run(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as error:
        main([*map(str, arguments)])
    assert isinstance(error.value.code, int)
    return error.value.code


def suggest(documents: list[str], tmp_path: Path) -> Path:
    target = tmp_path / "drafts.yaml"
    assert run("align", *documents, "--suggest", target, "-o", tmp_path / "a.tsv") == 0
    return target


def test_a_joined_name_becomes_a_draft_with_its_evidence(
    documents: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = suggest(documents, tmp_path)
    entries, problems = read_entry_file(target, "drafts")
    assert not problems
    (entry,) = entries
    assert (entry.id, entry.type, entry.country, entry.status) == (
        "person.cn.lin-jiamin", "PERSON", "CN", "draft"
    )  # fmt: skip
    assert (entry.vi, entry.zh, entry.pairs[0].pinyin) == ("Lâm Gia Mẫn", "林家敏", "Lín Jiāmǐn")
    assert [role.title for role in entry.roles] == ["Phó Thị trưởng Sùng Tả"]
    text = target.read_text(encoding="utf-8")
    start = VI.index("Lâm")
    assert f"{documents[0]}:{start}-{start + 11} Lâm Gia Mẫn" in text
    assert "about the same event" in text
    assert "1 draft" in capsys.readouterr().err


def test_drafts_are_in_the_canonical_layout(documents: list[str], tmp_path: Path) -> None:
    target = suggest(documents, tmp_path)
    assert formatted(target.read_bytes(), "x") == target.read_text(encoding="utf-8")


def test_a_reviewed_draft_links_what_it_names(documents: list[str], tmp_path: Path) -> None:
    target = suggest(documents, tmp_path)
    reviewed = target.read_text(encoding="utf-8").replace("status: draft", "status: reviewed")
    target.write_text(reviewed, encoding="utf-8")
    table = tmp_path / "b.tsv"
    assert run("align", *documents, "--overlay", target, "-o", table) == 0
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()]
    (row,) = [row for row in rows if row[1] == "person.cn.lin-jiamin"]
    assert row[7] == "linked"


def test_nothing_is_suggested_twice(documents: list[str], tmp_path: Path) -> None:
    target = suggest(documents, tmp_path)
    again = tmp_path / "again.yaml"
    run("align", *documents, "--overlay", target, "--suggest", again, "-o", tmp_path / "c.tsv")
    assert read_entry_file(again, "again") == ([], [])


def test_a_file_of_drafts_is_not_overwritten(
    documents: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "drafts.yaml"
    target.write_text("# mine\n", encoding="utf-8")
    assert run("align", *documents, "--suggest", target) == 2
    assert target.read_text(encoding="utf-8") == "# mine\n"
    assert "there already" in capsys.readouterr().err


def test_drafts_are_added_to_a_gazetteer(documents: list[str], tmp_path: Path) -> None:
    target = suggest(documents, tmp_path)
    mine = tmp_path / "mine.yaml"
    assert run("gazetteer", "add", "--from", target, mine) == 0
    entries, problems = read_entry_file(mine, "mine")
    assert [entry.id for entry in entries] == ["person.cn.lin-jiamin"]
    assert not problems

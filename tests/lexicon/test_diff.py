"""What differs between two gazetteers, and which answers change with it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.cli.main import main
from hanviet.lexicon.diff import Change, diff_things
from hanviet.lexicon.diff_answers import Answer, diff_answers, diff_names, preferred_forms
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.lexicon.model import Entry, Pair, Role

FOLDER = Path(__file__).parents[1] / "fixtures" / "gazetteer"

groups = st.dictionaries(st.integers(0, 6), st.sampled_from("abc"), max_size=7)


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The gazetteer of the tests with one person more, one other and one fewer."""
    folder = tmp_path / "new"
    shutil.copytree(FOLDER, folder)
    people = folder / "people" / "people.yaml"
    text = people.read_text(encoding="utf-8")
    text = text.replace("{vi: Hạ Long, zh: 贺龙}", "{vi: [Hạ Long, Hạ Tướng quân], zh: 贺龙}")
    text = text.replace("person.vn.to-lam", "person.vn.to-lam-1957")
    people.write_text(text, encoding="utf-8")
    return folder


def run(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as error:
        main(["gazetteer", "diff", *map(str, arguments)])
    assert isinstance(error.value.code, int)
    return error.value.code


def test_entries_are_told_apart_by_id_and_fields() -> None:
    old = Entry("a", "PERSON", "CN", (Pair(vi=("A",)),))
    new = Entry("a", "PERSON", "CN", (Pair(vi=("B",)),), since="1949", roles=(Role("R"),))
    diff = diff_things({"a": old, "b": old}, {"a": new, "c": new})
    assert (diff.added, diff.removed) == (("c",), ("b",))
    assert diff.changed == (Change("a", ("names", "from", "roles")),)


def test_an_entry_that_moves_to_another_file_is_the_same() -> None:
    here = Entry("a", "ORG", "CN", (), place="x.yaml:1")
    there = Entry("a", "ORG", "CN", (), place="y.yaml:9")
    assert diff_things({"a": here}, {"a": there}).changed == ()


@given(groups)
def test_nothing_merges_or_splits_if_only_labels_change(old: dict[int, str]) -> None:
    answers = {thing: Answer(label) for thing, label in old.items()}
    renamed = {thing: label.upper() for thing, label in old.items()}
    diff = diff_answers(answers, answers, old, renamed)
    assert (diff.changed, diff.merges, diff.splits) == ((), (), ())


@given(groups, groups)
def test_merges_and_splits_are_those_of_the_pairs(old: dict[int, str], new: dict[int, str]) -> None:
    answers = {thing: Answer() for thing in old.keys() | new.keys()}
    diff = diff_answers(answers, answers, old, new)
    both = sorted(old.keys() & new.keys())
    couples = [(a, b) for a in both for b in both if a < b]
    merged = {new[a] for a, b in couples if new[a] == new[b] and old[a] != old[b]}
    split = {old[a] for a, b in couples if old[a] == old[b] and new[a] != new[b]}
    assert {one.label for one in diff.merges} == merged
    assert {one.label for one in diff.splits} == split


@given(groups, groups)
def test_what_merges_one_way_splits_the_other_way(old: dict[int, str], new: dict[int, str]) -> None:
    answers = {thing: Answer() for thing in sorted(old.keys() | new.keys())}
    there = diff_answers(answers, answers, old, new)
    back = diff_answers(answers, answers, new, old)
    assert (there.merges, there.splits) == (back.splits, back.merges)


def test_names_that_get_one_answer_merge(small: Gazetteer, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "new")
    people = tmp_path / "new" / "people" / "people.yaml"
    text = people.read_text(encoding="utf-8").replace("zh: 贺龙}", "zh: [贺龙, 习近平]}")
    people.write_text(text.replace("{vi: Tập Cận Bình, zh: 习近平}", "{vi: Tập Cận Bình}"))
    new = Gazetteer.load(tmp_path / "new", cache=False)
    diff = diff_names(small, new, ["贺龙", "习近平", "Tập Cận Bình"])
    assert [(change.asked, change.old and change.old.id) for change in diff.changed][:1] == [
        ("习近平", "person.cn.xi-jinping")
    ]
    assert diff.merges[0].label == "person.cn.he-long"
    assert diff.merges[0].parts == (
        ("person.cn.he-long", ("贺龙",)),
        ("person.cn.xi-jinping", ("习近平",)),
    )
    assert diff.splits[0].label == "person.cn.xi-jinping"


def test_a_name_that_is_only_near_to_an_entry_does_not_merge_with_it(
    small: Gazetteer, tmp_path: Path
) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "old")
    people = folder / "people" / "people.yaml"
    near = "- id: person.vn.x\n  type: PERSON\n  country: VN\n  names:\n"
    near += "    - {vi: Nguyễn Quốc Đoán, zh: 阮国断}\n  status: reviewed\n"
    people.write_text(people.read_text(encoding="utf-8") + near, encoding="utf-8")
    old = Gazetteer.load(folder, cache=False)
    diff = diff_names(old, small, ["Nguyễn Quốc Đoàn", "Nguyễn Quốc Đoán"])
    assert [change.new and change.new.id for change in diff.changed] == [
        "person.vn.nguyen-quoc-doan"
    ]
    assert diff.merges == ()


def test_a_gazetteer_does_not_differ_from_itself(small: Gazetteer) -> None:
    diff = diff_names(small, small, preferred_forms(small))
    assert diff.asked == len(preferred_forms(small)) > 0
    assert (diff.changed, diff.merges, diff.splits) == ((), (), ())


def test_text_shows_entries_and_answers(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(FOLDER, changed) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:4] == [
        "entries: 1 added, 1 changed, 1 removed",
        "  + person.vn.to-lam-1957",
        "  ~ person.cn.he-long: names",
        "  - person.vn.to-lam",
    ]
    assert lines[4].endswith("with another answer, 0 merges, 0 splits")
    old, new = "person.vn.to-lam Tô Lâm 苏林 linked", "person.vn.to-lam-1957 Tô Lâm 苏林 linked"
    assert f"  ~ Tô Lâm: {old} → {new}" in lines


def test_names_and_documents_are_asked(
    changed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names, article = tmp_path / "names.txt", tmp_path / "article.txt"
    names.write_text("\ufeffHạ Tướng quân\n\nHạ Long\nHạ Long\n", encoding="utf-8")
    article.write_text("Ông Hạ Tướng quân gặp ông Tô Lâm tại Lạng Sơn.", encoding="utf-8")
    options = ("--names", names, "--documents", article, "--format", "json")
    assert run(FOLDER, changed, *options) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["changed"] == [{"id": "person.cn.he-long", "fields": ["names"]}]
    assert found["names"]["asked"] == 2
    assert [one["asked"] for one in found["names"]["changed"]] == ["Hạ Tướng quân"]
    ids = {
        one["asked"]["surface"]: one["new"] and one["new"]["id"]
        for one in found["mentions"]["changed"]
    }
    assert ids["Tô Lâm"] == "person.vn.to-lam-1957"
    assert "Lạng Sơn" not in ids


def test_json_without_documents_has_every_key(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(FOLDER, changed, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["added", "changed", "removed", "names", "mentions"]
    assert list(found["names"]) == ["asked", "changed", "merges", "splits"]
    assert found["mentions"] is None


def test_an_unreadable_document_ends_1_and_an_unreadable_list_2(
    changed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(FOLDER, changed, "--documents", tmp_path / "none.txt") == 1
    assert "none.txt: cannot be read" in capsys.readouterr().err
    assert run(FOLDER, changed, "--names", tmp_path / "none.txt") == 2
    assert run(FOLDER, tmp_path / "none") == 2

"""Decisions last: found by content, honoured first, never lost, conflicts said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tables.made_jobs import Batch

from hanviet.errors import HanvietError
from hanviet.linking.finders import GazetteerFinder
from hanviet.linking.said import Query, Said
from hanviet.tables.columns import Columns
from hanviet.tables.decisions import VERDICTS, Decisions, Judgement

TABLE = "name\nVương Nghị\nTran Cuong\nN. V. Linh\nVương Nghị\n"


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    return Batch(tmp_path, TABLE)


def test_a_match_is_honoured_in_every_row_that_has_the_name(batch: Batch) -> None:
    batch.decide([{"value": "Vương  Nghị ", "verdict": "match", "id": "e", "why": "xem công văn"}])
    batch.run()
    rows = [row for row in batch.rows() if row["name"] == "Vương Nghị"]
    assert len(rows) == 2
    for row in rows:
        assert row["hanviet_id"] == "e"
        assert (row["hanviet_zh_hans"], row["hanviet_decision"]) == ("王义", "linked")
        assert row["hanviet_reason"] == "Decided by Lan (2026-03-01): this is it. xem công văn"


def test_no_match_empties_the_row_and_unsure_leaves_it_for_review(batch: Batch) -> None:
    batch.decide([
        {"value": "Vương Nghị", "verdict": "no-match"}, {"value": "Tran Cuong", "verdict": "unsure"}
    ])  # fmt: skip
    batch.run()
    assert batch.column("hanviet_id")[:2] == ["", "a"]
    assert batch.column("hanviet_decision")[:2] == ["unknown", "review"]


def test_decisions_hold_for_the_same_row_content_only(batch: Batch) -> None:
    batch.table.write_text("name,c\nTran Cuong,VN\nTran Cuong,CN\n", encoding="utf-8")
    batch.decide([{"value": "Tran Cuong", "said": {"country": "VN"}, "verdict": "no-match"}])
    batch.run(columns=Columns(("name",), country="c"))
    assert batch.column("hanviet_decision") == ["unknown", "linked"]


def test_decisions_on_another_reference_say_nothing(batch: Batch) -> None:
    batch.decide([{"value": "Vương Nghị", "verdict": "match", "id": "e", "reference": "gazetteer"}])
    batch.run()
    assert batch.column("hanviet_decision")[0] == "review"


def test_the_last_decision_of_a_person_counts(batch: Batch) -> None:
    batch.decide([
        {"value": "Vương Nghị", "verdict": "match", "id": "d"},
        {"value": "Vương Nghị", "verdict": "match", "id": "e"},
    ])  # fmt: skip
    _, said = batch.run()
    assert batch.column("hanviet_id")[0] == "e"
    assert not any("differently" in line for line in said)


def test_a_withdrawn_decision_holds_no_more(batch: Batch) -> None:
    batch.decide([
        {"value": "Vương Nghị", "verdict": "match", "id": "d"},
        {"value": "Vương Nghị", "verdict": "withdrawn"},
    ])  # fmt: skip
    batch.run()
    assert batch.column("hanviet_decision")[0] == "review"


def test_people_who_differ_are_a_conflict_that_is_said(batch: Batch) -> None:
    batch.decide([
        {"value": "Vương Nghị", "verdict": "match", "id": "d"},
        {"value": "Vương Nghị", "verdict": "match", "id": "e", "who": "Minh"},
    ])  # fmt: skip
    _, said = batch.run()
    assert "people decided differently: Lan: d, Minh: e" in "\n".join(said)
    assert batch.column("hanviet_decision")[0] == "review"


def test_a_decision_against_the_evidence_is_honoured_and_said(batch: Batch) -> None:
    batch.table.write_text("name\nTrần Cương\n", encoding="utf-8")
    batch.decide([{"value": "Trần Cương", "verdict": "match", "id": "b"}])
    _, said = batch.run()
    assert batch.column("hanviet_id") == ["b"]
    assert batch.column("hanviet_vi") == ["Lạng Sơn"]
    assert "name “Trần Cương”: decided: b; the data now say a" in said


def test_an_id_that_is_gone_keeps_the_forms_of_the_decision(batch: Batch) -> None:
    forms = {"vi": "Vương Nghị", "zh_hans": "王艺"}
    batch.decide([{"value": "Vương Nghị", "verdict": "match", "id": "z", "forms": forms}])
    _, said = batch.run()
    assert batch.column("hanviet_zh_hans")[0] == "王艺"
    assert any("z, which the data do not have" in line for line in said)


@pytest.mark.parametrize("lang", ["en", "vi", "zh"])
def test_reasons_are_said_in_each_language(batch: Batch, lang: str) -> None:
    batch.decide([{"value": "Vương Nghị", "verdict": "match", "id": "e"}])
    batch.run(lang=lang)
    assert "Lan" in batch.column("hanviet_reason")[0]


def test_a_line_that_is_cut_off_or_wrong_harms_no_other(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    good = Judgement(Query("x"), "gazetteer", "match", "a", who="Lan")
    path.write_text(f'{good.to_line()}\n[]\n{{"verdict": "maybe"}}\n\n{{"val', encoding="utf-8")
    decisions = Decisions.read(path)
    assert len(decisions) == 1
    assert [remark.split(":")[1] for remark in decisions.remarks] == ["2", "3", "5"]
    decisions.add([Judgement(Query("y"), "gazetteer", "unsure", who="Lan")])
    again = Decisions.read(path)
    assert len(again) == 2
    assert len(again.remarks) == 3


def test_a_file_that_cannot_be_read_or_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(HanvietError, match="cannot be read"):
        Decisions.read(tmp_path)
    decisions = Decisions.read(tmp_path / "no" / "d.jsonl")
    with pytest.raises(HanvietError, match="cannot be written"):
        decisions.add([Judgement(Query("y"), "gazetteer", "unsure")])


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(
    st.builds(
        Judgement, st.builds(Query, texts, st.builds(Said, texts, texts, texts, texts)),
        texts.filter(bool), st.sampled_from(VERDICTS), texts.filter(bool),
        rejected=st.lists(texts, max_size=3).map(tuple),
        who=texts, when=texts, why=texts, data=texts,
    )
)  # fmt: skip
def test_a_decision_is_read_as_it_was_written(judgement: Judgement) -> None:
    line = judgement.to_line()
    assert "\n" not in line
    again = Judgement.from_line(line)
    assert again.to_line() == Judgement.from_line(again.to_line()).to_line()
    assert (again.key, again.says, again.who) == (judgement.key, judgement.says, judgement.who)


def test_a_composed_name_is_known_by_its_name() -> None:
    finder = GazetteerFinder()
    match = finder.find("Bí thư Khu ủy Quảng Tây")[0]
    assert match.id.startswith("pattern.")
    assert finder.forms_of(match.id) is None
    known = finder.forms_of(match.id, match.zh_hans)
    assert known is not None
    assert known["zh_hans"] == match.zh_hans

"""Cells with several names, and letters that only look Latin."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet import reconcile
from hanviet.linking.cells import read_cell
from hanviet.linking.closed import ReferenceTable, Row
from hanviet.linking.reconcile import outcome_of
from hanviet.linking.several import parts_of
from hanviet.orthography.lookalikes import plain_letters

REFERENCE = pd.DataFrame({
    "vi": ["Trần Cương", "Hoàng Khôn Minh", "Vành đai và Con đường", "Lý Hòa Bình"],
    "zh": ["陈刚", "黄坤明", "一带一路", "李和平"],
})  # fmt: skip
TABLE = ReferenceTable.of([
    Row(str(n), vi, zh)
    for n, (vi, zh) in enumerate(zip(REFERENCE["vi"], REFERENCE["zh"], strict=True), 1)
])  # fmt: skip


@pytest.mark.parametrize(
    "cell",
    ["Trần Cương; Hoàng Khôn Minh", "Trần Cương và Hoàng Khôn Minh", "陈刚和黄坤明", "陳剛、黃坤明",
     "ông Trần Cương, ông Hoàng Khôn Minh", "Tran Cuong; Hoang Khon Minh", "Trần Cương & 黄坤明"],
)  # fmt: skip
def test_each_of_several_names_is_found_if_asked_for(cell: str) -> None:
    kept = outcome_of(cell, TABLE.find)
    assert kept.decision.value == "review"
    assert "several" in {note.code for note in kept.matches[0].notes}
    found = reconcile([cell], against=REFERENCE, vi="vi", zh="zh", split=True, top=2).iloc[0]
    assert (found["hanviet_id"], found["hanviet_decision"]) == ("1; 2", "linked")
    assert found["hanviet_zh_hans"] == "陈刚; 黄坤明"
    assert [each["zh_hans"] for each in json.loads(found["hanviet_candidates"])] == [
        "陈刚", "黄坤明",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "zh"),
    [("Vành đai và Con đường", "一带一路"), ("李和平", "李和平"), ("Trần Cương, Bí thư", "陈刚")],
)
def test_a_name_with_such_a_word_in_it_is_one(cell: str, zh: str) -> None:
    outcome = outcome_of(cell, TABLE.find, split=True)
    assert not outcome.parts
    assert (outcome.matches[0].zh_hans, outcome.decision.value) == (zh, "linked")


def test_one_unknown_name_of_several_makes_the_cell_one_for_review() -> None:
    outcome = outcome_of("Trần Cương; Nguyễn Văn Không", TABLE.find, split=True)
    assert [part.decision.value for _, part in outcome.parts] == ["linked", "unknown"]
    assert outcome.decision.value == "review"


@given(st.text(max_size=40))
def test_parts_are_names(text: str) -> None:
    assert all(any(char.isalnum() for char in part) for part in parts_of(text))


@pytest.mark.parametrize(
    "cell",
    [
        "Тrần Cương",
        "Trần Сương",
        "Trần Cươnԍ".replace("ԍ", "g").replace("ơ", "о\u031b"),
        "Ｔrần　Cương",
    ],
)
def test_letters_that_only_look_latin_are_read(cell: str) -> None:
    best = TABLE.find(cell)[0]
    assert (best.id, best.level.value, best.decision.value) == ("1", "spelling", "linked")


def test_a_form_of_the_table_may_have_them_too() -> None:
    table = ReferenceTable.of([Row("1", "Тrần Cương", "")])
    assert table.find("Trần Cương")[0].decision.value == "linked"
    assert table.find("Tran Cuong")[0].decision.value == "linked"


@pytest.mark.parametrize("text", ["Путин", "Αθήνα", "Владимир Putin", "陈刚", "", "Hà Nội"])
def test_words_of_another_alphabet_stay(text: str) -> None:
    assert plain_letters(text) == text


@given(st.text(max_size=40))
def test_plain_letters_are_plain_already(text: str) -> None:
    once = plain_letters(text)
    assert plain_letters(once) == once
    assert not read_cell(once).lookalikes

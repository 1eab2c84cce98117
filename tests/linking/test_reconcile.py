"""Tables: rows and columns kept, links only where the rules allow them."""

from __future__ import annotations

import json
import pickle

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linking.small_gazetteer import entry, gazetteer

from hanviet import reconcile
from hanviet.errors import HanvietError
from hanviet.linking.closed import ReferenceTable, Row
from hanviet.linking.decision import Decision
from hanviet.linking.match import Note
from hanviet.linking.reconcile import CANDIDATES_COLUMN, COLUMNS, outcome_of

REFERENCE = pd.DataFrame({
    "vi": ["Trần Cương", "Nguyễn Văn Linh", "Vũ Đức Đam", "Hàn Chính", "Đông Nam Á", "Lâm Đan",
           "Tịnh Tây", "Phổ Nhĩ", "Tân Cương", "Nguyễn Thị Thu", "Kiến Thủy", "Kiến Thụy",
           "Thanh Hải"],
    "zh": ["陈刚", "阮文灵", "武德儋", "韩正", "东南亚", "林丹", "靖西", "普洱", "新疆", "阮氏秋",
           "建水", "建瑞", "青海"],
})  # fmt: skip


def find(text: str) -> tuple[str, str, str]:
    """Vietnamese form, level and decision of the best row."""
    rows = zip(REFERENCE["vi"], REFERENCE["zh"], strict=True)
    table = ReferenceTable.of([Row(str(n), vi, zh) for n, (vi, zh) in enumerate(rows, 1)])
    matches = table.find(text)
    if not matches:
        return "", "none", "unknown"
    return matches[0].vi, matches[0].level.value, matches[0].decision.value


@pytest.mark.parametrize(
    ("cell", "vi", "level"),
    [
        ("Tran Cuong", "Trần Cương", "unmarked"),
        ("TRAN CUONG", "Trần Cương", "unmarked"),
        ("Trần-Cương", "Trần Cương", "spelling"),
        ("chengang", "Trần Cương", "pinyin-toneless"),
        ("Chén Gāng", "Trần Cương", "pinyin"),
        ("陳剛", "Trần Cương", "script"),
        ("V. Đức Đam", "Vũ Đức Đam", "partial"),
        ("Đôgn Nam Á", "Đông Nam Á", "fuzzy"),
        ("BO TRUONG LAM DAN", "Lâm Đan", "unmarked"),
        ("HUYEN TINH TAY", "Tịnh Tây", "unmarked"),
        ("Phổ Nhĩ, 普洱", "Phổ Nhĩ", "spelling"),
        ("khu vực Đông Nam Á", "Đông Nam Á", "spelling"),
        ("Trần Cương (Trung Quốc)", "Trần Cương", "spelling"),
    ],
)
def test_a_closed_table_links_what_is_unique_in_it(cell: str, vi: str, level: str) -> None:
    assert find(cell) == (vi, level, "linked")


@pytest.mark.parametrize(
    ("cell", "vi"),
    [
        ("N. V. Linh", "Nguyễn Văn Linh"),  # initials alone
        ("H. Chính", "Hàn Chính"),  # an initial and one syllable
        ("Trần Cườg", "Trần Cương"),  # a slip beside another tone
        ("Nguyễn Thị Thi", "Nguyễn Thị Thu"),  # another given name
        ("Lâm Đann", "Lâm Đan"),  # too short for an edit
        ("Tần Cương", "Tân Cương"),  # a tone that the row does not have
        ("Lê Thanh Hải", "Thanh Hải"),  # a person, not the province
        ("hồ Thanh Hải", "Thanh Hải"),  # the lake, not the province
        ("Trần Cường", "Trần Cương"),
    ],
)
def test_a_closed_table_only_shows_what_may_be_another_name(cell: str, vi: str) -> None:
    found, _, decision = find(cell)
    assert (found, decision) == (vi, "review")


def test_two_rows_that_fit_are_for_review() -> None:
    assert find("Kien Thuy")[2] == "review"


def test_a_reading_links_where_the_table_has_one_side_only() -> None:
    table = ReferenceTable.of([Row("a", "", "陈刚"), Row("b", "Lý Cường", "")])
    assert [(m.id, m.decision) for m in table.find("Trần Cương")] == [("a", Decision.LINKED)]
    assert [(m.id, m.decision) for m in table.find("李强")] == [("b", Decision.LINKED)]


@pytest.mark.parametrize(
    ("vi", "zh", "cell"),
    [("Trần Chính", "陈正", "Trần Chinh"), ("Lý Cường", "李强", "Lý Cưỡng"),
     ("Séc", "捷克", "Tiệp Khắc"), ("Trần Cương", "陈刚", "陈钢")],
)  # fmt: skip
def test_a_reading_does_not_overrule_the_name_that_the_row_has(vi: str, zh: str, cell: str) -> None:
    best = ReferenceTable.of([Row("1", vi, zh)]).find(cell)[0]
    assert best.decision is Decision.REVIEW


@pytest.mark.parametrize(
    ("cell", "vi", "zh", "decision"),
    [
        ("Hà Nam", "", "河南", "review"),
        ("Hà Nam (Trung Quốc)", "", "河南", "linked"),
        ("Hà Nam", "Hà Nam", "河南", "linked"),
        ("西宁", "Tây Ninh", "", "review"),
        ("Trường Sa (Việt Nam)", "", "长沙", "review"),
        ("Quảng Tây", "", "广西", "linked"),
    ],
)
def test_a_reading_that_places_of_several_countries_have_is_for_review(
    cell: str, vi: str, zh: str, decision: str
) -> None:
    best = ReferenceTable.of([Row("1", vi, zh)]).find(cell)[0]
    assert best.decision.value == decision


@pytest.mark.parametrize(
    ("cell", "vi", "decision"),
    [
        ("Lê Hoan", "Lê Hoàn", "review"),
        ("Ngô Kiên Dân", "Ngô Kiến Dân", "review"),
        ("Le Hoan", "Lê Hoàn", "linked"),
        ("Côc Nam", "Cốc Nam", "linked"),  # no syllable in -c is level
        ("Nguyên Minh Hăng", "Nguyễn Minh Hằng", "linked"),  # Nguyên is no surname
    ],
)
def test_vowel_marks_without_tones_may_be_a_name_of_level_tones(
    cell: str, vi: str, decision: str
) -> None:
    best = ReferenceTable.of([Row("1", vi, "")]).find(cell)[0]
    assert (best.level.value, best.decision.value) == ("unmarked", decision)


def test_a_name_without_its_marks_is_unmarked_even_if_it_can_be_read() -> None:
    best = ReferenceTable.of([Row("1", "Cung Chính", "龚正")]).find("Cung Chinh")[0]
    assert best.level.value == "unmarked"


def test_a_row_is_judged_by_its_own_form_before_its_reading() -> None:
    best = ReferenceTable.of([Row("1", "An Dương Vương", "安阳王")]).find("An Dương Vượng")[0]
    assert (best.level.value, best.decision.value) == ("fuzzy", "review")


def test_the_initial_of_a_syllable_with_y_is_found() -> None:
    assert ReferenceTable.of([Row("1", "Yên Tử", "")]).find("Y. Tử")[0].level.value == "partial"


def test_letters_of_a_shortened_cell_are_not_run_together() -> None:
    rows = [Row("1", "Trương Hiểu Cương", ""), Row("2", "Triệu Cương", "")]
    best = ReferenceTable.of(rows).find("T. Hiểu Cương")[0]
    assert (best.id, best.decision.value) == ("1", "linked")


def test_ids_are_row_numbers_unless_a_column_gives_them() -> None:
    numbered = reconcile(["陈刚"], against=REFERENCE, vi="vi", zh="zh")
    assert list(numbered["hanviet_id"]) == ["1"]
    named = REFERENCE.assign(key=[f"k{n}" for n in range(len(REFERENCE))])
    found = reconcile(["陈刚"], against=named, vi="vi", zh="zh", id="key")
    assert list(found["hanviet_id"]) == ["k0"]


def test_missing_cells_are_unknown() -> None:
    series = pd.Series(["NA", None, pd.NA, float("nan"), "", " ", "陈刚"], index=list("abcdefg"))
    found = reconcile(series, against=REFERENCE, zh="zh")
    assert list(found.index) == list("abcdefg")
    assert list(found["hanviet_decision"]) == ["unknown"] * 6 + ["linked"]
    assert list(found["hanviet_reason"])[1] == "The cell is empty."


def test_a_frame_keeps_its_columns_index_and_order() -> None:
    frame = pd.DataFrame({"n": ["007", "2"], "name": ["Tran Cuong", "?"]}, index=[5, 3])
    found = reconcile(frame, column="name", against=REFERENCE, vi="vi", zh="zh", top=2)
    assert list(found.columns) == ["n", "name", *COLUMNS, CANDIDATES_COLUMN]
    pd.testing.assert_frame_equal(found[["n", "name"]], frame)
    assert json.loads(found[CANDIDATES_COLUMN].iloc[0])[0]["zh_hans"] == "陈刚"
    assert json.loads(found[CANDIDATES_COLUMN].iloc[1]) == []


def test_categories_are_read_as_texts() -> None:
    found = reconcile(pd.Series(["陈刚", None], dtype="category"), against=REFERENCE, zh="zh")
    assert list(found["hanviet_decision"]) == ["linked", "unknown"]


@given(st.lists(st.one_of(st.none(), st.text(max_size=20), st.sampled_from([*REFERENCE["vi"]]))))
@settings(max_examples=60, deadline=None)
def test_every_row_comes_back_in_its_place(cells: list[str | None]) -> None:
    found = reconcile(pd.Series(cells, dtype=object), against=REFERENCE, vi="vi", zh="zh")
    assert len(found) == len(cells)
    for cell, vi, decision in zip(
        cells, found["hanviet_vi"], found["hanviet_decision"], strict=True
    ):
        if cell in set(REFERENCE["vi"]):
            assert (vi, decision) == (cell, "linked")


@pytest.mark.parametrize(
    ("cell", "vi", "zh", "decision"),
    [
        ("Bí thư Khu ủy Quảng Tây", "", "广西", "review"),
        ("Bi thu Khu uy Quang Tay", "", "广西", "review"),
        ("Bí thư Khu ủy Quảng Tây", "Quảng Tây", "", "review"),
        ("Bí thư Tỉnh ủy Vân Nam", "", "雲南", "review"),  # 云 is a surname as well
        ("tỉnh Quảng Tây", "", "广西", "linked"),
        ("ông Trần Cương", "", "陈刚", "linked"),
        ("Bí thư Trần Cương", "Trần Cương", "", "linked"),
        ("ong Tran Cuong", "Tran Cuong", "", "linked"),
        ("Tổng thống Vladimir Putin", "Vladimir Putin", "弗拉基米尔·普京", "linked"),
    ],
)
def test_a_post_taken_off_links_to_a_person_only(
    cell: str, vi: str, zh: str, decision: str
) -> None:
    best = ReferenceTable.of([Row("1", vi, zh)]).find(cell)[0]
    assert best.decision.value == decision
    assert (Note("no_person") in best.notes) == (decision == "review")


@pytest.mark.parametrize("lang", ["en", "vi", "zh"])
def test_reasons_are_said_in_each_language(lang: str) -> None:
    found = reconcile(["Tran Cuong"], against=REFERENCE, vi="vi", zh="zh", lang=lang)  # type: ignore[arg-type]
    assert "Trần Cương" in found["hanviet_reason"][0]


def test_the_row_function_can_be_sent_to_another_process() -> None:
    table = ReferenceTable.of([Row("1", "Trần Cương", "陈刚")])
    table.find("Tran Cuong")
    copied = pickle.loads(pickle.dumps(table))
    assert outcome_of("Tran Cuong", copied.find) == outcome_of("Tran Cuong", table.find)


@pytest.mark.parametrize(
    "arguments",
    [
        {"values": pd.DataFrame({"a": ["x"]})},
        {"values": pd.DataFrame({"a": ["x"]}), "column": "b"},
        {"values": pd.DataFrame({"a": ["x"], "hanviet_id": ["y"]}), "column": "a"},
        {"values": ["x"], "against": REFERENCE},
        {"values": ["x"], "against": REFERENCE, "vi": "nothing"},
        {"values": ["x"], "vi": "vi"},
        {"values": ["x"], "lang": "fr"},
        {"values": ["x"], "top": -1},
        {"values": "x"},
    ],
)
def test_senseless_arguments_are_refused(arguments: dict[str, object]) -> None:
    with pytest.raises(HanvietError):
        reconcile(**arguments)  # type: ignore[arg-type]


def test_the_gazetteer_is_open_so_weaker_levels_are_for_review() -> None:
    known = gazetteer([entry("person.cn.chen-gang", "Trần Cương", "陈刚")])
    found = reconcile(["Trần Cương", "Tran Cuong"], gazetteer=known)
    assert list(found["hanviet_decision"]) == ["linked", "review"]
    assert list(found["hanviet_zh_hant"]) == ["陳剛", "陳剛"]


def test_a_row_that_may_be_used_once_goes_to_the_best() -> None:
    cells = ["Tran Cuong", "Trần Cương", "Lâm Đan", "林丹", "Thanh Hải", "thanh hải", "?"]
    found = reconcile(cells, against=REFERENCE, vi="vi", zh="zh", one_to_one=True)
    assert list(found["hanviet_decision"]) == [
        "review", "linked", "review", "review", "linked", "review", "unknown",
    ]  # fmt: skip
    assert "taken by another" in found["hanviet_reason"][0]
    assert "equally well" in found["hanviet_reason"][2]
    used = found.loc[found["hanviet_decision"] == "linked", "hanviet_id"]
    assert used.is_unique


@given(st.lists(st.sampled_from([*REFERENCE["vi"], *REFERENCE["zh"], "Tran Cuong"]), max_size=12))
@settings(max_examples=40, deadline=None)
def test_no_reference_row_is_linked_twice_if_it_may_be_used_once(cells: list[str]) -> None:
    once = reconcile(cells, against=REFERENCE, vi="vi", zh="zh", one_to_one=True)
    free = reconcile(cells, against=REFERENCE, vi="vi", zh="zh")
    assert once.loc[once["hanviet_decision"] == "linked", "hanviet_id"].is_unique
    assert list(once["hanviet_id"]) == list(free["hanviet_id"])


def test_rows_do_not_depend_on_the_number_of_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hanviet.linking.workers.ITEMS_TO_START", 2)
    cells = [*REFERENCE["vi"], "Tran Cuong", "Đôgn Nam Á"]
    one, two = (
        reconcile(cells, against=REFERENCE, vi="vi", zh="zh", workers=workers) for workers in (1, 2)
    )
    pd.testing.assert_frame_equal(one, two)


@pytest.mark.parametrize(
    ("cell", "row"),
    [
        ("Traanf Cuwowng", "Trần Cương"),
        ("Nguye6n4 Va8n Linh", "Nguyễn Văn Linh"),
        ("ông Traanf Cuwowng", "Trần Cương"),
        ("Trần Cương (CHND Trung Hoa)", "Trần Cương"),
        ("Trần Cương/Chengang", "Trần Cương"),
        ("chen_gang", "Trần Cương"),
        ("Ô. Trần Cương", "Trần Cương"),
    ],
)
def test_keys_pinyin_and_countries_beside_a_name_do_not_hide_it(cell: str, row: str) -> None:
    vi, _, decision = find(cell)
    assert (vi, decision) == (row, "linked")


def test_a_letter_that_may_be_the_key_of_a_tone_is_no_slip() -> None:
    assert find("Nguyễn Văn Linhf")[2] == "review"

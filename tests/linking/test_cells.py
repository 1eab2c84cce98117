"""Cells taken apart."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.linking.cells import read_cell
from hanviet.linking.edits import edit_between
from hanviet.linking.head_words import country_of, strip_head


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Trường Giang/长江", ["Trường Giang", "长江"]),
        ("Phổ Nhĩ, 普洱", ["Phổ Nhĩ", "普洱"]),
        ("邓小平 Deng Xiaoping", ["邓小平", "Deng Xiaoping"]),
        ("Trần Cương (陈刚)", ["Trần Cương", "陈刚"]),
        ("Trần Cương（陈刚）(Trung Quốc)", ["Trần Cương", "陈刚"]),
        ("Trần Cương/Chen Gang", ["Trần Cương", "Chen Gang"]),
        ("Trần Cương (Chen Gang)", ["Trần Cương", "Chen Gang"]),
        ("Đông Hưng - Móng Cái", ["Đông Hưng - Móng Cái"]),
    ],
)
def test_both_languages_of_a_cell_are_set_apart(cell: str, names: list[str]) -> None:
    assert [side[0].text for side in read_cell(cell).sides] == names


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Bí thư Lê Tú Chinh", "Lê Tú Chinh"),
        ("BO TRUONG LAM DAN", "LAM DAN"),
        ("Đ/c Trần Cương", "Trần Cương"),
        ("TP. Nam Ninh", "Nam Ninh"),
        ("đồng chí Phó Bí thư Thành ủy Trần Cương", "Trần Cương"),
        ("陈刚先生", "陈刚"),
        ("Trần Cương, Bí thư Khu ủy", "Trần Cương"),
        ("cơ quan CNN", "CNN"),
    ],
)
def test_words_around_a_name_are_taken_off(cell: str, name: str) -> None:
    assert name in [view.text for view in read_cell(cell).sides[0]]


@pytest.mark.parametrize(
    ("cell", "country"),
    [
        ("Quảng Đông - Hồng Kông - Ma Cao - Trung Quốc", "CN"),
        ("Nam Ninh, Trung Quốc", "CN"),
        ("Trung Quốc - Việt Nam", ""),
        ("Đông Hưng - Móng Cái", ""),
    ],
)
def test_a_country_at_the_end_says_where(cell: str, country: str) -> None:
    assert read_cell(cell).country == country


@pytest.mark.parametrize(
    "text", ["Hồ Chí Minh", "Xa Tuấn", "Tran Quoc Cuong", "Ba Đình", "Bí thư", "BAC TU LIEM"]
)
def test_a_surname_is_no_head_word(text: str) -> None:
    assert strip_head(text) is None


def test_countries_are_known_in_both_languages() -> None:
    codes = [country_of(name) for name in ("Việt Nam", "viet nam", "越南", "中國", "Lào", "Huế")]
    assert codes == ["VN", "VN", "VN", "CN", "LA", ""]


def test_an_edit_of_marks_is_none_of_letters() -> None:
    assert edit_between("Trần Cường", "Trần Cương").letters == 0
    assert edit_between("Chén Gǎng", "Chén Gāng").letters == 0
    assert not edit_between("Trần Cườngg", "Trần Cương").is_slip
    assert edit_between("Đôgn Nam Á", "Đông Nam Á").is_slip


@given(st.text(max_size=60))
def test_any_text_is_a_cell_and_its_normal_form_does_not_matter(text: str) -> None:
    cell = read_cell(text)
    assert all(view.text for side in cell.sides for view in side)
    decomposed = read_cell(unicodedata.normalize("NFD", text))
    composed = read_cell(unicodedata.normalize("NFC", text))
    assert decomposed.sides == composed.sides

"""Numbers in names, to text and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.patterns.numbers import (
    from_han,
    from_roman,
    from_vietnamese,
    to_han,
    to_roman,
    to_vietnamese,
)


@given(st.integers(1, 3999))
def test_roman_numerals_come_back(value: int) -> None:
    assert from_roman(to_roman(value)) == value


@given(st.integers(0, 9999))
def test_chinese_numerals_come_back(value: int) -> None:
    assert from_han(to_han(value)) == value


@given(st.integers(1, 99))
def test_vietnamese_ordinals_come_back(value: int) -> None:
    assert from_vietnamese(to_vietnamese(value)) == value


@given(st.integers(1, 99))
def test_case_of_vietnamese_ordinals_does_not_count(value: int) -> None:
    assert from_vietnamese(to_vietnamese(value).title()) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二〇二五", 2025),
        ("二零二五", 2025),
        ("十", 10),
        ("二十", 20),
        ("一百零八", 108),
        ("两百", 200),
    ],
)
def test_chinese_numerals_are_read_with_units_and_by_position(text: str, value: int) -> None:
    assert from_han(text) == value


@pytest.mark.parametrize("text", ["", "IIX", "xx", "VX", "IIII", "A", "X X", "MMMM"])
def test_what_is_no_roman_numeral_is_none(text: str) -> None:
    assert from_roman(text) is None


@pytest.mark.parametrize("text", ["", "百色", "第十", "10"])
def test_what_is_no_chinese_numeral_is_none(text: str) -> None:
    assert from_han(text) is None


@pytest.mark.parametrize("text", ["", "thứ", "hai ba", "mười mười", "hai mươi mốt hai", "một x"])
def test_what_is_no_vietnamese_number_is_none(text: str) -> None:
    assert from_vietnamese(text) is None


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_none(text: str) -> None:
    for read in (from_roman, from_han, from_vietnamese):
        assert read(text) is None or read(text) >= 0  # type: ignore[operator]

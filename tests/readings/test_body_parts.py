"""Generic words in the names of bodies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.readings.body_parts import FIELDS, HEADS, part_chinese_body, part_vietnamese_body
from hanviet.resolution.likeness import reading_score


@pytest.mark.parametrize(
    ("vi", "zh"),
    [
        ("Công ty TNHH Thương mại Hồng Thái", "鸿泰商贸有限公司"),
        ("Công ty Cổ phần Đầu tư và Phát triển Trường Phát", "长发投资发展股份有限公司"),
        ("Công ty Hồng Thái", "鸿泰商贸有限公司"),
        ("Câu lạc bộ bóng đá Minh Châu", "明珠足球俱乐部"),
        ("Trường Tiểu học Kim Đồng", "金童小学"),
    ],
)
def test_bodies_whose_own_names_read_alike_may_be_one(vi: str, zh: str) -> None:
    assert reading_score(vi, zh, "ORG") > 0


@pytest.mark.parametrize(
    ("vi", "zh"),
    [
        ("Công ty TNHH Thương mại Hồng Thái", "鸿泰旅游有限公司"),
        ("Công ty TNHH Thương mại Hồng Thái", "鸿泰小学"),
        ("Công ty TNHH Thương mại Hồng Thái", "红台商贸有限公司司"),
        ("Công ty TNHH Thương mại Hùng Thái", "鸿泰商贸有限公司"),
        ("Công ty TNHH Thương mại Thái", "泰商贸有限公司"),
    ],
)
def test_bodies_of_other_fields_kinds_or_names_are_not(vi: str, zh: str) -> None:
    assert reading_score(vi, zh, "ORG") == 0


def test_the_chinese_words_of_a_kind_and_a_field_are_no_more_than_eight_long() -> None:
    assert max(len(word) for _, words in (*HEADS, *FIELDS) for word in words) <= 8


@given(st.text("鸿泰商贸有限公司旅游集团", max_size=12))
def test_what_is_set_apart_is_the_end_of_the_name(name: str) -> None:
    body = part_chinese_body(name)
    assert body is None or (name.startswith(body.core) and len(body.core) < len(name))


@given(st.text("công tyHồngThái -&và", max_size=30))
def test_any_text_may_be_asked_for(name: str) -> None:
    body = part_vietnamese_body(name)
    assert body is None or body.core

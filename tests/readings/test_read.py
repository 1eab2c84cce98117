from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readings.names import rows

from hanviet.orthography.syllable import is_syllable
from hanviet.readings.read import MAX_ALTERNATIVES, read


@pytest.mark.parametrize(("han", "kind", "hanviet"), rows("known_readings.tsv"))
def test_a_well_known_name_is_read_as_everybody_does(han, kind, hanviet):
    assert read(han, type=kind).hanviet == hanviet


@pytest.mark.parametrize(("han", "kind", "hanviet"), rows("known_readings.tsv"))
def test_the_type_is_guessed_well_enough(han, kind, hanviet):
    assert read(han).hanviet == hanviet


@pytest.mark.parametrize(
    ("han", "other"),
    [
        ("周星驰", "Châu Tinh Trì"),
        ("黄晓明", "Huỳnh Hiểu Minh"),
        ("吕布", "Lã Bố"),
        ("任正非", "Nhiệm Chính Phi"),
        ("阮春福", "Nguyễn Xuân Phước"),
        ("韩正", "Hàn Chánh"),
        ("武汉", "Võ Hán"),
        ("高平", "Cao Bằng"),
        ("珠海", "Châu Hải"),
        ("广安", "Quảng Yên"),
        ("浙江", "Triết Giang"),
    ],
)
def test_established_doublets_are_alternatives(han, other):
    assert other in read(han).alternatives


def test_pinyin_stands_beside_the_reading():
    assert read("黄坤明").pinyin == "Huáng Kūnmíng"
    assert read("重庆", type="PLACE").pinyin == "Chóngqìng"


def test_the_query_is_kept_and_known_is_left_to_the_gazetteer():
    reading = read(" 陈刚 ")
    assert (reading.query, reading.known) == (" 陈刚 ", False)


@pytest.mark.parametrize("text", ["", "Trần Cương", "ひらがな", "田中さん", "123", "\n"])
def test_text_without_chinese_gives_an_empty_reading(text):
    reading = read(text)
    assert (reading.query, reading.hanviet, reading.pinyin) == (text, "", "")
    assert reading.alternatives == ()


def test_what_is_not_chinese_is_kept():
    assert read("X光").hanviet == "X Quang"
    assert read("唐纳德·特朗普").hanviet == "Đường Nạp Đức Đặc Lãng Phổ"


def test_a_character_that_no_table_reads_leaves_the_reading_empty():
    assert read("\U00030000刚").hanviet == ""


def test_alternatives_are_bounded_and_differ():
    reading = read("正正正正正正")
    assert len(reading.alternatives) == MAX_ALTERNATIVES
    assert len({reading.hanviet, *reading.alternatives}) == MAX_ALTERNATIVES + 1


CHARS = "陈刚强李王张伟英于余叶葉正重庆武汉任黄周朱福義平安台州乐樂單单曾后後里发發髮"


@given(st.text(alphabet=CHARS, min_size=1, max_size=5))
def test_a_reading_has_one_valid_syllable_per_character(han):
    reading = read(han)
    for joined in (reading.hanviet, *reading.alternatives):
        assert len(joined.split()) == len(han)
        assert all(is_syllable(word) and word[0].isupper() for word in joined.split())
        assert unicodedata.is_normalized("NFC", joined)


@given(st.text(max_size=30))
def test_any_text_can_be_read(text):
    assert read(text).query == text

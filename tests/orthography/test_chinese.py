"""Han characters, scripts, simplified forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.orthography.chinese import (
    HAN_RUN,
    Script,
    has_han,
    is_han,
    script_of,
    to_simplified,
)

HAN_TEXT = st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF))


@pytest.mark.parametrize(
    "char", ["刚", "剛", "〇", "㐀", "𠮷", "𪚥", "豈", "\U00030000", "\U00032000"]
)
def test_every_block_of_ideographs_is_han(char: str) -> None:
    assert is_han(char)


@pytest.mark.parametrize(
    "char", ["々", "ア", "の", "한", "a", "ư", "，", "·", "⼀", "㇀", "", "刚刚"]
)
def test_what_is_no_single_ideograph_is_not_han(char: str) -> None:
    assert not is_han(char)


def test_runs_of_han_leave_out_punctuation_and_latin() -> None:
    assert HAN_RUN.findall("中共中央总书记、国家主席 Xi 习近平") == [
        "中共中央总书记",
        "国家主席",
        "习近平",
    ]


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("", Script.NONE),
        ("Trần Cương", Script.NONE),
        ("。，", Script.NONE),
        ("大山", Script.COMMON),
        ("王后", Script.COMMON),
        ("云里", Script.COMMON),
        ("于", Script.COMMON),
        ("陈刚", Script.HANS),
        ("广西壮族自治区", Script.HANS),
        ("ông 陈刚", Script.HANS),
        ("越南国会", Script.HANS),
        ("陳剛", Script.HANT),
        ("廣西壯族自治區", Script.HANT),
        ("臺灣", Script.HANT),
        ("陈剛", Script.MIXED),
        ("广西壯族", Script.MIXED),
        ("こんにちは", Script.JAPANESE),
        ("東京タワー", Script.JAPANESE),
        ("陈ﾄﾝ", Script.JAPANESE),
        ("唐納德・川普", Script.HANT),
    ],
)
def test_script_of(text: str, script: Script) -> None:
    assert script_of(text) is script


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("陳剛", "陈刚"),
        ("習近平", "习近平"),
        ("廣西壯族自治區", "广西壮族自治区"),
        ("王后", "王后"),
        ("後江", "后江"),
        ("乾隆", "乾隆"),
        ("鍾紹軍", "钟绍军"),
        ("於正", "于正"),
        ("臺灣", "台湾"),
        ("徵側", "征侧"),
        ("Trần Cương", "Trần Cương"),
    ],
)
def test_to_simplified(traditional: str, simplified: str) -> None:
    assert to_simplified(traditional) == simplified


@given(st.text())
def test_simplifying_keeps_the_length_and_what_is_not_han(text: str) -> None:
    simplified = to_simplified(text)
    assert len(simplified) == len(text)
    for before, after in zip(text, simplified, strict=True):
        assert before == after or is_han(before)


@given(HAN_TEXT)
def test_simplified_text_is_never_purely_traditional(text: str) -> None:
    assert script_of(to_simplified(text)) is not Script.HANT


@given(st.text())
def test_has_han_agrees_with_single_characters(text: str) -> None:
    assert has_han(text) == any(map(is_han, text))


@given(HAN_TEXT)
def test_script_does_not_depend_on_order(text: str) -> None:
    assert script_of(text) is script_of(text[::-1])


@given(HAN_TEXT, HAN_TEXT)
def test_more_text_never_takes_a_mark_away(first: str, second: str) -> None:
    marks = {Script.HANS: {Script.HANS}, Script.HANT: {Script.HANT}}
    both = {Script.HANS, Script.HANT}
    found = {Script.MIXED: both, **marks}
    parts = found.get(script_of(first), set()) | found.get(script_of(second), set())
    assert found.get(script_of(first + second), set()) == parts

"""Typed pinyin."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.orthography.pinyin_input import (
    MAX_READINGS,
    PinyinName,
    is_pinyin,
    parse_pinyin,
)
from hanviet.orthography.pinyin_syllable import SYLLABLES, with_mark

SYLLABLE = st.sampled_from(sorted(SYLLABLES))
TONED = st.lists(st.tuples(SYLLABLE, st.integers(1, 4)), min_size=1, max_size=5)
TONELESS = st.lists(SYLLABLE, min_size=1, max_size=5)


def read(text: str) -> tuple[str, ...]:
    """The best reading: letters with the number, if a tone was typed."""
    best = parse_pinyin(text)[0]
    pairs = zip(best.syllables, best.tones, strict=True)
    return tuple(f"{letters}{tone or ''}" for letters, tone in pairs)


@pytest.mark.parametrize(
    ("text", "syllables"),
    [
        ("liuhongcai", "liu hong cai"),
        ("Su Huiruo", "su hui ruo"),
        ("lin-zhengyue'e", "lin zheng yue e"),
        ("Lín-Zhèng Yuè'é", "lin2 zheng4 yue4 e2"),
        ("Xi'an", "xi an"),
        ("Xi’an", "xi an"),
        ("xian", "xian"),
        ("Xī'ān", "xi1 an1"),
        ("Chén Gāng", "chen2 gang1"),
        ("CHEN GANG", "chen gang"),
        ("Chen, Gang", "chen gang"),
        ("ChenGang", "chen gang"),
        ("Chen2 Gang1", "chen2 gang1"),
        ("chen2gang1", "chen2 gang1"),
        ("Chen²Gang¹", "chen2 gang1"),
        ("Lǜchūn", "lv4 chun1"),
        ("lvchun", "lv chun"),
        ("lv4chun1", "lv4 chun1"),
        ("lü4chun1", "lv4 chun1"),
        ("lu:4chun1", "lv4 chun1"),
        ("LYU BU", "lv bu"),
        ("Ōuyáng Xiū", "ou1 yang2 xiu1"),
        ("ouyangxiu", "ou yang xiu"),
        ("fangan", "fan gan"),
        ("fang'an", "fang an"),
        ("tiananmen", "tian an men"),
        ("Hú Jǐntāo", "hu2 jin3 tao1"),
        ("xiān", "xian1"),
        ("Běijīng", "bei3 jing1"),
        ("Tángnàdé Tèlǎngpǔ", "tang2 na4 de2 te4 lang3 pu3"),
        ("háizi", "hai2 zi5"),
        ("hai2 zi5", "hai2 zi5"),
        ("hai2 zi0", "hai2 zi5"),
        ("jü", "ju"),
        ("nüe", "nve"),
    ],
)
def test_the_likeliest_reading_comes_first(text: str, syllables: str) -> None:
    assert read(text) == tuple(syllables.split())
    assert read(unicodedata.normalize("NFD", text)) == tuple(syllables.split())


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "Tran Cuong",
        "Trần Cương",
        "Nguyen Phu Trong",
        "Bac Kinh",
        "Lý",
        "Hồ",
        "陈刚",
        "chen gang!",
        "chen6",
        "2chen",
        "chén2",
        "ché̀n",
        "bcd",
        "ū̄",
        "x" * 500,
        "an" * 150,
    ],
)
def test_what_is_no_pinyin_has_no_reading(text: str) -> None:
    assert parse_pinyin(text) == ()
    assert not is_pinyin(text)


@pytest.mark.parametrize(
    ("text", "second"),
    [("xian", ("xi", "an")), ("fangan", ("fang", "an")), ("jiang", ("ji", "ang"))],
)
def test_ambiguous_joins_give_every_reading(text: str, second: tuple[str, ...]) -> None:
    assert second in [reading.syllables for reading in parse_pinyin(text)]


@pytest.mark.parametrize(
    ("text", "toned"),
    [
        ("Chén Gāng", True),
        ("chen2 gang1", True),
        ("háizi", True),
        ("Chen Gang", False),
        ("Chén Gang", False),
        ("chen2 gang", False),
        ("zi", False),
    ],
)
def test_toned_needs_every_tone(text: str, toned: bool) -> None:
    assert parse_pinyin(text)[0].toned is toned


def test_the_syllables_are_those_of_the_standard() -> None:
    assert 400 <= len(SYLLABLES) <= 420
    assert {"lv", "nve", "zhuang", "er", "xiong", "a"} <= SYLLABLES
    assert SYLLABLES.isdisjoint({"tran", "cuong", "fi", "v", "i", "u", "ju:", "rao3", "jv", "lue"})


@given(TONED)
def test_marks_joined_by_spaces_read_back(name: list[tuple[str, int]]) -> None:
    text = " ".join(with_mark(f"{letters}{tone}") for letters, tone in name)
    letters, tones = zip(*name, strict=True)
    assert parse_pinyin(text)[0] == PinyinName(letters, tones)


@given(TONED)
def test_numbers_read_back_even_joined(name: list[tuple[str, int]]) -> None:
    text = "".join(f"{letters}{tone}" for letters, tone in name)
    letters, tones = zip(*name, strict=True)
    assert parse_pinyin(text)[0] == PinyinName(letters, tones)


@given(TONELESS, st.sampled_from([" ", "-", "'", " - "]))
def test_separated_syllables_are_among_the_readings(name: list[str], separator: str) -> None:
    readings = parse_pinyin(separator.join(name))
    assert tuple(name) in [reading.syllables for reading in readings]


@given(TONELESS)
def test_case_does_not_matter(name: list[str]) -> None:
    assert parse_pinyin(" ".join(name).upper()) == parse_pinyin(" ".join(name))


@given(st.one_of(st.text(), st.text(alphabet="aeiouvüngh zx1'-āáǎàǖ", max_size=60)))
def test_any_text_gives_few_sound_readings(text: str) -> None:
    readings = parse_pinyin(text)
    assert len(readings) <= MAX_READINGS
    assert len(set(readings)) == len(readings)
    for reading in readings:
        assert len(reading.syllables) == len(reading.tones) > 0
        assert SYLLABLES.issuperset(reading.syllables)
        assert {1, 2, 3, 4, 5, None}.issuperset(reading.tones)


def test_reading_typed_pinyin_does_not_load_pypinyin() -> None:
    code = (
        "import sys; from hanviet.orthography.pinyin_input import parse_pinyin; "
        "parse_pinyin('xian'); sys.exit('pypinyin' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

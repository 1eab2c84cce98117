from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readings.names import rows

from hanviet.readings.compare import compare
from hanviet.readings.levels import BANDS, Level

LINKING = {level for level in Level if level >= Level.UNMARKED}


@pytest.mark.parametrize(("a", "b", "why"), rows("minimal_pairs.tsv"))
def test_different_names_never_reach_a_level_that_links(a, b, why):
    assert compare(a, b).level not in LINKING, why
    assert compare(a, b, type="PERSON").level not in LINKING, why


@pytest.mark.parametrize(("a", "b", "kind"), rows("true_pairs.tsv"))
def test_names_of_one_thing_agree_at_reading_or_better(a, b, kind):
    assert compare(a, b, type=kind).level >= Level.READING
    assert compare(a, b).level >= Level.READING


def test_the_tables_are_large_enough():
    assert len(rows("minimal_pairs.tsv")) >= 80
    assert len(rows("true_pairs.tsv")) >= 80


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("Trần Cương", "Trần Cương", "exact"),
        ("Trần Cương", "TRẦN CƯƠNG", "spelling"),
        ("Hòa Bình", "Hoà Bình", "spelling"),
        ("Lý Quý", "Lí Quí", "spelling"),
        ("陳剛", "陈刚", "script"),
        ("Trần Cương", "陈刚", "reading"),
        ("Chén Gāng", "陈刚", "pinyin"),
        ("chen2 gang1", "陈刚", "pinyin"),
        ("Ouyang Xiu", "欧阳修", "pinyin-toneless"),
        ("Lu Bu", "吕布", "pinyin-toneless"),
        ("Tran Cuong", "陈刚", "unmarked"),
        ("tran cuong", "Trần Cương", "unmarked"),
        ("Tran Cuong", "Trần Cường", "unmarked"),
        ("Côc Nam", "谷南", "unmarked"),
        ("Chen Gang", "陈刚", "pinyin-toneless"),
        ("chengang", "陳剛", "pinyin-toneless"),
        ("Cận Bình", "习近平", "partial"),
        ("Cận Bình", "Tập Cận Bình", "partial"),
        ("近平", "习近平", "partial"),
        ("Jinping", "习近平", "partial"),
        ("Tập", "习近平", "partial"),
        ("N. V. Linh", "阮文灵", "partial"),
        ("N. V. Linh", "Nguyễn Văn Linh", "partial"),
        ("Ng. V. Linh", "Nguyễn Văn Linh", "partial"),
        ("Q. Ninh", "广宁", "partial"),
        ("Q. Ninh", "Quảng Ninh", "partial"),
        ("H. Chính", "韩正", "partial"),
        ("吉林省", "吉林市", "partial"),
        ("Trần Cường", "陈刚", "fuzzy"),
        ("Trần Cương", "Trần Cường", "fuzzy"),
        ("Trần Cương", "Chén Gāng", "fuzzy"),
        ("Đôgn Nam Á", "东南亚", "fuzzy"),
        ("Trần Cương", "李伟", "none"),
        ("Trần Cương", "习近平", "none"),
        ("", "陈刚", "none"),
        ("...", "陈刚", "none"),
        ("ひらがな", "陈刚", "none"),
    ],
)
def test_each_kind_of_agreement_has_its_level(a, b, level):
    assert compare(a, b).level.value == level


@pytest.mark.parametrize(
    ("a", "b", "note"),
    [
        ("Trần Cường", "陈刚", "tone differs"),
        ("Trần Hưng", "Trần Hùng", "rime and tone differ"),
        ("Nam Kinh", "南宁", "onset differs"),
        ("Lạng Sơn", "凉山", "rime differs"),
    ],
)
def test_the_evidence_names_the_syllable_and_what_differs(a, b, note):
    notes = [part.note for part in compare(a, b).evidence if part.note]
    assert len(notes) == 1
    assert notes[0].startswith(note)


def test_common_readings_score_above_rare_ones():
    usual = compare("Hàn Chính", "韩正").score
    doublet = compare("Hàn Chánh", "韩正").score
    rare = compare("Hàn Chinh", "韩正").score
    assert usual > doublet > rare
    assert compare("Vũ Hán", "武汉").score > compare("Võ Hán", "武汉").score


def test_the_type_decides_between_readings():
    as_place = compare("Bình Phước", "平福", type="PLACE")
    assert as_place.level is Level.READING
    assert (
        compare("Hưng Yên", "兴安", type="PLACE").score
        > compare("Hưng Yên", "兴安", type="PERSON").score
    )


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Hương Giang", "Giang"),
        ("Châu Đốc", "Đốc"),
        ("Kỳ Anh", "Anh"),
        ("Lưu Ái", "刘爱国"),
        ("Sông Hương", "Hương"),
    ],
)
def test_a_part_of_a_name_is_not_taken_for_a_generic_word(a, b):
    assert compare(a, b).level not in LINKING


def test_persons_have_no_generic_words():
    assert compare("tỉnh Lạng Sơn", "谅山", type="PERSON").level not in LINKING


def test_generic_words_that_contradict_are_said_to():
    found = compare("tỉnh Cát Lâm", "吉林市")
    assert found.level is Level.PARTIAL
    assert any(part.note == "generic words differ" for part in found.evidence)


NAMES = sorted(
    {name for a, b, _ in rows("minimal_pairs.tsv") + rows("true_pairs.tsv") for name in (a, b)}
)
TEXTS = st.one_of(
    st.sampled_from(NAMES),
    st.text(alphabet="aăâđeêioôơuưyàáảãạbcghklmnpqrtv CDHLNT.-", max_size=14),
    st.text(alphabet="陈刚强李王省市县国平于於葉叶正·", max_size=4),
    st.text(max_size=8),
)
KINDS = st.sampled_from([None, "PERSON", "PLACE", "ORG"])


@given(TEXTS, TEXTS, KINDS)
def test_level_and_score_do_not_depend_on_the_order(a, b, kind):
    there, back = compare(a, b, type=kind), compare(b, a, type=kind)
    assert (there.level, there.score) == (back.level, back.score)
    assert [part.swapped() for part in there.evidence] == list(back.evidence)


@given(TEXTS, KINDS)
def test_a_text_is_exactly_itself(text, kind):
    found = compare(text, text, type=kind)
    assert (found.level, found.score) == (Level.EXACT, 100.0)


@given(TEXTS, TEXTS)
def test_normal_forms_do_not_matter(a, b):
    decomposed = compare(unicodedata.normalize("NFD", a), unicodedata.normalize("NFD", b))
    composed = compare(a, b)
    assert (decomposed.level, decomposed.score) == (composed.level, composed.score)


@given(TEXTS, TEXTS, KINDS)
def test_a_score_lies_in_the_band_of_its_level(a, b, kind):
    found = compare(a, b, type=kind)
    low, high = BANDS[found.level]
    assert low <= found.score <= high


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_every_part_of_the_evidence_has_a_level(a, b):
    values = {level.value for level in Level}
    assert all(part.level in values for part in compare(a, b).evidence)


def test_comparing_vietnamese_with_chinese_does_not_load_pypinyin():
    program = (
        "import sys; from hanviet.readings.compare import compare; "
        "compare('Trần Cương', '陈刚'); sys.exit('pypinyin' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

"""Folding, marks and capitals: what is one spelling of one name, and what must stay apart."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.orthography.folding import SEPARATORS
from hanviet.orthography.letters import BARE, TONE_OF, TONELESS, VOWELS, toned
from hanviet.orthography.syllable import all_syllables, canonical_syllable
from hanviet.orthography.vietnamese import (
    Fold,
    Marks,
    fold,
    has_vietnamese,
    is_all_caps,
    is_capitalised,
    key,
    looks_vietnamese,
    marks_compatible,
    marks_of,
    squeeze,
)

MARKED = "".join(BARE)
LATIN_WORD = re.compile("[a-zA-Zªºß-öø-ʯÀ-ÖØ-Þ\u0300-\u036fḀ-ỿ]+")

letters = st.sampled_from(
    MARKED + MARKED.upper() + "aeiouyAEIOUYbcdghklmnpqrstvxQGH -–/_\u00a0\u202f\n.,1陈刚"
    "ßẞİıſÐƉΣςσ\u212a\u212bJjWTHǅ\u0300\u0301\u0302\u0303\u030a\u030c\u0323\u0331\u0308\u0338"
)
running_text = (
    st.text(letters, max_size=40)
    | st.lists(st.sampled_from(all_syllables()), max_size=8).map(" ".join)
    | st.text(max_size=30)
)
levels = st.sampled_from(Fold)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def misplacements(syllable: str) -> list[str]:
    tones = [TONE_OF[letter] for letter in syllable if letter in TONE_OF]
    bare = "".join(TONELESS.get(letter, letter) for letter in syllable)
    return [
        bare[:i] + toned(letter, tone) + bare[i + 1 :]
        for tone in tones
        for i, letter in enumerate(bare)
        if letter in VOWELS
    ]


@given(running_text, levels)
def test_folding_twice_is_folding_once(text, level):
    once = fold(text, level)
    assert fold(once, level) == once


@given(running_text, levels, levels)
def test_a_lower_level_before_a_higher_one_changes_nothing(text, lower, higher):
    lower, higher = sorted((lower, higher))
    assert fold(fold(text, lower), higher) == fold(text, higher)
    assert fold(fold(text, higher), lower) == fold(text, higher)


@given(running_text, levels)
def test_the_fold_of_nfc_text_is_nfc_and_as_long(text, level):
    folded = fold(text, level)
    assert len(folded) == len(nfc(text))
    assert unicodedata.is_normalized("NFC", folded)


@given(running_text, levels)
def test_normal_forms_fold_alike(text, level):
    assert fold(unicodedata.normalize("NFD", text), level) == fold(nfc(text), level)


@given(running_text, levels)
def test_a_word_folds_alike_by_itself_and_in_its_text(text, level):
    text = nfc(text)
    folded = fold(text, level)
    for word in LATIN_WORD.finditer(text):
        assert folded[word.start() : word.end()] == fold(word[0], level)


@given(running_text)
def test_the_fast_tone_placement_is_that_of_the_parser_word_by_word(text):
    spelled = fold(text, Fold.SPELLING)
    for word in LATIN_WORD.findall(spelled):
        canonical = canonical_syllable(word)
        assert canonical is None or fold(canonical, Fold.SPELLING) == word


@pytest.mark.parametrize("change", [str, str.upper, str.title])
def test_every_placement_of_every_tone_mark_folds_to_one_spelling(change):
    pairs = [(typed, right) for right in all_syllables() for typed in misplacements(right)]
    typed = fold(change(" ".join(pair[0] for pair in pairs)), Fold.SPELLING)
    assert typed == fold(" ".join(pair[1] for pair in pairs), Fold.SPELLING)


def test_a_long_text_folds_as_its_pieces_do():
    names = "Thuỷ–Lý Quí\u00a0Hoà/Đặng_ƯỚC 陈刚 "
    for level in Fold:
        assert fold(names * 50, level) == fold(names, level) * 50


def test_every_code_point_folds_to_one_code_point():
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        if not unicodedata.is_normalized("NFC", letter):
            continue
        assert len(letter.lower()) == 1 or letter == "İ"


def test_a_run_of_letters_without_end_is_folded_in_linear_time():
    assert fold("oàn" * 100_000 + "oà", Fold.SPELLING) == "oàn" * 100_000 + "oà"


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("Hoà Bình", "Hòa Bình", Fold.SPELLING),
        ("Thuỷ", "thủy", Fold.SPELLING),
        ("KHOẺ", "khỏe", Fold.SPELLING),
        ("Lí Thường Kiệt", "Lý Thường Kiệt", Fold.SPELLING),
        ("Quí", "Quý", Fold.SPELLING),
        ("Qúy", "Quý", Fold.SPELLING),
        ("Quình", "Quỳnh", Fold.SPELLING),
        ("Mĩ", "Mỹ", Fold.SPELLING),
        ("kĩ", "kỹ", Fold.SPELLING),
        ("Vĩ", "Vỹ", Fold.SPELLING),
        ("Sĩ", "Sỹ", Fold.SPELLING),
        ("Thi", "Thy", Fold.SPELLING),
        ("ý", "í", Fold.SPELLING),
        ("Y tế", "i tế", Fold.SPELLING),
        ("Đông Hưng-Móng Cái", "đông hưng–móng cái", Fold.SPELLING),
        ("Hà\u00a0Nội", "Hà Nội", Fold.SPELLING),
        ("İstanbul", "istanbul", Fold.SPELLING),
        ("STRAẞE", "straße", Fold.SPELLING),
        ("ΟΔΟΣ", "οδος", Fold.SPELLING),
        ("Ðà Nẵng", "Đà Nẵng", Fold.SPELLING),
        ("Trần Cương", "Tran Cuong", Fold.UNMARKED),
        ("Đặng", "Dang", Fold.UNMARKED),
        ("Quý", "Qui", Fold.UNMARKED),
    ],
)
def test_spellings_of_one_name_fold_together_at_their_level_and_above(a, b, level):
    assert [fold(a, each) == fold(b, each) for each in Fold] == [each >= level for each in Fold]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Cương", "Cường"),
        ("Bình", "Binh"),
        ("Thu", "Thư"),
        ("Đăng", "Dăng"),
        ("tay", "tai"),
        ("Thúy", "Thúi"),
        ("Hùng", "Hưng"),
        ("Hà Nội", "Hànội"),
    ],
)
def test_different_names_stay_apart_in_spelling(a, b):
    assert fold(a, Fold.SPELLING) != fold(b, Fold.SPELLING)


@pytest.mark.parametrize(("a", "b"), [("tay", "tai"), ("Thúy", "Thúi"), ("Lai", "Lay")])
def test_i_and_y_that_are_different_rimes_stay_apart_without_marks(a, b):
    assert fold(a, Fold.UNMARKED) != fold(b, Fold.UNMARKED)


def test_roman_numerals_and_han_keep_their_letters():
    assert fold("Đại hội XIII I 陈刚", Fold.UNMARKED) == "dai hoi xiii i 陈刚"


def test_every_separator_becomes_one_space():
    assert fold(SEPARATORS, Fold.SPELLING) == " " * len(SEPARATORS)
    assert {c for c in map(chr, range(0x10000)) if c.isspace()} <= set(SEPARATORS) | {" "}


@given(running_text, levels)
def test_a_key_has_single_spaces_between_words_only(text, level):
    found = key(text, level)
    assert key(found, level) == found == squeeze(found)
    assert "  " not in found
    assert found == found.strip(" ")


@given(running_text, running_text, levels)
def test_joining_words_joins_their_keys(a, b, level):
    assert key(f"{a} {b}", level) == squeeze(f"{key(a, level)} {key(b, level)}")


@pytest.mark.parametrize(
    ("name", "tones", "vowels"),
    [
        ("Tran Cuong", False, False),
        ("Trân Cương", False, True),
        ("Trần Cuong", True, True),
        ("Hà Nội", True, True),
        ("Hoàng Lan", True, False),
        ("Đang", False, True),
        ("TRẦN", True, True),
        ("Ðang", False, True),
        ("陈刚", False, False),
        (unicodedata.normalize("NFD", "Trần"), True, True),
        ("", False, False),
    ],
)
def test_marks_are_judged_by_the_whole_name(name, tones, vowels):
    assert marks_of(name) == Marks(tones=tones, vowels=vowels)


@pytest.mark.parametrize(
    ("a", "b", "compatible"),
    [
        ("Trần Cương", "Trần Cường", False),
        ("Tran Cuong", "Trần Cương", True),
        ("Tran Cuong", "Trần Cường", True),
        ("Trân Cương", "Trần Cương", True),
        ("Trân Cương", "Trần Cường", True),
        ("Trân Cương", "Trấn Cưỡng", True),
        ("Trân Cương", "Tràn Cường", False),
        ("Trần Cuong", "Trần Cương", False),
        ("Trần Binh", "Trần Bình", False),
        ("Binh", "Bình", True),
        ("Tran Binh", "Trần Bình", True),
        ("Trân Binh", "Trần Bình", True),
        ("Lý Binh", "Lý Bình", False),
        ("Lê Bình", "Lê Binh", True),  # Lê Binh shows no tone mark, so its tones are unknown
        ("Lê Thị Bình", "Lê Thị Binh", False),
        ("Nguyễn Hùng", "Nguyễn Hưng", False),
        ("Nguyễn Thu", "Nguyễn Thư", False),
        ("Phạm Minh Chính", "Phạm Minh Chinh", False),
        ("Phạm Minh Chính", "PHAM MINH CHINH", True),
        ("Hoà Bình", "Hòa Bình", True),
        ("Lí Quí", "Lý Quý", True),
        ("Đặng Hùng", "Dặng Hùng", False),
        ("Hà Nội", "Hanoi", True),
        ("Hà Nội", "Hànội", True),
        ("Hà Nội", "Hà Nam", False),
        ("Bắc Kinh", unicodedata.normalize("NFD", "Bắc Kinh"), True),
    ],
)
def test_marks_that_both_names_show_must_agree(a, b, compatible):
    assert marks_compatible(a, b) is compatible
    assert marks_compatible(b, a) is compatible


@given(running_text)
def test_a_name_goes_with_its_unmarked_form_and_itself(text):
    assert marks_compatible(text, text)
    unmarked = fold(text, Fold.UNMARKED)
    if marks_of(unmarked) == Marks(tones=False, vowels=False):  # else it has surplus marks
        assert marks_compatible(text, unmarked)


@given(running_text, running_text)
def test_compatible_names_are_equal_without_marks(a, b):
    if marks_compatible(a, b):
        a, b = (fold(name, Fold.UNMARKED).replace(" ", "") for name in (a, b))
        assert a == b


def test_vietnamese_text_is_recognised():
    assert looks_vietnamese("Bí thư Khu ủy Quảng Tây Trần Cương hội kiến Đại sứ") == 1.0
    assert looks_vietnamese("The quick brown fox jumps over lazy dogs") < 0.4
    assert looks_vietnamese("") == looks_vietnamese("陈刚 2025") == 0.0
    assert has_vietnamese("Wang gặp Li")
    assert not has_vietnamese("Tran Cuong")
    assert not has_vietnamese("Lǚ Gāng 吕刚")


@pytest.mark.parametrize("wrong", ["latin-1", "cp1258", "gb18030", "utf-16-le"])
def test_the_right_decoding_looks_most_vietnamese(wrong):
    right = "Đại sứ nước Cộng hòa xã hội chủ nghĩa Việt Nam "
    misread = right.encode().decode(wrong, "replace")
    assert looks_vietnamese(misread) < 0.7 < looks_vietnamese(right) == 1.0


@pytest.mark.parametrize(
    ("word", "capitalised", "all_caps"),
    [
        ("Đảng", True, False),
        ("đảng", False, False),
        ("ĐẢNG", True, True),
        ("“Ủy", True, False),
        ("APEC 2017", True, True),
        ("2017", False, False),
        ("陈刚", False, False),
        ("陈A", True, True),
        ("ǅ", True, False),
        ("", False, False),
        (unicodedata.normalize("NFD", "Ủy"), True, False),
    ],
)
def test_capitals_follow_unicode(word, capitalised, all_caps):
    assert is_capitalised(word) is capitalised
    assert is_all_caps(word) is all_caps

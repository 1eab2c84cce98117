"""Words: tokens with exact places, in any mixture of scripts and any normal form."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.orthography.offsets import normalise
from hanviet.orthography.words import Word, words

running_text = st.text(
    st.sampled_from("ABđĐảƯờ12 ,.-–/_'’\u00a0\u202f\n\u0300\u0323陈刚ガ각Яx²①Ⅷ"), max_size=40
) | st.text(max_size=30)


def texts(text: str) -> list[str]:
    return [word.text for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đông Hưng-Móng Cái", ["Đông", "Hưng", "Móng", "Cái"]),
        ("Việt – Trung", ["Việt", "Trung"]),
        ("Hà\u00a0Nội/Bắc\u202fKinh", ["Hà", "Nội", "Bắc", "Kinh"]),
        ("a_b", ["a", "b"]),
        ("Xi'an và Xi’an", ["Xi'an", "và", "Xi’an"]),
        ("'Hà'", ["Hà"]),
        ("ngày 15/3/2025, 3,5%", ["ngày", "15", "3", "2025", "3", "5"]),
        ("A50", ["A", "50"]),
        ("ông Trần Cương (陈刚)", ["ông", "Trần", "Cương"]),
        ("Lý李Lý", ["Lý", "Lý"]),
        ("km²", ["km"]),
        ("カタカナ", []),
        ("Владимир Путин", ["Владимир", "Путин"]),
        ("", []),
    ],
)
def test_text_is_split_into_words_and_numbers(text, expected):
    assert texts(text) == expected


@given(running_text)
def test_every_word_is_the_text_at_its_place_and_they_do_not_overlap(text):
    found = words(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(word.text for word in found)


@given(running_text)
def test_no_latin_letter_or_digit_is_lost(text):
    kept = "".join(texts(text))
    wanted = [c for c in text if c.isascii() and c.isalnum()]
    assert [c for c in kept if c.isascii() and c.isalnum()] == wanted


@given(st.text(st.sampled_from("ABđĐảƯờỆ12 ,-'陈"), max_size=40))
def test_words_of_nfd_text_are_the_words_of_its_nfc(text):
    decomposed = unicodedata.normalize("NFD", text)
    normalised = normalise(decomposed)
    mapped = [
        Word(*normalised.original_span(word.start, word.end), word.text)
        for word in words(normalised.text)
    ]
    direct = words(decomposed)
    assert [(w.start, w.end) for w in mapped] == [(w.start, w.end) for w in direct]
    assert [w.text for w in mapped] == [unicodedata.normalize("NFC", w.text) for w in direct]

"""Offsets: whatever the normal form of the input, a span leads back to the characters given."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.orthography.offsets import NormalisedText, normalise

VIETNAMESE = "aăâeêioôơuưyđnght ĐẢƯỜỆễẫộùýớ,.-\n"
COMPOSING = "\u0300\u0301\u0302\u0303\u0309\u0323\u031b\u0306\u0338\u0344\u0345"
OTHER = "陈刚中\uf900Å\u212bﬁ각\u1100\u1161\u11a8\u0f43\u09c7\u09be\U0001f600Jx"

mixed_text = st.text(st.sampled_from(VIETNAMESE + COMPOSING + OTHER), max_size=40) | st.text(
    max_size=30
)
vietnamese_text = st.text(st.sampled_from(VIETNAMESE), max_size=60)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def whole_sequence_indices(normalised: NormalisedText) -> list[int]:
    inside = {i for s in normalised.sequences for i in range(s.start + 1, s.end)}
    return [i for i in range(len(normalised.text) + 1) if i not in inside]


@given(mixed_text)
def test_the_text_is_the_nfc_of_the_original(text):
    normalised = normalise(text)
    assert normalised.text == nfc(text)
    assert normalised.original == text


@given(mixed_text)
def test_text_that_is_nfc_keeps_its_indices_and_needs_no_map(text):
    normalised = normalise(nfc(text))
    assert normalised.sequences == ()
    assert normalised.original_span(0, len(normalised.text)) == (0, len(normalised.text))


@given(mixed_text, st.data())
def test_a_span_of_whole_sequences_points_at_its_original_characters(text, data):
    normalised = normalise(text)
    indices = whole_sequence_indices(normalised)
    start, end = sorted((data.draw(st.sampled_from(indices)), data.draw(st.sampled_from(indices))))
    first, last = normalised.original_span(start, end)
    assert nfc(text[first:last]) == normalised.text[start:end]


@given(mixed_text, st.data())
def test_a_span_that_cuts_a_sequence_grows_to_the_whole_of_it(text, data):
    normalised = normalise(text)
    length = len(normalised.text)
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    first, last = normalised.original_span(start, end)
    assert 0 <= first <= last <= len(text)
    if start < end:
        assert normalised.text[start:end] in nfc(text[first:last])


@given(vietnamese_text, st.sampled_from(["NFC", "NFD"]), st.data())
def test_every_span_of_vietnamese_points_at_its_original_characters(text, form, data):
    given_text = unicodedata.normalize(form, text)
    normalised = normalise(given_text)
    start = data.draw(st.integers(0, len(normalised.text)))
    end = data.draw(st.integers(start, len(normalised.text)))
    first, last = normalised.original_span(start, end)
    assert nfc(given_text[first:last]) == normalised.text[start:end]
    assert not unicodedata.combining(given_text[first : first + 1] or "a")


@given(mixed_text)
def test_the_whole_text_maps_to_the_whole_original(text):
    normalised = normalise(text)
    assert normalised.original_span(0, len(normalised.text)) == (0, len(text))


@given(mixed_text, mixed_text)
def test_adjacent_spans_stay_adjacent_at_whole_sequences(left, right):
    normalised = normalise(left + right)
    for index in whole_sequence_indices(normalised):
        before = normalised.original_span(0, index)
        after = normalised.original_span(index, len(normalised.text))
        assert before[1] == after[0] or not normalised.text


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 1), (0, 9)])
def test_a_span_outside_the_text_is_refused(start, end):
    with pytest.raises(ValueError, match="no span"):
        normalise("Hà Nội").original_span(start, end)

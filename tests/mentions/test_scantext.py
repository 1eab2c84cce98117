"""The folded text of a document, and the way back to the text as given."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.mentions.scantext import scan_key, scan_text

PIECES = st.sampled_from(
    ["Hà", "Nội", "Đông Hưng", "hoà", "陈刚", "廣西", " ", "  ", "\u00a0", "\u202f", "-", "–",
     " – ", "/",
     "\n", "\r\n", "\n \n", "1", ".", "\u0301", "e\u0323\u0302", "😀", "ﬁ", "\ue000"]
)  # fmt: skip


def bare(text: str) -> str:
    """The first letter without its marks: the place of a tone mark is not kept by folding."""
    return unicodedata.normalize("NFD", text)[:1]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đông Hưng – Móng Cái", "đông hưng-móng cái"),
        ("Hà  Nội", "hà nội"),
        ("Hà\u00a0Nội", "hà nội"),
        ("Hà\nNội", "hà\nnội"),
        ("Hà \r\n\r\n Nội", "hà\nnội"),
        ("A / B", "a/b"),
        ("hoà", "hòa"),
        ("廣西", "广西"),
        ("省（区）党委：书记，省长；", "省(区)党委:书记,省长;"),
        ("Hà Nội（1）", "hà nội（1）"),
        ("\ud83d\ue000", "\ufffd\ufffd"),
        ("", ""),
    ],
)
def test_separators_spelling_and_script_are_canonical(text: str, folded: str) -> None:
    assert scan_text(text).folded == folded


@given(st.lists(PIECES, max_size=12).map("".join), st.sampled_from(["NFC", "NFD"]))
def test_every_letter_of_the_folded_text_is_found_in_the_given_one(text: str, form: str) -> None:
    given_text = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    scan = scan_text(given_text)
    for index, char in enumerate(scan.folded):
        start, end = scan.given_span(index, index + 1)
        assert 0 <= start < end <= len(given_text)
        if char.isalpha():
            assert bare(scan_key(given_text[start:end])) == bare(char)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_spans_of_the_folded_text_follow_one_another_in_the_given_one(text: str) -> None:
    scan = scan_text(text)
    spans = [scan.given_span(at, at + 1) for at in range(len(scan.folded))]
    assert all(left[0] <= right[0] for left, right in pairwise(spans))


@given(st.text(max_size=40))
def test_any_text_is_folded_the_same_from_nfc_and_nfd(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert scan_text(unicodedata.normalize("NFD", text)).folded == scan_text(composed).folded

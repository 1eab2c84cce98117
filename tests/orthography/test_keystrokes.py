"""Keys of Telex and VNI that were left in a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.orthography.keystrokes import keys_read
from hanviet.orthography.letters import TONE_OF, TONELESS, Tone
from hanviet.orthography.syllable import all_syllables
from hanviet.orthography.vietnamese import unmarked

_TELEX = {"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
_VNI = {"ă": "a8", "â": "a6", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9"}
_TONES = (Tone.HUYEN, Tone.SAC, Tone.HOI, Tone.NGA, Tone.NANG)


def _typed(word: str, marks: dict[str, str], tones: str) -> str:
    """The keys for a syllable, the tone last."""
    tone = next((TONE_OF[char] for char in word if char in TONE_OF), None)
    letters = "".join(marks.get(plain, plain) for plain in (TONELESS.get(c, c) for c in word))
    return letters + (tones[_TONES.index(tone)] if tone is not None else "")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Traanf Cuwowng", "Trần Cương"),
        ("Traanf Cương", "Trần Cương"),
        ("Tra6n2 Cu7o7ng", "Trần Cương"),
        ("Ddawcj khu Phus Quoocs", "Đặc khu Phú Quốc"),
        ("NGUYEENX VAWN LINH", "NGUYỄN VĂN LINH"),
        ("Hoafng Hoa Thams", "Hoàng Hoa Thám"),
        ("Toon Ngooj Khoong", "Tôn Ngộ Không"),
    ],
)
def test_keys_in_place_of_letters_are_read(typed: str, meant: str) -> None:
    assert keys_read(typed) == meant


@pytest.mark.parametrize(
    "name",
    ["Trần Cương", "Tran Cuong", "Ng. V. Linh", "Karl Marx", "G20", "xoong", "Chén Gāng", ""],
)
def test_what_is_no_keys_stays(name: str) -> None:
    assert keys_read(name) == ""


_PLAIN = sorted(
    word
    for word in all_syllables()
    if "oo" not in "".join(TONELESS.get(char, char) for char in word)
)
"""Syllables whose letters are no keys: boọc is typed as bộc is, on either keyboard."""


@given(st.sampled_from(_PLAIN), st.booleans())
def test_the_keys_of_a_syllable_are_read_with_its_letters_or_not(syllable: str, vni: bool) -> None:
    keys = _typed(syllable, _VNI if vni else _TELEX, "21345" if vni else "fsrxj")
    # uow is ươ on every keyboard, though a few syllables are spelled uơ.
    assert unmarked(keys_read(keys)) in {unmarked(syllable), ""}


@given(st.text(max_size=30))
def test_any_text_is_read_without_error(text: str) -> None:
    keys_read(text)

"""Encodings from before Unicode."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.orthography.legacy_encodings import ENCODINGS, canonical_name, decode, encode
from hanviet.orthography.syllable import all_syllables

SENTENCE = "Trần Cương, Nguyễn Văn Linh; Đặng Tiểu Bình / Lạng Sơn: Hữu Nghị, Quỳnh, thuỷ, ỵ ẵ"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_sentence_survives_each_encoding(encoding: str) -> None:
    assert decode(encode(SENTENCE, encoding), encoding) == SENTENCE


@given(st.sampled_from(ENCODINGS), st.lists(st.sampled_from(all_syllables()), max_size=8))
def test_every_syllable_survives_each_encoding(encoding: str, syllables: list[str]) -> None:
    text = " ".join(syllables)
    assert decode(encode(text, encoding), encoding) == text


@given(st.sampled_from(["vni", "viscii", "tcvn5712-1"]), st.sampled_from(all_syllables()))
def test_capitals_survive_where_the_encoding_has_them(encoding: str, syllable: str) -> None:
    assert decode(encode(syllable.upper(), encoding), encoding) == syllable.upper()


def test_capitals_of_the_abc_fonts_are_told_by_the_letters_around_them() -> None:
    assert decode(encode("TRẦN CƯƠNG", "tcvn3"), "tcvn3") == "TRẦN CƯƠNG"
    assert decode(encode("Trần Cương", "tcvn3"), "tcvn3") == "Trần Cương"
    assert decode(encode("Lý", "tcvn3"), "tcvn3") == "Lý"


@pytest.mark.parametrize(
    ("shown", "text"),
    [("NguyÔn V¨n Linh", "Nguyễn Văn Linh"), ("§Æng TiÓu B×nh", "Đặng Tiểu Bình"),
     ("Hµ Néi", "Hà Nội"), ("C­¬ng", "Cương")],
)  # fmt: skip
def test_what_is_seen_without_an_abc_font_is_read(shown: str, text: str) -> None:
    assert decode(shown.encode("latin-1"), "tcvn3") == text


@pytest.mark.parametrize(
    ("shown", "text"),
    [("Nguyeãn Vaên Linh", "Nguyễn Văn Linh"), ("Ñaëng Tieåu Bình", "Đặng Tiểu Bình"),
     ("Haø Noäi", "Hà Nội"), ("LAÏNG SÔN", "LẠNG SƠN"), ("Quaûng Trò", "Quảng Trị"),
     ("Aân", "Ân")],
)  # fmt: skip
def test_what_is_seen_without_a_vni_font_is_read(shown: str, text: str) -> None:
    assert decode(shown.encode("cp1252"), "vni") == text


@given(st.sampled_from(ENCODINGS), st.binary(max_size=80))
def test_any_bytes_are_decoded(encoding: str, data: bytes) -> None:
    assert isinstance(decode(data, encoding), str)


def test_ascii_stays_ascii() -> None:
    plain = "".join(map(chr, range(0x20, 0x7F)))
    for encoding in ENCODINGS:
        assert decode(plain.encode(), encoding) == plain


def test_names_of_encodings_may_be_written_in_several_ways() -> None:
    assert canonical_name("VNI-Windows") == "vni"
    assert canonical_name("TCVN_5712") == "tcvn3"
    assert canonical_name("cp1258") == ""


@pytest.mark.skipif(shutil.which("iconv") is None, reason="needs iconv")
@pytest.mark.parametrize(("encoding", "name"), [("tcvn5712-1", "TCVN5712-1"), ("viscii", "VISCII")])
def test_the_tables_are_those_of_iconv(encoding: str, name: str) -> None:
    known = subprocess.run(["iconv", "-l"], capture_output=True, text=True, check=False).stdout
    if name not in known:
        pytest.skip(f"this iconv has no {name}")
    # The marks that stand alone are left out: they would join the character before them.
    codes = [*range(0x80, 0xB0), *range(0xB5, 0x100)]
    converted = subprocess.run(
        ["iconv", "-f", name, "-t", "UTF-8"],
        input=b"".join(bytes([code, 10]) for code in codes),
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert [decode(bytes([code]), encoding) for code in codes] == converted.split("\n")[:-1]

"""Encodings that nobody states."""

from __future__ import annotations

import unicodedata

import pytest

from hanviet.errors import InputError, UsageError
from hanviet.orthography.legacy_encodings import ENCODINGS, encode
from hanviet.tables.encodings import decode
from hanviet.tables.repair import find_repair, repaired_cell

NAMES = (
    "Trần Cương", "Nguyễn Văn Linh", "Lạng Sơn", "Đặng Tiểu Bình", "Hữu Nghị Quan", "Phạm Thị Hoà",
    "Quảng Tây", "Bùi Thế Đức", "Võ Nguyên Giáp", "Hồ Chí Minh", "Vương Nghị", "Thường Sơn",
)  # fmt: skip
HAN = ("陈刚", "谅山", "邓小平", "友谊关", "广西", "王毅", "阮文灵", "范平明", "胡志明市", "北京")
HANT = ("陳剛", "諒山", "鄧小平", "友誼關", "廣西", "王毅", "阮文靈", "范平明", "胡志明市", "北京")


def cp1258(text: str) -> bytes:
    """Encode as Windows does: a vowel with its mark, then the tone as a mark of its own."""
    encoded = b""
    for char in text:
        try:
            encoded += char.encode("cp1258")
        except UnicodeEncodeError:
            marks = unicodedata.normalize("NFD", char)
            tones = [mark for mark in marks[1:] if mark in "\u0300\u0301\u0303\u0309\u0323"]
            vowel = "".join(mark for mark in marks if mark not in tones)
            encoded += unicodedata.normalize("NFC", vowel).encode("cp1258")
            encoded += "".join(tones).encode("cp1258")
    return encoded


def table(names: tuple[str, ...]) -> str:
    return "".join(f"{number:03},{name}\r\n" for number, name in enumerate(names))


@pytest.mark.parametrize("names", [NAMES, NAMES[:3], NAMES[-2:]])
@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii", "cp1258"])
def test_vietnamese_encodings_are_told_by_the_syllables(
    names: tuple[str, ...], encoding: str
) -> None:
    text = table(names)
    data = cp1258(text) if encoding == "cp1258" else encode(text, encoding)
    found = decode(data, place="x")
    assert (found.encoding, found.text, found.guessed) == (encoding, text, True)


@pytest.mark.parametrize("count", [1, 3, 10])
@pytest.mark.parametrize(("encoding", "names"), [("gb18030", HAN), ("big5", HANT)])
def test_chinese_encodings_are_told_by_common_characters(
    count: int, encoding: str, names: tuple[str, ...]
) -> None:
    text = "id,name\n" + table(names[:count])
    found = decode(text.encode(encoding), place="x")
    assert (found.encoding, found.text) == (encoding, text)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_told_without_a_byte_order_mark(encoding: str) -> None:
    text = table((*NAMES, *HAN))
    assert decode(text.encode(encoding), place="x").text == text


@pytest.mark.parametrize("read_as", ["cp1252", "latin-1", "cp1258"])
def test_utf_8_that_was_read_wrongly_is_repaired(read_as: str) -> None:
    text = table(("Trần Cương", "Nguyễn Văn Linh", "Quảng Tây", "陈刚"))
    lines = []
    for line in text.splitlines(keepends=True):
        try:
            lines.append(line.encode().decode(read_as))
        except UnicodeDecodeError:
            continue
    found = decode("".join(lines).encode(), place="x")
    assert found.guessed
    assert found.encoding.startswith("utf-8 that had been read as cp125")
    assert found.text.splitlines()[0] == text.splitlines()[0]


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "gb18030"])
def test_legacy_text_that_was_read_as_cp1252_is_repaired(encoding: str) -> None:
    text = table(HAN if encoding == "gb18030" else NAMES)
    data = encode(text, encoding) if encoding in ENCODINGS else text.encode(encoding)
    found = decode(data.decode("latin-1").encode(), place="x")
    assert found.encoding == f"{encoding} that had been read as cp1252"
    assert found.text == text


def test_a_stated_encoding_overrules_a_repair() -> None:
    text = table(("Tráº§n CÆ°Æ¡ng", "Nguyá»…n"))
    assert decode(text.encode(), place="x", encoding="utf-8").text == text
    assert decode(encode("Lạng", "vni"), place="x", encoding="VNI-Win").text == "Lạng"


@pytest.mark.parametrize(
    "text",
    ["José Müller\nÉric Lefèvre\n", "Привет\nмир\n", "Ä\n", "naïve café\n", "한국 서울\n",
     "Straße, Ölmühle, Jägerstraße, Löwe, Bär\n", "Trần Cương 陳剛 NA\n",
     "ñandú, año, niño, Peña\n"],
)  # fmt: skip
def test_text_that_is_well_is_left_alone(text: str) -> None:
    found = decode(text.encode(), place="x")
    assert (found.text, found.encoding, found.guessed) == (text, "utf-8", False)
    assert find_repair(text) is None


def test_western_text_is_read_as_cp1252() -> None:
    found = decode("id,name\n1,José Müller\n2,Renée\n".encode("cp1252"), place="x")
    assert (found.encoding, found.guessed) == ("cp1252", True)


def test_a_few_damaged_lines_do_not_make_utf_8_something_else() -> None:
    data = table(NAMES).encode() + "cà phê\x92\n".encode("latin-1")
    found = decode(data, place="x")
    assert found.encoding == "utf-8"
    assert found.text == table(NAMES) + "cà phê’\n"


def test_cp1258_is_composed() -> None:
    found = decode(cp1258(table(NAMES)), place="x")
    assert unicodedata.is_normalized("NFC", found.text)


@pytest.mark.parametrize("cell", ["Lã Bố", "café", "Ã", "Tráº", "Â", "Trần", "½ Â©"])
def test_a_cell_is_repaired_only_beyond_doubt(cell: str) -> None:
    assert repaired_cell(cell) is None


def test_what_is_no_encoding_of_text_is_refused() -> None:
    for name in ("nonsense", "hex", "rot13"):
        with pytest.raises(UsageError, match="no such encoding"):
            decode(b"x\n", place="x", encoding=name)
    with pytest.raises(InputError, match=r"x:2: is not utf-8"):
        decode(b"a\n\xff\n", place="x", encoding="utf-8")

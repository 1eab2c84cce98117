"""Vietnamese encodings from before Unicode that Python does not know: TCVN 5712, VNI and VISCII.

Sources of the tables: TCVN 5712:1993 (the same as glibc's TCVN5712-1, against which the tests
compare them), RFC 1456 for VISCII, and the layout of the VNI Windows fonts, in which a vowel is
followed by a byte that carries its marks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

ENCODINGS = ("tcvn3", "vni", "viscii", "tcvn5712-1")
"""The encodings, by the names that this module gives them.

`tcvn3` is what the ABC fonts (`.VnTime`) show on Windows: bytes from 0x80 to 0x9F are those of
cp1252, and capitals with a tone mark are bytes of small letters in a font of capitals.
"""

_ALIASES = {
    "abc": "tcvn3", "tcvn": "tcvn3", "tcvn5712": "tcvn3", "tcvn5712-3": "tcvn3", "vn3": "tcvn3",
    "tcvn-5712": "tcvn3", "tcvn5712-1:1993": "tcvn5712-1", "vn1": "tcvn5712-1",
    "vni-win": "vni", "vni-windows": "vni", "vniwin": "vni", "rfc1456": "viscii",
    "viscii1.1-1": "viscii", "csviscii": "viscii",
}  # fmt: skip

_TCVN_HIGH = (
    "\xa0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắ"
    "ẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN_C1 = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
_TCVN_C0 = {
    0x01: "Ú", 0x02: "Ụ", 0x04: "Ừ", 0x05: "Ử", 0x06: "Ữ", 0x11: "Ứ", 0x12: "Ự", 0x13: "Ỳ",
    0x14: "Ỷ", 0x15: "Ỹ", 0x16: "Ý", 0x17: "Ỵ",
}  # fmt: skip
_VISCII_HIGH = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_C0 = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}

_VNI_ALONE = dict(zip("ôöíìæóòîñÔÖÍÌÆÓÒÎÑ", "ơưíìỉĩịỵđƠƯÍÌỈĨỊỴĐ", strict=True))
_VNI_MARKS = {
    **dict(zip("ùøûõï", ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True)),
    **dict(
        zip("âáàåãä", ("\u0302" + tone for tone in ("", *"\u0301\u0300\u0309\u0303\u0323")),
            strict=True)
    ),
    **dict(
        zip("êéèúüë", ("\u0306" + tone for tone in ("", *"\u0301\u0300\u0309\u0303\u0323")),
            strict=True)
    ),
}  # fmt: skip

_LETTERS = "[^\\W\\d_]"
_WORD = re.compile(f"(?:{_LETTERS}|[\u0300-\u0323])+")


def canonical_name(name: str) -> str:
    """The name of one of `ENCODINGS` that a user may have written otherwise, or an empty string.

    >>> canonical_name("ABC"), canonical_name("utf-8")
    ('tcvn3', '')
    """
    plain = name.strip().lower().replace("_", "-").replace(" ", "")
    return plain if plain in ENCODINGS else _ALIASES.get(plain, "")


def decode(data: bytes, encoding: str) -> str:
    """Decode bytes; every byte means something, so that this never fails.

    Args:
        data: The bytes. Cut a longer text at line ends only: letters of VNI take two bytes.
        encoding: One of `ENCODINGS`.

    Returns:
        The text, NFC.

    >>> decode(bytes([0x54, 0x72, 0xC7, 0x6E]), "tcvn3")
    'Trần'
    >>> decode("Traàn Cöông".encode("cp1252"), "vni")
    'Trần Cương'
    """
    if encoding == "vni":
        return _decode_vni(data)
    text = data.decode("latin-1").translate(_table(encoding))
    if encoding == "tcvn3":
        text = _WORD.sub(_capitals, text)
    return unicodedata.normalize("NFC", text)


def encode(text: str, encoding: str) -> bytes:
    """Encode text, for instance to give it to a program that knows nothing else.

    Args:
        text: The text, in any normal form.
        encoding: One of `ENCODINGS`. In `tcvn3` a capital with a tone mark becomes small.

    Returns:
        The bytes.

    Raises:
        UnicodeEncodeError: A character is not in the encoding.

    >>> encode("Trần", "vni").decode("cp1252")
    'Traàn'
    """
    codes = _codes(encoding)
    encoded = bytearray()
    for place, char in enumerate(unicodedata.normalize("NFC", text)):
        code = codes.get(char)
        if code is None and encoding == "tcvn3":
            code = codes.get(char.lower())
        if code is None:
            raise UnicodeEncodeError(encoding, text, place, place + 1, "not in this encoding")
        encoded += code
    return bytes(encoded)


@cache
def _table(encoding: str) -> dict[int, str]:
    """Byte to character, where it is not that of Latin-1."""
    if encoding == "viscii":
        return {**_VISCII_C0, **dict(enumerate(_VISCII_HIGH, 0x80))}
    high = dict(enumerate(_TCVN_HIGH, 0xA0))
    if encoding == "tcvn5712-1":
        return {**_TCVN_C0, **dict(enumerate(_TCVN_C1, 0x80)), **high}
    return {**{code: _cp1252(code) for code in range(0x80, 0xA0)}, **high}


def _cp1252(code: int) -> str:
    try:
        return bytes([code]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(code)


@cache
def _codes(encoding: str) -> dict[str, bytes]:
    """Character to bytes; the first byte where a character stands twice."""
    if encoding == "vni":
        codes = {chr(code): bytes([code]) for code in range(0x80)}
        codes |= {letter: mark.encode("cp1252") for mark, letter in _VNI_ALONE.items()}
        codes |= {
            letter: pair.encode("cp1252")
            for pair, letter in _vni_pairs().items()
            if pair.islower() or pair.isupper()
        }
        return codes
    table = _table(encoding)
    codes = {}
    for code in (*range(0x20, 0x100), *range(0x20)):
        codes.setdefault(table.get(code, chr(code)), bytes([code]))
    return codes


@cache
def _vni_pairs() -> dict[str, str]:
    """Two characters of cp1252 to a letter; a capital may bear the byte of a small mark."""
    pairs: dict[str, str] = {}
    for base in "aeouyôöAEOUYÔÖ":
        for mark, marks in _VNI_MARKS.items():
            letter = unicodedata.normalize("NFC", _VNI_ALONE.get(base, base) + marks)
            if len(letter) == 1 and letter in _vietnamese_letters():
                pairs[base + mark] = letter
                pairs[base + mark.upper()] = letter
    return pairs


@cache
def _vietnamese_letters() -> frozenset[str]:
    return frozenset(_VISCII_HIGH) | frozenset(_VISCII_C0.values())


@cache
def _vni_pattern() -> re.Pattern[str]:
    marks = "".join(_VNI_MARKS)
    return re.compile(f"[aeouyôöAEOUYÔÖ][{marks}{marks.upper()}]|[{''.join(_VNI_ALONE)}]")


def _decode_vni(data: bytes) -> str:
    pairs = _vni_pairs()
    text = "".join(map(_cp1252, data)) if not data.isascii() else data.decode("ascii")

    def letter(match: re.Match[str]) -> str:
        found = match[0]
        if len(found) == 1:
            return _VNI_ALONE[found]
        return pairs.get(found) or "".join(_VNI_ALONE.get(char, char) for char in found)

    return _vni_pattern().sub(letter, text)


def _capitals(match: re.Match[str]) -> str:
    """A word of which all plain letters are capitals was written in a font of capitals."""
    word = match[0]
    plain = [char for char in word if char.isascii()]
    return word.upper() if len(plain) > 1 and "".join(plain).isupper() else word

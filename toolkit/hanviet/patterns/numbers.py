"""Numbers as names write them: `22`, `XX`, `thứ Tám`, 第二十届; to an int and back."""

from __future__ import annotations

import re

_ROMAN_VALUES = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_HAN_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "两": 2,
}  # fmt: skip
_VI_UNITS = {
    "nhất": 1, "một": 1, "mốt": 1, "nhì": 2, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5,
    "lăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip

STYLES = ("arabic", "roman", "han", "words", "year", "half", "infix")
"""How a number may be written; a slot without a style takes any of them but `year`.

`half` is for places: the one-character form that lives in pairs alone (驻{b:half}大使: 驻美大使).
"""


def to_roman(value: int) -> str:
    """Write a positive number in Roman numerals.

    >>> to_roman(14)
    'XIV'
    """
    parts = []
    for unit, letters in _ROMAN_VALUES:
        count, value = divmod(value, unit)
        parts.append(letters * count)
    return "".join(parts)


def from_roman(text: str) -> int | None:
    """Read upper-case Roman numerals; None if the text is none.

    >>> from_roman("XX"), from_roman("IIX")
    (20, None)
    """
    if not text or not _ROMAN.fullmatch(text):
        return None
    total = 0
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    for char, following in zip(text, text[1:] + " ", strict=True):
        value = values[char]
        total += -value if values.get(following, 0) > value else value
    return total


def to_han(value: int) -> str:
    """Write 0 to 9999 in Chinese numerals as ordinals have them.

    >>> to_han(20), to_han(16), to_han(108)
    ('二十', '十六', '一百零八')
    """
    digits = "零一二三四五六七八九"
    if value < 10:
        return digits[value]
    parts: list[str] = []
    gap = False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            if gap and parts:
                parts.append("零")
            gap = False
            parts.append(digits[digit] + name)
        else:
            gap = True
    text = "".join(parts)
    return text.removeprefix("一") if text.startswith("一十") else text


def from_han(text: str) -> int | None:
    """Read Chinese numerals, positional (二〇二五) or with units (二十); None if it is none.

    >>> from_han("十六"), from_han("二〇二五"), from_han("百色")
    (16, 2025, None)
    """
    if not text:
        return None
    if all(char in _HAN_DIGITS for char in text):
        return int("".join(str(_HAN_DIGITS[char]) for char in text))
    total, digit = 0, -1
    for char in text:
        if char in _HAN_DIGITS:
            digit = _HAN_DIGITS[char]
        elif char in "十百千":
            total += (1 if digit < 0 else digit) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = -1
        else:
            return None
    return total + max(digit, 0)


def to_vietnamese(value: int) -> str:
    """Write 1 to 99 as the ordinal word that follows `thứ`.

    >>> to_vietnamese(8), to_vietnamese(15), to_vietnamese(21)
    ('tám', 'mười lăm', 'hai mươi mốt')
    """
    units = "không nhất hai ba tư năm sáu bảy tám chín".split()
    if value < 10:
        return units[value]
    tens, unit = divmod(value, 10)
    head = "mười" if tens == 1 else f"{'x x hai ba bốn năm sáu bảy tám chín'.split()[tens]} mươi"
    if unit == 0:
        return head
    tail = {1: "một" if tens == 1 else "mốt", 4: "bốn" if tens == 1 else "tư", 5: "lăm"}
    return f"{head} {tail.get(unit, units[unit])}"


def from_vietnamese(text: str) -> int | None:
    """Read an ordinal or cardinal word below 100; None if the text is none.

    >>> from_vietnamese("tám"), from_vietnamese("hai mươi mốt"), from_vietnamese("mười")
    (8, 21, 10)
    """
    parts = text.lower().split()
    if not parts:
        return None
    if len(parts) == 1:
        return 10 if parts[0] == "mười" else _VI_UNITS.get(parts[0])
    if parts[0] == "mười" and len(parts) == 2 and parts[1] in _VI_UNITS:
        return 10 + _VI_UNITS[parts[1]]
    if parts[1] in ("mươi", "mười") and parts[0] in _VI_UNITS and len(parts) <= 3:
        unit = _VI_UNITS.get(parts[2]) if len(parts) == 3 else 0
        return None if unit is None else _VI_UNITS[parts[0]] * 10 + unit
    return None

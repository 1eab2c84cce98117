"""Text that was read in the wrong encoding and saved again: `Tráº§n`, `TrÇn`, `Traàn`, `³Â¸Õ`.

Legacy fonts leave such text in workbooks too, where `TrÇn` in `.VnTime` looks right.
"""

from __future__ import annotations

from functools import cache

from hanviet.orthography import legacy_encodings
from hanviet.tables.plausible import plausibility

READ_AS = {
    "cp1252": ("utf-8", "tcvn3", "vni", "gb18030", "big5", "viscii", "cp1258"),
    "cp1258": ("utf-8",),
    "gb18030": ("utf-8",),
}
"""Encodings in which bytes are read wrongly, and those that the bytes may have been in."""

LOWEST_REPAIRED = 0.8
"""Plausibility that a repaired text must have."""

WORDS_TO_REPAIR = 4
"""Words beyond ASCII that a text must hold to be repaired, unless its bytes are UTF-8."""

LEAST_GAIN = 0.3
"""By how much a repair must make a text more plausible."""


def find_repair(text: str) -> tuple[str, str] | None:
    """Find out how a text was read wrongly.

    Args:
        text: A sample of the text.

    Returns:
        What it was read as, and what it was; None if it is well as it is.

    >>> find_repair("Tráº§n CÆ°Æ¡ng"), find_repair("Trần Cương")
    (('cp1252', 'utf-8'), None)
    >>> find_repair("TrÇn V¨n NguyÔn ThÞ")
    ('cp1252', 'tcvn3')
    """
    if text.isascii():
        return None
    before = plausibility(text)
    if _is_utf_8_throughout(text, before):
        return "cp1252", "utf-8"
    if before + LEAST_GAIN > 1:
        return None
    enough = sum(not word.isascii() for word in text.split()) >= WORDS_TO_REPAIR
    best, found = max(LOWEST_REPAIRED, before + LEAST_GAIN), None
    for read_as, encodings in READ_AS.items():
        for encoding in encodings:
            if encoding != "utf-8" and not enough:
                continue
            score = plausibility(_repaired_lines(text, read_as, encoding))
            if score > best or (score == best and found is None):
                best, found = score, (read_as, encoding)
    return found


def _is_utf_8_throughout(text: str, before: float) -> bool:
    """Whether all that is beyond ASCII is UTF-8 read as cp1252, in whatever language it is."""
    lines = [line for line in text.split("\n") if not line.isascii()]
    again = [repaired(line, "cp1252", "utf-8") for line in lines]
    if any(line is None for line in again):
        return False
    whole = "\n".join(line for line in again if line is not None)
    return sum(not char.isascii() for char in whole) > 1 and plausibility(whole) > before


def _repaired_lines(text: str, read_as: str, encoding: str) -> str:
    lines = text.split("\n")
    again = (repaired(line, read_as, encoding) for line in lines)
    return "\n".join(old if new is None else new for new, old in zip(again, lines, strict=True))


def repaired(text: str, read_as: str, encoding: str) -> str | None:
    """Read a text again.

    Args:
        text: What was read wrongly.
        read_as: The encoding that it was read in.
        encoding: The encoding that it is in.

    Returns:
        The text; None if its bytes are not in that encoding.

    >>> repaired("Tráº§n", "cp1252", "utf-8")
    'Trần'
    """
    data = _bytes(text, read_as)
    if data is None:
        return None
    if encoding in legacy_encodings.ENCODINGS:
        return legacy_encodings.decode(data, encoding)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def repaired_cell(cell: str) -> str | None:
    """Repair one cell that is beyond doubt UTF-8 read as cp1252 or Latin-1; else None.

    >>> repaired_cell("Tráº§n CÆ°Æ¡ng"), repaired_cell("Lã Bố"), repaired_cell("café")
    ('Trần Cương', None, None)
    """
    if cell.isascii():
        return None
    again = repaired(cell, "cp1252", "utf-8")
    return again if again is not None and plausibility(again) >= LOWEST_REPAIRED else None


def _bytes(text: str, encoding: str) -> bytes | None:
    if encoding != "cp1252":
        try:
            return text.encode(encoding)
        except UnicodeEncodeError:
            return None
    codes = _codes_of_cp1252()
    try:
        return bytes([codes[char] for char in text])
    except KeyError:
        return None


@cache
def _codes_of_cp1252() -> dict[str, int]:
    """Characters to bytes; those that cp1252 lacks are as in Latin-1, as in browsers."""
    codes = {chr(code): code for code in range(0x100)}
    for code in range(0x80, 0xA0):
        try:
            codes[bytes([code]).decode("cp1252")] = code
        except UnicodeDecodeError:
            continue
    return codes

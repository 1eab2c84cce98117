"""Decode a table whose encoding nobody states: BOM, strict UTF-8, then a guess that is said.

Guesses are scored by what the text should hold: Vietnamese syllables and common characters.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from hanviet.errors import InputError, UsageError

GUESSED_ENCODINGS = ("gb18030", "big5", "cp1258", "utf-16-le", "utf-16-be")
"""Encodings that are tried, the likelier first; equal scores go to the earlier one."""

LOWEST_SCORE = 0.6
"""Share of plausible words and characters below which a guess is refused."""

MOST_CONTROLS = 0.1
"""Share of control characters from which on bytes that are valid UTF-8 are no text in it."""

SAMPLE_LENGTH = 200_000
"""Code points of a text that are scored."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text.

    Args:
        text: The text without BOM.
        encoding: What it was decoded as.
        guessed: Whether that was a guess.
    """

    text: str
    encoding: str
    guessed: bool


def decode(data: bytes, *, place: str, encoding: str = "") -> Decoded:
    """Decode the bytes of a text file.

    Args:
        data: The bytes.
        place: The file's name, for errors.
        encoding: The encoding that the user states, or empty.

    Returns:
        The text.

    Raises:
        UsageError: No such encoding.
        InputError: The bytes are no text, or not in the encoding stated, or no guess holds.

    >>> decode("Trần".encode(), place="a.csv").encoding
    'utf-8'
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return Decoded(_decode_as(data, name, place).removeprefix("\ufeff"), name, False)
    if not encoding:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            return _guess(data, place)
        if len(_CONTROLS.findall(text)) <= MOST_CONTROLS * len(text):
            return Decoded(text, "utf-8", False)
        return _guess(data, place)
    try:
        codecs.lookup(encoding)
    except LookupError:
        raise UsageError(f"no such encoding: {encoding!r}", remedy="for example cp1258") from None
    return Decoded(_decode_as(data, encoding, place).removeprefix("\ufeff"), encoding, False)


def _decode_as(data: bytes, encoding: str, place: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError) as error:
        at = getattr(error, "start", 0)
        line = data.count(b"\n", 0, at) + 1
        raise InputError(
            f"is not {encoding} throughout: byte {at}",
            place=f"{place}:{line}",
            remedy="give --encoding",
        ) from None


def _guess(data: bytes, place: str) -> Decoded:
    scored = []
    for encoding in GUESSED_ENCODINGS:
        if encoding.startswith("utf-16") and (len(data) % 2 or b"\x00" not in data):
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        scored.append((plausibility(text[:SAMPLE_LENGTH]), encoding, text))
    best = max(scored, key=lambda found: found[0], default=(0.0, "", ""))
    if best[0] < LOWEST_SCORE:
        what = "is no text" if b"\x00" in data else "is in an encoding that cannot be guessed"
        raise InputError(what, place=place, remedy="save it as UTF-8 or give --encoding")
    return Decoded(best[2].removeprefix("\ufeff"), best[1], True)


def plausibility(text: str) -> float:
    """The share of words beyond ASCII and characters that Vietnamese or Chinese text would have.

    >>> plausibility("Trần Cương 陈刚") > plausibility("Tráº§n CÆ°Æ¡ng")
    True
    """
    from hanviet.orthography.syllable import is_syllable

    if _CONTROLS.search(text):
        return 0.0
    good = total = 0
    for run in _NOT_ASCII_WORD.findall(text):
        total += len(run)
        if is_syllable(run) or run.isascii():
            good += len(run)
    for char in _HAN_AND_OTHERS.findall(text):
        total += 1
        good += _is_common(char)
    return good / total if total else 0.0


_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
_LATIN = "a-zA-ZªºÀ-ÖØ-öø-ʯ\u0300-\u036fḀ-ỿ"
_NOT_ASCII_WORD = re.compile(f"[a-zA-Z]*[{_LATIN[6:]}][{_LATIN}]*")
_HAN_AND_OTHERS = re.compile(f"[^\x00-\x7f{_LATIN}]")
_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》【】—…·　–•₫°%")


def _is_common(char: str) -> bool:
    """A character of everyday Chinese text of either script, or its punctuation."""
    from hanviet.orthography.chinese import in_everyday_traditional

    if char in _PUNCTUATION:
        return True
    try:
        code = char.encode("gb2312")
    except UnicodeEncodeError:
        return in_everyday_traditional(char)
    return 0xB0 <= code[0] <= 0xD7 or in_everyday_traditional(char)

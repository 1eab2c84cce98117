"""Letters that look Latin and are not: Cyrillic, Greek and full-width ones in a Latin word.

They come from keyboards left in another layout, from OCR and from Chinese input methods. A word
is taken for Latin if it has a Latin letter, or if all of it looks Latin and it stands beside one
that is: `Путин` stays as it is.
"""

from __future__ import annotations

import re
import unicodedata

from hanviet.orthography.chinese import has_han

_CYRILLIC = "асеһіјорѕухАВСЕНІЈКМОРЅТУХ"
_LIKE_CYRILLIC = "acehijopsyxABCEHIJKMOPSTYX"
_GREEK = "αινορυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_LIKE_GREEK = "aivopuABEZHIKMNOPTYX"

_LIKE = str.maketrans(_CYRILLIC + _GREEK, _LIKE_CYRILLIC + _LIKE_GREEK)
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_FULL_WIDTH_LETTERS = {code: plain for code, plain in _FULL_WIDTH.items() if chr(plain).isalnum()}
"""Among Chinese characters full-width signs are at home: 省（区）党委书记."""
_SUSPECT = re.compile("[\u0370-\u03ff\u0400-\u04ff\uff01-\uff5e\u3000]")
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f][^\W\d_]*)*")
_LATIN = re.compile("[a-zA-ZÀ-ɏḀ-ỿ]")


def plain_letters(text: str) -> str:
    """Write what looks Latin with Latin letters.

    Args:
        text: Any text.

    Returns:
        The text, NFC, with full-width letters, and beside no Chinese also signs, as plain ones, and
        look-alikes in Latin words replaced.

    >>> plain_letters("Тrần Cương") == "Trần Cương", plain_letters("Путин"), plain_letters("ＴＰ")
    (True, 'Путин', 'TP')
    """
    composed = unicodedata.normalize("NFC", text)
    if not _SUSPECT.search(composed):
        return composed
    narrow = composed.translate(_FULL_WIDTH_LETTERS if has_han(composed) else _FULL_WIDTH)
    if not _LATIN.search(narrow):
        return unicodedata.normalize("NFC", narrow)
    return unicodedata.normalize("NFC", _WORD.sub(_as_latin, narrow))


def _as_latin(match: re.Match[str]) -> str:
    word = match[0]
    changed = unicodedata.normalize("NFC", word.translate(_LIKE))
    letters = [char for char in changed if char.isalpha()]
    return changed if all(_LATIN.match(char) for char in letters) else word

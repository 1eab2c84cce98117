"""Keys of Telex and VNI that no input method has turned into letters: `Traanf`, `Tra6n2`.

They come from keyboards whose input method was off, wholly or for a word. A word is read so only
if it is no syllable as it stands and becomes one, so that names of other languages stay.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from hanviet.orthography.letters import TONELESS, Tone, toned
from hanviet.orthography.syllable import canonical_syllable, is_syllable

_TELEX_TONES = {
"f": Tone.HUYEN, "s": Tone.SAC, "r": Tone.HOI, "x": Tone.NGA, "j": Tone.NANG,
}  # fmt: skip
_VNI_TONES = {
    "1": Tone.SAC, "2": Tone.HUYEN, "3": Tone.HOI, "4": Tone.NGA, "5": Tone.NANG,
}  # fmt: skip
_CIRCUMFLEX = {"a": "â", "e": "ê", "o": "ô"}
_HORN = {"u": "ư", "o": "ơ"}
_BREVE = {"a": "ă"}
_VOWELS = frozenset("aeiouyăâêôơư")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 10
_CACHED_WORDS = 16_384


def keys_read(text: str) -> str:
    """Read the words of a name that are keys of Telex or VNI.

    Args:
        text: A name in Latin letters, NFC.

    Returns:
        The name with these words as they were meant; an empty text if there are none.

    >>> keys_read("Traanf Cuwowng"), keys_read("Tra6n2 Cương"), keys_read("Alex Ferguson")
    ('Trần Cương', 'Trần Cương', '')
    """
    read = _WORD.sub(lambda match: _word_read(match[0]) or match[0], text)
    if read == text:
        return ""
    # Beside keys, oo is the key of ô, not the vowel of xoong.
    return _WORD.sub(lambda match: _oo_read(match[0]) or match[0], read)


def _oo_read(word: str) -> str:
    return _word_read(word, syllable=True) if "oo" in word else ""


@lru_cache(maxsize=_CACHED_WORDS)
def _word_read(word: str, *, syllable: bool = False) -> str:
    """The syllable that the keys of a word stand for, or an empty text."""
    lowered = word.lower()
    if not 1 < len(word) <= _LONGEST or not lowered[0].isalpha():
        return ""
    if is_syllable(lowered) is not syllable:
        return ""
    vni = any(char.isdigit() for char in lowered)
    letters: list[str] = []
    tone = Tone.NGANG
    for char in lowered:
        tones = _VNI_TONES if vni else _TELEX_TONES
        if char in tones and _has_vowel(letters):
            if tone is not Tone.NGANG:
                return ""
            tone = tones[char]
        elif not (_marked_by_number(letters, char) if vni else _marked(letters, char)):
            letters.append(char)
    read = _with_tone("".join(letters), tone)
    if not read or read == lowered:
        return ""
    if word.isupper():
        return read.upper()
    return read[0].upper() + read[1:] if word[0].isupper() else read


def _has_vowel(letters: list[str]) -> bool:
    return any(TONELESS.get(letter, letter) in _VOWELS for letter in letters)


def _marked(letters: list[str], char: str) -> bool:
    """Change a letter by a key of Telex; whether it was one."""
    if char == "w":
        if _has_vowel(letters):
            return _horned(letters) or _replaced(letters, _BREVE)
        letters.append("ư")
        return True
    if char == "d" and len(letters) > 0 and letters[0] == "d":
        letters[0] = "đ"
        return True
    if char in _CIRCUMFLEX and letters and letters[-1] == char:
        letters[-1] = _CIRCUMFLEX[char]
        return True
    return False


def _marked_by_number(letters: list[str], char: str) -> bool:
    """Change a letter by a key of VNI; whether it was one."""
    if char == "6":
        return _replaced(letters, _CIRCUMFLEX)
    if char == "7":
        return _horned(letters)
    if char == "8":
        return _replaced(letters, _BREVE)
    if char == "9" and letters and letters[0] == "d":
        letters[0] = "đ"
        return True
    return False


def _horned(letters: list[str]) -> bool:
    """Give u, o or both their horns."""
    at = len(letters) - 1
    while at >= 0 and letters[at] not in _HORN:
        if letters[at] in _VOWELS:
            return False
        at -= 1
    if at < 0:
        return False
    if letters[at] == "o" and at and letters[at - 1] == "u":
        letters[at - 1] = "ư"
    letters[at] = _HORN[letters[at]]
    return True


def _replaced(letters: list[str], marks: dict[str, str]) -> bool:
    """Give the last vowel that can bear it a mark."""
    for at in range(len(letters) - 1, -1, -1):
        if letters[at] in marks:
            letters[at] = marks[letters[at]]
            return True
    return False


def _with_tone(word: str, tone: Tone) -> str:
    """The word with a tone mark where it belongs; empty if that is no syllable."""
    if tone is Tone.NGANG:
        return word if is_syllable(word) else ""
    for at, letter in enumerate(word):
        if letter in _VOWELS:
            marked = word[:at] + toned(letter, tone) + word[at + 1 :]
            placed = canonical_syllable(marked)
            if placed is not None:
                return unicodedata.normalize("NFC", placed)
    return ""

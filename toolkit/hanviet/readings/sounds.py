"""A syllable as it is compared: its key, its letters without marks, its onset, rime and tone."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from hanviet.orthography.letters import TONE_OF, TONELESS
from hanviet.orthography.syllable import SyllableError, Tone, parse_syllable
from hanviet.orthography.vietnamese import Fold, fold

CACHED_WORDS = 65536


@dataclass(frozen=True, slots=True)
class Sound:
    """One word of a name in the forms that comparisons need.

    Args:
        text: As it was typed.
        key: Folded to spelling (`lí` for `Lý`).
        toneless: The key without tone marks (`cương` for `Cường`).
        bare: Without any marks (`cuong`).
        tone: The tone by its mark; `ngang` without one.
        onset: First consonant; empty if the word is no Vietnamese syllable.
        rime: The rest without tone, i for a final y; empty if the word is no syllable (`Cuong`
            is none: its marks are missing).
    """

    text: str
    key: str
    toneless: str
    bare: str
    tone: Tone
    onset: str
    rime: str


@lru_cache(maxsize=CACHED_WORDS)
def sound(word: str) -> Sound:
    """Take one word apart.

    >>> sound("Lý").key, sound("Cường").bare, sound("Cường").rime
    ('lí', 'cuong', 'ương')
    """
    spelled, bare = fold(word, Fold.SPELLING), fold(word, Fold.UNMARKED)
    toneless = "".join(TONELESS.get(letter, letter) for letter in spelled)
    tone = next((TONE_OF[letter] for letter in spelled if letter in TONE_OF), Tone.NGANG)
    onset = rime = ""
    with suppress(SyllableError):
        syllable = parse_syllable(word)
        onset, rime = syllable.onset, "i" if syllable.rime == "y" else syllable.rime
    return Sound(word, spelled, toneless, bare, tone, onset, rime)


def equal_as_typed(typed: Sound, full: Sound, *, tones: bool, vowels: bool) -> bool:
    """Say whether a word may be a typing of a fully marked syllable.

    Args:
        typed: The word.
        full: The syllable with all its marks.
        tones: The name that the word stands in has a tone mark, so its tones are as typed.
        vowels: Likewise for ă â ê ô ơ ư đ.

    Returns:
        True if nothing that was typed contradicts the syllable.

    >>> equal_as_typed(sound("Cuong"), sound("cường"), tones=False, vowels=False)
    True
    >>> equal_as_typed(sound("Cương"), sound("cường"), tones=True, vowels=True)
    False
    """
    if typed.bare != full.bare or (tones and typed.tone is not full.tone):
        return False
    return not vowels or typed.toneless == full.toneless


def difference(a: Sound, b: Sound, *, marked: bool = True) -> tuple[float, str]:
    """Say in which part two different syllables differ.

    Args:
        a: The one.
        b: The other.
        marked: Both stand in names typed with marks; in others a slip in one letter is near.

    Returns:
        Nearness from 0 to 1 and a note; two parts that differ are a different syllable, with
        nearness 0, unless it may be a slip: in an unmarked name, or in a word that is no syllable.

    >>> difference(sound("Cương"), sound("Cường"))
    (0.8, 'tone differs')
    """
    if not a.rime or not b.rime:
        return _difference_in_letters(a, b)
    same_onset, same_rime, same_tone = a.onset == b.onset, a.rime == b.rime, a.tone is b.tone
    if same_onset and same_rime:
        return 0.8, "tone differs"
    if same_onset and same_tone:
        return 0.5, "rime differs"
    if same_rime and same_tone:
        return 0.4, "onset differs"
    if same_onset and a.bare == b.bare:
        return 0.4, "rime and tone differ"
    return (0.0, "different") if marked else _difference_in_letters(a, b)


def _difference_in_letters(a: Sound, b: Sound) -> tuple[float, str]:
    from rapidfuzz.distance import OSA

    if a.bare == b.bare:
        return 0.4, "marks differ"
    near = min(len(a.bare), len(b.bare)) > 1 and OSA.distance(a.bare, b.bare) == 1
    return (0.3, "one letter differs") if near else (0.0, "different")

"""Whether a name is another one with a letter mistyped, and never merely another tone.

Marks that were typed are compared as letters are: `Trần Cường` is no typing error of `Trần Cương`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from hanviet.linking.keys import bare_letters, word_texts
from hanviet.linking.thresholds import NAME_WORD_WEIGHT
from hanviet.orthography.letters import BARE, TONELESS
from hanviet.orthography.syllable import all_syllables, is_syllable
from hanviet.orthography.vietnamese import Fold, Marks, key, marks_of
from hanviet.readings.table import characters_for

_CACHED_FORMS = 65_536

ALL_MARKS = Marks(tones=True, vowels=True)
"""Of forms that are written with every mark, as the gazetteer's are."""


@dataclass(frozen=True, slots=True)
class Edit:
    """How many letters of a typed name differ from a form.

    Args:
        letters: Edits in the letters without marks; a transposition of neighbours is one.
        typed: Edits in the letters with the marks that the typed name shows.
        another_name: A word became another one that can be a word of a name (Thu, Thi).
    """

    letters: int
    typed: int
    another_name: bool

    @property
    def is_slip(self) -> bool:
        """Exactly one letter, no mark beside it, and no other name by it."""
        return self.letters == 1 and self.typed == 1 and not self.another_name


def edit_between(
    typed: str,
    form: str,
    full: Marks = ALL_MARKS,
    known_words: Collection[str] = frozenset(),
) -> Edit:
    """Count the edits between a name as typed and a form.

    Args:
        typed: The name, in Latin letters.
        form: The form.
        full: Which kinds of marks the form is written with.
        known_words: Words of other names around, with their marks and without.

    Returns:
        The edits.

    >>> edit_between("Đôgn Nam Á", "Đông Nam Á").is_slip
    True
    >>> edit_between("Trần Cường", "Trần Cương").letters
    0
    """
    from rapidfuzz.distance import OSA

    marks = marks_of(typed)
    own = marks_of(form)
    # Who writes a list of names with some marks writes all of them, unlike who types a query.
    marked = own.tones or own.vowels
    tones = marks.tones and (full.tones or marked)
    vowels = marks.vowels and (full.vowels or marked)
    a, b = (_shown(text, tones=tones, vowels=vowels) for text in (typed, form))
    letters = OSA.distance(bare_letters(typed), bare_letters(form))
    return Edit(int(letters), int(OSA.distance(a, b)), _is_another_name(typed, form, known_words))


@lru_cache(maxsize=_CACHED_FORMS)
def _shown(text: str, *, tones: bool, vowels: bool) -> str:
    """The letters of a text with the kinds of marks asked for only."""
    shown = "".join(char for char in key(text, Fold.SPELLING) if char.isalnum())
    if not tones:
        shown = "".join(TONELESS.get(char, char) for char in shown)
    if vowels:
        return shown
    return "".join(_without_vowel_mark(char) for char in shown)


def _without_vowel_mark(char: str) -> str:
    from hanviet.orthography.letters import TONE_OF, toned

    bare = BARE.get(char, char)
    tone = TONE_OF.get(char)
    return toned(bare, tone) if tone is not None else bare


def _is_another_name(typed: str, form: str, known_words: Collection[str]) -> bool:
    """Whether the words are as many and those that differ can all be words of names.

    A slip of the finger seldom gives one (Linhh, Đôgn); what does cannot be told from another
    name (Thu, Thi).
    """
    a, b = (word_texts(unicodedata.normalize("NFC", text)) for text in (typed, form))
    if len(a) != len(b):
        return False
    marks = marks_of(typed)
    unmarked = not (marks.tones or marks.vowels)
    same = bare_letters if unmarked else _spelled
    differing = [(x, y) for x, y in zip(a, b, strict=True) if same(x) != same(y)]
    in_capitals = any(word[0].isupper() for word in a)
    for word, intended in differing:
        # A word whose capital is lost among others with theirs: Vuong Tieu ong.
        if in_capitals and word[0].islower() and intended[0].isupper():
            return False
        if same(word) not in known_words and not is_name_word(same(word), unmarked=unmarked):
            return False
    return True


def _spelled(text: str) -> str:
    return key(text, Fold.SPELLING)


def is_name_word(word: str, *, unmarked: bool) -> bool:
    """Whether a syllable is common enough in names, by the characters that are read so.

    >>> is_name_word("hoan", unmarked=False), is_name_word("hệ", unmarked=False)
    (True, False)
    """
    if unmarked:
        return _bare_weights().get(word, 0.0) >= NAME_WORD_WEIGHT
    found = characters_for(word) if is_syllable(word) else ()
    return bool(found) and found[0][1] >= NAME_WORD_WEIGHT


@lru_cache(maxsize=1)
def _bare_weights() -> dict[str, float]:
    """Syllable without marks to the weight of the commonest character that may be read so."""
    weights: dict[str, float] = {}
    for syllable in all_syllables():
        found = characters_for(syllable)
        if found:
            bare = bare_letters(syllable)
            weights[bare] = max(weights.get(bare, 0.0), found[0][1])
    return weights

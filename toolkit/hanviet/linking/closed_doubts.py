"""What is known of names in general, and speaks against linking a cell that fits a row so far."""

from __future__ import annotations

from collections.abc import Sequence

from hanviet.linking.closed_people import is_surname, known_entries, reads_as_person
from hanviet.linking.edits import is_name_word
from hanviet.orthography.syllable import is_syllable
from hanviet.orthography.vietnamese import Fold, key, marks_of
from hanviet.orthography.words import words


def is_whole_name_in_level_tones(text: str, forms: Sequence[str]) -> bool:
    """Whether a name typed with vowel marks and no tone marks can be another, fully typed name.

    Who typed the ê of `Lê Hoan` may have meant every tone to be level, and then it is not
    `Lê Hoàn`. `Côc Nam` cannot be meant so, since no syllable in -c is level, and `Nguyên Minh`
    hardly, since Nguyên is no surname: of these the tones are missing.

    Args:
        text: The name as typed.
        forms: The forms of the row that it fits but for tone marks.

    >>> is_whole_name_in_level_tones("Lê Hoan", ["Lê Hoàn"])
    True
    >>> is_whole_name_in_level_tones("Nguyên Minh", ["Nguyễn Minh"])
    False
    """
    marks = marks_of(text)
    if marks.tones or not marks.vowels:
        return False
    typed = [word.text for word in words(text)]
    first = key(typed[0], Fold.SPELLING)
    same_surname = any(key(form, Fold.SPELLING).split()[:1] == [first] for form in forms)
    if reads_as_person(forms) and not (same_surname or is_surname(first, Fold.SPELLING)):
        return False
    return all(
        is_syllable(word) and is_name_word(key(word, Fold.SPELLING), unmarked=False)
        for word in typed
    )


def is_elsewhere_too(text: str, row_forms: Sequence[str], country: str) -> bool:
    """Whether the gazetteer knows the name in several countries, and the cell says none of the row.

    Hà Nam is a province of Việt Nam, and the reading of 河南 in China: a table that has 河南 only
    does not tell. Where the cell says a country, the row has to be a name there.

    Args:
        text: The name, which agrees with the row by its reading only.
        row_forms: The forms of the row.
        country: ISO code that the cell states, or empty.

    >>> is_elsewhere_too("Hà Nam", ["河南"], ""), is_elsewhere_too("Hà Nam", ["河南"], "CN")
    (True, False)
    """
    if not country:
        return len({entry.country for entry in known_entries(text)}) > 1
    meant = [entry for form in row_forms for entry in known_entries(form)]
    return bool(meant) and all(entry.country != country for entry in meant)

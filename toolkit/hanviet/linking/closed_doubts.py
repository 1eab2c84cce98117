"""What is known of names in general, and speaks against linking a cell that fits a row so far."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hanviet.linking.closed_people import is_surname, known_entries, reads_as_person
from hanviet.linking.edits import is_name_word
from hanviet.orthography.syllable import is_syllable
from hanviet.orthography.vietnamese import Fold, key, marks_of
from hanviet.orthography.words import words

_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.")


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


def joins_initials(text: str) -> bool:
    """Whether initials stand in a name, which only together make syllables of another.

    >>> joins_initials("M. A. Sơn"), joins_initials("TP.HCM"), joins_initials("N. Văn Linh")
    (True, False, True)
    """
    return _INITIAL.search(text) is not None


def is_name_of_another(whole: str, name: str, row_forms: Sequence[str]) -> bool:
    """Whether a cell with all its words is a known name, and of something else than the row.

    `Trưởng Đoàn đại biểu Quốc hội` is a post, though `Quốc hội` is left of it without the words
    that look like those around a name. `tỉnh Lạng Sơn` is the very province.

    Args:
        whole: The cell, with all its words.
        name: What was left of it and agrees with the row.
        row_forms: The forms of the row.

    >>> is_name_of_another("Phó Giáo sư, Tiến sĩ", "Phó Giáo sư", ["Phó Giáo sư", "副教授"])
    True
    >>> is_name_of_another("tỉnh Lạng Sơn", "Lạng Sơn", ["Lạng Sơn", "谅山"])
    False
    """
    if whole == name:
        return False
    meant = {entry.id for entry in known_entries(whole)}
    if not meant:
        return False
    return meant.isdisjoint(entry.id for form in row_forms for entry in known_entries(form))

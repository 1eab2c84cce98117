"""Whether a row of a table of the user's can be a person; the table does not say so itself."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hanviet.mentions.wordlists import wordlists
from hanviet.orthography.chinese import has_han, to_simplified
from hanviet.orthography.vietnamese import Fold, key, marks_of
from hanviet.orthography.words import words
from hanviet.readings.context import likely_kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hanviet.lexicon.model import Entry

MOST_NAME_WORDS = 5


def reads_as_person(forms: Iterable[str]) -> bool:
    """Whether the forms of a row can be those of a person.

    >>> reads_as_person(["陈刚"]), reads_as_person(["广西"]), reads_as_person(["云南"])
    (True, False, False)
    """
    forms = tuple(forms)
    types = {entry.type for form in forms for entry in known_entries(form)}
    if types:
        return "PERSON" in types
    # Most names of provinces begin with a character that is a surname as well: 云南, 江苏.
    return any(_looks_like_person(form) for form in forms)


def known_entries(form: str) -> list[Entry]:
    """The reviewed entries of the shipped gazetteer that have a form."""
    from hanviet.shipped import shipped_gazetteer

    table = shipped_gazetteer().forms
    if has_han(form):
        names = table.spelling.get(key(to_simplified(form), Fold.SPELLING), ())
    elif _is_unmarked(form):
        names = table.unmarked.get(key(form, Fold.UNMARKED), ())
    else:
        names = table.spelling.get(key(form, Fold.SPELLING), ())
    return [name.entry for name in names if name.entry.status == "reviewed"]


def _is_unmarked(text: str) -> bool:
    marks = marks_of(text)
    return not (marks.tones or marks.vowels)


def _looks_like_person(form: str) -> bool:
    if has_han(form):
        return "·" in form or likely_kind(to_simplified(form)) == "PERSON"
    found = words(form)
    if not 1 < len(found) <= MOST_NAME_WORDS:
        return False
    level = Fold.UNMARKED if _is_unmarked(form) else Fold.SPELLING
    return is_surname(found[0].text, level)


def is_surname(word: str, level: Fold) -> bool:
    """Whether a word is a Vietnamese surname, in the spelling of a level."""
    return key(word, level) in _surnames(level)


@lru_cache(maxsize=2)
def _surnames(level: Fold) -> frozenset[str]:
    return frozenset(key(name, level) for name in wordlists("vi")["surnames"])

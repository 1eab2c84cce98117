"""Names of the derived tables, for looking one name up.

They are asked for last: a row answers only where no curated entry agrees as well, and never by a
part or by edits, since every second Vietnamese name is near some township.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from hanviet.linking.agreement import Agreement, agreements
from hanviet.linking.candidates import Form, FormIndex
from hanviet.linking.cells import Cell
from hanviet.linking.keys import bare_letters, without_rank, without_umlaut
from hanviet.mentions.names import EntryName
from hanviet.orthography.chinese import has_han
from hanviet.orthography.pinyin_input import parse_pinyin
from hanviet.orthography.vietnamese import Fold, Marks, key
from hanviet.readings.levels import Level

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer


class DerivedNames:
    """The forms of the derived tables of a gazetteer with their index."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._divisions = gazetteer.divisions
        self._forms = tuple(self._divisions.forms())
        self._index = _WholeNames(
            [Form(text, number, "PLACE") for number, _, _, text in self._forms],
            self._divisions.pinyin,
        )

    def better_than(self, level: Level, cell: Cell) -> list[tuple[Agreement, EntryName]]:
        """What agrees with a cell more strongly than `level`, and as a whole name."""
        floor = max(level, Level.PARTIAL)
        return [
            (agreement, self._name(agreement.form))
            for agreement in agreements(cell, self._index)
            if agreement.level > floor
        ]

    def _name(self, form: int) -> EntryName:
        number, pair, lang, text = self._forms[form]
        return EntryName(self._divisions.entry(number), pair, text, lang)


class _WholeNames(FormIndex):
    """An index of whole names by what is typed of them.

    The general index would take a second to build: it finds parts of names, names nearby and every
    reading of every character, which are not wanted here.
    """

    def __init__(self, forms: Sequence[Form], syllables: Callable[[], Mapping[str, str]]) -> None:
        super().__init__(forms)
        self._syllables = syllables

    def same_without_rank(self, text: str) -> Sequence[int]:
        """Forms equal to the name without a word for a rank; the forms without theirs are there."""
        found = (self.same_spelling(variant) for variant in without_rank(text))
        return tuple(dict.fromkeys(number for numbers in found for number in numbers))

    def same_sound(self, text: str) -> Sequence[int]:
        """Chinese forms of which the name is the pinyin."""
        found: dict[int, None] = {}
        for reading in () if has_han(text) else parse_pinyin(text):
            typed = without_umlaut("".join(reading.syllables))
            found.update(dict.fromkeys(self._by_pinyin.get(typed, ())))
        return tuple(found)

    def cut_short(self, _text: str) -> Sequence[int]:
        """Nothing."""
        return ()

    def near(self, _text: str) -> Sequence[int]:
        """Nothing."""
        return ()

    @cached_property
    def full_marks(self) -> Marks:
        """Readings are written with all their marks."""
        return Marks(tones=True, vowels=True)

    @cached_property
    def known_words(self) -> frozenset[str]:
        """Every word of the Vietnamese forms, with its marks and without."""
        typed = {word for form in self.forms for word in form.text.split(" ")}
        spelled = {key(word, Fold.SPELLING) for word in typed if not has_han(word)}
        return frozenset(spelled | {bare_letters(word) for word in spelled})

    @cached_property
    def _letters(self) -> dict[str, list[int]]:
        table: dict[str, list[int]] = defaultdict(list)
        for number, form in enumerate(self.forms):
            if not has_han(form.text):
                table[bare_letters(form.text)].append(number)
        return dict(table)

    @cached_property
    def _by_pinyin(self) -> dict[str, list[int]]:
        syllables = self._syllables()
        table: dict[str, list[int]] = defaultdict(list)
        for number, form in enumerate(self.forms):
            letters = "".join(filter(str.isalpha, syllables.get(form.text, "")))
            if letters:
                table[without_umlaut(letters)].append(number)
        return dict(table)


@lru_cache(maxsize=4)
def derived_names(gazetteer: Gazetteer) -> DerivedNames:
    """The derived names of a gazetteer, kept for its next look-up."""
    return DerivedNames(gazetteer)

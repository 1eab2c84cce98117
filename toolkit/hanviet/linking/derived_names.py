"""Names of the derived tables, for looking one name up.

They are asked for last: a row answers only where no curated entry agrees as well, and never by a
part or by edits, since every second Vietnamese name is near some township.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from hanviet.linking.agreement import Agreement, agreements
from hanviet.linking.candidates import Form, FormIndex
from hanviet.linking.cells import Cell
from hanviet.mentions.names import EntryName
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
            pinyin=self._divisions.pinyin,
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
    """An index that finds no parts of names and no names nearby."""

    def cut_short(self, text: str) -> Sequence[int]:
        """Nothing."""
        return ()

    def near(self, text: str) -> Sequence[int]:
        """Nothing."""
        return ()


@lru_cache(maxsize=4)
def derived_names(gazetteer: Gazetteer) -> DerivedNames:
    """The derived names of a gazetteer, kept for its next look-up."""
    return DerivedNames(gazetteer)

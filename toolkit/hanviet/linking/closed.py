"""Find what a name means among the rows of a table of the user's.

A closed table is small and complete, so weaker evidence links there than in the open gazetteer:
the rules are in docs/decisions.md, and here in `_linkable`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hanviet.linking.agreement import (
    SAME_NAME,
    Agreement,
    agreement_with,
    agreements,
    is_long_enough,
    of_another_kind,
    stands_alone,
)
from hanviet.linking.candidates import Form, FormIndex
from hanviet.linking.cells import Cell, read_cell
from hanviet.linking.chinese_forms import hant_and_pinyin
from hanviet.linking.closed_doubts import (
    is_elsewhere_too,
    is_name_of_another,
    is_whole_name_in_level_tones,
    joins_initials,
)
from hanviet.linking.closed_people import reads_as_person
from hanviet.linking.decision import STRONG, Decision, Support, decide
from hanviet.linking.match import Match, Note
from hanviet.linking.thresholds import NEAR_EDITS
from hanviet.orthography.chinese import has_han, to_simplified
from hanviet.orthography.keystrokes import keys_read
from hanviet.orthography.lookalikes import plain_letters
from hanviet.orthography.vietnamese import marks_of
from hanviet.orthography.words import words
from hanviet.readings.compare import compare
from hanviet.readings.levels import Level, score_of

_SEVERAL_FORMS = re.compile(r"\s*[;；]\s*")
FULL_SPELLING = score_of(Level.SPELLING, 1.0)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the reference table.

    Args:
        id: Its id, or its number from 1 on.
        vi: The Vietnamese cell, perhaps with several forms parted by `;`.
        zh: The Chinese cell, likewise.
    """

    id: str
    vi: str
    zh: str


@dataclass(frozen=True)
class ReferenceTable:
    """The rows that a cell may mean, with their index."""

    rows: tuple[Row, ...]
    index: FormIndex = field(compare=False)

    @classmethod
    def of(cls, rows: Sequence[Row]) -> ReferenceTable:
        """Index rows.

        >>> table = ReferenceTable.of([Row("1", "Trần Cương", "陈刚")])
        >>> [match.id for match in table.find("陳剛")]
        ['1']
        """
        kept = tuple(rows)
        forms = [
            Form(plain_letters(form), owner)
            for owner, row in enumerate(kept)
            for cell in (row.vi, row.zh)
            for form in _SEVERAL_FORMS.split(cell.strip())
            if any(char.isalnum() for char in form)
        ]
        return cls(kept, FormIndex(forms))

    def find(self, text: str) -> list[Match]:
        """Find the rows that a cell may mean.

        Args:
            text: The cell.

        Returns:
            Matches, best first; only the first can be `linked`.
        """
        cell = read_cell(text)
        found = [
            _judged_by_letters(_judged_by_kind(_judged_by_own_form(agreement, self.index)), cell)
            for agreement in agreements(cell, self.index)
        ]
        found.sort(key=lambda agreement: agreement.order, reverse=True)
        return [
            self._match(agreement, cell, found if number == 0 else None)
            for number, agreement in enumerate(found)
        ]

    def _match(self, agreement: Agreement, cell: Cell, found: list[Agreement] | None) -> Match:
        """Make a match; `found` is everything found if this is the best of it."""
        notes = _notes(agreement, cell)
        support, linkable, sure = Support.AMBIGUOUS, False, False
        if agreement.other_side == "contradicts":
            support = Support.VETOED
        elif found is not None:
            rivals = [other for other in found[1:] if _is_rival(agreement, other)]
            if rivals:
                ids = tuple(self.rows[other.owner].id for other in rivals[:5])
                notes += (Note("rival_rows", ids),)
            elif cell.leftover == "":
                agrees = agreement.other_side == "agrees"
                support = Support.CONTEXT if agrees else Support.UNIQUE
                linkable, why_not = _linkable(agreement, self.index)
                doubt = _doubts(agreement, self.index, cell)
                notes += (*why_not, *doubt)
                sure = not doubt
        row = self.rows[agreement.owner]
        zh = to_simplified(unicodedata.normalize("NFC", row.zh)).strip()
        hant, pinyin = _hant_and_pinyin(zh)
        decision = decide(agreement.level, support, closed=True, linkable=linkable)
        return Match(
            id=row.id,
            type="",
            vi=unicodedata.normalize("NFC", row.vi).strip(),
            zh_hans=zh,
            zh_hant=hant,
            pinyin=pinyin,
            forms=tuple(form for form in _SEVERAL_FORMS.split(zh) if form),
            score=agreement.score,
            level=agreement.level,
            support=support,
            decision=decision if sure else Decision.REVIEW,
            evidence=agreement.evidence,
            notes=notes,
        )


OUTSIDE_THE_NAME = frozenset({"", "gate", "crossing"})
"""Kinds whose word tables leave out as they leave out a rank."""


def _judged_by_own_form(agreement: Agreement, index: FormIndex) -> Agreement:
    """The agreement with the row's form in the script of the cell, rather than with its reading.

    `Cung Chinh` reads 龚正, but if the row says `Cung Chính`, it is that without its marks; and
    `An Dương Vượng` reads 安阳王, but the row says `An Dương Vương`.
    """
    if agreement.level is not Level.READING:
        return agreement
    view = agreement.view
    own = [
        agreement_with(view, number, index)
        for number in index.forms_of(agreement.owner)
        if has_han(index.forms[number].text) == has_han(view.text)
    ]
    best = max(own, key=lambda each: each.order, default=agreement)
    if best.level < Level.FUZZY:
        return agreement
    return replace(best, other_side=agreement.other_side)


def _judged_by_kind(agreement: Agreement) -> Agreement:
    if agreement.view.kind in OUTSIDE_THE_NAME or agreement.level < Level.PARTIAL:
        return agreement
    return of_another_kind(agreement)


def _judged_by_letters(agreement: Agreement, cell: Cell) -> Agreement:
    if cell.lookalikes and agreement.level is Level.EXACT:
        return replace(agreement, level=Level.SPELLING, score=FULL_SPELLING)
    return agreement


def _is_rival(best: Agreement, other: Agreement) -> bool:
    """Whether another row fits about as well, so that the cell does not tell them apart."""
    if other.other_side == "contradicts":
        return False
    if best.other_side == "agrees" and best.level in SAME_NAME:
        return other.level in SAME_NAME
    if best.level in SAME_NAME:
        if len(other.view.removed) > len(best.view.removed):
            return False
        same = other.level is Level.SCRIPT or (
            other.level in SAME_NAME and other.score >= FULL_SPELLING
        )
        return same or (other.level in SAME_NAME and other.order[1:3] == best.order[1:3])
    if best.level in STRONG:
        return other.level is best.level
    return other.level >= min(best.level, Level.PINYIN_TONELESS)


def _linkable(best: Agreement, index: FormIndex) -> tuple[bool, tuple[Note, ...]]:
    """Whether a level that does not link alone links against a closed table, and why not."""
    if best.level in STRONG:
        return True, ()
    if best.level in (Level.READING, Level.UNMARKED, Level.PINYIN_TONELESS):
        if _row_is_called_otherwise(best, index):
            return False, (Note("other_form"),)
        syllables = len(best.view.text) if has_han(best.view.text) else len(words(best.view.text))
        joined = best.level is Level.PINYIN_TONELESS and len(best.evidence) > 1
        return (syllables > 1 or joined), (() if syllables > 1 or joined else (Note("short"),))
    if best.level is Level.PARTIAL:
        if not best.is_shortened_name:
            return False, ()
    elif best.edit is None or not best.edit.is_slip:
        return False, _why_no_slip(best)
    elif _is_another_if_keys(best.view.text):
        return False, (Note("another_name"),)
    if not is_long_enough(best, index):
        return False, (Note("short"),)
    if not stands_alone(best, index, NEAR_EDITS):
        return False, (Note("neighbours"),)
    return True, ()


def _doubts(best: Agreement, index: FormIndex, cell: Cell) -> tuple[Note, ...]:
    """What speaks against a row whose name agrees."""
    forms = [index.forms[number].text for number in index.forms_of(best.owner)]
    name = best.view.text
    # The secretary of a province is not the province.
    if best.view.type == "PERSON" and not reads_as_person(forms):
        return (Note("no_person"),)
    if best.level in (Level.UNMARKED, Level.PINYIN_TONELESS) and joins_initials(name):
        return (Note("initials"),)
    if best.level is Level.UNMARKED and is_whole_name_in_level_tones(name, forms):
        return (Note("level_tones"),)
    if best.level is Level.READING and is_elsewhere_too(name, forms, cell.country):
        return (Note("elsewhere", (cell.country,) if cell.country else ()),)
    if is_name_of_another(cell.whole, name, forms):
        return (Note("another_whole"),)
    return ()


def _row_is_called_otherwise(best: Agreement, index: FormIndex) -> bool:
    """Whether a cell fits the row's form in the other script, but not those in its own.

    Characters have several readings, readings several characters: `Trần Chinh` can be read from
    陈正, whose row says `Trần Chính`; 陈钢 is read as `Trần Cương`, whose row says 陈刚.
    """
    in_han = has_han(best.view.text)
    if best.level is Level.PINYIN_TONELESS or has_han(index.forms[best.form].text) == in_han:
        return False
    forms = (index.forms[number].text for number in index.forms_of(best.owner))
    own = [text for text in forms if has_han(text) == in_han]
    return bool(own) and all(compare(best.view.text, text).level < Level.UNMARKED for text in own)


def _is_another_if_keys(text: str) -> bool:
    """Whether a letter too much in a name with marks can be the key of another tone: Cươngf."""
    marks = marks_of(text)
    return (marks.tones or marks.vowels) and bool(keys_read(text))


def _why_no_slip(best: Agreement) -> tuple[Note, ...]:
    if best.edit is not None and best.edit.letters == 0:
        return (Note("marks"),)
    if best.edit is not None and best.edit.letters == 1 and best.edit.another_name:
        return (Note("another_name"),)
    return ()


def _notes(agreement: Agreement, cell: Cell) -> tuple[Note, ...]:
    notes = []
    removed = tuple(word for word in agreement.view.removed if word != "()")
    if removed:
        notes.append(Note("removed", removed))
    if agreement.other_side:
        notes.append(Note(agreement.other_side))
    if agreement.view.keys:
        notes.append(Note("keys"))
    if cell.lookalikes:
        notes.append(Note("lookalikes"))
    if cell.leftover:
        notes.append(Note("leftover", (cell.leftover,)))
    return tuple(notes)


def _hant_and_pinyin(zh: str) -> tuple[str, str]:
    from hanviet.readings.context import likely_kind

    return hant_and_pinyin(zh, likely_kind(zh)) if has_han(zh) else ("", "")

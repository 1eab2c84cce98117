"""How a cell agrees with each thing it may be: candidates, compared, the best form of each kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hanviet.linking.candidates import LONGEST_INITIAL, FormIndex, first_of
from hanviet.linking.cells import Cell, View
from hanviet.linking.edits import Edit, edit_between
from hanviet.linking.keys import bare_letters
from hanviet.linking.thresholds import LETTERS_TO_LINK
from hanviet.orthography.chinese import has_han
from hanviet.orthography.vietnamese import marks_of
from hanviet.orthography.words import words
from hanviet.readings.compare import compare
from hanviet.readings.evidence import SyllableEvidence
from hanviet.readings.levels import Level, score_of

SAME_NAME = frozenset({Level.EXACT, Level.SPELLING, Level.SCRIPT})
"""Levels at which two strings are one name."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How a view of a cell agrees with a form.

    Args:
        owner: Number of the thing that the form belongs to.
        form: Index of the form.
        level: The level.
        score: 0 to 100, monotone in the level.
        view: The view of the cell that agrees.
        evidence: Part by part.
        edit: For `fuzzy`: what was mistyped, if letters were.
        shortened: Syllables of the cell that are shortened to initials.
        other_side: The other language of the cell: `agrees`, `contradicts`, or empty if the cell
            has one side only.
    """

    owner: int
    form: int
    level: Level
    score: float
    view: View
    evidence: tuple[SyllableEvidence, ...] = ()
    edit: Edit | None = None
    shortened: int = 0
    other_side: str = ""

    @property
    def order(self) -> tuple[bool, int, float, int]:
        """What a better agreement is greater in."""
        return (
            self.other_side != "contradicts",
            self.level.strength,
            self.score,
            -len(self.view.removed),
        )

    @property
    def is_shortened_name(self) -> bool:
        """One shortened syllable beside at least two that are typed in full.

        `H. Chính`, an initial and one syllable, is too little to know a name by.
        """
        return (
            self.level is Level.PARTIAL and self.shortened == 1 and len(words(self.view.text)) > 2
        )


def agreements(cell: Cell, index: FormIndex) -> list[Agreement]:
    """Find everything a cell may be.

    Args:
        cell: The cell.
        index: The forms that it may be.

    Returns:
        The best agreement with each owner, best first; owners in the order of the index where
        nothing else decides.
    """
    whole = _known_as_whole(cell, index)
    if whole and not (len(cell.sides) == 1 and may_lack_marks(cell.whole)):
        found = whole
    elif len(cell.sides) == 1:
        found = _of_side(cell.sides[0], index)
    elif cell.sides:
        found = _of_two_sides(cell.sides, index)
    else:
        return []
    return sorted(found.values(), key=lambda agreement: agreement.order, reverse=True)


def _known_as_whole(cell: Cell, index: FormIndex) -> dict[int, Agreement]:
    """Forms that hold both scripts or brackets themselves: APEC领导人会议周."""
    found: dict[int, Agreement] = {}
    for number in index.same_spelling(cell.whole):
        agreement = agreement_with(View(cell.whole), number, index)
        if agreement.level is Level.NONE:
            # compare takes a text of both scripts for no name unless it is equal.
            agreement = replace(
                agreement, level=Level.SPELLING, score=score_of(Level.SPELLING, 1.0)
            )
        if agreement.level in SAME_NAME:
            _keep_better(found, agreement)
    return found


def _of_side(side: Sequence[View], index: FormIndex) -> dict[int, Agreement]:
    """Try one tier of keys after the other, until one gives a candidate that agrees."""
    weaker: dict[int, Agreement] = {}
    # What may lack its marks is looked for with them too: Nha Trang, Thanh pho Kuwait.
    least = Level.PINYIN_TONELESS if may_lack_marks(side[0].text) else Level.EXACT
    for tier, enough in _tiers(index):
        found: dict[int, Agreement] = {}
        for view in side:
            for number in first_of(tier(view.text)):
                agreement = agreement_with(view, number, index)
                if agreement.level is not Level.NONE:
                    _keep_better(found, agreement)
        best = max((agreement.level for agreement in found.values()), default=Level.NONE)
        for agreement in weaker.values():
            _keep_better(found, agreement)
        if best >= enough and enough <= least:
            return found
        weaker = found
    return weaker


def may_lack_marks(text: str) -> bool:
    """Whether a name in Latin letters bears no mark at all, so that some may not be typed."""
    marks = marks_of(text)
    return not (has_han(text) or marks.tones or marks.vowels)


def _tiers(index: FormIndex) -> Iterator[tuple[Callable[[str], Sequence[int]], Level]]:
    """Ways to search, and the level that makes it needless to search on."""
    yield index.same_spelling, Level.SCRIPT
    yield index.same_without_rank, Level.SCRIPT

    def letters_and_sound(text: str) -> Sequence[int]:
        return tuple(dict.fromkeys([*index.same_letters(text), *index.same_sound(text)]))

    yield letters_and_sound, Level.PINYIN_TONELESS
    yield index.cut_short, Level.PARTIAL
    yield index.near, Level.FUZZY


def of_another_kind(agreement: Agreement) -> Agreement:
    """The agreement of a name whose head word says that it is something else of that name."""
    quality = 0.5 if agreement.level in SAME_NAME else 0.3
    return replace(agreement, level=Level.PARTIAL, score=score_of(Level.PARTIAL, quality))


def _keep_better(found: dict[int, Agreement], agreement: Agreement) -> None:
    known = found.get(agreement.owner)
    if known is None or agreement.order > known.order:
        found[agreement.owner] = agreement


def agreement_with(view: View, number: int, index: FormIndex) -> Agreement:
    """How a view of a cell agrees with a form, by its number in the index."""
    form = index.forms[number]
    result = compare(view.text, form.text, type=form.type or None)
    level, score = result.level, result.score
    if view.keys and level < Level.READING:
        # Keys that were read as letters prove nothing if the letters do not fit throughout.
        return Agreement(form.owner, number, Level.NONE, 0.0, view)
    if level is Level.EXACT and (view.removed or view.keys):
        level, score = Level.SPELLING, score_of(Level.SPELLING, 0.5)
    edit = None
    if level <= Level.UNMARKED and not has_han(view.text) and not has_han(form.text):
        edit = edit_between(view.text, form.text, index.full_marks, index.known_words)
        if level <= Level.FUZZY or (level is Level.UNMARKED and edit.typed):
            level, score = Level.FUZZY, _edit_score(edit)
    shortened = _shortened(result.evidence) if level is Level.PARTIAL else 0
    return Agreement(form.owner, number, level, score, view, result.evidence, edit, shortened)


def _shortened(evidence: Sequence[SyllableEvidence]) -> int:
    """Syllables given by an initial; 0 where a part of the name is missing."""
    partial = [part for part in evidence if part.level == Level.PARTIAL.value]
    return len(partial) if all(part.a and part.b for part in partial) else 0


def _edit_score(edit: Edit) -> float:
    """Fewer letters first, then marks that agree, then what can be no other name."""
    quality = {0: 0.8, 1: 0.6, 2: 0.3}.get(edit.letters, 0.0)
    quality -= 0.05 * max(0, edit.typed - edit.letters) + 0.05 * edit.another_name
    return score_of(Level.FUZZY, quality)


def _of_two_sides(sides: Sequence[Sequence[View]], index: FormIndex) -> dict[int, Agreement]:
    """Both languages must speak for the same thing; where they do not, both say what they say."""
    first, second = (_of_side(side, index) for side in sides)
    forms_of = _forms_of_owners({*first, *second}, index)
    found: dict[int, Agreement] = {}
    for owner in {**first, **second}:
        here, there = first.get(owner), second.get(owner)
        one = here or there
        if one is None:
            continue
        if here is not None and there is not None:
            one = max(here, there, key=lambda agreement: agreement.order)
            weaker = min(here.level, there.level)
        else:
            other = sides[1] if here is not None else sides[0]
            weaker = _best_level(other, forms_of[owner], index)
        agrees = weaker >= Level.PARTIAL
        if one.level is Level.EXACT:
            one = replace(one, level=Level.SPELLING, score=score_of(Level.SPELLING, 0.8))
        found[owner] = replace(one, other_side="agrees" if agrees else "contradicts")
    return found


def _forms_of_owners(owners: Iterable[int], index: FormIndex) -> dict[int, list[int]]:
    return {owner: list(index.forms_of(owner)) for owner in owners}


def _best_level(side: Sequence[View], forms: Sequence[int], index: FormIndex) -> Level:
    return max(
        (
            compare(
                view.text, index.forms[number].text, type=index.forms[number].type or None
            ).level
            for view in side
            for number in forms
        ),
        default=Level.NONE,
    )


def stands_alone(best: Agreement, index: FormIndex, edits: int) -> bool:
    """Whether no other owner lies within so many edits of the cell."""
    typed = best.view.text
    letters = [bare_letters(typed)]
    if best.shortened:
        letters.append(bare_letters(index.forms[best.form].text))
    others = {
        number
        for text in letters
        for number, _ in index.within(text, edits)
        if index.forms[number].owner != best.owner
    }
    if best.shortened:
        return not any(_is_near_if_cut(typed, index.forms[n].text, edits) for n in others)
    return not others


def _is_near_if_cut(typed: str, form: str, edits: int) -> bool:
    """Whether a form lies within edits of a cell once its words are shortened as the cell's are.

    `T. Hiểu Cương` has the letters of Thiệu Cương, but not the words.
    """
    from rapidfuzz.distance import OSA

    cell, other = ([bare_letters(word.text) for word in words(text)] for text in (typed, form))
    if len(cell) != len(other):
        return False
    cut = (
        word[: len(part)] if len(part) <= LONGEST_INITIAL else word
        for part, word in zip(cell, other, strict=True)
    )
    return OSA.distance("".join(cell), "".join(cut)) <= edits


def is_long_enough(best: Agreement, index: FormIndex) -> bool:
    """Whether the name has the letters that one edit or shortened syllable needs to link it."""
    form = index.forms[best.form].text
    return len(bare_letters(form)) >= LETTERS_TO_LINK

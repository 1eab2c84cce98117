"""Propose forms of a name: what the gazetteer has established first, then what readings suggest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from hanviet.linking.cells import read_cell
from hanviet.linking.decision import Decision, Support
from hanviet.orthography.chinese import has_han
from hanviet.proposals.propose import Proposal, propose_by_readings
from hanviet.readings.levels import Level

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer
    from hanviet.linking.match import Match

ESTABLISHED = {Decision.LINKED: 0.99, Decision.REVIEW: 0.6, Decision.PROPOSED: 0.8}
"""How sure a form is that the gazetteer has for the name, by what a look-up decides: linked for a
reviewed entry alone, review for namesakes and for names without their marks, proposed for a draft.
Namesakes share it; what is left over is for the forms that readings suggest."""

SAME_NAME = frozenset(
    {
        Level.EXACT, Level.SPELLING, Level.SCRIPT, Level.PATTERN, Level.PINYIN, Level.UNMARKED,
        Level.PINYIN_TONELESS,
    }
)  # fmt: skip
"""Levels at which the gazetteer's name is the one asked for; `reading` would be a guess."""


def propose_name(
    gazetteer: Gazetteer,
    name: str,
    *,
    type: str | None = None,
    top: int,
    readings_only: bool = False,
) -> list[Proposal]:
    """Propose forms of a name in the other language.

    Args:
        gazetteer: Where established forms stand, and what usual renderings are learned from.
        name: A name; an honorific in small letters before it is left aside.
        type: The entity type, None if unknown.
        top: At most so many.
        readings_only: Look no whole name up.

    Returns:
        The likeliest first.
    """
    if top < 1 or not name.strip():
        return []
    known = [] if readings_only else list(_established(gazetteer, name, type))
    bare, kind = _without_honorific(name, type)
    read = propose_by_readings(gazetteer, bare, type=kind, top=top)
    left = max(0.0, 1.0 - sum(one.probability for one in known))
    forms = {one.form for one in known}
    others = [
        replace(one, probability=round(one.probability * left, 3)) if known else one
        for one in read
        if one.form not in forms
    ]
    return [*known, *others][:top]


def _established(gazetteer: Gazetteer, name: str, type_: str | None) -> Iterator[Proposal]:
    """The forms of the entries that bear the name, the likeliest first."""
    by_form: dict[str, Match] = {}
    for match in gazetteer.lookup(name):
        form = match.vi if has_han(name) else match.zh_hans
        fits = type_ in (None, match.type) and match.support is not Support.VETOED
        if form and form != name and fits and match.level in SAME_NAME:
            by_form.setdefault(form, match)
    best = next(iter(by_form.values()), None)
    same = {form: one for form, one in by_form.items() if best and one.decision is best.decision}
    for place, (form, match) in enumerate(same.items()):
        # Of namesakes the more prominent comes first; each further one has half of the last.
        share = 0.5 ** min(place + 1, len(same) - 1) if len(same) > 1 else 1.0
        probability = round(ESTABLISHED[match.decision] * share, 3)
        yield Proposal(form, probability, match.level, match.evidence)


def _without_honorific(name: str, type_: str | None) -> tuple[str, str | None]:
    """The name without `ông`, `đồng chí` and the like before it, which say that it is a person."""
    if type_ not in (None, "PERSON") or not name[:1].islower():
        return name, type_
    views = [view for side in read_cell(name).sides for view in side]
    return next(((view.text, "PERSON") for view in views if view.type == "PERSON"), (name, type_))

"""Whether two names that no reading connects are names of one thing in the gazetteer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hanviet.linking.decision import Decision, Support
from hanviet.readings.compare import MAX_LENGTH
from hanviet.readings.evidence import Comparison, Finding, SyllableEvidence
from hanviet.readings.levels import Level

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer

SAME_NAME = frozenset({Level.EXACT, Level.SPELLING, Level.SCRIPT, Level.PATTERN})
"""Levels at which a text is a name of an entry, and not merely like one."""

_NOT_A_NAME = frozenset({"avoid", "draft", "derived", "leftover"})
"""What is said of a match that proves nothing: a form known to be wrong, an unverified entry."""


def known_to_be_one(
    gazetteer: Gazetteer, a: str, b: str, *, type: str | None = None
) -> Comparison | None:
    """Whether the gazetteer has two names as names of one thing.

    Drafts, forms to avoid and texts that hold more than the name do not count.

    Args:
        gazetteer: What is known.
        a: A name, in Vietnamese, Chinese of any script, or pinyin.
        b: Another.
        type: The entity type of both; None if unknown.

    Returns:
        The weaker of the levels at which they agree with the gazetteer's forms, with the id in the
        evidence; None if no entry or composed name has both.
    """
    if max(len(a), len(b)) > MAX_LENGTH:
        return None
    first = _names(gazetteer, a, type)
    if not first:
        return None
    second = _names(gazetteer, b, type)
    shared = [(min(level, second[id_]), id_) for id_, level in first.items() if id_ in second]
    if not shared:
        return None
    level = max(level for level, _ in shared)
    id_ = min(id_ for reached, id_ in shared if reached is level)
    note = f"both are names of {id_}"
    return Comparison.of(a, b, Finding(level, 1.0, (SyllableEvidence(a, b, level.value, note),)))


def _names(gazetteer: Gazetteer, text: str, type: str | None) -> dict[str, Level]:
    """The ids that a text is a name of, with how it agrees with their forms."""
    return {
        match.id: match.level
        for match in gazetteer.lookup(text)
        if match.level in SAME_NAME
        and match.support is not Support.VETOED
        and match.decision is not Decision.PROPOSED
        and type in (None, match.type)
        and not any(note.code in _NOT_A_NAME for note in match.notes)
    }

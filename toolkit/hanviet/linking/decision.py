"""From evidence to a decision, by one table.

Evidence is a level (how the strings agree) and a support (what the context says). The table is
printed in docs/decisions.md; a test holds the two together.
"""

from __future__ import annotations

from enum import Enum

from hanviet.readings.levels import Level


class Support(Enum):
    """What the context says of a candidate."""

    UNIQUE = "unique"
    ANCHORED = "anchored"
    CONTEXT = "context"
    AMBIGUOUS = "ambiguous"
    VETOED = "vetoed"

    __hash__ = object.__hash__  # members are single; the one of Enum is a call of Python


class Decision(Enum):
    """What a reader may do with a name: print it, look at it, check a proposal, or nothing."""

    LINKED = "linked"
    REVIEW = "review"
    PROPOSED = "proposed"
    UNKNOWN = "unknown"

    __hash__ = object.__hash__


STRONG = frozenset({Level.EXACT, Level.SPELLING, Level.SCRIPT, Level.PATTERN, Level.PINYIN})
"""Levels that link alone, if the candidate is unique."""

CLOSED = frozenset(
    {Level.READING, Level.UNMARKED, Level.PINYIN_TONELESS, Level.PARTIAL, Level.FUZZY}
)
"""Levels that may link against a closed table of the user's; see `linkable_in_table` there."""


def decide(
    level: Level,
    support: Support,
    *,
    status: str = "reviewed",
    closed: bool = False,
    linkable: bool = False,
) -> Decision:
    """Decide on the best candidate of a mention or cell.

    Args:
        level: How the strings agree.
        support: What the context says.
        status: The status of the candidate: `draft` and `derived` are never linked.
        closed: The candidates are the rows of a table of the user's, not the open gazetteer.
        linkable: For the weaker levels against a closed table: the name is long enough and
            nothing else in the table is near.

    Returns:
        The decision.

    >>> decide(Level.EXACT, Support.UNIQUE)
    <Decision.LINKED: 'linked'>
    >>> decide(Level.UNMARKED, Support.UNIQUE)
    <Decision.REVIEW: 'review'>
    """
    if level is Level.NONE:
        return Decision.UNKNOWN
    if status != "reviewed":
        return Decision.PROPOSED
    if support in (Support.AMBIGUOUS, Support.VETOED):
        return Decision.REVIEW
    if level in STRONG:
        return Decision.LINKED
    if closed:
        return Decision.LINKED if linkable and level in CLOSED else Decision.REVIEW
    if level is not Level.FUZZY and support in (Support.ANCHORED, Support.CONTEXT):
        return Decision.LINKED
    return Decision.REVIEW

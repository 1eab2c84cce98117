"""A reading of a mention as it is weighed: a name, its score, what spoke for it."""

from __future__ import annotations

from typing import NamedTuple

from hanviet.linking.decision import Support
from hanviet.mentions.chart import Node
from hanviet.mentions.names import ComposedName, EntryName


class Weighed(NamedTuple):
    """A candidate and the weight of the context for it."""

    name: EntryName | ComposedName
    weight: float
    node: Node | None = None
    anchored: bool = False


class Resolved(NamedTuple):
    """What a mention was resolved to.

    Attributes:
        name: The best candidate, or None.
        support: What the context says of it.
        node: The chart node that it came from, for the names inside it.
        attached_to: For a short or unlisted name: the key of the cluster that it belongs to.
    """

    name: EntryName | ComposedName | None
    support: Support
    node: Node | None = None
    attached_to: str = ""


def _row(name: EntryName | ComposedName) -> int:
    """The place of the row of a pattern: the first says it best."""
    if isinstance(name, EntryName):
        return 0
    # By identity: to compare rows is to compare all that they hold.
    return next(number for number, row in enumerate(name.pattern.rows) if row is name.row)


def pick(candidates: list[Weighed], margin: float) -> Resolved:
    """Choose the best candidate and say how clear the choice was.

    Args:
        candidates: At least one.
        margin: The lead that makes a choice one of context and not a toss.
    """
    best = candidates[0]
    if len(candidates) == 1:
        support = Support.ANCHORED if best.anchored else Support.UNIQUE
        return Resolved(best.name, support, best.node)
    ranked = sorted(candidates, key=lambda one: (-one.weight, one.name.id, _row(one.name)))
    best = ranked[0]
    others = [one for one in ranked[1:] if not _same(one.name, best.name)]
    if best.anchored:
        support = Support.ANCHORED
    elif not others:
        support = Support.UNIQUE
    elif best.weight - others[0].weight >= margin:
        support = Support.CONTEXT
    else:
        support = Support.AMBIGUOUS
        best = _with_chinese(ranked, margin)
    return Resolved(best.name, support, best.node)


def _with_chinese(ranked: list[Weighed], margin: float) -> Weighed:
    """The best of those that are as likely, by preference one that has a form to look at."""
    best = ranked[0]
    if best.name.zh():
        return best
    near = (one for one in ranked if best.weight - one.weight < margin and one.name.zh())
    return next(near, best)


def _same(one: EntryName | ComposedName, other: EntryName | ComposedName) -> bool:
    """Whether two readings mean one thing: one id, or a composed name that prints the same.

    The entry of a university and the pattern for universities of a province are no rivals.
    """
    if one.id == other.id:
        return True
    composed = isinstance(one, ComposedName) or isinstance(other, ComposedName)
    return composed and one.country == other.country and one.zh() == other.zh()

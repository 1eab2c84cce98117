"""Propose forms of one name: the library's `propose`, with the shipped gazetteer by default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hanviet.lexicon.model import check_type
from hanviet.linking.propose_names import propose_name
from hanviet.proposals.propose import DEFAULT_TOP, Proposal

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer


def propose(
    name: str,
    *,
    type: str | None = None,
    top: int = DEFAULT_TOP,
    readings_only: bool = False,
    gazetteer: Gazetteer | None = None,
) -> list[Proposal]:
    """Propose forms of a name in the other language.

    Args:
        name: A Vietnamese name with its marks, or a Chinese one of any script.
        type: The entity type; None if unknown.
        top: At most so many.
        readings_only: Look no whole name up: rank by readings and character statistics only.
        gazetteer: Where established forms stand, and where usual renderings are learned from; the
            shipped one if not given.

    Returns:
        The likeliest first. Empty where nothing is likely: names in no Hán-Việt reading, foreign
        ones, names of minorities are not forced into characters.

    Raises:
        UsageError: The type is none of the five.

    >>> propose("Trần Cương", type="PERSON", readings_only=True)[0].form
    '陈刚'
    """
    check_type(type)
    if gazetteer is None:
        from hanviet.shipped import shipped_gazetteer

        gazetteer = shipped_gazetteer()
    return propose_name(gazetteer, name, type=type, top=top, readings_only=readings_only)

"""Propose forms of one name: the library's `propose`, with the shipped gazetteer by default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hanviet.lexicon.model import check_type
from hanviet.linking.propose_names import propose_name
from hanviet.proposals.propose import DEFAULT_TOP, Proposal
from hanviet.readings.levels import Level

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
        ones, names of minorities are not forced into characters. A post that is known in its parts
        only is composed of them, with the parts as evidence.

    Raises:
        UsageError: The type is none of the five.

    >>> propose("Trần Cương", type="PERSON", readings_only=True)[0].form
    '陈刚'
    """
    check_type(type)
    if gazetteer is None:
        from hanviet.shipped import shipped_gazetteer

        gazetteer = shipped_gazetteer()
    found = propose_name(gazetteer, name, type=type, top=top, readings_only=readings_only)
    if found or readings_only or top < 1 or type not in (None, "TITLE"):
        return found
    return _post_of_parts(gazetteer, name.strip())


def _post_of_parts(gazetteer: Gazetteer, name: str) -> list[Proposal]:
    """A post that nothing has as a whole, composed of its parts."""
    from hanviet.document import annotate
    from hanviet.linking.proposed_posts import POST_OF_PARTS, composed_post, known_parts
    from hanviet.readings.evidence import SyllableEvidence

    mentions = annotate(name, gazetteer=gazetteer).mentions
    if not mentions or mentions[0].type != "TITLE" or mentions[0].surface != name:
        return []
    composed = composed_post(name, mentions[0].lang, known_parts(mentions[1:], 0, mentions[0].lang))
    if composed is None or mentions[0].decision != "proposed":
        return []
    evidence = tuple(
        SyllableEvidence(said, form, Level.PATTERN.value, "a part of the post")
        for said, form in composed.parts
    )
    return [Proposal(composed.form, POST_OF_PARTS, Level.PATTERN, evidence)]

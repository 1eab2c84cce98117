"""The forms of an unlisted person: the surface, and the likeliest form in the other language."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hanviet.linking.chinese_forms import hant_and_pinyin
from hanviet.linking.thresholds import PROPOSED_CHINESE, PROPOSED_VIETNAMESE
from hanviet.mentions.name_model_zh import is_foreign
from hanviet.orthography.chinese import has_han, simplified_name

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer

CACHED_NAMES = 8192

Forms = tuple[str | None, str | None, str | None, str | None]
"""The Vietnamese form, the simplified and the traditional Chinese one, the pinyin."""

Proposed = tuple[Forms, float | None]
"""The forms, and how likely the one in the other language is right."""

NOTHING_PROPOSED: Proposed = ((None, None, None, None), None)


@lru_cache(maxsize=CACHED_NAMES)
def proposed_forms(gazetteer: Gazetteer, surface: str) -> Proposed:
    """Give the forms of a person whom the gazetteer does not have.

    Args:
        gazetteer: What usual renderings are learned from.
        surface: The name in full, NFC.

    Returns:
        All four forms and the probability, or none where the form in the other language is not
        likely enough.
    """
    from hanviet.proposals.propose import likeliest_person

    if has_han(surface):
        hans = simplified_name(surface)
        if is_foreign(hans):
            return NOTHING_PROPOSED  # 田村智子 is no Điền Thôn Trí Tử
        vi, probability = likeliest_person(gazetteer, hans)
        least = PROPOSED_VIETNAMESE
    elif " " in surface:
        vi = surface
        hans, probability = likeliest_person(gazetteer, surface)
        least = PROPOSED_CHINESE
    else:
        return NOTHING_PROPOSED
    if not vi or not hans or probability < least:
        return NOTHING_PROPOSED
    return (vi, hans, *hant_and_pinyin(hans, "PERSON")), probability

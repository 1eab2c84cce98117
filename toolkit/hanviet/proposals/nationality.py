"""Whether a person is likelier to be Vietnamese or Chinese, by the two forms of the name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hanviet.orthography.words import words
from hanviet.proposals import to_chinese, to_vietnamese
from hanviet.proposals.renderings import learned_without, renderings_of
from hanviet.proposals.roles import KINDS
from hanviet.readings.sounds import sound

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer

_PEOPLE = tuple(kind for kind in KINDS if kind.type == "PERSON")


def likely_country(gazetteer: Gazetteer, vi: str, zh: str) -> str:
    """Guess where a person is from: surnames and given names of the two countries differ.

    Args:
        gazetteer: Its reviewed people teach which names are usual where; those of this very name
            are left out.
        vi: The Vietnamese form.
        zh: The Chinese form, simplified.

    Returns:
        `VN` or `CN`, empty if neither form says anything.
    """
    learned = learned_without(renderings_of(gazetteer, _PEOPLE), vi)
    syllables = [sound(word.text).key for word in words(vi)]
    weights: dict[str, float] = defaultdict(lambda: 1.0)
    for readings in (
        to_chinese.readings(syllables, learned, _PEOPLE),
        to_vietnamese.readings(zh, learned, _PEOPLE),
    ):
        by_country: dict[str, float] = defaultdict(float)
        for reading in readings:
            by_country[reading.kind.country] += reading.weight
        for kind in _PEOPLE:
            weights[kind.country] *= by_country[kind.country]
    likeliest = max(sorted(weights), key=lambda country: weights[country])
    return likeliest if weights[likeliest] else ""

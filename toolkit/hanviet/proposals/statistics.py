"""How usual a character is at its place in a name, before any pair of the gazetteer is seen."""

from __future__ import annotations

from functools import lru_cache

from hanviet.proposals.roles import GIVEN, LAST, MIDDLE, SURNAME
from hanviet.readings.table import (
    given_name_counts,
    given_name_pairs,
    place_character_counts,
    standings_for,
    surnames,
)

CACHED_SYLLABLES = 8192
UNSEEN = 0.3
"""What a character weighs that the statistics have not seen in its role."""
LEAK = 1.5
"""Weight of "none of these": a syllable whose characters are all rare promises little."""
SECOND_READING = 1.0
"""Power of the standing: how much a reading counts that is not the character's usual one."""
MOST_CHARACTERS = 16
"""Characters of a syllable that are kept; the others together have less than a hundredth."""


@lru_cache(maxsize=CACHED_SYLLABLES)
def character_shares(syllable: str, role: str, alone: bool) -> tuple[tuple[str, float], ...]:
    """Give the characters that a syllable may stand for, with their share in names.

    Args:
        syllable: Folded to spelling.
        role: Where it stands.
        alone: Whether it is the whole given name.

    Returns:
        Characters by falling share. The shares add up to less than 1; what lacks is the chance
        that the statistics do not know the character.

    >>> character_shares("cương", "given name", True)[0][0]
    '刚'
    """
    weights = {
        char: (UNSEEN + _count(char, role, alone)) * standing**SECOND_READING
        for char, standing in standings_for(syllable).items()
    }
    total = sum(weights.values()) + LEAK
    ordered = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return tuple((char, weight / total) for char, weight in ordered[:MOST_CHARACTERS])


def _count(char: str, role: str, alone: bool) -> float:
    if role == SURNAME:
        return surnames().get(char, 0)
    if role in (MIDDLE, GIVEN):
        only, first, last = given_name_counts().get(char, (0, 0, 0))
        both = only + first + last
        chosen = first if role == MIDDLE else (only + last if alone else last)
        return chosen + 0.3 * both
    first, mid, last = place_character_counts().get(char, (0, 0, 0))
    chosen = last if role == LAST else first + mid
    return chosen + 0.3 * (first + mid + last)


def pair_bonus(first: str, second: str) -> float:
    """Say how much likelier two characters are as one given name than by themselves.

    >>> pair_bonus("建", "国") > 1 > 0.5 < pair_bonus("建", "锅")
    True
    """
    return float((1.0 + given_name_pairs().get(first + second, 0)) ** PAIR_POWER)


PAIR_POWER = 0.6


@lru_cache(maxsize=CACHED_SYLLABLES)
def expected_share(syllable: str, role: str) -> float:
    """How usual a syllable is in a role of a name of China, by the statistics alone.

    >>> expected_share("vương", "surname") > expected_share("cương", "surname")
    True
    """
    weight = sum(
        _count(char, role, alone=False) * standing
        for char, standing in standings_for(syllable).items()
    )
    return min(1.0, weight / _total(role)) + 1e-6


def expected_char_share(char: str, role: str) -> float:
    """How usual a character is in a role of a name of China, by the statistics alone."""
    return (_count(char, role, alone=False) + UNSEEN) / _total(role)


@lru_cache(maxsize=8)
def _total(role: str) -> float:
    if role == SURNAME:
        return float(sum(surnames().values()))
    table = given_name_counts() if role in (MIDDLE, GIVEN) else place_character_counts()
    return sum(_count(char, role, alone=False) for char in table)

"""From a Chinese name to Vietnamese ones: the reading in context, with its alternatives."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from hanviet.proposals.ranked import Ranked, Reading
from hanviet.proposals.renderings import Learned
from hanviet.proposals.roles import (
    FOREIGN,
    GIVEN,
    KINDS,
    LONGEST_PERSON,
    LONGEST_PLACE,
    MIDDLE,
    SOUND,
    Kind,
    roles_of,
    surname_size,
)
from hanviet.proposals.statistics import expected_char_share
from hanviet.readings.context import Candidate, name_candidates
from hanviet.readings.sounds import sound
from hanviet.readings.table import surnames

BEAM = 100
COST_POWER = 1.6
"""How steeply a reading's share falls with its cost in context."""
TRUST_ROLE = 4.0
TRUST_KIND = 4.0
TRUST_TYPE = 8.0
"""How many pairs of the gazetteer weigh as much as all that is known less closely."""
TRUST_EXPECTED = 60.0
PRIOR = {kind: (3.0 if kind.type == "PERSON" else 1.0) for kind in KINDS}
PRIOR_FOREIGN = 1.0
NO_SURNAME = 0.02
"""What a person's name weighs that begins with no listed surname."""


def rank_vietnamese(han: str, learned: Learned, kinds: Sequence[Kind] = KINDS) -> list[Ranked]:
    """Rank the Vietnamese readings of a Chinese name.

    Args:
        han: Simplified characters only.
        learned: What the gazetteer teaches.
        kinds: What the name may be.

    Returns:
        Best first, at most `BEAM`; forms with capitals, the mark as in hòa.
    """
    shares: dict[str, dict[Kind, float]] = defaultdict(dict)
    for reading in readings(han, learned, kinds):
        for form, share in _beam(han, reading, learned):
            by_kind = shares[form]
            by_kind[reading.kind] = by_kind.get(reading.kind, 0.0) + share * reading.weight
    ranked = [
        Ranked(form, sum(by_kind.values()), max(by_kind, key=lambda kind: by_kind[kind]))
        for form, by_kind in shares.items()
    ]
    ranked.sort(key=lambda one: (-one.share, one.form))
    return ranked[:BEAM]


def readings(han: str, learned: Learned, kinds: Sequence[Kind]) -> list[Reading]:
    """The kinds that a name may be of, with weights.

    They add up to 1 together with the chance that the characters spell a foreign name.
    """
    found: list[Reading] = []
    for kind in kinds:
        is_person = kind.type == "PERSON"
        if len(han) > (LONGEST_PERSON if is_person else LONGEST_PLACE):
            continue
        surname = surname_size(han) if is_person else 0
        roles = roles_of(len(han), surname, kind.type)
        weight = learned.weight(kind, len(han)) * PRIOR[kind]
        if surname and han[:surname] not in surnames():
            weight *= NO_SURNAME
        for role, char in zip(roles, han, strict=True):
            weight *= char_share(char, role, kind, learned)
        found.append(Reading(kind, surname, roles, weight))
    foreign = learned.weight(FOREIGN, len(han)) * PRIOR_FOREIGN
    for char in han:
        foreign *= char_share(char, SOUND, FOREIGN, learned)
    total = sum(reading.weight for reading in found) + foreign
    return [replace(reading, weight=reading.weight / total) for reading in found] if total else []


def char_share(char: str, role: str, kind: Kind, learned: Learned) -> float:
    """How usual a character is in a role among names of a kind."""
    count = sum(learned.syllables(kind, role, char).values())
    total = learned.renderings.totals[kind, role]
    expected = expected_char_share(char, role) if kind.country == "CN" else 1 / 3000
    return (count + TRUST_EXPECTED * expected) / (total + TRUST_EXPECTED)


def _beam(han: str, reading: Reading, learned: Learned) -> list[tuple[str, float]]:
    from hanviet.orthography.pinyin import pinyin_syllables

    type_ = reading.kind.type
    sounds = pinyin_syllables(han, kind=type_)
    slots = name_candidates(han, type_, sounds if len(sounds) == len(han) else ())
    beam: list[tuple[tuple[str, ...], float]] = [((), 1.0)]
    for char, role, candidates in zip(han, reading.roles, slots, strict=True):
        shares = reading_shares(char, role, reading.kind, candidates, learned)
        longer = [
            ((*form, syllable), weight * share)
            for form, weight in beam
            for syllable, share in shares
        ]
        longer.sort(key=lambda item: (-item[1], item[0]))
        beam = longer[:BEAM]
    return [(" ".join(syllable.capitalize() for syllable in form), share) for form, share in beam]


def reading_shares(
    char: str, role: str, kind: Kind, candidates: Sequence[Candidate], learned: Learned
) -> list[tuple[str, float]]:
    """The readings of a character where it stands, with their shares, the likeliest first."""
    weights = {one.reading: math.exp(-COST_POWER * one.cost) for one in candidates}
    total = sum(weights.values())
    shares = {reading: weight / total for reading, weight in weights.items()}
    spelled = {sound(reading).key: reading for reading in reversed(list(weights))}
    other = Kind(kind.type, "VN" if kind.country == "CN" else "CN")
    siblings = tuple(
        one for one in (MIDDLE, GIVEN) if role != one
    ) if role in (MIDDLE, GIVEN) else ()  # fmt: skip
    levels = [
        (TRUST_TYPE, [(other, role)]),
        (TRUST_KIND, [(kind, one) for one in siblings]),
        (TRUST_ROLE, [(kind, role)]),
    ]
    for trust, sources in levels:
        counts: Counter[str] = Counter()
        for source_kind, source_role in sources:
            for syllable, count in learned.syllables(source_kind, source_role, char).items():
                if syllable in spelled:
                    counts[spelled[syllable]] += count
        n = sum(counts.values())
        shares = {
            reading: (counts[reading] + trust * share) / (n + trust)
            for reading, share in shares.items()
        }
    return sorted(shares.items(), key=lambda item: (-item[1], item[0]))

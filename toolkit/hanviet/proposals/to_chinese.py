"""From a Vietnamese name to Chinese ones: a beam over the lattice of readings.

A name is taken for one of the kinds in turn (a person or a place, of China or of Việt Nam); each
has its own usual renderings. The kinds are weighed by how well the name's syllables suit them.
Within a kind a syllable's characters are weighed by the pairs of the gazetteer, the nearest first:
same kind and role, same type and role, anything of the type; then by the statistics.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from hanviet.proposals.ranked import Ranked, Reading
from hanviet.proposals.renderings import Learned
from hanviet.proposals.roles import (
    GIVEN,
    INNER,
    KINDS,
    LAST,
    LONGEST_PERSON,
    LONGEST_PLACE,
    MIDDLE,
    SURNAME,
    Kind,
    roles_of,
)
from hanviet.proposals.statistics import (
    MOST_CHARACTERS,
    character_shares,
    expected_share,
    pair_bonus,
)
from hanviet.readings.sounds import sound
from hanviet.readings.table import overlay, standings_for, surnames

BEAM = 60
CACHED_SHARES = 16384
TRUST_ROLE = 2.0
TRUST_KIND = 6.0
TRUST_TYPE = 4.0
"""How many pairs of the gazetteer weigh as much as all that is known less closely."""
IRREGULAR_PAIRS = 2
"""In so many reviewed pairs a character must stand for a syllable that is no reading of it."""
UNSEEN_SYLLABLE = 0.5


def rank_chinese(
    syllables: Sequence[str], learned: Learned, kinds: Sequence[Kind] = KINDS, *, beam: int = BEAM
) -> list[Ranked]:
    """Rank the Chinese names that a Vietnamese one may be the reading of.

    Args:
        syllables: Folded to spelling.
        learned: What the gazetteer teaches.
        kinds: What the name may be.
        beam: How many forms are kept at each step.

    Returns:
        Best first, at most as many as are kept; the shares add up to at most 1.
    """
    if not syllables:
        return []
    shares: dict[str, dict[Kind, float]] = defaultdict(dict)
    for reading in readings(syllables, learned, kinds):
        for form, share in _beam(syllables, reading, learned, beam):
            by_kind = shares[form]
            by_kind[reading.kind] = by_kind.get(reading.kind, 0.0) + share * reading.weight
    ranked = [
        Ranked(form, sum(by_kind.values()), max(by_kind, key=lambda kind: by_kind[kind]))
        for form, by_kind in shares.items()
    ]
    ranked.sort(key=lambda one: (-one.share, one.form))
    return ranked[:beam]


def readings(syllables: Sequence[str], learned: Learned, kinds: Sequence[Kind]) -> list[Reading]:
    """The kinds that a name may be of, with weights that add up to 1."""
    found: list[Reading] = []
    size = len(syllables)
    for kind in kinds:
        longest = LONGEST_PERSON if kind.type == "PERSON" else LONGEST_PLACE
        if size > longest:
            continue
        sizes = [0] if kind.type == "PLACE" or size == 1 else [1, 2] if size > 2 else [1]
        for surname in sizes:
            if surname == 2 and not compound_surnames(syllables[0], syllables[1]):
                continue
            roles = roles_of(size, surname, kind.type)
            weight = learned.weight(kind, size) * PRIOR[kind]
            for role, syllable in zip(roles, syllables, strict=True):
                weight *= syllable_share(syllable, role, kind, learned)
            found.append(Reading(kind, surname, roles, weight))
    total = sum(reading.weight for reading in found)
    return [replace(reading, weight=reading.weight / total) for reading in found] if total else []


PRIOR = {kind: (3.0 if kind.type == "PERSON" else 1.0) for kind in KINDS}


@lru_cache(maxsize=CACHED_SHARES)
def compound_surnames(first: str, second: str) -> tuple[str, ...]:
    """The surnames of two characters that two syllables may be.

    >>> compound_surnames("gia", "cát")
    ('诸葛',)
    """
    begins, ends = standings_for(first), standings_for(second)
    return tuple(
        name
        for name in _compounds()
        if (name[0] in begins and name[1] in ends) or _read_as_word(name, [first, second])
    )


def _read_as_word(name: str, syllables: list[str]) -> bool:
    return any(
        [sound(part).key for part in row.reading.split()] == syllables
        for row in overlay().get(name, ())
    )


@cache
def _compounds() -> tuple[str, ...]:
    return tuple(name for name in surnames() if len(name) == 2)


def syllable_share(syllable: str, role: str, kind: Kind, learned: Learned) -> float:
    """How usual a syllable is in a role among names of a kind."""
    share = _syllable_share if learned.leaves_out else _cached_syllable_share
    return share(syllable, role, kind, learned)


def _syllable_share(syllable: str, role: str, kind: Kind, learned: Learned) -> float:
    count = sum(learned.characters(kind, role, syllable).values())
    total = learned.renderings.totals[kind, role]
    expected = expected_share(syllable, role) if kind.country == "CN" else ANY_SYLLABLE
    return (count + TRUST_EXPECTED * expected) / (total + TRUST_EXPECTED)


ANY_SYLLABLE = 1 / 1500
TRUST_EXPECTED = 60.0


def _beam(
    syllables: Sequence[str], reading: Reading, learned: Learned, width: int
) -> Iterable[tuple[str, float]]:
    """The likeliest forms of a name of one kind, with their shares."""
    beam: list[tuple[str, float]] = [("", 1.0)]
    done = 0
    if reading.surname == 2:
        names = compound_surnames(syllables[0], syllables[1])
        beam = [(name, 1.0 / len(names)) for name in names]
        done = 2
    given = len(syllables) - reading.surname
    for index in range(done, len(syllables)):
        role = reading.roles[index]
        alone = role == GIVEN and given == 1
        shares = rendering_shares(syllables[index], role, reading.kind, learned, alone=alone)
        longer = [
            (form + char, weight * share) for form, weight in beam for char, share in shares[:width]
        ]
        if role == GIVEN and index > reading.surname:
            longer = _as_pairs(longer)
        longer.sort(key=lambda item: (-item[1], item[0]))
        beam = longer[:width]
    return beam


def _as_pairs(forms: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Shift the weights to given names that are in use; together they weigh as before."""
    raised = [(form, weight * pair_bonus(form[-2], form[-1])) for form, weight in forms]
    total = sum(weight for _, weight in raised)
    scale = sum(weight for _, weight in forms) / total if total else 1.0
    return [(form, weight * scale) for form, weight in raised]


def rendering_shares(
    syllable: str, role: str, kind: Kind, learned: Learned, *, alone: bool
) -> Sequence[tuple[str, float]]:
    """The characters for a syllable in a role, with their shares.

    The pairs of the gazetteer are mixed in from the least close to the closest: each level trusts
    the one before as if it were so many pairs.
    """
    shares = _shares if learned.leaves_out else _cached_shares
    return shares(syllable, role, kind, learned, alone)


def _shares(
    syllable: str, role: str, kind: Kind, learned: Learned, alone: bool
) -> Sequence[tuple[str, float]]:
    shares = dict(character_shares(syllable, role, alone))
    other = Kind(kind.type, "VN" if kind.country == "CN" else "CN")
    siblings = (MIDDLE, GIVEN) if role in (MIDDLE, GIVEN) else (INNER, LAST)
    levels: list[tuple[float, list[tuple[Kind, str]]]] = [(TRUST_ROLE, [(kind, role)])]
    if role != SURNAME:
        levels.insert(0, (TRUST_KIND, [(kind, one) for one in siblings]))
        levels.insert(0, (TRUST_TYPE, [(other, one) for one in siblings]))
    else:
        levels.insert(0, (TRUST_TYPE, [(other, role)]))
    regular = standings_for(syllable)
    for trust, sources in levels:
        counts: Counter[str] = Counter()
        for source_kind, source_role in sources:
            counts.update(learned.characters(source_kind, source_role, syllable))
        counts = Counter({c: n for c, n in counts.items() if c in regular or n >= IRREGULAR_PAIRS})
        total = sum(counts.values())
        shares = {
            char: (counts[char] + trust * shares.get(char, 0.0)) / (total + trust)
            for char in shares.keys() | counts.keys()
        }
    return sorted(shares.items(), key=lambda item: (-item[1], item[0]))[:MOST_CHARACTERS]


_cached_shares = lru_cache(maxsize=CACHED_SHARES)(_shares)
_cached_syllable_share = lru_cache(maxsize=CACHED_SHARES)(_syllable_share)

"""Which readings a character can have at its place in a name, and at what cost.

A cost of 0 is the usual reading there; each further reading costs more. The order comes from, in
this order: a word of the overlay (重庆 trùng khánh), the overlay's line for the character in that
context (于 as a surname), the character's pinyin where it is known, the order of the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hanviet.orthography.chinese import to_simplified
from hanviet.readings.table import CharReading, OverlayReading, overlay, readings_of, surnames

CACHED_NAMES = 16384

# Costs carry judgement: `also` readings are as regular as the first, `rare` ones are possible.
RANK_COST = {"first": 0.0, "also": 1.0, "rare": 3.0}
TABLE_STEP = 1.5
"""What each further reading of the table costs."""
BEHIND_OVERLAY = 1.0
"""What the table's readings cost where the overlay names the first one."""
OTHER_PINYIN = 2.0
"""What a reading of another pronunciation costs in `read`."""
OTHER_CONTEXT = 0.75
"""What a reading costs that belongs to the less likely kind of name, if the kind is not given."""
LONGEST_WORD = 4

_SPECIAL = {"any": 0, "person": 1, "place": 2, "given": 2, "surname": 2}
_PLACE_ENDINGS = frozenset("省市县区州镇乡村江河湖山岛海湾国路街桥港寺")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading that a character may have where it stands.

    Args:
        reading: The syllable, lower case.
        cost: 0 for the usual one.
    """

    reading: str
    cost: float


@lru_cache(maxsize=CACHED_NAMES)
def name_candidates(
    han: str, kind: str | None = None, pinyin: tuple[str, ...] = ()
) -> tuple[tuple[Candidate, ...], ...]:
    """Give the readings of every character of a name, the likeliest first.

    Args:
        han: Chinese characters only, of any script.
        kind: The entity type, or None if unknown.
        pinyin: The pronunciation of each character (`gang1`), or nothing if unknown.

    Returns:
        For each character its candidates by rising cost; empty for a character not in the table.

    >>> [c[0].reading for c in name_candidates("重庆")]
    ['trùng', 'khánh']
    """
    simplified = to_simplified(han)
    contexts = _contexts(simplified, kind)
    costs: list[dict[str, float]] = []
    for index, char in enumerate(han):
        sounds = pinyin[index] if pinyin else ""
        costs.append(_char_costs(char, simplified[index], contexts[index], sounds))
    for start, size, row, extra in _words(simplified, contexts):
        for index, reading in zip(range(start, start + size), row.reading.split(), strict=True):
            _lead(costs[index], reading, RANK_COST[row.rank] + extra)
    return tuple(
        tuple(Candidate(r, c) for r, c in sorted(table.items(), key=lambda item: item[1]))
        for table in costs
    )


def surname_length(simplified: str) -> int:
    """Give the number of characters of the surname that a name may begin with, 0 if none.

    >>> surname_length("诸葛亮"), surname_length("陈刚"), surname_length("的")
    (2, 1, 0)
    """
    if len(simplified) > 2 and simplified[:2] in surnames():
        return 2
    return 1 if simplified[:1] in surnames() else 0


def likely_kind(simplified: str) -> str:
    """Guess whether a Chinese name of unknown type is a person's or a place's.

    Returns:
        `PERSON` for a surname with one or two more characters, unless a generic word ends the name
        or the overlay knows it as a place; else `PLACE`.

    >>> likely_kind("诸葛亮"), likely_kind("单县"), likely_kind("重庆")
    ('PERSON', 'PLACE', 'PLACE')
    """
    surname = surname_length(simplified)
    word_contexts = {row.context for row in overlay().get(simplified, ())} if simplified[1:] else ()
    if "person" in word_contexts:
        return "PERSON"
    named = 0 < surname < len(simplified) <= surname + 2
    return (
        "PERSON"
        if named and simplified[-1] not in _PLACE_ENDINGS and not word_contexts
        else "PLACE"
    )


def _contexts(simplified: str, kind: str | None) -> list[dict[str, float]]:
    """For each character the contexts that apply, with what a reading of theirs costs extra."""
    surname = surname_length(simplified)
    likely = kind or likely_kind(simplified)
    person = 0.0 if likely == "PERSON" else OTHER_CONTEXT
    place = OTHER_CONTEXT if likely == "PERSON" else 0.0
    contexts = []
    for index in range(len(simplified)):
        role = "surname" if index < surname else "given"
        found = {"any": 0.0}
        if kind != "PLACE":
            found |= {"person": person, role: person}
        if kind != "PERSON":
            found["place"] = place
        contexts.append(found)
    return contexts


def _char_costs(
    char: str, simplified: str, contexts: dict[str, float], pinyin: str
) -> dict[str, float]:
    """Cost of each reading of one character."""
    table = readings_of(char) or readings_of(simplified)
    rows = overlay().get(char) or (() if char in _OWN_READING else overlay().get(simplified, ()))
    rows = tuple(row for row in rows if row.context in contexts)
    fits = [not row.pinyin or pinyin in row.pinyin for row in table]
    matters = pinyin != "" and any(fits)
    costs: dict[str, float] = {}
    for rank, tabled in enumerate(table):
        wrong = matters and not fits[rank]
        costs[tabled.reading] = TABLE_STEP * rank + (OTHER_PINYIN if wrong else 0.0)
    if "surname" in contexts and not contexts["surname"]:
        costs = _as_surname(table, costs)
    _start_at_zero(costs)
    # The more special context is applied later, so that it prevails.
    for row in sorted(rows, key=lambda row: (_SPECIAL[row.context], RANK_COST[row.rank])):
        cost = RANK_COST[row.rank] + contexts[row.context]
        if contexts[row.context]:
            costs[row.reading] = min(cost, costs.get(row.reading, cost))
        else:
            _lead(costs, row.reading, cost)
    return costs


def _as_surname(table: tuple[CharReading, ...], costs: dict[str, float]) -> dict[str, float]:
    """Keep the readings of the character's first pronunciation.

    A surname has one pronunciation: 王 is Vương, never Vượng. Where it is another one than that of
    the table's first reading, the overlay says so.
    """
    sounds = set(table[0].pinyin) if table else set()
    kept = {row.reading for row in table if not row.pinyin or sounds & set(row.pinyin)}
    return {r: c for r, c in costs.items() if not sounds or r in kept}


# Traditional characters that must not take the overlay's line of their simplified form.
_OWN_READING = frozenset("於")


def _lead(costs: dict[str, float], reading: str, cost: float) -> None:
    """Set a reading's cost; if that makes it the first, the others step back."""
    costs[reading] = cost
    if cost == 0.0:
        for other in costs:
            if other != reading:
                costs[other] = max(costs[other], BEHIND_OVERLAY)


def _start_at_zero(costs: dict[str, float]) -> None:
    lowest = min(costs.values(), default=0.0)
    for reading in costs:
        costs[reading] -= lowest


def _words(
    simplified: str, contexts: list[dict[str, float]]
) -> list[tuple[int, int, OverlayReading, float]]:
    """The overlay's words in the name: start, size, line, extra cost. Longer words first."""
    sizes = range(min(LONGEST_WORD, len(simplified)), 1, -1)
    return [
        (start, size, row, contexts[start][row.context])
        for size in sizes
        for start in range(len(simplified) - size + 1)
        for row in overlay().get(simplified[start : start + size], ())
        if row.context in contexts[start]
    ]

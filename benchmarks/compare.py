"""How well `compare` tells true pairs from hard false ones, beside a one-reading ratio.

    python benchmarks/compare.py [--false 3] [--show 0]

True pairs: every reviewed pair of a person or place of China and Việt Nam in the gazetteer, regular
or not. They are compared by readings alone, as names that nobody listed would be. False pairs: the
same with one character changed to a near miss, a common character none of whose readings is the
syllable, while one has the same letters with another tone or vowel mark. The peer is
`rapidfuzz.fuzz.ratio` between the Vietnamese name and the Chinese one read with one reading a
character. The area under the ROC curve is the share of pairs of a true and a false pair that the
score puts in the right order; a tie counts half.
"""

from __future__ import annotations

import argparse
import random
import sys
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hanviet import Gazetteer
from hanviet.orthography.vietnamese import Fold, fold
from hanviet.orthography.words import words
from hanviet.readings.compare import compare
from hanviet.readings.generic_parts import part_chinese, part_vietnamese
from hanviet.readings.levels import Level
from hanviet.readings.sounds import sound
from hanviet.readings.table import given_name_counts, overlay, place_character_counts, readings_of

SEED = 20260315
LINKING = {Level.EXACT, Level.SPELLING, Level.SCRIPT, Level.PATTERN, Level.PINYIN, Level.READING}
"""Levels that link by themselves or, `reading`, where the context supports them."""


class Case(NamedTuple):
    """A pair of names, and whether they are one."""

    vi: str
    zh: str
    type: str
    group: str
    true: bool


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 1 if a false pair reaches a level that links."""
    parser = argparse.ArgumentParser(description="true against hard false pairs")
    parser.add_argument("--false", type=int, default=3, help="false pairs a true one")
    parser.add_argument("--show", type=int, default=0, help="print so many of the hardest")
    options = parser.parse_args(arguments)
    from rapidfuzz import fuzz

    cases = list(all_cases(Gazetteer.load(), options.false))
    results = [compare(case.vi, case.zh, type=case.type) for case in cases]
    ours = [result.score for result in results]
    untyped = [compare(case.vi, case.zh).score for case in cases]
    peer = [
        fuzz.ratio(fold(case.vi, Fold.SPELLING), fold(one_reading(case.zh), Fold.SPELLING))
        for case in cases
    ]
    print(f"{sum(c.true for c in cases):,} true pairs, {sum(not c.true for c in cases):,} false\n")
    print(f"{'':22} {'true':>6} {'false':>6} {'compare':>8} {'untyped':>8} {'ratio':>8}")
    groups = sorted({case.group for case in cases})
    chosen = {"all": cases, **{group: [c for c in cases if c.group == group] for group in groups}}
    chosen["people"] = [case for case in cases if case.type == "PERSON"]
    chosen["all, regular"] = [case for case in cases if "irregular" not in case.group]
    for name, members in chosen.items():
        held = set(map(id, members))
        places = [place for place, case in enumerate(cases) if id(case) in held]
        areas = [
            area(
                [scores[p] for p in places if cases[p].true],
                [scores[p] for p in places if not cases[p].true],
            )
            for scores in (ours, untyped, peer)
        ]
        true = sum(cases[place].true for place in places)
        shown = " ".join(f"{value:8.4f}" for value in areas)
        print(f"{name:22} {true:6,} {len(places) - true:6,} {shown}")
    false_levels = Counter(
        result.level.value for case, result in zip(cases, results, strict=True) if not case.true
    )
    print("\nlevels of the false pairs:", dict(false_levels.most_common()))
    show(cases, ours, options.show)
    linked = [
        case
        for case, result in zip(cases, results, strict=True)
        if not case.true and result.level in LINKING
    ]
    for case in linked:
        print(f"a false pair at a level that links: {case.vi} {case.zh}", file=sys.stderr)
    return 1 if linked else 0


def all_cases(gazetteer: Gazetteer, false_pairs: int) -> Iterator[Case]:
    """True pairs and, for each, false ones."""
    chance = random.Random(SEED)
    for entry in gazetteer.entries.values():
        if entry.type not in ("PERSON", "PLACE") or entry.country not in ("CN", "VN"):
            continue
        for pair in entry.pairs:
            if not pair.vi or not pair.zh or pair.avoid or pair.status != "reviewed" or pair.use:
                continue
            group = f"{entry.type} {entry.country}" + (" irregular" if pair.irregular else "")
            vi, zh = pair.vi[0], pair.zh[0]
            yield Case(vi, zh, entry.type, group, True)
            true_forms = {form for one in entry.pairs for form in one.zh}
            misses = [miss for miss in near_misses(vi, zh) if miss not in true_forms]
            for miss in chance.sample(misses, min(false_pairs, len(misses))):
                yield Case(vi, miss, entry.type, group, False)


def near_misses(vi: str, zh: str) -> list[str]:
    """The Chinese name with one character changed, in the order of the places."""
    core, han = aligned(vi, zh)
    found: list[str] = []
    for place, (word, char) in enumerate(zip(core, han, strict=False)):
        found += [
            zh[:place] + other + zh[place + 1 :]
            for other in characters_like(sound(word).bare)
            if other != char and word_key(word) not in readings(other)
        ]
    return found


def aligned(vi: str, zh: str) -> tuple[list[str], str]:
    """The words and the characters that stand for each other; none if the lengths differ."""
    head, ending = part_vietnamese(vi), part_chinese(zh)
    options = [(vi, zh)]
    if head and ending and head.kinds & ending.kinds:
        options.insert(0, (head.core, ending.core))
    if ending:
        options.append((vi, ending.core))
    for core, han in options:
        spelled = [word.text for word in words(core)]
        if len(spelled) == len(han):
            return spelled, han
    return [], ""


def word_key(word: str) -> str:
    """A syllable folded to spelling."""
    return sound(word).key


@cache
def readings(char: str) -> frozenset[str]:
    """All readings of a character, folded; those of the overlay too."""
    return frozenset(sound(row.reading).key for row in readings_of(char)) | _overlay_readings(char)


@cache
def _overlay_readings(char: str) -> frozenset[str]:
    return frozenset(sound(row.reading).key for row in overlay().get(char, ()))


@cache
def characters_like(bare: str) -> tuple[str, ...]:
    """Common characters whose usual reading has these letters, whatever its marks."""
    return tuple(sorted(_by_letters().get(bare, ())))


@cache
def _by_letters() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for char in {*given_name_counts(), *place_character_counts()}:
        table = readings_of(char)
        if table and table[0].level == 1:
            found[sound(table[0].reading).bare].add(char)
    return found


def one_reading(zh: str) -> str:
    """The name read with the first reading of each character."""
    return " ".join(table[0].reading for table in map(readings_of, zh) if table)


def area(true: list[float], false: list[float]) -> float:
    """The area under the ROC curve."""
    if not true or not false:
        return float("nan")
    ordered = sorted(false)
    below = sum(bisect_left(ordered, score) + bisect_right(ordered, score) for score in true)
    return below / (2 * len(true) * len(false))


def show(cases: list[Case], scores: list[float], number: int) -> None:
    """Print the true pairs with the lowest scores and the false ones with the highest."""
    order = sorted(zip(scores, cases, strict=True), key=lambda item: item[0])
    low = [(s, c) for s, c in order if c.true][:number]
    high = [(s, c) for s, c in reversed(order) if not c.true][:number]
    for score, case in [*low, *high]:
        print(f"{'true' if case.true else 'false':6} {score:5.1f} {case.vi} {case.zh}")


if __name__ == "__main__":
    sys.exit(main())

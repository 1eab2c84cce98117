"""The likeliest reading of a clause of Chinese as words, known names and unlisted people.

Every word has a weight (log2 of its share in text), every possible name of a person one as well:
how likely the surname is, the characters of the given name, and what stands on either side. A name
is taken where the best reading of the whole clause needs it, so that 高度评价 after a post is no
Mr Gao and a name of three rare characters is found with no post beside it. Known names are words
of this dictionary that nothing cuts.
"""

from __future__ import annotations

from collections.abc import Mapping

from hanviet.mentions.name_arcs_zh import Clause, Surroundings, ends_sentence, names_at
from hanviet.mentions.name_model_zh import DOTS, HALF, KNOWN_NAME, STRONG, name_model
from hanviet.mentions.place_arcs_zh import JOINING

_APART = frozenset(["", " ", "\n", "、", "/", "(", ")", "丨"])
"""What stands around a word that stands by itself."""

LEFT_ALONE = -12.0
"""Bits of a preposition with nothing after it."""

LONGEST_WORD = 4
"""Characters of the longest word that is looked up."""

AFTER_UNLISTED = 5.0
"""Bits for an unlisted place right before another: 板榄镇|马步村."""

WORD, PERSON, PLACE = 0, 1, 2


def names_in(
    text: str, start: int, end: int, around: Surroundings
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Find the people and the places in a clause.

    Args:
        text: Folded text, simplified.
        start: Where the clause begins.
        end: Where it ends.
        around: What stands around.

    Returns:
        Spans of people and of places that are in no list.
    """
    model = name_model()
    clause = text[start:end]
    singles, total = [0.0], 0.0
    single = model.singles.get
    for char in clause:
        total += single(char, model.unknown)
        singles.append(total)
    dotted = any(dot in clause for dot in DOTS)
    apart = text[start - 1 : start] in _APART and text[end : end + 1] in _APART
    whole = Clause(start, end, singles, dotted, apart)
    arcs: dict[int, list[tuple[int, float]]] = {}
    begins = model.begins_foreign if dotted or around.people else model.begins
    left = around.left
    for index in range(start, end - 1):
        may_begin = text[index] in begins or left.get(index, 0.0) >= STRONG
        if may_begin and (names := names_at(text, index, whole, around)):
            arcs[index] = names
    places = {index: around.places[index] for index in range(start, end) if index in around.places}
    if not arcs and not places:
        return [], []
    return _best_path(text, start, end, arcs, places, singles, around)


def _best_path(
    text: str,
    start: int,
    end: int,
    names: Mapping[int, list[tuple[int, float]]],
    places: Mapping[int, list[tuple[int, float]]],
    singles: list[float],
    around: Surroundings,
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The names on the likeliest path through the clause."""
    size = end - start
    best = [-1e9] * (size + 1)
    best[0] = 0.0
    back: list[tuple[int, int]] = [(0, WORD)] * (size + 1)
    weight_of, named, known = name_model().words.get, around.people, around.known
    for at in range(size):
        here, index = best[at], start + at
        single = singles[at + 1] - singles[at]
        if index + 1 == end and ends_sentence(text, end, end):
            single += LEFT_ALONE
        if here + single > best[at + 1]:
            best[at + 1], back[at + 1] = here + single, (at, WORD)
        for stop in range(index + 2, min(index + LONGEST_WORD, end) + 1):
            weight = weight_of(text[index:stop])
            if weight is not None and here + weight > best[stop - start]:
                if named and text[index:stop] in named:
                    continue
                best[stop - start], back[stop - start] = here + weight, (at, WORD)
        # The same of what only few characters begin.
        arcs: list[tuple[int, float, int]] = []
        if index in known:
            arcs += [
                (stop, HALF if stop == index + 1 else KNOWN_NAME, WORD)
                for stop in known[index]
                if stop <= end and text[index:stop] not in named
            ]
        if index in names:
            arcs += [(stop, bits, PERSON) for stop, bits in names[index]]
        if index in places:
            held = AFTER_UNLISTED if back[at][1] == PLACE and text[index] not in JOINING else 0.0
            arcs += [(stop, bits + held, PLACE) for stop, bits in places[index] if stop <= end]
        for stop, bits, kind in arcs:
            if here + bits > best[stop - start]:
                best[stop - start], back[stop - start] = here + bits, (at, kind)
    people, found = [], []
    at = size
    while at:
        begin, kind = back[at]
        if kind == PERSON:
            people.append((start + begin, start + at))
        elif kind == PLACE:
            found.append((start + begin, start + at))
        at = begin
    return people[::-1], found[::-1]

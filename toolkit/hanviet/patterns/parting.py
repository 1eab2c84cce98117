"""Patterns whose forms name several things are parted: one id never means two.

The committees of a province, the unions of a city, the counsellors of an embassy are written as
one pattern, since they share their slots. A form with a `name` is of the pattern `ID-NAME`.
"""

from __future__ import annotations

from dataclasses import replace

from hanviet.patterns.language import Pattern, Row


def parted(pattern: Pattern) -> list[Pattern]:
    """Make of a pattern one for each thing that its forms name.

    Args:
        pattern: As it is written.

    Returns:
        The pattern itself, if none of its forms has a name; else one for each name, the nameless
        first. Each has the examples that its own words fit best, and all counter-examples.
    """
    names = dict.fromkeys(sorted(row.name for row in pattern.rows))
    if not any(names):
        return [pattern]
    rows = {name: tuple(row for row in pattern.rows if row.name == name) for name in names}
    examples: dict[str, list[tuple[str, str]]] = {name: [] for name in names}
    for vi, zh in pattern.examples:
        best = max(names, key=lambda name: max(_words_in(row, vi) for row in rows[name]))
        examples[best].append((vi, zh))
    return [
        replace(
            pattern,
            id=f"{pattern.id}-{name}" if name else pattern.id,
            rows=rows[name],
            examples=tuple(examples[name]),
            part=True,
        )
        for name in names
    ]


def _words_in(row: Row, text: str) -> int:
    """How much of a text the words of a form say, its slots left out; 0 if it lacks one of them."""
    said = 0
    for sequence in row.vi_sequences:
        words = [part.text.strip() for part in sequence if not part.slot]
        if all(word in text for word in words):
            said = max(said, sum(map(len, words)))
    return said

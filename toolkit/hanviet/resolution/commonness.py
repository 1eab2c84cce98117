"""How many people may bear a name by chance, told by the collection itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from hanviet.orthography.chinese import has_han
from hanviet.readings.context import surname_length

ASSUMED = 50
"""Names that a small collection is taken to lie among: its own shares say little."""


class Commonness:
    """Expects bearers of a name: surname, middle name and given name are drawn independently.

    In a small collection a name is taken at its word; in a large one many are called Nguyễn Văn
    Nam, and their name alone says little.

    >>> names = [f"{a} {b} {c}" for a in "abc" for b in "de" for c in "fgh"] * 100
    >>> round(Commonness(names).bearers("a d f"))
    67
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._parts: Counter[tuple[int, str]] = Counter()
        self._names: Counter[str] = Counter()
        for name in names:
            self._names[name] += 1
            self._parts.update(enumerate(parts_of(name)))
        self._total = self._names.total()

    def bearers(self, name: str) -> float:
        """The number of others that are expected to bear a name, itself not counted in."""
        own = self._names[name]
        expected = float(self._total)
        for part in enumerate(parts_of(name)):
            expected *= (self._parts[part] - own) / (self._total - own + ASSUMED)
        return max(expected, 0.0)


def parts_of(name: str) -> tuple[str, str, str]:
    """Surname, middle and given name of a personal name.

    >>> parts_of("lê thị mỹ hạnh"), parts_of("诸葛亮")
    (('lê', 'thị mỹ', 'hạnh'), ('诸葛', '', '亮'))
    """
    if has_han(name):
        width = surname_length(name) or 1
        return name[:width], name[width:-1], name[-1:] if len(name) > width else ""
    words = name.split() or [name]
    return words[0], " ".join(words[1:-1]), words[-1] if len(words) > 1 else ""

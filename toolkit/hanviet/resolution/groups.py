"""Groups of things that belong together: union and find."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Groups(Generic[Thing]):
    """Disjoint groups, each known by one of its members.

    >>> groups = Groups[str]()
    >>> groups.join("a", "b")
    >>> groups.of("a") == groups.of("b"), groups.of("c")
    (True, 'c')
    """

    def __init__(self) -> None:
        self._above: dict[Thing, Thing] = {}

    def of(self, thing: Thing) -> Thing:
        """The member that a thing's group is known by."""
        top = thing
        while (above := self._above.get(top, top)) != top:
            top = above
        while thing != top:
            self._above[thing], thing = top, self._above[thing]
        return top

    def join(self, a: Thing, b: Thing) -> None:
        """Make one group of two."""
        first, second = self.of(a), self.of(b)
        if first != second:
            self._above[second] = first

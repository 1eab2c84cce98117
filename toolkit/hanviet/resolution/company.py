"""Documents about the same event: they share names that are rare, at about the same time."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from math import log
from typing import NamedTuple

COMPARABLE = 2.5
"""Weight of shared names, two at least, from which two documents may be about one event."""

ASSUMED = 20
"""Documents that a small collection is taken to lie among: its own counts say little."""

ASSUMED_WITH = {"country": 15}
"""How many of those name a thing, by the head of its id: countries stand in nearly all of them."""

ASSUMED_WITH_OTHER = 3

ECHO = "name"
"""The head of the id of a name in no list that both languages have, see `resolution.echoes`."""

ECHO_WEIGHT = 0.7
"""What such a name weighs beside a thing that is listed: it only reads alike. One tells nothing."""

COMMON = 500
"""Documents beyond which a name says nothing of an event; it bounds the work for each document."""

DAYS_APART = 21
"""Days between two reports of one event, at most."""

SHARE = 0.15
"""Weight of what two documents share, in that of the one that names less, at least."""


_UNDATED = -2
"""The period of documents that tell no day."""


class Page(NamedTuple):
    """What of a document tells its event.

    Attributes:
        date: ISO, perhaps without a day, or empty.
        company: The ids of what is linked in it.
    """

    date: str
    company: tuple[str, ...]


class Comparable:
    """Finds, for documents of the one language, those of the other about the same event.

    An index from ids to documents answers; no pair of documents that share no rare name is
    looked at.
    """

    def __init__(self, pages: Sequence[Page], indexed: Sequence[int]) -> None:
        self._pages = pages
        counts = Counter(id_ for page in pages for id_ in page.company)
        total = len(pages) + ASSUMED
        self._weights = {id_: _weight(id_, count, total) for id_, count in counts.items()}
        self._index: dict[str, dict[int, list[int]]] = defaultdict(dict)
        for number in indexed:
            period = _period(pages[number].date)
            for id_ in pages[number].company:
                if counts[id_] <= COMMON:
                    self._index[id_].setdefault(period, []).append(number)
        self._known: dict[int, array[int]] = {}

    def to(self, number: int) -> array[int]:
        """The indexed documents about the event of a document.

        Args:
            number: The document.

        Returns:
            Their numbers, rising. In a dense archive they are many, so they are held compactly.
        """
        if number not in self._known:
            self._known[number] = self._found(number)
        return self._known[number]

    def _found(self, number: int) -> array[int]:
        page = self._pages[number]
        shared: dict[int, float] = defaultdict(float)
        counts: Counter[int] = Counter()
        echoes: Counter[int] = Counter()
        lone: dict[int, float] = {}
        period = _period(page.date)
        near = (_UNDATED, period - 1, period, period + 1)
        for id_ in page.company:
            of_id = self._index.get(id_, {})
            weight = self._weights[id_]
            is_echo = id_.startswith(f"{ECHO}.")
            for when in of_id if period == _UNDATED else near:
                for other in of_id.get(when, ()):
                    shared[other] += weight
                    counts[other] += 1
                    if is_echo:
                        echoes[other] += 1
                        lone[other] = weight
        own = self._weight(page)
        return array(
            "I",
            (
                other
                for other, weight in sorted(shared.items())
                if weight >= COMPARABLE
                and counts[other] > 1
                and (echoes[other] != 1 or weight - lone[other] >= COMPARABLE)
                and weight >= SHARE * min(own, self._weight(self._pages[other]))
                and same_time(page.date, self._pages[other].date)
            ),
        )

    def _weight(self, page: Page) -> float:
        return sum(self._weights[id_] for id_ in page.company)


def _weight(id_: str, count: int, total: int) -> float:
    head = id_.partition(".")[0]
    weight = log(total / (count + ASSUMED_WITH.get(head, ASSUMED_WITH_OTHER)))
    return weight * ECHO_WEIGHT if head == ECHO else weight


def _period(when: str) -> int:
    """Periods of `DAYS_APART` days: what is near in time is in the same one or next to it."""
    try:
        return date.fromisoformat(when).toordinal() // DAYS_APART
    except ValueError:
        return _UNDATED


def same_time(a: str, b: str) -> bool:
    """Whether two documents may report one event by their dates; unknown dates may be any.

    >>> same_time("2025-05-12", "2025-05-14"), same_time("2025-05-12", "2024-05-12")
    (True, False)
    """
    if not a or not b:
        return True
    if len(a) < 10 or len(b) < 10:
        length = min(len(a), len(b), 7)
        return a[:length] == b[:length]
    try:
        return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= DAYS_APART
    except ValueError:
        return True

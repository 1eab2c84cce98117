"""Which bearers of one name in different documents are one.

A name alone joins where hardly anyone else can bear it in a collection of this size. Otherwise
something must be shared that other bearers would hardly share: a post, the body or place of a
post, or rare names in the documents. A country that contradicts parts them always. Nothing is
joined by likeness: only equal names and equal ids are compared, so that no chain can grow from
near misses, and the work grows with the number of names only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hanviet.resolution.commonness import Commonness
from hanviet.resolution.groups import Groups
from hanviet.resolution.names import UnlistedName, parts_of_post

TOLERATED = 0.02
"""Other bearers of a name with the same evidence, by chance, up to which the evidence joins."""

COMPANY = 0.1
"""What a name in the same documents counts as evidence, beside a post of the person's own."""


def settle(names: Sequence[UnlistedName]) -> list[str]:
    """Give each name the key of its cluster.

    Args:
        names: Of the documents of a collection, in the order of documents.

    Returns:
        For each name its key. The same set of documents gives the same clusters.
    """
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        blocks[name.type, name.name].append(number)
    evidence = _Evidence(names, blocks)
    keys = [f"{name.type} = {name.name}" for name in names]
    for (type_, _), block in blocks.items():
        if type_ != "PERSON" or len(block) < 2:
            continue
        for order, group in enumerate(evidence.groups(block), 1):
            if order > 1:
                for number in group:
                    keys[number] += f" #{order}"
    return keys


class _Evidence:
    """How many names have each piece of evidence, and what it joins."""

    def __init__(
        self, names: Sequence[UnlistedName], blocks: Mapping[tuple[str, str], Sequence[int]]
    ) -> None:
        self.names = names
        self.posts: Counter[str] = Counter()
        self.company: Counter[str] = Counter()
        self.holders = 0
        pages: dict[int, tuple[str, ...]] = {}
        for (type_, _), block in blocks.items():
            for number in block:
                pages.setdefault(names[number].document, names[number].company)
            if type_ == "PERSON":
                held = {piece for number in block for piece in _of_post(names[number])}
                self.holders += self._bearers(block) if held else 0
                self.posts.update(held)
        for company in pages.values():
            self.company.update(company)
        self.pages = len(pages)
        self.commonness = Commonness(
            name
            for (type_, name), block in blocks.items()
            if type_ == "PERSON"
            for _ in range(self._bearers(block))
        )

    def _bearers(self, block: Iterable[int]) -> int:
        """How many bear a name at least: those without a post in common."""
        groups = Groups[str]()
        for number in block:
            posts = self.names[number].posts
            for post in posts:
                groups.join(posts[0], post)
        return max(1, len({groups.of(post) for n in block for post in self.names[n].posts}))

    def groups(self, block: Sequence[int]) -> list[list[int]]:
        """Part the bearers of one name, the first to be named first."""
        others = self.commonness.bearers(self.names[block[0]].name)
        countries = self._countries(block, others)
        groups = Groups[int]()
        if others <= TOLERATED:
            known = {country for country in countries.values() if country}
            first: dict[str, int] = {}
            for number in block:
                if countries[number] or len(known) < 2:
                    country = countries[number] if len(known) > 1 else ""
                    groups.join(first.setdefault(country, number), number)
        first_with: dict[tuple[str, str], int] = {}
        for number in block:
            for piece in self._telling(number, others):
                groups.join(first_with.setdefault((countries[number], piece), number), number)
        parted: dict[int, list[int]] = defaultdict(list)
        for number in block:
            parted[groups.of(number)].append(number)
        return sorted(parted.values())

    def _countries(self, block: Sequence[int], others: float) -> dict[int, str]:
        """The country of each bearer; of one that has none, that of those who share its evidence.

        >>> _Evidence([], {})._countries([], 0.0)
        {}
        """
        of_piece: dict[str, set[str]] = defaultdict(set)
        for number in block:
            if self.names[number].country:
                for piece in self._telling(number, others):
                    of_piece[piece].add(self.names[number].country)
        found = {}
        for number in block:
            near = {self.names[number].country} - {""} or {
                country
                for piece in self._telling(number, others)
                for country in of_piece.get(piece, ())
            }
            found[number] = near.pop() if len(near) == 1 else ""
        return found

    def _telling(self, number: int, others: float) -> Iterator[str]:
        """The evidence of a bearer that other bearers of the name would hardly have."""
        name = self.names[number]
        for post in dict.fromkeys(_of_post(name)):
            # One of the names that held it is this one; what one held, another may have held.
            if others * (self.posts[post] - 0.8) <= TOLERATED * self.holders:
                yield post
        for id_ in name.company:
            if others * self.company[id_] <= TOLERATED * COMPANY * self.pages:
                yield f"with {id_}"


def _of_post(name: UnlistedName) -> Iterator[str]:
    for post in name.posts:
        yield post
        for part in parts_of_post(post):
            yield f"of {part}"

"""A table against itself: which cells are one thing, and which a person should look at.

What is fully written makes the clusters: names equal but for spelling and script, and a name in
each language that a cell gives together, or of which each is the only reading of the other. What
is not (no marks, pinyin, initials, one slip) is tied to exactly one cluster, by the rules for
closed tables, or stays by itself and names those that it may be. It never joins two, so that no
chain of likenesses makes one thing of many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hanviet.linking.closed import ReferenceTable
from hanviet.linking.decision import Decision, Support
from hanviet.linking.dedupe_cells import Name, name_of
from hanviet.linking.dedupe_groups import Cluster, Group, doubt, groups, match_of, table_of
from hanviet.linking.dedupe_ties import tied_by_reading, tied_by_slip, tied_to_pairs
from hanviet.linking.match import Match, Note
from hanviet.linking.workers import map_chunks, worth
from hanviet.readings.levels import Level

CELLS_AT_ONCE = 500
SHOWN_CONFLICTS = 5


@dataclass(frozen=True, slots=True)
class Member:
    """What became of a different cell.

    Args:
        cluster: Its cluster: `c1`, `c2`, in the order of the table.
        canonical: The form to print of the cluster.
        conflicts: Other clusters that it may belong to, with their canonical forms.
        match: How it agrees with the cluster; its decision is `linked` or `review`.
    """

    cluster: str
    canonical: str
    conflicts: tuple[tuple[str, str], ...]
    match: Match


def dedupe_cells(cells: Iterable[str], *, workers: int = 1) -> dict[str, Member]:
    """Find which cells of a column are one thing.

    Args:
        cells: The cells, in the order of the table; empty ones are passed over.
        workers: Processes; the result does not depend on their number.

    Returns:
        Each different cell, in the order of the table, with what became of it. Which cells go
        together does not depend on that order, the numbers of the clusters do.

    >>> found = dedupe_cells(["Trần Cương", "TRẦN CƯƠNG", "Trần Cường"])
    >>> [member.cluster for member in found.values()]
    ['c1', 'c1', 'c2']
    """
    return dedupe_counted(Counter(cells), workers=workers)


def dedupe_counted(times: Mapping[str, int], *, workers: int = 1) -> dict[str, Member]:
    """The same for different cells, in the order of the table, with how often each stands there.

    Args:
        times: How often each cell stands in the table; empty ones are passed over.
        workers: Processes; the result does not depend on their number.

    Returns:
        As `dedupe_cells`.
    """
    counted = {text: count for text, count in times.items() if text.strip()}
    names = [name_of(text, count) for text, count in counted.items()]
    full = list(groups(name for name in names if not name.is_weak))
    clusters = tied_by_reading(tied_to_pairs(full))
    clusters = tied_by_slip(clusters)
    # A name without marks may be all there is of it, and initials be its.
    for shortened in (False, True):
        weak = (name for name in names if name.is_weak and name.is_shortened is shortened)
        clusters = _with_weak(clusters, list(groups(weak)), workers)
    return _members(clusters, list(counted))


def _with_weak(clusters: list[Cluster], weak: Sequence[Group], workers: int) -> list[Cluster]:
    """Tie what is not fully written to the one cluster that it can be."""
    table = table_of(clusters)
    chunks = [weak[n : n + CELLS_AT_ONCE] for n in range(0, len(weak), CELLS_AT_ONCE)]
    texts = [[group.name.text for group in chunk] for chunk in chunks]
    answers = map_chunks(_Finder(table), texts, workers=worth(workers, len(weak)))
    new = []
    for group, matches in zip(weak, (m for answer in answers for m in answer), strict=True):
        best = matches[0] if matches else None
        if best is not None and best.decision is Decision.LINKED and not group.rivals:
            group.match = best
            clusters[int(best.id)].groups.append(group)
            continue
        likely = [clusters[int(m.id)].groups[0] for m in matches if m.level >= Level.PARTIAL]
        if best is not None and likely:
            group.match = best
        doubt(group, likely[:SHOWN_CONFLICTS], group.note)
        new.append(Cluster([group]))
    return [*clusters, *new]


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the rows that each of some cells may mean; can be sent to a process."""

    table: ReferenceTable

    def __call__(self, texts: Sequence[str]) -> list[list[Match]]:
        """Matches of each text."""
        return [self.table.find(text) for text in texts]


def _members(clusters: Sequence[Cluster], order: Sequence[str]) -> dict[str, Member]:
    """What became of each cell."""
    place = {text: number for number, text in enumerate(order)}

    def first(cluster: Cluster) -> int:
        return min(place[name.text] for group in cluster.groups for name in group.names)

    owner = {group: cluster for cluster in clusters for group in cluster.groups}
    forms = {cluster: cluster.canonical for cluster in clusters}
    ordered = sorted(clusters, key=first)
    ids = {cluster: f"c{number}" for number, cluster in enumerate(ordered, 1)}
    found: dict[str, Member] = {}
    for cluster in ordered:
        for group in cluster.groups:
            rivals = dict.fromkeys(owner[rival] for rival in group.rivals)
            others = [rival for rival in rivals if rival is not cluster]
            conflicts = tuple((ids[other], forms[other]) for other in others)
            for name in group.names:
                match = _said(name, group, cluster.groups[0].name, conflicts)
                found[name.text] = Member(ids[cluster], forms[cluster], conflicts, match)
    return {text: found[text] for text in order}


def _said(name: Name, group: Group, leader: Name, conflicts: Sequence[tuple[str, str]]) -> Match:
    """How a cell agrees with its cluster, and what speaks against it."""
    match = group.match or match_of(leader, name)
    if not conflicts:
        return replace(match, decision=Decision.LINKED)
    # The rows that a table of clusters names are numbers that nobody knows.
    notes = [note for note in match.notes if note.code != "rival_rows"]
    others = tuple(dict.fromkeys(form for _, form in conflicts))
    if group.note or group.match is None or len(others) > 1:
        notes += [Note(group.note or "rival_rows", others)]
    return replace(match, support=Support.AMBIGUOUS, decision=Decision.REVIEW, notes=tuple(notes))

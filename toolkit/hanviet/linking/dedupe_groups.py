"""Groups of names that are one thing, and clusters of groups that are tied together."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hanviet.linking.closed import ReferenceTable, Row
from hanviet.linking.decision import Decision, Support
from hanviet.linking.dedupe_cells import Name, canonical
from hanviet.linking.match import Match
from hanviet.readings.compare import compare
from hanviet.readings.levels import Level, score_of

A_SLIP = 0.6
"""Quality of `fuzzy` for one letter mistyped, as `linking.agreement` has it."""


@dataclass(eq=False, slots=True)
class Group:
    """Names that are one thing, and what it may be besides."""

    names: tuple[Name, ...]
    name: Name
    rivals: list[Group] = field(default_factory=list)
    note: str = ""
    match: Match | None = None

    @classmethod
    def of(cls, names: Sequence[Name]) -> Group:
        """A group; the name with its canonical form speaks for it."""
        form = canonical(names)
        having = (name for name in names if name.form == form)
        return cls(tuple(names), min(having, key=lambda name: (-name.count, name.text)))

    @property
    def count(self) -> int:
        """How many rows have one of its names."""
        return sum(name.count for name in self.names)


@dataclass(eq=False, slots=True)
class Cluster:
    """Groups that are tied together; the first is what the others are tied to."""

    groups: list[Group]

    @property
    def canonical(self) -> str:
        """The form to print of it."""
        return canonical(name for group in self.groups for name in group.names)


def groups(names: Iterable[Name]) -> Iterator[Group]:
    """Names with the same keys, apart where they state something different."""
    by_keys: dict[tuple[str, str], list[Name]] = defaultdict(list)
    for name in names:
        by_keys[name.keys].append(name)
    for same in by_keys.values():
        differing = [len({value for value in values if value}) > 1
                     for values in zip(*(name.states for name in same), strict=True)]  # fmt: skip
        apart: dict[tuple[str, ...], list[Name]] = defaultdict(list)
        for name in same:
            apart[tuple(v for v, d in zip(name.states, differing, strict=True) if d)].append(name)
        groups = {stated: Group.of(members) for stated, members in apart.items()}
        for stated, group in groups.items():
            if not all(stated):
                group.note = "states_less"
                group.rivals = [other for other in groups.values() if other is not group]
        yield from groups.values()


def may_be_one(a: Group, b: Group) -> bool:
    """Whether nothing that they state contradicts."""
    stated = zip(a.name.states, b.name.states, strict=True)
    return all(not x or not y or x == y for x, y in stated)


def doubt(group: Group, rivals: Sequence[Group], note: str) -> None:
    """Note what else a group may be, and why, unless that is known already."""
    group.rivals += [rival for rival in rivals if rival not in group.rivals]
    group.note = group.note or note


def table_of(clusters: Sequence[Cluster]) -> ReferenceTable:
    """The clusters as rows whose id is their number."""
    rows = []
    for number, cluster in enumerate(clusters):
        names = [group.name for group in cluster.groups]
        vi, zh = [name.vi for name in names], [name.zh for name in names]
        rows.append(Row(str(number), row_cell(vi), row_cell(zh)))
    return ReferenceTable.of(rows)


def row_cell(forms: Iterable[str]) -> str:
    """Forms as one cell of a reference table, which parts them by semicolons."""
    different = dict.fromkeys(form.replace(";", ",").replace("；", ",") for form in forms if form)
    return "; ".join(different)


def match_of(leader: Name, name: Name) -> Match:
    """How a name agrees with the one that it is tied to, in the language in which it does best."""
    pairs = [(a, b) for a in (leader.vi, leader.zh) for b in (name.vi, name.zh) if a and b]
    result = max((compare(a, b) for a, b in pairs), key=lambda result: result.score)
    level, score = result.level, result.score
    if level is Level.NONE:
        # `compare` knows no texts of both scripts, and no slips in short words.
        same = leader.keys == name.keys
        level = Level.SPELLING if same else Level.FUZZY
        score = score_of(level, 1.0 if same else A_SLIP)
    if level is Level.EXACT and unicodedata.normalize("NFC", name.text).strip() != name.form:
        level, score = Level.SPELLING, score_of(Level.SPELLING, 0.5)
    return Match("", "", leader.vi, leader.zh, "", "", (), score, level, Support.UNIQUE,
                 Decision.LINKED, result.evidence)  # fmt: skip

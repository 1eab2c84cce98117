"""A table against itself: which cells are one thing, and which a person should look at.

What is fully written makes the clusters: names equal but for spelling and script, and a name in
each language that a cell gives together, or of which each is the only reading of the other. What
is not (no marks, pinyin, initials, one slip) is tied to exactly one cluster, by the rules for
closed tables, or stays by itself and names those that it may be. It never joins two, so that no
chain of likenesses makes one thing of many.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from hanviet.linking.candidates import first_of
from hanviet.linking.closed import ReferenceTable, Row
from hanviet.linking.decision import Decision, Support
from hanviet.linking.dedupe_cells import Name, canonical, name_of
from hanviet.linking.edits import edit_between
from hanviet.linking.keys import bare_letters
from hanviet.linking.match import Match, Note
from hanviet.linking.thresholds import LETTERS_TO_LINK, NEAR_EDITS
from hanviet.linking.workers import map_chunks, worth
from hanviet.orthography.syllable import is_syllable
from hanviet.orthography.vietnamese import Fold, key
from hanviet.orthography.words import words
from hanviet.readings.compare import compare
from hanviet.readings.levels import Level, score_of

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


@dataclass(eq=False, slots=True)
class _Group:
    """Names that are one thing, and what it may be besides."""

    names: tuple[Name, ...]
    name: Name
    rivals: list[_Group] = field(default_factory=list)
    note: str = ""
    match: Match | None = None

    @classmethod
    def of(cls, names: Sequence[Name]) -> _Group:
        """A group; the name with its canonical form speaks for it."""
        form = canonical(names)
        having = (name for name in names if name.form == form)
        return cls(tuple(names), min(having, key=lambda name: (-name.count, name.text)))

    @property
    def count(self) -> int:
        return sum(name.count for name in self.names)


@dataclass(eq=False, slots=True)
class _Cluster:
    """Groups that are tied together; the first is what the others are tied to."""

    groups: list[_Group]

    @property
    def canonical(self) -> str:
        return canonical(name for group in self.groups for name in group.names)


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
    counted = Counter(cell for cell in cells if cell.strip())
    names = [name_of(text, count) for text, count in counted.items()]
    full = list(_groups(name for name in names if not name.is_weak))
    clusters = _tied_by_reading(_tied_to_pairs(full))
    clusters = _tied_by_slip(clusters)
    # A name without marks may be all there is of it, and initials be its.
    for shortened in (False, True):
        weak = (name for name in names if name.is_weak and name.is_shortened is shortened)
        clusters = _with_weak(clusters, list(_groups(weak)), workers)
    return _members(clusters, list(counted))


def _groups(names: Iterable[Name]) -> Iterator[_Group]:
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
        groups = {stated: _Group.of(members) for stated, members in apart.items()}
        for stated, group in groups.items():
            if not all(stated):
                group.note = "states_less"
                group.rivals = [other for other in groups.values() if other is not group]
        yield from groups.values()


def _tied_to_pairs(groups: Sequence[_Group]) -> list[_Cluster]:
    """Names in one language tied to the only name in both that has them."""
    clusters = {group: _Cluster([group]) for group in groups}
    pairs: dict[str, list[_Group]] = defaultdict(list)
    for group in groups:
        if all(group.name.keys):
            for spelled in group.name.keys:
                pairs[spelled].append(group)
    for group in groups:
        if all(group.name.keys):
            continue
        having = pairs.get("".join(group.name.keys), [])
        if len(having) == 1 and not group.rivals and _may_be_one(group, having[0]):
            clusters[having[0]].groups.append(group)
            del clusters[group]
        elif having:
            group.rivals += having
            group.note = group.note or "rival_rows"
    return list(clusters.values())


def _may_be_one(a: _Group, b: _Group) -> bool:
    """Whether nothing that they state contradicts."""
    stated = zip(a.name.states, b.name.states, strict=True)
    return all(not x or not y or x == y for x, y in stated)


def _tied_by_reading(clusters: Sequence[_Cluster]) -> list[_Cluster]:
    """A Vietnamese and a Chinese name tied, of which each is the only reading of the other."""
    alone = [cluster for cluster in clusters if len(cluster.groups) == 1]
    latin = [cluster for cluster in alone if not cluster.groups[0].name.zh]
    han = [cluster for cluster in alone if not cluster.groups[0].name.vi]
    read = [_read(latin, han), _read(han, latin)]
    gone = set()
    for cluster, found in read[0].items():
        group = cluster.groups[0]
        mutual = len(found) == 1 and read[1].get(found[0]) == [cluster]
        if mutual and not group.rivals and _may_be_one(group, found[0].groups[0]):
            other = found[0].groups[0]
            other.match = _match(group.name, other.name)
            cluster.groups.append(other)
            gone.add(found[0])
        else:
            # What may be several things is in doubt; what is one of those is not.
            for side, several in ((group, found), (found[0].groups[0], read[1].get(found[0], []))):
                if len(several) > 1:
                    _doubt(side, [each.groups[0] for each in several], "rival_rows")
    return [cluster for cluster in clusters if cluster not in gone]


def _read(
    clusters: Sequence[_Cluster], others: Sequence[_Cluster]
) -> dict[_Cluster, list[_Cluster]]:
    """The clusters in the other script that each may be read as."""
    index = _table(others).index
    found = {}
    for cluster in clusters:
        form = cluster.groups[0].name.form
        near = dict.fromkeys(
            index.forms[number].owner
            for number in (first_of(index.same_sound(form)) if others else ())
            if compare(form, index.forms[number].text).level is Level.READING
        )
        if near:
            found[cluster] = [others[owner] for owner in near]
    return found


def _tied_by_slip(clusters: Sequence[_Cluster]) -> list[_Cluster]:
    """Names one slip away from the only name near them, tied to it if that is the likelier."""
    latin = {str(n): cluster for n, cluster in enumerate(clusters) if cluster.groups[0].name.vi}
    rows = [Row(n, _cell([c.groups[0].name.vi]), "") for n, c in latin.items()]
    table = ReferenceTable.of(rows)
    owners = list(latin.values())
    counted = Counter(word for cluster in owners for word in _words(cluster.groups[0]))
    gone = set()
    for cluster in owners:
        group = cluster.groups[0]
        letters = bare_letters(group.name.vi)
        if len(letters) < LETTERS_TO_LINK or len(cluster.groups) > 1 or group.rivals:
            continue
        near = {table.index.forms[n].owner for n, _ in table.index.within(letters, NEAR_EDITS)}
        others = [owners[n] for n in sorted(near) if owners[n] is not cluster]
        if not others:
            continue
        target = others[0].groups[0]
        known = {word for word in _words(group) if counted[word] > 1}
        edit = edit_between(group.name.vi, target.name.vi, known_words=known)
        if len(others) > 1 or not edit.is_slip or not _may_be_one(group, target):
            continue
        if _likelihood(target) > _likelihood(group):
            group.match = _match(target.name, group.name)
            others[0].groups.append(group)
            gone.add(cluster)
    return [cluster for cluster in clusters if cluster not in gone]


def _words(group: _Group) -> set[str]:
    """The words of a name, with their marks and without."""
    spelled = {word.text for word in words(key(group.name.vi, Fold.SPELLING))}
    return spelled | {bare_letters(word) for word in spelled}


def _likelihood(group: _Group) -> tuple[bool, int]:
    """Of two names a slip apart, the one of Vietnamese syllables is meant, then the commoner."""
    return all(is_syllable(word.text.lower()) for word in words(group.name.vi)), group.count


def _with_weak(clusters: list[_Cluster], weak: Sequence[_Group], workers: int) -> list[_Cluster]:
    """Tie what is not fully written to the one cluster that it can be."""
    table = _table(clusters)
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
        _doubt(group, likely[:SHOWN_CONFLICTS], group.note)
        new.append(_Cluster([group]))
    return [*clusters, *new]


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the rows that each of some cells may mean; can be sent to a process."""

    table: ReferenceTable

    def __call__(self, texts: Sequence[str]) -> list[list[Match]]:
        """Matches of each text."""
        return [self.table.find(text) for text in texts]


def _doubt(group: _Group, rivals: Sequence[_Group], note: str) -> None:
    group.rivals += [rival for rival in rivals if rival not in group.rivals]
    group.note = group.note or note


def _table(clusters: Sequence[_Cluster]) -> ReferenceTable:
    """The clusters as rows whose id is their number."""
    rows = []
    for number, cluster in enumerate(clusters):
        names = [group.name for group in cluster.groups]
        vi, zh = [name.vi for name in names], [name.zh for name in names]
        rows.append(Row(str(number), _cell(vi), _cell(zh)))
    return ReferenceTable.of(rows)


def _cell(forms: Iterable[str]) -> str:
    different = dict.fromkeys(form.replace(";", ",").replace("；", ",") for form in forms if form)
    return "; ".join(different)


def _match(leader: Name, name: Name) -> Match:
    """How a name agrees with the one that it is tied to, in the language in which it does best."""
    pairs = [(a, b) for a in (leader.vi, leader.zh) for b in (name.vi, name.zh) if a and b]
    result = max((compare(a, b) for a, b in pairs), key=lambda result: result.score)
    level, score = result.level, result.score
    if level is Level.EXACT and unicodedata.normalize("NFC", name.text).strip() != name.form:
        level, score = Level.SPELLING, score_of(Level.SPELLING, 0.5)
    return Match("", "", leader.vi, leader.zh, "", "", (), score, level, Support.UNIQUE,
                 Decision.LINKED, result.evidence)  # fmt: skip


def _members(clusters: Sequence[_Cluster], order: Sequence[str]) -> dict[str, Member]:
    """What became of each cell."""
    place = {text: number for number, text in enumerate(order)}

    def first(cluster: _Cluster) -> int:
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


def _said(name: Name, group: _Group, leader: Name, conflicts: Sequence[tuple[str, str]]) -> Match:
    """How a cell agrees with its cluster, and what speaks against it."""
    match = group.match or _match(leader, name)
    if not conflicts:
        return replace(match, decision=Decision.LINKED)
    # The rows that a table of clusters names are numbers that nobody knows.
    notes = [note for note in match.notes if note.code != "rival_rows"]
    others = tuple(dict.fromkeys(form for _, form in conflicts))
    if group.note or group.match is None or len(others) > 1:
        notes += [Note(group.note or "rival_rows", others)]
    return replace(match, support=Support.AMBIGUOUS, decision=Decision.REVIEW, notes=tuple(notes))

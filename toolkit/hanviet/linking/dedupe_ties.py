"""What ties fully written names together: a cell with both, the only reading, a slip.

Each tie is made if it is the only one possible, so that no chain of likenesses makes one thing of
many.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from hanviet.linking.candidates import first_of
from hanviet.linking.closed import ReferenceTable, Row
from hanviet.linking.dedupe_groups import (
    Cluster,
    Group,
    doubt,
    match_of,
    may_be_one,
    row_cell,
    table_of,
)
from hanviet.linking.edits import edit_between
from hanviet.linking.keys import bare_letters
from hanviet.linking.thresholds import LETTERS_TO_LINK, NEAR_EDITS
from hanviet.orthography.syllable import is_syllable
from hanviet.orthography.vietnamese import Fold, key
from hanviet.orthography.words import words
from hanviet.readings.compare import compare
from hanviet.readings.levels import Level


def tied_to_pairs(groups: Sequence[Group]) -> list[Cluster]:
    """Names in one language tied to the only name in both that has them."""
    clusters = {group: Cluster([group]) for group in groups}
    pairs: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        if all(group.name.keys):
            for spelled in group.name.keys:
                pairs[spelled].append(group)
    for group in groups:
        if all(group.name.keys):
            continue
        having = pairs.get("".join(group.name.keys), [])
        if len(having) == 1 and not group.rivals and may_be_one(group, having[0]):
            clusters[having[0]].groups.append(group)
            del clusters[group]
        elif having:
            group.rivals += having
            group.note = group.note or "rival_rows"
    return list(clusters.values())


def tied_by_reading(clusters: Sequence[Cluster]) -> list[Cluster]:
    """A Vietnamese and a Chinese name tied, of which each is the only reading of the other."""
    alone = [cluster for cluster in clusters if len(cluster.groups) == 1]
    latin = [cluster for cluster in alone if not cluster.groups[0].name.zh]
    han = [cluster for cluster in alone if not cluster.groups[0].name.vi]
    read = [_read(latin, han), _read(han, latin)]
    gone = set()
    for cluster, found in read[0].items():
        group = cluster.groups[0]
        mutual = len(found) == 1 and read[1].get(found[0]) == [cluster]
        if mutual and not group.rivals and may_be_one(group, found[0].groups[0]):
            other = found[0].groups[0]
            other.match = match_of(group.name, other.name)
            cluster.groups.append(other)
            gone.add(found[0])
        else:
            # What may be several things is in doubt; what is one of those is not.
            for side, several in ((group, found), (found[0].groups[0], read[1].get(found[0], []))):
                if len(several) > 1:
                    doubt(side, [each.groups[0] for each in several], "rival_rows")
    return [cluster for cluster in clusters if cluster not in gone]


def _read(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> dict[Cluster, list[Cluster]]:
    """The clusters in the other script that each may be read as."""
    index = table_of(others).index
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


def tied_by_slip(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Names one slip away from the only name near them, tied to it if that is the likelier."""
    latin = {str(n): cluster for n, cluster in enumerate(clusters) if cluster.groups[0].name.vi}
    rows = [Row(n, row_cell([c.groups[0].name.vi]), "") for n, c in latin.items()]
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
        if len(others) > 1 or not edit.is_slip or not may_be_one(group, target):
            continue
        if _likelihood(target) > _likelihood(group):
            group.match = match_of(target.name, group.name)
            others[0].groups.append(group)
            gone.add(cluster)
    return [cluster for cluster in clusters if cluster not in gone]


def _words(group: Group) -> set[str]:
    """The words of a name, with their marks and without."""
    spelled = {word.text for word in words(key(group.name.vi, Fold.SPELLING))}
    return spelled | {bare_letters(word) for word in spelled}


def _likelihood(group: Group) -> tuple[bool, int]:
    """Of two names a slip apart, the one of Vietnamese syllables is meant, then the commoner."""
    return all(is_syllable(word.text.lower()) for word in words(group.name.vi)), group.count

"""What of an alignment needs a look: names that may be one and are not, or the other way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from hanviet.linking.decision import Decision, Support
from hanviet.resolution.groups import Groups

if TYPE_CHECKING:
    from hanviet.linking.mention import Mention
    from hanviet.resolution.crosslingual import Undecided

VETOED = "vetoed candidate"
"""The country or the type contradicts the entry of that name."""

SEVERAL_CLUSTERS = "one name, several clusters"
"""The same text means, or may mean, several things."""

SEVERAL_CANDIDATES = "one name, several candidates"
"""Several entries fit, and the context does not tell which."""

SEVERAL_TYPES = "one name, several types"
"""The same text is taken for things of different kinds."""

SEVERAL_FORMS = "one person's name, several forms in the other language"
"""Spellings of one person, two people, or a mistake."""

SEVERAL_COUNTRIES = "one person, posts of several countries"
"""Two people, or somebody who stands for one country in another."""

NO_POST_IN_COMMON = "one person, posts of several places"
"""Joined by name; the posts in the documents share neither body nor place."""

MARKS_DIFFER = "names that differ in their marks only"
"""Two people, a slip of the keyboard, or a name typed without marks that waits."""


_NAMED = ("PERSON", "PLACE", "ORG")


class Held(NamedTuple):
    """The posts of one person in one document.

    Attributes:
        cluster: The person's cluster.
        file: The name of the document.
        countries: Of the posts, those that are known.
        parts: The ids of their bodies and places.
    """

    cluster: str
    file: str
    countries: tuple[str, ...]
    parts: tuple[str, ...]


class Conflict(NamedTuple):
    """One row of the table of conflicts.

    Attributes:
        kind: What is the matter, one of this module's kinds or of `resolution.crosslingual`.
        surface: The name, or the names, joined by ` / `.
        type: The entity type.
        clusters: The clusters concerned.
        ids: The entries concerned.
        files: The documents concerned.
    """

    kind: str
    surface: str
    type: str
    clusters: tuple[str, ...]
    ids: tuple[str, ...]
    files: tuple[str, ...]


def conflicts_of(
    mentions: Iterable[Mention],
    held: Iterable[Held],
    undecided: Sequence[Undecided],
    clusters: Mapping[str, str],
    files: Sequence[str],
) -> Iterator[Conflict]:
    """Find the conflicts of an alignment.

    Args:
        mentions: All mentions.
        held: The posts that people hold, one item for each document and person.
        undecided: What reads alike in the two languages and was left apart.
        clusters: The keys of those names to their clusters.
        files: The names of the documents by number.

    Yields:
        Conflicts: those of one text by type and text, then those of types, marks, forms, posts
        and languages.
    """
    by_surface: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    by_letters: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    people: list[Mention] = []
    for mention in mentions:
        by_surface[mention.type, mention.surface].append(mention)
        if mention.type == "PERSON":
            people.append(mention)
            if mention.bare and " " in mention.surface:
                by_letters[mention.type, mention.bare].append(mention)
    for (_, surface), same in sorted(by_surface.items()):
        if kind := _kind_of(same):
            yield _conflict(kind, surface, same)
    yield from _of_types(by_surface)
    for _, same in sorted(by_letters.items()):
        if len({mention.cluster for mention in same}) > 1:
            surfaces = sorted({mention.surface for mention in same})
            if len({surface.casefold() for surface in surfaces}) > 1:
                yield _conflict(MARKS_DIFFER, " / ".join(surfaces), same)
    yield from _of_forms(people)
    yield from _of_posts(held, people)
    for one in undecided:
        sides = (" / ".join(bearer.form for bearer in side) for side in (one.vi, one.zh))
        bearers = (*one.vi, *one.zh)
        yield Conflict(
            one.kind, " ~ ".join(sides), bearers[0].type,
            tuple(dict.fromkeys(clusters[bearer.key] for bearer in bearers)), (),
            tuple(sorted({files[n] for bearer in bearers for n in bearer.documents})),
        )  # fmt: skip


def _of_types(by_surface: Mapping[tuple[str, str], Sequence[Mention]]) -> Iterator[Conflict]:
    """A text that is a person here and a place or body there; posts and events are made of both."""
    types: dict[str, list[str]] = defaultdict(list)
    for type_, surface in sorted(by_surface):
        if type_ in _NAMED:
            types[surface].append(type_)
    for surface, several in sorted(types.items()):
        if len(several) > 1:
            same = [mention for type_ in several for mention in by_surface[type_, surface]]
            yield _conflict(SEVERAL_TYPES, surface, same)._replace(type=" / ".join(several))


def _of_forms(people: Iterable[Mention]) -> Iterator[Conflict]:
    """A name that has several forms in the other language, unless they are one entry's."""
    by_form: dict[str, list[tuple[str, str, Mention]]] = defaultdict(list)
    for mention in people:
        vi, zh = mention.vi, mention.zh_hans
        if vi and zh and mention.decision != Decision.UNKNOWN.value:
            by_form[vi.casefold()].append((vi, zh, mention))
            by_form[zh].append((zh, vi, mention))
    for _, pairs in sorted(by_form.items()):
        same = [mention for _, _, mention in pairs]
        others = {other.casefold(): other for _, other, _ in pairs}
        if len(others) > 1 and not _is_of_one_entry(same):
            several = " / ".join(sorted(others.values()))
            yield _conflict(SEVERAL_FORMS, f"{pairs[0][0]} ~ {several}", same)


def _is_of_one_entry(same: Sequence[Mention]) -> bool:
    linked = Decision.LINKED.value
    return all(one.decision == linked for one in same) and len({one.id for one in same}) == 1


def _of_posts(held: Iterable[Held], people: Iterable[Mention]) -> Iterator[Conflict]:
    """People whose posts hardly are one person's."""
    by_cluster: dict[str, list[Held]] = defaultdict(list)
    for one in held:
        by_cluster[one.cluster].append(one)
    names: dict[str, str] = {}
    for mention in people:
        if mention.id is None:
            names[mention.cluster] = max(
                names.get(mention.cluster, ""), mention.surface, key=lambda name: (len(name), name)
            )
    for cluster, several in sorted(by_cluster.items()):
        if cluster in names and (kind := _kind_of_posts(several)):
            files = tuple(sorted({one.file for one in several}))
            yield Conflict(kind, names[cluster], "PERSON", (cluster,), (), files)


def _kind_of_posts(several: Sequence[Held]) -> str:
    if len({country for one in several for country in one.countries}) > 1:
        return SEVERAL_COUNTRIES
    groups = Groups[str]()
    for one in several:
        for part in one.parts:
            groups.join(one.parts[0], part)
    if len({groups.of(part) for one in several for part in one.parts}) > 1:
        return NO_POST_IN_COMMON
    return ""


def _kind_of(same: Sequence[Mention]) -> str:
    if any(mention.support == Support.VETOED.value for mention in same):
        return VETOED
    if len({mention.cluster for mention in same}) > 1:
        return SEVERAL_CLUSTERS
    doubtful = Support.AMBIGUOUS.value
    if any(one.support == doubtful and one.id and one.type != "TITLE" for one in same):
        return SEVERAL_CANDIDATES
    return ""


def _conflict(kind: str, surface: str, same: Sequence[Mention]) -> Conflict:
    return Conflict(
        kind, surface, same[0].type,
        tuple(sorted({mention.cluster for mention in same})),
        tuple(sorted({mention.id or "" for mention in same} - {""})),
        tuple(sorted({mention.file for mention in same})),
    )  # fmt: skip

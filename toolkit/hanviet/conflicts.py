"""What of an alignment needs a look: names that may be one and are not, or the other way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from hanviet.linking.decision import Support

if TYPE_CHECKING:
    from hanviet.linking.mention import Mention
    from hanviet.resolution.crosslingual import Undecided

VETOED = "vetoed candidate"
"""The country or the type contradicts the entry of that name."""

SEVERAL_CLUSTERS = "one name, several clusters"
"""The same text means, or may mean, several things."""

SEVERAL_CANDIDATES = "one name, several candidates"
"""Several entries fit, and the context does not tell which."""

MARKS_DIFFER = "names that differ in their marks only"
"""Two people, a slip of the keyboard, or a name typed without marks that waits."""


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
    undecided: Sequence[Undecided],
    clusters: Mapping[str, str],
    files: Sequence[str],
) -> Iterator[Conflict]:
    """Find the conflicts of an alignment.

    Args:
        mentions: All mentions.
        undecided: What reads alike in the two languages and was left apart.
        clusters: The keys of those names to their clusters.
        files: The names of the documents by number.

    Yields:
        Conflicts: those of one text by type and text, then those of marks, then of languages.
    """
    by_surface: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    by_letters: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_surface[mention.type, mention.surface].append(mention)
        if mention.type == "PERSON" and mention.bare and " " in mention.surface:
            by_letters[mention.type, mention.bare].append(mention)
    for (_, surface), same in sorted(by_surface.items()):
        if kind := _kind_of(same):
            yield _conflict(kind, surface, same)
    for _, same in sorted(by_letters.items()):
        if len({mention.cluster for mention in same}) > 1:
            surfaces = sorted({mention.surface for mention in same})
            if len({surface.casefold() for surface in surfaces}) > 1:
                yield _conflict(MARKS_DIFFER, " / ".join(surfaces), same)
    for one in undecided:
        sides = (" / ".join(bearer.form for bearer in side) for side in (one.vi, one.zh))
        bearers = (*one.vi, *one.zh)
        yield Conflict(
            one.kind, " ~ ".join(sides), bearers[0].type,
            tuple(dict.fromkeys(clusters[bearer.key] for bearer in bearers)), (),
            tuple(sorted({files[n] for bearer in bearers for n in bearer.documents})),
        )  # fmt: skip


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

"""Clusters: all mentions, over all documents and both languages, of one thing.

Mentions are one cluster if they were resolved to one id, or, unlisted, if they bear the same full
name. A part of a name never joins two clusters, and a vetoed candidate joins none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from hanviet.linking.mention import Mention

LOOSE = " ~ "
"""Marks the key of a name that was typed without its marks."""


def number_clusters(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Give every mention its cluster's name.

    The numbers follow the sorted keys, so they do not depend on the order of documents.

    Args:
        mentions: Of one or many documents.

    Returns:
        The same mentions, `cluster` filled in.
    """
    listed = list(mentions)
    keys = _attached(listed)
    names = cluster_names(keys)
    return tuple(
        mention._replace(cluster=names[key]) for mention, key in zip(listed, keys, strict=True)
    )


def _attached(mentions: list[Mention]) -> list[str]:
    """The keys, those of names typed without marks settled.

    Such a name joins the one cluster whose full form it may be; where two fit it stays apart, so
    that it never joins two.
    """
    full: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.bare and LOOSE not in mention.key:
            full[mention.type, mention.bare].add(mention.key)
    keys = []
    for mention in mentions:
        key = mention.key
        if LOOSE in key:
            fitting = full.get((mention.type, mention.bare), set())
            if len(fitting) == 1:
                key = next(iter(fitting))
            elif not fitting and mention.id and mention.support != "ambiguous":
                key = f"{mention.type} {mention.id}"
        keys.append(key)
    return keys


def cluster_names(keys: Iterable[str]) -> dict[str, str]:
    """Name the clusters of some keys `c1`, `c2`, … in the order of the sorted keys.

    >>> cluster_names(["b", "a", "b"])
    {'a': 'c1', 'b': 'c2'}
    """
    return {key: f"c{number}" for number, key in enumerate(sorted(set(keys)), 1)}

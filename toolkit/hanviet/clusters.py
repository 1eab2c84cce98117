"""Clusters: all mentions, over all documents and both languages, of one thing.

Mentions are one cluster if they were resolved to one id, or, unlisted, if they bear the same full
name. A part of a name never joins two clusters, and a vetoed candidate joins none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hanviet.linking.mention import Mention


def number_clusters(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Give every mention its cluster's name.

    The numbers follow the sorted keys, so they do not depend on the order of documents.

    Args:
        mentions: Of one or many documents.

    Returns:
        The same mentions, `cluster` filled in.
    """
    listed = list(mentions)
    names = cluster_names(mention.key for mention in listed)
    return tuple(replace(mention, cluster=names[mention.key]) for mention in listed)


def cluster_names(keys: Iterable[str]) -> dict[str, str]:
    """Name the clusters of some keys `c1`, `c2`, … in the order of the sorted keys.

    >>> cluster_names(["b", "a", "b"])
    {'a': 'c1', 'b': 'c2'}
    """
    return {key: f"c{number}" for number, key in enumerate(sorted(set(keys)), 1)}

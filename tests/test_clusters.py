"""The numbering of clusters."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from hanviet.clusters import number_clusters
from hanviet.linking.mention import Mention


def mention(key: str, start: int) -> Mention:
    return Mention(
        "a", start, start + 1, "x", "PERSON", "vi", None, None, None, None, None,
        "unknown", "none", "unique", 0.0, key=key,
    )  # fmt: skip


@given(st.lists(st.sampled_from("abcdef"), max_size=12), st.randoms(use_true_random=False))
def test_equal_keys_are_one_cluster_whatever_the_order(
    keys: list[str], shuffler: random.Random
) -> None:
    mentions = [mention(key, start) for start, key in enumerate(keys)]
    expected = {one.start: one.cluster for one in number_clusters(mentions)}
    shuffler.shuffle(mentions)
    assert {one.start: one.cluster for one in number_clusters(mentions)} == expected
    assert len(set(expected.values())) == len(set(keys))


def test_clusters_are_numbered_from_one_in_the_order_of_keys() -> None:
    numbered = number_clusters([mention("b", 0), mention("a", 1), mention("b", 2)])
    assert [one.cluster for one in numbered] == ["c2", "c1", "c2"]

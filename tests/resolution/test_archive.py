"""The made-up archive of the benchmark."""

from __future__ import annotations

from types import ModuleType

import pytest
from tests.scripts import load_script


@pytest.fixture(scope="module")
def dedupe() -> ModuleType:
    return load_script("benchmarks/dedupe.py")


def test_pairs_are_counted_both_ways(dedupe: ModuleType) -> None:
    assert dedupe.pairwise([("c", 1), ("c", 1), ("c", 2), ("d", 2)]) == (1 / 3, 1 / 2)


def test_the_archive_is_the_same_each_time(dedupe: ModuleType) -> None:
    (first, who), (again, same) = dedupe.archive(300), dedupe.archive(300)
    assert first == again
    assert who == same


@pytest.mark.full
def test_clusters_stay_right_as_the_archive_grows(dedupe: ModuleType) -> None:
    small, large = dedupe.measured(10_000), dedupe.measured(50_000)
    assert small.precision >= 0.9
    assert large.precision >= small.precision - 0.03

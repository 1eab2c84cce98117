"""The results of several processes are those of one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanviet.linking.workers import map_chunks

CHUNKS = [[n, n + 1] for n in range(40)]


def test_results_come_in_order_and_each_once() -> None:
    assert list(map_chunks(sum, CHUNKS, workers=3)) == [sum(chunk) for chunk in CHUNKS]


def test_what_fails_in_a_process_fails_here() -> None:
    with pytest.raises(TypeError):
        list(map_chunks(sum, [*CHUNKS, ["x"]], workers=2))  # type: ignore[list-item]


def test_chunks_are_taken_as_they_are_needed() -> None:
    taken = []

    def chunks() -> Iterator[list[int]]:
        for chunk in CHUNKS:
            taken.append(chunk)
            yield chunk

    results = map_chunks(sum, chunks(), workers=2)
    assert next(results) == 1
    assert len(taken) < len(CHUNKS)
    results.close()  # type: ignore[attr-defined]


@given(st.lists(st.lists(st.integers())))
@settings(max_examples=20)
def test_one_process_is_a_plain_map(chunks: list[list[int]]) -> None:
    assert list(map_chunks(sum, chunks, workers=1)) == [sum(chunk) for chunk in chunks]

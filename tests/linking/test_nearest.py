"""The quick search finds what comparing with every text finds."""

from __future__ import annotations

import pickle
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from hanviet.linking.nearest import Nearest, NearestTexts

FEW_LETTERS = st.text(alphabet="abc", max_size=9)
NAMES = st.lists(
    st.sampled_from(
        ["tran", "nguien", "van", "thi", "an", "anh", "cuong", "陈", "刚", "İ", "\ud800"]
    ),
    max_size=4,
).map("".join)
TEXTS = st.one_of(FEW_LETTERS, NAMES, st.text(max_size=12))


def by_brute_force(query: str, texts: list[str]) -> tuple[int, float]:
    found = extractOne(query, texts, scorer=ratio)
    assert found is not None
    return found[2], found[1]


@given(st.lists(TEXTS, min_size=1, max_size=40), st.lists(TEXTS, max_size=8))
@settings(max_examples=300, deadline=None)
def test_the_nearest_text_is_the_first_of_those_that_brute_force_finds(
    texts: list[str], queries: list[str]
) -> None:
    found = NearestTexts(texts).best(queries)
    assert [(near.number, near.score) for near in found] == [
        by_brute_force(query, texts) for query in queries
    ]


@given(st.lists(FEW_LETTERS, min_size=1, max_size=30), FEW_LETTERS, st.integers(0, 3))
@settings(max_examples=200, deadline=None)
def test_all_texts_within_some_edits_are_found(texts: list[str], query: str, edits: int) -> None:
    found = NearestTexts(texts).within(query, edits)
    expected = [(n, OSA.distance(query, text)) for n, text in enumerate(texts)]
    assert sorted(found) == [(n, cost) for n, cost in expected if cost <= edits]
    assert found == sorted(found, key=lambda pair: (pair[1], pair[0]))


def made_up(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    parts = [
        "tran",
        "le",
        "nguien",
        "van",
        "thi",
        "minh",
        "an",
        "cuong",
        "hong",
        "kha",
        "linh",
        "du",
    ]
    return ["".join(chance.choices(parts, k=chance.randint(2, 4))) for _ in range(count)]


def mistyped(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(0, 3)):
        place = chance.randrange(len(text) + 1)
        text = (
            text[:place] + chance.choice(["", "x", "n", "g"]) + text[place + chance.randint(0, 1) :]
        )
    return text


def test_names_with_slips_are_found_whatever_the_number_of_processes() -> None:
    texts, chance = made_up(600, 1), random.Random(2)
    queries = [mistyped(chance.choice(texts), chance) for _ in range(300)]
    table = NearestTexts(texts)
    found = table.best(queries)
    assert [(near.number, near.score) for near in found] == [
        by_brute_force(query, texts) for query in queries
    ]
    assert pickle.loads(pickle.dumps(table)).best(queries) == found


def test_several_processes_answer_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hanviet.linking.nearest.QUERIES_IN_A_JOB", 10)
    table, queries = NearestTexts(made_up(50, 3)), made_up(40, 4)
    assert table.best(queries, workers=2) == table.best(queries)


def test_long_texts_and_empty_ones_are_no_exception() -> None:
    long = "abcdefghij" * 30
    table = NearestTexts(["", long, long + "x"])
    assert [near.number for near in table.best(["", long[1:], "y"])] == [0, 1, 0]
    assert NearestTexts([]).best(["a"]) == [Nearest(-1, 0.0)]
    assert NearestTexts([]).within("a", 2) == []


def test_bits_are_counted_alike_without_the_function_of_numpy_2(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import numpy as np

    from hanviet.linking.signatures import bits_set

    numbers = np.array([[0, 1, 255, 2**64 - 1], [2**63, 3, 5, 6]], np.uint64)
    monkeypatch.delattr(np, "bitwise_count", raising=False)
    assert bits_set(numbers).tolist() == [[0, 1, 8, 64], [1, 2, 2, 2]]

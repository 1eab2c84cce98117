from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hanviet.readings.levels import BANDS, Level, score_of

ORDER = [
    "exact", "spelling", "script", "pattern", "reading", "pinyin", "unmarked", "pinyin-toneless",
    "partial", "fuzzy", "none",
]  # fmt: skip


def test_levels_are_those_of_the_interface_strongest_first():
    assert [level.value for level in Level] == ORDER


def test_a_stronger_level_is_greater():
    assert sorted(Level, reverse=True) == list(Level)
    assert Level.EXACT.strength == 10
    assert Level.NONE.strength == 0


def test_bands_do_not_touch():
    bands = [BANDS[level] for level in Level]
    for (low, _), (_, high_of_weaker) in pairwise(bands):
        assert low > high_of_weaker


@given(st.sampled_from(Level), st.sampled_from(Level), st.floats(-1, 2), st.floats(-1, 2))
def test_score_is_monotone_in_the_level(a, b, quality_a, quality_b):
    if a > b:
        assert score_of(a, quality_a) > score_of(b, quality_b)

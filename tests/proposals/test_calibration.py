from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.scripts import load_script

from hanviet.proposals.calibration import Curve, calibrated, curves
from hanviet.proposals.roles import KINDS

SHARES = st.floats(0, 1)


@pytest.fixture(scope="module")
def build():
    return load_script("gazetteer/scripts/build_proposals.py")


@given(SHARES, SHARES, st.sampled_from(KINDS), st.booleans())
def test_a_greater_share_is_never_less_probable(a, b, kind, way):
    low, high = sorted((a, b))
    assert (
        0
        <= calibrated(low, kind, to_vietnamese=way)
        <= calibrated(high, kind, to_vietnamese=way)
        <= 1
    )


def test_every_kind_has_a_rising_curve():
    assert len(curves()) == 2 * len(KINDS)
    for curve in curves().values():
        assert list(curve.knots) == sorted(curve.knots)
        assert [p for _, p in curve.knots] == sorted(p for _, p in curve.knots)


def test_between_knots_the_curve_is_straight():
    assert Curve(((-1.0, 0.2), (1.0, 0.8))).at(0.5) == 0.5
    assert Curve(((-1.0, 0.2), (1.0, 0.8))).at(0.999) == 0.8


@given(st.lists(st.tuples(SHARES, st.booleans()), min_size=1, max_size=400))
def test_a_fitted_curve_rises(build, samples):
    knots = build.isotonic(samples).knots
    assert [x for x, _ in knots] == sorted(x for x, _ in knots)
    assert [p for _, p in knots] == sorted(p for _, p in knots)
    assert all(0 < p < 1 for _, p in knots)


def test_a_fitted_curve_tells_the_share_of_right_forms(build):
    samples = [(0.2, place % 5 == 0) for place in range(100)]
    samples += [(0.8, place % 5 != 0) for place in range(100)]
    curve = build.isotonic(samples)
    assert curve.at(0.2) == pytest.approx(0.2, abs=0.01)
    assert curve.at(0.8) == pytest.approx(0.8, abs=0.01)


def test_points_of_one_height_are_never_parted(build):
    bins = build.equal_bins([(1.0, False)] * 50 + [(2.0, True)] * 50)
    assert [len({x for x, _ in members}) for members in bins] == [1, 1]

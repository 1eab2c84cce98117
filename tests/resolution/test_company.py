"""Documents about the same event."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.resolution.company import DAYS_APART, Comparable, Page

EVENT = ("org.vn.a", "place.vn.b", "place.vn.c")
STATES = ("country.cn", "country.vn")


def comparable(*pages: Page) -> set[int]:
    """The pages comparable to the first."""
    return set(Comparable(pages, range(1, len(pages))).to(0))


def test_documents_that_share_rare_names_are_comparable() -> None:
    assert comparable(Page("", EVENT), Page("", EVENT), Page("", ("place.vn.d",))) == {1}


def test_two_states_in_common_are_no_event() -> None:
    assert comparable(Page("", STATES), Page("", STATES)) == set()


def test_one_name_in_common_is_no_event() -> None:
    crowd = [Page("", (f"place.vn.x{n}",)) for n in range(500)]
    assert comparable(Page("", EVENT[:1]), Page("", EVENT), *crowd) == set()


@pytest.mark.parametrize(
    ("date", "near"),
    [
        ("2025-05-12", True), ("2025-05-28", True), ("2025-04-25", True), ("2025-07-01", False),
        ("2025-05", True), ("2025-07", False), ("2024-05-12", False), ("", True),
    ],
)  # fmt: skip
def test_reports_of_one_event_are_near_in_time(date: str, near: bool) -> None:
    assert comparable(Page("2025-05-12", EVENT), Page(date, EVENT)) == ({1} if near else set())
    assert comparable(Page(date, EVENT), Page("2025-05-12", EVENT)) == ({1} if near else set())


@given(st.dates(), st.integers(-2 * DAYS_APART, 2 * DAYS_APART))
def test_the_index_by_periods_loses_no_near_document(day: object, apart: int) -> None:
    from datetime import date, timedelta

    assert isinstance(day, date)
    try:
        other = day + timedelta(days=apart)
    except OverflowError:
        return
    found = comparable(Page(day.isoformat(), EVENT), Page(other.isoformat(), EVENT))
    assert bool(found) == (abs(apart) <= DAYS_APART)

"""Where a person is from, by the name."""

from __future__ import annotations

import pytest

from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.proposals.nationality import likely_country


@pytest.mark.parametrize(
    ("vi", "zh", "country"),
    [
        ("Nông Thị Bích Liễu", "农氏碧柳", "VN"),
        ("Trần Trung Kiên", "陈忠坚", "VN"),
        ("Lương Kỳ Phong", "梁奇峰", "CN"),
        ("Nghiêm Tuyết Mai", "严雪梅", "CN"),
    ],
)
def test_names_of_the_two_countries_differ(
    shipped: Gazetteer, vi: str, zh: str, country: str
) -> None:
    assert likely_country(shipped, vi, zh) == country


def test_of_the_people_listed_four_in_five_are_guessed_right(shipped: Gazetteer) -> None:
    guessed = [
        likely_country(shipped, pair.vi[0], pair.zh[0]) == entry.country
        for entry in shipped.entries.values()
        if entry.type == "PERSON" and entry.country in ("VN", "CN")
        for pair in entry.pairs[:1]
        if pair.vi and pair.zh and len(pair.zh[0]) in (2, 3, 4)
    ][::5]
    assert sum(guessed) / len(guessed) >= 0.78


def test_a_name_that_is_none_says_nothing(shipped: Gazetteer) -> None:
    assert likely_country(shipped, "X", "龘龘龘龘龘龘龘") in ("", "CN", "VN")

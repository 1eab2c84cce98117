"""Looking up names that only derived tables have."""

from __future__ import annotations

import pytest

from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.linking.decision import Decision
from hanviet.linking.reasons import reason


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("霍城县", "exact"),
        ("霍城縣", "script"),
        ("霍城", "exact"),
        ("Hoắc Thành", "exact"),
        ("huyện Hoắc Thành", "spelling"),
        ("Hoac Thanh", "unmarked"),
        ("Huòchéng", "pinyin"),
        ("huocheng", "pinyin-toneless"),
    ],
)
def test_a_derived_row_is_found_in_every_typing_and_proposed(
    shipped: Gazetteer, typed: str, level: str
) -> None:
    first = shipped.lookup(typed)[0]
    assert (first.id, first.level.value) == ("place.cn.654023", level)
    assert first.decision is Decision.PROPOSED
    assert "derived table" in reason(first)


@pytest.mark.parametrize("typed", ["太平", "Thái Bình", "宁明县", "Kim Long", "南宁市"])
def test_a_curated_entry_of_equal_form_wins_and_is_no_less_sure(
    shipped: Gazetteer, typed: str
) -> None:
    matches = shipped.lookup(typed)
    assert matches[0].decision is Decision.LINKED
    assert not any(match.id[-1].isdigit() for match in matches)


def test_a_full_form_is_not_taken_for_another_place_of_its_bare_name(shipped: Gazetteer) -> None:
    first = shipped.lookup("太平镇")[0]
    assert first.decision is Decision.PROPOSED
    assert first.zh_hans == "太平镇"


def test_nothing_derived_is_found_by_a_part_or_by_edits(shipped: Gazetteer) -> None:
    for typed in ("Hoắc Thàn", "Hoắc", "H. Thành", "Hoác Thành"):
        assert not any(match.id == "place.cn.654023" for match in shipped.lookup(typed))

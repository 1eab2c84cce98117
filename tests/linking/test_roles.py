"""The posts of people, and posts that a country completes."""

from __future__ import annotations

import pytest

from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.linking.roles import Roles


def test_a_role_is_read_as_a_composed_name_with_its_dates(small: Gazetteer) -> None:
    (post,) = Roles(small).of(small.entries["person.vn.nguyen-quoc-doan"])
    assert post.name.id == "pattern.party-secretary(place.vn.lang-son)"
    assert post.at("2024-06-01")
    assert not post.at("2025-06-01")
    assert post.at(""), "a document without a date contradicts nothing"


@pytest.mark.parametrize(
    ("country", "party"), [("CN", "org.cn.communist-party"), ("VN", "org.vn.communist-party")]
)
def test_a_country_completes_what_it_alone_decides(
    small: Gazetteer, country: str, party: str
) -> None:
    ids = {name.id for name in Roles(small).read_title("Tổng Bí thư", country)}
    assert ids == {f"pattern.general-secretary({party})"}


def test_a_title_that_nothing_reads_is_left_out(small: Gazetteer) -> None:
    assert Roles(small).read_title("Giám đốc Sở Thú", "VN") == ()

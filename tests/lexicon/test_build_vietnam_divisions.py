"""The script that builds the tables of Vietnamese divisions."""

from __future__ import annotations

import sqlite3

import pytest
from tests.scripts import load_script

from hanviet.lexicon.model import Entry, Pair


@pytest.fixture(scope="module")
def build():
    return load_script("gazetteer/scripts/build_vietnam_divisions.py")


@pytest.fixture
def database():
    made = sqlite3.connect(":memory:")
    made.execute(
        "CREATE TABLE admin_units_legacy"
        " (districtCode, districtType, districtShort, provinceShort, wardShort)"
    )
    made.execute("CREATE TABLE admin_units (provinceShort, wardShort)")
    made.executemany(
        "INSERT INTO admin_units_legacy VALUES (?, ?, ?, ?, ?)",
        [
            ("342", "Huyện", "Tiền Hải", "Thái Bình", "Đông Minh"),
            ("342", "Huyện", "Tiền Hải", "Thái Bình", "Phường 1"),
            ("336", "Thành phố", "Thái Bình (Thành phố)", "Thái Bình", "Đông Hòa (Xã)"),
            ("760", "Quận", "Quận 1", "Hồ Chí Minh", None),
        ],
    )
    made.execute("INSERT INTO admin_units VALUES ('Hồ Chí Minh', 'Đông Minh')")
    return made


@pytest.fixture
def provinces(build):
    def province(id_: str, vi: str, merged_into: str = "") -> Entry:
        pair = Pair(vi=(vi,))
        return Entry(id_, "PLACE", "VN", (pair,), "province", merged_into=merged_into)

    return build.curated_provinces(
        [
            province("place.vn.thai-binh", "Thái Bình", "place.vn.hung-yen"),
            province("place.vn.ho-chi-minh-city", "Thành phố Hồ Chí Minh"),
        ]
    )


def test_districts_come_by_code_without_additions_and_numbers(build, database, provinces) -> None:
    rows = [(row.id, row.kind, row.vi) for row in build.district_rows(database, provinces)]
    assert rows == [
        ("place.vn.336", "city", "Thái Bình"),
        ("place.vn.342", "county", "Tiền Hải"),
    ]


def test_a_name_of_communes_lists_provinces_and_what_they_became(
    build, database, provinces
) -> None:
    rows = [tuple(row) for row in build.commune_rows(database, provinces)]
    assert rows == [
        ("Đông Hòa", "place.vn.hung-yen;place.vn.thai-binh"),
        ("Đông Minh", "place.vn.ho-chi-minh-city;place.vn.hung-yen;place.vn.thai-binh"),
    ]

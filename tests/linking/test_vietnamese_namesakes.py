"""Places of Việt Nam that have the name of a Chinese one are not linked to it."""

from __future__ import annotations

import pytest

from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer

CASES = [
    ("Huyện Tiền Hải, tỉnh Thái Bình có bờ biển dài.", "Tiền Hải", "place.vn.342", "proposed"),
    ("Ông sinh tại Lạc Dương (Lâm Đồng).", "Lạc Dương", "place.vn.lac-duong", "linked"),
    ("Xã ven biển Tiền Hải, tỉnh Hưng Yên.", "Tiền Hải", "place.vn.342", "proposed"),
    ("Ông sống ở Lạc Dương.", "Lạc Dương", "place.cn.luoyang", "review"),
    ("Thành phố Lạc Dương, Trung Quốc.", "Lạc Dương", "place.cn.luoyang", "linked"),
    ("Tại Quảng Tây, Đông Hưng đông khách.", "Đông Hưng", "place.cn.dongxing", "linked"),
    ("Chè Tân Cương (Thái Nguyên) nổi tiếng.", "Tân Cương", "place.cn.xinjiang", "review"),
    ("Ông sang Tân Cương (Trung Quốc).", "Tân Cương", "place.cn.xinjiang", "linked"),
    (
        "Tỉnh Thái Bình có các xã Đông Trà, Đông Xuyên.",
        "Đông Xuyên",
        "place.cn.dongchuan",
        "review",
    ),
    (
        "Công an huyện Tam Nông, tỉnh Phú Thọ đã bắt ba người.",
        "Tam Nông",
        "place.vn.tam-nong-phu-tho",
        "linked",
    ),
    ("Người dân phường Quảng Châu góp công.", "Quảng Châu", "place.cn.guangzhou", "review"),
]
"""A text, a surface in it, what it is taken for, and the decision."""


@pytest.mark.parametrize(("text", "surface", "id_", "decision"), CASES)
def test_the_context_decides_between_the_countries(
    shipped: Gazetteer, text: str, surface: str, id_: str, decision: str
) -> None:
    (found,) = (one for one in annotate(text, gazetteer=shipped).mentions if one.surface == surface)
    assert (found.id, found.decision) == (id_, decision)


@pytest.mark.parametrize(
    "text", ["Bí thư Huyện ủy Tiền Hải", "Chủ tịch UBND huyện Ân Thi, tỉnh Hưng Yên"]
)
def test_what_is_composed_of_a_place_without_a_chinese_form_has_none(
    shipped: Gazetteer, text: str
) -> None:
    first = annotate(text, gazetteer=shipped).mentions[0]
    assert (first.type, first.zh_hans) == ("TITLE", None)


CHINESE_CASES = [
    ("湖南省平江县发生火灾。", "place.cn.430626"),
    ("平江县领导说。", None),
    ("海阳省平江县的工业区。", "place.vn.binh-giang"),
    ("海阳省领导说,平江县的工业区扩大了。", "place.vn.binh-giang"),
]
"""A text with 平江县, and what that is taken for."""


@pytest.mark.parametrize(("text", "id_"), CHINESE_CASES)
def test_a_chinese_county_is_no_vietnamese_district(
    shipped: Gazetteer, text: str, id_: str | None
) -> None:
    found = [
        one.id for one in annotate(text, gazetteer=shipped).mentions if one.surface == "平江县"
    ]
    assert found == [id_] or (id_ is None and not found)


def test_a_head_word_and_one_syllable_are_no_part_of_a_longer_name(shipped: Gazetteer) -> None:
    found = annotate("Công an huyện Vân Hồ, tỉnh Sơn La", gazetteer=shipped).mentions
    assert not any(one.country == "CN" for one in found)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Ông sống tại thành phố Hồ Chí Minh.", "place.vn.ho-chi-minh-city"),
        ("Công an xã Bình Mỹ, thành phố Hồ Chí Minh", "place.vn.ho-chi-minh-city"),
        ("Chủ tịch Hồ Chí Minh đọc Tuyên ngôn độc lập.", "person.vn.ho-chi-minh"),
    ],
)
def test_the_city_behind_its_head_word_is_not_the_person(
    shipped: Gazetteer, text: str, id_: str
) -> None:
    found = annotate(text, gazetteer=shipped).mentions
    assert [one.id for one in found if one.surface.endswith("Hồ Chí Minh")] == [id_]


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Công an Lạng Sơn bắt ba người.", "pattern.provincial-police(place.vn.lang-son)"),
        ("UBND Lạng Sơn họp.", "pattern.peoples-committee(place.vn.lang-son)"),
        ("UBND TP Lạng Sơn họp.", "pattern.peoples-committee(place.vn.lang-son-city)"),
        ("Công an Móng Cái bắt ba người.", "pattern.provincial-police(place.vn.mong-cai)"),
    ],
)
def test_a_body_of_a_name_that_province_and_town_share_is_the_provinces(
    shipped: Gazetteer, text: str, id_: str
) -> None:
    assert annotate(text, gazetteer=shipped).mentions[0].id == id_


def test_a_district_in_the_wrong_province_is_not_linked(shipped: Gazetteer) -> None:
    found = annotate("trú tại khu 4, Tân Hưng, Vĩnh Bảo - Hải Phòng", gazetteer=shipped).mentions
    assert [(one.surface, str(one.decision)) for one in found][:2] == [
        ("Tân Hưng", "review"),
        ("Vĩnh Bảo", "linked"),
    ]

"""Names that no list holds: people, bodies, places and posts by their form and what is beside."""

from __future__ import annotations

import copy

import pytest

from hanviet import Gazetteer, annotate


@pytest.fixture(scope="module")
def nobody(shipped: Gazetteer) -> Gazetteer:
    """The shipped gazetteer without people."""
    gazetteer = copy.copy(shipped)
    gazetteer.entries = {
        id_: entry for id_, entry in shipped.entries.items() if entry.type != "PERSON"
    }
    gazetteer.__dict__.pop("index", None)
    gazetteer.__dict__.pop("unmarked_index", None)
    gazetteer.__dict__.pop("_by_kind", None)
    return gazetteer


def found(text: str, type_: str, gazetteer: Gazetteer) -> list[str]:
    return [m.surface for m in annotate(text, gazetteer=gazetteer).mentions if m.type == type_]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("云南省委书记赵连山表示,合作很好。", ["赵连山"]),
        ("赵连山主任今天会见客人。", ["赵连山"]),
        ("新华社记者 丁汀 摄", ["丁汀"]),
        ("(文缘/译)", ["文缘"]),
        ("组合黄雨婷/盛李豪夺冠。", ["黄雨婷", "盛李豪"]),
        ("王浩任浙江省省长。", ["王浩"]),
        ("副主席武氏秋水女士出席。", ["武氏秋水"]),
        ("美国驻越南大使马克·纳珀指出,", ["马克·纳珀"]),
        ("外交部长王毅与巴西外长维埃拉会谈。", ["王毅", "维埃拉"]),
    ],
)
def test_chinese_people_are_found_without_a_list(text, people, nobody) -> None:
    assert found(text, "PERSON", nobody) == people


@pytest.mark.parametrize(
    "text",
    ["总理高度评价合作成果。", "国防部长强调指出,", "大使简要介绍了情况。", "陪同主席和夫人出席。",
     "邕宁区蒲庙镇新新村", "越共中央总书记访问期间,双方祝贺两国人民。"],
)  # fmt: skip
def test_words_beside_a_post_are_no_chinese_people(text, nobody) -> None:
    assert found(text, "PERSON", nobody) == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Chủ tịch nước CH Cu-ba Mi-ghen Đi-át Ca-nên đã gửi điện.", ["Mi-ghen Đi-át Ca-nên"]),
        ("bà H'Yim Kđoh, ông Điểu K'ré và bà Y Thanh Hà Niê Kđăm",
         ["H'Yim Kđoh", "Điểu K'ré", "Y Thanh Hà Niê Kđăm"]),
        ("Các bị can là Nguyễn Thị Cúc, Nguyễn Hưng, Dương Văn Bằng.",
         ["Nguyễn Thị Cúc", "Nguyễn Hưng", "Dương Văn Bằng"]),
        ("Các đại biểu thảo luận.\nHoàng Tùng", ["Hoàng Tùng"]),
        ("Bị can Tống Hải Nam khai.", ["Tống Hải Nam"]),
        ("Tổng thống Nga Putin phát biểu.", ["Putin"]),
    ],
)  # fmt: skip
def test_vietnamese_and_foreign_people_are_found_without_a_list(text, people, nobody) -> None:
    assert found(text, "PERSON", nobody) == people


@pytest.mark.parametrize("text", ["thạc sĩ Luật và tiến sĩ Kinh tế", "trường Hoa Kiều Quảng Tây"])
def test_a_degree_and_a_place_make_no_person(text, nobody) -> None:
    assert found(text, "PERSON", nobody) == []


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("ông Lê Văn Minh, Giám đốc Sở Nội vụ tỉnh", ["Giám đốc Sở Nội vụ tỉnh"]),
        ("làm Bí thư Huyện ủy Lâm Bình.", ["Bí thư Huyện ủy Lâm Bình"]),
        ("Phó Giám đốc Sở Văn hóa và Thể thao chủ trì",
         ["Phó Giám đốc Sở Văn hóa và Thể thao"]),
        ("Tổng thống CH Séc đến thăm", ["Tổng thống CH Séc"]),
        ("中国国家博物馆副馆长陈履生受邀", ["中国国家博物馆副馆长"]),
        ("越南驻墨西哥商务参赞刘文康出席", ["越南驻墨西哥商务参赞"]),
    ],
)  # fmt: skip
def test_posts_take_in_bodies_that_no_list_has(text, posts, nobody) -> None:
    assert found(text, "TITLE", nobody) == posts


def test_a_post_stops_before_a_person(nobody) -> None:
    text = "Chủ tịch Thượng viện Hun Sen và Phó Tổng Thư ký Quốc hội Phan Văn Ánh"
    assert found(text, "TITLE", nobody)[0] == "Chủ tịch Thượng viện"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("tại bản Nhóm Pố", ["Nhóm Pố"]),
        ("các xã: Minh Quân, Bảo Hưng, Việt Hồng.", ["Minh Quân", "Bảo Hưng", "Việt Hồng"]),
    ],
)
def test_places_are_found_behind_their_heads_and_in_their_lists(text, places, nobody) -> None:
    assert found(text, "PLACE", nobody) == places


def test_local_bodies_are_named_by_their_place(nobody) -> None:
    text = "Công an xã Tân Thành và Công an xã Tân Long phối hợp."
    assert found(text, "ORG", nobody) == ["Công an xã Tân Thành", "Công an xã Tân Long"]

"""Chinese names at the seams of words: what is no name, and where unlisted ones begin and end."""

from __future__ import annotations

import pytest
from tests.mentions.outer_mentions import outer

from hanviet import Gazetteer, annotate


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("秀美山河令人陶醉。", []),
        ("东南沿海地区经济发达。", []),
        ("港澳居民来往内地", ["港", "澳"]),
        ("滇、川、藏三省区交界处", ["滇", "川", "藏"]),
        ("在武吉加里尔举行", []),
        ("连接老街国际口岸的大桥", ["老街国际口岸"]),
        ("委乐至文山高速公路通车", ["委乐", "文山"]),
        ("老挝孟莫码头启航", ["老挝", "孟莫码头"]),
        ("全乡下辖公山、归政、北华和东华7个自然村", ["公山", "归政", "北华", "东华"]),
        ("缅甸克钦邦的边民", ["缅甸", "克钦邦"]),
        ("亚洲区预选赛", ["亚洲"]),
    ],
)
def test_places_end_where_their_names_do(text, places, shipped: Gazetteer) -> None:
    assert outer(text, "PLACE", shipped) == places


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("副秘书长张茂于,副书记王维平出席。", ["张茂于", "王维平"]),
        ("玉龙县白沙镇玉湖村热闹非凡。", []),
        ("监管一科科长黄菲菲说", ["黄菲菲"]),
        ("王维边副部长向宜安和河静两省代表授予证书", ["王维边"]),
        ("外交部副部长钟山表示", ["钟山"]),
    ],
)
def test_people_are_no_words_and_words_no_people(text, people, shipped: Gazetteer) -> None:
    assert outer(text, "PERSON", shipped) == people


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("友谊关海关监管一科科长黄菲菲说", ["友谊关海关监管一科科长"]),
        ("联合国秘书长发言人迪雅里克说", ["联合国秘书长发言人"]),
        ("自治区党委副书记、组织部部长王维平参加", ["自治区党委副书记", "组织部部长"]),
        ("护龙村党总支书记、村委会主任麻元波说", ["护龙村党总支书记", "村委会主任"]),
        ("拉市海镇镇长龚道勇说", ["拉市海镇镇长"]),
    ],
)
def test_posts_of_sections_villages_and_posts(text, posts, shipped: Gazetteer) -> None:
    assert outer(text, "TITLE", shipped) == posts


def test_a_firm_has_its_name_after_its_state(shipped: Gazetteer) -> None:
    assert outer("美国英特尔集团投资建厂", "ORG", shipped) == ["英特尔集团"]
    assert outer("越南高平、河江四省边防部队指挥部", "PLACE", shipped) == ["越南", "高平", "河江"]


@pytest.mark.parametrize(
    ("text", "surface", "vi"),
    [
        ("钦州市委召开会议", "钦州市委", "Thành ủy Khâm Châu"),
        ("龙州县委召开会议", "龙州县委", "Huyện ủy Long Châu"),
        ("文山州委召开会议", "文山州委", "Châu ủy Văn Sơn"),
        ("广西钦州市委书记说", "广西钦州市委书记", "Bí thư Thành ủy Khâm Châu"),
        ("越通社河内——国防部和中央军委举行会议", "中央军委", "Quân ủy Trung ương"),
    ],
)
def test_local_parties_are_of_their_level(text, surface, vi, shipped: Gazetteer) -> None:
    mentions = annotate(text, gazetteer=shipped).mentions
    assert [(m.vi, m.decision) for m in mentions if m.surface == surface] == [(vi, "linked")]


def test_the_chinese_editions_of_vietnam_mean_its_own_ministries(shipped: Gazetteer) -> None:
    mentions = annotate("越通社河内——国防部今天公布", gazetteer=shipped).mentions
    assert "org.vn.ministry-of-national-defence" in {m.id for m in mentions}


def test_a_foreigner_is_no_minister_of_the_readers_state(shipped: Gazetteer) -> None:
    mentions = annotate("会见了副总理兼财政部长宋迪·隆迪。", gazetteer=shipped).mentions
    assert {m.decision for m in mentions if m.type == "TITLE"} == {"review"}


def test_a_word_before_the_end_of_a_road_is_none_of_its_name(shipped: Gazetteer) -> None:
    mentions = annotate("副州长宋永年就河内至昆明铁路举行会谈。", gazetteer=shipped).mentions
    assert [m.surface for m in mentions if m.type == "PLACE"] == ["河内", "昆明"]

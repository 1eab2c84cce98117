"""Looking single names up in a gazetteer."""

from __future__ import annotations

import unicodedata
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linking.small_gazetteer import entry, gazetteer

from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.lexicon.model import Entry, Pair
from hanviet.linking.decision import Decision, Support
from hanviet.linking.reasons import LANGUAGES, reason


@cache
def known() -> Gazetteer:
    avoided = Entry(
        "place.cn.kunming",
        "PLACE",
        "CN",
        (Pair(vi=("Côn Minh",), zh=("昆明",), hant="昆明", pinyin="Kūnmíng"),
         Pair(vi=("Quân Minh",), zh=("昆明",), hant="昆明", avoid=True)),
        "city",
    )  # fmt: skip
    return gazetteer([
        entry("person.cn.chen-gang", "Trần Cương", "陈刚"),
        entry("person.vn.nguyen-van-linh", "Nguyễn Văn Linh", "阮文灵", country="VN"),
        entry("person.vn.draft", "Lê Thị Nháp", "黎氏草", country="VN", status="draft"),
        entry("place.vn.lang-son", "Lạng Sơn", "谅山", country="VN", kind="province"),
        entry("place.cn.nanning", "Nam Ninh", "南宁", kind="city"),
        entry("place.cn.changsha", "Trường Sa", "长沙", kind="city"),
        entry("place.int.spratly", "Trường Sa", "南沙群岛", country="INT", kind="island"),
        entry("place.vn.da-nang", "Đà Nẵng", "岘港", country="VN", kind="municipality"),
        avoided,
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "id_", "level", "decision"),
    [
        ("Trần Cương", "person.cn.chen-gang", "exact", "linked"),
        (unicodedata.normalize("NFD", "Trần Cương"), "person.cn.chen-gang", "exact", "linked"),
        ("陈刚", "person.cn.chen-gang", "exact", "linked"),
        ("TRẦN CƯƠNG", "person.cn.chen-gang", "spelling", "linked"),
        ("trần_cương", "person.cn.chen-gang", "spelling", "linked"),
        ("陳剛", "person.cn.chen-gang", "script", "linked"),
        ("Chén Gāng", "person.cn.chen-gang", "pinyin", "linked"),
        ("chen2 gang1", "person.cn.chen-gang", "pinyin", "linked"),
        ("Tran Cuong", "person.cn.chen-gang", "unmarked", "review"),
        ("chengang", "person.cn.chen-gang", "pinyin-toneless", "review"),
        ("N. V. Linh", "person.vn.nguyen-van-linh", "partial", "review"),
        ("Văn Linh", "person.vn.nguyen-van-linh", "partial", "review"),
        ("Nguyễn Văn Linhh", "person.vn.nguyen-van-linh", "fuzzy", "review"),
        ("tỉnh Lạng Sơn", "place.vn.lang-son", "spelling", "linked"),
        ("谅山省", "place.vn.lang-son", "spelling", "linked"),
        ("tỉnh Nam Ninh", "place.cn.nanning", "spelling", "linked"),
        ("đồng chí Trần Cương", "person.cn.chen-gang", "spelling", "linked"),
        ("Bí thư Tỉnh ủy Trần Cương", "person.cn.chen-gang", "spelling", "linked"),
        ("陈刚 Chén Gāng", "person.cn.chen-gang", "spelling", "linked"),
        ("Trần Cương (陈刚)", "person.cn.chen-gang", "spelling", "linked"),
        ("Trần Cương (Trung Quốc)", "person.cn.chen-gang", "spelling", "linked"),
        ("Lê Thị Nháp", "person.vn.draft", "exact", "proposed"),
    ],
)
def test_each_level_is_reached_and_decided(text: str, id_: str, level: str, decision: str) -> None:
    best = known().lookup(text)[0]
    assert (best.id, best.level.value, best.decision.value) == (id_, level, decision)


def test_different_chinese_forms_make_both_ambiguous() -> None:
    matches = known().lookup("Trường Sa")
    assert [match.id for match in matches] == ["place.cn.changsha", "place.int.spratly"]
    assert all(match.decision is Decision.REVIEW for match in matches)


def test_a_form_to_avoid_is_recognised_with_a_warning_and_not_printed() -> None:
    best = known().lookup("Quân Minh")[0]
    assert (best.vi, best.zh_hans, best.decision) == ("Côn Minh", "昆明", Decision.REVIEW)
    assert "avoid" in reason(best)


@pytest.mark.parametrize(
    "text", ["Nam Ninh (Việt Nam)", "đồng chí Nam Ninh", "Trần Cương/南宁", "sân bay Đà Nẵng"]
)
def test_what_contradicts_is_never_linked(text: str) -> None:
    matches = known().lookup(text)
    assert matches
    assert all(match.decision is not Decision.LINKED for match in matches)


def test_two_languages_that_contradict_say_so() -> None:
    best = known().lookup("Trần Cương/南宁")[0]
    assert best.support is Support.VETOED
    assert "contradict" in reason(best)


@pytest.mark.parametrize("text", ["", " ", "…", "Linh", "xyz", "カタカナ", "\ud800", "NA"])
def test_what_is_no_name_finds_nothing(text: str) -> None:
    assert known().lookup(text) == []


@given(st.text(max_size=30))
def test_any_text_is_answered_in_order_of_decisions(text: str) -> None:
    matches = known().lookup(text)
    assert all(match.decision is not Decision.LINKED for match in matches[1:])
    assert all(reason(match, lang=lang) for match in matches for lang in LANGUAGES)


def test_a_country_in_a_name_is_no_country_beside_it() -> None:
    society = entry("org.vn.society", "Hội Hữu nghị Việt Nam - Trung Quốc", "越中友好协会",
                    country="VN")  # fmt: skip
    best = gazetteer([society]).lookup("HOI HUU NGHI VIET NAM - TRUNG QUOC")[0]
    assert (best.id, best.level.value, best.support) == (
        "org.vn.society", "unmarked", Support.UNIQUE,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "vi", "zh"),
    [
        ("Thủ tướng Nhật Bản", "Thủ tướng Nhật Bản", "日本首相"),
        ("日本国首相", "Thủ tướng Nhật Bản", "日本国首相"),
        ("Bí thư Khu ủy Quảng Tây", "Bí thư Khu ủy Quảng Tây", "广西党委书记"),
    ],
)
def test_a_composed_name_is_given_once(text: str, vi: str, zh: str) -> None:
    matches = Gazetteer.load().lookup(text)
    assert [(match.vi, match.zh_hans) for match in matches] == [(vi, zh)]
    assert matches[0].support is Support.UNIQUE


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Nha Trang", ["place.vn.nha-trang", "org.us.white-house"]),
        ("Ly Ban", ["country.lb", "person.cn.li-bin"]),
        ("Thanh pho Kuwait", ["country.kw", "place.kw.kuwait-city"]),
    ],
)
def test_what_may_lack_its_marks_is_looked_up_with_them_too(
    shipped: Gazetteer, text: str, ids: list[str]
) -> None:
    found = [match.id for match in shipped.lookup(text)]
    assert found[0] == ids[0]
    assert ids[1] in found


def test_a_liberty_taken_with_unmarked_text_does_not_link(shipped: Gazetteer) -> None:
    for text in ("Ly Ban", "My Lan", "Thanh pho Kuwait", "Vung Vinh"):
        assert shipped.lookup(text)[0].decision is Decision.REVIEW, text
    assert shipped.lookup("Nha Trang")[0].decision is Decision.LINKED


def test_a_plus_sign_is_part_of_a_name(shipped: Gazetteer) -> None:
    best = shipped.lookup("Vietnam")[0]
    assert best.id == "country.vn"
    assert shipped.lookup("Vietnam+")[0].id == "org.vn.vietnamplus"


@pytest.mark.parametrize(
    ("pinyin", "id_"),
    [
        ("Jiǎ Píngwā", "person.cn.jia-pingao"),
        ("《Rénmín Rìbào》", "org.cn.peoples-daily"),
        ("Gāngguǒ (Jīn)", "country.cd"),
    ],
)
def test_pinyin_finds_what_its_entry_gives_and_what_has_signs(
    shipped: Gazetteer, pinyin: str, id_: str
) -> None:
    assert shipped.lookup(pinyin)[0].id == id_

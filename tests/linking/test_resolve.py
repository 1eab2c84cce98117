"""What mentions are resolved to, by what stands around them."""

from __future__ import annotations

import pytest

from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.linking.mention import COLUMNS, Mention

CN_SECRETARY = "pattern.general-secretary(org.cn.communist-party)"
VN_SECRETARY = "pattern.general-secretary(org.vn.communist-party)"
GUANGXI = "pattern.party-secretary(place.cn.guangxi)"
LANG_SON = "pattern.party-secretary(place.vn.lang-son)"


def posts(text: str, gazetteer: Gazetteer, date: str = "") -> list[str | None]:
    """The ids of the posts of a text."""
    mentions = annotate(text, gazetteer=gazetteer, date=date).mentions
    return [one.id for one in mentions if one.type == "TITLE"]


def only(text: str, surface: str, gazetteer: Gazetteer) -> list[Mention]:
    return [m for m in annotate(text, gazetteer=gazetteer).mentions if m.surface == surface]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Tổng Bí thư Tô Lâm", [VN_SECRETARY]),
        ("Tổng Bí thư Tập Cận Bình", [CN_SECRETARY]),
        ("Tổng Bí thư Tô Lâm gặp Tổng Bí thư Tập Cận Bình", [VN_SECRETARY, CN_SECRETARY]),
        ("总书记苏林会见总书记习近平", [VN_SECRETARY, CN_SECRETARY]),
        ("Tổng Bí thư, Chủ tịch nước Trung Quốc Tập Cận Bình",
         [CN_SECRETARY, "pattern.state-president(country.cn)"]),
        ("Chủ tịch nước Trung Quốc", ["pattern.state-president(country.cn)"]),
        ("Bí thư Khu ủy Trần Cương", [GUANGXI]),
        ("Nguyễn Quốc Đoàn, Bí thư Tỉnh ủy", [LANG_SON]),
    ],
)  # fmt: skip
def test_the_holder_or_the_country_completes_a_post(
    small: Gazetteer, text: str, ids: list[str]
) -> None:
    assert posts(text, small) == ids


def test_another_post_of_the_same_unlisted_holder_completes_a_post(small: Gazetteer) -> None:
    text = "Bí thư Tỉnh ủy Lạng Sơn Hoàng Văn Nghiệm đến. Bí thư Tỉnh ủy Hoàng Văn Nghiệm nói"
    assert posts(text, small) == [LANG_SON, LANG_SON]


def test_a_post_that_nothing_completes_waits_for_review(small: Gazetteer) -> None:
    (mention,) = annotate("Bí thư Tỉnh ủy", gazetteer=small).mentions
    assert (mention.decision, mention.support) == ("review", "ambiguous")


def test_posts_of_one_place_are_one_thing_however_they_are_written(small: Gazetteer) -> None:
    text = "Bí thư Quảng Tây, rồi Bí thư Khu ủy Quảng Tây, rồi Bí thư Đảng ủy Quảng Tây"
    assert posts(text, small) == [GUANGXI] * 3
    assert posts("广西党委书记", small) == [GUANGXI]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Bộ Ngoại giao", "vn"),
        ("外交部", "cn"),
        ("Bộ Ngoại giao (Trung Quốc)", "cn"),
        ("Bộ Ngoại giao, Trung Quốc", "cn"),
        ("Bộ Ngoại giao của Trung Quốc", "cn"),
        ("外交部（越南）", "vn"),
    ],
)
def test_a_country_that_stands_with_a_body_outweighs_the_language(
    small: Gazetteer, text: str, country: str
) -> None:
    first = annotate(text, gazetteer=small).mentions[0]
    assert first.id == f"org.{country}.ministry-of-foreign-affairs"


def test_a_country_of_another_chinese_sentence_is_not_near(small: Gazetteer) -> None:
    mentions = annotate("访问越南。外交部发言人", gazetteer=small).mentions
    assert mentions[-1].id == "org.cn.ministry-of-foreign-affairs"


def test_a_namesake_with_a_post_of_the_other_state_stays_apart(small: Gazetteer) -> None:
    text = "Bí thư Tỉnh ủy Lạng Sơn Trần Cương. Bí thư Khu ủy Quảng Tây Trần Cương"
    vetoed, linked = only(text, "Trần Cương", small)
    assert (vetoed.id, vetoed.support, vetoed.decision) == (None, "vetoed", "review")
    assert linked.id == "person.cn.chen-gang"
    assert vetoed.cluster != linked.cluster


def test_a_short_reference_joins_the_one_person_whom_it_fits(small: Gazetteer) -> None:
    mentions = annotate("ông Trần Văn Sơn đến. Ông Sơn nói", gazetteer=small).mentions
    assert [one.surface for one in mentions] == ["Trần Văn Sơn", "Sơn"]
    assert mentions[0].cluster == mentions[1].cluster


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Tiền đạo Nguyễn Đình Bắc ghi bàn. Cầu thủ Đình Bắc vui mừng.", True),
        ("Cầu thủ Nguyễn Đình Bắc gặp cầu thủ Lê Đình Bắc. Cầu thủ Đình Bắc nói.", False),
        ("Cầu thủ Nguyễn Đình Bắc ghi bàn. Ảnh: Đình Bắc", False),
    ],
)
def test_a_name_without_its_surname_is_short_too(
    shipped: Gazetteer, text: str, joined: bool
) -> None:
    people = [one for one in annotate(text, gazetteer=shipped).mentions if one.type == "PERSON"]
    assert (people[-1].cluster == people[0].cluster) is joined


def test_who_made_a_report_is_nobody_that_it_speaks_of(shipped: Gazetteer) -> None:
    text = "Phó Chủ tịch Hà Trọng Hợi dự. Ông Hợi nói. Ảnh: Minh Hợi"
    people = [one for one in annotate(text, gazetteer=shipped).mentions if one.type == "PERSON"]
    assert [one.cluster == people[0].cluster for one in people] == [True, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "Công an bắt nghi phạm Lê Minh Hưng (SN 1990, trú tại Hà Nội). Anh Hưng khai.",
        "Tổng thống Nga Lê Minh Hưng thăm. Ông Hưng nói.",
    ],
)
def test_a_part_of_a_doubtful_name_is_as_doubtful(shipped: Gazetteer, text: str) -> None:
    people = [one for one in annotate(text, gazetteer=shipped).mentions if one.type == "PERSON"]
    assert [one.decision for one in people] == ["review", "review"]
    assert len({one.cluster for one in people}) == 1


def test_a_short_reference_that_fits_two_people_joins_neither(small: Gazetteer) -> None:
    text = "ông Trần Văn Sơn gặp ông Lê Văn Sơn. Ông Sơn nói"
    mentions = annotate(text, gazetteer=small).mentions
    assert len({one.cluster for one in mentions}) == len(mentions) == 3


def test_a_row_has_the_documented_columns_and_always_all(small: Gazetteer) -> None:
    for mention in annotate("Trần Cương ở làng Novo", gazetteer=small).mentions:
        assert tuple(mention.to_row()) == COLUMNS == (
            "file", "start", "end", "surface", "type", "lang", "id", "vi", "zh_hans", "zh_hant",
            "pinyin", "decision", "level", "support", "score", "cluster", "probability",
        )  # fmt: skip


def test_a_chinese_surface_is_given_in_simplified_with_its_counterpart(small: Gazetteer) -> None:
    (mention,) = annotate("陳剛說", gazetteer=small).mentions
    assert (mention.lang, mention.vi, mention.zh_hans, mention.zh_hant, mention.level) == (
        "zh", "Trần Cương", "陈刚", "陳剛", "script"
    )  # fmt: skip


SPEAKER = "pattern.chamber-chair-{}(country.us)"
MINISTER = "pattern.minister-abroad(org.vn.ministry-of-{},country.{})"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Thủ tướng, Bộ trưởng Quốc phòng Campuchia đã phát biểu.",
         ["pattern.prime-minister(country.kh)", MINISTER.format("national-defence", "kh")]),
        ("Thủ tướng Nhật Bản kiêm Bộ trưởng Tài chính phát biểu.",
         ["pattern.prime-minister(country.jp)", MINISTER.format("finance", "jp")]),
        ("老挝副总理兼外交部长访问河内。",
         ["pattern.deputy-prime-minister(country.la)", MINISTER.format("foreign-affairs", "la")]),
        ("俄罗斯总统和国防部长出席阅兵。",
         ["pattern.president(country.ru)", MINISTER.format("national-defence", "ru")]),
        ("Chủ tịch Thượng viện và Chủ tịch Hạ viện Mỹ đến.",
         [SPEAKER.format("upper"), SPEAKER.format("lower")]),
    ],
)  # fmt: skip
def test_a_country_said_once_holds_for_a_list_of_posts(
    shipped: Gazetteer, text: str, ids: list[str]
) -> None:
    assert posts(text, shipped) == ids


def test_a_country_that_may_be_of_the_first_post_alone_is_left_to_a_person(
    shipped: Gazetteer,
) -> None:
    text = "Tổng thống Hàn Quốc và Bộ trưởng Ngoại giao hội đàm."
    first, second = [m for m in annotate(text, gazetteer=shipped).mentions if m.type == "TITLE"]
    assert (first.decision, second.decision) == ("linked", "review")


def test_an_ambassador_says_no_country_of_others(shipped: Gazetteer) -> None:
    text = "Bộ trưởng Quốc phòng và Đại sứ Mỹ tại Việt Nam"
    assert posts(text, shipped)[0] == "pattern.minister(org.vn.ministry-of-national-defence)"


@pytest.mark.parametrize(
    "text", ["Ngoại trưởng Lào", "Bộ trưởng Ngoại giao Lào", "Bộ trưởng Bộ Ngoại giao Lào",
             "老挝外长", "老挝外交部长"]
)  # fmt: skip
def test_a_foreign_minister_is_one_thing_however_he_is_called(
    shipped: Gazetteer, text: str
) -> None:
    assert posts(text, shipped) == [MINISTER.format("foreign-affairs", "la")]


def test_the_last_of_a_list_of_organs_says_whose_they_are(shipped: Gazetteer) -> None:
    text = "Nhận lời mời của Quân ủy Trung ương, Bộ Quốc phòng Trung Quốc, đoàn sang thăm."
    mention = annotate(text, gazetteer=shipped).mentions[0]
    assert (mention.id, mention.decision) == ("org.cn.central-military-commission", "linked")


@pytest.mark.parametrize(
    "text",
    ["Bộ Quốc phòng và Bộ Quốc phòng Trung Quốc ký kết.", "Bộ Ngoại giao, Đại sứ quán Lào dự."],
)
def test_bodies_of_two_states_are_no_such_list(shipped: Gazetteer, text: str) -> None:
    assert annotate(text, gazetteer=shipped).mentions[0].decision == "review"

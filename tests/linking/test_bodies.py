"""Which state's body a short name means."""

from __future__ import annotations

import pytest

from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer

CHINA = " Trung Quốc, Bắc Kinh, Nam Ninh, Quảng Tây, Trung Quốc."


@pytest.mark.parametrize(("term", "country"), [("XIV", "vn"), ("XIII", "vn"), ("XX", "cn")])
def test_the_number_of_a_term_tells_the_party(shipped: Gazetteer, term: str, country: str) -> None:
    text = f"Ban Chấp hành Trung ương Đảng khóa {term} họp.\n{CHINA}"
    body, party = annotate(text, gazetteer=shipped).mentions[:2]
    assert body.id == f"org.{country}.{'cpv' if country == 'vn' else 'cpc'}-central-committee"
    assert party.id == f"org.{country}.communist-party"


@pytest.mark.parametrize(
    "text",
    [
        f"Ban Chấp hành Trung ương Đảng họp.\n{CHINA}",
        f"Ban Chấp hành Trung ương Đảng họp. Hà Nội.\n{CHINA}",
    ],
)
def test_a_part_is_no_surer_than_the_whole(shipped: Gazetteer, text: str) -> None:
    body, party = annotate(text, gazetteer=shipped).mentions[:2]
    assert (body.end, body.decision) == (party.end, party.decision)


def test_the_province_of_a_deputy_tells_the_parliament(shipped: Gazetteer) -> None:
    text = f"Đại biểu Quốc hội tỉnh Hòa Bình nói.\n{CHINA}"
    deputy = annotate(text, gazetteer=shipped).mentions[0]
    assert deputy.id == "pattern.legislature-deputy(org.vn.national-assembly)"


def test_a_session_is_of_the_parliament_that_the_text_names(shipped: Gazetteer) -> None:
    named = annotate("Kỳ họp thứ 8 khai mạc. Quốc hội Việt Nam họp.", gazetteer=shipped)
    council = annotate("Kỳ họp thứ 8 khai mạc. HĐND tỉnh Cao Bằng họp.", gazetteer=shipped)
    assert named.mentions[0].id == "pattern.parliament-session(org.vn.national-assembly,8)"
    assert council.mentions[0].decision == "review"


def test_the_number_of_a_term_tells_the_parliament(shipped: Gazetteer) -> None:
    text = f"Quốc hội khóa XV họp.\n{CHINA}"
    assert annotate(text, gazetteer=shipped).mentions[0].id == "org.vn.national-assembly"


def test_the_word_before_a_place_tells_whose_government(shipped: Gazetteer) -> None:
    text = "Chính quyền nhân dân châu Hồng Hà, tỉnh Vân Nam (Trung Quốc)"
    government, place = annotate(text, gazetteer=shipped).mentions[:2]
    assert government.id == "pattern.peoples-government(place.cn.honghe)"
    assert (government.decision, place.decision) == ("linked", "linked")


@pytest.mark.parametrize(
    ("chinese", "vietnamese"),
    [
        ("越南高平省人民委员会副主席到访。", "Phó Chủ tịch UBND tỉnh Cao Bằng đến thăm."),
        ("越南广宁省人民议会主席到访。", "Chủ tịch HĐND tỉnh Quảng Ninh đến thăm."),
        ("越南谅山省委书记到访。", "Bí thư Tỉnh ủy Lạng Sơn đến thăm."),
    ],
)
def test_a_post_has_one_id_with_its_state_before_it_and_without(
    chinese: str, vietnamese: str, shipped: Gazetteer
) -> None:
    ids = [
        next(one.id for one in annotate(text, gazetteer=shipped).mentions if one.type == "TITLE")
        for text in (chinese, vietnamese)
    ]
    assert ids[0] is not None
    assert ids[0] == ids[1]

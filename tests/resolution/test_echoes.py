"""Unlisted names that both languages have tell of one event."""

from __future__ import annotations

from hanviet.alignment import Alignment, align
from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.resolution.company import ECHO, Comparable, Page
from hanviet.resolution.echoes import with_echoes
from hanviet.resolution.names import UnlistedName

STATES = ("country.cn", "country.vn")
MATCH_VI = (
    "U22 Việt Nam thắng U22 Trung Quốc 1-0 ngày 12/11/2025. Thủ môn Cao Văn Bính cứu thua, Phạm "
    "Minh Phúc ghi bàn. Hậu vệ Wang Shiqin phá hụt bóng."
)
MATCH_ZH = (
    "2025年11月13日，中国U22队不敌越南U22队。越南门将高文柄多次扑救，范明福攻入全场唯一进球。"
    "汪士钦门前解围失误。"
)


def name(number: int, text: str) -> UnlistedName:
    return UnlistedName(number, "PERSON", text)


def test_a_long_name_of_both_languages_is_in_the_company_of_both_documents() -> None:
    pages = [Page("", STATES)] * 3
    names = [name(0, "phạm minh phúc"), name(1, "范明福"), name(2, "黄文南"), name(0, "lâm kiếm")]
    companies = [page.company for page in with_echoes(pages, names)]
    echo = f"{ECHO}.phạm minh phúc"
    assert companies == [(*STATES, echo), (*STATES, echo), STATES]


def test_two_such_names_are_an_event_and_one_alone_is_none() -> None:
    echoes = (f"{ECHO}.a", f"{ECHO}.b")
    both = [Page("2025-11-12", (*STATES, *echoes)), Page("2025-11-13", (*STATES, *echoes))]
    assert list(Comparable(both, [1]).to(0)) == [1]
    one = [page._replace(company=(*STATES, echoes[0])) for page in both]
    assert list(Comparable(one, [1]).to(0)) == []
    beside = [page._replace(company=(*page.company, "place.cn.chengdu")) for page in one]
    assert list(Comparable(beside, [1]).to(0)) == []


def match(shipped: Gazetteer, chinese: str) -> Alignment:
    texts = {"m.vi": MATCH_VI, "m.zh": chinese}
    return align(
        (annotate(text, gazetteer=shipped, file=file) for file, text in texts.items()),
        gazetteer=shipped,
    )


def test_a_match_whose_players_nobody_lists_is_one_event(shipped: Gazetteer) -> None:
    pairs = {
        one.vi.form: (one.zh.form, one.level.value) for one in match(shipped, MATCH_ZH).pairings
    }
    assert pairs == {
        "Cao Văn Bính": ("高文柄", "reading"),
        "Phạm Minh Phúc": ("范明福", "reading"),
        "Wang Shiqin": ("汪士钦", "pinyin-toneless"),
    }


def test_another_match_is_another_event(shipped: Gazetteer) -> None:
    assert not match(
        shipped, "2025年11月13日，中国U22队不敌越南U22队。汪士钦门前解围失误。"
    ).pairings

"""Unlisted names of two languages that are one."""

from __future__ import annotations

import itertools

import pytest

from hanviet.alignment import align
from hanviet.document import Document, annotate
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.linking.decision import Support
from hanviet.readings.levels import Level
from hanviet.resolution.company import Page
from hanviet.resolution.crosslingual import ALONE, TIE, Bearer, Fit, Pairing, Undecided, pair_up
from hanviet.resolution.likeness import PINYIN
from hanviet.resolution.names import compared_form

VISIT_VI = (
    "Lạng Sơn, ngày 12/5/2025. Sáng 12/5, Chủ tịch UBND tỉnh Lạng Sơn tiếp Phó Thị trưởng thành "
    "phố Sùng Tả (Quảng Tây, Trung Quốc) Lâm Gia Mẫn tại cửa khẩu Hữu Nghị. Cùng dự có Phó Giám "
    "đốc Sở Công Thương tỉnh Lạng Sơn Hoàng Khánh Duy. Ông Mẫn cảm ơn tỉnh Lạng Sơn."
)
VISIT_ZH = (
    "2025年5月12日，崇左市副市长林家敏访问越南谅山省，参观友谊关口岸。谅山省工贸厅副厅长黄庆维参加会见。"
    "林家敏表示，广西愿同谅山加强合作。"
)

EVENT = ("place.cn.a", "place.cn.b", "org.cn.c", "person.cn.d")
OTHER = ("place.vn.e", "place.vn.f", "org.vn.g", "person.vn.h")


def bearer(
    form: str,
    *documents: int,
    type: str = "PERSON",
    country: str = "",
    posts: tuple[str, ...] = (),
) -> Bearer:
    name = compared_form(form)
    return Bearer(f"{type} = {name}", type, name, form, country, frozenset(posts), documents)


def paired(
    vi: list[Bearer], zh: list[Bearer], *pages: tuple[str, ...], dates: tuple[str, ...] = ()
) -> tuple[list[Pairing], list[Undecided]]:
    when = dates or ("",) * len(pages)
    return pair_up(vi, zh, [Page(date, ids) for date, ids in zip(when, pages, strict=True)])


@pytest.fixture(scope="module")
def visit(shipped: Gazetteer) -> list[Document]:
    return [
        annotate(text, gazetteer=shipped, file=file)
        for file, text in (("visit.vi.txt", VISIT_VI), ("visit.zh.txt", VISIT_ZH))
    ]


def test_a_guest_in_no_list_is_one_person_in_both_reports(
    visit: list[Document], shipped: Gazetteer
) -> None:
    rows = {row.vi: row for row in align(visit, gazetteer=shipped).rows if row.type == "PERSON"}
    guest = rows["Lâm Gia Mẫn"]
    assert (guest.zh_hans, guest.decision, guest.level, guest.support) == (
        "林家敏", "proposed", "reading", "context"
    )  # fmt: skip
    assert (guest.documents, guest.id) == (2, None)
    assert set(guest.surfaces_vi) == {"Lâm Gia Mẫn", "Mẫn"}
    assert rows["Hoàng Khánh Duy"].zh_hans == "黄庆维"


def test_every_mention_of_the_guest_has_both_forms(
    visit: list[Document], shipped: Gazetteer
) -> None:
    mentions = align(visit, gazetteer=shipped).all_mentions()
    forms = {(m.surface, m.vi, m.zh_hans, m.level) for m in mentions if m.zh_hans == "林家敏"}
    assert forms == {
        ("Lâm Gia Mẫn", "Lâm Gia Mẫn", "林家敏", "reading"),
        ("Mẫn", "Lâm Gia Mẫn", "林家敏", "partial"),
        ("林家敏", "Lâm Gia Mẫn", "林家敏", "reading"),
    }


def test_the_order_of_documents_changes_nothing(visit: list[Document], shipped: Gazetteer) -> None:
    more = [*visit, annotate("Ông Lâm Gia Mẫn.", gazetteer=shipped, file="x.txt")]
    results = [
        [mention.to_row() for mention in align(order, gazetteer=shipped).all_mentions()]
        for order in itertools.permutations(more)
    ]
    assert all(result == results[0] for result in results)


def test_aligning_what_was_aligned_changes_nothing(
    visit: list[Document], shipped: Gazetteer
) -> None:
    once = align(visit, gazetteer=shipped)
    again = align(once.documents, gazetteer=shipped)
    assert [row.to_row() for row in again.rows] == [row.to_row() for row in once.rows]


def test_two_names_that_fit_equally_are_left_apart() -> None:
    pairs, undecided = paired(
        [bearer("Trần Cương", 0)], [bearer("陈刚", 1), bearer("陈冈", 1)], EVENT, EVENT
    )
    assert not pairs
    assert [(one.kind, len(one.vi), len(one.zh)) for one in undecided] == [(TIE, 1, 2)]


def test_two_vietnamese_names_for_one_chinese_one_are_left_apart() -> None:
    pairs, undecided = paired(
        [bearer("Hoàng Minh", 0), bearer("Huỳnh Minh", 0)], [bearer("黄明", 1)], EVENT, EVENT
    )
    assert not pairs
    assert [one.kind for one in undecided] == [TIE]


def test_a_long_name_in_the_characters_of_each_press_is_one_for_review() -> None:
    vi, zh = [bearer("Lại Lý Huynh", 0)], [bearer("赖李兄", 1), bearer("赖理兄", 2, 3)]
    pairs, undecided = paired(vi, zh, EVENT, EVENT, EVENT, EVENT)
    assert not undecided
    assert [[one.form for one in pair.sides] for pair in pairs] == [
        ["Lại Lý Huynh", "赖理兄", "赖李兄"]
    ]
    assert pairs[0].support is Support.AMBIGUOUS


@pytest.mark.parametrize(
    ("zh", "pages"),
    [
        ([bearer("赖李兄", 1), bearer("赖理兄", 1, 2)], [EVENT] * 3),  # one report has both
        ([bearer("赖李兄", 1), bearer("赖理兄", 2)], [EVENT, OTHER, OTHER]),  # not of the event
    ],
)
def test_two_spellings_that_may_be_two_people_are_left_apart(
    zh: list[Bearer], pages: list[tuple[str, ...]]
) -> None:
    pairs, undecided = paired([bearer("Lại Lý Huynh", 0)], zh, *pages)
    assert not pairs
    assert [one.kind for one in undecided] == [TIE]


def by_pinyin(vi: str, zh: str, *pages: tuple[str, ...]) -> list[Pairing]:
    of_event = [Page("", ids) for ids in pages]
    return pair_up([bearer(vi, 0)], [bearer(zh, 1)], of_event, least=Fit.EVENT, like=PINYIN)[0]


def test_the_pinyin_of_a_long_name_joins_within_an_event() -> None:
    assert [one.level for one in by_pinyin("Wang Bohao", "王博豪", EVENT, EVENT)] == [
        Level.PINYIN_TONELESS
    ]


@pytest.mark.parametrize(
    ("vi", "zh", "pages"),
    [
        ("Wang Bohao", "王博豪", (EVENT, OTHER)), ("Zhang Xin", "张馨", (EVENT, EVENT)),
        ("Wang Bohao", "王百号", (EVENT, EVENT)),
    ],
)  # fmt: skip
def test_short_or_distant_pinyin_joins_nothing(
    vi: str, zh: str, pages: tuple[tuple[str, ...], ...]
) -> None:
    assert by_pinyin(vi, zh, *pages) == []


def test_a_post_tells_two_that_read_alike_apart() -> None:
    post = ("pattern.mayor(place.cn.a)",)
    pairs, _ = paired(
        [bearer("Trần Cương", 0, posts=post)],
        [bearer("陈刚", 1, posts=post), bearer("陈冈", 1)],
        EVENT,
        EVENT,
    )
    assert [(one.zh.form, one.fit) for one in pairs] == [("陈刚", Fit.EVENT_AND_POST)]


@pytest.mark.parametrize("zh", ["陈强", "陈庚", "程刚"])
def test_a_difference_in_tone_rime_or_onset_joins_nothing(zh: str) -> None:
    assert paired([bearer("Trần Cương", 0)], [bearer(zh, 1)], EVENT, EVENT) == ([], [])


def test_a_name_without_its_marks_joins_nothing() -> None:
    assert paired([bearer("Tran Cuong", 0)], [bearer("陈刚", 1)], EVENT, EVENT) == ([], [])


def test_countries_that_contradict_part_two_names() -> None:
    found = paired(
        [bearer("Trần Cương", 0, country="VN")], [bearer("陈刚", 1, country="CN")], EVENT, EVENT
    )
    assert found == ([], [])


def test_readings_alone_are_left_to_a_person() -> None:
    pairs, undecided = paired([bearer("Trần Cương", 0)], [bearer("陈刚", 1)], EVENT, OTHER)
    assert not pairs
    assert [one.kind for one in undecided] == [ALONE]


def test_a_long_name_of_one_country_is_unique_though_the_reports_differ() -> None:
    pairs, _ = paired(
        [bearer("Trần Quốc Cương", 0, country="CN")],
        [bearer("陈国刚", 1, country="CN")],
        EVENT,
        OTHER,
    )
    assert [(one.support.value, one.fit) for one in pairs] == [("unique", Fit.COUNTRY)]


def test_reports_of_different_months_are_of_different_events() -> None:
    pairs, _ = paired(
        [bearer("Trần Cương", 0)], [bearer("陈刚", 1)], EVENT, EVENT,
        dates=("2024-05-01", "2025-05-01"),
    )  # fmt: skip
    assert not pairs


def test_a_place_is_joined_in_reports_of_one_event() -> None:
    pairs, _ = paired(
        [bearer("Tân Thanh", 0, type="PLACE")], [bearer("新清乡", 1, type="PLACE")], EVENT, EVENT
    )
    assert [one.zh.form for one in pairs] == ["新清乡"]


def test_a_person_is_no_place() -> None:
    found = paired(
        [bearer("Tân Thanh", 0)], [bearer("新清", 1, type="PLACE")], EVENT, EVENT
    )  # fmt: skip
    assert found == ([], [])

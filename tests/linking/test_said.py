"""What the other columns of a row say: agreement raises, contradiction lowers and is said."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from tests.linking.small_gazetteer import entry, gazetteer

from hanviet.lexicon.model import Role
from hanviet.linking.closed import ReferenceTable, Row
from hanviet.linking.finders import GazetteerFinder, TableFinder, outcome_of_query
from hanviet.linking.match import Match
from hanviet.linking.reasons import reason
from hanviet.linking.said import Query, Said, country_said, type_of
from hanviet.readings.levels import Level

HELD = replace(
    entry("person.cn.wang-yi", "Vương Nghị", "王毅"), roles=(Role("Bộ trưởng Ngoại giao", "", ""),)
)
OPEN = GazetteerFinder(
    gazetteer([
        HELD,
        entry("person.cn.chen-gang", "Trần Cương", "陈刚"),
        entry("person.cn.wang-yi-2", "Vương Nghị", "王义"),
        entry("place.cn.changsha", "Trường Sa", "长沙", kind="city"),
        entry("place.vn.spratly", "Trường Sa", "南沙群岛", country="VN", kind="island"),
        entry("place.vn.ha-nam", "Hà Nam", "河南", country="VN", kind="province"),
    ])
)  # fmt: skip
ROWS = [
    Row("a", "Trần Cương", "陈刚"),
    Row("b", "Nguyễn Văn Linh", "阮文灵"),
    Row("c", "Vương Nghị", "王毅"),
    Row("d", "Vương Nghị", "王义"),
    Row("e", "Hoa Sơn", ""),
    Row("f", "Hoa Sơn", ""),
]
CLOSED = TableFinder(ReferenceTable.of(ROWS), {"e": "PERSON", "f": "PLACE"})


def best(text: str, *, closed: bool = False, weakest: Level | None = None, **said: str) -> Match:
    query = Query(text, Said(**said))
    found = outcome_of_query(query, CLOSED if closed else OPEN, weakest=weakest).best
    assert found is not None
    return found


def decided(match: Match) -> tuple[str, str, str]:
    return match.id, match.support.value, match.decision.value


def test_a_country_tells_namesakes_apart() -> None:
    assert best("Trường Sa").decision.value == "review"
    assert decided(best("Trường Sa", country="VN")) == ("place.vn.spratly", "context", "linked")
    assert decided(best("Trường Sa", country="CN")) == ("place.cn.changsha", "context", "linked")


def test_a_country_or_type_that_contradicts_vetoes_and_is_said() -> None:
    match = best("Hà Nam", country="CN")
    assert decided(match) == ("place.vn.ha-nam", "vetoed", "review")
    assert "The row says CN, the entry VN." in reason(match)
    match = best("Trần Cương", type="PLACE")
    assert decided(match) == ("person.cn.chen-gang", "vetoed", "review")
    assert "The row says PLACE, but this is PERSON." in reason(match)


def test_a_country_alone_does_not_make_a_weak_agreement_sure() -> None:
    assert best("Tran Cuong", country="CN").decision.value == "review"


def test_a_post_tells_namesakes_apart() -> None:
    assert best("Vương Nghị").decision.value == "review"
    match = best("Vương Nghị", role="Bộ trưởng Ngoại giao")
    assert decided(match) == ("person.cn.wang-yi", "context", "linked")
    assert best("Vương Nghị", role="Chủ tịch").decision.value == "review"


@pytest.mark.parametrize("closed", [False, True])
def test_the_other_language_tells_namesakes_apart(closed: bool) -> None:
    match = best("Vương Nghị", closed=closed, other="王义")
    assert (match.zh_hans, match.decision.value) == ("王义", "linked")
    assert "The column in the other language agrees" in reason(match)


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("text", ["Tran Cuong", "Trần Cương", "chengang"])
def test_the_other_language_raises_what_agrees(closed: bool, text: str) -> None:
    assert decided(best(text, closed=closed, other="陳剛"))[1:] == ("context", "linked")


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("other", ["陈强", "王毅", "阮文灵"])
def test_the_other_language_lowers_what_contradicts(closed: bool, other: str) -> None:
    match = best("Trần Cương", closed=closed, other=other)
    assert decided(match)[1:] == ("vetoed", "review")
    assert f"The column in the other language contradicts: “{other}”." in reason(match)


@pytest.mark.parametrize("closed", [False, True])
def test_another_tone_is_not_mended_by_the_other_language(closed: bool) -> None:
    assert best("Trần Cường", closed=closed, other="陈刚").decision.value == "review"


def test_an_empty_cell_is_found_by_the_other_language() -> None:
    match = best("", closed=True, other="阮文灵")
    assert decided(match) == ("b", "unique", "linked")
    assert best("Xyz Uvw", closed=True, other="阮文灵").decision.value == "review"
    assert outcome_of_query(Query(" ", Said(country="VN")), CLOSED).empty


def test_types_of_a_table_tell_its_rows_apart() -> None:
    assert best("Hoa Sơn", closed=True).decision.value == "review"
    assert decided(best("Hoa Sơn", closed=True, type="PLACE")) == ("f", "context", "linked")
    assert decided(best("Hoa Sơn", closed=True, type="ORG"))[1:] == ("vetoed", "review")


def test_a_user_may_demand_more_for_a_link() -> None:
    assert best("TRẦN CƯƠNG").decision.value == "linked"
    match = best("TRẦN CƯƠNG", weakest=Level.EXACT)
    assert match.decision.value == "review"
    assert "less than you demanded" in reason(match)
    assert best("Trần Cương", weakest=Level.EXACT).decision.value == "linked"


@pytest.mark.parametrize(
    ("text", "code"), [("VN", "VN"), ("Trung Quốc", "CN"), ("越南", "VN"), ("", ""), ("x y", "")]
)
def test_countries_are_read_from_names_and_codes(text: str, code: str) -> None:
    assert country_said(text) == code


def test_types_are_read_in_three_languages() -> None:
    assert [type_of(text) for text in ("person", " TỔ CHỨC ", "地名", "chức vụ", "foo")] == [
        "PERSON", "ORG", "PLACE", "TITLE", "",
    ]  # fmt: skip


@pytest.mark.parametrize("finder", [CLOSED, GazetteerFinder()], ids=["table", "gazetteer"])
def test_finders_can_be_sent_to_another_process(finder: TableFinder | GazetteerFinder) -> None:
    query = Query("Tran Cuong", Said(other="陈刚"))
    before = outcome_of_query(query, finder)
    assert outcome_of_query(query, pickle.loads(pickle.dumps(finder))) == before

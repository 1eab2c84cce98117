"""A table against itself: what is one thing, and that nothing weak makes one of two."""

from __future__ import annotations

import random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hanviet
from hanviet.errors import HanvietError
from hanviet.linking.dedupe import dedupe_cells
from hanviet.linking.dedupe_table import DEDUPE_COLUMNS
from hanviet.linking.reasons import LANGUAGES, reason
from hanviet.readings.levels import Level

CELLS = [
    "Trần Cương", "TRẦN CƯƠNG", "Trần Cường", "Tran Cuong", "ông Trần Cương", "陈刚", "陳剛",
    "陈钢", "Trần Cương (陈刚)", "Chén Gāng", "chengang", "T. Cương", "Hà Nam", "Hà Nam (Việt Nam)",
    "Hà Nam (Trung Quốc)", "河南", "Đông Nam Á", "Đôgn Nam Á", "?", "007", "A; B", "hồ Thanh Hải",
]  # fmt: skip


def clusters(cells: list[str]) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for cell, member in dedupe_cells(cells).items():
        found.setdefault(member.cluster, set()).add(cell)
    return {frozenset(members) for members in found.values()}


@pytest.mark.parametrize(
    "one",
    [
        ["Trần Cương", "TRẦN CƯƠNG", "Trần-Cương", "ông Trần Cương"],
        ["Trần Cương", "Tran Cuong"],
        ["陈刚", "陳剛", "Chén Gāng", "chengang"],
        ["Trần Cương", "陈刚"],
        ["Móng Cái (芒街)", "Móng Cái", "芒街"],
        ["ông Trần Cương", "đồng chí Trần Cương"],
        ["Đông Nam Á", "Đôgn Nam Á"],
        ["Vladimir Putin", "Tổng thống Vladimir Putin"],
        ["邓小平 Deng Xiaoping", "鄧小平"],
    ],
)
def test_one_thing_is_one_cluster(one: list[str]) -> None:
    assert clusters(one) == {frozenset(one)}
    assert {member.match.decision.value for member in dedupe_cells(one).values()} == {"linked"}


@pytest.mark.parametrize(
    "two",
    [
        ["Trần Cương", "Trần Cường"],
        ["陈刚", "陈钢"],
        ["Hà Nam (Việt Nam)", "Hà Nam (Trung Quốc)"],
        ["tỉnh Cao Bằng", "thành phố Cao Bằng"],
        ["ông Thanh Hải", "tỉnh Thanh Hải"],
        ["hồ Thanh Hải", "Thanh Hải"],
        ["Trần Cương (陈刚)", "Trần Cương (陈钢)"],
        ["Nguyễn Thị Thu", "Nguyễn Thị Thi"],
    ],
)
def test_two_things_stay_two(two: list[str]) -> None:
    assert clusters(two) == {frozenset([cell]) for cell in two}


@pytest.mark.parametrize(
    ("weak", "full"),
    [
        ("Tran Cuong", ["Trần Cương", "Trần Cường"]),
        ("Trần Cương", ["陈刚", "陈钢"]),
        ("Trần Cương", ["Trần Cương (陈刚)", "Trần Cương (陈钢)"]),
        ("N. Văn Linh", ["Nguyễn Văn Linh", "Ngô Văn Linh"]),
        ("Hà Nam", ["Hà Nam (Việt Nam)", "Hà Nam (Trung Quốc)"]),
    ],
)
def test_what_may_be_two_things_joins_neither_and_names_both(weak: str, full: list[str]) -> None:
    found = dedupe_cells([weak, *full])
    assert len({member.cluster for member in found.values()}) == 3
    assert found[weak].match.decision.value == "review"
    assert {cluster for cluster, _ in found[weak].conflicts} == {"c2", "c3"}


def test_initials_alone_are_for_review() -> None:
    found = dedupe_cells(["Nguyễn Văn Linh", "N. V. Linh"])
    assert [member.cluster for member in found.values()] == ["c1", "c2"]
    assert found["N. V. Linh"].conflicts == (("c1", "Nguyễn Văn Linh"),)


def test_a_chain_of_slips_makes_no_cluster() -> None:
    chain = ["Nguyễn Hoàng", "Nguyễnn Hoàng", "Nguyễnnn Hoàng", "Nguyễnnnn Hoàng"]
    assert max(map(len, clusters(chain))) <= 2


@given(st.permutations(CELLS), st.integers(2, len(CELLS)))
@settings(max_examples=25, deadline=None)
def test_clusters_do_not_depend_on_the_order_of_rows(cells: list[str], count: int) -> None:
    chosen = cells[:count]
    shuffled = random.Random(1).sample(chosen, len(chosen))
    assert clusters(chosen) == clusters(shuffled)
    assert list(dedupe_cells(chosen)) == chosen


@given(st.lists(st.one_of(st.sampled_from(CELLS), st.text(max_size=12)), max_size=12))
@settings(max_examples=50, deadline=None)
def test_every_cell_has_a_cluster_and_a_reason(cells: list[str]) -> None:
    found = dedupe_cells(cells)
    assert set(found) == {cell for cell in cells if cell.strip()}
    for member in found.values():
        assert bool(member.conflicts) == (member.match.decision.value == "review")
        assert all(reason(member.match, lang=lang) for lang in LANGUAGES)


def test_a_frame_keeps_its_index_and_missing_cells_have_no_cluster() -> None:
    frame = pd.DataFrame({"n": ["1", "2", "3"], "name": ["陈刚", None, "陳剛"]}, index=[7, 5, 3])
    found = hanviet.dedupe(frame, column="name")
    assert list(found.columns) == ["n", "name", *DEDUPE_COLUMNS]
    assert list(found.index) == [7, 5, 3]
    assert [value if isinstance(value, str) else None for value in found["hanviet_cluster"]] == [
        "c1", None, "c1",
    ]  # fmt: skip
    assert list(found["hanviet_decision"]) == ["linked", "unknown", "linked"]


@pytest.mark.parametrize(
    "arguments",
    [
        {"values": pd.DataFrame({"a": ["x"]})},
        {"values": pd.DataFrame({"a": ["x"], "hanviet_cluster": ["y"]}), "column": "a"},
        {"values": ["x"], "lang": "fr"},
    ],
)
def test_senseless_arguments_are_refused(arguments: dict[str, object]) -> None:
    with pytest.raises(HanvietError):
        hanviet.dedupe(**arguments)  # type: ignore[arg-type]


def test_letters_and_characters_of_one_word_are_no_pair() -> None:
    found = dedupe_cells(["APEC领导人会议", "Apec领导人会议", "APEC", "Trần Cương陈刚", "陈刚"])
    assert [member.cluster for member in found.values()] == ["c1", "c1", "c2", "c3", "c3"]
    assert found["Apec领导人会议"].match.level is Level.SPELLING
    assert found["APEC领导人会议"].canonical == "APEC领导人会议"


def test_a_slip_that_compare_does_not_see_is_told_as_one() -> None:
    found = dedupe_cells(["Cao Xưỡm Ngưỡng", "Cao Xưỡm Ngưỡng", "Cao Xưỡm kNgưỡng"])
    assert {member.cluster for member in found.values()} == {"c1"}
    match = found["Cao Xưỡm kNgưỡng"].match
    assert (match.level, match.decision.value) == (Level.FUZZY, "linked")
    assert hanviet.dedupe(list(found))["hanviet_reason"].str.len().min() > 0

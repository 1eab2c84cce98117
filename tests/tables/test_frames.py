"""`hanviet.reconcile`: pandas and lists, the index kept, missing values understood."""

from __future__ import annotations

import io
import json
import pickle
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hanviet
from hanviet.linking.finders import GazetteerFinder, TableFinder
from hanviet.linking.reconcile import COLUMNS, reference_table
from hanviet.linking.said import Query
from hanviet.tables.answers import Answerer

REFERENCE = pd.DataFrame({
    "vi": ["Trần Cương", "Lạng Sơn", "Vương Nghị", "Vương Nghị"],
    "zh": ["陈刚", "谅山", "王毅", "王义"],
    "kind": ["person", "place", None, "người"],
})  # fmt: skip


def found(values: object, **options: object) -> pd.DataFrame:
    arguments = {"against": REFERENCE, "vi": "vi", "zh": "zh", **options}
    return hanviet.reconcile(values, **arguments)  # type: ignore[arg-type]


def test_missing_values_of_every_kind_are_unknown() -> None:
    series = pd.Series(["NA", None, pd.NA, float("nan"), pd.NaT, "", "陈刚"], index=list("abcdefg"))
    result = found(series)
    assert list(result.index) == list("abcdefg")
    assert list(result["hanviet_decision"]) == ["unknown"] * 6 + ["linked"]
    assert result["hanviet_reason"]["b"] == "The cell is empty."


@pytest.mark.parametrize("dtype", ["category", "string", object])
def test_types_of_columns_do_not_matter(dtype: str) -> None:
    result = found(pd.Series(["陈刚", None], dtype=dtype))
    assert list(result["hanviet_decision"]) == ["linked", "unknown"]


def test_several_columns_and_those_beside_them() -> None:
    frame = pd.DataFrame({"a": ["Trần Cương", "Lạng Sơn"], "b": ["谅山", pd.NA]}, index=[7, 7])
    result = found(frame, column=["a", "b"])
    assert list(result.columns)[:4] == ["a", "b", "a_hanviet_id", "a_hanviet_vi"]
    assert list(result["b_hanviet_vi"]) == ["Lạng Sơn", None]
    assert list(result.index) == [7, 7]
    frame = pd.DataFrame({"a": ["Vương Nghị"] * 3, "zh": ["王义", None, "李"]})
    result = found(frame, column="a", zh_column="zh")
    assert list(result["hanviet_decision"]) == ["linked", "review", "review"]
    assert result["hanviet_zh_hans"][0] == "王义"


def test_types_of_the_reference_count() -> None:
    frame = pd.DataFrame({"a": ["Lạng Sơn"], "t": ["person"]})
    result = found(frame, column="a", type_column="t", type="kind")
    assert list(result["hanviet_support"]) == ["vetoed"]


def test_decisions_are_honoured(tmp_path: Path) -> None:
    line = {"value": "Vương Nghị", "verdict": "match", "id": "4", "reference": "people"}
    path = tmp_path / "d.jsonl"
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    result = found(["Vương Nghị"], decisions=path, reference="people")
    assert list(result["hanviet_zh_hans"]) == ["王义"]


def test_pieces_give_what_the_whole_gives() -> None:
    text = "n,name\n" + "".join(
        f"{number},{name}\n" for number, name in enumerate(["陈刚", "", "Tran Cuong", "?"] * 3)
    )
    options = {"column": "name", "against": REFERENCE, "vi": "vi", "zh": "zh", "top": 2}
    whole = hanviet.reconcile(pd.read_csv(io.StringIO(text), dtype=str), **options)  # type: ignore[arg-type]
    pieces = pd.read_csv(io.StringIO(text), dtype=str, chunksize=5)
    pd.testing.assert_frame_equal(pd.concat(hanviet.reconcile_chunks(pieces, **options)), whole)
    assert list(hanviet.reconcile_chunks([], column="x")) == []


@given(st.lists(st.one_of(st.none(), st.text(max_size=20), st.sampled_from([*REFERENCE["vi"]]))))
@settings(max_examples=60, deadline=None)
def test_every_value_comes_back_in_its_place(cells: list[str | None]) -> None:
    result = found(pd.Series(cells, dtype=object))
    assert list(result.columns) == list(COLUMNS)
    for cell, vi in zip(cells, result["hanviet_vi"], strict=True):
        if cell in ("Trần Cương", "Lạng Sơn"):
            assert vi == cell


@pytest.mark.parametrize(
    ("values", "options"),
    [
        ("Trần Cương", {}),
        (["x"], {"lang": "fr"}),
        (["x"], {"top": -1}),
        (["x"], {"column": "a"}),
        (["x"], {"link_from": "sure"}),
        (["x"], {"gazetteer": "any"}),
        (["x"], {"vi": None, "zh": None}),
        (["x"], {"against": None}),
        (pd.DataFrame({"a": ["x"]}), {}),
        (pd.DataFrame({"a": ["x"]}), {"column": "b"}),
        (pd.DataFrame({"a": ["x"], "hanviet_id": [""]}), {"column": "a"}),
        (pd.DataFrame({"a": ["x"]}), {"column": ["a", "a"]}),
    ],
)
def test_arguments_that_make_no_sense_are_refused(
    values: object, options: dict[str, object]
) -> None:
    with pytest.raises(hanviet.HanvietError):
        found(values, **options)


def test_the_row_function_is_pure_and_can_be_sent_to_another_process() -> None:
    answerer = Answerer(TableFinder(reference_table(REFERENCE, vi="vi", zh="zh", id=None)), top=2)
    queries = [Query("Tran Cuong"), Query("陳剛"), Query("?")]
    before = answerer(queries)
    assert pickle.loads(pickle.dumps(answerer))(queries) == before
    assert answerer(list(reversed(queries))) == list(reversed(before))
    finder = GazetteerFinder()
    finder.find("陈刚")
    open_answerer = pickle.loads(pickle.dumps(Answerer(finder)))
    assert open_answerer([Query("陳剛")])[0]["vi"] == "Trần Cương"

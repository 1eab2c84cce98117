"""Pairs of names that are different people or places: nothing links them, in either direction."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.linking.small_gazetteer import entry, gazetteer

from hanviet import reconcile
from hanviet.linking.closed import ReferenceTable, Row
from hanviet.linking.decision import CLOSED, STRONG, Decision
from hanviet.orthography.chinese import has_han
from hanviet.readings.compare import compare
from hanviet.readings.levels import Level
from hanviet.readings.read import read

_FILE = Path(__file__).parent.parent / "readings" / "minimal_pairs.tsv"
with _FILE.open(encoding="utf-8", newline="") as _stream:
    PAIRS = [(row["a"], row["b"]) for row in csv.DictReader(_stream, delimiter="\t")]
BOTH_WAYS = [*PAIRS, *((b, a) for a, b in PAIRS)]


def test_there_are_enough_pairs() -> None:
    assert len(set(PAIRS)) >= 60


@pytest.mark.parametrize(("held", "typed"), BOTH_WAYS)
def test_compare_finds_them_fuzzy_or_partial_at_most(held: str, typed: str) -> None:
    linking = STRONG | (CLOSED - {Level.FUZZY, Level.PARTIAL})
    assert compare(typed, held).level not in linking


@pytest.mark.parametrize("type_", ["person", "place"])
@pytest.mark.parametrize(("held", "typed"), BOTH_WAYS)
def test_lookup_does_not_link_them(held: str, typed: str, type_: str) -> None:
    vi, zh = ("", held) if has_han(held) else (held, "")
    matches = gazetteer([entry(f"{type_}.cn.held", vi, zh)]).lookup(typed)
    assert all(match.decision is not Decision.LINKED for match in matches)


@pytest.mark.parametrize(("held", "typed"), BOTH_WAYS)
def test_a_table_does_not_link_them(held: str, typed: str) -> None:
    vi, zh = ("", held) if has_han(held) else (held, "")
    matches = ReferenceTable.of([Row("1", vi, zh)]).find(typed)
    assert all(match.decision is not Decision.LINKED for match in matches)


@pytest.mark.parametrize(("held", "typed"), [pair for pair in BOTH_WAYS if has_han(pair[0])])
def test_a_table_with_both_languages_does_not_link_them(held: str, typed: str) -> None:
    matches = ReferenceTable.of([Row("1", read(held).hanviet, held)]).find(typed)
    assert all(match.decision is not Decision.LINKED for match in matches)


def test_reconcile_links_none_of_them_against_a_gazetteer() -> None:
    for held, typed in BOTH_WAYS[::5]:
        vi, zh = ("", held) if has_han(held) else (held, "")
        known = gazetteer([entry("person.cn.held", vi, zh)])
        decided = reconcile([typed], gazetteer=known)["hanviet_decision"]
        assert decided[0] != "linked"


def test_namesakes_of_two_countries_are_for_review() -> None:
    known = gazetteer([
        entry("place.cn.henan", "Hà Nam", "河南", kind="province"),
        entry("place.vn.ha-nam", "Hà Nam", "河南", country="VN", kind="province"),
    ])  # fmt: skip
    assert [match.decision for match in known.lookup("Hà Nam")] == [Decision.REVIEW] * 2
    assert known.lookup("Hà Nam (Việt Nam)")[0].id == "place.vn.ha-nam"
    assert known.lookup("Hà Nam (Việt Nam)")[0].decision is Decision.LINKED

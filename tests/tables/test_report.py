"""The report: numbers that add up, everything escaped, nothing that needs a network."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from tests.tables.made_jobs import Batch

from hanviet.errors import HanvietError

ODD = '<script>alert("1")</script>&amp;'
ROWS = [
    *["Trần Cương"] * 4, *["Vương Nghị"] * 3, *["Tran Cuong", "chengang", "陳剛", "TRẦN CƯƠNG"],
    *["Xyz Uvw"] * 5, ODD, "", "N. V. Linh",
]  # fmt: skip


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    cells = "".join('"' + row.replace('"', '""') + '",x\n' for row in ROWS)
    return Batch(tmp_path, f"name,y\n{cells}short\n")


@pytest.fixture
def report(batch: Batch) -> dict[str, Any]:
    path = batch.folder / "report.json"
    batch.run(reports=(path,))
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_the_numbers_add_up(report: dict[str, Any]) -> None:
    assert report["rows"] == report["names"] == len(ROWS) + 1
    assert sum(report["decisions"].values()) == report["names"]
    levels = list(report["levels"].values())
    for decision, count in report["decisions"].items():
        assert sum(counts[decision] for counts in levels) == count
    scored = sum(bar[name] for bar in report["histogram"] for name in report["decisions"])
    assert scored == report["names"] - report["levels"]["none"]["unknown"]
    assert report["data"].startswith("ref.csv ")
    assert report["status"] == 0


def test_levels_come_strongest_first(report: dict[str, Any]) -> None:
    levels = list(report["levels"])
    assert (levels[0], levels[-1]) == ("exact", "none")


def test_the_most_frequent_unmatched_names_come_first(report: dict[str, Any]) -> None:
    first, *others = report["unmatched"]
    assert (first["name"], first["rows"], first["first_row"]) == ("Xyz Uvw", 5, 12)
    assert "" not in [one["name"] for one in others]


def test_several_different_names_for_one_thing_are_listed(report: dict[str, Any]) -> None:
    (one,) = report["one_to_many"]
    assert one["id"] == "a"
    # TRẦN CƯƠNG is the same name as Trần Cương.
    assert one["names"] == ["Trần Cương", "Tran Cuong", "chengang", "陳剛"]


def test_anomalies_and_examples_are_there(report: dict[str, Any]) -> None:
    assert report["anomalies"]["short"] == {"count": 1, "lines": [len(ROWS) + 2]}
    samples = report["samples"]
    assert {name: len(rows) for name, rows in samples.items()} == {
        "linked": 5, "review": 2, "proposed": 0, "unknown": 4,
    }  # fmt: skip
    assert all(row["reason"] for rows in samples.values() for row in rows)


def test_decisions_of_people_are_counted(batch: Batch) -> None:
    batch.decide([{"value": "Vương Nghị", "verdict": "match", "id": "e"}])
    path = batch.folder / "report.json"
    batch.run(reports=(path,))
    assert json.loads(path.read_text(encoding="utf-8"))["decided_by_people"] == {"match": 3}


class Page(HTMLParser):
    """Checks that elements nest, and notes what a page has."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            assert "http" not in (value or "")
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("lang", ["en", "vi", "zh"])
def test_the_page_is_whole_and_everything_in_it_is_escaped(batch: Batch, lang: str) -> None:
    path = batch.folder / "report.html"
    batch.run(reports=(path,), lang=lang)
    source = path.read_text(encoding="utf-8")
    page = Page()
    page.feed(source)
    assert page.open == []
    assert not page.tags & {"script", "link", "img", "iframe"}
    assert ODD in page.text
    assert "Xyz Uvw" in page.text
    assert "svg" in page.tags
    assert not re.search(r"url\(|@import", source)


def test_an_empty_table_has_a_report(tmp_path: Path) -> None:
    batch = Batch(tmp_path, "name\n")
    status, said = batch.run(reports=(tmp_path / "r.html", tmp_path / "r.json"))
    assert (status, said[-1]) == (0, "0 rows: nothing to do")
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["names"] == 0


def test_a_report_has_one_of_two_forms(batch: Batch) -> None:
    with pytest.raises(HanvietError, match=r"a report is \.html or \.json"):
        batch.run(reports=(batch.folder / "report.pdf",))


def test_no_output_takes_the_place_of_another_file(batch: Batch) -> None:
    for changed in (
        {"reports": (batch.folder / "ref.json",), "review_file": batch.folder / "ref.json"},
        {"review_file": batch.folder / "ref.csv"},
        {"decisions": batch.folder / "in.csv"},
    ):
        with pytest.raises(HanvietError, match=r"would replace the input|for two outputs"):
            batch.run(**changed)

"""The quality page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from hanviet.cli.main import cli
from hanviet.errors import UsageError
from hanviet.evaluation import GoldMention, Span, SystemMention
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.outputs.quality_page import quality_html, quality_markdown
from hanviet.quality import quality

GOLD: dict[Span, GoldMention] = {
    ("v.txt", 0, 3): GoldMention("Lâm Kiếm", "PERSON", "p"),
    ("v.txt", 4, 6): GoldMention("Lạng Sơn", "PLACE", "q"),
    ("z.txt", 0, 2): GoldMention("林剑", "PERSON", "p"),
}
ACCEPTED = {"p": ["林剑"], "q": ["谅山"]}
SYSTEM: dict[Span, SystemMention] = {
    ("v.txt", 0, 3): SystemMention("Lâm Kiếm", "PERSON", "林剑", "c1", "proposed", 0.95),
    ("v.txt", 4, 6): SystemMention("Lạng Sơn", "PLACE", "凉山", "c2", "linked", 0.2),
    ("z.txt", 0, 2): SystemMention("林剑", "PERSON", "林剑", "c1", "proposed"),
}


def test_each_type_and_language_is_measured_by_itself() -> None:
    found = quality(GOLD, ACCEPTED, SYSTEM)
    assert list(found.by_type) == ["PERSON", "PLACE"]
    assert found.by_type["PERSON"].linked.f1 == 1.0
    assert found.by_type["PLACE"].linked.f1 == 0.0
    assert {name: one.due for name, one in found.by_language.items()} == {"vi": 2, "zh": 1}


def test_a_false_alarm_counts_in_its_language_only() -> None:
    alarm = {("z.txt", 5, 6): SystemMention("广西", "PLACE", "广西", "c3")}
    found = quality(GOLD, ACCEPTED, {**SYSTEM, **alarm})
    assert (found.by_language["vi"].said, found.by_language["zh"].said) == (2, 2)


def test_decisions_are_judged_by_the_forms_that_they_gave() -> None:
    found = quality(GOLD, ACCEPTED, SYSTEM)
    assert [(one.label, one.right, one.said) for one in found.decisions] == [
        ("linked", 0, 1),
        ("proposed", 1, 1),
    ]


def test_calibration_is_there_if_a_row_says_a_probability() -> None:
    found = quality(GOLD, ACCEPTED, SYSTEM)
    assert [(one.label, one.right, one.said) for one in found.calibration] == [
        ("0.1–0.3", 0, 1),
        ("0.9–1.0", 1, 1),
    ]
    silent = {
        span: SystemMention(one.surface, one.type, one.zh_hans, one.cluster, one.decision)
        for span, one in SYSTEM.items()
    }
    assert quality(GOLD, ACCEPTED, silent).calibration == ()
    assert "Calibration" not in quality_markdown(quality(GOLD, ACCEPTED, silent), title="X")


def test_the_page_names_what_went_wrong() -> None:
    page = quality_markdown(quality(GOLD, ACCEPTED, SYSTEM), title="Mine", notes=["A note."])
    assert page.startswith("# Mine\n\nA note.\n")
    assert "- Lạng Sơn · 凉山 · 谅山 × 1" in page
    assert "## Calibration" in page


def test_html_has_the_tables_and_escapes() -> None:
    page = quality_html(quality(GOLD, ACCEPTED, SYSTEM), title="a < b")
    assert "<h1>a &lt; b</h1>" in page
    assert page.count("<table>") == page.count("</table>") == 5
    assert "<td>PERSON</td>" in page


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    """Gold, entities and a folder of one text."""
    row = {"file": "a.txt", "start": 0, "end": 9, "surface": "Quảng Tây", "type": "PLACE"}
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("Quảng Tây.", encoding="utf-8")
    gold, entities = tmp_path / "gold.jsonl", tmp_path / "entities.tsv"
    gold.write_text(json.dumps({**row, "entity": "q", "nested": False}), encoding="utf-8")
    entities.write_text("entity\tzh_hans\nq\t广西\n", encoding="utf-8")
    return [str(gold), str(entities), str(folder)]


def test_a_folder_of_texts_is_aligned_and_scored(texts: list[str], tmp_path: Path) -> None:
    target = tmp_path / "q.md"
    result = CliRunner().invoke(cli, ["evaluate", *texts, "--json", "--report", str(target)])
    assert json.loads(result.stdout)["linked"] == [1.0, 1.0, 1.0]
    assert "| PLACE | 1 | 1 | 1.000 |" in target.read_text(encoding="utf-8")


def test_entries_of_a_type_can_be_left_out(texts: list[str]) -> None:
    result = CliRunner().invoke(cli, ["evaluate", *texts, "--json", "--without", "PLACE"])
    assert json.loads(result.stdout)["linked"] == [0.0, 0.0, 0.0]


def test_leaving_out_needs_texts(texts: list[str], tmp_path: Path) -> None:
    system = tmp_path / "system.jsonl"
    system.write_text("", encoding="utf-8")
    result = CliRunner().invoke(cli, ["evaluate", *texts[:2], str(system), "--without", "PLACE"])
    assert isinstance(result.exception, UsageError)


def test_a_report_is_markdown_or_html(texts: list[str], tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["evaluate", *texts, "--report", str(tmp_path / "q.pdf")])
    assert isinstance(result.exception, UsageError)


def test_a_gazetteer_without_a_type_keeps_the_others(small: Gazetteer) -> None:
    kept = small.without(["PERSON"])
    assert {entry.type for entry in kept.entries.values()} == {
        entry.type for entry in small.entries.values()
    } - {"PERSON"}
    assert kept.version != small.version
    assert not kept.lookup("Trần Cương")
    assert kept.lookup("Lạng Sơn")


def test_the_derived_tables_go_with_the_places(shipped: Gazetteer) -> None:
    assert len(shipped.without(["PERSON"]).divisions.rows) == len(shipped.divisions.rows) > 0
    assert not shipped.without(["PLACE"]).divisions.rows

"""Scores of a system against gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from hanviet.cli.main import cli
from hanviet.errors import InputError
from hanviet.evaluation import GoldMention, Measure, SystemMention, b_cubed, evaluate

GOLD = {
    ("a.txt", 0, 5): GoldMention("A", "PERSON", "p1"),
    ("a.txt", 9, 12): GoldMention("B", "PLACE", "q1"),
    ("a.txt", 9, 20): GoldMention("C", "ORG", "o1"),
    ("a.txt", 10, 12): GoldMention("D", "PLACE", "q2", nested=True),
}
ACCEPTED = {"p1": {"甲"}, "q1": {"乙", "丙"}, "o1": set()}


def said(type_: str, zh: str, cluster: str = "c") -> SystemMention:
    """A mention of the system's."""
    return SystemMention("x", type_, zh, cluster)


def test_a_perfect_system_has_full_marks() -> None:
    system = {
        span: said(mention.type, min(ACCEPTED.get(mention.entity) or {""}), mention.entity)
        for span, mention in GOLD.items()
    }
    scores = evaluate(GOLD, ACCEPTED, system)
    assert {measure.f1 for measure in scores.measures().values()} == {1.0}


def test_nested_mentions_are_free_unless_asked_for() -> None:
    system = {("a.txt", 10, 12): said("PLACE", "")}
    assert evaluate(GOLD, ACCEPTED, system).said == 0
    assert evaluate(GOLD, ACCEPTED, system, nested=True).span == Measure(1.0, 0.25)


def test_a_mention_outside_of_the_gold_is_a_false_alarm() -> None:
    scores = evaluate(GOLD, ACCEPTED, {("a.txt", 1, 2): said("PLACE", "乙")})
    assert scores.false_alarms.total() == 1
    assert scores.linked == Measure(0.0, 0.0)
    assert evaluate(GOLD, ACCEPTED, {("b.txt", 1, 2): said("PLACE", "")}).said == 0


def test_an_entity_without_chinese_forms_is_not_due_as_a_link() -> None:
    system = {("a.txt", 9, 20): said("ORG", "什么"), ("a.txt", 0, 5): said("PERSON", "乙")}
    scores = evaluate(GOLD, ACCEPTED, system)
    assert scores.linked == Measure(0.0, 0.0)
    assert list(scores.wrong_forms) == [("A", "乙", "甲")]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=12))
def test_b_cubed_agrees_with_its_definition(labels: list[tuple[int, int]]) -> None:
    spans = [("f", n, n + 1) for n in range(len(labels))]
    gold = {span: label[0] for span, label in zip(spans, labels, strict=True)}
    system = {span: label[1] for span, label in zip(spans, labels, strict=True)}
    found = b_cubed(gold, system)
    shares = []
    for one in spans:
        here = {other for other in spans if gold[other] == gold[one]}
        there = {other for other in spans if system[other] == system[one]}
        shares.append((len(here & there) / len(there), len(here & there) / len(here)))
    count = len(spans) or 1
    assert found.precision == pytest.approx(sum(p for p, _ in shares) / count)
    assert found.recall == pytest.approx(sum(r for _, r in shares) / count)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Gold, entities and system output of one mention."""
    row = {"file": "d/a.txt", "start": 0, "end": 2, "surface": "甲", "type": "PERSON"}
    gold = json.dumps({**row, "entity": "p1", "nested": False})
    system = json.dumps({**row, "zh_hans": "甲", "cluster": "c1"})
    names = {
        "gold": gold,
        "entities": "entity\ttype\tvi\tzh_hans\np1\tPERSON\tA\t甲;乙\n",
        "system": system,
    }
    for name, text in names.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in names]


def test_the_command_prints_scores(files: list[str]) -> None:
    result = CliRunner().invoke(cli, ["evaluate", *files, "--json"])
    assert json.loads(result.stdout)["linked"] == [1.0, 1.0, 1.0]
    assert "F1 1.000" in CliRunner().invoke(cli, ["evaluate", *files, "--show", "2"]).stdout


@pytest.mark.parametrize("broken", [0, 1, 2])
def test_a_broken_file_is_named_with_its_line(files: list[str], broken: int) -> None:
    Path(files[broken]).write_text("\n{oops", encoding="utf-8")
    result = CliRunner().invoke(cli, ["evaluate", *files])
    assert isinstance(result.exception, InputError)
    assert files[broken] in str(result.exception)

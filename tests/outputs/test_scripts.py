"""`--script`: the Chinese form that each region has."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from hanviet.alignment import ENTITY_COLUMNS
from hanviet.cli.main import cli

TEXT = "Ông Donald Trump thăm Sydney."


def said(*arguments: str) -> str:
    result = CliRunner().invoke(cli, [*arguments], standalone_mode=False)
    assert result.exception is None, result.output
    return result.stdout


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def table(text: str, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


@pytest.mark.parametrize(
    ("script", "name", "form", "pinyin"),
    [
        ("hans", "Sydney", "悉尼", "Xīní"),
        ("tw", "Sydney", "雪梨", "Xuělí"),
        ("tw", "悉尼", "雪梨", "Xuělí"),
        ("tw", "Donald Trump", "川普", "Chuānpǔ"),
        ("hk", "Sydney", "悉尼", "Xīní"),
        ("tw", "Quảng Tây", "廣西", "Guǎngxī"),
    ],
)
def test_lookup_prints_the_name_that_the_region_uses(
    script: str, name: str, form: str, pinyin: str
) -> None:
    best = table(said("lookup", "--script", script, name), "\t")[0]
    assert (best["zh"], best["pinyin"]) == (form, pinyin)


@pytest.mark.parametrize(("script", "form"), [("tw", "沙烏地阿拉伯"), ("hk", "沙地阿拉伯")])
def test_each_region_has_its_own_name(script: str, form: str) -> None:
    assert table(said("lookup", "--script", script, "Saudi Arabia"), "\t")[0]["zh"] == form


def test_lookup_has_the_regional_form_in_json() -> None:
    answer = json.loads(said("lookup", "--script", "tw", "--format", "json", "Sydney"))
    best = answer["matches"][0]
    assert (best["zh_hans"], best["zh_hant"]) == ("悉尼", "雪梨")


@pytest.mark.parametrize("script", ["hans", "tw"])
def test_a_piped_table_has_the_columns_of_every_format(article: str, script: str) -> None:
    piped = table(said("align", "--script", script, article), "\t")
    assert tuple(piped[0]) == ENTITY_COLUMNS
    assert piped == table(said("align", "--script", script, "--format", "csv", article), ",")
    lines = said("align", "--script", script, "--format", "jsonl", article).splitlines()
    assert [tuple(json.loads(line)) for line in lines] == [ENTITY_COLUMNS] * len(lines)


@pytest.mark.parametrize("mentions", [[], ["--mentions"]])
def test_align_has_the_regional_form_beside_the_simplified_one(
    article: str, mentions: list[str]
) -> None:
    rows = table(said("align", "--script", "tw", *mentions, article), "\t")
    forms = {(row["zh_hans"], row["zh_hant"]) for row in rows}
    assert {("特朗普", "川普"), ("悉尼", "雪梨")} <= forms


@pytest.mark.parametrize(
    "command", [["align", "--format", "glossary"], ["annotate"], ["annotate", "--format", "html"]]
)
def test_what_people_read_has_the_regional_form(article: str, command: list[str]) -> None:
    text = said(*command, "--script", "tw", article)
    assert "川普" in text
    assert "雪梨" in text
    assert "悉尼" not in text


def test_a_glossary_from_chinese_keeps_the_word_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("特朗普访问悉尼。", encoding="utf-8")
    lines = said("align", "--format", "glossary", "--from", "zh", "--script", "tw", str(path))
    assert {line.split("\t")[0] for line in lines.splitlines()} >= {"悉尼"}


def test_one_syllable_is_near_to_nothing() -> None:
    assert json.loads(said("lookup", "--format", "json", "Quảng"))["matches"] == []
    assert json.loads(said("lookup", "--format", "json", "Sydny"))["matches"]

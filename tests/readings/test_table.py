from __future__ import annotations

import re
import time

import pytest
import yaml

from hanviet.data import data_path
from hanviet.orthography.syllable import is_syllable, parse_syllable
from hanviet.readings.compare import compare
from hanviet.readings.levels import Level
from hanviet.readings.table import (
    characters_for,
    given_name_counts,
    overlay,
    readings_of,
    surnames,
)

CONTEXTS = {"any", "person", "surname", "given", "place"}
RANKS = {"first", "also", "rare"}


def table(name: str) -> list[list[str]]:
    text = data_path(f"readings/{name}").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def source_ids() -> set[str]:
    return set(yaml.safe_load(data_path("sources.yaml").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "name",
    [
        "readings.tsv",
        "surnames.tsv",
        "given-names.tsv",
        "overlay.tsv",
        "words.tsv",
        "transcription.tsv",
    ],
)
def test_every_table_names_its_source_and_licence(name):
    head = data_path(f"readings/{name}").read_text(encoding="utf-8")[:800]
    assert head.startswith("#")
    assert re.search(r"MIT|CC0-1\.0", head)


def test_every_reading_is_a_valid_syllable_in_standard_spelling():
    for char, reading, pinyin, level, sources in table("readings.tsv"):
        assert is_syllable(reading), (char, reading)
        assert parse_syllable(reading).text == reading
        assert level in "0123"
        assert all(re.fullmatch("[a-z]+[1-5]", syllable) for syllable in pinyin.split())
        assert all(re.fullmatch("[CH](:.)?", source) for source in sources.split())


def test_no_reading_stands_twice_for_a_character():
    pairs = [(char, reading) for char, reading, *_ in table("readings.tsv")]
    assert len(pairs) == len(set(pairs))


def test_the_common_characters_are_all_covered():
    common = {char for char, _, _, level, _ in table("readings.tsv") if level == "1"}
    assert len(common) == 3500


def test_every_overlay_line_is_valid_and_sourced():
    ids = source_ids()
    for han, reading, context, rank, sources in table("overlay.tsv"):
        assert len(han) == len(reading.split())
        assert all(is_syllable(syllable) for syllable in reading.split()), (han, reading)
        assert context in CONTEXTS
        assert rank in RANKS
        assert set(sources.split()) <= ids, han


def test_no_overlay_line_stands_twice():
    keys = [(han, reading, context) for han, reading, context, *_ in table("overlay.tsv")]
    assert len(keys) == len(set(keys))


def overlay_examples() -> list[tuple[str, str]]:
    lines = yaml.safe_load(data_path("readings/overlay.yaml").read_text(encoding="utf-8"))
    found = (re.fullmatch(r"([^\d(]+?) (\S+)", line["example"]) for line in lines)
    return [(match[1], match[2]) for match in found if match and len(match[2]) > 1]


@pytest.mark.parametrize(("vietnamese", "chinese"), overlay_examples())
def test_the_example_of_an_overlay_line_is_read_by_it(vietnamese, chinese):
    assert compare(vietnamese, chinese).level >= Level.READING


def test_the_usual_reading_comes_first():
    first = {char: readings_of(char)[0].reading for char in "刚剛强陈叶发台王"}
    assert first == {
        "刚": "cương", "剛": "cương", "强": "cường", "陈": "trần", "叶": "diệp", "发": "phát",
        "台": "đài", "王": "vương",
    }  # fmt: skip


def test_an_unknown_character_has_no_readings():
    assert readings_of("A") == ()
    assert readings_of("\U00030000") == ()


def test_statistics_rank_common_names_above_rare_ones():
    assert surnames()["王"] > surnames()["车"]
    assert "习" in surnames()
    assert "诸葛" in surnames()
    assert sum(given_name_counts()["强"]) > sum(given_name_counts()["钢"])


def test_characters_for_a_syllable_are_ranked_by_use_in_names():
    weights = characters_for("Cường")
    assert weights[0][0] == "强"
    assert [weight for _, weight in weights] == sorted((w for _, w in weights), reverse=True)


def test_characters_for_ignores_spelling_variants():
    assert characters_for("hoà") == characters_for("hòa")
    assert characters_for("Lí") == characters_for("lý")
    assert characters_for("xyz") == ()


def test_every_first_reading_leads_back_to_its_character():
    for char, reading, _, level, _ in table("readings.tsv"):
        if level == "1":
            assert char in dict(characters_for(reading))


def test_overlay_is_known_by_word_and_character():
    assert overlay()["重庆"][0].reading == "trùng khánh"
    assert {row.context for row in overlay()["任"]} == {"surname", "given"}


def test_the_table_loads_quickly():
    from hanviet.readings import table as module

    module._reading_lines.cache_clear()
    start = time.process_time()
    module._reading_lines()
    assert time.process_time() - start < 0.06 * 5  # five times the aim, for a busy machine

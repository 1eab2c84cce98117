"""From files to entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from hanviet.errors import GazetteerError
from hanviet.lexicon.load import load_entries

from .conftest import Write

FULL = """\
- id: place.cn.guangxi
  type: PLACE
  kind: autonomous-region
  country: CN
  names:
    - {vi: Quảng Tây, zh: [广西, 广西区], hant: 廣西, pinyin: Guǎngxī}
    - {zh: 桂, use: abbreviation, status: draft, from: 1958, until: 2020-01, region: CN}
    - {vi: Quảng-tây, zh: 广西, avoid: true, reading: irregular, sources: [b]}
  within: country.cn
  not: [place.vn.quang-tri]
  from: 1958-03-05
  status: reviewed
  sources: [a]
"""


def _complaints(folder: Path) -> list[str]:
    return [str(problem) for problem in load_entries(folder)[1]]


def test_every_field_is_read(write: Write) -> None:
    (entry,), problems = load_entries(write(places__x=FULL))
    assert problems == []
    assert (entry.id, entry.type, entry.kind, entry.country) == (
        "place.cn.guangxi", "PLACE", "autonomous-region", "CN",
    )  # fmt: skip
    assert (entry.vi, entry.zh, entry.within, entry.since) == (
        "Quảng Tây", "广西", "country.cn", "1958-03-05",
    )  # fmt: skip
    assert entry.confused_with == ("place.vn.quang-tri",)
    first, second, third = entry.pairs
    assert (first.zh, first.hant, first.pinyin) == (("广西", "广西区"), "廣西", "Guǎngxī")
    assert (second.status, second.since, second.until, second.region, second.use) == (
        "draft", "1958", "2020-01", "CN", "abbreviation",
    )  # fmt: skip
    assert (third.avoid, third.irregular, third.sources) == (True, True, ("b",))
    assert entry.place == "places/x.yaml:1"


def test_roles_are_read(write: Write) -> None:
    text = (
        "- id: person.cn.x\n  type: PERSON\n  country: CN\n  names: [{vi: A, zh: 甲}]\n"
        "  roles: [{title: Bí thư, country: CN, from: 2024-12, until: 2025, body: B}]\n"
        "  status: draft\n"
    )
    (entry,), _ = load_entries(write(people__x=text))
    role = entry.roles[0]
    assert (role.title, role.country, role.since, role.until, role.body) == (
        "Bí thư", "CN", "2024-12", "2025", "B",
    )  # fmt: skip


ENTRY = "- id: {id}\n  type: {type}\n  country: {country}\n  names: {names}\n  status: {status}\n"
GOOD = {"id": "org.cn.x", "type": "ORG", "country": "CN", "names": "[{zh: 甲}]", "status": "draft"}


@pytest.mark.parametrize(
    ("change", "extra", "complaint"),
    [
        ({"id": "ORG.cn.x"}, "", ":1: error: 'ORG.cn.x' is no id"),
        ({"id": "org.cn.Việt"}, "", ":1: error: 'org.cn.Việt' is no id"),
        ({"type": "THING"}, "", ":2: error: type 'THING' is unknown"),
        ({"country": "China"}, "", ":3: error: 'China' is no ISO country code"),
        ({"names": "[]"}, "", "has no names"),
        ({"names": "{zh: 甲}"}, "", "has no names"),
        ({"names": "[{use: old}]"}, "", "has neither vi nor zh"),
        ({"names": "[{zh: 甲, colour: red}]"}, "", "a name has no field 'colour'"),
        ({"names": "[{zh: [甲, 甲]}]"}, "", "lists a form twice"),
        ({"names": "[{zh: {a: b}}]"}, "", "zh is text or a list of texts"),
        ({"names": '[{zh: " 甲"}]'}, "", "begins or ends with a space"),
        ({"names": "[{zh: 甲, use: sometimes}]"}, "", "use 'sometimes' is unknown"),
        ({"status": "good"}, "", ":5: error: status 'good' is unknown"),
        ({}, "  kind: county\n", "kind 'county' is unknown"),
        ({}, "  from: May 2020\n", "from 'May 2020' is no date"),
        ({}, "  until: 2020-13\n", "until '2020-13' is no date"),
        ({}, "  within: [a]\n", "within is text, not a list"),
        ({}, "  roles: {title: A}\n", "roles is a list of mappings"),
        ({}, "  roles: [{country: CN}]\n", "has no title"),
    ],
)
def test_a_wrong_field_is_named_with_its_line(
    write: Write, change: dict[str, str], extra: str, complaint: str
) -> None:
    folder = write(organisations__x=ENTRY.format(**(GOOD | change)) + extra)
    assert any(complaint in line for line in _complaints(folder)), _complaints(folder)
    assert all(line.startswith("organisations/x.yaml:") for line in _complaints(folder))


@pytest.mark.parametrize("text", ["a: b\n", "text\n"])
def test_a_file_that_is_no_list_is_named(write: Write, text: str) -> None:
    assert "is no list of entries" in _complaints(write(people__x=text))[0]


def test_an_entry_that_is_no_mapping_is_named(write: Write) -> None:
    assert "an entry is a mapping" in _complaints(write(people__x="- a\n"))[0]


def test_a_broken_file_does_not_hide_the_others(write: Write) -> None:
    entries, problems = load_entries(write(people__a="- {\n", places__x=FULL))
    assert [entry.id for entry in entries] == ["place.cn.guangxi"]
    assert len(problems) == 1


def test_an_empty_file_is_no_error(write: Write) -> None:
    assert load_entries(write(people__x="")) == ([], [])


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="is no gazetteer folder"):
        load_entries(tmp_path / "none")

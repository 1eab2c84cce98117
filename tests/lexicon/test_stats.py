"""The numbers of a gazetteer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hanviet.errors import GazetteerError
from hanviet.lexicon.stats import stats

from .conftest import Write

TEXT = """\
- id: person.cn.a
  type: PERSON
  country: CN
  names:
    - {vi: Trần Cương, zh: [陈刚, 陈 刚]}
    - {vi: Jack, zh: 杰克, reading: irregular, sources: [t]}
  status: reviewed
  sources: [s]
- id: person.cn.b
  type: PERSON
  country: CN
  names: [{vi: Jack Ma, zh: 马云, reading: irregular}]
  status: draft
- id: person.fr.c
  type: PERSON
  country: FR
  names: [{vi: Macron, zh: 马克龙}]
  status: reviewed
  sources: [s]
"""


def test_entries_are_counted_by_type_country_status_and_source(write: Write) -> None:
    numbers = stats(write(people__x=TEXT))
    assert (numbers.entries, numbers.pairs, numbers.forms, numbers.patterns) == (3, 4, 9, 0)
    assert numbers.by_type == {"PERSON": 3}
    assert list(numbers.by_country.items()) == [("CN", 2), ("FR", 1)]
    assert numbers.by_status == {"reviewed": 2, "draft": 1}
    assert numbers.by_source == {"s": 2, "t": 1}


def test_regularity_is_that_of_the_preferred_pairs_of_chinese_and_vietnamese_names(
    write: Write,
) -> None:
    regularity = stats(write(people__x=TEXT)).regularity
    assert list(regularity) == ["PERSON CN"]
    assert (regularity["PERSON CN"].regular, regularity["PERSON CN"].share) == (1, 0.5)


def test_the_numbers_are_json(write: Write) -> None:
    plain = stats(write(people__x=TEXT)).to_plain()
    assert json.loads(json.dumps(plain)) == plain
    assert plain["regularity"]["PERSON CN"] == {"regular": 1, "names": 2, "share": 0.5}


def test_nothing_to_count_is_an_error(tmp_path: Path, write: Write) -> None:
    with pytest.raises(GazetteerError, match="holds no gazetteer"):
        stats(tmp_path)
    with pytest.raises(GazetteerError, match=r"people/x\.yaml"):
        stats(write(people__x="- {"))

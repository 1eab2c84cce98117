"""What must hold of every name in the shipped data, however it is typed.

The quick run takes a sample that is the same each time; `.ci/run --full` takes every name.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from hanviet.lexicon.check_patterns import check_patterns
from hanviet.lexicon.check_readings import has_regularity
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.lexicon.model import Entry, Pair
from hanviet.linking.decision import STRONG, Decision
from hanviet.orthography.pinyin import pinyin
from hanviet.orthography.traditional import to_traditional
from hanviet.readings.compare import compare
from hanviet.readings.levels import Level

SAMPLE = 100
"""Names of the quick run, of each language."""


@dataclass(frozen=True)
class Name:
    """A form of a reviewed entry."""

    entry: Entry
    pair: Pair
    form: str


def names_of(gazetteer: Gazetteer, lang: str) -> list[Name]:
    """The forms of reviewed entries that can be asked for by themselves."""
    return [
        Name(entry, pair, form)
        for entry in gazetteer.entries.values()
        if entry.status == "reviewed"
        for pair in entry.pairs
        if pair.use != "attributive"  # Việt, of Việt - Trung: half of a name
        for form in getattr(pair, lang)
    ]


def sample(names: list[Name]) -> list[Name]:
    return random.Random(3).sample(names, SAMPLE)


def without_marks(text: str) -> str:
    plain = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(char for char in plain if not unicodedata.combining(char))


def vietnamese_typings(name: Name) -> Iterator[str]:
    yield name.form
    yield unicodedata.normalize("NFD", name.form)
    yield name.form.upper()
    yield without_marks(name.form)


def chinese_typings(name: Name) -> Iterator[str]:
    first = name.form == name.pair.zh[0]
    person = name.entry.type == "PERSON"
    yield name.form
    yield name.pair.hant if first else to_traditional(name.form, person=person)
    if any(char.isascii() and char.isalnum() for char in name.form):
        return  # 香港01, FPT集团: no pinyin throughout
    spelled = name.pair.pinyin if first else pinyin(name.form, kind=name.entry.type)
    yield spelled
    yield without_marks(spelled)


def faults(gazetteer: Gazetteer, names: list[Name]) -> list[str]:
    """Typings that do not find their entry, and those that a weak level links to another."""
    found = []
    for name in names:
        in_chinese = name.form in name.pair.zh
        for text in chinese_typings(name) if in_chinese else vietnamese_typings(name):
            matches = gazetteer.lookup(text)
            if all(match.id != name.entry.id for match in matches):
                found.append(f"{text!r} does not find {name.entry.id}")
            found += [
                f"{text!r} of {name.entry.id} is linked to {match.id} at {match.level.value}"
                for match in matches
                if match.decision is Decision.LINKED
                and match.level not in STRONG
                and match.id != name.entry.id
            ]
    return found


def test_vietnamese_names_find_their_entry_however_typed(shipped: Gazetteer) -> None:
    assert faults(shipped, sample(names_of(shipped, "vi"))) == []


def test_chinese_names_find_their_entry_in_every_script_and_in_pinyin(shipped: Gazetteer) -> None:
    assert faults(shipped, sample(names_of(shipped, "zh"))) == []


@pytest.mark.full
@pytest.mark.parametrize("lang", ["vi", "zh"])
def test_every_name_finds_its_entry(shipped: Gazetteer, lang: str) -> None:
    assert faults(shipped, names_of(shipped, lang)) == []


def test_what_is_linked_to_another_entry_prints_what_was_asked_for(shipped: Gazetteer) -> None:
    wrong = []
    for name in sample(names_of(shipped, "zh")):
        best = shipped.lookup(name.form)[0]
        if best.decision is Decision.LINKED and name.form not in best.forms:
            wrong.append(f"{name.form} is linked to {best.id} and printed {best.zh_hans}")
    assert wrong == []


def test_every_regular_pair_reads_so(shipped: Gazetteer) -> None:
    wrong = [
        f"{entry.id}: {pair.vi[0]} {pair.zh[0]}"
        for entry in shipped.entries.values()
        if has_regularity(entry) and entry.status == "reviewed"
        for pair in entry.pairs
        if pair.vi and pair.zh and not (pair.irregular or pair.avoid or "·" in pair.zh[0])
        if compare(pair.vi[0], pair.zh[0], type=entry.type).level < Level.READING
    ]
    assert wrong == []


def test_every_example_of_a_pattern_holds_both_ways_and_no_counter_example_does(
    shipped: Gazetteer,
) -> None:
    problems = check_patterns(list(shipped.entries.values()), shipped.patterns)
    examples = [problem for problem in problems if "example" in problem.message]
    assert [str(problem) for problem in examples] == []


def test_examples_of_patterns_are_found_by_lookup(shipped: Gazetteer) -> None:
    examples = [(p.id, text) for p in shipped.patterns for pair in p.examples for text in pair]
    for id_, text in random.Random(3).sample(examples, SAMPLE):
        assert shipped.lookup(text), f"{text!r} of {id_} is not found"

"""Pattern files: what they may say, and where an error is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from hanviet.patterns.load import load_patterns

GOOD = """\
- id: pattern.mayor
  type: TITLE
  kind: post
  slots:
    p: {type: PLACE, kind: city, country: [CN, VN], open: true}
  forms:
    - when: {p: {country: CN}}
      vi: ["Thị trưởng {p}"]
      zh: ["{p}市长"]
    - vi: Thị trưởng
      zh: 市长
  examples:
    - {vi: Thị trưởng Nam Ninh, zh: 南宁市长}
  counter: [thị trường]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "patterns" / "posts.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_a_pattern_is_read_whole(tmp_path: Path) -> None:
    (pattern,), problems = load_patterns(write(tmp_path, GOOD))
    assert not problems
    assert (pattern.id, pattern.type, pattern.kind) == ("pattern.mayor", "TITLE", "post")
    assert pattern.slots["p"].countries == {"CN", "VN"}
    assert pattern.slots["p"].open
    (narrowed,) = pattern.rows[0].when
    assert narrowed.countries == {"CN"}
    assert narrowed.kinds == {"city"}, "what a condition does not say, the slot says"
    assert pattern.examples == (("Thị trưởng Nam Ninh", "南宁市长"),)
    assert pattern.counters == ("thị trường",)


def test_a_condition_narrows_only_its_own_row(tmp_path: Path) -> None:
    (pattern,), _ = load_patterns(write(tmp_path, GOOD))
    assert pattern.rows[1].when == ()
    assert pattern.slots["p"].countries == {"CN", "VN"}


@pytest.mark.parametrize(
    ("old", "new", "message", "line"),
    [
        ("pattern.mayor", "mayor", "does not begin with pattern.", 1),
        ("type: TITLE", "type: JOB", "type 'JOB' is unknown", 2),
        ("kind: post", "kind: city", "kind 'city' is unknown", 3),
        ("type: PLACE", "type: THING", "slot p has an unknown type", 5),
        ("open: true", "opened: true", "a slot has no field 'opened'", 5),
        ("Thị trưởng {p}", "Thị trưởng {q}", "uses an unknown slot 'q'", 7),
        ("Thị trưởng {p}", "Thị trưởng {p:klingon}", "uses an unknown style", 7),
        ("Thị trưởng {p}", "Thị trưởng {p.loud}", "uses an unknown modifier", 7),
        ("Thị trưởng {p}", "Thị trưởng ({p}", "does not close", 7),
        ("when: {p:", "when: {q:", "fits no slot", 7),
        (", open: true", "", "lacks the slot 'p'", 10),
        ("  counter:", "  counters:", "a pattern has no field 'counters'", 14),
        ('["{p}市长"]', "[]", "has both vi and zh", 7),
        ("open: true", "low: many", "low is a number", 5),
    ],
)
def test_an_error_has_its_file_and_line(
    tmp_path: Path, old: str, new: str, message: str, line: int
) -> None:
    patterns, problems = load_patterns(write(tmp_path, GOOD.replace(old, new, 1)))
    assert not patterns
    assert [(message in one.message, one.place) for one in problems] == [
        (True, f"patterns/posts.yaml:{line}")
    ]


def test_a_second_pattern_of_one_id_is_an_error(tmp_path: Path) -> None:
    patterns, problems = load_patterns(write(tmp_path, GOOD + GOOD))
    assert len(patterns) == 1
    assert [one.place for one in problems] == ["patterns/posts.yaml:15"]


def test_one_bad_pattern_does_not_hide_the_others(tmp_path: Path) -> None:
    bad = GOOD.replace("pattern.mayor", "pattern.other").replace("type: TITLE", "type: JOB")
    patterns, problems = load_patterns(write(tmp_path, bad + GOOD))
    assert [pattern.id for pattern in patterns] == ["pattern.mayor"]
    assert len(problems) == 1


@pytest.mark.parametrize("text", ["a: b\n", "- just text\n", "- [1]\n", "- {id: [\n"])
def test_a_file_that_is_no_list_of_patterns_is_a_complaint(tmp_path: Path, text: str) -> None:
    patterns, problems = load_patterns(write(tmp_path, text))
    assert not patterns
    assert all(one.place.startswith("patterns/posts.yaml:") for one in problems)
    assert problems


SETS = "southern: [VN, LA]\n"


def with_set(folder: Path, sets: str, condition: str) -> Path:
    write(folder, GOOD.replace("country: [CN, VN], open", f"country: {condition}, open"))
    (folder / "patterns" / "sets.yaml").write_text(sets, encoding="utf-8")
    return folder


@pytest.mark.parametrize("condition", ["[CN, $southern]", "[$southern, CN, VN]"])
def test_a_condition_calls_a_named_set(tmp_path: Path, condition: str) -> None:
    (pattern,), problems = load_patterns(with_set(tmp_path, SETS, condition))
    assert not problems
    assert pattern.slots["p"].countries == {"CN", "VN", "LA"}


@pytest.mark.parametrize(
    ("sets", "condition", "message", "place"),
    [
        (SETS, "$northern", "no set is called 'northern'", "patterns/posts.yaml:5"),
        (SETS, "CN", "no pattern uses the set 'southern'", "patterns/sets.yaml:1"),
        ("southern: VN\n", "CN", "set 'southern' is no list of texts", "patterns/sets.yaml:1"),
        ("a: [VN]\nb: [$a]\n", "$a", "set 'b' calls another set", "patterns/sets.yaml:2"),
        ("a: [VN, VN]\n", "CN", "set 'a' lists a member twice", "patterns/sets.yaml:1"),
        ("A B: [VN]\n", "CN", "'A B' is no name of a set", "patterns/sets.yaml:1"),
        ("- a\n", "CN", "is no mapping of names to lists", "patterns/sets.yaml:1"),
    ],
)
def test_what_is_wrong_with_a_set_is_said_with_its_place(
    tmp_path: Path, sets: str, condition: str, message: str, place: str
) -> None:
    problem = load_patterns(with_set(tmp_path, sets, condition))[1][0]
    assert message in problem.message
    assert problem.place == place

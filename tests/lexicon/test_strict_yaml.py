"""YAML without surprises: every scalar a string, every complaint one line with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.errors import GazetteerError
from hanviet.lexicon.strict_yaml import Mapping, Sequence, parse_yaml, read_yaml

ALIAS_BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize("word", ["no", "yes", "on", "12:30", "1e3", "0x10", "2024-01-02", "1.0"])
def test_scalars_stay_strings(word: str) -> None:
    assert parse_yaml(f"- {{a: {word}}}\n".encode(), "x") == [{"a": word}]


@pytest.mark.parametrize("word", ["", "~", "null"])
def test_only_null_is_no_string(word: str) -> None:
    assert parse_yaml(f"a: {word}\n".encode(), "x") == {"a": None}
    assert parse_yaml(b'a: ""\n', "x") == {"a": ""}


def test_lines_are_known() -> None:
    value = parse_yaml(b"- a: 1\n  b: 2\n- c: 3\n", "x")
    assert isinstance(value, Sequence)
    first, second = value
    assert isinstance(first, Mapping)
    assert isinstance(second, Mapping)
    assert (first.line, first.lines, second.line) == (1, {"a": 1, "b": 2}, 3)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a: 1\nb: 2\na: 3\n", "x.yaml:3: has the key 'a' twice"),
        ("a: 1\n\tb: 2\n", "x.yaml:2: holds a tab"),
        ("a:\n  b: 1\tc\n", "x.yaml:2: holds a tab"),
        (ALIAS_BOMB, "x.yaml:1: uses an anchor or alias"),
        ("a: 1\nb: *a\n", "x.yaml:2: uses an anchor or alias"),
        ("a: !!python/object:os.system 1\n", "x.yaml:1: uses a YAML tag"),
        ("a: 1\nb: !x 2\n", "x.yaml:2: uses a YAML tag"),
        ("a: [1\n", "x.yaml:2: is not valid YAML"),
        ("? [a, b]\n: c\n", "x.yaml:1: has a key that is no text"),
        ("a: ho\u0300a\n", "x.yaml:1: holds text that is not in Unicode NFC"),
        ("[" * 20 + "]" * 20, "x.yaml:1: nests deeper than"),
    ],
)
def test_a_broken_file_is_one_line_with_its_place(text: str, complaint: str) -> None:
    with pytest.raises(GazetteerError) as error:
        parse_yaml(text.encode(), "x.yaml")
    assert str(error.value).startswith(complaint)
    assert "\n" not in str(error.value)


def test_nesting_of_any_depth_is_refused_without_a_crash() -> None:
    with pytest.raises(GazetteerError, match=r"x\.yaml"):
        parse_yaml(b"[" * 5000, "x.yaml")


def test_a_file_that_is_not_utf_8_is_refused_with_its_line() -> None:
    with pytest.raises(GazetteerError, match=r"x\.yaml:2: is not UTF-8"):
        parse_yaml("a: 1\nb: Hà\n".encode("latin-1"), "x.yaml")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"none\.yaml: cannot be read"):
        read_yaml(tmp_path / "none.yaml")


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert parse_yaml("\ufeffa: 1\n".encode(), "x") == {"a": "1"}


@given(st.binary(max_size=60))
def test_any_bytes_give_a_value_or_a_gazetteer_error(data: bytes) -> None:
    assert "\n" not in _complaint(data)


@given(st.text("ab:-[]{}#&*!|>'\"%@`,? \n\t\\é", max_size=40))
def test_any_text_gives_a_value_or_a_gazetteer_error(text: str) -> None:
    assert "\n" not in _complaint(text.encode())


def _complaint(data: bytes) -> str:
    try:
        parse_yaml(data, "x")
    except GazetteerError as error:
        return str(error)
    return ""

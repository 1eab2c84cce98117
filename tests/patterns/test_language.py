"""The pattern language: templates to sequences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.errors import GazetteerError
from hanviet.patterns.language import MAX_SEQUENCES, Part, Slot, parse_template, slots_of


def texts(template: str) -> list[str]:
    """The sequences of a template, slots in braces."""
    return [
        "".join(part.text or f"{{{part.slot}}}" for part in sequence)
        for sequence in parse_template(template)
    ]


@pytest.mark.parametrize(
    ("template", "sequences"),
    [
        ("Bí thư {p}", ["Bí thư {p}"]),
        ("(Bí thư|Chủ tịch) {p}", ["Bí thư {p}", "Chủ tịch {p}"]),
        ("[thứ] {n}", ["{n}", "thứ {n}"]),
        ("Bí thư [tỉnh|thành phố] {p}", ["Bí thư {p}", "Bí thư tỉnh {p}", "Bí thư thành phố {p}"]),
        ("A (b [c]|d)", ["A b", "A b c", "A d"]),
        ("{o}[中央[委员会]]书记", ["{o}书记", "{o}中央书记", "{o}中央委员会书记"]),
        ("(a|a)", ["a"]),
        ("[a]", ["a"]),
        ("", []),
    ],
)
def test_a_template_stands_for_these_sequences(template: str, sequences: list[str]) -> None:
    assert texts(template) == sequences


def test_a_slot_has_a_style_and_a_modifier() -> None:
    (sequence,) = parse_template("lần thứ {n:roman} {p.official}")
    assert sequence == (
        Part(text="lần thứ "),
        Part(slot="n", style="roman"),
        Part(text=" "),
        Part(slot="p", modifier="official"),
    )
    assert slots_of(sequence) == {"n", "p"}


@pytest.mark.parametrize("template", ["(a", "a)", "[a", "a]", "(a]", "[a)", "((a)", "a|(b"])
def test_a_bracket_without_its_partner_is_an_error_at_its_place(template: str) -> None:
    with pytest.raises(GazetteerError, match="bracket") as caught:
        parse_template(template, "patterns/x.yaml:7")
    assert caught.value.place == "patterns/x.yaml:7"


def test_too_many_sequences_are_an_error() -> None:
    options = MAX_SEQUENCES.bit_length() - 1
    assert len(parse_template("x" + "".join(f"[{i}]" for i in range(options)))) == MAX_SEQUENCES
    with pytest.raises(GazetteerError, match="more than"):
        parse_template("x" + "".join(f"[{i}]" for i in range(options + 1)))


def test_many_options_are_refused_before_they_are_expanded() -> None:
    with pytest.raises(GazetteerError, match="more than"):
        parse_template("[a]" * 60)


@given(st.text(alphabet="ab ()[]|{}n:.", max_size=14))
def test_any_text_is_parsed_or_refused(template: str) -> None:
    try:
        sequences = parse_template(template)
    except GazetteerError:
        return
    assert len(set(sequences)) == len(sequences)
    assert all(not (set("()[]") & set(part.text)) for parts in sequences for part in parts)


def test_a_slot_admits_by_type_kind_country_and_id() -> None:
    slot = Slot("p", "PLACE", frozenset({"city"}), except_countries=frozenset({"VN"}))
    assert slot.admits("PLACE", "city", "CN", "place.cn.x")
    assert not slot.admits("ORG", "city", "CN", "place.cn.x")
    assert not slot.admits("PLACE", "county", "CN", "place.cn.x")
    assert not slot.admits("PLACE", "city", "VN", "place.vn.x")
    assert not Slot("p", "PLACE", ids=frozenset({"a"})).admits("PLACE", "city", "CN", "b")

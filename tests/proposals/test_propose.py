from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanviet import propose
from hanviet.errors import UsageError
from hanviet.proposals.propose import ABSTAIN_BELOW, likeliest_person, propose_by_readings
from hanviet.readings.levels import Level
from hanviet.readings.read import read
from hanviet.shipped import shipped_gazetteer

SYLLABLES = st.sampled_from(
    "Nguyễn Trần Lê Phạm Văn Thị Minh Sơn Hải Quốc Cường Hồng Anh Thanh Đức Lý Niê Phử a b".split()
)
CHARACTERS = st.sampled_from("阮陈黎范文氏明山海国强红英清德李黄·特朗普省县市")
NAMES = st.one_of(
    st.text(max_size=12),
    st.lists(SYLLABLES, max_size=7).map(" ".join),
    st.lists(CHARACTERS, max_size=7).map("".join),
)


def by_readings(name: str, type_: str | None = None, top: int = 10) -> list[str]:
    return [one.form for one in propose(name, type=type_, top=top, readings_only=True)]


@settings(deadline=None)
@given(NAMES, st.sampled_from([None, "PERSON", "PLACE", "ORG", "EVENT", "TITLE"]), st.booleans())
def test_proposals_are_distinct_falling_and_add_up_to_one_at_most(name, kind, readings_only):
    found = propose(name, type=kind, readings_only=readings_only)
    probabilities = [one.probability for one in found]
    assert probabilities == sorted(probabilities, reverse=True)
    assert all(0 <= one <= 1 for one in probabilities)
    assert sum(probabilities) <= 1.01
    assert len({one.form for one in found}) == len(found)
    assert all(one.form and one.form != name for one in found)


@settings(deadline=None)
@given(NAMES)
def test_the_same_name_composed_or_decomposed_gets_the_same(name):
    decomposed = unicodedata.normalize("NFD", name)
    composed = unicodedata.normalize("NFC", name)
    assert propose(decomposed, readings_only=True) == propose(composed, readings_only=True)


@settings(deadline=None)
@given(NAMES, st.integers(1, 5))
def test_fewer_proposals_are_the_first_of_more(name, top):
    assert by_readings(name, top=top) == by_readings(name, top=10)[:top]


@pytest.mark.parametrize(
    ("name", "kind", "form"),
    [
        ("Lê Văn Sơn", "PERSON", "黎文山"),
        ("Nguyễn Thị Kim Hải", "PERSON", "阮氏金海"),
        ("Gia Cát Minh", "PERSON", "诸葛明"),
        ("tỉnh Hải Sơn", None, "海山省"),
        ("林剑", "PERSON", "Lâm Kiếm"),
        ("陳國強", "PERSON", "Trần Quốc Cường"),
        ("海山县", None, "Hải Sơn"),
        ("海山大桥", "PLACE", "Cầu Hải Sơn"),
    ],
)
def test_the_usual_form_comes_first(name, kind, form):
    assert by_readings(name, kind)[:1] == [form]


@pytest.mark.parametrize(
    "name",
    [
        "Y Thanh Hà Niê Kđăm", "Giàng Seo Phử", "Lò Văn Muôn", "Emmanuel Macron", "Mát-xcơ-va",
        "Ma-lai-xi-a", "埃马纽埃尔·马克龙", "Bộ Ngoại giao", "东京タワー", "", " ", "123",
        "Nguyễn Văn 5",
    ],
)  # fmt: skip
def test_what_readings_do_not_render_gets_no_proposal(name):
    assert by_readings(name) == []


@pytest.mark.parametrize("kind", ["ORG", "EVENT", "TITLE"])
def test_only_people_and_places_are_rendered_by_readings(kind):
    assert by_readings("Hải Sơn", kind) == []


def test_the_regional_doublet_comes_after_the_usual_reading():
    forms = by_readings("黄国强", "PERSON")
    assert forms.index("Hoàng Quốc Cường") < forms.index("Huỳnh Quốc Cường")


def test_a_doublet_spelling_asks_for_the_same_characters():
    assert by_readings("Lí Hải", "PERSON") == by_readings("Lý Hải", "PERSON")


def test_an_honorific_is_left_aside():
    assert by_readings("ông Lê Văn Sơn") == by_readings("Lê Văn Sơn", "PERSON")


def test_the_established_form_comes_first_with_its_level():
    (first, *others) = propose("Trần Cương")
    assert (first.form, first.level) == ("陈刚", Level.EXACT)
    assert first.probability > 0.9 > sum(one.probability for one in others)


def test_a_body_is_known_by_the_gazetteer_only():
    assert [one.form for one in propose("Bộ Ngoại giao", type="ORG")] == ["外交部"]


def test_each_syllable_has_its_evidence_in_words():
    first = propose("Lê Văn Sơn", type="PERSON", readings_only=True)[0]
    assert [(part.a, part.b) for part in first.evidence] == [
        ("Lê", "黎"), ("Văn", "文"), ("Sơn", "山"), ("Lê Văn Sơn", "黎文山"),
    ]  # fmt: skip
    assert all(part.note for part in first.evidence)


def test_the_quick_answer_is_the_full_one():
    gazetteer = shipped_gazetteer()
    for name in ("Lê Văn Sơn", "Trần Quốc Hải", "Phạm Minh Anh", "Gia Cát Minh", "林剑", "特朗普"):
        found = propose_by_readings(gazetteer, name, type="PERSON")
        form, probability = likeliest_person(gazetteer, name)
        if probability >= ABSTAIN_BELOW:
            assert form == found[0].form
            assert probability == pytest.approx(found[0].probability, abs=0.05)
        else:
            assert not found


def test_a_proposal_reads_back():
    for name in ("Lê Văn Sơn", "Trần Quốc Hải", "Phạm Minh Đức"):
        assert read(by_readings(name, "PERSON")[0], type="PERSON").hanviet == name


def test_a_type_that_is_none_is_refused():
    with pytest.raises(UsageError, match="PERSON, PLACE"):
        propose("Lê Sơn", type="HERO")

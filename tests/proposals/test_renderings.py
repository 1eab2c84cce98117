from __future__ import annotations

import pytest

from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.lexicon.model import Entry, Pair
from hanviet.proposals.renderings import count_renderings, learned_without, renderings_of
from hanviet.proposals.roles import FOREIGN, GIVEN, SOUND, SURNAME, Kind, roles_of, surname_size
from hanviet.shipped import shipped_gazetteer

VIETNAMESE = Kind("PERSON", "VN")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return shipped_gazetteer()


def person(number: int, vi: str, zh: str, **fields: object) -> Entry:
    pair = Pair((vi,), (zh,), **fields)  # type: ignore[arg-type]
    return Entry(f"person.vn.p{number}", "PERSON", "VN", (pair,))


def test_an_entry_is_counted_once_for_each_syllable():
    counted = count_renderings([person(1, "Lê Văn Sơn", "黎文山"), person(2, "Lê Sơn", "黎山")])
    assert counted.by_syllable[VIETNAMESE, SURNAME, "lê"] == {"黎": 2}
    assert counted.by_char[VIETNAMESE, GIVEN, "山"] == {"sơn": 2}


def test_drafts_wrong_forms_and_names_of_other_length_teach_nothing():
    entries = [
        person(1, "Lê Sơn", "黎山", status="draft"),
        person(2, "Lê Sơn", "黎山", avoid=True),
        person(3, "Giàng A", "杨宝美"),
    ]
    assert count_renderings(entries).by_syllable == {}


def test_a_name_that_is_asked_for_teaches_nothing_about_itself():
    counted = count_renderings([person(1, "Lê Văn Sơn", "黎文山"), person(2, "Lê Hải", "黎海")])
    for asked in ("Lê Văn Sơn", "lê văn sơn", "黎文山"):
        learned = learned_without(counted, asked)
        assert learned.characters(VIETNAMESE, SURNAME, "lê") == {"黎": 1}
        assert learned.characters(VIETNAMESE, GIVEN, "sơn") == {}
    assert learned_without(counted, "Lê An").characters(VIETNAMESE, SURNAME, "lê") == {"黎": 2}


def test_every_reviewed_person_can_be_left_out(gazetteer):
    counted = renderings_of(gazetteer)
    for entry in gazetteer.entries.values():
        if entry.id in counted.lessons and entry.vi:
            out = counted.taught_by(entry.vi)
            assert set(counted.lessons[entry.id]) <= set(out)


def test_foreign_names_teach_the_characters_that_spell_them():
    trump = Entry("p", "PERSON", "US", (Pair(("Donald Trump",), ("特朗普",)),))
    counted = count_renderings([trump])
    assert counted.by_char[FOREIGN, SOUND, "朗"] == {"": 1}


@pytest.mark.parametrize(("han", "size"), [("诸葛亮", 2), ("欧阳", 1), ("黎文山", 1), ("山", 0)])
def test_compound_surnames_are_known(han, size):
    assert surname_size(han) == size


def test_every_character_has_one_role():
    for length in range(1, 6):
        for surname in range(min(length, 2) + 1):
            assert len(roles_of(length, surname, "PERSON")) == length
        assert len(roles_of(length, 0, "PLACE")) == length

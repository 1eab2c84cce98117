from __future__ import annotations

import pytest

from hanviet import annotate
from hanviet.linking.proposed import NOTHING_PROPOSED, proposed_forms
from hanviet.linking.thresholds import PROPOSED_CHINESE
from hanviet.proposals.propose import likeliest_person


def people(text: str) -> list[tuple[str, str | None, str]]:
    return [
        (m.surface, m.zh_hans, m.decision) for m in annotate(text).mentions if m.type == "PERSON"
    ]


def test_an_unlisted_vietnamese_person_gets_the_form_that_is_nearly_sure(shipped):
    assert likeliest_person(shipped, "Lê Văn Nam")[1] >= PROPOSED_CHINESE
    (found,) = people("Ông Lê Văn Nam cho biết việc này.")
    assert found == ("Lê Văn Nam", "黎文南", "proposed")


def test_all_four_forms_are_given(shipped):
    forms, probability = proposed_forms(shipped, "Lê Văn Nam")
    assert forms == ("Lê Văn Nam", "黎文南", "黎文南", "Lí Wénnán")
    assert probability == likeliest_person(shipped, "Lê Văn Nam")[1]


def test_a_row_says_how_likely_a_proposed_form_is_and_nothing_of_other_forms(shipped):
    mentions = annotate("Ông Lê Văn Nam và ông Vương Tiểu Hồng đến Hà Nội.").mentions
    said = {one.surface: one.to_row()["probability"] for one in mentions}
    assert said == {
        "Lê Văn Nam": likeliest_person(shipped, "Lê Văn Nam")[1],
        "Vương Tiểu Hồng": None,
        "Hà Nội": None,
    }


@pytest.mark.parametrize(
    "surface",
    ["Vương Tiểu Hồng", "Giàng Seo Phử", "Emmanuel Macron", "Nam", "特朗普", "le van nam"],
)
def test_what_is_not_sure_stays_unknown(shipped, surface):
    assert proposed_forms(shipped, surface) == NOTHING_PROPOSED


def test_a_short_reference_is_given_no_form_of_its_own():
    found = people("Ông Lê Văn Nam cho biết việc này. Theo ông Nam, việc này quan trọng.")
    assert [zh for _, zh, _ in found] == ["黎文南", None]


def test_an_unlisted_chinese_person_is_read():
    (found,) = [m for m in annotate("外交部发言人林小海表示。").mentions if m.type == "PERSON"]
    assert (found.vi, found.zh_hans, found.decision) == ("Lâm Tiểu Hải", "林小海", "proposed")

"""Which spans of a text are mentions."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.mentions.language import date_of, language_of

FIXTURE = Path(__file__).parent.parent / "fixtures" / "gazetteer"


def found(text: str, gazetteer: Gazetteer) -> list[tuple[str, str]]:
    """Surface and type of every mention."""
    return [(one.surface, one.type) for one in annotate(text, gazetteer=gazetteer).mentions]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Ông Nguyễn Hòa Bình đến", [("Nguyễn Hòa Bình", "PERSON")]),
        ("tỉnh Hòa Bình", [("Hòa Bình", "PLACE")]),
        ("vì hòa bình", []),
        ("ở Trung ương", []),
        ("KHU TỰ TRỊ DÂN TỘC CHOANG QUẢNG TÂY VÀ LẠNG SƠN",
         [("KHU TỰ TRỊ DÂN TỘC CHOANG QUẢNG TÂY", "PLACE"), ("LẠNG SƠN", "PLACE")]),
    ],
)  # fmt: skip
def test_case_tells_names_from_words(
    small: Gazetteer, text: str, mentions: list[tuple[str, str]]
) -> None:
    assert found(text, small) == mentions


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("sang Anh học", ["Anh"]),
        ("Anh đi học", []),
        ("Bà Nga thăm Nga", ["Nga"]),
        ("Tuấn Anh ở Mỹ", ["Mỹ"]),
    ],
)
def test_a_country_of_one_syllable_is_no_given_name_and_no_pronoun(
    small: Gazetteer, text: str, places: list[str]
) -> None:
    assert [surface for surface, type_ in found(text, small) if type_ == "PLACE"] == places


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Quan hệ Việt - Trung", ["Việt", "Trung"]),
        ("Quan hệ Việt–Trung", ["Việt", "Trung"]),
        ("hội nghị Việt", []),
        ("中越关系", ["中", "越"]),
        ("19日中国代表", ["中国"]),
        ("中方代表", []),
        ("访越期间", []),
        ("驻华使馆", []),
    ],
)
def test_halves_of_pairs_are_mentions_in_pairs_alone(
    small: Gazetteer, text: str, surfaces: list[str]
) -> None:
    assert [surface for surface, _ in found(text, small)] == surfaces


@pytest.mark.parametrize("text", ["Cửa khẩu Hữu Nghị", "cửa khẩu Hữu Nghị"])
def test_the_head_word_of_a_gate_stays_outside(small: Gazetteer, text: str) -> None:
    (mention,) = annotate(text, gazetteer=small).mentions
    assert (mention.surface, mention.id) == ("Hữu Nghị", "place.vn.huu-nghi-gate")


def test_the_words_before_decide_between_person_and_place(small: Gazetteer) -> None:
    assert found("thăm Hạ Long", small) == [("Hạ Long", "PLACE")]
    assert found("đồng chí Hạ Long", small) == [("Hạ Long", "PERSON")]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("gặp Nguyễn Thị Minh Khai hôm qua", "Nguyễn Thị Minh Khai"),
        ("Tổng Bí thư John van der Smith đến", "John van der Smith"),
        ("ông Emmanuel Macron đến", "Emmanuel Macron"),
        ("Ảnh: Trần Hải", "Trần Hải"),
        ("总书记王建国说", "王建国"),
    ],
)
def test_people_in_no_list_are_found(small: Gazetteer, text: str, person: str) -> None:
    assert (person, "PERSON") in found(text, small)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("ở làng Novoivanovka", ("Novoivanovka", "PLACE")),
        ("Công ty Vận tải Hoa Mai báo cáo", ("Công ty Vận tải Hoa Mai", "ORG")),
        ("qua Cầu Long Biên", ("Cầu Long Biên", "PLACE")),
    ],
)
def test_a_head_word_announces_an_unlisted_name(
    small: Gazetteer, text: str, mention: tuple[str, str]
) -> None:
    assert mention in found(text, small)


def test_no_name_runs_over_a_line_break(small: Gazetteer) -> None:
    assert found("Trần\nCương", small) == []


def test_names_are_nested_in_posts_and_outermost_first(small: Gazetteer) -> None:
    document = annotate("Bí thư Tỉnh ủy Lạng Sơn", gazetteer=small)
    assert [(one.surface, one.outer) for one in document.mentions] == [
        ("Bí thư Tỉnh ủy Lạng Sơn", -1), ("Lạng Sơn", 0)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Hà Nội, 19/02/2025.", "2025-02-19"),
        ("ngày 9 tháng 12 năm 2024", "2024-12-09"),
        ("新华社2025年2月19日电", "2025-02-19"),
        ("2025年2月", "2025-02"),
        ("2024-08-03T10:00", "2024-08-03"),
        ("45/13/2025", ""),
        ("năm 2025", ""),
        ("x" * 2000 + " 19/02/2025", ""),
        ("", ""),
    ],
)
def test_the_date_is_read_off_the_beginning(text: str, date: str) -> None:
    assert date_of(text) == date


@pytest.mark.parametrize(
    ("text", "lang"),
    [("Bí thư Trần Cương (陈刚)", "vi"), ("陈刚 Trần", "zh"), ("", "vi"), ("123", "vi")],
)
def test_the_language_is_read_off_the_letters(text: str, lang: str) -> None:
    assert language_of(text) == lang


def test_a_form_that_is_a_bare_slot_is_printed_and_not_recognised(tmp_path: Path) -> None:
    folder = shutil.copytree(FIXTURE, tmp_path / "gazetteer")
    (folder / "patterns" / "more.yaml").write_text(
        "- {id: pattern.whole, type: ORG, kind: party, slots: {o: {type: ORG, kind: party}}, "
        'forms: [{vi: "Toàn {o}", zh: "{o}"}]}\n',
        encoding="utf-8",
    )
    gazetteer = Gazetteer.load(folder, cache=False)
    assert found("中共", gazetteer) == [("中共", "ORG")]
    (mention, *_) = annotate("Toàn Đảng Cộng sản Trung Quốc", gazetteer=gazetteer).mentions
    assert (mention.id, mention.zh_hans) == ("pattern.whole(org.cn.communist-party)", "中国共产党")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Quyền Bộ trưởng Bộ Ngoại giao", ["Quyền Bộ trưởng Bộ Ngoại giao"]),
        ("theo thẩm quyền Chủ tịch UBND tỉnh Lạng Sơn", ["Chủ tịch UBND tỉnh Lạng Sơn"]),
        ("nguyên Bí thư Tỉnh ủy Lạng Sơn", ["Bí thư Tỉnh ủy Lạng Sơn"]),
    ],
)
def test_an_acting_post_has_its_capital_and_a_former_one_stays_outside(
    shipped: Gazetteer, text: str, titles: list[str]
) -> None:
    assert [one for one, type_ in found(text, shipped) if type_ == "TITLE"] == titles


def test_a_half_of_a_pair_is_printed_where_the_pattern_asks_for_it(shipped: Gazetteer) -> None:
    match = shipped.lookup("Hội Hữu nghị Việt Nam - Nhật Bản")[0]
    assert (match.zh_hans, match.vi) == ("越日友好协会", "Hội Hữu nghị Việt Nam - Nhật Bản")
    assert shipped.lookup("Hội Hữu nghị Việt Nam - Cuba")[0].zh_hans == "越南-古巴友好协会"


def test_a_listed_person_called_duong_is_no_road(shipped: Gazetteer) -> None:
    (post, person) = annotate("Tổng Lãnh sự Đường Lập cảm ơn.", gazetteer=shipped).mentions
    assert (post.type, person.surface, person.id) == ("TITLE", "Đường Lập", "person.cn.tang-li")

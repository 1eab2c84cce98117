"""Annotating one document."""

from __future__ import annotations

import pytest

from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.linking.mention import COLUMNS


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "...", "\ufeff", "\u200b", "\x00\x07", "\ud83d", "😀", "שלום", "\u202e", "-",
     "第", "ông ", "Ảnh:", "Bí thư", "(" * 500, "中" * 5000, " " * 5000, "A" * 5000, "\n" * 5000,
     "Việt - " * 500, "\u0301" * 500],
)  # fmt: skip
def test_odd_texts_are_annotated(small: Gazetteer, text: str) -> None:
    document = annotate(text, gazetteer=small)
    assert all(text[one.start : one.end] == one.surface for one in document.mentions)
    assert tuple(document.to_frame().columns) == COLUMNS
    assert isinstance(document._repr_html_(), str)


def test_a_byte_order_mark_counts_as_a_character(small: Gazetteer) -> None:
    (mention,) = annotate("\ufeffTrần Cương", gazetteer=small).mentions
    assert (mention.start, mention.end, mention.surface) == (1, 11, "Trần Cương")


def test_language_and_date_are_read_or_given(small: Gazetteer) -> None:
    read = annotate("Hà Nội, 19/02/2025", gazetteer=small)
    told = annotate("Hà Nội, 19/02/2025", gazetteer=small, lang="zh", date="2020")
    assert (read.lang, read.date, told.lang, told.date) == ("vi", "2025-02-19", "zh", "2020")


def test_posts_beside_people_are_kept_with_them(small: Gazetteer) -> None:
    document = annotate("Bí thư Khu ủy Quảng Tây Trần Cương đến", gazetteer=small)
    assert document.roles == (("PERSON person.cn.chen-gang", "Bí thư Khu ủy Quảng Tây"),)


def test_the_shipped_gazetteer_reads_a_sentence(shipped: Gazetteer) -> None:
    text = "Tổng Bí thư Tô Lâm hội đàm với Tổng Bí thư, Chủ tịch nước Trung Quốc Tập Cận Bình."
    ids = [one.id for one in annotate(text, gazetteer=shipped, date="2024-08-19").mentions]
    assert ids == [
        "pattern.general-secretary(org.vn.communist-party)", "person.vn.to-lam",
        "pattern.general-secretary(org.cn.communist-party)",
        "pattern.state-president(country.cn)", "country.cn", "person.cn.xi-jinping",
    ]  # fmt: skip


def test_a_post_before_the_next_person_is_not_that_of_the_last(small: Gazetteer) -> None:
    document = annotate("Lý Cường, Bí thư Khu ủy Quảng Tây Trần Cương đến", gazetteer=small)
    assert [key for key, _ in document.roles] == ["PERSON person.cn.chen-gang"]


def test_a_post_of_the_husband_is_not_that_of_the_wife(shipped: Gazetteer) -> None:
    document = annotate("Phu nhân Tổng Bí thư, Chủ tịch nước Ngô Phương Ly", gazetteer=shipped)
    assert document.roles == ()

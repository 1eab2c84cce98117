"""What a document says around a mention."""

from __future__ import annotations

import pytest

from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.linking.context import Surroundings, surroundings
from hanviet.mentions.find import find_spans
from hanviet.mentions.scantext import scan_text


def read(text: str, gazetteer: Gazetteer) -> Surroundings:
    scan = scan_text(text)
    return surroundings(scan, find_spans(scan, gazetteer), "VN")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Bộ Ngoại giao, Việt Nam", "VN"),
        ("Bộ Ngoại giao (Trung Quốc)", "CN"),
        ("外交部（中国）", "CN"),
        ("Bộ Ngoại giao và Trung Quốc", ""),
        ("Bộ Ngoại giao", ""),
    ],
)
def test_a_country_right_after_a_name_is_explicit(
    small: Gazetteer, text: str, country: str
) -> None:
    context = read(text, small)
    assert context.explicit_country(context.outer[0]) == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Trung Quốc và Bộ Ngoại giao", "CN"),
        ("Trung Quốc, Việt Nam, Bộ Ngoại giao", "VN"),
        ("Trung Quốc. Bộ Ngoại giao", ""),
        ("Trung Quốc\nBộ Ngoại giao", ""),
        ("中国。外交部", ""),
        ("中国的外交部", "CN"),
        ("Bộ Ngoại giao", ""),
    ],
)
def test_the_near_country_is_the_last_one_of_the_sentence(
    small: Gazetteer, text: str, country: str
) -> None:
    context = read(text, small)
    assert context.near_country(context.outer[-1].start) == country


def test_posts_in_a_row_have_one_holder_and_one_country(small: Gazetteer) -> None:
    text = "Tổng Bí thư, Chủ tịch nước, Trung Quốc Tập Cận Bình"
    (chain,) = read(text, small).chains
    assert len(chain.titles) == 2
    assert chain.country == "CN"
    assert chain.person is not None


@pytest.mark.parametrize("text", ["Tô Lâm, Tổng Bí thư", "Tổng Bí thư Tô Lâm", "总书记苏林"])
def test_a_holder_stands_before_or_after(small: Gazetteer, text: str) -> None:
    (chain,) = read(text, small).chains
    assert chain.person is not None

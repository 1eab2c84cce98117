"""Chinese papers and agencies in no list, and foreign forms in brackets behind a name."""

from __future__ import annotations

import pytest
from tests.mentions.outer_mentions import outer

from hanviet import Gazetteer


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("据日本《产经新闻》报道", ["产经新闻"]),
        ("这份《年报》和《简报》", []),
        ("来源：东方早报 编辑：欧叶", ["东方早报"]),
        ("据香港文汇网报道，会议今日举行", ["香港文汇网"]),
        ("据当地媒体报道", []),
    ],
)
def test_a_paper_is_told_by_its_marks_or_as_a_source(text, bodies, shipped: Gazetteer) -> None:
    assert outer(text, "ORG", shipped) == bodies


@pytest.mark.parametrize("brackets", ["()", "（）"])
def test_a_foreign_form_in_brackets_is_the_body_again(brackets: str, shipped: Gazetteer) -> None:
    left, right = brackets[0], brackets[1]
    text = f"入股大洋股份商业银行{left}OceanBank{right}一案。OceanBank的财政状况不明。"
    found = outer(text, "ORG", shipped)
    assert found == ["大洋股份商业银行", "OceanBank", "OceanBank"]


def test_a_known_paper_stands_without_its_marks(shipped: Gazetteer) -> None:
    assert "人民报" in outer("据《人民报》和越通社报道", "ORG", shipped)


def test_signs_of_either_width_bound_the_same_names(shipped: Gazetteer) -> None:
    text = "会见了副校长陈氏明和(Tran Thi Minh Hoa),处长张红玲:总商会会长李国强;记者(王明)"
    wide = text.translate(str.maketrans("(),:;", "（），：；"))
    for type_ in ("PERSON", "TITLE", "ORG"):
        assert outer(text, type_, shipped) == outer(wide, type_, shipped)

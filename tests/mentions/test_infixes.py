"""Posts with a word inside: acting, former, first and standing ones, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanviet import annotate
from hanviet.mentions.chart import build_chart
from hanviet.mentions.scantext import scan_text


def post(text: str) -> tuple[str, str | None, str | None]:
    """The first post: its surface, its id, its form in the other language."""
    found = next(one for one in annotate(text).mentions if one.type == "TITLE")
    return found.surface, found.id, found.zh_hans if found.lang == "vi" else found.vi


@pytest.mark.parametrize(
    ("text", "surface", "id_", "other"),
    [
        ("Chiều nay, Phó Chủ tịch Thường trực HĐND tỉnh Quảng Ninh đã dự.",
         "Phó Chủ tịch Thường trực HĐND tỉnh Quảng Ninh",
         "pattern.standing-deputy-post(pattern.peoples-council-vice-chair(place.vn.quang-ninh))",
         "广宁省人民议会常务副主席"),
        ("今天谅山省人民议会常务副主席出席。", "谅山省人民议会常务副主席",
         "pattern.standing-deputy-post(pattern.peoples-council-vice-chair(place.vn.lang-son))",
         "Phó Chủ tịch Thường trực HĐND tỉnh Lạng Sơn"),
        ("Quyền Bộ trưởng Bộ Xây dựng đến dự.", "Quyền Bộ trưởng Bộ Xây dựng",
         "pattern.acting-post(pattern.minister(org.vn.ministry-of-construction))", "建设部代部长"),
        ("泰国代总理访问河内。", "泰国代总理",
         "pattern.acting-post(pattern.prime-minister(country.th))", "Quyền Thủ tướng Thái Lan"),
        ("日本前首相访问河内。", "日本前首相", "pattern.prime-minister(country.jp)",
         "Nguyên Thủ tướng Nhật Bản"),
        ("会见中国前驻越南大使。", "中国前驻越南大使",
         "pattern.ambassador(country.cn,country.vn)", "Nguyên Đại sứ Trung Quốc tại Việt Nam"),
        ("俄罗斯第一副总理访问河内。", "俄罗斯第一副总理",
         "pattern.first-deputy-post(pattern.deputy-prime-minister(country.ru))",
         "Phó Thủ tướng thứ nhất Nga"),
    ],
)  # fmt: skip
def test_a_word_inside_a_post_is_kept_in_the_other_language(
    text: str, surface: str, id_: str, other: str
) -> None:
    assert post(text) == (surface, id_, other)


def test_the_former_holder_of_another_party_is_not_ours() -> None:
    surface, id_, _ = post("越共中央原总书记逝世。")
    assert surface == "越共中央原总书记"
    assert id_ == "pattern.general-secretary(org.vn.communist-party)"


@pytest.mark.parametrize(
    "text", ["Phó Tổng Thanh tra Chính phủ cho biết", "Đệ nhất Phó Thủ tướng Nga cho biết"]
)
def test_the_post_of_a_deputy_is_never_that_of_the_head(text: str) -> None:
    assert not [one for one in annotate(text).mentions if one.type == "TITLE" and one.id]


PIECES = ["日本", "前", "原", "代", "常务", "第一", "副", "首相", "总理", "驻", "越共中央",
          "总书记", " thường trực", "Phó Chủ tịch", " UBND tỉnh Lạng Sơn", " thứ nhất"]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=7))
def test_posts_lie_inside_the_text_with_all_their_parts(shipped, pieces: list[str]) -> None:
    scan = scan_text("".join(pieces))
    for (start, end), nodes in build_chart(scan, shipped.index).items():
        assert 0 <= start < end <= len(scan.folded)
        for node in nodes:
            assert (node.start, node.end) == (start, end)
            for child in node.children:
                assert start <= child.start < child.end <= end

"""Posts composed of their parts: every part known, or no form at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.proposals.composed_posts import compose_chinese_post, compose_vietnamese_post
from hanviet.proposals.post_elements import KnownPart
from hanviet.proposals.post_parts import post_parts
from hanviet.proposing import propose


def part(post: str, said: str, vi: str, zh: str, type_: str, country: str) -> KnownPart:
    start = post.index(said)
    return KnownPart(start, start + len(said), vi, zh, type_, country)


@pytest.mark.parametrize(
    ("vi", "zh"),
    [
        ("Giám đốc Sở Ngoại vụ", "外事厅厅长"),
        ("Quyền Giám đốc Sở Y tế", "卫生厅代厅长"),
        ("Phó Vụ trưởng Vụ Hợp tác quốc tế", "国际合作司副司长"),
        ("Trưởng phòng Kinh tế", "经济处处长"),
        ("Chủ tịch Ủy ban MTTQ tỉnh", "省祖国阵线委员会主席"),
        ("Giám đốc Công an tỉnh", "省公安厅厅长"),
        ("Giám đốc Công an thành phố", "市公安局局长"),
        ("Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh", "省人民议会经济预算委员会主任"),
        ("Phó Bí thư Thường trực Đảng ủy UBND tỉnh", "省人民委员会党委常务副书记"),
    ],
)
def test_a_vietnamese_post_of_known_parts_has_a_chinese_form(vi: str, zh: str) -> None:
    composed = compose_chinese_post(vi, [])
    assert composed is not None
    assert composed.form == zh


@pytest.mark.parametrize(
    ("zh", "vi"),
    [
        ("交通运输厅副厅长", "Phó Giám đốc Sở Giao thông vận tải"),
        ("自治区外事办副主任", "Phó Chủ nhiệm Văn phòng Ngoại vụ Khu tự trị"),
        ("组织部部长", "Trưởng Ban Tổ chức"),
        ("国际合作司代司长", "Quyền Vụ trưởng Vụ Hợp tác quốc tế"),
    ],
)
def test_a_chinese_post_of_known_parts_has_a_vietnamese_form(zh: str, vi: str) -> None:
    composed = compose_vietnamese_post(zh, [])
    assert composed is not None
    assert composed.form == vi


def test_a_known_body_keeps_its_form_and_its_place_in_the_order() -> None:
    post = "Phó Giám đốc Sở Tài chính tỉnh Quảng Ngãi"
    known = [part(post, "Quảng Ngãi", "Quảng Ngãi", "广义", "PLACE", "VN")]
    composed = compose_chinese_post(post, known)
    assert composed is not None
    assert composed.form == "广义省财政厅副厅长"
    assert ("giám đốc", "副厅长") in composed.parts


def test_an_office_is_named_by_the_level_of_what_it_serves() -> None:
    post = "Chánh Văn phòng Huyện ủy"
    composed = compose_chinese_post(post, [])
    assert composed is not None
    assert composed.form == "县委办公室主任"


@pytest.mark.parametrize(
    "post",
    [
        "Giám đốc Sở Sao Hỏa", "Chủ tịch Tập đoàn Hoa Lợi", "Giám đốc", "Bộ trưởng Bộ",
        "Chủ tịch UBND xã Đồng Văn", "Trung tâm", "",
    ],
)  # fmt: skip
def test_one_unknown_part_and_there_is_no_form(post: str) -> None:
    composed = compose_chinese_post(post, [])
    assert composed is None or post == "Bộ trưởng Bộ"


@pytest.mark.parametrize("post", ["天峨县向阳镇党委书记", "火星厅厅长", "厅长", "教务处处长", ""])
def test_so_in_chinese(post: str) -> None:
    assert compose_vietnamese_post(post, []) is None


def test_a_body_named_after_a_pair_is_not_composed_of_the_two() -> None:
    post = "Tổng Thư ký Trung tâm ASEAN - Trung Quốc"
    known = [
        part(post, "ASEAN", "ASEAN", "东盟", "ORG", "INT"),
        part(post, "Trung Quốc", "Trung Quốc", "中国", "PLACE", "CN"),
    ]
    assert compose_chinese_post(post, known) is None


def test_ministers_of_kingdoms_are_left_to_the_patterns() -> None:
    post = "Bộ trưởng Thông tin Campuchia"
    known = [part(post, "Campuchia", "Campuchia", "柬埔寨", "PLACE", "KH")]
    assert compose_chinese_post(post, known) is None


def test_every_row_is_found_by_each_of_its_words() -> None:
    for table in post_parts().values():
        for word, rows in table.by_zh.items():
            assert table.zh.fullmatch(word)
            assert all(word in row.zh for row in rows)
        for word in table.by_vi:
            assert table.vi.fullmatch(word)


@given(st.text(alphabet="PhóGiámđốcSởYtếtỉnh ,-部厅局副代主任委员会", max_size=40))
def test_any_text_is_read_without_an_error(text: str) -> None:
    compose_chinese_post(text, [])
    compose_vietnamese_post(text, [])


def test_propose_tells_the_parts_of_a_post() -> None:
    (found,) = propose("Phó Trưởng phòng Kinh tế thuộc Văn phòng UBND tỉnh Thanh Hóa")
    assert found.form == "清化省人民委员会办公厅经济处副处长"
    assert [one.b for one in found.evidence] == ["副处长", "经济处", "办公厅", "清化省人民委员会"]


def test_a_private_character_is_no_known_name() -> None:
    post = "Giám đốc \ue000"
    known = [KnownPart(0, 4, "Lạng Sơn", "谅山", "PLACE", "VN")]
    assert compose_chinese_post(post, known) is None


def test_a_college_inside_a_university_is_left_alone() -> None:
    post = "河内工业大学外语学院副院长"
    known = [
        part(post, "河内工业大学", "Trường Đại học Công nghiệp Hà Nội", "河内工业大学", "ORG", "VN")
    ]
    assert compose_vietnamese_post(post, known) is None


def test_a_country_that_begins_a_field_does_not_hide_it() -> None:
    post = "Phó Trưởng Ban Pháp chế HĐND tỉnh"
    known = [part(post, "Pháp", "Pháp", "法国", "PLACE", "FR")]
    composed = compose_chinese_post(post, known)
    assert composed is not None
    assert composed.form == "省人民议会法制委员会副主任"

"""Links that the words beside a name contradict become review; the true ones stay."""

from __future__ import annotations

import pytest

from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer

CASES = [
    ("Bí thư Tỉnh ủy Lạng Sơn nói. Dự có Bí thư 3 tỉnh biên giới.", "Bí thư", "review"),
    (
        "ông Pen Pannha, Chủ nhiệm Ủy ban Pháp luật Quốc hội Campuchia",
        "Ủy ban Pháp luật Quốc hội",
        "review",
    ),
    ("Ủy ban Pháp luật Quốc hội họp tại Hà Nội", "Ủy ban Pháp luật Quốc hội", "linked"),
    ("Phó Giám đốc Sở Thương mại Quảng Tây Lâm Kiếm nói", "Lâm Kiếm", "review"),
    ("Người phát ngôn Bộ Ngoại giao Trung Quốc Lâm Kiếm nói", "Lâm Kiếm", "linked"),
    ("Nghi phạm Nguyễn Thanh Nghị bị bắt.", "Nguyễn Thanh Nghị", "review"),
    ("Bộ trưởng Nguyễn Thanh Nghị nói.", "Nguyễn Thanh Nghị", "linked"),
    ("Ông Nguyễn Văn Thắng, Giám đốc Công ty TNHH An Phát, nói.", "Nguyễn Văn Thắng", "review"),
    ("Bà Nguyễn Thị Thanh - Phó Trưởng phòng GD-ĐT huyện.", "Nguyễn Thị Thanh", "review"),
    ("Công an phường Ngô Quyền, TP. Nam Định", "Ngô Quyền", "review"),
    ("ông Lê Đức Thọ - nguyên Chủ tịch VietinBank; ông Thọ nói", "Lê Đức Thọ", "review"),
    ("ông Lê Đức Thọ - nguyên Chủ tịch VietinBank. Ông Thọ nói", "Thọ", "review"),
    ("công chức Hà Vĩnh Tân và đồng chí Tô Lâm, viên chức, họp", "Tô Lâm", "review"),
    ("các xã Đại Tiến (Hòa An); Nguyễn Huệ (Hòa An)", "Nguyễn Huệ", "review"),
    ("huyện Tân Châu của tỉnh", "Tân Châu", "review"),
    ("thị xã Tân Châu, tỉnh An Giang", "Tân Châu", "linked"),
    ("các tỉnh miền Nam nước Nga có bão", "miền Nam", "review"),
    ("các tỉnh miền Nam có mưa", "miền Nam", "linked"),
    ("Chè Tân Cương được xuất khẩu sang Trung Quốc.", "Tân Cương", "review"),
    (
        "Về phía Trung Quốc có: Phó Chủ tịch Ủy ban Thường vụ Quốc hội; ông Vương Nghị",
        "Ủy ban Thường vụ Quốc hội",
        "review",
    ),
    (
        "Về phía Việt Nam có: Phó Chủ tịch Ủy ban Thường vụ Quốc hội; ông Vương Nghị",
        "Ủy ban Thường vụ Quốc hội",
        "linked",
    ),
    (
        "Lê Quốc Hùng, Thứ trưởng Bộ Công an Việt Nam. Phía Trung Quốc có Thứ trưởng Hứa Cam Lộ",
        "Thứ trưởng",
        "review",
    ),
    (
        "Lê Quốc Hùng, Thứ trưởng Bộ Công an Việt Nam. Phía Việt Nam có Thứ trưởng Hứa Cam Lộ",
        "Thứ trưởng",
        "linked",
    ),
    ("Phiên họp Ủy ban công tác liên hợp với Vân Nam", "Ủy ban công tác liên hợp", "review"),
    ("Phiên họp Ủy ban công tác liên hợp với Quảng Tây", "Ủy ban công tác liên hợp", "linked"),
    ("Hãng Trung Nguyên Legend mở quán.", "Trung Nguyên", "review"),
    ("三亚市市长陈希作报告", "陈希", "review"),
    ("民進黨立委質詢行政院,我國防部今公布,立法院院會三讀", "國防部", "review"),
    ("中国国防部发言人说,国防部今天公布", "国防部", "linked"),
    ("哈马斯和以色列政府谈判,美国总统对政府表示欢迎", "政府", "review"),
]
"""A text, a surface in it, and what is decided on its last mention."""


@pytest.mark.parametrize(("text", "surface", "decision"), CASES)
def test_the_words_beside_a_name_hold_its_link_back(
    shipped: Gazetteer, text: str, surface: str, decision: str
) -> None:
    found = [one for one in annotate(text, gazetteer=shipped).mentions if one.surface == surface]
    assert found, text
    assert found[-1].decision == decision


NOT_NAMED = [
    ("Ông ở thành phố Đào Viên, Đài Loan.", "Viên"),
    ("Bà đến từ thị trấn Phước Vinh.", "Vinh"),
    ("Lụt tại xã Tam Mỹ Đông.", "Mỹ"),
    ("Ca sĩ Trọng Tấn, Tùng Dương, Anh Tú hát.", "Anh"),
    ("Diễu hành qua ngã tư Bà Triệu - Hàng Khay.", "Bà Triệu"),
    ("文莱苏丹哈桑纳尔访问越南", "苏丹"),
    ("贵南高铁、防东铁路加快建设", "南高"),
    ("Thủ môn Filip Nguyễn cản phá.", "Filip"),
    ("川普政府加征关税", "政府"),
]
"""A text, and a part of a longer name in it."""


@pytest.mark.parametrize(("text", "part"), NOT_NAMED)
def test_a_part_of_a_longer_name_is_no_mention(shipped: Gazetteer, text: str, part: str) -> None:
    mentions = annotate(text, gazetteer=shipped).mentions
    assert part not in {one.surface for one in mentions}


def test_a_doubted_person_is_doubted_in_the_whole_document(shipped: Gazetteer) -> None:
    text = "Nghi phạm Nguyễn Thanh Nghị bị bắt. Theo điều tra, Nguyễn Thanh Nghị đã nhận tội."
    people = [one for one in annotate(text, gazetteer=shipped).mentions if one.type == "PERSON"]
    assert {one.decision for one in people} == {"review"}

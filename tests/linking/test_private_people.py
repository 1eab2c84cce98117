"""People of the lists and others of their name: the words beside a name tell."""

from __future__ import annotations

import pytest

from hanviet import annotate


def _decision(text: str, name: str, gazetteer) -> str:
    (found,) = [m for m in annotate(text, gazetteer=gazetteer).mentions if m.surface == name]
    assert found.type == "PERSON"
    return found.decision


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("崇左市第三中学教师李强获奖。", "李强"),
        ("农民王毅种了二十亩甘蔗。", "王毅"),
        ("记者黄坤明摄影报道", "黄坤明"),
        ("防城港市海关关员陈刚、刘洋在东兴口岸查获走私烟。", "陈刚"),
        ("防城港市海关关员陈刚、刘洋在东兴口岸查获走私烟。", "刘洋"),
        ("公司总经理王沪宁表示，订单增长三成。", "王沪宁"),
        ("Giáo viên Lý Cường nhận giải nhất.", "Lý Cường"),
        ("Huấn luyện viên Vương Nghị của đội trẻ khen học trò.", "Vương Nghị"),
        ("Đoàn do ông Lâm Kiếm, Phó Giám đốc Sở làm trưởng đoàn.", "Lâm Kiếm"),
        ("Ông Trần Cương, giám đốc Công ty TNHH Vận tải Hải Long, cho biết.", "Trần Cương"),
    ],
)
def test_somebody_of_another_trade_is_not_linked(text, name, shipped):
    assert _decision(text, name, shipped) == "review"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("中国国务院总理李强会见越南总理。", "李强"),
        ("外交部发言人林剑主持例行记者会。", "林剑"),
        ("演员刘亦菲出席活动。", "刘亦菲"),
        ("Người phát ngôn Bộ Ngoại giao Trung Quốc Lâm Kiếm cho biết.", "Lâm Kiếm"),
        ("Bí thư Khu ủy Quảng Tây Trần Cương tiếp đoàn.", "Trần Cương"),
        ("Cầu thủ Nguyễn Quang Hải ghi bàn.", "Nguyễn Quang Hải"),
        ("Đạo diễn Trương Nghệ Mưu có mặt.", "Trương Nghệ Mưu"),
    ],
)
def test_a_post_or_trade_of_the_person_holds_nothing_back(text, name, shipped):
    assert _decision(text, name, shipped) == "linked"

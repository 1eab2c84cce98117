"""Places of one name: what lies in what decides between them."""

from __future__ import annotations

import pytest

from hanviet import annotate


def _last(text: str, name: str, gazetteer):
    return [m for m in annotate(text, gazetteer=gazetteer).mentions if m.surface == name][-1]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Tỉnh Hà Nam của Việt Nam và thành phố Trịnh Châu, tỉnh Hà Nam.", "Hà Nam", "cn.henan"),
        ("Huyện Hưng An, thành phố Quế Lâm.", "Hưng An", "cn.xingan-guilin"),
        (
            "Tỉnh Quảng Nam có phố cổ Hội An. Huyện Quảng Nam, châu Văn Sơn, tỉnh Vân Nam.",
            "Quảng Nam",
            "cn.guangnan",
        ),
        ("Tây Ninh có núi. Tây Ninh là thủ phủ tỉnh Thanh Hải.", "Tây Ninh", "cn.xining"),
        ("河南省代表团访问越南河南省。", "河南省", "vn.ha-nam"),
        ("越南河南省领导访问中国河南省。", "河南省", "cn.henan"),
        ("Khách từ Thái Nguyên (Sơn Tây) đến Hà Nội.", "Thái Nguyên", "cn.taiyuan"),
    ],
)
def test_what_holds_a_place_outweighs_what_was_meant_before(text, name, expected, shipped):
    found = _last(text, name, shipped)
    assert (found.id, found.decision) == (f"place.{expected}", "linked")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("高平市位于山西省。", "高平市"),
        ("山东省海阳市举行沙滩运动会。", "海阳市"),
        ("Thị trấn Bằng Tường, tỉnh An Giang.", "Bằng Tường"),
        ("Trường Sa là thành phố của Hồ Nam; quần đảo Trường Sa có nhiều đảo.", "Trường Sa"),
    ],
)
def test_a_place_that_is_put_elsewhere_is_not_linked(text, name, shipped):
    assert _last(text, name, shipped).decision != "linked"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tuyến bay nối Nam Ninh, Lạng Sơn và Hà Nội.", "Nam Ninh"),
        ("Giữa Bằng Tường và Lạng Sơn có hai cửa khẩu.", "Bằng Tường"),
        ("越南台灣商會成立。", "台灣"),
        ("中国广西与越南谅山省合作。", "谅山省"),
    ],
)
def test_a_list_of_places_puts_none_into_the_next(text, name, shipped):
    assert _last(text, name, shipped).decision == "linked"

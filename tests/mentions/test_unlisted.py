"""Names that no list holds: people, bodies, places and posts by their form and what is beside."""

from __future__ import annotations

import copy

import pytest

from hanviet import Gazetteer, annotate


@pytest.fixture(scope="module")
def nobody(shipped: Gazetteer) -> Gazetteer:
    """The shipped gazetteer without people."""
    gazetteer = copy.copy(shipped)
    gazetteer.entries = {
        id_: entry for id_, entry in shipped.entries.items() if entry.type != "PERSON"
    }
    gazetteer.__dict__.pop("index", None)
    gazetteer.__dict__.pop("unmarked_index", None)
    gazetteer.__dict__.pop("_by_kind", None)
    return gazetteer


def found(text: str, type_: str, gazetteer: Gazetteer) -> list[str]:
    return [m.surface for m in annotate(text, gazetteer=gazetteer).mentions if m.type == type_]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("云南省委书记赵连山表示,合作很好。", ["赵连山"]),
        ("赵连山主任今天会见客人。", ["赵连山"]),
        ("新华社记者 丁汀 摄", ["丁汀"]),
        ("(文缘/译)", ["文缘"]),
        ("组合黄雨婷/盛李豪夺冠。", ["黄雨婷", "盛李豪"]),
        ("王浩任浙江省省长。", ["王浩"]),
        ("副主席武氏秋水女士出席。", ["武氏秋水"]),
        ("美国驻越南大使马克·纳珀指出,", ["马克·纳珀"]),
        ("外交部长王毅与巴西外长维埃拉会谈。", ["王毅", "维埃拉"]),
    ],
)
def test_chinese_people_are_found_without_a_list(text, people, nobody) -> None:
    assert found(text, "PERSON", nobody) == people


@pytest.mark.parametrize(
    "text",
    ["总理高度评价合作成果。", "国防部长强调指出,", "大使简要介绍了情况。", "陪同主席和夫人出席。",
     "邕宁区蒲庙镇新新村", "越共中央总书记访问期间,双方祝贺两国人民。"],
)  # fmt: skip
def test_words_beside_a_post_are_no_chinese_people(text, nobody) -> None:
    assert found(text, "PERSON", nobody) == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Chủ tịch nước CH Cu-ba Mi-ghen Đi-át Ca-nên đã gửi điện.", ["Mi-ghen Đi-át Ca-nên"]),
        ("bà H'Yim Kđoh, ông Điểu K'ré và bà Y Thanh Hà Niê Kđăm",
         ["H'Yim Kđoh", "Điểu K'ré", "Y Thanh Hà Niê Kđăm"]),
        ("Các bị can là Nguyễn Thị Cúc, Nguyễn Hưng, Dương Văn Bằng.",
         ["Nguyễn Thị Cúc", "Nguyễn Hưng", "Dương Văn Bằng"]),
        ("Các đại biểu thảo luận.\nHoàng Tùng", ["Hoàng Tùng"]),
        ("Bị can Tống Hải Nam khai.", ["Tống Hải Nam"]),
        ("Tổng thống Nga Putin phát biểu.", ["Putin"]),
    ],
)  # fmt: skip
def test_vietnamese_and_foreign_people_are_found_without_a_list(text, people, nobody) -> None:
    assert found(text, "PERSON", nobody) == people


@pytest.mark.parametrize("text", ["thạc sĩ Luật và tiến sĩ Kinh tế", "trường Hoa Kiều Quảng Tây"])
def test_a_degree_and_a_place_make_no_person(text, nobody) -> None:
    assert found(text, "PERSON", nobody) == []


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("ông Lê Văn Minh, Giám đốc Sở Nội vụ tỉnh", ["Giám đốc Sở Nội vụ tỉnh"]),
        ("làm Bí thư Huyện ủy Lâm Bình.", ["Bí thư Huyện ủy Lâm Bình"]),
        ("Phó Giám đốc Sở Văn hóa và Thể thao chủ trì",
         ["Phó Giám đốc Sở Văn hóa và Thể thao"]),
        ("Tổng thống CH Séc đến thăm", ["Tổng thống CH Séc"]),
        ("中国国家博物馆副馆长陈履生受邀", ["中国国家博物馆副馆长"]),
        ("越南驻墨西哥商务参赞刘文康出席", ["越南驻墨西哥商务参赞"]),
    ],
)  # fmt: skip
def test_posts_take_in_bodies_that_no_list_has(text, posts, nobody) -> None:
    assert found(text, "TITLE", nobody) == posts


def test_a_post_stops_before_a_person(nobody) -> None:
    text = "Chủ tịch Thượng viện Hun Sen và Phó Tổng Thư ký Quốc hội Phan Văn Ánh"
    assert found(text, "TITLE", nobody)[0] == "Chủ tịch Thượng viện"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("tại bản Nhóm Pố", ["Nhóm Pố"]),
        ("các xã: Minh Quân, Bảo Hưng, Việt Hồng.", ["Minh Quân", "Bảo Hưng", "Việt Hồng"]),
    ],
)
def test_places_are_found_behind_their_heads_and_in_their_lists(text, places, nobody) -> None:
    assert found(text, "PLACE", nobody) == places


def test_local_bodies_are_named_by_their_place(nobody) -> None:
    text = "Công an xã Tân Thành và Công an xã Tân Long phối hợp."
    assert found(text, "ORG", nobody) == ["Công an xã Tân Thành", "Công an xã Tân Long"]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("đại diện Sở Văn hóa, Thể thao và Du lịch tỉnh.",
         ["Sở Văn hóa, Thể thao và Du lịch tỉnh"]),
        ("Cục Văn hóa - Du lịch châu Nậm Pung đã ký.", ["Cục Văn hóa - Du lịch châu Nậm Pung"]),
        ("Sở NN&PTNT cho biết.", ["Sở NN&PTNT"]),
        ("Trạm Hội ngộ tổ chức tuần tra.", ["Trạm Hội ngộ"]),
        ("Đội Kiểm soát Hải quan số 7 phát hiện.", ["Đội Kiểm soát Hải quan số 7"]),
        ("Theo Cơ quan Cảnh sát điều tra, vụ việc đang được làm rõ.",
         ["Cơ quan Cảnh sát điều tra"]),
        ("Theo hãng tin Zap Zimmer, giá tăng.", ["Zap Zimmer"]),
        ("Liên đoàn Cờ Tam Sao Việt Nam (TSVF) họp. Sau đó TSVF ra thông báo.",
         ["Liên đoàn Cờ Tam Sao Việt Nam", "TSVF", "TSVF"]),
    ],
)  # fmt: skip
def test_bodies_go_on_over_fields_levels_and_abbreviations(text, bodies, nobody) -> None:
    outer = [
        m.surface
        for m in annotate(text, gazetteer=nobody).mentions
        if m.type == "ORG" and m.outer < 0
    ]
    assert outer == bodies


@pytest.mark.parametrize(
    "text",
    ["Văn phòng Tỉnh ủy thông báo.", "Ban tổ chức cho biết.", "Năm nay, mưa nhiều.",
     "Sở Y tế kiểm tra các chợ."],
)  # fmt: skip
def test_bare_bodies_and_verbs_make_no_longer_name(text, nobody) -> None:
    assert [s for s in found(text, "ORG", nobody) if s != "Sở Y tế"] == []
    assert found(text, "EVENT", nobody) == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Bà Grace Wongman thắng. Sau đó Wongman nói.", ["Grace Wongman", "Wongman"]),
        ("Xạ thủ Trịnh Thu Vĩnh thắng. Thu Vĩnh rất vui.", ["Trịnh Thu Vĩnh", "Thu Vĩnh"]),
        ("Ông Hòa Bình cho biết.", ["Hòa Bình"]),
        ("Thứ trưởng Kim Hong-kyun đã đến.", ["Kim Hong-kyun"]),
        ("Hội nghị đã bế mạc.\nTRÍ DŨNG", ["TRÍ DŨNG"]),
        ("tại cơ sở 35-37 Hồ Hảo Hớn, Lễ ký diễn ra", []),
    ],
)
def test_people_are_known_by_the_others_and_by_where_they_stand(text, people, nobody) -> None:
    assert found(text, "PERSON", nobody) == people


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("ngụ H.Yên Tỉnh và TX.Hồng Lĩm", ["Yên Tỉnh", "Hồng Lĩm"]),
        ("tại KCN Đông Mại và các nhà máy", ["Đông Mại"]),
        ("di dân 3 xã vùng ven biển Liên Vỵ, Yên Hòe, Tiên Phóng tới nơi khác",
         ["Liên Vỵ", "Yên Hòe", "Tiên Phóng"]),
        ("trú tại huyện Yên Chậu. Sau đó rời Yên Chậu đi xa.", ["Yên Chậu", "Yên Chậu"]),
        ("Tuyến đường sắt Lào Cai - Hà Nội chạy.", ["Lào Cai", "Hà Nội"]),
    ],
)  # fmt: skip
def test_places_are_found_by_short_heads_lists_and_repetition(text, places, nobody) -> None:
    assert found(text, "PLACE", nobody) == places


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("tham dự Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 12 tại đây",
         "Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 12"),
        ("Sự kiện Thiên An Môn năm 1989 xảy ra.", "Sự kiện Thiên An Môn"),
        ("Khai mạc Hội chợ thương mại biên giới Trung-Việt (Đông Hưng) năm 2012 với",
         "Hội chợ thương mại biên giới Trung-Việt (Đông Hưng) năm 2012"),
        ("dự Hội nghị đặc biệt các Bộ trưởng Ngoại giao ASEAN-Nhật Bản tại",
         "Hội nghị đặc biệt các Bộ trưởng Ngoại giao ASEAN-Nhật Bản"),
        ("hưởng ứng Năm hữu nghị Việt Nam - Lào đã", "Năm hữu nghị Việt Nam - Lào"),
        ("dự Diễn đàn hợp tác quốc tế “Vành đai và Con đường” lần thứ 3 tại",
         "Diễn đàn hợp tác quốc tế “Vành đai và Con đường” lần thứ 3"),
        ("dự Diễn đàn cấp cao Vành đai và Con đường lần thứ 2 tại",
         "Diễn đàn cấp cao Vành đai và Con đường lần thứ 2"),
        ("theo Chương trình gặp gỡ đầu Xuân 2023 giữa", "gặp gỡ đầu Xuân 2023"),
        ("tại kỳ họp thứ 7, Quốc hội khóa XV, đại biểu", "kỳ họp thứ 7, Quốc hội khóa XV"),
        ("Giao lưu hữu nghị Quốc phòng biên giới Việt Nam - Trung Quốc lần thứ 6 năm 2021 tại",
         "Giao lưu hữu nghị Quốc phòng biên giới Việt Nam - Trung Quốc lần thứ 6 năm 2021"),
        ("giành HCV SEA Games 31.", "SEA Games 31"),
        ("khai mạc Tuần Văn hóa, Thể thao và Du lịch tỉnh Cao Bằng năm 2023.",
         "Tuần Văn hóa, Thể thao và Du lịch tỉnh Cao Bằng năm 2023"),
    ],
)  # fmt: skip
def test_events_are_found_with_place_and_edition(text, event, nobody) -> None:
    assert found(text, "EVENT", nobody) == [event]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ông Nguyễn Văn Hữu, Đoàn luật sư Hà Nội, cho biết.", ["Nguyễn Văn Hữu"]),
        ("Đường Nguyễn Huệ Dũng dài, đường Lê Văn Hữu ngắn.", []),
        ("và Lễ hội Hoa Phượng Đỏ tại đây", []),
        ("tại xã Vàng Ma Chải, ở phường Tô Hiệu", []),
        ("Chủ tịch UBND xã Vàng A Dênh và trưởng thôn Lò Văn Sáng", ["Vàng A Dênh", "Lò Văn Sáng"]),
        ("đến tỉnh Quảng Đông (Trung Quốc)", []),
        ("tỉnh Quảng Ngãi.\n\nÔng Hưởng từng học ở đó.", ["Hưởng"]),
        ("Ảnh: Huy Hùng – Văn Đức – TTXVN", ["Huy Hùng", "Văn Đức"]),
        ("Biên tập viên: Thụy Khuê", ["Thụy Khuê"]),
    ],
)  # fmt: skip
def test_roads_communes_and_festivals_are_called_after_people(text, people, nobody) -> None:
    assert found(text, "PERSON", nobody) == people


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("trên đường Lê Văn Hữu gần đó", ["Lê Văn Hữu"]),
        ("các phường Móng Cái 2, Móng Cái 3 và xã bên", ["Móng Cái 2", "Móng Cái 3"]),
        ("gồm: Sa Pa 9, Bát Xát 13, Bắc Hà 15.", ["Sa Pa", "Bát Xát", "Bắc Hà"]),
        ("tại cửa khẩu Quốc gia Thanh Hoàng", ["Thanh Hoàng"]),
        ("nối cầu Bắc Luân 2 với phố", ["Bắc Luân 2"]),
        ("tiến độ cầu Bắc Luân III, nghiên cứu", ["Bắc Luân III"]),
    ],
)
def test_places_have_numbers_and_stand_with_counts(text, places, nobody) -> None:
    assert found(text, "PLACE", nobody) == places


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("chiến sĩ Sư đoàn 316 đến nơi", ["Sư đoàn 316"]),
        ("Đoàn Kinh tế - Quốc phòng 345 giúp dân", ["Đoàn Kinh tế - Quốc phòng 345"]),
        ("tin của Ban Chỉ huy Phòng, chống thiên tai và tìm kiếm cứu nạn tỉnh Lào Cai cho hay",
         ["Ban Chỉ huy Phòng, chống thiên tai và tìm kiếm cứu nạn tỉnh Lào Cai"]),
        ("lãnh đạo các Sở Ngoại vụ, Công Thương", ["Sở Ngoại vụ"]),
        ("với Đồn Biên phòng Xuân Trường (tỉnh)", ["Đồn Biên phòng Xuân Trường"]),
        ("(QNX) - Sáng nay mưa.", ["QNX"]),
        ("Bộ Chỉ huy BĐBP tỉnh họp", []),
    ],
)  # fmt: skip
def test_units_have_numbers_and_fields_have_commas(text, bodies, nobody) -> None:
    assert found(text, "ORG", nobody) == bodies


def test_a_trade_of_a_post_is_taken_in_and_a_shorter_post_is_not(nobody) -> None:
    text = "Trưởng phòng Pháp chế, Trưởng Công an huyện Trà Lĩnh, Ủy viên BTV Tỉnh ủy"
    assert found(text, "TITLE", nobody) == [
        "Trưởng phòng Pháp chế", "Trưởng Công an huyện Trà Lĩnh", "Ủy viên BTV Tỉnh ủy",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Ủy viên Lê Hoài Trung có mặt. Ông yêu cầu các bộ, cơ quan Trung ương phối hợp.",
        "Đoàn thăm Di tích Trụ sở của hội.",
    ],
)
def test_the_first_syllable_of_a_word_is_no_name(text: str, shipped: Gazetteer) -> None:
    surfaces = {m.surface for m in annotate(text, gazetteer=shipped).mentions}
    assert not surfaces & {"Trung", "Trụ"}


@pytest.mark.parametrize("text", ["元江县", "他在元江县", "他去元江县北"])
def test_a_text_may_end_in_a_division(text: str, shipped: Gazetteer) -> None:
    assert found(text, "PLACE", shipped) == ["元江县"]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("phần vốn của Công ty CP phát triển Nam Tây Hồ (Sadexco) cho Công ty Nguyễn Kin.",
         ["Công ty CP phát triển Nam Tây Hồ", "Sadexco", "Công ty Nguyễn Kin"]),
        ("phụ trách Vụ Chính sách cán bộ, trúng tuyển", ["Vụ Chính sách cán bộ"]),
        ("tin của Cục phòng chống ma túy và tội phạm cho hay",
         ["Cục phòng chống ma túy và tội phạm"]),
        ("phối hợp Cục Kỹ thuật nghiệp vụ A06 bắt", ["Cục Kỹ thuật nghiệp vụ A06"]),
        ("thuộc ĐH Khoa học Xã hội & Nhân văn tỉnh Lào Cai đã",
         ["ĐH Khoa học Xã hội & Nhân văn tỉnh Lào Cai"]),
        ("với Trung tâm Văn hóa Trung Quốc tại Hà Nội tổ chức",
         ["Trung tâm Văn hóa Trung Quốc tại Hà Nội"]),
        ("của Bộ Đất đai Tài nguyên Trung Quốc.", ["Bộ Đất đai Tài nguyên Trung Quốc"]),
        ("Ảnh: Zenty Images. Theo BCX News, giá tăng", ["Zenty Images", "BCX News"]),
        ("cuốn Bộ Luật Hình sự và Trường Giang", []),
        ("VOX.VN - Sáng nay mưa.", ["VOX.VN"]),
    ],
)  # fmt: skip
def test_firms_departments_and_foreign_bodies_are_found_whole(text, bodies, nobody) -> None:
    outer = [
        m.surface
        for m in annotate(text, gazetteer=nobody).mentions
        if m.type == "ORG" and m.outer < 0
    ]
    assert outer == bodies


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("cựu phó tổng giám đốc Công ty Chứng khoán XYZ, bị bắt",
         ["phó tổng giám đốc Công ty Chứng khoán XYZ"]),
        ("Nguyễn Ngọc Thạch (36 tuổi, phó tổng giám đốc) nói", ["phó tổng giám đốc"]),
        ("Lê Văn Minh, nguyên chủ tịch HĐQT, nói", ["chủ tịch HĐQT"]),
        ("ông Nguyễn Văn An, Bộ trưởng bộ Công an; họp", ["Bộ trưởng bộ Công an"]),
        ("cựu Tổng Giám đốc Vinaxinlines - Trần Văn Liêm", ["Tổng Giám đốc Vinaxinlines"]),
        ("ông Lê Văn Minh, Phó Trưởng ban Thường trực Ban Chỉ đạo; họp",
         ["Phó Trưởng ban Thường trực Ban Chỉ đạo"]),
        ("Lê Văn Minh, Trưởng phòng Tài chính - kế hoạch huyện Tân An, nói",
         ["Trưởng phòng Tài chính - kế hoạch huyện Tân An"]),
        ("ông Lê Văn Minh, Bí thư Ban cán sự đảng, nói", ["Bí thư Ban cán sự đảng"]),
        ("có 8 Phó ban và 9 giám đốc, nhận chức vụ mới", []),
    ],
)  # fmt: skip
def test_posts_in_lower_case_and_of_bare_bodies_are_found(text, posts, nobody) -> None:
    assert found(text, "TITLE", nobody) == posts


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("ông Nghiêm Xuân Thành - nguyên Chủ tịch", ["Nghiêm Xuân Thành"]),
        ("học giả Trung Quốc Thành Hán Bình (Cheng Hanxing) nói",
         ["Thành Hán Bình", "Cheng Hanxing"]),
        ("đối với Huang HuiGuong (Hoàng Huy Quang).", ["Huang HuiGuong", "Hoàng Huy Quang"]),
        ("Chủ tịch Ủy ban Liên minh châu Phi (AU) Muxxa Faki Mahamet.", ["Muxxa Faki Mahamet"]),
        ("Thư ký Hội đồng An ninh Nga Nikolai Patruxev (trái)", ["Nikolai Patruxev"]),
        ("Các bị cáo Thơ, Khôi, Thức và Thúy đứng dậy.", ["Thơ", "Khôi", "Thức", "Thúy"]),
        ("Mưa to.\nẢnh: N.Nam. Tin: T.L", ["N.Nam"]),
        ("Mưa to.\nP.Thủy", ["P.Thủy"]),
        ("Mưa to.\nAn An (Theo THX)", ["An An"]),
        ("Ông Cố Dũng Hoa tiếp đoàn", ["Cố Dũng Hoa"]),
        ("Đoàn Việt Nam do ông Lê Văn Minh dẫn đầu", ["Lê Văn Minh"]),
        ("qua thủ môn Thái Lan và họa sĩ Việt kiều", []),
        ("Công ty Thành Lâm ở thôn biên giới Lù Dì Sán", []),
    ],
)  # fmt: skip
def test_people_stand_with_brackets_initials_and_sources(text, people, nobody) -> None:
    assert found(text, "PERSON", nobody) == people


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("của bang Mizzouri và bang Xóm", ["Mizzouri"]),
        ("vùng biển Bắc Biển Đông có gió", ["Bắc Biển Đông"]),
        ("Bão vào miền Trung Việt Nam.", ["miền Trung", "Việt Nam"]),
        ("qua Cửa khẩu Bắc Luân 2 - Móng Cái", ["Bắc Luân 2", "Móng Cái"]),
        ("gồm: xã Vĩnh Phong (Bảo Lâm); Cảnh Tiền (Trùng Khánh); Kéo Yến, Đào Ngàn (Hà Quảng).",
         ["Vĩnh Phong", "Bảo Lâm", "Cảnh Tiền", "Trùng Khánh", "Kéo Yến", "Đào Ngàn", "Hà Quảng"]),
        ("Đường sắt Trảng Bom - Dĩ An", ["Trảng Bom", "Dĩ An"]),
    ],
)  # fmt: skip
def test_places_have_directions_numbers_and_holders_in_brackets(text, places, nobody) -> None:
    assert found(text, "PLACE", nobody) == places


def test_communes_that_a_plural_announces_are_no_people_and_no_rivers(shipped: Gazetteer) -> None:
    text = "Các xã Púng Luông, La Pán Tẩn sơ tán dân. Hai thôn Nông Thịnh và Hoàng Hà bị cô lập."
    found = {one.surface: one for one in annotate(text, gazetteer=shipped).mentions}
    assert set(found) == {"Púng Luông", "La Pán Tẩn", "Nông Thịnh", "Hoàng Hà"}
    assert {one.type for one in found.values()} == {"PLACE"}
    assert found["Hoàng Hà"].id is None


def test_the_head_of_a_committee_of_an_event_is_no_part_of_its_name(nobody) -> None:
    text = "Trưởng Ban Tổ chức Hội chợ Nguyễn Thành Nam khẳng định."
    assert found(text, "PERSON", nobody) == ["Nguyễn Thành Nam"]
    assert found(text, "TITLE", nobody) == ["Trưởng Ban Tổ chức Hội chợ"]


def test_correspondents_and_centres_go_on_over_their_bodies(nobody) -> None:
    text = "Ông An, Trưởng Phân xã TTXVN tại Bắc Kinh."
    assert found(text, "TITLE", nobody) == ["Trưởng Phân xã TTXVN tại Bắc Kinh"]
    text = "thuộc Trung tâm nghiên cứu các vấn đề quốc tế của Tân Hoa xã, cho biết"
    assert "Trung tâm nghiên cứu các vấn đề quốc tế của Tân Hoa xã" in found(text, "ORG", nobody)


def test_a_day_of_remembrance_is_no_event(nobody) -> None:
    assert found("và 36 năm Ngày hội Quốc phòng toàn dân.", "EVENT", nobody) == []


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("họp với UBND 4 tỉnh biên giới và Công an 5 huyện", []),
        ("họp với UBND Quận 4 hôm nay", ["UBND Quận 4"]),
    ],
)
def test_a_number_names_a_ward_only_behind_its_head(text, bodies, nobody) -> None:
    assert found(text, "ORG", nobody) == bodies


def test_the_generic_part_of_a_ward_is_written_once(shipped) -> None:
    (body, *_) = annotate("UBND Quận 4 họp hôm nay.", gazetteer=shipped).mentions
    assert body.zh_hans == "第四郡人民委员会"


def test_a_delegation_is_nobodys_post(nobody) -> None:
    assert found("Đoàn đại biểu HĐND tỉnh Lào Cai đến thăm.", "TITLE", nobody) == []


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("Ban Thường vụ Nhân đại châu Hồng Hà họp.", "红河州人民代表大会常务委员会"),
        ("Nhân đại tỉnh Quảng Đông họp.", "广东省人民代表大会"),
        ("HĐND huyện Hà Quảng họp.", "河广县人民议会"),
        ("Ban Bí thư T.Ư Đoàn họp.", "共青团中央书记处"),
    ],
)
def test_local_assemblies_say_their_level(text: str, zh: str, shipped: Gazetteer) -> None:
    (body, *_) = annotate(text, gazetteer=shipped).mentions
    assert body.zh_hans == zh

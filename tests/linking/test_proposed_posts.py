"""In running text a post of known parts is proposed, never linked."""

from __future__ import annotations

import pytest

from hanviet import Gazetteer, annotate


@pytest.mark.parametrize(
    ("text", "surface", "form"),
    [
        (
            "Bà Trịnh Tuyết Mai, Giám đốc Sở Ngoại vụ, làm trưởng đoàn.",
            "Giám đốc Sở Ngoại vụ",
            "外事厅厅长",
        ),
        (
            "Ông Phạm Ngọc Thủy, Phó Giám đốc Sở GTVT tỉnh Quảng Ngãi, báo cáo.",
            "Phó Giám đốc Sở GTVT tỉnh Quảng Ngãi",
            "广义省交通运输厅副厅长",
        ),
        (
            "自治区外事办副主任顾航陪同考察。",
            "自治区外事办副主任",
            "Phó Chủ nhiệm Văn phòng Ngoại vụ Khu tự trị",
        ),
    ],
)
def test_a_post_of_known_parts_is_proposed(
    shipped: Gazetteer, text: str, surface: str, form: str
) -> None:
    (post,) = [m for m in annotate(text, gazetteer=shipped).mentions if m.surface == surface]
    assert post.type == "TITLE"
    assert (post.decision, post.level, post.id) == ("proposed", "pattern", None)
    assert form in (post.vi, post.zh_hans)


def test_a_post_with_an_unknown_part_stays_unknown(shipped: Gazetteer) -> None:
    text = "Ông Trương Thông Nguyên, Chủ tịch Tập đoàn Hoa Lợi, cảm ơn lãnh đạo tỉnh."
    posts = [m for m in annotate(text, gazetteer=shipped).mentions if m.type == "TITLE"]
    assert [(m.surface, m.decision) for m in posts] == [("Chủ tịch Tập đoàn Hoa Lợi", "unknown")]


@pytest.mark.parametrize(
    ("text", "surface", "form"),
    [
        ("越南驻华大使范星梅接受采访。", "越南驻华大使", "Đại sứ Việt Nam tại Trung Quốc"),
        ("缅甸第一副总统敏瑞会见来宾。", "缅甸第一副总统", "Phó Tổng thống thứ nhất Myanmar"),
        ("崇左市代市长何良军会见来宾。", "崇左市代市长", "Quyền Thị trưởng Sùng Tả"),
        (
            "Ông Lê Hoài Trung giữ quyền Bộ trưởng Ngoại giao.",
            "quyền Bộ trưởng Ngoại giao",
            "代理外交部长",
        ),
        (
            "Ông Lý Quý, Chánh Văn phòng Huyện ủy Hà Khẩu, tiễn đoàn.",
            "Chánh Văn phòng Huyện ủy Hà Khẩu",
            "河口县委办公室主任",
        ),
        ("Phó Tỉnh trưởng Vân Nam Lưu Dũng dự lễ.", "Phó Tỉnh trưởng Vân Nam", "云南省副省长"),
    ],
)
def test_posts_of_patterns_print_what_their_level_says(
    shipped: Gazetteer, text: str, surface: str, form: str
) -> None:
    (post,) = [m for m in annotate(text, gazetteer=shipped).mentions if m.surface == surface]
    assert post.decision == "linked"
    assert form in (post.vi, post.zh_hans)


def test_two_posts_with_jian_between_them_are_two(shipped: Gazetteer) -> None:
    text = "柬埔寨副首相兼外交大臣布拉索到访。"
    posts = [m.surface for m in annotate(text, gazetteer=shipped).mentions if m.type == "TITLE"]
    assert posts == ["柬埔寨副首相", "外交大臣"]


def posts_of(text: str, gazetteer: Gazetteer) -> dict[str, tuple[str, str | None]]:
    found = annotate(text, gazetteer=gazetteer).mentions
    return {m.surface: (m.decision, m.id) for m in found if m.type == "TITLE"}


def test_the_place_that_a_list_says_goes_before_the_posts_known_of_the_holder(
    shipped: Gazetteer,
) -> None:
    text = (
        "Đồng chí Vũ Đại Thắng, Bí thư Tỉnh ủy, Trưởng đoàn ĐBQH tỉnh Quảng Ninh, và đồng chí "
        "Cao Tường Huy, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, chủ trì."
    )
    posts = posts_of(text, shipped)
    assert posts["Bí thư Tỉnh ủy"] == ("linked", "pattern.party-secretary(place.vn.quang-ninh)")
    assert posts["Phó Bí thư Tỉnh ủy"][1] == "pattern.deputy-party-secretary(place.vn.quang-ninh)"


def test_the_state_that_a_list_says_last_holds_for_the_party_said_first(
    shipped: Gazetteer,
) -> None:
    text = "Ông Vilayvong, Ủy viên Trung ương Đảng, Bí thư, Tỉnh trưởng Champasak, tiếp đoàn."
    posts = posts_of(text, shipped)
    assert posts["Ủy viên Trung ương Đảng"][1] == (
        "pattern.central-committee-member(org.la.lao-peoples-revolutionary-party)"
    )


def test_two_deputies_of_a_kingdom_are_printed_as_its_own(shipped: Gazetteer) -> None:
    text = "Phó Thủ tướng, Bộ trưởng Bộ Ngoại giao Campuchia Prak Sokhonn dự."
    (deputy, _) = [m for m in annotate(text, gazetteer=shipped).mentions if m.type == "TITLE"]
    assert deputy.zh_hans == "副首相"


def test_the_government_of_a_place_is_not_that_of_the_state(shipped: Gazetteer) -> None:
    (post,) = posts_of("自治区政府秘书长莫恭明参加会见。", shipped)
    assert post == "自治区政府秘书长"


def test_a_bare_head_of_a_state_that_says_two_things_is_for_review(shipped: Gazetteer) -> None:
    text = "陪同出访的有政府办公厅主任、部长陈文山，越南驻华大使范星梅。"
    assert posts_of(text, shipped)["部长"][0] != "linked"

"""Names that tempt to a link which would be wrong, beside like ones that are linked."""

from __future__ import annotations

import pytest

from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer

HELD_BACK = """
Bà Mao Ninh, tiểu thương chợ Đồng Xuân, bán vải hơn 20 năm. | Mao Ninh
Tiến sĩ Vương Nghị, giảng viên Đại học Bách khoa Hà Nội, trình bày. | Vương Nghị
Nguyễn Thanh Nghị, 25 tuổi, vô địch giải chạy Đà Nẵng. | Nguyễn Thanh Nghị
Chủ tịch UBND huyện Trần Đức Thắng dự lễ. | Trần Đức Thắng
Phường Võ Nguyên Giáp vừa được đổi tên. | Võ Nguyên Giáp
北京大学教授李强在会上作报告。 | 李强
昆明市公安局副局长李强介绍案情。 | 李强
县委书记陈刚到村里调研。 | 陈刚
陈刚村位于山区。 | 陈刚
Bài và ảnh: Lê Minh Hưng | Lê Minh Hưng
(Ảnh: Lê Minh Hưng/TTXVN) | Lê Minh Hưng
Trung tá Lương Tam Quang, Trưởng Công an xã Bình Khánh. | Lương Tam Quang
李强，1988年生，上海人，工程师。 | 李强
王毅（化名）说。 | 王毅
Xã Đại Đồng, huyện Tiên Du; khu công nghiệp Đại Đồng. | Đại Đồng
责编：刘宁、张军 | 刘宁
责编：刘宁、张军 | 张军
Danh hài Trường Giang và vợ là Nhã Phương. | Trường Giang
Chị Quỳnh Châu, anh Hải Dương và cháu Thanh Hải đi Đà Nẵng. | Hải Dương
Tàu Trường Sa 19 rời cảng. | Trường Sa
Tàu cao tốc Trưng Trắc dừng chạy. | Trưng Trắc
Chiến hạm Trần Hưng Đạo thăm Trung Quốc. | Trần Hưng Đạo
Nhà hàng và chợ Đông Kinh đông khách dịp lễ. | Đông Kinh
Đường Tây Sơn (quận Đống Đa) ùn tắc kéo dài. | Tây Sơn
Khu danh thắng Tây Sơn ở ngoại ô Bắc Kinh thu hút du khách. | Tây Sơn
Bưởi Đoan Hùng và chè Tân Cương đều là đặc sản. | Tân Cương
VÌ HÒA BÌNH VÀ PHÁT TRIỂN BỀN VỮNG | HÒA BÌNH
Sân bay Nội Bài và cầu Nhật Tân đều thuộc Hà Nội. | Nhật
Bộ Giáo dục Đài Loan họp báo. | Bộ Giáo dục
Bộ Tài chính Mỹ áp trừng phạt. Bộ Tài chính nói sẽ tiếp tục. | Bộ Tài chính
Quốc hội Lào thông qua luật. Chủ tịch Quốc hội khẳng định. | Chủ tịch Quốc hội
Chủ tịch nước Lào thăm Trung Quốc; Chủ tịch nước bày tỏ vui mừng. | Chủ tịch nước
Trung ương Đảng Lào chúc mừng. | Đảng
泰国总理会见越南总理。总理指出双边贸易增长。 | 总理
台湾外交部声明，国防部亦发布新闻稿。 | 国防部
蒙古国政府和蒙古人民党召开会议。 | 人民党
人民党推举候选人。 | 人民党
朝鲜人民军举行演习。 | 人民军
老挝人民报刊登文章。 | 人民报
科菲·安南曾任联合国秘书长，安南于2018年去世。 | 安南
韶关北江水位上涨。 | 北江
保持社会安定。 | 会安
和平时期，和平省的水电站。 | 和平
海防部队换防。 | 海防
中国公安机关公开通缉的嫌疑人。 | 关公
柬埔寨首相洪森会见商务部长班苏萨。 | 商务部长
老挝人民革命党中央政治局委员、中央办公厅主任佩·蓬皮帕会见了代表团。 | 中央办公厅
阮富仲出席会议，会议选举了中央政治局委员。 | 政治局
应美国太平洋舰队司令哈里斯的邀请访问。 | 哈里斯
被判处死刑的阮春山再次受审。 | 阮春山
东盟成员国驻港总领事出席午餐会。 | 驻港总领事
国会免去阮富仲的国家主席职务。 | 国家主席
护卫舰广元舰和汉中舰参加巡逻。 | 广元
文朗大学副校长裴范兰芳出席。 | 文朗
东南亚足球联合会锦标赛在泰国举行。 | 南亚
财政司副司长黄伟纶和政府新闻处处长出席。 | 政府
"""

LINKED = """
Thủ tướng Phạm Minh Chính, ca sĩ Mỹ Tâm dự lễ. | Phạm Minh Chính | person.vn.pham-minh-chinh
Huyện Tây Sơn, tỉnh Bình Định, là quê hương của Nguyễn Huệ. | Tây Sơn | place.vn.tay-son
Đại học Thanh Hoa ở Bắc Kinh. | Đại học Thanh Hoa | org.cn.tsinghua-university
Khu tự trị Tân Cương của Trung Quốc trồng bông. | Khu tự trị Tân Cương | place.cn.xinjiang
Tỉnh Hòa Bình và Hà Nội ký kết. | Hòa Bình | place.vn.hoa-binh
Thủ tướng Nhật Bản thăm Việt Nam. Thủ tướng Phạm Minh Chính chủ trì lễ đón. | Phạm Minh Chính | \
person.vn.pham-minh-chinh
柬埔寨人民党主席洪森会见王毅。人民党表示支持。 | 人民党 | org.kh.cambodian-peoples-party
云南省安宁市位于昆明西部。 | 安宁市 | place.cn.anning
广西党委书记陈刚到村里调研。 | 陈刚 | person.cn.chen-gang-1965
越南人民军代表团访华。 | 越南人民军 | org.vn.peoples-army
外交部副发言人段克越回答记者提问。 | 外交部 | org.vn.ministry-of-foreign-affairs
越共中央政治局委员、中央办公厅主任范嘉肃出席。 | 中央办公厅主任 | \
pattern.party-body-head(org.vn.cpv-central-office)
习近平会见苏林。外交部部长王毅参加。 | 外交部部长 | \
pattern.minister(org.cn.ministry-of-foreign-affairs)
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().split("\n")]


@pytest.mark.parametrize(("text", "name"), rows(HELD_BACK))
def test_a_name_that_may_be_anothers_is_not_linked(
    shipped: Gazetteer, text: str, name: str
) -> None:
    last = [one for one in annotate(text, gazetteer=shipped).mentions if one.surface == name][-1:]
    assert all(one.decision != "linked" for one in last)


@pytest.mark.parametrize(("text", "name", "id_"), rows(LINKED))
def test_a_name_that_its_words_speak_for_is_linked(
    shipped: Gazetteer, text: str, name: str, id_: str
) -> None:
    found = [one for one in annotate(text, gazetteer=shipped).mentions if one.surface == name]
    assert [(one.id, one.decision) for one in found] == [(id_, "linked")] * len(found)
    assert found


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("越南驻华大使馆", "Đại sứ quán Việt Nam tại Trung Quốc"),
        ("中国驻越大使", "Đại sứ Trung Quốc tại Việt Nam"),
    ],
)
def test_a_half_prints_the_whole_name_of_its_state(
    shipped: Gazetteer, text: str, form: str
) -> None:
    assert annotate(text, gazetteer=shipped).mentions[0].vi == form


@pytest.mark.parametrize("name", ["田村智子", "班苏萨"])
def test_a_foreign_name_gets_no_reading(shipped: Gazetteer, name: str) -> None:
    (mention,) = (
        one for one in annotate(f"代表{name}说", gazetteer=shipped).mentions if one.surface == name
    )
    assert (mention.decision, mention.vi) == ("unknown", None)

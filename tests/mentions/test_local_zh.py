"""Chinese bodies, posts, places and events that no list holds, by their grammar."""

from __future__ import annotations

import pytest
from tests.mentions.outer_mentions import outer

from hanviet import Gazetteer, annotate


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("代表团访问了滇池水务有限公司。", ["滇池水务有限公司"]),
        ("东兴市文化广电体育和旅游局官员介绍说", ["东兴市文化广电体育和旅游局"]),
        ("应中国—东盟中心邀请来华", ["中国—东盟中心"]),
        ("接待了菲律宾福建总商会代表团", ["菲律宾福建总商会"]),
        ("越南驻日本大阪总领事馆的干部", ["越南驻日本大阪总领事馆"]),
        ("深圳桃李未来教育集团与广西的学校", ["深圳桃李未来教育集团"]),
        ("河内是越南的政治经济文化中心", []),
        ("云南瑞丽警方捣破偷渡集团", []),
        ("警方日前联合斗门海关缉私局抓获嫌疑人", ["斗门海关缉私局"]),
        ("将八千亿越盾入股大洋股份商业银行", ["大洋股份商业银行"]),
        ("柬埔寨总商会领导出席", ["柬埔寨总商会"]),
        ("通信传媒部、农业与农村发展部派员参加", ["通信传媒部", "农业与农村发展部"]),
        ("目前經濟部已設立辦公室", ["經濟部"]),
        ("移民署苗栗專勤隊移送", ["移民署苗栗專勤隊"]),
        ("駐越南代表處今天表示", ["駐越南代表處"]),
        ("曾在阮爱国高级党校学习", ["阮爱国高级党校"]),
        ("越南社科院、防务国际关系研究院等智库", ["越南社科院", "防务国际关系研究院"]),
        ("设在学校的服务部和市场部", []),
    ],
)
def test_bodies_begin_with_a_place_and_end_in_a_suffix(text, bodies, shipped: Gazetteer) -> None:
    assert outer(text, "ORG", shipped) == bodies


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("越南工商部组织人事司高级专员邓青垂表示", ["越南工商部组织人事司高级专员"]),
        ("凭祥综合保税区管委会常务副主任王方红介绍", ["凭祥综合保税区管委会常务副主任"]),
        ("云南省政府国际区域合作办公室主任马俊出席", ["云南省政府国际区域合作办公室主任"]),
        ("驻胡志明市代总领事徐州出席活动", ["驻胡志明市代总领事"]),
        ("柬埔寨副首相兼内阁办公厅大臣翁赛维索发言", ["柬埔寨副首相", "内阁办公厅大臣"]),
        ("19日中国代表抵达", []),
        ("越南商工總會（VCCI）秘書長陳氏蘭英致詞", ["越南商工總會（VCCI）秘書長"]),
        ("駐越南代表劉世忠表示", ["駐越南代表"]),
        ("代表包括廠商會會長盧金榮、工業總會主席莊子雄等", ["廠商會會長", "工業總會主席"]),
        ("行政長官辦公室主任葉文娟出席", ["行政長官辦公室主任"]),
        ("会见了经商参赞胡锁锦", ["经商参赞"]),
        ("缪仁赖副会长兼监事长出席", ["副会长", "监事长"]),
        (
            "中国中化集团公司原党组成员、董事、总经理蔡希有",
            ["中国中化集团公司原党组成员", "董事", "总经理"],
        ),
    ],
)
def test_posts_take_in_units_and_prefixes(text, posts, shipped: Gazetteer) -> None:
    assert outer(text, "TITLE", shipped) == posts


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("在山东街开店", ["山东街"]),
        ("继深圳罗湖口岸、珠海拱北口岸之后", ["深圳", "罗湖口岸", "珠海", "拱北口岸"]),
        ("来到宣光省安山县,安山县各族人民", ["宣光省", "安山县", "安山县"]),
        ("曾称鸡陵关、大南关和界首关。", ["鸡陵关", "大南关", "界首关"]),
        ("江州区辖太平、江南、石景林3个街道", ["江州区", "太平", "江南", "石景林"]),
        ("东兴市区的居民", ["东兴"]),
        ("雲南老鄉來台", ["雲南"]),
        ("后防线也不会有胡晋泰。", []),
    ],
)
def test_places_are_found_by_suffix_and_list(text, places, shipped: Gazetteer) -> None:
    assert outer(text, "PLACE", shipped) == places


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("第九届庆和省芽庄海洋节开幕", ["第九届庆和省芽庄海洋节"]),
        ("本届中越边境商贸·旅游博览会将举行", ["中越边境商贸·旅游博览会"]),
        ("自治区政协十一届十六次常委会议召开", ["自治区政协十一届十六次常委会议"]),
        ("参加两场国际友谊赛", []),
    ],
)
def test_events_have_an_edition_or_a_place(text, events, shipped: Gazetteer) -> None:
    assert outer(text, "EVENT", shipped) == events


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("副主席恳通·西苏翁分别代表双方", ["恳通·西苏翁"]),
        ("作者 翟李强 黄令妍", ["翟李强", "黄令妍"]),
        ("记者合宇聪 报道", ["合宇聪"]),
        ("现任合肥市委副书记、市长凌云,拟任书记。凌云早期在此工作", ["凌云", "凌云"]),
        ("中国驻胡志明市总领馆徐州副总领事出席", ["徐州"]),
        ("统战部部长黄菱等500余人出席", ["黄菱"]),
        ("住在陈国瓒街82号", []),
    ],
)
def test_people_at_the_edge_of_words_and_places(text, people, shipped: Gazetteer) -> None:
    assert outer(text, "PERSON", shipped) == people


def test_a_famous_name_in_a_list_of_winners_is_a_namesake(shipped: Gazetteer) -> None:
    text = "刘洋(清华大学)、李明(浙江大学)获奖"
    people = [m for m in annotate(text, gazetteer=shipped).mentions if m.type == "PERSON"]
    assert people[0].decision == "review"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("融安县板榄镇马步村六洞屯发生山体滑坡", ["融安县", "板榄镇", "马步村", "六洞屯"]),
        ("G209线融安县长安镇保江村路段塌方", ["融安县", "长安镇", "保江村"]),
        ("在长沙群岛巴平岛的演习", ["长沙群岛", "巴平岛"]),
        ("柳江支流古宜河(三江县)", ["柳江", "古宜河", "三江县"]),
        ("市内的竹山港、潭吉港可与越南通航", ["竹山港", "潭吉港", "越南"]),
        ("沉浸在仙姑瀑布和莲侬瀑布", ["仙姑瀑布", "莲侬瀑布"]),
        ("走进中越边境南溪河畔", ["中", "越", "南溪河"]),
        ("一个叫“东盟大道”的地方", ["东盟大道"]),
        ("镇康县南伞镇红岩村刺树丫口自然村", ["镇康县", "南伞镇", "红岩村", "刺树丫口"]),
        ("芒㖇县有十个民族。提到芒㖇,", ["芒㖇县", "芒㖇"]),
        ("普拉底乡力透底村委会发生泥石流", ["普拉底乡", "力透底村"]),
        ("已超过长江三峡枢纽", ["长江", "三峡枢纽"]),
        ("经灵山县陆屋镇沿钦江进入北部湾", ["灵山县", "陆屋镇", "钦江", "北部湾"]),
        ("是百色市人口第一大县", ["百色市"]),
        ("与缅甸隔江相望", ["缅甸"]),
        ("当地的贫困村和边境村", []),
    ],
)
def test_places_in_no_list_are_weighed_by_their_characters(
    text, places, shipped: Gazetteer
) -> None:
    assert outer(text, "PLACE", shipped) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("向桂北、桂东进击", ["桂北", "桂东"]),
        ("滇东南的雨季", ["滇东南"]),
        ("关注滇西北、滇东北的天气", ["滇西北", "滇东北"]),
        ("百色市的田阳、田东、平果等县", ["百色市", "田阳", "田东", "平果"]),
        ("作为黔、湘、桂地区的通道", ["黔", "湘", "桂"]),
        ("辖东兴、江平、马路三个镇", ["东兴", "江平", "马路"]),
        ("高原位于新寨和大坪两乡", ["新寨", "大坪"]),
        (
            "龙城县龙安、平山、锦唐、溪绸、龙福6乡",
            ["龙城县", "龙安", "平山", "锦唐", "溪绸", "龙福"],
        ),
        ("防城港市港口、防城、东兴、上思等县", ["防城港市", "港口", "防城", "东兴", "上思"]),
        ("拥有莲姑、耀清、香江、琉璃等16条气势恢宏的瀑布", ["莲姑", "耀清", "香江", "琉璃"]),
        ("瀑布下面是归山河(Quay Sun),", ["归山河", "Quay Sun"]),
        ("越过崎岖的赣玺(Cán Tỷ)岭", ["赣玺", "Cán Tỷ"]),
        ("桂东县的居民", ["桂东县"]),
    ],
)
def test_regions_lists_and_glosses_of_places_are_found(text, places, shipped: Gazetteer) -> None:
    assert outer(text, "PLACE", shipped) == places


def test_what_a_list_counts_as_waterfalls_is_neither_a_person_nor_a_river(
    shipped: Gazetteer,
) -> None:
    text = "得农省有德拉萨、嘉隆、香江、琉璃等16条瀑布。"
    ids = {mention.surface: mention.id for mention in annotate(text, gazetteer=shipped).mentions}
    assert ids["嘉隆"] is None
    assert ids["香江"] is None


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("流经崇左市的明江、丽江、黑水河等河流", "review"),
        ("桂林市和柳江支流", "review"),
        ("云南省昆明市和丽江", "linked"),
    ],
)
def test_a_city_called_after_its_river_is_not_the_river(text, decision, shipped: Gazetteer) -> None:
    found = {m.surface: m.decision for m in annotate(text, gazetteer=shipped).mentions}
    assert next(found[city] for city in ("丽江", "柳江") if city in found) == decision


def test_storms_are_no_people(shipped: Gazetteer) -> None:
    text = "台风“韦帕”进入北部湾。受“韦帕”影响,当地有暴雨。"
    assert outer(text, "PERSON", shipped) == []

"""What ordinary news of the border prints in Chinese: credits, withheld names, gates, zones."""

from __future__ import annotations

import pytest
from tests.mentions.outer_mentions import outer

from hanviet import Gazetteer, annotate


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("相关负责人表示。(完)【编辑:黄秀峰】", ["黄秀峰"]),
        ("(责编:李山、周大海)", ["李山", "周大海"]),
        ("来源:新华网 编辑:云南日报 监制:云南", []),
        ("由六库前往县城", []),
        ("范明政与代表团进行了工作会谈。", ["范明政"]),
        ("警方将农某强与韦某花移交", ["农某强", "韦某花"]),
        ("嫌疑人阮某和同伙被抓获,李某在某地藏匿", []),
        ("越南青年黎文海正在翻看照片", ["黎文海"]),
        ("参观陈列馆和展厅", []),
    ],
)
def test_people_are_told_by_the_line_or_the_form_of_the_name(
    text: str, people: list[str], shipped: Gazetteer
) -> None:
    assert outer(text, "PERSON", shipped) == people


def test_an_editor_called_as_an_island_is_not_linked_to_it(shipped: Gazetteer) -> None:
    mentions = annotate("(责编:李山)", gazetteer=shipped).mentions
    assert [(m.surface, m.type, m.id) for m in mentions] == [("李山", "PERSON", None)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("参观胡志明故居、鲁迅纪念馆", ["胡志明故居", "鲁迅纪念馆"]),
        ("走进胡志明洞及附近村屯", ["胡志明洞"]),
        ("位于云南自贸试验区红河片区的企业", ["云南自贸试验区红河片区"]),
        ("来自越南高平省下琅县光隆社的村民", ["越南", "高平省", "下琅县", "光隆社"]),
        ("中方乐见中越航空企业合作", ["中", "越"]),
        ("苏贝和社德他将见证", []),
        ("他来到丙中洛采访", ["丙中洛"]),
    ],
)
def test_places_are_whole_and_cut_out_of_no_word(
    text: str, places: list[str], shipped: Gazetteer
) -> None:
    assert outer(text, "PLACE", shipped) == places


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("与越南谅山省边防指挥部会晤", ["越南谅山省边防指挥部"]),
        ("越南同奈科技大学的学生", ["同奈科技大学"]),
        ("天保出入境边防检查站董干分站负责人", ["天保出入境边防检查站董干分站"]),
        ("中国日报云南记者站报道", ["中国日报云南记者站"]),
        ("位于园区的唐立特纺织品有限公司车间内", ["唐立特纺织品有限公司"]),
        ("中越航班增加,越航开通新航线", ["越航"]),
    ],
)
def test_bodies_are_taken_whole(text: str, bodies: list[str], shipped: Gazetteer) -> None:
    assert outer(text, "ORG", shipped) == bodies


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("自治区副主席黄大海会见客人", ["自治区副主席"]),
        ("越中双边合作指导委员会越方主席裴青山出席", ["越中双边合作指导委员会越方主席"]),
        ("市委常委、市人民政府副市长韦大山陪同", ["市委常委", "市人民政府副市长"]),
        (
            "据河口出入境边防检查站执勤二队副队长李明介绍",
            ["河口出入境边防检查站执勤二队副队长"],
        ),
    ],
)
def test_posts_of_governments_and_squads_are_taken_whole(
    text: str, posts: list[str], shipped: Gazetteer
) -> None:
    assert outer(text, "TITLE", shipped) == posts


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("出席第五届泛北论坛。代表团参加泛北论坛后回国", ["第五届泛北论坛", "泛北论坛"]),
        ("举办第三届文化节。文化节为期三天", ["第三届文化节"]),
        (
            "将举行2023年中老越三国(普洱)边境商品交易会",
            ["2023年中老越三国(普洱)边境商品交易会"],
        ),
    ],
)
def test_a_series_stands_without_its_number_and_an_event_with_its_place(
    text: str, events: list[str], shipped: Gazetteer
) -> None:
    assert outer(text, "EVENT", shipped) == events

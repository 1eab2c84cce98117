"""Traditional forms: surnames, regions, all candidates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.orthography.chinese import to_simplified
from hanviet.orthography.traditional import MAX_VARIANTS, to_traditional, traditional_variants

PEOPLE = {
    "陈刚": "陳剛",
    "习近平": "習近平",
    "于正": "于正",
    "余承东": "余承東",
    "范长江": "范長江",
    "范曾": "范曾",
    "姜维": "姜維",
    "沈从文": "沈從文",
    "郁达夫": "郁達夫",
    "钟绍军": "鍾紹軍",
    "万里": "萬里",
    "万俟卨": "万俟卨",
    "叶剑英": "葉劍英",
    "朴槿惠": "朴槿惠",
    "游锡堃": "游錫堃",
    "征侧": "徵側",
    "岳飞": "岳飛",
    "云志": "雲志",
    "涂醒哲": "涂醒哲",
    "干宝": "干寶",
    "苏林": "蘇林",
    "阮富仲": "阮富仲",
    "邓氏玉盛": "鄧氏玉盛",
}
PLACES = {
    "广西壮族自治区": "廣西壯族自治區",
    "云南": "雲南",
    "后江": "後江",
    "沈阳": "瀋陽",
    "范围": "範圍",
    "河内": "河內",
    "重庆": "重慶",
}
NAMES = [*PEOPLE, *PLACES]


@pytest.mark.parametrize(("simplified", "traditional"), PEOPLE.items())
def test_surnames_of_persons_go_by_the_map(simplified: str, traditional: str) -> None:
    assert to_traditional(simplified, person=True) == traditional


@pytest.mark.parametrize(("simplified", "traditional"), PLACES.items())
def test_other_names_go_by_words(simplified: str, traditional: str) -> None:
    assert to_traditional(simplified) == traditional


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("region", ["hant", "tw", "hk"])
@pytest.mark.parametrize("person", [True, False])
def test_traditional_turns_back_into_simplified(name: str, region: str, person: bool) -> None:
    assert to_simplified(to_traditional(name, person=person, region=region)) == name


@pytest.mark.parametrize(
    ("region", "written"), [("hant", "臺灣裏"), ("tw", "臺灣裡"), ("hk", "台灣裏")]
)
def test_regions_have_their_own_forms(region: str, written: str) -> None:
    assert to_traditional("台湾里", region=region) == written


@pytest.mark.parametrize(
    ("simplified", "printed"), [("高峰", "高峰"), ("秘书长", "秘書長"), ("群众", "群衆")]
)
def test_the_standard_has_the_variants_of_print(simplified: str, printed: str) -> None:
    assert to_traditional(simplified) == printed
    assert "".join(map(to_traditional, simplified)) == printed


def test_an_unknown_region_is_refused() -> None:
    with pytest.raises(ValueError, match="hant, tw or hk"):
        to_traditional("陈刚", region="sg")


@pytest.mark.parametrize("text", ["陳余", "范曾與陳剛", "于陳", "Trần Cương", ""])
def test_traditional_text_stays(text: str) -> None:
    assert to_traditional(text) == text


@pytest.mark.parametrize(
    ("name", "among"),
    [
        ("钟", {"鍾", "鐘"}),
        ("于正", {"于正", "於正"}),
        ("肖钢", {"肖鋼", "蕭鋼"}),
        ("张杰", {"張傑", "張杰"}),
        ("后", {"后", "後"}),
        ("干", {"干", "乾", "幹"}),
        ("台", {"台", "臺", "颱"}),
        ("陳剛", {"陳剛"}),
    ],
)
def test_all_traditional_spellings_are_candidates(name: str, among: set[str]) -> None:
    assert among <= set(traditional_variants(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_preferred_spellings_are_among_the_first(name: str) -> None:
    first = traditional_variants(name)[:2]
    assert first[0] == to_traditional(name)
    assert to_traditional(name, person=True) in first


@given(st.text(alphabet="于余范姜沈郁钟万后里干台发面云系斗丑A ", max_size=40))
def test_variants_are_few_distinct_and_of_one_length(text: str) -> None:
    variants = traditional_variants(text)
    assert 1 <= len(variants) <= MAX_VARIANTS
    assert len(set(variants)) == len(variants)
    assert {len(variant) for variant in variants} == {len(text)}


@given(st.text())
def test_length_holds_for_any_text(text: str) -> None:
    assert len(to_traditional(text)) == len(text)
    assert len(to_traditional(text, person=True)) == len(text)

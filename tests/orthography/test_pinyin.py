"""Chinese characters to pinyin."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.data import read_sections
from hanviet.orthography.chinese import HAN_RUN
from hanviet.orthography.pinyin import char_readings, pinyin, pinyin_syllables
from hanviet.orthography.pinyin_input import parse_pinyin
from hanviet.orthography.pinyin_syllable import SYLLABLES, split_number, with_mark, with_number
from hanviet.orthography.pinyin_words import words_of

COMMON_HAN = (
    "陈刚黄坤明习近平阮富仲邓氏玉盛林郑月娥长单曾重庆安爱恩欧绿吕女子了"
    "河市县省广西壮族外交部第三书记"
)
HAN_NAME = st.text(alphabet=COMMON_HAN, min_size=1, max_size=8)
KIND = st.sampled_from(["PERSON", "PLACE", "ORG", "EVENT", "TITLE"])


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("陈刚", "Chén Gāng"),
        ("陳剛", "Chén Gāng"),
        ("习近平", "Xí Jìnpíng"),
        ("欧阳修", "Ōuyáng Xiū"),
        ("歐陽修", "Ōuyáng Xiū"),
        ("尉迟敬德", "Yùchí Jìngdé"),
        ("万俟卨", "Mòqí Xiè"),
        ("长孙无忌", "Zhǎngsūn Wújì"),
        ("澹台灭明", "Tántái Mièmíng"),
        ("单于", "Chányú"),
        ("单田芳", "Shàn Tiánfāng"),
        ("曾庆红", "Zēng Qìnghóng"),
        ("解振华", "Xiè Zhènhuá"),
        ("任正非", "Rén Zhèngfēi"),
        ("仇保兴", "Qiú Bǎoxīng"),
        ("查良镛", "Zhā Liángyōng"),
        ("翟志刚", "Zhái Zhìgāng"),
        ("区桃", "Ōu Táo"),
        ("朴槿惠", "Piáo Jǐnhuì"),
        ("肖捷", "Xiāo Jié"),
        ("彭丽媛", "Péng Lìyuán"),
        ("马朝旭", "Mǎ Zhāoxù"),
        ("盖叫天", "Gě Jiàotiān"),
        ("覃辉", "Qín Huī"),
        ("缪杰", "Miào Jié"),
        ("华国锋", "Huà Guófēng"),
        ("葛优", "Gě Yōu"),
        ("薄熙来", "Bó Xīlái"),
        ("燕青", "Yān Qīng"),
        ("那英", "Nā Yīng"),
        ("纪晓岚", "Jǐ Xiǎolán"),
        ("阚泽", "Kàn Zé"),
        ("乐毅", "Yuè Yì"),
        ("干宝", "Gān Bǎo"),
        ("李干杰", "Lǐ Gānjié"),
        ("卜居", "Bǔ Jū"),
        ("黎笋", "Lí Sǔn"),
        ("宁泽涛", "Níng Zétāo"),
        ("吕布", "Lǚ Bù"),
        ("范长江", "Fàn Chángjiāng"),
        ("刘少奇", "Liú Shàoqí"),
        ("冯子材", "Féng Zǐcái"),
        ("长征", "Cháng Zhēng"),
        ("阮富仲", "Ruǎn Fùzhòng"),
        ("阮氏玄", "Ruǎn Shì Xuán"),
        ("邓氏玉盛", "Dèng Shì Yùshèng"),
        ("胡季犛", "Hú Jìlí"),
        ("林郑月娥", "Lín-Zhèng Yuè'é"),
        ("田中禾", "Tián Zhōnghé"),
        ("田中角荣", "Tiánzhōng Jiǎoróng"),
        ("唐纳德·特朗普", "Tángnàdé Tèlǎngpǔ"),
        ("唐納德・川普", "Tángnàdé Chuānpǔ"),
        ("特朗普", "Tèlǎngpǔ"),
        ("布什", "Bùshí"),
        ("费利佩六世", "Fèilìpèi Liùshì"),
        ("泽连斯基", "Zéliánsījī"),
        ("陈 刚", "Chén Gāng"),
        ("陈", "Chén"),
        ("Trần Cương", "Trần Cương"),
        ("", ""),
    ],
)
def test_persons_have_surname_and_given_name_apart(name: str, written: str) -> None:
    assert pinyin(name, kind="PERSON") == written


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("广西", "Guǎngxī"),
        ("高平省", "Gāopíng Shěng"),
        ("广西壮族自治区", "Guǎngxī Zhuàngzú Zìzhìqū"),
        ("廣西壯族自治區", "Guǎngxī Zhuàngzú Zìzhìqū"),
        ("新疆维吾尔自治区", "Xīnjiāng Wéiwú'ěr Zìzhìqū"),
        ("红河哈尼族彝族自治州", "Hónghé Hānízú Yízú Zìzhìzhōu"),
        ("三江侗族自治县", "Sānjiāng Dòngzú Zìzhìxiàn"),
        ("合肥市", "Héféi Shì"),
        ("合肥市湖滨区", "Héféi Shì Húbīn Qū"),
        ("广西崇左市凭祥市", "Guǎngxī Chóngzuǒ Shì Píngxiáng Shì"),
        ("百色市那坡县", "Bǎisè Shì Nàpō Xiàn"),
        ("河池市", "Héchí Shì"),
        ("贵州省", "Guìzhōu Shěng"),
        ("景德镇市", "Jǐngdézhèn Shì"),
        ("石河子市", "Shíhézǐ Shì"),
        ("清水河县", "Qīngshuǐhé Xiàn"),
        ("沙市区", "Shāshì Qū"),
        ("珙县", "Gǒng Xiàn"),
        ("沙县区", "Shāxiàn Qū"),
        ("金水河口岸", "Jīnshuǐhé Kǒu'àn"),
        ("承天顺化省", "Chéngtiānshùnhuà Shěng"),
        ("锡林郭勒盟", "Xīlínguōlè Méng"),
        ("胡志明市", "Húzhìmíng Shì"),
        ("友谊关口岸", "Yǒuyìguān Kǒu'àn"),
        ("下龙湾", "Xiàlóng Wān"),
        ("湄公河", "Méigōng Hé"),
        ("中华人民共和国", "Zhōnghuá Rénmín Gònghéguó"),
        ("香港特别行政区", "Xiānggǎng Tèbié Xíngzhèngqū"),
        ("第比利斯", "Dìbǐlìsī"),
        ("西安", "Xī'ān"),
        ("绿春", "Lǜchūn"),
        ("重庆", "Chóngqìng"),
        ("西藏", "Xīzàng"),
        ("长江", "Chángjiāng"),
        ("黄河", "Huánghé"),
        ("鸭绿江", "Yālù Jiāng"),
        ("马鞍山", "Mǎ'ānshān"),
        ("基诺山基诺族乡", "Jīnuòshān Jīnuòzú Xiāng"),
        ("安提瓜和巴布达", "Āntíguā hé Bābùdá"),
        ("和县", "Hé Xiàn"),
        ("沙特阿拉伯", "Shātè Ālābó"),
        ("缅甸", "Miǎndiàn"),
        ("长治市", "Chángzhì Shì"),
        ("南华县", "Nánhuá Xiàn"),
        ("六安", "Lù'ān"),
        ("台州", "Tāizhōu"),
        ("番禺", "Pānyú"),
        ("厦门", "Xiàmén"),
        ("大理", "Dàlǐ"),
        ("朝阳", "Cháoyáng"),
        ("都匀", "Dūyún"),
        ("乐山", "Lèshān"),
        ("亳州", "Bózhōu"),
        ("蚌埠", "Bèngbù"),
        ("百色", "Bǎisè"),
        ("内蒙古", "Nèiměnggǔ"),
        ("还剑", "Huánjiàn"),
        ("东兴-芒街", "Dōngxīng-Mángjiē"),
    ],
)
def test_places_are_one_word_with_generic_parts_apart(name: str, written: str) -> None:
    assert pinyin(name, kind="PLACE") == written


@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("外交部", "ORG", "Wàijiāo Bù"),
        ("中国共产党中央委员会", "ORG", "Zhōngguó Gòngchǎndǎng Zhōngyāng Wěiyuánhuì"),
        ("最高人民法院", "ORG", "Zuìgāo Rénmín Fǎyuàn"),
        (
            "第11届全国人民代表大会（北京）",
            "ORG",
            "Dì 11 Jiè Quánguó Rénmín Dàibiǎo Dàhuì (Běijīng)",
        ),
        ("第三次会议", "EVENT", "Dì-sān Cì Huìyì"),
        ("中共二十大", "EVENT", "Zhōnggòng Èrshídà"),
        ("中越友好年", "EVENT", "Zhōng-Yuè Yǒuhǎo Nián"),
        ("县委书记", "TITLE", "xiànwěi shūjì"),
        ("总书记、国家主席", "TITLE", "zǒngshūjì, guójiā zhǔxí"),
        ("广西壮族自治区主席", "TITLE", "Guǎngxī Zhuàngzú Zìzhìqū zhǔxí"),
        ("高禄县人民委员会主席", "TITLE", "Gāolù Xiàn rénmín wěiyuánhuì zhǔxí"),
        ("和平省委书记", "TITLE", "Hépíng shěngwěi shūjì"),
        ("中华人民共和国主席", "TITLE", "Zhōnghuá Rénmín Gònghéguó zhǔxí"),
        ("联合国秘书长", "TITLE", "Liánhéguó mìshūzhǎng"),
        ("世界卫生组织", "ORG", "Shìjiè Wèishēng Zǔzhī"),
        ("中国社会科学院", "ORG", "Zhōngguó Shèhuì Kēxuéyuàn"),
        ("第一副总理", "TITLE", "dì-yī fùzǒnglǐ"),
    ],
)
def test_bodies_events_and_posts_have_words_apart(name: str, kind: str, written: str) -> None:
    assert pinyin(name, kind=kind) == written


def test_tones_are_those_of_citation() -> None:
    assert pinyin("一带一路", kind="EVENT") == "Yīdàiyīlù"
    assert pinyin_syllables("不丹", kind="PLACE") == ("bu4", "dan1")


def test_syllables_are_numbered_with_v() -> None:
    assert pinyin_syllables("陈刚") == ("chen2", "gang1")
    assert pinyin_syllables("吕·A·绿") == ("lv3", "lv4")


def test_a_character_without_reading_stands_for_itself() -> None:
    assert pinyin_syllables("陈\U0002ffff".replace("\U0002ffff", "\U00030010"))[0] == "chen2"
    assert len(pinyin_syllables("陈\U00030010\U00030011刚")) == 4


def test_all_readings_include_those_of_surnames() -> None:
    assert char_readings("刚") == ("gang1",)
    assert {"shan4", "dan1", "chan2"} <= set(char_readings("单"))
    assert {"zhang3", "chang2"} <= set(char_readings("長"))
    assert "lv4" in char_readings("绿")
    assert char_readings("a") == char_readings("陈刚") == ()


@pytest.mark.parametrize("syllable", sorted(SYLLABLES))
def test_marks_and_numbers_are_two_spellings_of_one_thing(syllable: str) -> None:
    for tone in "12345":
        marked = with_mark(syllable + tone)
        assert with_number(marked) == syllable + tone
        assert unicodedata.is_normalized("NFC", marked)


@given(HAN_NAME, KIND)
def test_every_character_has_one_known_syllable(name: str, kind: str) -> None:
    syllables = pinyin_syllables(name, kind=kind)
    assert len(syllables) == len(name)
    assert all(split_number(syllable)[0] in SYLLABLES for syllable in syllables)


@given(HAN_NAME, KIND)
def test_printed_pinyin_reads_back_as_its_syllables(name: str, kind: str) -> None:
    expected = tuple(split_number(s)[0] for s in pinyin_syllables(name, kind=kind))
    assert expected in {reading.syllables for reading in parse_pinyin(pinyin(name, kind=kind))}


@given(st.text(max_size=20), KIND)
def test_any_text_becomes_text_without_the_han_that_can_be_read(text: str, kind: str) -> None:
    written = pinyin(text, kind=kind)
    left = {char for run in HAN_RUN.findall(written) for char in run}
    assert all(not char_readings(char) for char in left)


@given(HAN_NAME, KIND)
def test_words_joined_are_the_text(name: str, kind: str) -> None:
    assert "".join(words_of(name, kind=kind)) == name


@pytest.mark.parametrize(
    ("file", "section"),
    [
        ("pinyin-surnames.yaml", "surnames"),
        ("pinyin-surnames.yaml", "given"),
        ("compound-surnames.yaml", "compound"),
        ("compound-surnames.yaml", "double"),
        ("compound-surnames.yaml", "foreign"),
        ("pinyin-overrides.yaml", "places"),
    ],
)
def test_tables_of_readings_hold_one_toned_syllable_a_character(file: str, section: str) -> None:
    for name, reading in read_sections(f"readings/{file}")[section].items():
        syllables = reading.split()
        assert len(syllables) == len(name), name
        for syllable in syllables:
            letters, tone = split_number(with_number(syllable))
            assert letters in SYLLABLES, name
            assert tone in {1, 2, 3, 4}, name
            assert with_mark(f"{letters}{tone}") == syllable, name


def test_persons_in_the_overrides_are_read_in_full() -> None:
    for name, printed in read_sections("readings/pinyin-overrides.yaml")["persons"].items():
        assert any(
            reading.toned and len(reading.syllables) == len(name)
            for reading in parse_pinyin(printed)
        ), name


@given(HAN_NAME)
def test_an_apostrophe_stands_only_before_a_vowel_inside_a_word(name: str) -> None:
    plain = unicodedata.normalize("NFD", pinyin(name, kind="PLACE"))
    assert not re.search(r"(^|[\s-])'|'[^aeo]", plain)

"""Names that one language shows and the other hides."""

from __future__ import annotations

import itertools
import unicodedata

import pytest

from hanviet.alignment import Alignment, align
from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.mentions.scantext import scan_text
from hanviet.resolution.text_names import HanText, VietnameseText

SHOW_VI = (
    "Lạng Sơn, ngày 12/5/2025. Đoàn nghệ thuật thành phố Sùng Tả (Quảng Tây, Trung Quốc) biểu diễn "
    "tại cửa khẩu Hữu Nghị. Tiết mục của Lục Hòa khiến khán giả Lạng Sơn thích thú."
)
SHOW_ZH = (
    "2025年5月12日，崇左市艺术团在越南谅山省友谊关口岸演出。演员陆和、施雅琴表演了独唱和二胡。"
    "崇左市副市长林家敏致辞。"
)
ELSEWHERE_VI = "Cà Mau, ngày 3/2/2019. Lục Hòa bán cá ở chợ Năm Căn."


def aligned(gazetteer: Gazetteer, *texts: str) -> Alignment:
    return align(
        (
            annotate(text, gazetteer=gazetteer, file=f"{number}.txt")
            for number, text in enumerate(texts)
        ),
        gazetteer=gazetteer,
    )


def people(alignment: Alignment) -> dict[str, tuple[str | None, str, int]]:
    return {
        row.vi or row.surfaces_zh[0]: (row.zh_hans, row.decision, row.mentions)
        for row in alignment.rows
        if row.type == "PERSON"
    }


def sought_in_chinese(text: str, *syllables: str) -> list[str]:
    scan = scan_text(text)
    return [scan.folded[start:end] for start, end in HanText(scan).people(syllables)]


def sought_in_vietnamese(text: str, *syllables: str) -> list[str]:
    scan = scan_text(text)
    return [scan.surface(*span) for span in VietnameseText(scan).people(syllables)]


def test_a_singer_whom_nothing_shows_is_found_by_the_other_report(shipped: Gazetteer) -> None:
    alone = annotate(SHOW_VI, gazetteer=shipped)
    assert not [mention for mention in alone.mentions if mention.type == "PERSON"]
    assert people(aligned(shipped, SHOW_VI, SHOW_ZH))["Lục Hòa"] == ("陆和", "proposed", 2)


def test_the_offsets_are_those_of_the_text_as_given(shipped: Gazetteer) -> None:
    text = unicodedata.normalize("NFD", SHOW_VI)
    found = aligned(shipped, text, SHOW_ZH).all_mentions()
    (mention,) = [one for one in found if one.type == "PERSON" and one.lang == "vi"]
    assert text[mention.start : mention.end] == mention.surface
    assert unicodedata.normalize("NFC", mention.surface) == "Lục Hòa"


def test_nothing_is_sought_in_reports_of_other_events(shipped: Gazetteer) -> None:
    assert people(aligned(shipped, ELSEWHERE_VI, SHOW_ZH))["Lục Hòa"][2] == 1


def test_what_a_nested_mention_lies_in_is_still_around_it(shipped: Gazetteer) -> None:
    for document in aligned(shipped, SHOW_VI, SHOW_ZH).documents:
        for mention in document.mentions:
            if mention.outer >= 0:
                around = document.mentions[mention.outer]
                assert around.start <= mention.start <= mention.end <= around.end


def test_the_order_of_documents_changes_nothing(shipped: Gazetteer) -> None:
    documents = [
        annotate(text, gazetteer=shipped, file=f"{number}.txt")
        for number, text in enumerate((SHOW_VI, SHOW_ZH, ELSEWHERE_VI))
    ]
    results = [
        [mention.to_row() for mention in align(order, gazetteer=shipped).all_mentions()]
        for order in itertools.permutations(documents)
    ]
    assert all(result == results[0] for result in results)


def test_aligning_what_was_aligned_changes_nothing(shipped: Gazetteer) -> None:
    once = aligned(shipped, SHOW_VI, SHOW_ZH)
    again = align(once.documents, gazetteer=shipped)
    assert [row.to_row() for row in again.rows] == [row.to_row() for row in once.rows]


@pytest.mark.parametrize(
    ("text", "syllables", "found"),
    [
        ("宾客有陆和等人", ("lục", "hòa"), ["陆和"]),
        ("天刚黎明就出发", ("lê", "minh"), []),
        ("台上陆建业敬礼", ("lục", "kiến", "nghiệp"), ["陆建业"]),
        ("他和平民交谈", ("hòa", "bình"), []),
        ("台上的建业敬礼", ("đích", "kiến", "nghiệp"), []),
    ],
)
def test_in_chinese_a_word_is_no_name(
    text: str, syllables: tuple[str, ...], found: list[str]
) -> None:
    assert sought_in_chinese(text, *syllables) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("của Lục Hòa khiến", ["Lục Hòa"]),
        ("của LỤC HOÀ khiến", ["LỤC HOÀ"]),
        ("của lục hòa khiến", []),
        ("của Lục, Hòa khiến", []),
        ("của Lục Hòa Bình khiến", []),
        ("của Trần Lục Hòa khiến", []),
        ("Ông Lục Hòa nói", ["Lục Hòa"]),
        ("của Lục Hoa khiến", []),
    ],
)
def test_in_vietnamese_a_name_stands_in_capitals_of_its_own(text: str, found: list[str]) -> None:
    assert sought_in_vietnamese(text, "lục", "hòa") == found


GIFT_VI = (
    "Lạng Sơn, ngày 12/5/2025. Tại cửa khẩu Hữu Nghị, Công ty TNHH Thương mại Hồng Thái trao 20 "
    "tấn gạo cho thành phố Sùng Tả (Quảng Tây, Trung Quốc)."
)
GIFT_ZH = "2025年5月12日，在友谊关口岸，鸿泰商贸有限公司向崇左市捐赠大米20吨。谅山省对此表示感谢。"


def test_a_firm_is_found_by_its_name_and_its_generic_words(shipped: Gazetteer) -> None:
    rows = [row for row in aligned(shipped, GIFT_VI, GIFT_ZH).rows if row.type == "ORG"]
    assert [(row.vi, row.zh_hans, row.decision) for row in rows] == [
        ("Công ty TNHH Thương mại Hồng Thái", "鸿泰商贸有限公司", "proposed")
    ]


def test_a_firm_of_another_field_is_another_firm(shipped: Gazetteer) -> None:
    other = GIFT_ZH.replace("商贸", "旅游")
    rows = [row for row in aligned(shipped, GIFT_VI, other).rows if row.type == "ORG"]
    assert {row.decision for row in rows} == {"unknown"}
    assert len({row.cluster for row in rows}) == len(rows)

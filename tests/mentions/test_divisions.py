"""Places of the derived tables in running text."""

from __future__ import annotations

from pathlib import Path

import pytest

from hanviet import annotate
from hanviet.lexicon.gazetteer import Gazetteer

ROOT = Path(__file__).parents[2]


def derived(text: str, gazetteer: Gazetteer) -> list[tuple[str, str, str, str]]:
    found = annotate(text, gazetteer=gazetteer).mentions
    return [
        (one.surface, one.vi or "", one.zh_hans or "", one.decision)
        for one in found
        if one.id and one.id.removeprefix("place.cn.").isdigit()
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新疆霍城县发生地震。", [("霍城县", "Hoắc Thành")]),
        ("霍城縣在新疆。", [("霍城縣", "Hoắc Thành")]),
        (
            "成都市武侯区和锦江区举行活动，武侯区很大。",
            [("武侯区", "Vũ Hầu"), ("锦江区", "Cẩm Giang"), ("武侯区", "Vũ Hầu")],
        ),
        ("宁明县明江镇、寨安乡的居民", [("寨安乡", "Trại An")]),
        ("河北省沧县", [("沧县", "huyện Thương")]),
        (
            "huyện Hoắc Thành, Tân Cương; huyện Y Ninh (Tân Cương)",
            [("Hoắc Thành", "Hoắc Thành"), ("Y Ninh", "Y Ninh")],
        ),
        ("hương Trại An, huyện Ninh Minh, Quảng Tây", [("Trại An", "Trại An")]),
    ],
)
def test_a_full_form_is_found_where_the_text_names_what_holds_it(
    shipped: Gazetteer, text: str, expected: list[tuple[str, str]]
) -> None:
    found = derived(text, shipped)
    assert [row[:2] for row in found] == expected
    assert {row[3] for row in found} == {"proposed"}


@pytest.mark.parametrize(
    "text",
    [
        "霍城县发生地震。",
        "新疆的霍城很远。",
        "云南山区的城区和郊区，西安要建设新城区，西安市中区位优势。",
        "河南的示范县和小康县",
        "霍城县委书记在新疆。",
        "北京的朝阳区位好",
        "Xã Bình An, huyện Lộc Bình, tỉnh Lạng Sơn giáp Quảng Tây.",
        "Phường Triều Dương của Hà Nội; đoàn từ Bắc Kinh đến.",
        "Ông Hoắc Thành đến Tân Cương.",
        "huyện Hoắc Thành",
    ],
)
def test_nothing_is_found_where_the_text_does_not_speak_for_it(
    shipped: Gazetteer, text: str
) -> None:
    assert derived(text, shipped) == []


def test_a_known_name_is_not_replaced(shipped: Gazetteer) -> None:
    (mention,) = [
        one for one in annotate("宁明县在广西。", gazetteer=shipped).mentions
        if one.surface == "宁明县"
    ]  # fmt: skip
    assert (mention.id, mention.decision) == ("place.cn.ningming", "linked")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "notebooks" / "data").glob("*.txt")), ids=lambda path: path.name
)
def test_the_samples_name_no_derived_place(shipped: Gazetteer, path: Path) -> None:
    assert derived(path.read_text(encoding="utf-8"), shipped) == []

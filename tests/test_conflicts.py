"""What of an alignment needs a look."""

from __future__ import annotations

from hanviet.alignment import align
from hanviet.conflicts import (
    MARKS_DIFFER,
    NO_POST_IN_COMMON,
    SEVERAL_CLUSTERS,
    SEVERAL_COUNTRIES,
    SEVERAL_FORMS,
    SEVERAL_TYPES,
    VETOED,
    Conflict,
    Held,
    conflicts_of,
)
from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.linking.mention import Mention
from hanviet.resolution.crosslingual import TIE


def kinds(gazetteer: Gazetteer, *texts: str) -> dict[str, dict[str, object]]:
    documents = [
        annotate(text, gazetteer=gazetteer, file=f"{number}.txt")
        for number, text in enumerate(texts)
    ]
    rows = align(documents, gazetteer=gazetteer).conflict_rows()
    return {str(row["kind"]): row for row in rows}


def test_a_clean_alignment_has_no_conflicts(small: Gazetteer) -> None:
    assert kinds(small, "Bí thư Khu ủy Quảng Tây Trần Cương thăm Lạng Sơn.") == {}


def test_a_namesake_of_another_country_is_shown(small: Gazetteer) -> None:
    assert VETOED in kinds(small, "Bí thư Tỉnh ủy Lạng Sơn Trần Cương.")


def test_one_short_name_in_two_documents_is_shown(small: Gazetteer) -> None:
    found = kinds(small, "Ông Sơn đến Lạng Sơn.", "Ông Sơn nói.")
    assert found[SEVERAL_CLUSTERS]["surface"] == "Sơn"
    assert found[SEVERAL_CLUSTERS]["files"] == "0.txt; 1.txt"


def test_names_that_differ_in_their_marks_are_shown(small: Gazetteer) -> None:
    found = kinds(small, "Ông Lê Văn Sơn đến.", "Ông Lê Văn Sớn nói.")
    assert found[MARKS_DIFFER]["surface"] == "Lê Văn Sơn / Lê Văn Sớn"
    assert found[MARKS_DIFFER]["clusters"] == "c1; c2"


def mention(
    surface: str, type_: str, cluster: str, zh: str = "", decision: str = "proposed"
) -> Mention:
    return Mention(
        "a.txt", 0, 1, surface, type_, "vi", None, surface, zh or None, None, None,
        decision, "reading", "context", 87.0, cluster,
    )  # fmt: skip


def of_mentions(*mentions: Mention) -> list[Conflict]:
    return list(conflicts_of(mentions, [], [], {}, []))


def of_posts(*held: Held) -> list[str]:
    people = [mention("Lê Văn Sơn", "PERSON", "c1"), mention("Sơn", "PERSON", "c1")]
    return [one.kind for one in conflicts_of(people, held, [], {}, [])]


def test_a_text_that_is_a_person_and_a_place_is_shown() -> None:
    (found,) = of_mentions(mention("Cao Sơn", "PERSON", "c1"), mention("Cao Sơn", "PLACE", "c2"))
    assert (found.kind, found.type, found.clusters) == (
        SEVERAL_TYPES,
        "PERSON / PLACE",
        ("c1", "c2"),
    )


def test_one_vietnamese_name_with_two_chinese_ones_is_shown() -> None:
    rows = of_mentions(
        mention("Lê Văn Sơn", "PERSON", "c1", "黎文山"),
        mention("LÊ VĂN SƠN", "PERSON", "c1", "黎文仑"),
    )
    assert [(one.kind, one.surface) for one in rows] == [
        (SEVERAL_FORMS, "Lê Văn Sơn ~ 黎文仑 / 黎文山")
    ]


def test_two_vietnamese_names_with_one_chinese_one_are_shown() -> None:
    rows = of_mentions(
        mention("Hoàng Sơn", "PERSON", "c1", "黄山"), mention("Huỳnh Sơn", "PERSON", "c2", "黄山")
    )
    assert [(one.kind, one.surface) for one in rows] == [
        (SEVERAL_FORMS, "黄山 ~ Hoàng Sơn / Huỳnh Sơn")
    ]


def test_posts_of_two_countries_are_shown() -> None:
    assert of_posts(
        Held("c1", "a", ("VN",), ("place.vn.a",)), Held("c1", "b", ("CN",), ("place.cn.a",))
    ) == [SEVERAL_COUNTRIES]


def test_posts_that_share_no_place_are_shown() -> None:
    assert of_posts(
        Held("c1", "a", ("VN",), ("place.vn.a",)), Held("c1", "b", ("VN",), ("place.vn.b",))
    ) == [NO_POST_IN_COMMON]


def test_posts_that_share_a_body_are_no_conflict() -> None:
    assert not of_posts(
        Held("c1", "a", ("VN",), ("org.vn.x", "place.vn.a")),
        Held("c1", "b", ("VN",), ("org.vn.x",)),
    )


def test_two_chinese_names_that_fit_one_vietnamese_name_are_shown(shipped: Gazetteer) -> None:
    found = kinds(
        shipped,
        "Lạng Sơn, ngày 12/5/2025. Ông Lâm Gia Minh thăm Sùng Tả và cửa khẩu Hữu Nghị Quan.",
        "2025年5月12日，崇左市副市长林家明、企业负责人林家鸣访问谅山，参观友谊关口岸。",
    )
    assert found[TIE]["surface"] == "Lâm Gia Minh ~ 林家明 / 林家鸣"

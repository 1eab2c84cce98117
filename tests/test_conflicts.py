"""What of an alignment needs a look."""

from __future__ import annotations

from hanviet.alignment import align
from hanviet.conflicts import MARKS_DIFFER, SEVERAL_CLUSTERS, VETOED
from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer
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


def test_two_chinese_names_that_fit_one_vietnamese_name_are_shown(shipped: Gazetteer) -> None:
    found = kinds(
        shipped,
        "Lạng Sơn, ngày 12/5/2025. Ông Lâm Gia Minh thăm Sùng Tả và cửa khẩu Hữu Nghị Quan.",
        "2025年5月12日，崇左市副市长林家明、企业负责人林家鸣访问谅山，参观友谊关口岸。",
    )
    assert found[TIE]["surface"] == "Lâm Gia Minh ~ 林家明 / 林家鸣"

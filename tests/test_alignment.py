"""Clusters over documents and languages."""

from __future__ import annotations

import itertools

from hanviet.alignment import CONFLICT_COLUMNS, ENTITY_COLUMNS, Alignment, Entity, align
from hanviet.document import Document, annotate
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.linking.mention import COLUMNS

TEXTS = {
    "a.txt": "Bí thư Khu ủy Quảng Tây Trần Cương thăm Lạng Sơn. Ông Cương nói. Ông Sơn cũng vậy.",
    "b.txt": "广西党委书记陈刚访问谅山。",
    "c.txt": "Bí thư Tỉnh ủy Lạng Sơn Trần Cương và ông Lê Văn Sơn. Ông Sơn.",
    "d.txt": "Tran Cuong tham Lang Son.",
}


def documents(gazetteer: Gazetteer) -> list[Document]:
    return [annotate(text, gazetteer=gazetteer, file=file) for file, text in TEXTS.items()]


def by_id(gazetteer: Gazetteer) -> dict[str | None, Entity]:
    """The most mentioned row of each id: what is unmarked waits in a row of its own."""
    rows = sorted(align(documents(gazetteer), gazetteer=gazetteer).rows, key=lambda r: r.mentions)
    return {row.id: row for row in rows}


def test_both_languages_meet_in_one_row(small: Gazetteer) -> None:
    rows = by_id(small)
    chen = rows["person.cn.chen-gang"]
    assert (chen.vi, chen.zh_hans, chen.zh_hant, chen.pinyin) == (
        "Trần Cương", "陈刚", "陳剛", "Chén Gāng"
    )  # fmt: skip
    assert chen.surfaces_zh == ("陈刚",)
    assert "Trần Cương" in chen.surfaces_vi
    assert (chen.files, chen.documents) == (("a.txt", "b.txt"), 2)


def test_the_order_of_documents_changes_nothing(small: Gazetteer) -> None:
    every = documents(small)
    results = [
        [mention.to_row() for mention in align(order, gazetteer=small).all_mentions()]
        for order in itertools.permutations(every)
    ]
    assert all(result == results[0] for result in results)


def test_short_unmarked_and_vetoed_names_join_no_clusters(small: Gazetteer) -> None:
    mentions = list(align(documents(small), gazetteer=small).all_mentions())
    alone = {m.cluster for m in mentions if m.file == "a.txt" and m.surface == "Sơn"}
    other = {m.cluster for m in mentions if m.file == "c.txt" and m.surface.endswith("Sơn")
             and m.type == "PERSON"}  # fmt: skip
    assert not alone & other
    chen = {
        m.cluster
        for m in mentions
        if m.id == "person.cn.chen-gang" and m.file in ("a.txt", "b.txt")
    }
    namesake = {m.cluster for m in mentions if m.file == "c.txt" and m.surface == "Trần Cương"}
    assert len(chen) == 1
    unmarked = {m.cluster for m in mentions if m.surface == "Tran Cuong"}
    assert not chen & namesake
    assert not chen & unmarked
    assert not namesake & unmarked


def test_every_mention_has_a_cluster_and_every_cluster_a_row(small: Gazetteer) -> None:
    result = align(documents(small), gazetteer=small)
    clusters = {mention.cluster for mention in result.all_mentions()}
    assert "" not in clusters
    assert clusters == {row.cluster for row in result.rows}
    assert sum(row.mentions for row in result.rows) == len(result.mentions)


def test_tables_have_their_columns_even_when_empty(small: Gazetteer) -> None:
    for result in (align(documents(small), gazetteer=small), Alignment([], small)):
        assert tuple(result.entities.columns) == ENTITY_COLUMNS
        assert tuple(result.mentions.columns) == COLUMNS
        assert tuple(result.conflicts.columns) == CONFLICT_COLUMNS


def test_a_namesake_is_shown_as_a_conflict(small: Gazetteer) -> None:
    rows = list(align(documents(small), gazetteer=small).conflict_rows())
    assert ("vetoed candidate", "Trần Cương") in [(row["kind"], row["surface"]) for row in rows]


def test_the_posts_that_stand_with_a_person_are_listed(small: Gazetteer) -> None:
    rows = by_id(small)
    assert "Bí thư Khu ủy Quảng Tây" in rows["person.cn.chen-gang"].roles

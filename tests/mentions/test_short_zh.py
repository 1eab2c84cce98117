"""Surnames before posts in Chinese text."""

from __future__ import annotations

import pytest

from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer

FULL = "崇左市商务局局长李志远出席会议。"


def people(text: str, shipped: Gazetteer) -> list[tuple[str, str]]:
    mentions = annotate(text, gazetteer=shipped).mentions
    return [(one.surface, one.cluster) for one in mentions if one.type == "PERSON"]


def test_a_surname_before_a_post_is_the_one_who_bears_it(shipped: Gazetteer) -> None:
    (full, cluster), (short, other) = people(f"{FULL}李局长说，情况很好。", shipped)
    assert (full, short) == ("李志远", "李")
    assert cluster == other


def test_a_surname_of_two_people_joins_neither(shipped: Gazetteer) -> None:
    found = people(f"{FULL}百色市市长李国强在座。李局长说，情况很好。", shipped)
    assert [surface for surface, _ in found] == ["李志远", "李国强", "李"]
    assert len({cluster for _, cluster in found}) == 3


@pytest.mark.parametrize("text", ["桃李主任很多。", "李某被捕。", "王局长说。", "李期间离开。"])
def test_elsewhere_a_character_is_no_surname(shipped: Gazetteer, text: str) -> None:
    assert [surface for surface, _ in people(FULL + text, shipped)] == ["李志远"]


def test_a_surname_alone_is_nobody_beyond_its_document(shipped: Gazetteer) -> None:
    from hanviet.alignment import align

    text = f"{FULL}百色市市长李国强在座。李局长说，情况很好。"
    documents = [annotate(text, gazetteer=shipped, file=file) for file in ("a", "b")]
    alone = [m for m in align(documents, gazetteer=shipped).all_mentions() if m.surface == "李"]
    assert len({one.cluster for one in alone}) == 2
    assert {one.decision for one in alone} == {"unknown"}


@pytest.mark.parametrize(
    "text",
    ["林家敏号护卫舰出发。", "Tàu huấn luyện Lâm Gia Mẫn cập cảng Đà Nẵng."],
)
def test_a_ship_is_nobody(shipped: Gazetteer, text: str) -> None:
    assert people(text, shipped) == []

"""The forms that a mention prints."""

from __future__ import annotations

import pytest

from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "vi", "zh", "level"),
    [
        ("Quảng Tây", "Quảng Tây", "广西", "exact"),
        ("QUẢNG TÂY VÀ QUẢNG TÂY", "Quảng Tây", "广西", "spelling"),
        ("廣西", "Quảng Tây", "广西", "script"),
        ("Hoà Bình", "Hòa Bình", "和平", "spelling"),
        ("Khu tự trị dân tộc Choang Quảng Tây", "Khu tự trị dân tộc Choang Quảng Tây",
         "广西壮族自治区", "exact"),
        ("Bí thư Khu ủy Quảng Tây", "Bí thư Khu ủy Quảng Tây", "广西党委书记", "pattern"),
    ],
)  # fmt: skip
def test_the_forms_are_those_of_the_pair(
    small: Gazetteer, text: str, vi: str, zh: str, level: str
) -> None:
    mention = annotate(text, gazetteer=small).mentions[0]
    assert (mention.vi, mention.zh_hans, mention.level) == (vi, zh, level)
    assert mention.decision == "linked"


def test_an_unknown_name_has_no_forms_and_no_id(small: Gazetteer) -> None:
    (mention,) = annotate("làng Novoivanovka", gazetteer=small).mentions
    assert mention.decision == "unknown"
    assert (mention.id, mention.vi, mention.zh_hans, mention.zh_hant, mention.pinyin) == (
        None, None, None, None, None
    )  # fmt: skip

"""Patterns whose forms name several things."""

from __future__ import annotations

from pathlib import Path

import pytest

from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.patterns.load import load_patterns

UNIONS = """\
- id: pattern.union
  type: ORG
  slots:
    p: {type: PLACE, kind: province}
  forms:
    - name: farmers
      vi: ["Hội Nông dân tỉnh {p}"]
      zh: ["{p}省农民协会"]
    - name: women
      vi: ["Hội Phụ nữ tỉnh {p}"]
      zh: ["{p}省妇联"]
    - vi: ["Hội tỉnh {p}"]
      zh: ["{p}省协会"]
  examples:
    - {vi: Hội Phụ nữ tỉnh Lạng Sơn, zh: 谅山省妇联}
  counter: [Hội Pháp]
"""


def test_each_name_is_a_pattern_with_the_examples_that_fit_it(tmp_path: Path) -> None:
    (tmp_path / "patterns").mkdir()
    (tmp_path / "patterns" / "unions.yaml").write_text(UNIONS, encoding="utf-8")
    patterns, problems = load_patterns(tmp_path)
    assert not problems
    assert [(one.id, len(one.rows), len(one.examples)) for one in patterns] == [
        ("pattern.union", 1, 0), ("pattern.union-farmers", 1, 0), ("pattern.union-women", 1, 1),
    ]  # fmt: skip
    assert all(one.counters == ("Hội Pháp",) for one in patterns)


@pytest.mark.parametrize(
    "text",
    [
        "Hội Nông dân tỉnh Lạng Sơn và Hội Chữ thập đỏ tỉnh Lạng Sơn họp.",
        "Ban Tổ chức Tỉnh ủy Lạng Sơn và Ban Nội chính Tỉnh ủy Lạng Sơn họp.",
        "Trường Đại học Sư phạm Vân Nam và Trường Đại học Dân tộc Vân Nam ký kết.",
        "Chủ tịch Hội đồng Quản trị Viettel và Phó Chủ tịch Hội đồng Quản trị Viettel dự.",
    ],
)
def test_two_bodies_of_one_place_are_two_things(shipped: Gazetteer, text: str) -> None:
    outer = [one for one in annotate(text, gazetteer=shipped).mentions if one.outer < 0]
    assert [one.decision for one in outer] == ["linked", "linked"]
    assert outer[0].id != outer[1].id
    assert outer[0].cluster != outer[1].cluster


def test_a_local_friendship_association_is_no_national_one(shipped: Gazetteer) -> None:
    texts = ("Hội Hữu nghị Việt Nam - Trung Quốc TPHCM họp.", "胡志明市越中友好协会开会。")
    ids = {annotate(text, gazetteer=shipped).mentions[0].id for text in texts}
    assert ids == {
        "pattern.local-friendship-association(org.vn.vietnam-china-friendship-association,"
        "place.vn.ho-chi-minh-city)"
    }

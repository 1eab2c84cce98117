"""The library's `compare`: readings first, then the gazetteer."""

from __future__ import annotations

import subprocess
import sys

import pytest

import hanviet
from hanviet.errors import UsageError
from hanviet.readings.compare import compare as compare_by_readings


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("Lào Cai", "老街", "exact"),
        ("Móng Cái", "芒街", "exact"),
        ("lào cai", "老街", "spelling"),
        ("Thành phố Hồ Chí Minh", "胡志明市", "reading"),
        ("Campuchia", "柬埔寨", "exact"),
        ("Hội Liên hiệp Phụ nữ Việt Nam", "越南婦女聯合會", "script"),
        ("Bí thư Tỉnh ủy Lạng Sơn", "谅山省委书记", "pattern"),
    ],
)
def test_names_that_no_reading_connects_are_one_where_the_gazetteer_has_both(a, b, level):
    found = hanviet.compare(a, b)
    assert (found.level.value, found.a, found.b) == (level, a, b)
    back = hanviet.compare(b, a)
    assert (back.level, back.score) == (found.level, found.score)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Lào Cai", "芒街"),  # both are known, as two towns
        ("Lào Cai", "老开"),
        ("Trần Cường", "陈刚"),
        ("Trần Cương", "Trần Cường"),
        ("Đà Nẵng", "蚬港"),  # a form to avoid proves nothing
        ("Nguyễn Văn Thơ", "阮文诗"),  # a draft proves nothing
    ],
)
def test_the_gazetteer_makes_no_two_names_one(a, b):
    assert hanviet.compare(a, b) == compare_by_readings(a, b)
    assert hanviet.compare(a, b).level < hanviet.Level.PINYIN_TONELESS


def test_a_regular_pair_is_told_by_its_syllables_though_the_gazetteer_has_it():
    found = hanviet.compare("Trần Cương", "陈刚")
    assert found.level is hanviet.Level.READING
    assert [part.b for part in found.evidence] == ["陈", "刚"]


def test_the_evidence_names_the_entry():
    (part,) = hanviet.compare("Lào Cai", "老街").evidence
    assert "place.vn.lao-cai" in part.note


def test_readings_only_leaves_the_gazetteer_out():
    assert hanviet.compare("Lào Cai", "老街", readings_only=True).level < hanviet.Level.PARTIAL


def test_a_type_that_the_entry_is_not_of_finds_nothing():
    assert hanviet.compare("Lào Cai", "老街", type="PERSON").level < hanviet.Level.PARTIAL
    with pytest.raises(UsageError):
        hanviet.compare("Lào Cai", "老街", type="TOWN")


def test_a_gazetteer_of_the_users_own_is_asked(tmp_path):
    overlay = tmp_path / "own.yaml"
    overlay.write_text(
        "- id: person.vn.y-blok\n  type: PERSON\n  country: VN\n  names:\n"
        "    - {vi: Y Blốk Êban, zh: 伊布洛埃班}\n  status: reviewed\n  sources: [own]\n",
        encoding="utf-8",
    )
    known = hanviet.Gazetteer.load(overlay=overlay)
    assert hanviet.compare("Y Blốk Êban", "伊布洛埃班", gazetteer=known).level.value == "exact"
    assert hanviet.compare("Y Blốk Êban", "伊布洛埃班").level < hanviet.Level.PARTIAL


def test_regular_names_are_compared_without_loading_the_gazetteer():
    code = (
        "import sys, hanviet; hanviet.compare('Trần Cương', '陈刚');"
        "sys.exit('hanviet.lexicon.gazetteer' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

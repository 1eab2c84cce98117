"""`check` takes whatever holds entries: a gazetteer, a file of it, a file or folder of the user."""

from __future__ import annotations

from pathlib import Path

import pytest

from hanviet.data import data_path
from hanviet.errors import GazetteerError
from hanviet.lexicon.check import Checked
from hanviet.lexicon.check_path import check_path, enclosing_gazetteer

from .conftest import Write
from .test_check import SOURCES, entry, place


def said(found: Checked) -> list[str]:
    return [str(problem) for problem in found.problems]


@pytest.fixture
def base(write: Write) -> Path:
    """A gazetteer with one region."""
    return write(base__places__cn=place("{zh: 乙}", "region"), base__sources=SOURCES) / "base"


def test_a_folder_with_sources_is_checked_by_itself(write: Write, base: Path) -> None:
    text = place(extra="  within: place.cn.region\n")
    own = write(own__places__x=text, own__sources=SOURCES) / "own"
    assert said(check_path(own, base)) == [
        "places/x.yaml:1: error: within place.cn.region is no entry "
        "(correct the id, or add the entry)"
    ]
    assert said(check_path(own, base, overlay=True)) == []


def test_a_file_of_ones_own_may_name_what_the_gazetteer_has(write: Write, base: Path) -> None:
    mine = write(mine=place(extra="  within: place.cn.region\n")) / "mine.yaml"
    found = check_path(mine, base)
    assert (found.entries, said(found)) == (1, [])


def test_a_file_of_ones_own_is_told_of_its_own_faults_only(write: Write, base: Path) -> None:
    (base / "places" / "bad.yaml").write_text(place("{zh: 丙, vi: Hoà}", "bad"), encoding="utf-8")
    text = place(extra="  within: place.cn.none\n").replace("[s]", "[unknown]")
    mine = write(mine=text) / "mine.yaml"
    assert said(check_path(mine, base)) == [
        f"{mine}:1: error: within place.cn.none is no entry (correct the id, or add the entry)",
        f"{mine}:1: warning: source unknown is not in sources.yaml (add it there)",
    ]


def test_an_overlay_may_replace_an_entry_but_not_repeat_one(write: Write, base: Path) -> None:
    mine = write(mine=place("{zh: 乙}", "region")) / "mine.yaml"
    assert said(check_path(mine, base)) == []
    mine.write_text(place("{zh: 乙}", "same"), encoding="utf-8")
    assert "share" in said(check_path(mine, base))[0]


def test_a_folder_without_sources_is_an_overlay(write: Write, base: Path) -> None:
    own = write(own__places__x=place(extra="  within: place.cn.region\n")) / "own"
    assert said(check_path(own, base)) == []


def test_a_file_of_a_gazetteer_is_checked_with_the_rest_of_it(write: Write, base: Path) -> None:
    file = base / "places" / "x.yaml"
    file.write_text(place(extra="  within: place.cn.region\n"), encoding="utf-8")
    (base / "organisations").mkdir()
    other = base / "organisations" / "y.yaml"
    other.write_text(entry("{vi: Hoà, zh: 甲}"), encoding="utf-8")
    assert said(check_path(file, data_path())) == []
    assert check_path(file, data_path()).entries == 1
    assert said(check_path(other, data_path()))[0].startswith(f"{other}:1: warning: 'Hoà'")
    assert enclosing_gazetteer(base / "sources.yaml") == base.resolve()


def test_what_is_no_text_is_said_to_be_none(tmp_path: Path, base: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"\x7fELF\x00\xff")
    assert said(check_path(file, base)) == [f"{file}: error: is no text file (give a YAML file)"]


def test_an_empty_folder_and_a_missing_path_are_no_gazetteer(tmp_path: Path, base: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(GazetteerError, match="holds no gazetteer"):
        check_path(empty, base)
    with pytest.raises(GazetteerError, match="is no gazetteer folder or file"):
        check_path(tmp_path / "none", base)

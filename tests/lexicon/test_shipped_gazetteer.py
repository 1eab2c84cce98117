"""The data that come with hanviet keep their own rules."""

from __future__ import annotations

import pytest

import hanviet
from hanviet.data import data_path
from hanviet.lexicon.check import Checked, check_folder
from hanviet.lexicon.formatting import rewrites


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check_folder(data_path())


def test_entries_and_sources_have_no_errors(checked: Checked) -> None:
    errors = [str(problem) for problem in checked.problems if problem.error]
    assert [line for line in errors if not line.startswith("patterns/")] == []


def test_patterns_have_no_errors(checked: Checked) -> None:
    errors = [str(problem) for problem in checked.problems if problem.error]
    assert [line for line in errors if line.startswith("patterns/")] == []


def test_something_was_checked(checked: Checked) -> None:
    assert checked.entries > 2000
    assert checked.patterns > 50


def test_files_are_in_canonical_form() -> None:
    assert [change.path.name for change in rewrites(data_path())] == []


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Thị ủy Sơn Tây", "山西市社委"),
        ("UBND thị xã Sa Pa", "沙坝市社人民委员会"),
        ("UBND quận Hải Châu", "海洲郡人民委员会"),
        ("Viện kiểm sát nhân dân quận Hải Châu", "海洲郡人民检察院"),
        ("Sở Ngoại vụ Hải Phòng", "海防市外事厅"),
        ("Phái đoàn Trung Quốc tại ASEAN", "中国驻东盟使团"),
    ],
)
def test_a_body_takes_the_generic_part_of_its_place(name: str, form: str) -> None:
    matches = hanviet.Gazetteer.load().lookup(name)
    assert [match.zh_hans for match in matches][:1] == [form]

"""The data that come with hanviet keep their own rules."""

from __future__ import annotations

import pytest

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

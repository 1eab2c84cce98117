"""Gazetteers that tests share: a small one written for them, and the shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest

from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.shipped import shipped_gazetteer

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="session")
def small() -> Gazetteer:
    """Some twenty entries and four patterns (tests/fixtures/gazetteer)."""
    return Gazetteer.load(FIXTURES / "gazetteer", cache=False)


@pytest.fixture(scope="session")
def shipped() -> Gazetteer:
    """The gazetteer of the package."""
    return shipped_gazetteer()

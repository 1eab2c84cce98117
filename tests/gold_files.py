"""The gold files of tests/gold."""

from __future__ import annotations

from pathlib import Path

from hanviet.evaluation import GoldMention, Span
from hanviet.gold_files import read_entities, read_gold

GOLD = Path(__file__).parent / "gold"


def gold_mentions(name: str) -> dict[Span, GoldMention]:
    """The mentions of a set, by file, start and end."""
    return read_gold(GOLD / f"{name}_gold.jsonl")


def accepted_forms(name: str) -> dict[str, frozenset[str]]:
    """The Chinese forms that are right for each entity of a set."""
    return read_entities(GOLD / f"{name}_entities.tsv")

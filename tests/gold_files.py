"""The gold files of tests/gold."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from hanviet.evaluation import GoldMention, Span

GOLD = Path(__file__).parent / "gold"


def gold_mentions(name: str) -> dict[Span, GoldMention]:
    """The mentions of a set, by file, start and end."""
    rows = map(json.loads, (GOLD / f"{name}_gold.jsonl").read_text("utf-8").splitlines())
    return {
        (row["file"], row["start"], row["end"]): GoldMention(
            row["surface"], row["type"], row["entity"], row["nested"]
        )
        for row in rows
    }


def accepted_forms(name: str) -> dict[str, frozenset[str]]:
    """The Chinese forms that are right for each entity of a set."""
    with (GOLD / f"{name}_entities.tsv").open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {
            row["entity"]: frozenset(form for form in row["zh_hans"].split(";") if form)
            for row in rows
        }

"""What a batch did, in numbers and examples: for people as a page, for programs as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from hanviet import __version__
from hanviet.orthography.vietnamese import Fold, key
from hanviet.readings.levels import Level
from hanviet.tables.review import says
from hanviet.tables.source import Source
from hanviet.tables.store import Seen, Store

DECISIONS = ("linked", "review", "proposed", "unknown")

ITSELF = "itself"
"""The reference of a table whose names are compared with one another."""

SAMPLED = 50
"""Names of each decision that are shown."""

LISTED = 30
"""Unmatched values, and ids with several names, that are shown."""

NAMES_TO_SUSPECT = 3
"""Different names from which on it is suspicious that they are all one thing."""

NAMES_SHOWN = 8
"""Names of one id that are shown."""

BIN = 5
"""Width of a bar of the histogram, in points of the score."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of a batch beside its results.

    Args:
        input: The table.
        output: Where the result went.
        columns: Its columns of names.
        reference: What they were looked up in.
        data: The version of the data.
        options: What the user chose.
        began: When it began, ISO.
        seconds: How long it took.
        remarks: What was odd.
        conflicts: Decisions that differ from the evidence or from each other.
        status: The exit status.
    """

    input: str
    output: str
    columns: tuple[str, ...]
    reference: str
    data: str
    options: Mapping[str, object]
    began: str
    seconds: float
    remarks: tuple[str, ...]
    conflicts: tuple[str, ...]
    status: int


Report = dict[str, Any]
"""The report as JSON has it; docs/reconcile-files.md lists its keys."""


def report_of(store: Store, source: Source, about: Circumstances) -> Report:
    """Gather the report of a batch.

    Args:
        store: What the table holds, and what was found.
        source: The table.
        about: What else is known of it.
    """
    return {
        **{name: value for name, value in asdict(about).items() if name not in _LATER},
        "hanviet": __version__,
        "rows": source.count,
        "names": _number(store, "SELECT SUM(times) FROM seen"),
        "different_names": _number(store, "SELECT COUNT(*) FROM seen"),
        "encoding": source.encoding,
        "decisions": _decisions(store),
        "levels": _levels(store),
        "decided_by_people": {
            str(verdict): int(str(count))
            for verdict, count in store.select(
                "SELECT decided, SUM(times) FROM seen WHERE decided <> '' GROUP BY decided"
                " ORDER BY decided"
            )
        },
        "histogram": _histogram(store),
        "unmatched": _unmatched(store),
        "one_to_many": _one_to_many(store),
        "anomalies": source.anomalies.to_dict(),
        "remarks": [one for one in about.remarks if one not in source.anomalies.remarks()],
        "conflicts": list(about.conflicts),
        "samples": {decision: _sample(store, decision) for decision in DECISIONS},
    }


def report_text(report: Report) -> str:
    """The report as JSON."""
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


_LATER = ("remarks", "conflicts")


def _number(store: Store, statement: str) -> int:
    return int(str(store.select(statement)[0][0] or 0))


def _decisions(store: Store) -> dict[str, int]:
    rows = store.select("SELECT decision, SUM(times) FROM seen GROUP BY decision")
    found = {str(decision): int(str(count)) for decision, count in rows}
    return {decision: found.get(decision, 0) for decision in DECISIONS}


def _levels(store: Store) -> dict[str, dict[str, int]]:
    """Counts by level, the strongest first, and decision."""
    counted: dict[str, dict[str, int]] = {}
    for level, decision, count in store.select(
        "SELECT level, decision, SUM(times) FROM seen GROUP BY level, decision"
    ):
        counted.setdefault(str(level), {})[str(decision)] = int(str(count))
    order = sorted(counted, key=lambda level: -Level(level).strength)
    return {
        level: {decision: counted[level].get(decision, 0) for decision in DECISIONS}
        for level in order
    }


def _histogram(store: Store) -> list[dict[str, int]]:
    counted: dict[int, dict[str, int]] = {}
    for lower, decision, count in store.select(
        f"SELECT MIN(CAST(score / {BIN} AS INTEGER), {100 // BIN - 1}) * {BIN} AS lower, decision,"
        " SUM(times) FROM seen WHERE score IS NOT NULL GROUP BY lower, decision"
    ):
        counted.setdefault(int(str(lower)), {})[str(decision)] = int(str(count))
    return [
        {"from": lower, "to": lower + BIN}
        | {decision: counted.get(lower, {}).get(decision, 0) for decision in DECISIONS}
        for lower in range(0, 100, BIN)
    ]


def _unmatched(store: Store) -> list[dict[str, object]]:
    return [
        {"column": column, "name": cell, "rows": times, "first_row": first}
        for column, cell, times, first in store.select(
            "SELECT name_column, cell, SUM(times) AS total, MIN(first) AS place FROM seen"
            " WHERE decision = 'unknown' AND TRIM(cell) <> '' GROUP BY name_column, cell"
            " ORDER BY total DESC, place LIMIT ?",
            LISTED,
        )
    ]


def _one_to_many(store: Store) -> list[dict[str, object]]:
    """Ids that several different names were linked to, those with most names first."""
    found = []
    for (id_,) in store.select(
        "SELECT id FROM seen WHERE decision = 'linked' GROUP BY id"
        " HAVING COUNT(DISTINCT cell) >= ? ORDER BY COUNT(DISTINCT cell) DESC, id LIMIT ?",
        NAMES_TO_SUSPECT,
        4 * LISTED,
    ):
        linked = list(store.seen("decision = 'linked' AND id = ?", id_))
        different: dict[str, Seen] = {}
        for seen in linked:
            different.setdefault(key(seen.query.text, Fold.SPELLING), seen)
        if len(different) < NAMES_TO_SUSPECT:
            continue
        answer = linked[0].answer
        found.append(
            {
                "id": id_,
                "vi": answer["vi"],
                "zh_hans": answer["zh_hans"],
                "different_names": len(different),
                "rows": sum(seen.times for seen in linked),
                "names": [seen.query.text for seen in different.values()][:NAMES_SHOWN],
            }
        )
    found.sort(key=lambda one: (-int(str(one["different_names"])), str(one["id"])))
    return found[:LISTED]


def _sample(store: Store, decision: str) -> list[dict[str, object]]:
    """Names of a decision from all over the table, in the order of their rows."""
    # Keys are digests, so that their order is as good as chance, and the same every time.
    rows = store.select(
        "SELECT key, name_column FROM seen WHERE decision = ? ORDER BY key LIMIT ?",
        decision,
        SAMPLED,
    )
    chosen: list[Seen] = []
    for digest, column in rows:
        chosen += store.seen("key = ? AND name_column = ?", digest, column)
    chosen.sort(key=lambda seen: (seen.first, seen.column))
    return [_shown(seen) for seen in chosen]


def _shown(seen: Seen) -> dict[str, object]:
    answer = seen.answer
    names: Sequence[str] = ("id", "vi", "zh_hans", "pinyin", "score", "level", "support", "reason")
    return {
        "row": seen.first,
        "rows": seen.times,
        "column": seen.column,
        "name": seen.query.text,
        "says": says(seen),
        **{name: answer[name] for name in names},
    }

"""Gold and system files of an evaluation: mentions as JSON lines, accepted forms as a table."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hanviet.errors import InputError
from hanviet.evaluation import GoldMention, Span, SystemMention, base_name

if TYPE_CHECKING:
    from hanviet.alignment import Alignment


def system_mentions(alignment: Alignment) -> dict[Span, SystemMention]:
    """The mentions of an alignment as they are scored, by base name of the file, start and end."""
    return {
        (base_name(mention.file), mention.start, mention.end): SystemMention(
            mention.surface, mention.type, mention.zh_hans or "", mention.cluster, mention.decision,
            mention.probability,
        )
        for mention in alignment.all_mentions()
    }  # fmt: skip


def read_gold(path: Path) -> dict[Span, GoldMention]:
    """Read gold mentions: JSON lines with `file`, `start`, `end`, `type`, `entity`, `nested`.

    Returns:
        The mentions by base name of the file, start and end.

    Raises:
        InputError: A line is no such object, with file:line; the file cannot be read.
    """
    return {
        _span(row, place): GoldMention(
            str(row.get("surface", "")),
            _required(row, "type", place),
            _required(row, "entity", place),
            bool(row.get("nested")),
        )
        for place, row in _json_lines(path)
    }


def read_system(path: Path) -> dict[Span, SystemMention]:
    """Read the output of `hanviet align --mentions --format jsonl`.

    Returns:
        The mentions by base name of the file, start and end.

    Raises:
        InputError: A line is no such object, with file:line; the file cannot be read.
    """
    return {
        _span(row, place): SystemMention(
            str(row.get("surface", "")),
            str(row.get("type", "")),
            str(row.get("zh_hans") or ""),
            None if row.get("cluster") is None else str(row["cluster"]),
            str(row.get("decision") or ""),
            _probability(row, place),
        )
        for place, row in _json_lines(path)
    }


def read_entities(path: Path) -> dict[str, frozenset[str]]:
    """Read the Chinese forms that an editor accepts for each entity, from a tab-separated table.

    Returns:
        Entity to forms; none for an entity whose form is not known.

    Raises:
        InputError: A column is missing; the file cannot be read.
    """
    lines = _text(path).splitlines()
    reader = csv.DictReader(lines, delimiter="\t")
    missing = {"entity", "zh_hans"} - {*(reader.fieldnames or ())}
    if missing:
        raise InputError(f"has no column {', '.join(sorted(missing))}", place=str(path))
    return {
        row["entity"]: frozenset(
            form.strip() for form in (row["zh_hans"] or "").split(";") if form.strip()
        )
        for row in reader
    }


def _json_lines(path: Path) -> list[tuple[str, dict[str, Any]]]:
    rows = []
    for number, line in enumerate(_text(path).split("\n"), 1):
        if not line.strip():
            continue
        place = f"{path}:{number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(f"is no JSON: {error}", place=place) from None
        if not isinstance(row, dict):
            raise InputError("is no JSON object", place=place)
        rows.append((place, row))
    return rows


def _span(row: dict[str, Any], place: str) -> Span:
    start, end = row.get("start"), row.get("end")
    if type(start) is not int or type(end) is not int:
        raise InputError("start and end must be whole numbers", place=place)
    return base_name(_required(row, "file", place)), start, end


def _probability(row: dict[str, Any], place: str) -> float | None:
    value = row.get("probability")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise InputError("probability is no number from 0 to 1", place=place)
    return float(value)


def _required(row: dict[str, Any], key: str, place: str) -> str:
    if key not in row:
        raise InputError(f"has no {key!r}", place=place)
    return str(row[key])


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", place=str(path)) from None
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8: byte {error.start}", place=str(path)) from None

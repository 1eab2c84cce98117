"""Rows as a table for the eye, as CSV and as JSON lines."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO

from hanviet.outputs.files import json_line, output

_WHOLE = ("type", "decision", "level")
"""Columns of short words, which a narrow terminal never breaks or cuts off."""

_LONGEST_WHOLE_ID = 26
"""Longest id for which the other columns give way; ids of composed names are folded."""


def write_rows(
    rows: Iterable[Mapping[str, object]],
    columns: Sequence[str],
    format_: str,
    target: Path | None,
) -> None:
    """Write rows as `table`, `csv` or `jsonl`; JSON lines have the keys that the rows have."""
    if format_ == "table":
        write_table(rows, columns, target)
        return
    with output(target) as stream:
        if format_ == "csv":
            _write_csv(rows, columns, stream)
        else:
            _write_jsonl(rows, stream)


def _write_csv(
    rows: Iterable[Mapping[str, object]], columns: Sequence[str], stream: IO[str]
) -> None:
    """Write rows as CSV with a header; None is an empty cell."""
    writer = csv.DictWriter(stream, list(columns), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: "" if row[name] is None else row[name] for name in columns})


def _write_jsonl(rows: Iterable[Mapping[str, object]], stream: IO[str]) -> None:
    """Write rows as JSON lines."""
    for row in rows:
        stream.write(json_line(row) + "\n")


def is_terminal(target: Path | None) -> bool:
    """Whether somebody looks at what is written, rather than a program or a file."""
    return target is None and sys.stdout.isatty()


def write_table(
    rows: Iterable[Mapping[str, object]],
    columns: Sequence[str],
    target: Path | None,
    *,
    title: str = "",
) -> None:
    """Write rows as a table: drawn on a terminal, tab separated where it is piped."""
    if is_terminal(target):
        from rich import box
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        # Narrow gaps and no rules: 80 columns have to do for seven.
        table = Table(
            title=title or None, box=box.SIMPLE, padding=(0, 1, 0, 0), header_style="bold"
        )
        rows = list(rows)
        short_ids = all(len(str(row.get("id") or "")) <= _LONGEST_WHOLE_ID for row in rows)
        for name in columns:
            whole = name in _WHOLE or (name == "id" and short_ids)
            table.add_column(name, overflow="fold", no_wrap=whole)
        styles = {"linked": "", "review": "yellow", "proposed": "cyan", "unknown": "dim"}
        for row in rows:
            cells = ["" if row[name] is None else str(row[name]) for name in columns]
            table.add_row(*map(Text, cells), style=styles.get(str(row.get("decision")), ""))
        Console().print(table)
        return
    with output(target) as stream:
        stream.write("\t".join(columns) + "\n")
        for row in rows:
            cells = ["" if row[name] is None else str(row[name]) for name in columns]
            stream.write("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in cells))
            stream.write("\n")

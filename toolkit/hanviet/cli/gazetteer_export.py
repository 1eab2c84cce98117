"""`hanviet gazetteer export`: the gazetteer as one CSV and one JSON lines file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hanviet.cli.shared import output_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hanviet.lexicon.export import ExportRow

FORMATS = ("csv", "jsonl")
FILE_NAME = "gazetteer"
"""What the files are called in a folder, without their ending."""


@click.command("export")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@output_option(
    metavar="FOLDER|FILE",
    help="A folder gets gazetteer.csv and gazetteer.jsonl, or only that of --format.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="By the ending of FILE if left out, else csv.",
)
@click.option(
    "--derived",
    is_flag=True,
    help="After the entries, the rows of derived tables that no entry covers.",
)
def export_command(
    path: Path | None, target: Path | None, format_: str | None, *, derived: bool
) -> None:
    """Write every pair of forms as a row, for termbases and tables.

    The columns are described in docs/gazetteer-export.md.
    """
    from hanviet.lexicon.export import export_rows
    from hanviet.lexicon.gazetteer import Gazetteer

    gazetteer = Gazetteer.load(path)
    rows = list(export_rows(gazetteer.entries.values()))
    if derived:
        rows += export_rows(gazetteer.divisions.entries())
    if target is not None and target.is_dir():
        for name in [format_] if format_ else FORMATS:
            _write(rows, name, target / f"{FILE_NAME}.{name}")
        return
    ending = target.suffix.lower().lstrip(".") if target is not None else ""
    _write(rows, format_ or (ending if ending in FORMATS else FORMATS[0]), target)


def _write(rows: Sequence[ExportRow], format_: str, target: Path | None) -> None:
    from hanviet.lexicon.export import EXPORT_COLUMNS
    from hanviet.outputs.tables import write_rows

    # In CSV a list is one cell.
    records = (row.to_cells() if format_ == "csv" else row.to_plain() for row in rows)
    write_rows(records, EXPORT_COLUMNS, format_, target)

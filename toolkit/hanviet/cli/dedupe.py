"""`hanviet dedupe`: which rows of a table name the same thing."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from pathlib import Path

import click

from hanviet.cli.shared import output_option, workers_option
from hanviet.errors import UsageError
from hanviet.outputs.files import output

_DELIMITERS = {",": ",", ";": ";", "|": "|", "tab": "\t", "\\t": "\t", "\t": "\t"}


@click.command("dedupe")
@click.argument("path", metavar="INPUT", type=click.Path(path_type=Path))
@click.option("--column", required=True, metavar="NAME", help="The column that holds the names.")
@output_option(metavar="FILE", help="Where to write; standard output if not given.")
@click.option(
    "--lang",
    type=click.Choice(["en", "vi", "zh"]),
    default="en",
    show_default=True,
    help="Language of the reasons.",
)
@click.option("--encoding", default="", metavar="NAME", help="Encoding of INPUT, if not UTF-8.")
@click.option(
    "--delimiter", default="", metavar="SIGN", help="One of , ; | tab; found out if not given."
)
@workers_option
@click.option("--strict", is_flag=True, help="Exit with 1 if a row needs a look.")
def dedupe_command(
    path: Path,
    column: str,
    target: Path | None,
    lang: str,
    encoding: str,
    delimiter: str,
    workers: int,
    strict: bool,
) -> int:
    """Find which rows of a table name the same thing.

    Every column, row and their order are kept; the cluster of each row, the form to print of it,
    and other clusters that it may belong to are added in columns hanviet_….
    """
    from hanviet.cli.table_file import read_table, write_table
    from hanviet.linking.dedupe import dedupe_cells
    from hanviet.linking.dedupe_table import DEDUPE_COLUMNS, dedupe_row
    from hanviet.linking.reconcile import check_column, check_taken

    if delimiter and delimiter not in _DELIMITERS:
        raise UsageError(f"--delimiter must be one of , ; | tab, not {delimiter!r}")
    _refuse_to_replace(path, target)
    table = read_table(
        path, encoding=encoding, delimiter=_DELIMITERS.get(delimiter, ""), wanted=(column,)
    )
    place = "standard input" if str(path) == "-" else str(path)
    check_column(table.header, column, place)
    check_taken(table.header, DEDUPE_COLUMNS, place)
    for remark in table.remarks:
        click.echo(f"hanviet: {remark}", err=True)
    cells = table.column(column)
    members = dedupe_cells(cells, workers=workers)
    rows = [dedupe_row(cell, members, lang) for cell in cells]  # type: ignore[arg-type]
    with output(target) as stream:
        write_table(
            stream,
            [*table.header, *DEDUPE_COLUMNS],
            ((*row, *more) for row, more in zip(table.rows, rows, strict=True)),
            table,
        )
    decided = Counter(str(row[DEDUPE_COLUMNS.index("hanviet_decision")]) for row in rows)
    counts = ", ".join(f"{count} {decision}" for decision, count in sorted(decided.items()))
    clusters = len({member.cluster for member in members.values()})
    click.echo(f"hanviet: {len(rows)} rows, {clusters} clusters: {counts or 'nothing'}", err=True)
    return 1 if strict and decided["review"] else 0


def _refuse_to_replace(path: Path, target: Path | None) -> None:
    with suppress(OSError):
        if target is not None and str(path) != "-" and path.samefile(target):
            raise UsageError("the output would replace the input", remedy="give another -o")

"""`hanviet reconcile`: tie each row of a table to an entry or to a row of another table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hanviet.cli.shared import date_option, output_option, overlay_option, script_option
from hanviet.errors import UsageError
from hanviet.outputs.files import output

if TYPE_CHECKING:
    from hanviet.cli.table_file import Table
    from hanviet.linking.match import Match

_DELIMITERS = {",": ",", ";": ";", "|": "|", "tab": "\t", "\\t": "\t", "\t": "\t"}


@click.command("reconcile")
@click.argument("path", metavar="INPUT", type=click.Path(path_type=Path))
@click.option("--column", required=True, metavar="NAME", help="The column that holds the names.")
@output_option(metavar="FILE", help="Where to write; standard output if not given.")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="TABLE",
    help="Look the names up in this table instead of the gazetteer.",
)
@click.option("--vi", metavar="COL", help="Column of Vietnamese names in that table.")
@click.option("--zh", metavar="COL", help="Column of Chinese names in that table.")
@click.option("--id", "id_", metavar="COL", help="Column of ids in that table; else row numbers.")
@click.option(
    "--top",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Add hanviet_candidates with so many candidates as JSON.",
)
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
@click.option("--strict", is_flag=True, help="Exit with 1 if a row needs a look.")
@script_option
@date_option
@overlay_option
def reconcile_command(
    path: Path,
    column: str,
    target: Path | None,
    against: Path | None,
    vi: str | None,
    zh: str | None,
    id_: str | None,
    top: int,
    lang: str,
    encoding: str,
    delimiter: str,
    strict: bool,
    script: str,
    date: str,
    overlay: tuple[Path, ...],
) -> int:
    """Tie each row of a table to an entry of the gazetteer, or to a row of another table.

    Every column, row and their order are kept; what was found is added in columns hanviet_….
    """
    from hanviet.cli.table_file import read_table, write_table
    from hanviet.linking.reconcile import (
        CANDIDATES_COLUMN,
        COLUMNS,
        check_column,
        check_free,
        rows_of,
    )

    _check_reference_options(against, vi, zh, id_)
    if delimiter and delimiter not in _DELIMITERS:
        raise UsageError(f"--delimiter must be one of , ; | tab, not {delimiter!r}")
    if target is not None and str(path) != "-" and _same_file(path, target):
        raise UsageError("the output would replace the input", remedy="give another -o")
    table = read_table(
        path, encoding=encoding, delimiter=_DELIMITERS.get(delimiter, ""), wanted=(column,)
    )
    place = "standard input" if str(path) == "-" else str(path)
    check_column(table.header, column, place)
    check_free(table.header, place)
    find = _finder(against, vi, zh, id_, date, overlay, script)
    for remark in table.remarks:
        click.echo(f"hanviet: {remark}", err=True)
    added = rows_of(table.column(column), find, top, lang)  # type: ignore[arg-type]
    names = [*COLUMNS, *([CANDIDATES_COLUMN] if top else [])]
    with output(target) as stream:
        write_table(
            stream,
            [*table.header, *names],
            ((*row, *more) for row, more in zip(table.rows, added, strict=True)),
            table,
        )
    decided = Counter(str(row[COLUMNS.index("hanviet_decision")]) for row in added)
    counts = ", ".join(f"{count} {decision}" for decision, count in sorted(decided.items()))
    rows = "1 row" if len(added) == 1 else f"{len(added)} rows"
    click.echo(f"hanviet: {rows}: {counts or 'nothing to do'}", err=True)
    return 1 if strict and decided.keys() & {"review", "proposed"} else 0


def _check_reference_options(
    against: Path | None, vi: str | None, zh: str | None, id_: str | None
) -> None:
    if against is None and (vi or zh or id_):
        raise UsageError("--vi, --zh and --id name columns of the table given by --against")
    if against is not None and not vi and not zh:
        raise UsageError("--against needs --vi or --zh", remedy="name the columns of names")


def _finder(
    against: Path | None,
    vi: str | None,
    zh: str | None,
    id_: str | None,
    date: str,
    overlay: tuple[Path, ...],
    script: str,
) -> Callable[[str], list[Match]]:
    from hanviet.cli.table_file import read_table
    from hanviet.linking.closed import ReferenceTable, Row
    from hanviet.linking.reconcile import check_column
    from hanviet.outputs.scripts import converted, regional

    if against is None:
        from hanviet.lexicon.gazetteer import Gazetteer

        gazetteer = Gazetteer.load(overlay=overlay)
        return lambda text: [
            regional(match, script, gazetteer) for match in gazetteer.lookup(text, date=date)
        ]
    wanted = [name for name in (vi, zh, id_) if name]
    table: Table = read_table(against, wanted=wanted)
    for remark in table.remarks:
        click.echo(f"hanviet: {remark}", err=True)
    for name in wanted:
        check_column(table.header, name, str(against))

    def cells(name: str | None) -> list[str]:
        return table.column(name) if name else [""] * len(table.rows)

    ids = cells(id_) if id_ else [str(number) for number in range(1, len(table.rows) + 1)]
    rows = zip(ids, cells(vi), cells(zh), strict=True)
    reference = ReferenceTable.of([Row(*row) for row in rows])
    return lambda text: [converted(match, script) for match in reference.find(text)]


def _same_file(a: Path, b: Path) -> bool:
    try:
        return a.samefile(b)
    except OSError:
        return False

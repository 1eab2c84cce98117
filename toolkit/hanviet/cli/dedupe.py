"""`hanviet dedupe`: which rows of a table name the same thing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hanviet.cli.config_file import config_option
from hanviet.cli.shared import output_option, workers_option
from hanviet.errors import UsageError

if TYPE_CHECKING:
    from hanviet.linking.reasons import Language

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
@click.option("--sheet", default="", metavar="NAME", help="Sheet of a workbook, by name or number.")
@click.option("--excel", is_flag=True, help="Write CSV that Excel shows as it is.")
@click.option(
    "--report",
    "reports",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write a report (.html or .json); twice for both.",
)
@workers_option
@click.option("--strict", is_flag=True, help="Exit with 1 if a row needs a look.")
@config_option
def dedupe_command(
    path: Path,
    column: str,
    target: Path | None,
    lang: Language,
    encoding: str,
    delimiter: str,
    sheet: str,
    excel: bool,
    reports: tuple[Path, ...],
    workers: int,
    strict: bool,
) -> int:
    """Find which rows of a table name the same thing.

    INPUT is CSV or the like, a workbook (.xlsx), JSON lines, or - for standard input. Every column,
    row and their order are kept; the cluster of each row, the form to print of it,
    and other clusters that it may belong to are added in columns hanviet_….
    """
    from hanviet.tables.dedupe_job import DedupeJob, run_dedupe

    if delimiter and delimiter not in _DELIMITERS:
        raise UsageError(f"--delimiter must be one of , ; | tab, not {delimiter!r}")
    job = DedupeJob(
        path,
        target,
        column,
        encoding=encoding,
        delimiter=_DELIMITERS.get(delimiter, ""),
        sheet=sheet,
        lang=lang,
        workers=workers,
        excel=excel,
        strict=strict,
        reports=reports,
    )
    return run_dedupe(job, lambda line: click.echo(f"hanviet: {line}", err=True))

"""`hanviet dedupe`: which rows of a table name the same thing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hanviet.cli.config_file import config_option
from hanviet.cli.shared import output_option, run_options, table_options

if TYPE_CHECKING:
    from hanviet.linking.reasons import Language


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
@table_options
@run_options
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

    job = DedupeJob(
        path,
        target,
        column,
        encoding=encoding,
        delimiter=delimiter,
        sheet=sheet,
        lang=lang,
        workers=workers,
        excel=excel,
        strict=strict,
        reports=reports,
    )
    return run_dedupe(job, lambda line: click.echo(f"hanviet: {line}", err=True))

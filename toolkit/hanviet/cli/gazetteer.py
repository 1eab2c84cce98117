"""`hanviet gazetteer`: check, format, describe, extend, compare and export gazetteer data."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hanviet.cli.gazetteer_add import add_command
from hanviet.cli.gazetteer_diff import diff_command
from hanviet.cli.gazetteer_export import export_command
from hanviet.outputs.files import json_line, output

if TYPE_CHECKING:
    from hanviet.lexicon.stats import Stats

LISTED = 15
"""Rows of a long table (countries, sources) that are shown; JSON has all."""

_PATH = click.argument("path", required=False, type=click.Path(path_type=Path))


@click.group(no_args_is_help=False)
def gazetteer_command() -> None:
    """Check, format, describe, extend, compare and export gazetteer data.

    PATH is a gazetteer folder; the one that hanviet uses if it is left out.
    """


@gazetteer_command.command("check")
@_PATH
@click.option("--overlay", is_flag=True, help="PATH lies upon the gazetteer in use.")
@click.option("--quiet", "-q", is_flag=True, help="Print errors only, and the last line.")
def check_command(path: Path | None, *, overlay: bool, quiet: bool) -> int:
    """Check entries, sources and patterns.

    PATH may also be one file of a gazetteer, or a file or folder of your own entries: what has no
    sources.yaml is checked together with the gazetteer in use, as --overlay of other commands
    would add it. Prints a line for each problem, errors first. Exit status: 0 without errors
    (warnings and drafts are none), 1 with errors, 2 if PATH cannot be read.
    """
    from hanviet.data import data_path
    from hanviet.lexicon.check_path import check_path

    found = check_path(_folder(path), data_path(), overlay=overlay)
    for problem in found.problems:
        if problem.error or not quiet:
            click.echo(str(problem))
    derived = f", {found.derived} derived rows" if found.derived else ""
    click.echo(
        f"{found.entries} entries, {found.patterns} patterns{derived}: "
        f"{found.errors} errors, {found.warnings} warnings"
    )
    return 1 if found.errors else 0


@gazetteer_command.command("fmt")
@_PATH
@click.option("--check", "only_check", is_flag=True, help="Change nothing; list what would change.")
def fmt_command(path: Path | None, only_check: bool) -> int:
    """Write files in their canonical form: order of entries and fields, quoting, NFC.

    PATH may be one file. Nothing is written if any file cannot be read. Exit status with --check:
    1 if a file would change.
    """
    from hanviet.lexicon.formatting import refuse_installed, rewrites

    target = _folder(path)
    if not only_check:
        refuse_installed(target)
    changes = rewrites(target)
    for change in changes:
        if not only_check:
            with output(change.path) as stream:
                stream.write(change.text)
        click.echo(str(change.path))
    return 1 if only_check and changes else 0


@gazetteer_command.command("stats")
@_PATH
@click.option(
    "--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True
)
def stats_command(path: Path | None, format_: str) -> None:
    """Count entries by type, country, status, source and regularity.

    PATH may be one file of entries.
    """
    from hanviet.lexicon.stats import stats

    numbers = stats(_folder(path))
    if format_ == "json":
        click.echo(json_line(numbers.to_plain()))
    elif sys.stdout.isatty():
        _print_table(numbers)
    else:
        for row in _rows(numbers):
            click.echo("\t".join(row))


for _command in (add_command, diff_command, export_command):
    gazetteer_command.add_command(_command)


def _folder(path: Path | None) -> Path:
    if path is not None:
        return path
    from hanviet.data import data_path

    return data_path()


def _rows(numbers: Stats) -> Iterator[tuple[str, str, str]]:
    yield "all", "entries", str(numbers.entries)
    yield "all", "pairs", str(numbers.pairs)
    yield "all", "forms", str(numbers.forms)
    yield "all", "patterns", str(numbers.patterns)
    yield "all", "derived rows", str(numbers.derived)
    tables = {
        "type": numbers.by_type,
        "status": numbers.by_status,
        "country": numbers.by_country,
        "source": numbers.by_source,
    }
    for measure, table in tables.items():
        for name, count in list(table.items())[:LISTED]:
            yield measure, name, str(count)
        if len(table) > LISTED:
            rest = list(table.values())[LISTED:]
            yield measure, f"{len(rest)} others", str(sum(rest))
    for name, share in numbers.regularity.items():
        yield "regular", name, f"{share.regular}/{share.names} {share.share:.1%}"


def _print_table(numbers: Stats) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("measure", "value")
    table.add_column("entries", justify="right")
    previous = ""
    for measure, name, count in _rows(numbers):
        if previous and measure != previous:
            table.add_section()
        table.add_row(measure if measure != previous else "", name, count)
        previous = measure
    Console().print(table)

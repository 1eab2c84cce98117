"""`hanviet reconcile`: tie each row of a table to an entry or to a row of another table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hanviet.cli.config_file import config_option
from hanviet.cli.shared import (
    date_option,
    output_option,
    overlay_option,
    run_options,
    script_option,
    table_options,
)
from hanviet.errors import UsageError

if TYPE_CHECKING:
    from hanviet.linking.reasons import Language
    from hanviet.tables.review import Terminal

_LEVELS = ("exact", "spelling", "script", "pattern", "pinyin", "reading", "unmarked")


@click.command("reconcile")
@click.argument("path", metavar="INPUT", type=click.Path(path_type=Path))
@click.option(
    "--column",
    "names",
    multiple=True,
    metavar="NAME",
    help="The column that holds the names; several times if need be.",
)
@output_option(metavar="FILE", help="Where to write; standard output if not given.")
@click.option("--type-column", default="", metavar="COL", help="Column that says the type.")
@click.option("--country-column", default="", metavar="COL", help="Column that says the country.")
@click.option("--role-column", default="", metavar="COL", help="Column that says a person's post.")
@click.option(
    "--zh-column",
    "other_column",
    default="",
    metavar="COL",
    help="Column of the same names in the other language.",
)
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="TABLE",
    help="Look the names up in this table instead of the gazetteer.",
)
@click.option("--vi", default="", metavar="COL", help="Column of Vietnamese names in that table.")
@click.option("--zh", default="", metavar="COL", help="Column of Chinese names in that table.")
@click.option(
    "--id", "id_", default="", metavar="COL", help="Column of ids in that table; else row numbers."
)
@click.option("--type", "type_", default="", metavar="COL", help="Column of types in that table.")
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
@click.option(
    "--link-from",
    "weakest",
    type=click.Choice(_LEVELS),
    default=None,
    help="The weakest level that may be linked; the rest is for review.",
)
@click.option(
    "--split", is_flag=True, help="Look up each of several names in a cell (A; B, A và B, A和B)."
)
@click.option(
    "--one-to-one", is_flag=True, help="Link nothing twice: the row that agrees best keeps it."
)
@table_options
@click.option("--resume", is_flag=True, help="Go on with a run that was stopped or killed.")
@click.option(
    "--decisions",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Decisions of people (.jsonl): honoured, and added to.",
)
@click.option("--review", is_flag=True, help="Ask about doubtful names, in this terminal.")
@click.option(
    "--review-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write doubtful names here (.csv or .xlsx); filled in, it is read first.",
)
@click.option("--who", default="", metavar="NAME", help="Who decides, if not the user.")
@run_options
@config_option
@script_option
@date_option
@overlay_option
def reconcile_command(
    path: Path,
    names: tuple[str, ...],
    target: Path | None,
    type_column: str,
    country_column: str,
    role_column: str,
    other_column: str,
    against: Path | None,
    vi: str,
    zh: str,
    id_: str,
    type_: str,
    top: int,
    lang: Language,
    weakest: str | None,
    split: bool,
    one_to_one: bool,
    encoding: str,
    delimiter: str,
    sheet: str,
    excel: bool,
    resume: bool,
    decisions: Path | None,
    review: bool,
    review_file: Path | None,
    who: str,
    reports: tuple[Path, ...],
    workers: int,
    strict: bool,
    script: str,
    date: str,
    overlay: tuple[Path, ...],
) -> int:
    """Tie each row of a table to an entry of the gazetteer, or to a row of another table.

    INPUT is CSV or the like, a workbook (.xlsx), JSON lines, or - for standard input. Every column,
    row and their order are kept; what was found is added in columns hanviet_….
    """
    from hanviet.readings.levels import Level
    from hanviet.tables.columns import Columns
    from hanviet.tables.job import Job
    from hanviet.tables.reference import Reference
    from hanviet.tables.running import run

    if against is None and (vi or zh or id_ or type_):
        raise UsageError("--vi, --zh, --id and --type name columns of the table given by --against")
    if against is not None and not vi and not zh:
        raise UsageError("--against needs --vi or --zh", remedy="name the columns of names")
    if (review or review_file is not None) and decisions is None:
        raise UsageError("a review needs --decisions", remedy="name the file that keeps them")
    job = Job(
        path,
        target,
        Columns(names, type_column, country_column, role_column, other_column),
        Reference(against, vi, zh, id_, type_, overlay, date),
        encoding=encoding,
        delimiter=delimiter,
        sheet=sheet,
        top=top,
        lang=lang,
        script=script,
        weakest=Level(weakest) if weakest else None,
        split=split,
        one_to_one=one_to_one,
        workers=workers,
        excel=excel,
        resume=resume,
        strict=strict,
        decisions=decisions,
        review_file=review_file,
        reports=reports,
        who=who or _user(),
        terminal=_terminal(path) if review else None,
    )
    return run(job, lambda line: click.echo(f"hanviet: {line}", err=True))


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _terminal(path: Path) -> Terminal:
    """The terminal, for questions; what is printed there is no output."""
    import sys

    from hanviet.tables.review import Terminal

    if str(path) == "-" or not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("--review needs a terminal", remedy="use --review-file instead")
    return Terminal(
        key=click.getchar,
        show=lambda line: click.echo(line, err=True),
        ask=lambda what: click.prompt(what, default="", show_default=False, err=True),
    )

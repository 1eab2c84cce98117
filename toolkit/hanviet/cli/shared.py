"""What the commands share: their options."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hanviet.errors import UsageError

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer

F = TypeVar("F", bound=Callable[..., Any])

SCRIPTS = ("hans", "hant", "tw", "hk")


def output_option(*, help: str, metavar: str | None = None) -> Callable[[F], F]:
    """`-o`: where to write."""
    return click.option(
        "-o", "--output", "target", type=click.Path(path_type=Path), metavar=metavar, help=help
    )


def script_option(function: F) -> F:
    """`--script`: which Chinese script is printed first."""
    return click.option(
        "--script",
        type=click.Choice(SCRIPTS),
        default="hans",
        show_default=True,
        help="Chinese script that people read first: simplified, traditional, Taiwan, Hong Kong.",
    )(function)


def date_option(function: F) -> F:
    """`--date`: the date of documents that state none."""
    return click.option(
        "--date",
        default="",
        metavar="YYYY-MM-DD",
        callback=_check_date,
        help="Date of documents that state none; decides between holders of a post.",
    )(function)


def overlay_option(function: F) -> F:
    """`--overlay`: the user's own entries."""
    return click.option(
        "--overlay",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="PATH",
        help="A YAML file or gazetteer folder of your own entries; they win by id.",
    )(function)


def workers_option(function: F) -> F:
    """`--workers`: processes that share the work."""
    return click.option(
        "--workers",
        type=click.IntRange(min=1),
        default=_cores,
        show_default="one a core",
        metavar="N",
        help="Processes that share the work of a long table; the result does not depend on it.",
    )(function)


def table_options(function: F) -> F:
    """`--encoding`, `--delimiter`, `--sheet`, `--excel`: how a table is read and written."""
    for option in reversed((
        click.option(
            "--encoding", default="", metavar="NAME", help="Encoding of INPUT, if not UTF-8."
        ),
        click.option(
            "--delimiter", default="", metavar="SIGN", callback=_delimiter,
            help="One of , ; | tab; found out if not given.",
        ),
        click.option(
            "--sheet", default="", metavar="NAME", help="Sheet of a workbook, by name or number."
        ),
        click.option("--excel", is_flag=True, help="Write CSV that Excel shows as it is."),
    )):  # fmt: skip
        function = option(function)
    return function


def run_options(function: F) -> F:
    """`--report`, `--workers`, `--strict`: how a batch runs and what it tells at its end."""
    report = click.option(
        "--report",
        "reports",
        multiple=True,
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Write a report (.html or .json); twice for both.",
    )
    strict = click.option("--strict", is_flag=True, help="Exit with 1 if a row needs a look.")
    return report(workers_option(strict(function)))


_DELIMITERS = {",": ",", ";": ";", "|": "|", "tab": "\t", "\\t": "\t", "\t": "\t"}


def _delimiter(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if value and value not in _DELIMITERS:
        raise UsageError(f"--delimiter must be one of , ; | tab, not {value!r}")
    return _DELIMITERS.get(value, "")


def _cores() -> int:
    import os

    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def without_option(function: F) -> F:
    """`--without`: leave out the entries of a type."""
    from hanviet.lexicon.model import TYPES

    return click.option(
        "--without",
        multiple=True,
        type=click.Choice(TYPES),
        metavar="TYPE",
        help="Leave out the gazetteer's entries of this type: how are such names found unlisted?",
    )(function)


def chosen_gazetteer(overlay: Iterable[Path], without: Iterable[str]) -> Gazetteer:
    """The gazetteer that the options ask for."""
    from hanviet.lexicon.gazetteer import Gazetteer
    from hanviet.shipped import shipped_gazetteer

    layers = list(overlay)
    gazetteer = Gazetteer.load(overlay=layers) if layers else shipped_gazetteer()
    left_out = list(without)
    return gazetteer.without(left_out) if left_out else gazetteer


def _check_date(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    from datetime import date

    if value:
        try:
            date.fromisoformat(value)
        except ValueError:
            raise click.BadParameter(f"{value!r} is no date; write YYYY-MM-DD") from None
    return value

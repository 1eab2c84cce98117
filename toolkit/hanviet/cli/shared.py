"""What the commands share: options, JSON, writing a file whole or not at all."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from hanviet.errors import InputError

F = TypeVar("F", bound=Callable[..., Any])

SCRIPTS = ("hans", "hant", "tw", "hk")


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


def json_line(value: object) -> str:
    """One line of JSON, UTF-8 and never escaped."""
    return json.dumps(value, ensure_ascii=False)


@contextmanager
def output(path: Path | None, *, binary: bool = False) -> Iterator[IO[Any]]:
    """Standard output, or a file that appears only when it is complete.

    The file is written beside its place and renamed, so that an error leaves the old one whole.
    """
    if path is None or str(path) == "-":
        yield sys.stdout.buffer if binary else sys.stdout
        return
    if path.is_dir():
        raise InputError("is a folder", place=str(path), remedy="give the name of a file")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror}", place=str(path), remedy="check the folder"
        ) from None
    temporary = Path(name)
    try:
        mode = path.stat().st_mode if path.exists() else 0o666 & ~_umask()
        if binary:
            with os.fdopen(handle, "wb") as stream:
                yield stream
        else:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as text:
                yield text
        temporary.chmod(mode & 0o777)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _check_date(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    from datetime import date

    if value:
        try:
            date.fromisoformat(value)
        except ValueError:
            raise click.BadParameter(f"{value!r} is no date; write YYYY-MM-DD") from None
    return value

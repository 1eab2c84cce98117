"""How far a batch has come, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SHOWN_FROM = 500
"""Rows from which a progress bar is worth its line."""


@contextmanager
def progress(total: int) -> Iterator[Callable[[int], None]]:
    """Show the rows that are done, how many a second, and the time left, on standard error.

    Args:
        total: How many rows there are.

    Yields:
        What is told how many more are done.
    """
    if total < SHOWN_FROM or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:,.0f} rows/s" if task.speed else "")

    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(),
        TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("Rows", total=total)
        yield lambda count: shown.advance(task, count)

"""What a batch is to do: the options of `hanviet reconcile`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from hanviet.linking.reasons import Language
from hanviet.readings.levels import Level
from hanviet.tables.columns import Columns
from hanviet.tables.reference import Reference
from hanviet.tables.review import Terminal

Say = Callable[[str], None]
"""Tells the user something, one line."""


def now() -> str:
    """The time, ISO, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True)
class Job:
    """A table to be reconciled, and how.

    Args:
        path: The table; `-` for standard input.
        target: The output; None for standard output.
        columns: Its columns of names, and those beside them.
        reference: What the names are looked up in.
        encoding: Its encoding; empty to find out.
        delimiter: Its delimiter; empty to find out.
        sheet: Name or number of a workbook's sheet; empty for the first.
        top: Candidates that are written.
        lang: The language of the reasons.
        script: The Chinese script.
        weakest: The weakest level that may be linked; None for what the tables of decisions say.
        split: Give every name of a cell that holds several.
        one_to_one: What is linked is linked once.
        workers: Processes that share the work; the result does not depend on their number.
        excel: Write delimited text for Excel.
        resume: Go on with a run that was killed.
        strict: Rows that need a look make the status 1.
        decisions: The file of decisions; None for none.
        review_file: The file of doubtful names; None for none.
        reports: Files of reports, .html and .json.
        who: Who decides.
        terminal: Where to ask about doubtful names; None to ask nothing.
        clock: Gives the time, ISO.
    """

    path: Path
    target: Path | None
    columns: Columns
    reference: Reference = field(default_factory=Reference)
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    top: int = 0
    lang: Language = "en"
    script: str = "hans"
    weakest: Level | None = None
    split: bool = False
    one_to_one: bool = False
    workers: int = 1
    excel: bool = False
    resume: bool = False
    strict: bool = False
    decisions: Path | None = None
    review_file: Path | None = None
    reports: tuple[Path, ...] = ()
    who: str = ""
    terminal: Terminal | None = None
    clock: Callable[[], str] = now

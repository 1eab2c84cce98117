"""The files that a batch writes: none takes the place of another, and reports are written whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from hanviet.errors import UsageError
from hanviet.linking.reasons import Language
from hanviet.tables.output_file import locked, new_file
from hanviet.tables.report import Report, report_text

REPORT_SUFFIXES = (".html", ".htm", ".json")


def check_outputs(
    inputs: Iterable[Path | None], outputs: Iterable[Path | None], reports: Iterable[Path]
) -> None:
    """Raise if an output would take the place of an input or of another output.

    Args:
        inputs: Files that are read; `-` and None are no files.
        outputs: Files that are written; None for those that are not wanted.
        reports: Reports, which are outputs too.

    Raises:
        UsageError: One would, or a report is neither .html nor .json.
    """
    reports = tuple(reports)
    read = [path for path in inputs if path and str(path) != "-"]
    written = [path for path in (*outputs, *reports) if path]
    for number, output in enumerate(written):
        if any(_same(output, path) for path in read):
            raise UsageError(f"{output} would replace the input", remedy="give another name")
        if any(_same(output, other) for other in written[:number]):
            raise UsageError(f"{output} is given for two outputs", remedy="give another name")
    for path in reports:
        if path.suffix.lower() not in REPORT_SUFFIXES:
            raise UsageError(f"a report is .html or .json, not {path.suffix or path.name!r}")


def write_reports(report: Report, paths: Sequence[Path], lang: Language) -> None:
    """Write a report as each file wants it, by its suffix."""
    from hanviet.tables.report_html import report_page

    for path in paths:
        as_json = path.suffix.lower() == ".json"
        text = report_text(report) if as_json else report_page(report, lang=lang)
        with locked(path) as beside, new_file(path, beside.new) as stream:
            stream.write(text.encode("utf-8", "replace"))


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "row"), counted(2, "row")
    ('1 row', '2 rows')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _same(a: Path, b: Path) -> bool:
    try:
        return a.samefile(b)
    except OSError:
        return a.resolve() == b.resolve()

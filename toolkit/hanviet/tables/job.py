"""A batch from beginning to end: what `hanviet reconcile` does once its options are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from hanviet.errors import HanvietError, UsageError
from hanviet.linking.reasons import Language
from hanviet.readings.levels import Level
from hanviet.tables.answers import Answerer
from hanviet.tables.batch import worked_through
from hanviet.tables.columns import Columns, added_names
from hanviet.tables.output_file import Beside, locked, new_file, standard_output
from hanviet.tables.progress import progress
from hanviet.tables.reference import Reference
from hanviet.tables.sinks import sink_kind, write_results
from hanviet.tables.source import Source, open_source
from hanviet.tables.store import Store, open_store, remove_store

Say = Callable[[str], None]
"""Tells the user something, one line."""


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
        excel: Write delimited text for Excel.
        resume: Go on with a run that was killed.
        strict: Rows that need a look make the status 1.
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
    excel: bool = False
    resume: bool = False
    strict: bool = False


def run(job: Job, say: Say) -> int:
    """Do a batch.

    Args:
        job: What to do.
        say: Tells the user what was odd and what came out.

    Returns:
        The exit status: 0 done; 1 done, but a row needs a look and the job is strict.

    Raises:
        HanvietError: It cannot be done; the output is as it was.
    """
    _refuse_to_replace(job)
    with ExitStack() as stack:
        beside = stack.enter_context(locked(job.target)) if job.target is not None else None
        source = open_source(
            job.path, encoding=job.encoding, delimiter=job.delimiter, sheet=job.sheet,
            wanted=job.columns.wanted,
        )  # fmt: skip
        kind = sink_kind(source, job.target)
        if kind == "workbook" and job.target is None:
            raise UsageError("a workbook needs a file", remedy="add -o FILE.xlsx")
        job.columns.check(source, job.top)
        reader, remarks = job.columns.reader(source)
        finder, reference_remarks = job.reference.finder()
        for remark in (*source.remarks, *remarks):
            say(f"{source.place}: {remark}")
        for remark in reference_remarks:
            say(remark)
        answerer = Answerer(finder, job.lang, job.script, job.top, job.weakest)
        with _store(job, beside, say) as store:
            with progress(source.count) as advance, _unfinished(store, beside, say):
                results = worked_through(
                    source, job.columns, reader, answerer, store, top=job.top, advance=advance
                )
                names = added_names(job.columns.names, job.top)
                with _output(job, beside) as stream:
                    write_results(stream, kind, source, names, results, excel=job.excel)
            status = _summed_up(job, source, store, say)
        if beside is not None:
            remove_store(beside.work)
        return status


def _output(job: Job, beside: Beside | None) -> AbstractContextManager[IO[bytes]]:
    if job.target is None or beside is None:
        return standard_output()
    return new_file(job.target, beside.new)


def _refuse_to_replace(job: Job) -> None:
    if job.target is None or str(job.path) == "-":
        return
    try:
        same = job.path.samefile(job.target)
    except OSError:
        return
    if same:
        raise UsageError("the output would replace the input", remedy="give another -o")


@contextmanager
def _store(job: Job, beside: Beside | None, say: Say) -> Iterator[Store]:
    what = {
        **job.reference.version(),
        "lang": job.lang,
        "script": job.script,
        "top": job.top,
        "weakest": job.weakest.value if job.weakest is not None else None,
    }
    path = beside.work if beside is not None else None
    if job.resume and path is None:
        raise UsageError("--resume needs the -o of the run that was killed")
    if path is not None and path.exists() and not job.resume:
        say(f"{job.target}: an unfinished run is given up; --resume would have gone on with it")
    if job.resume and path is not None and not path.exists():
        say(f"{job.target}: there is no unfinished run; a new one begins")
    with open_store(path, what, resume=job.resume) as store:
        yield store


@contextmanager
def _unfinished(store: Store, beside: Beside | None, say: Say) -> Iterator[None]:
    """When a run is stopped, keep what it found, and say so."""
    try:
        yield
    except (KeyboardInterrupt, HanvietError):
        if beside is not None:
            store.commit()
            say("what was found so far is kept; --resume goes on with it")
        raise


def _summed_up(job: Job, source: Source, store: Store, say: Say) -> int:
    counted = {
        str(decision): int(str(count))
        for decision, count in store.select(
            "SELECT decision, SUM(times) FROM seen GROUP BY decision ORDER BY decision"
        )
    }
    counts = ", ".join(f"{count} {decision}" for decision, count in counted.items())
    rows = "1 row" if source.count == 1 else f"{source.count} rows"
    if len(job.columns.names) > 1:
        rows += f", {source.count * len(job.columns.names)} cells"
    say(f"{rows}: {counts or 'nothing to do'}")
    return 1 if job.strict and counted.keys() & {"review", "proposed"} else 0

"""A table against itself, from a file into a file: what `hanviet dedupe` does.

The table is read twice, and never held: once for its different names, of which the clusters are
made, and once to write each row with its cluster. There is nothing to resume: until all names are
known, no cluster is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import IO

from hanviet import __version__
from hanviet.linking.dedupe import Member, dedupe_counted
from hanviet.linking.dedupe_table import DEDUPE_COLUMNS, dedupe_row
from hanviet.linking.reasons import Language
from hanviet.linking.reconcile import check_column, check_taken
from hanviet.linking.said import Query
from hanviet.tables.answers import Answer
from hanviet.tables.columns import Columns, Reader
from hanviet.tables.job import Say, now
from hanviet.tables.output_file import locked, new_file, standard_output
from hanviet.tables.outputs import check_outputs, counted, write_reports
from hanviet.tables.progress import progress
from hanviet.tables.report import ITSELF, Circumstances, report_of
from hanviet.tables.sinks import sink_kind, write_results
from hanviet.tables.source import Source, open_source
from hanviet.tables.store import Seen, open_store

_LEVEL, _DECISION = DEDUPE_COLUMNS.index("hanviet_level"), DEDUPE_COLUMNS.index("hanviet_decision")
_SEEN_AT_ONCE = 1000


@dataclass(frozen=True)
class DedupeJob:
    """A table to be deduplicated, and how.

    Args:
        path: The table; `-` for standard input.
        target: The output; None for standard output.
        column: Its column of names.
        encoding: Its encoding; empty to find out.
        delimiter: Its delimiter; empty to find out.
        sheet: Name or number of a workbook's sheet; empty for the first.
        lang: The language of the reasons.
        workers: Processes that share the work; the result does not depend on their number.
        excel: Write delimited text for Excel.
        strict: Rows that need a look make the status 1.
        reports: Files of reports, .html and .json.
        clock: Gives the time, ISO.
    """

    path: Path
    target: Path | None
    column: str
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    lang: Language = "en"
    workers: int = 1
    excel: bool = False
    strict: bool = False
    reports: tuple[Path, ...] = ()
    clock: Callable[[], str] = now


def run_dedupe(job: DedupeJob, say: Say) -> int:
    """Find which rows of a table name the same thing.

    Args:
        job: What to do.
        say: Tells the user what was odd and what came out.

    Returns:
        The exit status: 0 done; 1 done, but a row needs a look and the job is strict.

    Raises:
        HanvietError: It cannot be done; the output is as it was.
    """
    began, start = job.clock(), monotonic()
    check_outputs((job.path,), (job.target,), job.reports)
    with ExitStack() as stack:
        beside = stack.enter_context(locked(job.target)) if job.target is not None else None
        source = open_source(
            job.path, encoding=job.encoding, delimiter=job.delimiter, sheet=job.sheet,
            wanted=(job.column,),
        )  # fmt: skip
        kind = sink_kind(source, job.target)
        columns = Columns((job.column,)).found_in(source.header)
        check_column(source.header, columns.names[0], source.place)
        check_taken(source.header, DEDUPE_COLUMNS, source.place)
        mend, more = columns.mender(source)
        remarks = (*source.remarks, *more)
        for remark in remarks:
            say(f"{source.place}: {remark}")
        reader = columns.reader(source.header, mend)
        times, first = _names(source, reader)
        members = dedupe_counted(times, workers=job.workers)
        opened: AbstractContextManager[IO[bytes]] = standard_output()
        if job.target is not None and beside is not None:
            opened = new_file(job.target, beside.new)
        with opened as stream:
            rows = _rows(source, reader, members, job.lang)
            write_results(stream, kind, source, DEDUPE_COLUMNS, rows, excel=job.excel)
    decided: Counter[str] = Counter()
    for text, count in times.items():
        decided[str(dedupe_row(text, members, job.lang)[_DECISION])] += count
    counts = ", ".join(f"{count} {decision}" for decision, count in sorted(decided.items()))
    clusters = len({member.cluster for member in members.values()})
    say(f"{counted(source.count, 'row')}, {counted(clusters, 'cluster')}: {counts or 'nothing'}")
    status = 1 if job.strict and decided["review"] else 0
    if job.reports:
        about = Circumstances(
            source.place, str(job.target or "standard output"), columns.names, ITSELF,
            f"hanviet {__version__}", {"lang": job.lang}, began, round(monotonic() - start, 3),
            remarks, (), status,
        )  # fmt: skip
        _report(job, source, about, members, times, first)
    return status


def _names(source: Source, reader: Reader) -> tuple[Counter[str], dict[str, int]]:
    """The different names in the order of the table: how often, and in which row first."""
    times: Counter[str] = Counter()
    first: dict[str, int] = {}
    for number, row in enumerate(source.rows(), 1):
        text = reader(row)[0].text
        times[text] += 1
        first.setdefault(text, number)
    return times, first


def _rows(
    source: Source, reader: Reader, members: Mapping[str, Member], lang: Language
) -> Iterator[tuple[tuple[str, ...], tuple[object, ...]]]:
    with progress(source.count) as advance:
        for row in source.rows():
            yield row, dedupe_row(reader(row)[0].text, members, lang)
            advance(1)


def _report(
    job: DedupeJob,
    source: Source,
    about: Circumstances,
    members: Mapping[str, Member],
    times: Mapping[str, int],
    first: Mapping[str, int],
) -> None:
    """Write the reports: a name's id is its cluster."""
    with open_store(None, {}, resume=False) as store:
        seen = []
        for text, count in times.items():
            answer = _answer(text, members, job.lang)
            seen.append(Seen(Query(text), about.columns[0], count, first[text], answer))
        for at in range(0, len(seen), _SEEN_AT_ONCE):
            chunk = seen[at : at + _SEEN_AT_ONCE]
            store.add({one.query: one.answer for one in chunk})
            store.note(chunk)
        write_reports(report_of(store, source, about), job.reports, job.lang)


def _answer(text: str, members: Mapping[str, Member], lang: Language) -> Answer:
    row = dedupe_row(text, members, lang)
    member = members.get(text)
    if member is None:
        return Answer((*[None] * 7, "none", None, row[_DECISION], row[-1]))
    match = member.match
    return Answer(
        (
            member.cluster, member.canonical, match.zh_hans or None, None, None, None, match.score,
            row[_LEVEL], match.support.value, row[_DECISION], row[-1],
        )
    )  # fmt: skip

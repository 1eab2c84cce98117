"""A batch from beginning to end: what `hanviet reconcile` does once its options are read."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import IO

from hanviet.errors import HanvietError, UsageError
from hanviet.linking.finders import Finder
from hanviet.linking.said import Query
from hanviet.linking.workers import map_chunks, worth
from hanviet.tables.answers import Answer, Answerer
from hanviet.tables.batch import Function, worked_through
from hanviet.tables.columns import Reader, added_names
from hanviet.tables.decisions import Decisions
from hanviet.tables.job import Job, Say
from hanviet.tables.output_file import Beside, locked, new_file, standard_output
from hanviet.tables.outputs import check_outputs, counted, write_reports
from hanviet.tables.overruling import Overruling
from hanviet.tables.progress import progress
from hanviet.tables.review import DOUBTFUL, Reviewer, review
from hanviet.tables.review_file import read_answers, write_review
from hanviet.tables.sinks import Results, sink_kind, write_results
from hanviet.tables.source import Source, open_source
from hanviet.tables.store import Store, open_store, remove_store
from hanviet.tables.used_once import Losers, losers, lost

SHOWN_CONFLICTS = 10
"""Conflicts of decisions that are said; the report has all."""


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
    check_outputs(
        (job.path, job.reference.table), (job.target, job.review_file, job.decisions), job.reports
    )
    with ExitStack() as stack:
        beside = stack.enter_context(locked(job.target)) if job.target is not None else None
        source = open_source(
            job.path, encoding=job.encoding, delimiter=job.delimiter, sheet=job.sheet,
            wanted=job.columns.wanted,
        )  # fmt: skip
        kind = sink_kind(source, job.target)
        job = replace(job, columns=job.columns.found_in(source.header))
        job.columns.check(source.header, source.place, job.top)
        mend, remarks = job.columns.mender(source)
        reader = job.columns.reader(source.header, mend)
        finder, reference_remarks = job.reference.finder()
        decisions = Decisions.read(job.decisions)
        for remark in (*source.remarks, *remarks):
            say(f"{source.place}: {remark}")
        for remark in (*reference_remarks, *decisions.remarks):
            say(remark)
        said = [*source.remarks, *remarks, *reference_remarks, *decisions.remarks]
        run_ = _Run(job, source, reader, finder, decisions, beside, say, tuple(said))
        status = run_.done(kind)
        if beside is not None:
            remove_store(beside.work)
        return status


@dataclass
class _Run:
    """One batch, its files open."""

    job: Job
    source: Source
    reader: Reader
    finder: Finder
    decisions: Decisions
    beside: Beside | None
    say: Say
    remarks: tuple[str, ...]
    _losers: Losers = field(default_factory=dict)

    def done(self, kind: str) -> int:
        """Do it; the exit status."""
        job = self.job
        version = job.reference.version()
        self._began = job.clock(), monotonic()
        self._reviewer = Reviewer(job.who, str(version["data"]), job.reference.name, job.clock)
        self._overruling = Overruling(self.decisions, self.finder, job.reference.name, job.lang)
        if job.review_file is not None:
            answers = read_answers(job.review_file, self._reviewer)
            self.decisions.add(answers)
            if answers:
                self.say(f"{job.review_file}: {counted(len(answers), 'answer')} read")
        with self._store(version) as store:
            with self._unfinished(store):
                if job.terminal is not None:
                    deque(self._results(store), maxlen=0)
                    review(store, self.decisions, self._reviewer, job.terminal, job.lang)
                if job.one_to_one:
                    deque(self._results(store), maxlen=0)
                    self._losers = losers(store.linked())
                with self._output() as stream:
                    names = added_names(job.columns.names, job.top)
                    results = self._results(store)
                    write_results(stream, kind, self.source, names, results, excel=job.excel)
                self._write_review(store)
            status = self._summed_up(store)
            self._write_reports(store, status)
            return status

    def _results(self, store: Store) -> Results:
        """The rows with what was found; a second time they are known already."""
        job = self.job
        answerer = Answerer(self.finder, job.lang, job.script, job.top, job.weakest, job.split)
        self._overruling.conflicts.clear()
        with progress(self.source.count) as advance:
            yield from worked_through(
                self.source, job.columns, self.reader, answerer, store,
                top=job.top, overrule=self._overrule, mapper=self._mapped, advance=advance,
            )  # fmt: skip

    def _overrule(self, column: str, query: Query, answer: Answer) -> tuple[Answer, str]:
        """What people decided, and then what may be used once only."""
        answer, decided = self._overruling(column, query, answer)
        note = self._losers.get((column, query))
        if note is None or answer["decision"] != "linked":
            return answer, decided
        return lost(answer, note, self.job.lang), decided

    def _mapped(
        self, function: Function, chunks: Iterable[Sequence[Query]]
    ) -> Iterator[list[Answer]]:
        workers = worth(self.job.workers, self.source.count * len(self.job.columns.names))
        return map_chunks(function, chunks, workers=workers)

    def _output(self) -> AbstractContextManager[IO[bytes]]:
        if self.job.target is None or self.beside is None:
            return standard_output()
        return new_file(self.job.target, self.beside.new)

    @contextmanager
    def _store(self, version: dict[str, object]) -> Iterator[Store]:
        job = self.job
        what = {
            **version,
            "lang": job.lang,
            "script": job.script,
            "top": job.top,
            "split": job.split,
            "link-from": job.weakest.value if job.weakest is not None else None,
        }
        path = self.beside.work if self.beside is not None else None
        if job.resume and path is None:
            raise UsageError("--resume needs the -o of the run that was killed")
        if path is not None and path.exists() and not job.resume:
            self.say(f"{job.target}: an unfinished run is given up; --resume would go on with it")
        if job.resume and path is not None and not path.exists():
            self.say(f"{job.target}: there is no unfinished run; a new one begins")
        with open_store(path, what, resume=job.resume) as store:
            yield store

    @contextmanager
    def _unfinished(self, store: Store) -> Iterator[None]:
        """When a run is stopped, keep what it found, and say so."""
        try:
            yield
        except (KeyboardInterrupt, HanvietError):
            if self.beside is not None:
                store.commit()
                self.say("what was found so far is kept; --resume goes on with it")
            raise

    def _write_review(self, store: Store) -> None:
        path = self.job.review_file
        if path is None:
            return
        with locked(path) as beside, new_file(path, beside.new) as stream:
            doubtful = store.seen(DOUBTFUL)
            count = write_review(stream, path, doubtful, self._reviewer, self.job.lang)
        self.say(f"{path}: {counted(count, 'name')} to review")

    def _write_reports(self, store: Store, status: int) -> None:
        if not self.job.reports:
            return
        from hanviet.tables.report import Circumstances, report_of

        job = self.job
        began, start = self._began
        about = Circumstances(
            self.source.place,
            str(job.target or "standard output"),
            job.columns.names,
            job.reference.name,
            self._reviewer.data,
            {"lang": job.lang, "script": job.script, "top": job.top,
             "split": job.split, "one_to_one": job.one_to_one,
             "link_from": job.weakest.value if job.weakest is not None else None},
            began,
            round(monotonic() - start, 3),
            self.remarks,
            tuple(self._overruling.conflicts.values()),
            status,
        )  # fmt: skip
        write_reports(report_of(store, self.source, about), job.reports, job.lang)

    def _summed_up(self, store: Store) -> int:
        conflicts = list(self._overruling.conflicts.values())
        for line in conflicts[:SHOWN_CONFLICTS]:
            self.say(line)
        if len(conflicts) > SHOWN_CONFLICTS:
            self.say(f"{len(conflicts) - SHOWN_CONFLICTS} more conflicts of decisions")
        found = {
            str(decision): int(str(count))
            for decision, count in store.select(
                "SELECT decision, SUM(times) FROM seen GROUP BY decision ORDER BY decision"
            )
        }
        counts = ", ".join(f"{count} {decision}" for decision, count in found.items())
        rows = counted(self.source.count, "row")
        if len(self.job.columns.names) > 1:
            rows += f", {self.source.count * len(self.job.columns.names)} cells"
        self.say(f"{rows}: {counts or 'nothing to do'}")
        return 1 if self.job.strict and found.keys() & {"review", "proposed"} else 0

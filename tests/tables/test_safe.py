"""A batch that is killed, stopped, or finds no room: the old output is whole, nothing is lost."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import hanviet
from hanviet.errors import HanvietError, UsageError
from hanviet.linking.said import Query
from hanviet.tables import answers, batch, store
from hanviet.tables.answers import Answer, Answerer
from hanviet.tables.columns import Columns
from hanviet.tables.job import Job
from hanviet.tables.output_file import Beside, locked
from hanviet.tables.reference import Reference
from hanviet.tables.running import run

NAMES = ("Trần Cương", "Lạng Sơn", "Nguyễn Văn Linh", "Tran Cuong", "?", "", "陳剛")
REFERENCE = "no,vi,zh\na,Trần Cương,陈刚\nb,Lạng Sơn,谅山\nc,Nguyễn Văn Linh,阮文灵\n"
ROWS = 400

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table of many rows, some alike, worked on in small chunks."""
    monkeypatch.setattr(batch, "CHUNK_ROWS", 10)
    monkeypatch.setattr(store, "SECONDS_TO_COMMIT", 0.0)
    (tmp_path / "ref.csv").write_text(REFERENCE, encoding="utf-8")
    path = tmp_path / "in.csv"
    rows = (f"{n:04},{NAMES[n % 7]}{'' if n % 3 else f' {n}'}\n" for n in range(ROWS))
    path.write_text("id,name\n" + "".join(rows), encoding="utf-8")
    return path


def made(table: Path, **changed: Any) -> Job:
    return Job(
        table,
        **{
            "target": table.with_name("out.csv"),
            "columns": Columns(("name",)),
            "reference": Reference(table.with_name("ref.csv"), "vi", "zh"),
            **changed,
        },
    )


def quiet(job: Job) -> list[str]:
    said: list[str] = []
    run(job, said.append)
    return said


def leftovers(table: Path) -> set[str]:
    return {path.name for path in table.parent.iterdir()} - {"in.csv", "ref.csv", "out.csv"}


def test_a_finished_run_leaves_nothing_behind(table: Path) -> None:
    quiet(made(table))
    assert leftovers(table) == set()
    lines = (table.parent / "out.csv").read_text(encoding="utf-8").splitlines()
    assert [line[:4] for line in lines[1:]] == [f"{n:04}" for n in range(ROWS)]


class StopError(Exception):
    """Stands for any fault."""


def stopping(monkeypatch: pytest.MonkeyPatch, after: int, error: BaseException) -> list[Query]:
    """Make the answerer fail after some queries; gives the list of those answered."""
    answered: list[Query] = []
    answer = Answerer.answer

    def failing(self: Answerer, query: Query) -> Answer:
        if len(answered) >= after:
            raise error
        answered.append(query)
        return answer(self, query)

    monkeypatch.setattr(answers.Answerer, "answer", failing)
    return answered


def test_a_run_that_is_stopped_goes_on_without_doing_anything_twice(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = made(table, target=table.with_name("whole.csv"))
    with monkeypatch.context() as patched:
        everything = stopping(patched, 10**9, StopError())
        quiet(whole)
    out = table.with_name("out.csv")
    out.write_text("old", encoding="utf-8")
    said: list[str] = []
    with monkeypatch.context() as patched:
        answered = stopping(patched, 60, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            run(made(table), said.append)
    assert "--resume" in said[-1]
    assert out.read_text(encoding="utf-8") == "old"
    with monkeypatch.context() as patched:
        rest = stopping(patched, 10**9, StopError())
        quiet(made(table, resume=True))
    # The chunk in which it was stopped is done again.
    assert len(answered) + len(rest) <= len(everything) + 10
    assert out.read_bytes() == table.with_name("whole.csv").read_bytes()
    assert leftovers(table) == {"whole.csv"}


def test_a_run_is_not_resumed_with_other_options_or_data(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        stopping(patched, 60, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            quiet(made(table))
    with pytest.raises(UsageError, match=r"other options or data \(lang\)"):
        quiet(made(table, lang="vi", resume=True))
    table.with_name("ref.csv").write_text(REFERENCE + "d,Hà Nội,河内\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"\(data\)"):
        quiet(made(table, resume=True))
    assert "given up" in "".join(quiet(made(table)))


def test_a_damaged_work_file_is_said(table: Path) -> None:
    Beside.of(table.with_name("out.csv")).work.write_bytes(b"no database" * 100)
    with pytest.raises(HanvietError, match="leave out --resume"):
        quiet(made(table, resume=True))
    quiet(made(table))


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_full_disk_leaves_the_old_output(
    table: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    out = table.with_name("out.csv")
    out.write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(HanvietError, match="room" if number == errno.ENOSPC else "written"):
            quiet(made(table))
    assert out.read_text(encoding="utf-8") == "old"
    quiet(made(table, resume=True))
    assert leftovers(table) == set()


def test_a_second_run_on_the_same_output_ends_clearly(table: Path) -> None:
    with (
        locked(table.with_name("out.csv")),
        pytest.raises(HanvietError, match="another run is writing it"),
    ):
        quiet(made(table))
    quiet(made(table))


def test_a_missing_folder_is_said(table: Path) -> None:
    with pytest.raises(HanvietError, match="cannot be written: No such file"):
        quiet(made(table, target=table.parent / "no" / "out.csv"))


def test_resuming_needs_an_output(table: Path) -> None:
    with pytest.raises(UsageError, match="-o"):
        quiet(made(table, target=None, resume=True))


def killed(job: Job, after: float) -> bool:
    """Do a batch in a process that is killed after some seconds; whether it was."""
    child = os.fork()
    if not child:
        status = 1
        try:
            run(job, lambda _: None)
            status = 0
        finally:
            os._exit(status)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def kill_until_done(table: Path, seed: int) -> int:
    """Kill and resume a batch until it is done; how often it was killed."""
    slow = Answerer.answer

    def slowly(self: Answerer, query: Query) -> Answer:
        time.sleep(0.002)
        return slow(self, query)

    moments = random.Random(seed)
    kills = 0
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(answers.Answerer, "answer", slowly)
        out = table.with_name("out.csv")
        out.write_text("old", encoding="utf-8")
        while killed(made(table, resume=True), moments.uniform(0.0, 0.15 + 0.02 * kills)):
            kills += 1
            assert out.read_text(encoding="utf-8") == "old" or kills > 1
            assert kills < 200
    return kills


@needs_fork
@pytest.mark.parametrize("seed", range(2))
def test_a_run_that_is_killed_goes_on_and_loses_nothing(table: Path, seed: int) -> None:
    quiet(made(table, target=table.with_name("whole.csv")))
    kill_until_done(table, seed)
    assert table.with_name("out.csv").read_bytes() == table.with_name("whole.csv").read_bytes()


@needs_fork
@pytest.mark.full
def test_hundreds_of_kills_lose_nothing(table: Path) -> None:
    quiet(made(table, target=table.with_name("whole.csv")))
    kills = seed = 0
    while kills < 300:
        seed += 1
        kills += kill_until_done(table, seed)
        assert table.with_name("out.csv").read_bytes() == table.with_name("whole.csv").read_bytes()


COMMAND = [sys.executable, "-c", "from hanviet.cli.main import main; main()", "reconcile"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize(
    ("redirection", "status", "said"),
    [("| head -c 10 >/dev/null; exit ${PIPESTATUS[0]}", 141, ""),
     (">/dev/full", 2, "standard output: cannot be written: No space left")],
)  # fmt: skip
def test_a_closed_pipe_or_full_device_ends_clearly(
    table: Path, redirection: str, status: int, said: str
) -> None:
    table.write_text("name\n" + "Trần Cương\n" * 3000, encoding="utf-8")
    arguments = [*COMMAND, "in.csv", "--column", "name", "--against", "ref.csv", "--zh", "zh"]
    words = " ".join(f"'{word}'" for word in arguments)
    done = subprocess.run(
        ["bash", "-c", f"{words} {redirection}"],
        cwd=table.parent, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(Path(hanviet.__file__).parent.parent)},
    )  # fmt: skip
    assert done.returncode == status, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_the_work_of_a_run_is_bounded_in_memory(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiet(made(table, target=table.with_name("whole.csv")))
    monkeypatch.setattr(store, "KEPT_IN_MEMORY", 4)
    quiet(made(table))
    assert table.with_name("out.csv").read_bytes() == table.with_name("whole.csv").read_bytes()


def test_chunks_may_be_worked_on_ahead(table: Path) -> None:
    """A mapper that takes all chunks first, as processes do, gives the same rows."""
    from hanviet.tables.source import open_source

    def ahead(function: batch.Function, chunks: Any) -> list[list[Answer]]:
        listed: list[Sequence[Query]] = list(chunks)
        return [function(chunk) for chunk in listed]

    source = open_source(table)
    columns = Columns(("name",))
    reader = columns.reader(source.header)
    answerer = Answerer(made(table).reference.finder()[0])
    found = []
    for mapper in (map, ahead):
        with store.open_store(None, {}, resume=False) as kept:
            rows = batch.worked_through(source, columns, reader, answerer, kept, mapper=mapper)
            found.append(list(rows))
    assert found[0] == found[1]

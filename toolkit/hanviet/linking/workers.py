"""A pure function over many items in several processes, with the results of one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 3
"""Chunks that wait for each worker, so that none is idle and memory stays bounded."""

ITEMS_TO_START = 2_500
"""Cells that take about as long to look up as a process to start."""

_function: Callable[[Any], Any] | None = None
"""The function of a worker process, which gets it once, not with every chunk."""


def worth(workers: int, items: int) -> int:
    """As many of the workers as have enough to do to be started.

    >>> worth(4, 100), worth(4, 10_000)
    (1, 4)
    """
    return max(1, min(workers, items // ITEMS_TO_START))


def map_chunks(
    function: Callable[[Sequence[Item]], Result],
    chunks: Iterable[Sequence[Item]],
    *,
    workers: int,
) -> Iterator[Result]:
    """Apply a function to each chunk.

    Args:
        function: A pure function that can be pickled. It is sent to each process once.
        chunks: What it is applied to.
        workers: Processes, this one among them. The others are spawned, so that a script that
            asks for several needs `if __name__ == "__main__":`.

    Yields:
        The results in the order of the chunks, whatever the number of workers.

    >>> list(map_chunks(len, ["ab", "c"], workers=1))
    [2, 1]
    """
    if workers <= 1:
        yield from map(function, chunks)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A forked copy of a process with threads may hang, and only spawn is everywhere.
    pool = ProcessPoolExecutor(
        workers - 1, mp_context=get_context("spawn"), initializer=_receive, initargs=(function,)
    )
    try:
        waiting = deque[_Job[Item, Result]]()
        for chunk in chunks:
            waiting.append(_Job(chunk, pool.submit(_apply, chunk)))
            if len(waiting) > AHEAD * workers:
                yield _first(waiting, function)
        while waiting:
            yield _first(waiting, function)
    finally:
        pool.shutdown(cancel_futures=True)


@dataclass(slots=True)
class _Job(Generic[Item, Result]):
    """A chunk at work; `done` has its result if this process did it."""

    chunk: Sequence[Item]
    future: Future[Result]
    done: list[Result] = field(default_factory=list)


def _first(
    waiting: deque[_Job[Item, Result]], function: Callable[[Sequence[Item]], Result]
) -> Result:
    """The result of the first job; this process works on others as long as it is not there."""
    first = waiting.popleft()
    while not first.done and not first.future.done():
        # From the far end, which no other process will come to soon.
        jobs = (*reversed(waiting), first)
        idle = next((job for job in jobs if not job.done and job.future.cancel()), None)
        if idle is None:
            break
        idle.done.append(function(idle.chunk))
    return first.done[0] if first.done else first.future.result()


def _receive(function: Callable[[Any], Any]) -> None:
    global _function
    _function = function


def _apply(chunk: Sequence[Any]) -> Any:  # noqa: ANN401  # whatever the function gives
    assert _function is not None
    return _function(chunk)

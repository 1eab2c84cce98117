"""Work through a table: each different name once, rows in their order, memory bounded."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice

from hanviet.linking.said import Query
from hanviet.tables.answers import Answer
from hanviet.tables.columns import Columns, Reader
from hanviet.tables.source import Row, Source
from hanviet.tables.store import Seen, Store

CHUNK_ROWS = 1000
"""Rows that are worked on together."""

Function = Callable[[Sequence[Query]], list[Answer]]
"""Answers queries; a pure function."""

Mapper = Callable[[Function, Iterable[Sequence[Query]]], Iterable[list[Answer]]]
"""Applies a function to chunks and gives the results in their order, as `map` does."""

Overrule = Callable[[str, Query, Answer], tuple[Answer, str]]
"""Applies decisions to what was found in a column: the answer, and the verdict that made it so."""


def worked_through(
    source: Source,
    columns: Columns,
    reader: Reader,
    function: Function,
    store: Store,
    *,
    top: int = 0,
    overrule: Overrule | None = None,
    mapper: Mapper = map,
    advance: Callable[[int], None] | None = None,
) -> Iterator[tuple[Row, tuple[object, ...]]]:
    """Work through a table.

    Args:
        source: The table.
        columns: Its columns of names.
        reader: Makes queries of its rows.
        function: Answers queries.
        store: What was answered before; filled with what is answered now.
        top: Candidates that are written.
        overrule: Applies the user's decisions.
        mapper: Applies the function to chunks, perhaps in several processes.
        advance: Told how many rows were done.

    Yields:
        Each row with the values of its new columns.
    """
    store.begin_pass()
    waiting: deque[tuple[int, list[Row], list[tuple[Query, ...]], list[Query]]] = deque()

    def unanswered() -> Iterator[list[Query]]:
        rows = source.rows()
        first = 1
        while chunk := list(islice(rows, CHUNK_ROWS)):
            asked = [reader(row) for row in chunk]
            different = dict.fromkeys(chain.from_iterable(asked))
            in_work = {query for *_, new in waiting for query in new}
            known = store.known(different)
            new = [query for query in different if query not in known and query not in in_work]
            waiting.append((first, chunk, asked, new))
            first += len(chunk)
            yield new

    for answers in mapper(function, unanswered()):
        first, rows, asked, new = waiting.popleft()
        store.add(dict(zip(new, answers, strict=True)))
        yield from _written(first, rows, asked, columns.names, store, top, overrule)
        if advance is not None:
            advance(len(rows))


def _written(
    first: int,
    rows: Sequence[Row],
    asked: Sequence[tuple[Query, ...]],
    names: Sequence[str],
    store: Store,
    top: int,
    overrule: Overrule | None,
) -> list[tuple[Row, tuple[object, ...]]]:
    known = store.known(dict.fromkeys(chain.from_iterable(asked)))
    counted: dict[tuple[str, Query], list[int]] = {}
    for number, queries in enumerate(asked, first):
        for name, query in zip(names, queries, strict=True):
            counted.setdefault((name, query), [0, number])[0] += 1
    final: dict[tuple[str, Query], Answer] = {}
    noted = []
    for (name, query), (times, number) in counted.items():
        answer, decided = known[query], ""
        if overrule is not None:
            answer, decided = overrule(name, query, answer)
        final[name, query] = answer
        noted.append(Seen(query, name, times, number, answer, decided))
    store.note(noted)
    added = {key: answer.added(top) for key, answer in final.items()}
    return [
        (
            row,
            tuple(
                chain.from_iterable(
                    added[name, query] for name, query in zip(names, queries, strict=True)
                )
            ),
        )
        for row, queries in zip(rows, asked, strict=True)
    ]

"""Answers kept in a file: what a killed run found is not looked for again, and memory is bounded.

The file is a SQLite database beside the output. An answer depends on the query and on the options
and data of the run, never on a row number, so that a run that goes on needs nothing else.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from hanviet.errors import HanvietError, UsageError
from hanviet.linking.said import NOTHING_SAID, Query, Said
from hanviet.tables.answers import Answer, json_text

KEPT_IN_MEMORY = 50_000
"""Answers that are kept in memory too."""

SECONDS_TO_COMMIT = 0.5
"""At most so much work is lost when a run is killed, and the chunk that it was at."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS run (what TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS answer (
  number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, cell TEXT NOT NULL, said TEXT NOT NULL,
  value TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS noted (
  answer INTEGER NOT NULL, name_column TEXT NOT NULL, times INTEGER NOT NULL,
  first INTEGER NOT NULL, decision TEXT NOT NULL, level TEXT NOT NULL, score REAL, id TEXT,
  decided TEXT NOT NULL, overruled TEXT, PRIMARY KEY (answer, name_column)
) WITHOUT ROWID;
CREATE TEMP VIEW seen AS
  SELECT noted.*, key, cell, said, coalesce(overruled, value) AS value
  FROM noted JOIN answer ON answer.number = noted.answer;
"""

_SETTINGS = ("journal_mode = WAL", "synchronous = OFF", "temp_store = FILE", "cache_size = -65536")
"""A killed process loses nothing that was committed; losing power may cost the file."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One name with what its row says, and how often the table has it.

    Args:
        query: The name.
        column: The column that it stands in.
        times: How many rows have it.
        first: The number of the first of them, from 1 on.
        answer: What was found and decided.
        decided: The verdict of a decision that was applied, or empty.
    """

    query: Query
    column: str
    times: int
    first: int
    answer: Answer
    decided: str = ""


class Store:
    """Answers by query, and what a table holds of them. Use `open_store`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._memory: dict[Query, tuple[int, Answer]] = {}
        self._committed = time.monotonic()
        last = connection.execute("SELECT max(number) FROM answer").fetchone()[0]
        self._next = 1 + (last or 0)
        self._all_in_memory = last is None

    def known(self, queries: Iterable[Query]) -> dict[Query, Answer]:
        """The answers that are there."""
        numbered = ((query, self._numbered(query)) for query in queries)
        return {query: found[1] for query, found in numbered if found is not None}

    def add(self, answers: Mapping[Query, Answer]) -> None:
        """Keep answers to queries that are not known."""
        rows = []
        for query, answer in answers.items():
            rows.append((self._next, key_of(query), query.text, said_text(query), answer.to_text()))
            self._remember(query, self._next, answer)
            self._next += 1
        self._connection.executemany("INSERT INTO answer VALUES (?, ?, ?, ?, ?)", rows)
        if time.monotonic() - self._committed > SECONDS_TO_COMMIT:
            self.commit()

    def commit(self) -> None:
        """Make sure that what was added stays."""
        self._connection.commit()
        self._committed = time.monotonic()

    def begin_pass(self) -> None:
        """Forget what the table holds, before it is read (again)."""
        self._connection.execute("DELETE FROM noted")

    def note(self, seen: Iterable[Seen]) -> None:
        """Note what stands in some rows of the table; its names must be known."""
        self._connection.executemany(
            "INSERT INTO noted VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET times = times + excluded.times",
            [
                (
                    self._number_of(one.query), one.column, one.times, one.first,
                    one.answer["decision"], one.answer["level"], one.answer["score"],
                    one.answer["id"], one.decided, self._overruled(one),
                )
                for one in seen
            ],
        )  # fmt: skip

    def select(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        """Rows of a query in SQL on the table `seen`, for the report."""
        return self._connection.execute(statement, values).fetchall()

    def seen(self, condition: str = "1", *values: object, limit: int = -1) -> Iterator[Seen]:
        """What the table holds, in the order of its rows.

        Args:
            condition: A condition in SQL on the table `seen`.
            values: The values of its place holders.
            limit: Most that are given; -1 for all.
        """
        cursor = self._connection.execute(
            "SELECT cell, said, name_column, times, first, value, decided FROM seen"
            f" WHERE {condition} ORDER BY first, name_column LIMIT ?",
            (*values, limit),
        )
        for cell, said, column, times, first, value, decided in cursor:
            yield Seen(query_of(cell, said), column, times, first, Answer.from_text(value), decided)

    def linked(self) -> Iterator[Seen]:
        """What is linked, by column and id."""
        cursor = self._connection.execute(
            "SELECT cell, said, name_column, times, first, value, decided FROM seen"
            " WHERE decision = 'linked' AND id IS NOT NULL ORDER BY name_column, id, first"
        )
        for cell, said, column, times, first, value, decided in cursor:
            answer = Answer.from_text(value)
            yield Seen(query_of(cell, said), column, times, first, answer, decided)

    def close(self) -> None:
        """Commit and close."""
        try:
            self._connection.commit()
        finally:
            self._connection.close()

    def _overruled(self, seen: Seen) -> str | None:
        """The answer as text, if it is not the one that is kept for the query."""
        found = self._numbered(seen.query)
        return None if found is not None and found[1] is seen.answer else seen.answer.to_text()

    def _numbered(self, query: Query) -> tuple[int, Answer] | None:
        found = self._memory.get(query)
        if found is not None or self._all_in_memory:
            return found
        row = self._connection.execute(
            "SELECT number, value FROM answer WHERE key = ?", (key_of(query),)
        ).fetchone()
        if row is None:
            return None
        answer = Answer.from_text(row[1])
        self._remember(query, row[0], answer)
        return row[0], answer

    def _number_of(self, query: Query) -> int:
        found = self._numbered(query)
        if found is None:
            raise KeyError(query)
        return found[0]

    def _remember(self, query: Query, number: int, answer: Answer) -> None:
        if len(self._memory) >= KEPT_IN_MEMORY:
            for old in list(self._memory)[: KEPT_IN_MEMORY // 2]:
                del self._memory[old]
            self._all_in_memory = False
        self._memory[query] = number, answer


@contextmanager
def open_store(path: Path | None, what: Mapping[str, object], *, resume: bool) -> Iterator[Store]:
    """Open the answers of a run.

    Args:
        path: The file; None for one that nobody finds again.
        what: What the answers depend on.
        resume: Go on with the answers that are there; else begin anew.

    Yields:
        The store. The file stays: whoever has written the output removes it.

    Raises:
        UsageError: The file holds the answers of another run.
        HanvietError: It cannot be written or read.
    """
    run = json.dumps(what, sort_keys=True, ensure_ascii=False)
    try:
        if path is not None and not resume:
            remove_store(path)
        connection = sqlite3.connect(str(path) if path is not None else "")
        try:
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
            connection.executescript(_SCHEMA)
            row = connection.execute("SELECT what FROM run").fetchone()
            if row is None:
                connection.execute("INSERT INTO run VALUES (?)", (run,))
                connection.commit()
            elif row[0] != run:
                raise UsageError(
                    "the unfinished run had other options or data"
                    + _difference(json.loads(row[0]), what),
                    remedy="give those, or leave out --resume to begin anew",
                )
            store = Store(connection)
            yield store
        finally:
            connection.commit()
            connection.close()
    except sqlite3.DatabaseError as error:
        place = str(path) if path is not None else "the temporary folder"
        no_room = "full" in str(error) or "I/O" in str(error)
        remedy = "make room, then go on with --resume" if no_room else ""
        if "malformed" in str(error) or "not a database" in str(error):
            remedy = "leave out --resume to begin anew"
        raise HanvietError(f"cannot be used: {error}", place=place, remedy=remedy) from None


def remove_store(path: Path) -> None:
    """Remove the file of a run that is finished or given up."""
    for end in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def key_of(query: Query) -> bytes:
    """A digest of a query.

    >>> key_of(Query("陈刚")) == key_of(Query("陈刚"))
    True
    """
    parts = "\0".join((query.text, *query.said))
    return blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def said_text(query: Query) -> str:
    """What a row says, as JSON without what it does not say."""
    if query.said == NOTHING_SAID:
        return "{}"
    said = query.said._asdict()
    return json_text({name: value for name, value in said.items() if value})


def query_of(cell: str, said: str) -> Query:
    """The query of a cell and the JSON of what its row says."""
    return Query(cell, Said(**json.loads(said)))


def _difference(old: Mapping[str, object], new: Mapping[str, object]) -> str:
    names = [name for name in sorted({*old, *new}) if old.get(name) != new.get(name)]
    return f" ({', '.join(names)})" if names else ""

"""`hanviet.reconcile`: the batch for data in memory, in pandas or plain lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hanviet.errors import UsageError
from hanviet.linking.finders import Finder, GazetteerFinder, TableFinder
from hanviet.linking.reasons import LANGUAGES, Language
from hanviet.linking.reconcile import cells_and_frame, check_column, reference_table
from hanviet.linking.said import Query, type_of
from hanviet.linking.workers import map_chunks, worth
from hanviet.readings.levels import Level
from hanviet.tables.answers import Answer, Answerer
from hanviet.tables.columns import Columns, added_names
from hanviet.tables.decisions import Decisions
from hanviet.tables.overruling import Overruling
from hanviet.tables.store import Seen
from hanviet.tables.used_once import losers, lost

if TYPE_CHECKING:
    import pandas as pd

    from hanviet.lexicon.gazetteer import Gazetteer

QUERIES_AT_ONCE = 500
"""Queries that a worker process gets at once."""

KEPT_ANSWERS = 100_000
"""Answers that are kept from one chunk to the next."""

_UNNAMED = "values"
"""What the column of a Series or list is called inside."""


def reconcile(
    values: pd.DataFrame | pd.Series[Any] | Iterable[object],
    *,
    column: str | Sequence[str] | None = None,
    type_column: str = "",
    country_column: str = "",
    role_column: str = "",
    zh_column: str = "",
    gazetteer: Gazetteer | None = None,
    against: pd.DataFrame | None = None,
    vi: str | None = None,
    zh: str | None = None,
    id: str | None = None,
    type: str | None = None,
    top: int = 0,
    lang: Language = "en",
    script: str = "hans",
    date: str = "",
    link_from: str = "",
    split: bool = False,
    one_to_one: bool = False,
    workers: int = 1,
    decisions: str | Path | None = None,
    reference: str = "",
) -> pd.DataFrame:
    """Tie every value to an entry of the gazetteer, or to a row of another table.

    Args:
        values: A Series, a list, or a DataFrame, whose column `column` holds the names.
        column: The column of a DataFrame, or several: then the new columns begin with its name.
        type_column: Column that says the entity type.
        country_column: Column that says the country.
        role_column: Column that says a person's post.
        zh_column: Column of the same names in the other language.
        gazetteer: Where to look; the shipped one if neither this nor `against` is given.
        against: A DataFrame to look in instead.
        vi: Its column of Vietnamese names.
        zh: Its column of Chinese names.
        id: Its column of ids; without it, ids are row numbers from 1 on.
        type: Its column of entity types.
        top: Add `hanviet_candidates` with so many candidates as JSON; 0 for none.
        lang: Language of the reasons: `en`, `vi` or `zh`.
        script: The Chinese script; `tw` and `hk` change `hanviet_zh_hant`.
        date: ISO date of the names' use, or empty.
        link_from: The weakest level that may be linked; the rest is for review.
        split: Look up each of several names in a cell (`A; B`, `A và B`, `A和B`), and join what is
            found by `; `; else such a cell is for review.
        one_to_one: What is linked is linked once: to the row that agrees best. The others, and
            rows that agree equally well, are for review.
        workers: Processes that share a long table; the result does not depend on their number. A
            script that asks for several needs `if __name__ == "__main__":`.
        decisions: A file of decisions, which are honoured first.
        reference: What these decisions call `against`: the name of its file.

    Returns:
        A DataFrame on the same index: the columns of a given DataFrame, then the new ones. Cells
        that are missing or empty are `unknown`.

    Raises:
        UsageError: Arguments that make no sense together.
        InputError: A column is not there, or the decisions cannot be read.

    >>> reconcile(["Trần Cương"])["hanviet_zh_hans"][0]
    '陈刚'
    """
    return _reconciler(
        column=column, type_column=type_column, country_column=country_column,
        role_column=role_column, zh_column=zh_column, gazetteer=gazetteer, against=against,
        vi=vi, zh=zh, id=id, type=type, top=top, lang=lang, script=script, date=date,
        link_from=link_from, split=split, one_to_one=one_to_one, workers=workers,
        decisions=decisions, reference=reference,
    ).frame(values)  # fmt: skip


def reconcile_chunks(
    chunks: Iterable[pd.DataFrame | pd.Series[Any]],
    **options: Any,  # noqa: ANN401  those of `reconcile`
) -> Iterator[pd.DataFrame]:
    """Reconcile a table that comes in pieces, as `pandas.read_csv(..., chunksize=…)` gives it.

    Args:
        chunks: The pieces.
        **options: As for `reconcile`. What is looked in is read once, and names that come again
            are not looked up again.

    Yields:
        Each piece as `reconcile` gives it.
    """
    reconciler: _Reconciler | None = None
    for chunk in chunks:
        if reconciler is None:
            reconciler = _reconciler(**options)
        yield reconciler.frame(chunk)


@dataclass
class _Reconciler:
    """Works through frames; knows what it has answered before."""

    columns: Columns
    answerer: Answerer
    overruling: Overruling
    known: dict[Query, Answer] = field(default_factory=dict)
    one_to_one: bool = False
    workers: int = 1

    def frame(self, values: pd.DataFrame | pd.Series[Any] | Iterable[object]) -> pd.DataFrame:
        import pandas as pd

        columns, frame, rows = self._rows(values)
        reader = columns.reader(columns.wanted)
        asked = [reader(row) for row in rows]
        self._answer(dict.fromkeys(chain.from_iterable(asked)))
        top = self.answerer.top
        answers = self._overruled(columns, asked)
        given = {key: answer.added(top) for key, answer in answers.items()}
        added: list[tuple[object, ...]] = [
            tuple(
                chain.from_iterable(given[key] for key in zip(columns.names, queries, strict=True))
            )
            for queries in asked
        ]
        names = added_names(columns.names, top)
        result = pd.DataFrame(added, columns=names, index=frame.index, dtype=object)
        return pd.concat([frame, result], axis="columns")

    def _answer(self, queries: Iterable[Query]) -> None:
        new = [query for query in queries if query not in self.known]
        if len(self.known) + len(new) > KEPT_ANSWERS:
            self.known = {query: self.known[query] for query in queries if query in self.known}
        chunks = [new[n : n + QUERIES_AT_ONCE] for n in range(0, len(new), QUERIES_AT_ONCE)]
        answers = map_chunks(self.answerer, chunks, workers=worth(self.workers, len(new)))
        self.known |= dict(zip(new, chain.from_iterable(answers), strict=True))

    def _overruled(
        self, columns: Columns, asked: Sequence[tuple[Query, ...]]
    ) -> dict[tuple[str, Query], Answer]:
        """What is written for each name of a column, after people and what may be used once."""
        times: Counter[tuple[str, Query]] = Counter()
        for queries in asked:
            times.update(zip(columns.names, queries, strict=True))
        found = {
            (name, query): self.overruling(name, query, self.known[query]) for name, query in times
        }
        answers = {key: answer for key, (answer, _) in found.items()}
        if self.one_to_one:
            seen = [
                Seen(query, name, times[name, query], first, answer, decided)
                for first, ((name, query), (answer, decided)) in enumerate(found.items())
                if answer["decision"] == "linked" and answer["id"] is not None
            ]
            seen.sort(key=lambda one: (one.column, str(one.answer["id"]), one.first))
            for key, note in losers(seen).items():
                answers[key] = lost(answers[key], note, self.answerer.lang)
        return answers

    def _rows(
        self, values: pd.DataFrame | pd.Series[Any] | Iterable[object]
    ) -> tuple[Columns, pd.DataFrame, list[tuple[str, ...]]]:
        """The columns, the frame that the result stands beside, and its rows of texts."""
        import pandas as pd

        columns = self.columns
        if isinstance(values, pd.DataFrame):
            header = [str(name) for name in values.columns]
            columns.check(header, "the table", self.answerer.top)
            places = [header.index(name) for name in columns.wanted]
            series: list[Iterable[object]] = [values.iloc[:, place] for place in places]
            rows = [tuple(map(_text, row)) for row in zip(*series, strict=True)]
            return columns, values, rows
        if columns.wanted:
            raise UsageError("only a DataFrame has columns that can be named")
        cells, frame = cells_and_frame(values, None)
        return Columns((_UNNAMED,)), frame, [(_text(cell),) for cell in cells]


def _reconciler(
    *,
    column: str | Sequence[str] | None = None,
    type_column: str = "",
    country_column: str = "",
    role_column: str = "",
    zh_column: str = "",
    gazetteer: Gazetteer | None = None,
    against: pd.DataFrame | None = None,
    vi: str | None = None,
    zh: str | None = None,
    id: str | None = None,
    type: str | None = None,
    top: int = 0,
    lang: Language = "en",
    script: str = "hans",
    date: str = "",
    link_from: str = "",
    split: bool = False,
    one_to_one: bool = False,
    workers: int = 1,
    decisions: str | Path | None = None,
    reference: str = "",
) -> _Reconciler:
    """Check the arguments of `reconcile` and load what they name."""
    names = (column,) if isinstance(column, str) else tuple(column or ())
    if lang not in LANGUAGES:
        raise UsageError(f"lang must be one of {', '.join(LANGUAGES)}, not {lang!r}")
    if top < 0:
        raise UsageError(f"top must not be negative, not {top}")
    if link_from and link_from not in {level.value for level in Level}:
        raise UsageError(f"link_from must be a level, not {link_from!r}")
    finder = _finder(gazetteer, against, vi, zh, id, type, date)
    weakest = Level(link_from) if link_from else None
    path = Path(decisions) if decisions is not None else None
    name = "gazetteer" if against is None else reference
    return _Reconciler(
        Columns(names, type_column, country_column, role_column, zh_column),
        Answerer(finder, lang, script, top, weakest, split),
        Overruling(Decisions.read(path), finder, name, lang),
        one_to_one=one_to_one,
        workers=workers,
    )


def _finder(
    gazetteer: Gazetteer | None,
    against: pd.DataFrame | None,
    vi: str | None,
    zh: str | None,
    id: str | None,
    type: str | None,
    date: str,
) -> Finder:
    if against is None:
        if vi or zh or id or type:
            raise UsageError("vi, zh, id and type name columns of the table given as against")
        return GazetteerFinder(gazetteer, date=date)
    if gazetteer is not None:
        raise UsageError("names are looked up in a gazetteer or against a table, not in both")
    table = reference_table(against, vi=vi, zh=zh, id=id)
    types = {}
    if type:
        check_column(against.columns, type, "the reference table")
        found = (type_of(_text(cell)) for cell in against[type])
        types = {row.id: said for row, said in zip(table.rows, found, strict=True) if said}
    return TableFinder(table, types)


def _text(cell: object) -> str:
    """A cell as text; what is missing is empty. A list in a cell is not missing."""
    import pandas as pd

    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    missing: Any = pd.isna(cell)  # type: ignore[call-overload]  # any object may stand in a cell
    return "" if missing is True else str(cell)

"""Tie every value of a column to an entry of the gazetteer, or to a row of another table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hanviet.errors import InputError, UsageError
from hanviet.linking.closed import ReferenceTable, Row
from hanviet.linking.decision import Decision
from hanviet.linking.match import Match, Note
from hanviet.linking.one_to_one import Claim, lost_claims
from hanviet.linking.outcomes import CANDIDATES_COLUMN, COLUMNS, Outcome, outcome_row
from hanviet.linking.reasons import LANGUAGES, Language
from hanviet.linking.several import outcome_of_cell
from hanviet.linking.workers import map_chunks, worth

if TYPE_CHECKING:
    import pandas as pd

    from hanviet.lexicon.gazetteer import Gazetteer

__all__ = [
    "CANDIDATES_COLUMN", "COLUMNS", "Outcome", "check_column", "check_free", "check_taken",
    "outcome_of", "outcome_row", "reconcile", "reference_table", "rows_of",
]  # fmt: skip

_SHOWN_NAMES, _SHOWN_NAME = 30, 60
"""Most names of columns in a message, and the characters of the longest."""

CELLS_AT_ONCE = 500
"""Cells that a worker process gets at once."""


def reconcile(
    values: pd.DataFrame | pd.Series[Any] | Iterable[object],
    *,
    column: str | None = None,
    gazetteer: Gazetteer | None = None,
    against: pd.DataFrame | None = None,
    vi: str | None = None,
    zh: str | None = None,
    id: str | None = None,
    top: int = 0,
    lang: Language = "en",
    date: str = "",
    split: bool = False,
    one_to_one: bool = False,
    workers: int = 1,
) -> pd.DataFrame:
    """Tie every value to an entry of the gazetteer, or to a row of another table.

    Args:
        values: A Series, a list, or a DataFrame, whose column `column` holds the names.
        column: The column of a DataFrame.
        gazetteer: Where to look; the shipped one if neither this nor `against` is given.
        against: A DataFrame to look in instead.
        vi: Its column of Vietnamese names.
        zh: Its column of Chinese names.
        id: Its column of ids; without it, ids are row numbers from 1 on.
        top: Add `hanviet_candidates` with so many candidates as JSON; 0 for none.
        lang: Language of the reasons: `en`, `vi` or `zh`.
        date: ISO date of the names' use, or empty.
        split: Look up each of several names in a cell (`A; B`, `A và B`, `A和B`), and join what is
            found by `; `; else such a cell is for review.
        one_to_one: Each entry or reference row may be used once; see `linking.one_to_one`.
        workers: Processes that share a long table; the result does not depend on their number. A
            script that asks for several needs `if __name__ == "__main__":`.

    Returns:
        A DataFrame on the same index: the columns of a given DataFrame, then `COLUMNS`. Cells
        that are missing or empty are `unknown`.

    Raises:
        UsageError: Arguments that make no sense together.
        InputError: A column is not there.
    """
    import pandas as pd

    if lang not in LANGUAGES:
        raise UsageError(f"lang must be one of {', '.join(LANGUAGES)}, not {lang!r}")
    if top < 0:
        raise UsageError(f"top must not be negative, not {top}")
    cells, frame = cells_and_frame(values, column)
    check_free(frame.columns, "the table")
    find = _finder(gazetteer, against, vi, zh, id, date)
    texts = [None if is_missing(cell) else str(cell) for cell in cells]
    added = rows_of(texts, find, top, lang, split=split, one_to_one=one_to_one, workers=workers)
    names = [*COLUMNS, *([CANDIDATES_COLUMN] if top else [])]
    result = pd.DataFrame(added, columns=names, index=frame.index, dtype=object)
    return pd.concat([frame, result], axis="columns")


def rows_of(
    cells: Sequence[str | None],
    find: Callable[[str], list[Match]],
    top: int,
    lang: Language,
    *,
    split: bool = False,
    one_to_one: bool = False,
    workers: int = 1,
) -> list[tuple[object, ...]]:
    """The added columns for each cell; equal cells are looked up once.

    Args:
        cells: The cells of a column.
        find: A pure function; with several workers it has to be one that can be pickled.
        top: Candidates to give.
        lang: Language of the reasons.
        split: Look up each of several names in a cell.
        one_to_one: What may be used once goes to the row that agrees best.
        workers: Processes.
    """
    different = [cell for cell in dict.fromkeys(cells) if cell is not None]
    chunks = [different[n : n + CELLS_AT_ONCE] for n in range(0, len(different), CELLS_AT_ONCE)]
    answers = map_chunks(Outcomes(find, split), chunks, workers=worth(workers, len(different)))
    outcomes = dict(zip(different, (each for answer in answers for each in answer), strict=True))
    rows = {cell: outcome_row(outcome, top, lang) for cell, outcome in outcomes.items()}
    nothing = outcome_row(Outcome((), empty=True), top, lang)
    added = [nothing if cell is None else rows[cell] for cell in cells]
    if one_to_one:
        claims = [_claim(cell, outcomes) for cell in cells]
        for number, lost in lost_claims(claims).items():
            outcome = outcomes[str(cells[number])].lost(Note(lost.note, lost.cells))
            added[number] = outcome_row(outcome, top, lang)
    return added


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Decides on cells: pure, and can be sent to another process if its finder can."""

    find: Callable[[str], list[Match]]
    split: bool = False

    def __call__(self, cells: Sequence[str]) -> list[Outcome]:
        """What became of each cell."""
        return [outcome_of(cell, self.find, split=self.split) for cell in cells]


def _claim(cell: str | None, outcomes: Mapping[str, Outcome]) -> Claim | None:
    best = outcomes[cell].best if cell is not None else None
    if cell is None or best is None or best.decision is not Decision.LINKED:
        return None
    return Claim(cell, best.id, best.score)


def outcome_of(cell: str, find: Callable[[str], list[Match]], *, split: bool = False) -> Outcome:
    """Decide on one cell: pure, so that rows can be worked on anywhere."""
    if not cell.strip():
        return Outcome((), empty=True)
    return outcome_of_cell(cell, find, split=split)


def cells_and_frame(
    values: pd.DataFrame | pd.Series[Any] | Iterable[object], column: str | None
) -> tuple[Iterable[object], pd.DataFrame]:
    """The cells of a column, and the frame that results are put beside."""
    import pandas as pd

    if isinstance(values, pd.DataFrame):
        if column is None:
            raise UsageError("a DataFrame needs the name of its column", remedy="give column=")
        check_column(values.columns, column, "the table")
        return values[column], values
    if isinstance(values, pd.Series):
        return values, pd.DataFrame(index=values.index)
    if isinstance(values, str):
        raise UsageError("values must be a list, Series or DataFrame, not one text")
    listed = list(values)
    return listed, pd.DataFrame(index=range(len(listed)))


def _finder(
    gazetteer: Gazetteer | None,
    against: pd.DataFrame | None,
    vi: str | None,
    zh: str | None,
    id: str | None,
    date: str,
) -> Callable[[str], list[Match]]:
    if against is not None:
        if gazetteer is not None:
            raise UsageError("names are looked up in a gazetteer or against a table, not in both")
        return reference_table(against, vi=vi, zh=zh, id=id).find
    if vi or zh or id:
        raise UsageError("vi, zh and id name columns of the table given as against")
    return GazetteerFinder(gazetteer, date)


class GazetteerFinder:
    """Looks names up in a gazetteer; made so that it can be sent to another process."""

    def __init__(self, gazetteer: Gazetteer | None, date: str) -> None:
        self._gazetteer = gazetteer
        self._date = date

    def __call__(self, text: str) -> list[Match]:
        """Matches for a text, best first."""
        if self._gazetteer is None:
            from hanviet.lexicon.gazetteer import Gazetteer

            self._gazetteer = Gazetteer.load()
        return self._gazetteer.lookup(text, date=self._date)


def reference_table(
    frame: pd.DataFrame,
    *,
    vi: str | None,
    zh: str | None,
    id: str | None,
    place: str = "the reference table",
) -> ReferenceTable:
    """Index the rows of a table that names are looked up against.

    Args:
        frame: The table.
        vi: Column of Vietnamese names; at least one of `vi` and `zh` is needed.
        zh: Column of Chinese names.
        id: Column of ids; without it, rows are numbered from 1.
        place: What the table is called in errors.

    Raises:
        UsageError: No column of names is given, or one is not there.
    """
    if not vi and not zh:
        raise UsageError(
            f"which column of {place} holds the names is not said", remedy="give vi and zh"
        )
    for column in (vi, zh, id):
        if column:
            check_column(frame.columns, column, place)

    def cells(column: str | None) -> list[str]:
        if not column:
            return [""] * len(frame)
        return ["" if is_missing(cell) else str(cell) for cell in frame[column]]

    ids = cells(id) if id else [str(number) for number in range(1, len(frame) + 1)]
    rows = [Row(*row) for row in zip(ids, cells(vi), cells(zh), strict=True)]
    return ReferenceTable.of(rows)


def check_column(columns: Iterable[Any], column: str, place: str) -> None:
    """Raise if a table has not exactly one column of a name."""
    names = [str(name) for name in columns]
    count = names.count(column)
    if count == 0:
        shown = ", ".join(" ".join(name.split())[:_SHOWN_NAME] for name in names[:_SHOWN_NAMES])
        more = ", …" if len(names) > _SHOWN_NAMES else ""
        raise InputError(f"has no column {column!r}; its columns are: {shown}{more}", place=place)
    if count > 1:
        raise InputError(f"has {count} columns {column!r}", place=place, remedy="rename them")


def check_free(columns: Iterable[Any], place: str) -> None:
    """Raise if a table has a column already that would be added."""
    check_taken(columns, (*COLUMNS, CANDIDATES_COLUMN), place)


def check_taken(columns: Iterable[Any], added: Iterable[str], place: str) -> None:
    """Raise if a table has one of some columns already."""
    names = set(added)
    taken = [str(name) for name in columns if str(name) in names]
    if taken:
        raise InputError(
            f"has the columns {', '.join(taken)} already", place=place, remedy="rename or drop them"
        )


def is_missing(cell: object) -> bool:
    """Whether a cell is None, NaN, NaT or pandas.NA; a list in a cell is not missing."""
    import pandas as pd

    if cell is None or isinstance(cell, str):
        return cell is None
    missing: Any = pd.isna(cell)  # type: ignore[call-overload]  # any object may stand in a cell
    return missing is True

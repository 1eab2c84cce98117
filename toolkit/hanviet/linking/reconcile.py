"""One cell decided on, and tables of pandas as cells and rows of a reference."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from hanviet.errors import InputError, UsageError
from hanviet.linking.closed import ReferenceTable, Row
from hanviet.linking.match import Match
from hanviet.linking.outcomes import CANDIDATES_COLUMN, COLUMNS, Outcome, outcome_row
from hanviet.linking.several import outcome_of_cell

if TYPE_CHECKING:
    import pandas as pd


__all__ = [
    "CANDIDATES_COLUMN", "COLUMNS", "Outcome", "check_column", "check_taken",
    "outcome_of", "outcome_row", "reference_table",
]  # fmt: skip

_SHOWN_NAMES, _SHOWN_NAME = 30, 60
"""Most names of columns in a message, and the characters of the longest."""


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

"""Tie every value of a column to an entry of the gazetteer, or to a row of another table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hanviet.errors import InputError, UsageError
from hanviet.linking.closed import ReferenceTable, Row
from hanviet.linking.decision import Decision
from hanviet.linking.match import Match
from hanviet.linking.reasons import LANGUAGES, Language, reason

if TYPE_CHECKING:
    import pandas as pd

    from hanviet.lexicon.gazetteer import Gazetteer

COLUMNS = (
    "hanviet_id", "hanviet_vi", "hanviet_zh_hans", "hanviet_zh_hant", "hanviet_pinyin",
    "hanviet_type", "hanviet_score", "hanviet_level", "hanviet_support", "hanviet_decision",
    "hanviet_reason",
)  # fmt: skip
"""The columns that are added, in their order."""

CANDIDATES_COLUMN = "hanviet_candidates"
"""The column of all candidates as JSON, added if asked for."""


_SHOWN_NAMES, _SHOWN_NAME = 30, 60
"""Most names of columns in a message, and the characters of the longest."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one cell.

    Args:
        matches: What it may mean, best first.
        empty: Whether the cell holds nothing.
    """

    matches: tuple[Match, ...]
    empty: bool = False

    @property
    def best(self) -> Match | None:
        """The best match, None if there is none."""
        return self.matches[0] if self.matches else None

    @property
    def decision(self) -> Decision:
        """The decision on the cell."""
        return self.best.decision if self.best is not None else Decision.UNKNOWN


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
    added = rows_of([None if is_missing(cell) else str(cell) for cell in cells], find, top, lang)
    names = [*COLUMNS, *([CANDIDATES_COLUMN] if top else [])]
    result = pd.DataFrame(added, columns=names, index=frame.index, dtype=object)
    return pd.concat([frame, result], axis="columns")


def rows_of(
    cells: Sequence[str | None],
    find: Callable[[str], list[Match]],
    top: int,
    lang: Language,
) -> list[tuple[object, ...]]:
    """The added columns for each cell; equal cells are looked up once."""
    known: dict[str, tuple[object, ...]] = {}
    nothing = outcome_row(Outcome((), empty=True), top, lang)
    rows = []
    for cell in cells:
        if cell is None:
            rows.append(nothing)
            continue
        if cell not in known:
            known[cell] = outcome_row(outcome_of(cell, find), top, lang)
        rows.append(known[cell])
    return rows


def outcome_of(cell: str, find: Callable[[str], list[Match]]) -> Outcome:
    """Decide on one cell: pure, so that rows can be worked on anywhere."""
    if not cell.strip():
        return Outcome((), empty=True)
    return Outcome(tuple(find(cell)))


def outcome_row(outcome: Outcome, top: int, lang: Language) -> tuple[object, ...]:
    """The values of the added columns, in the order of `COLUMNS`."""
    best = outcome.best
    why = reason(best, lang=lang, empty=outcome.empty)
    if best is None:
        row: tuple[object, ...] = (
            None, None, None, None, None, None, None, "none", None, outcome.decision.value, why,
        )  # fmt: skip
    else:
        shown = best.decision is not Decision.UNKNOWN
        row = (
            best.id if shown else None,
            *(
                (value or None) if shown else None
                for value in (best.vi, best.zh_hans, best.zh_hant, best.pinyin, best.type)
            ),
            best.score, best.level.value, best.support.value, best.decision.value, why,
        )  # fmt: skip
    if not top:
        return row
    candidates = [match.to_dict() for match in outcome.matches[:top]]
    return (*row, json.dumps(candidates, ensure_ascii=False))


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

"""`hanviet.dedupe`: a column against itself, as columns beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from hanviet.errors import UsageError
from hanviet.linking.dedupe import Member, dedupe_cells
from hanviet.linking.reasons import LANGUAGES, Language, reason
from hanviet.linking.reconcile import cells_and_frame, check_taken, is_missing

if TYPE_CHECKING:
    import pandas as pd

DEDUPE_COLUMNS = (
    "hanviet_cluster", "hanviet_canonical", "hanviet_level", "hanviet_decision",
    "hanviet_conflict", "hanviet_reason",
)  # fmt: skip
"""The columns that are added, in their order."""


def dedupe(
    values: pd.DataFrame | pd.Series[Any] | Iterable[object],
    *,
    column: str | None = None,
    lang: Language = "en",
    workers: int = 1,
) -> pd.DataFrame:
    """Find which rows name the same thing.

    Args:
        values: A Series, a list, or a DataFrame, whose column `column` holds the names.
        column: The column of a DataFrame.
        lang: Language of the reasons: `en`, `vi` or `zh`.
        workers: Processes; a script that asks for several needs `if __name__ == "__main__":`.

    Returns:
        A DataFrame on the same index: the columns of a given DataFrame, then `DEDUPE_COLUMNS`.
        Cells that are missing or empty have no cluster.

    Raises:
        UsageError: Arguments that make no sense together.
        InputError: The column is not there.

    >>> import hanviet
    >>> hanviet.dedupe(["Trần Cương", "陳剛", "Trần Cường"])["hanviet_cluster"].tolist()
    ['c1', 'c1', 'c2']
    """
    import pandas as pd

    if lang not in LANGUAGES:
        raise UsageError(f"lang must be one of {', '.join(LANGUAGES)}, not {lang!r}")
    cells, frame = cells_and_frame(values, column)
    check_taken(frame.columns, DEDUPE_COLUMNS, "the table")
    texts = ["" if is_missing(cell) else str(cell) for cell in cells]
    members = dedupe_cells(texts, workers=workers)
    added = [dedupe_row(text, members, lang) for text in texts]
    result = pd.DataFrame(added, columns=DEDUPE_COLUMNS, index=frame.index, dtype=object)
    return pd.concat([frame, result], axis="columns")


def dedupe_row(text: str, members: Mapping[str, Member], lang: Language) -> tuple[object, ...]:
    """The values of the added columns for a cell."""
    member = members.get(text)
    if member is None:
        return None, None, "none", "unknown", None, reason(None, lang=lang, empty=True)
    match = member.match
    conflict = "; ".join(f"{cluster} {form}" for cluster, form in member.conflicts)
    return (
        member.cluster, member.canonical, match.level.value, match.decision.value,
        conflict or None, reason(match, lang=lang),
    )  # fmt: skip

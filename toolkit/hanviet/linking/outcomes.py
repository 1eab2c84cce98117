"""What became of a cell, and the columns that say it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hanviet.linking.decision import Decision
from hanviet.linking.match import Match
from hanviet.linking.reasons import Language, reason

COLUMNS = (
    "hanviet_id", "hanviet_vi", "hanviet_zh_hans", "hanviet_zh_hant", "hanviet_pinyin",
    "hanviet_type", "hanviet_score", "hanviet_level", "hanviet_support", "hanviet_decision",
    "hanviet_reason",
)  # fmt: skip
"""The columns that are added, in their order."""

CANDIDATES_COLUMN = "hanviet_candidates"
"""The column of all candidates as JSON, added if asked for."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one cell.

    Args:
        matches: What it may mean, best first.
        empty: Whether the cell holds nothing.
        parts: Where it was taken apart: each name in it with its own outcome, and no matches.
    """

    matches: tuple[Match, ...]
    empty: bool = False
    parts: tuple[tuple[str, Outcome], ...] = ()

    @property
    def best(self) -> Match | None:
        """The best match, None if there is none."""
        return self.matches[0] if self.matches else None

    def mapped(self, function: Callable[[Sequence[Match]], Sequence[Match]]) -> Outcome:
        """The same with other matches, those of its parts too."""
        parts = tuple((text, outcome.mapped(function)) for text, outcome in self.parts)
        return Outcome(tuple(function(self.matches)), self.empty, parts)

    @property
    def shown(self) -> tuple[Match, ...]:
        """The matches, or the best of each part."""
        if not self.parts:
            return self.matches
        return tuple(outcome.matches[0] for _, outcome in self.parts if outcome.matches)

    @property
    def decision(self) -> Decision:
        """The decision on the cell; of several names, what all are, else `review`."""
        if self.parts:
            decisions = {outcome.decision for _, outcome in self.parts}
            return decisions.pop() if len(decisions) == 1 else Decision.REVIEW
        return self.best.decision if self.best is not None else Decision.UNKNOWN


def outcome_row(outcome: Outcome, top: int, lang: Language) -> tuple[object, ...]:
    """The values of the added columns, in the order of `COLUMNS`."""
    if outcome.parts:
        return _row_of_parts(outcome, top, lang)
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


SEVERAL = "; "
"""Between what is found for several names of a cell."""


def _row_of_parts(outcome: Outcome, top: int, lang: Language) -> tuple[object, ...]:
    """Forms and reasons joined in the order of the names; level, support, score of the weakest."""
    rows = [outcome_row(part, 0, lang) for _, part in outcome.parts]
    weakest = min(rows, key=lambda row: float(str(row[_SCORE] or 0)))
    joined = [
        SEVERAL.join(str(value or "") for value in column) if any(column) else None
        for column in [[row[place] for row in rows] for place in range(_SCORE)]
    ]
    reasons = [f"{text}: {row[-1]}" for (text, _), row in zip(outcome.parts, rows, strict=True)]
    row = (*joined, *weakest[_SCORE:-2], outcome.decision.value, " ".join(reasons))
    if not top:
        return row
    candidates = [
        {"name": text, **match.to_dict()}
        for text, part in outcome.parts
        for match in part.matches[:top]
    ]
    return (*row, json.dumps(candidates, ensure_ascii=False))


_SCORE = COLUMNS.index("hanviet_score")

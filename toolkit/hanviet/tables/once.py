"""Where a reference row may be used once: the rows of a table that lose it are for review."""

from __future__ import annotations

from collections.abc import Sequence

from hanviet.linking.match import Note
from hanviet.linking.one_to_one import Claim, Lost, lost_claims
from hanviet.linking.outcomes import COLUMNS
from hanviet.linking.reasons import Language, sentence_of

_ID, _SCORE = COLUMNS.index("hanviet_id"), COLUMNS.index("hanviet_score")
_DECISION, _REASON = COLUMNS.index("hanviet_decision"), COLUMNS.index("hanviet_reason")


class Once:
    """Takes the rows of a table one after the other, then says what becomes of each.

    Args:
        columns: How many columns of names there are; each uses the reference by itself.
        lang: The language of the reasons.
    """

    def __init__(self, columns: int, lang: Language) -> None:
        self._claims: list[list[Claim | None]] = [[] for _ in range(columns)]
        self._lost: list[dict[int, Lost]] = []
        self._lang = lang

    def note(self, cells: Sequence[str], values: Sequence[object]) -> None:
        """Take the next row: its cells, and the values of its new columns."""
        width = len(values) // len(self._claims)
        for number, claims in enumerate(self._claims):
            found = values[number * width : (number + 1) * width]
            linked = found[_DECISION] == "linked"
            claims.append(
                Claim(cells[number], str(found[_ID]), float(str(found[_SCORE] or 0)))
                if linked
                else None
            )

    def settle(self) -> int:
        """Decide who keeps what, when all rows were taken; how many cells lose."""
        self._lost = [lost_claims(claims) for claims in self._claims]
        self._claims = [[] for _ in self._claims]
        return sum(map(len, self._lost))

    def applied(self, row: int, values: Sequence[object]) -> tuple[object, ...]:
        """The values of a row, by its number from 0 on."""
        width = len(values) // len(self._lost)
        changed = list(values)
        for number, lost in enumerate(self._lost):
            if row in lost:
                start = number * width
                note = Note(lost[row].note, lost[row].cells)
                said = (changed[start + _REASON], sentence_of(note, self._lang))
                changed[start + _DECISION] = "review"
                changed[start + _REASON] = ("" if self._lang == "zh" else " ").join(map(str, said))
        return tuple(changed)

"""What is found for a query, as it is written and kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from hanviet.linking.finders import Finder, GazetteerFinder, outcome_of_query
from hanviet.linking.match import Match
from hanviet.linking.reasons import Language, reason
from hanviet.linking.reconcile import COLUMNS, outcome_row
from hanviet.linking.said import Query
from hanviet.readings.levels import Level

json_text = json.JSONEncoder(ensure_ascii=False).encode
"""JSON in one line, never escaped; quicker than `json.dumps`."""

KEPT_CANDIDATES = 5
"""Candidates that are kept for a review."""


_PLACES = {name.removeprefix("hanviet_"): place for place, name in enumerate(COLUMNS)}


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a query.

    Args:
        values: The values of `COLUMNS`.
        candidates: The best candidates as in `hanviet_candidates`, each with its `reason`.
    """

    values: tuple[Any, ...]
    candidates: tuple[dict[str, Any], ...] = ()

    def __getitem__(self, column: str) -> Any:  # noqa: ANN401  a cell of any column
        """The value of a column, by its name without `hanviet_`."""
        return self.values[_PLACES[column]]

    def added(self, top: int) -> tuple[Any, ...]:
        """The values that are written, with so many candidates."""
        if not top:
            return self.values
        shown = [
            {name: value for name, value in candidate.items() if name != "reason"}
            for candidate in self.candidates[:top]
        ]
        return (*self.values, json_text(shown))

    def with_values(self, **changed: object) -> Answer:
        """The same with other values, by their names without `hanviet_`."""
        values = dict(zip(COLUMNS, self.values, strict=True))
        values |= {f"hanviet_{name}": value for name, value in changed.items()}
        return replace(self, values=tuple(values.values()))

    def to_text(self) -> str:
        """As text, to be kept."""
        return json_text([self.values, self.candidates])

    @classmethod
    def from_text(cls, text: str) -> Answer:
        """From the text that was kept."""
        values, candidates = json.loads(text)
        return cls(tuple(values), tuple(candidates))


@dataclass(frozen=True)
class Answerer:
    """Answers queries: a pure function that can be pickled, so that it may run anywhere.

    Args:
        finder: Where names are looked up.
        lang: The language of the reasons.
        script: The Chinese script; `tw` and `hk` change `zh_hant`.
        top: Candidates that are written.
        weakest: The weakest level that may be linked, or None.
        split: Give every name of a cell that holds several.
    """

    finder: Finder
    lang: Language = "en"
    script: str = "hans"
    top: int = 0
    weakest: Level | None = None
    split: bool = False

    def __call__(self, queries: Sequence[Query]) -> list[Answer]:
        """The answers in the order of the queries."""
        return [self.answer(query) for query in queries]

    def answer(self, query: Query) -> Answer:
        """The answer to one query."""
        outcome = outcome_of_query(
            query, self.finder, weakest=self.weakest, split=self.split
        ).mapped(lambda matches: [self._in_script(match) for match in matches])
        shown = outcome.shown[: max(self.top, KEPT_CANDIDATES)]
        return Answer(
            outcome_row(outcome, 0, self.lang),
            tuple({**match.to_dict(), "reason": reason(match, lang=self.lang)} for match in shown),
        )

    def _in_script(self, match: Match) -> Match:
        from hanviet.outputs.scripts import converted, regional

        if isinstance(self.finder, GazetteerFinder):
            return regional(match, self.script, self.finder.loaded())
        return converted(match, self.script)

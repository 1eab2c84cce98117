"""Where names are looked up: the gazetteer, or a table of the user's; can be sent to a process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from hanviet.linking.closed import ReferenceTable
from hanviet.linking.match import Match
from hanviet.linking.outcomes import Outcome
from hanviet.linking.said import (
    NOTHING_SAID,
    Query,
    Said,
    not_weaker_than,
    with_other_language,
    with_type,
)
from hanviet.linking.several import outcome_of_cell
from hanviet.readings.levels import Level

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer


class Finder(Protocol):
    """Looks names up."""

    @property
    def closed(self) -> bool:
        """Whether its candidates are the rows of a table of the user's."""
        ...

    def find(self, text: str, said: Said = NOTHING_SAID) -> list[Match]:
        """What a name may mean, best first."""
        ...

    def forms_of(self, id_: str, called: str = "") -> dict[str, str] | None:
        """Type, forms and pinyin of an id, as a match has them; None if there is no such id.

        Args:
            id_: The id.
            called: A name of it, for ids that only a name leads to, as those of composed names.
        """
        ...


def outcome_of_query(
    query: Query, finder: Finder, *, weakest: Level | None = None, split: bool = False
) -> Outcome:
    """Decide on one name with what its row says: pure, so that rows can be worked on anywhere.

    Args:
        query: The name.
        finder: Where to look it up.
        weakest: The weakest level that may be linked; None for what the tables of decisions say.
        split: Give every name of a cell that holds several; else such a cell is for review.
    """
    if not query.text.strip() and not query.said.other.strip():
        return Outcome((), empty=True)
    matches: Sequence[Match] = ()
    if query.text.strip():
        outcome = outcome_of_cell(
            query.text, lambda text: finder.find(text, query.said), split=split
        )
        if outcome.parts:
            return outcome.mapped(lambda found: not_weaker_than(found, weakest))
        matches = outcome.matches
    if query.said.other.strip():
        others = finder.find(query.said.other, query.said)
        matches = with_other_language(matches, query, others, closed=finder.closed)
    return Outcome(tuple(not_weaker_than(matches, weakest)))


@dataclass
class GazetteerFinder:
    """Looks names up in a gazetteer, which is loaded when first used.

    Args:
        gazetteer: The gazetteer; if None, the shipped one with the overlay.
        overlay: Files and folders of the user's own entries.
        date: The date of the names' use, ISO, or empty.
    """

    gazetteer: Gazetteer | None = None
    overlay: tuple[Path, ...] = ()
    date: str = ""
    closed: bool = field(default=False, init=False)

    def find(self, text: str, said: Said = NOTHING_SAID) -> list[Match]:
        """What a name may mean, best first."""
        from hanviet.linking.lookup import lookup

        return lookup(self.loaded(), text, date=self.date, said=said)

    def forms_of(self, id_: str, called: str = "") -> dict[str, str] | None:
        """Type, forms and pinyin of an entry, composed name or derived row."""
        entry = self.loaded().entries.get(id_)
        name = called if entry is None else entry.zh or entry.vi
        return _forms_of(self.find(name), id_) if name else None

    def loaded(self) -> Gazetteer:
        """The gazetteer."""
        if self.gazetteer is None:
            from hanviet.lexicon.gazetteer import Gazetteer
            from hanviet.shipped import shipped_gazetteer

            overlay = self.overlay
            self.gazetteer = Gazetteer.load(overlay=overlay) if overlay else shipped_gazetteer()
        return self.gazetteer

    def __reduce__(self) -> tuple[object, ...]:
        # A shipped gazetteer is loaded faster than it is sent, and its indexes cannot be sent.
        from hanviet.shipped import shipped_gazetteer

        own = self.gazetteer
        if own is None or self.overlay or own is shipped_gazetteer():
            return GazetteerFinder, (None, self.overlay, self.date)
        return GazetteerFinder, (own, (), self.date)


@dataclass(frozen=True)
class TableFinder:
    """Looks names up in a table of the user's.

    Args:
        table: The table.
        types: Entity types of its rows by their ids, where it states them.
    """

    table: ReferenceTable
    types: Mapping[str, str] = field(default_factory=dict)
    closed: bool = field(default=True, init=False)

    def find(self, text: str, said: Said = NOTHING_SAID) -> list[Match]:
        """What a name may mean, best first."""
        found = self.table.find(text)
        if not self.types:
            return found
        typed = [replace(match, type=self.types.get(match.id, "")) for match in found]
        return with_type(typed, said.type)

    def forms_of(self, id_: str, called: str = "") -> dict[str, str] | None:  # noqa: ARG002  an id is enough here
        """Type and forms of a row."""
        row = next((row for row in self.table.rows if row.id == id_), None)
        return None if row is None else _forms_of(self.find(row.zh.strip() or row.vi), id_)


def _forms_of(matches: list[Match], id_: str) -> dict[str, str] | None:
    match = next((match for match in matches if match.id == id_), None)
    if match is None:
        return None
    return {
        "type": match.type,
        "vi": match.vi,
        "zh_hans": match.zh_hans,
        "zh_hant": match.zh_hant,
        "pinyin": match.pinyin,
    }

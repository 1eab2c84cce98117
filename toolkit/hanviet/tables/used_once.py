"""A reference whose rows may be used once, for a whole table: what loses is for review."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from hanviet.linking.match import Note
from hanviet.linking.one_to_one import SHOWN, USED, USED_TWICE, best_of
from hanviet.linking.reasons import Language, sentence_of
from hanviet.linking.said import Query
from hanviet.tables.answers import Answer
from hanviet.tables.store import Seen

DECIDED = 1000.0
"""The score of a claim that a person decided: it goes before all others."""

Losers = Mapping[tuple[str, Query], Note]
"""Names in columns that may not keep what they are linked to, and why."""


def losers(linked: Iterable[Seen]) -> Losers:
    """Find the names whose claim to a reference row does not stand.

    The rule is that of `linking.one_to_one`: the row goes to the one row of the table
    that agrees best; equally good ones all lose. Rows with the same name agree equally well.

    Args:
        linked: The different names of the table that are linked, by column and id.
    """
    found: dict[tuple[str, Query], Note] = {}
    for _, claimed in groupby(linked, lambda seen: (seen.column, seen.answer["id"])):
        claims = list(claimed)
        if sum(one.times for one in claims) == 1:
            continue
        scores = [
            DECIDED if one.decided == "match" else float(one.answer["score"] or 0) for one in claims
        ]
        best, stands = best_of(scores, [one.times for one in claims])
        cells = [claims[number].query.text for number in best]
        for number, one in enumerate(claims):
            if number not in best:
                found[one.column, one.query] = Note(USED, tuple(cells[:SHOWN]))
            elif not stands:
                others = [cell for cell in cells if cell != one.query.text] or cells
                found[one.column, one.query] = Note(USED_TWICE, tuple(others[:SHOWN]))
    return found


def lost(answer: Answer, note: Note, lang: Language) -> Answer:
    """The same answer for review, with the reason."""
    gap = "" if lang == "zh" else " "
    reason = f"{answer['reason']}{gap}{sentence_of(note, lang)}"
    return answer.with_values(decision="review", reason=reason)

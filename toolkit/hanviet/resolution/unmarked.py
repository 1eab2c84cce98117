"""Names typed without their marks: each attaches to the one full name that it may be, or waits.

It never joins two: where two full names fit, it stays in a cluster of its own document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from hanviet.orthography.vietnamese import unmarked
from hanviet.orthography.words import words
from hanviet.resolution.commonness import Commonness
from hanviet.resolution.namesakes import TOLERATED


class Typed(NamedTuple):
    """A name as it was typed in one document.

    Attributes:
        document: The number of the document.
        type: The entity type.
        surface: The name.
        bare: Its letters without marks.
        key: The key of its cluster.
        country: Of the posts that stand with it, or of what it was linked to; may be empty.
        listed: The key of the one entry that it may be, or empty.
    """

    document: int
    type: str
    surface: str
    bare: str
    key: str
    country: str = ""
    listed: str = ""


def attach(
    loose: Sequence[Typed], full: Iterable[Typed], commonness: Commonness
) -> dict[tuple[int, str], str]:
    """Attach names typed without marks to full ones.

    Args:
        loose: The names typed without marks.
        full: The full names.
        commonness: Of names without marks.

    Returns:
        Document and key of what was attached to the key that it was attached to. What waits is
        not among them.
    """
    wanted = {(one.type, one.bare) for one in loose}
    here: dict[tuple[int, str, str], set[str]] = defaultdict(set)
    everywhere: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in full:
        if (one.type, one.bare) in wanted:
            here[one.document, one.type, one.bare].add(one.key)
            everywhere[one.type, one.bare][one.key].add(one.country)
    attached = {}
    for one in loose:
        beside = here.get((one.document, one.type, one.bare), set())
        known = everywhere.get((one.type, one.bare), {})
        fitting = beside or _fitting(one, known)
        if len(fitting) == 1 and (beside or _is_rare(one, commonness)):
            attached[one.document, one.key] = next(iter(fitting))
        elif not known and one.listed:
            attached[one.document, one.key] = one.listed
    return attached


def bare_form(name: str) -> str:
    """A name without marks, its words kept apart.

    >>> bare_form("Trần Văn Cương")
    'tran van cuong'
    """
    return " ".join(unmarked(word.text) for word in words(name))


def _fitting(one: Typed, candidates: Mapping[str, set[str]]) -> set[str]:
    return {
        key
        for key, countries in candidates.items()
        if not one.country or not (known := countries - {""}) or one.country in known
    }


def _is_rare(one: Typed, commonness: Commonness) -> bool:
    return one.type != "PERSON" or commonness.bearers(bare_form(one.surface)) <= TOLERATED

"""Cells that hold several names: `陈刚、黄坤明`, `Trần Cương và Hoàng Khôn Minh`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from hanviet.linking.decision import STRONG, Decision, Support
from hanviet.linking.match import Match, Note
from hanviet.linking.outcomes import Outcome
from hanviet.orthography.chinese import has_han

MOST_NAMES = 20

_SURE = re.compile(r"\s*[;；、\n]\s*")
_VIETNAMESE_AND = re.compile(r"\s+(?:và|va|and|&|cùng)\s+|\s*,\s+", re.IGNORECASE)
_CHINESE_AND = re.compile(r"\s*[和与與及，,]\s*")

Find = Callable[[str], list[Match]]


def parts_of(text: str) -> list[str]:
    """The names that a cell may hold, if they are several.

    >>> parts_of("Trần Cương; Hoàng Khôn Minh"), parts_of("陈刚和黄坤明"), parts_of("Hà Nội")
    (['Trần Cương', 'Hoàng Khôn Minh'], ['陈刚', '黄坤明'], [])
    """
    parts = [text]
    for separator in (_SURE, _VIETNAMESE_AND, *([_CHINESE_AND] if has_han(text) else [])):
        parts = [piece for part in parts for piece in separator.split(part)]
    parts = [part.strip() for part in parts]
    if not 1 < len(parts) <= MOST_NAMES:
        return []
    return parts if all(any(char.isalnum() for char in part) for part in parts) else []


def outcome_of_cell(text: str, find: Find, *, split: bool = False) -> Outcome:
    """Decide on a cell that may hold several names.

    A name may have such words in it (`Vành đai và Con đường`, 李和平), so that a cell is only taken
    apart if it is no name as a whole, and each of its parts is one.

    Args:
        text: The cell.
        find: Finds what a name means.
        split: Give every name; else such a cell is for review.

    Returns:
        The outcome; with several names and `split`, one that has parts.
    """
    whole = find(text)
    if whole and whole[0].level in STRONG and whole[0].support is not Support.VETOED:
        return Outcome(tuple(whole))
    parts = parts_of(text)
    found = [find(part) for part in parts]
    named = sum(_is_name(matches) for matches in found)
    # Of `A; B` both are names even if B is not known; a comma or `và` may belong to a name.
    enough = named > 0 if parts and _SURE.search(text) else named == len(parts)
    if not parts or not enough:
        return Outcome(tuple(whole))
    if split:
        outcomes = tuple(Outcome(tuple(matches)) for matches in found)
        return Outcome((), parts=tuple(zip(parts, outcomes, strict=True)))
    first, *others = next(matches for matches in found if _is_name(matches))
    note = Note("several", tuple(parts))
    first = replace(first, decision=Decision.REVIEW, notes=(*first.notes, note))
    return Outcome((first, *others))


def _is_name(matches: list[Match]) -> bool:
    best = matches[0] if matches else None
    return best is not None and (best.level in STRONG or best.decision is Decision.LINKED)

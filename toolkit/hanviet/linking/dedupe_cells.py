"""A table's cells as names that can be told apart, with what they state."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hanviet.linking.cells import View, read_cell
from hanviet.linking.closed import OUTSIDE_THE_NAME
from hanviet.linking.keys import spelled_key
from hanviet.orthography.casing import is_all_caps
from hanviet.orthography.pinyin_input import is_pinyin
from hanviet.orthography.syllable import is_syllable
from hanviet.orthography.vietnamese import marks_of
from hanviet.orthography.words import words
from hanviet.readings.compare import compare
from hanviet.readings.levels import Level

_SHORTENED = re.compile(r"(?:^|\s)\w{1,3}\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Name:
    """A different cell, and how often it stands in the table.

    Args:
        text: The cell.
        count: How often it stands there.
        vi: The name in Latin letters, or empty.
        zh: The name in Chinese characters, or empty.
        type: The entity type that the words around it speak for, or empty.
        country: ISO code that it states, or empty.
        rank: The word for the kind of place in front of it, or empty.
        keys: The name in both languages, folded: cells with the same keys are the same name.
        is_weak: It is shortened, pinyin, or without tones, so that it may be several names.
        is_shortened: It has initials.
    """

    text: str
    count: int
    vi: str
    zh: str
    type: str = ""
    country: str = ""
    rank: str = ""
    keys: tuple[str, str] = ("", "")
    is_weak: bool = False
    is_shortened: bool = False

    @property
    def states(self) -> tuple[str, str, str]:
        """What may tell two things of one name apart."""
        return self.type, self.country, self.rank

    @property
    def form(self) -> str:
        """The name by itself."""
        return self.vi or self.zh


def name_of(text: str, count: int) -> Name:
    """Read a cell.

    >>> name = name_of("ông Trần Cương (陈刚)", 1)
    >>> name.vi, name.zh, name.type
    ('Trần Cương', '陈刚', 'PERSON')
    >>> name_of("邓小平 Deng Xiaoping", 1).vi
    ''
    """
    cell = read_cell(text)
    if cell.leftover or not cell.sides:
        return _name(text, count, cell.whole or text.strip(), "")
    views = [_inmost(side) for side in cell.sides]
    latin = [view for view in views if not view.is_han]
    han = [view for view in views if view.is_han]
    if len(latin) > 1:
        return _name(text, count, cell.whole, "")
    zh = han[0].text if han else ""
    vi = latin[0].text if latin else ""
    if vi and zh and compare(vi, zh).level in (Level.PINYIN, Level.PINYIN_TONELESS):
        vi = ""
    if vi and zh and _is_one_word(vi, zh, cell.whole):
        return _name(text, count, "", cell.whole)
    view = (latin or han)[0]
    places = [word for word in view.removed if word != "()"] if view.type == "PLACE" else []
    return _name(text, count, vi, zh, (view.type, cell.country, spelled_key(" ".join(places))))


def _name(
    text: str, count: int, vi: str, zh: str, states: tuple[str, str, str] = ("", "", "")
) -> Name:
    shortened = bool(_SHORTENED.search(vi))
    keys = spelled_key(vi), spelled_key(zh)
    return Name(text, count, vi, zh, *states, keys, _is_weak(vi, zh) or shortened, shortened)


def _is_one_word(vi: str, zh: str, whole: str) -> bool:
    """Whether letters and characters stand together and say different things: APEC领导人会议."""
    together = f"{vi}{zh}" in whole or f"{zh}{vi}" in whole
    return together and compare(vi, zh).level is Level.NONE


def _is_weak(vi: str, zh: str) -> bool:
    if zh:
        return False
    if not marks_of(vi).tones:
        return True
    return not all(is_syllable(word.text.lower()) for word in words(vi)) and is_pinyin(vi)


def canonical(names: Iterable[Name]) -> str:
    """The form to print of a cluster: Vietnamese and fully marked if any is, the commonest.

    >>> canonical([name_of("TRẦN CƯƠNG", 5), name_of("Trần Cương", 1), name_of("Tran Cuong", 9)])
    'Trần Cương'
    """

    def order(name: Name) -> tuple[bool, bool, bool, int, str]:
        cased = not is_all_caps(name.form) and name.form != name.form.lower()
        return not name.vi, name.is_weak, bool(name.vi) and not cased, -name.count, name.form

    return min(names, key=order).form


def _inmost(side: tuple[View, ...]) -> View:
    """The name without words around it, but those that make it another thing (a lake)."""
    inmost = side[0]
    for view in side:
        if view.kind not in OUTSIDE_THE_NAME:
            break
        inmost = view
    return inmost

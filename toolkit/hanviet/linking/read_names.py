"""Read a Chinese name as the gazetteer has it, if that is a reading of its characters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from hanviet.linking.lookup import known_names
from hanviet.linking.prominence import standing
from hanviet.mentions.names import EntryName
from hanviet.orthography.chinese import HAN_RUN, has_han, to_simplified
from hanviet.orthography.syllable import SyllableError, parse_syllable
from hanviet.orthography.words import words
from hanviet.readings.compare import compare
from hanviet.readings.levels import Level
from hanviet.readings.read import MAX_ALTERNATIVES, Reading, read

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer


def read_name(gazetteer: Gazetteer, text: str, *, type: str | None = None) -> Reading:
    """Read a Chinese name; a form that the gazetteer has established comes first.

    Args:
        gazetteer: Where established forms stand.
        text: A name in Chinese characters of any script.
        type: The entity type, None if unknown.

    Returns:
        The reading; `known` if its first form is an established one. A form that is no regular
        reading (Móng Cái of 芒街) is never given.
    """
    if not has_han(text):
        return read(text, type=type)
    established = list(dict.fromkeys(_established(gazetteer, text, type)))
    kind = established[0][1] if established else type
    reading = read(text, type=kind)
    if not established:
        return reading
    forms = [form for form, _ in established]
    others = [form for form in (reading.hanviet, *reading.alternatives) if form]
    ordered = list(dict.fromkeys([*forms, *others]))
    return replace(
        reading,
        hanviet=ordered[0],
        known=True,
        alternatives=tuple(ordered[1 : MAX_ALTERNATIVES + 1]),
    )


def _established(gazetteer: Gazetteer, text: str, type: str | None) -> Iterator[tuple[str, str]]:
    """Vietnamese forms paired with the name that are regular readings, with their types."""
    known = known_names(gazetteer)
    names = [known.names[number] for number in known.index.same_spelling(text)]
    names = [name for name in names if name.lang == "zh" and type in (None, name.type)]
    names.sort(key=_order, reverse=True)
    han = "".join(HAN_RUN.findall(to_simplified(text)))
    for name in names:
        for form in name.pair.vi or (name.entry.vi,):
            spelled = words(form)
            if len(spelled) != len(han) or name.pair.avoid:
                continue
            if compare(form, han, type=name.type).level is Level.READING:
                yield " ".join(_with_mark_in_place(word.text) for word in spelled), name.type


def _order(name: EntryName) -> tuple[bool, tuple[int, int]]:
    return name.status == "reviewed", standing(name.entry, "")


def _with_mark_in_place(word: str) -> str:
    """The word as `read` prints: tone mark as in hòa, thủy; its capitals kept."""
    with suppress(SyllableError):
        placed = parse_syllable(word).text
        if len(placed) == len(word):
            cased = zip(word, placed, strict=True)
            return "".join(new.upper() if old.isupper() else new for old, new in cased)
    return word

"""A Chinese name as Vietnamese reads it."""

from __future__ import annotations

import heapq
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from hanviet.orthography.chinese import HAN_RUN, Script, script_of, to_simplified
from hanviet.readings.context import Candidate, likely_kind, name_candidates

MAX_ALTERNATIVES = 10
MAX_COST = 8.0
"""Combinations of readings dearer than this are not worth showing."""

_DOTS = str.maketrans("·•・‧∙．", "      ")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a Chinese name is read.

    Args:
        query: The text as given.
        hanviet: Its Hán-Việt reading, NFC, each syllable capitalised; empty if the text has no
            Chinese character, has kana, or has a character that no table reads.
        pinyin: Its pinyin with tone marks; empty where `hanviet` is for want of Chinese.
        known: Whether the gazetteer has the name; always False here, set by the layer above.
        alternatives: Other readings, best first, at most `MAX_ALTERNATIVES`.
    """

    query: str
    hanviet: str
    pinyin: str
    known: bool
    alternatives: tuple[str, ...]


def read(text: str, *, type: str | None = None) -> Reading:
    """Read a Chinese name.

    Each character's reading is chosen by, in this order: the words of the overlay, the overlay's
    line for its place in the name (surname, given name, place), its pinyin in context, the order
    of the readings table.

    Args:
        text: A name in Chinese characters of any script. What is not Chinese in it is kept as it
            is; the dots in foreign names become spaces.
        type: `PERSON`, `PLACE` or another entity type; None if unknown, then it is guessed.

    Returns:
        The reading. For text without Chinese characters, or with kana, everything but the query
        is empty: that is an answer, not an error.

    >>> read("黄坤明").hanviet, read("重庆").hanviet, read("Trần Cương").hanviet
    ('Hoàng Khôn Minh', 'Trùng Khánh', '')
    """
    from hanviet.orthography.pinyin import pinyin

    composed = unicodedata.normalize("NFC", text).strip()
    if script_of(composed) in (Script.NONE, Script.JAPANESE):
        return Reading(text, "", "", False, ())
    kind = type or likely_kind(to_simplified("".join(HAN_RUN.findall(composed))))
    spelled = pinyin(composed, kind=kind)
    joined = list(islice(_joined_readings(composed, kind, type), MAX_ALTERNATIVES + 1))
    if not joined:
        return Reading(text, "", spelled, False, ())
    return Reading(text, joined[0], spelled, False, tuple(joined[1:]))


def _joined_readings(text: str, kind: str, given_type: str | None) -> Iterator[str]:
    """All ways to read the text, the best first, without repetition."""
    from hanviet.orthography.pinyin import pinyin_syllables

    slots: list[tuple[Candidate, ...]] = []
    done = 0
    for run in HAN_RUN.finditer(text):
        slots += _kept(text[done : run.start()])
        sounds = pinyin_syllables(run[0], kind=kind)
        sounds = sounds if len(sounds) == len(run[0]) else ()
        slots += name_candidates(run[0], given_type, sounds)
        done = run.end()
    slots += _kept(text[done:])
    if not all(slots):
        return
    seen: set[str] = set()
    for syllables in _cheapest_first(slots):
        joined = " ".join(_capitalised(syllable) for syllable in syllables)
        if joined not in seen:
            seen.add(joined)
            yield joined


def _kept(text: str) -> list[tuple[Candidate, ...]]:
    return [(Candidate(word, 0.0),) for word in text.translate(_DOTS).split()]


def _capitalised(syllable: str) -> str:
    return syllable[:1].upper() + syllable[1:]


def _cheapest_first(slots: list[tuple[Candidate, ...]]) -> Iterator[tuple[str, ...]]:
    """Combinations of one candidate a slot by rising cost, up to `MAX_COST`."""
    start = (0,) * len(slots)
    first = sum(slot[0].cost for slot in slots)
    queue = [(first, start)]
    queued = {start}
    while queue:
        cost, choice = heapq.heappop(queue)
        if cost > first + MAX_COST:
            return
        yield tuple(slot[place].reading for slot, place in zip(slots, choice, strict=True))
        for index, place in enumerate(choice):
            if place + 1 == len(slots[index]):
                continue
            step = slots[index][place + 1].cost - slots[index][place].cost
            following = (*choice[:index], place + 1, *choice[index + 1 :])
            if following not in queued:
                queued.add(following)
                heapq.heappush(queue, (cost + step, following))

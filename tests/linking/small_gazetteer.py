"""A tiny gazetteer, made in memory."""

from __future__ import annotations

from collections.abc import Iterable

from hanviet.lexicon.cache import Compiled
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.lexicon.model import Entry, Pair
from hanviet.orthography.pinyin import pinyin, pinyin_syllables
from hanviet.orthography.traditional import to_traditional


def entry(
    id_: str, vi: str, zh: str, *, country: str = "CN", kind: str = "", status: str = "reviewed"
) -> Entry:
    """An entry with one pair; its type is the head of its id."""
    type_ = id_.partition(".")[0].upper()
    pair = Pair(
        vi=(vi,) if vi else (),
        zh=(zh,) if zh else (),
        hant=to_traditional(zh, person=type_ == "PERSON") if zh else "",
        pinyin=pinyin(zh, kind=type_) if zh else "",
    )
    return Entry(id_, type_, country, (pair,), kind, status=status)


def gazetteer(entries: Iterable[Entry]) -> Gazetteer:
    """A gazetteer of these entries, without patterns."""
    held = tuple(entries)
    keys = {
        form: " ".join(pinyin_syllables(form, kind=one.type))
        for one in held
        for pair in one.pairs
        for form in pair.zh
    }
    return Gazetteer(Compiled(held, (), keys, "test"))

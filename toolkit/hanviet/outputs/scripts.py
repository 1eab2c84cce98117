"""The Chinese form in the script that a reader wants first."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from hanviet.linking.mention import Mention

if TYPE_CHECKING:
    from hanviet.alignment import Entity
    from hanviet.document import Document
    from hanviet.lexicon.gazetteer import Gazetteer
    from hanviet.lexicon.model import Entry, Pair
    from hanviet.linking.match import Match

T = TypeVar("T", Mention, "Entity", "Match")

_REGIONS = {"tw": "TW", "hk": "HK"}
"""Of a regional script: the region of the pairs that are written so."""


def chinese_of(one: Mention | Entity | Match, script: str) -> str:
    """The form to print; for `tw` and `hk`, of what `regional` or `converted` gave."""
    return (one.zh_hans if script == "hans" else one.zh_hant) or ""


def regional(one: T, script: str, gazetteer: Gazetteer | None = None) -> T:
    """The same with `zh_hant` as Taiwan or Hong Kong calls it (悉尼 is 雪梨 in Taiwan).

    Args:
        one: What is printed.
        script: The Chinese script; `hans` and `hant` change nothing.
        gazetteer: The one that knows its id; the shipped one if None.

    Returns:
        With the form of the entry's pair for that region and its pinyin, if the entry holds one for
        the same Vietnamese name; else with the characters of the region.
    """
    if script not in _REGIONS or not one.zh_hans:
        return one
    if gazetteer is None:
        from hanviet.shipped import shipped_gazetteer

        gazetteer = shipped_gazetteer()
    entry = gazetteer.entries.get(one.id or "")
    pair = _pair_of_region(entry, one.zh_hans, _REGIONS[script]) if entry else None
    if pair is None:
        return converted(one, script)
    hant = _in_characters(pair.zh[0], pair.hant, script, one.type)
    return _changed(one, hant, pair.pinyin)


def converted(one: T, script: str) -> T:
    """The same with `zh_hant` in the characters of Taiwan or Hong Kong, but no other word."""
    if script not in _REGIONS or not one.zh_hans:
        return one
    hant = _in_characters(one.zh_hans, one.zh_hant or "", script, one.type)
    return _changed(one, hant, one.pinyin or "")


def _changed(one: T, hant: str, pinyin: str) -> T:
    if isinstance(one, Mention):
        return one._replace(zh_hant=hant, pinyin=pinyin)
    return replace(one, zh_hant=hant, pinyin=pinyin)


def regional_document(
    document: Document, script: str, gazetteer: Gazetteer | None = None
) -> Document:
    """A document with `regional` mentions."""
    if script not in _REGIONS:
        return document
    mentions = tuple(regional(mention, script, gazetteer) for mention in document.mentions)
    return replace(document, mentions=mentions)


def _pair_of_region(entry: Entry, zh: str, region: str) -> Pair | None:
    """The reviewed pair of a region for the Vietnamese name that a Chinese form belongs to."""
    own = {vi for pair in entry.pairs if zh in pair.zh and not pair.avoid for vi in pair.vi}
    return next(
        (
            pair
            for pair in entry.pairs
            if pair.region == region and pair.zh and not pair.avoid and pair.status != "draft"
            and own.intersection(pair.vi)
        ),
        None,
    )  # fmt: skip


@lru_cache(maxsize=8192)
def _in_characters(hans: str, hant: str, script: str, type_: str) -> str:
    """A form in regional characters.

    >>> _in_characters("台湾里", "臺灣裏", "tw", "PLACE")
    '臺灣裡'
    """
    from hanviet.orthography.traditional import to_traditional

    person = type_ == "PERSON"
    # A traditional form that was written by hand knows more than the conversion.
    by_hand = bool(hant) and hant != to_traditional(hans, person=person)
    return to_traditional(hant if by_hand else hans, person=person, region=script)

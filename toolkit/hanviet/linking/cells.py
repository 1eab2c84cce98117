"""A table cell as it comes: the name in it, what stands around it, and both languages apart.

`Bí thư Lê Tú Chinh`, `Trường Giang/长江`, `Lục Xuân (Trung Quốc)`, `邓小平 Deng Xiaoping`.
Nothing is thrown away for good: a cell becomes views, the whole text first, each with what was
taken off.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from hanviet.linking.closed_people import reads_as_person
from hanviet.linking.head_words import Stripped, country_of, strip_han, strip_head
from hanviet.linking.thresholds import MAX_CELL_LENGTH
from hanviet.orthography.chinese import HAN_RUN, Script, has_han, script_of
from hanviet.orthography.keystrokes import keys_read
from hanviet.orthography.lookalikes import plain_letters
from hanviet.orthography.pinyin_input import is_pinyin
from hanviet.orthography.syllable import all_syllables, is_syllable
from hanviet.orthography.vietnamese import Fold, key
from hanviet.orthography.words import words

MOST_HEADS = 3
"""Head phrases that are taken off one after another: `đồng chí` `Bí thư` …"""
CACHED_CELLS = 16384


@dataclass(frozen=True, slots=True)
class View:
    """One way to see the name of a cell.

    Args:
        text: The name, NFC.
        removed: What was taken off to see it, in order.
        type: The entity type that the words taken off speak for, or empty.
        kind: The kind of place that they speak for, if that is part of what it is (a lake).
        keys: Whether the cell has keys of an input method in place of letters (`Traanf`).
    """

    text: str
    removed: tuple[str, ...] = ()
    type: str = ""
    kind: str = ""
    keys: bool = False

    @property
    def is_han(self) -> bool:
        """Whether the name is written in Chinese characters."""
        return has_han(self.text)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says.

    Args:
        given: The cell as it came.
        whole: The same, NFC, without spaces and quotes around it.
        sides: The views of each language in it; one side for an ordinary cell, none if empty.
        country: ISO code of the country that the cell states, or empty.
        leftover: Text in brackets that was not understood, or empty.
        lookalikes: Whether letters were replaced that only look Latin.
    """

    given: str
    whole: str
    sides: tuple[tuple[View, ...], ...]
    country: str = ""
    leftover: str = ""
    lookalikes: bool = False


@lru_cache(maxsize=CACHED_CELLS)
def read_cell(text: str) -> Cell:
    """Take a cell apart.

    Args:
        text: The cell, in any normal form.

    Returns:
        Its sides, each with its views; the whole text is always the first view of a single side.

    >>> [side[0].text for side in read_cell("Trường Giang/长江").sides]
    ['Trường Giang', '长江']
    >>> read_cell("Lục Xuân (Trung Quốc)").country
    'CN'
    """
    composed = unicodedata.normalize("NFC", text)
    plain = plain_letters(composed)
    whole = _tidy(plain)
    lookalikes = plain != composed
    if not any(char.isalnum() for char in whole):
        return Cell(text, whole, (), lookalikes=lookalikes)
    if len(whole) > MAX_CELL_LENGTH or script_of(whole) is Script.JAPANESE:
        return Cell(text, whole, ((View(whole),),), lookalikes=lookalikes)
    core, country, leftover = _without_brackets(whole)
    sides = [_views(side) for side in _languages(core)]
    if len(sides) == 1 and core != whole and not (country or leftover):
        sides = [_views(core)]
    if len(sides) == 1 and (country or leftover):
        # What is in brackets may belong to the name after all.
        sides = [(View(whole), *(_with_removed(view, "()") for view in sides[0]))]
    return Cell(text, whole, tuple(sides), country, leftover, lookalikes)


def _with_removed(view: View, what: str) -> View:
    return replace(view, removed=(what, *view.removed))


def _tidy(text: str) -> str:
    collapsed = re.sub(r"[\s\u200b-\u200f\ufeff\u2060\u00ad]+", " ", text)
    return collapsed.strip(" \t\"'“”‘’,;|*•·")


_BRACKET = re.compile(r"\s*[(\[（【]([^()\[\]（）【】]*)[)\]）】]\s*")
_TRAILING = re.compile(r"^(.+)\s*[,，;；\-–—]\s*([^,，;；\-–—]+)$")


def _without_brackets(text: str) -> tuple[str, str, str]:
    """The text with brackets opened or dropped, the country they state, and what else they say."""
    country, leftover = "", ""
    outside = _BRACKET.sub(" ", text)

    def opened(match: re.Match[str]) -> str:
        nonlocal country, leftover
        inside = match[1].strip()
        code = country_of(inside)
        if code:
            country = code
        elif has_han(inside) != has_han(outside) or is_pinyin(inside) > is_pinyin(outside.strip()):
            return f" / {inside} / "
        elif any(char.isalnum() for char in inside):
            leftover = inside
        return " "

    text = _BRACKET.sub(opened, text).strip(" /") or text
    if not country and (match := _TRAILING.match(text)):
        code = country_of(match[2])
        name = match[1].strip()
        # Of two countries (Trung Quốc - Việt Nam) none is where the other lies.
        if code and any(char.isalnum() for char in name) and not country_of(name):
            return name, code, leftover
    return text, country, leftover


_BETWEEN = " \t/|,;:，、；：-–—=·•()（）《》〈〉「」"
_LONG_PINYIN = 4
"""Letters from which on one word may be the pinyin beside a name: Mozi, but not `Nga/Mi`."""


def _languages(text: str) -> list[str]:
    """Part a text with two languages into its sides."""
    runs = list(HAN_RUN.finditer(text))
    if not runs:
        sides = [side.strip() for side in re.split(r"\s*[/|]\s*|\s+=\s+", text)]
        if len(sides) == 2 and (
            all(len(words(side)) >= 2 for side in sides) or any(map(_is_long_pinyin, sides))
        ):
            return sides
        return [text]
    outside = HAN_RUN.sub(" ", text)
    if not any(char.isalpha() for char in outside):
        return [text]
    # Letters on both sides of the characters, or characters in two places: one name in itself.
    first, last = runs[0].start(), runs[-1].end()
    before, after = text[:first].strip(_BETWEEN), text[last:].strip(_BETWEEN)
    if any(char.isalpha() for char in HAN_RUN.sub("", text[first:last])) or (before and after):
        return [text]
    latin = before or after
    return [latin, text[first:last]] if before else [text[first:last], latin]


def _is_long_pinyin(text: str) -> bool:
    return len(text) >= _LONG_PINYIN and is_pinyin(text)


def _says_too_little(stripped: Stripped) -> bool:
    """One syllable names a place (nước Lào), but behind a post it is a person's word at most."""
    if stripped.type == "PLACE":
        return not any(char.isalnum() for char in stripped.rest)
    if stripped.type == "ORG" and not is_syllable(stripped.rest.lower()):
        return False  # a name by itself: Vingroup, CNN
    if stripped.type == "PERSON" and _is_foreign_word(stripped.rest):
        return False  # Souphanouvong
    return len(words(stripped.rest)) + sum(map(len, HAN_RUN.findall(stripped.rest))) < 2


def _is_foreign_word(text: str) -> bool:
    """One word that is no syllable of either language, and no initial."""
    found = words(text)
    if len(found) != 1 or len(text) < _LONG_PINYIN or has_han(text) or is_pinyin(text):
        return False
    return key(text, Fold.UNMARKED) not in _bare_syllables()


@cache
def _bare_syllables() -> frozenset[str]:
    return frozenset(key(syllable, Fold.UNMARKED) for syllable in all_syllables())


def _views(text: str) -> tuple[View, ...]:
    views = _views_as_typed(text)
    read = "" if has_han(text) or len(words(text)) < 2 else keys_read(text)
    return (
        (*views, *(replace(view, keys=True) for view in _views_as_typed(read))) if read else views
    )


def _views_as_typed(text: str) -> tuple[View, ...]:
    views = [View(text)]
    han = has_han(text)
    while len(views) <= MOST_HEADS:
        last = views[-1]
        stripped = strip_han(last.text) if han else strip_head(last.text)
        if stripped is None or _says_too_little(stripped):
            break
        type_ = last.type or stripped.type
        kind = last.kind or stripped.kind
        views.append(View(stripped.rest, (*last.removed, stripped.head), type_, kind))
    if not han and "," in text:
        name, _, rest = text.partition(",")
        if _is_post(rest.strip()):
            views += [
                replace(view, removed=(*view.removed, rest.strip()), type="PERSON")
                for view in _views_as_typed(name.strip())
            ]
    return tuple(views)


def _is_post(text: str) -> bool:
    """Whether a text is a post or honorific, perhaps with its place, and not another person."""
    tail = strip_head(text + " x")
    if tail is None or tail.type != "PERSON":
        return False
    rest = tail.rest
    while (inner := strip_head(rest)) is not None:
        rest = inner.rest
    return not reads_as_person([rest.removesuffix("x").strip()])

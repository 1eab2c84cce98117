"""Foreign bodies after a small Vietnamese head word that stays outside: `hãng tin Al Jazeera`."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWords
from hanviet.orthography.syllable import is_syllable

_MOST_WORDS = 4
_LONGEST_HEAD = 24
MEDIA = frozenset(
    "news images times post daily press media agency journal magazine tribune herald guardian"
    " broadcasting gazette telegraph weekly".split()
)
"""Words that end the names of foreign media: `Getty Images`, `ABC News`."""


def outer_bodies(words: CasedWords, known: Container[int], people: Container[int]) -> list[Span]:
    """Find names of foreign bodies behind their Vietnamese head words.

    Args:
        words: The words of the document.
        known: Where listed names begin.
        people: Where people's names begin.

    Returns:
        Spans of type ORG without readings.
    """
    found = []
    heads, lasts = wordlists("vi")["outer_heads"], _outer_lasts()
    starts, ends, is_capital = words.starts, words.ends, words.is_capital
    for index in words.capitals:
        if words[index] in MEDIA and (first := _medium(words, index, known)) < index:
            stop = index + 1
            while words.gap(stop) == " " and is_capital[stop] and not is_syllable(words[stop]):
                stop += 1
            found.append(Span(starts[first], ends[stop - 1], "ORG"))
            continue
        if not index or words[index - 1] not in lasts or is_capital[index - 1]:
            continue
        start = starts[index]
        if start in known or start in people or words.gap(index) != " ":
            continue
        before = words.text[max(0, start - _LONGEST_HEAD) : start - 1].split(" ")
        if not any(" ".join(before[-count:]) in heads for count in (1, 2, 3)):
            continue
        stop = index
        while stop < len(words) and stop - index < _MOST_WORDS and is_capital[stop]:
            if stop > index and words.gap(stop) != " ":
                break
            if starts[stop] in known or is_syllable(words[stop]):
                break
            stop += 1
        if stop > index and (stop - index > 1 or len(words[index]) > _MOST_WORDS):
            found.append(Span(start, ends[stop - 1], "ORG"))
    return found


def _medium(words: CasedWords, index: int, known: Container[int]) -> int:
    """The first word of the name of a foreign paper or agency that ends in a word of its trade."""
    first = index
    while (
        first
        and index - first < _MOST_WORDS - 1
        and words.gap(first) == " "
        and words.is_capital[first - 1]
        and words.starts[first - 1] not in known
        and not is_syllable(words[first - 1])
    ):
        first -= 1
    return first


@lru_cache(maxsize=1)
def _outer_lasts() -> frozenset[str]:
    """The last words of the heads that stay outside of a body's name."""
    return frozenset(head.rsplit(" ", 1)[-1] for head in wordlists("vi")["outer_heads"])

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


@lru_cache(maxsize=1)
def _outer_lasts() -> frozenset[str]:
    """The last words of the heads that stay outside of a body's name."""
    return frozenset(head.rsplit(" ", 1)[-1] for head in wordlists("vi")["outer_heads"])

"""Lists of Vietnamese phrases that can be looked for at a word of a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWords


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one to some words, folded.

    Attributes:
        phrases: The phrases.
        firsts: Their first words: most words of a text begin none.
        most: Words of the longest.
    """

    phrases: frozenset[str]
    firsts: frozenset[str]
    most: int

    def after(self, words: CasedWords, index: int) -> int:
        """The index after the longest of the phrases that begins at a word, or 0."""
        if index >= len(words.texts) or words.texts[index] not in self.firsts:
            return 0
        start, text, ends = words.starts[index], words.text, words.ends
        for last in range(min(index + self.most, len(ends)) - 1, index - 1, -1):
            if text[start : ends[last]] in self.phrases:
                return last + 1
        return 0


@lru_cache(maxsize=16)
def phrases(name: str) -> Phrases:
    """The phrases of a word list, or the head words of places under the name `place_heads`.

    >>> "sở" in phrases("post_bodies").firsts
    True
    """
    lists = wordlists("vi")
    return _phrases(lists.place_heads if name == "place_heads" else lists[name])


def _phrases(found: Iterable[str]) -> Phrases:
    every = frozenset(found)
    firsts = frozenset(phrase.split(" ")[0].rstrip(",") for phrase in every)
    return Phrases(every, firsts, max((phrase.count(" ") + 1 for phrase in every), default=0))

"""Words around names: surnames, honorifics, head words, compounds that hide a name.

The lists are data (`gazetteer/lexical/*.yaml`); here they are folded as the scanner folds text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from hanviet.data import data_path
from hanviet.errors import GazetteerError
from hanviet.lexicon.strict_yaml import Mapping, Sequence, read_yaml
from hanviet.mentions.scantext import scan_key


@dataclass(frozen=True, slots=True)
class Wordlists:
    """Folded word lists by name.

    Attributes:
        lists: The lists.
        place_heads: Head words of places with the kinds that they speak for.
        trades: Words for what somebody is who holds no office, with the Vietnamese words by which
            the posts of a listed person of that trade are told.
    """

    lists: dict[str, frozenset[str]]
    place_heads: dict[str, str]
    trades: dict[str, tuple[str, ...]]

    def __getitem__(self, name: str) -> frozenset[str]:
        """The list of that name."""
        return self.lists[name]


@lru_cache(maxsize=4)
def wordlists(lang: str) -> Wordlists:
    """The word lists of a language, `vi` or `zh`.

    >>> "nguyễn" in wordlists("vi")["surnames"]
    True
    """
    path = data_path(f"lexical/{lang}.yaml")
    value = read_yaml(path)
    if not isinstance(value, Mapping):
        raise GazetteerError("is no mapping of word lists", place=str(path))
    lists: dict[str, frozenset[str]] = {}
    heads: dict[str, str] = {}
    trades: dict[str, tuple[str, ...]] = {}
    for name, words in value.items():
        if isinstance(words, Mapping) and name == "trades":
            for word, told in words.items():
                known = tuple(scan_key(str(one)) for one in told) if told else ()
                trades[scan_key(word)] = known
        elif isinstance(words, Mapping):
            heads = {scan_key(word): str(kind) for word, kind in words.items()}
        elif isinstance(words, Sequence):
            lists[name] = frozenset(scan_key(str(word)) for word in words)
        else:
            raise GazetteerError(f"{name} is no list", place=f"{path}:{value.lines[name]}")
    return Wordlists(lists, heads, trades)


def either(words: Iterable[str]) -> str:
    """A regular expression for one of some words, the first that fits.

    Words are grouped by their first character, so that a search passes over the places where none
    begins; of hundreds of words in a row each would be tried.

    >>> either(["部门", "部", "不"])
    '(?:部(?:门|)|不(?:))'
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    groups = [f"{re.escape(first)}(?:{'|'.join(some)})" for first, some in rests.items()]
    return f"(?:{'|'.join(groups)})"


@lru_cache(maxsize=1)
def trimmed_heads() -> tuple[str, ...]:
    """Head words that forms carry and names do not, longest first, as written in forms."""
    value = read_yaml(data_path("lexical/vi.yaml"))
    words = value.get("trimmed_heads") if isinstance(value, Mapping) else None
    if not isinstance(words, Sequence):
        return ()
    return tuple(sorted((f"{word} " for word in words), key=len, reverse=True))

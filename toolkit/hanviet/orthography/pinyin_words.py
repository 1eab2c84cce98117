"""Words in the names of places, bodies, events and posts, for pinyin with words apart.

The word list is `readings/pinyin-words.yaml`. What it does not know stays together as one word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from hanviet.data import read_sections

_FILE = "readings/pinyin-words.yaml"

# 第十三, and the numbers of congresses and plenums: 二十大, 四中全会.
_NUMERALS = "〇零一二三四五六七八九十百千"
_NUMBER = re.compile(f"第?[{_NUMERALS}]+(?:大|中(?=全会))?")
_DIVISIONS_OF_ONE_CHARACTER = frozenset("省市县区镇乡村州盟旗")
_WORD_COST = 1
_UNKNOWN_COST = 3  # a character: known words win over stretches, few long words over many short


def words_of(text: str, *, kind: str) -> tuple[str, ...]:
    """Cut a run of Chinese characters into words.

    Args:
        text: Simplified Chinese characters only.
        kind: `PLACE` parts generic words (省, 河) from names; any other kind parts all words.

    Returns:
        The words, in order; joined they are the text.

    >>> words_of("广西壮族自治区", kind="PLACE"), words_of("外交部", kind="ORG")
    (('广西', '壮族', '自治区'), ('外交', '部'))
    """
    if kind == "PLACE":
        return tuple(_generic_parts_joined(_cheapest_cut(text, _place_vocabulary(), frozenset())))
    numbers = frozenset(match.span() for match in _NUMBER.finditer(text))
    return tuple(_cheapest_cut(text, _vocabulary(), numbers))


def is_proper(word: str) -> bool:
    """Say whether a word is a proper name, with a capital even inside a post.

    >>> is_proper("广西"), is_proper("书记")
    (True, False)
    """
    return word in _section("names")


def is_ordinal(word: str) -> bool:
    """Say whether a word is an ordinal in Chinese numerals.

    >>> is_ordinal("第三"), is_ordinal("第比利斯")
    (True, False)
    """
    return word.startswith("第") and _NUMBER.fullmatch(word) is not None


def is_pair_of_states(word: str) -> bool:
    """Say whether a word names two states by a character each, as 中越 does.

    >>> is_pair_of_states("越中")
    True
    """
    return word in read_sections(_FILE)["words"]["pairs"].split()


def _cheapest_cut(
    text: str, vocabulary: frozenset[str], numbers: frozenset[tuple[int, int]]
) -> list[str]:
    """Cut at the least cost; `numbers` are spans that count as words."""
    longest = _longest(vocabulary)
    # For each end: cost, start of the last word, whether it is a known word.
    best: list[tuple[int, int, bool]] = [(0, 0, True)]
    for end in range(1, len(text) + 1):
        options = [(best[end - 1][0] + _UNKNOWN_COST, end - 1, False)]
        options += [
            (best[start][0] + _WORD_COST, start, True)
            for start in range(max(0, end - longest), end)
            if text[start:end] in vocabulary or (start, end) in numbers
        ]
        best.append(min(options))
    words: list[str] = []
    end = len(text)
    after_is_unknown = False
    while end:
        _, start, known = best[end]
        if not known and after_is_unknown:
            words[-1] = text[start:end] + words[-1]
        else:
            words.append(text[start:end])
        after_is_unknown = not known
        end = start
    return words[::-1]


def _generic_parts_joined(words: list[str]) -> list[str]:
    """Put a generic word back where it is part of the name: 黄河, 河池市, 景德镇市, 石河子市."""
    joined: list[str] = []
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        if joined and _belongs_to_previous(joined[-1], word, following, first=len(joined) == 1):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _belongs_to_previous(previous: str, word: str, following: str, *, first: bool) -> bool:
    generic = _section("generic")
    name_of_one_character = len(previous) == 1 and (first or previous not in generic)
    followed_by_division = following in _DIVISIONS_OF_ONE_CHARACTER and not is_proper(previous)
    if word not in generic:
        # 石河|子 and, at the start, 沙|坪坝: a single character is no name.
        return len(word) == 1 or (first and name_of_one_character)
    if len(word) > 1:
        return False
    # 贵|州|省, where the first of two generic characters is the name's own, and 金水|河|口岸.
    if followed_by_division or following == "口岸":
        return True
    # 黄|河, but 藤|县, as the official lists of divisions write counties.
    return name_of_one_character and word != "县"


@cache
def _longest(vocabulary: frozenset[str]) -> int:
    return max(map(len, vocabulary))


@cache
def _vocabulary() -> frozenset[str]:
    return _section("names") | _section("words")


@cache
def _place_vocabulary() -> frozenset[str]:
    return _section("names") | _section("generic")


@cache
def _section(name: str) -> frozenset[str]:
    lists: Mapping[str, str] = read_sections(_FILE)[name]
    return frozenset(word for words in lists.values() for word in words.split())

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
_DIVISIONS = _DIVISIONS_OF_ONE_CHARACTER | frozenset(("郡", "自治区", "自治州", "自治县", "自治旗"))
# What stands behind the bare name of a division in a post: 高禄|县委|书记.
_OFFICES_OF_DIVISIONS = frozenset(
    level + office for level in "省市县州区" for office in ("委", "长", "政府")
)
_ENDS_OF_STATES = frozenset(("共和国", "联邦", "王国", "民国", "合众国"))
_FOLLOWING_DIVISIONS = _DIVISIONS_OF_ONE_CHARACTER | frozenset(("街道", "地区", "自治县"))
_CONJUNCTIONS = frozenset("和及与")
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


def proper_places(words: tuple[str, ...]) -> tuple[bool, ...]:
    """Say for each word of a post whether it belongs to a proper name.

    That is a known name, a word that no list has before a division or the office of one
    (高禄|县), the division itself, and the words behind a name that make it that of a state.

    Args:
        words: As `words_of` cuts a post.

    Returns:
        A truth value a word.

    >>> proper_places(("高禄", "县", "主席"))
    (True, True, False)
    >>> proper_places(("中华", "人民", "共和国", "主席"))
    (True, True, True, False)
    """
    proper = [is_proper(word) for word in words]
    plain = _section("words")
    for place, following in enumerate(words[1:], start=1):
        word = words[place - 1]
        # 和平省: nothing but a name of two characters stands before a province.
        name_of_province = len(word) > 1 and following.startswith("省")
        unlisted = (word not in plain or name_of_province) and not is_ordinal(word)
        if following in _OFFICES_OF_DIVISIONS and unlisted:
            proper[place - 1] = True
        elif following in _DIVISIONS and (proper[place - 1] or unlisted):
            proper[place - 1] = proper[place] = True
    states = frozenset(read_sections(_FILE)["generic"]["states"].split())
    for place, word in enumerate(words):
        if word in _ENDS_OF_STATES:
            first = place
            while first and words[first - 1] in states:
                first -= 1
            if first and proper[first - 1]:
                proper[first : place + 1] = [True] * (place + 1 - first)
    return tuple(proper)


def is_conjunction(word: str) -> bool:
    """Say whether a word joins two names, as 和 in the names of states.

    >>> is_conjunction("和")
    True
    """
    return word in _CONJUNCTIONS


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
        between_names = is_proper(following) and bool(joined) and is_proper(joined[-1])
        if is_conjunction(word) and between_names:
            joined.append(word)
        elif joined and _belongs_to_previous(joined[-1], word, following, first=len(joined) == 1):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _belongs_to_previous(previous: str, word: str, following: str, *, first: bool) -> bool:
    generic = _section("generic")
    name_of_one_character = len(previous) == 1 and (first or previous not in generic)
    division_of_a_name = word in _DIVISIONS_OF_ONE_CHARACTER and is_proper(previous)
    followed_by_division = (
        following in _FOLLOWING_DIVISIONS or following.endswith("族")
    ) and not division_of_a_name
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

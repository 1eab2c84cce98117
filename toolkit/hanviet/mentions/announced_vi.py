"""Communes and villages in a list that a plural announces: `các xã Púng Luông, La Pán Tẩn`.

Names of communes begin as surnames do, La and Nông and Hoàng: what stands in such a list is no
person, unless a post, an honorific or a listed name says so.
"""

from __future__ import annotations

from bisect import bisect_left

from hanviet.mentions.admissible import Spans
from hanviet.mentions.typed_spans import TypedSpans
from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWords

_KINDS = frozenset({"township", "village"})
_NO_COMMUNES = frozenset(
    "country province municipality autonomous-region prefecture river lake mountain sea bay".split()
)
_PLURALS = frozenset("các những hai ba bốn năm sáu bảy tám chín mười".split())
_SIGNS = (", ", " và ", "; ", ", và ")
_MOST_WORDS = 4


def announced_communes(words: CasedWords, chart: Spans, spans: TypedSpans) -> set[tuple[int, int]]:
    """Find the places of such lists that no list of names holds.

    Args:
        words: The words of the document.
        chart: The admissible readings.
        spans: Where they stand.

    Returns:
        Spans in the folded text; none of a list of one. A river or a province of the name of a
        village is none of its readings.
    """
    heads = wordlists("vi").place_heads
    found: set[tuple[int, int]] = set()
    for index in words.capitals:
        if index < 2 or heads.get(words[index - 1]) not in _KINDS or words.gap(index) != " ":
            continue
        begin = words.starts[index - 1]
        before = words.text[max(0, begin - 3) : max(0, begin - 1)]
        if words[index - 2] in _PLURALS or before.strip().isdigit():
            places, several = _listed(words, index, chart, spans)
            if several:
                found |= places
    return found


def _listed(
    words: CasedWords, index: int, chart: Spans, spans: TypedSpans
) -> tuple[set[tuple[int, int]], bool]:
    """The unlisted places of a list that begins at a word, and whether it has more than one."""
    found: set[tuple[int, int]] = set()
    count = 0
    while index < len(words) and words.is_capital[index] and not words.is_upper(index):
        start = words.starts[index]
        if start in spans.longest:
            if start not in spans.places:
                break
            end = spans.longest[start]
            kinds = {node.name.kind for node in chart.get((start, end), ())}
            if kinds and kinds <= _NO_COMMUNES:
                found.add((start, end))
            stop = bisect_left(words.starts, end)
        else:
            stop = index + 1
            while stop < len(words) and words.is_capital[stop] and words.gap(stop) == " ":
                stop += 1
            if stop - index > _MOST_WORDS:
                break
            found.add((start, words.ends[stop - 1]))
        count += 1
        joined = "" if stop >= len(words) else words.gap(stop)
        if joined == " " and words[stop] == "và":
            joined, stop = " và ", stop + 1
        if joined not in _SIGNS:
            break
        index = stop
    return found, count > 1

"""Lists of Chinese places that nobody listed: 太平、江南、石景林3个街道, 磨盘山、哀牢山和无量山."""

from __future__ import annotations

import re

from hanviet.mentions.stops_zh import Edges
from hanviet.mentions.wordlists import wordlists

_HAN = "[\u4e00-\u9fff]"
_KINDS = "街道|乡镇|镇|乡|村|屯|县|区|社|坊|州|寨"
_COUNTED = re.compile(
    f"((?:{_HAN}{{2,3}}、)+{_HAN}{{2,3}}(?:[和及]{_HAN}{{2,3}})?)(?:等)?"
    f"[ \\d一二三四五六七八九十两]{{1,4}}个(?:自然|行政)?(?:{_KINDS})"
)
_FEATURE = (
    "峡谷群|峡谷|瀑布群|瀑布|溶洞|湖|泉|河(?!流)|江|山|岭|岛|湾|关|寺|古镇|古城|口岸"
    "|镇|乡|村|屯|县|寨|坊|坪"
)
_ITEM = f"{_HAN}{{1,4}}?(?:{_FEATURE})(?=[、和与及,。等;)]|河?畔|$)"
_FEATURES = re.compile(f"{_ITEM}(?:(?:、|和|与|及|以及){_ITEM})+")
_LIST_SIGNS = re.compile("、|(?<=..)[和及](?=..)")
_SIGNS = re.compile("、|以及|[和与及]")
_EDGE = re.compile(f"(?<!{_HAN})(?={_HAN})")


def counted_places(text: str) -> set[tuple[int, int]]:
    """Find the names in a list that is counted as places: 太平、江南、石景林3个街道.

    Args:
        text: Folded text.

    Returns:
        Their spans, the first of the list only if it stands alone at the edge of a clause.
    """
    found = set()
    for match in _COUNTED.finditer(text):
        at = match.start(1)
        for name in _LIST_SIGNS.split(match[1]):
            if at > match.start(1) or not "\u4e00" <= text[at - 1 : at] <= "\u9fff":
                found.add((at, at + len(name)))
            elif name[:1] in wordlists("zh")["before_lists"]:
                found.add((at + 1, at + len(name)))
            at += len(name) + 1
    return found


def features(text: str, stops: Edges) -> set[tuple[int, int]]:
    """Find two and more names with the suffix of a place in a list: 鸡陵关、大南关.

    Args:
        text: Folded text.
        stops: Words after which a list may begin.

    Returns:
        Their spans.
    """
    if "、" not in text:
        return set()
    found = set()
    no_places = wordlists("zh")["no_places"]
    edges = {match.end() for match in _EDGE.finditer(text)}
    for edge in sorted(edges.union(stops.ends())):
        match = _FEATURES.match(text, edge)
        if match is None:
            continue
        at = edge
        for sign in [*_SIGNS.finditer(match[0]), None]:
            end = edge + sign.start() if sign else match.end()
            if end - at > 1 and stops.next_after(at) >= end and text[at:end] not in no_places:
                found.add((at, end))
            at = edge + sign.end() if sign else end
    return found

"""Lists of Chinese places that nobody listed: 太平、江南、石景林3个街道, 磨盘山、哀牢山和无量山."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain

from hanviet.mentions.stops_zh import Edges
from hanviet.mentions.wordlists import wordlists

_HAN = "[\u4e00-\u9fff]"
_KINDS = "街道|乡镇|镇|乡|村|屯|县|区|社|坊|州|寨"
_COUNT = "[ \\d一二三四五六七八九十两]{1,4}"
_WATERS = "瀑布|河流|溪流|湖泊|岛屿|山峰|溶洞"
_COUNTED = re.compile(
    f"((?:{_HAN}{{2,3}}、)+{_HAN}{{2,3}}(?:[和及]{_HAN}{{2,3}})?)(?:等)?"
    f"{_COUNT}(?:个(?:自然|行政)?(?:{_KINDS})|[条座处个][^,。;]{{0,16}}?(?:{_WATERS}))"
)
_COUNTED_WATERS = re.compile(
    f"(?:{_HAN}{{2,3}}、)+{_HAN}{{2,3}}(?:[和及]{_HAN}{{2,3}})?(?:等)?"
    f"{_COUNT}[条座处个][^,。;]{{0,16}}?(?:{_WATERS})"
)
_FEW = re.compile(
    f"((?:{_HAN}{{2,3}}、)*{_HAN}{{2,3}}[和与及]{_HAN}{{2,3}}?|(?:{_HAN}{{2,3}}、){{2,}}{_HAN}{{2,3}}?)"
    "(?:等)?[两三四五六七八九十\\d]"
    "(?:[乡镇村屯寨岛](?![道民])|县(?![级长委])|地(?![级区道]))"
)
_FEATURE = (
    "峡谷群|峡谷|瀑布群|瀑布|溶洞|湖|泉|河(?!流)|江|山|岭|岛|湾|关|寺|古镇|古城|口岸"
    "|镇|乡|村|屯|县|寨|坊|坪|大道|大桥|[东西南北中]?路"
)
_ITEM = f"{_HAN}{{1,4}}?(?:{_FEATURE})(?=[、和与及,。等;)]|河?畔|项目|工程|段|$)"
_FEATURES = re.compile(f"{_ITEM}(?:(?:、|和|与|及|以及){_ITEM})+")
_CITY = frozenset("市州省区")
_PARTS = re.compile(f"(?:{_HAN}{{2,3}}、){{2,}}{_HAN}{{2,3}}?(?=[,。;等 \\d县]|$)")
_SHORTEST = 2
_LEADING = frozenset("处在于与和及至到由从等距往沿经过有含")
_SUFFIXED = frozenset("省市县区州镇乡的")
_NUMBERS = frozenset("一二三四五六七八九十两各多几数")
_LIST_SIGNS = re.compile("、|(?<=..)[和与及](?=..)")
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
    before_lists = wordlists("zh")["before_lists"]
    before_lists = before_lists | _SUFFIXED
    for match in chain(_COUNTED.finditer(text), _FEW.finditer(text)):
        at = match.start(1)
        for name in _LIST_SIGNS.split(match[1].removesuffix("等")):
            led = name[:1] in before_lists and len(name) > _SHORTEST
            before = text[at - 1 : at]
            free = before in before_lists or not "\u4e00" <= before <= "\u9fff"
            if at > match.start(1) or (free and not led):
                found.add((at, at + len(name)))
            elif led:
                found.add((at + 1, at + len(name)))
            at += len(name) + 1
    return found


def counted_waters(text: str) -> set[tuple[int, int]]:
    """Find the names in a list that is counted as waterfalls, islands and such.

    Args:
        text: Folded text.

    Returns:
        Their spans.
    """
    listed = [match.span() for match in _COUNTED_WATERS.finditer(text)]
    return {
        (start, end) for start, end in (counted_places(text) if listed else ())
        if any(begin <= start and end <= stop for begin, stop in listed)
    }  # fmt: skip


def parts_in_lists(text: str, places: Mapping[int, int]) -> set[tuple[int, int]]:
    """Find the parts of a city in a list of which most are known: 防城港市|港口、防城、东兴.

    Args:
        text: Folded text.
        places: Ends of known places by where they begin.

    Returns:
        The spans of those that are not.
    """
    if "、" not in text:
        return set()
    found = set()
    for end in {*places.values()}:
        start = end + text.startswith("的", end)
        match = _PARTS.match(text, start) if text[end - 1] in _CITY else None
        if match is None:
            continue
        items = []
        at = start
        for name in match[0].split("、"):
            items.append((at, at + len(name)))
            at += len(name) + 1
        unknown = {item for item in items if places.get(item[0]) != item[1]}
        if len(unknown) * 2 <= len(items):
            found |= unknown
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
        while text[at] in _LEADING and _FEATURES.match(text, at + 1):
            at += 1  # 处|明江、丽江
        for sign in [*_SIGNS.finditer(match[0]), None]:
            end = edge + sign.start() if sign else match.end()
            if (
                end - at > 1
                and text[end - 2] not in _NUMBERS
                and stops.next_after(at) >= end
                and text[at:end] not in no_places
            ):
                found.add((at, end))
            at = edge + sign.end() if sign else end
    return found

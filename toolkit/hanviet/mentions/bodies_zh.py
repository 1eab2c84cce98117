"""Chinese bodies in no list, by what they begin with and a suffix after.

`中国国家博物馆` begins with a place and ends as bodies do; `老挝|新闻文化旅游部|国际合作司` a place
and units named by what they are in charge of. A firm or school whose name nobody knows
(新华都商学院) is taken where its name begins at an edge and is no common word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from hanviet.mentions.admissible import Spans
from hanviet.mentions.body_beginnings_zh import STATIONED, Beginnings
from hanviet.mentions.datelines_zh import datelines
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.stops_zh import NOWHERE, Bounds
from hanviet.mentions.wordlists import either, wordlists
from hanviet.orthography.chinese import is_han
from hanviet.readings.statistics_zh import word_weights

MOST_BETWEEN = 20
"""Characters between the place and the end of a body."""

MOST_UNPLACED = 8
"""Characters before the suffix of a body that begins with no place."""

SHORTEST = 2
"""Characters of the place that a body begins with, at least."""

LONG_MINISTRY = 5
"""Characters of a ministry that says enough without its state: 计划投资部, not 服务部."""

LONG_SUFFIX = 4
"""Characters of a suffix that only the name of a firm stands before: 有限公司."""

COMMON = -19.0
"""Bits of a word that is common: 重点 in 重点大学."""

_OFFICE_OF = re.compile("(?:总书记|国家主席|总理|总统|首相)办公[厅室](?!副?主任)")
_CALLED_AFTER = re.compile(
    "(?:高级|国家|政治|纪念|教育|慈善|公益|经济|国际){0,3}(?:党校|学院|大学|中学|小学|学校|基金会|医院|研究院|研究会|工作室)"
)
"""What is called after a person."""

_MINISTRIES = ("部", "大学")
_NATIONAL = "国家"
_OF_STATES = ("局", "署", "委", "委员会", "中心")
_COUNT = re.compile("[两二三四五六七八九十多各几]+[省国县市区州]")
_OWN = ("集团", "公司", "俱乐部", "航空")
_OF_A_PLACE = re.compile(
    "(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,8}[((][\u4e00-\u9fff]{2,6}[))][\u4e00-\u9fff]{0,8}?"
    "(?:有限公司|有限责任公司|股份公司|集团)"
)
"""三星(太原)有限公司: a firm with its place in brackets."""

_JOINTLY = "联合"
_GROUP = "集团"


def bodies_zh(scan: ScanText, spans: Spans, bounds: Bounds, local: list[Span]) -> list[Span]:
    """Find bodies that end in a suffix: 平阳省木材企业协会, 中国—东盟中心.

    Args:
        scan: The document.
        spans: The admissible chart.
        bounds: What no body runs over.
        local: Places in no list.

    Returns:
        Spans of type ORG without readings.
    """
    text = scan.folded
    ends = _suffixes_in(text, bounds.units)
    stops, barred = bounds.stops, bounds.people
    organs = _organs(text, bounds)
    found = datelines(text)
    if not (ends or organs or found) and STATIONED not in text:
        return []
    lists = wordlists("zh")
    firms, abroad = lists["firm_suffixes"], lists["suffixes_abroad"]
    organs_of_state = abroad | lists["organs_of_state"]
    begins = Beginnings(spans, text, organs, local)
    at = [start for start, _, _ in ends]
    for start, end in begins.ends.items():
        run = begins.run(text, start)
        if mission := begins.mission(text, end):
            found.add((start, mission))
            continue
        if _COUNT.match(text, end):
            continue  # 高平、河江|四省边防部队指挥部
        free = min(run, end + MOST_BETWEEN, stops.next_after(end))
        joint = text.find(_JOINTLY, end, min(free, NOWHERE))
        if joint > end and joint + len(_JOINTLY) in begins.ends:
            free = joint  # 水上巡逻总队|联合|老挝…公安局
        limit = min(free, barred.next_after(end))
        general = start in begins.general
        foreign = begins.is_country(start, end) and end in begins.places
        own = foreign and begins.is_own(start, end)
        stop = 0
        for index in range(
            bisect_left(at, begins.nearest.get(start, min(end, start + SHORTEST))), len(ends)
        ):
            begin, after, direct = ends[index]
            if after <= end:
                continue  # the suffix of 斗门海关; the unit of 斗门|海关缉私局 goes on
            firm = text[begin:after] in firms  # 广西欧恒国际物流有限公司 seems to hold a person
            if begin >= (free if firm else limit):
                break
            if foreign and text[begin:after] not in (organs_of_state if own else abroad):
                continue  # 越南|同奈科技大学, but 越南福建商会, 越南高平省边防指挥部
            if (after <= limit or direct or firm) and (begin != end or direct or not general):
                stop = max(stop, after)
        if stop and start in begins.countries and _is_of_its_own(text, end, stop, begins):
            start = end  # 美国|英特尔集团
        if stop and (start, stop) not in spans:
            found.add((start, stop))
    found |= organs - spans.keys()
    found |= begins.stationed(text)
    found |= {match.span() for match in _OFFICE_OF.finditer(text)} - spans.keys()
    for end in barred.ends():
        if match := _CALLED_AFTER.match(text, end):
            found.add((barred.begin_of(end), match.end()))  # 阮爱国|高级党校
    found |= {
        match.span() for match in _OF_A_PLACE.finditer(text)
        if stops.next_after(match.start()) >= match.start() + 2
    }  # fmt: skip
    inside = bytearray(len(text))
    for start, stop in found:
        inside[start:stop] = b"\x01" * (stop - start)
    listed = begins.listed(found)
    for begin, stop, _ in ends:
        if inside[begin]:
            continue
        start = _unplaced(text, begin, stop, stops.last_before(begin), listed)
        if start < 0 or inside[start]:
            continue
        if barred.next_after(start) < stop and text[begin:stop] not in firms:
            continue  # the name of a firm may begin as a person's: 唐立特纺织品|有限公司
        if not any(index in begins.ends for index in range(start, begin)):
            found.add((start, stop))
    return [Span(start, stop, "ORG") for start, stop in sorted(found) if (start, stop) not in spans]


def _is_of_its_own(text: str, begin: int, stop: int, begins: Beginnings) -> bool:
    """Whether a firm or club after its country has a name: neither 中国石油集团 nor 越南足协."""
    if not text.endswith(_OWN, begin, stop):
        return False
    if begin in begins.general and begin not in begins.countries:
        return True
    weights = word_weights()
    return not any(text[begin : begin + width] in weights for width in (2, 3, 4))


def _suffixes_in(text: str, units: list[tuple[int, int]]) -> list[tuple[int, int, bool]]:
    """Where suffixes begin and end, and whether one may stand right after a country."""
    found = dict.fromkeys(units, True)
    longer, direct = (
        wordlists("zh")[name] for name in ("body_suffix_continuations", "direct_suffixes")
    )
    for match in _words().finditer(text):
        begin, end = match.span()
        if not any(text.startswith(word, begin) for word in longer):
            found.setdefault((begin, end), match.group() in direct)
    return [(begin, end, direct) for (begin, end), direct in sorted(found.items())]


def _organs(text: str, bounds: Bounds) -> set[tuple[int, int]]:
    """Ministries and agencies with no state before them: 通信传媒部, 经济部."""
    edges = {*bounds.stops.ends()}
    found = set()
    parties = wordlists("zh")["party_departments"]
    for match in _state_organs().finditer(text):
        if _is_free(text, match.start(), edges):
            found.add(match.span())
    for start, end in bounds.units:
        unit = text[start:end]
        if not _is_free(text, start, edges) or unit in parties:
            continue
        if (unit.endswith(_MINISTRIES) and end - start >= LONG_MINISTRY) or (
            unit.startswith(_NATIONAL) and unit.endswith(_OF_STATES)
        ):
            found.add((start, end))
    return found


def _is_free(text: str, index: int, edges: set[int]) -> bool:
    """Whether a name may begin here: after a stop or a sign."""
    return index in edges or not is_han(text[index - 1 : index])


def _unplaced(text: str, begin: int, stop: int, edge: int, listed: set[int]) -> int:
    """Where a body without a place begins, or -1: it must begin at an edge and be no word."""
    if text[begin:stop] not in wordlists("zh")["own_suffixes"]:
        return -1
    start = begin
    while start > edge and "\u4e00" <= text[start - 1] <= "\u9fff":
        start -= 1
    if not 2 <= begin - start <= MOST_UNPLACED:
        return -1
    if stop - begin >= LONG_SUFFIX or any(
        text[sign : sign + 1] == "、" and sign in listed for sign in (start - 1, stop)
    ):
        return start
    weight = word_weights().get(text[start : start + 2])
    if text[begin:stop] == _GROUP and weight is not None:
        return -1  # 偷渡集团
    return start if weight is None or weight < COMMON else -1


@cache
def _words() -> re.Pattern[str]:
    words = sorted(wordlists("zh")["body_suffixes"], key=len, reverse=True)
    return re.compile(either(words))


@cache
def _state_organs() -> re.Pattern[str]:
    words = sorted(wordlists("zh")["state_organs"], key=len, reverse=True)
    return re.compile(either(words) + "(?![分队门署])")

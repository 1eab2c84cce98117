"""Chinese events in no list: an edition, a year or a place before, a word such as 博览会 after."""

from __future__ import annotations

import re
from functools import cache

from hanviet.mentions.admissible import Spans
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.stops_zh import Bounds, Edges
from hanviet.mentions.wordlists import either, wordlists
from hanviet.orthography.chinese import is_han
from hanviet.readings.statistics_zh import word_weights

MOST_BETWEEN = 24
"""Characters between the beginning of an event's name and its last word."""

MOST_BEFORE_EDITION = 6
"""Characters between a place and the edition: 越南|妇女|第十三届全国代表大会."""

SHORTEST_SERIES = 4
"""Characters of the name of a series: 泛北论坛, not 文化节."""

COMMON = -19.0
"""Bits of a word that begins no name of its own: 国际 in 国际博览会."""

_NUMBER = "[一二三四五六七八九十百\\d]{1,4}"
_EDITION = re.compile(
    f"(?:(?:19|20)\\d\\d年?)?(?:第{_NUMBER}[届次]|首届)|(?:19|20)\\d\\d年?(?=[\u4e00-\u9fffA-Za-z])"
)
_DASHES = ("-", "—", "–")
_JOINING = "与和及"
_SESSION_WORDS = (
    f"(?:第?{_NUMBER}届)?第?{_NUMBER}次(?:全体|常委|常务|扩大|特别|部长级)?(?:会议|全会|会晤)"
)
_SESSION = re.compile(_SESSION_WORDS)
_COUNCIL_SESSION = re.compile(
    f"(?:全国|自治区|[省市州县区])?(?:政协|人大|党委|纪委)(?:常委会)?{_SESSION_WORDS}"
)
_RUN = re.compile(
    "[\u4e00-\u9fff\\dA-Za-z]+"
    "(?:(?:[ —–·•&-]{1,2}|[(][\u4e00-\u9fff]{2,6}[)])[\u4e00-\u9fff\\dA-Za-z]+)*"
)


def events_zh(scan: ScanText, spans: Spans, bounds: Bounds) -> list[Span]:
    """Find named events: 第九届庆和省芽庄海洋节, 中越边境商贸·旅游博览会.

    Args:
        scan: The document.
        spans: The admissible chart.
        bounds: What no event runs over.

    Returns:
        Spans of type EVENT without readings.
    """
    text = scan.folded
    ends = [match.span() for match in _words().finditer(text)]
    sessions = [match.span() for match in _SESSION.finditer(text)]
    if not ends and not sessions:
        return []
    stops = bounds.stops
    editions = {match.start(): match.end() for match in _EDITION.finditer(text)}
    begins: dict[int, int] = {}
    bodies: set[int] = set()
    for (start, end), nodes in spans.items():
        if text[start] >= "\u2e80" and any(n.name.country == "INT" for n in nodes):
            bodies.add(start)
        if text[start] >= "\u2e80" and any(n.name.type in ("PLACE", "ORG") for n in nodes):
            begins[start] = max(end, begins.get(start, 0))
    for start in sorted(start for start, end in begins.items() if end == start + 1):
        if begins.get(start + 1) == start + 2:
            begins[start] = start + 2  # 越老|政府间委员会第48次会议
            del begins[start + 1]
    of_editions = wordlists("zh")["event_suffixes_of_editions"]
    found = set()
    after = {*stops.ends(), *begins.values()}
    for start, end in {**begins, **editions}.items():
        for begin, stop in _reached(text, start, end, ends, stops, begins):
            of_edition = text[begin:stop] in of_editions
            if (
                of_edition
                and start not in begins
                and start not in after
                and is_han(text[start - 1 : start])
                and text[start - 1] not in "暨届的"
            ):
                continue  # 边境省份组织|第三次友好交流活动: its name begins before
            numbered = start in editions or any(
                end <= one <= min(end + MOST_BEFORE_EDITION, begin - 1) for one in editions
            )
            if numbered or (begin > end and end not in begins and not of_edition):
                found.add((start, stop))
    for start, end in begins.items():
        for _, stop in _reached(text, start, end, sessions, stops, begins):
            found.add((start, stop))
    of_bodies = {match.start(): match.end() for match in _of_bodies().finditer(text)}
    for start, end in begins.items():
        while text[end : end + 1] in _DASHES and end + 1 in begins:
            end = begins[end + 1]
        if end in of_bodies and (start in bodies or end > begins[start]):
            found.add((start, of_bodies[end]))  # 上海合作组织|外长会, 东盟-日本|外长会议
    found |= {match.span() for match in _COUNCIL_SESSION.finditer(text)}
    found |= _series(text, found, editions)
    return [
        Span(start, stop, "EVENT") for start, stop in sorted(found) if (start, stop) not in spans
    ]


def _series(
    text: str, found: set[tuple[int, int]], editions: dict[int, int]
) -> set[tuple[int, int]]:
    """Where the series of an edition stands without its number: 第五届|泛北论坛, 泛北论坛."""
    lasting = tuple(wordlists("zh")["event_suffixes"])
    names = {
        name
        for start, stop in found
        if (name := text[editions.get(start, stop) : stop]).endswith(lasting)
        and len(name) >= SHORTEST_SERIES
        and word_weights().get(name[:2], COMMON - 1) < COMMON
    }
    if not names:
        return set()
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    return {
        match.span() for match in pattern.finditer(text)
        if not any(start <= match.start() < stop for start, stop in found)
    }  # fmt: skip


def _reached(
    text: str,
    start: int,
    end: int,
    ends: list[tuple[int, int]],
    stops: Edges,
    begins: dict[int, int],
) -> list[tuple[int, int]]:
    """The last words that a name beginning here may have, nothing foreign between."""
    near = [where for where in ends if end <= where[0] <= end + MOST_BETWEEN]
    if not near:
        return []
    run = _RUN.match(text, start)
    if run is None:
        return []
    limit = min(run.end(), stops.next_after(end))
    if limit == end and text[end] in _JOINING and end + 1 in begins:
        limit = min(run.end(), stops.next_after(end + 1))  # 胡志明市与美国企业论坛
    return [where for where in near if where[0] <= limit and where[1] <= run.end()][-1:]


@cache
def _of_bodies() -> re.Pattern[str]:
    return re.compile(either(sorted(wordlists("zh")["meetings"], key=len, reverse=True)))


@cache
def _words() -> re.Pattern[str]:
    lists = wordlists("zh")
    words = sorted(
        lists["event_suffixes"] | lists["event_suffixes_of_editions"], key=len, reverse=True
    )
    return re.compile(either(words) + "(?![上中们])")

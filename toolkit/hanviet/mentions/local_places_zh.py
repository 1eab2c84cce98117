"""Chinese places in no list, by their suffix and the place, list or road beside them.

`瑞丽市|姐相乡` follows the place that holds it, `鸡陵关、大南关` stand in a list of the same kind,
`山东街` and `中越边民互市贸易区` are more than the place they begin with.
"""

from __future__ import annotations

import re
from functools import cache

from hanviet.mentions.admissible import Spans
from hanviet.mentions.place_arcs_zh import JOINING
from hanviet.mentions.place_lists_zh import counted_places, features, parts_in_lists
from hanviet.mentions.regions_zh import glossed, regions
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.stops_zh import Bounds, Edges
from hanviet.mentions.wordlists import either, wordlists
from hanviet.readings.statistics_zh import word_weights

MOST_BETWEEN = 10
"""Characters between a place and the facility that it is a part of the name of."""

COMMON = -19.0
"""Bits of a word that is no place of its own: 边境 in 边境口岸."""

_DIVISION = re.compile(
    "(?![省市县区州镇乡村郡])[\u4e00-\u9fff]{1,3}?(?:镇(?![压长政痛定静])|乡(?![村亲长政愁音情下镇])"
    "|村(?![民庄长寨委落支里])|屯(?![兵田门村镇乡])|街道|口岸|里(?![面程弄昂])|坊(?![间])|寨(?![子门])"
    "|县(?![长委级城域政])|邦(?![交国联])|郡(?![长主])|乡(?=人民))"
)
_NATURAL = re.compile(
    "[\u4e00-\u9fff]{2,3}?(?:湖(?![南北泊水边])|岛(?![屿国上])|河(?![流南北水道岸内口段])"
    "|江(?![苏西北南水边面])|山(?![东西区水脉林歌坡上下])|湾(?!区)|关(?![于系注心键口闭联切])(?=[、,。]))"
)
_AT_EDGE = re.compile(
    "[\u4e00-\u9fff]{2}(?:镇(?![压长政痛定静])|乡(?![村亲长政愁音情下])|村(?![民庄长寨委落支里])"
    "|(?:国际)?口岸(?!经济|城市))"
)
_VILLAGE = re.compile(
    "(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,3}?(?:[镇乡](?=聚居|位于|地处|下辖|党委)|村(?=村|党|是|位|地|在|有|距|第|主任|全|现|两委)|屯(?=位|距|是))"
)
_NAMED_GATE = re.compile("[\u4e00-\u9fff][山城江河关州龙岗桥坝坡腰谷](?:国际)?口岸(?!经济|城市)")
_HEAD = re.compile("(?<![\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
_ROAD = re.compile(
    "([\u4e00-\u9fff]{2,3}?)至([\u4e00-\u9fff]{2,3}?)(?:至([\u4e00-\u9fff]{2,3}?))?"
    "(?=(?:段|一级|二级)?(?:高速|铁路|公路|高铁|航线))"
)
_LANDSCAPE = re.compile(
    "(?<=山)脉|雪山|半岛|群岛|海峡|盆地|高原|平原|三角洲|湾(?!区)|山脉|国际机场"
)
_STREET = re.compile(
    "(?:步行|大)?街(?![道头坊上区市心])|[东西南北中]?路(?![线段上程面口过由边网径透况权不很难好太])|大道(?![理])"
)
_BETWEEN = re.compile("[\u4e00-\u9fff]*(?<![某各该两多一几名座家个])")
_LONG_TAIL = 2
_LONGEST_ZONE = 10
_NUMBERS = frozenset("一二三四五六七八九十两各多几数")
_APART = frozenset("省市县区州镇乡村江河湖")
_DASHES = frozenset(["—", "–", "-", "至"])
_GATE = re.compile("(?:国际|国家级?|边境|陆路|公路|铁路)?口岸(?!经济|城市|大桥)")
_AREA = "片区"
_OPEN_ZONE = re.compile("(?:自由贸易试验区|自贸试验区|自贸区)\\Z")
_LISTED = re.compile(
    "(?:[、和与及]|以及)([\u4e00-\u9fff]{1,3}?([镇乡村县市省关江河山湖岛港寨]))(?![长委民])"
)


def local_places_zh(
    candidates: list[Span],
    spans: Spans,
    scan: ScanText,
    bounds: Bounds,
    read: set[tuple[int, int]],
) -> list[Span]:
    """Find places that a place beside them speaks for.

    Args:
        candidates: Spans of every type, the places among them.
        spans: The admissible chart.
        scan: The document.
        bounds: What no place runs over.
        read: Where the reading of the clauses has places in no list.

    Returns:
        Spans of type PLACE without readings.
    """
    text = scan.folded
    stops, barred = bounds.stops, bounds.people
    places: dict[int, int] = {}
    countries: set[int] = set()
    for span in candidates:
        if span.type == "PLACE" and text[span.start] >= "\u2e80":
            places[span.start] = max(span.end, places.get(span.start, 0))
            if span.nodes and span.nodes[0].name.kind == "country":
                countries.add(span.start)
    found = read | counted_places(text) | parts_in_lists(text, places)
    found |= _facilities(text, {**dict(read), **places}, countries, stops, barred)
    for begin, stop in features(text, stops):
        inner = barred.next_after(begin)
        if inner >= stop or (inner == begin and stop - barred.end_of(begin) >= _LONG_TAIL):
            found.add((begin, stop))  # 古龙|山峡谷群
    for end in barred.ends():
        if match := _STREET.match(text, end) or _parks().match(text, end):
            found.add((barred.begin_of(end), match.end()))  # 陈国瓒|街
    for edge in stops.ends():
        match = _AT_EDGE.match(text, edge)
        if match and match.start() not in places and _free(text, *match.span(), stops, barred):
            found.add(match.span())
    for match in _VILLAGE.finditer(text):
        if match.start() not in places and _is_name(text, *match.span(), stops, barred):
            found.add(match.span())
    found |= _roads(text, places, stops, barred)
    edges = {*stops.ends()}
    for match in _NAMED_GATE.finditer(text):
        begin = match.start()
        free = begin in edges or not "\u4e00" <= text[begin - 1] <= "\u9fff"
        if free and begin not in places and stops.next_after(begin) >= match.end():
            found.add(match.span())
    queue = sorted({*places.values(), *(end for _, end in read)})
    while queue:
        end = queue.pop()
        for begin, stop in _after(text, end):
            if (begin, stop) in found or not _free(text, begin, stop, stops, barred):
                continue
            if places.get(places.get(begin, 0)) == stop:
                continue  # 巴刹|红河
            found.add((begin, stop))
            queue.append(stop)
    found |= _areas(text, places, found)
    found |= _again(text, found, barred)
    found |= regions(text, places, bounds)
    found |= glossed(scan, {*places.values(), *(end for _, end in found)}, bounds)
    return [
        Span(begin, stop, "PLACE", (), suffixed=True)
        for begin, stop in sorted(found) if (begin, stop) not in spans
    ]  # fmt: skip


def _areas(text: str, places: dict[int, int], local: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The areas of zones, called by their town: 云南自贸试验区|红河|片区."""
    found = set()
    zones = {end: start for start, end in sorted({*places.items(), *local}, reverse=True)}
    for start, end in places.items():
        if not text.startswith(_AREA, end):
            continue
        if text[start - 1] == "区" and start in zones:
            found.add((zones[start], end + len(_AREA)))
        elif match := _OPEN_ZONE.search(text, max(start - _LONGEST_ZONE, 0), start):
            found.add((match.start(), end + len(_AREA)))
    return found


def _is_name(text: str, begin: int, stop: int, stops: Edges, barred: Edges) -> bool:
    """Whether a place at the head of a sentence is no description: 贫困村, 我们村."""
    return _free(text, begin, stop, stops, barred) and text[begin : stop - 1] not in word_weights()


def _is_unknown(text: str, begin: int, stop: int, stops: Edges, barred: Edges) -> bool:
    """Whether no word and no person stands between."""
    whole = stops.next_after(begin) >= stop and barred.next_after(begin) >= stop
    return whole and word_weights().get(text[begin:stop], COMMON - 1) < COMMON


def _roads(text: str, places: dict[int, int], stops: Edges, barred: Edges) -> set[tuple[int, int]]:
    """The ends of roads: 平远|至|文山|高速公路, the first of which stands at an edge."""
    if "至" not in text:
        return set()
    edges = {match.start() for match in _HEAD.finditer(text)}
    known_ends = {end: begin for begin, end in places.items()}
    found: set[tuple[int, int]] = set()
    for begin in edges.union(stops.ends(), places.values()):
        match = _ROAD.match(text, begin)
        if match is None:
            continue
        spans = [match.span(group) for group in (1, 2, 3) if match[group]]
        if all(
            places.get(start) == end
            or (  # 就|河内|至昆明 ends in a known place
                known_ends.get(end, start) == start and _is_unknown(text, start, end, stops, barred)
            )
            for start, end in spans
        ):
            found.update(span for span in spans if span[0] not in places)
    return found


def _after(text: str, end: int) -> list[tuple[int, int]]:
    """The places right after the end of one: of its parts, or of the same kind in a list."""
    found = []
    if match := _DIVISION.match(text, end) or _NATURAL.match(text, end):
        found.append(match.span())
    match = _LISTED.match(text, end)
    if match and match[2] == text[end - 1]:
        found.append(match.span(1))
    return found


def _again(text: str, found: set[tuple[int, int]], barred: Edges) -> set[tuple[int, int]]:
    """The other places where a name stands that was found once."""
    names = {text[begin:stop] for begin, stop in found}
    if not names:
        return set()
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    return {
        match.span() for match in pattern.finditer(text)
        if barred.next_after(match.start()) >= match.end()
    }  # fmt: skip


def _free(text: str, begin: int, stop: int, stops: Edges, barred: Edges) -> bool:
    """Whether no word, person or other place's suffix stands inside of a new place."""
    if stops.next_after(begin) < stop or barred.next_after(begin) < stop:
        return False
    name = text[begin:stop]
    if name[0] in JOINING or name[-2] in _NUMBERS:
        return False  # 龙胜|往三江, 越南|一省三县
    words = wordlists("zh")["no_places"]
    if name in words or name[-2:] in words or name[-4:] in words or name[:-2] in words:
        return False
    weights = word_weights()
    weight = weights.get(name.removesuffix("口岸").removesuffix("国际"))
    if weight is not None and weight >= COMMON:
        return False
    return name[-1] not in "山河江湖岛湾关" or name[:2] not in weights


def _facilities(
    text: str, places: dict[int, int], countries: set[int], stops: Edges, barred: Edges
) -> set[tuple[int, int]]:
    """Streets, gates, parks and zones that begin with a place."""
    found = set()
    ends = {*places.values()}
    begins = {end: start for start, end in places.items()}
    for start, end in places.items():
        if end - start == 1:
            continue
        matched = [m for p in (_STREET, _GATE, _LANDSCAPE) if (m := p.match(text, end))]
        if matched:
            found.add((start, matched[0].end()))
            continue
        first = start
        while first in begins:
            first = begins[first]
        before = text[first - 1 : first]
        if before in _DASHES and (first - 1 in ends or before == "至"):
            continue  # what a pair names is no place: 同登-茶岭|高速公路
        limit = min(end + MOST_BETWEEN, stops.next_after(end), barred.next_after(end))
        match = _zones().search(text, end, min(end + MOST_BETWEEN + _LONGEST_ZONE, len(text)))
        if (
            match is None
            or match.start() > limit
            or any(index in places for index in range(end, match.start()))
        ):
            continue  # 北京|钓鱼台宾馆
        if _BETWEEN.fullmatch(text, end, match.start()):
            apart = match.start() - end >= _LONG_TAIL and (
                start in countries or text[end - 1] in _APART
            )
            found.add((end if apart else start, match.end()))  # 老挝|孟莫码头
    return found


@cache
def _parks() -> re.Pattern[str]:
    return re.compile(
        "软件园|科技园|产业园|公园|广场|大桥|体育场|体育馆|纪念馆|纪念堂|纪念园|纪念碑|故居|旧居|陵园|陵墓"
        "|(?:[与和][一-鿿]{2,4}人民)?(?:陈列馆|博物馆|展览馆|美术馆)|[洞陵墓](?![一-鿿](?<![及与和等是在的]))"
    )


@cache
def _zones() -> re.Pattern[str]:
    words = sorted(wordlists("zh")["place_facilities"], key=len, reverse=True)
    return re.compile(f"(?:{either(words)})+(?![员局处])")

"""Chinese posts with the body or place before them: 北京市委|副秘书长, 西湖区|区长."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from hanviet.lexicon.model import Entry
from hanviet.mentions.admissible import Spans
from hanviet.mentions.chart import Node
from hanviet.mentions.names import ComposedName
from hanviet.mentions.posts_before_people_zh import posts_before_people
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.stops_zh import Bounds
from hanviet.mentions.wordlists import either, wordlists
from hanviet.orthography.chinese import is_han

_SECTION = re.compile(
    "(?:(?:(?!副|常务|党委|党组|办公)[\u4e00-\u9fff]){2,9}?"
    "(?:[科股室司系所]|[一二三四五六七八九十]队|大队|支队|中队|中心|学院|[处部局](?!长))|[一二三四五六七八九十]{1,2}[局处科司室])"
    "(?=(?:党支部|常务|执行|原|前|代|代理)?副?"
    "(?:主任|书记|院长|科长|处长|股长|总?司长|局长|部长|所长|[大支中总]?队长))"
)
"""监管一科[科长], 场站运营部[副部长]: a section between a body and the post."""

_OF_A_POST = re.compile(
    "(?:副?(?:发言人|特使|助理|国家安全事务助理|国家安全顾问|特别代表|个人代表|新闻秘书)|(?:府|办公[室厅]|秘书处)副?(?:主任|秘书长))"
    "(?![们团])"
)
_MOST_HOLDERS = 3
_STATIONED = "驻"
_ENVOY = "代表"
_STATIONED_HERE = re.compile("驻(?:本市|该市|该国|当地|此间)")
_HEAD_OF_UNIT = re.compile("(?<=[局厅部处司署院会校站队委科社所])长(?![期远达途])")
"""外事局|长: the head of a unit, the last character said once."""

_LOCAL_PARTY = re.compile(
    "(?=((?:(?![任兼原由为是的和与对向同从把被给让在等及县市区州省])[\u4e00-\u9fff]){2,3}[省县市区州旗]委(?:代理)?(?:副?书记|常委)))"
)
"""嘉善|县委书记: the party of a place that nobody listed."""

_LOCAL_HEAD = re.compile(
    "(?=((?![任兼原由为是的和与对向同从把被给让在等及]|设区|地级|县级|.?[的岁位名])[\u4e00-\u9fff]{2,3}"
    "(?:镇副?镇长|乡副?乡长|县副?县长|村村长|州副?州长|市副?市长|区副?区长|[镇乡]党委书记"
    "|[村队屯](?:党(?:总支|支部)(?:第一)?书记|支书)|村委会副?主任|社区(?:居委会副?主任|党(?:总支|支部|委)书记))))"
)
"""拉市海镇|镇长: the head of a place that nobody listed."""

_HOLDERS = tuple(
    "市政府 省政府 县政府 自治区政府 州政府 自治区党委 自治区 自治州 省委 市委 州委 中央 国家"
    " 省 市 州 县 区".split()
)
"""General words for what holds a unit: 省外事办."""

_LOCAL_GOVERNMENT = re.compile(
    "(?:自治区|[省市县州镇乡])(?:人民)?政府(?=副?(?:秘书长|主席|[省市县州镇乡]长)|党组|办公)"
)
"""The government of a place that is told elsewhere."""

_CHAMBER = re.compile("[参众]议院|[上下]议?院|联邦委员会|国家杜马")
"""Chambers of a parliament, after their state."""

_TAIL = re.compile("社|公司|总公司|集团|集团公司|总台|总社|总会")
"""What a known name leaves out: 云南日报|社|社长."""

_MINISTER_OF = re.compile("(?:(?![的在会见任将了是兼、及首])[\u4e00-\u9fff]){1,6}?部?大臣(?!们)")
"""柬埔寨|新闻大臣: a minister by the field, after the state."""

_GLOSS = re.compile(r"\([a-z\d][a-z\d .&-]{1,40}\)")
"""The abbreviation or foreign name of a body, folded."""

_JOINED_BY = frozenset("、兼")
_COUNCIL = ("委员会", "常委会")
_TAKING = "兼任原由为是"
_LOCAL_ORGANS = "(?:(?:直属)?机关党委|[省市县区州]委|党委|纪委|政协|人大|政府)(?:代理|常务)?副?"
_PREFIX = (
    "(?:党[委组])?(?:新任|新(?=总理|首相|总统|总书记|议长)|现任|常务|专职|执行|名誉|荣誉|代理|代|候任|第一"
    "|高级|前任|原|前){0,2}副?"
)


def posts_of_bodies_zh(
    candidates: list[Span],
    spans: Spans,
    scan: ScanText,
    bounds: Bounds,
    entries: Mapping[str, Entry],
) -> list[Span]:
    """A bare post and the body or place right before it are one post: 北京市委副秘书长.

    Args:
        candidates: Spans of every type.
        spans: The admissible chart, bare posts in it.
        scan: The document.
        bounds: Where a post may begin after, and units named by their charge.
        entries: The gazetteer, to see what holds a place.

    Returns:
        Spans of type TITLE, with readings where the place before only holds that of a known post.
    """
    text = scan.folded
    edges = {*bounds.stops.ends()}
    before: dict[int, int] = {}
    bodies: set[int] = set()
    for here in _STATIONED_HERE.finditer(text):
        before[here.end()] = here.start() + 1  # 中国|驻|本市|新任总领事
    people = {
        (span.start, span.end) for span in candidates
        if span.type == "PERSON" and text[span.start] >= "\u2e80"
    }  # fmt: skip
    for span in candidates:
        start, end = span.start, span.end
        if span.type not in ("ORG", "PLACE") or end - start < 2 or (start, end) in people:
            continue  # 徐州 is a person in 总领馆|徐州|副总领事
        if text[start] >= "\u2e80":
            before[end] = min(start, before.get(end, start))
            if span.type == "ORG":
                bodies.add(end)
    for start, end in bounds.units:
        if end in before:
            continue
        if start in before and start not in bodies:
            before[end] = before[start]  # 多佐县|农业处|副处长
            bodies.add(end)
            continue
        begin = _with_holder(text, start)  # 自治区外事办|副主任
        if _begins_free(text, begin, edges) and (begin < start or _is_own(text[start:end])):
            before[end] = begin  # 内阁办公厅|大臣: its state is told elsewhere
            bodies.add(end)
    for body in _LOCAL_GOVERNMENT.finditer(text):
        if body.end() not in before and _begins_free(text, body.start(), edges):
            before[body.end()] = body.start()  # 自治区政府|秘书长
            bodies.add(body.end())
    for end in sorted(before):
        if match := _CHAMBER.match(text, end):
            before.setdefault(match.end(), before[end])  # 菲律宾|参议院|秘书长
            bodies.add(match.end())
        if (
            end in bodies
            and (match := _TAIL.match(text, end))
            and match.end() not in before
            and _post_at(text, match.end(), True)
        ):
            before[match.end()] = before[end]
            bodies.add(match.end())
    for end in sorted(bodies):
        if text[end : end + 1] == "》" and text[before[end] - 1 : before[end]] == "《":
            before.setdefault(end + 1, before[end] - 1)  # 《葡新报》|总编辑
            bodies.add(end + 1)
        if gloss := _GLOSS.match(text, end):
            before.setdefault(gloss.end(), before[end])  # 越南商工总会|(VCCI)|秘书长
            bodies.add(gloss.end())
    for end in sorted(bodies):
        match = _SECTION.match(text, end)
        if match and bounds.stops.next_after(end) >= match.end() <= bounds.people.next_after(end):
            before.setdefault(match.end(), before[end])
            bodies.add(match.end())
    bare = {
        where for where, nodes in spans.items()
        if text[where[0]] >= "\u2e80"
        and any(node.name.type == "TITLE" for node in nodes)
        and not any(node.children for node in nodes)
    }  # fmt: skip
    of_bodies = wordlists("zh")["posts_of_bodies"]
    posts = {
        where for end in before
        if (where := _post_at(text, end, end in bodies))
        and (end in bodies or text[where[0] : where[1]] not in of_bodies)
    }  # fmt: skip
    posts |= {
        match.span()
        for end in before
        if end not in bodies
        if (match := _MINISTER_OF.match(text, end))
    }
    after_people = {where for _, end in people if (where := _post_at(text, end, False))}
    begins = {*before.values()}
    local = {
        match.span(1)
        for pattern in (_LOCAL_PARTY, _LOCAL_HEAD)
        for match in pattern.finditer(text)
        if _begins_free(text, match.start(1), edges)
        or match.start(1) in before
        if begins.isdisjoint(range(match.start(1) + 1, match.end(1)))
    }  # fmt: skip
    found = {*after_people, *((_widest(start, before, text), end) for start, end in local)}
    for start, end in bare | posts:
        begin = _widest(start, before, text)
        if begin < start and text[begin - 1 : begin] == _STATIONED and text[end - 1] in "使事办表":
            begin -= 1  # 驻|胡志明市|代总领事
        if begin < start:
            found.add((begin, end))
    found |= _envoys(people, before, text)
    found |= _joined(candidates, found, text)
    found |= posts_before_people(people, bounds, text)
    found |= _chained(candidates, found, bounds, text)
    follows = _continuations()
    return [
        Span(start, end, "TITLE", _without_holder(start, end, spans, entries))
        for start, end in sorted(found)
        if not text.startswith(follows, end)
    ]


def _without_holder(
    start: int, end: int, spans: Spans, entries: Mapping[str, Entry]
) -> tuple[Node, ...]:
    """The readings of the post after what holds its own: 广西|钦州市委书记, 公安部|河内公安局长.

    What holds it is a place around it, or a ministry of its state.
    """
    for begin in range(start + 2, end - 2):
        posts, before = spans.get((begin, end)), spans.get((start, begin))
        if posts and before:
            holders = {node.name.id for node in before if node.name.type == "PLACE"}
            states = {node.name.country for node in before if node.name.kind == "ministry"}
            fitting = [
                node for node in posts
                if node.name.type == "TITLE"
                and any(
                    holders & _above(child.name.id, entries)
                    or (child.name.type == "PLACE" and child.name.country in states)
                    for child in _parts(node)
                )
            ]  # fmt: skip
            special = [
                node for node in fitting
                if not (isinstance(node.name, ComposedName) and node.name.pattern.fallback)
            ]  # fmt: skip
            return tuple(special or fitting)
    return ()


def _parts(node: Node) -> list[Node]:
    """A reading's parts at every depth."""
    return [one for child in node.children for one in (child, *_parts(child))]


def _above(id_: str, entries: Mapping[str, Entry]) -> set[str]:
    """What holds a place, at every level."""
    above: set[str] = set()
    while (entry := entries.get(id_)) is not None and entry.within and entry.within not in above:
        id_ = entry.within
        above.add(id_)
    return above


def _joined(candidates: list[Span], found: set[tuple[int, int]], text: str) -> set[tuple[int, int]]:
    """Posts of those who serve the holder of another: 联合国秘书长发言人."""
    whole = {
        (span.start, span.end) for span in candidates
        if span.type == "TITLE" and text[span.start] >= "\u2e80"
    }  # fmt: skip
    begins: dict[int, int] = {}
    for start, end in whole | found:
        begins[end] = min(start, begins.get(end, start))
    joined = set()
    for end, start in begins.items():
        if match := _OF_A_POST.match(text, end):
            joined.add((start, match.end()))
    return joined


def _chained(
    candidates: list[Span], found: set[tuple[int, int]], bounds: Bounds, text: str
) -> set[tuple[int, int]]:
    """The last of a list of posts, its body told by the first: 党委副书记、|组织部部长|王维平.

    What one holds besides is one more: 副会长兼|监事长.
    """
    ends = {span.end for span in candidates if span.type == "TITLE"} | {end for _, end in found}
    ends |= {
        end
        for end in bounds.people.ends()
        if text.startswith("、", end) and bounds.people.begin_of(end) in ends
    }  # 校长高松、|常务副校长|肖海鹏
    units = dict(bounds.units)
    last = set()
    for end in ends:
        sign = text[end : end + 1]
        if not sign or sign not in _JOINED_BY:
            continue
        start = end + 1
        post = _post_at(text, units.get(start, start), start in units)
        while (
            post
            and text[post[1] : post[1] + 1] == "、"
            and (more := _post_at(text, post[1] + 1, False))
        ):
            last.add((start, post[1]))
            start, post = more[0], more
        if post and (sign == "兼" or bounds.people.next_after(post[1]) == post[1]):
            last.add((start, post[1]))
    return last


def _envoys(
    people: set[tuple[int, int]], before: dict[int, int], text: str
) -> set[tuple[int, int]]:
    """Representatives in a state, right before their name: 驻越南代表|刘世忠."""
    found = set()
    for at, _ in people:
        end = at - len(_ENVOY)
        if end in before and text.startswith(_ENVOY, end):
            start = _widest(end, before, text)
            if text[start - 1 : start] == _STATIONED:
                start -= 1
            if _STATIONED in text[start:end]:
                found.add((start, at))
    return found


def _post_at(text: str, index: int, of_body: bool) -> tuple[int, int] | None:
    """The bare post that begins here: 副馆长, or 长 after a unit."""
    match = _posts().match(text, index)
    if match is None and of_body:
        match = _HEAD_OF_UNIT.match(text, index)
    if match is None or text.startswith(_COUNCIL, match.end() - 2):
        return None
    return match.span()


def _begins_free(text: str, index: int, edges: set[int]) -> bool:
    """Whether a post may begin here: after a stop, a sign, or a word such as 任."""
    before = text[index - 1 : index]
    return index in edges or not is_han(before) or before in _TAKING


def _with_holder(text: str, index: int) -> int:
    """Where the general word for what holds a unit begins before it: [中央]政策研究室."""
    return next((index - len(one) for one in _HOLDERS if text.endswith(one, 0, index)), index)


def _is_own(unit: str) -> bool:
    """Whether a unit says enough without its state or province; a party's departments do not."""
    return unit not in wordlists("zh")["party_departments"]


def _widest(start: int, before: dict[int, int], text: str) -> int:
    """Where the places and bodies that end here begin: 越南驻墨西哥[商务参赞]."""
    for _ in range(_MOST_HOLDERS):
        if start not in before:
            return start
        start = before[start]
        if text[start - 1 : start] == _STATIONED and start - 1 in before:
            start -= 1
    return start


@cache
def _posts() -> re.Pattern[str]:
    words = sorted(wordlists("zh")["bare_posts"], key=len, reverse=True)
    return re.compile(f"(?:{_LOCAL_ORGANS}|{_PREFIX}){either(words)}")


@cache
def _continuations() -> tuple[str, ...]:
    return tuple(sorted(wordlists("zh")["post_continuations"]))

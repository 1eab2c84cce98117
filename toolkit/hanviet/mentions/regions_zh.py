"""Chinese regions named by a province and a direction, and places with a foreign form in brackets.

`桂北`, `滇东南` and `越北` are said of one province or state by its one character; a place and
its foreign form stand in `归山河(Quay Son)` and `赣玺(Cán Tỷ)岭`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from hanviet.mentions.scantext import ScanText
from hanviet.mentions.stops_zh import Bounds

_REGION = re.compile(
    "(?:[桂滇粤黔湘赣闽浙苏皖鲁豫冀晋陕川藏鄂琼](?:东南|东北|西南|西北)|[桂滇粤黔湘赣闽皖豫陕川][东西南北中]"
    "|[苏浙藏甘鄂][东西南北]|鲁[中南]|[越缅泰柬]北)(?![部方京阳宁昌充通海欧亚洋非美韩朝约县市州区镇乡语话菜音剧戏风])"
)
_NAME = re.compile("[\u4e00-\u9fff]{2,4}$")
_LATIN = re.compile(r"[((]([^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,4})(?:[))]|[,,;;])")
_HEAD_AFTER = re.compile(
    "[))](?:国际|国家)?(?:大?瀑布|岩?洞|岭|山|河|江|湖|岛|县|乡|镇|村|社|坊|郡|省|市|海滩|边境|口岸|寺|塔|集市|峰|湾)"
)
_LONGEST = 4


def regions(text: str, places: Mapping[int, int], bounds: Bounds) -> set[tuple[int, int]]:
    """Find the regions: 桂北, 滇东南.

    Args:
        text: Folded text.
        places: Ends of listed places by where they begin.
        bounds: People are among them.

    Returns:
        Their spans.
    """
    taken = {index for begin, end in places.items() for index in range(begin, end)}
    return {
        match.span()
        for match in _REGION.finditer(text)
        if (
            taken.isdisjoint(range(*match.span()))
            or places.get(match.start(), match.end()) < match.end()  # 滇西 of 滇西北
        )
        and bounds.people.next_after(match.start()) >= match.end()
    }


def glossed(scan: ScanText, ends: set[int], bounds: Bounds) -> set[tuple[int, int]]:
    """Find places beside their foreign form in brackets, and that form.

    Args:
        scan: The document.
        ends: Where places end.
        bounds: Words that a name may begin after.

    Returns:
        The spans of both: `赣玺` and `Cán Tỷ`.
    """
    text = scan.folded
    found = set()
    for match in _LATIN.finditer(text):
        if not scan.surface(match.start(1), match.start(1) + 1).isupper():
            continue
        start = match.start()
        if start in ends:
            found.add(match.span(1))
            continue
        name = _NAME.search(text[max(0, start - _LONGEST) : start])
        if name is None or not _HEAD_AFTER.match(text, match.end() - 1):
            continue
        begin = max(start - len(name[0]), bounds.stops.last_before(start))
        if start - begin > 1 and bounds.people.next_after(begin) >= start:
            found |= {(begin, start), match.span(1)}
    return found

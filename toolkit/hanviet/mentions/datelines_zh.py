"""Chinese media in no list that begin a dateline: 央广网崇左9月3日消息, 国际在线广西频道消息."""

from __future__ import annotations

import re

_HAN = "[\u4e00-\u9fff]"
_NAME = (
    f"{_HAN}{{1,10}}?(?:新闻网|政府网|网|在线|日报|晚报|晨报|早报|周刊|周报|都市报|时报|信息港|客户端"
    "|电视台|广播电台|融媒体中心|通讯社|融媒)"
)
_DATELINE = re.compile(
    f"(?:(?<=[\\n(\\[【])|(?<=^))\\s{{0,4}}({_NAME})"
    f"(?= ?(?:讯|消息|综合|{_HAN}{{0,8}}\\d{{1,2}}月\\d{{1,2}}日(?:讯|电|消息)"
    f"|{_HAN}{{2,6}}(?:讯|频道)|(?:全媒体|见习|特约)?记者))"
)
_NONE = re.compile("^(?:本|我|该|全)|互联网$|^.?网$|官网$|上网$|局域网$|物联网$|电网$|路网$|联网$")


def datelines(text: str) -> set[tuple[int, int]]:
    """Find media that begin a dateline.

    Args:
        text: Folded text.

    Returns:
        Their spans.

    >>> text = "央广网崇左9月3日消息"
    >>> [text[start:end] for start, end in datelines(text)]
    ['央广网']
    """
    return {match.span(1) for match in _DATELINE.finditer(text) if not _NONE.search(match[1])}

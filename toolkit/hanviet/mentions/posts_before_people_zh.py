"""Chinese posts whose body is in no list, told by the person right after: 厂商会会长|卢金荣."""

from __future__ import annotations

import re
from functools import cache

from hanviet.mentions.stops_zh import Bounds
from hanviet.mentions.wordlists import wordlists
from hanviet.orthography.chinese import is_han

MOST_OF_BODY = 12
"""Characters of a body in no list, between an edge and the post that its head holds."""

SHORT_BODY = 3
"""Characters that such a body needs: 厂商会会长, not 学校校长."""

LONG_POST = 3
"""Characters of a post that counts without a body: 经商参赞."""

_BODY_ENDS = frozenset("会局厅部处司署院校站科所社团行厂台馆系心庭委组室报网")
_POINTING = frozenset("该本我其各某两一全前")
_BEFORE_POST = re.compile("(?:[据经因]|原|时任|现任|新任)+")
_NO_POSTS = frozenset(
    "团长 队长 中队长 大队长 支队长 组长 站长 所长 教导员 主编 秘书".split()
    + "主帅 主教练 总教练 教授 副教授 讲师 院士".split()
)
"""Heads of delegations, occupations and ranks, which are no posts by themselves."""


def posts_before_people(
    people: set[tuple[int, int]], bounds: Bounds, text: str
) -> set[tuple[int, int]]:
    """Find posts that stand right before a person and begin at an edge.

    Args:
        people: Spans of people.
        bounds: What no name runs over.
        text: Folded text.

    Returns:
        Spans of the posts, each with the body before it.
    """
    posts, longest = _bare_posts()
    lists = wordlists("zh")
    minor = lists["minor_posts"] | lists["local_levels"]
    found = set()
    for at, _ in people:
        widths = range(min(longest, at), 1, -1)
        width = next((one for one in widths if text[at - one : at] in posts), 0)
        begin = at - width
        if not width or text[begin:at] in _NO_POSTS:
            continue
        if text[begin - 1 : begin] == "副":
            begin -= 1
        edge = max(bounds.stops.last_before(begin), bounds.people.last_before(begin))
        start = begin
        while start > max(edge, begin - MOST_OF_BODY) and is_han(text[start - 1]):
            start -= 1
        if start < edge or (start > edge and is_han(text[start - 1 : start])):
            continue
        if before := _BEFORE_POST.match(text, start, begin):
            start = before.end()  # 对原|胡志明市…
        if start == begin:
            whole = at - begin >= LONG_POST and text[begin:at] not in minor
        else:
            whole = begin - start >= SHORT_BODY and text[begin - 1] in _BODY_ENDS
        if whole and text[start] not in _POINTING:
            found.add((start, at))
    return found


@cache
def _bare_posts() -> tuple[frozenset[str], int]:
    words = wordlists("zh")["bare_posts"]
    return words, max(map(len, words))

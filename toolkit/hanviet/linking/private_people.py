"""Whether the words beside a name speak of somebody who only shares it with a person of the lists.

A suspect with an age, a teacher, a reporter, the manager of a shop is seldom the minister of the
same name. The words are data: `trades` of `gazetteer/lexical`, each with what a post of a listed
person would be called who is of that trade.
"""

from __future__ import annotations

import re

from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists

_AGE = re.compile(
    r" ?\((?:sn|sinh năm)\b|,? ?\(?(?:sinh năm [0-9]{4}|[1-9][0-9] tuổi),? (?:hiện |đều )?"
    r"(?:trú|thường trú|tạm trú|ngụ|quê|ở|cư ngụ|sống)\b"
)
_YOUNG = re.compile(r",? ?\(?[12][0-9] tuổi\b")
"""Nobody of that age has a post that lists hold."""

_CREDIT = re.compile(
    r"[ \n(./](?:ảnh|bài|clip|video|thực hiện|tác giả|pv|ctv|đồ họa)(?: \(?[^:]{1,10})?:\Z"
)
"""Who made a report: `Bài và ảnh: Lê Minh Hưng`."""

_AFTER = re.compile(r" ?[,–-] ?(?:là )?(?=\w)")
_AGE_ZH = re.compile(
    r"[(（,，](?:男|女|[1-9][0-9]岁|(?:19[89][0-9]|20[0-9]{2})年(?:[0-9]{1,2}月)?(?:出)?生|化名)|老师|同学"
)
_BODY_ZH = re.compile(
    r"[(（][^()（）]{2,16}(?:大学|学院|中学|小学|学校|幼儿园|公司|集团|医院|研究院|研究所|银行|俱乐部|报社|出版社|协会)"
    r"[^()（）]{0,6}[)）]"
)
"""A school or firm in brackets after a name: the one of many in a list of winners."""

_SENTENCED_ZH = re.compile("(?:被判|判处|死刑|徒刑|在逃|通缉|遇害|落网)[^,。、;]{0,8}的\\Z")
"""被判处死刑的: before a name."""

_SETTLEMENTS = (" xã", " phường", " thị trấn", " thôn", " ấp", " làng")
_SETTLEMENTS_ZH = ("村", "屯", "镇", "乡", "街道", "社区")
"""Places bear names of people, and small posts are told by them: 陈刚村, `Bí thư xã Tô Lâm`."""

_CREDIT_SIGNS = frozenset(" :：|丨/")
"""Between a word for who made a report and the name: 责编：刘宁."""

_LONGEST_CUE = 24
_LONGEST_TRADE_ZH = 6
_LONGEST_TRADE_VI = 32
_MOST_WORDS_VI = 4


def is_private(span: Span, scan: ScanText, told: str) -> bool:
    """Whether the words right beside a name give a trade or circumstances that are another's.

    Args:
        span: The name.
        scan: The document.
        told: The posts of the person of the lists, folded.
    """
    text = scan.folded
    if text[span.start] >= "\u2e80":
        return _is_private_zh(text, span, told)
    before = " " + text[max(0, span.start - _LONGEST_CUE) : span.start].rstrip(" ")
    after = text[span.end : span.end + _LONGEST_CUE]
    named = after.lstrip(" ")[:1] in (",", "-", "–")
    if named and after.lstrip(" ,-–").startswith(tuple(wordlists("vi")["humble_posts"])):
        return True
    if (
        before.endswith(_SETTLEMENTS)
        or is_credit(span, scan)
        or _AGE.match(text, span.end)
        or _YOUNG.match(text, span.end)
    ):
        return True
    if named and _is_of_trade_after(scan, span.end, told):
        return True
    trades, words = wordlists("vi").trades, before.split(" ")[-_MOST_WORDS_VI:]
    for count in range(len(words), 0, -1):
        known = trades.get(" ".join(words[-count:]).lstrip('(“"'))
        if known is not None:
            return not _is_told(known, told)
    return False


def is_credit(span: Span, scan: ScanText) -> bool:
    """Whether a Vietnamese name says who made a report: `Ảnh: Tiến Thiệu`.

    Args:
        span: The name.
        scan: The document.
    """
    before = " " + scan.folded[max(0, span.start - _LONGEST_CUE) : span.start].rstrip(" ")
    return _CREDIT.search(before) is not None


def _is_of_trade_after(scan: ScanText, end: int, told: str) -> bool:
    """Whether a trade follows a comma, and no name it is of: `Mao Ninh, tiểu thương chợ X`."""
    text = scan.folded
    gap = _AFTER.match(text, end)
    if gap is None:
        return False
    lists, start = wordlists("vi"), gap.end()
    words = text[start : start + _LONGEST_TRADE_VI].split(" ")
    for count in range(min(_MOST_WORDS_VI, len(words)), 1, -1):
        word = " ".join(words[:count])
        known = lists.trades.get(word.rstrip(",.;"))
        if known is None:
            continue
        after = start + len(word) + 1
        if not word[-1].isalpha() or not scan.surface(after, after + 1).isupper():
            return not _is_told(known, told)
        bodies = tuple(f"{head} " for head in lists["post_bodies"])
        return text.startswith(bodies, after) and not _is_told(known, told)
    return False


def is_one_of_many(span: Span, unlisted: list[Span], scan: ScanText) -> bool:
    """Whether a Chinese name stands in a list of people whom nobody knows: 刘洋(清华大学).

    A famous name between unknown ones, or with a school or firm in brackets, is a namesake's.

    Args:
        span: The name.
        unlisted: The names of the document that no list holds.
        scan: The document.
    """
    text = scan.folded
    if text[span.start] < "\u2e80":
        return False
    if _BODY_ZH.match(text, span.end):
        return True
    left = text[span.start - 1 : span.start] == "、"
    right = text[span.end : span.end + 1] == "、"
    if not (left or right):
        return False
    return (not left or any(one.end == span.start - 1 for one in unlisted)) and (
        not right or any(one.start == span.end + 1 for one in unlisted)
    )


def _is_private_zh(text: str, span: Span, told: str) -> bool:
    if text.startswith(_SETTLEMENTS_ZH, span.end) or _AGE_ZH.match(text, span.end):
        return True
    if _SENTENCED_ZH.search(text[max(0, span.start - _LONGEST_CUE) : span.start]):
        return True
    lists = wordlists("zh")
    start = span.start
    credit = text[max(0, start - 1) : start] in _CREDIT_SIGNS
    begin = len(text[:start].rstrip("".join(_CREDIT_SIGNS))) if credit else start
    for length in range(min(_LONGEST_TRADE_ZH, begin), 0, -1):
        word = text[begin - length : begin]
        if credit and word in lists["credits"]:
            return True
        known = lists.trades.get(word)
        if known is not None:
            return not _is_told(known, told)
    return False


def _is_told(known: tuple[str, ...], told: str) -> bool:
    return any(word in told for word in known)

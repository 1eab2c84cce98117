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
_AGE_ZH = re.compile(r"[(（,，](?:男|女|[1-9][0-9]岁)")
_BODY_ZH = re.compile(
    r"[(（][^()（）]{2,16}(?:大学|学院|中学|小学|学校|幼儿园|公司|集团|医院|研究院|研究所|银行|俱乐部|报社|出版社|协会)"
    r"[^()（）]{0,6}[)）]"
)
"""A school or firm in brackets after a name: the one of many in a list of winners."""

_LONGEST_CUE = 24
_LONGEST_TRADE_ZH = 6
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
    before = text[max(0, span.start - _LONGEST_CUE) : span.start].rstrip(" ")
    after = text[span.end : span.end + _LONGEST_CUE]
    named = after.lstrip(" ")[:1] in (",", "-", "–")
    if named and after.lstrip(" ,-–").startswith(tuple(wordlists("vi")["humble_posts"])):
        return True
    if _AGE.match(text, span.end):
        return True
    trades, words = wordlists("vi").trades, before.split(" ")[-_MOST_WORDS_VI:]
    for count in range(len(words), 0, -1):
        known = trades.get(" ".join(words[-count:]).lstrip('(“"'))
        if known is not None:
            return not _is_told(known, told)
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
    if _AGE_ZH.match(text, span.end):
        return True
    trades = wordlists("zh").trades
    for length in range(min(_LONGEST_TRADE_ZH, span.start), 0, -1):
        known = trades.get(text[span.start - length : span.start])
        if known is not None:
            return not _is_told(known, told)
    return False


def _is_told(known: tuple[str, ...], told: str) -> bool:
    return any(word in told for word in known)

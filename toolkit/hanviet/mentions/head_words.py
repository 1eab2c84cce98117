"""Head words before places, and the kinds that they speak for: tỉnh, thị xã, cửa khẩu."""

from __future__ import annotations

import re

from hanviet.mentions.wordlists import wordlists

_WIDER = {
    "province": frozenset({"province", "autonomous-region"}),
    "city": frozenset({"city", "municipality", "prefecture", "county"}),
    "county": frozenset({"county"}),
    "township": frozenset({"township"}),
    "gate": frozenset({"gate", "township", "crossing", "city", "county"}),
    "crossing": frozenset({"crossing", "gate", "township"}),
    "village": frozenset({"village", "township"}),
    "region": frozenset({"region", "province", "zone"}),
}
_LONGEST = 32
_HOUSE_NUMBER = re.compile(r"(?<!con )\b(?:số(?: nhà)?|cơ sở|địa chỉ(?: tại)?:?) \d[\w/.-]* \Z")
_WORDS = 4


def head_kinds(folded: str, start: int) -> frozenset[str]:
    """The kinds that the head word before a place speaks for.

    Args:
        folded: The folded text.
        start: Where the place begins in it.

    Returns:
        Kinds of places; none if no head word stands there.
    """
    if start == 0 or folded[start - 1] != " ":
        return frozenset()
    heads = wordlists("vi").place_heads
    words = folded[max(0, start - _LONGEST) : start - 1].split(" ")
    for count in range(min(_WORDS, len(words)), 0, -1):
        head = " ".join(words[-count:]).lstrip('(“"')
        if head in heads:
            return _WIDER.get(heads[head], frozenset({heads[head]}))
    return frozenset()


def follows_house_number(folded: str, start: int) -> bool:
    """Whether a house number stands before a name, which is a street's then: `số 35 Hồ Hảo Hớn`.

    Args:
        folded: The folded text.
        start: Where the name begins in it.

    Returns:
        Whether it does.
    """
    if start < 2 or folded[start - 1] != " " or not folded[start - 2].isalnum():
        return False
    return bool(_HOUSE_NUMBER.search(folded[max(0, start - _LONGEST) : start]))

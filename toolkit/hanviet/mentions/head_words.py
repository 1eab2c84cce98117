"""Head words before places, and the kinds that they speak for: tỉnh, thị xã, cửa khẩu."""

from __future__ import annotations

import re
from functools import lru_cache

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
_COMMUNES = ("xã ", "phường ", "thị trấn ", "huyện ", "thôn ", "bản ", "xóm ", "ấp ")
_OF_THE_HILLS = ("biên giới ", "vùng cao ", "miền núi ", "vùng biên ", "ven biển ", "nghèo ")
"""Between the head word of a commune and its name: `thôn biên giới Lù Dì Sán`."""

_STANDS_AS_PLACE = re.compile(
    r"(?:[^\w ] ?|\d |\b(?:tại|ở|thuộc|của|và|các|từ|đến|về|qua|bàn|vực|trú|sang|trong|trên|quê"
    r"|trạm y tế|nhà văn hóa|bưu điện|trường (?:mầm non|tiểu học|thcs|thpt)|đình|đền|chùa"
    r") )\Z"
)
_WORDS = 4
_VESSEL = re.compile(
    r"\b(?:tàu(?: (?:chiến|buồm|cao tốc|vận tải|đổ bộ|hộ vệ|hộ vệ tên lửa|tên lửa|tuần tra"
    r"|tuần duyên|huấn luyện|bệnh viện|sân bay|khảo sát|nghiên cứu|cứu hộ|khu trục|địa chất"
    r"|thăm dò|ngầm))?"
    r"|chiến hạm|khu trục hạm|tàu ngầm|thuyền|bão|siêu bão)(?: mang tên| tên)?(?: số)? \Z"
)
_VESSEL_ENDS = ("thuyền ", "bão ", "hạm ", "số ", "tên ")
"""With what a ship or storm ends that is no `tàu`."""


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
    first = max(0, start - _LONGEST)
    last = folded[max(first, folded.rfind(" ", first, start - 1) + 1) : start - 1]
    if last not in last_words() and last.lstrip('(“"') not in last_words():
        return frozenset()
    words = folded[first : start - 1].split(" ")
    for count in range(min(_WORDS, len(words)), 0, -1):
        head = " ".join(words[-count:]).lstrip('(“"')
        if head in heads:
            return _WIDER.get(heads[head], frozenset({heads[head]}))
    return frozenset()


def names_commune(folded: str, start: int) -> bool:
    """Whether a commune, a ward or a village is named, after somebody or not: `tại xã Kim Đồng`.

    `Chủ tịch UBND xã Kim Đồng` and `trưởng thôn Kim Đồng` may be of a person.

    Args:
        folded: The folded text.
        start: Where the name begins in it.

    Returns:
        Whether the head word before the name stands where a place does.
    """
    for said in _OF_THE_HILLS:
        if folded.endswith(said, 0, start):
            start -= len(said)
            break
    if not folded.endswith(_COMMUNES, 0, start):
        return False
    head = folded.rfind(" ", max(0, start - _LONGEST), start - 1) + 1
    head = max(head, folded.rfind("\n", head, start) + 1)
    return (
        not head
        or folded[head - 1] == "\n"
        or bool(_STANDS_AS_PLACE.search(folded[max(0, head - _LONGEST) : head]))
    )


@lru_cache(maxsize=1)
def last_words() -> frozenset[str]:
    """The words that head words of places end with."""
    return frozenset(head.rsplit(" ", 1)[-1] for head in wordlists("vi").place_heads)


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


def follows_vessel(folded: str, start: int) -> bool:
    """Whether a name is that of a ship or a storm: `tàu Hải Dương 8`, `tàu cao tốc Trưng Trắc`.

    Args:
        folded: The folded text.
        start: Where the name begins in it.

    Returns:
        Whether it is; what a ship does there (`tàu cập cảng Đà Nẵng`) tells none.
    """
    first = max(0, start - _LONGEST)
    if folded.find("tàu ", first, start) < 0 and not folded.endswith(_VESSEL_ENDS, 0, start):
        return False
    return bool(_VESSEL.search(folded, first, start))

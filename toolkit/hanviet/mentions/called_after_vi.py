"""Vietnamese roads, ships and events that are called after people: `Đường Nguyễn Huệ`."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWords

_ROADS, _TOWN = frozenset({"đường", "phố", "lộ"}), "phố"
_SHIPS = (
    "tàu huấn luyện", "tàu hộ vệ", "tàu khu trục", "tàu ngầm", "tàu tuần tra", "tàu đổ bộ",
    "tàu bệnh viện", "tàu chiến", "tàu tên lửa", "chiến hạm", "khinh hạm",
)  # fmt: skip
_SHIP_LASTS = frozenset(head.rsplit(" ", 1)[-1] for head in _SHIPS)
_COMMITTEES = ("ban tổ chức", "btc", "ban giám khảo", "ban chỉ đạo", "giám đốc", "trọng tài")
"""What runs an event, and the post behind it: the name that follows is a person's."""

_LONGEST_HEAD = 32
_HEAD_WORDS = 3
_FIRM_WORDS = 5
_SURELY_PEOPLES = frozenset({"văn", "thị"})


def is_called_after(words: CasedWords, index: int) -> bool:
    """Whether the head of a road, ship or event stands before a name: `Lễ hội Hoa Phượng Đỏ`.

    Args:
        words: The words of the document.
        index: The first word of the name; not the first of the document.

    Returns:
        Whether the name is the road's, the ship's or the event's, and no person's here.
    """
    before = words[index - 1]
    if words.gap(index) != " ":
        return False
    if before in _firm_lasts() and _is_firm(words, index):
        return True
    if before in _ROADS:
        return not (before == _TOWN and index > 1 and words[index - 2] == "thành")
    if before not in _event_lasts() and before not in _SHIP_LASTS:
        return False
    start = words.starts[index]
    head = words.text[max(0, start - _LONGEST_HEAD) : start - 1]
    if head.endswith(_SHIPS):
        return True
    said = head.split(" ")
    events = _called_events()
    for count in range(1, _HEAD_WORDS + 1):
        if " ".join(said[-count:]) in events:
            before_head = " ".join(said[:-count])
            return not before_head.endswith(_COMMITTEES)  # Trưởng Ban Tổ chức Giải [Lê Văn An]
    return False


def begins_street(words: CasedWords, index: int, end: int, people: Container[int]) -> bool:
    """Whether `Đường` before a name is no surname but a road: `Đường Nguyễn Huệ`.

    Args:
        words: The words of the document.
        index: The word after `Đường`.
        end: The word after the run of capitals.
        people: Where listed people's names begin.

    Returns:
        Whether a listed name or a usual surname follows.
    """
    if index >= end or words.gap(index) != " ":
        return False
    return words.starts[index] in people or (
        end - index > 1 and words[index] in wordlists("vi")["common_surnames"]
    )


def _is_firm(words: CasedWords, index: int) -> bool:
    """Whether the head of a firm, an inn or a school stands before: `Công ty Nguyễn Kim`.

    Full names with `Văn` and `Thị` are people's, with a post before or not.
    """
    if index + 1 < len(words) and words[index + 1] in _SURELY_PEOPLES:
        return False
    start = words.starts[index]
    said = words.text[max(0, start - _LONGEST_HEAD) : start - 1].split(" ")
    firms = wordlists("vi")["called_firms"]
    return any(" ".join(said[-count:]) in firms for count in range(1, _FIRM_WORDS + 1))


@lru_cache(maxsize=1)
def _firm_lasts() -> frozenset[str]:
    """The last words of the heads of firms."""
    return frozenset(head.rsplit(" ", 1)[-1] for head in wordlists("vi")["called_firms"])


@lru_cache(maxsize=1)
def _called_events() -> frozenset[str]:
    """Heads of events that are no plain words: a name behind them is the event's."""
    lists = wordlists("vi")
    return lists["event_heads"] - lists["capital_heads"]


@lru_cache(maxsize=1)
def _event_lasts() -> frozenset[str]:
    """The last words of those heads."""
    return frozenset(head.rsplit(" ", 1)[-1] for head in _called_events())

"""Which of several namesakes a bare name means, if nothing else tells.

A country comes before a province, a province before a city, a city before a county; the holder of
a higher or a current office before others; what a person has reviewed before drafts.
"""

from __future__ import annotations

from functools import lru_cache

from hanviet.lexicon.model import Entry, in_force
from hanviet.orthography.vietnamese import Fold, key

CURRENT = 4
"""What holding an office now is worth, in steps of rank."""

PAST = 2
"""What an entry that has ended loses in prominence; at a date before its end it does not."""

_RANKS = (
    (9, ("tổng bí thư",)),
    (8, ("chủ tịch nước", "thủ tướng", "tổng thống", "quốc vương")),
    (7, ("chủ tịch quốc hội", "ủy viên trưởng", "chủ tịch chính hiệp")),
    (6, ("phó chủ tịch nước", "phó thủ tướng", "thường vụ bộ chính trị", "ban bí thư")),
    (5, ("bộ chính trị", "bộ trưởng", "bí thư khu ủy", "bí thư tỉnh ủy", "bí thư thành ủy")),
    (4, ("thứ trưởng", "chủ tịch", "đại sứ", "tỉnh trưởng", "thị trưởng")),
)
_DEPUTY = "phó "


@lru_cache(maxsize=4096)
def office(entry: Entry, date: str) -> int:
    """Rank of the highest post of a person, `CURRENT` more if it is held at the date.

    Args:
        entry: A person; anything else has 0.
        date: ISO date, or empty for now: then a post without an end is held.

    Returns:
        0 for a person without a post.
    """
    best = 0
    for role in entry.roles:
        title = key(role.title, Fold.SPELLING)
        rank = next((rank for rank, heads in _RANKS if _names(title, heads)), 2)
        if _DEPUTY.strip() in title.split() and rank > 6:
            rank = 6
        held = in_force(role.since, role.until, date) if date else not role.until
        best = max(best, rank + (CURRENT if held else 0))
    return best


def _names(title: str, heads: tuple[str, ...]) -> bool:
    return any(key(head, Fold.SPELLING) in title for head in heads)


def standing(entry: Entry, date: str) -> tuple[int, int]:
    """What a more prominent entry is greater in.

    >>> standing(Entry("place.cn.x", "PLACE", "CN", (), "province"), "")
    (6, 0)
    """
    lives = bool(date and entry.until and in_force(entry.since, entry.until, date))
    return entry.prominence + (PAST if lives else 0), office(entry, date)

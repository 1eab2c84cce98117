"""Generic words of place names, set apart from the name itself: `tỉnh Lạng Sơn` 谅山省.

Vietnamese puts the word in front, Chinese behind. A pair of them says that two names mean the same
kind of place; a lone one on either side may be left out if it is an administrative rank (谅山 is
谅山省), while a river, a mountain or a gate is part of its name's identity.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from hanviet.orthography.vietnamese import Fold, fold


@dataclass(frozen=True, slots=True)
class Generic:
    """A kind of place and the words for it.

    Args:
        vi: Vietnamese head words, in lower case.
        zh: Chinese endings, simplified.
        rank: Whether it is an administrative rank, which may be left out.
    """

    vi: tuple[str, ...]
    zh: tuple[str, ...]
    rank: bool


GENERICS = (
    Generic(("tỉnh",), ("省",), True),
    Generic(("thành phố", "tp", "tp."), ("市", "直辖市"), True),
    Generic(("khu tự trị",), ("自治区",), True),
    Generic(("đặc khu hành chính",), ("特别行政区",), True),
    Generic(("châu tự trị",), ("自治州",), True),
    Generic(("huyện tự trị",), ("自治县",), True),
    Generic(("huyện", "h."), ("县",), True),
    Generic(("quận", "khu", "q."), ("区", "郡"), True),
    Generic(("thị xã", "tx", "tx."), ("市", "市社"), True),
    Generic(("thị trấn", "trấn", "tt."), ("镇", "市镇"), True),
    Generic(("xã", "hương"), ("乡", "社"), True),
    Generic(("phường",), ("坊", "街道"), True),
    Generic(("kỳ",), ("旗",), True),
    Generic(("thôn", "làng", "bản"), ("村",), True),
    Generic(("nước",), ("国",), True),
    Generic(("châu",), ("洲",), False),
    Generic(("sông",), ("江", "河"), False),
    Generic(("núi",), ("山",), False),
    Generic(("hồ",), ("湖",), False),
    Generic(("biển",), ("海",), False),
    Generic(("đảo",), ("岛",), False),
    Generic(("quần đảo",), ("群岛",), False),
    Generic(("bán đảo",), ("半岛",), False),
    Generic(("vịnh",), ("湾",), False),
    Generic(("thác",), ("瀑布",), False),
    Generic(("đèo",), ("关", "岭"), False),
    Generic(("cầu",), ("桥", "大桥"), False),
    Generic(("cảng",), ("港",), False),
    Generic(("sân bay", "cảng hàng không"), ("机场",), False),
    Generic(("ga",), ("站", "车站", "火车站"), False),
    Generic(("chùa",), ("寺",), False),
    Generic(("đường", "phố"), ("路", "街"), False),
    Generic(("cửa khẩu", "cửa khẩu quốc tế"), ("口岸", "国际口岸"), False),
)


@dataclass(frozen=True, slots=True)
class Parted:
    """A name with its generic word apart.

    Args:
        core: The name without it.
        generic: The word as it stands in the name.
        kinds: Indices into `GENERICS` of what the word may mean.
        sure: Whether it can hardly be anything else here (`Hương` may begin a person's name).
    """

    core: str
    generic: str
    kinds: frozenset[int]
    sure: bool

    @property
    def is_rank(self) -> bool:
        """Whether the word may be left out."""
        return all(GENERICS[kind].rank for kind in self.kinds)


def part_vietnamese(name: str) -> Parted | None:
    """Set a Vietnamese head word apart.

    Args:
        name: A name, NFC.

    Returns:
        Core and head word; None if the name has none or is nothing else.

    >>> part_vietnamese("thành phố Nam Ninh").core
    'Nam Ninh'
    """
    folded = fold(name, Fold.SPELLING)
    if not folded.startswith(_first_letters()):
        return None
    for head, kinds in _vietnamese_heads():
        end = len(head)
        if folded.startswith(head) and len(name) > end:
            core = name[end:].lstrip()
            if core and (folded[end] == " " or head.endswith(".")):
                sure = name[0].islower() or head in _sure_heads()
                return Parted(core, name[:end], kinds, sure)
    return None


def part_chinese(name: str) -> Parted | None:
    """Set the generic ending of a Chinese name apart.

    Args:
        name: A name in simplified characters.

    Returns:
        Core and ending; None if the name has none or is nothing else.

    >>> part_chinese("谅山省").core
    '谅山'
    """
    for ending, kinds in _chinese_endings():
        if name.endswith(ending) and len(name) > len(ending):
            return Parted(name[: -len(ending)], ending, kinds, ending in _SURE_ENDINGS)
    return None


_SURE_ENDINGS = frozenset(
    ("省", "市", "县", "区", "直辖市", "自治区", "自治州", "自治县", "特别行政区")
)
_SURE_HEADS = (
    "tỉnh", "thành phố", "tp", "tp.", "khu tự trị", "đặc khu hành chính", "châu tự trị",
    "huyện tự trị", "huyện", "thị xã", "thị trấn", "phường",
)  # fmt: skip


@cache
def _sure_heads() -> frozenset[str]:
    return frozenset(fold(head, Fold.SPELLING) for head in _SURE_HEADS)


@cache
def _vietnamese_heads() -> tuple[tuple[str, frozenset[int]], ...]:
    return _longest_first(
        (fold(word, Fold.SPELLING), kind)
        for kind, generic in enumerate(GENERICS)
        for word in generic.vi
    )


@cache
def _first_letters() -> tuple[str, ...]:
    """What all head words begin with: most names have none, and are found out at once."""
    return tuple({head for head, _ in _vietnamese_heads()})


@cache
def _chinese_endings() -> tuple[tuple[str, frozenset[int]], ...]:
    return _longest_first(
        (word, kind) for kind, generic in enumerate(GENERICS) for word in generic.zh
    )


def _longest_first(words: Iterable[tuple[str, int]]) -> tuple[tuple[str, frozenset[int]], ...]:
    kinds: dict[str, set[int]] = {}
    for word, kind in words:
        kinds.setdefault(word, set()).add(kind)
    ordered = sorted(kinds.items(), key=lambda item: (-len(item[0]), item[0]))
    return tuple((word, frozenset(found)) for word, found in ordered)

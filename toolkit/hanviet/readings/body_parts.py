"""Generic words in the names of firms, schools and clubs, set apart from the name itself.

`Công ty TNHH Thương mại Hồng Thái` and 鸿泰商贸有限公司 share a head word, a field and a name that
is read syllable by syllable. Vietnamese puts head and fields in front, Chinese behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from hanviet.orthography.vietnamese import Fold, fold

_COMPANY = (
    "công ty", "công ty cổ phần", "công ty cp", "công ty tnhh", "công ty trách nhiệm hữu hạn",
    "công ty tnhh mtv", "công ty tnhh một thành viên",
    "công ty trách nhiệm hữu hạn một thành viên",
)  # fmt: skip

HEADS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (_COMPANY, ("公司", "有限公司", "有限责任公司", "责任有限公司", "股份公司", "股份有限公司",
                "集团有限公司", "集团股份有限公司", "一人有限责任公司")),
    (("tập đoàn",), ("集团", "集团公司", "集团有限公司", "集团股份有限公司")),
    (("tổng công ty",), ("总公司",)),
    (("ngân hàng", "ngân hàng thương mại cổ phần", "ngân hàng tmcp"),
     ("银行", "股份商业银行", "商业股份银行", "商业银行")),
    (("trường đại học", "đại học"), ("大学", "学院")),
    (("học viện",), ("学院", "研究院")),
    (("trường cao đẳng", "cao đẳng"), ("学院", "职业学院", "高等专科学校", "职业技术学院")),
    (("trường trung học phổ thông", "trường thpt"), ("高中", "中学", "高级中学")),
    (("trường trung học cơ sở", "trường thcs"), ("初中", "中学", "初级中学")),
    (("trường tiểu học",), ("小学",)),
    (("trường mầm non", "trường mẫu giáo"), ("幼儿园",)),
    (("bệnh viện", "bệnh viện đa khoa"), ("医院", "综合医院")),
    (("hội", "hiệp hội"), ("会", "协会", "商会")),
    (("liên đoàn",), ("联合会", "总会", "协会")),
    (("viện", "viện nghiên cứu"), ("研究院", "研究所", "院")),
    (("câu lạc bộ", "clb"), ("俱乐部",)),
    (("hợp tác xã", "htx"), ("合作社",)),
    (("nhà máy",), ("厂", "工厂")),
    (("đoàn nghệ thuật",), ("艺术团",)),
    (("nhà hát",), ("剧院",)),
    (("trung tâm",), ("中心",)),
    (("quỹ",), ("基金会", "基金")),
    (("nhà xuất bản", "nxb"), ("出版社",)),
)  # fmt: skip
"""Head words of bodies: Vietnamese ones, and the Chinese endings for them."""

FIELDS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("thương mại",), ("商贸", "贸易", "商业", "经贸")), (("đầu tư",), ("投资",)),
    (("xây dựng",), ("建设", "建筑", "工程", "建工")), (("xuất nhập khẩu", "xnk"), ("进出口",)),
    (("vận tải",), ("运输", "货运", "客运")), (("du lịch",), ("旅游", "旅行")),
    (("công nghệ", "khoa học công nghệ"), ("科技", "技术")), (("kỹ thuật",), ("技术", "工程")),
    (("nông nghiệp",), ("农业",)), (("lâm nghiệp",), ("林业",)), (("thủy sản",), ("水产", "海产")),
    (("dịch vụ",), ("服务",)), (("quốc tế",), ("国际",)), (("sản xuất",), ("生产", "制造")),
    (("chế biến",), ("加工",)), (("thực phẩm",), ("食品",)), (("logistics", "hậu cần"), ("物流",)),
    (("điện lực",), ("电力",)), (("điện tử",), ("电子",)), (("công nghiệp",), ("工业", "实业")),
    (("phát triển",), ("发展", "开发")), (("văn hóa",), ("文化",)), (("nghệ thuật",), ("艺术",)),
    (("truyền thông",), ("传媒", "传播")), (("năng lượng",), ("能源",)),
    (("dược phẩm", "dược"), ("药业", "制药", "医药")), (("khoáng sản",), ("矿业", "矿产")),
    (("dệt may", "may mặc"), ("纺织", "服装", "纺织服装")),
    (("bất động sản",), ("房地产", "地产", "置业")),
    (("hàng không",), ("航空",)), (("giáo dục",), ("教育",)), (("cơ khí",), ("机械",)),
    (("thiết bị",), ("设备",)), (("vật liệu xây dựng",), ("建材",)), (("vật liệu",), ("材料",)),
    (("môi trường",), ("环保", "环境")), (("thép",), ("钢铁", "钢业")), (("gỗ",), ("木业", "木材")),
    (("ô tô",), ("汽车",)), (("chè", "trà"), ("茶业", "茶叶")),
    (("hoa quả", "trái cây"), ("水果", "果业")),
    (("bóng đá",), ("足球",)), (("bóng chuyền",), ("排球",)),
)  # fmt: skip
"""Fields of their work, likewise."""

SHORTEST_CORE = 2
"""Syllables that the name itself has at least: one says too little."""


@dataclass(frozen=True, slots=True)
class Body:
    """The name of a body, its generic words apart.

    Args:
        core: The name itself.
        kinds: Indices into `HEADS` of what it may be.
        fields: For each field its indices into `FIELDS`.
    """

    core: str
    kinds: frozenset[int]
    fields: tuple[frozenset[int], ...]

    def may_be(self, other: Body) -> bool:
        """Whether head words and fields do not contradict: one may leave out what the other has."""
        if not self.kinds & other.kinds:
            return False
        few, many = sorted((self.fields, other.fields), key=len)
        return all(any(one & another for another in many) for one in few)


def part_vietnamese_body(name: str) -> Body | None:
    """Set head word and fields of a Vietnamese body apart.

    Args:
        name: NFC.

    Returns:
        Its parts; None if it has no head word, or no name of its own.

    >>> part_vietnamese_body("Công ty TNHH Thương mại và Du lịch Hồng Thái").core
    'Hồng Thái'
    """
    words = name.replace("-", " ").replace("&", " ").split()
    folded = [fold(word, Fold.SPELLING) for word in words]
    size, kinds = _longest(_heads_vi(), folded)
    if not size:
        return None
    del words[:size], folded[:size]
    fields = []
    while folded:
        size, found = _longest(_fields_vi(), folded)
        if size:
            fields.append(found)
        elif folded[0] == _AND and fields:
            size = 1
        else:
            break
        del words[:size], folded[:size]
    return Body(" ".join(words), kinds, tuple(fields)) if len(words) >= SHORTEST_CORE else None


def part_chinese_body(name: str) -> Body | None:
    """Set ending and fields of a Chinese body apart.

    Args:
        name: In simplified characters.

    Returns:
        Its parts; None if it has no such ending, or no name of its own.

    >>> part_chinese_body("鸿泰商贸有限公司").core
    '鸿泰'
    """
    rest, kinds = _without_ending(name, _heads_zh())
    if not kinds:
        return None
    fields = []
    while True:
        rest, found = _without_ending(rest, _fields_zh())
        if not found:
            break
        fields.append(found)
    return Body(rest, kinds, tuple(fields)) if len(rest) >= SHORTEST_CORE else None


def chinese_body_end(text: str, start: int) -> int:
    """Where the generic words of a Chinese body end that begin here; `start` if none do.

    >>> chinese_body_end("鸿泰商贸有限公司捐赠大米", 2)
    8
    """
    match = _generic_words().match(text, start)
    return match.end() if match is not None else start


_AND = "và"
_Table = dict[str, frozenset[int]]


def _longest(table: _Table, words: Sequence[str]) -> tuple[int, frozenset[int]]:
    for size in range(min(len(words), _LONGEST), 0, -1):
        if found := table.get(" ".join(words[:size])):
            return size, found
    return 0, frozenset()


def _without_ending(name: str, table: _Table) -> tuple[str, frozenset[int]]:
    for size in range(min(len(name) - 1, _LONGEST), 0, -1):
        if found := table.get(name[-size:]):
            return name[:-size], found
    return name, frozenset()


_LONGEST = 8


@cache
def _heads_vi() -> _Table:
    return _table((fold(w, Fold.SPELLING), n) for n, (words, _) in enumerate(HEADS) for w in words)


@cache
def _fields_vi() -> _Table:
    return _table((fold(w, Fold.SPELLING), n) for n, (words, _) in enumerate(FIELDS) for w in words)


@cache
def _heads_zh() -> _Table:
    return _table((word, n) for n, (_, words) in enumerate(HEADS) for word in words)


@cache
def _fields_zh() -> _Table:
    return _table((word, n) for n, (_, words) in enumerate(FIELDS) for word in words)


@cache
def _generic_words() -> re.Pattern[str]:
    fields, heads = (
        "|".join(sorted(table, key=lambda word: (-len(word), word)))
        for table in (_fields_zh(), _heads_zh())
    )
    return re.compile(f"(?:{fields})*(?:{heads})")


def _table(words: Iterable[tuple[str, int]]) -> _Table:
    found: dict[str, set[int]] = {}
    for word, number in words:
        found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}

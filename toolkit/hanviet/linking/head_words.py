"""Words that stand around a name in a cell: honorifics, posts, kinds of places, countries.

A head word is stripped to find the name behind it. What it says about the name is its type only,
never the rank of a place or the post of a person: `tỉnh Nam Ninh` is still the city.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hanviet.data import data_path
from hanviet.mentions.wordlists import wordlists
from hanviet.orthography.chinese import to_simplified
from hanviet.orthography.vietnamese import Fold, key, marks_of
from hanviet.orthography.words import words

LONGEST_HEAD = 6
"""Words of the longest head phrase."""


@dataclass(frozen=True, slots=True)
class Stripped:
    """A text without the word around its name.

    Args:
        rest: What is left.
        head: What was taken off.
        type: The entity type that the word speaks for, or empty.
        kind: For a place whose word is part of what it is (a station, a lake): its kind.
    """

    rest: str
    head: str
    type: str
    kind: str = ""


def strip_head(text: str) -> Stripped | None:
    """Take the longest head phrase off the front of a Vietnamese cell.

    Marks must be as in the phrase, unless the cell has none at all (`BO TRUONG LAM DAN`). A word
    that is a surname too (Hồ) is a head in lower case only.

    Args:
        text: A cell in Latin letters, NFC.

    Returns:
        The rest and the phrase; None if no phrase stands there or nothing follows it.

    >>> strip_head("Bí thư Tỉnh ủy Lê Tú Chinh").rest
    'Lê Tú Chinh'
    """
    found = words(text)
    marks = marks_of(text)
    unmarked = not (marks.tones or marks.vowels)
    table = _phrases(Fold.UNMARKED if unmarked else Fold.SPELLING)
    for count in range(min(LONGEST_HEAD, len(found) - 1), 0, -1):
        head = text[: found[count - 1].end]
        phrase = key(" ".join(word.text for word in found[:count]), Fold.SPELLING)
        type_ = table.get(phrase)
        if type_ is None or (head[:1].isupper() and phrase in _also_surnames(unmarked)):
            continue
        if phrase in _WITH_FULL_STOP and text[found[count - 1].end] != ".":
            continue
        rest = text[found[count].start :]
        kind = _kinds(unmarked).get(phrase, "")
        return Stripped(rest, head, type_, kind)
    return None


def strip_han(text: str) -> Stripped | None:
    """Take a post in front or an honorific behind off a Chinese cell.

    Args:
        text: Chinese characters.

    Returns:
        The rest and the word; None if there is none.

    >>> strip_han("广西党委书记陈刚").rest, strip_han("陈刚先生").rest
    ('陈刚', '陈刚')
    """
    simplified = to_simplified(text)
    if match := _HAN_HONORIFIC.search(simplified):
        return Stripped(text[: match.start()], text[match.start() :], "PERSON")
    if match := _HAN_POST.match(simplified):
        return Stripped(text[match.end() :], text[: match.end()], "PERSON")
    return None


def country_of(text: str) -> str:
    """Give the ISO 3166-1 code of a country by its short name in either language, else nothing.

    >>> country_of("Việt Nam"), country_of("中国"), country_of("Nam Ninh")
    ('VN', 'CN', '')
    """
    return _countries().get(_country_key(text), "")


# The first list of a type comes before posts of bodies, so that `Bí thư Tỉnh ủy` is one phrase.
_HONORIFICS = (
    "ông", "bà", "anh", "chị", "cô", "chú", "bác", "cụ", "thầy", "em", "cháu", "ngài", "quý ông",
    "đồng chí", "các đồng chí", "đ/c", "đc", "liệt sĩ", "phu nhân", "giáo sư", "gs", "phó giáo sư",
    "pgs", "tiến sĩ", "ts", "gs ts", "pgs ts", "gs.ts", "pgs.ts", "thạc sĩ", "ths", "bác sĩ",
    "bs", "luật sư", "ls", "nhà báo", "nhà văn", "nhà thơ", "nhạc sĩ", "nghệ sĩ", "ca sĩ",
    "họa sĩ", "đạo diễn", "diễn viên", "vua", "hoàng đế", "hoàng hậu", "chúa", "hoàng tử",
    "công chúa", "thái tử", "mr", "mrs", "ms", "dr", "prof", "ô",
)  # fmt: skip
_POSTS = (
    "tổng bí thư", "bí thư", "phó bí thư", "bí thư thứ nhất", "chủ tịch", "phó chủ tịch",
    "chủ tịch nước", "phó chủ tịch nước", "chủ tịch quốc hội", "phó chủ tịch quốc hội",
    "thủ tướng", "phó thủ tướng", "phó thủ tướng thường trực", "bộ trưởng", "thứ trưởng",
    "bộ trưởng ngoại giao", "thứ trưởng ngoại giao", "bộ trưởng bộ ngoại giao",
    "ngoại trưởng", "trợ lý bộ trưởng", "đại sứ", "tổng lãnh sự", "lãnh sự", "tham tán",
    "tổng thống", "phó tổng thống", "quốc vương", "chủ nhiệm", "phó chủ nhiệm", "trưởng ban",
    "phó trưởng ban", "viện trưởng", "phó viện trưởng", "chánh án", "cục trưởng", "vụ trưởng",
    "giám đốc", "phó giám đốc", "tổng giám đốc", "hiệu trưởng", "tỉnh trưởng", "thị trưởng",
    "huyện trưởng", "thống đốc", "đặc khu trưởng", "trưởng đoàn", "tổng thư ký", "phó tổng thư ký",
    "ủy viên", "ủy viên bộ chính trị", "ủy viên trung ương đảng", "đại biểu", "đại biểu quốc hội",
    "đại tướng", "thượng tướng", "trung tướng", "thiếu tướng", "đại tá", "thượng tá", "tướng",
    "tư lệnh", "tổng tham mưu trưởng", "người phát ngôn", "phát ngôn viên",
)  # fmt: skip
_BODIES = (
    "tỉnh ủy", "thành ủy", "huyện ủy", "khu ủy", "quận ủy", "thị ủy", "châu ủy", "đảng ủy",
    "tỉnh", "thành phố", "huyện", "ubnd tỉnh", "ubnd thành phố", "ubnd huyện", "hđnd tỉnh",
    "trung ương đảng", "ban bí thư", "quốc hội", "chính phủ", "nước", "ban chấp hành",
)  # fmt: skip
_PLACES = (
    "tỉnh", "thành phố", "tp", "thị xã", "tx", "huyện", "quận", "thị trấn", "tt", "xã", "phường",
    "đặc khu", "đặc khu hành chính", "khu tự trị", "châu tự trị", "huyện tự trị", "châu", "khu",
    "khu vực", "vùng", "miền", "bang", "nước", "quốc gia", "thủ đô", "thủ phủ", "tỉnh lỵ", "làng",
    "thôn", "bản", "ấp", "cửa khẩu", "cửa khẩu quốc tế", "cửa khẩu chính", "cửa khẩu phụ",
    "cặp cửa khẩu", "lối mở", "sân bay", "sân bay quốc tế", "cảng", "ga", "sông", "núi", "đảo",
    "quần đảo", "hồ", "thác", "bán đảo", "đèo", "suối", "bến", "biển", "vịnh", "eo biển",
    "lãnh thổ", "địa khu", "trấn", "hương", "tp trực thuộc trung ương", "khu di tích", "đường",
    "phố", "cầu", "chùa",
)  # fmt: skip
# Without their marks these are too often the first word of a name: Bắc Từ Liêm, Chu Lai, Cổ Loa.
_SURE_WITH_MARKS_ONLY = frozenset(
    (
        "anh", "chị", "cô", "chú", "bác", "cụ", "thầy", "em", "cháu", "chúa", "vua", "bản", "hương",
        "châu", "trấn", "ga", "bến", "ấp", "phố", "đường", "cầu",
    )
)  # fmt: skip

_WITH_FULL_STOP = frozenset(("ô",))
"""Heads that are words of names as well, unless a full stop follows: Ô Môn."""

# Words that tell another thing of the same name: the station of Hà Nội is not Hà Nội.
_OWN_KINDS = {
    "gate": ("cửa khẩu", "cửa khẩu quốc tế", "cửa khẩu chính", "cửa khẩu phụ", "cặp cửa khẩu"),
    "crossing": ("lối mở",),
    "airport": ("sân bay", "sân bay quốc tế"),
    "port": ("cảng", "bến"),
    "station": ("ga",),
    "river": ("sông", "suối"),
    "mountain": ("núi", "đèo"),
    "island": ("đảo", "quần đảo"),
    "lake": ("hồ",),
    "waterfall": ("thác",),
    "sea": ("biển", "eo biển"),
    "bay": ("vịnh",),
    "region": ("bán đảo",),
    "site": ("khu di tích", "chùa"),
    "road": ("đường", "phố"),
    "bridge": ("cầu",),
}
_ORGANISATIONS = ("cơ quan", "tổ chức", "đoàn")
_OTHERS = ("sự kiện", "chương trình", "hội nghị", "chức vụ", "chức danh")

_HAN_HONORIFIC = re.compile("(?<=..)(?:同志|先生|女士|阁下|夫人|小姐|教授|博士|烈士)$")
_HAN_POST = re.compile(
    "(?:.{0,12}(?:书记|主席|总理|首相|总统|部长|外长|大使|总领事|省长|市长|县长|区长|州长|委员长|"
    "主任|院长|行长|校长|局长|司长|秘书长|发言人|代表|委员|上将|中将|少将|大将)|同志|先生|女士)(?=.{2,4}$)"
)
_EXTRA_COUNTRIES = {
    "china": "CN", "vietnam": "VN", "prc": "CN", "vn": "VN", "cn": "CN", "tq": "CN",
    "đài loan": "TW", "hồng kông": "HK", "ma cao": "MO", "cộng hòa nhân dân trung hoa": "CN",
    "chndth": "CN", "chnd trung hoa": "CN", "ch nhân dân trung hoa": "CN", "pr china": "CN",
    "mainland china": "CN", "trung quốc đại lục": "CN", "chxhcn việt nam": "VN",
    "chxhcnvn": "VN", "viet nam": "VN", "cộng hòa xã hội chủ nghĩa việt nam": "VN",
    "中华人民共和国": "CN", "越南社会主义共和国": "VN",
}  # fmt: skip


@cache
def _phrases(level: Fold) -> dict[str, str]:
    table: dict[str, str] = {}
    posts = [*_POSTS, *(f"{post} {body}" for post in _POSTS for body in _BODIES)]
    for type_, phrases in (
        ("PERSON", [*_HONORIFICS, *posts]),
        ("ORG", _ORGANISATIONS),
        ("", _OTHERS),
        ("PLACE", _PLACES),
    ):
        for phrase in phrases:
            if level is Fold.UNMARKED and phrase in _SURE_WITH_MARKS_ONLY:
                continue
            split = " ".join(word.text for word in words(phrase))
            table.setdefault(key(split, level), type_)
    return table


@cache
def _also_surnames(unmarked: bool) -> frozenset[str]:
    """Head words that are more often surnames, if they begin with a capital."""
    level = Fold.UNMARKED if unmarked else Fold.SPELLING
    surnames = {key(name, level) for name in wordlists("vi")["surnames"]}
    return frozenset(surnames - {key("ông", level)})


@cache
def _kinds(unmarked: bool) -> dict[str, str]:
    level = Fold.UNMARKED if unmarked else Fold.SPELLING
    return {key(head, level): kind for kind, heads in _OWN_KINDS.items() for head in heads}


@cache
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    lines = data_path("derived/countries.tsv").read_text(encoding="utf-8").splitlines()
    body = [line.split("\t") for line in lines if line and not line.startswith("#")]
    header = body[0]
    for row in body[1:]:
        cells = dict(zip(header, row, strict=False))
        names = [cells.get("vi", ""), cells.get("zh_hans", ""), cells.get("zh_hant", "")]
        names += [
            name
            for column in ("vi_alt", "zh_alt")
            for name in re.split(r"[;|]", cells.get(column, ""))
        ]
        for name in names:
            if name.strip():
                found.setdefault(_country_key(name), cells["iso2"])
                found.setdefault(key(name, Fold.UNMARKED), cells["iso2"])
    for name, code in _EXTRA_COUNTRIES.items():
        found.setdefault(_country_key(name), code)
    return found


def _country_key(text: str) -> str:
    folded = key(to_simplified(text), Fold.SPELLING).strip(" .")
    for head in ("nuoc ", "nước "):
        folded = folded.removeprefix(head)
    return folded

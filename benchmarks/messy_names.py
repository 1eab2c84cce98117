"""Names spoiled in 21 ways, as they stand in tables that many hands have typed, and impostors.

A reference table is drawn from the reviewed entries of the gazetteer; each cell is one of its rows
spoiled in one way, or a name that none of its rows means. A fixed seed gives the same cells.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz.process import extractOne

from hanviet import Gazetteer
from hanviet.linking.keys import bare_letters, spelled_key
from hanviet.orthography.pinyin import pinyin
from hanviet.orthography.traditional import to_traditional

SEED = 20261122
COUNTRIES = {"CN": ("Trung Quốc", "中国"), "VN": ("Việt Nam", "越南")}
SHARES = {"PERSON": 0.5, "PLACE": 0.33, "ORG": 0.06, "EVENT": 0.04, "TITLE": 0.07}
IMPOSTOR = "no_match"

TONES = "\u0300\u0301\u0303\u0309\u0323"
_PLACED = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "òe": "oè", "óe": "oé",
           "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ"}  # fmt: skip
_POSTS = ("Bí thư", "Bộ trưởng", "Thứ trưởng", "Chủ tịch", "đồng chí", "ông", "Đ/c", "Phó Chủ tịch",
          "Tiến sĩ", "Đại sứ")  # fmt: skip
_KINDS = {"province": "tỉnh", "prefecture": "thành phố", "city": "thành phố", "county": "huyện",
          "country": "nước", "border-gate": "cửa khẩu"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reference:
    """A row of the reference table."""

    number: int
    id: str
    type: str
    kind: str
    country: str
    vi: str
    zh: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A spoiled cell; `row` is the number of the reference row that it means, None for none."""

    text: str
    spoiled: str
    row: int | None


def reference_rows(rows: int, seed: int = SEED) -> tuple[list[Reference], list[Reference]]:
    """A table with no name twice, and as many entries again that are not in it."""
    chance = random.Random(seed)
    entries = [
        entry
        for entry in Gazetteer.load().entries.values()
        if (entry.status == "reviewed" and entry.country in COUNTRIES) or entry.type != "PERSON"
    ]
    taken: set[str] = set()
    inside: list[Reference] = []
    outside: list[Reference] = []
    for type_, share in SHARES.items():
        pairs = [
            (entry, pair.vi[0], pair.zh[0])
            for entry in entries
            if entry.type == type_
            for pair in entry.pairs[:1]
            if pair.vi and pair.zh and not pair.avoid
        ]
        chance.shuffle(pairs)
        fresh = []
        for entry, vi, zh in pairs:
            if not taken & {bare_letters(vi), zh}:
                taken |= {bare_letters(vi), zh}
                fresh.append((entry, vi, zh))
        wanted = round(rows * share)
        for group, start in ((inside, 0), (outside, wanted)):
            for entry, vi, zh in fresh[start : start + wanted]:
                group.append(
                    Reference(len(group), entry.id, type_, entry.kind, entry.country, vi, zh)
                )
    return inside, outside


def without_tones(text: str) -> str:
    """The text without tone marks."""
    parted = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(char for char in parted if char not in TONES))


def without_marks(text: str) -> str:
    """The text without any mark."""
    parted = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in parted if not unicodedata.combining(char))


def mistyped(text: str, chance: random.Random) -> str:
    """The text with one letter doubled, lost, changed or exchanged with the next."""
    places = [n for n in range(1, len(text) - 1) if text[n].isalpha() and text[n + 1].isalpha()]
    if not places:
        return text
    n = chance.choice(places)
    kind = chance.randrange(4)
    if kind == 0:
        return text[:n] + text[n] + text[n:]
    if kind == 1:
        return text[:n] + text[n + 1 :]
    if kind == 2:
        return text[:n] + chance.choice("bcdghklmnprstvx") + text[n + 1 :]
    return text[:n] + text[n + 1] + text[n] + text[n + 2 :]


def _replaced_once(text: str, table: dict[str, str]) -> str:
    for old, new in table.items():
        text = text.replace(old, new)
    return text


def _y_and_i(text: str) -> str:
    words = []
    for word in text.split():
        plain = without_marks(word).lower()
        parted = unicodedata.normalize("NFD", word)
        if len(plain) in (2, 3) and plain[-1] in "iy" and plain[-2] in "hklmst":
            other = {"i": "y", "y": "i"}[plain[-1]]
            at = max(parted.rfind("i"), parted.rfind("y"))
            parted = parted[:at] + other + parted[at + 1 :]
        words.append(unicodedata.normalize("NFC", parted))
    return " ".join(words)


def _separated(text: str, chance: random.Random) -> str:
    return text.replace(" ", chance.choice(["-", " - ", "_", "  ", "\u00a0", "–"]))


def _prefixed(row: Reference, chance: random.Random) -> str:
    if row.type == "PERSON":
        return f"{chance.choice(_POSTS)} {row.vi}"
    if row.type == "PLACE":
        return f"{_KINDS.get(row.kind, 'khu vực')} {row.vi}"
    return f"{ {'ORG': 'cơ quan', 'EVENT': 'sự kiện', 'TITLE': 'chức vụ'}[row.type] } {row.vi}"


def _shortened(text: str, chance: random.Random, *, all_but_last: bool) -> str:
    words = text.split()
    if len(words) < 2:
        return text
    count = len(words) - 1 if all_but_last else 1
    letters = [word[0] + "." for word in words[:count]]
    if not all_but_last and chance.random() < 0.25 and words[0].startswith("Ng"):
        letters = ["Ng."]
    return " ".join([*letters, *words[count:]])


def _in_pinyin(row: Reference) -> str:
    return pinyin(row.zh, kind=row.type)


def _with_country(row: Reference, chance: random.Random) -> str:
    if row.country not in COUNTRIES:
        return row.vi
    vi, _ = COUNTRIES[row.country]
    return chance.choice(["{} ({})", "{}, {}", "{} - {}", "{} [{}]"]).format(row.vi, vi)


Spoil = Callable[[Reference, random.Random], str]

WAYS: dict[str, Spoil] = {
    "no_diacritics": lambda row, _: without_marks(row.vi),
    "no_tones": lambda row, _: without_tones(row.vi),
    "nfd": lambda row, _: unicodedata.normalize("NFD", row.vi),
    "tone_placement": lambda row, _: _replaced_once(row.vi, _PLACED),
    "y_i": lambda row, _: _y_and_i(row.vi),
    "all_caps": lambda row, _: row.vi.upper(),
    "lower_case": lambda row, _: row.vi.lower(),
    "typo1": lambda row, chance: mistyped(row.vi, chance),
    "nodia_typo": lambda row, chance: mistyped(without_marks(row.vi), chance),
    "hyphen_space": lambda row, chance: _separated(row.vi, chance),
    "prefixed": _prefixed,
    "prefix_caps_nodia": lambda row, chance: without_marks(_prefixed(row, chance)).upper(),
    "with_country": _with_country,
    "abbrev": lambda row, chance: _shortened(row.vi, chance, all_but_last=False),
    "initials": lambda row, chance: _shortened(row.vi, chance, all_but_last=True),
    "traditional": lambda row, _: to_traditional(row.zh, person=row.type == "PERSON"),
    "pinyin_tones": lambda row, _: _in_pinyin(row),
    "pinyin_plain": lambda row, _: without_marks(_in_pinyin(row)),
    "pinyin_joined": lambda row, chance: (
        without_marks(_in_pinyin(row)).replace(" ", chance.choice(["", "", "-"])).lower()
    ),
    "mixed_vi_zh": lambda row, chance: chance.choice(
        ["{}/{}", "{}, {}", "{} ({})", "{} {}", "{} - {}"]
    ).format(row.vi, row.zh),
    "mixed_zh_pinyin": lambda row, chance: chance.choice(["{} {}", "{} ({})", "{}/{}"]).format(
        row.zh, without_marks(_in_pinyin(row))
    ),
}
"""Name of the way to the function that spoils; it may leave a name as it is, which is then passed
over."""

_OF_PEOPLE_AND_PLACES = frozenset({"abbrev", "initials", "with_country", "pinyin_joined",
                                   "pinyin_plain", "pinyin_tones", "mixed_zh_pinyin"})  # fmt: skip


def messy_cells(
    inside: list[Reference], outside: list[Reference], each: int, impostors: int, seed: int = SEED
) -> list[Cell]:
    """Cells spoiled in every way, `each` of one, and impostors."""
    chance = random.Random(seed + 1)
    cells = []
    for way, spoil in WAYS.items():
        rows = [
            row
            for row in inside
            if way not in _OF_PEOPLE_AND_PLACES or row.type in ("PERSON", "PLACE")
        ]
        chance.shuffle(rows)
        made = 0
        for row in rows:
            text = spoil(row, chance)
            if made < each and text not in (row.vi, row.zh):
                cells.append(Cell(text, way, row.number))
                made += 1
    return [*cells, *_impostors(inside, outside, impostors, chance)]


def _impostors(
    inside: list[Reference], outside: list[Reference], count: int, chance: random.Random
) -> list[Cell]:
    """Names that no row means: other entries, the nearest first, then people with another syllable.

    A third of the latter differ in a mark only. They show a mark, since without any they would be
    what `no_diacritics` makes of the row.
    """
    known = {letters for row in inside for letters in _cores(row.vi)}
    names = [row.vi for row in inside]
    strangers = [row for row in outside if not known & _cores(row.vi)]
    strangers.sort(key=lambda row: (-(extractOne(row.vi, names) or ("", 0, 0))[1], row.id))
    made = [Cell(row.vi, IMPOSTOR, None) for row in strangers[: count // 3]]
    made += [Cell(row.zh, IMPOSTOR, None) for row in strangers[count // 3 : count // 2]]
    people = [row for row in inside if row.type == "PERSON" and row.country in COUNTRIES]
    syllables = sorted({word for row in inside + outside if row.type == "PERSON"
                        for word in row.vi.split()[1:]})  # fmt: skip
    taken = {spelled_key(name) for name in names}
    while len(made) < count:
        words = chance.choice(people).vi.split()
        place = chance.randrange(1, len(words))
        only_marks = len(made) % 3 == 0
        others = [
            word for word in syllables
            if word != words[place]
            and only_marks == (bare_letters(word) == bare_letters(words[place]))
        ]  # fmt: skip
        if others:
            words[place] = chance.choice(others)
            text = " ".join(words)
            if spelled_key(text) not in taken and text != without_marks(text):
                made.append(Cell(text, IMPOSTOR, None))
    return made


def _cores(text: str) -> set[str]:
    """The letters of a name, and of the same without words for what it is."""
    return {bare_letters(text), *(bare_letters(text.lower().removeprefix(kind))
                                  for kind in (*_KINDS.values(), "khu vực", "lối mở"))}  # fmt: skip

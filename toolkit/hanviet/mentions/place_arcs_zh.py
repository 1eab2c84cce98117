"""Places of Chinese text that no list has, each with its bits: 板榄镇, 都柳江, 莲侬瀑布.

A place is a name of one to four characters and a suffix. Its weight is that of the suffix, of the
characters in names of places, and of what stands on either side; the reading of the clause decides
between it, a person (古宜|河) and words (边境|村).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Container, Mapping
from functools import cache
from math import log2

from hanviet.mentions.place_suffixes_zh import HELD, OF_DIVISIONS, SUFFIXES
from hanviet.mentions.wordlists import either, wordlists
from hanviet.readings.statistics_zh import (
    surname_weights,
    transcription_weights,
    word_weights,
)
from hanviet.readings.table import place_character_counts

PLACE = -8.0
"""Bits for one word being a place in no list."""

AFTER_PLACE = 6.0
"""Bits for a place right before, which may hold it: 广西|板榄镇."""

AFTER_ITS_DIVISION = 8.0
"""Bits for a river, mountain or sight after one: 弥勒市|太平湖."""

AFTER_DIVISION = 10.0
"""Bits for one with a suffix before: 融安县|板榄镇."""

DIVISION = -14.0
"""Bits of a full name that the tables of divisions have."""

BESIDE_PLACE = 4.0
"""Bits for a place before, a sign of a list between."""

AFTER_WORD = 3.0
"""Bits for a word right before that takes a place: 位于, 来到."""

BEFORE_WORD = 4.0
"""Bits for a word right after that places have: 位于, 村民, 上游."""

KNOWN_AGAIN = -15.0
"""Bits of a name that was found elsewhere in the document."""

AT_EDGE = 1.5
"""Bits for punctuation on a side."""

BARE_TOWN = -18.0
"""Bits of the long name of a town without its suffix."""

ALONE = 5.0
"""Bits for all that stands between two signs, if it begins as no person does: (贺江)."""

_UNSEEN = 0.3
_TRANSCRIBED = -5.0
_LONGEST_STEM = 4
_LONGEST_DIVISION = 5
_LONG_STEM = 3
_STEMS = (0.0, -4.5, -0.7, -2.5, -5.0)
"""Bits of a name of so many characters before the suffix."""

_ONE_ALONE = -6.0
"""Bits of a name of one character that nothing around speaks for: 走过|傍山."""

_ONE_BEFORE_NO_FEATURE = -7.5
"""Bits of a name of one character that is no river's or mountain's: 主|瀑布, 洗|村."""

_WORD_STEMS = ((-16.0, -9.0), (-19.0, -5.0), (-99.0, -1.5))
"""Bits of a name that is a word, by how common: 边境|村."""

_COMMON_WHOLE = -19.5
"""Bits of a word from which it is no name, its suffix included: 山村, 江河."""

_COMMON_SURNAME = -9.0
_COMMON_STEM = -16.0
_FACILITY_OF_A_WORD = -5.0
_KNOWN_INSIDE = -4.0
_KNOWN = -14.0
"""Bits of a listed place that a suffix makes another: 东兴|镇."""

RARE_WORD = -18.0
_BEGINS_WITH_WORD = -5.0
_NO_PLACE = -8.0
_COMMITTEE = "委会"
_COMMUNE = "社"
_SHORT = 2
_RARE_WHOLE = -18.0
_IN_DICTIONARY = -4.0
"""Bits of a river or mountain that the dictionary of words has: 湘江."""

_SUFFIX_INSIDE = -6.0
_SUFFIX_FIRST = -8.0
_UNNAMED = re.compile(
    "[一二三四五六七八九十百千两各多全几数个条座处该本某每这此些名家等的了过着级型性式类]$|^[该各每某这此些等丨的在于是被将对从以之其处经接访仅叫沿]|^[东西南北]起|^[东西南北中]部|.[和与及于的在是].|丨"
)
_FIRST_HAN = "\u3400"
_DIVIDING = frozenset("省市县区镇乡村屯")
_SMALL = frozenset("县镇乡村屯")
JOINING = frozenset("和与及至到等往由驻辖经沿")
"""Characters after a place that begin no name which it holds."""

_HALVES = frozenset("中越老缅柬泰日韩美英法德俄印朝蒙桂滇粤港澳台")
_FEATURES = frozenset("江河湖山岭岛峰")

_PARTS = frozenset(["县", "镇", "乡", "村", "屯", "寨", "社区", "街道", "坊", "旗", "社"])
_STREETS = frozenset(["大道", "街", "广场", "大桥", "公园", "站"])
"""Suffixes that a body may stand before: 东盟|大道."""

_WATERS = frozenset("江河湖")
_WATER = re.compile("水(?![位质系])")


class _Model:
    """The tables, joined so that a character is looked up once."""

    def __init__(self) -> None:
        counts = place_character_counts()
        firsts = sum(count[0] for count in counts.values())
        lasts = sum(count[2] for count in counts.values())
        self.first = {c: log2((n[0] + _UNSEEN) / firsts) for c, n in counts.items()}
        self.last = {c: log2((n[2] + _UNSEEN) / lasts) for c, n in counts.items()}
        self.floor = log2(_UNSEEN / firsts)
        self.transcription = transcription_weights()
        self.words = word_weights()
        self.surnames = {name for name, bits in surname_weights().items() if bits > _COMMON_SURNAME}
        self.never = wordlists("zh")["no_places"]
        suffixes = sorted(SUFFIXES, key=len, reverse=True)
        self.suffixes = re.compile(f"(?=({either([*suffixes, *sorted(OF_DIVISIONS)])}))")
        self.held = re.compile("|".join(HELD))
        self.before = re.compile(either(sorted(wordlists("zh")["before_places"], key=len)[::-1]))
        self.after = re.compile(either(sorted(wordlists("zh")["after_places"], key=len)[::-1]))

    def name(self, stem: str) -> float:
        """Bits of the characters of a name without its suffix."""
        first, last, floor = self.first, self.last, self.floor
        bits = first.get(stem[0], floor)
        if len(stem) > 1:
            bits += last.get(stem[-1], floor)
            for char in stem[1:-1]:
                bits += max(first.get(char, floor), last.get(char, floor))
        given = self.transcription
        foreign = _TRANSCRIBED + sum(given.get(char, floor) for char in stem)
        return max(bits, foreign)


@cache
def _model() -> _Model:
    return _Model()


def place_arcs(
    text: str,
    known: Mapping[int, Collection[int]],
    bodies: Mapping[int, Collection[int]],
    divisions: Container[str],
) -> dict[int, list[tuple[int, float]]]:
    """Find the places that may begin at each index of a text.

    Args:
        text: Folded text, simplified.
        known: Ends of known places by where they begin.
        bodies: Ends of known bodies by where they begin.
        divisions: Full names of the tables of divisions.

    Returns:
        Where each may end, with its bits, those of its surroundings included.
    """
    model = _model()
    ends = {end for stops in known.values() for end in stops}
    arcs: dict[int, list[tuple[int, float]]] = defaultdict(list)
    found = {match.span(1): match[1] for match in model.suffixes.finditer(text)}
    _townships(model, text, divisions, arcs)
    if not found:
        return arcs
    led = {match.end() for match in model.before.finditer(text)}
    for (at, stop), suffix in found.items():
        if suffix in OF_DIVISIONS:
            for begin in range(max(at - _LONGEST_DIVISION, 0), at - 1):
                if text[begin:stop] in divisions and text[begin:stop] not in model.never:
                    arcs[begin].append((stop, DIVISION))
            continue
        bits, barred = SUFFIXES[suffix]
        after = text[stop : stop + 1]
        if (
            after
            and after in barred
            and not (
                (suffix in _WATERS and after == "畔")
                or text.startswith(_COMMITTEE, stop)  # 爱春村|委会
                or _begins_known(text, stop, known, divisions)
            )
        ):
            continue
        if suffix in _WATERS and _WATER.match(text, stop):
            continue
        bits += PLACE
        led_after = True
        closed = not _FIRST_HAN <= after <= "\u9fff"
        if closed:
            bits += AT_EDGE
        elif (suffix in _WATERS and after == "畔") or text.startswith(_COMMITTEE, stop):
            bits += 4 * BEFORE_WORD  # 南溪河|畔: no bank of 南溪
        elif model.after.match(text, stop):
            bits += BEFORE_WORD
        else:
            led_after = False
        for begin in range(at - 1, max(at - _LONGEST_STEM, 0) - 1, -1):
            if not _FIRST_HAN <= text[begin] <= "\u9fff":
                break
            named = at in known.get(begin, ())
            if named and text[at - 1] in _DIVIDING and stop - at == 1:
                continue  # 贵港市|港北
            if named or (suffix in _STREETS and at in bodies.get(begin, ())):
                arcs[begin].append((stop, bits + _KNOWN - PLACE))
                continue
            if suffix == _COMMUNE and not (begin in ends and text[begin - 1] in "县郡市"):
                continue  # 洪玛耐和社|德他
            if any(stop in known.get(mid, ()) for mid in known.get(begin, ())):
                continue  # 巴刹|红河
            weight = _whole(model, text, begin, at, stop)
            if weight is None:
                continue
            if (stop - begin > _SHORT or begin in ends) and text[begin:stop] in divisions:
                weight = max(weight, DIVISION - bits)
            elif any(index in known for index in range(begin + 1, at)):
                weight += _KNOWN_INSIDE * (stop - at)
            before = text[begin - 1 : begin]
            if text[begin] in JOINING:
                weight += 0.0
            elif begin in ends:
                part = before in _DIVIDING and suffix in _PARTS
                whole = before in _DIVIDING and at - begin > 1
                weight += AFTER_DIVISION if part else AFTER_ITS_DIVISION if whole else AFTER_PLACE
            elif before in _SIGNS and begin - 1 in ends:
                weight += BESIDE_PLACE
            elif not _FIRST_HAN <= before <= "\u9fff":
                alone = closed and suffix in _FEATURES
                weight += ALONE if alone and text[begin] not in model.surnames else AT_EDGE
            elif begin in led:
                weight += AFTER_WORD
            elif at - begin == 1 and not led_after:
                weight += _ONE_ALONE
            arcs[begin].append((stop, bits + weight))
    for match in model.held.finditer(text):
        for begin in range(max(match.start() - _LONGEST_STEM, 0), match.start() - 1):
            if begin in ends or text[begin - 1 : begin] in _DIVIDING:
                stem = text[begin : match.start()]
                weight = _STEMS[min(len(stem), _LONGEST_STEM)] + model.name(stem)
                if stem not in model.never and not _UNNAMED.search(stem):
                    arcs[begin].append((match.start(), PLACE + AFTER_ITS_DIVISION + weight))
    return arcs


def _townships(
    model: _Model,
    text: str,
    divisions: Container[str],
    arcs: dict[int, list[tuple[int, float]]],
) -> None:
    """Add towns by their long names without the suffix: 贡山县城至|丙中洛|段."""
    for begin in range(len(text) - _LONG_STEM + 1):
        stem = text[begin : begin + _LONG_STEM]
        if (
            (stem + "镇" in divisions or stem + "乡" in divisions)
            and stem[0] not in model.surnames
            and stem not in model.words
            and stem[:_SHORT] not in model.words
            and stem[1:] not in model.words
        ):
            arcs[begin].append((begin + _LONG_STEM, BARE_TOWN))


def again(
    text: str,
    arcs: dict[int, list[tuple[int, float]]],
    found: Collection[tuple[int, int]],
) -> set[int]:
    """Let the places that were found be known wherever they stand, short forms as well.

    Args:
        text: Folded text.
        arcs: What `place_arcs` gave; names are added.
        found: Where places in no list were found.

    Returns:
        Where names that were added begin.
    """
    model = _model()
    names = {text[begin:end]: "" for begin, end in found}
    for name in [*names]:
        suffix = max((one for one in SUFFIXES if name.endswith(one)), key=len, default="")
        if suffix not in _PARTS:
            continue
        stem = name.removesuffix(suffix)
        if len(stem) >= _SHORT and stem not in model.words and stem not in model.never:
            names.setdefault(stem, suffix)  # 刺树丫口 of 刺树丫口村
    begins = set()
    for name, suffix in names.items():
        at = text.find(name)
        barred = next((SUFFIXES[one][1] for one in _PARTS if name.endswith(one)), "")
        while at >= 0:
            end = at + len(name)
            whole = suffix and text.startswith(suffix + _COMMITTEE, end)  # 力透底|村委会
            other_word = text[end : end + 1] and text[end] in barred  # 桃园|县长
            if text.startswith(_COMMITTEE, end) or not (whole or other_word):
                arcs[at].append((end, KNOWN_AGAIN))
                begins.add(at)
            at = text.find(name, at + 1)
    return begins


_SIGNS = frozenset("、和与及")


def _begins_known(
    text: str, index: int, known: Mapping[int, Collection[int]], divisions: Container[str]
) -> bool:
    """Whether a place begins here: 融安县|长安镇 has no 县长."""
    return index in known or text[index : index + 3] in divisions


def _whole(model: _Model, text: str, begin: int, at: int, stop: int) -> float | None:
    """Bits of a name with its suffix, None for what cannot be one."""
    stem, name = text[begin:at], text[begin:stop]
    if name in model.never or stem in SUFFIXES or _UNNAMED.search(stem):
        return None
    if stop - at > 1 and _HALVES.issuperset(stem):
        return None  # 中越|国际口岸
    if len(stem) > _SHORT and stem[-_SHORT:] in model.never:
        return None  # 森林|康养度假区
    if any(name[-width:] in model.never for width in range(stop - at + 1, len(name))):
        return None  # 越|边境口岸
    known = model.words.get(name)
    bits = _STEMS[at - begin] + model.name(stem)
    if stem in model.never:
        bits += _NO_PLACE
    if known is not None and known > _COMMON_WHOLE:
        if known > _RARE_WHOLE or at - begin > 1 or name[-1] not in _FEATURES:
            return None
        bits += _IN_DICTIONARY
    if at - begin > 1:
        common = model.words.get(stem)
        if common is not None:
            bits += next(cost for least, cost in _WORD_STEMS if common > least)
            if stop - at > 1 and common > _COMMON_STEM:
                bits += _FACILITY_OF_A_WORD  # 立足|口岸
        elif len(stem) > _SHORT and model.words.get(stem[:2], RARE_WORD) > RARE_WORD:
            bits += _BEGINS_WITH_WORD  # 支流|大年河
        elif len(stem) > _SHORT and model.words.get(stem[-2:], RARE_WORD) > RARE_WORD:
            bits += _BEGINS_WITH_WORD  # 大|跨国|瀑布
        if not _DIVIDING.isdisjoint(stem[1:]):
            bits += _SUFFIX_INSIDE * (1 if _SMALL.isdisjoint(stem[1:]) else 2)
    elif stop - at > 1 or name[-1] not in _FEATURES:
        bits += _ONE_BEFORE_NO_FEATURE
    if stem[0] in _DIVIDING:
        bits += _SUFFIX_FIRST
    return bits

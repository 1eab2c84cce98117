"""Chinese characters to pinyin, as names are written in it (GB/T 16159-2012, GB/T 28039-2011).

Persons: surname and given name, each one word: `Ōuyáng Xiū`. Places: one word, generic parts
apart: `Guǎngxī Zhuàngzú Zìzhìqū`. Bodies, events and posts: words apart. Tones are those of
citation (no sandhi), the neutral tone has no mark, an apostrophe parts a syllable that starts
with a, e or o from the one before. Readings come from pypinyin's phrases, after our own tables
of surnames, given names and places.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from hanviet.data import read_sections
from hanviet.orthography.chinese import HAN_RUN, has_han, to_simplified
from hanviet.orthography.pinyin_input import parse_pinyin
from hanviet.orthography.pinyin_readings import (
    OVERRIDES,
    SURNAMES,
    char_readings,
    given_readings,
    numbered,
    place_readings,
)
from hanviet.orthography.pinyin_syllable import NEUTRAL, with_mark
from hanviet.orthography.pinyin_words import (
    is_conjunction,
    is_ordinal,
    is_pair_of_states,
    proper_places,
    words_of,
)

__all__ = ["char_readings", "pinyin", "pinyin_syllables"]

_LENGTH_WITH_DOUBLE = 4  # of a name with a double or Japanese surname: 田中禾 is 田 中禾
_COMPOUND_SURNAMES = "readings/compound-surnames.yaml"

# Dots between the parts of a foreign name.
_DOT = re.compile("[·•・‧∙．]")
_ONE_HAN = HAN_RUN.pattern.removesuffix("+")
_SPACE_BETWEEN_HAN = re.compile(rf"(?<={_ONE_HAN})\s+(?={_ONE_HAN})")

# Chinese punctuation to what pinyin text has; a space where a word boundary is.
_PUNCTUATION = str.maketrans(
    {"，": ", ", "、": ", ", "。": ". ", "：": ": ", "；": "; ", "（": " (", "）": ") "}
    | {"《": " 《", "》": "》 ", "“": " “", "”": "” ", "—": "–", "－": "-", "　": " "}
)
_JOIN = "\x1f"  # between pieces, until it is known whether a space belongs there
_NO_SPACE = re.compile(rf"{_JOIN}*(?<![ ])([-‐–/'’])(?![ ]){_JOIN}*")

# Characters that transliterate foreign names; a name of three or more of these alone has no
# Chinese surname, unless it starts with one of the few that are common surnames as well.
_TRANSLITERATING = frozenset(
    "阿埃艾奥巴拜本比彼伯博布查达戴德登迪蒂丁多厄尔恩法菲费弗夫福盖戈格古哈海赫胡基吉加杰金卡凯考科克肯库"
    "拉莱兰朗劳勒雷里利列林龙卢鲁路伦罗洛马麦曼梅米莫姆穆纳内尼诺帕佩皮珀普奇乔切瑞萨塞森沙绍舍申史士斯苏索塔"
    "泰坦特提图托瓦维韦温文沃乌西希谢辛休雅亚延扬耶伊因泽扎詹茨朱兹连"
)
_SURNAMES_AMONG_THEM = frozenset(
    "艾巴白戴丁古哈海胡吉金雷林龙卢鲁路伦罗洛马麦梅米莫穆尼乔史苏温文沙申谢辛伊詹朱连"
)


def pinyin(text: str, *, kind: str = "PERSON") -> str:
    """Write a Chinese name in pinyin with tone marks.

    Args:
        text: A name in either script. What is not Chinese stays, with Chinese punctuation made
            Western. The parts of a foreign name (`唐纳德·特朗普`) become words without a dot.
        kind: `PERSON`, `PLACE`, `ORG`, `EVENT` or `TITLE`: which rules of spacing, capitals and
            reading apply. Posts are lower case but for proper names in them.

    Returns:
        The pinyin in NFC.

    >>> pinyin("欧阳修"), pinyin("西安", kind="PLACE"), pinyin("县委书记", kind="TITLE")
    ('Ōuyáng Xiū', "Xī'ān", 'xiànwěi shūjì')
    """
    if not has_han(text):
        return text
    if kind == "PERSON":
        parts = _person_parts(text)
        words_of_part = _person_words if len(parts) == 1 else _foreign_word
        return " ".join(_in_pinyin(part, words_of_part) for part in parts)

    def words_of_kind(run: str) -> str:
        return _words_in_pinyin(run, kind)

    return _in_pinyin(text, words_of_kind)


def pinyin_syllables(text: str, *, kind: str = "PERSON") -> tuple[str, ...]:
    """Read every Chinese character of a name.

    Args:
        text: A name in either script.
        kind: As in `pinyin`.

    Returns:
        One numbered syllable per Chinese character, `v` for ü, 5 for the neutral tone; the
        character itself where no reading is known. What is not Chinese is left out.

    >>> pinyin_syllables("吕刚"), pinyin_syllables("六安", kind="PLACE")
    (('lv3', 'gang1'), ('lu4', 'an1'))
    """
    if kind != "PERSON":
        runs = HAN_RUN.findall(text)
        return tuple(syllable for run in runs for syllable in place_readings(run))
    parts = _person_parts(text)
    runs = [run for part in parts for run in HAN_RUN.findall(part)]
    if len(parts) > 1:
        return tuple(syllable for run in runs for syllable in given_readings(run))
    return tuple(s for run in runs for word in _person(run) for s in word.syllables)


@dataclass(frozen=True)
class _Word:
    """A word of a person's name; `hyphened` joins two surnames, 林郑 `Lín-Zhèng`."""

    syllables: tuple[str, ...]
    hyphened: bool = False

    def written(self) -> str:
        if self.hyphened:
            return "-".join(_capitalised(_joined((syllable,))) for syllable in self.syllables)
        return _capitalised(_joined(self.syllables))


def _person_parts(text: str) -> list[str]:
    """Part a foreign name at its dots; close up a Chinese one that was typed with a space."""
    parts = [part.strip() for part in _DOT.split(text)]
    parts = [part for part in parts if part]
    return parts if len(parts) > 1 else [_SPACE_BETWEEN_HAN.sub("", part) for part in parts]


def _person_words(run: str) -> str:
    return _printed_person(run) or " ".join(word.written() for word in _person(run))


def _foreign_word(run: str) -> str:
    return _Word(given_readings(run)).written()


def _printed_person(run: str) -> str:
    # As given too: t2s merges rare characters (犛 into 牦).
    persons = read_sections(OVERRIDES)["persons"]
    return persons.get(run) or persons.get(to_simplified(run), "")


@lru_cache(maxsize=8192)
def _person(run: str) -> tuple[_Word, ...]:
    """Read a name of Chinese characters word by word."""
    simplified = to_simplified(run)
    known = _known_person(run)
    if known:
        return (_Word(known),)
    surname = _surname(simplified)
    size = len(surname.syllables)
    rest = run[size:]
    words = [surname] if size else []
    if rest.startswith("氏") and size:
        words.append(_Word(("shi4",)))
        rest = rest[1:]
    if rest:
        words.append(_Word(given_readings(rest)))
    return tuple(words)


def _known_person(run: str) -> tuple[str, ...]:
    for reading in parse_pinyin(_printed_person(run)):
        if len(reading.syllables) == len(run):
            pairs = zip(reading.syllables, reading.tones, strict=True)
            return tuple(f"{letters}{tone or NEUTRAL}" for letters, tone in pairs)
    return ()


def _surname(name: str) -> _Word:
    """Read the surname at the head of a name in simplified characters; empty if it has none."""
    compounds = read_sections(_COMPOUND_SURNAMES)
    for head in (name[:3], name[:2]):
        for section, table in compounds.items():
            if head in table and (section == "compound" or len(name) >= _LENGTH_WITH_DOUBLE):
                return _Word(numbered(table[head]), hyphened=section == "double")
    if len(name) == 1 or not _is_transliterated(name):
        reading = read_sections(SURNAMES)["surnames"].get(name[0])
        return _Word(numbered(reading) if reading else given_readings(name[0]))
    return _Word(())


def _is_transliterated(name: str) -> bool:
    if len(name) < 3 or not _TRANSLITERATING.issuperset(name):
        return len(name) > 4
    return len(name) > 3 or name[0] not in _SURNAMES_AMONG_THEM


def _words_in_pinyin(run: str, kind: str) -> str:
    syllables = place_readings(run)
    written = []
    start = 0
    words = words_of(to_simplified(run), kind=kind)
    for word, proper in zip(words, proper_places(words), strict=True):
        part = syllables[start : start + len(word)]
        start += len(word)
        if kind != "PLACE" and is_ordinal(word):
            ordinal = f"{_joined(part[:1])}-{_joined(part[1:])}"
            written.append(ordinal if kind == "TITLE" else _capitalised(ordinal))
        elif is_pair_of_states(word):
            written.append("-".join(_capitalised(_joined((syllable,))) for syllable in part))
        elif (kind == "TITLE" and not proper) or (
            kind == "PLACE" and len(word) < start < len(run) and is_conjunction(word)
        ):
            written.append(_joined(part))
        else:
            written.append(_capitalised(_joined(part)))
    return " ".join(written)


def _in_pinyin(text: str, words_in_pinyin: Callable[[str], str]) -> str:
    """Put pinyin for the Chinese runs of a text; tidy what stands between them."""
    pieces = []
    end = 0
    for match in HAN_RUN.finditer(text):
        pieces += [text[end : match.start()].translate(_PUNCTUATION), words_in_pinyin(match[0])]
        end = match.end()
    pieces.append(text[end:].translate(_PUNCTUATION))
    joined = _NO_SPACE.sub(r"\1", _JOIN.join(piece for piece in pieces if piece))
    spaced = re.sub(rf"[ {_JOIN}]+", " ", joined).strip()
    spaced = re.sub(r" +([,.:;)》”!?])", r"\1", spaced)
    return re.sub(r"([(《“]) +", r"\1", spaced)


def _joined(syllables: tuple[str, ...]) -> str:
    word = ""
    for syllable in syllables:
        word += ("'" if word and syllable[0] in "aeo" else "") + with_mark(syllable)
    return word


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]

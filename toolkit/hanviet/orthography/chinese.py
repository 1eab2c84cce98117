"""Chinese characters: what is one, which script a text is in, and its simplified form.

A character counts as *simplified only* or *traditional only* by the character standards of the
two writing systems: GB/T 2312 holds what simplified text uses, level 1 of Big5 what traditional
text uses every day. So 后, 里, 干, 台 (in both) tell nothing, 国 and 國 do.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

# Blocks of CJK ideographs (Unicode 16): URO, extensions A to J, compatibility ideographs and
# their supplement, and 〇. Radicals, strokes and the iteration mark 々 are no ideographs.
_HAN_CLASS = (
    "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0002a6df\U0002a700-\U0002ebef\U0002ebf0-\U0002ee5f"
    "\U0002f800-\U0002fa1f\U00030000-\U0003134f\U00031350-\U000323af\U000323b0-\U0003347f"
)
HAN_RUN = re.compile(f"[{_HAN_CLASS}]+")
"""A longest run of Chinese characters."""

_FROM_HAN = re.compile("[^\x00-\u3006]")
"""Where the first ideograph may stand: one range is looked for five times as fast as fourteen."""

# The middle dot U+30FB stands in the katakana block, but Chinese text uses it too.
_KANA = re.compile(
    "[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f]"
)

_BIG5_LEVEL_1 = range(0xA440, 0xC67F)


class Script(Enum):
    """The script of a text, as far as its characters tell.

    `NONE`: no Chinese character; `COMMON`: Chinese, written alike in both scripts; `HANS`:
    simplified; `HANT`: traditional; `MIXED`: characters of both; `JAPANESE`: kana present
    (callers refuse it).
    """

    NONE = "none"
    COMMON = "common"
    HANS = "hans"
    HANT = "hant"
    MIXED = "mixed"
    JAPANESE = "japanese"


def is_han(char: str) -> bool:
    """Say whether one character is a Chinese ideograph.

    Args:
        char: One code point.

    Returns:
        True for the ideographs of all blocks and for 〇; False for 々, kana and punctuation.

    >>> is_han("刚"), is_han("々")
    (True, False)
    """
    return len(char) == 1 and HAN_RUN.match(char) is not None


def has_han(text: str) -> bool:
    """Say whether a Chinese ideograph stands anywhere in the text.

    >>> has_han("ông 陈刚"), has_han("Trần Cương")
    (True, False)
    """
    first = _FROM_HAN.search(text)
    return first is not None and HAN_RUN.search(text, first.start()) is not None


def script_of(text: str) -> Script:
    """Tell the script of a text.

    Args:
        text: Any text; what is not Chinese is ignored, but kana make it Japanese.

    Returns:
        The script; see `Script`.

    >>> [script_of(name).name for name in ("陈刚", "陳剛", "王后", "陈剛")]
    ['HANS', 'HANT', 'COMMON', 'MIXED']
    """
    if _KANA.search(text):
        return Script.JAPANESE
    marks = {_script_of_char(char) for run in HAN_RUN.findall(text) for char in run}
    if not marks:
        return Script.NONE
    if {Script.HANS, Script.HANT} <= marks:
        return Script.MIXED
    return next(iter(marks - {Script.COMMON}), Script.COMMON)


_OF_NAMES = frozenset("昇陞")


def to_simplified(text: str) -> str:
    """Write Chinese in simplified characters; everything else stays as it is.

    Args:
        text: Any text.

    Returns:
        The text with OpenCC's `t2s` applied, of the same length in code points.

    >>> to_simplified("陳剛"), to_simplified("Trần Cương")
    ('陈刚', 'Trần Cương')
    """
    if not has_han(text):
        return text
    converted = opencc_convert("t2s", text)
    if len(converted) == len(text):
        return converted
    # Offsets must hold, so a phrase rule that changes the length gives way to single characters.
    return "".join(simplified_char(char) for char in text)


def simplified_name(name: str) -> str:
    """Write a person's name in simplified characters.

    The standard of 2013 (Tongyong Guifan Hanzi Biao) restored 昇 and 陞 for names, which `t2s`
    makes 升; what a person is called is not another's character.

    >>> simplified_name("尹昇"), simplified_name("陳昇")
    ('尹昇', '陈昇')
    """
    simple = to_simplified(name)
    if _OF_NAMES.isdisjoint(name) or len(simple) != len(name):
        return simple
    return "".join(old if old in _OF_NAMES else new for old, new in zip(name, simple, strict=True))


@lru_cache(maxsize=32768)
def simplified_char(char: str) -> str:
    """Give the simplified form of a single character, whatever its neighbours.

    >>> simplified_char("剛")
    '刚'
    """
    converted = opencc_convert("t2s", char)
    return converted if len(converted) == 1 else char


def opencc_convert(scheme: str, text: str) -> str:
    """Apply one of OpenCC's conversions.

    Args:
        scheme: OpenCC's name of it: `t2s`, `s2t`, `s2tw`, `s2hk`, `t2tw`, `t2hk`.
        text: Any text; lone surrogates and NUL, which OpenCC can't take, are kept as they are.

    Returns:
        The converted text.

    >>> opencc_convert("s2t", "刚")
    '剛'
    """
    pieces = _NOT_FOR_OPENCC.split(text)
    return "".join(
        piece if index % 2 else _converter(scheme).convert(piece)
        for index, piece in enumerate(pieces)
        if piece
    )


_NOT_FOR_OPENCC = re.compile(r"([\x00\ud800-\udfff]+)")


@cache
def _converter(scheme: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(scheme)


@lru_cache(maxsize=32768)
def _script_of_char(char: str) -> Script:
    if simplified_char(char) != char:
        return Script.COMMON if _in_gb2312(char) else Script.HANT
    if opencc_convert("s2t", char) != char:
        return Script.COMMON if in_everyday_traditional(char) else Script.HANS
    return Script.COMMON


def in_everyday_traditional(char: str) -> bool:
    """Say whether a character belongs to everyday traditional text (Big5, level 1).

    >>> in_everyday_traditional("后"), in_everyday_traditional("国")
    (True, False)
    """
    try:
        code = int.from_bytes(char.encode("big5"), "big")
    except UnicodeEncodeError:
        return False
    return code in _BIG5_LEVEL_1


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True

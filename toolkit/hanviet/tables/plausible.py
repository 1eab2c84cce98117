"""How much a text looks like Vietnamese or Chinese: what guesses of an encoding are judged by."""

from __future__ import annotations

import re


def plausibility(text: str) -> float:
    """The share of words beyond ASCII and characters that Vietnamese or Chinese text would have.

    >>> plausibility("Trần Cương 陈刚") > plausibility("Tráº§n CÆ°Æ¡ng")
    True
    """
    from hanviet.orthography.syllable import is_syllable

    if CONTROLS.search(text):
        return 0.0
    good = total = 0
    for run in _NOT_ASCII_WORD.findall(text):
        total += len(run)
        if is_syllable(run):
            good += len(run)
    for char in _HAN_AND_OTHERS.findall(text):
        total += 1
        good += _is_common(char)
    # `Tr屢n`: bytes of a letter that were taken for those of a character.
    good -= len(_HAN_IN_A_WORD.findall(text))
    return max(good / total, 0.0) if total else 0.0


def looks_western(text: str) -> bool:
    """Whether what is beyond ASCII are letters inside words, as in `José` and `Müller`.

    >>> looks_western("José Müller"), looks_western("NguyÔn V¨n")
    (True, False)
    """
    others = [char for char in text if not char.isascii()]
    inside = _INSIDE_WORDS.findall(text)
    return bool(others) and len(inside) >= 0.8 * len(others)


CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
"""Characters that no text holds."""

_LATIN = "a-zA-ZªºÀ-ÖØ-öø-ʯ\u0300-\u036fḀ-ỿ"
_NOT_ASCII_WORD = re.compile(f"[a-zA-Z]*[{_LATIN[6:]}][{_LATIN}]*")
_HAN_IN_A_WORD = re.compile("(?<=[a-z])[\u4e00-\u9fff]|[\u4e00-\u9fff](?=[a-z])")
_HAN_AND_OTHERS = re.compile(f"[^\x00-\x7f{_LATIN}]")
_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》【】—…·　–•₫°%")
_INSIDE_WORDS = re.compile("(?<=[a-zA-Z])[ß-öø-ÿ](?![A-Z])|(?<![a-z])[À-ÖØ-Þ](?=[a-z])")


def _is_common(char: str) -> bool:
    """A character of everyday Chinese text of either script, or its punctuation."""
    from hanviet.orthography.chinese import in_everyday_traditional

    if char in _PUNCTUATION:
        return True
    try:
        code = char.encode("gb2312")
    except UnicodeEncodeError:
        return in_everyday_traditional(char)
    return 0xB0 <= code[0] <= 0xD7 or in_everyday_traditional(char)

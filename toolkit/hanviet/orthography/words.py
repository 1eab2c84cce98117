"""Words of running text, with their places.

A word is a run of letters with the marks upon them. Han and kana are written without spaces, so a
run of them is no word and is skipped. A run of digits is a token of its own. Everything else
separates: space, hyphen, slash, dash, no-break space, underscore, punctuation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Word", "words"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a number.

    Args:
        start: Index of its first code point in the text given.
        end: Index after its last one.
        text: The code points between them, unchanged.
    """

    start: int
    end: int
    text: str


def words(text: str) -> list[Word]:
    """Split a text into words and numbers.

    Apostrophes between letters stay inside (`Xi'an`). Letters beside digits are tokens of their own
    (`A50` is two). The text may be NFC or NFD.

    Args:
        text: Any text.

    Returns:
        The words in order, with indices into `text`.

    >>> [word.text for word in words("Đông Hưng-Móng Cái, 15/3 (东兴)")]
    ['Đông', 'Hưng', 'Móng', 'Cái', '15', '3']
    """
    return [Word(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(text)]


_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_HAN = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_KANA = "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f\U0001aff0-\U0001b16f"
# Superscripts, fractions, circled digits: \w, but neither letters nor \d.
_OTHER_NUMBERS = (
    "\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2089\u2150-\u215f\u2189\u2460-\u249b\u24ea-\u24ff"
    "\u2776-\u2793\u3192-\u3195\u3220-\u3229\u3248-\u324f\u3251-\u325f\u3280-\u3289\u32b1-\u32bf"
)
_LETTER = rf"[^\W\d_{_HAN}{_KANA}{_OTHER_NUMBERS}]"
_RUN = rf"{_LETTER}(?:{_LETTER}|[{_MARKS}])*"
_TOKEN = re.compile(rf"{_RUN}(?:['’]{_RUN})*|\d+")

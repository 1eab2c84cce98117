r"""A document as the scanner sees it: folded, separators canonical, offsets kept.

Spaces of any kind become one space, dashes of any kind with the spaces around them one `-`, line
breaks one `\n` that no name crosses, half a surrogate pair U+FFFD. Vietnamese is folded to
`Fold.SPELLING`, Chinese to simplified with signs of half width. Every index of the folded text
knows its index in the text as given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hanviet.orthography.chinese import has_han, to_simplified
from hanviet.orthography.offsets import NormalisedText, normalise
from hanviet.orthography.vietnamese import Fold, fold

_DASH, _SLASH, _BREAK = "\ue000", "\ue001", "\ue002"
_PROTECT = (
    dict.fromkeys("-‐‑‒–—―−－~～", _DASH) | {"/": _SLASH, "／": _SLASH}
    | dict.fromkeys("\n\r\u2028\u2029\x0b\x0c", _BREAK)
    | dict.fromkeys([_DASH, _SLASH, _BREAK, *map(chr, range(0xD800, 0xE000))], "\ufffd")
)  # fmt: skip
_PROTECTED = re.compile(f"[{re.escape(''.join(_PROTECT))}]")
# Every branch begins with a plain character, so that the search may run from one to the next.
_SIGN = f"{_DASH}[ {_DASH}]*|{_BREAK}[ {_BREAK}]*|{_SLASH} *"
_RUNS = re.compile(f"{_SIGN}| (?=[ {_DASH}{_BREAK}{_SLASH}])(?: *(?:{_SIGN})| +)")
_PLAIN_SIGNS = dict(zip("\uff08\uff09\uff0c\uff1a\uff1b\uff01\uff1f", "(),:;!?", strict=True))
"""Full-width signs of Chinese text, which news agencies print in either width."""

_CANONICAL = {_DASH: "-", _SLASH: "/", _BREAK: "\n"}


@dataclass(frozen=True, slots=True)
class ScanText:
    """A document prepared for the scan.

    Attributes:
        given: The text as given.
        nfc: The same in NFC.
        folded: What the automaton runs over.
        starts: Index in `nfc` of each index of `folded` (one more than its length), or None where
            they are equal.
        has_han: Whether Chinese characters stand in it.
    """

    given: str
    nfc: NormalisedText
    folded: str
    starts: tuple[int, ...] | None
    has_han: bool

    def nfc_span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the NFC text of a span of the folded text."""
        if self.starts is None:
            return start, end
        return self.starts[start], self.starts[end - 1] + 1

    def surface(self, start: int, end: int) -> str:
        """The NFC text of a span of the folded text, its case and separators as given."""
        starts = self.starts
        if starts is None:
            return self.nfc.text[start:end]
        return self.nfc.text[starts[start] : starts[end - 1] + 1]

    def given_span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text as given of a span of the folded text."""
        return self.nfc.original_span(*self.nfc_span(start, end))


def scan_text(text: str) -> ScanText:
    """Prepare a document for the scan.

    >>> scan_text("Đông Hưng – Móng Cái").folded
    'đông hưng-móng cái'
    """
    nfc = normalise(text)
    protected = _PROTECTED.sub(lambda match: _PROTECT[match[0]], nfc.text)
    folded = fold(protected, Fold.SPELLING)
    chinese = has_han(folded)
    if chinese:
        simplified = to_simplified(folded)
        if len(simplified) == len(folded):
            folded = simplified
        else:
            folded = "".join(_one_to_one(char) for char in folded)
        for sign, plain in _PLAIN_SIGNS.items():
            folded = folded.replace(sign, plain)
    pieces: list[str] = []
    starts: list[int] = []
    cursor = 0
    for match in _RUNS.finditer(folded):
        begin, end = match.span()
        run = match.group()
        sign = run.strip(" ")[:1] or " "
        if end - begin == 1:
            continue
        pieces.append(folded[cursor:begin])
        starts.extend(range(cursor, begin))
        pieces.append(sign)
        starts.append(begin + max(run.find(sign), 0))
        cursor = end
    if cursor:
        pieces.append(folded[cursor:])
        starts.extend(range(cursor, len(folded) + 1))
        folded = "".join(pieces)
    for sign, plain in _CANONICAL.items():
        folded = folded.replace(sign, plain)
    return ScanText(text, nfc, folded, tuple(starts) if cursor else None, chinese)


@lru_cache(maxsize=8192)
def scan_key(form: str) -> str:
    """The folded text of a form, as the automaton holds it."""
    return scan_text(form).folded.strip(" ")


def scan_keys(forms: Sequence[str]) -> list[str]:
    """The keys of many forms: the same as `scan_key` of each, folded in one go."""
    keys = [line.strip(" ") for line in scan_text("\n".join(forms)).folded.split("\n")]
    return keys if len(keys) == len(forms) else [scan_key(form) for form in forms]


def _one_to_one(char: str) -> str:
    simplified = to_simplified(char)
    return simplified if len(simplified) == 1 else char

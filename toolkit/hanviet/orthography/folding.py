"""Vietnamese spelling folded at named levels, one code point for one, in text of any mixture.

A fold makes spellings equal that may be the same name. The levels are nested: what is equal at one
is equal at every higher one. On NFC text a fold keeps the length, so an index into the folded text
is an index into the text. Every rule looks at one word only, so a name folds alike by itself and
inside an article. What a fold gives is a key to compare by, not a spelling to print: it writes
`Lý Quý Hoà` as `lí quí hòa`.

A letter keeps its case and marks where changing it would let it merge with a combining mark that
follows (`J̌` has no composed capital, `ǰ` has): else the result would not be NFC, and a second fold
would shorten it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import lru_cache

from hanviet.orthography.letters import BARE, VOWELS, Tone, toned
from hanviet.orthography.syllable import canonical_syllable

__all__ = ["SEPARATORS", "Fold", "fold", "key", "squeeze", "unmarked"]

_CACHED_WORDS = 32_768


class Fold(IntEnum):
    """How much of the spelling is set aside; each level includes those before it."""

    NFC = 0
    """Normal form only."""
    SPELLING = 1
    """Case, place of the tone mark, i/y, kinds of separators."""
    UNMARKED = 2
    """All Vietnamese marks, đ included."""


SEPARATORS = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"  # white space but the plain space itself
    "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"  # hyphens, dashes, minus
    "/\uff0f\u2044_"
)
"""What separates words and counts as a space."""


def fold(text: str, level: Fold) -> str:
    """Fold a text.

    Args:
        text: Any text, of any length and any mixture of scripts.
        level: How far to fold.

    Returns:
        The folded text: NFC, and as long as the NFC of `text`.

    >>> fold("THUỶ-Lý", Fold.SPELLING), fold("Đặng Quý", Fold.UNMARKED)
    ('thủy lí', 'dang qui')
    """
    if level > Fold.NFC and len(text) < _LONG_TEXT:
        # The same syllables come again and again.
        return " ".join([_folded_word(word, level) for word in text.split(" ")])
    return _folded(text, level)


def _folded(text: str, level: Fold) -> str:
    composed = unicodedata.normalize("NFC", text)
    if level <= Fold.NFC:
        return composed
    spelled = _fold_spelling(composed)
    if level <= Fold.SPELLING or spelled.isascii():
        return spelled
    return _kept_apart(spelled, _replaced(spelled, _BARE))


def key(text: str, level: Fold) -> str:
    """Fold a name to a key for look-up: without spaces around it and doubled spaces.

    Args:
        text: A name, a cell.
        level: How far to fold.

    Returns:
        The key. Its length says nothing about that of the text.

    >>> key(" Móng  Cái", Fold.UNMARKED)
    'mong cai'
    """
    return squeeze(fold(text, level))


@lru_cache(maxsize=_CACHED_WORDS)
def unmarked(text: str) -> str:
    """Fold a name to `Fold.UNMARKED` word by word: quick where the same syllables come again.

    Args:
        text: A name in NFC.

    Returns:
        The same as `fold(text, Fold.UNMARKED)`.

    >>> unmarked("Đặng Quý")
    'dang qui'
    """
    return " ".join(map(_unmarked_word, text.split(" ")))


def squeeze(text: str) -> str:
    """Make every run of spaces one, and none at the ends. Only U+0020 counts: fold before.

    >>> squeeze("  hà   nội ")
    'hà nội'
    """
    return (_SPACES.sub(" ", text) if "  " in text else text).strip(" ")


@lru_cache(maxsize=_CACHED_WORDS)
def _folded_word(word: str, level: Fold) -> str:
    return _folded(word, level)


@lru_cache(maxsize=_CACHED_WORDS)
def _unmarked_word(word: str) -> str:
    return _folded(word, Fold.UNMARKED)


def _fold_spelling(composed: str) -> str:
    folded = _replaced(composed, _SPACE)
    if folded.isascii():
        lowered = folded.lower()
    else:
        lowered = _one_letter_each(folded)
        lowered = _kept_apart(folded, _place_tone_marks(lowered))
    return _Y_AS_I.sub(_i_for_y, lowered)


def _one_letter_each(text: str) -> str:
    """Lower a text letter by letter, whatever stands beside the letter."""
    # İ is the one letter whose lower case is longer; ς is σ at the end of a word.
    lowered = text.replace("İ", "i").lower().replace("ς", "σ")
    # Ð and Ɖ look like Đ, and old converters and keyboards give them for it: Ðà Nẵng.
    return lowered.replace("ð", "đ").replace("ɖ", "đ")


def _replaced(text: str, table: Mapping[int, str]) -> str:
    """Do what `str.translate` does, which on a long text is four times as slow."""
    if len(text) < _LONG_TEXT:
        return text.translate(table)
    for code, letter in table.items():
        text = text.replace(chr(code), letter)
    return text


def _place_tone_marks(text: str) -> str:
    """Write every syllable whose tone mark may stand on the wrong letter as it should be."""
    pieces: list[str] = []
    done = 0
    for start, end in _words_at(text, _MISPLACED.finditer(text)):
        if start < done:
            continue
        word = canonical_syllable(text[start:end])
        if word is not None:
            pieces += (text[done:start], word)
            done = end
    return "".join(pieces) + text[done:] if pieces else text


def _words_at(text: str, found: Iterator[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The words in which something was found, but those too long for a syllable."""
    for match in found:
        start = match.start()
        first = max(0, start - _LONGEST_SYLLABLE)
        while start > first and _IS_LETTER.match(text, start - 1):
            start -= 1
        word = _WORD.match(text, start, start + _LONGEST_SYLLABLE + 1)
        if word is not None and word.end() - start <= _LONGEST_SYLLABLE:
            yield word.span()


def _i_for_y(match: re.Match[str]) -> str:
    return _I_OF_Y[match[0]]


def _kept_apart(before: str, after: str) -> str:
    """Take back single letters of `after` so that it is NFC; `before` is NFC and as long."""
    if unicodedata.is_normalized("NFC", after):
        return after
    letters = list(after)
    for match in _STARTER_WITH_MARKS.finditer(after):
        start, end = match.span()
        if not unicodedata.is_normalized("NFC", match[0]):
            letters[start:end] = before[start:end]
    return "".join(letters)


def _one_of(vowels: str) -> str:
    """A character class of these vowels with each of the five tone marks."""
    tones = [tone for tone in Tone if tone is not Tone.NGANG]
    return "[" + "".join(toned(vowel, tone) for vowel in vowels for tone in tones) + "]"


_LONGEST_SYLLABLE = 7  # letters: nghiêng
_LONG_TEXT = 200  # code points; below, one pass of str.translate is faster
_BARE: dict[int, str] = {ord(letter): bare for letter, bare in BARE.items()}
_SPACE: dict[int, str] = {ord(separator): " " for separator in SEPARATORS}
_SPACES = re.compile(" {2,}")
# Letters of the Latin script and marks upon them: what a Vietnamese word ends at the absence of.
_LETTERS = "a-zA-Zªºß-öø-ʯÀ-ÖØ-Þ\u0300-\u036fḀ-ỿ"
_IS_LETTER = re.compile(f"[{_LETTERS}]")
_WORD = re.compile(f"[{_LETTERS}]+")
_STARTER_WITH_MARKS = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")

# Pairs of vowels with the tone mark on the letter that does not bear it. Most pairs are wrong
# wherever they stand (cuả, ngừơi); `oà oè uỳ` only at the end of a word, `òa òe ùy` only before its
# end; after `qu` and `gi`, which own their vowel, it is the other way about. The pattern only finds
# words worth a look: `canonical_syllable` decides.
_MISPLACED = re.compile(
    f"{_one_of(VOWELS)}(?:"
    f"(?<=[aâeêoôơưiuy].)(?:"
    f"(?<=a{_one_of('iouy')})|(?<=â{_one_of('uy')})|(?<=e{_one_of('o')})|(?<=ê{_one_of('u')})"
    f"|(?<=[oôơ]{_one_of('i')})|(?<=ơ{_one_of('u')})|(?<=ư{_one_of('aiu')})|(?<=y{_one_of('au')})"
    f"|(?<=i{_one_of('au')})(?<!gi.)|(?<=u{_one_of('ai')})(?<!qu.)"
    f"|(?<=o{_one_of('ae')})(?![{_LETTERS}])|(?<=u{_one_of('y')})(?<!qu.)(?![{_LETTERS}]))"
    f"|(?=[aăâeêiouyôơư])(?:"
    f"(?<={_one_of('o')})(?:[ae][{_LETTERS}]|[ăo])|(?<={_one_of('ô')})ô|(?<={_one_of('ư')})ơ"
    f"|(?<={_one_of('u')})(?:[ăâêôơ]|y[{_LETTERS}]|(?<=q.))"
    f"|(?<={_one_of('i')})(?:ê|(?<=g.))|(?<={_one_of('y')})ê))"
)

_Y = "y" + _one_of("y").strip("[]")
_I = "i" + _one_of("i").strip("[]")
_I_OF_Y = dict(zip(_Y, _I, strict=True))
# y as the whole rime after one consonant or none, and y after qu before t, ch, nh. Look-behind has
# one width in Python, hence one for each length of onset. g, ng, gh, ngh, c, q have no rime y.
_Y_AS_I = re.compile(
    f"[{_Y}](?:"
    f"(?![{_LETTERS}])(?:(?<![{_LETTERS}].)"
    f"|(?<=[bdđhklmnprstvx].)(?<![{_LETTERS}]..)"
    f"|(?<=(?:ch|kh|nh|ph|th|tr|qu).)(?<![{_LETTERS}]...))"
    f"|(?=(?:t|n|p|ch|nh)(?![{_LETTERS}]))(?<=qu.)(?<![{_LETTERS}]...))"
)

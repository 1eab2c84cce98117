"""Levels of agreement between two names, and the scores that belong to them.

A level says *how* two strings agree; it is never a probability. Scores are a finer order inside
the levels: each level owns a band of 0 to 100, and no two bands touch, so that a score is monotone
in the level.
"""

from __future__ import annotations

from enum import Enum

_STRONGEST = 10
"""Levels above `none`."""


class Level(Enum):
    """How two names agree, strongest first; compared, a stronger level is the greater one."""

    EXACT = "exact"
    """The same text, after NFC."""
    SPELLING = "spelling"
    """The same but for case, tone-mark placement, i/y, separators, a generic word left out."""
    SCRIPT = "script"
    """The same Chinese name in another script or regional form."""
    PATTERN = "pattern"
    """Composed of reviewed parts; given by the gazetteer's patterns, never by two bare strings."""
    READING = "reading"
    """Every Vietnamese syllable is a Hán-Việt reading of the matching character."""
    PINYIN = "pinyin"
    """Pinyin with tones, of these characters."""
    UNMARKED = "unmarked"
    """As `spelling` or `reading`, if marks that were not typed are added."""
    PINYIN_TONELESS = "pinyin-toneless"
    """Pinyin without tones, of these characters."""
    PARTIAL = "partial"
    """A part of the name: no surname, initials, shortened syllables, another generic word."""
    FUZZY = "fuzzy"
    """Near, but something that was typed contradicts. Never a link by itself."""
    NONE = "none"
    """Different names."""

    def __init__(self, _: str) -> None:
        self.strength = _STRONGEST - len(type(self).__members__)
        """Rank among the levels: 0 for `none`, 10 for `exact`."""

    __hash__ = object.__hash__  # members are single; the one of Enum is a call of Python

    # Compared a dozen times for each pair of names, so each way is written out.
    def __lt__(self, other: Level) -> bool:
        """Whether this level is the weaker one."""
        return self.strength < other.strength if isinstance(other, Level) else NotImplemented

    def __le__(self, other: Level) -> bool:
        """Whether this level is not the stronger one."""
        return self.strength <= other.strength if isinstance(other, Level) else NotImplemented

    def __gt__(self, other: Level) -> bool:
        """Whether this level is the stronger one."""
        return self.strength > other.strength if isinstance(other, Level) else NotImplemented

    def __ge__(self, other: Level) -> bool:
        """Whether this level is not the weaker one."""
        return self.strength >= other.strength if isinstance(other, Level) else NotImplemented


BANDS: dict[Level, tuple[float, float]] = {
    Level.EXACT: (100.0, 100.0),
    Level.SPELLING: (96.0, 99.0),
    Level.SCRIPT: (92.0, 95.0),
    Level.PATTERN: (88.0, 91.0),
    Level.READING: (76.0, 87.0),
    Level.PINYIN: (70.0, 75.0),
    Level.UNMARKED: (62.0, 69.0),
    Level.PINYIN_TONELESS: (54.0, 61.0),
    Level.PARTIAL: (40.0, 53.0),
    Level.FUZZY: (15.0, 39.0),
    Level.NONE: (0.0, 14.0),
}
"""Lowest and highest score of each level."""


def score_of(level: Level, quality: float) -> float:
    """Place a comparison in the band of its level.

    Args:
        level: The level reached.
        quality: How good a case of that level it is, from 0 to 1.

    Returns:
        The score, 0 to 100, with one decimal.

    >>> score_of(Level.READING, 1.0), score_of(Level.FUZZY, 1.0)
    (87.0, 39.0)
    """
    low, high = BANDS[level]
    return round(low + (high - low) * min(1.0, max(0.0, quality)), 1)

"""The front door to Vietnamese spelling: folding, marks, capitals.

Other layers import from here; the modules behind hold one subject each.
"""

from __future__ import annotations

from hanviet.orthography.casing import is_all_caps, is_capitalised
from hanviet.orthography.folding import Fold, fold, key, squeeze, unmarked
from hanviet.orthography.marks import (
    Marks,
    has_vietnamese,
    looks_vietnamese,
    marks_compatible,
    marks_of,
)

__all__ = [
    "Fold",
    "Marks",
    "fold",
    "has_vietnamese",
    "is_all_caps",
    "is_capitalised",
    "key",
    "looks_vietnamese",
    "marks_compatible",
    "marks_of",
    "squeeze",
    "unmarked",
]

"""Bilingual entity alignment for Vietnamese and Chinese.

    import hanviet

    document = hanviet.annotate("Bí thư Khu ủy Quảng Tây Trần Cương thăm Việt Nam.")
    document.to_frame()

Names are imported when first used, so that `import hanviet` stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hanviet.alignment import Alignment, align
    from hanviet.comparing import compare
    from hanviet.document import Document, annotate
    from hanviet.errors import GazetteerError, HanvietError, InputError
    from hanviet.lexicon.gazetteer import Gazetteer
    from hanviet.linking.dedupe_table import dedupe
    from hanviet.linking.match import Match
    from hanviet.linking.mention import Mention
    from hanviet.proposals.propose import Proposal
    from hanviet.proposing import propose
    from hanviet.reading import read
    from hanviet.readings.evidence import Comparison
    from hanviet.readings.levels import Level
    from hanviet.readings.read import Reading
    from hanviet.tables.frames import reconcile, reconcile_chunks

__version__ = "0.1.0"

_WHERE = {
    "Alignment": "hanviet.alignment",
    "Comparison": "hanviet.readings.evidence",
    "Document": "hanviet.document",
    "Gazetteer": "hanviet.lexicon.gazetteer",
    "GazetteerError": "hanviet.errors",
    "HanvietError": "hanviet.errors",
    "InputError": "hanviet.errors",
    "Level": "hanviet.readings.levels",
    "Match": "hanviet.linking.match",
    "Mention": "hanviet.linking.mention",
    "Proposal": "hanviet.proposals.propose",
    "Reading": "hanviet.readings.read",
    "align": "hanviet.alignment",
    "annotate": "hanviet.document",
    "compare": "hanviet.comparing",
    "propose": "hanviet.proposing",
    "dedupe": "hanviet.linking.dedupe_table",
    "read": "hanviet.reading",
    "reconcile": "hanviet.tables.frames",
    "reconcile_chunks": "hanviet.tables.frames",
}

__all__ = [
    "Alignment",
    "Comparison",
    "Document",
    "Gazetteer",
    "GazetteerError",
    "HanvietError",
    "InputError",
    "Level",
    "Match",
    "Mention",
    "Proposal",
    "Reading",
    "__version__",
    "align",
    "annotate",
    "compare",
    "dedupe",
    "propose",
    "read",
    "reconcile",
    "reconcile_chunks",
]


def __getattr__(name: str) -> object:
    if name not in _WHERE:
        raise AttributeError(f"module 'hanviet' has no attribute {name!r}")
    return getattr(import_module(_WHERE[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)

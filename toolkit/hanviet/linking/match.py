"""What a name or cell was found to be, ready to be printed."""

from __future__ import annotations

from dataclasses import dataclass

from hanviet.linking.decision import Decision, Support
from hanviet.readings.evidence import SyllableEvidence
from hanviet.readings.levels import Level


@dataclass(frozen=True, slots=True)
class Note:
    """One thing worth saying about a match; `linking.reasons` puts it into words.

    Args:
        code: What it is, a key of the sentences in `linking.reasons`.
        values: What the sentence is about: forms, words taken off.
    """

    code: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """An entry, composed name or table row that a text may mean.

    Args:
        id: Entry id, `pattern.NAME(...)`, or the id of a row.
        type: Entity type; empty for rows of a table.
        vi: Vietnamese form beside the text.
        zh_hans: Chinese form, simplified.
        zh_hant: The same in traditional characters.
        pinyin: Its pinyin.
        forms: All Chinese forms of the entry.
        score: 0 to 100, monotone in the level.
        level: How the strings agree.
        support: What else speaks for or against it.
        decision: What to do with it.
        evidence: How the text agrees, part by part.
        notes: What else is worth saying.
    """

    id: str
    type: str
    vi: str
    zh_hans: str
    zh_hant: str
    pinyin: str
    forms: tuple[str, ...]
    score: float
    level: Level
    support: Support
    decision: Decision
    evidence: tuple[SyllableEvidence, ...] = ()
    notes: tuple[Note, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The fields of the JSON output, in their order."""
        return {
            "id": self.id,
            "type": self.type,
            "vi": self.vi,
            "zh_hans": self.zh_hans,
            "zh_hant": self.zh_hant,
            "pinyin": self.pinyin,
            "forms": list(self.forms),
            "score": self.score,
            "level": self.level.value,
            "support": self.support.value,
            "decision": self.decision.value,
        }

"""What a comparison found, syllable by syllable."""

from __future__ import annotations

from dataclasses import dataclass

from hanviet.readings.levels import Level, score_of


@dataclass(frozen=True, slots=True)
class SyllableEvidence:
    """How one part of a name agrees with its counterpart.

    Args:
        a: The part in the first name; empty if it has no counterpart there.
        b: The part in the second name.
        level: A level's value; for one syllable mostly `reading`, `unmarked`, `fuzzy`, `none`.
        note: In plain words, empty if there is nothing to add: `tone differs`, `rare reading`.
    """

    a: str
    b: str
    level: str
    note: str

    def swapped(self) -> SyllableEvidence:
        """Exchange the two sides."""
        return SyllableEvidence(self.b, self.a, self.level, self.note)


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one way to compare; the best one becomes the `Comparison`.

    Args:
        level: How the names agree.
        quality: How good a case of that level it is, 0 to 1.
        evidence: The parts.
    """

    level: Level
    quality: float = 1.0
    evidence: tuple[SyllableEvidence, ...] = ()

    @property
    def order(self) -> tuple[int, float]:
        """What a better finding is greater in."""
        return self.level.strength, self.quality

    def swapped(self) -> Finding:
        """Exchange the two sides of the evidence."""
        return Finding(self.level, self.quality, tuple(e.swapped() for e in self.evidence))


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two names agree.

    Args:
        a: The first name as given.
        b: The second name as given.
        level: The level reached.
        score: 0 to 100, monotone in the level.
        evidence: Syllable by syllable.
    """

    a: str
    b: str
    level: Level
    score: float
    evidence: tuple[SyllableEvidence, ...]

    @classmethod
    def of(cls, a: str, b: str, finding: Finding) -> Comparison:
        """Make the public result of a finding."""
        score = score_of(finding.level, finding.quality)
        return cls(a, b, finding.level, score, finding.evidence)


NOTHING = Finding(Level.NONE, 0.0)


def best(findings: tuple[Finding, ...] | list[Finding]) -> Finding:
    """Give the strongest finding, the first of equals; `NOTHING` if there is none."""
    return max(findings, key=lambda finding: finding.order, default=NOTHING)

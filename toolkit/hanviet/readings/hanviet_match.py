"""A Vietnamese name against a Chinese one, by Hán-Việt readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hanviet.orthography.chinese import to_simplified
from hanviet.orthography.vietnamese import Marks
from hanviet.readings.context import Candidate, name_candidates, surname_length
from hanviet.readings.evidence import NOTHING, Finding, SyllableEvidence, best
from hanviet.readings.generic_parts import Parted, part_chinese, part_vietnamese
from hanviet.readings.latin import LatinName, latin_name
from hanviet.readings.levels import Level
from hanviet.readings.sounds import Sound, difference, equal_as_typed, sound

WHOLE_LOSS = 4.0
"""The cost a syllable at which the quality of a reading is 0."""
SAME_LETTERS = 0.3
"""Nearness of a syllable and a reading that differ in nothing but their marks."""
NO_MARKS = Marks(tones=False, vowels=False)
TONES_MISSING = 0.3
"""Quality of a match that lacks tone marks only: `Vương Cương` may have no tone to mark."""
RARE_COST = 2.5
"""From this cost on a reading is called rare in the evidence."""


@dataclass(frozen=True, slots=True)
class _Side:
    """The Latin name's words, and how it was typed as a whole."""

    sounds: tuple[Sound, ...]
    initials: tuple[bool, ...]
    marks: Marks

    def part(self, start: int, end: int) -> _Side:
        return _Side(self.sounds[start:end], self.initials[start:end], self.marks)


def match_reading(vi: LatinName, han: str, kind: str | None) -> Finding:
    """Compare a Vietnamese and a Chinese name.

    Args:
        vi: The Vietnamese name.
        han: The Chinese name, its characters only.
        kind: The entity type, None if unknown.

    Returns:
        The best way to align the two: as wholes, or with generic words of places apart.

    >>> match_reading(latin_name("tỉnh Lạng Sơn"), "谅山省", None).level.value
    'reading'
    """
    whole = _aligned(_Side(vi.sounds, vi.initials, vi.marks), han, kind)
    if kind == "PERSON" or whole.level in (Level.READING, Level.UNMARKED):
        return whole
    return best([whole, *_without_generic_parts(vi, han, kind)])


def _without_generic_parts(vi: LatinName, han: str, kind: str | None) -> list[Finding]:
    head, ending = part_vietnamese(vi.text), part_chinese(to_simplified(han))
    findings = []
    if head and ending:
        findings.append(_both_parted(vi, head, han, ending, kind))
    if head and head.sure:
        findings.append(_graded(_core(vi, head, han, kind), head, None, single=True))
    if ending and _may_be_left_out(ending, kind):
        rest = han[: len(ending.core)]
        whole = _aligned(_Side(vi.sounds, vi.initials, vi.marks), rest, kind)
        findings.append(_graded(whole, None, ending, single=kind != "PLACE"))
    return findings


def _may_be_left_out(ending: Parted, kind: str | None) -> bool:
    """Whether the Vietnamese form may lack the ending: Vietnamese text keeps head nouns apart.

    Of a place the ending belongs to the Chinese word (洞庭湖, 布局口岸, 德国) where Vietnamese has
    the bare name; of a river or mountain with a one-character name it does not (长江).
    """
    if len(ending.core) == 1:
        return kind == "PLACE" and ending.is_rank
    return ending.sure or kind == "PLACE"


def _both_parted(
    vi: LatinName, head: Parted, han: str, ending: Parted, kind: str | None
) -> Finding:
    core = _core(vi, head, han[: len(ending.core)], kind)
    return _graded(core, head, ending, single=not head.kinds & ending.kinds)


def _core(vi: LatinName, head: Parted, han: str, kind: str | None) -> Finding:
    core = latin_name(head.core)
    return _aligned(_Side(core.sounds, core.initials, vi.marks), han, kind)


def _graded(core: Finding, head: Parted | None, ending: Parted | None, *, single: bool) -> Finding:
    """Judge two names by their cores and by how their generic words go together."""
    a, b = (part.generic if part else "" for part in (head, ending))
    agree = not single
    droppable = single and not (head and ending) and all(p.is_rank for p in (head, ending) if p)
    if core.level in (Level.READING, Level.UNMARKED) and not (agree or droppable):
        note = "generic words differ" if a and b else "generic word is missing"
        word = SyllableEvidence(a, b, Level.PARTIAL.value, note)
        return Finding(Level.PARTIAL, 0.8, _with_word(core, word, head))
    word = SyllableEvidence(a, b, core.level.value, "generic word")
    # A hair below the whole name, so that a whole that fits wins.
    return Finding(core.level, core.quality * 0.98, _with_word(core, word, head))


def _with_word(
    core: Finding, word: SyllableEvidence, head: Parted | None
) -> tuple[SyllableEvidence, ...]:
    return (word, *core.evidence) if head else (*core.evidence, word)


def _aligned(vi: _Side, han: str, kind: str | None) -> Finding:
    """Compare without regard to generic words."""
    candidates = name_candidates(han, kind)
    n, m = len(vi.sounds), len(han)
    if not n or not m:
        return NOTHING
    if n == m:
        return _by_position(vi, han, candidates)
    if n < m:
        return best(_vietnamese_is_part(vi, han, candidates, kind))
    return best(_chinese_is_part(vi, han, candidates, kind))


def _vietnamese_is_part(
    vi: _Side, han: str, candidates: Sequence[tuple[Candidate, ...]], kind: str | None
) -> list[Finding]:
    """The Vietnamese side lacks the surname, is the surname alone, or is a place cut short."""
    n, m = len(vi.sounds), len(han)
    findings = []
    surname = surname_length(to_simplified(han)) if kind != "PLACE" else 0
    if surname and n == m - surname:
        rest = _by_position(vi, han[surname:], candidates[surname:])
        missing = SyllableEvidence("", han[:surname], Level.PARTIAL.value, "surname is missing")
        findings.append(_partial(rest, 0.7 if n > 1 else 0.4, (missing,), ()))
    if surname and n == surname:
        rest = _by_position(vi, han[:n], candidates[:n])
        missing = SyllableEvidence("", han[n:], Level.PARTIAL.value, "given name is missing")
        findings.append(_partial(rest, 0.1, (), (missing,)))
    if kind != "PERSON" and n > 1 and n == m - 1:
        rest = _by_position(vi, han[:n], candidates[:n])
        missing = SyllableEvidence("", han[n:], Level.PARTIAL.value, "last character is missing")
        findings.append(_partial(rest, 0.3, (), (missing,)))
    return findings


def _chinese_is_part(
    vi: _Side, han: str, candidates: Sequence[tuple[Candidate, ...]], kind: str | None
) -> list[Finding]:
    """The Chinese side lacks the surname or is the surname alone."""
    n, m = len(vi.sounds), len(han)
    findings = []
    if kind != "PLACE" and m == n - 1:
        rest = _by_position(vi.part(1, n), han, candidates)
        missing = SyllableEvidence(vi.sounds[0].text, "", Level.PARTIAL.value, "surname is missing")
        findings.append(_partial(rest, 0.6 if m > 1 else 0.3, (missing,), ()))
    if kind != "PLACE" and m == surname_length(to_simplified(han)):
        rest = _by_position(vi.part(0, m), han, candidates)
        text = " ".join(word.text for word in vi.sounds[m:])
        missing = SyllableEvidence(text, "", Level.PARTIAL.value, "given name is missing")
        findings.append(_partial(rest, 0.1, (), (missing,)))
    return findings


def _partial(
    rest: Finding,
    quality: float,
    before: tuple[SyllableEvidence, ...],
    after: tuple[SyllableEvidence, ...],
) -> Finding:
    evidence = (*before, *rest.evidence, *after)
    if rest.level is Level.READING:
        return Finding(Level.PARTIAL, quality, evidence)
    if rest.level in (Level.UNMARKED, Level.PARTIAL):
        return Finding(Level.PARTIAL, quality * 0.6, evidence)
    return Finding(Level.NONE, 0.0, evidence)


def _by_position(vi: _Side, han: str, candidates: Sequence[tuple[Candidate, ...]]) -> Finding:
    """Compare names of as many syllables as characters."""
    parts = [
        _syllable(word, initial, char, readings, vi.marks)
        for word, initial, char, readings in zip(
            vi.sounds, vi.initials, han, candidates, strict=True
        )
    ]
    found = conclude([value for value, _ in parts], tuple(evidence for _, evidence in parts))
    if found.level is Level.UNMARKED and vi.marks != NO_MARKS:
        return Finding(found.level, found.quality * TONES_MISSING, found.evidence)
    return found


def _syllable(
    word: Sound, initial: bool, char: str, readings: tuple[Candidate, ...], marks: Marks
) -> tuple[float, SyllableEvidence]:
    """Compare one word with one character: how good it is (0 to 1), and the evidence."""
    for candidate in readings:
        if sound(candidate.reading).key == word.key:
            return _graded_reading(word, char, candidate, readings[0], Level.READING)
    if initial:
        return _initial(word, char, readings)
    for candidate in readings:
        full = sound(candidate.reading)
        if equal_as_typed(word, full, tones=marks.tones, vowels=marks.vowels):
            return _graded_reading(word, char, candidate, readings[0], Level.UNMARKED)
    if not readings:
        return 0.0, SyllableEvidence(word.text, char, Level.NONE.value, "no reading is known")
    nearness, note, reading = max(
        (*_difference(word, sound(candidate.reading), marks), candidate.reading)
        for candidate in readings
    )
    level = Level.FUZZY if nearness else Level.NONE
    shown = reading if nearness else readings[0].reading
    return nearness, SyllableEvidence(word.text, char, level.value, f"{note}: {shown}")


def _difference(word: Sound, reading: Sound, marks: Marks) -> tuple[float, str]:
    """As `difference`, but the same letters with other marks are the least near.

    Such a syllable mostly belongs to another character, while doublets of one character (tấn and
    tiến 进, doan and duyên 缘) differ in the rime or in the onset (chữ and trữ 储).
    """
    nearness, note = difference(word, reading, marked=marks != NO_MARKS)
    return (min(nearness, SAME_LETTERS), note) if word.bare == reading.bare else (nearness, note)


def _graded_reading(
    word: Sound, char: str, candidate: Candidate, usual: Candidate, level: Level
) -> tuple[float, SyllableEvidence]:
    note = "" if level is Level.READING else f"marks not typed: {candidate.reading}"
    if candidate.cost >= RARE_COST:
        note = f"rare reading, usual: {usual.reading}"
    elif candidate.cost > usual.cost:
        note = note or f"also read {usual.reading}"
    quality = max(0.0, 1.0 - candidate.cost / WHOLE_LOSS)
    return quality, SyllableEvidence(word.text, char, level.value, note)


def _initial(
    word: Sound, char: str, readings: tuple[Candidate, ...]
) -> tuple[float, SyllableEvidence]:
    letters = word.text.lower()
    for candidate in readings:
        if candidate.reading.startswith(letters) or sound(candidate.reading).bare.startswith(
            word.bare
        ):
            note = f"initial of {candidate.reading}"
            return 0.5, SyllableEvidence(word.text, char, Level.PARTIAL.value, note)
    return 0.0, SyllableEvidence(word.text, char, Level.NONE.value, "another initial")


def conclude(values: Sequence[float], evidence: tuple[SyllableEvidence, ...]) -> Finding:
    """Draw the level of a name from those of its syllables.

    Args:
        values: For each syllable how good it is at its level, 0 to 1.
        evidence: For each syllable its level: `reading`, `unmarked`, `partial` (an initial),
            `fuzzy` (near), `none`.

    Returns:
        The weakest of the syllables' levels where all of them fit; `fuzzy` if a minority are near
        or, in names of three and more, one is another syllable; else `none`.
    """
    levels = [Level(part.level) for part in evidence]
    mean = sum(values) / len(values)
    weakest = min(levels)
    if weakest >= Level.UNMARKED:
        return Finding(weakest, mean, evidence)
    if weakest is Level.PARTIAL:
        initials = levels.count(Level.PARTIAL)
        # Initials alone say little.
        quality = 0.9 * (1 - initials / len(levels)) if initials < len(levels) else 0.0
        return Finding(Level.PARTIAL, quality, evidence)
    fitting = sum(level >= Level.UNMARKED for level in levels)
    near, other = levels.count(Level.FUZZY), levels.count(Level.NONE)
    if fitting and Level.PARTIAL not in levels:
        if not other and near <= fitting:
            return Finding(Level.FUZZY, mean * 0.9, evidence)
        if other == 1 and not near and fitting >= 2:
            return Finding(Level.FUZZY, 0.1 * mean, evidence)
    return Finding(Level.NONE, mean, evidence)

"""Pinyin against Chinese characters, and pinyin against pinyin."""

from __future__ import annotations

from hanviet.orthography.chinese import to_simplified
from hanviet.orthography.pinyin_input import PinyinName
from hanviet.orthography.pinyin_syllable import split_number
from hanviet.readings.context import likely_kind, surname_length
from hanviet.readings.evidence import NOTHING, Finding, SyllableEvidence, best
from hanviet.readings.generic_parts import part_chinese
from hanviet.readings.latin import LatinName
from hanviet.readings.levels import Level
from hanviet.readings.table import pinyin_of

OTHER_READING = 0.5
"""Quality of a syllable that is a reading of the character, but not its reading in this name."""


def match_pinyin(latin: LatinName, han: str, kind: str | None) -> Finding:
    """Compare a name in pinyin with a Chinese one.

    Args:
        latin: The Latin name; its `pinyin` says how it can be read.
        han: The Chinese name, its characters only.
        kind: The entity type, None if unknown.

    Returns:
        `pinyin` if all tones were typed and fit, `pinyin-toneless` if some were not, `partial`
        without the surname, `fuzzy` if a tone contradicts, else `none`.
    """
    if not latin.pinyin or not han:
        return NOTHING
    findings = [_aligned(reading, han, kind) for reading in latin.pinyin]
    ending = part_chinese(to_simplified(han)) if kind != "PERSON" else None
    if ending and ending.sure and len(ending.core) > 1:
        core = han[: len(ending.core)]
        findings += [_aligned(reading, core, kind) for reading in latin.pinyin]
    return best(findings)


def _aligned(typed: PinyinName, han: str, kind: str | None) -> Finding:
    from hanviet.orthography.pinyin import pinyin_syllables

    simplified = to_simplified(han)
    n, m = len(typed.syllables), len(han)
    surname = surname_length(simplified) if kind != "PLACE" else 0
    if n != m and n != m - surname:
        return NOTHING
    expected = pinyin_syllables(han, kind=kind or likely_kind(simplified))
    if len(expected) != m:
        return NOTHING
    offset = m - n
    parts = [
        _syllable(letters, tone, char, reading)
        for letters, tone, char, reading in zip(
            typed.syllables, typed.tones, han[offset:], expected[offset:], strict=True
        )
    ]
    evidence = tuple(part for _, part in parts)
    finding = _conclude([quality for quality, _ in parts], evidence)
    if not offset:
        return finding
    missing = SyllableEvidence("", han[:offset], Level.PARTIAL.value, "surname is missing")
    fits = finding.level >= Level.PINYIN_TONELESS
    level, quality = (Level.PARTIAL, 0.2 * n) if fits else (Level.NONE, 0.0)
    return Finding(level, quality, (missing, *evidence))


def _syllable(
    letters: str, tone: int | None, char: str, expected: str
) -> tuple[float, SyllableEvidence]:
    from hanviet.orthography.pinyin import char_readings

    typed = f"{letters}{tone or ''}"
    near = None
    for place, reading in enumerate((expected, *char_readings(char))):
        plain, known_tone = split_number(reading)
        usual = place == 0 or reading == expected
        quality, note = (1.0, "") if usual else (OTHER_READING, f"here read {expected}")
        if plain != letters and not (letters == plain.replace("v", "u") and tone is None):
            continue
        if tone is None:
            level = Level.PINYIN_TONELESS
            return quality, SyllableEvidence(typed, char, level.value, note or "tone not typed")
        if tone == known_tone:
            return quality, SyllableEvidence(typed, char, Level.PINYIN.value, note)
        near = near or SyllableEvidence(typed, char, Level.FUZZY.value, f"tone differs: {reading}")
    if near:
        return 0.5, near
    return 0.0, SyllableEvidence(typed, char, Level.NONE.value, f"different: {expected}")


def match_two_pinyin(a: LatinName, b: LatinName) -> Finding:
    """Compare two names in pinyin.

    Returns:
        `spelling` if syllables and tones are the same (`Chén Gāng`, `chen2gang1`),
        `pinyin-toneless` if a tone is missing on one side, `fuzzy` if tones contradict.
    """
    return best([_two(first, second) for first in a.pinyin for second in b.pinyin])


def _two(a: PinyinName, b: PinyinName) -> Finding:
    if a.syllables != b.syllables:
        return NOTHING
    evidence = []
    for letters, first, second in zip(a.syllables, a.tones, b.tones, strict=True):
        if first == second:
            level, note = Level.SPELLING, ""
        elif first is None or second is None:
            level, note = Level.PINYIN_TONELESS, "tone not typed"
        else:
            level, note = Level.FUZZY, "tone differs"
        x, y = (f"{letters}{tone or ''}" for tone in (first, second))
        evidence.append(SyllableEvidence(x, y, level.value, note))
    weakest = min(Level(part.level) for part in evidence)
    return Finding(weakest, 0.5, tuple(evidence))


def match_through_characters(a: LatinName, b: LatinName) -> Finding:
    """Compare a Vietnamese name with one in pinyin, without the characters between them.

    Returns:
        `fuzzy` if for every syllable some character is read both ways: many names are, so this
        never links.
    """
    findings = []
    for vietnamese, spelled, swapped in ((a, b, False), (b, a, True)):
        if spelled.pinyin and not vietnamese.pinyin:
            for reading in spelled.pinyin:
                found = _through_characters(vietnamese, reading)
                findings.append(found.swapped() if swapped else found)
    return best(findings)


def _through_characters(vietnamese: LatinName, spelled: PinyinName) -> Finding:
    if len(vietnamese.sounds) != len(spelled.syllables):
        return NOTHING
    evidence = []
    for word, letters, tone in zip(
        vietnamese.sounds, spelled.syllables, spelled.tones, strict=True
    ):
        possible = pinyin_of(word.key)
        typed = f"{letters}{tone or ''}"
        if not any(p == typed or (not tone and p[:-1] == letters) for p in possible):
            return NOTHING
        note = "some character is read both ways"
        evidence.append(SyllableEvidence(word.text, typed, Level.FUZZY.value, note))
    return Finding(Level.FUZZY, 0.6, tuple(evidence))


def _conclude(qualities: list[float], evidence: tuple[SyllableEvidence, ...]) -> Finding:
    levels = [Level(part.level) for part in evidence]
    mean = sum(qualities) / len(qualities)
    weakest = min(levels)
    if weakest >= Level.PINYIN_TONELESS:
        return Finding(weakest, mean, evidence)
    if weakest is Level.FUZZY and levels.count(Level.FUZZY) <= len(levels) / 2:
        return Finding(Level.FUZZY, mean * 0.9, evidence)
    return Finding(Level.NONE, mean, evidence)

"""Two Chinese names, of any script."""

from __future__ import annotations

from hanviet.orthography.chinese import to_simplified
from hanviet.readings.context import name_candidates, surname_length
from hanviet.readings.evidence import NOTHING, Finding, SyllableEvidence, best
from hanviet.readings.generic_parts import part_chinese
from hanviet.readings.levels import Level
from hanviet.readings.sounds import sound

SCRIPTS = (Level.SPELLING, Level.SCRIPT)


def match_chinese(a: str, b: str, kind: str | None) -> Finding:
    """Compare two Chinese names, their characters only.

    Args:
        a: The one name.
        b: The other.
        kind: The entity type, None if unknown.

    Returns:
        `spelling` if only spaces, dots or a generic word tell them apart, `script` if the
        simplified forms agree, `partial` without the surname, `fuzzy` if one character of three or
        more differs or a homophone stands in its place, else `none`.

    >>> match_chinese("陳剛", "陈刚", None).level, match_chinese("陈刚", "陈强", None).level
    (<Level.SCRIPT: 'script'>, <Level.NONE: 'none'>)
    """
    if not a or not b:
        return NOTHING
    findings = [_whole(a, b, kind)]
    if kind != "PERSON":
        findings += _without_generic_parts(a, b, kind)
    return best(findings)


def _whole(a: str, b: str, kind: str | None) -> Finding:
    if a == b:
        return Finding(Level.SPELLING, 1.0, _pairs(a, b))
    simple_a, simple_b = to_simplified(a), to_simplified(b)
    if simple_a == simple_b:
        return Finding(Level.SCRIPT, 1.0, _pairs(a, b))
    if len(a) == len(b):
        return _by_position(a, b, kind)
    return _without_surname(a, simple_a, b, simple_b) if kind != "PLACE" else NOTHING


def _pairs(a: str, b: str) -> tuple[SyllableEvidence, ...]:
    return tuple(
        SyllableEvidence(x, y, (Level.EXACT if x == y else Level.SCRIPT).value, "")
        for x, y in zip(a, b, strict=True)
    )


def _by_position(a: str, b: str, kind: str | None) -> Finding:
    simple_a, simple_b = to_simplified(a), to_simplified(b)
    evidence: list[SyllableEvidence] = []
    differing, homophones = 0, 0
    usual = zip(name_candidates(a, kind), name_candidates(b, kind), strict=True)
    for index, (readings_a, readings_b) in enumerate(usual):
        x, y = a[index], b[index]
        if simple_a[index] == simple_b[index]:
            evidence += _pairs(x, y)
            continue
        differing += 1
        same = bool(readings_a and readings_b) and (
            sound(readings_a[0].reading).key == sound(readings_b[0].reading).key
        )
        homophones += same
        level = Level.FUZZY if same else Level.NONE
        note = "same reading, another character" if same else "another character"
        evidence.append(SyllableEvidence(x, y, level.value, note))
    agreeing = len(a) - differing
    if agreeing and differing == 1 and (homophones or agreeing > 1):
        return Finding(Level.FUZZY, 0.5 if homophones else 0.1, tuple(evidence))
    return Finding(Level.NONE, agreeing / len(a), tuple(evidence))


def _without_surname(a: str, simple_a: str, b: str, simple_b: str) -> Finding:
    short, long = sorted((simple_a, simple_b), key=len)
    surname = surname_length(long)
    a_is_short = len(a) < len(b)
    original = b if a_is_short else a
    if surname and short == long[surname:]:
        quality = 0.7 if len(short) > 1 else 0.4
        part, note = original[:surname], "surname is missing"
    elif surname and short == long[:surname]:
        quality, part, note = 0.1, original[surname:], "given name is missing"
    else:
        return NOTHING
    sides = ("", part) if a_is_short else (part, "")
    return Finding(Level.PARTIAL, quality, (SyllableEvidence(*sides, Level.PARTIAL.value, note),))


def _without_generic_parts(a: str, b: str, kind: str | None) -> list[Finding]:
    part_a, part_b = (part_chinese(to_simplified(name)) for name in (a, b))
    if part_a and part_b and part_a.core == part_b.core and part_a.kinds != part_b.kinds:
        word = SyllableEvidence(
            part_a.generic, part_b.generic, Level.PARTIAL.value, "generic words differ"
        )
        return [Finding(Level.PARTIAL, 0.5, (word,))]
    findings = []
    for part, short, long, swapped in ((part_a, a, b, False), (part_b, b, a, True)):
        if part is None or len(part.core) < 2 or not part.is_rank:
            continue
        if not part.sure and kind != "PLACE":
            continue
        core = _whole(short[: len(part.core)], long, kind)
        if core.level in SCRIPTS:
            word = SyllableEvidence(part.generic, "", core.level.value, "generic word")
            finding = Finding(core.level, 0.5, (*core.evidence, word))
            findings.append(finding.swapped() if swapped else finding)
    return findings

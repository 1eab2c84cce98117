"""Two names in any scripts: at which level they agree, and why, syllable by syllable."""

from __future__ import annotations

import unicodedata

from hanviet.orthography.chinese import HAN_RUN, Script, has_han, script_of
from hanviet.readings.chinese_match import match_chinese
from hanviet.readings.evidence import NOTHING, Comparison, Finding, SyllableEvidence, best
from hanviet.readings.hanviet_match import match_reading
from hanviet.readings.latin import LatinName, latin_name
from hanviet.readings.latin_match import match_latin
from hanviet.readings.levels import Level
from hanviet.readings.pinyin_match import match_pinyin

__all__ = ["Comparison", "SyllableEvidence", "compare"]

MAX_LENGTH = 200
"""Longer texts are no names: they are compared for equality only."""


def compare(a: str, b: str, *, type: str | None = None) -> Comparison:
    """Compare two names.

    Vietnamese and Chinese are compared by Hán-Việt readings, pinyin and Chinese by pinyin, two
    Vietnamese names by their spelling and by what their marks say, two Chinese ones by their
    simplified forms. Latin letters that may be Vietnamese or pinyin are taken for both, and the
    better result counts. The level does not depend on the order of the names.

    Args:
        a: A name, in Vietnamese, Chinese of any script, or pinyin.
        b: Another.
        type: `PERSON`, `PLACE` or another entity type of both; None if unknown. It decides which
            readings and which generic words are possible.

    Returns:
        Level, score and evidence. Texts that are no names, or that mix Latin and Chinese, agree
        only if they are equal.

    >>> compare("Trần Cương", "陈刚").level, compare("Trần Cương", "Trần Cường").level
    (<Level.READING: 'reading'>, <Level.FUZZY: 'fuzzy'>)
    """
    first, second = (unicodedata.normalize("NFC", name) for name in (a, b))
    if first == second:
        evidence = (SyllableEvidence(a, b, Level.EXACT.value, ""),) if first else ()
        return Comparison.of(a, b, Finding(Level.EXACT, 1.0, evidence))
    return Comparison.of(a, b, _finding(first, second, type))


def _finding(a: str, b: str, kind: str | None) -> Finding:
    if max(len(a), len(b)) > MAX_LENGTH:
        return NOTHING
    a_is_chinese, b_is_chinese = has_han(a), has_han(b)
    if b_is_chinese and not a_is_chinese:
        return _latin_and_chinese(latin_name(a), b, kind)
    if a_is_chinese and not b_is_chinese:
        return _latin_and_chinese(latin_name(b), a, kind).swapped()
    if a_is_chinese:
        return match_chinese(_characters(a), _characters(b), kind)
    return match_latin(latin_name(a), latin_name(b), kind)


def _latin_and_chinese(latin: LatinName, chinese: str, kind: str | None) -> Finding:
    han = _characters(chinese)
    if not han:
        return NOTHING
    findings = [match_reading(latin, han, kind)]
    if latin.pinyin and findings[0].level < Level.PINYIN:
        findings.append(match_pinyin(latin, han, kind))
    return best(findings)


def _characters(text: str) -> str:
    """The characters of a Chinese name; empty if letters or kana stand among them."""
    if script_of(text) is Script.JAPANESE:
        return ""
    han = "".join(HAN_RUN.findall(text))
    letters = sum(char.isalnum() for char in text)
    return han if letters == len(han) else ""

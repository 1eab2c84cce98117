"""Two names in Latin letters: Vietnamese as typed, unmarked, cut short; or pinyin."""

from __future__ import annotations

from hanviet.orthography.letters import TONE_OF, Tone
from hanviet.orthography.vietnamese import Marks
from hanviet.readings.evidence import NOTHING, Finding, SyllableEvidence, best
from hanviet.readings.generic_parts import Parted, part_vietnamese
from hanviet.readings.hanviet_match import NO_MARKS, TONES_MISSING, conclude
from hanviet.readings.latin import LatinName, latin_name
from hanviet.readings.levels import Level
from hanviet.readings.pinyin_match import match_through_characters, match_two_pinyin
from hanviet.readings.sounds import Sound, difference, equal_as_typed

EDITABLE_LETTERS = 8
"""Names shorter than this are not compared by edits: too many others lie one edit away."""


def match_latin(a: LatinName, b: LatinName, kind: str | None) -> Finding:
    """Compare two names in Latin letters.

    Args:
        a: The one name.
        b: The other.
        kind: The entity type, None if unknown.

    Returns:
        The best of: as Vietnamese words, with generic words of places apart, as pinyin, as pinyin
        of characters that the other name may stand for (`fuzzy` at most).

    >>> match_latin(latin_name("Trần Cương"), latin_name("Tran Cuong"), None).level.value
    'unmarked'
    """
    findings = [_as_words(a, b, kind)]
    if a.pinyin and b.pinyin:
        findings.append(match_two_pinyin(a, b))
    elif a.pinyin or b.pinyin:
        findings.append(match_through_characters(a, b))
    if kind != "PERSON":
        findings += _without_generic_parts(a, b, kind)
    return best(findings)


def _as_words(a: LatinName, b: LatinName, kind: str | None) -> Finding:
    if not a.sounds or not b.sounds:
        return NOTHING
    joined_a, joined_b = ("".join(word.key for word in name.sounds) for name in (a, b))
    if joined_a == joined_b and ("+" in a.text) != ("+" in b.text):
        # Vietnam+ is a newspaper, Vietnam a country.
        return Finding(Level.PARTIAL, 0.5, _pairs(a, b, Level.PARTIAL, "a plus sign differs"))
    if joined_a == joined_b:
        return Finding(Level.SPELLING, 1.0, _pairs(a, b, Level.SPELLING, ""))
    if _typings_of_one(a, b):
        quality = 1.0 if NO_MARKS in (a.marks, b.marks) else TONES_MISSING
        return Finding(Level.UNMARKED, quality, _pairs(a, b, Level.UNMARKED, "marks not typed"))
    findings = [_edited(a, b)]
    if len(a.sounds) == len(b.sounds):
        findings.append(_by_position(a, b))
    elif kind != "PLACE":
        findings.append(_without_surname(a, b))
    return best(findings)


def _typings_of_one(a: LatinName, b: LatinName) -> bool:
    """Whether the names, words joined, differ only in marks that one of them lacks altogether."""
    if "".join(word.bare for word in a.sounds) != "".join(word.bare for word in b.sounds):
        return False
    if a.marks.vowels and b.marks.vowels:
        first, second = ("".join(word.toneless for word in name.sounds) for name in (a, b))
        if first != second:
            return False
    return not (a.marks.tones and b.marks.tones) or _tones(a) == _tones(b)


def _tones(name: LatinName) -> list[Tone | None]:
    """The tone mark upon each letter of the joined words."""
    return [TONE_OF.get(letter) for word in name.sounds for letter in word.key]


def _pairs(a: LatinName, b: LatinName, level: Level, note: str) -> tuple[SyllableEvidence, ...]:
    if len(a.sounds) != len(b.sounds):
        return (SyllableEvidence(a.text, b.text, level.value, note or "words joined"),)
    return tuple(
        SyllableEvidence(x.text, y.text, level.value, "" if x.key == y.key else note)
        for x, y in zip(a.sounds, b.sounds, strict=True)
    )


def _by_position(a: LatinName, b: LatinName) -> Finding:
    parts = [
        _syllable(a, b, index, a.initials[index] != b.initials[index])
        for index in range(len(a.sounds))
    ]
    return conclude([value for value, _ in parts], tuple(evidence for _, evidence in parts))


def _syllable(
    a: LatinName, b: LatinName, index: int, initial: bool
) -> tuple[float, SyllableEvidence]:
    x, y = a.sounds[index], b.sounds[index]
    if x.key == y.key:
        return 1.0, SyllableEvidence(x.text, y.text, Level.SPELLING.value, "")
    if initial:
        return _initial(x, y)
    if _compatible(x, y, a.marks, b.marks):
        return 1.0, SyllableEvidence(x.text, y.text, Level.UNMARKED.value, "marks not typed")
    nearness, note = difference(x, y, marked=NO_MARKS not in (a.marks, b.marks))
    level = Level.FUZZY if nearness else Level.NONE
    return nearness, SyllableEvidence(x.text, y.text, level.value, note)


def _initial(x: Sound, y: Sound) -> tuple[float, SyllableEvidence]:
    short, long = sorted((x, y), key=lambda word: len(word.text))
    fits = long.text.lower().startswith(short.text.lower()) or long.bare.startswith(short.bare)
    level, note = (Level.PARTIAL, "initial") if fits else (Level.NONE, "another initial")
    return 0.5 * fits, SyllableEvidence(x.text, y.text, level.value, note)


def _compatible(x: Sound, y: Sound, a: Marks, b: Marks) -> bool:
    """Whether two words of names with such marks can be typings of one."""
    return equal_as_typed(x, y, tones=a.tones and b.tones, vowels=a.vowels and b.vowels)


def _without_surname(a: LatinName, b: LatinName) -> Finding:
    """One name is the end of the other, or its first word."""
    short, long = sorted((a, b), key=lambda name: len(name.sounds))
    size, cut = len(short.sounds), len(long.sounds) - len(short.sounds)
    tail = _tail(long, cut)
    rest = _by_position(short, tail)
    if rest.level < Level.PARTIAL:
        if size > 1 or short.sounds[0].key != long.sounds[0].key:
            return NOTHING
        rest, quality = Finding(Level.PARTIAL), 0.1
        named = _in_order(a, short, " ".join(w.text for w in long.sounds[1:]))
        first = SyllableEvidence(a.sounds[0].text, b.sounds[0].text, Level.SPELLING.value, "")
        named_part = SyllableEvidence(*named, Level.PARTIAL.value, "given name is missing")
        return Finding(Level.PARTIAL, quality, (first, named_part))
    quality = (0.7 if size > 1 else 0.4) * (1.0 if rest.level is Level.SPELLING else 0.6)
    missing_text = " ".join(word.text for word in long.sounds[:cut])
    sides = _in_order(a, short, missing_text)
    missing = SyllableEvidence(*sides, Level.PARTIAL.value, "surname is missing")
    evidence = rest.evidence if short is a else rest.swapped().evidence
    return Finding(Level.PARTIAL, quality, (missing, *evidence))


def _in_order(a: LatinName, short: LatinName, text: str) -> tuple[str, str]:
    return ("", text) if short is a else (text, "")


def _tail(name: LatinName, cut: int) -> LatinName:
    return LatinName(name.text, name.sounds[cut:], name.initials[cut:], name.marks, ())


def _edited(a: LatinName, b: LatinName) -> Finding:
    """Near by letters: one edit in eight letters, two in sixteen."""
    from rapidfuzz.distance import Levenshtein

    x, y = ("".join(word.bare for word in name.sounds) for name in (a, b))
    size = min(len(x), len(y))
    if size < EDITABLE_LETTERS:
        return NOTHING
    limit = size // EDITABLE_LETTERS
    edits = Levenshtein.distance(x, y, score_cutoff=limit)
    if not 0 < edits <= limit:
        return NOTHING
    note = "1 letter differs" if edits == 1 else f"{edits} letters differ"
    part = SyllableEvidence(a.text, b.text, Level.FUZZY.value, note)
    return Finding(Level.FUZZY, 0.5 / edits, (part,))


def _without_generic_parts(a: LatinName, b: LatinName, kind: str | None) -> list[Finding]:
    head_a, head_b = part_vietnamese(a.text), part_vietnamese(b.text)
    if head_a and head_b:
        if head_a.kinds & head_b.kinds:
            return [_cores(a, head_a, b, head_b, kind, agree=True)]
        if head_a.sure and head_b.sure:
            return [_cores(a, head_a, b, head_b, kind, agree=False)]
    findings = []
    if head_a and head_a.sure:
        findings.append(_cores(a, head_a, b, None, kind, agree=head_a.is_rank))
    if head_b and head_b.sure:
        findings.append(_cores(a, None, b, head_b, kind, agree=head_b.is_rank))
    return findings


def _cores(
    a: LatinName,
    head_a: Parted | None,
    b: LatinName,
    head_b: Parted | None,
    kind: str | None,
    *,
    agree: bool,
) -> Finding:
    core = _as_words(_core(a, head_a), _core(b, head_b), kind)
    x, y = (head.generic if head else "" for head in (head_a, head_b))
    if agree or core.level < Level.PARTIAL:
        word = SyllableEvidence(x, y, core.level.value, "generic word")
        return Finding(core.level, core.quality * 0.5, (word, *core.evidence))
    note = "generic words differ" if x and y else "generic word is missing"
    word = SyllableEvidence(x, y, Level.PARTIAL.value, note)
    return Finding(Level.PARTIAL, 0.5, (word, *core.evidence))


def _core(name: LatinName, head: Parted | None) -> LatinName:
    if head is None:
        return name
    core = latin_name(head.core)
    return LatinName(core.text, core.sounds, core.initials, name.marks, core.pinyin)

"""The evidence of a proposal, syllable by syllable, in plain words."""

from __future__ import annotations

from collections import Counter

from hanviet.orthography.chinese import HAN_RUN
from hanviet.orthography.words import words
from hanviet.proposals.generic_words import Way
from hanviet.proposals.ranked import Ranked
from hanviet.proposals.renderings import Learned
from hanviet.proposals.roles import GIVEN, INNER, LAST, MIDDLE, Kind, roles_of, surname_size
from hanviet.readings.evidence import SyllableEvidence
from hanviet.readings.levels import Level
from hanviet.readings.sounds import sound
from hanviet.readings.table import standings_for

_COUNTRIES = {"CN": "China", "VN": "Việt Nam"}
_TYPES = {"PERSON": "a person", "PLACE": "a place"}


def evidence_of(
    source: str, way: Way, ranked: Ranked, learned: Learned
) -> tuple[SyllableEvidence, ...]:
    """Say why a form is proposed.

    Args:
        source: The name asked for, without the generic word that was set apart.
        way: What became of the generic word.
        ranked: The form.
        learned: The gazetteer's renderings that it rests on.

    Returns:
        One line a syllable, one for a generic word, and one that says what the name was taken for.
    """
    end = len(ranked.form) - len(way.after)
    rendered = ranked.form[len(way.before) : end]
    from_chinese = HAN_RUN.search(source) is not None
    han, vi = (source, rendered) if from_chinese else (rendered, source)
    syllables = [word.text for word in words(vi)]
    kind = ranked.kind
    surname = surname_size(han) if kind.type == "PERSON" else 0
    roles = roles_of(len(han), surname, kind.type)
    lines = []
    for syllable, char, role in zip(syllables, han, roles, strict=True):
        note = _note(syllable, char, role, kind, learned, from_chinese=from_chinese)
        sides = (char, syllable) if from_chinese else (syllable, char)
        level = Level.READING if char in standings_for(syllable) else Level.NONE
        lines.append(SyllableEvidence(*sides, level.value, note))
    if way.word:
        other = way.before.strip() or way.after
        lines.append(SyllableEvidence(way.word, other, Level.READING.value, way.said))
    taken = f"taken for the name of {_TYPES[kind.type]} of {_COUNTRIES[kind.country]}"
    lines.append(SyllableEvidence(source, rendered, Level.READING.value, taken))
    return tuple(lines)


def _note(
    syllable: str, char: str, role: str, kind: Kind, learned: Learned, *, from_chinese: bool
) -> str:
    roles: tuple[str, ...] = (role,)
    for siblings in ((MIDDLE, GIVEN), (INNER, LAST)):
        if role in siblings:
            roles = siblings
    spelled = sound(syllable).key
    counts: Counter[str] = Counter()
    for country in _COUNTRIES:
        for one in roles:
            other = Kind(kind.type, country)
            counts += (
                learned.syllables(other, one, char)
                if from_chinese
                else learned.characters(other, one, spelled)
            )
    total, same = sum(counts.values()), counts[spelled if from_chinese else char]
    if not total:
        return f"{role}: a reading; no reviewed name has it"
    return f"{role}: so in {same} of {total} reviewed names"

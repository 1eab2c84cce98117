"""Propose forms of a name in the other language, by readings and by what the gazetteer teaches."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from hanviet.orthography.chinese import HAN_RUN, Script, script_of, to_simplified
from hanviet.orthography.words import words
from hanviet.proposals import to_chinese, to_vietnamese
from hanviet.proposals.calibration import calibrated
from hanviet.proposals.generic_words import Way, chinese_ways, vietnamese_ways
from hanviet.proposals.ranked import Ranked
from hanviet.proposals.renderings import Learned, learned_without, renderings_of
from hanviet.proposals.roles import KINDS, Kind
from hanviet.proposals.wording import evidence_of
from hanviet.readings.evidence import SyllableEvidence
from hanviet.readings.levels import Level
from hanviet.readings.sounds import sound

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer

CACHED_NAMES = 8192
PEOPLE = tuple(kind for kind in KINDS if kind.type == "PERSON")
QUICK_BEAM = 6
"""Forms kept where only the likeliest is asked for; it is the same one, in a tenth of the time."""
DEFAULT_TOP = 10
LEAST_PROBABILITY = 0.01
"""Less likely forms are not worth reading."""
ABSTAIN_BELOW = 0.05
"""Where no form is likelier, nothing is proposed."""

_PHONETIC = re.compile(r"\w-[a-zà-ỹđ]")
"""A hyphen before a small letter: a foreign name as it sounds, `Mát-xcơ-va`."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A form of a name in the other language.

    Args:
        form: Chinese in simplified characters, or Vietnamese.
        probability: How likely it is the form in use; calibrated, see docs/proposals.md.
        level: `reading`, or how the name agrees with an entry of the gazetteer.
        evidence: Syllable by syllable, then generic words, last what the name was taken for.
    """

    form: str
    probability: float
    level: Level
    evidence: tuple[SyllableEvidence, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A ranked form, and how it came about."""

    ranked: Ranked
    way: Way
    source: str


def propose_by_readings(
    gazetteer: Gazetteer, name: str, *, type: str | None = None, top: int = DEFAULT_TOP
) -> list[Proposal]:
    """Propose forms without looking whole names up.

    Args:
        gazetteer: Its reviewed pairs teach which characters are usual; the pairs of entries that
            bear this very name are left out.
        name: A Vietnamese name with its marks, or a Chinese one of any script.
        type: PERSON or PLACE; None if unknown. Other types are not rendered by readings alone.
        top: At most so many.

    Returns:
        The likeliest first; none for a name that readings do not render.
    """
    return list(_proposals(gazetteer, unicodedata.normalize("NFC", name).strip(), type, top))


@lru_cache(maxsize=CACHED_NAMES)
def _proposals(
    gazetteer: Gazetteer, name: str, type_: str | None, top: int
) -> tuple[Proposal, ...]:
    learned = learned_without(renderings_of(gazetteer), name)
    candidates = ranked_candidates(name, learned, type_)
    if not candidates:
        return ()
    from_chinese = HAN_RUN.search(name) is not None
    best = candidates[0].ranked.kind
    probabilities = [
        calibrated(one.ranked.share, best, to_vietnamese=from_chinese) for one in candidates
    ]
    if probabilities[0] < ABSTAIN_BELOW:
        return ()
    scale = max(1.0, sum(probabilities))
    found = []
    for one, probability in zip(candidates[:top], probabilities, strict=False):
        if probability < LEAST_PROBABILITY:
            break
        parts = evidence_of(one.source, one.way, one.ranked, learned)
        found.append(Proposal(one.ranked.form, round(probability / scale, 3), Level.READING, parts))
    return tuple(found)


@lru_cache(maxsize=CACHED_NAMES)
def likeliest_person(gazetteer: Gazetteer, name: str) -> tuple[str, float]:
    """Give the likeliest form of a person's name and its probability: quick, without evidence.

    Args:
        gazetteer: What usual renderings are learned from.
        name: A name, NFC.

    Returns:
        An empty form and 0 where nothing is proposed.
    """
    learned = learned_without(renderings_of(gazetteer, PEOPLE), name)
    from_chinese = HAN_RUN.search(name) is not None
    if from_chinese:
        found = [one.ranked for one in _vietnamese_candidates(name, learned, PEOPLE)]
    else:
        syllables = _syllables(name)
        found = to_chinese.rank_chinese(syllables, learned, PEOPLE, beam=QUICK_BEAM)
    if not found:
        return "", 0.0
    return found[0].form, calibrated(found[0].share, found[0].kind, to_vietnamese=from_chinese)


def ranked_candidates(name: str, learned: Learned, type_: str | None) -> list[_Candidate]:
    """All forms with their shares, uncalibrated; what calibration is fitted on."""
    kinds = tuple(kind for kind in KINDS if type_ in (None, kind.type))
    if not kinds or not name:
        return []
    if HAN_RUN.search(name):
        return _vietnamese_candidates(name, learned, kinds)
    return _chinese_candidates(name, learned, kinds)


def _chinese_candidates(name: str, learned: Learned, kinds: tuple[Kind, ...]) -> list[_Candidate]:
    places = tuple(kind for kind in kinds if kind.type == "PLACE")
    ways = vietnamese_ways(name, learned) if places else [Way(name, "", "", 1.0, "", "")]
    found = []
    for way in ways:
        syllables = _syllables(way.core)
        ranked = to_chinese.rank_chinese(syllables, learned, places if way.word else kinds)
        found += [_candidate(one, way, way.core) for one in ranked]
    return _merged(found)


def _syllables(name: str) -> list[str]:
    """The syllables, folded to spelling; none if it is written as no Vietnamese name is."""
    spelled = words(name)
    if _PHONETIC.search(name) or not all(char.isalpha() or char in " -–.’'" for char in name):
        return []
    if len({word.text[0].isupper() for word in spelled}) != 1:
        # `Bộ Ngoại giao` is no name of a person or place.
        return []
    return [sound(word.text).key for word in spelled]


def _vietnamese_candidates(
    name: str, learned: Learned, kinds: tuple[Kind, ...]
) -> list[_Candidate]:
    if script_of(name) is Script.JAPANESE:
        return []
    han = to_simplified("".join(name.split()))
    if not HAN_RUN.fullmatch(han):
        return []
    places = tuple(kind for kind in kinds if kind.type == "PLACE")
    ways = chinese_ways(han, learned) if places else [Way(han, "", "", 1.0, "", "")]
    found = []
    for way in ways:
        ranked = to_vietnamese.rank_vietnamese(way.core, learned, places if way.word else kinds)
        found += [_candidate(one, way, way.core) for one in ranked]
    return _merged(found)


def _candidate(one: Ranked, way: Way, source: str) -> _Candidate:
    form = f"{way.before}{one.form}{way.after}"
    return _Candidate(replace(one, form=form, share=one.share * way.share), way, source)


def _merged(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Forms once each, the likeliest first."""
    by_form: dict[str, list[_Candidate]] = defaultdict(list)
    for one in candidates:
        by_form[one.ranked.form].append(one)
    merged = []
    for group in by_form.values():
        best = max(group, key=lambda one: one.ranked.share)
        share = sum(one.ranked.share for one in group)
        merged.append(replace(best, ranked=replace(best.ranked, share=share)))
    return sorted(merged, key=lambda one: (-one.ranked.share, one.ranked.form))

"""How a Chinese character is read, alone, in a given name, in the name of a place or a body.

Our own tables of surnames, given names and places come first, then pypinyin's phrases.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from hanviet.data import read_sections
from hanviet.orthography.chinese import HAN_RUN, Script, script_of, to_simplified
from hanviet.orthography.pinyin_syllable import NEUTRAL, SYLLABLES, split_number, with_number

SURNAMES = "readings/pinyin-surnames.yaml"
OVERRIDES = "readings/pinyin-overrides.yaml"


@lru_cache(maxsize=32768)
def char_readings(char: str) -> tuple[str, ...]:
    """Give all readings of one character, for matching.

    Args:
        char: A Chinese character in either script.

    Returns:
        Numbered syllables, the commonest first, readings as a surname among them; empty if none
        is known.

    >>> char_readings("刚"), "zeng1" in char_readings("曾")
    (('gang1',), True)
    """
    from pypinyin import Style
    from pypinyin import pinyin as all_readings

    if not HAN_RUN.fullmatch(char) or len(char) != 1:
        return ()
    found = all_readings(
        char, style=Style.TONE3, heteronym=True, errors="ignore", neutral_tone_with_five=True
    )
    readings = [reading.replace("ü", "v") for group in found for reading in group]
    readings += [
        with_number(table[char]) for table in read_sections(SURNAMES).values() if char in table
    ]
    return tuple(dict.fromkeys(r for r in readings if split_number(r)[0] in SYLLABLES))


def given_readings(run: str) -> tuple[str, ...]:
    """Read the characters of a given name: no particle, no neutral tone.

    Args:
        run: Chinese characters only.

    Returns:
        One numbered syllable per character.

    >>> given_readings("子材")
    ('zi3', 'cai2')
    """
    table = read_sections(SURNAMES)["given"]
    readings = list(phrase_readings(run))
    for place, char in enumerate(run):
        in_phrase = len(run) > 1 and readings[place] != phrase_readings(char)[0]
        if char in table and not in_phrase:
            readings[place] = with_number(table[char])
        elif readings[place].endswith(str(NEUTRAL)):
            full = (r for r in char_readings(char) if not r.endswith(str(NEUTRAL)))
            readings[place] = next(full, readings[place])
    return tuple(readings)


@lru_cache(maxsize=8192)
def place_readings(run: str) -> tuple[str, ...]:
    """Read a name that is no person's: our table of places first, then phrases.

    Args:
        run: Chinese characters only.

    Returns:
        One numbered syllable per character.

    >>> place_readings("六安")
    ('lu4', 'an1')
    """
    simplified = to_simplified(run)
    readings = list(phrase_readings(run))
    table = read_sections(OVERRIDES)["places"]
    for match in _place_pattern().finditer(simplified):
        readings[match.start() : match.end()] = numbered(table[match.group()])
    return tuple(readings)


def numbered(spaced: str) -> tuple[str, ...]:
    """Turn syllables with marks, as the tables have them, into numbered ones.

    >>> numbered("ōu yáng")
    ('ou1', 'yang2')
    """
    return tuple(with_number(syllable) for syllable in spaced.split())


@lru_cache(maxsize=8192)
def phrase_readings(run: str) -> tuple[str, ...]:
    """Read a run of Chinese characters by pypinyin's phrases, which are in simplified."""
    from pypinyin import Style, lazy_pinyin

    by_script = run if script_of(run) in (Script.HANS, Script.COMMON) else to_simplified(run)
    readings: list[str] = []
    # Numbers of our own: pypinyin's take longer than its look-up.
    for found in lazy_pinyin(by_script, style=Style.TONE):
        # Unknown characters come back as they were, neighbours in one piece.
        unknown = HAN_RUN.match(found)
        readings += unknown.group() if unknown else [with_number(found)]
    return tuple(readings)


@cache
def _place_pattern() -> re.Pattern[str]:
    places = read_sections(OVERRIDES)["places"]
    return re.compile("|".join(sorted(map(re.escape, places), key=len, reverse=True)))

"""The built tables: character → readings, syllable → characters, names statistics.

They are read from `gazetteer/readings/*.tsv` when first needed. Loading cuts the files into lines
by character; a line is taken apart when its character is asked for, so that a short-lived command
pays for the characters of its own names only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from hanviet.data import data_path
from hanviet.readings.sounds import sound

CACHED_CHARACTERS = 16384


@dataclass(frozen=True, slots=True)
class CharReading:
    """One Hán-Việt reading of a character.

    Args:
        reading: The syllable, lower case, NFC.
        pinyin: Pronunciations that the reading belongs to (`gang1`, `lv3`); empty if unknown.
        level: 1 to 3, the character's level in 通用规范汉字表; 0 if it is not in it.
        sources: Where the reading comes from (see the head of `readings.tsv`).
    """

    reading: str
    pinyin: tuple[str, ...]
    level: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OverlayReading:
    """One line of our own overlay.

    Args:
        reading: One syllable for each character, separated by spaces.
        context: `any`, `person`, `surname`, `given` or `place`.
        rank: `first`, `also` or `rare`.
    """

    reading: str
    context: str
    rank: str


@lru_cache(maxsize=CACHED_CHARACTERS)
def readings_of(char: str) -> tuple[CharReading, ...]:
    """Give the Hán-Việt readings of a character, the usual one first.

    Args:
        char: One character of any script; it is looked up as it is.

    Returns:
        Its readings without regard to context; empty if the table has none.

    >>> [r.reading for r in readings_of("刚")], [r.reading for r in readings_of("重")]
    (['cương'], ['trọng', 'trùng'])
    """
    return tuple(_char_reading(line) for line in _reading_lines().get(char, ()))


@cache
def overlay() -> dict[str, tuple[OverlayReading, ...]]:
    """Give our own readings by character or word, simplified. Not to be changed by callers."""
    rows: dict[str, list[OverlayReading]] = {}
    for line in _lines("readings/overlay.tsv"):
        han, reading, context, rank, _ = line.split("\t")
        rows.setdefault(han, []).append(OverlayReading(reading, context, rank))
    return {han: tuple(readings) for han, readings in rows.items()}


@cache
def surnames() -> dict[str, int]:
    """Give the surnames, simplified, with the number of names each begins in the statistics.

    >>> surnames()["陈"] > surnames()["车"] > 0
    True
    """
    rows = (line.split("\t") for line in _lines("readings/surnames.tsv"))
    return {surname: int(names) for surname, names, _ in rows}


@cache
def given_name_counts() -> dict[str, tuple[int, int, int]]:
    """Give for each character of given names how often it is the only, first or last of them.

    >>> sum(given_name_counts()["德"]) > 100
    True
    """
    rows = (line.split("\t") for line in _lines("readings/given-names.tsv"))
    return {char: (int(only), int(first), int(last)) for char, only, first, last in rows}


@cache
def given_name_pairs() -> dict[str, int]:
    """Give the given names of two characters, with the number of names that have each.

    >>> given_name_pairs()["建国"] > 1
    True
    """
    rows = (line.split("\t") for line in _lines("readings/given-name-pairs.tsv"))
    return {given: int(names) for given, names in rows}


@cache
def place_character_counts() -> dict[str, tuple[int, int, int]]:
    """Give for each character how often it begins, stands within, ends the name of a division.

    >>> place_character_counts()["山"][2] > 100
    True
    """
    rows = (line.split("\t") for line in _lines("readings/place-characters.tsv"))
    return {char: (int(first), int(mid), int(last)) for char, first, mid, last in rows}


def standings_for(syllable: str) -> Mapping[str, float]:
    """Give the simplified characters that can be read as a syllable, by the reading's standing.

    Args:
        syllable: One syllable with its marks, in any case and spelling.

    Returns:
        Characters of 通用规范汉字表; 1 for a character whose usual reading it is, less for others.

    >>> standings_for("cương")["刚"]
    1.0
    """
    return _standings_by_sound().get(sound(syllable).key, {})


def characters_for(syllable: str) -> tuple[tuple[str, float], ...]:
    """Give the simplified characters that can be read as a Vietnamese syllable.

    Args:
        syllable: One syllable with its marks, in any case and spelling (`Hoà`, `Lí`).

    Returns:
        Characters of 通用规范汉字表 with a weight, the likeliest in a name first. A weight is the
        character's frequency in names (given names and surnames, plus one) times the standing of
        the reading among the character's readings; it has no unit.

    >>> [char for char, _ in characters_for("cương")][:2]
    ['刚', '岗']
    """
    return _characters_by_sound().get(sound(syllable).key, ())


@cache
def _characters_by_sound() -> dict[str, tuple[tuple[str, float], ...]]:
    names, given = surnames(), given_name_counts()

    def weighted(char: str, standing: float) -> tuple[str, float]:
        return char, standing * (1.0 + names.get(char, 0) + sum(given.get(char, ())))

    return {
        key: tuple(
            sorted(
                (weighted(char, standing) for char, standing in standings.items()),
                key=lambda item: (-item[1], item[0]),
            )
        )
        for key, standings in _standings_by_sound().items()
    }


@cache
def _standings_by_sound() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    ours = overlay()
    for char, lines in _reading_lines().items():
        # Not by `readings_of`: only two of the fields are needed, of eight thousand characters.
        table = [line.split("\t", 4) for line in lines]
        if table[0][3] == "0":
            continue
        ranked = [(fields[1], 1.0 / (1 + 2 * rank)) for rank, fields in enumerate(table)]
        ranked += [(row.reading, _OVERLAY_STANDING[row.rank]) for row in ours.get(char, ())]
        for reading, standing in ranked:
            standings = found.setdefault(sound(reading).key, {})
            standings[char] = max(standings.get(char, 0.0), standing)
    return found


def pinyin_of(key: str) -> frozenset[str]:
    """Give the pinyin of all characters that can be read as a syllable.

    Args:
        key: The syllable, folded to spelling.

    >>> "gang1" in pinyin_of("cương")
    True
    """
    return _pinyin_by_sound().get(key, frozenset())


@cache
def _pinyin_by_sound() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for char in _reading_lines():
        table = readings_of(char)
        if table[0].level:
            for row in table:
                found.setdefault(sound(row.reading).key, set()).update(row.pinyin)
    return {key: frozenset(pinyin) for key, pinyin in found.items()}


_OVERLAY_STANDING = {"first": 1.0, "also": 0.5, "rare": 0.1}


@cache
def _reading_lines() -> dict[str, list[str]]:
    by_char: dict[str, list[str]] = {}
    for line in _lines("readings/readings.tsv"):
        char = line[0]
        if char in by_char:
            by_char[char].append(line)
        else:
            by_char[char] = [line]
    return by_char


def _char_reading(line: str) -> CharReading:
    _, reading, pinyin, level, sources = line.split("\t")
    return CharReading(reading, tuple(pinyin.split()), int(level), tuple(sources.split()))


def _lines(relative: str) -> list[str]:
    """The data lines of a built table: no comments, no header."""
    lines = data_path(relative).read_text(encoding="utf-8").splitlines()
    body = [line for line in lines if line[0] != "#"]
    return body[1:]

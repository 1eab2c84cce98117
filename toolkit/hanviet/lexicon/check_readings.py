"""Checks of pairs against the readings: Hán-Việt and pinyin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hanviet.lexicon.check import mild
from hanviet.lexicon.load import Problem
from hanviet.lexicon.model import Entry, Pair
from hanviet.orthography.chinese import HAN_RUN

_READ_IN = ("CN", "VN")
_FOREIGN_DOTS = ("·", "•", "・")


def check_readings(entries: Sequence[Entry]) -> list[Problem]:
    """Check that names are regular unless marked, and that given pinyin is that of the characters.

    Args:
        entries: The entries of a gazetteer.

    Returns:
        The complaints; about drafts only warnings.

    >>> pair = Pair(vi=("Trần Cường",), zh=("陈刚",))
    >>> person = Entry("person.cn.x", "PERSON", "CN", (pair,), place="x:1")
    >>> print(check_readings([person])[0].message)
    Trần Cường is no reading of 陈刚: Cường/刚 (tone differs: cương)
    """
    problems: list[Problem] = []
    for entry in entries:
        for pair in entry.pairs:
            if pair.vi and pair.zh and has_regularity(entry):
                problems += _regular(entry, pair)
            if pair.pinyin:
                problems += _pinyin(entry, pair)
    return problems


def has_regularity(entry: Entry) -> bool:
    """Whether the pairs of an entry are expected to be Hán-Việt readings."""
    return entry.type in ("PERSON", "PLACE") and entry.country in _READ_IN


def is_regular(entry: Entry, pair: Pair) -> bool:
    """Whether the first Vietnamese form of a pair is a reading of its first Chinese form."""
    from hanviet.readings.compare import compare
    from hanviet.readings.levels import Level

    return compare(pair.vi[0], pair.zh[0], type=entry.type).level >= Level.READING


def _regular(entry: Entry, pair: Pair) -> Iterator[Problem]:
    vi, zh = pair.vi[0], pair.zh[0]
    if any(dot in zh for dot in _FOREIGN_DOTS) or pair.avoid:
        return
    regular = is_regular(entry, pair)
    if regular and pair.irregular:
        yield Problem(
            entry.place, f"{vi} {zh} is marked irregular, but is regular",
            "remove `reading: irregular`", error=False,
        )  # fmt: skip
    elif not regular and not pair.irregular:
        problem = Problem(
            entry.place, f"{vi} is no reading of {zh}{_why(entry, vi, zh)}",
            "correct a form, or mark the pair `reading: irregular`",
            error=pair.status != "draft",
        )  # fmt: skip
        yield mild(entry, problem)


def _why(entry: Entry, vi: str, zh: str) -> str:
    from hanviet.readings.compare import compare

    evidence = compare(vi, zh, type=entry.type).evidence
    wrong = [part for part in evidence if part.level not in ("reading", "exact")]
    if not wrong:
        return ""
    return ": " + ", ".join(f"{part.a}/{part.b} ({part.note})" for part in wrong)


def _pinyin(entry: Entry, pair: Pair) -> Iterator[Problem]:
    from hanviet.orthography.pinyin_input import parse_pinyin
    from hanviet.orthography.pinyin_readings import char_readings

    characters = "".join(HAN_RUN.findall(pair.zh[0])) if pair.zh else ""
    for reading in parse_pinyin(pair.pinyin):
        if len(reading.syllables) == len(characters) and all(
            f"{letters}{tone or 5}" in char_readings(char)
            for letters, tone, char in zip(
                reading.syllables, reading.tones, characters, strict=True
            )
        ):
            return
    yield mild(
        entry,
        Problem(
            entry.place, f"pinyin {pair.pinyin!r} is not that of {characters or 'any form'}",
            "correct it, or leave it out to have it derived",
        ),
    )  # fmt: skip

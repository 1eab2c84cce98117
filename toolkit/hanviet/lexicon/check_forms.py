"""Checks of the forms themselves: script, spelling, and that no two entries share theirs."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hanviet.lexicon.load import Problem
from hanviet.lexicon.model import Entry, Pair
from hanviet.orthography.chinese import Script, has_han, script_of, to_simplified
from hanviet.orthography.syllable import canonical_syllable

_TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"
_WORD = re.compile(r"[^\W\d_]+")


def check_forms(entries: Sequence[Entry]) -> list[Problem]:
    """Check every form of every entry.

    Args:
        entries: The entries of a gazetteer.

    Returns:
        The complaints.

    >>> pair = Pair(vi=("Trần 刚",), zh=("陳剛",))
    >>> for problem in check_forms([Entry("person.cn.x", "PERSON", "CN", (pair,), place="x:1")]):
    ...     print(problem.message)
    Vietnamese form 'Trần 刚' holds Chinese characters
    Chinese form '陳剛' is not simplified
    """
    problems = []
    for entry in entries:
        if not any((pair.vi or pair.zh) and not pair.avoid for pair in entry.pairs):
            problems.append(Problem(entry.place, "has no form to print", "give one without avoid"))
        for pair in entry.pairs:
            for form in pair.vi:
                problems += _vietnamese(entry, form)
            for form in pair.zh:
                problems += _chinese(entry, form, (pair.hant,))
            problems += _traditional(entry, pair)
        problems += _repeated(entry)
    return [*problems, *check_shared(entries)]


def _vietnamese(entry: Entry, form: str) -> Iterator[Problem]:
    if has_han(form):
        yield _wrong(entry, f"Vietnamese form {form!r} holds Chinese characters", "move them to zh")
        return
    alien = [char for char in form if char.isalpha() and not _is_latin(char)]
    if alien:
        name = unicodedata.name(alien[0], "unknown character")
        yield _wrong(entry, f"Vietnamese form {form!r} holds {alien[0]!r} ({name})", "retype it")
    for word in _WORD.findall(form):
        canonical = canonical_syllable(word)
        if canonical is None or canonical == word.lower():
            continue
        if _without_tone(canonical) == _without_tone(word.lower()):
            yield Problem(
                entry.place,
                f"{word!r} in {form!r} has its tone mark on another letter than {canonical!r}",
                "write the tone mark as in hòa, thủy, quý",
                error=False,
            )
    yield from _spaces(entry, form)


def _chinese(entry: Entry, form: str, kept: tuple[str, ...]) -> Iterator[Problem]:
    for char in form:
        if not char.isascii() and char.isalpha() and _is_latin(char):
            yield _wrong(
                entry, f"Chinese form {form!r} holds the letter {char!r}",
                "only unmarked Latin letters of brands and abbreviations stand in Chinese",
            )  # fmt: skip
            break
    if script_of(form) is Script.JAPANESE:
        yield _wrong(entry, f"Chinese form {form!r} holds kana", "write it in Chinese")
    elif form not in kept and _is_traditional(form):
        simplified = to_simplified(form)
        yield _wrong(
            entry, f"Chinese form {form!r} is not simplified",
            f"write {simplified}; if simplified text keeps the character, say so by `hant: {form}`",
        )  # fmt: skip
    yield from _spaces(entry, form)


def _is_traditional(form: str) -> bool:
    """Whether simplified text would write a character of the form otherwise.

    OpenCC also rewrites characters that the standard table 通用规范汉字表 (2013) has restored for
    names (昇, 喆); those are simplified characters.
    """
    if script_of(form) not in (Script.HANT, Script.MIXED):
        return False
    changed = [a for a, b in zip(form, to_simplified(form), strict=True) if a != b]
    return any(not _is_standard(char) for char in changed)


def _is_standard(char: str) -> bool:
    from hanviet.readings.table import readings_of

    return any(reading.level for reading in readings_of(char))


def _traditional(entry: Entry, pair: Pair) -> Iterator[Problem]:
    if pair.hant and (not pair.zh or to_simplified(pair.hant) != to_simplified(pair.zh[0])):
        first = pair.zh[0] if pair.zh else "nothing"
        yield _wrong(
            entry, f"hant {pair.hant!r} is not the traditional form of {first}",
            "give the traditional form of the first Chinese form",
        )  # fmt: skip


def _spaces(entry: Entry, form: str) -> Iterator[Problem]:
    if form != " ".join(form.split()):
        yield _wrong(entry, f"form {form!r} holds doubled or special spaces", "use single spaces")


def _repeated(entry: Entry) -> Iterator[Problem]:
    """A pair that says nothing new: all its forms stand together in another one."""
    for index, pair in enumerate(entry.pairs):
        for other in entry.pairs[:index]:
            if (
                set(pair.vi) <= set(other.vi)
                and set(pair.zh) <= set(other.zh)
                and (pair.use, pair.region, pair.avoid) == (other.use, other.region, other.avoid)
                and (pair.since, pair.until) == (other.since, other.until)
            ):
                shown = " / ".join([*pair.vi[:1], *pair.zh[:1]])
                yield Problem(entry.place, f"pair {shown} repeats an earlier one", "remove it")


def check_shared(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Complain of entries that nothing tells apart: they are one thing entered twice."""
    groups: dict[tuple[str, str, str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.vi, entry.zh, entry.type, entry.country].append(entry)
    for group in groups.values():
        seen: dict[object, Entry] = {}
        for entry in group:
            marks = (entry.roles, entry.within, entry.until)
            other = seen.setdefault(marks, entry)
            if other is not entry and other.id != entry.id:
                yield Problem(
                    entry.place,
                    f"{entry.id} and {other.id} ({other.place}) share {entry.vi} {entry.zh}",
                    "keep one, or give the role, `within` or `until` that tells them apart",
                )


def _wrong(entry: Entry, message: str, remedy: str) -> Problem:
    return Problem(entry.place, message, remedy)


def _without_tone(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONE_MARKS))


@lru_cache(maxsize=4096)
def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith(("LATIN", "MODIFIER LETTER", "FEMININE", "MASC"))

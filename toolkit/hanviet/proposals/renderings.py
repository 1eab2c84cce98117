"""Which character the gazetteer's reviewed pairs have for which syllable, by role and kind.

Counted when first asked for, so that a user's own entries count too. Whatever is asked for is left
out of the counts: an entry that bears the name in question teaches nothing about it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from hanviet.orthography.vietnamese import Fold, fold, key
from hanviet.orthography.words import words
from hanviet.proposals.roles import (
    FOREIGN,
    HEAD_WORD,
    KINDS,
    LEFT_OUT,
    LONGEST_PERSON,
    LONGEST_PLACE,
    READ,
    SOUND,
    STYLE,
    WITH_HEAD,
    Kind,
    roles_of,
    surname_size,
)
from hanviet.readings.generic_parts import part_chinese, part_vietnamese
from hanviet.readings.sounds import sound

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer
    from hanviet.lexicon.model import Entry, Pair

WRITTEN_IN_CHARACTERS = frozenset(("JP", "KP", "KR", "TW", "HK", "MO", "SG"))
"""Countries whose people's names are written in characters of their own, not by their sound."""
SHORT_FOREIGN_NAME = 4
"""Up to so many letters a name may be an old reading: Anh 英, Pháp 法, Đức 德."""

Lesson = tuple[Kind, str, str, str]
"""What one syllable of one entry teaches: kind, role, syllable (folded to spelling), character."""


@dataclass(frozen=True, slots=True, eq=False)
class Renderings:
    """Counts of renderings.

    Attributes:
        by_syllable: Kind, role and syllable to characters with the number of entries.
        by_char: Kind, role and character to syllables with the number of entries.
        totals: Kind and role to the number of all of them.
        lessons: Entry id to what it taught.
        lengths: Kind to the number of entries by their number of syllables.
        bearers: Spelling key of a form to the ids of the entries that have it.
    """

    by_syllable: dict[tuple[Kind, str, str], Counter[str]]
    by_char: dict[tuple[Kind, str, str], Counter[str]]
    lengths: dict[Kind, Counter[int]]
    totals: Counter[tuple[Kind, str]]
    lessons: dict[str, tuple[Lesson, ...]]
    bearers: dict[str, tuple[str, ...]]

    def taught_by(self, name: str) -> Counter[Lesson]:
        """What the entries that bear a name taught: to be left out when that name is asked for."""
        ids = self.bearers.get(key(name, Fold.SPELLING), ())
        return Counter(lesson for id_ in ids for lesson in self.lessons.get(id_, ()))


class Learned:
    """The renderings of a gazetteer without those of one name; see `learned_without`.

    Attributes:
        renderings: All of them.
        leaves_out: Whether anything is left out.
    """

    def __init__(self, renderings: Renderings, name: str) -> None:
        self.renderings = renderings
        self.leaves_out = bool(renderings.taught_by(name))
        self._syllables: dict[tuple[Kind, str, str], Counter[str]] = defaultdict(Counter)
        self._chars: dict[tuple[Kind, str, str], Counter[str]] = defaultdict(Counter)
        for (kind, role, syllable, char), count in renderings.taught_by(name).items():
            self._syllables[kind, role, syllable][char] += count
            self._chars[kind, role, char][syllable] += count

    def characters(self, kind: Kind, role: str, syllable: str) -> Counter[str]:
        """Characters that stand for a syllable, with the number of entries."""
        known = self.renderings.by_syllable.get((kind, role, syllable), _NONE)
        return known - self._syllables.get((kind, role, syllable), _NONE)

    def syllables(self, kind: Kind, role: str, char: str) -> Counter[str]:
        """Syllables that a character is written with, with the number of entries."""
        known = self.renderings.by_char.get((kind, role, char), _NONE)
        return known - self._chars.get((kind, role, char), _NONE)

    def weight(self, kind: Kind, length: int) -> float:
        """How common a kind of name of so many syllables is among the entries."""
        lengths = self.renderings.lengths.get(kind, Counter())
        return (lengths[length] + 0.5) / (sum(lengths.values()) + 3.0)


_NONE: Counter[str] = Counter()


def learned_without(renderings: Renderings, name: str) -> Learned:
    """Give what is learned when a name is asked for: all but what its bearers taught.

    Args:
        renderings: All renderings.
        name: The name; for one that no entry bears, the answer is the same object every time.
    """
    learned = Learned(renderings, name)
    return learned if learned.leaves_out else _everything(renderings)


@lru_cache(maxsize=4)
def _everything(renderings: Renderings) -> Learned:
    return Learned(renderings, "")


@lru_cache(maxsize=8)
def renderings_of(gazetteer: Gazetteer, kinds: tuple[Kind, ...] = KINDS) -> Renderings:
    """Count the renderings of a gazetteer's people and places of China and Việt Nam.

    Args:
        gazetteer: Whose pairs are counted.
        kinds: What is counted; people alone are counted in a third of the time.
    """
    return count_renderings(gazetteer.entries.values(), kinds)


def count_renderings(entries: Iterable[Entry], kinds: tuple[Kind, ...] = KINDS) -> Renderings:
    """Count renderings in reviewed pairs that have as many syllables as characters.

    Foreign names are counted in any case.
    """
    by_syllable: dict[tuple[Kind, str, str], Counter[str]] = defaultdict(Counter)
    by_char: dict[tuple[Kind, str, str], Counter[str]] = defaultdict(Counter)
    lengths: dict[Kind, Counter[int]] = defaultdict(Counter)
    totals: Counter[tuple[Kind, str]] = Counter()
    lessons: dict[str, tuple[Lesson, ...]] = {}
    bearers: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        kind = _kind_of(entry)
        if kind is None or (kind not in kinds and kind != FOREIGN):
            continue
        taught = tuple(dict.fromkeys(_lessons(kind, entry)))
        if not taught:
            continue
        lessons[entry.id] = taught
        for form in {form for pair in entry.pairs for form in (*pair.vi, *pair.zh)}:
            bearers[key(form, Fold.SPELLING)].append(entry.id)
        lengths[kind][len(entry.zh if kind == FOREIGN else entry.vi.split())] += 1
        for _, role, syllable, char in taught:
            by_syllable[kind, role, syllable][char] += 1
            by_char[kind, role, char][syllable] += 1
            totals[kind, role] += 1
    return Renderings(
        dict(by_syllable),
        dict(by_char),
        dict(lengths),
        totals,
        lessons,
        {form: tuple(sorted(ids)) for form, ids in bearers.items()},
    )


def _kind_of(entry: Entry) -> Kind | None:
    kind = Kind(entry.type, entry.country)
    if kind in KINDS:
        return kind
    is_name = entry.type in ("PERSON", "PLACE") and entry.country not in ("CN", "VN", "INT")
    return FOREIGN if is_name and entry.country not in WRITTEN_IN_CHARACTERS else None


def _lessons(kind: Kind, entry: Entry) -> Iterator[Lesson]:
    for pair in entry.pairs:
        if pair.status != "reviewed" or pair.avoid or pair.use not in ("", "short", "old"):
            continue
        if kind != FOREIGN:
            yield from _lessons_of_pair(kind, pair)
        elif pair.vi and pair.zh and len(pair.vi[0]) > SHORT_FOREIGN_NAME:
            yield from ((kind, SOUND, "", char) for char in pair.zh[0] if char.isalpha())


def _lessons_of_pair(kind: Kind, pair: Pair) -> Iterator[Lesson]:
    limit = LONGEST_PERSON if kind.type == "PERSON" else LONGEST_PLACE
    for vi, zh in product(pair.vi, pair.zh):
        core, han = _cores(vi, zh, kind)
        syllables = [sound(word.text).key for word in words(core)]
        if len(han) != len(syllables) or len(han) > limit:
            continue
        surname = surname_size(han) if kind.type == "PERSON" else 0
        roles = roles_of(len(han), surname, kind.type)
        for role, syllable, char in zip(roles, syllables, han, strict=True):
            yield kind, role, syllable, char
        if kind.type == "PLACE":
            yield from _lessons_of_generic_word(kind, vi, zh)


def _lessons_of_generic_word(kind: Kind, vi: str, zh: str) -> Iterator[Lesson]:
    """How a pair treats the ending of its Chinese form."""
    ending, head = part_chinese(zh), part_vietnamese(vi)
    if ending is None:
        return
    size = len(words(vi))
    if head and head.kinds & ending.kinds and len(words(head.core)) == len(ending.core):
        yield kind, STYLE, WITH_HEAD, ending.generic
        yield kind, HEAD_WORD, fold(head.generic, Fold.SPELLING), ending.generic
    elif size == len(ending.core):
        yield kind, STYLE, LEFT_OUT, ending.generic
    elif size == len(zh):
        yield kind, STYLE, READ, ending.generic


def _cores(vi: str, zh: str, kind: Kind) -> tuple[str, str]:
    """Both names without generic words that go together, or that may be left out."""
    if kind.type == "PERSON":
        return vi, zh
    head, ending = part_vietnamese(vi), part_chinese(zh)
    if head and ending and head.kinds & ending.kinds:
        return head.core, ending.core
    if head and head.sure:
        return head.core, zh
    if ending and len(zh) > len(words(vi)):
        return vi, ending.core
    return vi, zh

"""Which known forms a name may be: an index over forms, by every key a name may be typed under.

Keys only find candidates; how well a candidate agrees is for `readings.compare` to say. Each table
of the index is built when first asked for, since most names are found under the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice, product

from hanviet.linking.thresholds import (
    LETTERS_FOR_TWO_EDITS,
    LETTERS_TO_EDIT,
    MAX_CANDIDATES,
    NEAR_EDITS,
)
from hanviet.orthography.chinese import HAN_RUN, has_han, to_simplified
from hanviet.orthography.pinyin_input import parse_pinyin
from hanviet.orthography.vietnamese import Fold, key
from hanviet.orthography.words import words
from hanviet.readings.context import surname_length
from hanviet.readings.generic_parts import part_chinese, part_vietnamese
from hanviet.readings.sounds import sound
from hanviet.readings.table import overlay, readings_of

MAX_SPELLED_READINGS = 256
"""Readings of one Chinese name that are looked up among Vietnamese forms."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of something that a name may be.

    Args:
        text: The form, NFC.
        owner: Number of the thing that it belongs to.
        type: The entity type of that thing, or empty.
    """

    text: str
    owner: int
    type: str = ""


class FormIndex:
    """Forms by the keys under which a name may be typed. Every method gives indices of forms."""

    def __init__(
        self,
        forms: Sequence[Form],
        *,
        pinyin: Callable[[], Mapping[str, str]] | None = None,
    ) -> None:
        """Take the forms.

        Args:
            forms: The forms.
            pinyin: Gives, when asked, the toned syllables of Chinese forms joined by spaces, if
                they are known already; else they are derived.
        """
        self.forms = tuple(forms)
        self._known_pinyin = pinyin

    def forms_of(self, owner: int) -> Sequence[int]:
        """The forms of one owner."""
        return self._by_owner.get(owner, ())

    def same_spelling(self, text: str) -> Sequence[int]:
        """Forms equal at `Fold.SPELLING` and in simplified script."""
        return self._spelling.get(_spelled(text), ())

    def same_without_rank(self, text: str) -> Sequence[int]:
        """The same, if words for a rank (tỉnh, 省) are left out on either side."""
        found = dict.fromkeys(
            number
            for variant in _variants(text)
            for number in self._spelling_without_rank.get(_spelled(variant), ())
        )
        return tuple(found)

    def same_letters(self, text: str) -> Sequence[int]:
        """Vietnamese forms with the same letters, whatever their marks and spaces."""
        return tuple(
            dict.fromkeys(
                number
                for variant in _variants(text)
                for number in self._letters.get(bare_letters(variant), ())
            )
        )

    def same_sound(self, text: str) -> Sequence[int]:
        """Forms in the other script that may be read so: by Hán-Việt readings or by pinyin."""
        if has_han(text):
            return tuple(dict.fromkeys(self._read_alike(text)))
        found = dict.fromkeys(
            number for variant in _variants(text) for number in self._characters_read(variant)
        )
        for reading in parse_pinyin(text):
            found.update(dict.fromkeys(self._toneless.get("".join(reading.syllables), ())))
        return tuple(found)

    def cut_short(self, text: str) -> Sequence[int]:
        """Forms of which the name may lack the surname, or shorten some syllables."""
        if has_han(text):
            han = "".join(HAN_RUN.findall(to_simplified(text)))
            return self._tails.get(han, ()) if len(han) > 1 else ()
        parts = [sound(word.text).bare for word in words(text)]
        found = dict.fromkeys(self._tails.get("".join(parts), ()) if len(parts) > 1 else ())
        if len(parts) > 1 and any(len(part) <= _LONGEST_INITIAL for part in parts):
            found.update(dict.fromkeys(self._with_initials(parts)))
        return tuple(found)

    def near(self, text: str) -> Sequence[int]:
        """Vietnamese forms within the edits that names of their length are searched by.

        A transposition of neighbours is one edit.
        """
        letters = bare_letters(text)
        if len(letters) < LETTERS_TO_EDIT or has_han(text):
            return ()
        limit = NEAR_EDITS if len(letters) >= LETTERS_FOR_TWO_EDITS else 1
        return tuple(number for number, _ in self.within(letters, limit))

    def within(self, letters: str, limit: int) -> list[tuple[int, int]]:
        """Forms whose letters lie within `limit` edits, with their distance, nearest first."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        keys = self._letter_keys
        near = extract(letters, keys, scorer=OSA.distance, score_cutoff=limit, limit=None)
        return [
            (number, int(edits))
            for found, edits, _ in near
            for number in self._letters.get(found, ())
        ]

    def _characters_read(self, text: str) -> Iterator[int]:
        """Chinese forms of as many characters as the text has words, each readable as its word."""
        syllables = [sound(word.text).bare for word in words(text)]
        if not syllables:
            return
        prefixes = [""]
        for syllable in syllables:
            prefixes = [
                prefix + char
                for prefix in prefixes
                for char in self._following.get(prefix, ())
                if syllable in bare_readings(char)
            ]
            if not prefixes:
                return
        for prefix in prefixes:
            yield from self._han.get(prefix, ())

    def _read_alike(self, text: str) -> Iterator[int]:
        """Vietnamese forms that spell a reading of the characters."""
        simplified = "".join(HAN_RUN.findall(to_simplified(text)))
        for variant in _variants(simplified):
            for spelled in _readings_spelled(variant):
                yield from self._letters.get(spelled, ())

    def _with_initials(self, parts: list[str]) -> Iterator[int]:
        signature = "".join(part[0] for part in parts)
        for number in self._initials.get(signature, ()):
            full = [sound(word.text).bare for word in words(self.forms[number].text)]
            if all(
                word == part or (len(part) <= _LONGEST_INITIAL and word.startswith(part))
                for part, word in zip(parts, full, strict=True)
            ):
                yield number

    @cached_property
    def _by_owner(self) -> dict[int, list[int]]:
        table: dict[int, list[int]] = defaultdict(list)
        for number, form in enumerate(self.forms):
            table[form.owner].append(number)
        return dict(table)

    @cached_property
    def _spelling(self) -> dict[str, list[int]]:
        return self._table(lambda text: (_spelled(text),))

    @cached_property
    def _spelling_without_rank(self) -> dict[str, list[int]]:
        return self._table(lambda text: map(_spelled, _variants(text)))

    @cached_property
    def _letters(self) -> dict[str, list[int]]:
        return self._table(
            lambda text: () if has_han(text) else map(bare_letters, _variants(text))
        )

    @cached_property
    def _letter_keys(self) -> tuple[str, ...]:
        return tuple(self._letters)

    @cached_property
    def _han(self) -> dict[str, list[int]]:
        return self._table(lambda text: _variants(to_simplified(text)) if has_han(text) else ())

    @cached_property
    def _following(self) -> dict[str, list[str]]:
        """Beginning of Chinese forms to the characters that follow it."""
        following: dict[str, dict[str, None]] = defaultdict(dict)
        for han in self._han:
            for place, char in enumerate(han):
                following[han[:place]][char] = None
        return {prefix: list(chars) for prefix, chars in following.items()}

    @cached_property
    def _toneless(self) -> dict[str, list[int]]:
        table: dict[str, list[int]] = defaultdict(list)
        known = self._known_pinyin() if self._known_pinyin is not None else {}
        for number, form in enumerate(self.forms):
            for letters in _pinyin_letters(form, known.get(form.text, "")):
                table[letters].append(number)
        return dict(table)

    @cached_property
    def _tails(self) -> dict[str, list[int]]:
        return self._table(_tails_of)

    @cached_property
    def _initials(self) -> dict[str, list[int]]:
        def signatures(text: str) -> tuple[str, ...]:
            return () if has_han(text) else ("".join(w.text[0] for w in words(_bare(text))),)

        return self._table(signatures)

    def _table(self, keys_of: Callable[[str], Iterable[str]]) -> dict[str, list[int]]:
        table: dict[str, list[int]] = defaultdict(list)
        for number, form in enumerate(self.forms):
            for found in dict.fromkeys(keys_of(form.text)):
                if found:
                    table[found].append(number)
        return dict(table)


_LONGEST_INITIAL = 3


def bare_letters(text: str) -> str:
    """The letters of a name without marks, spaces and punctuation.

    >>> bare_letters("Đắk Lắk"), bare_letters("Xi'an")
    ('daklak', 'xian')
    """
    return "".join(char for char in key(text, Fold.UNMARKED) if char.isalnum())


@lru_cache(maxsize=16384)
def bare_readings(char: str) -> frozenset[str]:
    """Every Hán-Việt reading of a character, without marks, in any context.

    >>> "cuong" in bare_readings("刚")
    True
    """
    found = {sound(row.reading).bare for row in readings_of(char)}
    found |= {sound(row.reading).bare for row in overlay().get(char, ())}
    return frozenset(found | _readings_in_words().get(char, frozenset()))


@lru_cache(maxsize=1)
def _readings_in_words() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for han, rows in overlay().items():
        if len(han) > 1:
            for row in rows:
                for char, reading in zip(han, row.reading.split(), strict=True):
                    found[char].add(sound(reading).bare)
    return {char: frozenset(readings) for char, readings in found.items()}


def _readings_spelled(han: str) -> Iterator[str]:
    syllables = [sorted(bare_readings(char)) for char in han]
    return ("".join(chosen) for chosen in islice(product(*syllables), MAX_SPELLED_READINGS))


def _spelled(text: str) -> str:
    return "".join(char for char in key(to_simplified(text), Fold.SPELLING) if char not in " .,·•")


def _bare(text: str) -> str:
    return key(text, Fold.UNMARKED)


@lru_cache(maxsize=65536)
def _variants(text: str) -> tuple[str, ...]:
    """A name, and the same without the word for its rank (tỉnh, 省)."""
    if has_han(text):
        ending = part_chinese(to_simplified(text))
        if ending and len(ending.core) > 1 and ending.is_rank:
            return text, text[: len(ending.core)]
        return (text,)
    head = part_vietnamese(text)
    return (text, head.core) if head and head.sure and head.is_rank else (text,)


def _tails_of(text: str) -> tuple[str, ...]:
    """The name without its first syllable, if two and more are left."""
    if has_han(text):
        simplified = to_simplified(text)
        surname = surname_length(simplified)
        return (simplified[surname:],) if surname and len(simplified) - surname > 1 else ()
    parts = [sound(word.text).bare for word in words(text)]
    return ("".join(parts[1:]),) if 2 < len(parts) <= _LONGEST_PERSON else ()


_LONGEST_PERSON = 5


def _pinyin_letters(form: Form, known: str) -> set[str]:
    if not has_han(form.text):
        return set()
    if known:
        spelled = [known]
    else:
        from hanviet.orthography.pinyin import pinyin_syllables

        kinds = [form.type] if form.type else ["PERSON", "PLACE"]
        spelled = [
            " ".join(pinyin_syllables(variant, kind=kind))
            for kind in kinds
            for variant in _variants(form.text)
        ]
    return {"".join(char for char in text if char.isalpha()) for text in spelled} - {""}


def first_of(numbers: Sequence[int]) -> Sequence[int]:
    """At most `MAX_CANDIDATES` of them."""
    return numbers[:MAX_CANDIDATES]

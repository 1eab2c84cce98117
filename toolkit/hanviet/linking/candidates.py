"""Which known forms a name may be: an index over forms, by every key a name may be typed under.

Keys only find candidates; how well a candidate agrees is for `readings.compare` to say. Each table
of the index is built when first asked for, since most names are found under the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hanviet.linking.keys import (
    bare_letters,
    bare_readings,
    pinyin_letters,
    readings_spelled,
    spelled_all,
    spelled_key,
    unmarked_key,
    without_rank,
    without_surname,
    without_umlaut,
    word_texts,
)
from hanviet.linking.thresholds import (
    LETTERS_FOR_TWO_EDITS,
    LETTERS_TO_EDIT,
    MAX_CANDIDATES,
    NEAR_EDITS,
)
from hanviet.orthography.chinese import HAN_RUN, has_han, to_simplified
from hanviet.orthography.pinyin_input import parse_pinyin
from hanviet.orthography.syllable import is_syllable
from hanviet.orthography.vietnamese import Fold, Marks, key, marks_of
from hanviet.orthography.words import words
from hanviet.readings.sounds import sound

if TYPE_CHECKING:
    from hanviet.linking.nearest import NearestTexts


COMPARED_BEFORE_INDEX = 5_000_000
"""Names compared one by one until an index is built that spares it.

So many take half a second, about as long as importing NumPy and indexing 50,000 names.
"""


LONGEST_INITIAL = 3
"""Letters of a shortened syllable: N., Ng., Ngh."""


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
        self._compared = 0
        self._words_by_form: dict[int, tuple[str, ...]] = {}

    def forms_of(self, owner: int) -> Sequence[int]:
        """The forms of one owner."""
        return self._by_owner.get(owner, ())

    def same_spelling(self, text: str) -> Sequence[int]:
        """Forms equal at `Fold.SPELLING` and in simplified script."""
        return self._spelling.get(spelled_key(text), ())

    def same_without_rank(self, text: str) -> Sequence[int]:
        """The same, if words for a rank (tỉnh, 省) are left out on either side."""
        found = dict.fromkeys(
            number
            for variant in without_rank(text)
            for number in self._spelling_without_rank.get(spelled_key(variant), ())
        )
        return tuple(found)

    def same_letters(self, text: str) -> Sequence[int]:
        """Vietnamese forms with the same letters, whatever their marks and spaces."""
        return tuple(
            dict.fromkeys(
                number
                for variant in without_rank(text)
                for number in self._letters.get(bare_letters(variant), ())
            )
        )

    def same_sound(self, text: str) -> Sequence[int]:
        """Forms in the other script that may be read so: by Hán-Việt readings or by pinyin."""
        if has_han(text):
            return tuple(dict.fromkeys(self._read_alike(text)))
        found = dict.fromkeys(
            number for variant in without_rank(text) for number in self._characters_read(variant)
        )
        for reading in parse_pinyin(text):
            typed = without_umlaut("".join(reading.syllables))
            found.update(dict.fromkeys(self._toneless.get(typed, ())))
        return tuple(found)

    def cut_short(self, text: str) -> Sequence[int]:
        """Forms of which the name may lack the surname, or shorten some syllables."""
        if has_han(text):
            han = "".join(HAN_RUN.findall(to_simplified(text)))
            return self._tails.get(han, ()) if len(han) > 1 else ()
        parts = [sound(word.text).bare for word in words(text)]
        found = dict.fromkeys(self._tails.get("".join(parts), ()) if len(parts) > 1 else ())
        if len(parts) > 1 and any(len(part) <= LONGEST_INITIAL for part in parts):
            found.update(dict.fromkeys(self._with_initials(parts)))
        return tuple(found)

    def near(self, text: str) -> Sequence[int]:
        """Vietnamese forms within the edits that names of their length are searched by.

        A transposition of neighbours is one edit. One syllable is near to many others by chance
        (Quảng, Quận 1), and gives none.
        """
        letters = bare_letters(text)
        if len(letters) < LETTERS_TO_EDIT or has_han(text) or is_syllable(text.strip()):
            return ()
        limit = NEAR_EDITS if len(letters) >= LETTERS_FOR_TWO_EDITS else 1
        return tuple(number for number, _ in self.within(letters, limit))

    def within(self, letters: str, limit: int) -> list[tuple[int, int]]:
        """Forms whose letters lie within `limit` edits, with their distance, nearest first."""
        keys = self._letter_keys
        self._compared += len(keys)
        if self._compared > COMPARED_BEFORE_INDEX:
            near = self._near_letters.within(letters, limit)
        else:
            from rapidfuzz.distance import OSA
            from rapidfuzz.process import extract

            found = extract(letters, keys, scorer=OSA.distance, score_cutoff=limit, limit=None)
            near = [(which, int(edits)) for _, edits, which in found]
        return [
            (number, edits)
            for which, edits in near
            for number in self._letters.get(keys[which], ())
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
        for variant in without_rank(simplified):
            for spelled in readings_spelled(variant):
                yield from self._letters.get(spelled, ())

    def _with_initials(self, parts: list[str]) -> Iterator[int]:
        # Y alone is folded to i, and Yên is not.
        parts = [part.replace("y", "i") for part in parts]
        signature = "".join(part[0] for part in parts)
        for number in self._initials.get(signature, ()):
            full = self._words_of(number)
            if all(
                word == part or (len(part) <= LONGEST_INITIAL and word.startswith(part))
                for part, word in zip(parts, full, strict=True)
            ):
                yield number

    def _words_of(self, number: int) -> Sequence[str]:
        """The words of a form as initials are compared with them, kept from the first time on."""
        found = self._words_by_form.get(number)
        if found is None:
            texts = word_texts(self.forms[number].text)
            found = tuple(sound(word).bare.replace("y", "i") for word in texts)
            self._words_by_form[number] = found
        return found

    @cached_property
    def full_marks(self) -> Marks:
        """Which kinds of marks the Vietnamese forms are written with.

        Where most forms show them, a form without is one that has none: `Tân Cương` has no tone
        mark because its tones are level, not because nobody typed them.
        """
        seen = [marks_of(form.text) for form in self.forms if not has_han(form.text)]
        return Marks(
            tones=2 * sum(marks.tones for marks in seen) > len(seen),
            vowels=2 * sum(marks.vowels for marks in seen) > len(seen),
        )

    @cached_property
    def known_words(self) -> frozenset[str]:
        """Every word of the Vietnamese forms, with its marks and without."""
        spelled = {
            word.text
            for form in self.forms
            if not has_han(form.text)
            for word in words(key(form.text, Fold.SPELLING))
        }
        return frozenset(spelled | {bare_letters(word) for word in spelled})

    @cached_property
    def _by_owner(self) -> dict[int, list[int]]:
        table: dict[int, list[int]] = defaultdict(list)
        for number, form in enumerate(self.forms):
            table[form.owner].append(number)
        return dict(table)

    @cached_property
    def _spelling(self) -> dict[str, list[int]]:
        table: dict[str, list[int]] = defaultdict(list)
        for number, spelled in enumerate(spelled_all([form.text for form in self.forms])):
            if spelled:
                table[spelled].append(number)
        return dict(table)

    @cached_property
    def _spelling_without_rank(self) -> dict[str, list[int]]:
        return self._table(lambda text: map(spelled_key, without_rank(text)))

    @cached_property
    def _letters(self) -> dict[str, list[int]]:
        return self._table(
            lambda text: () if has_han(text) else map(bare_letters, without_rank(text))
        )

    @cached_property
    def _letter_keys(self) -> tuple[str, ...]:
        return tuple(self._letters)

    @cached_property
    def _near_letters(self) -> NearestTexts:
        # NumPy takes longer to import than a small table to search.
        from hanviet.linking.nearest import NearestTexts

        return NearestTexts(self._letter_keys)

    @cached_property
    def _han(self) -> dict[str, list[int]]:
        return self._table(lambda text: without_rank(to_simplified(text)) if has_han(text) else ())

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
            for letters in pinyin_letters(form.text, form.type, known.get(form.text, "")):
                table[letters].append(number)
        return dict(table)

    @cached_property
    def _tails(self) -> dict[str, list[int]]:
        return self._table(without_surname)

    @cached_property
    def _initials(self) -> dict[str, list[int]]:
        def signatures(text: str) -> tuple[str, ...]:
            if has_han(text):
                return ()
            return ("".join(w.text[0] for w in words(unmarked_key(text))).replace("y", "i"),)

        return self._table(signatures)

    def _table(self, keys_of: Callable[[str], Iterable[str]]) -> dict[str, list[int]]:
        table: dict[str, list[int]] = defaultdict(list)
        for number, form in enumerate(self.forms):
            for found in dict.fromkeys(keys_of(form.text)):
                if found:
                    table[found].append(number)
        return dict(table)


def first_of(numbers: Sequence[int]) -> Sequence[int]:
    """At most `MAX_CANDIDATES` of them."""
    return numbers[:MAX_CANDIDATES]

"""NFC without losing the place: every span of the normalised text leads back to the text as given.

All other modules work on NFC text. A mention is reported by indices into the text that the user
gave, which may be NFD (macOS file names, some web pages) or a mixture.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["NormalisedText", "normalise"]


@dataclass(frozen=True, slots=True)
class Sequence:
    """A combining sequence that is more than one code point before or after composition."""

    start: int
    end: int
    original_start: int
    original_end: int


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """A text in NFC, with the way back.

    Args:
        text: The text in NFC.
        original: The text as given.
        sequences: The combining sequences of the original, in order; () if it was NFC.
    """

    text: str
    original: str
    sequences: tuple[Sequence, ...] = ()

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of `text` to `original`; it grows to whole combining sequences.

        Args:
            start: Index of the first code point in `text`.
            end: Index after the last one.

        Returns:
            The same for `original`. An empty span stays empty.

        Raises:
            ValueError: The span does not lie within the text.

        >>> normalise("Ba\u0301c Ninh").original_span(0, 3)
        (0, 4)
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"no span {start}:{end} in a text of {len(self.text)} code points")
        if not self.sequences:
            return start, end
        first = self._original_start(start)
        return first, first if start == end else self._original_end(end)

    def _original_start(self, start: int) -> int:
        before = self._last_sequence(start)
        if before is None:
            return start
        inside = start < before.end
        return before.original_start if inside else before.original_end + start - before.end

    def _original_end(self, end: int) -> int:
        before = self._last_sequence(end - 1)
        if before is None:
            return end
        return before.original_end + max(0, end - before.end)

    def _last_sequence(self, index: int) -> Sequence | None:
        """The last sequence that starts at or before an index of `text`."""
        place = bisect_right(self.sequences, index, key=lambda sequence: sequence.start)
        return self.sequences[place - 1] if place else None


def normalise(text: str) -> NormalisedText:
    """Bring a text to NFC and keep the map back. Text that is NFC is taken as it is.

    Args:
        text: Any text.

    Returns:
        The text in NFC with its map.

    >>> normalise("Tra\u0302\u0300n").text
    'Trần'
    """
    if unicodedata.is_normalized("NFC", text):
        return NormalisedText(text, text)
    parts: list[str] = []
    sequences: list[Sequence] = []
    length = 0
    for start, end in _sequence_spans(text):
        given = text[start:end]
        part = given if given.isascii() else unicodedata.normalize("NFC", given)
        if end - start > 1 or len(part) > 1:
            sequences.append(Sequence(length, length + len(part), start, end))
        parts.append(part)
        length += len(part)
    return NormalisedText("".join(parts), text, tuple(sequences))


def _sequence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text where normalisation of the parts is normalisation of the whole."""
    start = 0
    for index in range(1, len(text)):
        if not _continues(text, start, index):
            yield start, index
            start = index
    if text:
        yield start, len(text)


def _continues(text: str, start: int, index: int) -> bool:
    """Tell whether the code point at `index` may compose with what stands before it."""
    mark = text[index]
    if mark < "\u0300":
        return False
    if unicodedata.category(mark)[0] == "M":
        return True
    # Rare: Hangul jamo and a few letters that compose with the letter before them, or that
    # decompose into something that does (U+0344).
    before = text[start:index]
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", mark)
    return unicodedata.normalize("NFC", before + mark) != apart

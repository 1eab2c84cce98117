"""Decode a table whose encoding nobody states: BOM, strict UTF-8, then a guess that is said.

Guesses are scored by what the text should hold: Vietnamese syllables and common characters. Bytes
are read line by line, so that a large file needs no memory.
"""

from __future__ import annotations

import codecs
import io
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from hanviet.errors import InputError, UsageError
from hanviet.orthography import legacy_encodings
from hanviet.tables.plausible import CONTROLS, looks_western, plausibility
from hanviet.tables.repair import find_repair, repaired

GUESSED_ENCODINGS = (
    "gb18030", "big5", "cp1258", "tcvn3", "vni", "viscii", "tcvn5712-1", "utf-16-le", "utf-16-be",
)  # fmt: skip
"""Encodings that are tried, the likelier first; equal scores go to the earlier one."""

LOWEST_SCORE = 0.6
"""Share of plausible words and characters below which a guess is refused."""

MOST_CONTROLS = 0.1
"""Share of control characters from which on bytes that are valid UTF-8 are no text in it."""

SOUND_TO_EACH_DAMAGED = 2
"""Bytes of sound UTF-8 to each that is not, from which on a file is UTF-8 with damage."""

SAMPLE_BYTES = 200_000
"""Bytes of lines beyond ASCII that are scored."""

Opener = Callable[[], BinaryIO]
"""Opens the bytes of a file, each time from its beginning."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes of a file become text.

    Args:
        name: A codec of Python, or one of `legacy_encodings.ENCODINGS`.
        guessed: Whether that is a guess.
        strict: Whether bytes that are not in it are an error; else they are read as cp1252.
        read_as: The encoding in which the text was read wrongly before it was saved, or empty.
        originally: The encoding that it was in then.
    """

    name: str
    guessed: bool = False
    strict: bool = True
    read_as: str = ""
    originally: str = ""

    def __str__(self) -> str:
        if self.read_as:
            return f"{self.originally} that had been read as {self.read_as}"
        return self.name


@dataclass(slots=True)
class Damage:
    """What could not be decoded.

    Args:
        lines: The numbers of the lines, from 1 on.
    """

    lines: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text.

    Args:
        text: The text without BOM.
        encoding: What it was decoded as.
        guessed: Whether that was a guess.
    """

    text: str
    encoding: str
    guessed: bool


def decode(data: bytes, *, place: str, encoding: str = "") -> Decoded:
    """Decode the bytes of a text file.

    Args:
        data: The bytes.
        place: The file's name, for errors.
        encoding: The encoding that the user states, or empty.

    Returns:
        The text.

    Raises:
        UsageError: No such encoding.
        InputError: The bytes are no text, or not in the encoding stated, or no guess holds.

    >>> decode("Trần".encode(), place="a.csv").encoding
    'utf-8'
    """

    def opener() -> BinaryIO:
        return io.BytesIO(data)

    found = find_encoding(opener, place=place, stated=encoding)
    return Decoded("".join(text_lines(opener, found, place=place)), str(found), found.guessed)


def find_encoding(opener: Opener, *, place: str, stated: str = "") -> Encoding:
    """Find out how a file is encoded.

    Args:
        opener: Opens the file.
        place: Its name, for errors.
        stated: The encoding that the user states, or empty; a byte order mark wins.

    Raises:
        UsageError: No such encoding.
        InputError: The bytes are no text, or no guess holds.
    """
    with opener() as stream:
        head = stream.read(65_536)
    for bom, name in _BOMS:
        if head.startswith(bom):
            return Encoding(name, strict=False)
    if stated:
        return Encoding(_known_name(stated))
    good, bad, sample = _scan(opener)
    controls = len(CONTROLS.findall(head.decode("latin-1"))) > MOST_CONTROLS * len(head)
    if bad == 0 and not controls:
        found = find_repair(sample.decode("utf-8")) if sample else None
        if found is None:
            return Encoding("utf-8")
        return Encoding("utf-8", guessed=True, read_as=found[0], originally=found[1])
    if good >= SOUND_TO_EACH_DAMAGED * bad and not controls:
        return Encoding("utf-8", strict=False)
    return _guess(head, sample, place)


def text_lines(
    opener: Opener, encoding: Encoding, *, place: str, damage: Damage | None = None
) -> Iterator[str]:
    """The lines of a file with their ends, without the byte order mark.

    Args:
        opener: Opens the file.
        encoding: How it is encoded.
        place: Its name, for errors.
        damage: Filled with the lines that are not in the encoding, unless it is strict.

    Raises:
        InputError: The bytes are not in the encoding, and it is strict.
    """
    first = True
    with opener() as stream:
        for line in _lines(stream, encoding, place, damage if damage is not None else Damage()):
            yield line.removeprefix("\ufeff") if first else line
            first = False


def _known_name(stated: str) -> str:
    legacy = legacy_encodings.canonical_name(stated)
    if legacy:
        return legacy
    try:
        if codecs.lookup(stated)._is_text_encoding:
            return stated
    except (LookupError, ValueError):
        pass
    others = ", ".join(("utf-8", *GUESSED_ENCODINGS[:6]))
    raise UsageError(f"no such encoding: {stated!r}", remedy=f"for example {others}")


def _scan(opener: Opener) -> tuple[int, int, bytes]:
    """Bytes beyond ASCII that are UTF-8, those that are not, and a sample of the lines.

    The sample holds the lines that are not UTF-8, if there are any: they tell the encoding.
    """
    good = bad = 0
    samples = {True: bytearray(), False: bytearray()}
    with opener() as stream:
        for line in stream:
            if line.isascii():
                continue
            try:
                good += len(line) - len(line.decode("utf-8"))
                valid = True
            except UnicodeDecodeError:
                text = line.decode("utf-8", "ignore")
                sound = len(text.encode())
                good += sound - len(text)
                bad += len(line) - sound
                valid = False
            if len(samples[valid]) < SAMPLE_BYTES:
                samples[valid] += line[:SAMPLE_BYTES] if not valid else line
    return good, bad, bytes(samples[not bad])


def _guess(head: bytes, sample: bytes, place: str) -> Encoding:
    best, guess = 0.0, ""
    for encoding in GUESSED_ENCODINGS:
        wide = encoding.startswith("utf-16")
        if wide and b"\x00" not in head:
            continue
        data = head[: len(head) // 2 * 2] if wide else sample
        score = plausibility(_decoded(data, encoding).removeprefix("\ufeff"))
        if score > best:
            best, guess = score, encoding
    if best >= LOWEST_SCORE:
        return Encoding(guess, guessed=True, strict=False)
    if b"\x00" not in head and looks_western(sample.decode("cp1252", "replace")):
        return Encoding("cp1252", guessed=True, strict=False)
    what = "is no text" if b"\x00" in head else "is in an encoding that cannot be guessed"
    raise InputError(what, place=place, remedy="save it as UTF-8 or give --encoding")


def _decoded(data: bytes, encoding: str) -> str:
    if encoding in legacy_encodings.ENCODINGS:
        return legacy_encodings.decode(data, encoding)
    return data.decode(encoding, "replace")


def _lines(stream: BinaryIO, encoding: Encoding, place: str, damage: Damage) -> Iterator[str]:
    if encoding.name.lower().replace("_", "-").startswith(("utf-16", "utf-32", "utf16", "utf32")):
        yield from _wide_lines(stream, encoding, place, damage)
        return
    legacy = encoding.name in legacy_encodings.ENCODINGS
    name = "utf-8" if encoding.name == "utf-8-sig" else encoding.name
    for number, data in enumerate(stream, 1):
        if legacy:
            text = legacy_encodings.decode(data, name)
        else:
            try:
                text = data.decode(name)
            except UnicodeError as error:
                if encoding.strict or not isinstance(error, UnicodeDecodeError):
                    byte = getattr(error, "start", 0) + 1
                    raise InputError(
                        f"is not {name} throughout: byte {byte} of the line",
                        place=f"{place}:{number}",
                        remedy="give another --encoding, or none to have it found out",
                    ) from None
                damage.lines.append(number)
                text = _with_cp1252(data, name)
        if encoding.read_as:
            text = repaired(text, encoding.read_as, encoding.originally) or text
        if encoding.name == "cp1258":
            # Windows writes a tone as a mark of its own; other programs show it beside its letter.
            text = unicodedata.normalize("NFC", text)
        yield from io.StringIO(text, newline="") if "\r" in text else (text,)


def _wide_lines(stream: BinaryIO, encoding: Encoding, place: str, damage: Damage) -> Iterator[str]:
    errors = "strict" if encoding.strict else "replace"
    with io.TextIOWrapper(stream, encoding=encoding.name, errors=errors, newline="") as text:
        number = 0
        try:
            for number, line in enumerate(text, 1):
                if "\ufffd" in line:
                    damage.lines.append(number)
                yield line
        except UnicodeError:
            raise InputError(
                f"is not {encoding.name} throughout",
                place=f"{place}:{number + 1}",
                remedy="it may be cut off; save it again, as UTF-8",
            ) from None


def _with_cp1252(data: bytes, name: str) -> str:
    """Decode a damaged line; bytes that are not in the encoding are read as cp1252."""
    text = ""
    while data:
        try:
            return text + data.decode(name)
        except UnicodeDecodeError as error:
            text += data[: error.start].decode(name)
            broken = data[error.start : error.end]
            text += "".join(
                bytes([code]).decode("cp1252", "ignore") or chr(code) for code in broken
            )
            data = data[error.end :]
    return text

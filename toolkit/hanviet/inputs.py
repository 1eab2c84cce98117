"""Read documents: a file, a folder of them, JSON lines, or standard input."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hanviet.errors import InputError

SUFFIXES = (".txt", ".md", ".jsonl")
"""Files of a folder that are documents."""

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Source:
    """A document that has been read: its name, its text, and what is known of it."""

    file: str
    text: str
    date: str = ""
    lang: str = ""


def read_sources(
    paths: Iterable[str], complaints: list[InputError], *, encoding: str = ""
) -> Iterator[Source]:
    """Read the documents that paths name.

    Args:
        paths: Files, folders, or `-` for standard input.
        complaints: Filled with the files that could not be read.
        encoding: The encoding of text files; UTF-8 if not given.

    Yields:
        Documents, in the order of the arguments, those of a folder by name; a file that several
        arguments name, once.
    """
    read: set[Path] = set()
    for path in paths:
        if path == "-":
            yield from _guarded(path, sys.stdin.buffer.read(), complaints, encoding)
            continue
        root = Path(path)
        if root.is_dir():
            files = sorted(
                file for file in root.rglob("*") if file.suffix in SUFFIXES and file.is_file()
            )
            if not files:
                complaints.append(InputError("holds no .txt, .md or .jsonl file", place=path))
        else:
            files = [root]
        for file in files:
            if file.is_file():
                if file.resolve() in read:
                    continue
                read.add(file.resolve())
            try:
                data = file.read_bytes()
            except OSError as error:
                complaints.append(
                    InputError(f"cannot be read: {error.strerror or error}", place=str(file))
                )
                continue
            yield from _guarded(str(file), data, complaints, encoding)


def _guarded(
    name: str, data: bytes, complaints: list[InputError], encoding: str
) -> Iterator[Source]:
    try:
        yield from _documents(name, data, complaints, encoding)
    except InputError as error:
        complaints.append(error)


def _documents(
    name: str, data: bytes, complaints: list[InputError], encoding: str
) -> Iterator[Source]:
    if not data.strip():
        raise InputError("is empty", place=name)
    if name.endswith(".jsonl"):
        yield from _json_lines(name, decode(name, data, encoding), complaints)
    else:
        yield Source(name, decode(name, data, encoding))


def decode(name: str, data: bytes, encoding: str = "") -> str:
    """Decode the bytes of a document.

    Args:
        name: What messages call it.
        data: Its bytes; line ends are kept, a byte order mark counts as a character.
        encoding: Its encoding; UTF-8 if not given.

    Raises:
        InputError: It is binary, or not in that encoding; the remedy names the likely one.
    """
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError("is a binary file", place=name, remedy="give plain text")
    try:
        return data.decode(encoding or "utf-8")
    except LookupError:
        raise InputError(f"{encoding} is no encoding", place=name) from None
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        guess = _guess(data)
        remedy = f"it looks like {guess}: add --encoding {guess}" if guess else "save it as UTF-8"
        raise InputError(
            f"is not {encoding or 'UTF-8'}", place=f"{name}:{line}", remedy=remedy
        ) from None


def _guess(data: bytes) -> str:
    """The most likely encoding of bytes that are no UTF-8, or an empty string."""
    from hanviet.orthography.chinese import is_han
    from hanviet.orthography.vietnamese import looks_vietnamese

    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    best, guess = 0.5, ""
    for encoding in ("gb18030", "big5", "cp1258"):
        try:
            text = data[:20000].decode(encoding, errors="ignore")
        except LookupError:
            continue
        if not text:
            continue
        common = sum(is_han(char) and char < "\u9fa6" for char in text) / len(text)
        value = looks_vietnamese(text) if encoding == "cp1258" else common
        if value > best:
            best, guess = value, encoding
    return guess


def _json_lines(name: str, text: str, complaints: list[InputError]) -> Iterator[Source]:
    """The documents of a file of JSON lines; a line that is none does not stop the others."""
    lines: dict[str, int] = {}
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip():
            continue
        try:
            document = _json_document(name, line, number)
            first = lines.setdefault(document.file, number)
            if first != number:
                raise InputError(
                    f"has the id of line {first}",
                    place=f"{name}:{number}",
                    remedy="give it its own",
                )
        except InputError as error:
            complaints.append(error)
        else:
            yield document


def _json_document(name: str, line: str, number: int) -> Source:
    place = f"{name}:{number}"
    try:
        record = json.loads(line)
    except ValueError as error:
        raise InputError(f"is no JSON: {error}", place=place) from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise InputError("has no `text`", place=place, remedy='write {"id": …, "text": …}')
    if not record["text"].isascii() and _SURROGATE.search(record["text"]):
        raise InputError("holds half a surrogate pair", place=place, remedy="write it as UTF-8")
    label = record.get("id", number)
    return Source(
        f"{name}#{label}",
        record["text"],
        _json_date(str(record.get("date") or ""), place),
        str(record.get("lang") or ""),
    )


def _json_date(text: str, place: str) -> str:
    """The day of a date, or of a date with a time."""
    try:
        return date.fromisoformat(text[:10]).isoformat() if text else ""
    except ValueError:
        raise InputError(f"has the date {text!r}", place=place, remedy="YYYY-MM-DD") from None

"""Writing: one line of JSON, and a file that is whole or not there."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from hanviet.errors import InputError


def json_line(value: object) -> str:
    """One line of JSON, UTF-8 and never escaped."""
    return json.dumps(value, ensure_ascii=False)


@contextmanager
def output(path: Path | None, *, binary: bool = False) -> Iterator[IO[Any]]:
    """Standard output, or a file that appears only when it is complete.

    The file is written beside its place and renamed, so that an error leaves the old one whole.
    """
    if path is None or str(path) == "-":
        yield sys.stdout.buffer if binary else sys.stdout
        return
    if path.is_dir():
        raise InputError("is a folder", place=str(path), remedy="give the name of a file")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror}", place=str(path), remedy="check the folder"
        ) from None
    temporary = Path(name)
    try:
        mode = path.stat().st_mode if path.exists() else 0o666 & ~_umask()
        if binary:
            with os.fdopen(handle, "wb") as stream:
                yield stream
        else:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as text:
                yield text
        temporary.chmod(mode & 0o777)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

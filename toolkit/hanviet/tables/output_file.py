"""The output of a batch: one run at a time, whole or not there, and the old one kept until then."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from hanviet.errors import HanvietError, InputError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True, slots=True)
class Beside:
    """Files beside an output, hidden: what a run needs, and leaves behind when it is killed.

    Args:
        work: The answers that were found.
        new: The output that is being written.
        lock: What keeps a second run away.
    """

    work: Path
    new: Path
    lock: Path

    @classmethod
    def of(cls, target: Path) -> Beside:
        """Those of an output."""
        names = (f".{target.name}.hanviet-{what}" for what in ("work", "new", "lock"))
        return cls(*(target.with_name(name) for name in names))


@contextmanager
def locked(target: Path) -> Iterator[Beside]:
    """Keep other runs away from an output.

    Args:
        target: The output.

    Yields:
        The files beside it.

    Raises:
        HanvietError: Another run is at it.
        InputError: Its folder cannot be written.
    """
    if target.is_dir():
        raise InputError("is a folder", place=str(target), remedy="give the name of a file")
    beside = Beside.of(target)
    try:
        stream = _locked_file(beside.lock, target)
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror or error}",
            place=str(target),
            remedy="check the folder",
        ) from None
    try:
        yield beside
    finally:
        # Removed before it is released: whoever waits for it sees that it is not the file any more.
        beside.lock.unlink(missing_ok=True)
        stream.close()


@contextmanager
def new_file(target: Path, new: Path) -> Iterator[BinaryIO]:
    """Write a file that takes the place of another when it is complete.

    Args:
        target: Its place.
        new: Where it is written first, in the same folder.

    Raises:
        HanvietError: It cannot be written; what was there before is as it was.
    """
    try:
        with new.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            new.chmod(target.stat().st_mode & 0o777)
        new.replace(target)
    except OSError as error:
        new.unlink(missing_ok=True)
        if isinstance(error, BrokenPipeError):
            raise
        raise _unwritable(error, target) from None
    except BaseException:
        new.unlink(missing_ok=True)
        raise


@contextmanager
def standard_output() -> Iterator[IO[bytes]]:
    """Standard output as bytes."""
    stream = sys.stdout.buffer
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is left in the buffer cannot be written at the end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise HanvietError(
            f"cannot be written: {error.strerror or error}", place="standard output"
        ) from None


def _unwritable(error: OSError, target: Path) -> HanvietError:
    if error.errno in _FULL:
        return HanvietError(
            "there is no room to write it, and what was there is as it was",
            place=str(target),
            remedy="make room, then go on with --resume",
        )
    return HanvietError(f"cannot be written: {error.strerror or error}", place=str(target))


def _locked_file(lock: Path, target: Path) -> IO[bytes]:
    while True:
        stream = lock.open("ab")
        try:
            _lock(stream)
        except OSError:
            stream.close()
            raise HanvietError(
                "another run is writing it",
                place=str(target),
                remedy="wait for it, or give another -o",
            ) from None
        try:
            if os.path.samestat(os.fstat(stream.fileno()), lock.stat()):
                return stream
        except FileNotFoundError:
            pass
        stream.close()


def _lock(stream: IO[bytes]) -> None:
    """Lock a file for this process; the system lets go of it when the process ends, however."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

"""Errors: one base class; each message says what is wrong, where, and what to do."""

from __future__ import annotations


class HanvietError(Exception):
    """Anything a user can cause and mend.

    Args:
        message: What is wrong, in one line.
        place: Where: a file, `file:line`, a row or an argument. Empty if there is none.
        remedy: What to do about it, in one line. Empty if the message says enough.
    """

    def __init__(self, message: str, *, place: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        head = f"{self.place}: {self.message}" if self.place else self.message
        return f"{head} ({self.remedy})" if self.remedy else head


class UsageError(HanvietError):
    """An argument or option that makes no sense."""


class InputError(HanvietError):
    """A file or stream that cannot be used."""


class GazetteerError(HanvietError):
    """Gazetteer data that breaks its own rules."""

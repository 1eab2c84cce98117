"""The names of columns, as people write them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def actual_name(name: str, header: Sequence[str]) -> str:
    """The name that a table has for a column, if only spaces, case or the normal form differ.

    >>> actual_name("họ tên", ["STT", " Họ  tên"])
    ' Họ  tên'
    """
    if not name or name in header:
        return name
    alike = [each for each in header if _plain(each) == _plain(name)]
    return alike[0] if len(alike) == 1 else name


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())

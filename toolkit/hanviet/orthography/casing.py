"""Capital letters by Unicode rules; digits, punctuation and scripts without case are neutral."""

from __future__ import annotations

__all__ = ["is_all_caps", "is_capitalised"]


def is_capitalised(word: str) -> bool:
    """Tell whether the first letter with case is a capital.

    Args:
        word: A word, perhaps with digits or punctuation before it, NFC or NFD.

    Returns:
        True for `Đảng`, `ĐẢNG`, `"Đảng`; False for `đảng`, `2025`, `党`.

    >>> is_capitalised("Ủy"), is_capitalised("ủy")
    (True, False)
    """
    for letter in word:
        if letter.isupper() or letter.istitle():
            return True
        if letter.islower():
            return False
    return False


def is_all_caps(text: str) -> bool:
    """Tell whether every letter with case is a capital and there is at least one.

    Args:
        text: A word or a line.

    Returns:
        True for `KHU TỰ TRỊ`, `APEC 2017`; False for `Khu`, `2017`, ``.

    >>> is_all_caps("ĐẠI HỘI XX"), is_all_caps("2025")
    (True, False)
    """
    return text.isupper()

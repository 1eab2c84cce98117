"""Does the case of a surface allow it to be the name that its folded text spells?

`Hòa Bình` may be a province, `hòa bình` is peace; `Quốc hội` is the parliament at either place of
a sentence; a headline in capitals hides the case and is believed.
"""

from __future__ import annotations

from functools import lru_cache

_LETTERS = 8
"""Letters of a line from which its capitals tell something."""

_SHARE = 0.9
"""Share of capitals that makes a line one set in capitals."""


def case_allows(surface: str, form: str, type_: str, *, in_capitals: bool) -> bool:
    """Whether a surface may be a form, judged by capitals alone.

    Args:
        surface: The text found, NFC.
        form: The form in the case of running text.
        type_: The entity type. People and places need every capital of their form, others the
            first one.
        in_capitals: The line is set in capitals, so that case tells nothing.

    Returns:
        False where the surface lacks a capital that the name needs.

    >>> case_allows("hòa bình", "Hòa Bình", "PLACE", in_capitals=False)
    False
    """
    if surface == form:
        return True
    shape = _shape(form)
    if in_capitals and shape != "abbreviation":
        return True
    if shape == "none":
        return True
    if shape == "abbreviation":
        return len(form) > 4 and surface[:1].isupper() and surface.upper() == form
    words, found = _words(form), _words(surface)
    if type_ == "TITLE":
        return True  # a post in lower case may stand before a name; the choice decides
    if len(words) != len(found):
        return found[:1] == words[:1] or _capital(found[0]) >= _capital(words[0])
    if type_ in ("PERSON", "PLACE"):
        if _capital(words[0]) or len(words) == 1:
            return all(_capital(b) >= _capital(a) for a, b in zip(words, found, strict=True))
        return all(_capital(b) >= _capital(a) for a, b in zip(words[1:], found[1:], strict=True))
    if len(words) == 2:
        return all(_capital(b) >= _capital(a) for a, b in zip(words, found, strict=True))
    return _capital(found[0]) >= _capital(words[0])


def line_in_capitals(line: str) -> bool:
    """Whether a line is set in capitals: at least two words of letters, none in lower case."""
    if 10 * sum(map(str.islower, line[: len(line) // 4])) > len(line):
        return False  # a quarter of the line has more small letters than all of it may have
    upper, lower = sum(map(str.isupper, line)), sum(map(str.islower, line))
    return upper + lower >= _LETTERS and upper >= _SHARE * (upper + lower)


@lru_cache(maxsize=65536)
def _shape(form: str) -> str:
    letters = [char for char in form if char.isalpha() and char < "\u2e80"]
    if not letters:
        return "none"
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return "abbreviation"
    return "mixed" if any(char.isupper() for char in letters) else "lower"


def _words(text: str) -> list[str]:
    for sign in "-–—/\u00a0\u202f":
        text = text.replace(sign, " ")
    return text.split()


def _capital(word: str) -> bool:
    return word[:1].isupper()

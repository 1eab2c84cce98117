"""Where a syllable or character stands in a name: its role decides which renderings are usual."""

from __future__ import annotations

from typing import NamedTuple

from hanviet.readings.table import surnames

SURNAME, MIDDLE, GIVEN = "surname", "middle name", "given name"
SOUND = "sound of a foreign name"
INNER, LAST = "part of a place name", "end of a place name"

LONGEST_PERSON, LONGEST_PLACE = 5, 5
"""In characters; what is longer is no name that readings can render."""


class Kind(NamedTuple):
    """What sort of name something is: people and places of either country follow other customs."""

    type: str
    country: str


KINDS = (
    Kind("PERSON", "CN"),
    Kind("PERSON", "VN"),
    Kind("PLACE", "CN"),
    Kind("PLACE", "VN"),
)


FOREIGN = Kind("FOREIGN", "")
"""What is written by its sound (特朗普, 新加坡): not rendered, but it competes with the kinds."""

HEAD_WORD, STYLE = "head word", "style of the ending"
WITH_HEAD, LEFT_OUT, READ = "head word", "left out", "read"
"""Not roles of syllables: what is learned of generic words, and the styles in which an
ending is rendered, are counted under them."""


def roles_of(length: int, surname: int, type_: str) -> tuple[str, ...]:
    """Give the role of each character.

    Args:
        length: How many characters the name has.
        surname: How many of them are the surname, 0 to 2.
        type_: PERSON or PLACE.

    >>> roles_of(3, 1, "PERSON")
    ('surname', 'middle name', 'given name')
    """
    if type_ == "PLACE":
        return (*[INNER] * (length - 1), LAST)
    given = length - surname
    return (*[SURNAME] * surname, *[MIDDLE] * (given - 1), *[GIVEN] * min(given, 1))


def surname_size(han: str) -> int:
    """How many characters of a person's name are the surname: 2 for the compound ones listed.

    >>> surname_size("诸葛亮"), surname_size("黎秀贞"), surname_size("刚")
    (2, 1, 0)
    """
    if len(han) > 2 and han[:2] in surnames():
        return 2
    return 1 if len(han) > 1 else 0

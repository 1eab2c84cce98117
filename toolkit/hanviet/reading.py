"""Read one Chinese name: the library's `read`, with the shipped gazetteer unless told otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hanviet.linking.read_names import read_name
from hanviet.readings.read import Reading

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer


def read(text: str, *, gazetteer: Gazetteer | None = None, type: str | None = None) -> Reading:
    """Read a Chinese name in Hán-Việt and pinyin.

    Args:
        text: A name in Chinese characters of any script.
        gazetteer: Where established forms stand; the shipped one if not given.
        type: The entity type, None if unknown.

    Returns:
        The reading; the established form comes first if it is a regular reading.

    >>> read("黄坤明").hanviet
    'Hoàng Khôn Minh'
    """
    if gazetteer is None:
        from hanviet.shipped import shipped_gazetteer

        gazetteer = shipped_gazetteer()
    return read_name(gazetteer, text, type=type)

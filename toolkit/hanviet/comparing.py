"""Compare two names: the library's `compare`, with the shipped gazetteer by default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hanviet.lexicon.model import check_type
from hanviet.readings.compare import compare as compare_by_readings
from hanviet.readings.evidence import Comparison
from hanviet.readings.levels import Level

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer


def compare(
    a: str,
    b: str,
    *,
    type: str | None = None,
    readings_only: bool = False,
    gazetteer: Gazetteer | None = None,
) -> Comparison:
    """Compare two names.

    Vietnamese and Chinese are compared by Hán-Việt readings, pinyin and Chinese by pinyin, two
    Vietnamese names by their spelling and by what their marks say, two Chinese ones by their
    simplified forms. Where these do not make them one name, the gazetteer is asked whether both
    are reviewed names of one thing: no reading leads from `Lào Cai` to 老街.

    Args:
        a: A name, in Vietnamese, Chinese of any script, or pinyin.
        b: Another.
        type: The entity type of both; None if unknown.
        readings_only: Do not ask the gazetteer.
        gazetteer: What is known; the shipped one if not given, loaded when first needed.

    Returns:
        Level, score (0 to 100, monotone in the level) and evidence; it does not depend on the
        order of the names.

    Raises:
        UsageError: The type is none of the five.

    >>> compare("Lào Cai", "老街").level, compare("Lào Cai", "老开").level
    (<Level.EXACT: 'exact'>, <Level.NONE: 'none'>)
    """
    check_type(type)
    by_readings = compare_by_readings(a, b, type=type)
    if readings_only or by_readings.level >= Level.READING:
        return by_readings
    if gazetteer is None:
        from hanviet.shipped import shipped_gazetteer

        gazetteer = shipped_gazetteer()
    from hanviet.linking.compare_names import known_to_be_one

    return known_to_be_one(gazetteer, a, b, type=type) or by_readings

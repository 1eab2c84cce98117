"""The gazetteer that comes with the package, loaded once."""

from __future__ import annotations

from functools import lru_cache

from hanviet.lexicon.gazetteer import Gazetteer


@lru_cache(maxsize=1)
def shipped_gazetteer() -> Gazetteer:
    """The gazetteer that comes with the package, loaded once.

    Raises:
        GazetteerError: The data are damaged or missing.
    """
    return Gazetteer.load()

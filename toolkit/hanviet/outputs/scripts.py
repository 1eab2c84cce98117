"""The Chinese form in the script that a reader wants first."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8192)
def in_script(hans: str, hant: str, script: str, type_: str) -> str:
    """A Chinese form in `hans`, `hant`, `tw` or `hk`.

    >>> in_script("陈刚", "陳剛", "tw", "PERSON")
    '陳剛'
    """
    if script == "hans" or not hans:
        return hans
    if script == "hant" and hant:
        return hant
    from hanviet.orthography.traditional import to_traditional

    return to_traditional(hans, person=type_ == "PERSON", region=script)

"""How a Chinese form is printed where no entry says it: traditional characters, and pinyin."""

from __future__ import annotations

from functools import lru_cache

CACHED_FORMS = 8192


@lru_cache(maxsize=CACHED_FORMS)
def hant_and_pinyin(zh: str, type_: str) -> tuple[str, str]:
    """Derive the traditional form and the pinyin of a name.

    Args:
        zh: The name in simplified characters; empty gives two empty texts.
        type_: The entity type, or empty.

    >>> hant_and_pinyin("陈刚", "PERSON")
    ('陳剛', 'Chén Gāng')
    """
    from hanviet.orthography.pinyin import pinyin
    from hanviet.orthography.traditional import to_traditional

    if not zh:
        return "", ""
    return to_traditional(zh, person=type_ == "PERSON"), pinyin(zh, kind=type_)

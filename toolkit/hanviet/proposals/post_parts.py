"""The parts that posts are composed of, in both languages: heads, bodies, fields, levels.

They are data (`gazetteer/lexical/post_parts.yaml`). A post whose parts are all known has a form in
the other language, though neither a list nor a pattern has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from hanviet.data import data_path
from hanviet.errors import GazetteerError
from hanviet.lexicon.strict_yaml import Mapping, Sequence, Value, read_yaml
from hanviet.orthography.vietnamese import Fold, fold

_FIELDS = {"vi", "zh", "of", "in", "country", "bare", "whole"}


@dataclass(frozen=True, slots=True)
class PostPart:
    """One row: Vietnamese and Chinese words for the same part, the first of each printed.

    Attributes:
        vi: As written in running text.
        zh: Simplified.
        after: How the Chinese name ends that the part stands behind: the body of a head, what
            holds a unit. Empty where that does not matter.
        country: The country whose bodies and posts alone are called so; empty for any.
        bare: The head words after which Vietnamese leaves the unit's own word out.
        whole: Whether a unit is a body without any field: Tỉnh ủy.
    """

    vi: tuple[str, ...]
    zh: tuple[str, ...]
    after: tuple[str, ...] = ()
    country: str = ""
    bare: tuple[str, ...] = ()
    whole: bool = False

    def fits(self, before: str, country: str) -> bool:
        """Whether the part may stand behind a Chinese name, in a post of a country."""
        if self.country not in ("", country):
            return False
        return not self.after or before.endswith(self.after)


@dataclass(frozen=True, slots=True)
class PartTable:
    """The rows of one kind, and how to find one at a place of a text.

    Attributes:
        by_vi: Folded Vietnamese words to rows.
        by_zh: Chinese words to rows.
        vi: Finds the longest of the Vietnamese words, whole.
        zh: Finds the longest of the Chinese words.
        zh_end: Finds it at the end of a text.
    """

    by_vi: dict[str, tuple[PostPart, ...]]
    by_zh: dict[str, tuple[PostPart, ...]]
    vi: re.Pattern[str]
    zh: re.Pattern[str]
    zh_end: re.Pattern[str]


@lru_cache(maxsize=1)
def post_parts() -> dict[str, PartTable]:
    """The tables of heads, units, fields, levels, prefixes and infixes.

    >>> post_parts()["units"].by_zh["厅"][0].vi
    ('Sở',)
    """
    path = data_path("lexical/post_parts.yaml")
    value = read_yaml(path)
    if not isinstance(value, Mapping):
        raise GazetteerError("is no mapping of parts", place=str(path))
    return {name: _table(rows, f"{path}:{value.lines[name]}") for name, rows in value.items()}


def _table(rows: Value, place: str) -> PartTable:
    if not isinstance(rows, Sequence):
        raise GazetteerError("the parts are no list", place=place)
    parts = [_part(row, place) for row in rows]
    by_vi: dict[str, list[PostPart]] = {}
    by_zh: dict[str, list[PostPart]] = {}
    for part in parts:
        for word in part.vi:
            by_vi.setdefault(fold(word, Fold.SPELLING), []).append(part)
        for word in part.zh:
            by_zh.setdefault(word, []).append(part)
    return PartTable(
        {word: tuple(some) for word, some in by_vi.items()},
        {word: tuple(some) for word, some in by_zh.items()},
        re.compile(f"(?:{_either(by_vi)})(?!\\w)"),
        re.compile(_either(by_zh)),
        re.compile(f"(?:{_either(by_zh)})$"),
    )


def _part(row: Value, place: str) -> PostPart:
    if not isinstance(row, Mapping) or not {*row} <= _FIELDS:
        raise GazetteerError(f"a part has nothing but {sorted(_FIELDS)}", place=place)
    vi, zh = _words(row.get("vi")), _words(row.get("zh"))
    if not vi or not zh:
        raise GazetteerError("a part has both vi and zh", place=place)
    after = _words(row.get("of")) or _words(row.get("in"))
    country = "".join(_words(row.get("country")))
    return PostPart(vi, zh, after, country, _words(row.get("bare")), "whole" in row)


def _words(value: Value) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, Sequence) else (str(value),)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda one: (-len(one), one)))

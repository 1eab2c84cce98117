"""Chinese people told by the form of the name or the line that it stands in.

An editor stands after a word for one and a colon (责编:李山); somebody whose given name is half
kept back is 张某隆. Neither needs the statistics of words around.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from hanviet.mentions.name_model_zh import name_model
from hanviet.mentions.wordlists import either, wordlists
from hanviet.readings.statistics_zh import word_weights

PLACES_RATHER = -20.0
"""Bits of a surname, the chance of a name included, that places begin with rather: 东, 北, 南."""

WORD = -18.0
"""Bits of a word from which its characters are no name: 抓捕 after 阮某."""

GIVEN = -12.0
"""Bits of a character that a given name may well end in."""

_KEPT_BACK = re.compile("([\u4e00-\u9fff])某([\u4e00-\u9fff])")
_COUNTED = frozenset("些种个日地年月天时国省市县区镇村乡处单公部局校厂店某")
"""What 某 goes before as a word of its own: 某地."""

_EDITORS = frozenset(["责编", "责任编辑", "编辑", "美编", "编审", "审核", "审校", "校对"])
"""After which a name that a place has too is a person's; 监制:云南 may be anything."""

_NO_MEDIA = frozenset("网报社台刊")


def credited_people(text: str, known: Mapping[int, tuple[int, ...]]) -> set[tuple[int, int]]:
    """People after a word for who made the report and a colon: 【编辑:陈海峰】, 责编:李山、王大海.

    Args:
        text: Folded text, simplified.
        known: Ends of known names by where they begin.

    Returns:
        Spans of their names, whatever place is called so.
    """
    model = name_model()
    found = set()
    for match in _credits().finditer(text):
        end = match.start(1)
        for name in re.finditer("[\u4e00-\u9fff]+", match[1]):
            start, stop = end + name.start(), end + name.end()
            one = name.group()
            surname = model.surnames.get(one[0]) if len(one) < 4 else None
            if (
                surname is None
                or surname <= PLACES_RATHER
                or one[0] in model.doubtful
                or len(one) < 2
            ):
                break
            ends = known.get(start, ())
            listed = stop in ends and match.group().split(":")[0] not in _EDITORS
            if listed or any(other > stop for other in ends) or one[-1] in _NO_MEDIA:
                break
            found.add((start, stop))
    return found


def kept_back(text: str) -> set[tuple[int, int]]:
    """People of whose given name a character is kept back: 张某隆.

    A surname alone (李某) names nobody.

    Args:
        text: Folded text, simplified.

    Returns:
        Spans of the names.

    >>> text = "阮某和张某隆被移交,李某在某地,该公司于某日"
    >>> [text[start:end] for start, end in sorted(kept_back(text))]
    ['张某隆']
    """
    if "某" not in text:
        return set()
    model, weights = name_model(), word_weights()
    found = set()
    for match in _KEPT_BACK.finditer(text):
        start, end = match.span()
        surname, given = match.groups()
        if (
            surname in model.surnames
            and surname not in model.doubtful
            and surname not in model.function_words
            and given not in model.function_words
            and given not in _COUNTED
            and model.only.get(given, GIVEN - 1) > GIVEN
            and weights.get(text[start - 1 : start + 1], WORD - 1) <= WORD  # 本周|某日
            and weights.get(text[end - 1 : end + 1], WORD - 1) <= WORD  # 阮某|抓捕
        ):
            found.add((start, end))
    return found


@cache
def _credits() -> re.Pattern[str]:
    words = sorted(wordlists("zh")["credits"], key=len, reverse=True)
    name = "[\u4e00-\u9fff]{2,3}(?![\u4e00-\u9fff])"
    return re.compile(f"{either(words)}: ?({name}(?:[、,/ ]{name})*)")

"""Generic words of places across the languages: `tỉnh Lạng Sơn` 谅山省, 永善县 `Vĩnh Thiện`.

Vietnamese text leaves the rank of a Chinese division out as a rule and keeps other head words
(`cầu`, `cửa khẩu`); some endings are read as part of the name (武夷山 `Võ Di Sơn`). How often each
happens is learned from the gazetteer, ending by ending.
"""

from __future__ import annotations

from typing import NamedTuple

from hanviet.orthography.vietnamese import Fold, fold
from hanviet.proposals.renderings import Learned
from hanviet.proposals.roles import HEAD_WORD, KINDS, LEFT_OUT, READ, STYLE, WITH_HEAD
from hanviet.readings.generic_parts import GENERICS, Parted, part_chinese, part_vietnamese

_EXPECTED = {
    True: {WITH_HEAD: 0.3, LEFT_OUT: 0.65, READ: 0.05},
    False: {WITH_HEAD: 0.5, LEFT_OUT: 0.1, READ: 0.4},
}
"""Shares of the styles, for ranks and for other generic words, before any pair is seen."""
TRUST_EXPECTED = 3.0
MOST_WAYS = 4


class Way(NamedTuple):
    """One way to treat a place name's generic word.

    Attributes:
        core: What is rendered by readings.
        before: What is set before the rendering, with the space after it.
        after: What is set behind it.
        share: The share of the way among all.
        word: The generic word in the name asked for, empty if it is read or there is none.
        said: What becomes of it, in plain words.
    """

    core: str
    before: str
    after: str
    share: float
    word: str
    said: str


def vietnamese_ways(name: str, learned: Learned) -> list[Way]:
    """How the head word of a Vietnamese place may be rendered in Chinese."""
    head = part_vietnamese(name)
    if head is None:
        return [Way(name, "", "", 1.0, "", "")]
    whole = 0.0 if head.sure or head.generic[0].islower() else 0.4
    word = fold(head.generic, Fold.SPELLING)
    endings = [ending for kind in sorted(head.kinds) for ending in GENERICS[kind].zh]
    counts = {ending: 0.5**place for place, ending in enumerate(endings)}
    for kind in KINDS:
        for ending, count in learned.characters(kind, HEAD_WORD, word).items():
            if ending in counts:
                counts[ending] += count
    total = sum(counts.values())
    ways = [
        Way(
            head.core, "", ending, (1 - whole) * count / total, head.generic, f"head word: {ending}"
        )
        for ending, count in counts.items()
    ]
    if whole:
        ways.append(Way(name, "", "", whole, "", ""))
    return sorted(ways, key=lambda way: (-way.share, way.after))[:MOST_WAYS]


def chinese_ways(name: str, learned: Learned) -> list[Way]:
    """How the ending of a Chinese place may be rendered in Vietnamese."""
    ending = part_chinese(name)
    if ending is None:
        return [Way(name, "", "", 1.0, "", "")]
    shares = _style_shares(ending, learned)
    if len(ending.core) == 1:
        # 长江 is one name, 容县 is not.
        shares = {WITH_HEAD: 0.9, READ: 0.1} if ending.is_rank else {WITH_HEAD: 0.1, READ: 0.9}
    elif ending.is_rank:
        # Bare or with its head word it is the same name; bare is how the gazetteer has it.
        shares = {LEFT_OUT: shares[LEFT_OUT] + shares[WITH_HEAD], READ: shares[READ]}
    head = _head_word(ending, learned)
    said = {WITH_HEAD: f"ending: {head}", LEFT_OUT: "ending: left out in Vietnamese", READ: ""}
    ways = []
    for style, share in shares.items():
        core = name if style == READ else ending.core
        before = f"{head} " if style == WITH_HEAD else ""
        word = "" if style == READ else ending.generic
        ways.append(Way(core, before, "", share, word, said[style]))
    return sorted(ways, key=lambda way: (-way.share, way.before))


def _style_shares(ending: Parted, learned: Learned) -> dict[str, float]:
    shares = dict(_EXPECTED[ending.is_rank])
    counts = dict.fromkeys(shares, 0.0)
    for kind in KINDS:
        for style, count in learned.syllables(kind, STYLE, ending.generic).items():
            counts[style] += count
    total = sum(counts.values()) + TRUST_EXPECTED
    return {
        style: (counts[style] + TRUST_EXPECTED * share) / total for style, share in shares.items()
    }


def _head_word(ending: Parted, learned: Learned) -> str:
    heads = [head for kind in sorted(ending.kinds) for head in GENERICS[kind].vi]
    counts = {head: 0.5**place for place, head in enumerate(heads) if not head.endswith(".")}
    for kind in KINDS:
        for word, count in learned.syllables(kind, HEAD_WORD, ending.generic).items():
            for head in counts:
                if fold(head, Fold.SPELLING) == word:
                    counts[head] += count
    best = max(counts, key=lambda head: counts[head])
    return best if ending.is_rank else best[:1].upper() + best[1:]

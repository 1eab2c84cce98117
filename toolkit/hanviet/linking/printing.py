"""What is printed of an entry or composed name: its forms on both sides, and their pinyin."""

from __future__ import annotations

from hanviet.linking.agreement import Agreement
from hanviet.linking.chinese_forms import hant_and_pinyin
from hanviet.linking.decision import Decision, Support
from hanviet.linking.match import Match
from hanviet.mentions.names import ComposedName, EntryName


def printed(name: EntryName | ComposedName, agreement: Agreement) -> Match:
    """The forms of a name that are printed for an agreement; the decision is not made yet."""
    vi, zh = name.vi(), name.zh()
    if isinstance(name, EntryName):
        if name.pair.avoid:
            vi, zh = name.entry.vi, name.entry.zh
        vi, zh = vi or name.entry.vi, zh or name.entry.zh
    hant, pinyin = _hant_and_pinyin(name, zh)
    return Match(
        id=name.id,
        type=name.type,
        vi=vi,
        zh_hans=zh,
        zh_hant=hant,
        pinyin=pinyin,
        forms=_chinese_forms(name, zh),
        score=agreement.score,
        level=agreement.level,
        support=Support.UNIQUE,
        decision=Decision.REVIEW,
        evidence=agreement.evidence,
    )


def _hant_and_pinyin(name: EntryName | ComposedName, zh: str) -> tuple[str, str]:
    if zh and isinstance(name, EntryName):
        for pair in name.entry.pairs:
            if pair.zh[:1] == (zh,):
                return pair.hant, pair.pinyin
    return hant_and_pinyin(zh, name.type)


def _chinese_forms(name: EntryName | ComposedName, zh: str) -> tuple[str, ...]:
    if isinstance(name, ComposedName):
        return (zh,)
    pairs = [pair for pair in name.entry.pairs if not pair.avoid and pair.use != "attributive"]
    return tuple(dict.fromkeys([zh, *(form for pair in pairs for form in pair.zh)] if zh else []))

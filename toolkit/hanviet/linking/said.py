"""What the other columns of a row say about its name: type, country, post, the other language.

What agrees raises a candidate, what contradicts vetoes it, and both are said in the reason.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from hanviet.lexicon.model import TYPES
from hanviet.linking.decision import STRONG, Decision, Support, decide
from hanviet.linking.head_words import country_of
from hanviet.linking.match import Match, Note
from hanviet.orthography.chinese import has_han, to_simplified
from hanviet.orthography.vietnamese import Fold, key
from hanviet.readings.levels import Level


class Said(NamedTuple):
    """What a row says about its name.

    Args:
        type: Entity type, or empty.
        country: ISO 3166-1 code, or empty.
        role: A post, as the row has it.
        other: The name in the other language, as the row has it.
    """

    type: str = ""
    country: str = ""
    role: str = ""
    other: str = ""


NOTHING_SAID = Said()


class Query(NamedTuple):
    """A name to look up, with what its row says about it.

    Args:
        text: The cell.
        said: What the other columns say.
    """

    text: str
    said: Said = NOTHING_SAID


_TYPE_WORDS = {
    "PERSON": "person people per human người nhân|vật cá|nhân tên|người 人 人物 人名 个人 個人",
    "PLACE": "place location loc gpe địa|danh địa|điểm địa|phương nơi 地 地名 地点 地點 地方",
    "ORG": "org organisation organization tổ|chức cơ|quan đơn|vị 组织 組織 机构 機構 单位 單位",
    "EVENT": "event sự|kiện 事件 活动 活動",
    "TITLE": "title post position chức|vụ chức|danh 职务 職務 职位 職位 头衔 頭銜",
}


def type_of(text: str) -> str:
    """The entity type that a cell names in any of three languages; empty if it names none.

    >>> type_of("Người"), type_of("地名"), type_of("ORG"), type_of("?")
    ('PERSON', 'PLACE', 'ORG', '')
    """
    return _types().get(key(text, Fold.SPELLING).strip(), "")


def country_said(text: str) -> str:
    """The country that a cell names, by its short name or its ISO code; empty if it names none.

    >>> country_said("cn"), country_said("Trung Quốc"), country_said("?")
    ('CN', 'CN', '')
    """
    plain = unicodedata.normalize("NFC", text).strip()
    if len(plain) == 2 and plain.isascii() and plain.isalpha():
        return plain.upper()
    return country_of(plain) if plain else ""


def with_type(matches: Sequence[Match], type_: str) -> list[Match]:
    """Veto rows of a closed table whose type is another, and say so.

    Rows without a type contradict nothing. A rival that is vetoed is no rival any more.
    """
    if not type_:
        return list(matches)
    vetoed = {match.id for match in matches if match.type and match.type != type_}
    if not vetoed:
        return list(matches)
    judged = [
        _vetoed(match, Note("said_type", (type_, match.type))) if match.id in vetoed else match
        for match in matches
    ]
    judged.sort(key=lambda match: match.id in vetoed)
    best, *others = judged
    if best.id in vetoed or best.support is not Support.AMBIGUOUS or best.level not in STRONG:
        return judged
    # What is left of its rivals agrees as well as it does, or nearly.
    if not any(other.id not in vetoed and other.level in STRONG for other in others):
        judged[0] = _supported(best, Note("said_agrees", (type_,)), closed=True)
    return judged


def with_other_language(
    matches: Sequence[Match], query: Query, others: Sequence[Match], *, closed: bool
) -> list[Match]:
    """Weigh what was found by what the column in the other language says.

    Args:
        matches: What the name may be, best first.
        query: The name and what is said about it.
        others: What `query.said.other` may be.
        closed: They are rows of a table of the user's.

    Returns:
        The matches: those that agree first and supported, or the best vetoed.
    """
    other = query.said.other.strip()
    if not other:
        return list(matches)
    if not matches:
        return _of_other_only(query, others)
    agreeing = [match for match in matches if _agrees(match, other, others)]
    if agreeing:
        best = agreeing[0]
        raised = _supported(best, Note("said_other_agrees", (other,)), closed=closed)
        return [raised, *(match for match in matches if match is not best)]
    if not _says_another(matches[0], other):
        return list(matches)
    return [_vetoed(matches[0], Note("said_other", (other,))), *matches[1:]]


def not_weaker_than(matches: Sequence[Match], weakest: Level | None) -> list[Match]:
    """Leave what agrees less than a user demands for review."""
    if weakest is None:
        return list(matches)
    return [
        replace(match, decision=Decision.REVIEW, notes=(*match.notes, Note("weaker")))
        if match.decision is Decision.LINKED and match.level < weakest
        else match
        for match in matches
    ]


_NEVER_RAISED = frozenset(
    {"avoid", "leftover", "contradicts", "country", "type", "said_country", "said_type", "open",
     "no_person", "other_form"}
)  # fmt: skip
"""Notes of what another column does not clear up."""


def _supported(match: Match, note: Note, *, closed: bool) -> Match:
    notes = (*(n for n in match.notes if n.code not in ("rivals", "rival_rows")), note)
    doubts = {each.code for each in match.notes} & _NEVER_RAISED
    if match.support is Support.VETOED or doubts:
        return replace(match, notes=(*match.notes, note))
    decision = match.decision
    if decision is Decision.REVIEW and match.level is not Level.FUZZY:
        decision = decide(match.level, Support.CONTEXT, closed=closed, linkable=True)
    return replace(match, support=Support.CONTEXT, decision=decision, notes=notes)


def _vetoed(match: Match, note: Note) -> Match:
    decision = Decision.REVIEW if match.decision is Decision.LINKED else match.decision
    return replace(match, support=Support.VETOED, decision=decision, notes=(*match.notes, note))


def _agrees(match: Match, other: str, others: Sequence[Match]) -> bool:
    if has_han(other):
        plain = "".join(to_simplified(unicodedata.normalize("NFC", other)).split())
        if plain in {"".join(form.split()) for form in (match.zh_hans, *match.forms) if form}:
            return True
    same = [each for each in others if each.id == match.id]
    if not same:
        return False
    own = match.zh_hans if has_han(other) else match.vi
    # Where it has a form of its own in that language, a reading of the other one is not enough.
    return same[0].level in STRONG or (not own and same[0].level is Level.READING)


def _says_another(match: Match, other: str) -> bool:
    """Whether a candidate has a form in the language of the column, which says another."""
    return bool(match.zh_hans) if has_han(other) else bool(match.vi)


def _of_other_only(query: Query, others: Sequence[Match]) -> list[Match]:
    if not others:
        return []
    best = others[0]
    if not query.text.strip():
        return [replace(best, notes=(*best.notes, Note("said_other_only"))), *others[1:]]
    decision = Decision.REVIEW if best.decision is Decision.LINKED else best.decision
    return [
        replace(best, decision=decision, notes=(*best.notes, Note("said_other_found"))),
        *others[1:],
    ]


@cache
def _types() -> dict[str, str]:
    found = {
        key(word.replace("|", " "), Fold.SPELLING): type_
        for type_, words in _TYPE_WORDS.items()
        for word in words.split()
    }
    return found | {key(type_, Fold.SPELLING): type_ for type_ in TYPES}

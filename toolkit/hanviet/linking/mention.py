"""A mention as callers see it, and how a resolved span becomes one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hanviet.linking.chinese_forms import hant_and_pinyin
from hanviet.linking.decision import Decision, Support, decide
from hanviet.linking.proposed import NOTHING_PROPOSED, Forms, proposed_forms
from hanviet.linking.reading import Resolved
from hanviet.mentions.names import ComposedName, EntryName
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.short_zh import is_part_of_a_name
from hanviet.mentions.span import Span
from hanviet.orthography.chinese import has_han, to_simplified
from hanviet.orthography.vietnamese import has_vietnamese, squeeze, unmarked
from hanviet.readings.levels import Level, score_of

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer


class Mention(NamedTuple):
    """A span of a document that names something, and what it was linked to.

    Attributes:
        file: The document, as it was named.
        start: First code point in the text as given.
        end: Code point after the last.
        surface: The text between them, as given.
        type: PERSON, PLACE, ORG, EVENT or TITLE.
        lang: `vi` or `zh`.
        id: The entry, a composed id, or None.
        vi: The Vietnamese form paired with the surface, or None.
        zh_hans: The Chinese form paired with the surface, simplified, or None.
        zh_hant: The same in traditional script, or None.
        pinyin: Its pinyin, or None.
        decision: `linked`, `review`, `proposed` or `unknown`.
        level: How the strings agree.
        support: What the context says.
        score: 0 to 100, monotone in the level.
        cluster: The cluster, `c1`, `c2`, …
        probability: How likely a form that readings propose is the right one, calibrated; None
            for every form that comes from elsewhere.
        country: The country of what is named, or an empty string.
        key: What the mention is clustered by; with `~` if marks were not typed.
        bare: The letters of a person's or place's name without marks, else empty.
        outer: The index of the mention around it among those of the document, or -1.
    """

    file: str
    start: int
    end: int
    surface: str
    type: str
    lang: str
    id: str | None
    vi: str | None
    zh_hans: str | None
    zh_hant: str | None
    pinyin: str | None
    decision: str
    level: str
    support: str
    score: float
    cluster: str = ""
    probability: float | None = None
    country: str = ""
    key: str = ""
    bare: str = ""
    outer: int = -1

    def to_row(self) -> dict[str, object]:
        """The documented columns, in their order."""
        return {name: getattr(self, name) for name in COLUMNS}


COLUMNS = Mention._fields[:17]
"""The columns of a mention as every format prints them."""


def mention_of(
    span: Span,
    resolved: Resolved,
    scan: ScanText,
    file: str,
    lang: str,
    *,
    key: str,
    cluster: str,
    outer: int,
    gazetteer: Gazetteer,
) -> Mention:
    """Make the mention of a resolved span."""
    begin, stop = scan.nfc_span(span.start, span.end)
    nfc = scan.nfc.text[begin:stop]
    start, end = scan.nfc.original_span(begin, stop)
    language = "zh" if scan.has_han and has_han(nfc) else lang
    name, type_ = resolved.name, span.type
    probability: float | None = None
    level = _level(name, nfc, resolved)
    support = resolved.support
    if name is None:
        whole = type_ == "PERSON" and not (resolved.attached_to or is_part_of_a_name(nfc))
        whole = whole and (language == "zh" or not span.loose)
        forms, probability = proposed_forms(gazetteer, nfc) if whole else NOTHING_PROPOSED
        if forms[0] is None:
            judged = _judged(Decision.UNKNOWN, level, support)
        else:
            judged = _judged(Decision.PROPOSED, Level.READING, support)
    else:
        if name.open_slots or _is_vague(name):
            support = Support.AMBIGUOUS
        forms = _forms(name, nfc, language)
        avoid = isinstance(name, EntryName) and name.pair.avoid
        judged = _judge(level, support, name.status, avoid=avoid, without_zh=forms[1] is None)
    # What a named tuple's own constructor does, without the call in between.
    return tuple.__new__(Mention, (
        file, start, end, scan.given[start:end], type_, language,
        None if name is None or support is Support.VETOED else name.id,
        *forms, *judged, cluster, probability,
        name.country if name is not None else "",
        key, _bare(nfc, type_), outer,
    ))  # fmt: skip


_Judged = tuple[str, str, str, float]
"""Decision, level, support and score as a mention shows them."""


@lru_cache(maxsize=512)
def _judge(
    level: Level, support: Support, status: str, *, avoid: bool, without_zh: bool
) -> _Judged:
    decision = decide(level, support, status=status)
    if avoid and decision is Decision.LINKED:
        decision = Decision.REVIEW
    if without_zh and decision in (Decision.LINKED, Decision.REVIEW):
        decision = Decision.PROPOSED
    return _judged(decision, level, support)


@lru_cache(maxsize=512)
def _judged(decision: Decision, level: Level, support: Support) -> _Judged:
    score = 0.0 if level is Level.NONE else score_of(level, 1.0)
    return decision.value, level.value, support.value, score


def _bare(surface: str, type_: str) -> str:
    if type_ not in ("PERSON", "PLACE") or surface[:1] >= "\u2e80":
        return ""
    return squeeze(unmarked(surface))


def cluster_key(span: Span, resolved: Resolved, scan: ScanText, file: str) -> str:
    """What makes two mentions one cluster; never a part of a name, never across a veto."""
    name, support = resolved.name, resolved.support
    text = scan.folded[span.start : span.end]
    if span.loose:
        return f"{span.type} ~ {resolved.attached_to or text} {file}"
    if name is not None and support is not Support.VETOED:
        return f"{span.type} {name.id}" + (f" {file} {text}" if name.open_slots else "")
    if support is Support.VETOED:
        return f"{span.type} ? {resolved.attached_to or text} {file}"
    if resolved.attached_to:
        return f"{span.type} = {resolved.attached_to}"
    alone = span.type == "PERSON" and is_part_of_a_name(text)
    return f"{span.type} = {text}" + (f" {file}" if alone else "")


def _level(name: EntryName | ComposedName | None, surface: str, resolved: Resolved) -> Level:
    if name is None:
        return Level.NONE
    if resolved.attached_to:
        return Level.PARTIAL
    if isinstance(name, ComposedName):
        return Level.PATTERN
    form = name.form[name.head :]
    if surface == form or not form:
        return Level.EXACT
    if is_unmarked_typing(surface, form):
        return Level.UNMARKED
    if name.lang == "zh":
        return Level.SCRIPT
    return Level.SPELLING


def is_unmarked_typing(surface: str, form: str) -> bool:
    """Whether a surface is a marked form typed without any of its marks."""
    return surface.isascii() and not form.isascii() and has_vietnamese(form)


def _is_vague(name: EntryName | ComposedName) -> bool:
    """A bare head word of a post that Chinese renders in several ways (Giám đốc)."""
    return (
        isinstance(name, EntryName)
        and name.type == "TITLE"
        and name.kind == "post"
        and name.country == "INT"
        and name.lang == "vi"
        and len(name.pair.zh) > 1
    )


def _forms(name: EntryName | ComposedName, surface: str, lang: str) -> Forms:
    zh = to_simplified(surface) if lang == "zh" and has_han(surface) else name.zh()
    vi = name.vi()
    if isinstance(name, EntryName) and name.lang == "vi" and name.head:
        vi = name.pair.vi[0][name.head :] if name.pair.vi[0] == name.form else vi
    if not zh:
        return vi or None, None, None, None
    if isinstance(name, EntryName) and name.pair.zh and zh == name.pair.zh[0]:
        return vi or None, zh, name.pair.hant, name.pair.pinyin
    return vi or None, zh, *hant_and_pinyin(zh, name.type)

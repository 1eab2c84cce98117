"""Posts that nothing has as a whole: proposed of their parts, if every part is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from unicodedata import is_normalized, normalize

from hanviet.linking.chinese_forms import hant_and_pinyin
from hanviet.linking.decision import Decision
from hanviet.linking.mention import Mention
from hanviet.orthography.chinese import to_simplified
from hanviet.proposals.composed_posts import (
    ComposedPost,
    compose_chinese_post,
    compose_vietnamese_post,
)
from hanviet.proposals.post_elements import KnownPart
from hanviet.readings.levels import Level, score_of

CACHED_POSTS = 4096

_SHORTEST = 2
"""Characters of a name that stands for itself."""

POST_OF_PARTS = 0.8
"""How likely a form composed of known parts is the right one."""


def with_proposed_posts(mentions: Sequence[Mention]) -> list[Mention]:
    """Give the posts without any form the one that their parts compose.

    Args:
        mentions: Of one document, each after the mention around it.

    Returns:
        The mentions; the posts whose parts are all known are `proposed`, at the level `pattern`.
    """
    found = list(mentions)
    inside: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.outer >= 0:
            top = mention.outer
            while mentions[top].outer >= 0:
                top = mentions[top].outer
            inside.setdefault(top, []).append(mention)
    for index, mention in enumerate(mentions):
        if mention.type == "TITLE" and mention.decision == Decision.UNKNOWN.value:
            composed = composed_post(mention.surface, mention.lang, known_parts(
                inside.get(index, ()), mention.start, mention.lang
            ))  # fmt: skip
            if composed is not None:
                found[index] = _proposed(mention, composed.form)
    return found


def known_parts(inner: Sequence[Mention], start: int, lang: str) -> tuple[KnownPart, ...]:
    """The linked names inside a post, the outermost of them.

    Args:
        inner: The mentions inside, each after the one around it.
        start: Where the post begins.
        lang: Of the post.

    Returns:
        Them, in order, counted from the beginning of the post.
    """
    parts: list[KnownPart] = []
    for one in sorted(inner, key=lambda one: (one.start, -one.end)):
        usable = one.decision == Decision.LINKED.value and one.vi and one.zh_hans
        if not usable or one.type not in ("PLACE", "ORG"):
            continue
        if parts and one.start - start < parts[-1].end:
            continue
        zh = to_simplified(one.surface) if lang == "zh" else str(one.zh_hans)
        if len(zh) < _SHORTEST:
            continue  # 越 and 中 of 越中友好协会 are said otherwise inside a name
        parts.append(
            KnownPart(one.start - start, one.end - start, str(one.vi), zh, one.type, one.country)
        )
    return tuple(parts)


@lru_cache(maxsize=CACHED_POSTS)
def composed_post(surface: str, lang: str, known: tuple[KnownPart, ...]) -> ComposedPost | None:
    """The form of a post in the other language, of its parts; None where one is not known."""
    if not is_normalized("NFC", surface):
        known = tuple(
            replace(part, start=_length(surface[: part.start]), end=_length(surface[: part.end]))
            for part in known
        )
        surface = normalize("NFC", surface)
    if lang == "zh":
        return compose_vietnamese_post(to_simplified(surface), known)
    return compose_chinese_post(surface, known)


def _length(text: str) -> int:
    """Characters of a text in NFC."""
    return len(normalize("NFC", text))


def _proposed(mention: Mention, form: str) -> Mention:
    zh = to_simplified(mention.surface) if mention.lang == "zh" else form
    hant, pinyin = hant_and_pinyin(zh, "TITLE")
    return mention._replace(
        vi=form if mention.lang == "zh" else mention.surface,
        zh_hans=zh,
        zh_hant=hant,
        pinyin=pinyin,
        decision=Decision.PROPOSED.value,
        level=Level.PATTERN.value,
        score=score_of(Level.PATTERN, 1.0),
    )

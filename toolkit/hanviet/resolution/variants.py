"""Unlisted names that are another spelling of somebody whom the other language names as listed.

The press writes one Vietnamese name in several characters (阮国团, 阮国段), and an entry rarely has
them all. Where reports of one event have the listed form in one language and a name that reads
like it in the other, they are one person, for somebody to look at: an entry never gains a form by
itself. An entry that nobody has reviewed says no more than a reading does: a name that rests on
one is matched as an unlisted one is, by its posts and its country too.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from hanviet.linking.decision import Decision
from hanviet.orthography.chinese import has_han, to_simplified
from hanviet.readings.levels import Level
from hanviet.resolution.company import Page
from hanviet.resolution.crosslingual import Bearer, Fit, Pairing, pair_up
from hanviet.resolution.names import compared_form

if TYPE_CHECKING:
    from hanviet.document import Document

_FULL = frozenset({Level.EXACT.value, Level.SPELLING.value, Level.SCRIPT.value})

_LISTED = frozenset({Decision.LINKED.value, Decision.PROPOSED.value})


class Variant(NamedTuple):
    """A spelling of somebody listed.

    Attributes:
        id: The entry.
        listed: The bearer of the listed name, in the one language.
        other: The bearer of the spelling, in the other.
        pairing: The two, by language.
        decision: Of its mentions: a person looks at another form of a reviewed entry.
    """

    id: str
    listed: Bearer
    other: Bearer
    pairing: Pairing
    decision: Decision = Decision.REVIEW


def variants(
    documents: Sequence[Document],
    pages: Sequence[Page],
    vietnamese: Sequence[Bearer],
    chinese: Sequence[Bearer],
) -> Iterator[Variant]:
    """Find other spellings of people who are listed.

    Args:
        documents: In the order of their numbers.
        pages: What of each document tells its event, by number.
        vietnamese: Unlisted people with Vietnamese names that were not paired.
        chinese: Those with Chinese names.

    Yields:
        Variants. A document that names the listed person itself gives no other spelling of it.
    """
    listed, ids, drafts = _listed(documents)
    people = ([one for one in side if one.type == "PERSON"] for side in (vietnamese, chinese))
    for side, others in zip((True, False), people, strict=True):
        known = [bearer for bearer in listed if has_han(bearer.form) is side]
        if not known or not others:
            continue
        pairs = (known, others) if not side else (others, known)
        for pairing in pair_up(*pairs, pages, least=Fit.COUNTRY if drafts else Fit.EVENT)[0]:
            bearer, other = (pairing.zh, pairing.vi) if side else (pairing.vi, pairing.zh)
            draft = bearer.key in drafts
            if (draft or pairing.fit >= Fit.EVENT) and ids[bearer.key].isdisjoint(other.documents):
                id_ = bearer.key.partition(" ")[2]
                decision = Decision.PROPOSED if draft else Decision.REVIEW
                yield Variant(id_, bearer, other, pairing, decision)


def _listed(
    documents: Sequence[Document],
) -> tuple[list[Bearer], dict[str, set[int]], frozenset[str]]:
    """The full names of people who are listed, who names each of them, and who is in drafts."""
    where: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    countries: dict[str, str] = {}
    named: dict[str, set[int]] = defaultdict(set)
    posts: dict[str, set[str]] = defaultdict(set)
    drafts: set[str] = set()
    for number, document in enumerate(documents):
        for key, id_, _ in document.posts:
            posts[key].add(id_)
        for mention in document.mentions:
            if mention.type != "PERSON" or mention.key != f"PERSON {mention.id}":
                continue
            named[mention.key].add(number)
            if mention.decision in _LISTED and mention.level in _FULL:
                if mention.decision == Decision.PROPOSED.value:
                    drafts.add(mention.key)
                form = unicodedata.normalize("NFC", mention.surface)
                form = to_simplified(form) if has_han(form) else " ".join(form.split())
                where[mention.key, compared_form(form), form].add(number)
                countries[mention.key] = mention.country
    first: dict[tuple[str, str], str] = {}
    documents_of: dict[tuple[str, str], set[int]] = defaultdict(set)
    for (key, name, form), numbers in sorted(where.items()):
        first.setdefault((key, name), form)
        documents_of[key, name] |= numbers
    bearers = [
        Bearer(
            key, "PERSON", name, form, countries[key],
            frozenset(posts[key] if key in drafts else ()),
            tuple(sorted(documents_of[key, name])),
        )
        for (key, name), form in first.items()
    ]  # fmt: skip
    return bearers, dict(named), frozenset(drafts)

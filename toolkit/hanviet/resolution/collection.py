"""A collection of documents in both languages: every mention gets the cluster of the whole."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hanviet.clusters import number_clusters
from hanviet.linking.decision import Decision, Support
from hanviet.linking.mention import Mention
from hanviet.orthography.chinese import has_han, to_simplified
from hanviet.orthography.vietnamese import is_all_caps
from hanviet.readings.levels import Level, score_of
from hanviet.resolution.company import Page
from hanviet.resolution.crosslingual import Pairing, Undecided, bearers, pair_up
from hanviet.resolution.names import (
    UNLISTED,
    UnlistedName,
    company_of,
    compared_form,
    unlisted_names,
)
from hanviet.resolution.namesakes import settle

if TYPE_CHECKING:
    from hanviet.document import Document


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents, resolved together.

    Attributes:
        documents: In the order of their names, `cluster` of the whole.
        pairings: Unlisted names that are one in both languages.
        undecided: Unlisted names that read alike and are left apart.
        clusters: Keys of unlisted names to their clusters.
    """

    documents: tuple[Document, ...]
    pairings: tuple[Pairing, ...]
    undecided: tuple[Undecided, ...]
    clusters: Mapping[str, str]


def resolve_collection(documents: Iterable[Document]) -> Collection:
    """Resolve the names of documents over all of them.

    Args:
        documents: Annotated documents, in any order and in both languages.

    Returns:
        The documents with their clusters. The order in which they were given changes nothing.
    """
    ordered = sorted(documents, key=lambda document: (document.file, document.text))
    names = unlisted_names(ordered)
    settled = settle(names)
    keys = _by_document(names, settled)
    pairings, undecided = _across_languages(ordered, names, settled, keys)
    of_pair = {side.key: pairing for pairing in pairings for side in (pairing.vi, pairing.zh)}
    local = _ambiguous_files(ordered)
    mentions = []
    for number, document in enumerate(ordered):
        known = keys.get(number, {})
        for mention in document.mentions:
            key = known.get(mention.key, mention.key)
            if document.file in local and key.endswith(f" {document.file}"):
                key += f" #{number}"
            mentions.append(_as_paired(mention, key, of_pair.get(key)))
    numbered = number_clusters(mentions)
    rest = iter(zip(mentions, numbered, strict=True))
    clusters: dict[str, str] = {}
    resolved = []
    for document in ordered:
        own = []
        for original in document.mentions:
            keyed, mention = next(rest)
            clusters[keyed.key] = mention.cluster
            own.append(mention._replace(key=original.key))
        resolved.append(replace(document, mentions=tuple(own)))
    for pairing in pairings:
        clusters[pairing.zh.key] = clusters[pairing.vi.key]
    return Collection(tuple(resolved), tuple(pairings), tuple(undecided), clusters)


def _by_document(
    names: Sequence[UnlistedName], settled: Sequence[str]
) -> dict[int, dict[str, str]]:
    keys: dict[int, dict[str, str]] = defaultdict(dict)
    for name, key in zip(names, settled, strict=True):
        keys[name.document][name.key] = key
    return keys


def _across_languages(
    documents: Sequence[Document],
    names: Sequence[UnlistedName],
    settled: Sequence[str],
    keys: Mapping[int, Mapping[str, str]],
) -> tuple[list[Pairing], list[Undecided]]:
    if len({name.is_han for name in names}) < 2:
        return [], []
    forms = _printed_forms(documents, keys)
    pages = [Page(document.date, company_of(document.mentions)) for document in documents]
    sides: dict[bool, list[UnlistedName]] = {True: [], False: []}
    side_keys: dict[bool, list[str]] = {True: [], False: []}
    for name, key in zip(names, settled, strict=True):
        sides[name.is_han].append(name)
        side_keys[name.is_han].append(key)
    return pair_up(
        bearers(sides[False], side_keys[False], forms),
        bearers(sides[True], side_keys[True], forms),
        pages,
    )


def _printed_forms(
    documents: Sequence[Document], keys: Mapping[int, Mapping[str, str]]
) -> dict[str, str]:
    """The form of each unlisted name that is printed: full, in running text, the most frequent."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for number, document in enumerate(documents):
        known = keys.get(number, {})
        for mention in document.mentions:
            key = known.get(mention.key)
            if key is not None and _is_full(mention):
                counts[key][_printed(mention.surface)] += 1
    return {
        key: min(found, key=lambda form: (is_all_caps(form), -found[form], form))
        for key, found in counts.items()
    }


def _printed(surface: str) -> str:
    text = " ".join(unicodedata.normalize("NFC", surface).split())
    return to_simplified(text) if has_han(text) else text


def _is_full(mention: Mention) -> bool:
    text = mention.key.partition(UNLISTED)[2]
    return compared_form(unicodedata.normalize("NFC", mention.surface)) == compared_form(text)


def _ambiguous_files(documents: Sequence[Document]) -> set[str]:
    """Names that several documents have: what is local to a document must not meet by them."""
    counts = Counter(document.file for document in documents)
    return {file for file, count in counts.items() if count > 1}


def _as_paired(mention: Mention, key: str, pairing: Pairing | None) -> Mention:
    """The mention with the key of its cluster, and the forms that the other language gave it."""
    if pairing is None:
        return mention._replace(key=key)
    full = _is_full(mention)
    level = Level.READING if full else Level.PARTIAL
    chinese = pairing.zh.form
    return mention._replace(
        vi=pairing.vi.form,
        zh_hans=chinese,
        zh_hant=_traditional(chinese, mention.type),
        pinyin=_pinyin(chinese, mention.type),
        decision=Decision.PROPOSED.value,
        level=level.value,
        support=(pairing.support if full else Support.ANCHORED).value,
        score=pairing.score if full else score_of(level, 1.0),
        key=pairing.vi.key,
    )


def _traditional(text: str, type_: str) -> str:
    from hanviet.orthography.traditional import to_traditional

    return to_traditional(text, person=type_ == "PERSON")


def _pinyin(text: str, type_: str) -> str:
    from hanviet.orthography.pinyin import pinyin

    return pinyin(text, kind=type_)

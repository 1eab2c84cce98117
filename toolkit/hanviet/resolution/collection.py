"""A collection of documents in both languages: every mention gets the cluster of the whole."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hanviet.clusters import LOOSE, cluster_names
from hanviet.linking.chinese_forms import hant_and_pinyin
from hanviet.linking.decision import Decision, Support
from hanviet.linking.mention import Mention
from hanviet.orthography.chinese import has_han, simplified_name, to_simplified
from hanviet.orthography.vietnamese import is_all_caps
from hanviet.readings.levels import Level, score_of
from hanviet.resolution.commonness import Commonness
from hanviet.resolution.company import Page
from hanviet.resolution.crosslingual import (
    TIE,
    Bearer,
    Fit,
    Pairing,
    Undecided,
    bearers,
    pair_up,
)
from hanviet.resolution.echoes import with_echoes
from hanviet.resolution.likeness import PINYIN
from hanviet.resolution.names import (
    UNLISTED,
    UnlistedName,
    company_of,
    compared_form,
    unlisted_names,
)
from hanviet.resolution.namesakes import settle
from hanviet.resolution.sought import seek, without_keys
from hanviet.resolution.unmarked import Typed, attach, bare_form
from hanviet.resolution.variants import Variant, variants

if TYPE_CHECKING:
    from hanviet.document import Document


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents, resolved together.

    Attributes:
        documents: In the order of their names, `cluster` of the whole.
        pairings: Unlisted names that are one in both languages.
        undecided: Unlisted names that read alike and are left apart.
        variants: Unlisted names that are another spelling of somebody listed.
        clusters: Keys of the bearers in pairings and undecided to their clusters.
    """

    documents: tuple[Document, ...]
    pairings: tuple[Pairing, ...]
    undecided: tuple[Undecided, ...]
    variants: tuple[Variant, ...]
    clusters: Mapping[str, str]


def resolve_collection(documents: Iterable[Document]) -> Collection:
    """Resolve the names of documents over all of them.

    Args:
        documents: Annotated documents, in any order and in both languages. One that only this
            iterable holds is let go as soon as it is resolved, so that a large archive is held
            once, not twice.

    Returns:
        The documents with their clusters. The order in which they were given changes nothing.
    """
    ordered = sorted(documents, key=lambda document: (document.file, document.text))
    pages = [Page(document.date, company_of(document.mentions)) for document in ordered]
    pages = with_echoes(pages, unlisted_names(ordered))
    ordered, sought = seek(ordered, pages)
    names = unlisted_names(ordered)
    settled = settle(names)
    keys = _local_keys(ordered)
    for name, key in zip(names, settled, strict=True):
        keys[name.document][name.key] = key
    pairings, undecided, spellings = _across_languages(ordered, pages, names, settled, keys)
    of_pair = {side.key: pairing.of(side) for pairing in pairings for side in pairing.sides}
    of_listed = {variant.other.key: variant for variant in spellings}
    _attach_unmarked(ordered, keys, dict(zip(settled, names, strict=True)))
    joined = {key: pairing.vi.key for key, pairing in of_pair.items()}
    joined |= {key: variant.listed.key for key, variant in of_listed.items()}
    whole = cluster_names(joined.get(key, key) for known in keys for key in known.values())
    resolved: list[Document] = []
    ordered.reverse()
    keys.reverse()
    while ordered:
        document, known = ordered.pop(), keys.pop()
        new = sought.get(len(resolved), ())
        if unproved := {key for key in new if known[key] not in joined}:
            document = without_keys(document, unproved)
        mentions = []
        for mention in document.mentions:
            key = known[mention.key]
            cluster = whole[joined.get(key, key)]
            if variant := of_listed.get(key):
                mentions.append(_as_variant(mention, cluster, variant))
            else:
                mentions.append(_as_paired(mention, cluster, of_pair.get(key)))
        resolved.append(replace(document, mentions=tuple(mentions)))
    told = [bearer for one in undecided for bearer in (*one.vi, *one.zh)]
    told += [bearer for pairing in pairings for bearer in pairing.sides]
    clusters = {bearer.key: whole[joined.get(bearer.key, bearer.key)] for bearer in told}
    return Collection(
        tuple(resolved), tuple(pairings), tuple(undecided), tuple(spellings), clusters
    )


def _local_keys(documents: Sequence[Document]) -> list[dict[str, str]]:
    """Each key of each document, told apart where it is local and two documents have one name."""
    counts = Counter(document.file for document in documents)
    keys = []
    for number, document in enumerate(documents):
        shared, ending = counts[document.file] > 1, f" {document.file}"
        keys.append(
            {
                key: f"{key} #{number}" if shared and key.endswith(ending) else key
                for key in dict.fromkeys(mention.key for mention in document.mentions)
            }
        )
    return keys


def _attach_unmarked(
    documents: Sequence[Document],
    keys: Sequence[dict[str, str]],
    bearers_of: Mapping[str, UnlistedName],
) -> None:
    """Give names typed without marks the key of the full name that they attach to."""
    typed = list(_typed(documents, keys, loose=True))
    if not typed:
        return
    commonness = Commonness(
        bare_form(name.name) for name in bearers_of.values() if name.type == "PERSON"
    )
    full = _typed(documents, keys, loose=False)
    for (number, key), joined in attach(typed, full, commonness).items():
        keys[number][key] = joined


def _typed(
    documents: Sequence[Document], keys: Sequence[Mapping[str, str]], *, loose: bool
) -> Iterator[Typed]:
    """The names of people and places in Latin letters, with marks or without."""
    for number, document in enumerate(documents):
        countries = {key: country for key, _, country in document.posts}
        for mention in document.mentions:
            if not mention.bare or (LOOSE in mention.key) is not loose:
                continue
            listed = loose and mention.id and mention.support != Support.AMBIGUOUS.value
            yield Typed(
                number, mention.type, mention.surface, mention.bare,
                mention.key if loose else keys[number][mention.key],
                countries.get(mention.key) or ("" if loose else mention.country),
                f"{mention.type} {mention.id}" if listed else "",
            )  # fmt: skip


def _across_languages(
    documents: Sequence[Document],
    pages: Sequence[Page],
    names: Sequence[UnlistedName],
    settled: Sequence[str],
    keys: Sequence[Mapping[str, str]],
) -> tuple[list[Pairing], list[Undecided], list[Variant]]:
    """The names that are one in both languages, those left apart, and spellings of the listed."""
    if len({document.lang for document in documents}) < 2 and len({n.is_han for n in names}) < 2:
        return [], [], []
    forms = _printed_forms(documents, keys)
    sides: dict[bool, list[UnlistedName]] = {True: [], False: []}
    side_keys: dict[bool, list[str]] = {True: [], False: []}
    for name, key in zip(names, settled, strict=True):
        sides[name.is_han].append(name)
        side_keys[name.is_han].append(key)
    vi, zh = (bearers(sides[han], side_keys[han], forms) for han in (False, True))
    pairings, undecided = pair_up(vi, zh, pages)
    vi, zh = _left(vi, zh, pairings, undecided)
    more, doubtful = pair_up(vi, zh, pages, least=Fit.EVENT, like=PINYIN)
    vi, zh = _left(vi, zh, more, doubtful)
    spellings = list(variants(documents, pages, vi, zh))
    return [*pairings, *more], [*undecided, *doubtful], spellings


def _left(
    vi: Sequence[Bearer],
    zh: Sequence[Bearer],
    pairings: Sequence[Pairing],
    undecided: Sequence[Undecided],
) -> tuple[list[Bearer], list[Bearer]]:
    """What of both sides is neither in a pair nor among several that contend for one."""
    told = {one.key for pairing in pairings for one in pairing.sides}
    told |= {one.key for tie in undecided if tie.kind == TIE for one in (*tie.vi, *tie.zh)}
    of_vi, of_zh = ([one for one in side if one.key not in told] for side in (vi, zh))
    return of_vi, of_zh


def _printed_forms(
    documents: Sequence[Document], keys: Sequence[Mapping[str, str]]
) -> dict[str, str]:
    """The form of each unlisted name that is printed: full, in running text, the most frequent."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for document, known in zip(documents, keys, strict=True):
        for mention in document.mentions:
            key = known[mention.key]
            if UNLISTED in key and _is_full(mention):
                counts[key][_printed(mention)] += 1
    return {
        key: min(found, key=lambda form: (is_all_caps(form), -found[form], form))
        for key, found in counts.items()
    }


def _printed(mention: Mention) -> str:
    text = " ".join(unicodedata.normalize("NFC", mention.surface).split())
    if not has_han(text):
        return text
    return simplified_name(text) if mention.type == "PERSON" else to_simplified(text)


def _is_full(mention: Mention) -> bool:
    text = mention.key.partition(UNLISTED)[2]
    return compared_form(unicodedata.normalize("NFC", mention.surface)) == compared_form(text)


def _as_variant(mention: Mention, cluster: str, variant: Variant) -> Mention:
    """The mention as one of somebody listed, in another spelling: for a person to look at."""
    paired = _as_paired(mention, cluster, variant.pairing)
    return paired._replace(id=variant.id, decision=variant.decision.value)


def _as_paired(mention: Mention, cluster: str, pairing: Pairing | None) -> Mention:
    """The mention in its cluster, with the forms that the other language gave it."""
    if pairing is None:
        return mention._replace(cluster=cluster)
    full = _is_full(mention)
    if LOOSE in mention.key:
        level, support = Level.UNMARKED, Support.UNIQUE
    elif full:
        level, support = pairing.level, pairing.support
    else:
        level, support = Level.PARTIAL, Support.ANCHORED
    chinese = pairing.zh.form
    hant, pinyin = hant_and_pinyin(chinese, mention.type)
    confirmed = (mention.vi, mention.zh_hans) == (pairing.vi.form, chinese)
    return mention._replace(
        vi=pairing.vi.form,
        zh_hans=chinese,
        zh_hant=hant,
        pinyin=pinyin,
        decision=(Decision.REVIEW if pairing.spellings else Decision.PROPOSED).value,
        level=level.value,
        support=support.value,
        score=pairing.score if full else score_of(level, 1.0),
        cluster=cluster,
        # The other language confirms what readings proposed; any other form is nobody's proposal.
        probability=mention.probability if confirmed else None,
    )

"""Names that one language shows and the other hides: sought in the reports of the same event.

A finder needs something around a name that shows it to be one: a post, a verb, a head word. What
the report in the other language shows needs no more than its readings. What is found here is a
mention only if the two are joined afterwards (`resolution.crosslingual`), as any other pair.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from hanviet.linking.decision import Decision, Support
from hanviet.linking.mention import Mention
from hanviet.mentions.scantext import scan_text
from hanviet.orthography.chinese import has_han
from hanviet.orthography.vietnamese import squeeze, unmarked
from hanviet.readings.body_parts import part_chinese_body, part_vietnamese_body
from hanviet.readings.levels import Level
from hanviet.readings.sounds import sound
from hanviet.resolution.company import Comparable, Page
from hanviet.resolution.likeness import (
    LONG,
    Key,
    chinese_keys,
    pinyin_score,
    pinyin_words,
    reading_score,
    vietnamese_keys,
)
from hanviet.resolution.names import UNLISTED, UnlistedName, compared_form, unlisted_names
from hanviet.resolution.posts import posts_of
from hanviet.resolution.text_names import Found, HanText, VietnameseText

if TYPE_CHECKING:
    from hanviet.document import Document


MOST_REPORTS = 200
"""Reports beyond which a name is too common to be sought in them."""


class Sought(NamedTuple):
    """What was sought and found.

    Attributes:
        documents: The documents, with the mentions found.
        keys: Document to the keys that its mentions did not have before.
    """

    documents: list[Document]
    keys: dict[int, frozenset[str]]


class _Wanted(NamedTuple):
    """A name that is sought.

    Attributes:
        type: The entity type.
        name: As it is compared.
        known: The form in the other language that other reports have, or empty.
    """

    type: str
    name: str
    known: str


class _Hit(NamedTuple):
    """A place where a name was found.

    Attributes:
        document: The number of the document.
        start: In its text as given.
        end: After the last code point.
        type: The entity type.
        form: The name there, as it is compared.
        name: The name that was sought, as it is compared.
    """

    document: int
    start: int
    end: int
    type: str
    form: str
    name: str


def seek(documents: Sequence[Document], pages: Sequence[Page]) -> Sought:
    """Seek the people and bodies of each document in those of the other language about its event.

    A name is left alone where the other reports have a name that it may be, unless some of them
    hide that very form, and where more than one form or more than one name would fit.

    Args:
        documents: In the order of their numbers.
        pages: What of each document tells its event, by number.

    Returns:
        The same documents with what was found. The order of documents changes nothing.
    """
    names = [name for name in unlisted_names(documents) if _is_sought(name)]
    related = _related(documents, pages) if names else {}
    there: dict[int, dict[tuple[str, Key], set[str]]] = defaultdict(lambda: defaultdict(set))
    where: dict[tuple[str, str], set[int]] = defaultdict(set)
    for one in names if related else ():
        where[one.type, one.name].add(one.document)
        for key in _keys(one.name, one.type):
            there[one.document][one.type, key].add(one.name)
    wanted: dict[int, list[_Wanted]] = defaultdict(list)
    for (type_, name), numbers in sorted(where.items()):
        reports = sorted({other for number in numbers for other in related.get(number, ())})
        if not 0 < len(reports) <= MOST_REPORTS:
            continue
        keys = [(type_, key) for key in _keys(name, type_)]
        known = {
            form for report in reports for key in keys for form in there[report].get(key, ())
            if has_han(form) is not has_han(name)
        }  # fmt: skip
        if len(known) < 2:
            for report in reports:
                wanted[report].append(_Wanted(type_, name, next(iter(known), "")))
    hits: dict[tuple[str, str], list[_Hit]] = defaultdict(list)
    for number, here in sorted(wanted.items()):
        for hit in _hits(documents[number], number, here):
            hits[hit.type, hit.name].append(hit)
    of_one_form = [
        hit for found in hits.values() if len({one.form for one in found}) == 1 for hit in found
    ]
    return _added(documents, _unrivalled(of_one_form))


def _related(documents: Sequence[Document], pages: Sequence[Page]) -> dict[int, array[int]]:
    """For each document those of the other language about the same event."""
    of_lang: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        if document.text:
            of_lang[document.lang].append(number)
    events = Comparable(pages, of_lang["vi"]) if of_lang["zh"] else None
    related: dict[int, array[int]] = defaultdict(lambda: array("I"))
    for number in of_lang["zh"] if events is not None else ():
        assert events is not None
        for other in events.to(number):
            related[number].append(other)
            related[other].append(number)
    return related


def _is_sought(name: UnlistedName) -> bool:
    """Bodies show themselves by their head words in Vietnamese, in Chinese often they do not."""
    return name.type == "PERSON" or (name.type == "ORG" and _has_parts(name.name))


def _has_parts(name: str) -> bool:
    return (part_chinese_body(name) if has_han(name) else part_vietnamese_body(name)) is not None


def _keys(name: str, type_: str) -> Iterator[Key]:
    return chinese_keys(name, type_) if has_han(name) else vietnamese_keys(name, type_)


def _hits(document: Document, number: int, wanted: Sequence[_Wanted]) -> Iterator[_Hit]:
    """Where a document has names of the other language, outside of its mentions."""
    scan = scan_text(document.text)
    text = HanText(scan) if document.lang == "zh" else VietnameseText(scan)
    taken = {i for one in document.mentions for i in range(one.start, one.end)}
    for type_, name, known in wanted:
        for start, end in sorted(set(_places(text, type_, name, known))):
            form = scan.surface(start, end)
            vi, zh = (form, name) if has_han(name) else (name, form)
            begin, stop = scan.given_span(start, end)
            alike = reading_score(vi, zh, type_) or pinyin_score(vi, zh, type_)
            if alike and taken.isdisjoint(range(begin, stop)):
                yield _Hit(number, begin, stop, type_, compared_form(form), name)


def _places(text: HanText | VietnameseText, type_: str, name: str, known: str) -> Iterator[Found]:
    if isinstance(text, VietnameseText):
        if type_ == "PERSON":
            for syllables in [tuple(known.split())] if known else chinese_keys(name, type_):
                yield from text.people(syllables)
            if not known and len(name) >= LONG:
                yield from text.people(pinyin_words(name))
    elif known:
        yield from text.exact(known)
    elif type_ == "PERSON":
        yield from text.people(tuple(name.split()))
    elif body := part_vietnamese_body(name):
        yield from text.bodies(tuple(sound(word).key for word in body.core.split()))


def _unrivalled(hits: Sequence[_Hit]) -> list[_Hit]:
    """Without what two names would be, or parts of."""
    names: dict[tuple[int, int], set[str]] = defaultdict(set)
    for hit in hits:
        for index in range(hit.start, hit.end):
            names[hit.document, index].add(hit.name)
    return [
        hit
        for hit in hits
        if all(len(names[hit.document, index]) == 1 for index in range(hit.start, hit.end))
    ]


def _added(documents: Sequence[Document], hits: Sequence[_Hit]) -> Sought:
    of_document: dict[int, list[_Hit]] = defaultdict(list)
    for hit in hits:
        of_document[hit.document].append(hit)
    result, keys = list(documents), {}
    for number, here in of_document.items():
        document = documents[number]
        made = [_mention(document, hit) for hit in here]
        keys[number] = frozenset(one.key for one in made) - {one.key for one in document.mentions}
        result[number] = with_mentions(document, [*document.mentions, *made])
    return Sought(result, keys)


def with_mentions(document: Document, mentions: Sequence[Mention]) -> Document:
    """The document with other mentions, of which `outer` counts those given.

    Args:
        document: The document.
        mentions: Some of its mentions, in their order, then others; what is around one is there.

    Returns:
        The document, its mentions sorted, its posts found anew.
    """
    order = sorted(range(len(mentions)), key=lambda n: (mentions[n].start, -mentions[n].end))
    place = {number: new for new, number in enumerate(order)} | {-1: -1}
    moved = tuple(mentions[n]._replace(outer=place[mentions[n].outer]) for n in order)
    roles, posts = posts_of(moved, document.text)
    return replace(document, mentions=moved, roles=roles, posts=posts)


def without_keys(document: Document, keys: Collection[str]) -> Document:
    """The document without the mentions of some keys, which hold no others."""
    kept = [number for number, one in enumerate(document.mentions) if one.key not in keys]
    place = {number: new for new, number in enumerate(kept)} | {-1: -1}
    mentions = [document.mentions[n] for n in kept]
    return with_mentions(document, [one._replace(outer=place[one.outer]) for one in mentions])


def _mention(document: Document, hit: _Hit) -> Mention:
    surface = document.text[hit.start : hit.end]
    nfc = unicodedata.normalize("NFC", surface)
    chinese = has_han(nfc)
    return Mention(
        document.file, hit.start, hit.end, surface, hit.type, document.lang,
        None, None, None, None, None,
        Decision.UNKNOWN.value, Level.NONE.value, Support.UNIQUE.value, 0.0,
        key=f"{hit.type}{UNLISTED}{hit.form if chinese else nfc.lower()}",
        bare="" if chinese or hit.type != "PERSON" else squeeze(unmarked(nfc)),
    )  # fmt: skip

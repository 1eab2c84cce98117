"""Mentions and documents made by hand, for tests of the outputs."""

from typing import Any

from hanviet.alignment import Alignment
from hanviet.document import Document
from hanviet.linking.mention import Mention


def make_mention(text: str, start: int, end: int, **changes: Any) -> Mention:
    values: dict[str, Any] = {
        "file": "a.txt",
        "start": start,
        "end": end,
        "surface": text[start:end],
        "type": "PLACE",
        "lang": "vi",
        "id": "place.x",
        "vi": text[start:end],
        "zh_hans": "南宁",
        "zh_hant": "南寧",
        "pinyin": "Nánníng",
        "decision": "linked",
        "level": "exact",
        "support": "unique",
        "score": 100.0,
        "cluster": "c1",
        "key": "PLACE place.x",
    }
    return Mention(**(values | changes))


def make_document(text: str, *mentions: Mention, **changes: Any) -> Document:
    ordered = tuple(sorted(mentions, key=lambda one: (one.start, -one.end)))
    return Document(**({"text": text, "mentions": ordered, "file": "a.txt"} | changes))


def make_alignment(*mentions: Mention) -> Alignment:
    by_file: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_file.setdefault(mention.file, []).append(mention)
    return Alignment([make_document("", *found, file=file) for file, found in by_file.items()])

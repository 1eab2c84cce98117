"""Names typed without their marks: `Tran Cuong`, `Bac Kinh`.

Missing marks are unknown, not equal. Such a span is a mention where the whole document is typed
so, or where the document has the full form too; what it means is settled by what else fits it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick_rs

from hanviet.lexicon.model import Entry
from hanviet.mentions.admissible import Spans
from hanviet.mentions.chart import Node
from hanviet.mentions.names import EntryName
from hanviet.mentions.scantext import ScanText, scan_keys
from hanviet.mentions.span import Span
from hanviet.mentions.words_vi import CasedWords
from hanviet.orthography.syllable import all_syllables
from hanviet.orthography.vietnamese import has_vietnamese, unmarked

MIN_LETTERS = 6
"""Letters of a name that may be recognised without its marks: shorter ones are chance."""

_TYPES = ("PERSON", "PLACE")
_MARKED = re.compile("[à-ãè-êìíò-õùúýăđĩũơưạ-ỹ]")


@dataclass(frozen=True, slots=True)
class UnmarkedIndex:
    """Names of two syllables and more by their letters without marks."""

    automaton: ahocorasick_rs.AhoCorasick
    names: tuple[tuple[EntryName, ...], ...]


def build_unmarked_index(entries: list[Entry]) -> UnmarkedIndex:
    """Index the Vietnamese names of people and places by their bare letters."""
    listed = [
        EntryName(entry, number, form, "vi")
        for entry in entries
        if entry.type in _TYPES
        for number, pair in enumerate(entry.pairs)
        for form in pair.vi
        if " " in form and has_vietnamese(form)
    ]
    table: dict[str, list[EntryName]] = {}
    for key, name in zip(scan_keys([name.form for name in listed]), listed, strict=True):
        bare = unmarked(key)
        if len(bare) >= MIN_LETTERS:
            table.setdefault(bare, []).append(name)
    keys = sorted(table)
    return UnmarkedIndex(ahocorasick_rs.AhoCorasick(keys), tuple(tuple(table[key]) for key in keys))


def is_unmarked(scan: ScanText) -> bool:
    """Whether a document in Latin letters shows no Vietnamese mark at all."""
    return _MARKED.search(scan.folded) is None


def unmarked_names(scan: ScanText, index: UnmarkedIndex) -> list[Span]:
    """Find names without marks in a document that is typed without them.

    Args:
        scan: The document.
        index: The names by their bare letters.

    Returns:
        Spans with every entry that the letters fit.
    """
    found: dict[tuple[int, int, str], list[Node]] = {}
    for key, start, end in index.automaton.find_matches_as_indexes(scan.folded, overlapping=True):
        if not _is_name(scan, start, end):
            continue
        for name in index.names[key]:
            found.setdefault((start, end, name.type), []).append(Node(start, end, name))
    return [
        Span(start, end, type_, tuple(nodes), loose="unmarked")
        for (start, end, type_), nodes in found.items()
    ]


def mark_loose(people: list[Span], scan: ScanText) -> None:
    """Mark unlisted people of a document typed without marks, whose names may lack theirs.

    Args:
        people: The spans of people.
        scan: The document.
    """
    for span in people:
        words = scan.folded[span.start : span.end].split(" ")
        if not span.nodes and _bare_syllables().issuperset(words):
            span.loose = "unmarked"


@lru_cache(maxsize=1)
def _bare_syllables() -> frozenset[str]:
    return frozenset(unmarked(syllable) for syllable in all_syllables())


def unmarked_echoes(
    scan: ScanText, spans: Spans, people: list[Span], words: CasedWords
) -> list[Span]:
    """Find unmarked typings of names that the same document has in full.

    Args:
        scan: The document.
        spans: The admissible chart.
        people: Unlisted people.
        words: The words of the document.

    Returns:
        Spans with the entries that fit; without any where an unlisted person fits.
    """
    full: dict[str, dict[str, list[Node]]] = {}
    unlisted: dict[str, set[str]] = {}
    bare_words = set(filter(str.isascii, words.capital_words))
    for (start, end), nodes in spans.items():
        bare = _echo_of(scan.folded[start:end], bare_words)
        if bare:
            for node in nodes:
                if node.name.type in _TYPES and isinstance(node.name, EntryName):
                    full.setdefault(bare, {}).setdefault(node.name.type, []).append(node)
    for span in people:
        text = scan.folded[span.start : span.end]
        bare = _echo_of(text, bare_words)
        if bare:
            full.setdefault(bare, {}).setdefault("PERSON", [])
            unlisted.setdefault(bare, set()).add(text)
    found = []
    for bare, by_type in full.items():
        at = scan.folded.find(bare) if len(bare) >= MIN_LETTERS else -1
        while at >= 0:
            end = at + len(bare)
            if _is_name(scan, at, end):
                for type_, nodes in by_type.items():
                    unique = {node.name.id: Node(at, end, node.name) for node in nodes}
                    others = len(unlisted.get(bare, ())) if type_ == "PERSON" else 0
                    loose = "echo" if len(unique) + others == 1 else "contested"
                    found.append(Span(at, end, type_, tuple(unique.values()), loose=loose))
            at = scan.folded.find(bare, end)
    return found


def _echo_of(text: str, words: set[str]) -> str:
    """A name without its marks, if it has marks and the text has its first word without them."""
    first, space, _ = text.partition(" ")
    if not space or text.isascii() or text[0] >= "\u2e80":
        return ""
    bare = unmarked(first)
    if bare.isalpha() and bare not in words:
        return ""
    return unmarked(text)


def _is_name(scan: ScanText, start: int, end: int) -> bool:
    text = scan.folded
    if (start and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum()):
        return False
    surface = scan.surface(start, end)
    return all(word[:1].isupper() for word in surface.replace("-", " ").split())

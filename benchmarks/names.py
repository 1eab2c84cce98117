"""Whose names are right: hanviet, jieba and underthesea on the same gold, in the same run.

    python benchmarks/names.py [GOLD.jsonl FOLDER] [--without PERSON]

GOLD has one mention a line, with `file`, `start`, `end`, `type` and `nested`, as `hanviet evaluate`
reads it; FOLDER holds the files. Without them the sample articles are used. A name is right if its
span and its type are; outer mentions are due, nested ones neither gain nor cost. Each peer is
judged by the types that it has alone: jieba's tags nr, ns, nt and underthesea's PER, LOC, ORG, as
PERSON, PLACE and ORG. A peer that is not installed is left out.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold" / "samples_gold.jsonl"
SAMPLES = ROOT / "notebooks" / "data"
PEER_TYPES = ("PERSON", "PLACE", "ORG")
TYPES = (*PEER_TYPES, "EVENT", "TITLE")

Mention = tuple[int, int, str]
Annotator = Callable[[str], set[Mention]]


def main(arguments: list[str] | None = None) -> int:
    """Print a table for each language."""
    parser = argparse.ArgumentParser(description="typed F1 of hanviet, jieba and underthesea")
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD, help="mentions, JSON lines")
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES, help="the texts")
    parser.add_argument("--without", default="", help="entity types to leave out of the gazetteer")
    options = parser.parse_args(arguments)
    from hanviet.mentions.language import language_of

    gold = gold_by_file(options.gold)
    texts: dict[str, dict[str, str]] = {"vi": {}, "zh": {}}
    for name in gold:
        text = (options.folder / name).read_text(encoding="utf-8")
        texts[language_of(text)][name] = text
    for language, files in texts.items():
        if files:
            print(f"{language}: {len(files)} files, {sum(map(len, files.values())):,} characters")
            for name, annotator in annotators(language, options.without).items():
                types = TYPES if name.startswith("hanviet") else PEER_TYPES
                print(row(name, score(annotator, files, gold, types), types))
    return 0


def gold_by_file(path: Path) -> dict[str, list[tuple[Mention, bool]]]:
    """The mentions of each file, and whether each is nested."""
    from hanviet.gold_files import read_gold

    gold: dict[str, list[tuple[Mention, bool]]] = defaultdict(list)
    for (file, start, end), mention in read_gold(path).items():
        gold[file].append(((start, end, mention.type), mention.nested))
    return gold


def annotators(language: str, without: str) -> dict[str, Annotator]:
    """What is compared in a language: name to a function from a text to mentions."""
    found: dict[str, Annotator] = {"hanviet": hanviet_annotator("")}
    if without:
        found[f"hanviet without {without}"] = hanviet_annotator(without)
    peer = {"zh": ("jieba", jieba_annotator), "vi": ("underthesea", underthesea_annotator)}
    name, build = peer[language]
    try:
        found[name] = build()
    except ImportError:
        print(f"{name} is missing: pip install {name}", file=sys.stderr)
    return found


def hanviet_annotator(without: str) -> Annotator:
    """Hanviet with the shipped gazetteer, entries of some types left out."""
    from hanviet import Gazetteer, annotate

    gazetteer = Gazetteer.load().without(filter(None, without.split(",")))

    def mentions(text: str) -> set[Mention]:
        found = annotate(text, gazetteer=gazetteer).mentions
        return {(mention.start, mention.end, mention.type) for mention in found}

    return mentions


def jieba_annotator() -> Annotator:
    """Jieba's words of the tags for people, places and bodies."""
    import jieba.posseg

    jieba.setLogLevel(40)
    types = {"nr": "PERSON", "nrt": "PERSON", "nrfg": "PERSON", "ns": "PLACE", "nt": "ORG"}

    def mentions(text: str) -> set[Mention]:
        found, at = set(), 0
        for word in jieba.posseg.cut(text):
            end = at + len(word.word)
            if word.flag in types:
                found.add((at, end, types[word.flag]))
            at = end
        return found

    return mentions


def underthesea_annotator() -> Annotator:
    """Underthesea's `ner`, its chunks found again in the text from left to right."""
    from underthesea import ner

    types = {"PER": "PERSON", "LOC": "PLACE", "ORG": "ORG"}

    def mentions(text: str) -> set[Mention]:
        found: set[Mention] = set()
        at, start, end, type_ = 0, -1, 0, ""
        for word, _, _, tag in ner(text):
            begin = text.find(word, at)
            if begin < 0:
                continue
            at = begin + len(word)
            if tag.startswith("I-") and start >= 0:
                found.discard((start, end, type_))
            else:
                start, type_ = begin, types.get(tag[2:], "")
            end = at
            if type_ and tag != "O":
                found.add((start, end, type_))
            else:
                start = -1
        return found

    return mentions


def score(
    annotator: Annotator,
    files: dict[str, str],
    gold: dict[str, list[tuple[Mention, bool]]],
    types: tuple[str, ...],
) -> dict[str, float]:
    """Typed F1 by type and over all types."""
    right: dict[str, int] = defaultdict(int)
    said: dict[str, int] = defaultdict(int)
    due: dict[str, int] = defaultdict(int)
    for name, text in files.items():
        outer = {mention for mention, nested in gold[name] if not nested and mention[2] in types}
        free = {mention[:2] for mention, nested in gold[name] if nested}
        found = {mention for mention in annotator(text) if mention[2] in types}
        inside = {m for m in found if any(contains(other, m) for other in found | outer)}
        found -= {m for m in inside if m not in outer and m[:2] in free}
        for table, mentions in ((right, found & outer), (said, found), (due, outer)):
            for mention in mentions:
                table[mention[2]] += 1
                table["all"] += 1
    return {
        type_: 2 * right[type_] / (said[type_] + due[type_]) if due[type_] else float("nan")
        for type_ in (*types, "all")
    }


def contains(outer: Mention, inner: Mention) -> bool:
    """Whether one span lies within another and is not the same."""
    return outer[0] <= inner[0] and inner[1] <= outer[1] and outer[:2] != inner[:2]


def row(name: str, scores: dict[str, float], types: tuple[str, ...]) -> str:
    """One line of the table; what a tool has no type for is left empty."""
    cells = [f"{type_} {scores[type_]:.3f}" for type_ in types]
    return f"  {name:24} all {scores['all']:.3f}   " + "  ".join(cells)


if __name__ == "__main__":
    sys.exit(main())

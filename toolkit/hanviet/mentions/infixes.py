"""Words inside a post that make it a former, acting or standing one: 日本[前]首相, 副主席[常务].

Such a post is read as the post without the word, composed into the pattern that has the word.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from hanviet.mentions.chart import Node
from hanviet.mentions.names import ComposedName
from hanviet.mentions.scantext import ScanText
from hanviet.patterns.infix import Infix, infixed

Spans = dict[tuple[int, int], list[Node]]
Reader = Callable[[str], Spans]
"""Reads a short text: its chart."""

_STATIONED = "驻"
_REST = re.compile(r"(?: [^\W_][\w.\-]*){1,24}")
_DEPUTY_BEFORE = 40


def add_infixed(
    spans: Spans, scan: ScanText, infixes: tuple[Infix, ...], read: Reader
) -> list[tuple[tuple[int, int], Node]]:
    """Find posts with such a word inside.

    Args:
        spans: The chart.
        scan: The document.
        infixes: The words, with their patterns.
        read: Charts the post without its word.

    Returns:
        What to add to the chart.
    """
    found: list[tuple[tuple[int, int], Node]] = []
    text = scan.folded
    chinese = [infix for infix in infixes if infix.lang == "zh" and infix.word in text]
    for infix in infixes:
        if infix.lang == "vi" and infix.word in text:
            found += _vietnamese(spans, scan, infix, read)
    if not chinese:
        return found
    lasts = frozenset(infix.word[-1] for infix in chinese)
    posts = [
        span
        for span, nodes in spans.items()
        if text[span[0] - 1 : span[0]] in lasts and any(node.name.type == "TITLE" for node in nodes)
    ]
    holders = _holders(spans) if posts else {}
    for infix in chinese:
        found += _chinese(spans, scan, infix, read, holders, posts)
    return found


def _holders(spans: Spans) -> dict[int, list[int]]:
    """Ends of places and bodies to where they begin."""
    holders: dict[int, list[int]] = {}
    for (start, end), nodes in spans.items():
        if end - start > 1 and any(node.name.type in ("PLACE", "ORG") for node in nodes):
            holders.setdefault(end, []).append(start)
    return holders


def _chinese(
    spans: Spans,
    scan: ScanText,
    infix: Infix,
    read: Reader,
    holders: dict[int, list[int]],
    posts: list[tuple[int, int]],
) -> list[tuple[tuple[int, int], Node]]:
    text, width, found = scan.folded, len(infix.word), []
    for start, end in posts:
        at = start - width
        if at not in holders or not text.startswith(infix.word, at):
            continue
        starts = set(holders[at])
        for begin in holders[at]:
            if text[begin - 1 : begin] == _STATIONED:
                starts.update(holders.get(begin - 1, ()))
        for begin in sorted(starts):
            if _is_read(spans, begin, end):
                break
            whole = read(text[begin:at] + text[start:end]).get((0, end - begin - width), [])
            made = [
                Node(begin, end, name, _inside(spans, begin, at, name.entry_ids()))
                for name in _composed(infix, whole)
            ]
            if made:
                found += [((begin, end), node) for node in made]
                break
    return found


def _vietnamese(
    spans: Spans, scan: ScanText, infix: Infix, read: Reader
) -> list[tuple[tuple[int, int], Node]]:
    text, word, found = scan.folded, f" {infix.word}", []
    at = text.find(word)
    while at >= 0:
        after = at + len(word)
        head = infix.head_before(text[max(0, at - _DEPUTY_BEFORE) : at])
        rest = _REST.match(text, after) if head else None
        if head and rest is not None:
            begin = at - len(head)
            if _reads_on(spans, begin, after):
                at = text.find(word, after)
                continue
            short = scan.surface(begin, at) + scan.surface(after, rest.end())
            for (start, end), nodes in sorted(read(short).items(), key=lambda one: -one[0][1]):
                if start or end <= len(head):
                    continue
                stop = begin + end + len(word)
                names = _composed(infix, nodes)
                if names:
                    inside = [
                        Node(begin, stop, name, _inside(spans, after, stop, name.entry_ids()))
                        for name in names
                    ]
                    found += [((begin, stop), node) for node in inside]
                    break
        at = text.find(word, after)
    return found


def _composed(infix: Infix, nodes: list[Node]) -> list[ComposedName]:
    """The posts with the word, of whole posts without it; general patterns give way."""
    slot = next(iter(infix.pattern.slots))
    posts = [
        node.name
        for node in nodes
        if isinstance(node.name, ComposedName)
        and node.name.type == "TITLE"
        and node.name.fillers
        and not node.name.open_slots
        and node.name.pattern.id != infix.pattern.id
        and all(
            infixed(form, lang, infix.pattern)
            for lang, form in (("vi", node.name.vi()), ("zh", node.name.zh()))
        )
    ]
    special = [post for post in posts if not post.pattern.fallback] or posts
    row = infix.pattern.rows[0]
    return [ComposedName(infix.pattern, row, infix.lang, ((slot, post),)) for post in special]


def _reads_on(spans: Spans, start: int, after: int) -> bool:
    """Whether a pattern of its own reads a post over its word and what follows."""
    return any(
        begin == start
        and end > after
        and any(
            node.name.type == "TITLE"
            and isinstance(node.name, ComposedName)
            and not node.name.open_slots
            for node in nodes
        )
        for (begin, end), nodes in spans.items()
    )


def _is_read(spans: Spans, start: int, end: int) -> bool:
    """Whether a pattern of its own reads a post."""
    return any(
        node.name.type == "TITLE" and isinstance(node.name, ComposedName)
        for node in spans.get((start, end), ())
    )


def _inside(spans: Spans, start: int, end: int, ids: frozenset[str]) -> tuple[Node, ...]:
    """The widest known names between two positions that are parts of the post."""
    found: list[Node] = []
    for (begin, stop), nodes in sorted(spans.items(), key=lambda one: (one[0][0], -one[0][1])):
        if start <= begin and stop <= end and not (found and begin < found[-1].end):
            fitting = [node for node in nodes if node.name.id in ids]
            found += fitting[:1]
    return tuple(found)

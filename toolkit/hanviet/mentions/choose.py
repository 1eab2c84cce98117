"""Choice between overlapping spans: the longest outer span, and what is nested inside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from hanviet.mentions.chart import Node
from hanviet.mentions.names import SUFFIXES, ComposedName, EntryName
from hanviet.mentions.span import Span

NESTING = frozenset({"TITLE", "ORG", "EVENT"})
"""Types inside which places and bodies are mentions of their own."""

FACILITIES = frozenset("building park airport port station bridge road site zone railway".split())
"""Kinds of places inside which other names are mentions."""

_TYPE_ORDER = {"PERSON": 0, "ORG": 1, "EVENT": 2, "TITLE": 3, "PLACE": 4}


def choose(candidates: Iterable[Span]) -> list[Span]:
    """Choose spans that do not overlap, each with the spans nested inside it.

    Args:
        candidates: Spans of every type; several may cover the same text.

    Returns:
        The outer spans in the order of the text.
    """
    every = sorted(candidates, key=_rank)
    outer: list[Span] = []
    taken: list[Span | None] = [None] * max((span.end for span in every), default=0)
    for span in every:
        # longer spans came first: one that overlaps holds the first or the last character
        if taken[span.start] is None and taken[span.end - 1] is None:
            outer.append(span)
            taken[span.start : span.end] = [span] * (span.end - span.start)
    by_outer: dict[int, list[Span]] = {}
    for span in every:
        holder = taken[span.start]
        if holder is not None and holder is not span and span.end <= holder.end:
            by_outer.setdefault(id(holder), []).append(span)
    for span in outer:
        _nest(span, by_outer.get(id(span), []), span.ids)
    return sorted(outer, key=lambda span: span.start)


def _rank(span: Span) -> tuple[int, int, int]:
    return -(span.end - span.start), span.start, _TYPE_ORDER[span.type]


def _nest(span: Span, inside: list[Span], ids: frozenset[str]) -> None:
    """Choose among the spans inside; the same entity as one around is no mention of its own."""
    if not inside or not (span.type in NESTING or _is_facility(span)):
        return
    parts = [child for node in span.nodes for child in node.children]
    children = {
        (child.start, child.end)
        for node in span.nodes
        for child in node.children
        if not (
            child.name.type == node.name.type == "ORG" and child.name.country != node.name.country
        )
    }  # the ministry that lends its name to another state's is no mention
    fitting = [
        other
        for other in inside
        if other.type in ("ORG", "PLACE")
        and (other.start, other.end) != (span.start, span.end)
        and other.start >= span.start
        and other.end <= span.end
        and not other.ids & ids
        and (other.nodes or other.type != span.type)  # a piece of the name around it
    ]
    fitting = [
        other
        for other in fitting
        if not any(_cross(other.start, other.end, part.start, part.end) for part in parts)
        and not any(_takes_more(other, part) for part in parts)
        and not _is_head(other, span, children)
    ]
    fitting.sort(key=_rank)
    chosen: list[Span] = []
    for other in fitting:
        if all(other.end <= one.start or other.start >= one.end for one in chosen):
            chosen.append(other)
    for other in sorted(chosen, key=lambda one: one.start):
        other.parent = span
        span.inner.append(other)
        _nest(other, [one for one in inside if one is not other], ids | other.ids)


def _takes_more(other: Span, part: Node) -> bool:
    """Whether a longer form of a part takes a piece of the word behind it: 日本国 of 日本国防部.

    The generic part of a place is its own, wherever the pattern has it: 文山州 of 文山州副州长.
    """
    if other.start != part.start or other.end <= part.end or part.name.id not in other.ids:
        return False
    forms = [node.name.form for node in other.nodes if isinstance(node.name, EntryName)]
    return any(
        form[0] >= "\u2e80" and form[part.end - part.start] not in SUFFIXES
        for form in forms
        if len(form) > part.end - part.start
    )


def _cross(start: int, end: int, begin: int, stop: int) -> bool:
    return (
        start < stop
        and begin < end
        and not ((start <= begin and stop <= end) or (begin <= start and end <= stop))
    )


def _is_head(inner: Span, outer: Span, children: Collection[tuple[int, int]]) -> bool:
    """A body's head is no body of its own: Bộ Nông nghiệp [và Môi trường], [祖国阵线]中央委员会.

    The head stands first in Vietnamese and last in Chinese.
    """
    if inner.type != "ORG" or outer.type != "ORG" or (inner.start, inner.end) in children:
        return False
    chinese = any(node.name.lang == "zh" for node in inner.nodes)
    return inner.end == outer.end if chinese else inner.start == outer.start


def _is_facility(span: Span) -> bool:
    if span.type != "PLACE":
        return False
    if not span.nodes:
        return not span.suffixed
    name = span.nodes[0].name
    return isinstance(name, EntryName | ComposedName) and name.kind in FACILITIES

"""Resolve the mentions of one document: which entry or composed name each of them means.

People first, with the posts beside them; then places, bodies and events; then posts, whose open
slots the holder, the country or the rest of the document fills; last what is nested, which follows
the name around it.
"""

from __future__ import annotations

from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.linking.article import Article
from hanviet.linking.decision import Support
from hanviet.linking.doubts import doubted
from hanviet.linking.reading import Resolved
from hanviet.linking.resolve_people import resolve_people
from hanviet.linking.resolve_posts import Posts
from hanviet.linking.resolve_things import Things
from hanviet.linking.roles import Roles
from hanviet.mentions.chart import Node
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span

_DOUBTFUL = frozenset({Support.AMBIGUOUS, Support.VETOED})


def resolve(
    scan: ScanText, outer: list[Span], gazetteer: Gazetteer, roles: Roles, *, home: str, date: str
) -> dict[int, Resolved]:
    """Resolve every span of a document, outer and nested.

    Args:
        scan: The document.
        outer: Its outer spans.
        gazetteer: The names.
        roles: The posts of people, shared between documents.
        home: The country that the language of the document presumes.
        date: The date of the document, ISO, or empty.

    Returns:
        `id(span)` to what it was resolved to.
    """
    article = Article(scan, outer, gazetteer, roles, home, date)
    resolve_people(article, [span for span in outer if span.type == "PERSON"])
    things = Things(article)
    for span in outer:
        if span.type in ("PLACE", "ORG", "EVENT"):
            article.done[id(span)] = things.thing(span)
            article.remember(span)
    posts = Posts(article)
    for span in outer:
        if span.type == "TITLE":
            article.done[id(span)] = posts.title(span)
            article.remember(span)
    posts.fill_from_document()
    for span in outer:
        _resolve_nested(article, things, span)
    return article.done


def _resolve_nested(article: Article, things: Things, span: Span) -> None:
    if not span.inner:
        return
    resolved = article.done[id(span)]
    children = _descendants(resolved.node) if resolved.node is not None else {}
    for inner in span.inner:
        child = children.get((inner.start, inner.end))
        if child is None:
            article.done[id(inner)] = things.inside(inner, resolved)
        elif len(inner.ids) == 1:
            alone = Resolved(child.name, Support.UNIQUE, child)
            article.done[id(inner)] = doubted(alone, inner, article)
        else:
            article.done[id(inner)] = Resolved(child.name, _inherited(resolved), child)
        _resolve_nested(article, things, inner)


def _inherited(whole: Resolved) -> Support:
    """What supports a part that the reading of the whole decides: no more than supports that."""
    return whole.support if whole.support in _DOUBTFUL else Support.CONTEXT


def _descendants(node: Node) -> dict[tuple[int, int], Node]:
    found = {}
    for child in node.children:
        found[child.start, child.end] = child
        found.update(_descendants(child))
    return found

"""What makes a bare body or post of a state doubtful: what was said before is of another state.

中央办公厅 is a body of the Chinese party and of the Vietnamese one, and 商务部长 a post of every
state. The holder says whose it is, then the posts beside it, then what the line named last.
"""

from __future__ import annotations

from hanviet.linking.article import Article, Name
from hanviet.linking.context import Chain
from hanviet.linking.decision import Support
from hanviet.linking.state_doubts import SHARED_KINDS
from hanviet.mentions.names import EntryName
from hanviet.mentions.span import Span

_SHARED_KINDS = SHARED_KINDS - {"state"}
"""Kinds of bodies that states call by the same words, those of which one has them too."""

_GOVERNMENT = "政府"
_UNSAID = frozenset({"", "INT"})


def after_another_state(name: Name, span: Span, article: Article) -> bool:
    """Whether a bare Chinese body or post follows somebody or something of another state.

    Args:
        name: What the span would be linked to.
        span: The body or post, in another or not.
        article: The document.
    """
    country = name.country
    if country in _UNSAID or name.type not in ("ORG", "TITLE"):
        return False
    if article.scan.folded[span.start] < "\u2e80" or not _is_bare(span):
        return False
    outer = span
    while outer.parent is not None:
        outer = outer.parent
        if _said_by(outer, article) == country:
            return False  # the state stands in the name around it
    chain = article.chain_of.get(id(outer))
    if chain is not None and (said := _said_beside(chain, outer, article)):
        return said != country
    said = _said_before(outer, article)
    return said not in _UNSAID and said != country


def is_part_of_unlisted(name: Name, span: Span) -> bool:
    """Whether 政府 begins the name of a body or post that nobody listed: 政府|新闻处处长."""
    return (
        isinstance(name, EntryName)
        and name.kind == "state"
        and span.parent is not None
        and not span.parent.nodes
        and name.form == _GOVERNMENT
    )


def _is_bare(span: Span) -> bool:
    """Whether nothing in a name says of which state it is."""
    for one in span.depth_first():
        if one is span and one.type == "TITLE":
            if not all(_is_shared_post(node.name) for node in one.nodes):
                return False
        elif one.type != "ORG" or not all(
            isinstance(node.name, EntryName)
            and (node.name.kind in _SHARED_KINDS or node.name.form == _GOVERNMENT)
            and not node.name.form.startswith(_OWN)
            for node in one.nodes
        ):
            return False
    return bool(span.nodes)


_OWN = ("中国", "中共", "越南", "越共", "全国", "国务院")
"""What begins the names of bodies that say whose they are."""


def _is_shared_post(name: Name) -> bool:
    """Whether the words of a post fit several states."""
    if isinstance(name, EntryName):
        return not name.form.startswith(_OWN)
    if name.open_slots:
        return True
    entries = [*name.entries()]
    if not entries:
        return bool(name.country) and not name.zh().startswith(_OWN)
    return all(entry.type == "ORG" or entry.kind == "country" for entry in entries)


def _said_beside(chain: Chain, title: Span, article: Article) -> str:
    """The state of the holder of a post, or of the posts beside it."""
    person = article.person_at(chain.person)
    if person is not None and person.country not in _UNSAID:
        return person.country
    if chain.country:
        return chain.country
    own = next((at for at, one in enumerate(chain.titles) if one is title), 0)
    for other in (*chain.titles[:own][::-1], *chain.titles[own + 1 :]):
        if said := _said_by(other, article):
            return said
    return ""


def _said_before(span: Span, article: Article) -> str:
    """The state of what was named last before in the line."""
    text = article.scan.folded
    index = article.context.position(span.start) - 1
    line = text.rfind("\n", 0, span.start)
    while index >= 0 and article.outer[index].start > line:
        if said := _said_by(article.outer[index], article):
            return said
        index -= 1
    return ""


def _said_by(span: Span, article: Article) -> str:
    """The one state that a name is of, if it says so."""
    if span.type == "PERSON":
        resolved = article.done.get(id(span))
        if resolved is None or resolved.support in (Support.AMBIGUOUS, Support.VETOED):
            return ""
        person = article.person_at(span)
        return person.country if person is not None and person.country != "INT" else ""
    if span.end - span.start < 2 or (span.nodes and _is_bare(span)):
        return ""
    states = {node.name.country for node in span.nodes if not node.name.open_slots}
    if not span.nodes:
        states = {_said_by(one, article) for one in span.inner} - _UNSAID
    if len(states) != 1:
        return ""
    said = states.pop()
    return "" if said == "INT" else said

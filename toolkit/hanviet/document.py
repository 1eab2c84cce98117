"""Annotate one document: its text, its mentions, its table, its picture in a notebook."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from hanviet.clusters import LOOSE, cluster_names, number_clusters
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.linking.mention import COLUMNS, Mention, cluster_key, mention_of
from hanviet.linking.resolve import resolve
from hanviet.linking.roles import Roles
from hanviet.mentions.find import find_spans
from hanviet.mentions.language import date_of, home_of, language_of
from hanviet.mentions.scantext import scan_text
from hanviet.mentions.span import Span
from hanviet.resolution.posts import posts_of
from hanviet.shipped import shipped_gazetteer

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Document:
    """An annotated text.

    Attributes:
        text: The text as given.
        mentions: Its mentions, sorted by start, outer before nested.
        file: What the document is called.
        lang: `vi` or `zh`.
        date: ISO, or empty.
        roles: Cluster keys of people to the posts that stand with them.
        posts: Those of the posts that tell their holder apart: key, id of the post, its country.
    """

    text: str = field(repr=False)
    mentions: tuple[Mention, ...] = field(repr=False)
    file: str = ""
    lang: str = "vi"
    date: str = ""
    roles: tuple[tuple[str, str], ...] = ()
    posts: tuple[tuple[str, str, str], ...] = ()

    def to_frame(self) -> pd.DataFrame:
        """The mentions as a table, one row each."""
        import pandas as pd

        rows = [mention.to_row() for mention in self.mentions]
        return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)

    def _repr_html_(self) -> str:
        from hanviet.outputs.html import document_fragment

        return document_fragment(self)


def annotate(
    text: str,
    *,
    gazetteer: Gazetteer | None = None,
    file: str = "",
    date: str = "",
    lang: str = "",
) -> Document:
    """Find the names in a text, and link them.

    Args:
        text: Vietnamese or Chinese, in any Unicode form; offsets count its code points.
        gazetteer: The names; the shipped ones if not given.
        file: What the document is called.
        date: Its date, ISO; read off its beginning if not given. It decides who holds a post.
        lang: `vi` or `zh`; read off the text if not given.

    Returns:
        The document with its mentions.

    >>> [m.zh_hans for m in annotate("Bí thư Khu ủy Quảng Tây Trần Cương").mentions][-1]
    '陈刚'
    """
    gaz = gazetteer if gazetteer is not None else shipped_gazetteer()
    language = lang or language_of(text)
    when = date or date_of(text)
    scan = scan_text(text)
    outer = find_spans(scan, gaz)
    home = home_of(language, _media(outer))
    resolved = resolve(scan, outer, gaz, _roles(gaz), home=home, date=when)
    spans = [one for span in outer for one in span.depth_first()]
    keys = [cluster_key(span, resolved[id(span)], scan, file) for span in spans]
    clusters = cluster_names(keys)
    place = {id(span): index for index, span in enumerate(spans)}
    mentions = [
        mention_of(
            span, resolved[id(span)], scan, file, language,
            key=key, cluster=clusters[key], outer=place.get(id(span.parent), -1),
            gazetteer=gaz,
        )
        for span, key in zip(spans, keys, strict=True)
    ]  # fmt: skip
    if any(one.type == "TITLE" and one.decision == "unknown" for one in mentions):
        from hanviet.linking.proposed_posts import with_proposed_posts  # a table is read for it

        mentions = with_proposed_posts(mentions)
    roles, posts = posts_of(mentions, text)
    return Document(
        text=text,
        mentions=number_clusters(mentions)
        if any(LOOSE in key for key in keys)
        else tuple(mentions),
        file=file,
        lang=language,
        date=when,
        roles=roles,
        posts=posts,
    )


def _media(outer: list[Span]) -> set[str]:
    """The states of the agencies and papers that are named."""
    return {
        span.nodes[0].name.country
        for span in outer
        if span.type == "ORG" and span.nodes and span.nodes[0].name.kind == "media"
    }


@lru_cache(maxsize=4)
def _roles(gazetteer: Gazetteer) -> Roles:
    return Roles(gazetteer)

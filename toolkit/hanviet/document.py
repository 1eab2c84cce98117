"""Annotate one document: its text, its mentions, its table, its picture in a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from hanviet.clusters import LOOSE, cluster_names, number_clusters
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.linking.mention import COLUMNS, Mention, cluster_key, mention_of
from hanviet.linking.resolve import resolve
from hanviet.linking.roles import Roles
from hanviet.mentions.find import find_spans
from hanviet.mentions.language import HOME, date_of, language_of
from hanviet.mentions.scantext import scan_text
from hanviet.resolution.names import is_telling
from hanviet.shipped import shipped_gazetteer

if TYPE_CHECKING:
    import pandas as pd


_COMMAS = (", ", "，")
_SPOUSES = ("phu nhân", "phu quân", "夫人")


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
    resolved = resolve(scan, outer, gaz, _roles(gaz), home=HOME[language], date=when)
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
    held = _held_posts(mentions, text)
    return Document(
        text=text,
        mentions=number_clusters(mentions)
        if any(LOOSE in key for key in keys)
        else tuple(mentions),
        file=file,
        lang=language,
        date=when,
        roles=tuple(dict.fromkeys((key, post.vi or post.surface) for key, post in held)),
        posts=tuple(
            dict.fromkeys(
                (key, post.id, post.country) for key, post in held if post.id and is_telling(post)
            )
        ),
    )


def _held_posts(mentions: Sequence[Mention], text: str) -> list[tuple[str, Mention]]:
    """Posts that stand right before or after a person, with the person's key."""
    outer = [mention for mention in mentions if mention.outer < 0]
    found: list[tuple[str, Mention]] = []
    for index, person in enumerate(outer):
        if person.type != "PERSON":
            continue
        posts = _posts_before(outer, index, text)
        found += [(person.key, outer[post]) for post in posts]
        after = index + 1
        if (
            after < len(outer)
            and outer[after].type == "TITLE"
            and text[person.end : outer[after].start] in _COMMAS
            and not _leads_to_a_person(outer, after, text)
        ):
            found.append((person.key, outer[after]))
    return found


def _posts_before(outer: Sequence[Mention], index: int, text: str) -> list[int]:
    """The posts before a person: the nearest, past places in brackets, and those of its list."""
    post = index - 1
    gap = text[outer[post].end : outer[index].start] if index else ""
    if gap.strip() == ")":
        while post > 0 and outer[post].type == "PLACE":
            post -= 1
            gap = text[outer[post].end : outer[post + 1].start].strip()
            if gap == "(":
                gap = ""
                break
    if not index or outer[post].type != "TITLE" or gap.strip():
        return []
    if _of_the_spouse(outer, post, text):
        return []
    posts = [post]
    while (
        post
        and outer[post - 1].type == "TITLE"
        and text[outer[post - 1].end : outer[post].start] in _COMMAS
    ):
        post -= 1
        posts.append(post)
    if post and outer[post - 1].type == "PERSON":
        del posts[1:]  # the list may be of the one before it
    return posts[::-1]


def _of_the_spouse(outer: Sequence[Mention], post: int, text: str) -> bool:
    """Whether the posts before a name are those of a husband: `Phu nhân Chủ tịch nước`."""
    while (
        post
        and outer[post - 1].type == "TITLE"
        and text[outer[post - 1].end : outer[post].start] in _COMMAS
    ):
        post -= 1
    start = outer[post].start
    return text[max(0, start - 20) : start].rstrip().casefold().endswith(_SPOUSES)


def _leads_to_a_person(outer: Sequence[Mention], post: int, text: str) -> bool:
    """Whether a post, or the last of the list that it begins, stands right before a name."""
    for index in range(post, len(outer) - 1):
        left, right = outer[index], outer[index + 1]
        gap = text[left.end : right.start]
        if right.type == "PERSON":
            return gap.strip() == ""
        if right.type != "TITLE" or gap not in _COMMAS:
            return False
    return False


@lru_cache(maxsize=4)
def _roles(gazetteer: Gazetteer) -> Roles:
    return Roles(gazetteer)

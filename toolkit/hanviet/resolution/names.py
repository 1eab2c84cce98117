"""An unlisted name in one document, with what the document says of its bearer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hanviet.clusters import LOOSE
from hanviet.linking.decision import Decision, Support
from hanviet.mentions.short_zh import is_part_of_a_name
from hanviet.orthography.chinese import has_han, to_simplified
from hanviet.orthography.words import words
from hanviet.readings.sounds import sound

if TYPE_CHECKING:
    from hanviet.document import Document
    from hanviet.linking.mention import Mention

UNLISTED = " = "
"""Stands in the key of a name that no entry was found for."""

_PART = re.compile(r"(?:place|org)\.[a-z0-9.-]+")
"""The ids of places and bodies inside the id of a post."""

_UNSURE = frozenset({Support.AMBIGUOUS.value, Support.VETOED.value})


class UnlistedName(NamedTuple):
    """A name that no entry was found for: all its mentions in one document.

    Attributes:
        document: The number of the document.
        type: The entity type.
        name: The full form as it is compared: syllables by sound, or simplified characters.
        country: Of the posts that stand with it; empty if unknown or in doubt.
        posts: The ids of those posts.
        company: The ids of everything linked in the document.
        key: The key of its mentions.
    """

    document: int
    type: str
    name: str
    country: str = ""
    posts: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    key: str = ""

    @property
    def is_han(self) -> bool:
        """Whether it is written in Chinese characters."""
        return has_han(self.name)


def unlisted_names(documents: Sequence[Document]) -> list[UnlistedName]:
    """Collect the full names of the documents that no entry was found for.

    Left out are names of people of one syllable and names typed without marks: they name no one
    beyond their document.

    Args:
        documents: In the order of their numbers.

    Returns:
        One item for each document and name.
    """
    found: list[UnlistedName] = []
    for number, document in enumerate(documents):
        company = company_of(document.mentions)
        posts: dict[str, dict[str, str]] = defaultdict(dict)
        for key, id_, country in document.posts:
            posts[key][id_] = country
        for key in dict.fromkeys(mention.key for mention in document.mentions):
            type_, _, text = key.partition(UNLISTED)
            if not text or " " in type_ or _is_alone(type_, text, document.file):
                continue
            held = posts.get(key, {})
            countries = {country for country in held.values() if country not in ("", "INT")}
            found.append(
                UnlistedName(
                    number, type_, compared_form(text),
                    countries.pop() if len(countries) == 1 else "",
                    tuple(sorted(held)), company, key,
                )
            )  # fmt: skip
    return found


@lru_cache(maxsize=65536)
def compared_form(text: str) -> str:
    """The form by which the same name is known again: spelling variants and scripts are one.

    >>> compared_form("Lý Hoà"), compared_form("陳剛")
    ('lí hòa', '陈刚')
    """
    if has_han(text):
        return to_simplified(text)
    return " ".join(sound(word.text).key for word in words(text)) or text


def company_of(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The ids of the people, places, bodies and events linked in a document, sorted."""
    linked = Decision.LINKED.value
    return tuple(
        sorted(
            {
                mention.id
                for mention in mentions
                if mention.id and mention.decision == linked and mention.type != "TITLE"
            }
        )
    )


def parts_of_post(post: str) -> tuple[str, ...]:
    """The ids of the places and bodies that a post is of.

    >>> parts_of_post("pattern.department-director(org.vn.ministry-of-health,place.vn.lang-son)")
    ('org.vn.ministry-of-health', 'place.vn.lang-son')
    """
    return tuple(dict.fromkeys(_PART.findall(post)))


def is_telling(post: Mention) -> bool:
    """Whether a post tells its holder apart: it is of a body, a place or a state, without doubt."""
    if not post.id or post.support in _UNSURE:
        return False
    return bool(parts_of_post(post.id)) or post.country not in ("", "INT")


def _is_alone(type_: str, text: str, file: str) -> bool:
    if LOOSE in f" {text}":
        return True
    return type_ == "PERSON" and is_part_of_a_name(text.removesuffix(f" {file}"))

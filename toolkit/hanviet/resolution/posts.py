"""The posts that stand with the people of a document."""

from __future__ import annotations

from collections.abc import Sequence

from hanviet.linking.mention import Mention
from hanviet.resolution.names import is_telling

_COMMAS = (", ", "，")
_SPOUSES = ("phu nhân", "phu quân", "夫人")

Roles = tuple[tuple[str, str], ...]
"""Cluster keys of people to the posts that stand with them."""

Posts = tuple[tuple[str, str, str], ...]
"""Those of the posts that tell their holder apart: key, id of the post, its country."""


def posts_of(mentions: Sequence[Mention], text: str) -> tuple[Roles, Posts]:
    """Find the posts that stand right before or after the people of a text.

    Args:
        mentions: All mentions of the text, sorted by start.
        text: The text as given.

    Returns:
        All of them, and those that tell their holder apart.
    """
    held = _held_posts(mentions, text)
    roles = tuple(dict.fromkeys((key, post.vi or post.surface) for key, post in held))
    posts = tuple(
        dict.fromkeys(
            (key, post.id, post.country) for key, post in held if post.id and is_telling(post)
        )
    )
    return roles, posts


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

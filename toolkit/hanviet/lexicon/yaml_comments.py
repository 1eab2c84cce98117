"""Where the comments of a YAML file stand; PyYAML itself drops them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

import yaml


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment.

    Attributes:
        line: Its line, 1-based.
        text: From the `#` on, without spaces at its end.
        about: The line of what it stands beside or above; 0 if nothing follows it.
    """

    line: int
    text: str
    about: int


def comments_of(text: str) -> list[Comment]:
    r"""Find the comments of a file.

    Args:
        text: Valid YAML.

    Returns:
        The comments in the order of the file.

    >>> for comment in comments_of("# a\n- {x: '#'} # b\n# c"):
    ...     print(comment.line, comment.text, comment.about)
    1 # a 2
    2 # b 2
    3 # c 0
    """
    if "#" not in text:
        return []
    ends, covered, begins = _tokens(text)
    comments = []
    for number, line in enumerate(_lines(text), 1):
        rest = line[ends.get(number, 0) :].strip()
        if number in covered or not rest.startswith("#"):
            continue
        following = bisect_right(begins, number)
        next_line = begins[following] if following < len(begins) else 0
        comments.append(Comment(number, rest, number if number in ends else next_line))
    return comments


def _tokens(text: str) -> tuple[dict[int, int], set[int], list[int]]:
    """Where the tokens of each line end, which lines lie inside a text, where tokens begin."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    ends: dict[int, int] = {}
    covered: set[int] = set()
    begins: list[int] = []
    for token in yaml.scan(text, Loader=loader):
        start, end = token.start_mark, token.end_mark
        if (start.line, start.column) == (end.line, end.column):
            continue  # the beginning or end of a block, which is at no character
        begins.append(start.line + 1)
        covered.update(range(start.line + 1, end.line + 1))
        if end.column:
            ends[end.line + 1] = end.column
    return ends, covered, begins


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

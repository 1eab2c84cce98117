"""Text and mentions on their way into HTML: mentions nested as a tree, characters made safe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hanviet.linking.mention import Mention


def tree_of(mentions: Sequence[Mention], length: int) -> list[Node]:
    """Nest mentions by their offsets; what lies outside the text or crosses another is left out."""
    roots: list[Node] = []
    stack: list[Node] = []
    numbers = count(1)
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if not 0 <= mention.start < mention.end <= length:
            continue
        while stack and stack[-1].mention.end <= mention.start:
            stack.pop()
        if stack and mention.end > stack[-1].mention.end:
            continue
        node = Node(mention, next(numbers))
        (stack[-1].inner if stack else roots).append(node)
        stack.append(node)
    return roots


@dataclass
class Node:
    """A mention in the text, with those inside it.

    Attributes:
        mention: The mention.
        number: Its place in the text, from 1 on; an outer one comes before those inside it.
        inner: What lies inside.
    """

    mention: Mention
    number: int
    inner: list[Node] = field(default_factory=list)

    def height(self) -> int:
        """How many levels of mentions lie inside: 0 if none do."""
        return 1 + max((node.height() for node in self.inner), default=-1)


def flat(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node of a tree, in the order of their numbers."""
    for node in nodes:
        yield node
        yield from flat(node.inner)


def escaped(text: str) -> str:
    """Text that HTML shows as it is, one character for one.

    >>> escaped("<Trần & Cương>")
    '&lt;Trần &amp; Cương&gt;'
    """
    return escape(text.translate(_SHOWN)).replace("\r", "&#13;")


def attribute(text: str) -> str:
    """The value of an attribute: escaped, on one line."""
    return escape(" ".join(text.translate(_SHOWN).split()))


_SHOWN = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
    **dict.fromkeys([*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF], 0xFFFD),
}
"""Control characters become their pictures (NUL ␀), what HTML may not hold U+FFFD."""

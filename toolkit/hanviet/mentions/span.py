"""A mention while it is being worked on: its span, its readings, its place among the others."""

from __future__ import annotations

from dataclasses import dataclass, field

from hanviet.mentions.chart import Node

_NO_IDS: frozenset[str] = frozenset()


@dataclass(init=False, slots=True)
class Span:
    """A span of the folded text that names something.

    Attributes:
        start: First index in the folded text.
        end: Index after the last.
        type: Entity type.
        nodes: Its readings; none for an unlisted name.
        parent: The span around it, or None.
        inner: Spans inside it that are mentions too.
        loose: Typed without marks: `unmarked` in a document that has none, `echo` of a full form
            in the same document, `contested` if several full forms fit; else empty.
        suffixed: A listed place with a suffix that makes it another one (沙坝县): one name, whole.
    """

    start: int
    end: int
    type: str
    nodes: tuple[Node, ...]
    parent: Span | None
    inner: list[Span]
    loose: str
    suffixed: bool
    ids: frozenset[str] = field(compare=False, repr=False)
    """The ids that the readings have."""

    def __init__(
        self,
        start: int,
        end: int,
        type: str,
        nodes: tuple[Node, ...] = (),
        *,
        loose: str = "",
        suffixed: bool = False,
    ) -> None:
        """Collect the ids, which are asked for again and again."""
        self.start = start
        self.end = end
        self.type = type
        self.nodes = nodes
        self.parent = None
        self.inner = []
        self.loose = loose
        self.suffixed = suffixed
        alone = len(nodes) == 1
        self.ids = (
            frozenset((nodes[0].name.id,) if alone else [node.name.id for node in nodes])
            if nodes
            else _NO_IDS
        )

    def depth_first(self) -> list[Span]:
        """This span and all inside it, in the order of the text, outer before inner."""
        found = [self]
        for span in self.inner:
            found += span.depth_first()
        return found

"""YAML as the gazetteer uses it: every scalar a string, every complaint with file:line.

PyYAML's own loaders read `no` as False and `12:30` as 750, take the last of two equal keys, and
expand aliases without a bound. Here a file becomes plain lists, dicts, strings and None, and each
dict and list knows its line.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import TypeAlias

import yaml

from hanviet.errors import GazetteerError

Value: TypeAlias = "str | Sequence | Mapping | None"

MAX_DEPTH = 12
"""Nesting beyond this is no gazetteer, and could exhaust the stack."""

_NULLS = {"", "~", "null", "Null", "NULL"}


class Sequence(list["Value"]):
    """A YAML sequence and the line it begins at (1-based)."""

    line: int = 0


class Mapping(dict[str, "Value"]):
    """A YAML mapping, the line it begins at, and the line of each key (1-based)."""

    line: int = 0

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}


def read_yaml(path: Path, *, name: str | None = None) -> Value:
    """Read one file.

    Args:
        path: The file, UTF-8.
        name: What messages call the file; its path if not given.

    Returns:
        Lists, dicts, strings and None, as `Sequence` and `Mapping` with line numbers.

    Raises:
        GazetteerError: Unreadable, not UTF-8, a syntax error, a tab, a duplicate key, an alias,
            an anchor, a tag, or text that is not in NFC; with file:line.
    """
    label = name if name is not None else str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GazetteerError(
            f"cannot be read: {error.strerror or error}", place=label, remedy="check the path"
        ) from None
    return parse_yaml(data, label)


def parse_yaml(data: bytes, label: str) -> Value:
    """Parse the bytes of a YAML file; see `read_yaml`.

    >>> parse_yaml(b"- {id: no, at: 12:30}", "x.yaml")
    [{'id': 'no', 'at': '12:30'}]
    """
    text = decoded(data, label)
    _refuse_tabs_and_decomposed(text, label)
    loader = _untyped_loader()
    try:
        _refuse_aliases(text, loader, label)
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise GazetteerError(
            f"is not valid YAML: {error.problem or error.context}", place=f"{label}:{line}"
        ) from None
    except (yaml.YAMLError, RecursionError) as error:
        first = (str(error).splitlines() or ["malformed"])[0]
        raise GazetteerError(f"is not valid YAML: {first}", place=label) from None
    return None if node is None else _plain(node, label, 0)


def decoded(data: bytes, label: str) -> str:
    """The text of a file, without a byte order mark.

    Raises:
        GazetteerError: It is no text, or not UTF-8; with file:line.
    """
    if b"\0" in data:
        raise GazetteerError("is no text file", place=label, remedy="give a YAML file")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise GazetteerError(
            "is not UTF-8", place=f"{label}:{line}", remedy="save the file as UTF-8"
        ) from None


@cache
def _untyped_loader() -> type:
    """A loader that asks for no types: working them out takes a third of the time to read."""
    base: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Untyped(base):  # type: ignore[misc]  # which class it is depends on libyaml
        def descend_resolver(self, _parent: object, _index: object) -> None:
            """Nothing to keep track of."""

        def ascend_resolver(self) -> None:
            """Nothing to keep track of."""

        def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
            return _NO_TYPE

    return Untyped


_NO_TYPE = "tag:yaml.org,2002:str"


def _refuse_tabs_and_decomposed(text: str, label: str) -> None:
    if "\t" in text:
        line = text[: text.index("\t")].count("\n") + 1
        raise GazetteerError("holds a tab", place=f"{label}:{line}", remedy="use spaces")
    if not unicodedata.is_normalized("NFC", text):
        for number, row in enumerate(text.splitlines(), 1):
            if not unicodedata.is_normalized("NFC", row):
                raise GazetteerError(
                    "holds text that is not in Unicode NFC",
                    place=f"{label}:{number}",
                    remedy="run `hanviet gazetteer fmt`, or normalise the line in your editor",
                )


def _refuse_aliases(text: str, loader: type, label: str) -> None:
    """An alias can blow a small file up; refuse it before anything is expanded."""
    if "&" not in text and "*" not in text and "!" not in text:
        return
    for event in yaml.parse(text, Loader=loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise GazetteerError(
                "uses an anchor or alias", place=f"{label}:{line}", remedy="write the value out"
            )
        if getattr(event, "tag", None):
            raise GazetteerError("uses a YAML tag", place=f"{label}:{line}", remedy="remove it")


def _plain(node: yaml.Node, label: str, depth: int) -> Value:
    line = node.start_mark.line + 1
    if depth > MAX_DEPTH:
        raise GazetteerError(f"nests deeper than {MAX_DEPTH} levels", place=f"{label}:{line}")
    if isinstance(node, yaml.ScalarNode):
        return None if not node.style and node.value in _NULLS else str(node.value)
    if isinstance(node, yaml.SequenceNode):
        items = Sequence(_plain(child, label, depth + 1) for child in node.value)
        items.line = line
        return items
    mapping = Mapping()
    mapping.line = line
    for key_node, value_node in node.value:
        key_line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise GazetteerError("has a key that is no text", place=f"{label}:{key_line}")
        key = str(key_node.value)
        if key in mapping:
            raise GazetteerError(
                f"has the key {key!r} twice", place=f"{label}:{key_line}", remedy="keep one"
            )
        mapping[key] = _plain(value_node, label, depth + 1)
        mapping.lines[key] = key_line
    return mapping

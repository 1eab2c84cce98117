"""Where the shipped data lie, and how a small table of them is read.

The gazetteer folder is, in this order: the environment variable `HANVIET_GAZETTEER`; the folder
`gazetteer` inside the installed package; the folder `gazetteer` of the checkout that an editable
install points to. The first that applies is taken whole: folders are never mixed.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from hanviet.errors import GazetteerError, HanvietError

if TYPE_CHECKING:
    from yaml.nodes import Node

ENVIRONMENT_VARIABLE = "HANVIET_GAZETTEER"
_PACKAGE = Path(__file__).resolve().parent


def data_path(relative: str = "") -> Path:
    """Give the path of a file or folder of the gazetteer.

    Args:
        relative: Path inside the gazetteer folder, with `/`; empty for the folder itself.

    Returns:
        The path, which exists.

    Raises:
        HanvietError: There is no gazetteer folder, or it lacks what was asked for.

    >>> data_path("readings/pinyin-surnames.yaml").name
    'pinyin-surnames.yaml'
    """
    root = _gazetteer_folder()
    path = root / relative if relative else root
    if not path.exists():
        raise HanvietError(
            f"the gazetteer has no {relative}",
            place=str(root),
            remedy=f"reinstall hanviet, or point {ENVIRONMENT_VARIABLE} to a complete gazetteer",
        )
    return path


def read_sections(relative: str) -> Mapping[str, Mapping[str, str]]:
    """Read a YAML table of sections, each a mapping from text to text.

    Scalars stay strings (YAML's own `no` and `12:30` would become something else); a key without
    a value maps to the empty string.

    Args:
        relative: Path of the file inside the gazetteer folder.

    Returns:
        Section name to its mapping, read-only, in the order of the file.

    Raises:
        GazetteerError: The file is no such table, or a key stands in it twice.

    >>> read_sections("readings/pinyin-surnames.yaml")["surnames"]["单"]
    'shàn'
    """
    return _sections_of(os.environ.get(ENVIRONMENT_VARIABLE), relative)


@lru_cache(maxsize=64)
def _sections_of(_chosen: str | None, relative: str) -> Mapping[str, Mapping[str, str]]:
    """The table, found once for each value of the variable: tables are asked for by the name."""
    return _read_sections(data_path(relative))


def _gazetteer_folder() -> Path:
    chosen = os.environ.get(ENVIRONMENT_VARIABLE)
    if chosen:
        if not Path(chosen).is_dir():
            raise HanvietError(
                f"{ENVIRONMENT_VARIABLE} names no folder",
                place=chosen,
                remedy="unset it to use the gazetteer that comes with hanviet",
            )
        return Path(chosen)
    for folder in (_PACKAGE / "gazetteer", _PACKAGE.parent.parent / "gazetteer"):
        if folder.is_dir():
            return folder
    raise HanvietError(
        "the gazetteer folder is missing",
        place=str(_PACKAGE / "gazetteer"),
        remedy=f"reinstall hanviet, or set {ENVIRONMENT_VARIABLE}",
    )


@lru_cache(maxsize=64)
def _read_sections(path: Path) -> Mapping[str, Mapping[str, str]]:
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())
        raise GazetteerError(f"not a YAML table: {reason}", place=str(path)) from error
    sections = {name: _text_mapping(path, node) for name, node in _pairs(path, root)}
    return MappingProxyType(sections)


def _text_mapping(path: Path, node: Node) -> Mapping[str, str]:
    return MappingProxyType({key: _text(path, value) for key, value in _pairs(path, node)})


def _pairs(path: Path, node: Node | None) -> list[tuple[str, Node]]:
    from yaml.nodes import MappingNode

    if not isinstance(node, MappingNode):
        raise GazetteerError("expected `key: value` lines", place=_place(path, node))
    pairs: dict[str, Node] = {}
    for key_node, value in node.value:
        key = _text(path, key_node)
        if key in pairs:
            raise GazetteerError(f"duplicate key {key!r}", place=_place(path, key_node))
        pairs[key] = value
    return list(pairs.items())


def _text(path: Path, node: Node) -> str:
    from yaml.nodes import ScalarNode

    if not isinstance(node, ScalarNode):
        raise GazetteerError("expected a plain text", place=_place(path, node))
    return str(node.value)


def _place(path: Path, node: Node | None) -> str:
    return f"{path}:{node.start_mark.line + 1}" if node is not None else str(path)

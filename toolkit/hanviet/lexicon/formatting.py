"""Rewrite gazetteer files in their canonical form: order, quoting, flow style, NFC.

Comments are kept. A comment above an entry, or inside it, stands above that entry afterwards; one
at the head of the file that an empty line follows stays at the head; one after the last entry
stays at the end. Pattern files and fragments of the sources (`sources-PART.yaml`) are laid out by
hand: they are only put into NFC.
"""

from __future__ import annotations

import sysconfig
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from hanviet.errors import GazetteerError
from hanviet.lexicon.canonical import entry_text, source_text
from hanviet.lexicon.load import gazetteer_files
from hanviet.lexicon.shapes import refuse_other_shapes
from hanviet.lexicon.strict_yaml import Mapping, Sequence, Value, decoded, parse_yaml
from hanviet.lexicon.yaml_comments import Comment, comments_of


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A file that is not in its canonical form.

    Attributes:
        path: The file.
        text: What it should hold.
    """

    path: Path
    text: str


def rewrites(path: Path) -> list[Rewrite]:
    """Find the files that formatting would change; nothing is written.

    Args:
        path: A gazetteer folder, or one of its files.

    Returns:
        The files in a fixed order, each with its canonical text.

    Raises:
        GazetteerError: The path is no gazetteer, or a file cannot be read as YAML; with file:line.
    """
    found = []
    for file in _files(path):
        try:
            data = file.read_bytes()
        except OSError as error:
            raise GazetteerError(
                f"cannot be read: {error.strerror or error}", place=str(file)
            ) from None
        text = formatted(data, str(file), layout=_layout(file))
        if text.encode() != data:
            found.append(Rewrite(file, text))
    return found


def refuse_installed(path: Path) -> None:
    """Refuse to write into an installed package: an update would undo it.

    Raises:
        GazetteerError: The path lies in site-packages.
    """
    resolved = path.resolve()
    paths = sysconfig.get_paths()
    homes = {Path(paths[name]).resolve() for name in ("purelib", "platlib")}
    if {"site-packages", "dist-packages"} & set(resolved.parts) or any(
        resolved.is_relative_to(home) for home in homes
    ):
        raise GazetteerError(
            "is installed data, which is not to be edited",
            place=str(path),
            remedy="give the path of a checkout or of your own gazetteer",
        )


def formatted(data: bytes, label: str, *, layout: str = "entries") -> str:
    r"""Give the canonical text of a file.

    Args:
        data: The file, UTF-8 in any normal form.
        label: What messages call it.
        layout: `entries`, `sources`, or `free` for a file that is only put into NFC.

    Returns:
        The text, NFC, lines ended by a line feed.

    Raises:
        GazetteerError: The file is not UTF-8, no strict YAML, or not of that layout.

    >>> print(formatted(b"- {type: ORG, id: org.b}\n- id: org.a\n", "x.yaml"), end="")
    - id: org.a
    - id: org.b
      type: ORG
    """
    text = unicodedata.normalize("NFC", decoded(data, label))
    value = parse_yaml(text.encode(), label)
    if layout == "free":
        return text
    comments = comments_of(text)
    read_blocks = _source_blocks if layout == "sources" else _entry_blocks
    blocks = read_blocks(value, label)
    return _laid_out(blocks, comments, text)


@dataclass(frozen=True, slots=True)
class _Block:
    """An entry or a source: its line in the old file, what it is sorted by, its new text."""

    line: int
    key: str
    text: str


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    files = gazetteer_files(path) + sorted(path.glob("sources*.yaml"))
    files += sorted((path / "patterns").rglob("*.yaml"))
    if not files:
        raise GazetteerError(
            "holds no gazetteer files", place=str(path), remedy="give a folder of YAML files"
        )
    return files


def _layout(file: Path) -> str:
    if file.name == "sources.yaml":
        return "sources"
    by_hand = "patterns" in file.parent.parts or file.name.startswith("sources-")
    return "free" if by_hand else "entries"


def _entry_blocks(value: Value, label: str) -> list[_Block]:
    if value is None:
        return []
    if not isinstance(value, Sequence):
        raise GazetteerError(
            "is no list of entries", place=f"{label}:1", remedy="begin each with `- id:`"
        )
    blocks = []
    for item in value:
        if not isinstance(item, Mapping):
            raise GazetteerError("an entry is a mapping", place=f"{label}:{value.line}")
        refuse_other_shapes(item, label)
        id_ = item.get("id")
        blocks.append(_Block(item.line, id_ if isinstance(id_, str) else "", entry_text(item)))
    return blocks


def _source_blocks(value: Value, label: str) -> list[_Block]:
    if value is None:
        return []
    if not isinstance(value, Mapping):
        raise GazetteerError("is no table of sources", place=f"{label}:1")
    for id_, item in value.items():
        if not isinstance(item, Mapping):
            raise GazetteerError(
                f"source {id_} is no mapping", place=f"{label}:{value.lines[id_]}",
                remedy="write {url: …, publisher: …}",
            )  # fmt: skip
        refuse_other_shapes(item, label)
    return [_Block(value.lines[id_], id_, source_text(id_, item)) for id_, item in value.items()]


def _laid_out(blocks: list[_Block], comments: list[Comment], text: str) -> str:
    """Put the blocks in order, each with its comments above it."""
    in_file = sorted(blocks, key=lambda block: block.line)
    head_end = _head_end(comments, text)
    head: list[str] = []
    tail: list[str] = []
    above: dict[int, list[str]] = {block.line: [] for block in in_file}
    for comment in comments:
        if comment.line <= head_end:
            head.append(comment.text)
        elif comment.about and in_file:
            begun = [block.line for block in in_file if block.line <= comment.about]
            above[begun[-1] if begun else in_file[0].line].append(comment.text)
        else:
            tail.append(comment.text)
    lines = [*head, ""] if head else []
    for block in sorted(blocks, key=lambda block: block.key):
        lines += [*above[block.line], block.text.rstrip("\n")]
    lines += tail
    return "\n".join(lines) + "\n" if lines else ""


def _head_end(comments: list[Comment], text: str) -> int:
    """The last line of the file's own comment, which an empty line parts from what follows."""
    last = 0
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            break
        if not stripped:
            last = number
    return max((c.line for c in comments if c.line < last), default=0)

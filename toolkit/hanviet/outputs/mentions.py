"""Write annotations: mentions of documents, each by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hanviet.document import Document
from hanviet.linking.mention import COLUMNS, Mention
from hanviet.outputs.files import output
from hanviet.outputs.scripts import chinese_of, regional_document
from hanviet.outputs.tables import write_rows, write_table

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer

MENTION_VIEW = ("file", "start", "surface", "type", "chinese", "pinyin", "decision")
"""Columns of mentions for the eye."""


def write_annotations(
    documents: Sequence[Document],
    format_: str,
    target: Path | None,
    script: str,
    gazetteer: Gazetteer | None = None,
) -> None:
    """Write the mentions of documents.

    Args:
        documents: Annotated documents.
        format_: `jsonl`, `csv`, `html` or `text`.
        target: The file; standard output if None.
        script: The Chinese script that the text and HTML formats print; `zh_hant` is of its region.
        gazetteer: The one they were annotated with, for regional forms; the shipped one if None.
    """
    documents = [regional_document(document, script, gazetteer) for document in documents]
    if format_ == "html":
        from hanviet.outputs.html import page

        with output(target) as stream:
            stream.write(page(documents, script=script))
    elif format_ == "text":
        lines = (mention_view(mention, script) for mention in mentions_of(documents))
        write_table(lines, MENTION_VIEW, target)
    else:
        rows = (mention.to_row() for mention in mentions_of(documents))
        write_rows(rows, COLUMNS, format_, target)


def mention_view(mention: Mention, script: str) -> dict[str, object]:
    """A mention as a line for the eye; columns as `MENTION_VIEW`."""
    return {
        **mention.to_row(),
        "surface": "  " * (mention.outer >= 0) + mention.surface,
        "chinese": chinese_of(mention, script),
    }


def mentions_of(documents: Iterable[Document]) -> Iterable[Mention]:
    """Every mention, sorted by file and start, outer before nested."""
    for document in sorted(documents, key=lambda one: one.file):
        yield from sorted(document.mentions, key=lambda one: (one.start, -one.end))

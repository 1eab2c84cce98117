"""Write annotations: mentions of documents, each by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from hanviet.document import Document
from hanviet.linking.mention import COLUMNS, Mention
from hanviet.outputs.files import output
from hanviet.outputs.scripts import in_script
from hanviet.outputs.tables import write_csv, write_jsonl, write_table


def write_annotations(
    documents: Sequence[Document], format_: str, target: Path | None, script: str
) -> None:
    """Write the mentions of documents.

    Args:
        documents: Annotated documents.
        format_: `jsonl`, `csv`, `html` or `text`.
        target: The file; standard output if None.
        script: The Chinese script that the text and HTML formats print.
    """
    rows = (mention.to_row() for mention in mentions_of(documents))
    if format_ == "html":
        from hanviet.outputs.html import page

        with output(target) as stream:
            stream.write(page(documents, script=script))
    elif format_ == "text":
        columns = ("file", "start", "surface", "type", "chinese", "pinyin", "decision")
        lines = (
            {
                **mention.to_row(),
                "surface": "  " * (mention.outer >= 0) + mention.surface,
                "chinese": in_script(
                    mention.zh_hans or "", mention.zh_hant or "", script, mention.type
                ),
            }
            for mention in mentions_of(documents)
        )
        write_table(lines, columns, target)
    else:
        with output(target) as stream:
            if format_ == "csv":
                write_csv(rows, COLUMNS, stream)
            else:
                write_jsonl(rows, stream)


def mentions_of(documents: Iterable[Document]) -> Iterable[Mention]:
    """Every mention, sorted by file and start, outer before nested."""
    for document in sorted(documents, key=lambda one: one.file):
        yield from sorted(document.mentions, key=lambda one: (one.start, -one.end))

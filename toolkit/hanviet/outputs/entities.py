"""Write an alignment: entities or mentions, as tables, a workbook or a glossary."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hanviet.alignment import ENTITY_COLUMNS, Alignment, Entity
from hanviet.linking.mention import COLUMNS
from hanviet.outputs.files import output
from hanviet.outputs.scripts import in_script
from hanviet.outputs.tables import write_csv, write_jsonl, write_table

_TABLE = ("cluster", "type", "vi", "chinese", "pinyin", "decision", "mentions", "documents",
          "surfaces_vi", "surfaces_zh")  # fmt: skip


def write_alignment(
    alignment: Alignment,
    format_: str,
    target: Path | None,
    *,
    mentions: bool = False,
    script: str = "hans",
    source: str = "vi",
    every: bool = False,
) -> None:
    """Write an alignment.

    Args:
        alignment: What `align` returned.
        format_: `table`, `csv`, `jsonl`, `xlsx` or `glossary`.
        target: The file; standard output if None.
        mentions: One row a mention, not one an entity.
        script: The Chinese script that tables and glossaries print.
        source: The glossary's source language.
        every: Glossary: also what is not `linked`.
    """
    if format_ == "glossary":
        from hanviet.outputs.glossary import glossary_lines

        with output(target) as stream:
            for line in glossary_lines(alignment, source=source, script=script, every=every):
                stream.write(line + "\n")
        return
    columns: Sequence[str] = COLUMNS if mentions else ENTITY_COLUMNS
    if mentions:
        rows = [mention.to_row() for mention in alignment.all_mentions()]
    else:
        rows = [row.to_row() for row in alignment.rows]
    if format_ == "xlsx":
        from hanviet.outputs.workbook import write_workbook

        assert target is not None
        write_workbook(alignment, target)
    elif format_ == "table":
        if mentions:
            write_table(rows, columns, target)
        else:
            write_table([_row(row, script) for row in alignment.rows], _TABLE, target)
    else:
        with output(target) as stream:
            if format_ == "csv":
                write_csv(rows, columns, stream)
            else:
                write_jsonl(rows, stream)


def _row(entity: Entity, script: str) -> dict[str, object]:
    row = entity.to_row()
    row["chinese"] = in_script(entity.zh_hans or "", entity.zh_hant or "", script, entity.type)
    return row

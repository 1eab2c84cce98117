"""Write an alignment: entities or mentions, as tables, a workbook or a glossary."""

from __future__ import annotations

from pathlib import Path

from hanviet.alignment import ENTITY_COLUMNS, Alignment
from hanviet.linking.mention import COLUMNS
from hanviet.outputs.files import output
from hanviet.outputs.mentions import MENTION_VIEW
from hanviet.outputs.rows import (
    ENTITY_VIEW,
    entity_rows,
    entity_views,
    mention_rows,
    mention_views,
)
from hanviet.outputs.tables import is_terminal, write_rows, write_table


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
        script: The Chinese script that terminals and glossaries show; `tw` and `hk` also give
            `zh_hant` of the region everywhere.
        source: The glossary's source language.
        every: Glossary: also what is not `linked`.
    """
    if format_ == "glossary":
        from hanviet.outputs.glossary import glossary_lines

        with output(target) as stream:
            for line in glossary_lines(alignment, source=source, script=script, every=every):
                stream.write(line + "\n")
        return
    if format_ == "xlsx":
        from hanviet.outputs.workbook import write_workbook

        assert target is not None
        write_workbook(alignment, target, script=script)
    elif format_ == "table" and is_terminal(target):
        if mentions:
            write_table(mention_views(alignment, script), MENTION_VIEW, target)
        else:
            write_table(entity_views(alignment, script), ENTITY_VIEW, target)
    else:
        # Every column; the same ones in each format.
        columns = COLUMNS if mentions else ENTITY_COLUMNS
        rows = (mention_rows if mentions else entity_rows)(alignment, script)
        write_rows(rows, columns, format_, target)

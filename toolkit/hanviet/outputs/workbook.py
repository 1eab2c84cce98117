"""An alignment as an Excel workbook: entities, mentions and conflicts, each on a sheet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from hanviet.alignment import CONFLICT_COLUMNS, ENTITY_COLUMNS
from hanviet.errors import HanvietError
from hanviet.linking.mention import COLUMNS
from hanviet.outputs.files import output
from hanviet.outputs.rows import entity_rows, mention_rows

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from hanviet.alignment import Alignment

MAX_ROWS = 1_048_575
"""Rows below the header that a sheet of an .xlsx file can hold."""

MAX_CELL = 32_767
"""Characters that a cell of an .xlsx file can hold."""

_WIDEST = 48
"""Widest column, in characters; longer cells are cut off on the screen, not in the file."""

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would take for a formula when it is edited."""


def write_workbook(alignment: Alignment, path: Path, *, script: str = "hans") -> None:
    """Write an alignment as .xlsx; the file appears only when it is complete.

    Numbers are numbers; everything else is text, also what begins like a formula.

    Args:
        alignment: What `align` returned.
        path: The file to write.
        script: The Chinese script; `tw` and `hk` give `zh_hant` of the region.

    Raises:
        HanvietError: openpyxl is not installed, or there are more rows than a sheet can hold.
        InputError: The file cannot be written.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise HanvietError(
            "writing .xlsx needs openpyxl, which is not installed",
            remedy="pip install hanviet[excel]",
        ) from None
    book = Workbook(write_only=True)
    _add_sheet(book, "Entities", ENTITY_COLUMNS, entity_rows(alignment, script))
    mentions = mention_rows(alignment, script)
    _add_sheet(book, "Mentions", COLUMNS, mentions)
    _add_sheet(book, "Conflicts", CONFLICT_COLUMNS, list(alignment.conflict_rows()))
    with output(path, binary=True) as stream:
        book.save(stream)


def _add_sheet(
    book: Workbook, name: str, columns: Sequence[str], rows: Sequence[Mapping[str, object]]
) -> None:
    from openpyxl.utils import get_column_letter

    if len(rows) > MAX_ROWS:
        raise HanvietError(
            f"{len(rows)} rows are more than the {MAX_ROWS} of an .xlsx sheet",
            remedy="use --format csv",
        )
    sheet = cast("Worksheet", book.create_sheet(name))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    for number, column in enumerate(columns, 1):
        width = _width(column, (row[column] for row in rows))
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([_cell(sheet, column, bold=True) for column in columns])
    for row in rows:
        sheet.append([_cell(sheet, row[column]) for column in columns])


def _cell(sheet: Worksheet, value: object, *, bold: bool = False) -> Cell:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if value is None or isinstance(value, int | float):
        return WriteOnlyCell(sheet, value=value)
    text = _ILLEGAL.sub("\ufffd", str(value))[:MAX_CELL]
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    if text.startswith(_FORMULA):
        cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell


def _width(header: str, values: Iterable[object]) -> int:
    """Width of a column in characters; a Chinese character counts two."""
    widest = max((_columns(str(value)) for value in values if value is not None), default=0)
    return min(max(widest, len(header) + 2) + 2, _WIDEST)


def _columns(text: str) -> int:
    return sum(
        2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text[: 2 * _WIDEST]
        if not unicodedata.combining(char)
    )

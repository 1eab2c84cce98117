"""The rows of an alignment, in full and for the eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hanviet.outputs.mentions import mention_view
from hanviet.outputs.scripts import chinese_of, regional

if TYPE_CHECKING:
    from hanviet.alignment import Alignment

ENTITY_VIEW = ("type", "vi", "chinese", "pinyin", "decision", "surfaces")
"""Columns of entities for the eye."""

Rows = list[dict[str, object]]


def entity_rows(alignment: Alignment, script: str) -> Rows:
    """One row a cluster, with `zh_hant` of the region of the script."""
    return [regional(row, script, alignment.gazetteer).to_row() for row in alignment.rows]


def mention_rows(alignment: Alignment, script: str) -> Rows:
    """One row a mention, with `zh_hant` of the region of the script."""
    return [
        regional(mention, script, alignment.gazetteer).to_row()
        for mention in alignment.all_mentions()
    ]


def entity_views(alignment: Alignment, script: str) -> Rows:
    """One row a cluster for the eye; columns as `ENTITY_VIEW`."""
    entities = [regional(row, script, alignment.gazetteer) for row in alignment.rows]
    return [
        {
            **entity.to_row(),
            "chinese": chinese_of(entity, script),
            "surfaces": "; ".join((*entity.surfaces_vi, *entity.surfaces_zh)),
        }
        for entity in entities
    ]


def mention_views(alignment: Alignment, script: str) -> Rows:
    """One row a mention for the eye; columns as `MENTION_VIEW`."""
    return [
        mention_view(regional(mention, script, alignment.gazetteer), script)
        for mention in alignment.all_mentions()
    ]

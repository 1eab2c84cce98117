"""What changed between two gazetteers: entries and patterns by id, and fields of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from hanviet.lexicon.model import Entry
from hanviet.patterns.language import Pattern

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer

_FIELD_NAMES = {"pairs": "names", "since": "from", "confused_with": "not"}
"""Attributes that the files call otherwise."""


@dataclass(frozen=True, slots=True)
class Change:
    """An entry or pattern that both gazetteers have, and that differs.

    Attributes:
        id: Its id.
        fields: The fields that differ, as the files call them.
    """

    id: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DataDiff:
    """The difference of two gazetteers, by id; every list in the order of ids.

    Attributes:
        added: Ids that only the new one has.
        changed: What differs.
        removed: Ids that only the old one has.
    """

    added: tuple[str, ...]
    changed: tuple[Change, ...]
    removed: tuple[str, ...]


def diff_data(old: Gazetteer, new: Gazetteer) -> DataDiff:
    """Compare the entries and patterns of two gazetteers.

    Where an entry is written is no part of it: moving one between files changes nothing.
    """
    before, after = _by_id(old), _by_id(new)
    return diff_things(before, after)


def diff_things(
    before: Mapping[str, Entry | Pattern], after: Mapping[str, Entry | Pattern]
) -> DataDiff:
    """Compare entries and patterns by id.

    Args:
        before: Id to what had it.
        after: Id to what has it now.

    Returns:
        The difference.

    >>> a, b = Entry("x.a", "ORG", "CN", ()), Entry("x.a", "ORG", "VN", ())
    >>> diff_things({"x.a": a}, {"x.a": b}).changed
    (Change(id='x.a', fields=('country',)),)
    """
    both = sorted(before.keys() & after.keys())
    changes = (Change(id_, _changed_fields(before[id_], after[id_])) for id_ in both)
    return DataDiff(
        added=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(change for change in changes if change.fields),
        removed=tuple(sorted(before.keys() - after.keys())),
    )


def _by_id(gazetteer: Gazetteer) -> dict[str, Entry | Pattern]:
    return {**gazetteer.entries, **{pattern.id: pattern for pattern in gazetteer.patterns}}


def _changed_fields(before: Entry | Pattern, after: Entry | Pattern) -> tuple[str, ...]:
    if type(before) is not type(after):
        return ("type",)
    return tuple(
        _FIELD_NAMES.get(field.name, field.name)
        for field in fields(before)
        if field.name != "place" and getattr(before, field.name) != getattr(after, field.name)
    )

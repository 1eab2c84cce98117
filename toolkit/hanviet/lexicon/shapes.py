"""Whether the values of an entry or a source have the shape of their field: text, list, mapping.

Formatting asks this before it rewrites a file, since it would otherwise lay out what nobody meant.
Whether a value is right, the loader and the check say.
"""

from __future__ import annotations

from hanviet.errors import GazetteerError
from hanviet.lexicon.strict_yaml import Mapping, Sequence, Value

_LISTS = frozenset({"vi", "zh", "sources", "not"})
"""Fields that may list several texts."""

_RECORDS = frozenset({"names", "roles"})
"""Fields of an entry that list mappings."""


def refuse_other_shapes(item: Mapping, label: str) -> None:
    """Refuse an entry or source with a value of another shape than its field has.

    Args:
        item: The fields.
        label: What messages call the file.

    Raises:
        GazetteerError: A value is no text, no list of texts, or no list of mappings; file:line.

    >>> from hanviet.lexicon.strict_yaml import parse_yaml
    >>> refuse_other_shapes(parse_yaml(b"{id: a, names: b}", "x.yaml"), "x.yaml")
    Traceback (most recent call last):
    hanviet.errors.GazetteerError: x.yaml:1: names is a list of mappings, not a text
    """
    for key, value in item.items():
        if value is None:
            continue
        line = item.lines.get(key, item.line)
        if key in _RECORDS:
            if not isinstance(value, Sequence):
                raise _wrong(key, "a list of mappings", value, label, line)
            for record in value:
                if not isinstance(record, Mapping):
                    raise _wrong(f"an item of {key}", "a mapping", record, label, value.line)
                refuse_other_shapes(record, label)
        elif isinstance(value, Mapping):
            raise _wrong(key, "a text", value, label, line)
        elif isinstance(value, Sequence):
            if key not in _LISTS:
                raise _wrong(key, "a text", value, label, line)
            for part in value:
                if not isinstance(part, str):
                    raise _wrong(f"an item of {key}", "a text", part, label, line)


def _wrong(what: str, wanted: str, value: Value, label: str, line: int) -> GazetteerError:
    shape = "a list" if isinstance(value, Sequence) else "empty" if value is None else "a text"
    found = "a mapping" if isinstance(value, Mapping) else shape
    return GazetteerError(f"{what} is {wanted}, not {found}", place=f"{label}:{line}")

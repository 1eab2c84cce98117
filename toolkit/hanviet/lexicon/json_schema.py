"""A JSON Schema of entry files, for editors; made from the constants that the loader checks with.

It is a help while typing: what needs more than one entry (ids, targets, readings, sources) only
`hanviet gazetteer check` can tell.
"""

from __future__ import annotations

import json
from typing import Any

from hanviet.lexicon import load
from hanviet.lexicon.model import GATE_LEVELS, KINDS, REGIONS, STATUSES, TYPES, USES

Schema = dict[str, Any]

_FORMS: Schema = {
    "oneOf": [
        {"type": "string", "minLength": 1},
        {"type": "array", "items": {"type": "string", "minLength": 1}, "uniqueItems": True},
    ]
}
_TEXT: Schema = {"type": "string", "minLength": 1}


def entries_schema() -> Schema:
    """Give the schema of a file of entries, JSON Schema 2020-12.

    >>> entries_schema()["type"]
    'array'
    """
    # Editors read 2024 as a number; the loader reads every scalar as text.
    date = {"oneOf": [{"type": "integer"}, _pattern(load.DATE_PATTERN.pattern)]}
    role = _object(
        load.ROLE_FIELDS,
        {"from": date, "until": date, "country": _pattern(load.COUNTRY_PATTERN.pattern)},
        required=["title"],
    )
    pair = _object(
        load.PAIR_FIELDS,
        {
            "vi": _FORMS,
            "zh": _FORMS,
            "use": {"enum": list(USES)},
            "region": {"enum": list(REGIONS)},
            "from": date,
            "until": date,
            "status": {"enum": list(STATUSES)},
            "sources": _FORMS,
            "avoid": {"enum": [True, False, "true", "false"]},
            "reading": {"enum": ["irregular", "regular"]},
        },
    )
    pair["anyOf"] = [{"required": ["vi"]}, {"required": ["zh"]}]
    entry = _object(
        load.ENTRY_FIELDS,
        {
            "id": _pattern(load.ID_PATTERN.pattern),
            "type": {"enum": list(TYPES)},
            "country": _pattern(load.COUNTRY_PATTERN.pattern),
            "names": {"type": "array", "items": pair, "minItems": 1},
            "status": {"enum": list(STATUSES)},
            "sources": _FORMS,
            "from": date,
            "until": date,
            "level": {"enum": list(GATE_LEVELS)},
            "roles": {"type": "array", "items": role},
            "not": _FORMS,
        },
        required=["id", "type", "country", "names", "status"],
    )
    entry["allOf"] = [
        {
            "if": {"properties": {"type": {"const": type_}}},
            "then": {"properties": {"kind": {"enum": sorted(kinds)} if kinds else False}},
        }
        for type_, kinds in KINDS.items()
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Entries of a hanviet gazetteer",
        "description": "See docs/gazetteer-format.md.",
        "type": "array",
        "items": entry,
    }


def entries_schema_text() -> str:
    """The schema as the file `gazetteer/schema/entries.schema.json` holds it."""
    return json.dumps(entries_schema(), ensure_ascii=False, indent=2) + "\n"


def _object(fields: frozenset[str], known: Schema, required: list[str] | None = None) -> Schema:
    schema: Schema = {
        "type": "object",
        "properties": {name: known.get(name, _TEXT) for name in sorted(fields)},
        "additionalProperties": False,
    }
    if required:
        schema["required"] = required
    return schema


def _pattern(expression: str) -> Schema:
    return {"type": "string", "pattern": f"^(?:{expression})$"}

"""The canonical spelling of gazetteer YAML: order of keys, quoting, flow style."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from hanviet.lexicon.strict_yaml import Mapping, Sequence, Value

ENTRY_KEYS = tuple(
    "id type kind country names within from until merged_into opposite level extent roles not "
    "status sources note".split()
)
PAIR_KEYS = tuple(
    "vi zh hant pinyin reading use region from until avoid status sources note".split()
)
ROLE_KEYS = tuple("title body country from until".split())
SOURCE_KEYS = tuple("url package file version license publisher date note".split())

_LISTS = frozenset({"sources", "not"})
"""Fields that are written as lists even if they hold one text."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# Sufficient for a plain scalar inside a flow collection, not necessary: what is in doubt is quoted.
_PLAIN = re.compile(
    r"""(?:-(?=\d)|[^\s\-?:,\[\]{}#&*!|>'"%@`])"""
    r"""(?:[^\s:,\[\]{}#]|:(?=[^\s,\[\]{}?])|(?<=\S)#|[ ](?=[^\s#]))*"""
)
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def entry_text(entry: Mapping) -> str:
    """Write one entry as an item of a block list, each field on a line of its own.

    Args:
        entry: The entry as `read_yaml` gives it; fields that no entry has are kept at the end.

    Returns:
        Lines that end with a line feed.

    >>> from hanviet.lexicon.strict_yaml import parse_yaml
    >>> print(entry_text(parse_yaml(b"{names: [{zh: [X], vi: X}], id: org.cn.x}", "x")), end="")
    - id: org.cn.x
      names:
        - {vi: X, zh: X}
    """
    lines = []
    for key in _ordered(entry, ENTRY_KEYS):
        value = entry[key]
        if key in ("names", "roles") and isinstance(value, Sequence) and value:
            order = PAIR_KEYS if key == "names" else ROLE_KEYS
            lines.append(f"  {key}:")
            lines += [f"    - {_item(item, order)}" for item in value]
        elif value is not None:
            lines.append(f"  {scalar_text(key)}: {_field(key, value)}")
    if not lines:
        return "- {}\n"
    return "- " + "\n".join(lines)[2:] + "\n"


def source_text(id_: str, source: Value) -> str:
    r"""Write one line of sources.yaml.

    >>> from hanviet.lexicon.strict_yaml import parse_yaml
    >>> source_text("a-1", parse_yaml(b"{date: 2024, url: 'https://a.vn/1'}", "x"))
    'a-1: {url: https://a.vn/1, date: 2024}\n'
    """
    return f"{scalar_text(id_)}: {_item(source, SOURCE_KEYS)}\n"


def scalar_text(text: str) -> str:
    """Write a text as a scalar that reads the same, plain if that is safe in a flow collection.

    A question mark is quoted: parsers without libyaml refuse it in a plain flow scalar.

    >>> scalar_text("Việt Nam"), scalar_text("Chống tham nhũng, lãng phí"), scalar_text("null")
    ('Việt Nam', '"Chống tham nhũng, lãng phí"', '"null"')
    """
    plain = text not in _NULLS and "?" not in text and _PLAIN.fullmatch(text)
    if plain and not _UNPRINTABLE.search(text):
        return text
    if '"' in text and not _UNPRINTABLE.search(text) and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _item(value: Value, order: tuple[str, ...]) -> str:
    if not isinstance(value, Mapping):
        return _flow(value)
    fields = (
        f"{scalar_text(key)}: {_field(key, value[key])}"
        for key in _ordered(value, order)
        if value[key] is not None
    )
    return "{" + ", ".join(fields) + "}"


def _field(key: str, value: Value) -> str:
    if key in _LISTS and isinstance(value, str):
        return f"[{scalar_text(value)}]"
    if key in ("vi", "zh") and isinstance(value, Sequence) and len(value) == 1:
        return _flow(value[0])
    return _flow(value)


def _flow(value: Value) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return scalar_text(value)
    if isinstance(value, Mapping):
        return _item(value, ())
    return "[" + ", ".join(_flow(item) for item in value) + "]"


def _ordered(item: Iterable[str], order: tuple[str, ...]) -> list[str]:
    """The known keys in their order, then the others as they stand."""
    present = list(item)
    return [key for key in order if key in present] + [key for key in present if key not in order]

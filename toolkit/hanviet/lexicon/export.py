"""The gazetteer as flat rows for termbases and tables: one row per pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from hanviet.lexicon.model import Entry, Pair

SEPARATOR = "; "
"""Between the items of a CSV cell that lists several."""


@dataclass(frozen=True, slots=True)
class ExportRow:
    """A pair of forms with what is known of its entry; docs/gazetteer-export.md.

    Attributes:
        id: The id of the entry.
        type: Its type.
        kind: Its kind, or empty.
        country: Its country, ISO 3166-1 alpha-2, or INT.
        vi: The printed Vietnamese form, or empty.
        vi_other: The other Vietnamese forms.
        zh_hans: The printed Chinese form in simplified script, or empty.
        zh_other: The other Chinese forms, simplified.
        zh_hant: The printed Chinese form in traditional script, or empty.
        pinyin: Its pinyin, or empty.
        use: How the forms are used, or empty.
        region: Who writes so, or empty.
        since: First date of use, else when the entry began; column `from`.
        until: Last date of use, else when the entry ended.
        status: The status of the pair.
        sources: The ids of its sources.
        avoid: Seen, but wrong: never to be printed.
    """

    id: str
    type: str
    kind: str
    country: str
    vi: str
    vi_other: tuple[str, ...]
    zh_hans: str
    zh_other: tuple[str, ...]
    zh_hant: str
    pinyin: str
    use: str
    region: str
    since: str
    until: str
    status: str
    sources: tuple[str, ...]
    avoid: bool

    def to_plain(self) -> dict[str, object]:
        """The columns for JSON: lists as lists, `avoid` as a truth value."""
        plain: dict[str, object] = {}
        for column, field in zip(EXPORT_COLUMNS, fields(self), strict=True):
            value = getattr(self, field.name)
            plain[column] = list(value) if isinstance(value, tuple) else value
        return plain

    def to_cells(self) -> dict[str, object]:
        """The columns for CSV: lists joined by `SEPARATOR`, `avoid` as `true` or empty."""
        cells = self.to_plain()
        for column, value in cells.items():
            if isinstance(value, list):
                cells[column] = SEPARATOR.join(value)
        return cells | {"avoid": "true" if self.avoid else ""}


EXPORT_COLUMNS = tuple(
    "from" if field.name == "since" else field.name for field in fields(ExportRow)
)
"""The columns, in their order."""


def export_rows(entries: Iterable[Entry]) -> Iterator[ExportRow]:
    """Give a row for each pair, entries in the order given and pairs as they stand.

    Args:
        entries: Entries of a loaded `Gazetteer`, whose traditional forms and pinyin are filled in.

    Yields:
        The rows.

    >>> [row.zh_hans for row in export_rows([Entry("a.b", "ORG", "CN", (Pair(zh=("甲", "乙")),))])]
    ['甲']
    """
    for entry in entries:
        for pair in entry.pairs:
            yield _row(entry, pair)


def _row(entry: Entry, pair: Pair) -> ExportRow:
    return ExportRow(
        id=entry.id,
        type=entry.type,
        kind=entry.kind,
        country=entry.country,
        vi=pair.vi[0] if pair.vi else "",
        vi_other=pair.vi[1:],
        zh_hans=pair.zh[0] if pair.zh else "",
        zh_other=pair.zh[1:],
        zh_hant=pair.hant,
        pinyin=pair.pinyin,
        use=pair.use,
        region=pair.region,
        since=pair.since or entry.since,
        until=pair.until or entry.until,
        status=pair.status,
        sources=pair.sources,
        avoid=pair.avoid,
    )

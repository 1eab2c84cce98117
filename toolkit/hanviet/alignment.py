"""Align documents: one row per thing, over all documents and both languages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hanviet.conflicts import Conflict, Held, conflicts_of
from hanviet.document import Document
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.linking.mention import COLUMNS, Mention
from hanviet.resolution.collection import resolve_collection
from hanviet.resolution.crosslingual import Pairing, Undecided
from hanviet.resolution.names import parts_of_post
from hanviet.resolution.variants import Variant

if TYPE_CHECKING:
    import pandas as pd

ENTITY_COLUMNS = (
    "cluster", "id", "type", "vi", "zh_hans", "zh_hant", "pinyin", "decision", "level",
    "support", "score", "mentions", "documents", "files", "surfaces_vi", "surfaces_zh", "roles",
    "probability",
)  # fmt: skip
"""Columns of the table of entities, in order."""

CONFLICT_COLUMNS = Conflict._fields
"""Columns of the table of conflicts, in order."""

_DECISIONS = ("linked", "review", "proposed", "unknown")
_TYPES = ("PERSON", "PLACE", "ORG", "EVENT", "TITLE")
SEPARATOR = "; "
"""Between the items of a cell that lists several."""


@dataclass(frozen=True)
class Entity:
    """A cluster as one row; see `ENTITY_COLUMNS`."""

    cluster: str
    id: str | None
    type: str
    vi: str | None
    zh_hans: str | None
    zh_hant: str | None
    pinyin: str | None
    decision: str
    level: str
    support: str
    score: float
    mentions: int
    documents: int
    files: tuple[str, ...]
    surfaces_vi: tuple[str, ...]
    surfaces_zh: tuple[str, ...]
    roles: tuple[str, ...]
    probability: float | None = None

    def to_row(self) -> dict[str, object]:
        """The columns, lists joined by `; `."""
        row: dict[str, object] = {}
        for name in ENTITY_COLUMNS:
            value = getattr(self, name)
            row[name] = SEPARATOR.join(value) if isinstance(value, tuple) else value
        return row


class Alignment:
    """Aligned documents.

    Attributes:
        documents: The documents, with the clusters of the whole.
        gazetteer: The one that they were annotated with, or None.
    """

    def __init__(self, documents: Iterable[Document], gazetteer: Gazetteer | None = None) -> None:
        self._collection = resolve_collection(documents)
        self.documents = self._collection.documents
        self.gazetteer = gazetteer

    @property
    def pairings(self) -> tuple[Pairing, ...]:
        """Unlisted names that were found to be one in both languages, with what speaks for it."""
        return self._collection.pairings

    @property
    def undecided(self) -> tuple[Undecided, ...]:
        """Unlisted names that read alike and are left apart: a person should look at them."""
        return self._collection.undecided

    @property
    def variants(self) -> tuple[Variant, ...]:
        """Names that are another spelling of somebody listed: a person should look at them."""
        return self._collection.variants

    def cluster_of(self, pairing: Pairing) -> str:
        """The cluster of a pairing."""
        return self._collection.clusters[pairing.vi.key]

    @cached_property
    def rows(self) -> tuple[Entity, ...]:
        """One `Entity` a cluster: people first, then places …, the most mentioned first."""
        by_cluster: dict[str, list[Mention]] = defaultdict(list)
        roles: dict[str, dict[str, None]] = defaultdict(dict)
        for document in self.documents:
            cluster_of = {mention.key: mention.cluster for mention in document.mentions}
            for mention in document.mentions:
                by_cluster[mention.cluster].append(mention)
            for key, post in document.roles:
                roles[cluster_of[key]][post] = None
        rows = [
            self._entity(cluster, mentions, tuple(roles.get(cluster, ())))
            for cluster, mentions in by_cluster.items()
        ]
        rows.sort(key=lambda row: (_TYPES.index(row.type), -row.mentions, row.cluster))
        return tuple(rows)

    @property
    def entities(self) -> pd.DataFrame:
        """One row a cluster; columns as `ENTITY_COLUMNS`."""
        import pandas as pd

        rows = [row.to_row() for row in self.rows]
        return pd.DataFrame(rows, columns=list(ENTITY_COLUMNS), dtype=object)

    @property
    def mentions(self) -> pd.DataFrame:
        """One row a mention, sorted by file and start; columns as of a document."""
        import pandas as pd

        rows = [mention.to_row() for mention in self.all_mentions()]
        return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)

    @property
    def conflicts(self) -> pd.DataFrame:
        """What needs a look, such as one name in several clusters; see `hanviet.conflicts`."""
        import pandas as pd

        return pd.DataFrame(list(self.conflict_rows()), columns=list(CONFLICT_COLUMNS))

    def all_mentions(self) -> Iterable[Mention]:
        """Every mention, sorted by file and start."""
        for document in self.documents:
            yield from sorted(document.mentions, key=lambda one: (one.start, -one.end))

    def conflict_rows(self) -> Iterable[dict[str, object]]:
        """The rows of `conflicts`, lists joined by `; `."""
        found = conflicts_of(
            self.all_mentions(), self._held(), self.undecided, self._collection.clusters,
            [document.file for document in self.documents],
        )  # fmt: skip
        for conflict in found:
            yield {
                name: SEPARATOR.join(value) if isinstance(value, tuple) else value
                for name, value in conflict._asdict().items()
            }

    def _held(self) -> Iterator[Held]:
        """The posts of the people of each document."""
        for document in self.documents:
            cluster_of = {mention.key: mention.cluster for mention in document.mentions}
            posts: dict[str, list[tuple[str, str]]] = defaultdict(list)
            for key, post, country in document.posts:
                posts[cluster_of[key]].append((post, country))
            for cluster, held in posts.items():
                countries = {country for _, country in held} - {"", "INT"}
                parts = dict.fromkeys(part for post, _ in held for part in parts_of_post(post))
                yield Held(cluster, document.file, tuple(sorted(countries)), tuple(parts))

    def _entity(self, cluster: str, mentions: list[Mention], roles: tuple[str, ...]) -> Entity:
        best = min(mentions, key=_preference)
        entry = self.gazetteer.entries.get(best.id or "") if self.gazetteer else None
        pair = next(
            (pair for pair in entry.pairs if pair.vi and pair.zh and not pair.avoid), None
        ) if entry is not None else None  # fmt: skip
        files = sorted({mention.file for mention in mentions})
        return Entity(
            cluster=cluster,
            id=best.id,
            type=best.type,
            vi=pair.vi[0] if pair else best.vi,
            zh_hans=pair.zh[0] if pair else best.zh_hans,
            zh_hant=pair.hant if pair else best.zh_hant,
            pinyin=pair.pinyin if pair else best.pinyin,
            decision=best.decision,
            level=best.level,
            support=best.support,
            score=best.score,
            mentions=len(mentions),
            documents=len(files),
            files=tuple(files),
            surfaces_vi=_surfaces(mentions, "vi"),
            surfaces_zh=_surfaces(mentions, "zh"),
            roles=roles,
            probability=best.probability,
        )


def align(documents: Iterable[Document], *, gazetteer: Gazetteer | None = None) -> Alignment:
    """Align documents: cluster their mentions over all of them.

    Args:
        documents: What `annotate` returned, in any order and in both languages. A generator of
            them takes half the memory of a list.
        gazetteer: The one they were annotated with, for the preferred forms of entries.

    Returns:
        The alignment, with `.entities`, `.mentions` and `.conflicts` as tables.
    """
    if gazetteer is None:
        from hanviet.shipped import shipped_gazetteer

        gazetteer = shipped_gazetteer()
    return Alignment(documents, gazetteer)


def _preference(mention: Mention) -> tuple[int, float, int, str, int]:
    longest = -len(mention.zh_hans or "")
    return (
        _DECISIONS.index(mention.decision),
        -mention.score,
        longest,
        mention.file,
        mention.start,
    )


def _surfaces(mentions: list[Mention], lang: str) -> tuple[str, ...]:
    counts = Counter(mention.surface for mention in mentions if mention.lang == lang)
    return tuple(sorted(counts, key=lambda surface: (-counts[surface], surface)))

"""What the gazetteer holds: entries, their pairs of forms, their roles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from hanviet.errors import UsageError

EntityType = Literal["PERSON", "PLACE", "ORG", "EVENT", "TITLE"]

TYPES: tuple[EntityType, ...] = ("PERSON", "PLACE", "ORG", "EVENT", "TITLE")
STATUSES = ("draft", "reviewed", "derived")
USES = ("official", "short", "abbreviation", "colloquial", "old", "attributive")
REGIONS = ("CN", "TW", "HK", "VN")
GATE_LEVELS = ("international", "main", "auxiliary", "passage", "opening")
KINDS: dict[str, frozenset[str]] = {
    "PERSON": frozenset(),
    "PLACE": frozenset(
        "country territory continent region ocean sea bay river lake island mountain waterfall "
        "province municipality autonomous-region sar prefecture city county township village "
        "gate crossing airport port station road railway bridge park building site zone".split()
    ),
    "ORG": frozenset(
        "party party-body state ministry agency legislature court procuracy army police mass "
        "media university school company bank international committee diplomatic institute "
        "religious".split()
    ),
    "TITLE": frozenset("post rank degree honour".split()),
    "EVENT": frozenset(
        "series edition congress session year fair initiative war movement festival holiday "
        "agreement dynasty".split()
    ),
}

_PROMINENCE = {
    "country": 9, "continent": 8, "ocean": 8, "sea": 7, "region": 7, "territory": 7,
    "municipality": 7, "autonomous-region": 7, "sar": 7, "province": 6, "party": 6,
    "prefecture": 5, "city": 4, "river": 4, "gate": 3, "county": 3, "crossing": 2,
    "township": 2, "village": 1,
}  # fmt: skip


def check_type(type: str | None) -> None:
    """Raise if a type is given that is none of `TYPES`.

    Raises:
        UsageError: It is none.
    """
    if type is not None and type not in TYPES:
        raise UsageError(f"{type!r} is no type", remedy=f"give one of {', '.join(TYPES)}")


@dataclass(frozen=True, slots=True)
class Pair:
    """Forms that belong together; on each side the first is printed, the others recognised.

    Attributes:
        vi: Vietnamese forms, perhaps none.
        zh: Chinese forms in simplified script, perhaps none.
        hant: The first Chinese form in traditional script.
        pinyin: The pinyin of the first Chinese form.
        use: How the forms are used, one of `USES`, or empty.
        region: Who writes so, one of `REGIONS`, or empty.
        since: First date of use, or empty.
        until: Last date of use, or empty.
        status: One of `STATUSES`.
        sources: Ids in sources.yaml.
        avoid: Seen, but wrong: recognised with a warning and never printed.
        irregular: The Vietnamese form is not the reading of the Chinese one.
    """

    vi: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    hant: str = ""
    pinyin: str = ""
    use: str = ""
    region: str = ""
    since: str = ""
    until: str = ""
    status: str = "reviewed"
    sources: tuple[str, ...] = ()
    avoid: bool = False
    irregular: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """A public post of a person.

    Attributes:
        title: The post in Vietnamese, as an article prints it in full.
        country: Country of the state or party, ISO 3166-1 alpha-2 or INT.
        since: When it began, or empty.
        until: When it ended, or empty if it lasts or is unknown.
        body: The body, where the title does not say it.
    """

    title: str
    country: str = ""
    since: str = ""
    until: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the gazetteer, with an id that never changes."""

    id: str
    type: str
    country: str
    pairs: tuple[Pair, ...]
    kind: str = ""
    within: str = ""
    status: str = "reviewed"
    sources: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    merged_into: str = ""
    opposite: str = ""
    level: str = ""
    roles: tuple[Role, ...] = ()
    confused_with: tuple[str, ...] = ()
    place: str = field(default="", compare=False)
    """Where it is written, `file:line`."""

    @property
    def vi(self) -> str:
        """The preferred Vietnamese form, or an empty string."""
        for pair in self.pairs:
            if pair.vi and not pair.avoid:
                return pair.vi[0]
        return ""

    @property
    def zh(self) -> str:
        """The preferred Chinese form in simplified script, or an empty string."""
        for pair in self.pairs:
            if pair.zh and not pair.avoid:
                return pair.zh[0]
        return ""

    @property
    def prominence(self) -> int:
        """How likely a bare name means this entry: country > province > city > county."""
        base = _PROMINENCE.get(self.kind, 3)
        return base - 2 if self.until else base


def in_force(since: str, until: str, date: str) -> bool:
    """Whether a period holds a date; open ends and unknown dates hold everything.

    Dates are ISO prefixes (`2024`, `2024-12`), compared at the coarser precision of the two.

    >>> in_force("2024-12", "", "2025-02-19"), in_force("2019", "2024", "2025-02-19")
    (True, False)
    """
    if not date:
        return True
    if since and date[: len(since)] < since[: len(date)]:
        return False
    return not (until and date[: len(until)] > until[: len(date)])

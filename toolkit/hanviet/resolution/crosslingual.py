"""One name in two languages: unlisted names that are readings of each other, in comparable company.

A Vietnamese and a Chinese name are one if every syllable is a reading of its character, nothing
contradicts, the post or the company speaks for it, and nothing else fits either of them as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from hanviet.linking.decision import Support
from hanviet.readings.levels import Level
from hanviet.resolution.company import Comparable, Page
from hanviet.resolution.groups import Groups
from hanviet.resolution.likeness import READINGS, Key, Likeness
from hanviet.resolution.names import UnlistedName

SYLLABLES_ALONE = 3
"""Syllables from which a name may be told by its readings and country alone."""

CROWDED = 2000
"""Names of the other language from which readings and country alone say too little."""


class Fit(IntEnum):
    """What speaks for two names being one, beyond their readings."""

    NOTHING = 0
    COUNTRY = 1
    """Their posts are of the same country, and the name is long."""
    POST = 2
    """The same post stands with them."""
    EVENT = 3
    """They stand in documents about the same event."""
    EVENT_AND_POST = 4


@dataclass(frozen=True, slots=True)
class Bearer:
    """One thing under one unlisted name, over all documents of a collection.

    Attributes:
        key: The key of its cluster.
        type: The entity type.
        name: The full form as it is compared.
        form: The full form as it is printed.
        country: Of its posts, or empty.
        posts: The ids of the posts that stand with it.
        documents: The numbers of the documents that name it.
    """

    key: str
    type: str
    name: str
    form: str
    country: str
    posts: frozenset[str]
    documents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two bearers that are one.

    Attributes:
        vi: The Vietnamese one.
        zh: The Chinese one.
        support: What the context says, `context` or `unique`.
        score: Of the comparison by readings.
        fit: What speaks for it.
        spellings: Bearers of the same name in other characters, in other reports of the event.
        level: How the names are alike.
    """

    vi: Bearer
    zh: Bearer
    support: Support
    score: float
    fit: Fit
    spellings: tuple[Bearer, ...] = ()
    level: Level = Level.READING

    @property
    def sides(self) -> tuple[Bearer, ...]:
        """All the bearers that are one."""
        return (self.vi, self.zh, *self.spellings)

    def of(self, bearer: Bearer) -> Pairing:
        """The pairing as one of its Chinese bearers is written."""
        return replace(self, zh=bearer) if bearer in self.spellings else self


@dataclass(frozen=True, slots=True)
class Undecided:
    """Bearers that read alike and are left apart.

    Attributes:
        kind: Why.
        vi: The Vietnamese ones.
        zh: The Chinese ones.
    """

    kind: str
    vi: tuple[Bearer, ...]
    zh: tuple[Bearer, ...]


TIE = "several names of the other language fit"
ALONE = "reads like a name of the other language, nothing else speaks for it"


def bearers(
    names: Sequence[UnlistedName], keys: Sequence[str], forms: Mapping[str, str]
) -> list[Bearer]:
    """Gather names into what bears them.

    Args:
        names: Unlisted names of documents.
        keys: The key of the cluster of each.
        forms: Key to the printed form.

    Returns:
        One bearer a key, in the order of keys.
    """
    gathered: dict[str, list[UnlistedName]] = defaultdict(list)
    for name, key in zip(names, keys, strict=True):
        gathered[key].append(name)
    found = []
    for key, same in sorted(gathered.items()):
        countries = {name.country for name in same} - {""}
        found.append(
            Bearer(
                key, same[0].type, same[0].name, forms.get(key, same[0].name),
                countries.pop() if len(countries) == 1 else "",
                frozenset(post for name in same for post in name.posts),
                tuple(sorted({name.document for name in same})),
            )
        )  # fmt: skip
    return found


def pair_up(
    vietnamese: Sequence[Bearer],
    chinese: Sequence[Bearer],
    pages: Sequence[Page],
    *,
    least: Fit = Fit.NOTHING,
    like: Likeness = READINGS,
) -> tuple[list[Pairing], list[Undecided]]:
    """Find the bearers of two languages that are one.

    Args:
        vietnamese: Those with Vietnamese names.
        chinese: Those with Chinese names.
        pages: What of each document tells its event, by number.
        least: What has to speak for two names to be looked at.
        like: How they are to be alike.

    Returns:
        The pairs, each bearer in one at most, and what is left for a person to look at.
    """
    crowded = max(len(vietnamese), len(chinese)) > CROWDED
    least = max(least, Fit.POST) if crowded else least
    fits = _fits(vietnamese, chinese, pages, least=least, like=like)
    pairings: list[Pairing] = []
    undecided: list[Undecided] = []
    for edges in _groups(fits):
        ones = tuple(vietnamese[v] for v in sorted({v for v, _ in edges}))
        others = tuple(chinese[z] for z in sorted({z for _, z in edges}))
        fit = fits[edges[0]]
        if _are_spellings(ones, others, fit):
            main, *rest = sorted(others, key=lambda one: (-len(one.documents), one.form))
            score = like.score(ones[0].form, main.form, main.type)
            pairings.append(
                Pairing(ones[0], main, Support.AMBIGUOUS, score, fit, tuple(rest), like.level)
            )
        elif len(edges) > 1:
            undecided.append(Undecided(TIE, ones, others))
        elif fit is Fit.NOTHING:
            undecided.append(Undecided(ALONE, ones, others))
        else:
            support = Support.UNIQUE if fit is Fit.COUNTRY else Support.CONTEXT
            score = like.score(ones[0].form, others[0].form, ones[0].type)
            pairings.append(Pairing(ones[0], others[0], support, score, fit, level=like.level))
    return pairings, undecided


def _are_spellings(vi: Sequence[Bearer], zh: Sequence[Bearer], fit: Fit) -> bool:
    """Whether several Chinese names are one Vietnamese one, each press with its own characters.

    So it is with a long name, if no report of the event has two of them (阮国团, 阮国段).
    Two Vietnamese names are never one.
    """
    if len(vi) != 1 or len(zh) < 2 or fit < Fit.EVENT or vi[0].type != "PERSON":
        return False
    if len(vi[0].name.split()) < SYLLABLES_ALONE:
        return False
    countries = {one.country for one in zh} - {""}
    documents = [number for one in zh for number in one.documents]
    return len(countries) < 2 and len(documents) == len(set(documents))


_Edge = tuple[int, int]


def _groups(fits: Mapping[_Edge, Fit]) -> list[list[_Edge]]:
    """What belongs together by the best fit of both sides: one edge, or several that contend.

    An edge is best for both its ends. One that is best for an end, though the other has a better
    one, contends with the best edges of that end.
    """
    best: dict[tuple[str, int], Fit] = defaultdict(lambda: Fit.NOTHING)
    for (v, z), fit in fits.items():
        best["vi", v] = max(best["vi", v], fit)
        best["zh", z] = max(best["zh", z], fit)
    mutual = {
        (v, z) for (v, z), fit in fits.items() if fit is best["vi", v] and fit is best["zh", z]
    }
    ends = {end for v, z in mutual for end in (("vi", v), ("zh", z))}
    groups = Groups[tuple[str, int]]()
    for v, z in mutual:
        groups.join(("vi", v), ("zh", z))
    found: dict[tuple[str, int], list[_Edge]] = defaultdict(list)
    for (v, z), fit in sorted(fits.items()):
        for end in (("vi", v), ("zh", z)):
            if end in ends and fit is best[end]:
                found[groups.of(end)].append((v, z))
    return sorted(sorted(set(edges)) for edges in found.values())


def _fits(
    vietnamese: Sequence[Bearer],
    chinese: Sequence[Bearer],
    pages: Sequence[Page],
    *,
    least: Fit,
    like: Likeness,
) -> dict[_Edge, Fit]:
    """What speaks for each pair of names that read alike, if it is as much as `least`.

    A weaker pair never contends with a stronger one, so that leaving it out changes no other.
    """
    by_sound: dict[tuple[str, Key], list[int]] = defaultdict(list)
    for number, bearer in enumerate(vietnamese):
        for key in like.vietnamese(bearer.name, bearer.type):
            by_sound[bearer.type, key].append(number)
    events = Comparable(pages, sorted({d for bearer in vietnamese for d in bearer.documents}))
    fits: dict[_Edge, Fit] = {}
    for z, bearer in enumerate(chinese):
        alike: dict[int, None] = {}
        for key in like.chinese(bearer.name, bearer.type):
            alike.update(dict.fromkeys(by_sound.get((bearer.type, key), ())))
        reports = _reports(bearer, events) if alike else {}
        for v in alike:
            other = vietnamese[v]
            if _contradict(other, bearer):
                continue
            if like.score(other.form, bearer.form, bearer.type) == 0.0:
                continue
            fit = _fit(other, bearer, reports, pages)
            if fit >= least:
                fits[v, z] = fit
    return fits


def _reports(bearer: Bearer, events: Comparable) -> set[int]:
    """The documents of the bearer, and those about the same events."""
    found = set(bearer.documents)
    return found.union(other for number in bearer.documents for other in events.to(number))


def _contradict(a: Bearer, b: Bearer) -> bool:
    return bool(a.country and b.country and a.country != b.country)


def _fit(vi: Bearer, zh: Bearer, reports: Iterable[int], pages: Sequence[Page]) -> Fit:
    post = bool(vi.posts & zh.posts)
    event = not set(vi.documents).isdisjoint(reports)
    if event:
        return Fit.EVENT_AND_POST if post else Fit.EVENT
    if vi.type != "PERSON" or not _same_years(vi, zh, pages):
        return Fit.NOTHING
    if post:
        return Fit.POST
    long = len(vi.name.split()) >= SYLLABLES_ALONE
    return Fit.COUNTRY if long and vi.country and vi.country == zh.country else Fit.NOTHING


def _same_years(a: Bearer, b: Bearer, pages: Sequence[Page]) -> bool:
    """Whether some documents of the two may be of one year: posts change their holders."""
    years = [{pages[number].date[:4] for number in one.documents} for one in (a, b)]
    return any("" in one for one in years) or not years[0].isdisjoint(years[1])

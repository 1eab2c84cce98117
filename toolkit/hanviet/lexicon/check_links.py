"""Checks of what entries say about each other and about time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hanviet.lexicon.check import mild
from hanviet.lexicon.load import Problem
from hanviet.lexicon.model import Entry

_GATES = ("gate", "crossing")
_WITHIN = {
    "PLACE": ("PLACE",),
    "ORG": ("ORG", "PLACE"),
    "EVENT": ("EVENT", "ORG", "PLACE"),
    "TITLE": ("ORG", "PLACE"),
    "PERSON": (),
}


def check_links(entries: Sequence[Entry]) -> list[Problem]:
    """Check that the targets of entries exist and fit, and that dates are in order.

    Args:
        entries: The entries of a gazetteer.

    Returns:
        The complaints.

    >>> lost = Entry("place.cn.x", "PLACE", "CN", (), within="place.cn.y", place="x:1")
    >>> print(check_links([lost])[0].message)
    within place.cn.y is no entry
    """
    by_id = {entry.id: entry for entry in entries}
    problems: list[Problem] = []
    for entry in entries:
        problems += _targets(entry, by_id)
        problems += _opposite(entry, by_id)
        problems += _dates(entry)
        problems += _roles(entry)
    return [*problems, *_circles(entries, by_id)]


def _targets(entry: Entry, by_id: dict[str, Entry]) -> Iterator[Problem]:
    targets = [("within", entry.within), ("merged_into", entry.merged_into)]
    targets += [("not", id_) for id_ in entry.confused_with]
    for field, id_ in targets:
        if not id_:
            continue
        target = by_id.get(id_)
        allowed = _WITHIN[entry.type] if field == "within" else (entry.type,)
        if target is None:
            yield Problem(
                entry.place, f"{field} {id_} is no entry", "correct the id, or add the entry"
            )
        elif id_ == entry.id:
            yield Problem(entry.place, f"{field} is the entry itself", "remove it")
        elif field != "not" and target.type not in allowed:
            listed = " or ".join(allowed) or "nothing"
            yield Problem(
                entry.place, f"{field} {id_} is a {target.type}",
                f"{field} of a {entry.type} is {listed}",
            )  # fmt: skip


def _opposite(entry: Entry, by_id: dict[str, Entry]) -> Iterator[Problem]:
    if entry.level and entry.kind not in _GATES:
        yield Problem(entry.place, f"has a level, but is a {entry.kind}", "only gates have levels")
    if not entry.opposite:
        return
    target = by_id.get(entry.opposite)
    if target is None:
        yield Problem(
            entry.place, f"opposite {entry.opposite} is no entry",
            "correct the id, or add the entry",
        )  # fmt: skip
    elif entry.kind not in _GATES or target.kind not in _GATES:
        yield Problem(
            entry.place, f"opposite {entry.opposite} joins a {entry.kind} and a {target.kind}",
            "both are a gate or a crossing",
        )  # fmt: skip
    elif target.country == entry.country:
        yield Problem(
            entry.place, f"opposite {entry.opposite} lies in {entry.country} too",
            "name the gate on the other side",
        )  # fmt: skip
    elif target.opposite != entry.id:
        theirs = target.opposite or "nothing"
        yield mild(
            target,
            Problem(
                entry.place, f"opposite {entry.opposite} has {theirs} opposite",
                f"give {entry.opposite} `opposite: {entry.id}`",
            ),
        )  # fmt: skip


def _dates(entry: Entry) -> Iterator[Problem]:
    periods = [("entry", entry.since, entry.until)]
    periods += [(f"role {role.title!r}", role.since, role.until) for role in entry.roles]
    periods += [(f"pair {(pair.vi + pair.zh)[0]!r}", pair.since, pair.until)
                for pair in entry.pairs if pair.vi or pair.zh]  # fmt: skip
    for what, since, until in periods:
        if since and until and _date_parts(since) > _date_parts(until)[: len(_date_parts(since))]:
            if _date_parts(since)[: len(_date_parts(until))] <= _date_parts(until):
                continue
            yield Problem(
                entry.place, f"{what} ends {until}, before it begins {since}", "correct a date"
            )


def _date_parts(date: str) -> tuple[int, ...]:
    sign = -1 if date.startswith("-") else 1
    year, *rest = date.lstrip("-").split("-")
    return (sign * int(year), *map(int, rest))


def _roles(entry: Entry) -> Iterator[Problem]:
    if entry.roles and entry.type != "PERSON":
        yield Problem(entry.place, f"a {entry.type} has roles", "only persons have roles")
    seen = set()
    for role in entry.roles:
        key = (role.title, role.body, role.country, role.since)
        if key in seen:
            yield Problem(entry.place, f"role {role.title!r} stands twice", "remove one")
        seen.add(key)


def _circles(entries: Sequence[Entry], by_id: dict[str, Entry]) -> Iterator[Problem]:
    for field in ("within", "merged_into"):
        done: set[str] = set()
        for entry in entries:
            path: list[str] = []
            current: Entry | None = entry
            while current is not None and current.id not in done and current.id not in path:
                path.append(current.id)
                current = by_id.get(getattr(current, field))
            if current is not None and current.id in path and len(path) > 1:
                yield Problem(
                    entry.place, f"{field} leads from {current.id} back to it", "correct an id"
                )
            done.update(path)

"""The posts of people as ids of composed names, and posts that the context completes."""

from __future__ import annotations

from dataclasses import dataclass

from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.lexicon.model import Entry, in_force
from hanviet.mentions.chart import build_chart
from hanviet.mentions.names import ComposedName, EntryName, Number
from hanviet.mentions.scantext import scan_text
from hanviet.patterns.language import Slot


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post that a person held, as a name, with its dates."""

    name: EntryName | ComposedName
    since: str
    until: str
    country: str

    def at(self, date: str) -> bool:
        """Whether the post was held at a date (or may have been, if dates are unknown)."""
        return in_force(self.since, self.until, date)


class Roles:
    """Looks up the posts of people; each title is read once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._titles: dict[tuple[str, str], tuple[EntryName | ComposedName, ...]] = {}
        self._people: dict[str, tuple[HeldPost, ...]] = {}

    def of(self, person: Entry) -> tuple[HeldPost, ...]:
        """The posts of a person, those that no pattern or entry reads left out."""
        if person.id not in self._people:
            posts: list[HeldPost] = []
            for role in person.roles:
                country = role.country or person.country
                posts.extend(
                    HeldPost(name, role.since, role.until, country)
                    for name in self.read_title(role.title, country)
                )
            self._people[person.id] = tuple(posts)
        return self._people[person.id]

    def read_title(self, title: str, country: str) -> tuple[EntryName | ComposedName, ...]:
        """What a title names in a country: every reading, open slots filled where one fits."""
        found = self._titles.get((title, country))
        if found is None:
            scan = scan_text(title)
            chart = build_chart(scan, self.gazetteer.index)
            names = [
                complete(node.name, country, self.gazetteer)
                for node in chart.get((0, len(scan.folded)), [])
                if node.name.type == "TITLE"
            ]
            fitting = [name for name in names if name.country in ("", "INT", country)]
            found = tuple(fitting or names)
            self._titles[title, country] = found
        return found


def complete(
    name: EntryName | ComposedName, country: str, gazetteer: Gazetteer
) -> EntryName | ComposedName:
    """Fill the open slots that a country alone decides: the state, the ruling party."""
    if isinstance(name, EntryName) or not name.open_slots or not country:
        return name
    fillers = dict(name.fillers)
    for slot_name in name.open_slots:
        entry = _of_country(condition(name, slot_name), country, gazetteer)
        taken = {filler.id for filler in fillers.values()}
        at_home = any(
            isinstance(filler, EntryName) and filler.type == "PLACE" and filler.country == country
            for filler in fillers.values()
        )
        # 驻港总领事 is no consul of China
        if (
            entry is not None
            and entry.id not in taken
            and not (at_home and entry.kind == "country")
        ):
            fillers[slot_name] = EntryName(entry, 0, "", name.lang)
    return with_fillers(name, fillers)


def with_fillers(
    name: ComposedName, fillers: dict[str, EntryName | ComposedName | Number]
) -> ComposedName:
    """The same composed name with these fillers, in the order of its slots."""
    ordered = tuple((slot, fillers[slot]) for slot in name.pattern.slots if slot in fillers)
    return ComposedName(name.pattern, name.row, name.lang, ordered)


def condition(name: ComposedName, slot: str) -> Slot:
    """What may fill an open slot of a composed name, its row's condition included."""
    for narrowed in name.row.when:
        if narrowed.name == slot:
            return narrowed
    return name.pattern.slots[slot]


def _of_country(slot: Slot, country: str, gazetteer: Gazetteer) -> Entry | None:
    if slot.type == "PLACE" and (not slot.kinds or "country" in slot.kinds):
        entry = gazetteer.entries.get(f"country.{country.lower()}")
        return entry if entry is not None and _fits(slot, entry) else None
    if slot.ids:
        listed = [gazetteer.entries[id_] for id_ in sorted(slot.ids) if id_ in gazetteer.entries]
        fitting = [entry for entry in listed if entry.country == country and _fits(slot, entry)]
        return fitting[0] if len(fitting) == 1 else None
    if slot.type == "ORG" and set(slot.kinds) == {"party"}:
        parties = [
            entry
            for entry in gazetteer.of_kind("party")
            if entry.country == country and _fits(slot, entry)
        ]
        ruling = [
            entry for entry in parties if any(pair.use == "short" for pair in entry.pairs)
        ] or parties
        return ruling[0] if len(ruling) == 1 else None
    return None


def _fits(slot: Slot, entry: Entry) -> bool:
    return slot.admits(entry.type, entry.kind, entry.country, entry.id)

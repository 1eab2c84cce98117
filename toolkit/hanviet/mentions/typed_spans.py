"""Where the readings of a document begin and end, by type: asked by every finder, told once."""

from __future__ import annotations

from hanviet.mentions.admissible import Spans

_WIDE = frozenset({"sea", "region"})
"""Kinds of places with parts by the four directions: `Bắc Biển Đông`."""


class TypedSpans:
    """The admissible spans by their starts and ends. Finders read these tables, and change none.

    Attributes:
        longest: Where the longest reading ends that begins at an index.
        people: The same of people alone.
        things: The same of all but people.
        holders: The same of places and bodies.
        countries: The same of countries.
        wide: The same of seas and regions, whose parts are named by directions.
        places: Where places begin.
        place_ends: Where they end.
        bodies: Where bodies begin.
        body_ends: Where they end.
        posts: Where posts begin.
        events: Where events begin.
        initiatives: Where schemes of cooperation end that begin at an index, without a number.
    """

    def __init__(self, spans: Spans) -> None:
        longest: dict[int, int] = {}
        people: dict[int, int] = {}
        things: dict[int, int] = {}
        holders: dict[int, int] = {}
        self.countries: dict[int, int] = {}
        self.wide: dict[int, int] = {}
        self.places: set[int] = set()
        self.place_ends: set[int] = set()
        self.bodies: set[int] = set()
        self.body_ends: set[int] = set()
        self.posts: set[int] = set()
        self.events: set[int] = set()
        self.initiatives: dict[int, int] = {}
        for (start, end), nodes in spans.items():
            if end > longest.get(start, 0):
                longest[start] = end
            for node in nodes:
                name = node.name
                type_ = name.type
                if type_ == "PERSON":
                    if end > people.get(start, 0):
                        people[start] = end
                    continue
                if end > things.get(start, 0):
                    things[start] = end
                if type_ == "TITLE":
                    self.posts.add(start)
                    continue
                if type_ == "EVENT":
                    self.events.add(start)
                    if name.kind == "initiative" and end > self.initiatives.get(start, 0):
                        self.initiatives[start] = end
                    continue
                if end > holders.get(start, 0):
                    holders[start] = end
                if type_ == "ORG":
                    self.bodies.add(start)
                    self.body_ends.add(end)
                else:
                    self.places.add(start)
                    self.place_ends.add(end)
                    if name.kind == "country":
                        self.countries[start] = end
                    elif name.kind in _WIDE and end > self.wide.get(start, 0):
                        self.wide[start] = end
        self.longest, self.people, self.things, self.holders = longest, people, things, holders

"""From a text to its mentions, each with every reading it may have."""

from __future__ import annotations

import re
from bisect import bisect_left

from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.mentions.abbreviations_vi import abbreviated_bodies
from hanviet.mentions.admissible import admissible
from hanviet.mentions.announced_vi import announced_communes
from hanviet.mentions.bodies_vi import Bodies
from hanviet.mentions.bodies_zh import bodies_zh
from hanviet.mentions.chart import build_chart
from hanviet.mentions.choose import choose
from hanviet.mentions.divisions import derived_places, without_namesakes_of_counties
from hanviet.mentions.events_zh import events_zh
from hanviet.mentions.foreign_vi import MAX_FOREIGN
from hanviet.mentions.glosses_zh import glosses_zh
from hanviet.mentions.headed_vi import headed_names
from hanviet.mentions.introducers import introducers_of_people
from hanviet.mentions.listed import listed_spans
from hanviet.mentions.local_places_zh import local_places_zh
from hanviet.mentions.media_zh import media_zh
from hanviet.mentions.names import EntryName
from hanviet.mentions.people_vi import unlisted_people
from hanviet.mentions.people_zh import unlisted_names_zh
from hanviet.mentions.places_vi import unlisted_places
from hanviet.mentions.places_zh import (
    suffixed_places,
    without_crossing_posts,
    without_cut_words,
    without_listed_namesakes,
)
from hanviet.mentions.posts_vi import local_bodies, posts_with_bodies, unlisted_posts
from hanviet.mentions.posts_zh import posts_of_bodies_zh
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.short_zh import surnames_before_posts
from hanviet.mentions.span import Span
from hanviet.mentions.stops_zh import bounds_zh
from hanviet.mentions.typed_spans import TypedSpans
from hanviet.mentions.unmarked import is_unmarked, mark_loose, unmarked_echoes, unmarked_names
from hanviet.mentions.words_vi import CasedWords, cased_words
from hanviet.orthography.syllable import is_syllable

_IN_BETWEEN = re.compile(r" (?:\([^()\n]{2,40}\) |, (?:ông|bà|ngài) )?")
_OUTER_EVENT_HEADS = ("hội nghị ", "chương trình ", "sáng kiến ")

_FULL_NAME = 3
"""Characters of a Chinese name that is surely whole."""


def find_spans(scan: ScanText, gazetteer: Gazetteer) -> list[Span]:
    """Find the mentions of a document.

    Args:
        scan: The document.
        gazetteer: The known names and patterns.

    Returns:
        The outer spans in the order of the text, each with the spans nested in it.
    """
    chart = build_chart(scan, gazetteer.index)
    spans = admissible(chart, scan, gazetteer.entries)
    spans = without_namesakes_of_counties(spans, scan, gazetteer)
    words = cased_words(scan)
    introducers = introducers_of_people(chart, spans, scan)
    typed = TypedSpans(spans)
    people = unlisted_people(scan, typed, words, introducers)
    unlisted_places_zh: set[tuple[int, int]] = set()
    if scan.has_han:
        chinese, unlisted_places_zh = unlisted_names_zh(
            scan, spans, gazetteer.divisions.by_full_name
        )
        people += chinese
    announced = announced_communes(words, spans, typed)
    people = [span for span in people if (span.start, span.end) not in announced]
    person_starts = {span.start for span in people} | typed.people.keys()
    bodies = Bodies(scan, typed, words, person_starts)
    headed = headed_names(scan, typed, words, person_starts, bodies)
    headed += [Span(start, end, "PLACE") for start, end in sorted(announced)]
    headed += unlisted_places(scan, typed, words, person_starts)
    known = listed_spans(spans, scan, person_starts, {span.end for span in people}, introducers)
    known = [span for span in known if (span.start, span.end) not in announced]
    headed = _without_swallowed_events(headed, known, scan)
    without_marks = is_unmarked(scan)
    bare = (
        unmarked_names(scan, gazetteer.unmarked_index)
        if without_marks
        else unmarked_echoes(scan, spans, people, words)
    )
    # Before the unlisted names of the same spans, of which the first is taken.
    derived = derived_places(scan, spans, gazetteer)
    candidates = [*known, *people, *derived, *headed, *bare]
    candidates += _posts_of_bodies(candidates, scan, person_starts)
    candidates += unlisted_posts(words, candidates)
    posts = [s for s in candidates if s.type == "TITLE" and scan.folded[s.start] < "\u2e80"]
    candidates += posts_with_bodies(posts, bodies)
    composed = [post for post in posts if post.nodes]
    candidates += [
        body for body in local_bodies(words, bodies)
        if not any(post.start <= body.start and body.end <= post.end for post in composed)
    ]  # fmt: skip
    candidates += abbreviated_bodies(candidates, scan)
    candidates += _after_long_posts(candidates, words)
    if scan.has_han:
        named = [span for span in candidates if span.type == "PERSON"]
        candidates += surnames_before_posts(scan, named)
        candidates = without_cut_words(candidates, scan)
        candidates += suffixed_places(scan, spans)
        bounds = bounds_zh(scan, spans, people)
        local = local_places_zh(candidates, spans, scan, bounds, unlisted_places_zh)
        candidates += local
        candidates = without_listed_namesakes(candidates, scan)
        candidates += bodies_zh(scan, spans, bounds, local)
        candidates += media_zh(scan, spans)
        candidates += events_zh(scan, spans, bounds)
        candidates += glosses_zh(candidates, scan)
        candidates += posts_of_bodies_zh(candidates, spans, scan, bounds, gazetteer.entries)
        candidates = without_crossing_posts(candidates, unlisted_places_zh)
    candidates = _without_cut_people(candidates, scan)
    chosen = choose(_without_cut_names(candidates, people, scan))
    if without_marks and not scan.has_han:
        mark_loose([span for span in chosen if span.type == "PERSON"], scan)
    return chosen


def _without_swallowed_events(headed: list[Span], known: list[Span], scan: ScanText) -> list[Span]:
    """Without unlisted events that are a listed one behind a head word: [Hội nghị] Thượng đỉnh.

    A capital before it is none of its name either: [HCV] SEA Games. Of the others the longer is
    the name: `Diễn đàn … Vành đai và Con đường lần thứ 2`.
    """
    starts = {span.end: span.start for span in known if span.type == "EVENT"}
    if not starts:
        return headed

    def is_swallowed(span: Span) -> bool:
        start = starts.get(span.end, 0)
        if span.type != "EVENT" or start <= span.start:
            return False
        before = scan.surface(span.start, start)
        return before.casefold() in _OUTER_EVENT_HEADS or before.split()[-1][:1].isupper()

    return [span for span in headed if not is_swallowed(span)]


def _after_long_posts(candidates: list[Span], words: CasedWords) -> list[Span]:
    """Foreign people behind posts that no list has: Thư ký Hội đồng An ninh Nga [Nikolai …]."""
    text, found = words.text, []
    taken = {span.start for span in candidates}
    for span in candidates:
        if span.type != "TITLE" or span.nodes:
            continue
        match = _IN_BETWEEN.match(text, span.end)
        index = bisect_left(words.starts, match.end()) if match else len(words)
        if match is None or index == len(words) or words.starts[index] != match.end():
            continue
        stop = index
        while stop < len(words) and words.is_capital[stop] and words.starts[stop] not in taken:
            if (stop > index and words.gap(stop) != " ") or is_syllable(words[stop]):
                break
            stop += 1
        if 1 < stop - index <= MAX_FOREIGN and not words.is_upper(index):
            found.append(Span(words.starts[index], words.ends[stop - 1], "PERSON"))
            taken.add(words.starts[index])
    return found


def _posts_of_bodies(candidates: list[Span], scan: ScanText, person_starts: set[int]) -> list[Span]:
    """A bare post and the body after it are one post: Tổng thư ký Liên đoàn Xe đạp Việt Nam."""
    bodies: dict[int, int] = {}
    for span in candidates:
        if span.type == "ORG":
            bodies[span.start] = max(span.end, bodies.get(span.start, 0))
    return [
        Span(span.start, bodies[span.end + 1], "TITLE")
        for span in candidates
        if span.type == "TITLE"
        and span.end + 1 in bodies
        and span.end + 1 not in person_starts
        and scan.folded[span.end] == " "
        and any(
            isinstance(node.name, EntryName) and node.name.lang == "vi" and node.name.kind == "post"
            for node in span.nodes
        )
    ]


def _without_cut_people(candidates: list[Span], scan: ScanText) -> list[Span]:
    """A known full Chinese name is not cut by a name that begins inside of it: 王沪宁政协主席."""
    known = [
        span for span in candidates
        if span.type == "PERSON" and span.nodes and span.end - span.start >= _FULL_NAME
        and scan.folded[span.start] >= "\u2e80"
    ]  # fmt: skip
    if not known:
        return candidates
    inside = {index for span in known for index in range(span.start + 1, span.end)}
    ends = {span.end for span in known}
    return [
        span
        for span in candidates
        if span.start not in inside or span.type == "PERSON" or span.end in ends
    ]


def _without_cut_names(candidates: list[Span], people: list[Span], scan: ScanText) -> list[Span]:
    """Drop places that a person's name runs over: `Hòa Bình` in `Nguyễn Hòa Bình`."""
    if not people:
        return candidates
    covered = bytearray(len(scan.folded))
    covering: dict[int, set[tuple[int, int]]] = {}
    for person in people:
        covered[person.start : person.end] = b"\x01" * (person.end - person.start)
        for index in range(person.start, person.end):
            covering.setdefault(index, set()).add((person.start, person.end))
    return [
        span
        for span in candidates
        if span.type == "PERSON"
        or covered.find(1, span.start, span.end) < 0
        or all(
            span.start <= start and end <= span.end
            for index in range(span.start, span.end)
            for start, end in covering.get(index, ())
        )
    ]

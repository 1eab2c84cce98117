"""From a text to its mentions, each with every reading it may have."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.mentions.abbreviations_vi import abbreviated_bodies
from hanviet.mentions.admissible import Spans, admissible
from hanviet.mentions.announced_vi import announced_communes
from hanviet.mentions.bodies_vi import Bodies
from hanviet.mentions.bodies_zh import bodies_zh
from hanviet.mentions.chart import Node, build_chart
from hanviet.mentions.choose import choose
from hanviet.mentions.divisions import derived_places, without_namesakes_of_counties
from hanviet.mentions.events_zh import events_zh
from hanviet.mentions.foreign_vi import MAX_FOREIGN
from hanviet.mentions.glosses_zh import glosses_zh
from hanviet.mentions.headed_vi import headed_names
from hanviet.mentions.local_places_zh import local_places_zh
from hanviet.mentions.media_zh import media_zh
from hanviet.mentions.names import ComposedName, EntryName
from hanviet.mentions.people_vi import unlisted_people
from hanviet.mentions.people_zh import unlisted_names_zh
from hanviet.mentions.phrases_vi import phrases
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
from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWords, cased_words
from hanviet.orthography.chinese import is_han
from hanviet.orthography.syllable import is_syllable

_THAT_STATE = " nước này"
"""Between a post and a name, for a state that was named: `Ngoại trưởng nước này Taro Kono`."""

_IN_BETWEEN = re.compile(r" (?:\([^()\n]{2,40}\) |, (?:ông|bà|ngài) )?")
_OUTER_EVENT_HEADS = ("hội nghị ", "chương trình ", "sáng kiến ")
_LETTERS = re.compile(r" \(([^\W\d_]{2,8})\)(?= )")
_LONGEST_HEAD = 32
_LONGEST_APPOSED = 40
_APPOSED = re.compile(
    r"(?: \((?:(?:sn|sinh năm) )?\d{2,4}(?: tuổi)?\))?(?:, | ?[-–(] ?)"
    r"(?:(?:nguyên|cựu|tân|là|hiện là) )?\Z|(?: \((?:(?:sn|sinh năm) )?\d{2,4}(?: tuổi)?, )\Z"
)
"""Between a person and a post in lower case: an age, a sign, a small word."""

_AFTER_APPOSED = ("", ",", ";", ")", ".", "\n", ":")
_GOVERNMENT, _LOCAL_LEVELS = "政府", frozenset("区省市县州镇乡")

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
    introducers = {
        end for (_, end), nodes in chart.items() for node in nodes if node.name.type == "TITLE"
    }
    introducers |= {
        end + len(_THAT_STATE) for end in introducers if scan.folded.startswith(_THAT_STATE, end)
    }
    introducers |= _bodies_after_posts(spans, scan, introducers)
    introducers |= _after_abbreviations(spans, scan)
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
    known = _one_type_each(
        _known(spans, scan, person_starts, {span.end for span in people}), scan, introducers
    )
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


def _known(
    spans: Spans, scan: ScanText, person_starts: set[int], person_ends: set[int]
) -> list[Span]:
    found = []
    ends = {end for _, end in spans} | person_ends
    person_ends = person_ends | {
        end for (_, end), nodes in spans.items()
        for node in nodes if node.name.type == "PERSON"
    }  # fmt: skip
    bodies: dict[int, list[int]] = {}
    for (start, end), nodes in spans.items():
        for node in nodes:
            if node.name.type in ("ORG", "PLACE"):
                bodies.setdefault(start, []).append(end)
                break
    marked = scan.has_han and "《" in scan.folded
    for (start, end), nodes in spans.items():
        if marked and scan.folded[start] == "《" and (start + 1, end - 1) in spans:
            continue  # the marks of a title are no part of 《人民报》
        by_type: dict[str, list[Node]] = {nodes[0].name.type: nodes}
        if len(nodes) > 1:
            by_type = {}
            for node in nodes:
                by_type.setdefault(node.name.type, []).append(node)
        for type_, readings in by_type.items():
            readings = _without_fallbacks(readings)
            if type_ == "TITLE" and not _title_fits(
                start, end, readings, scan, person_starts, person_ends, ends, bodies
            ):
                continue
            found.append(Span(start, end, type_, tuple(readings)))
    return found


def _bodies_after_posts(spans: Spans, scan: ScanText, introducers: set[int]) -> set[int]:
    """Ends of countries and bodies after a post: a name may follow (Ngoại trưởng Ukraine …)."""
    occupations, prefixes, endings = _before_states()
    ends = set()
    text = scan.folded
    after_post: dict[int, bool] = {}
    for (start, end), nodes in spans.items():
        follows = after_post.get(start)
        if follows is None:
            told = text[max(0, start - 3) : max(0, start - 1)] in endings
            follows = (start - 1 in introducers and text[start - 1] == " ") or (
                told and text.endswith(occupations, max(0, start - 24), max(0, start - 1))
            )
            if (
                not follows
                and told
                and text.endswith(prefixes, max(0, start - 24), max(0, start - 1))
            ):
                follows = any(
                    start - 1 - len(prefix) in introducers
                    for prefix in prefixes
                    if text.endswith(prefix, 0, start - 1)
                )
            after_post[start] = follows
        if follows and any(node.name.type in ("PLACE", "ORG") for node in nodes):
            ends.add(end)
    return ends


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


def _after_abbreviations(spans: Spans, scan: ScanText) -> set[int]:
    """Ends of brackets with letters behind bodies: Liên minh châu Phi (AU) [Moussa Faki]."""
    text = scan.folded
    found = set()
    if ") " in text:
        for (_, end), nodes in spans.items():
            if text.startswith(" (", end) and nodes[0].name.type == "ORG":
                match = _LETTERS.match(text, end)
                if match and scan.surface(match.start(1), match.end(1)).isupper():
                    found.add(match.end())
    return found


@lru_cache(maxsize=1)
def _before_states() -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """Occupations and prefixes before a state, and the last two characters of both."""
    lists = wordlists("vi")
    occupations = tuple(sorted(lists["occupations_before_country"]))
    prefixes = tuple(f" {prefix}" for prefix in sorted(lists["state_prefixes"]))
    return occupations, prefixes, frozenset(word[-2:] for word in (*occupations, *prefixes))


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


def _one_type_each(found: list[Span], scan: ScanText, introducers: set[int]) -> list[Span]:
    """Where a span may be a person or a place, the words before it decide: Hạ Long, Lạng Sơn."""
    people = {(span.start, span.end) for span in found if span.type == "PERSON"}
    others = {(span.start, span.end) for span in found if span.type in ("PLACE", "ORG", "EVENT")}
    kept = []
    for span in found:
        where = (span.start, span.end)
        if where in people and where in others:
            introduced = _introduces_person(span.start, scan, introducers)
            if (span.type == "PERSON") != introduced:
                continue
        kept.append(span)
    return kept


def _introduces_person(start: int, scan: ScanText, introducers: set[int]) -> bool:
    """Whether a post or an honorific stands right before."""
    text = scan.folded
    if text[start] >= "\u2e80":
        return start in introducers  # 副部长|钟山
    if start - 1 in introducers and text[start - 1] == " ":
        return True
    before = text[max(0, start - 16) : max(0, start - 1)].split(" ")
    honorifics = wordlists("vi")["honorifics"]
    return any(" ".join(before[-count:]) in honorifics for count in (1, 2))


def _without_fallbacks(nodes: list[Node]) -> list[Node]:
    """A special pattern beats a general one, and a whole post beats a bare head word."""
    if len(nodes) < 2:
        return nodes
    special = [
        node for node in nodes
        if not (isinstance(node.name, ComposedName) and node.name.pattern.fallback)
    ]  # fmt: skip
    if nodes[0].name.type != "TITLE":
        return special or nodes
    composed = [
        node for node in special
        if isinstance(node.name, ComposedName) and not node.name.open_slots
    ]  # fmt: skip
    return composed or special or nodes


def _stands_free(
    start: int,
    end: int,
    nodes: list[Node],
    scan: ScanText,
    ends: set[int],
    bodies: dict[int, list[int]],
) -> bool:
    """A bare Chinese post that goes on from unknown words is the tail of a longer one."""
    if any(scan.folded.startswith(word, end) for word in wordlists("zh")["post_continuations"]):
        return False
    if (
        scan.folded.startswith(_GOVERNMENT, start)
        and scan.folded[start - 1 : start] in _LOCAL_LEVELS
    ):
        return False  # 自治区|政府秘书长 is none of the state
    if any(
        isinstance(node.name, ComposedName) and not node.name.open_slots and node.children
        for node in nodes
    ):
        return True
    if any(stop < end for stop in bodies.get(start, ())):
        return True  # it names its body: 国会主席
    before = scan.folded[start - 1 : start]
    return not is_han(before) or start in ends or before in wordlists("zh")["title_openers"]


def _title_fits(
    start: int,
    end: int,
    nodes: list[Node],
    scan: ScanText,
    person_starts: set[int],
    person_ends: set[int],
    ends: set[int],
    bodies: dict[int, list[int]],
) -> bool:
    """A post in lower case counts before a name, or if it names what it governs."""
    surface = scan.surface(start, end)
    if surface[:1] >= "\u2e80":
        return _stands_free(start, end, nodes, scan, ends, bodies)
    if scan.folded.endswith(("phó ", "đệ nhất "), 0, start):
        return False  # the tail of a deputy's post that no pattern reads
    if scan.folded.startswith("đại biểu ", start) and scan.folded.endswith("đoàn ", 0, start):
        return False  # a delegation, nobody's post: Đoàn [đại biểu HĐND tỉnh Hà Giang]
    if not surface[:1].islower():
        return True
    if end + 1 in person_starts and scan.folded[end] == " ":
        return True
    if any(isinstance(node.name, ComposedName) and node.children for node in nodes):
        return True
    if any(map(str.istitle, surface.split())) or scan.folded.endswith("hội nghị ", 0, start):
        return False  # chức [vụ Trưởng] Ban, Hội nghị [ngoại trưởng] ASEAN
    return _governs_body(end, scan) or _stands_apposed(start, end, scan, person_ends)


def _governs_body(end: int, scan: ScanText) -> bool:
    """Whether a body's head with a capital follows a post: giám đốc [Công ty] Lương thực."""
    text = scan.folded
    if text[end : end + 1] != " " or not scan.surface(end + 1, end + 2).isupper():
        return False
    heads = phrases("post_bodies")
    words = text[end + 1 : end + _LONGEST_HEAD].split(" ")[: heads.most]
    if words[0] not in heads.firsts:
        return False
    return any(" ".join(words[:count]) in heads.phrases for count in range(len(words), 0, -1))


def _stands_apposed(start: int, end: int, scan: ScanText, person_ends: set[int]) -> bool:
    """Whether a post stands behind a person and ends there: `A (55 tuổi), nguyên giám đốc, …`."""
    text = scan.folded
    if text[end : end + 1] not in _AFTER_APPOSED:
        return False
    match = _APPOSED.search(text, max(0, start - _LONGEST_APPOSED), start)
    return match is not None and match.start() in person_ends


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

"""Chinese names of people in no list, weighed against the words that they might be.

Evidence is the surname, the characters, the length, and what stands beside: a post before or
after (主任李建国, 李建国主任), a verb of speech, a list, a credit (记者 李鹤 摄), a bracket. What
was found once is looked for in the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container
from functools import lru_cache

from hanviet.mentions.admissible import Spans
from hanviet.mentions.name_arcs_zh import Surroundings
from hanviet.mentions.name_model_zh import name_model
from hanviet.mentions.people_by_form_zh import PLACES_RATHER, credited_people, kept_back
from hanviet.mentions.place_arcs_zh import again, place_arcs
from hanviet.mentions.place_lists_zh import counted_places
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.segment_zh import names_in
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import either, wordlists

AFTER_POST = 9.0
"""Bits for a post or an occupation right before a name."""

BEFORE_POST = 7.0
"""Bits for a post, an honorific or a verb of speech right after it."""

AFTER_BODY = 5.0
"""Bits for a body right before a name: 大叶大学|方文昌|校长."""

BEFORE_PAIR = -6.0
"""Bits for a half of a pair right after a name, which is part of the name: 裴黄|越英."""

AFTER_VERB = 7.0
"""Bits for a verb that takes a person: 会见."""

AT_EDGE = 1.5
"""Bits for punctuation on a side."""

BEFORE_SUFFIX = -10.0
"""Bits for the suffix of a place right after it: 蒲庙镇."""

CREDITED = 6.0
"""Bits for standing alone between spaces or brackets: 记者 李鹤 摄, (文缘/译)."""

AGAIN = 8.0
"""Bits for a name that stands elsewhere in the document with better evidence."""

LISTED = 7.0
"""Bits for standing beside a person, a list's sign between: 黄雨婷/盛李豪."""

_CLAUSE = re.compile("[\u3400-\u4e27\u4e29-\u9fff][\u3400-\u4e27\u4e29-\u9fff·•・‧]*")
"""A run of characters; U+4E28 divides credits: 记者丨张伟浩."""

_LATIN_GLOSS = re.compile(r"[((]([^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,5})[))]")
_CREDITS = re.compile(
    "(?:记者|摄影|通讯员|[网社报]) ?([一-鿿]{2,4}) ?摄|[((]([一-鿿]{2,4}) ?/ ?译[))]"
)
_SPACED = re.compile("(?:记者|摄影|作者|通讯员) ?(([一-鿿]) [一-鿿])(?=[摄文图报,、;)\n]|$)")
_FIRM = re.compile(
    "(?:国际|贸易|物流|进出口|科技|投资|实业|农业|食品|供应链|电子|建设|置业|商贸|生物|旅游|文化|传媒|农产品"
    "|工贸|能源|新能源|机械|汽车|网络|信息|医药|股份)[\u4e00-\u9fff]{0,8}?(?:有限|公司|集团)"
)
_SHIP = re.compile("舰(?![长员艇队载])|号(?:[舰船艇轮]|护卫|驱逐|训练|补给|医院)")
_EDGES = "\n、/,, ::((丨"
_PLACE_SUFFIXES = frozenset("省邦镇乡县村屯寨郡圩坊社街巷")
_CLOSING = frozenset(["", "\n", "。", ")", " ", ","])
_BORN = re.compile("[((](?:于?(?:19|20)\\d\\d年|\\d\\d岁|男|女)")
_STORM = re.compile("(?:台风|飓风|热带风暴|热带低压|气旋)[“「\"'‘]([\u4e00-\u9fff]{2,5})[”」\"'’]")
_GROUPS = frozenset("团们")
_AFTER_NAME = frozenset(["", "、", ",", "。", ";", ")", "(", "\n", " "])
_SHORT = 2
"""Characters of a place whose name may be a person's."""

_JOINING = "、/和与及-"
_SIGNS = frozenset("、/-")
_AND = frozenset("和与及")
_AFTER_CREDIT = frozenset(" 丨")


def unlisted_names_zh(
    scan: ScanText, spans: Spans, divisions: Container[str]
) -> tuple[list[Span], set[tuple[int, int]]]:
    """Find Chinese names of people and places that no list holds.

    Args:
        scan: The document.
        spans: The admissible chart.
        divisions: Full names of the tables of divisions.

    Returns:
        Spans of type PERSON without readings, and where unlisted places with a suffix stand.
    """
    finder = _Finder(scan, spans, divisions)
    found = finder.find({})
    if found or finder.places():
        finder.remember(found)
        found = {span for span in found if not finder.after_named(span[0])}
        found = finder.find_again(found)
        found = {span for span in found if not finder.after_named(span[0])}
    editors = credited_people(scan.folded, finder.known)
    certain = editors | kept_back(scan.folded)
    found = {span for span in found if not any(_overlap(span, one) for one in certain)}
    found = _longest(found | certain | finder.credited() | finder.after_posts())
    if listed := counted_places(scan.folded) | _storms(scan.folded):
        found = {span for span in found if not any(_overlap(span, other) for other in listed)}
    found |= {gloss for span in found if (gloss := _gloss(scan, span[1]))}
    places = {
        place for place in finder.places() if not any(_overlap(place, one) for one in certain)
    }
    return [Span(start, end, "PERSON") for start, end in sorted(found)], places


class _Finder:
    def __init__(self, scan: ScanText, spans: Spans, divisions: Container[str]) -> None:
        self.text = scan.folded
        self.clauses = [match.span() for match in _CLAUSE.finditer(self.text)]
        self.led = _after(self.text, "before_people")
        self._rights: dict[int, float] = {}
        self.known: dict[int, tuple[int, ...]] = {}
        self.post_starts = {
            match.start() - (self.text[match.start() - 1 : match.start()] == "副")
            for match in _alternatives("bare_posts").finditer(self.text)
        }
        self.title_ends = _after(self.text, "bare_posts")
        self.post_ends: set[int] = self.title_ends | _after(self.text, "occupations")
        self.halves: set[int] = set()
        self.body_ends: set[int] = set()
        self.short_places: set[int] = set()
        self.person_starts: set[int] = set()
        self.person_ends: set[int] = set()
        places: dict[int, set[int]] = {}
        bodies: dict[int, set[int]] = {}
        self._in_clauses: dict[int, list[tuple[int, int]]] = {}
        self.posts: dict[int, int] = {}
        for (start, end), nodes in spans.items():
            if self.text[start] < "\u2e80":
                continue
            if end - start == 1:
                self.halves.add(start)
            self.known[start] = (*self.known.get(start, ()), end)
            for node in nodes:
                if node.name.type == "ORG" and end - start > 1:
                    bodies.setdefault(start, set()).add(end)
                if node.name.type == "PLACE" and end - start > 1:
                    places.setdefault(start, set()).add(end)
                if node.name.type == "TITLE":
                    self.post_starts.add(start)
                    self.post_ends.add(end)
                    self.title_ends.add(end)
                    self.posts[end] = min(start, self.posts.get(end, start))
                elif node.name.type == "ORG" and end - start > _SHORT:
                    self.body_ends.add(end)
                elif node.name.type == "PLACE" and end - start == _SHORT:
                    self.short_places.add(start)
                elif node.name.type == "PERSON":
                    self.person_starts.add(start)
                    self.person_ends.add(end)
        self._place_arcs = place_arcs(self.text, places, bodies, divisions)

    def places(self) -> set[tuple[int, int]]:
        """The places in no list that the clauses are read with."""
        return {span for spans in self._in_clauses.values() for span in spans}

    def after_named(self, start: int) -> bool:
        """Whether a doubtful name stands after the post of a person: 王维边副部长|向."""
        post = self.posts.get(start)
        return post in self.person_ends and self.text[start] in name_model().doubtful

    def find_again(self, people: set[tuple[int, int]]) -> set[tuple[int, int]]:
        """The names of the document, those that were found once being known to stand in it."""
        places = again(self.text, self._place_arcs, self.places())
        reread = {clause for clause in self.clauses if not places.isdisjoint(range(*clause))}
        names = {self.text[start:end]: AGAIN for start, end in people}
        kept = {
            span for span in people
            if not any(start <= span[0] < end for start, end in reread)
        }  # fmt: skip
        return kept | self.find(names, reread)

    def find(
        self, people: dict[str, float], reread: Collection[tuple[int, int]] = ()
    ) -> set[tuple[int, int]]:
        """The names of the document, `people` being known to stand in it.

        Args:
            people: Names with their bits.
            reread: Clauses to read whether or not one of the names stands in them.
        """
        self._rights.clear()
        around = Surroundings(self.lefts(), self.right, self.known, people, self._place_arcs)
        text = self.text
        found: set[tuple[int, int]] = set()
        pattern = re.compile("|".join(map(re.escape, sorted(people)))) if people else None
        for start, end in self.clauses:
            listed = text[start - 1 : start] in _SIGNS or text[end : end + 1] in _SIGNS
            if pattern and not (
                listed or (start, end) in reread or pattern.search(text, start, end)
            ):
                continue
            if end - start > 1:
                named, self._in_clauses[start] = names_in(text, start, end, around)
                found.update(named)
        return found

    def remember(self, found: set[tuple[int, int]]) -> None:
        """Let names stand beside those that were found: lists hold people or none."""
        self.person_starts |= {start for start, _ in found}
        self.person_ends |= {end for _, end in found}

    def after_posts(self) -> set[tuple[int, int]]:
        """People whose name is a place's as well, after a post: 市长|凌云, 总领馆|徐州|副总领事."""
        model = name_model()
        found = set()
        for start in self.short_places:
            end = start + _SHORT
            if model.surnames.get(self.text[start], PLACES_RATHER) <= PLACES_RATHER:
                continue  # 南宁 is no Mr Nan
            posted = start in self.title_ends and (
                self.text[end : end + 1] in _AFTER_NAME or self.right(end) >= BEFORE_POST
            )
            if posted or (
                end in self.post_starts and (start in self.title_ends or start in self.body_ends)
            ):
                found.add((start, end))
        names = {self.text[start:end] for start, end in found}
        return {
            (start, start + _SHORT)
            for start in self.short_places
            if self.text[start : start + _SHORT] in names
        }

    def credited(self) -> set[tuple[int, int]]:
        """Photographers and translators, surname or none: 记者 永河 摄, (文缘/译)."""
        return {
            match.span(match.lastindex or 0)
            for match in _CREDITS.finditer(self.text)
            if not any(start in self.known for start in match.span(match.lastindex or 0)[:1])
        } | {
            match.span(1)
            for match in _SPACED.finditer(self.text)
            if match[2] in name_model().surnames
        }  # 本报记者 高 石摄

    def lefts(self) -> dict[int, float]:
        """What stands before a name, by where it begins."""
        text = self.text
        found: dict[int, float] = {}
        for start, _ in self.clauses:
            if not start or text[start - 1] in _EDGES:
                found[start] = AT_EDGE
        for end in self.led:
            found[end] = AFTER_VERB
        for end in self.person_ends:
            if text[end : end + 1] in _JOINING:
                found[end + 1] = LISTED
        for end in self.body_ends:
            found[end] = AFTER_BODY
            if text[end : end + 1] == " ":
                found[end + 1] = AFTER_BODY  # 人民网 付华周摄
        for end in self.post_ends:
            if text[end : end + 1] in _GROUPS:
                continue  # 代表|团
            found[end] = AFTER_POST if text[end : end + 1] not in _AND else AT_EDGE
            if text[end : end + 1] in _AFTER_CREDIT:
                found[end + 1] = AFTER_POST
        return found

    def right(self, index: int) -> float:
        """What stands after a name that ends here."""
        bits = self._rights.get(index)
        if bits is None:
            bits = self._rights[index] = self._right(index)
        return bits

    def _right(self, index: int) -> float:
        text = self.text
        if index in self.post_starts:
            return BEFORE_POST
        after = text[index : index + 1]
        if after and after in _JOINING and index + 1 in self.person_starts:
            return LISTED
        if not after or after == "\n":
            return AT_EDGE
        if after < "\u2e80" or after in "、,。;:()/":
            if after == "(" and _BORN.match(text, index):
                return BEFORE_POST
            if after == " " and text[index + 1 : index + 2] in _credit_words():
                return CREDITED
            return AT_EDGE
        if after in _credit_words() and text[index + 1 : index + 2] in _CLOSING:
            return CREDITED
        if index in self.halves and index + 1 in self.halves:
            return BEFORE_PAIR
        if (
            after in _PLACE_SUFFIXES
            or text.startswith(_facilities(), index)
            or _FIRM.match(text, index)
            or _SHIP.match(text, index)
        ):
            return BEFORE_SUFFIX
        for width in (3, 2, 1):
            if index + width in self.post_starts and text[index : index + width] in _taking():
                return BEFORE_POST
        words = _right_words()
        for width in (4, 3, 2, 1):
            if text[index : index + width] in words:
                return BEFORE_POST if width > 1 else 3.0
        return 0.0


def _storms(text: str) -> set[tuple[int, int]]:
    """The names of storms, wherever they stand in marks: 台风“韦帕”."""
    if "风" not in text:
        return set()
    names = {match[1] for match in _STORM.finditer(text)}
    return {
        match.span() for name in names
        for match in re.finditer(f"(?<=[“「\"'‘]){re.escape(name)}(?=[”」\"'’])", text)
    }  # fmt: skip


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _longest(found: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The spans that lie in no other."""
    kept: set[tuple[int, int]] = set()
    furthest = -1
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if end > furthest:  # what begins before and ends no earlier holds it
            kept.add((start, end))
            furthest = end
    return kept


def _gloss(scan: ScanText, end: int) -> tuple[int, int] | None:
    """The Latin form in brackets after a name: 梁强(Luong Cuong)."""
    match = _LATIN_GLOSS.match(scan.folded, end)
    if match is None:
        return None
    surface = scan.surface(*match.span(1))
    return match.span(1) if surface[:1].isupper() else None


def _after(text: str, name: str) -> set[int]:
    """Where words of a list end: 研究人员, 负责人."""
    return {match.end() for match in _alternatives(name).finditer(text)}


@lru_cache(maxsize=4)
def _alternatives(name: str) -> re.Pattern[str]:
    words = sorted(wordlists("zh")[name], key=len, reverse=True)
    return re.compile(either(words))


@lru_cache(maxsize=1)
def _right_words() -> frozenset[str]:
    lists = wordlists("zh")
    return lists["speech"] | lists["honorifics"] | lists["taking_posts"]


@lru_cache(maxsize=1)
def _facilities() -> tuple[str, ...]:
    return tuple(sorted(wordlists("zh")["facilities"]))


@lru_cache(maxsize=1)
def _taking() -> frozenset[str]:
    return wordlists("zh")["taking_posts"]


@lru_cache(maxsize=1)
def _credit_words() -> frozenset[str]:
    return frozenset("摄文图译")

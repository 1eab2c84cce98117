"""What a document says around a mention: countries, head words, lists of posts and their holder."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from hanviet.mentions.names import ComposedName
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span
from hanviet.mentions.wordlists import wordlists
from hanviet.orthography.chinese import to_simplified
from hanviet.patterns.numbers import from_roman

_LIST_GAPS = frozenset({", ", " và ", "; ", "、", "，", "和", " kiêm ", "兼", " - ", ",", "·"})
_COUNTRY_FOLLOWS = (
    ", ", " (", " của ", "(", "（", "，", ", nhà nước ", ", nhà nước và nhân dân ", " và nhà nước ",
)  # fmt: skip
_STATE_FOLLOWS = (
    " ", " của ", " nước ", " hạ viện ", " thượng viện ", " quốc hội ", " của quốc hội ",
)  # fmt: skip
_TAIWANESE_WORDS = 2
"""Words of the Taiwanese press that a text has, at least, if it is of it."""

_TRADITIONAL_SHARE = 0.1
"""Characters of a traditional text that simplification changes, at least."""

_PROVINCE_FOLLOWS = (" tỉnh ", " đoàn ", " thành phố ", " tp ", " tp. ")
_SENTENCE_BREAK = re.compile(r"\. |[\n。！？]")
_SENTENCE = 300
"""Characters before a post in which the person who takes it may stand."""

_SENTENCE_ENDS = (". ", "\n", "。", "；", ";")
_TERM = re.compile(r",? (?:khóa|khoá|nhiệm kỳ) (?:thứ )?([ivx]+)\b")
_PARTY_TERMS_OF_CHINA = 15
"""The Chinese party counted this far in 1997, that of Việt Nam will after 2030."""

_PARLIAMENT_TERMS_OF_VIETNAM = 15
"""The National Assembly counted this far in 2021, the People's Congress will in 2028."""

_AFTER_PERSON = frozenset({", ", "，", " - ", " (", "（", ": ", "、", "-", ""})
_BEFORE_PERSON = frozenset({" ", "", ": ", ":", "，", "-"})


@dataclass(slots=True)
class Chain:
    """Posts in a row, the person who holds them, and the country that stands with them."""

    titles: list[Span]
    person: Span | None = None
    country: str = ""
    leads: bool = False
    """The posts stand before the name, which binds closer than a comma after it."""


@dataclass(slots=True)
class Surroundings:
    """The context of a document.

    Attributes:
        scan: The document.
        outer: Its outer spans, in order.
        home: The country that the language of the text presumes.
        chains: The lists of posts.
        countries: How often each country is named or belongs to a name without homographs.
        places: Ids of places and countries that are named without doubt.
        bodies: Ids of bodies that a name of the text may mean.
    """

    scan: ScanText
    outer: list[Span]
    home: str
    chains: list[Chain] = field(default_factory=list)
    countries: Counter[str] = field(default_factory=Counter)
    places: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    _by_start: dict[int, Span] = field(init=False)
    _sentences: list[int] = field(init=False)
    _named: list[tuple[int, int, str]] = field(init=False)
    _states: dict[int, tuple[int, str]] | None = field(init=False, default=None)
    _state_starts: list[int] = field(init=False, default_factory=list)
    _states_by_end: dict[int, str] = field(init=False, default_factory=dict)
    _of_china: set[str] | None = field(init=False, default=None)
    _taiwanese: bool | None = field(init=False, default=None)
    _entries: dict[str, set[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_start = {span.start: span for span in self.outer}
        self._sentences = [match.start() for match in _SENTENCE_BREAK.finditer(self.scan.folded)]
        self._named = [
            (span.end, span.start, code) for span in self.outer if (code := _country_of(span))
        ]

    def span_at(self, start: int) -> Span | None:
        """The outer span that begins at an index."""
        return self._by_start.get(start)

    def explicit_country(self, span: Span) -> str:
        """The country that stands right after a span: `, Trung Quốc` or `(Việt Nam)`."""
        text = self.scan.folded
        if text.startswith(_COUNTRY_FOLLOWS, span.end):
            for opening in _COUNTRY_FOLLOWS:
                if text.startswith(opening, span.end):
                    code = self._country_at(span.end + len(opening))
                    if code:
                        return code
        return self._term_country(span) or self._province_country(span)

    def owner(self, title: Span) -> str:
        """The country right after a Vietnamese post that no pattern joined to it."""
        followed = self.scan.folded.startswith(" ", title.end)
        return self._country_at(title.end + 1) if followed else ""

    def _term_country(self, span: Span) -> str:
        """The country whose party or parliament counts so far: `Trung ương Đảng khóa XIV`."""
        text = self.scan.folded
        term = _TERM.match(text, span.end)
        if term is None:
            return ""
        number = from_roman(term[1].upper()) or 0
        if text.endswith("đảng", span.start, span.end):
            return "CN" if number >= _PARTY_TERMS_OF_CHINA else "VN"
        if text.endswith("quốc hội", span.start, span.end):
            return "VN" if number >= _PARLIAMENT_TERMS_OF_VIETNAM else ""
        return ""

    def _province_country(self, span: Span) -> str:
        """The country of the province after a span: `Đại biểu Quốc hội tỉnh Hòa Bình`."""
        if not self.scan.folded.startswith(_PROVINCE_FOLLOWS, span.end):
            return ""
        for opening in _PROVINCE_FOLLOWS:
            if self.scan.folded.startswith(opening, span.end):
                place = self._by_start.get(span.end + len(opening))
                if place is not None and place.type == "PLACE":
                    countries = {node.name.country for node in place.nodes}
                    return countries.pop() if len(countries) == 1 else ""
        return ""

    def near_country(self, position: int) -> str:
        """The country named last before a position in the same sentence, or empty."""
        index = bisect_right(self._named, position, key=lambda named: named[0]) - 1
        if index < 0:
            return ""
        _, start, code = self._named[index]
        breaks = bisect_left(self._sentences, position) - 1
        return code if breaks < 0 or start >= self._sentences[breaks] else ""

    def state_beside(self, span: Span) -> str:
        """The state that a body is of by the words beside it, at every depth of names.

        `Tòa án Nhân dân Tối cao Lào`, `Ủy ban Đối ngoại Hạ viện Hoa Kỳ`, 老挝国会.
        """
        states, text = self._all_states(), self.scan.folded
        if text[span.start] >= "\u2e80":
            return self._states_by_end.get(span.start, "")
        for opening in _STATE_FOLLOWS:
            if text.startswith(opening, span.end):
                found = states.get(span.end + len(opening))
                if found is not None:
                    return found[1]
        return ""

    def position(self, index: int) -> int:
        """How many outer spans begin before an index of the text."""
        return bisect_left(self.outer, index, key=_start)

    def sentence(self, position: int) -> tuple[int, int]:
        """Where the sentence around a position begins and ends."""
        after = bisect_left(self._sentences, position)
        begin = self._sentences[after - 1] if after else 0
        ended = after < len(self._sentences)
        return begin, self._sentences[after] if ended else len(self.scan.folded)

    def state_before(self, position: int) -> str:
        """The state named last before a position in its sentence, inside other names too."""
        breaks = bisect_left(self._sentences, position) - 1
        begin = self._sentences[breaks] if breaks >= 0 else 0
        states = self._all_states()
        index = bisect_left(self._state_starts, position) - 1
        last = self._state_starts[index] if index >= 0 else -1
        return states[last][1] if last >= begin else ""

    def _all_states(self) -> dict[int, tuple[int, str]]:
        """Where every state is named, at every depth: its start, its end and its code."""
        if self._states is None:
            self._states = {
                one.start: (one.end, code)
                for outer in self.outer
                for one in outer.depth_first()
                if (code := _country_of(one))
            }
            self._state_starts = sorted(self._states)
            for end, code in self._states.values():
                self._states_by_end.setdefault(end, code)
        return self._states

    def entries_of(self, country: str) -> set[str]:
        """The ids of all entries of a country that names of the document may mean."""
        if country not in self._entries:
            found = self._entries[country] = set()
            for outer in self.outer:
                for one in outer.depth_first():
                    for node in one.nodes:
                        name = node.name
                        if name.country != country:
                            continue
                        parts = name.entries() if isinstance(name, ComposedName) else (name.entry,)
                        found |= {entry.id for entry in parts if entry.country == country}
        return self._entries[country]

    def names_china_besides(self, id_: str, *, states: bool = True) -> bool:
        """Whether the document names a place or body of China other than one.

        Args:
            id_: The id of that one.
            states: China itself counts too.
        """
        if self._of_china is None:
            self._of_china = {
                one for one in self.places | self.bodies
                if one.startswith(("place.cn.", "org.cn.", "country.cn"))
            }  # fmt: skip
        others = len(self._of_china) - (id_ in self._of_china)
        if not states and id_ != "country.cn":
            others -= "country.cn" in self._of_china
        return others > 0

    @property
    def names_other_states(self) -> bool:
        """Whether the document names a state other than its language's, in other names too."""
        return any(code != self.home for _, code in self._all_states().values())

    @property
    def is_taiwanese(self) -> bool:
        """Whether a Chinese document is of the Taiwanese press: its script, and its words."""
        if self._taiwanese is None:
            self._taiwanese = self.scan.has_han and self._has_taiwanese_words()
        return self._taiwanese

    def _has_taiwanese_words(self) -> bool:
        text, given = self.scan.folded, self.scan.given
        if sum(word in text for word in wordlists("zh")["taiwanese_words"]) < _TAIWANESE_WORDS:
            return False
        traditional = sum(a != b for a, b in zip(given, to_simplified(given), strict=False))
        return traditional > _TRADITIONAL_SHARE * len(given)

    def _country_at(self, position: int) -> str:
        span = self._by_start.get(position)
        return _country_of(span) if span is not None else ""


def surroundings(scan: ScanText, outer: list[Span], home: str) -> Surroundings:
    """Read the context of a document off its outer spans."""
    context = Surroundings(scan, outer, home)
    for span in outer:
        for inner in span.depth_first():
            ids = inner.ids
            if inner.type == "ORG":
                context.bodies |= ids
            if len(ids) == 1:
                name = inner.nodes[0].name
                if name.country not in ("", "INT"):
                    context.countries[name.country] += 1
                if inner.type == "PLACE":
                    context.places |= ids
    context.chains = _chains(context)
    return context


def _chains(context: Surroundings) -> list[Chain]:
    """Lists of posts with their holder: `TITLE, TITLE PERSON` or `PERSON, TITLE, TITLE`."""
    text, outer = context.scan.folded, context.outer
    chains: list[Chain] = []
    index = 0
    while index < len(outer):
        if outer[index].type != "TITLE":
            index += 1
            continue
        titles = [outer[index]]
        after = index + 1
        while (
            after < len(outer)
            and outer[after].type == "TITLE"
            and text[outer[after - 1].end : outer[after].start] in _LIST_GAPS
        ):
            titles.append(outer[after])
            after += 1
        last = titles[-1]
        chain = Chain(titles, country=context.explicit_country(last) or context.owner(last))
        cursor, follower = titles[-1].end, after
        if chain.country and follower < len(outer) and outer[follower].type == "PLACE":
            cursor = outer[follower].end
            if text[cursor : cursor + 1] in (")", "）"):
                cursor += 1
            follower += 1
        if follower < len(outer) and outer[follower].type == "PERSON":
            gap = text[cursor : outer[follower].start]
            if _without_honorific(gap) in _BEFORE_PERSON:
                chain.person, chain.leads = outer[follower], True
        if chain.person is None and index and outer[index - 1].type == "PERSON":
            gap = text[outer[index - 1].end : titles[0].start]
            if gap.removesuffix("nguyên ").removesuffix("cựu ") in _AFTER_PERSON:
                chain.person = outer[index - 1]
        if chain.person is None:
            chain.person = _who_takes(context, titles[0])
        chains.append(chain)
        index = after
    return chains


def _who_takes(context: Surroundings, title: Span) -> Span | None:
    """The person before a post that is taken or given up, as in 梁强出任国家主席."""
    text = context.scan.folded
    before = text[max(0, title.start - 24) : title.start].rstrip(" ")
    if not before.endswith(_taking_posts()):
        return None
    reach = max(0, title.start - _SENTENCE)
    begin = max(reach, *(text.rfind(sign, reach, title.start) for sign in _SENTENCE_ENDS))
    index = bisect_right(context.outer, title.start, key=lambda span: span.start) - 1
    while index >= 0 and context.outer[index].start >= begin:
        span = context.outer[index]
        if span.type == "PERSON" and span.end <= title.start:
            return span
        index -= 1
    return None


@lru_cache(maxsize=1)
def _taking_posts() -> tuple[str, ...]:
    """Words for taking or giving up a post, in both languages."""
    words = wordlists("vi")["taking_posts"] | wordlists("zh")["taking_posts"]
    return tuple(sorted(words))


def _without_honorific(gap: str) -> str:
    word = gap.strip(" ")
    if word in wordlists("vi")["honorifics"] or word in wordlists("zh")["honorifics"]:
        return " "
    return gap


def _country_of(span: Span) -> str:
    if span.type != "PLACE" or not span.nodes:
        return ""
    names = [node.name for node in span.nodes if node.name.kind == "country"]
    return names[0].country if names else ""


def _start(span: Span) -> int:
    return span.start

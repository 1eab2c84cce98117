"""Which readings of the chart may be mentions at all, judged by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache

from hanviet.lexicon.model import Entry
from hanviet.mentions.chart import Node
from hanviet.mentions.head_words import head_kinds, names_commune
from hanviet.mentions.names import ComposedName, EntryName
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.wordlists import wordlists
from hanviet.orthography.syllable import is_syllable
from hanviet.readings.statistics_zh import word_weights

Spans = dict[tuple[int, int], list[Node]]

UNMENTIONED_KINDS = frozenset({"rank", "honour", "agreement", "dynasty", "holiday"})
"""Kinds that the gazetteer holds for look-up, and that text is not annotated with."""

_SINGLES_AMBIGUOUS = frozenset("anh đức nga pháp ý áo thái hàn lào bỉ nhật ấn".split())
"""Countries whose one syllable is also a word or a given name."""

_BORDER_PROVINCES = frozenset({"place.cn.guangxi", "place.cn.yunnan"})
"""Chinese provinces that border Việt Nam: their counties are at home in the news of both."""

_PAIR_NAMED = frozenset({"railway", "road"})
"""Kinds that pairs of places name, `đường sắt Lào Cai - Hà Nội`: the places are the mentions."""

_PAIR_SIGNS = ("-", "–")
_LIST_SIGNS = "、，,和及与—-至到"
_DASHED = re.compile("[-–—－―]")
_LONGEST_HOLDER = 12
_LONGEST_STREETS = 60
_STREET_BEFORE = re.compile(
    r"\b(?:kcn|ccn|khu công nghiệp|khu đô thị|ngã (?:ba|tư|năm|sáu)|nút giao|góc (?:phố|đường)"
    r"|vườn hoa|(?<!con )(?<!chặng )đường|(?<!thành )phố|đại lộ)"
    r"(?: đường| phố)? (?:\w+(?: \w+){0,3} ?[-–] ?)*\Z"
)
_BEFORE_STREET = (
    *("-", "–", "- ", "– ", "kcn ", "ccn ", "nghiệp ", "thị ", "ba ", "tư ", "năm ", "sáu "),
    *("giao ", "phố ", "đường ", "hoa ", "lộ "),
)
"""With one of these ends what stands before a street."""

_GOVERNMENT = "政府"
_LOCAL = ("党委、", "人大、", "党委和", "党委", "党政", *(f"{one}级" for one in "各省市县乡州区"))
"""Words before it that make it that of a province, county or town."""

_LONGEST_WORD = 32
_LONGEST_BLOCKED = 17
_SHIP, _FLEETS = "舰", ("队", "艇", "载")
_SEAM = 2
_SEAM_TYPES = ("PLACE", "PERSON")

COMMON_SEAM = -37.0
"""Bits of two words from which a place that is their seam is none."""


def admissible(spans: Spans, scan: ScanText, entries: Mapping[str, Entry]) -> Spans:
    """Keep the readings that their surroundings allow.

    Dropped are: halves of pairs (`Việt`, 中) that stand alone, short forms inside a compound
    that hides them (`Đảng` in `Đảng ủy`), one-syllable countries where they are words or given
    names, districts of far provinces that nothing speaks for, and kinds that are not annotated.

    Args:
        spans: The chart.
        scan: The document.
        entries: The gazetteer, to see what holds a district.

    Returns:
        The chart without them.
    """
    if scan.has_han:
        cut = {span for span in spans if _cuts_pair(spans, scan.folded, *span)}
        spans = {span: nodes for span, nodes in spans.items() if span not in cut} if cut else spans
    around = _Around(spans, scan, entries)
    kept: Spans = {}
    for (start, end), nodes in spans.items():
        if (
            end - start == _SEAM
            and nodes[0].name.type in _SEAM_TYPES
            and _straddles(scan.folded, start, end)
        ):
            continue
        if scan.folded[end : end + 1] == _SHIP and _is_ship(scan.folded, end, nodes):
            continue
        left = [node for node in nodes if _allowed(node, scan, around)]
        if left and not (end - start <= _LONGEST_BLOCKED and _is_blocked(scan.folded, start, end)):
            kept[start, end] = left
    return kept


class _Around:
    """What a reading is judged by: where names end, which halves are paired, which places stand."""

    def __init__(self, spans: Spans, scan: ScanText, entries: Mapping[str, Entry]) -> None:
        self._spans = spans
        self._entries = entries
        self.starts = {start for start, _ in spans}
        self.ends = {end for _, end in spans}
        self.pairs = _pair_members(spans, scan)
        self.place_starts: set[int] = set()
        self.place_ends: set[int] = set()
        self.person_ends: set[int] = set()
        self.longest: dict[str, int] = {}
        if scan.has_han:  # asked of Chinese words only
            self._look_for_places(spans, scan.folded)

    @cached_property
    def _named(self) -> set[str]:
        """The ids of all places that the document may name; few documents ask."""
        return {
            node.name.id for nodes in self._spans.values()
            for node in nodes if node.name.type == "PLACE"
        }  # fmt: skip

    def is_far(self, entry: Entry) -> bool:
        """Whether a district is of a province far from the border, and nothing that holds it named.

        Far districts share their names with words, people and communes of Việt Nam: 白云, 新界.
        """
        holder = entry.within
        while holder:
            if holder in _BORDER_PROVINCES or holder in self._named:
                return False
            above = self._entries.get(holder)
            holder = above.within if above is not None and above.kind != "province" else ""
        return True

    def _look_for_places(self, spans: Spans, text: str) -> None:
        words = wordlists("zh")["common_words"]
        for (start, end), nodes in spans.items():
            for node in nodes:
                if node.name.type == "PERSON":
                    self.person_ends.add(end)
                if node.name.type != "PLACE":
                    continue
                self.longest[node.name.id] = max(end - start, self.longest.get(node.name.id, 0))
                if end - start > 1 and text[start:end] not in words:
                    self.place_starts.add(start)
                    self.place_ends.add(end)


def _allowed(node: Node, scan: ScanText, around: _Around) -> bool:
    name = node.name
    if name.kind in UNMENTIONED_KINDS:
        return False
    if isinstance(name, ComposedName):
        return True
    if (
        name.kind in _PAIR_NAMED
        and name.lang == "vi"
        and (" - " in name.form or " – " in name.form)
    ):
        return scan.surface(node.start, node.start + 1).isupper()
    if name.kind in _PAIR_NAMED and name.lang == "zh" and _DASHED.search(name.form):
        return False
    county = name.kind == "county" and name.country == "CN" and not name.pair.use
    if county and around.is_far(name.entry):
        return False
    if name.headless and name.kind not in head_kinds(scan.folded, node.start):
        return False
    if name.lang == "zh":
        if len(name.form) == 1 and name.type == "ORG":
            return False
        if name.form in wordlists("zh")["common_words"]:
            return _stands_as_place(node, scan.folded, around)
        if name.kind == "country" and name.form in wordlists("zh")["titles_after_states"]:
            return node.start not in around.place_ends
        if name.type == "ORG" and name.kind == "state" and node.start in around.person_ends:
            return False  # 川普政府 is of his country
        if name.form == _GOVERNMENT and scan.folded.endswith(_LOCAL, 0, node.start):
            return False
    if name.is_half and _is_half(name) and (node.start, node.end) not in around.pairs:
        return False
    if name.lang == "vi" and " " not in name.form:
        if name.kind == "country":
            return _single_country_fits(node, around, scan)
        return not (name.type == "PLACE" and _ends_longer_name(node, around.ends, scan))
    if name.lang == "vi" and name.type == "PLACE" and _is_cut_short(name.form, node.end, scan):
        return False
    if name.lang != "vi" or name.type != "PERSON":
        return True
    return not (_is_street(node, scan.folded) or names_commune(scan.folded, node.start))


_REGION = "miền "


def _is_cut_short(form: str, end: int, scan: ScanText) -> bool:
    """Whether a head word and one syllable go on: `huyện Vân` is not in `huyện Vân Hồ`."""
    if form.count(" ") != 1 or form[:1].isupper() or scan.folded[end : end + 1] != " ":
        return False
    if form.startswith(_REGION):
        return False  # miền Trung [Việt Nam]
    return scan.surface(end + 1, end + 2).isupper()


def _is_street(node: Node, text: str) -> bool:
    """Whether a person's name is a street's: `ngã tư Bà Triệu - Hàng Khay`."""
    start = node.start
    if not text.endswith(_BEFORE_STREET, 0, start):
        return False
    return bool(_STREET_BEFORE.search(text, max(0, start - _LONGEST_STREETS), start))


def _ends_longer_name(node: Node, ends: set[int], scan: ScanText) -> bool:
    """Whether a place of one syllable is the last of a longer name: Vienna is not in `Đào Viên`."""
    text = scan.folded
    if node.start < 2 or text[node.start - 1] != " ":
        return False
    stop = node.start - 1
    begin = text.rfind(" ", max(0, stop - _LONGEST_WORD), stop) + 1
    word = scan.surface(begin, stop)
    if not (word[:1].isupper() and word[1:].islower() and word.isalpha()) or stop in ends:
        return False
    if head_kinds(text, begin):
        return True
    before = text[max(0, begin - _LONGEST_WORD) : begin].rstrip(" ")
    if not before or before[-1] in '.!?…:;\n“"(•-':
        return False  # a capital that begins the sentence says nothing
    return text[begin:stop] not in _last_words_of_heads()


@lru_cache(maxsize=1)
def _last_words_of_heads() -> frozenset[str]:
    """Words that end a head word: a capital in one of them makes no name longer."""
    lists = wordlists("vi")
    heads = ("facility_heads", "organisation_heads", "event_heads", "trimmed_heads", "post_bodies")
    return frozenset(lists.place_heads) | {
        head.rsplit(" ", 1)[-1] for name in heads for head in lists[name]
    }


def _stands_as_place(node: Node, text: str, around: _Around) -> bool:
    """A place whose name is a word too, 和平: beside another place, or named in full as well."""
    if node.name.type != "PLACE":
        return True
    if around.longest[node.name.id] > node.end - node.start:
        return True
    before, after = text[node.start - 1 : node.start], text[node.end : node.end + 1]
    return bool(
        (before and before in _LIST_SIGNS and node.start - 1 in around.place_ends)
        or (after and after in _LIST_SIGNS and node.end + 1 in around.place_starts)
    )


def _is_half(name: EntryName | ComposedName) -> bool:
    """Whether a form lives in pairs alone: `Việt` in `Việt - Trung`, 桂 in 桂越."""
    if not isinstance(name, EntryName) or not name.is_half:
        return False
    single = name.lang == "zh" and len(name.form) == 1 and name.type == "PLACE"
    return name.pair.use == "attributive" or single


def _pair_members(spans: Spans, scan: ScanText) -> set[tuple[int, int]]:
    """Spans of halves that do stand in a pair: `Việt-Trung`, `Trung-Việt Nam`, 中越."""
    text = scan.folded
    halves = {
        span for span, nodes in spans.items()
        for node in nodes
        if node.name.is_half and _is_half(node.name) and not _is_blocked(text, *span)
    }  # fmt: skip
    if not halves:
        return set()
    places: dict[tuple[int, int], set[str]] = {}
    by_start: dict[int, list[tuple[int, int]]] = {}
    for span, nodes in spans.items():
        ids = {node.name.id for node in nodes if node.name.type == "PLACE"}
        if ids:
            places[span] = ids
            by_start.setdefault(span[0], []).append(span)
    longer = _LongerNames(spans if scan.has_han else {}, halves)
    members: set[tuple[int, int]] = set()
    for left, ids in places.items():
        latin = text[left[0]] < "\u2e80"
        if latin and text[left[1] : left[1] + 1] not in _PAIR_SIGNS:
            continue
        for right in by_start.get(left[1] + latin, ()):
            in_halves = (left in halves) + (right in halves)
            if in_halves < (1 if latin else 2) or ids & places[right] or _is_date(text, left):
                continue
            if latin or not (
                longer.part(left, right)
                or _is_odd(text[left[0]], text[right[0]], spans[left], spans[right])
            ):
                members |= {left, right} & halves
    return members | _listed_provinces(text, halves)


def _listed_provinces(text: str, halves: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Provinces of China by one character each in a list: 滇、川、藏三省区."""
    provinces = wordlists("zh")["paired_provinces"]
    single = {start for start, end in halves if end - start == 1 and text[start] in provinces}
    members = set()
    for start in single:
        if text[start + 1 : start + 2] == "、" and text[start + 2 : start + 3] in provinces:
            members |= {(start, start + 1), (start + 2, start + 3)}
    return members & halves


def _is_odd(left: str, right: str, one: list[Node], other: list[Node]) -> bool:
    """Whether a pair is of a state and a far province of China: 晋泰 is rather part of a name."""
    countries = [any(node.name.kind == "country" for node in nodes) for nodes in (one, other)]
    if countries[0] == countries[1]:
        return False
    return (right if countries[0] else left) not in wordlists("zh")["paired_provinces"]


def _is_date(text: str, span: tuple[int, int]) -> bool:
    """The 日 of 19日中国 is a day, not Japan."""
    return text[span[0]] in "日月时" and text[span[0] - 1 : span[0]].isdigit()


class _LongerNames:
    """Names of two characters and more, to see whether one holds one half of a pair only."""

    def __init__(self, spans: Spans, halves: set[tuple[int, int]]) -> None:
        self._over: dict[int, list[tuple[int, int]]] = {start: [] for start, _ in halves}
        for start, end in spans if halves else ():
            if 1 < end - start <= _LONGEST_HOLDER and (start, end) not in halves:
                for index in range(start, end):
                    if index in self._over:
                        self._over[index].append((start, end))

    def part(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        """Whether a name holds one of two neighbours and not the other: 香港中通社."""
        return any(
            (start <= left[0] and left[1] <= end) != (start <= right[0] and right[1] <= end)
            for index in (left[0], right[0])
            for start, end in self._over.get(index, ())
        )


def _single_country_fits(node: Node, around: _Around, scan: ScanText) -> bool:
    text, ends = scan.folded, around.ends
    word = text[node.start : node.end]
    stop = node.start
    while stop and text[stop - 1] == " ":
        stop -= 1
    begin = text.rfind(" ", max(0, stop - _LONGEST_WORD), stop) + 1
    previous = text[max(begin, stop - _LONGEST_WORD, 0) : stop]
    if previous and previous[-1].isalnum() and node.start - stop == 1:
        if previous in wordlists("vi")["pronouns"]:
            return False
        surface = scan.surface(stop - len(previous), stop)
        if surface[:1].isupper() and stop not in ends and word in _SINGLES_AMBIGUOUS:
            return False  # a given name: Tuấn Anh, Hồng Đức
        if surface[:1].isupper() and stop not in ends and head_kinds(text, begin):
            return False  # a part of a place's name: `xã Tam Mỹ Đông`
    if _is_facility_head(previous) and _begins_name(node, around, scan):
        return False  # `cầu Nhật Tân`
    if previous[-1:] == "," and word in _SINGLES_AMBIGUOUS and node.end + 1 not in around.starts:
        after = scan.surface(node.end, min(node.end + 2, len(text)))
        if after[:1] == " " and after[1:].isupper():
            return False  # a name in a list of names: `Tùng Dương, Anh Tú`
    if text[node.start - 1 : node.start] == "(" and text[node.end : node.end + 1] == ")":
        return True
    if (
        word in _SINGLES_AMBIGUOUS
        and previous[-1:] in ("", "\n")
        and _begins_name(node, around, scan)
    ):
        return False
    at_start = not stop or text[stop - 1] in ".!?…:\n“\"'(•-"
    return not (at_start and word in ("anh", "ý", "áo", "thái", "hàn", "bỉ"))


def _is_facility_head(word: str) -> bool:
    """Whether a word stands before the names of buildings, bridges and markets."""
    lists = wordlists("vi")
    return word in lists["facility_heads"] or word in lists.place_heads


def _begins_name(node: Node, around: _Around, scan: ScanText) -> bool:
    """Whether a Vietnamese syllable with a capital goes on: `Đức Cường` at the head of a line."""
    end = node.end
    if scan.folded[end : end + 1] != " " or end + 1 in around.starts:
        return False
    stop = end + 1
    while stop < len(scan.folded) and scan.folded[stop].isalpha():
        stop += 1
    return scan.surface(end + 1, end + 2).isupper() and is_syllable(scan.folded[end + 1 : stop])


def _is_ship(text: str, end: int, nodes: list[Node]) -> bool:
    """Whether a warship bears the name of a place: 广元|舰, but 太平洋|舰队."""
    return nodes[0].name.type == "PLACE" and text[end + 1 : end + 2] not in _FLEETS


def _straddles(text: str, start: int, end: int) -> bool:
    """Whether a Chinese name of two characters is the seam of two words: 秀[美山]河, 沿[海地]区."""
    if text[start] < "\u2e80" or not start:
        return False
    weights = word_weights()
    left = weights.get(text[start - 1 : start + 1])
    right = weights.get(text[end - 1 : end + 1]) if left is not None else None
    return left is not None and right is not None and left + right > COMMON_SEAM


def _cuts_pair(spans: Spans, text: str, start: int, end: int) -> bool:
    """Whether a short body holds a half of a pair and the beginning of a word: 中[越航]空企业."""
    return (
        end - start == _SEAM
        and spans[start, end][0].name.type == "ORG"
        and (start - 1, start) in spans
        and (start, start + 1) in spans
        and word_weights().get(text[end - 1 : end + 1], COMMON_SEAM) > COMMON_SEAM / 2
    )


def _is_blocked(text: str, start: int, end: int) -> bool:
    form = text[start:end]
    lang = "vi" if form[0] < "\u2e80" else "zh"
    for before, compound in _blockers(form, lang):
        begin = start - before
        if begin >= 0 and text.startswith(compound, begin):
            after = text[begin + len(compound) : begin + len(compound) + 1]
            if lang == "zh" or not (after.isalpha() and after < "\u2e80"):
                return True
    return False


@lru_cache(maxsize=4096)
def _blockers(form: str, lang: str) -> tuple[tuple[int, str], ...]:
    """Compounds longer than the form that hold it, and where they do."""
    return tuple(
        (compound.find(form), compound)
        for compound in sorted(wordlists(lang)["blockers"])
        if form in compound and len(compound) > len(form)
    )

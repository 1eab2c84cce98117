"""What a span may be: a form of an entry, or a composed name; and how either is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hanviet.lexicon.model import Entry, Pair
from hanviet.patterns.infix import infixed
from hanviet.patterns.language import Part, Pattern, Row, Slot
from hanviet.patterns.numbers import to_han, to_roman

_USES = {"official": "official", "half": "attributive"}
"""Modifiers and styles that ask for another pair of the entry: {p.official}, {c:half}."""


@dataclass(frozen=True, slots=True)
class EntryName:
    """A form of an entry: pair `pair` of `entry`, written as `form` in language `lang`.

    `head` characters of the form are a head word that stays outside of the mention. A `headless`
    name is such a form without its head word: it counts after another head word of its kind.
    """

    entry: Entry
    pair_index: int
    form: str
    lang: str
    head: int = 0
    headless: bool = False
    pair: Pair = field(init=False, compare=False, repr=False)
    """The pair that the form belongs to."""
    id: str = field(init=False, compare=False, repr=False)
    """The id of the entry, as type, kind and country are those of the entry."""
    type: str = field(init=False, compare=False, repr=False)
    kind: str = field(init=False, compare=False, repr=False)
    country: str = field(init=False, compare=False, repr=False)
    status: str = field(init=False, compare=False, repr=False)
    """The status of the pair, never stronger than that of the entry."""
    is_half: bool = field(init=False, compare=False, repr=False)
    """Whether the form is one of those that live in pairs and compounds: `Việt`, 桂."""
    open_slots: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """None: an entry's form leaves nothing open."""

    def __post_init__(self) -> None:
        """Look the parts up once: they are asked for again and again."""
        entry, put = self.entry, object.__setattr__
        pair = entry.pairs[self.pair_index]
        put(self, "pair", pair)
        put(self, "id", entry.id)
        put(self, "type", entry.type)
        put(self, "kind", entry.kind)
        put(self, "country", entry.country)
        put(self, "status", _weakest(entry.status, pair.status))
        single = self.lang == "zh" and len(self.form) == 1
        put(self, "is_half", single or pair.use == "attributive")
        put(self, "open_slots", ())

    def vi(self, modifier: str = "") -> str:
        """The Vietnamese form to print beside the surface."""
        if self.lang == "vi" and self.form and not modifier:
            return self.pair.vi[0]
        pair = self._pair_with("vi", modifier)
        return pair.vi[0] if pair else self.entry.vi

    def zh(self, modifier: str = "") -> str:
        """The Chinese form, simplified, to print beside the surface."""
        if self.lang == "zh" and self.form and not modifier:
            return self.form
        if self.head:
            return self.entry.zh  # the head word is outside: 口岸 is not said twice
        pair = self._pair_with("zh", modifier)
        return pair.zh[0] if pair else self.entry.zh

    def _pair_with(self, side: str, modifier: str) -> Pair | None:
        if use := _USES.get(modifier):
            for pair in self.entry.pairs:
                if pair.use == use and getattr(pair, side):
                    return pair
            return None
        if modifier == "short" or self.pair.avoid or not getattr(self.pair, side):
            return None
        return self.pair


@dataclass(frozen=True, slots=True)
class Number:
    """A number inside a composed name."""

    value: int

    @property
    def id(self) -> str:
        """The number as ids write it."""
        return str(self.value)


SUFFIXES = frozenset("省市县区州镇乡郡")
"""Generic last characters that are written once where two meet (胡志明市 + 市委)."""

_TOWN = "市社"
"""The generic part of a Vietnamese thị xã, written once as well (山西市社 + 市社委)."""


@dataclass(init=False, slots=True, unsafe_hash=True)
class ComposedName:
    """A pattern with its slots filled; `row` is the pair of forms that the surface followed.

    Hundreds are made for each article, and never changed: a frozen dataclass takes twice as long
    to make.
    """

    pattern: Pattern
    row: Row
    lang: str
    fillers: tuple[tuple[str, EntryName | ComposedName | Number], ...]
    filled: dict[str, EntryName | ComposedName | Number] = field(compare=False, repr=False)
    """The fillers by slot."""
    id: str = field(compare=False, repr=False)
    """`pattern.NAME(slot ids)`; `?` for a slot that nothing fills yet."""
    type: str = field(compare=False, repr=False)
    """The type of the pattern."""
    kind: str = field(compare=False, repr=False)
    """The kind of the pattern, or of what it stands for."""
    country: str = field(compare=False, repr=False)
    """The country of the pattern, of its first place, or of the first part that has one."""
    open_slots: tuple[str, ...] = field(compare=False, repr=False)
    """Slots that the context has to fill."""
    is_half: bool = field(compare=False, repr=False)
    """False: a composed name is never half of a pair."""
    _printed: dict[tuple[str, str], str] = field(compare=False, repr=False)
    """The forms already printed, by language and modifier."""

    def __init__(
        self,
        pattern: Pattern,
        row: Row,
        lang: str,
        fillers: tuple[tuple[str, EntryName | ComposedName | Number], ...],
    ) -> None:
        """Compute once what is asked for again and again."""
        self.pattern = pattern
        self.row = row
        self.lang = lang
        self.fillers = fillers
        filled = dict(fillers)
        self.filled = filled
        self.id = self._id()
        self.type = pattern.type
        self.is_half = False
        filler = filled.get(pattern.stands_for)
        named_again = filler is not None and not isinstance(filler, Number)
        self.kind = filler.kind if named_again else pattern.kind  # type: ignore[union-attr]
        self.country = pattern.country or self._country_of_parts()
        self.open_slots = tuple([name for name in pattern.slots if name not in filled])
        self._printed = {}

    def _id(self) -> str:
        filled = self.filled
        if self.pattern.stands_for in filled:
            return filled[self.pattern.stands_for].id
        if not self.pattern.slots:
            return self.pattern.id
        if self.pattern.same_as:
            slot, filled_by, id_ = self.pattern.same_as
            part = filled.get(slot)
            if isinstance(part, ComposedName) and part.pattern.id == filled_by:
                return part.id.replace(filled_by, id_, 1)
        ids = [filled[name].id if name in filled else "?" for name in self.pattern.slots]
        return f"{self.pattern.id}({','.join(ids)})"

    def _country_of_parts(self) -> str:
        first = ""
        for _, filler in self.fillers:
            if isinstance(filler, Number):
                continue
            country = filler.country
            if country in ("", "INT"):
                continue
            if not first:
                first = country
                if filler.type == "PLACE":
                    return first
            elif filler.kind == "country":
                return country  # another state's ministry, named after one of ours
        return first

    @property
    def status(self) -> str:
        """`reviewed` if every part is."""
        return _weakest(*(f.status for _, f in self.fillers if not isinstance(f, Number)))

    def composes(self, pattern: Pattern) -> bool:
        """Whether the pattern composed this name or one inside it."""
        return self.pattern is pattern or any(
            isinstance(filler, ComposedName) and filler.composes(pattern)
            for _, filler in self.fillers
        )

    def entries(self) -> Iterator[Entry]:
        """Every entry that fills a slot, at any depth."""
        for _, filler in self.fillers:
            if isinstance(filler, EntryName):
                yield filler.entry
            elif isinstance(filler, ComposedName):
                yield from filler.entries()

    def entry_ids(self) -> frozenset[str]:
        """The ids of all its parts, at any depth."""
        found: set[str] = set()
        for _, filler in self.fillers:
            found.add(filler.id)
            if isinstance(filler, ComposedName):
                found |= filler.entry_ids()
        return frozenset(found)

    def _without_head(self, slot: str, piece: str, before: str) -> str:
        """A part without the head word that the pattern says itself: Sở [Bộ] Nội vụ."""
        narrowed = next((one for one in self.row.when if one.name == slot), None)
        if (narrowed or self.pattern.slots[slot]).type == "FIELD":
            return piece.removeprefix("Bộ ").removeprefix("Ban ")
        for head in ("Cửa khẩu ", "Thành phố ", "Tỉnh "):
            if piece.startswith(head) and before.lower().endswith(head.lower()):
                return piece.removeprefix(head)
        return piece

    def vi(self, modifier: str = "") -> str:
        """The Vietnamese form to print."""
        text = self._printed.get(("vi", modifier))
        if text is None:
            text = self._printed["vi", modifier] = self._print("vi", modifier)
        return text

    def zh(self, modifier: str = "") -> str:
        """The Chinese form, simplified, to print; empty where a part has none."""
        text = self._printed.get(("zh", modifier))
        if text is None:
            text = "" if self._is_nameless() else self._print("zh", modifier)
            self._printed["zh", modifier] = text
        return text

    def _is_nameless(self) -> bool:
        """Whether an entry among its parts has no Chinese form."""
        for _, filler in self.fillers:
            if isinstance(filler, EntryName):
                if not filler.entry.zh:
                    return True
            elif isinstance(filler, ComposedName) and filler._is_nameless():
                return True
        return False

    def _print(self, lang: str, modifier: str) -> str:
        filled, row = self.filled, self.row
        sequences = row.vi_sequences if lang == "vi" else row.zh_sequences
        best = sequences[0]
        slots = row.vi_slots if lang == "vi" else row.zh_slots
        if len(sequences) > 1 and slots[0] != filled.keys():
            available = frozenset(filled)
            number = max(
                range(len(sequences)),
                key=lambda i: (slots[i] <= available, len(slots[i] & available), -i),
            )
            best = sequences[number]
        text = ""
        for part in best:
            piece = _print_part(part, filled, lang, modifier)
            if part.style == "infix":
                piece = infixed(piece, lang, self.pattern) or piece
            if lang == "vi" and part.slot:
                piece = self._without_head(part.slot, piece, text)
            if text.endswith(_TOWN) and piece.startswith(_TOWN):
                piece = piece.removeprefix(_TOWN)
            elif text and piece and text[-1] == piece[0] and piece[0] in SUFFIXES:
                piece = piece[1:]
            text += piece
        return text


def _weakest(*statuses: str) -> str:
    if "draft" in statuses:
        return "draft"
    return "derived" if "derived" in statuses else "reviewed"


def _print_part(
    part: Part, filled: dict[str, EntryName | ComposedName | Number], lang: str, modifier: str
) -> str:
    if not part.slot:
        return part.text
    filler = filled.get(part.slot)
    if filler is None:
        return ""
    if isinstance(filler, Number):
        return print_number(filler.value, part.style)
    chosen = "half" if part.style == "half" else part.modifier or modifier
    if filler.is_half and chosen != "half":
        chosen = "short"  # 越南驻华大使: the half form is for one side only
    return filler.vi(chosen) if lang == "vi" else filler.zh(chosen)


def admits(slot: Slot, name: EntryName | ComposedName) -> bool:
    """Whether a name may fill a slot, all conditions considered.

    A `FIELD` slot is filled by the ministry or commission whose field it is.
    """
    if name.open_slots:
        return False
    type_ = slot.type if slot.type == "FIELD" else name.type
    if not slot.admits(type_, name.kind, name.country, name.id):
        return False
    if slot.endings and not name.zh().endswith(slot.endings):
        return False
    if slot.beginnings and not name.vi().startswith(slot.beginnings):
        return False
    if not slot.suffixes:
        return True
    if not isinstance(name, EntryName):
        return False
    forms = {form for pair in name.entry.pairs for form in pair.zh}
    return any(
        form.endswith(slot.suffixes) and forms.isdisjoint(form + one for one in SUFFIXES)
        for form in forms
    )  # 钦州, which is also 钦州市, is no 州


def print_number(value: int, style: str) -> str:
    """Write a number in one of the styles of the pattern language."""
    if style == "roman":
        return to_roman(value)
    if style == "han":
        return to_han(value)
    if style == "words":
        from hanviet.patterns.numbers import to_vietnamese

        return to_vietnamese(value) if value < 100 else str(value)
    return str(value)

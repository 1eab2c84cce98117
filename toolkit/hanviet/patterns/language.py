"""The pattern language: templates with slots, alternatives and options, compiled to sequences.

A pattern names a family of things on both sides: `Bí thư Tỉnh ủy {p}` is {p}省委书记. A template is
text with slots `{p}`, alternatives `(Tỉnh ủy|Thành ủy)` and options `[thứ]`. It is compiled to the
flat sequences that it stands for; the matcher knows only those.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hanviet.errors import GazetteerError

MAX_SEQUENCES = 256
"""A template that stands for more sequences than this is a mistake."""

_SLOT = re.compile(r"\{([a-z]+)(?::([a-z]+))?(?:\.([a-z]+))?\}")


@dataclass(frozen=True, slots=True)
class Slot:
    """What may fill a slot.

    Attributes:
        name: The letter or word between the braces.
        type: An entity type, `NUMBER`, or `FIELD` (a ministry's name without its head word).
        kinds: Kinds allowed; empty for any.
        countries: Countries allowed; empty for any.
        except_countries: Countries refused.
        ids: Entries allowed; empty for any.
        endings: The Chinese form must end with one of these; empty for any.
        beginnings: The Vietnamese form must begin with one of these; empty for any.
        suffixes: Some Chinese form of the entry ends with one of these (省 市 县); empty for any.
        low: The least number allowed.
        high: The greatest number allowed.
        open: The context may fill it: a form without it is allowed.
        named: The context fills it only with what the text names.
    """

    name: str
    type: str
    kinds: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    except_countries: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    low: int = 0
    high: int = 9999
    open: bool = False
    named: bool = False
    beginnings: tuple[str, ...] = ()

    def admits(self, type_: str, kind: str, country: str, id_: str) -> bool:
        """Whether a thing of this type, kind, country and id may fill the slot."""
        return (
            type_ == self.type
            and (not self.kinds or kind in self.kinds)
            and (not self.countries or country in self.countries)
            and country not in self.except_countries
            and (not self.ids or id_ in self.ids)
        )


@dataclass(frozen=True, slots=True)
class Part:
    """One element of a sequence: literal text, or a slot with its style or modifier."""

    text: str = ""
    slot: str = ""
    style: str = ""
    modifier: str = ""


Template = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Paired forms of a pattern under a condition; on each side the first is printed.

    Its name, if it has one, is what it names other than its neighbours, see `patterns.parting`.
    """

    vi: tuple[str, ...]
    zh: tuple[str, ...]
    vi_sequences: tuple[Template, ...]
    zh_sequences: tuple[Template, ...]
    when: tuple[Slot, ...] = ()
    pinyin: str = ""
    name: str = field(default="", compare=False)
    vi_slots: tuple[frozenset[str], ...] = field(init=False, compare=False, repr=False)
    """The names of the slots of each Vietnamese sequence: they are asked for again and again."""
    zh_slots: tuple[frozenset[str], ...] = field(init=False, compare=False, repr=False)
    """Likewise of each Chinese one."""

    def __post_init__(self) -> None:
        """Look the slots up once."""
        object.__setattr__(self, "vi_slots", tuple([slots_of(one) for one in self.vi_sequences]))
        object.__setattr__(self, "zh_slots", tuple([slots_of(one) for one in self.zh_sequences]))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A family of composed names.

    Attributes:
        id: `pattern.NAME`.
        type: The type of the composed names.
        kind: Their kind, or empty.
        country: Their country, where no slot tells it.
        slots: By name, in the order of the id.
        rows: Paired forms.
        same_country: Names of slots whose fillers must be of one country.
        same_as: A slot, a pattern and an id: filled by that pattern, the name is the one that the
            id would make of the same parts, and has its id.
        infix_vi: Words that stand inside what fills the slot, the first one printed.
        infix_zh: Likewise in Chinese.
        infix_before: What Vietnamese says before the post instead.
        fallback: A general pattern, which gives way to any other reading of the span.
        stands_for: The slot whose filler the composed name simply names again, or empty.
        examples: (vi, zh) pairs that must compose, for the linter.
        counters: Texts that must not.
        part: Whether it is one of several that were written as one, see `patterns.parting`.
        place: Where it is written.
    """

    id: str
    type: str
    kind: str
    country: str
    slots: dict[str, Slot]
    rows: tuple[Row, ...]
    same_country: tuple[str, ...] = ()
    same_as: tuple[str, str, str] | tuple[()] = ()
    infix_vi: tuple[str, ...] = ()
    infix_zh: tuple[str, ...] = ()
    infix_before: str = ""
    stands_for: str = ""
    fallback: bool = False
    examples: tuple[tuple[str, str], ...] = ()
    counters: tuple[str, ...] = ()
    part: bool = field(default=False, compare=False)
    place: str = field(default="", compare=False)


def parse_template(text: str, place: str = "") -> tuple[Template, ...]:
    """Compile a template to the sequences that it stands for, the first one preferred.

    Args:
        text: Such as `Bí thư (Tỉnh ủy|Đảng ủy) {p}`.
        place: Where it is written, for messages.

    Returns:
        Sequences of literal parts and slots.

    Raises:
        GazetteerError: A bracket that does not close, or too many sequences.

    >>> [len(sequence) for sequence in parse_template("(Bí thư|Chủ tịch) [tỉnh] {p}")]
    [2, 2, 2, 2]
    """
    expanded = _expand(text, place)
    sequences = []
    for version in expanded:
        parts = tuple(_parts(re.sub(r" {2,}", " ", version).strip()))
        if parts and parts not in sequences:
            sequences.append(parts)
    return tuple(sequences)


def slots_of(template: Template) -> frozenset[str]:
    """The names of the slots of a sequence."""
    return frozenset([part.slot for part in template if part.slot])


def _expand(text: str, place: str) -> list[str]:
    groups, stack = [], []
    for index, char in enumerate(text):
        if char in "([":
            stack.append((char, index))
        elif char in ")]":
            if not stack or "([".index(stack[-1][0]) != ")]".index(char):
                raise GazetteerError(f"bracket {char!r} closes nothing in {text!r}", place=place)
            opener, begin = stack.pop()
            if not stack:
                groups.append((opener, begin, index))
    if stack:
        raise GazetteerError(f"bracket {stack[-1][0]!r} does not close in {text!r}", place=place)
    if not groups:
        return [text]
    choices: list[list[str]] = []
    cursor = 0
    for opener, begin, end in groups:
        choices.append([text[cursor:begin]])
        options = [
            version for branch in _branches(text[begin + 1 : end])
            for version in _expand(branch, place)
        ]  # fmt: skip
        choices.append(["", *options] if opener == "[" else options)
        cursor = end + 1
    choices.append([text[cursor:]])
    if math.prod(map(len, choices)) > MAX_SEQUENCES:
        raise GazetteerError(f"stands for more than {MAX_SEQUENCES} names: {text!r}", place=place)
    return ["".join(combination) for combination in itertools.product(*choices)]


def _branches(text: str) -> list[str]:
    branches, depth, begin = [], 0, 0
    for index, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            branches.append(text[begin:index])
            begin = index + 1
    return [*branches, text[begin:]]


def _parts(text: str) -> Iterator[Part]:
    cursor = 0
    for match in _SLOT.finditer(text):
        if match.start() > cursor:
            yield Part(text=text[cursor : match.start()])
        name, style, modifier = match.groups(default="")
        yield Part(slot=name, style=style, modifier=modifier)
        cursor = match.end()
    if cursor < len(text):
        yield Part(text=text[cursor:])

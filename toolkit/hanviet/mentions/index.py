"""One automaton over every known form and every pattern's first words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

import ahocorasick_rs

from hanviet.lexicon.collector import collector_paused
from hanviet.lexicon.model import Entry
from hanviet.mentions.names import EntryName, admits
from hanviet.mentions.scantext import scan_keys
from hanviet.mentions.wordlists import trimmed_heads
from hanviet.orthography.chinese import has_han
from hanviet.patterns.infix import Infix, infixes_of
from hanviet.patterns.language import Pattern, Row, Slot

FIELD = "FIELD"
"""Slot type of a ministry's name without its head word: `Ngoại giao` of `Bộ Ngoại giao`."""

_FIELD_HEADS = {"ministry": "Bộ ", "party-body": "Ban "}

_CITIES = frozenset({"city", "municipality", "county", "township"})
"""Kinds that may be named after any head word of a town: thị xã Hà Giang."""

_CITY_HEAD = "Thành phố "
"""What begins the name of a municipality that is a person's without."""

_HEAD_IS_NAME = frozenset("country territory autonomous-region building park site region".split())
"""Kinds whose official forms keep their head word (Khu tự trị dân tộc Choang Quảng Tây)."""


@dataclass(frozen=True, slots=True)
class RulePart:
    """One element of a rule: folded literal text, or a slot."""

    text: str
    slot: str
    style: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A sequence of a pattern, ready to be matched."""

    pattern: Pattern
    row: Row
    lang: str
    parts: tuple[RulePart, ...]
    first_capital: bool
    slots: dict[str, Slot]
    """The slots of the sequence, narrowed by the row's condition."""
    implied: tuple[tuple[str, EntryName], ...] = ()
    """Slots that the sequence does not show and the condition leaves no choice for."""
    literal: str = field(init=False, compare=False, repr=False)
    """The literal text after the first part, or empty."""
    then: str = field(init=False, compare=False, repr=False)
    """The type of the slot after these; empty if none, or a number, must follow."""
    is_chinese: bool = field(init=False, compare=False, repr=False)
    """Whether it has Chinese characters, without which it can't match."""

    def __post_init__(self) -> None:
        """Note what a look ahead needs."""
        literal = self.parts[1].text if len(self.parts) > 1 else ""
        rest = self.parts[2:] if literal else self.parts[1:]
        type_ = self.slots[rest[0].slot].type if rest and rest[0].slot else ""
        object.__setattr__(self, "literal", literal)
        object.__setattr__(self, "then", "" if type_ == "NUMBER" else type_)
        chinese = self.lang == "zh" and any(has_han(part.text) for part in self.parts)
        object.__setattr__(self, "is_chinese", chinese)


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Neighbouring rules that ask the same of the text, so that it is looked at once.

    Attributes:
        lead: The literal text that must stand where they are tried.
        then: The type of the slot after it; empty if none, or a number, must follow.
        rules: The rules.
    """

    lead: str
    then: str
    rules: tuple[Rule, ...]


def _grouped(rules: Iterable[Rule]) -> tuple[RuleGroup, ...]:
    """Group rules by what follows their first slot, or by how they begin; the order is kept."""
    alike = groupby(rules, key=lambda rule: (rule.parts[0].text + rule.literal, rule.then))
    return tuple(RuleGroup(lead, then, tuple(group)) for (lead, then), group in alike)


@dataclass(frozen=True, slots=True)
class NameIndex:
    """What the scanner looks for.

    Attributes:
        automaton: Over the folded keys.
        by_key: Per key, the rules that begin with it, the forms of entries that it spells, and
            the ministries whose field it is.
        by_slot: Slot type to the rules that begin with a slot of it, by the first character of
            what follows (empty if a slot follows).
        infixes: Words that stand inside posts.
    """

    automaton: ahocorasick_rs.AhoCorasick
    by_key: tuple[tuple[tuple[RuleGroup, ...], tuple[EntryName, ...], tuple[EntryName, ...]], ...]
    by_slot: dict[str, dict[str, tuple[Rule, ...]]]
    infixes: tuple[Infix, ...] = ()
    _after: dict[tuple[int | str, str], tuple[RuleGroup, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def groups_after(self, type_: str, following: str) -> tuple[RuleGroup, ...]:
        """The rules whose first slot is of a type, if this character follows it."""
        tables = self.by_slot.get(type_, {})
        if following not in tables:
            following = ""  # whatever it is, no rule asks for it
        groups = self._after.get((type_, following))
        if groups is None:
            rules = tables.get("", ())
            if following:
                rules = (*tables.get(following, ()), *rules)
            groups = _grouped(rules)
            self._after[type_, following] = groups
        return groups

    def rules_after(self, name: EntryName, following: str) -> tuple[RuleGroup, ...]:
        """The rules whose first slot a name of this index fills, if this character follows it.

        The names live as long as the index, so their identity tells them apart.
        """
        tables = self.by_slot.get(name.type, {})
        if following not in tables:
            following = ""
        groups = self._after.get((id(name), following))
        if groups is None:
            groups = _grouped(
                rule
                for group in self.groups_after(name.type, following)
                for rule in group.rules
                if name.is_half == (rule.parts[0].style == "half")
                and admits(rule.slots[rule.parts[0].slot], name)
            )
            self._after[id(name), following] = groups
        return groups


@collector_paused()
def build_index(entries: Collection[Entry], patterns: Collection[Pattern]) -> NameIndex:
    """Index the forms of entries and the sequences of patterns."""
    names: dict[str, list[EntryName]] = defaultdict(list)
    fields: dict[str, list[EntryName]] = defaultdict(list)
    heads: dict[str, list[Rule]] = defaultdict(list)
    by_slot: dict[str, dict[str, list[Rule]]] = defaultdict(lambda: defaultdict(list))
    listed = [name for entry in entries for name in _names(entry)]
    of_fields = [(field, name) for name in listed if (field := _field(name))]
    folded = _folded(
        [name.form for name in listed], [field for field, _ in of_fields], _literals(patterns)
    )
    for name in listed:
        names[folded[name.form]].append(name)
    for field, name in of_fields:
        fields[folded[field]].append(name)
    by_id = {entry.id: entry for entry in entries}
    for pattern in patterns:
        for rule in _rules(pattern, by_id, folded):
            first = rule.parts[0]
            if first.text:
                heads[first.text.strip(" ")].append(rule)
            else:
                type_ = pattern.slots[first.slot].type
                if type_ == FIELD:
                    type_ = "ORG"  # a Chinese post begins with the ministry itself: 外交部[长]
                following = rule.parts[1].text[:1] if len(rule.parts) > 1 else ""
                by_slot[type_][following].append(rule)
    keys = sorted({*names, *fields, *heads} - {""})
    return NameIndex(
        automaton=ahocorasick_rs.AhoCorasick(keys),
        by_key=tuple(
            (
                _grouped(heads[key]) if key in heads else (),
                tuple(names.get(key, ())),
                tuple(fields.get(key, ())),
            )
            for key in keys
        ),
        by_slot={
            type_: {char: tuple(rules) for char, rules in table.items()}
            for type_, table in by_slot.items()
        },
        infixes=tuple(infix for pattern in patterns for infix in infixes_of(pattern, folded)),
    )


def _folded(*lists: Iterable[str]) -> dict[str, str]:
    """The key of every text, folded in one go: one by one they take three times as long."""
    texts = list(dict.fromkeys(text for each in lists for text in each))
    return dict(zip(texts, scan_keys(texts), strict=True))


def _literals(patterns: Iterable[Pattern]) -> Iterator[str]:
    """The literal texts of the sequences of patterns, but for mere spaces, and their infixes."""
    for pattern in patterns:
        yield from (*pattern.infix_vi, *pattern.infix_zh)
        for row in pattern.rows:
            for sequence in (*row.vi_sequences, *row.zh_sequences):
                yield from (part.text for part in sequence if part.text.strip())


def _rules(pattern: Pattern, by_id: dict[str, Entry], folded: Mapping[str, str]) -> Iterable[Rule]:
    for row in pattern.rows:
        narrowed = dict(pattern.slots)
        narrowed.update({slot.name: slot for slot in row.when})
        for lang, sequences, slots in (
            ("vi", row.vi_sequences, row.vi_slots),
            ("zh", row.zh_sequences, row.zh_slots),
        ):
            for sequence, used in zip(sequences, slots, strict=True):
                if len(sequence) == 1 and sequence[0].slot:
                    continue  # printed, not recognised: it would wrap what fills it without end
                parts = tuple(
                    RulePart(_literal(part.text, folded), part.slot, part.style)
                    for part in sequence
                )
                yield Rule(
                    pattern=pattern,
                    row=row,
                    lang=lang,
                    parts=parts,
                    first_capital=sequence[0].text[:1].isupper(),
                    slots={name: slot for name, slot in narrowed.items() if name in used},
                    implied=tuple(
                        (name, EntryName(by_id[next(iter(slot.ids))], 0, "", lang))
                        for name, slot in narrowed.items()
                        if name not in used and len(slot.ids) == 1 and slot.ids <= by_id.keys()
                    ),
                )


def _names(entry: Entry) -> Iterator[EntryName]:
    for number, pair in enumerate(entry.pairs):
        for form in pair.vi:
            head = _head_length(form, entry)
            yield EntryName(entry, number, form, "vi", head=head)
            if head and entry.kind in _CITIES:
                yield EntryName(entry, number, form[head:], "vi", headless=True)
            elif entry.kind == "municipality" and form.startswith(_CITY_HEAD):
                # In `thành phố Hồ Chí Minh` the head word is none of the name.
                yield EntryName(entry, number, form.removeprefix(_CITY_HEAD), "vi", headless=True)
        for form in pair.zh:
            yield EntryName(entry, number, form, "zh")


def _head_length(form: str, entry: Entry) -> int:
    """How many characters of a place's form text keeps outside of the name.

    `Cửa khẩu Hữu Nghị` is found with its head word, and the mention is `Hữu Nghị`.
    """
    if entry.type == "EVENT" and entry.kind in ("series", "edition", "year", "initiative"):
        heads = ("Chương trình ", "Hội nghị ", "Sáng kiến ")
        head = next((head for head in heads if form.startswith(head)), "")
        return len(head) if form[len(head) : len(head) + 1].isupper() else 0
    if entry.type != "PLACE" or entry.kind in _HEAD_IS_NAME:
        return 0
    trimmed = trimmed_heads()
    if not form.startswith(trimmed):
        return 0
    for head in trimmed:
        if not form.startswith(head):
            continue
        if entry.kind == "municipality" and (entry.vi == form or head.startswith("TP")):
            return 0
        return len(head)
    return 0


def _field(name: EntryName) -> str:
    """What a post names of a ministry: `Ngoại giao` of `Bộ Ngoại giao`, all of 外交部."""
    head = _FIELD_HEADS.get(name.kind)
    if head is None or name.pair.use:
        return ""
    if name.lang == "zh":
        return name.form
    return name.form.removeprefix(head) if name.form.startswith(head) else ""


def _literal(text: str, folded: Mapping[str, str]) -> str:
    """The folded literal, with the spaces that part it from its neighbours kept."""
    if not text.strip():
        return text[:1]
    key = folded[text]
    if has_han(text):
        return key
    head = " " if text[0].isspace() and key[:1] not in "-/" else ""
    tail = " " if text[-1].isspace() and key[-1:] not in "-/" else ""
    return f"{head}{key}{tail}"

"""Checks of patterns: examples compose, counter-examples do not, every row can apply."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from hanviet.lexicon.load import Problem
from hanviet.lexicon.model import TYPES, Entry
from hanviet.patterns.language import Pattern, Row, Slot

if TYPE_CHECKING:
    from hanviet.mentions.chart import Node
    from hanviet.mentions.index import NameIndex


def check_patterns(entries: Sequence[Entry], patterns: Sequence[Pattern]) -> list[Problem]:
    """Check the patterns against the entries that fill them.

    Args:
        entries: The entries of a gazetteer.
        patterns: Its patterns.

    Returns:
        The complaints.
    """
    problems: list[Problem] = []
    fillers = _Fillers(entries)
    for pattern in patterns:
        problems += _rows(pattern, fillers, patterns)
        problems += _of_several_things(pattern)
    if any(pattern.examples or pattern.counters for pattern in patterns):
        from hanviet.mentions.index import build_index

        # Entries that share an id are complained of elsewhere; here the first will do.
        unique = list({entry.id: entry for entry in reversed(entries)}.values())
        index = build_index(unique, patterns)
        for pattern in patterns:
            problems += _examples(pattern, index)
    return problems


def _examples(pattern: Pattern, index: NameIndex) -> Iterator[Problem]:
    if not (pattern.examples or pattern.part or _only_wraps(pattern)):
        yield Problem(pattern.place, f"{pattern.id} has no examples", "give one", error=False)
    if not pattern.counters:
        yield Problem(pattern.place, f"{pattern.id} has no counter", "give one", error=False)
    for vi, zh in pattern.examples:
        in_vietnamese = _of(pattern, vi, index)
        in_chinese = _of(pattern, zh, index)
        for text, found in ((vi, in_vietnamese), (zh, in_chinese)):
            # A pattern that stands for its slot adds a head word on one side only: Trường.
            if not found and not (text is zh and pattern.stands_for):
                yield Problem(
                    pattern.place, f"example {text!r} does not compose by {pattern.id}",
                    "correct the example or the forms",
                )  # fmt: skip
        if not (in_vietnamese and in_chinese):
            continue
        printed = list(dict.fromkeys(node.name.zh() for node in in_vietnamese))
        back = list(dict.fromkeys(node.name.vi() for node in in_chinese))
        if zh not in printed:
            yield Problem(
                pattern.place, f"example {vi!r} gives {', '.join(printed[:4])}, not {zh}",
                "correct the example or the forms",
            )  # fmt: skip
        elif not any(_same_name(vi, text) for text in back) and not any(
            # Another form may be printed, if it leads back to the same Chinese.
            node.name.zh() == zh
            for text in back
            for node in _of(pattern, text, index)
        ):
            yield Problem(
                pattern.place, f"example {zh} gives {', '.join(back[:4])}, not {vi!r}",
                "print the example's form first, or mend the example", error=False,
            )  # fmt: skip
        ids = {node.name.id for node in in_vietnamese}
        if ids.isdisjoint(node.name.id for node in in_chinese):
            yield Problem(
                pattern.place, f"example {vi!r} and {zh} compose to different ids",
                "make the forms of both sides leave the same slots open",
            )  # fmt: skip
    for text in pattern.counters:
        if _of(pattern, text, index):
            yield Problem(
                pattern.place, f"counter-example {text!r} composes by {pattern.id}",
                "narrow the slots or the forms",
            )  # fmt: skip


def _of_several_things(pattern: Pattern) -> Iterator[Problem]:
    """Forms under one condition that have nothing in common: one id would mean two things.

    What has no slots is a short way to say the others; the context fills it.
    """
    for one, other in combinations(pattern.rows, 2):
        if (
            one.when == other.when
            and one.vi_slots[0] == other.vi_slots[0] != frozenset()
            and set(one.vi_sequences).isdisjoint(other.vi_sequences)
            and set(one.zh_sequences).isdisjoint(other.zh_sequences)
        ):
            yield Problem(
                pattern.place, f"{pattern.id} names {one.zh[0]} and {other.zh[0]} with one id",
                "give the forms of one of them a `name`, or a Chinese form in common",
                error=False,
            )  # fmt: skip


def _only_wraps(pattern: Pattern) -> bool:
    """Whether a side is nothing but a slot, so that no example can hold both ways (Trường {o})."""
    return all(
        len(sequence) == 1 and bool(sequence[0].slot)
        for row in pattern.rows
        for sequence in row.zh_sequences
    )


def _of(pattern: Pattern, text: str, index: NameIndex) -> list[Node]:
    """The readings of a whole text that this pattern composes."""
    from hanviet.mentions.chart import build_chart
    from hanviet.mentions.names import ComposedName
    from hanviet.mentions.scantext import scan_text

    scan = scan_text(text)
    return [
        node
        for node in build_chart(scan, index).get((0, len(scan.folded)), [])
        if isinstance(node.name, ComposedName) and node.name.pattern is pattern
    ]


def _same_name(a: str, b: str) -> bool:
    from hanviet.mentions.scantext import scan_key

    return scan_key(a) == scan_key(b)


def _rows(pattern: Pattern, fillers: _Fillers, patterns: Sequence[Pattern]) -> Iterator[Problem]:
    """Rows that can never apply, and rows that say nothing new."""
    slots = [(slot, 0) for slot in pattern.slots.values()]
    slots += [(slot, number) for number, row in enumerate(pattern.rows, 1) for slot in row.when]
    for slot, number in slots:
        where = f"slot {slot.name}" + (f" of row {number}" if number else "")
        unknown = sorted(slot.ids - fillers.by_id.keys())
        if unknown:
            yield Problem(
                pattern.place, f"{pattern.id}: {where} names {unknown[0]}, which is no entry",
                "correct the id, or add the entry",
            )  # fmt: skip
        elif not _can_be_filled(slot, fillers, patterns):
            yield Problem(
                pattern.place, f"{pattern.id}: nothing can fill {where}",
                "loosen its conditions, or remove the row",
            )  # fmt: skip
    for number, row in enumerate(pattern.rows):
        if any(_says_all(earlier, row) for earlier in pattern.rows[:number]):
            yield Problem(
                pattern.place, f"{pattern.id}: row {number + 1} repeats an earlier one",
                "remove it",
            )  # fmt: skip


class _Fillers:
    """The entries, by what slots ask for."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.by_id = {entry.id: entry for entry in entries}
        self._by_kind: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            self._by_kind[entry.type, entry.kind].append(entry)

    def of(self, slot: Slot) -> Iterator[Entry]:
        """The entries of the ids, or of the type and kinds, of a slot."""
        if slot.ids:
            yield from (self.by_id[id_] for id_ in slot.ids if id_ in self.by_id)
            return
        for (type_, kind), entries in self._by_kind.items():
            if type_ == slot.type and (not slot.kinds or kind in slot.kinds):
                yield from entries


def _can_be_filled(slot: Slot, fillers: _Fillers, patterns: Sequence[Pattern]) -> bool:
    if slot.type not in TYPES:
        return slot.type != "NUMBER" or slot.low <= slot.high
    if any(
        slot.admits(entry.type, entry.kind, entry.country, entry.id)
        and (not slot.endings or any(z.endswith(slot.endings) for p in entry.pairs for z in p.zh))
        for entry in fillers.of(slot)
    ):
        return True
    # A composed name may fill it; its country and form are known only when it is composed.
    return not slot.ids and any(
        pattern.type == slot.type and (not slot.kinds or pattern.kind in slot.kinds)
        for pattern in patterns
    )


def _says_all(earlier: Row, row: Row) -> bool:
    """Whether an earlier row with the same conditions, or none, holds every form of a row."""
    return (
        (not earlier.when or earlier.when == row.when)
        and set(row.vi_sequences) <= set(earlier.vi_sequences)
        and set(row.zh_sequences) <= set(earlier.zh_sequences)
    )

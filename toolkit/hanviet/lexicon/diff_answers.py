"""Which answers two gazetteers give differently: for names, and for mentions in documents.

What is asked (a name, a span of a document) is compared by its answer, and by the company it
keeps: a merge puts together what was apart before, a split puts apart what was together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Answer:
    """The first answer to a name, or what a mention was linked to.

    Attributes:
        id: The entry or composed name, or empty if nothing was found.
        vi: Its Vietnamese form.
        zh_hans: Its Chinese form.
        decision: What to do with it.
    """

    id: str = ""
    vi: str = ""
    zh_hans: str = ""
    decision: str = "unknown"


@dataclass(frozen=True, slots=True)
class AnswerChange(Generic[T]):
    """One thing asked whose answer changed; None where it was not, or is no longer, found."""

    asked: T
    old: Answer | None
    new: Answer | None


@dataclass(frozen=True, slots=True)
class Regrouping(Generic[T]):
    """A group of one gazetteer that is several groups in the other.

    Attributes:
        label: The label of the one group.
        parts: The label of each of the several, with what both groups hold.
    """

    label: str
    parts: tuple[tuple[str, tuple[T, ...]], ...]


@dataclass(frozen=True, slots=True)
class AnswerDiff(Generic[T]):
    """The difference of two sets of answers.

    Attributes:
        asked: How many things were asked.
        changed: Those with another answer, in the order asked.
        merges: Groups of the new answers that were several before.
        splits: Groups of the old answers that are several now.
    """

    asked: int
    changed: tuple[AnswerChange[T], ...]
    merges: tuple[Regrouping[T], ...]
    splits: tuple[Regrouping[T], ...]


def preferred_forms(*gazetteers: Gazetteer) -> list[str]:
    """Every preferred form of every entry in both languages, each once, in the order of ids."""
    return list(
        dict.fromkeys(
            form
            for gazetteer in gazetteers
            for entry in gazetteer.entries.values()
            for form in (entry.vi, entry.zh)
            if form
        )
    )


def diff_names(
    old: Gazetteer, new: Gazetteer, names: Iterable[str], *, date: str = ""
) -> AnswerDiff[str]:
    """Look names up in two gazetteers and compare the first answers.

    Args:
        old: The gazetteer before.
        new: The gazetteer after.
        names: What to look up; a name that stands twice is asked once.
        date: The date of their use, ISO, or empty.

    Returns:
        What changed. The names of a group have one entry for their answer; a partial or fuzzy
        match says that a name is near to an entry, not that it is its name, and makes no group.
    """
    asked = list(dict.fromkeys(names))
    if old.version == new.version:
        return AnswerDiff(len(asked), (), (), ())
    before, old_groups = _first_answers(old, asked, date)
    after, new_groups = _first_answers(new, asked, date)
    return diff_answers(before, after, old_groups, new_groups)


def diff_answers(
    before: Mapping[T, Answer],
    after: Mapping[T, Answer],
    old_groups: Mapping[T, str],
    new_groups: Mapping[T, str],
) -> AnswerDiff[T]:
    """Compare answers, and the groups that they make.

    Args:
        before: What was asked to the old answer.
        after: What was asked to the new answer.
        old_groups: What was asked to the label of its old group; what is missing has none.
        new_groups: The same for the new answers.

    Returns:
        What changed. Labels may all differ: only what stands together counts for the groups.

    >>> a, b = Answer("a"), Answer("b")
    >>> diff = diff_answers({1: a, 2: b}, {1: a, 2: a}, {1: "a", 2: "b"}, {1: "a", 2: "a"})
    >>> diff.merges
    (Regrouping(label='a', parts=(('a', (1,)), ('b', (2,)))),)
    """
    asked = list(dict.fromkeys([*before, *after]))
    changed = tuple(
        AnswerChange(one, before.get(one), after.get(one))
        for one in asked
        if before.get(one) != after.get(one)
    )
    return AnswerDiff(
        asked=len(asked),
        changed=changed,
        merges=_regrouped(asked, new_groups, old_groups),
        splits=_regrouped(asked, old_groups, new_groups),
    )


def _first_answers(
    gazetteer: Gazetteer, names: Iterable[str], date: str
) -> tuple[dict[str, Answer], dict[str, str]]:
    """The first answer to each name, and the entry or composed name that it names."""
    from hanviet.readings.levels import Level

    answers: dict[str, Answer] = {}
    groups: dict[str, str] = {}
    for name in names:
        first = next(iter(gazetteer.lookup(name, date=date)), None)
        if first is None:
            answers[name] = Answer()
            continue
        answers[name] = Answer(first.id, first.vi, first.zh_hans, first.decision.value)
        if first.level > Level.PARTIAL:
            groups[name] = first.id
    return answers, groups


def _regrouped(
    asked: Iterable[T], one: Mapping[T, str], several: Mapping[T, str]
) -> tuple[Regrouping[T], ...]:
    """The groups of `one` whose members lie in more than one group of `several`."""
    groups: dict[str, dict[str, list[T]]] = defaultdict(lambda: defaultdict(list))
    for thing in asked:
        if thing in one and thing in several:
            groups[one[thing]][several[thing]].append(thing)
    return tuple(
        Regrouping(label, tuple((part, tuple(things)) for part, things in parts.items()))
        for label, parts in groups.items()
        if len(parts) > 1
    )

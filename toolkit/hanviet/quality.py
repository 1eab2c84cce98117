"""How good a system is, part by part: types, languages, decisions, and what it says of itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from hanviet.evaluation import GoldMention, Scores, Span, SystemMention, evaluate

BINS = ((0.0, 0.1), (0.1, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.01))
"""Ranges of probability that are compared with how often they were right."""


class Share(NamedTuple):
    """How often something was right.

    Attributes:
        label: What.
        right: How often it was right.
        said: How often it was said.
        expected: The mean of the probabilities that were said, or None.
    """

    label: str
    right: int
    said: int
    expected: float | None = None


class Quality(NamedTuple):
    """The parts of a quality page.

    Attributes:
        whole: The scores over everything.
        by_type: Those of each entity type that the gold has.
        by_language: Those of each language, by the script of the surface.
        decisions: How often the Chinese form was right, by decision.
        calibration: How often it was right, by probability; empty if no row says one.
    """

    whole: Scores
    by_type: Mapping[str, Scores]
    by_language: Mapping[str, Scores]
    decisions: tuple[Share, ...]
    calibration: tuple[Share, ...]


def quality(
    gold: Mapping[Span, GoldMention],
    accepted: Mapping[str, Collection[str]],
    system: Mapping[Span, SystemMention],
    *,
    nested: bool = False,
) -> Quality:
    """Measure a system part by part.

    Args:
        gold: The mentions that should be found.
        accepted: Entity to its accepted Chinese forms.
        system: The mentions that were found.
        nested: Nested gold mentions are due too.

    Returns:
        The parts.
    """
    types = list(dict.fromkeys(mention.type for mention in gold.values()))
    languages: dict[str, dict[Span, GoldMention]] = {}
    for lang in ("vi", "zh"):
        chosen = {span: mention for span, mention in gold.items() if _language(mention) == lang}
        if chosen:
            languages[lang] = chosen
    by_language = {}
    for lang, chosen in languages.items():
        others = {span for span in gold if span not in chosen}
        found = {
            span: mention
            for span, mention in system.items()
            if span not in others and _language(mention) == lang
        }
        by_language[lang] = evaluate(chosen, accepted, found, nested=nested)
    return Quality(
        evaluate(gold, accepted, system, nested=nested),
        {
            type_: evaluate(gold, accepted, system, types=(type_,), nested=nested)
            for type_ in sorted(types, key=_type_order)
        },
        by_language,
        _decisions(gold, accepted, system),
        _calibration(gold, accepted, system),
    )


def _language(mention: GoldMention | SystemMention) -> str:
    from hanviet.orthography.chinese import has_han

    return "zh" if has_han(mention.surface) else "vi"


def _type_order(type_: str) -> tuple[int, str]:
    order = ("PERSON", "PLACE", "ORG", "EVENT", "TITLE")
    return (order.index(type_) if type_ in order else len(order), type_)


def _judged(
    gold: Mapping[Span, GoldMention],
    accepted: Mapping[str, Collection[str]],
    system: Mapping[Span, SystemMention],
) -> list[tuple[SystemMention, bool]]:
    """Vietnamese mentions whose Chinese form can be judged, and whether it is right."""
    judged = []
    for span, mention in system.items():
        due = gold.get(span)
        forms = accepted.get(due.entity) if due is not None else None
        if forms and mention.zh_hans and _language(mention) == "vi":
            judged.append((mention, mention.zh_hans in forms))
    return judged


def _decisions(
    gold: Mapping[Span, GoldMention],
    accepted: Mapping[str, Collection[str]],
    system: Mapping[Span, SystemMention],
) -> tuple[Share, ...]:
    counts: dict[str, list[bool]] = defaultdict(list)
    for mention, right in _judged(gold, accepted, system):
        counts[mention.decision].append(right)
    order = ("linked", "review", "proposed")
    return tuple(
        Share(decision, sum(counts[decision]), len(counts[decision]))
        for decision in order
        if counts[decision]
    )


def _calibration(
    gold: Mapping[Span, GoldMention],
    accepted: Mapping[str, Collection[str]],
    system: Mapping[Span, SystemMention],
) -> tuple[Share, ...]:
    said = [
        (mention.probability, right)
        for mention, right in _judged(gold, accepted, system)
        if mention.probability is not None
    ]
    found = []
    for low, high in BINS:
        inside = [(probability, right) for probability, right in said if low <= probability < high]
        if inside:
            mean = sum(probability for probability, _ in inside) / len(inside)
            label = f"{low:.1f}–{min(high, 1.0):.1f}"
            found.append(Share(label, sum(right for _, right in inside), len(inside), mean))
    return tuple(found)

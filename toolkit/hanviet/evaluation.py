"""Score a system's mentions against gold: spans, types, links and clusters.

Gold mentions that are nested are optional: found ones are no false alarms, missed ones are not
counted, unless they are asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

Span = tuple[str, int, int]
"""A file by its base name, start and end."""


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention that a system should find.

    Args:
        surface: Its text.
        type: Its entity type.
        entity: The entity that it means.
        nested: Whether it lies within another mention.
    """

    surface: str
    type: str
    entity: str
    nested: bool = False


@dataclass(frozen=True, slots=True)
class SystemMention:
    """A mention that a system found.

    Args:
        surface: Its text.
        type: Its entity type.
        zh_hans: The Chinese form it was linked to, or empty.
        cluster: The cluster that the system put it in; None stands for one of its own.
        decision: What the system decided, or empty.
        probability: How sure it says it is of the form, 0 to 1, or None.
    """

    surface: str
    type: str
    zh_hans: str
    cluster: str | None
    decision: str = ""
    probability: float | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """Precision and recall.

    Args:
        precision: Share of what was said that is right, 0 to 1.
        recall: Share of what was due that was said, 0 to 1.
    """

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean.

        >>> Measure(1.0, 0.5).f1
        0.6666666666666666
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @classmethod
    def of(cls, right: int, said: int, due: int) -> Measure:
        """From counts; 0 where nothing was said or due."""
        return cls(right / said if said else 0.0, right / due if due else 0.0)


@dataclass(frozen=True, slots=True)
class Scores:
    """All measures, the sizes they rest on, and what went wrong.

    Args:
        due: How many mentions should have been found.
        said: How many were, right or wrong.
        files: In how many files.
        span: The span is right, whatever the type.
        typed: Span and type are right.
        linked: The span is right and the Chinese form is one of the accepted ones.
        cluster: B-cubed over the gold mentions that were found.
        missed: Type and surface of what was missed, with counts.
        false_alarms: Type and surface of what was found in vain, with counts.
        wrong_forms: Surface, the form said and those accepted, with counts.
    """

    due: int
    said: int
    files: int
    span: Measure
    typed: Measure
    linked: Measure
    cluster: Measure
    missed: Counter[tuple[str, str]]
    false_alarms: Counter[tuple[str, str]]
    wrong_forms: Counter[tuple[str, str, str]]

    def measures(self) -> dict[str, Measure]:
        """The measures by name, in the order in which they are printed."""
        return {
            "span": self.span,
            "typed": self.typed,
            "linked": self.linked,
            "cluster": self.cluster,
        }


def base_name(file: str) -> str:
    """The name by which files are compared.

    >>> base_name("articles/000.txt")
    '000.txt'
    """
    return PurePath(file).name


def evaluate(
    gold: Mapping[Span, GoldMention],
    accepted: Mapping[str, Collection[str]],
    system: Mapping[Span, SystemMention],
    *,
    types: Collection[str] = (),
    nested: bool = False,
) -> Scores:
    """Score a system.

    Args:
        gold: The mentions that should be found. Only files among them are scored.
        accepted: Entity to its accepted Chinese forms; entities without any are left out of
            `linked`.
        system: The mentions that were found.
        types: Only gold mentions of these types are due; empty for all.
        nested: Nested gold mentions are due too.

    Returns:
        The scores.
    """
    files = {span[0] for span in gold}

    def is_due(mention: GoldMention) -> bool:
        return (nested or not mention.nested) and (not types or mention.type in types)

    due = {span: mention for span, mention in gold.items() if is_due(mention)}
    said = {
        span: mention
        for span, mention in system.items()
        if span[0] in files
        and (span in due or (span not in gold and (not types or mention.type in types)))
    }
    found = [span for span in due if span in said]
    linkable = {span for span, mention in due.items() if accepted.get(mention.entity)}
    claimed = [
        span
        for span, mention in said.items()
        if mention.zh_hans and (span in linkable or span not in due)
    ]
    wrong = [
        span
        for span in found
        if span in linkable and said[span].zh_hans not in accepted[due[span].entity]
    ]
    right_links = sum(span in linkable for span in found) - len(wrong)
    right_types = sum(said[span].type == due[span].type for span in found)
    return Scores(
        due=len(due),
        said=len(said),
        files=len(files),
        span=Measure.of(len(found), len(said), len(due)),
        typed=Measure.of(right_types, len(said), len(due)),
        linked=Measure.of(right_links, len(claimed), len(linkable)),
        cluster=b_cubed(
            {span: due[span].entity for span in found},
            {span: said[span].cluster or span for span in found},
        ),
        missed=Counter((due[s].type, due[s].surface) for s in due if s not in said),
        false_alarms=Counter((said[s].type, said[s].surface) for s in said if s not in due),
        wrong_forms=Counter(
            (due[s].surface, said[s].zh_hans, ";".join(sorted(accepted[due[s].entity])))
            for s in wrong
        ),
    )


def b_cubed(gold: Mapping[Span, Hashable], system: Mapping[Span, Hashable]) -> Measure:
    """Compare two clusterings of the same mentions (Bagga and Baldwin 1998).

    Args:
        gold: Mention to its true cluster.
        system: Mention to its cluster in the system.

    Returns:
        The mean over mentions of how pure and how complete the mention's cluster is.

    >>> b_cubed({("f", 0, 1): "a", ("f", 2, 3): "a"}, {("f", 0, 1): 1, ("f", 2, 3): 2})
    Measure(precision=1.0, recall=0.5)
    """
    if not gold:
        return Measure(0.0, 0.0)
    both = Counter((gold[span], system[span]) for span in gold)
    in_gold, in_system = Counter(gold.values()), Counter(system[span] for span in gold)
    # A pair of clusters that shares k mentions gives each of the k the same shares.
    precision = sum(count * count / in_system[cluster] for (_, cluster), count in both.items())
    recall = sum(count * count / in_gold[entity] for (entity, _), count in both.items())
    return Measure(precision / len(gold), recall / len(gold))

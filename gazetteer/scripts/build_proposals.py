"""Fit the curves that make probabilities of the shares of proposals; tell how reliable they are.

    python gazetteer/scripts/build_proposals.py [--check]

In: the gazetteer's reviewed pairs of people and places of China and Việt Nam. Each pair is proposed
in both directions with the pair itself left out of what is learned.
Out: `readings/proposal-calibration.tsv` and the tables of docs/proposals.md, in which every pair is
judged by curves fitted on the other folds. The same gazetteer gives the same bytes. `--check`
writes nothing and ends 1 on a difference.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

GAZETTEER = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(GAZETTEER.parent / "toolkit"))

from hanviet.lexicon.gazetteer import Gazetteer  # noqa: E402  the checkout's own, installed or not
from hanviet.orthography.vietnamese import Fold, key  # noqa: E402
from hanviet.orthography.words import words  # noqa: E402
from hanviet.proposals.calibration import TO_CHINESE, TO_VIETNAMESE, Curve, logit  # noqa: E402
from hanviet.proposals.propose import ranked_candidates  # noqa: E402
from hanviet.proposals.renderings import learned_without, renderings_of  # noqa: E402
from hanviet.proposals.roles import KINDS, Kind  # noqa: E402
from hanviet.readings.generic_parts import part_chinese, part_vietnamese  # noqa: E402

CALIBRATION = GAZETTEER / "readings" / "proposal-calibration.tsv"
PAGE = GAZETTEER.parent / "docs" / "proposals.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"

FOLDS = 5
FITTED = 10
"""So many of the candidates of each name are fitted on."""
BINS = (0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
THRESHOLDS = (0.5, 0.8, 0.9, 0.95)
BIN = 40
"""So many candidates make one point of a curve, before points that fall are pooled."""


@dataclass(frozen=True)
class Question:
    """A name with a reviewed answer."""

    direction: str
    kind: Kind
    name: str
    answers: frozenset[str]
    regular: bool
    fold: int


@dataclass(frozen=True)
class Answer:
    """What was proposed: shares with whether the form is right, best first."""

    question: Question
    taken_for: Kind | None
    shares: tuple[tuple[float, bool], ...]


def main(arguments: list[str] | None = None) -> int:
    """Write the curves and the page's tables, or compare them with what stands there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="write nothing, end 1 if changed")
    options = parser.parse_args(arguments)
    gazetteer = Gazetteer.load(GAZETTEER, cache=False)
    answers = [answer(question, gazetteer) for question in questions(gazetteer)]
    page = PAGE.read_text(encoding="utf-8")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    texts = {
        CALIBRATION: calibration_table(answers),
        PAGE: f"{before}{BEGIN}\n{measured(answers)}{END}{after}",
    }
    changed = 0
    for path, text in texts.items():
        same = path.exists() and path.read_text(encoding="utf-8") == text
        changed += not same
        if options.check and not same:
            print(
                f"{path}: differs from what the gazetteer gives; run {Path(__file__).name}",
                file=sys.stderr,
            )
        elif not same:
            path.write_text(text, encoding="utf-8", newline="\n")
    return 1 if options.check and changed else 0


def questions(gazetteer: Gazetteer) -> Iterator[Question]:
    """Every reviewed pair of a person or place of the two countries, in both directions.

    Pairs whose sides differ in length after generic words are set apart (Singapore 新加坡) are no
    matter of readings; pairs of equal length are asked for whether they are regular or not.
    """
    for entry in gazetteer.entries.values():
        kind = Kind(entry.type, entry.country)
        if kind not in KINDS or entry.status != "reviewed":
            continue
        usual = [
            pair
            for pair in entry.pairs
            if pair.vi and pair.zh and not pair.avoid and pair.use in ("", "short")
            if pair.status == "reviewed" and same_length(pair.vi[0], pair.zh[0], kind)
        ]
        for pair in usual[:1]:
            fold = zlib.crc32(entry.id.encode()) % FOLDS
            regular = not pair.irregular
            forms = [one for one in entry.pairs if not one.avoid]
            chinese = frozenset(plain(form, kind) for one in forms for form in one.zh)
            vietnamese = frozenset(plain(form, kind) for one in forms for form in one.vi)
            yield Question(TO_CHINESE, kind, pair.vi[0], chinese, regular, fold)
            yield Question(TO_VIETNAMESE, kind, pair.zh[0], vietnamese, regular, fold)


def plain(form: str, kind: Kind) -> str:
    """A form as it is judged: spelling folded, the rank of a place left out (谅山 is 谅山省)."""
    if kind.type == "PLACE":
        parted = part_vietnamese(form) or part_chinese(form)
        if parted is not None and parted.is_rank and len(parted.core) > 1:
            form = parted.core
    return key(form, Fold.SPELLING)


def same_length(vi: str, zh: str, kind: Kind) -> bool:
    """Whether the sides have as many syllables as characters, generic words left aside."""
    head, ending = part_vietnamese(vi), part_chinese(zh)
    cores = {len(words(vi)) - len(zh)}
    if kind.type == "PLACE":
        if head and ending and head.kinds & ending.kinds:
            cores.add(len(words(head.core)) - len(ending.core))
        if ending:
            cores.add(len(words(vi)) - len(ending.core))
    return 0 in cores


def answer(question: Question, gazetteer: Gazetteer) -> Answer:
    """Propose for one question."""
    learned = learned_without(renderings_of(gazetteer), question.name)
    ranked = [one.ranked for one in ranked_candidates(question.name, learned, question.kind.type)]
    shares = tuple(
        (one.share, plain(one.form, question.kind) in question.answers) for one in ranked[:FITTED]
    )
    return Answer(question, ranked[0].kind if ranked else None, shares)


# Curves


def calibration_table(answers: list[Answer]) -> str:
    """The curves by direction and kind."""
    lines = [
        "# Curves from the share of a proposal to its probability. Built by build_proposals.py.",
        "# Licence: CC0-1.0.",
        "# knots: logit of the share, and the probability there; straight lines between them.",
        "direction\ttype\tcountry\tpairs\tknots",
    ]
    for (direction, kind), curve in fitted(answers).items():
        pairs = sum(
            one.question.direction == direction and one.taken_for == kind for one in answers
        )
        knots = " ".join(f"{x:.2f}:{p:.3f}" for x, p in curve.knots)
        lines.append(f"{direction}\t{kind.type}\t{kind.country}\t{pairs}\t{knots}")
    return "\n".join(lines) + "\n"


def fitted(answers: Iterable[Answer]) -> dict[tuple[str, Kind], Curve]:
    """A rising curve for each direction and kind that a name was taken for."""
    samples: defaultdict[tuple[str, Kind], list[tuple[float, bool]]] = defaultdict(list)
    for one in answers:
        if one.taken_for is not None:
            samples[one.question.direction, one.taken_for] += one.shares
    return {
        (direction, kind): isotonic(samples[direction, kind])
        for direction in (TO_CHINESE, TO_VIETNAMESE)
        for kind in KINDS
    }


def isotonic(samples: list[tuple[float, bool]]) -> Curve:
    """Fit a rising curve by pooling adjacent violators, from bins of equally many candidates.

    A bin is taken to hold half a right and half a wrong form more than it does, so that no
    probability is 0 or 1.
    """
    pooled: list[tuple[float, float, int]] = []
    for members in equal_bins(sorted((logit(share), right) for share, right in samples)):
        x, right, size = sum(x for x, _ in members), sum(r for _, r in members), len(members)
        block = (x, float(right), size)
        while pooled and rate(pooled[-1]) >= rate(block):
            block = tuple(a + b for a, b in zip(pooled.pop(), block, strict=True))  # type: ignore[assignment]
        pooled.append(block)
    return Curve(tuple((round(x / n, 2), round(rate((x, r, n)), 3)) for x, r, n in pooled))


def equal_bins(points: list[tuple[float, bool]]) -> list[list[tuple[float, bool]]]:
    """Cut rising points into bins; points of one height are never parted."""
    bins: list[list[tuple[float, bool]]] = [[]]
    for point in points:
        if len(bins[-1]) >= BIN and point[0] != bins[-1][-1][0]:
            bins.append([])
        bins[-1].append(point)
    if len(bins) > 1 and len(bins[-1]) < BIN:
        bins[-2:] = [bins[-2] + bins[-1]]
    return bins


def rate(block: tuple[float, float, int]) -> float:
    """The share of right forms in a block."""
    _, right, size = block
    return (right + 0.5) / (size + 1)


# The page's tables


def measured(answers: list[Answer]) -> str:
    """What the page prints: how often right, and how reliable."""
    tables = (
        accuracy_table(answers),
        reliability_table(judged(answers)),
        threshold_table(answers),
    )
    return "\n".join(tables)


def accuracy_table(answers: list[Answer]) -> str:
    """How often the right form comes first, and among the first five."""
    lines = [
        "| direction | names | pairs | right first | in the first five | nothing proposed |",
        "| --- | --- | ---: | ---: | ---: | ---: |",
    ]
    words_of = {"PERSON": "people", "PLACE": "places"}
    for direction in (TO_CHINESE, TO_VIETNAMESE):
        for kind in KINDS:
            for regular in (True, False):
                group = [
                    one
                    for one in answers
                    if one.question.direction == direction
                    and one.question.kind == kind
                    and (one.question.regular or not regular)
                ]
                first = sum(any(right for _, right in one.shares[:1]) for one in group)
                five = sum(any(right for _, right in one.shares[:5]) for one in group)
                none = sum(not one.shares for one in group)
                what = f"{words_of[kind.type]}, {kind.country}" + (
                    ", regular" if regular else ", all"
                )
                lines.append(
                    f"| {direction} | {what} | {len(group)} | {percent(first, len(group))} "
                    f"| {percent(five, len(group))} | {none} |"
                )
    return "\n".join(lines) + "\n"


def judged(answers: list[Answer]) -> list[tuple[str, float, bool]]:
    """Every candidate's direction, probability by the other folds' curves, and whether right."""
    return [
        (one.question.direction, curve.at(share), right)
        for one, curve in with_others_curves(answers)
        for share, right in one.shares
    ]


def with_others_curves(answers: list[Answer]) -> Iterator[tuple[Answer, Curve]]:
    """Each answer with proposals, with its curve as the other folds give it."""
    for fold in range(FOLDS):
        curves = fitted(one for one in answers if one.question.fold != fold)
        for one in answers:
            if one.question.fold == fold and one.taken_for is not None:
                yield one, curves[one.question.direction, one.taken_for]


def reliability_table(cases: list[tuple[str, float, bool]]) -> str:
    """Of the forms proposed with so much probability, how many are right."""
    lines = [
        "| probability | vi-zh: forms | mean | right | zh-vi: forms | mean | right |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for low, high in pairwise(BINS):
        cells = []
        for direction in (TO_CHINESE, TO_VIETNAMESE):
            held = [(p, right) for way, p, right in cases if way == direction and low <= p < high]
            mean = sum(p for p, _ in held) / len(held) if held else 0.0
            right = sum(right for _, right in held)
            cells += [
                str(len(held)),
                f"{100 * mean:.1f} %" if held else "–",
                percent(right, len(held)),
            ]
        name = f"{low:.2f} to {min(high, 1.0):.2f}"
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def threshold_table(answers: list[Answer]) -> str:
    """Of people whose likeliest form has at least so much probability, how many it is right for."""
    best: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    for one, curve in with_others_curves(answers):
        if one.question.kind.type == "PERSON":
            best[one.question.direction].append((curve.at(one.shares[0][0]), one.shares[0][1]))
    lines = [
        "| people, likeliest form at least | vi-zh: of all people | right "
        "| zh-vi: of all people | right |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for least in THRESHOLDS:
        cells = []
        for direction in (TO_CHINESE, TO_VIETNAMESE):
            asked_for = [one.question for one in answers if one.question.direction == direction]
            asked = sum(question.kind.type == "PERSON" for question in asked_for)
            held = [right for p, right in best[direction] if p >= least]
            cells += [percent(len(held), asked), percent(sum(held), len(held))]
        lines.append(f"| {least:.2f} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def percent(part: int, whole: int) -> str:
    """A share in per cent, a dash for none."""
    return f"{100 * part / whole:.1f} %" if whole else "–"


if __name__ == "__main__":
    sys.exit(main())

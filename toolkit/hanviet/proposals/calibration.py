"""From a share to a probability, by curves that were fitted on the gazetteer's reviewed pairs.

`gazetteer/scripts/build_proposals.py` fits them and prints the reliability that they have on pairs
they were not fitted on (docs/proposals.md).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from hanviet.data import data_path
from hanviet.proposals.roles import Kind

SMALLEST = 1e-5
TO_CHINESE, TO_VIETNAMESE = "vi-zh", "zh-vi"


class Curve(NamedTuple):
    """A rising curve over the share's logit.

    Attributes:
        knots: Points of the curve, logit and probability, both rising.
    """

    knots: tuple[tuple[float, float], ...]

    def at(self, share: float) -> float:
        """The probability of a share, to three decimals: straight lines between the knots."""
        x = logit(share)
        place = bisect_left(self.knots, (x,))
        if place == 0:
            return round(self.knots[0][1] * min(1.0, share / _share(self.knots[0][0])), 3)
        if place == len(self.knots):
            return self.knots[-1][1]
        (x0, p0), (x1, p1) = self.knots[place - 1], self.knots[place]
        return round(p0 + (p1 - p0) * (x - x0) / (x1 - x0), 3)


def calibrated(share: float, kind: Kind, *, to_vietnamese: bool) -> float:
    """Give the probability that belongs to a share.

    Args:
        share: What the ranking gives, 0 to 1.
        kind: What the name was taken for.
        to_vietnamese: The direction.

    Returns:
        The probability, 0 to 1, monotone in the share.
    """
    direction = TO_VIETNAMESE if to_vietnamese else TO_CHINESE
    return curves()[direction, kind].at(share)


def logit(share: float) -> float:
    """The logarithm of the odds, within bounds."""
    held = min(1 - SMALLEST, max(SMALLEST, share))
    return math.log(held / (1 - held))


def _share(x: float) -> float:
    return 1 / (1 + math.exp(-x))


@cache
def curves() -> dict[tuple[str, Kind], Curve]:
    """The curves by direction and kind."""
    text = data_path("readings/proposal-calibration.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line[0] != "#"][1:]
    return {
        (direction, Kind(type_, country)): Curve(
            tuple((float(x), float(p)) for x, p in (knot.split(":") for knot in knots.split()))
        )
        for direction, type_, country, _, knots in rows
    }

"""How fast the nearest of many names is found, beside rapidfuzz, string_grouper and Splink.

    python benchmarks/reconcile.py [--rows 4000] [--names 1000 10000 100000] [--peers]

Names are made of Vietnamese syllables, without marks and spaces, as hanviet compares them. Of the
rows, 60 % are names of the reference, 40 % such names with one slip of the finger, or with two of
them (a quarter). Every method gets the same strings. `extractOne` and tiled `cdist` of rapidfuzz
give the same answer as hanviet, which is checked row by row; they are asked for a sample of the
rows where all would take minutes, and so are string_grouper and Splink, which give another answer:
whether it is the right name is counted. Rounds are interleaved and medians compared, so that the
ratios mean something on a busy machine; times do not. Building the index is in hanviet's time.
"""

from __future__ import annotations

import argparse
import logging
import math
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist, extractOne

from hanviet.linking.keys import bare_letters
from hanviet.linking.nearest import NearestTexts
from hanviet.mentions.wordlists import wordlists
from hanviet.orthography.syllable import all_syllables

SEED = 20261122
SYLLABLES = 2_000
SURNAMES = 60
DEGRADED = 0.4
TWO_SLIPS = 0.25
PAIRS_AT_ONCE = 25_000_000
"""Of a tile of `cdist`: 100 MB."""
LEAST_SIMILAR = 0.3
"""For string_grouper, whose default of 0.8 finds hardly a name with a slip."""
SAMPLE_EXTRACT_ONE = 30
SAMPLE_CDIST = 1_000


@dataclass(slots=True)
class Timed:
    """Times of a method, per row, and how it answered."""

    seconds: list[float] = field(default_factory=list)
    rows: int = 0
    right: float = 0.0

    @property
    def median(self) -> float:
        """Microseconds per row."""
        return statistics.median(self.seconds) / max(1, self.rows) * 1e6


@dataclass(frozen=True, slots=True)
class Task:
    """Names, and rows with the name that each means."""

    names: list[str]
    rows: list[str]
    meant: list[str]


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; 1 if an answer differs from that of rapidfuzz."""
    parser = argparse.ArgumentParser(description="the nearest of many names")
    parser.add_argument("--rows", type=int, default=4_000)
    parser.add_argument("--names", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--degraded-only", action="store_true", help="no row is equal to a name")
    parser.add_argument("--alone", action="store_true", help="hanviet only, to see its memory")
    parser.add_argument("--peers", action="store_true", help="string_grouper and Splink too")
    options = parser.parse_args(arguments)
    degraded = 1.0 if options.degraded_only else DEGRADED
    sizes, micros, differing = [], [], 0
    print(f"{options.rows:,} rows, {degraded:.0%} of them degraded; microseconds a row\n")
    header = (
        "names",
        "hanviet",
        "cdist",
        "extractOne",
        "x cdist",
        "x extractOne",
        "right",
        "differ",
    )
    print(" ".join(f"{title:>12}" for title in header))
    for size in options.names:
        task = made_up(size, options.rows, degraded)
        if options.alone:
            once = seconds(lambda task=task: hanviet(task, task.rows, options.workers))  # type: ignore[misc]
            print(f"{size:12,} {once / options.rows * 1e6:12.1f}  {peak_memory()}")
            continue
        times, differ = measured(task, options.rounds, options.workers)
        differing += differ
        ours, tiled, one = (
            times["hanviet"].median,
            times["cdist"].median,
            times["extractOne"].median,
        )
        print(f"{size:12,} {ours:12.1f} {tiled:12.1f} {one:12.1f} {tiled / ours:12.1f} "
              f"{one / ours:12.1f} {times['hanviet'].right:12.1%} {differ:12}")  # fmt: skip
        if options.peers:
            print_peers(task)
        sizes.append(size)
        micros.append(ours)
    if len(sizes) > 1:
        print(f"\ntime of a row grows with the power {exponent(sizes, micros):.2f} of the names")
    print(f"peak memory: {peak_memory()}")
    return 1 if differing else 0


def measured(task: Task, rounds: int, workers: int) -> tuple[dict[str, Timed], int]:
    """Times of interleaved rounds, and how many scores differ from those of `cdist`."""
    chance = random.Random(SEED)
    few = chance.sample(task.rows, min(len(task.rows), SAMPLE_CDIST))
    fewer = few[:SAMPLE_EXTRACT_ONE]
    methods: dict[str, tuple[list[str], Callable[[list[str]], list[float]]]] = {
        "hanviet": (task.rows, lambda rows: hanviet(task, rows, workers)),
        "cdist": (few, lambda rows: tiled_cdist(task, rows, workers)),
        "extractOne": (fewer, lambda rows: one_by_one(task, rows)),
    }
    times = {name: Timed(rows=len(rows)) for name, (rows, _) in methods.items()}
    answers: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name, (rows, method) in methods.items():
            began = time.perf_counter()
            answers[name] = method(rows)
            times[name].seconds.append(time.perf_counter() - began)
    score = dict(zip(task.rows, answers["hanviet"], strict=True))
    pairs = [
        *zip(few, answers["cdist"], strict=True),
        *zip(fewer, answers["extractOne"], strict=True),
    ]
    differ = sum(not math.isclose(score[row], other, rel_tol=1e-5) for row, other in pairs)
    found = NearestTexts(task.names).best(few)
    meant = dict(zip(task.rows, task.meant, strict=True))
    times["hanviet"].right = sum(
        task.names[near.number] == meant[row] for row, near in zip(few, found, strict=True)
    ) / len(few)
    return times, differ


def hanviet(task: Task, rows: list[str], workers: int) -> list[float]:
    """The best scores by hanviet, the index built anew."""
    return [near.score for near in NearestTexts(task.names).best(rows, workers=workers)]


def tiled_cdist(task: Task, rows: list[str], workers: int) -> list[float]:
    """The best scores by `cdist`, in tiles that fit into memory."""
    high = max(1, PAIRS_AT_ONCE // len(task.names))
    best: list[float] = []
    for start in range(0, len(rows), high):
        tile = cdist(rows[start : start + high], task.names, scorer=ratio, workers=workers)
        best += tile.max(axis=1).tolist()
    return best


def one_by_one(task: Task, rows: list[str]) -> list[float]:
    """The best scores by `extractOne`."""
    return [(extractOne(row, task.names, scorer=ratio) or ("", 0.0, 0))[1] for row in rows]


def print_peers(task: Task) -> None:
    """Time and share of right answers of tools that answer otherwise, on the degraded rows."""
    rows = [pair for pair in zip(task.rows, task.meant, strict=True) if pair[0] != pair[1]]
    peers = {"hanviet": by_hanviet, "string_grouper": by_string_grouper, "Splink": by_splink}
    for name, peer in peers.items():
        try:
            began = time.perf_counter()
            found = peer(task.names, [row for row, _ in rows])
            micros = (time.perf_counter() - began) / len(rows) * 1e6
        except ImportError:
            print(f"  {name} is not installed", file=sys.stderr)
            continue
        right = sum(answer == meant for answer, (_, meant) in zip(found, rows, strict=True)) / len(
            rows
        )
        print(f"  {name}: {len(rows):,} degraded rows, {micros:.0f} a row, right {right:.1%}")


def by_hanviet(names: Sequence[str], rows: Sequence[str]) -> list[str | None]:
    """The nearest name."""
    return [names[near.number] for near in NearestTexts(names).best(rows)]


def by_string_grouper(names: Sequence[str], rows: Sequence[str]) -> list[str | None]:
    """The most similar name by its trigrams."""
    import pandas as pd
    from string_grouper import match_most_similar

    found = match_most_similar(
        pd.Series(names), pd.Series(rows), ignore_index=True, min_similarity=LEAST_SIMILAR
    )
    return [str(name) for name in found]


def by_splink(names: Sequence[str], rows: Sequence[str]) -> list[str | None]:
    """The best link on one column, of pairs that share four letters at either end."""
    import pandas as pd
    import splink.comparison_library as comparisons
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    left = pd.DataFrame({"unique_id": range(len(rows)), "name": rows})
    right = pd.DataFrame({"unique_id": range(len(names)), "name": names})
    rules = [block_on("substr(name, 1, 4)"), block_on("right(name, 4)")]
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[comparisons.JaroWinklerAtThresholds("name", [0.97, 0.92, 0.85])],
        blocking_rules_to_generate_predictions=rules,
    )
    api = DuckDBAPI()
    tables = [
        api.register(frame, dataset_display_name=name)
        for frame, name in ((left, "rows"), (right, "names"))
    ]
    linker = Linker(tables, settings, log_level=logging.ERROR)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=SEED)
    pairs = linker.inference.predict().as_pandas_dataframe()
    # The sides are in the order of the tables' names.
    best = pairs.sort_values("match_weight", ascending=False).drop_duplicates("unique_id_r")
    found = dict(zip(best["unique_id_r"], best["unique_id_l"], strict=True))
    return [names[found[number]] if number in found else None for number in range(len(rows))]


def made_up(size: int, rows: int, degraded: float) -> Task:
    """So many names, and rows that mean some of them."""
    chance = random.Random(SEED)
    syllables = chance.sample(sorted(all_syllables()), SYLLABLES)
    surnames = sorted(wordlists("vi")["surnames"])[:SURNAMES]
    weights = [1 / rank for rank in range(1, len(surnames) + 1)]
    names: dict[str, None] = {}
    while len(names) < size:
        count = chance.choice((1, 2, 2, 2, 3))
        parts = [*chance.choices(surnames, weights), *chance.sample(syllables, count)]
        names[bare_letters(" ".join(parts))] = None
    kept = list(names)
    meant = chance.choices(kept, k=rows)
    spoiled = []
    for number, name in enumerate(meant):
        slips = 0 if number >= rows * degraded else 2 if chance.random() < TWO_SLIPS else 1
        for _ in range(slips):
            name = with_slip(name, chance)
        spoiled.append(name)
    return Task(kept, spoiled, meant)


def with_slip(name: str, chance: random.Random) -> str:
    """One letter more, less, another, or two exchanged."""
    place = chance.randrange(max(1, len(name) - 1))
    letter = chance.choice("abcdeghiklmnopqrstuvx")
    return chance.choice([
        name[:place] + letter + name[place:],
        name[:place] + name[place + 1 :],
        name[:place] + letter + name[place + 1 :],
        name[:place] + name[place : place + 2][::-1] + name[place + 2 :],
    ])  # fmt: skip


def exponent(sizes: Sequence[int], micros: Sequence[float]) -> float:
    """The slope of the line through the logarithms."""
    return statistics.linear_regression(
        [math.log(size) for size in sizes], [math.log(value) for value in micros]
    ).slope


def seconds(function: Callable[[], object]) -> float:
    """How long a function takes."""
    began = time.perf_counter()
    function()
    return time.perf_counter() - began


def peak_memory() -> str:
    """The most memory that this process and the largest of its children have used."""
    here = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return f"{here:.0f} MB, and {child:.0f} MB in the largest worker"


if __name__ == "__main__":
    sys.exit(main())

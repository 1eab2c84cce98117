"""How well spoiled names are tied to the rows of a table, beside what people use for it.

    python benchmarks/messy.py [--rows 700] [--each 30] [--impostors 120] [--show 20]

`messy_names` says how the cells are made. For each way to spoil: how often the right row comes
first, and how often it is decided `linked`; of all that is `linked`, how much is right; and how
many impostors are linked. Beside it unidecode with rapidfuzz's `WRatio` and `token_sort_ratio`,
which always give a row and a score: first as well, and impostors at 90 and more.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from messy_names import IMPOSTOR, SEED, Cell, Reference, messy_cells, reference_rows, without_marks
from rapidfuzz import fuzz
from rapidfuzz.process import extractOne

from hanviet.linking.closed import ReferenceTable, Row
from hanviet.linking.decision import Decision

SURE = 90.0
"""The score from which on people take what a ratio finds."""

Answer = tuple[int | None, bool, str]
"""The row found, whether it is taken as sure, and what is worth printing."""


def main(arguments: list[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="spoiled names against a table")
    parser.add_argument("--rows", type=int, default=700, help="rows of the reference table")
    parser.add_argument("--each", type=int, default=30, help="cells spoiled in each way")
    parser.add_argument("--impostors", type=int, default=120, help="names that no row means")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--show", type=int, default=0, help="print so many cells gone wrong")
    options = parser.parse_args(arguments)
    inside, outside = reference_rows(options.rows, options.seed)
    cells = messy_cells(inside, outside, options.each, options.impostors, options.seed)
    print(f"{len(cells)} cells against {len(inside)} rows\n")

    answers: dict[str, list[Answer]] = {}
    for name, method in methods(inside).items():
        began = time.perf_counter()
        answers[name] = [method(cell.text) for cell in cells]
        print(f"{name}: {time.perf_counter() - began:.1f} s", file=sys.stderr)
    print_ways(cells, answers["hanviet"])
    print_methods(cells, answers)
    if options.show:
        print_wrong(inside, cells, answers["hanviet"], options.show)
    return 0


def methods(inside: Sequence[Reference]) -> dict[str, Callable[[str], Answer]]:
    """The functions that are compared."""
    table = ReferenceTable.of([Row(str(row.number), row.vi, row.zh) for row in inside])

    def hanviet(text: str) -> Answer:
        found = table.find(text)
        if not found:
            return None, False, "nothing"
        best = found[0]
        said = f"{best.level.value} {best.decision.value} {[note.code for note in best.notes]}"
        return int(best.id), best.decision is Decision.LINKED, said

    return {
        "hanviet": hanviet,
        "unidecode + WRatio": ratio(inside, fuzz.WRatio),
        "unidecode + token_sort_ratio": ratio(inside, fuzz.token_sort_ratio),
    }


def ratio(inside: Sequence[Reference], scorer: Callable[..., float]) -> Callable[[str], Answer]:
    """The best row by a ratio over both names of each row, in Latin letters."""
    romanised = romanise()
    forms = [romanised(text) for row in inside for text in (row.vi, row.zh)]

    def answer(text: str) -> Answer:
        found = extractOne(romanised(text), forms, scorer=scorer)
        if found is None:
            return None, False, "nothing"
        return inside[found[2] // 2].number, found[1] >= SURE, f"{found[1]:.0f}"

    return answer


def romanise() -> Callable[[str], str]:
    """Unidecode if it is installed, else without marks and in pinyin without tones, its like."""
    try:
        from unidecode import unidecode
    except ImportError:
        from hanviet.orthography.chinese import has_han
        from hanviet.orthography.pinyin import pinyin

        print("unidecode is missing: pinyin in its place", file=sys.stderr)
        return lambda text: without_marks(pinyin(text) if has_han(text) else text).lower()
    return lambda text: str(unidecode(text)).lower()


def print_ways(cells: Sequence[Cell], answers: Sequence[Answer]) -> None:
    """One line for each way to spoil."""
    first: dict[str, list[bool]] = defaultdict(list)
    linked: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for cell, (row, sure, _) in zip(cells, answers, strict=True):
        first[cell.spoiled].append(row == cell.row)
        linked[cell.spoiled] += sure
        wrong[cell.spoiled] += sure and row != cell.row
    print(f"{'':20} {'cells':>6} {'first':>7} {'linked':>7} {'wrong':>6}")
    for way, hits in first.items():
        right = "" if way == IMPOSTOR else f"{sum(hits) / len(hits):7.1%}"
        share = linked[way] / len(hits)
        print(f"{way:20} {len(hits):6} {right:>7} {share:7.1%} {wrong[way]:6}")
    print()


def print_methods(cells: Sequence[Cell], answers: dict[str, list[Answer]]) -> None:
    """One line for each method."""
    print(f"{'':30} {'first':>7} {'sure':>7} {'right of sure':>14} {'impostors sure':>15}")
    for name, given in answers.items():
        pairs = list(zip(cells, given, strict=True))
        meant = [(cell, answer) for cell, answer in pairs if cell.row is not None]
        impostors = [answer for cell, answer in pairs if cell.row is None]
        first = sum(answer[0] == cell.row for cell, answer in meant) / len(meant)
        sure = [(cell, answer) for cell, answer in meant if answer[1]]
        right = sum(answer[0] == cell.row for cell, answer in sure) / max(1, len(sure))
        taken = sum(answer[1] for answer in impostors) / max(1, len(impostors))
        print(f"{name:30} {first:7.1%} {len(sure) / len(meant):7.1%} {right:14.1%} {taken:15.1%}")


def print_wrong(
    inside: Sequence[Reference], cells: Sequence[Cell], answers: Sequence[Answer], most: int
) -> None:
    """Cells whose row is not first or that are linked wrongly, then those that are not linked."""
    wrong, unlinked = [], []
    for cell, (row, sure, said) in zip(cells, answers, strict=True):
        meant = inside[cell.row].vi if cell.row is not None else ""
        found = inside[row].vi if row is not None else ""
        line = f"{cell.spoiled:18} {cell.text!r} -> {found!r} (not {meant!r}): {said}"
        if (row != cell.row and cell.row is not None) or (sure and row != cell.row):
            wrong.append(line)
        elif cell.row is not None and not sure:
            unlinked.append(f"{cell.spoiled:18} {cell.text!r} -> {found!r}: {said}")
    print("\nwrong:", *wrong[:most], "\nnot linked:", *unlinked[:most], sep="\n  ")


if __name__ == "__main__":
    sys.exit(main())

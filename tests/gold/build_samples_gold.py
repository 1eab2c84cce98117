"""Write `samples_gold.jsonl`: find the surfaces that `samples_gold.txt` lists in the samples.

    python tests/gold/build_samples_gold.py [--check]

With `--check` nothing is written; the exit status is 1 if the file is not what would be written.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "notebooks" / "data"
SOURCE = HERE / "samples_gold.txt"
TARGET = HERE / "samples_gold.jsonl"


def gold_text() -> str:
    """The gold file, made anew from the list and the sample articles."""
    return "".join(
        json.dumps(row, ensure_ascii=False) + "\n"
        for row in sorted(
            gold_rows(), key=lambda row: (row["file"], row["start"], -int(row["end"]))
        )
    )


def gold_rows() -> Iterator[dict[str, str | int]]:
    """Every listed mention with its offsets; an outer one is sought after the one before it."""
    file = text = ""
    around: list[tuple[int, int]] = []
    for number, line in enumerate(SOURCE.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("@ "):
            file = line[2:]
            text = (SAMPLES / file).read_bytes().decode("utf-8")
            around = [(0, 0)]
        elif line and not line.startswith("#"):
            depth = (len(line) - len(line.lstrip())) // 2
            type_, entity, surface = line.strip().split(" ", 2)
            if depth:
                start = text.find(surface, *_room(around, depth))
            else:
                start = text.find(surface, around[0][1])
            if start < 0:
                raise SystemExit(f"{SOURCE.name}:{number}: {surface!r} is not in {file} from here")
            around[depth:] = [(start, start + len(surface))]
            yield {
                "file": file,
                "start": start,
                "end": start + len(surface),
                "surface": surface,
                "type": type_,
                "entity": f"{type_}:{entity}",
                "nested": bool(depth),
            }


def _room(around: list[tuple[int, int]], depth: int) -> tuple[int, int]:
    """Where a nested mention may lie: in its parent, after its elder sibling."""
    start, end = around[depth - 1]
    return (around[depth][1] if len(around) > depth else start), end


def main() -> int:
    """Write the file, or check that it is up to date."""
    made = gold_text()
    if "--check" in sys.argv[1:]:
        same = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == made
        if not same:
            sys.stderr.write(f"{TARGET.name} is out of date; run {Path(__file__).name}\n")
        return 0 if same else 1
    TARGET.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Write `samples_gold.jsonl` and `pairs_gold.jsonl`: find the surfaces that their lists give.

`samples_gold.txt` lists those of the articles in notebooks/data, `pairs_gold.txt` those of the
texts in texts/: pairs in both languages on one event, made up, with people who are in no list.

    python tests/gold/build_samples_gold.py [--check]

With `--check` nothing is written; the exit status is 1 if a file is not what would be written.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
SETS = {"samples": HERE.parents[1] / "notebooks" / "data", "pairs": HERE / "texts"}
"""The texts of each set."""


def gold_text(name: str) -> str:
    """The gold file of a set, made anew from its list and its texts."""
    return "".join(
        json.dumps(row, ensure_ascii=False) + "\n"
        for row in sorted(
            gold_rows(HERE / f"{name}_gold.txt", SETS[name]),
            key=lambda row: (row["file"], row["start"], -int(row["end"])),
        )
    )


def gold_rows(source: Path, folder: Path) -> Iterator[dict[str, str | int]]:
    """Every listed mention with its offsets; an outer one is sought after the one before it."""
    file = text = ""
    around: list[tuple[int, int]] = []
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("@ "):
            file = line[2:]
            text = (folder / file).read_bytes().decode("utf-8")
            around = [(0, 0)]
        elif line and not line.startswith("#"):
            depth = (len(line) - len(line.lstrip())) // 2
            type_, entity, surface = line.strip().split(" ", 2)
            if depth:
                start = text.find(surface, *_room(around, depth))
            else:
                start = text.find(surface, around[0][1])
            if start < 0:
                raise SystemExit(f"{source.name}:{number}: {surface!r} is not in {file} from here")
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
    """Write the files, or check that they are up to date."""
    stale = False
    for name in SETS:
        made, target = gold_text(name), HERE / f"{name}_gold.jsonl"
        if "--check" not in sys.argv[1:]:
            target.write_text(made, encoding="utf-8")
        elif not target.is_file() or target.read_text(encoding="utf-8") != made:
            sys.stderr.write(f"{target.name} is out of date; run {Path(__file__).name}\n")
            stale = True
    return int(stale)


if __name__ == "__main__":
    raise SystemExit(main())

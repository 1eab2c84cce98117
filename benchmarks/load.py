"""How long the gazetteer takes to load, cold and warm, beside PyYAML's own loader on its files.

    python benchmarks/load.py [--rounds 3]

Cold: nothing is cached; every file is parsed and checked, traditional forms and pinyin are derived,
the automaton is built. Warm: the same from the cache. The peer is `yaml.load(..., CSafeLoader)` of
the same files, which checks and derives nothing. Each is a process of its own, so that imports and
the peak of memory count. Seconds are those of the processor; the rounds are interleaved, and
medians compared.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile

_BEGIN = "import resource, sys, time; began = time.process_time()\n"
_END = """
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(time.process_time() - began, peak, *measured)
"""
HANVIET = f"""{_BEGIN}
from hanviet import Gazetteer
import hanviet.lexicon.gazetteer
imported = time.process_time()
gazetteer = Gazetteer.load()
loaded = time.process_time()
gazetteer.index
indexed = time.process_time()
len(gazetteer.divisions)
measured = loaded - imported, indexed - loaded, time.process_time() - indexed
{_END}"""
PEER = f"""{_BEGIN}
import yaml
from hanviet.data import data_path
from hanviet.lexicon.load import gazetteer_files
for path in gazetteer_files(data_path()):
    with path.open(encoding="utf-8") as stream:
        yaml.load(stream, Loader=yaml.CSafeLoader)
measured = ()
{_END}"""


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="hanviet's gazetteer beside PyYAML, seconds")
    parser.add_argument("--rounds", type=int, default=3, help="timed rounds of each")
    options = parser.parse_args(arguments)
    rounds: dict[str, list[list[float]]] = {"cold": [], "warm": [], "PyYAML": []}
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory() as cache:
            rounds["cold"].append(run(HANVIET, cache))
            rounds["warm"].append(run(HANVIET, cache))
            rounds["PyYAML"].append(run(PEER, cache))
    peer = median(rounds["PyYAML"], 0)
    print(f"{'':8}{'all, s':>9}{'load':>8}{'index':>8}{'derived':>9}{'peak, MB':>10}{'ratio':>8}")
    for name, values in rounds.items():
        parts = [median(values, number) for number in range(2, len(values[0]))]
        shown = "".join(f"{part:{width}.2f}" for part, width in zip(parts, (8, 8, 9), strict=False))
        whole, peak = median(values, 0), median(values, 1)
        print(f"{name:8}{whole:9.2f}{shown or ' ' * 25}{peak:10.0f}{whole / peer:8.2f}")
    return 0


def median(rounds: list[list[float]], number: int) -> float:
    """The median of one measure."""
    return statistics.median(values[number] for values in rounds)


def run(code: str, cache: str) -> list[float]:
    """Run code in a process with a cache folder of its own: seconds, peak in MB, parts."""
    environment = os.environ | {"XDG_CACHE_HOME": cache}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return [float(value) for value in done.stdout.split()]


if __name__ == "__main__":
    sys.exit(main())

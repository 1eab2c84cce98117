"""How fast names are found, beside underthesea's `ner` on the same text in the same process.

    python benchmarks/annotate.py [--characters 20000] [--rounds 5]

The text is the Vietnamese sample articles, repeated, with other people, provinces and posts of the
gazetteer put in the place of theirs, so that the density of names is that of the news and no cache
of whole sentences or names can answer. hanviet finds, links and clusters; `ner` tags words, phrases
and entities, with the models that its wheel ships. The time is that of the processor (neither
starts threads), the rounds are interleaved, so that a busy machine slows both, and medians are
compared. Loading is timed apart.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

SAMPLES = Path(__file__).resolve().parents[1] / "notebooks" / "data"
SEED = 20260315
REPEATED = 10
"""How often hanviet reads the text in a round: a tenth of a second after seconds of another program
would measure the caches of the processor."""

Result = TypeVar("Result")


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 1 if underthesea is not installed."""
    parser = argparse.ArgumentParser(description="hanviet beside underthesea, characters a second")
    parser.add_argument("--characters", type=int, default=20_000, help="length of the text")
    parser.add_argument("--rounds", type=int, default=5, help="timed rounds of each")
    options = parser.parse_args(arguments)

    from hanviet import Gazetteer, annotate

    gazetteer, loading_hanviet = timed(lambda: Gazetteer.load())
    _, first = timed(lambda: annotate("Trần Cương thăm Lạng Sơn.", gazetteer=gazetteer))
    articles = varied_articles(gazetteer, options.characters)
    names = sum(len(annotate(text, gazetteer=gazetteer).mentions) for text in articles)

    try:
        ner, loading_underthesea = timed(load_underthesea)
    except ImportError:
        print("underthesea is missing: pip install underthesea", file=sys.stderr)
        return 1
    ner("Trần Cương thăm Lạng Sơn.")

    seconds: dict[str, list[float]] = {"hanviet": [], "underthesea": []}
    for _ in range(options.rounds):
        for name, annotator, times in (
            ("hanviet", lambda text: annotate(text, gazetteer=gazetteer), REPEATED),
            ("underthesea", ner, 1),
        ):
            read = articles * times
            _, elapsed = timed(lambda annotator=annotator, read=read: [annotator(t) for t in read])  # type: ignore[misc]
            seconds[name].append(elapsed / times)

    length = sum(map(len, articles))
    speed = {name: length / statistics.median(times) for name, times in seconds.items()}
    spread = {name: (length / max(times), length / min(times)) for name, times in seconds.items()}
    loading = {"hanviet": loading_hanviet + first, "underthesea": loading_underthesea}
    print(f"{length:,} characters in {len(articles)} articles, {names:,} names found by hanviet,")
    print(f"one name in {length / max(names, 1):.0f} characters; {options.rounds} rounds\n")
    print(f"{'':12} {'characters/s':>13} {'slowest':>10} {'fastest':>10} {'loading, s':>11}")
    for name, value in speed.items():
        slowest, fastest = spread[name]
        print(f"{name:12} {value:13,.0f} {slowest:10,.0f} {fastest:10,.0f} {loading[name]:11.2f}")
    print(f"{'ratio':12} {speed['hanviet'] / speed['underthesea']:13.1f}")
    return 0


def timed(function: Callable[[], Result]) -> tuple[Result, float]:
    """What a function returns, and the seconds of the processor that it took."""
    began = time.process_time()
    result = function()
    return result, time.process_time() - began


def load_underthesea() -> Callable[[str], object]:
    """Underthesea's `ner` with its models read."""
    from underthesea import ner

    annotator: Callable[[str], object] = ner
    return annotator


def varied_articles(gazetteer: object, characters: int) -> list[str]:
    """Copies of the Vietnamese samples with other names, of about so many characters."""
    originals = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.vi.txt"))]
    people, places = names_to_swap(gazetteer)
    chance = random.Random(SEED)
    articles: list[str] = []
    while sum(map(len, articles)) < characters:
        text = originals[len(articles) % len(originals)]
        articles.append(swapped(text, (people, places), chance))
    return articles


def names_to_swap(gazetteer: object) -> tuple[list[str], list[str]]:
    """People, and provinces and cities, of the gazetteer: Vietnamese forms that can be swapped."""
    from hanviet import Gazetteer

    assert isinstance(gazetteer, Gazetteer)
    people = [
        entry.vi
        for entry in gazetteer.entries.values()
        if entry.type == "PERSON" and len(entry.vi.split()) in (2, 3)
    ]
    kinds = ("province", "prefecture", "city", "county")
    places = [
        entry.vi
        for entry in gazetteer.entries.values()
        if entry.type == "PLACE" and entry.kind in kinds and entry.vi
    ]
    return people, places


def swapped(text: str, groups: tuple[list[str], ...], chance: random.Random) -> str:
    """The text with each name of a group replaced by another of it, the same one throughout."""
    chosen = {
        name: chance.choice(names)
        for names in groups
        for name in names
        if re.search(rf"\b{re.escape(name)}\b", text)
    }
    if not chosen:
        return text
    longest_first = sorted(chosen, key=len, reverse=True)
    either = re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b")
    return either.sub(lambda found: chosen[found.group()], text)


if __name__ == "__main__":
    sys.exit(main())

"""Write docs/quality.md: how good hanviet is on the project's own gold texts.

    python benchmarks/quality.py

The texts are the sample articles and the pairs of tests/gold, each measured with the whole
gazetteer and without its people, so that every name of a person is one that no list holds.
"""

from __future__ import annotations

import sys
from pathlib import Path

from hanviet import Gazetteer, align, annotate
from hanviet.gold_files import read_entities, read_gold, system_mentions
from hanviet.outputs.quality_page import quality_markdown
from hanviet.quality import quality

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold"
TARGET = ROOT / "docs" / "quality.md"

SETS = (
    (
        "samples",
        ROOT / "notebooks" / "data",
        "The five sample articles: written for the project, as the news of both countries reads. "
        "They were looked at while the rules were written.",
    ),
    (
        "pairs",
        GOLD / "texts",
        "Three invented events of real bodies, each told in both languages, with people who are in "
        "no list.",
    ),
)

HEAD = """\
# Quality

Measured by `hanviet evaluate` on texts of our own, annotated by [these rules](annotation.md). They
are few, and their authors know the tool: take them as a check that nothing breaks, and measure on
texts of yours, as said under [Commands](commands.md#hanviet-evaluate). `benchmarks/quality.py`
writes this page.

*span*: begin and end are right. *typed*: the type too. *linked*: begin and end are right, and the
Chinese form is one that an editor accepts. *cluster*: B-cubed over all texts and both languages.
"""


def main() -> int:
    """Write the page."""
    whole = Gazetteer.load()
    parts = [HEAD]
    for name, folder, about in SETS:
        for without in ((), ("PERSON",)):
            title = f"{name.capitalize()}{', without the people of the gazetteer' * bool(without)}"
            page = measured(name, folder, whole.without(without) if without else whole)
            page = page.replace("# Quality", f"# {title}", 1).replace("\n## ", "\n### ")
            if not without:
                page = page.replace("\n\n", f"\n\n{about}\n\n", 1)
            parts.append("#" + page)
    TARGET.write_text("\n".join(parts), encoding="utf-8")
    return 0


def measured(name: str, folder: Path, gazetteer: Gazetteer) -> str:
    """The page of one set of texts."""
    documents = [
        annotate(path.read_bytes().decode("utf-8"), gazetteer=gazetteer, file=path.name)
        for path in sorted(folder.glob("*.txt"))
    ]
    found = system_mentions(align(documents, gazetteer=gazetteer))
    gold = read_gold(GOLD / f"{name}_gold.jsonl")
    accepted = read_entities(GOLD / f"{name}_entities.tsv")
    return quality_markdown(quality(gold, accepted, found), title="Quality")


if __name__ == "__main__":
    sys.exit(main())

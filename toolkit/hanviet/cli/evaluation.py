"""`hanviet evaluate`: score a system's mentions against a user's own gold."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import click

from hanviet.cli.shared import chosen_gazetteer, overlay_option, without_option
from hanviet.errors import InputError, UsageError
from hanviet.evaluation import Scores, Span, SystemMention, evaluate
from hanviet.gold_files import read_entities, read_gold, read_system, system_mentions
from hanviet.lexicon.model import TYPES
from hanviet.outputs.files import json_line, output
from hanviet.quality import Quality, quality


@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("entities", type=click.Path(path_type=Path))
@click.argument("system", type=click.Path(path_type=Path))
@click.option("--types", default="", metavar="TYPE,…", help="Only gold mentions of these types.")
@click.option("--files", default="", metavar="PART,…", help="Only files named so, in part.")
@click.option("--nested", is_flag=True, help="Nested gold mentions are due too.")
@click.option(
    "--show",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Print so many errors of each kind.",
)
@click.option(
    "--report",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a quality page, .md or .html: by type, language and decision, with the errors.",
)
@overlay_option
@without_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
def evaluate_command(
    gold: Path, entities: Path, system: Path, types: str, files: str, nested: bool, show: int,
    report: Path | None, overlay: tuple[Path, ...], without: tuple[str, ...], as_json: bool,
) -> None:  # fmt: skip
    """Score SYSTEM, the output of `align --mentions --format jsonl`, against GOLD.

    SYSTEM may also be the folder of the texts, which are then aligned first. GOLD has one JSON
    object a line with file, start, end, surface, type, entity, nested. ENTITIES is tab separated
    with the columns entity and zh_hans, accepted forms joined by `;`.
    """
    chosen = {name.strip() for name in types.split(",") if name.strip()}
    if unknown := chosen - {*TYPES}:
        raise UsageError(f"no such type: {', '.join(sorted(unknown))}")
    if report is not None and report.suffix not in (".md", ".html"):
        raise UsageError("a report is Markdown or HTML", place=str(report), remedy="end it in .md")
    if (overlay or without) and not system.is_dir():
        raise UsageError(
            "--overlay and --without are for texts, SYSTEM is a file of mentions",
            remedy="give the folder of the texts",
        )
    parts = [part for part in files.split(",") if part]
    due = {
        span: mention
        for span, mention in read_gold(gold).items()
        if not parts or any(part in span[0] for part in parts)
    }
    accepted = read_entities(entities)
    said = _aligned(system, overlay, without) if system.is_dir() else read_system(system)
    scores = evaluate(due, accepted, said, types=chosen, nested=nested)
    if report is not None:
        if chosen:
            due = {span: mention for span, mention in due.items() if mention.type in chosen}
            said = {span: one for span, one in said.items() if one.type in chosen}
        _write_report(report, quality(due, accepted, said, nested=nested), without, show)
    if as_json:
        click.echo(json_line({
            name: [round(value, 4) for value in (found.precision, found.recall, found.f1)]
            for name, found in scores.measures().items()
        }))  # fmt: skip
    else:
        click.echo(f"gold {scores.due} mentions in {scores.files} files, system {scores.said}")
        for name, found in scores.measures().items():
            click.echo(f"{name:8} P {found.precision:.3f}  R {found.recall:.3f}  F1 {found.f1:.3f}")
    if show:
        _show_errors(scores, show, err=as_json)


def _aligned(
    folder: Path, overlay: tuple[Path, ...], without: tuple[str, ...]
) -> dict[Span, SystemMention]:
    """Align the texts of a folder."""
    from hanviet.alignment import align
    from hanviet.cli.documents import annotated

    complaints: list[InputError] = []
    gazetteer = chosen_gazetteer(overlay, without)
    documents = list(annotated((str(folder),), "", gazetteer, "", complaints))
    if complaints:
        raise complaints[0]
    return system_mentions(align(documents, gazetteer=gazetteer))


def _write_report(target: Path, found: Quality, without: tuple[str, ...], most: int) -> None:
    from hanviet.outputs.quality_page import quality_html, quality_markdown

    notes = []
    if without:
        notes.append(f"Measured without the gazetteer's entries of type {', '.join(without)}.")
    page = quality_html if target.suffix == ".html" else quality_markdown
    with output(target) as stream:
        stream.write(page(found, title="Quality", notes=notes, most=most or 10))


def _show_errors(scores: Scores, most: int, *, err: bool) -> None:
    kinds: tuple[tuple[str, Counter[Any]], ...] = (
        ("missed", scores.missed),
        ("false alarm", scores.false_alarms),
        ("wrong Chinese form (said, accepted)", scores.wrong_forms),
    )
    for title, counts in kinds:
        click.echo(f"-- {title}: {sum(counts.values())}", err=err)
        for what, count in counts.most_common(most):
            click.echo(f"   {count:3} {' | '.join(map(str, what))}", err=err)

"""`hanviet gazetteer diff`: what a change of the data changes in the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hanviet.cli.shared import date_option
from hanviet.errors import InputError
from hanviet.outputs.files import json_line

if TYPE_CHECKING:
    from hanviet.inputs import Source
    from hanviet.lexicon.diff import DataDiff
    from hanviet.lexicon.diff_answers import Answer, AnswerDiff, Regrouping
    from hanviet.lexicon.gazetteer import Gazetteer

Span = tuple[str, int, int, str, str]
"""A mention: file, start, end, type, surface."""

SHOWN = 5
"""Names of a part that are shown; JSON has all."""


@click.command("diff")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--names",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Names to look up, one a line; every preferred form of both if left out.",
)
@click.option(
    "--documents",
    multiple=True,
    metavar="PATH",
    help="A file or folder of documents to align with both; several times if need be.",
)
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@date_option
def diff_command(
    old: Path, new: Path, names: Path | None, documents: tuple[str, ...], format_: str, date: str
) -> int:
    """Compare two gazetteer folders: entries, and the answers that change.

    Shows what was added, changed and removed; for names and mentions in documents, whose answer
    changed, what merges and what splits. Exit status: 1 if a document could not be read.
    """
    from hanviet.inputs import read_sources
    from hanviet.lexicon.diff import diff_data
    from hanviet.lexicon.diff_answers import diff_names, preferred_forms
    from hanviet.lexicon.gazetteer import Gazetteer

    before, after = Gazetteer.load(old), Gazetteer.load(new)
    complaints: list[InputError] = []
    sources = list(read_sources(documents, complaints))
    asked = preferred_forms(before, after) if names is None else _read_names(names)
    data = diff_data(before, after)
    by_name = diff_names(before, after, asked, date=date)
    by_mention = _diff_documents(before, after, sources, date) if documents else None
    if format_ == "json":
        click.echo(json_line(_plain(data, by_name, by_mention)))
    else:
        for line in _lines(data, by_name, by_mention):
            click.echo(line)
    for complaint in complaints:
        click.echo(f"hanviet: {complaint}", err=True)
    return 1 if complaints else 0


def _read_names(path: Path) -> list[str]:
    from hanviet.inputs import decode

    try:
        text = decode(str(path), path.read_bytes())
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", place=str(path)) from None
    return [name for line in text.removeprefix("\ufeff").splitlines() if (name := line.strip())]


def _diff_documents(
    old: Gazetteer, new: Gazetteer, sources: Sequence[Source], date: str
) -> AnswerDiff[Span]:
    from hanviet.lexicon.diff_answers import diff_answers

    before, old_groups = _mentions(old, sources, date)
    after, new_groups = _mentions(new, sources, date)
    return diff_answers(before, after, old_groups, new_groups)


def _mentions(
    gazetteer: Gazetteer, sources: Sequence[Source], date: str
) -> tuple[dict[Span, Answer], dict[Span, str]]:
    """The answer and the cluster of every mention; a cluster is called by its id or first form."""
    from hanviet.alignment import align
    from hanviet.document import annotate
    from hanviet.lexicon.diff_answers import Answer

    documents = [
        annotate(
            source.text,
            gazetteer=gazetteer,
            file=source.file,
            date=source.date or date,
            lang=source.lang,
        )
        for source in sources
    ]
    answers: dict[Span, Answer] = {}
    groups: dict[Span, str] = {}
    labels: dict[str, str] = {}
    for document in align(documents, gazetteer=gazetteer).documents:
        for one in document.mentions:
            span = (one.file, one.start, one.end, one.type, one.surface)
            answers[span] = Answer(one.id or "", one.vi or "", one.zh_hans or "", one.decision)
            called = labels.setdefault(one.cluster, one.id or one.surface)
            # Two unlisted people of one name are two clusters.
            groups[span] = f"{one.cluster} {called}"
    return answers, groups


def _lines(
    data: DataDiff, names: AnswerDiff[str], mentions: AnswerDiff[Span] | None
) -> Iterator[str]:
    yield f"entries: {len(data.added)} added, {len(data.changed)} changed, " + (
        f"{len(data.removed)} removed"
    )
    yield from (f"  + {id_}" for id_ in data.added)
    yield from (f"  ~ {change.id}: {', '.join(change.fields)}" for change in data.changed)
    yield from (f"  - {id_}" for id_ in data.removed)
    yield from _answer_lines("names", names, lambda name: name)
    if mentions is not None:
        yield from _answer_lines("mentions", mentions, _called)


def _answer_lines(what: str, diff: AnswerDiff[Any], called: Callable[[Any], str]) -> Iterator[str]:
    yield f"{what}: {len(diff.changed)} of {diff.asked} with another answer, " + (
        f"{len(diff.merges)} merges, {len(diff.splits)} splits"
    )
    for change in diff.changed:
        yield f"  ~ {called(change.asked)}: {_said(change.old)} → {_said(change.new)}"
    yield from (f"  merges in {_regrouping(one, called)}" for one in diff.merges)
    yield from (f"  splits from {_regrouping(one, called)}" for one in diff.splits)


def _regrouping(one: Regrouping[Any], called: Callable[[Any], str]) -> str:
    parts = []
    for label, things in one.parts:
        shown = list(dict.fromkeys(called(thing) for thing in things))
        more = ", …" if len(shown) > SHOWN else ""
        parts.append(f"{label} ({', '.join(shown[:SHOWN])}{more})")
    return f"{one.label}: {' | '.join(parts)}"


def _said(answer: Answer | None) -> str:
    if answer is None:
        return "no mention"
    if not answer.id and not answer.zh_hans:
        return "nothing"
    forms = " ".join(form for form in (answer.vi, answer.zh_hans) if form)
    return f"{answer.id or 'unlisted'} {forms} {answer.decision}"


def _called(span: Span) -> str:
    file, start, _, _, surface = span
    return f"{file}:{start} {surface}"


def _plain(
    data: DataDiff, names: AnswerDiff[str], mentions: AnswerDiff[Span] | None
) -> dict[str, object]:
    return {
        "added": list(data.added),
        "changed": [{"id": one.id, "fields": list(one.fields)} for one in data.changed],
        "removed": list(data.removed),
        "names": _plain_answers(names, lambda name: name),
        "mentions": None if mentions is None else _plain_answers(mentions, _plain_span),
    }


def _plain_answers(diff: AnswerDiff[Any], plain: Callable[[Any], object]) -> dict[str, object]:
    def regrouping(one: Regrouping[Any]) -> dict[str, object]:
        parts = [{"group": label, "asked": [*map(plain, things)]} for label, things in one.parts]
        return {"group": one.label, "parts": parts}

    return {
        "asked": diff.asked,
        "changed": [
            {
                "asked": plain(one.asked),
                "old": None if one.old is None else asdict(one.old),
                "new": None if one.new is None else asdict(one.new),
            }
            for one in diff.changed
        ],
        "merges": [regrouping(one) for one in diff.merges],
        "splits": [regrouping(one) for one in diff.splits],
    }


def _plain_span(span: Span) -> dict[str, object]:
    return dict(zip(("file", "start", "end", "type", "surface"), span, strict=True))

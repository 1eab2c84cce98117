"""`hanviet annotate` and `hanviet align`: documents in, mentions or entities out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hanviet.cli.shared import (
    chosen_gazetteer,
    date_option,
    output_option,
    overlay_option,
    script_option,
    without_option,
)
from hanviet.errors import InputError, UsageError

if TYPE_CHECKING:
    from hanviet.document import Document
    from hanviet.inputs import Source
    from hanviet.lexicon.gazetteer import Gazetteer

_PROGRESS_FROM = 4
"""Documents from which a progress bar is worth its line."""


def _encoding_option(function: click.decorators.FC) -> click.decorators.FC:
    return click.option(
        "--encoding", default="", help="Encoding of text files that are not UTF-8."
    )(function)


@click.command("annotate")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["jsonl", "csv", "html", "text"]),
    default="text",
    show_default=True,
)
@output_option(help="File to write.")
@script_option
@date_option
@overlay_option
@without_option
@_encoding_option
def annotate_command(
    paths: tuple[str, ...],
    format_: str,
    target: Path | None,
    script: str,
    date: str,
    overlay: tuple[Path, ...],
    without: tuple[str, ...],
    encoding: str,
) -> int:
    """Find the names in documents, each document by itself.

    PATH is a text file, a folder of .txt, .md and .jsonl files, or - for standard input.
    """
    from hanviet.outputs.mentions import write_annotations

    complaints: list[InputError] = []
    gazetteer = chosen_gazetteer(overlay, without)
    documents = list(annotated(paths, date, gazetteer, encoding, complaints))

    def write() -> None:
        write_annotations(documents, format_, target, script, gazetteer)

    return _finish(documents, complaints, write)


@click.command("align")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--mentions", is_flag=True, help="One row a mention, not one a thing.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "csv", "jsonl", "xlsx", "glossary"]),
    default="table",
    show_default=True,
)
@click.option(
    "--from",
    "from_",
    type=click.Choice(["vi", "zh"]),
    default="vi",
    show_default=True,
    help="Glossary: language of the source terms.",
)
@click.option(
    "--to",
    "to",
    type=click.Choice(["vi", "zh"]),
    default=None,
    help="Glossary: language of the target terms; the other one.",
)
@click.option("--all", "every", is_flag=True, help="Glossary: names in review and proposed too.")
@click.option(
    "--suggest",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write draft entries of names that were joined by readings, for review.",
)
@output_option(help="File to write.")
@script_option
@date_option
@overlay_option
@without_option
@_encoding_option
def align_command(
    paths: tuple[str, ...],
    mentions: bool,
    format_: str,
    from_: str,
    to: str | None,
    every: bool,
    suggest: Path | None,
    target: Path | None,
    script: str,
    date: str,
    overlay: tuple[Path, ...],
    without: tuple[str, ...],
    encoding: str,
) -> int:
    """Align the names of all documents, in both languages: one row per thing.

    PATH is a text file, a folder of .txt, .md and .jsonl files, or - for standard input.
    """
    from hanviet.outputs.entities import write_alignment

    if to == from_:
        raise UsageError("--from and --to are the same language")
    if format_ == "xlsx" and target is None:
        raise UsageError("--format xlsx needs a file", remedy="add -o names.xlsx")
    if format_ == "glossary" and mentions:
        raise UsageError("a glossary has no rows for mentions", remedy="leave out --mentions")
    if suggest is not None:
        from hanviet.outputs.drafts import refuse_existing

        refuse_existing(suggest)
    complaints: list[InputError] = []
    gazetteer = chosen_gazetteer(overlay, without)
    documents = list(annotated(paths, date, gazetteer, encoding, complaints))

    def write() -> None:
        from hanviet.alignment import align

        alignment = align(_handed_over(documents), gazetteer=gazetteer)
        write_alignment(
            alignment, format_, target,
            mentions=mentions, script=script, source=from_, every=every,
        )  # fmt: skip
        if suggest is not None:
            from hanviet.outputs.drafts import write_drafts

            count = write_drafts(alignment, suggest)
            click.echo(f"{suggest}: {count} draft{'s' * (count != 1)}", err=True)

    return _finish(documents, complaints, write)


def annotated(
    paths: tuple[str, ...],
    date: str,
    gazetteer: Gazetteer,
    encoding: str,
    complaints: list[InputError],
) -> Iterator[Document]:
    """Annotate what the paths hold; what cannot be read goes into `complaints`."""
    from hanviet.document import annotate
    from hanviet.inputs import read_sources

    sources = list(read_sources(paths, complaints, encoding=encoding))
    shown: Iterable[Source]
    if len(sources) >= _PROGRESS_FROM and sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import track

        shown = track(sources, "Annotating", console=Console(stderr=True), transient=True)
    else:
        shown = sources
    for source in shown:
        yield annotate(
            source.text,
            gazetteer=gazetteer,
            file=source.file,
            date=source.date or date,
            lang=source.lang,
        )


def _handed_over(documents: list[Document]) -> Iterator[Document]:
    """The documents, each let go when it was taken: a large archive is not held twice."""
    while documents:
        yield documents.pop()


def _finish(
    documents: Sequence[Document], complaints: list[InputError], write: Callable[[], None]
) -> int:
    """Write what there is; 2 if nothing could be read, 1 if something could not."""
    for complaint in complaints:
        click.echo(f"hanviet: {complaint}", err=True)
    if not documents:
        return 2
    write()
    return 1 if complaints else 0

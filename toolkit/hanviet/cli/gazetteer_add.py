"""`hanviet gazetteer add`: new entries from options, from questions, or from a file of drafts."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Sequence as AnySequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hanviet.errors import GazetteerError, UsageError
from hanviet.outputs.files import output

if TYPE_CHECKING:
    from hanviet.lexicon.add import Addition
    from hanviet.lexicon.strict_yaml import Mapping

Answers = dict[str, str | list[str]]
"""Fields of a new entry; lists are those of its only pair, and the sources."""

_OFFERED = 5
"""Likely forms in the other language that are shown."""

_GIVEN = "new entry"
"""What messages call an entry that was typed."""


@click.command("add")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--type", "type_", default="", metavar="TYPE", help="PERSON PLACE ORG EVENT TITLE")
@click.option("--vi", multiple=True, metavar="FORM", help="Vietnamese form; the first is printed.")
@click.option("--zh", multiple=True, metavar="FORM", help="Chinese form, simplified; likewise.")
@click.option("--country", default="", metavar="CODE", help="ISO 3166-1 alpha-2, or INT.")
@click.option(
    "--kind", default="", help="The kind, see docs/gazetteer-format.md; people have none."
)
@click.option("--within", default="", metavar="ID", help="The place or body that holds it.")
@click.option("--source", multiple=True, metavar="ID", help="An id in sources.yaml.")
@click.option("--id", "id_", default="", help="type.country.slug; made of the name if left out.")
@click.option("--irregular", is_flag=True, help="The Vietnamese form is no reading of the Chinese.")
@click.option(
    "--from",
    "drafts",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A YAML list of entries, which may lack id and status.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would be written.")
def add_command(
    path: Path | None,
    type_: str,
    vi: tuple[str, ...],
    zh: tuple[str, ...],
    country: str,
    kind: str,
    within: str,
    source: tuple[str, ...],
    id_: str,
    irregular: bool,
    drafts: Path | None,
    dry_run: bool,
) -> int:
    """Add entries to the file that holds what is like them, in the order of ids.

    PATH is a gazetteer folder, or the file to add to. On a terminal, what is missing is asked
    for, with likely forms in the other language beside the question, and pinyin and reading are
    shown before anything is written. No form is filled in by itself. Without a source an entry is
    a draft. Exit status 1: not confirmed.
    """
    from hanviet.data import data_path
    from hanviet.lexicon.add import additions
    from hanviet.lexicon.formatting import refuse_installed

    target = path if path is not None else data_path()
    refuse_installed(target)
    given: Answers = {
        "type": type_, "kind": kind, "country": country, "vi": [*vi], "zh": [*zh],
        "within": within, "sources": [*source], "id": id_,
    }  # fmt: skip
    if drafts is not None:
        if irregular or any(given.values()):
            raise UsageError("--from takes every field from its file", remedy="edit that file")
        found = additions(_read_drafts(drafts), target, str(drafts))
    else:
        fields = _fields(_complete(given), irregular=irregular)
        found = additions([fields], target, _GIVEN)
    _show(found)
    if dry_run:
        click.echo("".join(addition.text for addition in found), nl=False)
        return 0
    _refuse_irregular(found)
    if _on_terminal() and not click.confirm("Write this?", default=True, err=True):
        return 1
    _write(found)
    return 0


def _read_drafts(path: Path) -> list[Mapping]:
    from hanviet.lexicon.strict_yaml import Mapping, Sequence, read_yaml

    value = read_yaml(path)
    if not isinstance(value, Sequence):
        raise GazetteerError("is no list of entries", place=str(path), remedy="begin with `- `")
    drafts = [item for item in value if isinstance(item, Mapping)]
    if len(drafts) != len(value):
        raise GazetteerError("an entry is a mapping", place=f"{path}:{value.line}")
    return drafts


def _complete(given: Answers) -> Answers:
    """Ask for what is missing on a terminal; refuse to guess elsewhere."""
    if _on_terminal():
        return _asked(given)
    missing = [f"--{name}" for name in ("type", "country") if not given[name]]
    if not given["vi"] and not given["zh"]:
        missing.append("--vi or --zh")
    if missing:
        raise UsageError(f"an entry needs {', '.join(missing)}")
    return given


def _asked(given: Answers) -> Answers:
    from hanviet.lexicon.model import KINDS, TYPES

    answers = dict(given)
    if not answers["type"]:
        answers["type"] = click.prompt("type", type=click.Choice(TYPES), err=True)
    for name, other, said in (
        ("vi", "zh", "Vietnamese forms, joined by ;"),
        ("zh", "vi", "Chinese forms, simplified"),
    ):
        if not answers[name]:
            _offer(answers[other], str(answers["type"]))
            typed = click.prompt(said, default="", show_default=False, err=True)
            answers[name] = [form.strip() for form in typed.split(";") if form.strip()]
    if not answers["country"]:
        answers["country"] = click.prompt("country, such as VN, CN, INT", err=True)
    kinds = sorted(KINDS.get(str(answers["type"]), ()))
    if not answers["kind"] and kinds:
        choice = click.Choice(["", *kinds])
        answers["kind"] = click.prompt(
            "kind", type=choice, default="", show_default=False, err=True
        )
    if not answers["sources"]:
        typed = click.prompt("sources, ids", default="", show_default=False, err=True)
        answers["sources"] = typed.replace(",", " ").split()
    return answers


def _offer(forms: str | list[str], type_: str) -> None:
    """Say which forms are likely in the other language: the curator chooses and types."""
    from hanviet.proposing import propose

    found = propose(forms[0], type=type_, top=_OFFERED) if forms else []
    if found:
        likely = ", ".join(f"{one.form} ({one.probability:.0%})" for one in found)
        click.echo(f"likely forms of {forms[0]}: {likely}", err=True)


def _fields(answers: Answers, *, irregular: bool) -> Mapping:
    """The fields as a file would have them."""
    from hanviet.lexicon.strict_yaml import Mapping, Sequence

    def mapping(values: Answers) -> Mapping:
        made = Mapping()
        made.line = 1
        for key, value in values.items():
            if value:
                texts = Sequence(_nfc(text) for text in value)
                made[key] = _nfc(value) if isinstance(value, str) else texts
                made.lines[key] = 1
        return made

    reading = "irregular" if irregular else ""
    pair = mapping({"vi": answers["vi"], "zh": answers["zh"], "reading": reading})
    names = Sequence([pair])
    names.line = 1
    fields = mapping({key: value for key, value in answers.items() if key not in ("vi", "zh")})
    fields["names"] = names
    fields.lines["names"] = 1
    return fields


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def _show(found: AnySequence[Addition]) -> None:
    """What is derived, and what is written where, on standard error."""
    from hanviet.lexicon.draft import hints

    for addition in found:
        derived = hints(addition.entry)
        click.echo(f"{addition.entry.id} ({addition.entry.status}) in {addition.file}", err=True)
        if derived.pinyin:
            shown = f"{derived.pinyin}, read {derived.reading or '–'}"
            click.echo(f"  {addition.entry.zh}: {shown}", err=True)
        if derived.irregular:
            click.echo(
                f"  {addition.entry.vi} is no reading of {addition.entry.zh}: "
                "correct a form, or add --irregular",
                err=True,
            )


def _refuse_irregular(found: AnySequence[Addition]) -> None:
    """Refuse what the check would call an error: most often it is a slip of the fingers."""
    from hanviet.lexicon.draft import hints

    for addition in found:
        if addition.entry.status == "reviewed" and hints(addition.entry).irregular:
            raise GazetteerError(
                f"{addition.entry.vi} is no reading of {addition.entry.zh}",
                place=addition.entry.id,
                remedy="correct a form; if they are right, say so by --irregular, "
                "in a file by `reading: irregular`",
            )


def _write(found: AnySequence[Addition]) -> None:
    from hanviet.lexicon.add import rewrites_with

    for rewrite in rewrites_with(found):
        rewrite.path.parent.mkdir(parents=True, exist_ok=True)
        with output(rewrite.path) as stream:
            stream.write(rewrite.text)
        click.echo(str(rewrite.path))


def _on_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()

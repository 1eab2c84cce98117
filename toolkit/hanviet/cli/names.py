"""`hanviet lookup`, `compare`, `read` and `propose`: single names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hanviet.cli.shared import date_option, overlay_option, script_option
from hanviet.errors import UsageError
from hanviet.lexicon.model import TYPES
from hanviet.outputs.files import json_line

if TYPE_CHECKING:
    from hanviet.linking.match import Match
    from hanviet.proposals.propose import Proposal
    from hanviet.readings.evidence import Comparison, SyllableEvidence
    from hanviet.readings.read import Reading

_HEADER = ("query", "type", "vi", "zh", "pinyin", "decision", "level", "support", "score", "id")
_VIEW = ("query", "type", "vi", "zh", "pinyin", "decision", "id")
"""What a terminal of 80 columns has room for."""


@click.command("lookup")
@click.argument("texts", metavar="TEXT...", nargs=-1, required=True)
@click.option(
    "--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True
)
@script_option
@date_option
@overlay_option
def lookup_command(
    texts: tuple[str, ...], format_: str, script: str, date: str, overlay: tuple[Path, ...]
) -> None:
    """Find entries and composed names by any form in any script, best first.

    Words around a name (tỉnh, ông, a country in brackets) are understood. What the decisions mean:
    linked can be printed, review should be looked at, proposed comes from an entry that nobody
    has reviewed yet.
    """
    from hanviet.lexicon.gazetteer import Gazetteer
    from hanviet.outputs.scripts import regional

    gazetteer = Gazetteer.load(overlay=overlay)
    found = [
        (text, [regional(one, script, gazetteer) for one in gazetteer.lookup(text, date=date)])
        for text in texts
    ]
    if format_ == "json":
        for text, matches in found:
            plain = [_match_to_dict(match) for match in matches]
            click.echo(json_line({"query": text, "matches": plain}))
    else:
        _print_lookup(row for text, matches in found for row in _lookup_rows(text, matches, script))
    for text, matches in found:
        if matches and (warning := _warning(matches[0])):
            click.echo(f"hanviet: {text}: {warning}", err=True)


@click.command("compare")
@click.argument("a")
@click.argument("b")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.option("--readings-only", is_flag=True, help="Do not ask the gazetteer.")
@overlay_option
def compare_command(
    a: str, b: str, format_: str, readings_only: bool, overlay: tuple[Path, ...]
) -> None:
    """Compare two names in any scripts: level, score, evidence by syllable.

    Where readings and pinyin do not make them one name, the gazetteer is asked whether it has both
    as names of one thing. An honorific before a name is left aside where the names agree better
    without it.
    """
    from hanviet.readings.compare import compare
    from hanviet.readings.levels import Level

    for name in (a, b):
        if not any(char.isalnum() for char in name):
            raise UsageError(f"{name!r} is no name", remedy="give two names")
    pairs = product(_with_and_without_honorific(a), _with_and_without_honorific(b))
    result = max((compare(*pair) for pair in pairs), key=lambda one: one.score)
    if not readings_only and result.level < Level.READING:
        from hanviet.lexicon.gazetteer import Gazetteer
        from hanviet.linking.compare_names import known_to_be_one

        result = known_to_be_one(Gazetteer.load(overlay=overlay), a, b) or result
    if format_ == "json":
        click.echo(json_line(_comparison_to_dict(result)))
        return
    click.echo(f"{result.a} | {result.b}: {result.level.value}, score {result.score:g}")
    for part in result.evidence:
        note = f"  {part.note}" if part.note else ""
        click.echo(f"  {part.a or '–'} | {part.b or '–'}: {part.level}{note}")


def _with_and_without_honorific(name: str) -> list[str]:
    from hanviet.linking.cells import read_cell

    views = [view for side in read_cell(name).sides for view in side]
    return [name, *(view.text for view in views if view.type == "PERSON")]


@click.command("read")
@click.argument("names", metavar="HAN...", nargs=-1, required=True)
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@overlay_option
def read_command(names: tuple[str, ...], format_: str, overlay: tuple[Path, ...]) -> None:
    """Read Chinese names in Hán-Việt and pinyin.

    The form that the gazetteer has established comes first if it is a regular reading.
    """
    from hanviet.lexicon.gazetteer import Gazetteer
    from hanviet.linking.read_names import read_name

    gazetteer = Gazetteer.load(overlay=overlay)
    for name in names:
        reading = read_name(gazetteer, name)
        if format_ == "json":
            click.echo(json_line(_reading_to_dict(reading)))
        else:
            click.echo("\t".join((name, *_reading_fields(reading))))


@click.command("propose")
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option(
    "--type", "type_", type=click.Choice(TYPES), help="What the names are; guessed if not given."
)
@click.option("--top", type=click.IntRange(min=1), default=10, show_default=True, metavar="N")
@click.option("--readings-only", is_flag=True, help="Look no whole name up in the gazetteer.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@overlay_option
def propose_command(
    names: tuple[str, ...],
    type_: str | None,
    top: int,
    readings_only: bool,
    format_: str,
    overlay: tuple[Path, ...],
) -> None:
    """Propose forms of names in the other language, the likeliest first.

    Vietnamese names are rendered in Chinese, Chinese ones in Vietnamese. Where the gazetteer knows
    the name, its form comes first. A name that readings do not render, a foreign one for instance,
    gets no proposal.
    """
    from hanviet.lexicon.gazetteer import Gazetteer
    from hanviet.proposing import propose

    gazetteer = Gazetteer.load(overlay=overlay)
    for name in names:
        found = propose(name, type=type_, top=top, readings_only=readings_only, gazetteer=gazetteer)
        if format_ == "json":
            click.echo(
                json_line({"query": name, "proposals": [_proposal_to_dict(p) for p in found]})
            )
            continue
        if not found:
            click.echo(f"{name}\t–")
        for one in found:
            said = ", ".join(
                f"{e.a} {e.b} ({e.note})" if e.note else f"{e.a} {e.b}" for e in one.evidence
            )
            click.echo("\t".join((name, one.form, f"{one.probability:.3f}", one.level.value, said)))


def _proposal_to_dict(proposal: Proposal) -> dict[str, object]:
    return {
        "form": proposal.form,
        "probability": proposal.probability,
        "level": proposal.level.value,
        "evidence": _evidence_to_list(proposal.evidence),
    }


def _comparison_to_dict(result: Comparison) -> dict[str, object]:
    return {
        "a": result.a,
        "b": result.b,
        "level": result.level.value,
        "score": result.score,
        "evidence": _evidence_to_list(result.evidence),
    }


def _evidence_to_list(evidence: Sequence[SyllableEvidence]) -> list[dict[str, str]]:
    return [{"a": part.a, "b": part.b, "level": part.level, "note": part.note} for part in evidence]


def _reading_to_dict(reading: Reading) -> dict[str, object]:
    return {
        "query": reading.query,
        "hanviet": reading.hanviet,
        "pinyin": reading.pinyin,
        "known": reading.known,
        "alternatives": list(reading.alternatives),
    }


def _reading_fields(reading: Reading) -> tuple[str, ...]:
    also = f"also {', '.join(reading.alternatives)}" if reading.alternatives else ""
    known = "known" if reading.known else ""
    return (reading.hanviet or "–", reading.pinyin or "–", known, also)


def _lookup_rows(text: str, matches: Sequence[Match], script: str) -> Iterable[tuple[str, ...]]:
    from hanviet.outputs.scripts import chinese_of

    if not matches:
        yield (text, *("–",) * (len(_HEADER) - 1))
    for match in matches:
        yield (
            text, match.type, match.vi, chinese_of(match, script), match.pinyin,
            match.decision.value, match.level.value, match.support.value, f"{match.score:g}",
            match.id,
        )  # fmt: skip


def _match_to_dict(match: Match) -> dict[str, object]:
    warning = _warning(match)
    return match.to_dict() | ({"warning": warning} if warning else {})


def _warning(match: Match) -> str:
    """That the form asked for is known to be wrong, and what is written instead; or nothing."""
    if all(note.code != "avoid" for note in match.notes):
        return ""
    instead = " ".join(filter(None, (match.vi, match.zh_hans)))
    return f"is a form to avoid (write {instead})"


def _print_lookup(rows: Iterable[tuple[str, ...]]) -> None:
    """A table on a terminal, tab-separated lines with every column elsewhere."""
    from hanviet.outputs.tables import is_terminal, write_table

    columns = _VIEW if is_terminal(None) else _HEADER
    cells = ((" ".join(cell.split()) for cell in row) for row in rows)
    write_table((dict(zip(_HEADER, row, strict=True)) for row in cells), columns, None)

"""What the documentation says is what the program does."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from hanviet.alignment import ENTITY_COLUMNS
from hanviet.cli.main import COMMANDS, main
from hanviet.linking.decision import Support, decide
from hanviet.linking.mention import COLUMNS
from hanviet.outputs.rows import ENTITY_VIEW, entity_views
from hanviet.readings.levels import Level

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def printed_table(marker: str) -> dict[tuple[str, str], str]:
    """The cells of the table after a marker in docs/decisions.md, by level and support."""
    text = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    lines = text.split(f"<!-- {marker} -->\n", 1)[1].split("\n\n", 1)[0].splitlines()
    rows = [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines]
    header, _, *body = rows
    return {
        (row[0], support): cell
        for row in body
        for support, cell in zip(header[1:], row[1:], strict=True)
    }


def test_the_printed_decision_table_is_complete() -> None:
    cells = {(level.value, support.value) for level in Level for support in Support}
    assert set(printed_table("open")) == cells
    assert set(printed_table("closed")) == cells


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("support", Support)
def test_the_printed_decisions_are_those_taken(level: Level, support: Support) -> None:
    cell = level.value, support.value
    assert printed_table("open")[cell] == decide(level, support).value
    alone = decide(level, support, closed=True, linkable=True).value
    otherwise = decide(level, support, closed=True, linkable=False).value
    said = alone if alone == otherwise else f"{alone} if it stands alone, else {otherwise}"
    assert printed_table("closed")[cell] == said


@pytest.mark.parametrize("status", ["draft", "derived"])
@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("support", Support)
def test_what_nobody_reviewed_is_proposed_at_most(
    level: Level, support: Support, status: str
) -> None:
    expected = "unknown" if level is Level.NONE else "proposed"
    assert decide(level, support, status=status).value == expected


def test_every_command_and_column_is_documented() -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"hanviet {name}" not in text] == []
    columns = {*COLUMNS, *ENTITY_COLUMNS}
    assert sorted(name for name in columns if f"`{name}`" not in text) == []


def test_every_link_between_pages_leads_somewhere() -> None:
    broken = [
        f"{page.name}: {target}"
        for page in PAGES
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert broken == []


def test_the_readme_holds_two_commands_that_start_from_nothing() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^python3 -m venv .*hanviet|^python3 -m venv .*pytest", text, re.M)) == 2


def shown_commands() -> Iterator[tuple[str, str]]:
    """The commands in the README's console blocks, each with the output that it shows."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for block in re.findall(r"```console\n(.*?)```", text, re.S):
        for shown in block.split("$ hanviet ")[1:]:
            command, output = shown.split("\n", 1)
            yield command, output


@pytest.mark.parametrize(("command", "output"), [*shown_commands()])
def test_the_output_in_the_readme_is_real(
    command: str, output: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(shlex.split(command))
    assert stop.value.code == 0
    # Pages align columns by spaces where pipes get tabs.
    said = [line.split() for line in capfd.readouterr().out.splitlines()]
    assert said == [line.split() for line in output.splitlines()]


def test_the_rows_in_the_readme_are_real() -> None:
    from hanviet import align, annotate

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = text.split("$ hanviet align ", 1)[1].split("```", 1)[0]
    documents = [
        annotate(path.read_text(encoding="utf-8"), file=path.name)
        for path in (ROOT / "notebooks" / "data").glob("*.txt")
    ]
    found = {
        " ".join(str(row[name]) for name in ENTITY_VIEW if row[name])
        for row in entity_views(align(documents), "hans")
    }
    _, header, *shown = (line.split() for line in block.splitlines())
    assert header == [*ENTITY_VIEW]
    assert {" ".join(cells) for cells in shown} - found == set()


def test_the_library_example_in_the_readme_runs() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    example = text.split("```python\n", 1)[1].split("```", 1)[0]
    namespace: dict[str, object] = {}
    for line in example.splitlines():
        code, _, said = line.partition("  # ")
        if said.strip().startswith("'"):
            assert repr(eval(code, namespace)) == said.strip()
        else:
            exec(code, namespace)

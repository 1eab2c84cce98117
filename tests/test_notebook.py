"""The executed notebook is that of its script, without errors or anything of the machine."""

import json
from pathlib import Path

import pytest

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


def notebook() -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(
        (NOTEBOOKS / "align.ipynb").read_text("utf-8")
    )
    return found


def test_the_notebook_has_the_cells_of_its_script() -> None:
    jupytext = pytest.importorskip("jupytext")
    script = [(cell.cell_type, cell.source) for cell in jupytext.read(NOTEBOOKS / "align.py").cells]
    executed = [
        (cell["cell_type"], "".join(cell["source"]))  # type: ignore[arg-type]
        for cell in notebook()["cells"]
    ]
    assert executed == script


def test_every_code_cell_was_run_in_order() -> None:
    counts = [
        cell["execution_count"] for cell in notebook()["cells"] if cell["cell_type"] == "code"
    ]
    assert counts == list(range(1, len(counts) + 1))


def test_the_notebook_holds_no_error_and_no_path_of_a_machine() -> None:
    text = (NOTEBOOKS / "align.ipynb").read_text("utf-8")
    for word in (
        '"output_type": "error"',
        "Traceback",
        "site-packages",
        "/home/",
        "/tmp/",
        "/root",
    ):
        assert word not in text

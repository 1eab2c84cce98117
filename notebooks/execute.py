"""Run `align.py` and write it with its results as `align.ipynb`.

    pip install "hanviet[notebook]" && python notebooks/execute.py

The notebook holds no times, random cell names or paths of the machine, so that it changes only
when its results do.
"""

from __future__ import annotations

import sys
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent
MOST_PLAIN = 300
"""Characters kept of the plain text of a result that is shown as HTML."""


def main() -> int:
    """Execute, tidy, write; 1 if a path of this machine would stand in the notebook."""
    notebook = jupytext.read(HERE / "align.py")
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(HERE)}}).execute()
    for number, cell in enumerate(notebook.cells, 1):
        tidy(cell, number)
    notebook.metadata = nbformat.from_dict(
        {
            "jupytext": {"formats": "ipynb,py:percent"},
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    nbformat.validate(notebook)
    text = nbformat.writes(notebook) + "\n"
    for path in (HERE.parent.resolve(), Path.home(), Path(sys.prefix)):
        if str(path) in text:
            sys.stderr.write(f"align.ipynb would name {path}\n")
            return 1
    (HERE / "align.ipynb").write_text(text, encoding="utf-8")
    return 0


def tidy(cell: nbformat.NotebookNode, number: int) -> None:
    """Name a cell by its place, drop its times, and join what it printed piecemeal."""
    cell["id"] = f"cell-{number:02}"
    cell.metadata.pop("execution", None)
    outputs: list[nbformat.NotebookNode] = []
    for output in cell.get("outputs", []):
        last = outputs[-1] if outputs else {}
        if output.output_type == "stream" and last.get("name") == output.get("name"):
            last["text"] += output["text"]
            continue
        data = output.get("data", {})
        if "text/html" in data and len(data.get("text/plain", "")) > MOST_PLAIN:
            data["text/plain"] = data["text/plain"][:MOST_PLAIN] + "…"
        outputs.append(output)
    if "outputs" in cell:
        cell["outputs"] = outputs


if __name__ == "__main__":
    raise SystemExit(main())

"""Small batches for tests."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hanviet.tables.columns import Columns
from hanviet.tables.job import Job
from hanviet.tables.reference import Reference
from hanviet.tables.running import run

REFERENCE = (
    "no,vi,zh\na,Trần Cương,陈刚\nb,Lạng Sơn,谅山\nc,Nguyễn Văn Linh,阮文灵\n"
    "d,Vương Nghị,王毅\ne,Vương Nghị,王义\n"
)


class Batch:
    """A table and a reference in a folder, to be reconciled."""

    def __init__(self, folder: Path, table: str, reference: str = REFERENCE) -> None:
        self.folder = folder
        self.table = folder / "in.csv"
        self.table.write_text(table, encoding="utf-8")
        (folder / "ref.csv").write_text(reference, encoding="utf-8")

    def run(self, **changed: Any) -> tuple[int, list[str]]:
        """The status, and what was said."""
        said: list[str] = []
        options: dict[str, Any] = {
            "target": self.folder / "out.csv",
            "columns": Columns(("name",)),
            "reference": Reference(self.folder / "ref.csv", "vi", "zh", "no"),
            "decisions": self.folder / "decisions.jsonl",
            "who": "Lan",
            "clock": lambda: "2026-03-15T08:00:00+00:00",
            **changed,
        }
        return run(Job(self.table, **options), said.append), said

    def rows(self) -> list[dict[str, str]]:
        """The rows of the output."""
        return read_csv(self.folder / "out.csv")

    def column(self, name: str) -> list[str]:
        """A column of the output."""
        return [row[name] for row in self.rows()]

    def decided(self) -> list[dict[str, Any]]:
        """The lines of the file of decisions."""
        path = self.folder / "decisions.jsonl"
        if not path.exists():
            return []
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    def decide(self, lines: Iterable[dict[str, Any]]) -> None:
        """Add lines to the file of decisions."""
        with (self.folder / "decisions.jsonl").open("a", encoding="utf-8") as stream:
            for line in lines:
                record = {"reference": "ref.csv", "who": "Lan", "when": "2026-03-01", **line}
                stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))

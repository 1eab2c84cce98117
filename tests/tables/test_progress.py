"""Progress is shown on a terminal, and nowhere else."""

from __future__ import annotations

import io
import sys

import pytest

from hanviet.tables.progress import progress


class Terminal(io.StringIO):
    """Stands for a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "rows", "shown"),
    [(Terminal(), 5000, True), (Terminal(), 5, False), (io.StringIO(), 5000, False)],
)
def test_rows_and_rate_are_shown_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, rows: int, shown: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    with progress(rows) as advance:
        advance(rows // 2)
    assert ("Rows" in stream.getvalue()) is shown
    assert (f"/{rows}" in stream.getvalue()) is shown

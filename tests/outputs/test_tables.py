"""The table that a terminal draws."""

from __future__ import annotations

import pytest

from hanviet.outputs import tables

ROW = {
    "query": "Donald Trump",
    "type": "PERSON",
    "vi": "Donald Trump",
    "zh": "特朗普",
    "pinyin": "Tèlǎngpǔ",
    "decision": "linked",
    "id": "person.us.donald-trump",
}


def test_eighty_columns_show_type_decision_and_id_in_full(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(tables, "is_terminal", lambda target: target is None)
    tables.write_table([ROW, {**ROW, "decision": "proposed", "vi": "Tổng thống"}], [*ROW], None)
    drawn = capsys.readouterr().out
    assert max(map(len, drawn.splitlines())) <= 80
    assert "…" not in drawn
    for whole in ("PERSON", "linked", "proposed", "person.us.donald-trump", "特朗普"):
        assert whole in drawn

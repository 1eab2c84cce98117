"""`hanviet gazetteer` as it is typed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from hanviet.cli.main import main

from .conftest import Write
from .test_check import SOURCES, entry

GOOD = entry("{vi: A, zh: 甲}").replace("names: [{vi: A, zh: 甲}]", "names:\n    - {vi: A, zh: 甲}")


def run(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as error:
        main(["gazetteer", *map(str, arguments)])
    assert isinstance(error.value.code, int)
    return error.value.code


def test_check_of_good_data_ends_0(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", write(organisations__x=GOOD, sources=SOURCES)) == 0
    assert capsys.readouterr().out == "1 entries, 0 patterns: 0 errors, 0 warnings\n"


def test_check_ends_0_on_warnings(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(organisations__x=entry("{vi: Hoà, zh: 甲}"), sources=SOURCES)
    assert run("check", folder) == 0
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith("organisations/x.yaml:1: warning: 'Hoà'")
    assert last == "1 entries, 0 patterns: 0 errors, 1 warnings"
    assert run("check", "--quiet", folder) == 0
    assert capsys.readouterr().out.splitlines() == [last]


def test_check_ends_1_on_errors(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(organisations__x="- {a: 1, a: 2}\n", places__y="- id: 1\n\tb: 2\n")
    assert run("check", "-q", folder) == 1
    assert capsys.readouterr().out.splitlines() == [
        "organisations/x.yaml:1: error: has the key 'a' twice (keep one)",
        "places/y.yaml:2: error: holds a tab (use spaces)",
        "0 entries, 0 patterns: 2 errors, 0 warnings",
    ]


@pytest.mark.parametrize("command", ["check", "fmt", "stats"])
def test_a_missing_folder_ends_2(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, tmp_path / "none") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "none: is no gazetteer folder" in err
    assert err.count("\n") == 1


def test_fmt_writes_and_names_what_it_changed(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(organisations__x=entry("{zh: 甲, vi: A}"), sources=SOURCES)
    file = folder / "organisations" / "x.yaml"
    file.chmod(0o640)
    assert run("fmt", "--check", folder) == 1
    assert run("fmt", folder) == 0
    assert capsys.readouterr().out.splitlines() == [str(file)] * 2
    assert file.read_text(encoding="utf-8") == GOOD
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["x.yaml"]
    assert run("fmt", folder) == 0
    assert run("fmt", "--check", folder) == 0
    assert capsys.readouterr().out == ""


def test_fmt_takes_one_file(write: Write) -> None:
    folder = write(organisations__x="- {id: a}\n", organisations__y="- {id: b}\n")
    assert run("fmt", folder / "organisations" / "x.yaml") == 0
    assert (folder / "organisations" / "x.yaml").read_text() == "- id: a\n"
    assert (folder / "organisations" / "y.yaml").read_text() == "- {id: b}\n"


def test_fmt_writes_nothing_if_one_file_is_broken(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(organisations__x="- {id: a}\n", places__y="- {id: b\n")
    assert run("fmt", folder) == 2
    assert (folder / "organisations" / "x.yaml").read_text() == "- {id: a}\n"
    assert "y.yaml:2: is not valid YAML" in capsys.readouterr().err


def test_fmt_refuses_installed_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "site-packages" / "gazetteer"
    (folder / "people").mkdir(parents=True)
    (folder / "people" / "x.yaml").write_text("- {id: a}\n")
    assert run("fmt", folder) == 2
    assert "is installed data" in capsys.readouterr().err
    assert run("fmt", "--check", folder) == 1


def test_stats_are_plain_lines_when_piped(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("stats", write(organisations__x=GOOD)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "all\tentries\t1"
    assert "type\tORG\t1" in lines


def test_stats_are_one_json_object_on_demand(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("stats", "--format", "json", write(organisations__x=GOOD)) == 0
    assert json.loads(capsys.readouterr().out)["type"] == {"ORG": 1}


def test_without_a_path_the_data_in_use_are_meant(
    write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "HANVIET_GAZETTEER", str(write(organisations__x=GOOD)))
    assert run("stats") == 0
    assert "all\tentries\t1" in capsys.readouterr().out

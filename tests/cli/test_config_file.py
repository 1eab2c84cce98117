"""`--config`: options in a file, checked with file and line; the command line wins."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from hanviet.cli.config_file import read_config
from hanviet.cli.main import cli
from hanviet.cli.tables import reconcile_command
from hanviet.errors import UsageError

CONFIG = """\
# Every month
input: in.csv
column: [name, place]
output: out.csv
against: ref.csv
vi: vi
zh: zh
top: 2
lang: vi
excel: true
strict: no
decisions: decisions.jsonl
report: [report.html, report.json]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in.csv").write_text("name,place\nTrần Cương,谅山\n", encoding="utf-8")
    (tmp_path / "ref.csv").write_text("vi,zh\nTrần Cương,陈刚\nLạng Sơn,谅山\n", encoding="utf-8")
    (tmp_path / "reconcile.yaml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def test_a_batch_can_be_repeated_from_a_file_alone(folder: Path) -> None:
    result = CliRunner().invoke(cli, ["reconcile", "--config", str(folder / "reconcile.yaml")])
    assert result.exit_code == 0, result.output
    text = (folder / "out.csv").read_text(encoding="utf-8")
    assert text.startswith("\ufeffname,place,name_hanviet_id")
    assert "Trùng khớp" in text
    assert (folder / "report.json").exists()
    assert (folder / "report.html").exists()


def test_the_command_line_wins(folder: Path) -> None:
    other = folder / "other.csv"
    arguments = ["--config", str(folder / "reconcile.yaml"), "-o", str(other), "--lang", "en",
                 "--column", "name"]  # fmt: skip
    result = CliRunner().invoke(cli, ["reconcile", *arguments])
    assert result.exit_code == 0, result.output
    text = other.read_text(encoding="utf-8")
    assert "exactly a form" in text
    assert text.startswith("\ufeffname,place,hanviet_id")
    assert not (folder / "out.csv").exists()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("colum: name", ":14: unknown option 'colum'; did you mean column?"),
        ("resume: true", ":14: unknown option 'resume'"),
        ("sheet: [a, b]", ":14: sheet must be one value, not a list"),
        ("sheet: {a: b}", ":14: sheet must be one value, not a table"),
        ("sheet:", ":14: sheet must have a value"),
        ("resume: [", ":15: is not valid YAML"),
        ("vi: a", ":14: has the key 'vi' twice"),
        ("link-from: sure", ":14: link-from 'sure' is not one of"),
        ("date: yesterday\nwho: [x]", ":15: who must be one value, not a list"),
        ("\tx: 1", ":14: holds a tab"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(folder: Path, line: str, said: str) -> None:
    path = folder / "reconcile.yaml"
    path.write_text(f"{CONFIG}{line}\n", encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        read_config(path, reconcile_command)
    assert f"{path}{said}" in str(raised.value)


def test_everything_that_is_wrong_is_said_at_once(folder: Path) -> None:
    path = folder / "reconcile.yaml"
    path.write_text("top: many\nexcel: maybe\nnonsense: 1\n", encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        read_config(path, reconcile_command)
    for line in (":1: top", ":2: excel must be true or false", ":3: unknown option"):
        assert line in str(raised.value)


@pytest.mark.parametrize("text", ["- a\n", "x", "\xff"])
def test_a_file_that_holds_no_options_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(UsageError):
        read_config(path, reconcile_command)
    with pytest.raises(UsageError, match="cannot be read"):
        read_config(tmp_path / "none.yaml", reconcile_command)


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("# nothing\n", encoding="utf-8")
    assert read_config(path, reconcile_command) == {}

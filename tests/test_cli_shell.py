"""The command line as a shell sees it: help, statuses, streams, files, and input gone wrong."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hanviet.cli.main import COMMANDS, main

ARTICLE = "Bí thư Khu ủy Quảng Tây Trần Cương thăm tỉnh Lạng Sơn.\n"
DOCUMENT_COMMANDS = ("annotate", "align")
HEAVY = ("ahocorasick_rs", "numpy", "opencc", "pandas", "pypinyin", "rapidfuzz", "rich", "yaml")

HANVIET = [sys.executable, "-c", "from hanviet.cli.main import main; main()"]


@dataclass(frozen=True)
class Ended:
    """What a run of the command left."""

    status: int
    stdout: bytes
    stderr: bytes

    @property
    def complaint(self) -> str:
        """What it said on standard error, which must be one line and no traceback."""
        lines = self.stderr.decode().splitlines()
        assert len(lines) == 1, lines
        return lines[0]


Run = Callable[..., Ended]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in this process, where the gazetteer is loaded once."""

    def here(*arguments: str | Path, stdin: bytes = b"") -> Ended:
        capfdbinary.readouterr()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        monkeypatch.setattr(sys, "argv", ["hanviet", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            main()
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        assert isinstance(stop.value.code, int)
        return Ended(stop.value.code, out, err)

    return here


def run_process(*arguments: str | Path, **environment: str) -> Ended:
    """Run the command in a process of its own."""
    process = subprocess.run(
        [*HANVIET, *map(str, arguments)],
        capture_output=True,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )
    return Ended(process.returncode, process.stdout, process.stderr)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_help_lists_every_command(run: Run) -> None:
    ended = run("--help")
    assert ended.status == 0
    text = ended.stdout.decode()
    assert [name for name in COMMANDS if f"\n  {name} " not in text] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Run, command: str) -> None:
    ended = run(command, "--help")
    assert ended.status == 0
    assert ended.stdout.decode().startswith(f"Usage: hanviet {command}")


@pytest.mark.parametrize("arguments", [[], *([command] for command in COMMANDS)])
def test_help_imports_nothing_heavy(run: Run, arguments: list[str]) -> None:
    script = (
        "import sys\n"
        "from hanviet.cli.main import main\n"
        "try:\n"
        "    main(sys.argv[1:])\n"
        "except SystemExit:\n"
        f"    sys.stderr.write(' '.join(m for m in {HEAVY!r} if m in sys.modules))\n"
    )
    process = subprocess.run(
        [sys.executable, "-c", script, *arguments, "--help"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.stderr == ""


def test_importing_the_library_imports_nothing_heavy(run: Run) -> None:
    script = f"import hanviet, sys; print(*(m for m in {HEAVY!r} if m in sys.modules))"
    process = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert process.stdout == "\n"


def test_version_is_the_packages(run: Run) -> None:
    import hanviet

    assert run("--version").stdout.decode().strip().endswith(hanviet.__version__)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["anotate"],
        ["annotate"],
        ["gazetteer"],
        ["annotate", "x.txt", "--format", "pdf"],
        ["annotate", "x.txt", "--date", "30.2.2026"],
        ["annotate", "--no-such-option", "x.txt"],
        ["compare", "only one"],
        ["gazetteer", "polish"],
    ],
)
def test_wrong_usage_ends_with_two_and_writes_no_output(run: Run, arguments: list[str]) -> None:
    ended = run(*arguments)
    assert ended.status == 2
    assert ended.stdout == b""
    assert ended.complaint.startswith("hanviet: ")
    assert ended.complaint.endswith("--help)")


def test_a_mistyped_command_is_named(run: Run) -> None:
    assert "'anotate'" in run("anotate").complaint


def test_two_dashes_end_the_options(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "--format"
    path.write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ended = run("annotate", "--format", "jsonl", "--", "--format")
    assert ended.status == 0
    assert json.loads(ended.stdout.splitlines()[0])["file"] == "--format"


def test_a_name_may_begin_with_a_dash(run: Run) -> None:
    ended = run("lookup", "--format", "json", "--", "-Trần Cương")
    assert ended.status == 0
    assert json.loads(ended.stdout)["query"] == "-Trần Cương"


def test_four_hundred_arguments_give_four_hundred_lines(run: Run) -> None:
    ended = run("read", "--format", "json", *["黄坤明"] * 400)
    assert ended.status == 0
    assert len(ended.stdout.splitlines()) == 400


@pytest.mark.parametrize("command", DOCUMENT_COMMANDS)
def test_a_document_may_come_from_standard_input(run: Run, command: str) -> None:
    ended = run(command, "-", "--format", "jsonl", stdin=ARTICLE.encode())
    assert ended.status == 0
    assert ended.stderr == b""
    rows = [json.loads(line) for line in ended.stdout.splitlines()]
    assert "person.cn.chen-gang-1965" in [row["id"] for row in rows]


def test_data_are_utf8_and_unescaped_whatever_the_locale(article: Path) -> None:
    plain = {"LC_ALL": "C", "LANG": "C"}
    ended = run_process("annotate", article, "--format", "jsonl", **plain)
    assert ended.status == 0
    text = ended.stdout.decode()
    assert "Trần Cương" in text
    assert "\\u" not in text
    lookup = run_process("lookup", "Trần Cương", "--format", "json", **plain)
    assert json.loads(lookup.stdout)["query"] == "Trần Cương"
    assert "陈刚" in lookup.stdout.decode()


def test_a_reader_that_leaves_early_is_no_error(article: Path) -> None:
    with subprocess.Popen(
        [*HANVIET, "annotate", "--format", "jsonl", *[str(article)] * 40],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize("command", DOCUMENT_COMMANDS)
@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("missing.txt", None, "cannot be read"),
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n", "is empty"),
        ("binary.txt", b"\x89PNG\r\n\0\0\0\x0dIHDR", "binary"),
        ("viet.txt", (ARTICLE * 20).encode("cp1258", errors="ignore"), "cp1258"),
        (
            "chinese.txt",
            ("广西壮族自治区党委书记陈刚访问越南。\n" * 5).encode("gb18030"),
            "gb18030",
        ),
        ("taiwan.txt", ("廣西壯族自治區黨委書記陳剛訪問越南。\n" * 5).encode("big5"), "big5"),
        ("lines.jsonl", b'\n{"id": 2,\n', "lines.jsonl:2"),
        ("half.jsonl", b'{"text": "\\ud800"}\n', "half.jsonl:1"),
        ("keys.jsonl", b'{"id": 1, "body": "Lang Son"}\n', "keys.jsonl:1"),
    ],
)
def test_an_unusable_file_is_named_in_one_line(
    run: Run, tmp_path: Path, command: str, name: str, data: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    target = tmp_path / "out.csv"
    ended = run(command, path, "--format", "csv", "-o", target)
    assert ended.status == 2
    assert ended.stdout == b""
    line = ended.complaint
    assert line.startswith("hanviet: ")
    assert name in line
    assert said in line
    assert sorted(file.name for file in tmp_path.iterdir()) == ([name] if data is not None else [])


def test_the_first_undecodable_line_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mixed.txt"
    path.write_bytes(ARTICLE.encode() + ARTICLE.encode() + b"Qu\xe3ng T\xe2y\n")
    assert "mixed.txt:3" in run("annotate", path).complaint


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_the_guessed_encoding_works_when_given(run: Run, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "chinese.txt"
    path.write_bytes(("广西壮族自治区党委书记陈刚访问越南。\n" * 5).encode(encoding))
    assert encoding in run("annotate", path).complaint
    ended = run("annotate", path, "--encoding", encoding, "--format", "csv")
    assert ended.status == 0
    assert "陈刚" in ended.stdout.decode()


def test_an_unknown_encoding_is_named(run: Run, article: Path) -> None:
    ended = run("annotate", article, "--encoding", "vni-times")
    assert ended.status == 2
    assert "vni-times" in ended.complaint


@pytest.mark.parametrize("command", DOCUMENT_COMMANDS)
def test_one_bad_file_of_a_folder_does_not_stop_the_rest(
    run: Run, tmp_path: Path, command: str
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\0\1\2")
    (folder / "c.md").write_text("广西壮族自治区党委书记陈刚访问谅山。\n", encoding="utf-8")
    (folder / "notes.pdf").write_bytes(b"%PDF")
    ended = run(command, folder, "--format", "jsonl")
    assert ended.status == 1
    assert "b.txt" in ended.complaint
    assert "a.txt" in ended.stdout.decode()
    assert "c.md" in ended.stdout.decode()
    assert "notes.pdf" not in ended.stdout.decode()


def test_one_bad_line_of_json_does_not_stop_the_rest(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    lines = [json.dumps({"id": name, "text": ARTICLE}) for name in "ac"]
    path.write_text(f"{lines[0]}\nno json\n{lines[1]}\n", encoding="utf-8")
    ended = run("annotate", path, "--format", "jsonl")
    assert ended.status == 1
    assert f"{path}:2" in ended.complaint
    files = {json.loads(line)["file"] for line in ended.stdout.splitlines()}
    assert files == {f"{path}#a", f"{path}#c"}


def test_a_folder_without_documents_is_unusable(run: Run, tmp_path: Path) -> None:
    ended = run("annotate", tmp_path)
    assert ended.status == 2
    assert ".txt" in ended.complaint


@pytest.mark.parametrize("command", DOCUMENT_COMMANDS)
def test_output_to_a_file_equals_output_to_the_stream(
    run: Run, tmp_path: Path, article: Path, command: str
) -> None:
    target = tmp_path / "out.jsonl"
    streamed = run(command, article, "--format", "jsonl")
    written = run(command, article, "--format", "jsonl", "-o", target)
    assert (streamed.status, written.status) == (0, 0)
    assert written.stdout == b""
    assert target.read_bytes() == streamed.stdout


@pytest.mark.parametrize("place", ["no-such-folder/out.csv", "."])
def test_a_place_that_cannot_be_written_is_named(
    run: Run, tmp_path: Path, article: Path, place: str
) -> None:
    before = sorted(tmp_path.rglob("*"))
    ended = run("annotate", article, "--format", "csv", "-o", tmp_path / place)
    assert ended.status == 2
    assert str(tmp_path) in ended.complaint
    assert sorted(tmp_path.rglob("*")) == before


def test_a_failed_run_leaves_the_old_output_whole(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old\n")
    ended = run("annotate", tmp_path / "missing.txt", "--format", "csv", "-o", target)
    assert ended.status == 2
    assert target.read_text() == "old\n"


def test_a_byte_order_mark_counts_as_a_character(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bom.txt"
    path.write_bytes(b"\xef\xbb\xbfLang S\xc6\xa1n, Qu\xe1\xba\xa3ng T\xc3\xa2y\r\n")
    text = path.read_bytes().decode()
    ended = run("annotate", path, "--format", "jsonl")
    rows = [json.loads(line) for line in ended.stdout.splitlines()]
    assert rows
    assert all(text[row["start"] : row["end"]] == row["surface"] for row in rows)


def test_a_missing_gazetteer_is_an_error_in_one_line(tmp_path: Path) -> None:
    ended = run_process("lookup", "Trần Cương", HANVIET_GAZETTEER=str(tmp_path / "none"))
    assert ended.status == 2
    assert "HANVIET_GAZETTEER" in ended.complaint


def test_an_unwritable_cache_folder_is_no_error() -> None:
    ended = run_process("read", "黄坤明", XDG_CACHE_HOME="/dev/null")
    assert ended.status == 0
    assert ended.stderr == b""

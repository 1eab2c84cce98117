"""The command line as a shell sees it: help, statuses, streams, files, and input gone wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hanviet.cli.main import COMMANDS

ARTICLE = "Bí thư Khu ủy Quảng Tây Trần Cương thăm tỉnh Lạng Sơn.\n"
DOCUMENT_COMMANDS = ("annotate", "align")
HEAVY = ("ahocorasick_rs", "numpy", "opencc", "pandas", "pypinyin", "rapidfuzz", "rich", "yaml")

RUN = [sys.executable, "-c", "from hanviet.cli.main import main; main()"]


def run(
    *arguments: str | Path, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [*RUN, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )


def complaint(process: subprocess.CompletedProcess[bytes]) -> str:
    """What it said on standard error, which must be one line and no traceback."""
    lines = process.stderr.decode().splitlines()
    assert len(lines) == 1, lines
    return lines[0]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_help_lists_every_command() -> None:
    process = run("--help")
    assert process.returncode == 0
    text = process.stdout.decode()
    assert [name for name in COMMANDS if f"\n  {name} " not in text] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    process = run(command, "--help")
    assert process.returncode == 0
    assert process.stdout.decode().startswith(f"Usage: hanviet {command}")


@pytest.mark.parametrize("arguments", [[], *([command] for command in COMMANDS)])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
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


def test_importing_the_library_imports_nothing_heavy() -> None:
    script = f"import hanviet, sys; print(*(m for m in {HEAVY!r} if m in sys.modules))"
    process = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert process.stdout == "\n"


def test_version_is_the_packages() -> None:
    import hanviet

    assert run("--version").stdout.decode().strip().endswith(hanviet.__version__)


@pytest.mark.parametrize(
    "arguments",
    [
        ["anotate"],
        ["annotate"],
        ["annotate", "x.txt", "--format", "pdf"],
        ["annotate", "x.txt", "--date", "30.2.2026"],
        ["annotate", "--no-such-option", "x.txt"],
        ["compare", "only one"],
        ["gazetteer", "polish"],
    ],
)
def test_wrong_usage_ends_with_two_and_writes_no_output(arguments: list[str]) -> None:
    process = run(*arguments)
    assert process.returncode == 2
    assert process.stdout == b""
    assert b"Traceback" not in process.stderr
    assert "Error: " in process.stderr.decode().splitlines()[-1]


def test_a_mistyped_command_is_named() -> None:
    assert "'anotate'" in run("anotate").stderr.decode().splitlines()[-1]


def test_two_dashes_end_the_options(tmp_path: Path) -> None:
    path = tmp_path / "--format"
    path.write_text(ARTICLE, encoding="utf-8")
    process = subprocess.run(
        [*RUN, "annotate", "--format", "jsonl", "--", "--format"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert process.returncode == 0
    assert json.loads(process.stdout.splitlines()[0])["file"] == "--format"


def test_a_name_may_begin_with_a_dash() -> None:
    process = run("lookup", "--format", "json", "--", "-Trần Cương")
    assert process.returncode == 0
    assert json.loads(process.stdout)["query"] == "-Trần Cương"


def test_four_hundred_arguments_give_four_hundred_lines() -> None:
    process = run("read", "--format", "json", *["黄坤明"] * 400)
    assert process.returncode == 0
    assert len(process.stdout.splitlines()) == 400


@pytest.mark.parametrize("command", DOCUMENT_COMMANDS)
def test_a_document_may_come_from_standard_input(command: str) -> None:
    process = run(command, "-", "--format", "jsonl", stdin=ARTICLE.encode())
    assert process.returncode == 0
    assert process.stderr == b""
    rows = [json.loads(line) for line in process.stdout.splitlines()]
    assert "person.cn.chen-gang-1965" in [row["id"] for row in rows]


def test_data_are_utf8_and_unescaped_whatever_the_locale(article: Path) -> None:
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    process = run("annotate", article, "--format", "jsonl", **plain)
    assert process.returncode == 0
    text = process.stdout.decode()
    assert "Trần Cương" in text
    assert "\\u" not in text
    lookup = run("lookup", "Trần Cương", "--format", "json", **plain)
    assert json.loads(lookup.stdout)["query"] == "Trần Cương"
    assert "陈刚" in lookup.stdout.decode()


def test_a_reader_that_leaves_early_is_no_error(article: Path) -> None:
    paths = [str(article)] * 40
    with subprocess.Popen(
        [*RUN, "annotate", "--format", "jsonl", *paths],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode in (0, 141)


@pytest.mark.parametrize("command", DOCUMENT_COMMANDS)
@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("missing.txt", None, "cannot be read"),
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n", "is empty"),
        ("binary.txt", b"\x89PNG\r\n\0\0\0\x0dIHDR", "binary"),
        ("viet.txt", (ARTICLE * 20).encode("cp1258", errors="ignore"), "cp1258"),
        ("chinese.txt", ("广西壮族自治区党委书记陈刚访问越南。\n" * 5).encode("gb18030"), "gb18030"),
        ("taiwan.txt", ("廣西壯族自治區黨委書記陳剛訪問越南。\n" * 5).encode("big5"), "big5"),
        ("lines.jsonl", b'{"id": 1, "text": "Lang Son"}\n{"id": 2,\n', "lines.jsonl:2"),
        ("keys.jsonl", b'{"id": 1, "body": "Lang Son"}\n', "keys.jsonl:1"),
    ],
)
def test_an_unusable_file_is_named_in_one_line(
    tmp_path: Path, command: str, name: str, data: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    target = tmp_path / "out.csv"
    process = run(command, path, "--format", "csv", "-o", target)
    assert process.returncode == 2
    assert process.stdout == b""
    line = complaint(process)
    assert line.startswith("hanviet: ")
    assert name in line
    assert said in line
    assert sorted(file.name for file in tmp_path.iterdir()) == ([name] if data is not None else [])


def test_the_first_undecodable_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mixed.txt"
    path.write_bytes(ARTICLE.encode() + ARTICLE.encode() + b"Qu\xe3ng T\xe2y\n")
    assert "mixed.txt:3" in complaint(run("annotate", path))


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_the_guessed_encoding_works_when_given(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "chinese.txt"
    path.write_bytes(("广西壮族自治区党委书记陈刚访问越南。\n" * 5).encode(encoding))
    assert encoding in complaint(run("annotate", path))
    process = run("annotate", path, "--encoding", encoding, "--format", "csv")
    assert process.returncode == 0
    assert "陈刚" in process.stdout.decode()


def test_an_unknown_encoding_is_named(article: Path) -> None:
    process = run("annotate", article, "--encoding", "vni-times")
    assert process.returncode == 2
    assert "vni-times" in complaint(process)


@pytest.mark.parametrize("command", DOCUMENT_COMMANDS)
def test_one_bad_file_of_a_folder_does_not_stop_the_rest(tmp_path: Path, command: str) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\0\1\2")
    (folder / "c.md").write_text("广西壮族自治区党委书记陈刚访问谅山。\n", encoding="utf-8")
    (folder / "notes.pdf").write_bytes(b"%PDF")
    process = run(command, folder, "--format", "jsonl")
    assert process.returncode == 1
    assert "b.txt" in complaint(process)
    assert "a.txt" in process.stdout.decode()
    assert "c.md" in process.stdout.decode()
    assert "notes.pdf" not in process.stdout.decode()


def test_a_folder_without_documents_is_unusable(tmp_path: Path) -> None:
    process = run("annotate", tmp_path)
    assert process.returncode == 2
    assert ".txt" in complaint(process)


@pytest.mark.parametrize("command", DOCUMENT_COMMANDS)
def test_output_to_a_file_equals_output_to_the_stream(
    tmp_path: Path, article: Path, command: str
) -> None:
    target = tmp_path / "out.jsonl"
    streamed = run(command, article, "--format", "jsonl")
    written = run(command, article, "--format", "jsonl", "-o", target)
    assert (streamed.returncode, written.returncode) == (0, 0)
    assert written.stdout == b""
    assert target.read_bytes() == streamed.stdout


@pytest.mark.parametrize("place", ["no-such-folder/out.csv", "."])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, article: Path, place: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    process = run("annotate", article, "--format", "csv", "-o", tmp_path / place)
    assert process.returncode == 2
    assert str(tmp_path) in complaint(process)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_failed_run_leaves_the_old_output_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old\n")
    process = run("annotate", tmp_path / "missing.txt", "--format", "csv", "-o", target)
    assert process.returncode == 2
    assert target.read_text() == "old\n"


def test_a_byte_order_mark_counts_as_a_character(tmp_path: Path) -> None:
    path = tmp_path / "bom.txt"
    path.write_bytes(b"\xef\xbb\xbfLang S\xc6\xa1n, Qu\xe1\xba\xa3ng T\xc3\xa2y\r\n")
    text = path.read_bytes().decode()
    process = run("annotate", path, "--format", "jsonl")
    rows = [json.loads(line) for line in process.stdout.splitlines()]
    assert rows
    assert all(text[row["start"] : row["end"]] == row["surface"] for row in rows)


def test_a_missing_gazetteer_is_an_error_in_one_line(tmp_path: Path) -> None:
    process = run("lookup", "Trần Cương", HANVIET_GAZETTEER=str(tmp_path / "none"))
    assert process.returncode == 2
    assert "HANVIET_GAZETTEER" in complaint(process)


def test_an_unwritable_cache_folder_is_no_error() -> None:
    process = run("read", "黄坤明", XDG_CACHE_HOME="/dev/null")
    assert process.returncode == 0
    assert process.stderr == b""

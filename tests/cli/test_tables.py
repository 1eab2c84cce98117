"""`hanviet reconcile`: files in, files out, nothing lost."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hanviet.cli.main import cli, main
from hanviet.errors import HanvietError, InputError
from hanviet.linking.reconcile import COLUMNS
from hanviet.tables.delimited import DELIMITERS
from hanviet.tables.encodings import decode
from hanviet.tables.source import open_source

Run = Callable[..., Result]
REFERENCE = "no,vi,zh\na,Trần Cương,陈刚\nb,Lạng Sơn,谅山\nc,Nguyễn Văn Linh,阮文灵\n"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `reconcile` on a file of these bytes against a small table."""
    (tmp_path / "ref.csv").write_text(REFERENCE, encoding="utf-8")

    def run(data: bytes | str, *options: str, column: str = "name") -> Result:
        path = tmp_path / "in.csv"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        against = ["--against", str(tmp_path / "ref.csv"), "--vi", "vi", "--zh", "zh"]
        arguments = ["reconcile", str(path), "--column", column, *against, *options]
        return CliRunner().invoke(cli, arguments)

    return run


def table_of(result: Result, delimiter: str = ",") -> list[list[str]]:
    """The rows of what a run printed."""
    assert result.exit_code == 0, result.output
    return list(csv.reader(io.StringIO(result.stdout, newline=""), delimiter=delimiter))


def test_columns_rows_and_values_stay_as_typed(run: Run) -> None:
    rows = table_of(run('id,name,note\n007,陳剛,NA\n1e5,?,"two\nlines, ""quoted"""\n'))
    assert rows[0] == ["id", "name", "note", *COLUMNS]
    assert rows[1][:6] == ["007", "陳剛", "NA", "1", "Trần Cương", "陈刚"]
    assert rows[2][:3] == ["1e5", "?", 'two\nlines, "quoted"']
    assert rows[2][3 + COLUMNS.index("hanviet_decision")] == "unknown"


@pytest.mark.parametrize("delimiter", DELIMITERS.values())
def test_delimiters_are_found_and_kept(run: Run, delimiter: str) -> None:
    data = "\n".join(delimiter.join(row) for row in (["id", "name"], ["1", "Trần Cương"]))
    assert table_of(run(data), delimiter)[1][:3] == ["1", "Trần Cương", "1"]


def test_the_delimiter_can_be_said(run: Run) -> None:
    assert table_of(run("name;x\na,b;c\n", "--delimiter", ";"), ";")[1][:2] == ["a,b", "c"]
    assert run("name\nx\n", "--delimiter", "x").exception is not None


def test_ragged_rows_are_kept_and_reported(run: Run) -> None:
    result = run("id,name\n1\n2,陈刚,more\n")
    rows = table_of(result)
    assert [row[:3] for row in rows] == [
        ["id", "name", "column_3"], ["1", "", ""], ["2", "陈刚", "more"],
    ]  # fmt: skip
    assert "line 2" in result.stderr
    assert "line 3" in result.stderr


def cp1258(text: str) -> bytes:
    """Encode as Windows does: a vowel with its mark, then the tone as a mark of its own."""
    encoded = b""
    for char in text:
        try:
            encoded += char.encode("cp1258")
        except UnicodeEncodeError:
            decomposed = unicodedata.normalize("NFD", char)
            base = unicodedata.normalize("NFC", decomposed[:-1])
            tone = decomposed[-1]
            if tone not in "\u0300\u0301\u0303\u0309\u0323":
                base, tone = unicodedata.normalize("NFC", decomposed[0] + tone), decomposed[1]
            encoded += base.encode("cp1258") + tone.encode("cp1258")
    return encoded


CELLS = "id,name\n1,Trần Cương\n2,Nguyễn Văn Linh\n3,Lạng Sơn\n"
HAN_CELLS = "id,name\n1,陈刚\n2,阮文灵\n3,谅山\n"


@pytest.mark.parametrize(
    ("data", "guess"),
    [
        (CELLS.encode("utf-8-sig"), ""),
        (CELLS.encode("utf-16"), ""),
        (CELLS.encode("utf-16-le"), "utf-16-le"),
        (cp1258(CELLS), "cp1258"),
        (HAN_CELLS.encode("gb18030"), "gb18030"),
        (HAN_CELLS.translate(str.maketrans("陈刚灵谅", "陳剛靈諒")).encode("big5"), "big5"),
    ],
)
def test_encodings_are_found_and_a_guess_is_said(run: Run, data: bytes, guess: str) -> None:
    result = run(data)
    assert [row[2] for row in table_of(result)[1:]] == ["1", "3", "2"]
    assert ("a guess" in result.stderr) == bool(guess)
    assert guess in result.stderr


def test_an_encoding_can_be_stated(run: Run) -> None:
    assert table_of(run(cp1258(CELLS), "--encoding", "cp1258"))[1][2] == "1"


@pytest.mark.parametrize(
    ("data", "options", "said"),
    [
        (b"", (), "is empty"),
        (b"\n \n", (), "is empty"),
        (b"\x7fELF\x00\x01\x02\xff\xfe\x00", (), "no text"),
        (b"PK\x03\x04rest", (), "workbook"),
        (b"name\n\xff\xfe\xfa\n", ("--encoding", "utf-8"), "not utf-8"),
        (b"name\nx\n", ("--encoding", "nonsense"), "no such encoding"),
        (b"other\nx\n", (), "its columns are: other"),
        (b"name,hanviet_id\nx,y\n", (), "hanviet_id"),
        (b"name,name\nx,y\n", (), "2 columns"),
    ],
)
def test_unusable_input_is_one_line_and_leaves_no_output(
    run: Run, tmp_path: Path, data: bytes, options: tuple[str, ...], said: str
) -> None:
    before = set(tmp_path.iterdir()) | {tmp_path / "in.csv"}
    result = run(data, "-o", str(tmp_path / "out.csv"), *options)
    error = result.exception
    # The outermost layer prints a HanvietError as one line and ends with 2.
    assert isinstance(error, HanvietError)
    assert said in str(error)
    assert "\n" not in str(error)
    assert set(tmp_path.iterdir()) == before


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.csv: no such file"):
        open_source(tmp_path / "none.csv")


def test_the_input_is_never_replaced(run: Run, tmp_path: Path) -> None:
    result = run(CELLS, "-o", str(tmp_path / "in.csv"))
    assert isinstance(result.exception, HanvietError)
    assert (tmp_path / "in.csv").read_text(encoding="utf-8") == CELLS


@pytest.mark.parametrize(("cell", "status"), [("N. V. Linh", 1), ("Trần Cương", 0), ("?", 0)])
def test_strict_ends_with_one_where_a_row_needs_a_look(
    tmp_path: Path, cell: str, status: int
) -> None:
    (tmp_path / "ref.csv").write_text(REFERENCE, encoding="utf-8")
    (tmp_path / "in.csv").write_text(f"name\n{cell}\n", encoding="utf-8")
    arguments = ["reconcile", str(tmp_path / "in.csv"), "--column", "name", "--strict", "--vi",
                 "vi", "--zh", "zh", "--against", str(tmp_path / "ref.csv")]  # fmt: skip
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == status


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12), min_size=2,
                 max_size=2),
        max_size=6,
    ),
    st.sampled_from([*DELIMITERS.values()]),
)  # fmt: skip
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_written_as_csv_is_read_as_it_was(
    tmp_path: Path, rows: list[list[str]], delimiter: str
) -> None:
    path = tmp_path / "any.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(
            [["id", "name"], *rows]
        )
    source = open_source(path, delimiter=delimiter)
    assert [list(row) for row in source.rows()] == rows


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    with suppress(InputError):
        assert isinstance(decode(data, place="x").text, str)

"""Input damaged at random: an answer for every row in its order, or a clear refusal."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hanviet.errors import HanvietError
from hanviet.linking.reconcile import COLUMNS
from hanviet.orthography.legacy_encodings import encode
from hanviet.tables.columns import Columns
from hanviet.tables.job import Job
from hanviet.tables.reference import Reference
from hanviet.tables.running import run
from hanviet.tables.source import open_source

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "tcvn3", "vni", "viscii")
CELLS = ("Trần Cương", "Lạng Sơn", "Nguyễn Văn Linh", "Tran Cuong", "NA", "007", "a, b; c|d", "",
         'said "x"', "two\nlines", "=1+1", "Đặng Tiểu Bình", "thuỷ", "\t")  # fmt: skip
HAN_CELLS = ("陈刚", "谅山", "阮文灵", "邓小平", "广西")

rows_of_cells = st.lists(
    st.tuples(st.sampled_from((*CELLS, *HAN_CELLS)), st.text(max_size=10)), max_size=12
)
damages = st.lists(
    st.tuples(
        st.sampled_from(["insert", "delete", "replace", "cut", "double", "swap"]),
        st.floats(0, 1, exclude_max=True),
        st.sampled_from(
            [b'"', b",", b";", b"\n", b"\r", b"\0", b"\xff", b"\xc3", b"|", b"\t", b"a"]
        ),
    ),
    max_size=6,
)


def table(rows: list[tuple[str, str]], encoding: str, delimiter: str, newline: str) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=newline)
    writer.writerow(["no", "name", "rest"])
    for number, (name, rest) in enumerate(rows):
        writer.writerow([f"r{number}", name, rest])
    text = stream.getvalue().encode("utf-8", "replace").decode()
    if encoding in ("tcvn3", "vni", "viscii"):
        kept = "".join(char for char in text if _fits(char, encoding))
        return encode(kept, encoding)
    return text.encode(encoding, "replace")


def _fits(char: str, encoding: str) -> bool:
    try:
        return bool(encode(char, encoding))
    except UnicodeEncodeError:
        return False


def damaged(data: bytes, damage: list[tuple[str, float, bytes]]) -> bytes:
    for kind, where, what in damage:
        at = int(where * (len(data) + 1))
        data = {
            "insert": data[:at] + what + data[at:],
            "delete": data[:at] + data[at + 1 :],
            "replace": data[:at] + what + data[at + 1 :],
            "cut": data[:at],
            "double": data[:at] + data[at : at + 40] + data[at:],
            "swap": data[at:] + data[:at],
        }[kind]
    return data


def reconciled(folder: Path, data: bytes) -> None:
    """Reconcile a damaged table and check what comes out, if anything does."""
    (folder / "ref.csv").write_text("vi,zh\nTrần Cương,陈刚\n", encoding="utf-8")
    path, target = folder / "in.csv", folder / "out.csv"
    path.write_bytes(data)
    job = Job(path, target, Columns(("name",)), Reference(folder / "ref.csv", "vi", "zh"))
    target.unlink(missing_ok=True)
    refused = ""
    try:
        run(job, lambda _: None)
    except HanvietError as error:
        refused = str(error)
    if refused:
        assert "\n" not in refused
        assert not target.exists()
        return
    before = open_source(path, wanted=("name",))
    after = open_source(target, wanted=("name",), encoding="utf-8")
    assert after.header == (*before.header, *COLUMNS)
    # What was read is what comes out: every row, every cell, in its order.
    width = len(before.header)
    assert [row[:width] for row in after.rows()] == list(before.rows())


@given(
    rows_of_cells, st.sampled_from(ENCODINGS), st.sampled_from(",;\t|"),
    st.sampled_from(["\n", "\r\n"]), damages,
)  # fmt: skip
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_damaged_table_loses_no_row(
    tmp_path: Path,
    rows: list[tuple[str, str]],
    encoding: str,
    delimiter: str,
    newline: str,
    damage: list[tuple[str, float, bytes]],
) -> None:
    reconciled(tmp_path, damaged(table(rows, encoding, delimiter, newline), damage))


@pytest.mark.parametrize(
    "data", [b"\xff\xfe", b"\xff\xfe\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n", b"sep=,\n", b"\0"]
)
def test_files_without_a_table_are_refused(tmp_path: Path, data: bytes) -> None:
    reconciled(tmp_path, data)
    assert not (tmp_path / "out.csv").exists()


@given(st.binary(max_size=400).map(b"name,x\n".__add__))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_below_a_header_lose_no_row(tmp_path: Path, data: bytes) -> None:
    reconciled(tmp_path, data)


@pytest.mark.full
@pytest.mark.parametrize("seed", range(8))
def test_thousands_of_damaged_tables_lose_no_row(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    whats = [b'"', b",", b";", b"\n", b"\r", b"\0", b"\xff", b"\xc3", b"|", b"\t", b"a", b'""']
    kinds = ["insert", "delete", "replace", "cut", "double", "swap"]
    for _ in range(500):
        rows = [
            (chance.choice((*CELLS, *HAN_CELLS)), chance.choice(CELLS))
            for _ in range(chance.randrange(30))
        ]
        data = table(rows, chance.choice(ENCODINGS), chance.choice(",;\t|"), "\n")
        damage = [
            (chance.choice(kinds), chance.random(), chance.choice(whats))
            for _ in range(chance.randrange(8))
        ]
        reconciled(tmp_path, damaged(data, damage))

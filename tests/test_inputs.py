"""Documents from files, folders, JSON lines and standard input."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from hanviet.errors import InputError
from hanviet.inputs import Source, decode, read_sources

SENTENCE = "Tổng Bí thư Tô Lâm hội đàm với Tổng Bí thư, Chủ tịch nước Trung Quốc Tập Cận Bình. "


def read(*paths: Path | str, encoding: str = "") -> tuple[list[Source], list[InputError]]:
    complaints: list[InputError] = []
    return list(read_sources(map(str, paths), complaints, encoding=encoding)), complaints


def test_a_folder_is_read_in_the_order_of_names_and_other_files_are_left(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.csv", "sub/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    sources, complaints = read(tmp_path)
    assert [source.text for source in sources] == ["a.md", "b.txt", "sub/d.txt"]
    assert [source.file for source in sources] == [
        str(tmp_path / name) for name in ("a.md", "b.txt", "sub/d.txt")
    ]
    assert not complaints


def test_a_folder_without_documents_is_a_complaint(tmp_path: Path) -> None:
    assert [str(one) for one in read(tmp_path)[1]] == [
        f"{tmp_path}: holds no .txt, .md or .jsonl file"
    ]


def test_json_lines_have_an_id_a_date_and_a_language(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    rows = [{"id": "x", "text": "Hà Nội", "date": "2025-02-19", "lang": "vi"}, {"text": "河内"}]
    path.write_text("\n\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    sources, complaints = read(path)
    assert sources == [
        Source(f"{path}#x", "Hà Nội", "2025-02-19", "vi"), Source(f"{path}#3", "河内")
    ]  # fmt: skip
    assert not complaints


@pytest.mark.parametrize(
    "line", ["{", "[]", "{}", '{"text": 1}', '{"text": "\\ud83d"}', '"text"', "null"]
)
def test_a_bad_line_is_a_complaint_and_the_others_are_read(tmp_path: Path, line: str) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text(f'{{"text": "a"}}\n{line}\n{{"text": "b"}}', encoding="utf-8")
    sources, complaints = read(path)
    assert [source.text for source in sources] == ["a", "b"]
    assert [one.place for one in complaints] == [f"{path}:2"]


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO("Hà Nội".encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert read("-")[0] == [Source("-", "Hà Nội")]


def test_bytes_are_kept_line_ends_and_byte_order_mark_and_all(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffHà\r\nNội\r".encode())
    assert read(path)[0][0].text == "\ufeffHà\r\nNội\r"


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"", "is empty"), (b" \n", "is empty"), (b"PK\0\0x", "is a binary file"),
     (b"\xff\xfe\xff", "is not UTF-8")],
)  # fmt: skip
def test_what_holds_no_text_is_a_complaint(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    sources, (complaint,) = read(path)
    assert not sources
    assert complaint.message == message


def test_one_unreadable_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    sources, complaints = read(tmp_path / "none.txt", tmp_path / "a.txt")
    assert [source.text for source in sources] == ["a"]
    assert [one.place for one in complaints] == [str(tmp_path / "none.txt")]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("广西壮族自治区党委书记陈刚会见越南代表团。" * 5, "gb18030"),
     ("廣西壯族自治區黨委書記陳剛會見越南代表團。" * 5, "big5")],
)  # fmt: skip
def test_another_encoding_is_guessed_and_named_but_not_used(text: str, encoding: str) -> None:
    with pytest.raises(InputError, match=f"--encoding {encoding}") as caught:
        decode("a.txt", text.encode(encoding))
    assert caught.value.place == "a.txt:1"


def test_vietnamese_in_cp1258_is_guessed_and_read_if_asked() -> None:
    import unicodedata

    data = b"".join(
        char.encode("cp1258", "ignore")
        or unicodedata.normalize("NFD", char).encode("cp1258", "ignore")
        for char in SENTENCE * 3
    )
    with pytest.raises(InputError, match="--encoding cp1258"):
        decode("a.txt", data)
    assert decode("a.txt", data, "cp1258")


def test_an_unknown_encoding_is_an_error() -> None:
    with pytest.raises(InputError, match="klingon is no encoding"):
        decode("a.txt", b"a", "klingon")


def test_the_line_of_the_first_bad_byte_is_named() -> None:
    with pytest.raises(InputError) as caught:
        decode("a.txt", b"a\nb\n\xff")
    assert caught.value.place == "a.txt:3"


def test_a_file_that_is_named_twice_is_one_document(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Hà Nội", encoding="utf-8")
    assert read(tmp_path, path, tmp_path / "." / "a.txt") == ([Source(str(path), "Hà Nội")], [])


def test_an_id_that_is_taken_is_a_complaint(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text('{"id": 1, "text": "a"}\n{"id": 1, "text": "b"}\n', encoding="utf-8")
    sources, complaints = read(path)
    assert [source.text for source in sources] == ["a"]
    assert [str(one) for one in complaints] == [f"{path}:2: has the id of line 1 (give it its own)"]


@pytest.mark.parametrize(
    ("date", "day"), [("2025-02-19", "2025-02-19"), ("2025-02-19T08:00:00+07:00", "2025-02-19")]
)
def test_the_day_of_a_date_is_kept(tmp_path: Path, date: str, day: str) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text(json.dumps({"text": "a", "date": date}), encoding="utf-8")
    assert [source.date for source in read(path)[0]] == [day]


def test_a_date_that_is_none_is_a_complaint(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text('{"text": "a", "date": "20/2/2025"}', encoding="utf-8")
    assert [one.place for one in read(path)[1]] == [f"{path}:1"]

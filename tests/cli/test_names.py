"""`hanviet lookup`, `compare`, `read` and `propose`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from hanviet.cli.main import cli
from hanviet.errors import UsageError

OVERLAY = """\
- id: person.vn.nguoi-mau
  type: PERSON
  country: VN
  names:
    - {vi: Nguyễn Thị Mẫu Văn, zh: 阮氏母文}
  status: draft
"""


def lines(*arguments: str) -> list[dict[str, object]]:
    """The JSON lines that a command prints."""
    result = CliRunner().invoke(cli, [*arguments, "--format", "json"], standalone_mode=False)
    assert result.exception is None, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_lookup_answers_each_argument_on_a_line() -> None:
    found = lines("lookup", "Trần Cương", "陳剛", "không có gì", "")
    assert [answer["query"] for answer in found] == ["Trần Cương", "陳剛", "không có gì", ""]
    assert found[2]["matches"] == []
    assert [*found[0]["matches"][0]] == [  # type: ignore[index]
        "id", "type", "vi", "zh_hans", "zh_hant", "pinyin", "forms", "score", "level", "support",
        "decision",
    ]  # fmt: skip


def test_lookup_answers_by_patterns_too() -> None:
    best = lines("lookup", "Bí thư Khu ủy Quảng Tây")[0]["matches"][0]  # type: ignore[index]
    assert (best["id"], best["level"]) == ("pattern.party-secretary(place.cn.guangxi)", "pattern")


def test_hundreds_of_arguments_and_names_like_options_work() -> None:
    result = CliRunner().invoke(cli, ["read", "--format", "json", "--", *["陈刚"] * 450, "-x"])
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 451


def test_json_is_not_escaped() -> None:
    result = CliRunner().invoke(cli, ["compare", "Trần Cương", "陈刚", "--format", "json"])
    assert "陈刚" in result.stdout
    assert [*json.loads(result.stdout)] == ["a", "b", "level", "score", "evidence"]


@pytest.mark.parametrize(
    ("han", "hanviet", "known"),
    [
        ("黄坤明", "Hoàng Khôn Minh", True),
        ("黃坤明", "Hoàng Khôn Minh", True),
        ("芒街", "Mang Nhai", False),
        ("abc", "", False),
        ("カタ", "", False),
    ],
)
def test_read_gives_the_established_form_if_it_is_regular(
    han: str, hanviet: str, known: bool
) -> None:
    answer = lines("read", han)[0]
    assert (answer["query"], answer["hanviet"], answer["known"]) == (han, hanviet, known)
    assert [*answer] == ["query", "hanviet", "pinyin", "known", "alternatives"]


def test_an_overlay_is_looked_up_first(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(OVERLAY, encoding="utf-8")
    found = lines("lookup", "Nguyễn Thị Mẫu Văn", "--overlay", str(path))
    assert found[0]["matches"][0]["decision"] == "proposed"  # type: ignore[index]


def test_plain_output_is_tab_separated() -> None:
    result = CliRunner().invoke(cli, ["lookup", "Trần Cương", "--script", "hant"])
    header, row = (line.split("\t") for line in result.stdout.splitlines())
    assert dict(zip(header, row, strict=True))["zh"] == "陳剛"


def test_compare_leaves_an_honorific_aside() -> None:
    result = CliRunner().invoke(cli, ["compare", "ông Trần Cương", "陈刚"])
    assert result.output.startswith("Trần Cương | 陈刚: reading, score 87")


@pytest.mark.parametrize("names", [["", ""], ["Trần Cương", " – "]])
def test_compare_wants_two_names(names: list[str]) -> None:
    result = CliRunner().invoke(cli, ["compare", *names])
    assert isinstance(result.exception, UsageError)


def test_propose_answers_each_argument_on_a_line() -> None:
    names = ["Trần Cương", "Emmanuel Macron", "林剑"]
    found = lines("propose", "--readings-only", *names, *["Lê Sơn"] * 400)
    assert [answer["query"] for answer in found[:3]] == names
    assert len(found) == 403
    assert found[1]["proposals"] == []
    best = found[0]["proposals"][0]  # type: ignore[index]
    assert [*best] == ["form", "probability", "level", "evidence"]
    assert (best["form"], best["level"]) == ("陈刚", "reading")
    assert best["evidence"][0] == {
        "a": "Trần", "b": "陈", "level": "reading", "note": best["evidence"][0]["note"],
    }  # fmt: skip


def test_propose_gives_so_many_and_the_established_form_first() -> None:
    (answer,) = lines("propose", "Trần Cương", "--top", "2")
    forms = [one["form"] for one in answer["proposals"]]  # type: ignore[attr-defined]
    assert len(forms) == 2
    assert forms[0] == "陈刚"


def test_propose_knows_the_form_of_an_overlay(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(OVERLAY, encoding="utf-8")
    overlay = ["--overlay", str(tmp_path / "mine.yaml")]
    (answer,) = lines("propose", "Nguyễn Thị Mẫu Văn", *overlay)
    first = answer["proposals"][0]  # type: ignore[index]
    assert (first["form"], first["level"]) == ("阮氏母文", "exact")
    assert 0 < first["probability"] < 0.9


def test_propose_says_in_text_that_there_is_nothing() -> None:
    result = CliRunner().invoke(cli, ["propose", "Giàng Seo Zzz"], standalone_mode=False)
    assert result.output == "Giàng Seo Zzz\t–\n"


def test_a_form_to_avoid_is_warned_of_in_both_formats() -> None:
    for arguments in (["lookup", "蚬港"], ["lookup", "蚬港", "--format", "json"]):
        result = CliRunner().invoke(cli, arguments, standalone_mode=False)
        assert result.stderr == "hanviet: 蚬港: is a form to avoid (write Đà Nẵng 岘港)\n"
    match = lines("lookup", "蚬港")[0]["matches"][0]  # type: ignore[index]
    assert (match["decision"], match["zh_hans"]) == ("review", "岘港")
    assert match["warning"] == "is a form to avoid (write Đà Nẵng 岘港)"
    assert "warning" not in lines("lookup", "岘港")[0]["matches"][0]  # type: ignore[index]

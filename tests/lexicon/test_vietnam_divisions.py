"""The derived tables of Vietnamese divisions."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hanviet.errors import GazetteerError
from hanviet.lexicon.check import check_folder
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.lexicon.model import Entry, Pair
from hanviet.lexicon.vietnam_divisions import (
    Commune,
    District,
    communes_by_name,
    namesakes,
    read_districts,
)

FIXTURE = Path(__file__).parent.parent / "fixtures" / "gazetteer"
ROW = District("place.vn.342", "county", "Tiền Hải", "place.vn.thai-binh", "2025-06-30", "s")


def tables(folder: Path, *districts: District, communes: tuple[Commune, ...] = ()) -> Path:
    derived = folder / "derived"
    derived.mkdir(parents=True, exist_ok=True)
    for name, columns, rows in (
        ("vietnam-districts.tsv", District._fields, districts),
        ("vietnam-communes.tsv", Commune._fields, communes),
    ):
        text = "".join("\t".join(cells) + "\n" for cells in (columns, *rows))
        (derived / name).write_text(text, encoding="utf-8")
    return folder


def place(id_: str, vi: str, within: str = "") -> dict[str, Entry]:
    country = id_.split(".")[1].upper()
    pair = Pair(vi=(vi,), zh=("前海",))
    return {id_: Entry(id_, "PLACE", country, (pair,), "county", within)}


def test_a_district_is_an_entry_where_a_place_abroad_has_its_name(tmp_path: Path) -> None:
    (row,) = read_districts(tables(tmp_path, ROW))
    (entry,) = namesakes([row], place("place.cn.qianhai", "Tiền Hải"))
    assert (entry.id, entry.vi, entry.zh) == ("place.vn.342", "Tiền Hải", "")
    assert (entry.status, entry.within, entry.until) == (
        "derived", "place.vn.thai-binh", "2025-06-30",
    )  # fmt: skip


@pytest.mark.parametrize(
    "entries",
    [
        {},
        place("place.cn.qianhai", "Tiên Hải"),
        place("place.cn.qianhai", "Tiền Hải")
        | place("place.vn.tien-hai", "Tiền Hải", within="place.vn.thai-binh"),
        place("place.cn.qianhai", "Tiền Hải") | place("place.int.qianhai", "Tiền Hải"),
    ],
)
def test_it_is_none_where_nothing_has_it_or_a_place_of_its_province_does(
    entries: dict[str, Entry],
) -> None:
    assert namesakes([ROW], entries) == []


def test_a_district_of_another_province_is_told_from_it() -> None:
    other = place("place.vn.tien-hai", "Tiền Hải", within="place.vn.tay-ninh")
    assert [entry.id for entry in namesakes([ROW], other)] == ["place.vn.342"]


def test_no_table_is_no_error(tmp_path: Path) -> None:
    assert read_districts(tmp_path) == []
    assert communes_by_name([tmp_path, tmp_path / "own.yaml"]) == {}


def test_communes_are_kept_by_name_with_all_their_provinces(tmp_path: Path) -> None:
    row = Commune("Hòa Bình", "place.vn.a;place.vn.b")
    folder = tables(tmp_path, communes=(row,))
    assert communes_by_name([folder]) == {"hòa bình": frozenset({"place.vn.a", "place.vn.b"})}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id\tvi\n", "has not the columns"),
        ("\t".join(District._fields) + "\na\tb\n", "has not 6 filled cells"),
        ("\t".join(District._fields) + "\na\tx\tb\tc\td\te\n", "is none of"),
    ],
)
def test_a_malformed_table_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = tables(tmp_path) / "derived" / "vietnam-districts.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GazetteerError, match=message):
        read_districts(tmp_path)


def test_check_tells_of_ids_holders_and_spelling(tmp_path: Path) -> None:
    folder = shutil.copytree(FIXTURE, tmp_path / "gazetteer")
    tables(folder, ROW, ROW, communes=(Commune("Hải\u0301", "place.vn.nowhere"),))
    found = [one for one in check_folder(folder).problems if "vietnam-" in one.place]
    told = "\n".join(problem.message for problem in found)
    assert "id place.vn.342 is used twice" in told
    assert "lies in place.vn.nowhere, which is no entry" in told
    assert "is not in Unicode NFC" in told


def test_the_shipped_tables_hold_known_places(shipped: Gazetteer) -> None:
    assert shipped.communes["tân cương"] >= {"place.vn.thai-nguyen"}
    (match, *others) = shipped.lookup("Tiền Hải")
    assert (match.id, match.decision.value) == ("place.cn.qianhai", "review")
    assert [(one.id, one.zh_hans) for one in others[:1]] == [("place.vn.342", "")]

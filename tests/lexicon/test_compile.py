"""The compiled gazetteer and its cache."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hanviet.errors import GazetteerError
from hanviet.lexicon.cache import CACHED_GAZETTEERS
from hanviet.lexicon.compile import compiled
from hanviet.lexicon.gazetteer import Gazetteer

FIXTURE = Path(__file__).parent.parent / "fixtures" / "gazetteer"


def cache_files(cache: Path) -> list[Path]:
    return sorted(cache.iterdir())


def test_what_the_cache_gives_is_what_was_compiled(tmp_path: Path) -> None:
    first = compiled([FIXTURE], tmp_path)
    assert len(cache_files(tmp_path)) == 1
    assert compiled([FIXTURE], tmp_path) == first == compiled([FIXTURE], None)


def test_the_cache_is_json_and_no_pickle(tmp_path: Path) -> None:
    compiled([FIXTURE], tmp_path)
    (path,) = cache_files(tmp_path)
    assert path.suffix == ".json"
    assert path.read_bytes()[:1] == b"{"


def test_changed_data_are_compiled_again(tmp_path: Path) -> None:
    folder = shutil.copytree(FIXTURE, tmp_path / "gazetteer")
    old = compiled([folder], tmp_path / "cache")
    path = folder / "people" / "people.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("陈刚", "陈钢"), encoding="utf-8")
    new = compiled([folder], tmp_path / "cache")
    assert old.version != new.version
    assert next(one for one in new.entries if one.id == "person.cn.chen-gang").zh == "陈钢"


def test_the_cache_keeps_a_few_gazetteers_and_the_newest_among_them(tmp_path: Path) -> None:
    for number in range(CACHED_GAZETTEERS + 3):
        path = tmp_path / f"gazetteer-{number}.json"
        path.write_text("{}", encoding="utf-8")
        os.utime(path, (number, number))
    version = compiled([FIXTURE], tmp_path).version
    names = [path.name for path in cache_files(tmp_path)]
    assert len(names) == CACHED_GAZETTEERS
    assert f"gazetteer-{version}.json" in names
    assert "gazetteer-3.json" not in names


@pytest.mark.parametrize(
    "content", [b"", b"{", b"null", b"[]", b"\xff\xfe", b'{"version": "x"}', b"\x80\x04N."]
)
def test_a_corrupt_or_foreign_cache_file_is_ignored_and_mended(
    tmp_path: Path, content: bytes
) -> None:
    expected = compiled([FIXTURE], tmp_path)
    (path,) = cache_files(tmp_path)
    good = path.read_bytes()
    path.write_bytes(content)
    assert compiled([FIXTURE], tmp_path) == expected
    assert path.read_bytes() == good


def test_a_cache_whose_entries_are_no_entries_is_ignored(tmp_path: Path) -> None:
    expected = compiled([FIXTURE], tmp_path)
    (path,) = cache_files(tmp_path)
    for entries in ("[1]", '[{"pairs": [], "roles": []}]', "7", '{"a": 1}', '["x"]'):
        path.write_text(
            f'{{"version": "{expected.version}", "entries": {entries}, "patterns": [], '
            '"pinyin": {}}',
            encoding="utf-8",
        )
        assert compiled([FIXTURE], tmp_path) == expected


def test_a_cache_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("", encoding="utf-8")
    assert compiled([FIXTURE], blocker / "cache").entries


def test_processes_that_build_at_once_leave_one_valid_cache(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from hanviet.lexicon.compile import compiled; "
        "print(compiled([Path(sys.argv[1])], Path(sys.argv[2])).version)"
    )
    command = [sys.executable, "-c", script, str(FIXTURE), str(tmp_path)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    workers = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        for _ in range(2)
    ]
    versions = {worker.communicate(timeout=60)[0].strip() for worker in workers}
    (path,) = cache_files(tmp_path)
    assert versions == {path.stem.removeprefix("gazetteer-")}
    stamp = path.stat().st_mtime_ns
    assert compiled([FIXTURE], tmp_path) == compiled([FIXTURE], None)
    assert path.stat().st_mtime_ns == stamp, "the file was read, not written again"


def test_an_overlay_wins_by_id_and_adds(tmp_path: Path) -> None:
    overlay = tmp_path / "own.yaml"
    overlay.write_text(
        "- {id: person.cn.chen-gang, type: PERSON, country: CN, "
        "names: [{vi: Trần Cương, zh: 陈钢}], status: reviewed}\n"
        "- {id: person.cn.new, type: PERSON, country: CN, "
        "names: [{vi: Vương Tân, zh: 王新}], status: reviewed}\n",
        encoding="utf-8",
    )
    gazetteer = Gazetteer.load(FIXTURE, overlay=overlay, cache=False)
    assert gazetteer.entries["person.cn.chen-gang"].zh == "陈钢"
    assert [match.id for match in gazetteer.lookup("Vương Tân")] == ["person.cn.new"]
    assert "person.vn.to-lam" in gazetteer.entries


def test_an_error_names_file_and_line_and_how_many_there_are(tmp_path: Path) -> None:
    overlay = tmp_path / "own.yaml"
    overlay.write_text("- {id: x}\n- {id: y}\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match="more error") as caught:
        Gazetteer.load(FIXTURE, overlay=overlay, cache=False)
    assert caught.value.place == f"{overlay}:1"


def test_an_overlay_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        Gazetteer.load(FIXTURE, overlay=tmp_path / "none.yaml", cache=False)

"""New entries: their ids, their files, their places, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanviet.cli import gazetteer_add
from hanviet.cli.main import main
from hanviet.errors import GazetteerError
from hanviet.lexicon.add import additions, rewrites_with
from hanviet.lexicon.draft import completed, entry_id, hints, slug_of
from hanviet.lexicon.formatting import formatted
from hanviet.lexicon.load import ID_PATTERN, load_entries
from hanviet.lexicon.model import Entry, Pair
from hanviet.lexicon.strict_yaml import Mapping, parse_yaml

from .conftest import Write
from .test_check import SOURCES


def item(id_: str, country: str = "VN", *, type_: str = "PERSON", kind: str = "") -> str:
    kinds = f"  kind: {kind}\n" if kind else ""
    names = "  names:\n    - {vi: A, zh: 甲}\n"
    return f"- id: {id_}\n  type: {type_}\n{kinds}  country: {country}\n{names}  status: draft\n"


def draft(text: str) -> Mapping:
    value = parse_yaml(text.encode(), "x")
    assert isinstance(value, Mapping)
    return value


def run(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as error:
        main(["gazetteer", "add", *map(str, arguments)])
    assert isinstance(error.value.code, int)
    return error.value.code


def entry(vi: str = "", zh: str = "", *, type_: str = "PERSON", country: str = "VN") -> Entry:
    pair = Pair(vi=(vi,) if vi else (), zh=(zh,) if zh else ())
    return Entry("", type_, country, (pair,))


@pytest.mark.parametrize(
    ("thing", "id_"),
    [
        (entry("Đặng Thị Ngọc Thịnh", "邓氏玉盛"), "person.vn.dang-thi-ngoc-thinh"),
        (entry("Trần Cương", "陈刚", country="CN"), "person.cn.chen-gang"),
        (entry("Trần Cương", country="CN"), "person.cn.tran-cuong"),
        (entry(zh="芒街", type_="PLACE"), "place.vn.mangjie"),
        (entry("G20", type_="ORG", country="INT"), "org.int.g20"),
        (Entry("", "PLACE", "FR", (Pair(vi=("Pháp",)),), kind="country"), "country.fr"),
    ],
)
def test_an_id_is_made_of_the_name_as_its_country_spells_it(thing: Entry, id_: str) -> None:
    assert entry_id(thing) == id_


@given(st.text())
def test_a_slug_is_empty_or_fits_an_id(text: str) -> None:
    slug = slug_of(text)
    assert not slug or ID_PATTERN.fullmatch(f"org.int.{slug}")


def test_a_name_without_letters_needs_an_id() -> None:
    with pytest.raises(GazetteerError, match="no id can be made"):
        entry_id(entry("?"))


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ("", "draft"),
        (", status: reviewed", "draft"),
        (", sources: [s]", "reviewed"),
        (", sources: [s], status: draft", "draft"),
    ],
)
def test_only_a_source_makes_an_entry_reviewed(fields: str, status: str) -> None:
    text = "{type: ORG, country: CN, names: [{vi: A, zh: 甲}]" + fields + "}"
    assert completed(draft(text), "x")["status"] == status


def test_pinyin_and_reading_are_shown_and_no_chinese_is_made_up() -> None:
    found = hints(entry("Trần Cường", "陈刚", country="CN"))
    assert (found.pinyin, found.reading, found.irregular) == ("Chén Gāng", "Trần Cương", True)
    assert hints(entry("Trần Cương", "陈刚", country="CN")).irregular is False
    assert hints(entry("Trần Cương")) == hints(entry("Trần Cường"))


def test_an_entry_goes_where_most_of_its_kind_are(write: Write) -> None:
    folder = write(
        places__a=item("place.vn.a", type_="PLACE", kind="city"),
        places__b=item("place.vn.b", type_="PLACE", kind="river"),
        people__vn_other=item("person.vn.b"),
        people__vn_party=item("person.vn.a") + item("person.vn.c"),
        people__world=item("person.fr.a", "FR") + item("person.us.a", "US"),
    )
    (folder / "people" / "vn_other.yaml").rename(folder / "people" / "vn-other.yaml")

    def file(fields: str) -> str:
        found = additions([draft("{" + fields + ", names: [{vi: X Y}]}")], folder, "x")
        return found[0].file.relative_to(folder).as_posix()

    assert file("type: PLACE, kind: river, country: VN") == "places/b.yaml"
    assert file("type: PERSON, country: VN") == "people/vn-other.yaml"
    assert file("type: PERSON, country: DE") == "people/world.yaml"
    assert file("type: PERSON, country: FR") == "people/world.yaml"
    assert file("type: EVENT, kind: war, country: FR") == "events/fr.yaml"


@given(st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1), st.sampled_from("abcdefgh"))
def test_files_stay_canonical_and_lose_nothing(
    tmp_path_factory: pytest.TempPathFactory, present: list[str], new: str
) -> None:
    if new in present:
        return
    folder = tmp_path_factory.mktemp("gazetteer")
    file = folder / "people" / "vn.yaml"
    file.parent.mkdir()
    blocks = [f"# above {slug}\n{item(f'person.vn.{slug}')}" for slug in sorted(present)]
    text = "# Head.\n\n" + "".join(blocks) + "# Tail.\n"
    file.write_text(text, encoding="utf-8")
    found = additions([draft(f"{{type: PERSON, country: VN, names: [{{vi: {new}}}]}}")], folder, "")
    (rewrite,) = rewrites_with(found)
    assert formatted(rewrite.text.encode(), "x") == rewrite.text
    assert rewrite.text.replace(found[0].text, "") == text
    ids = [line[6:] for line in rewrite.text.splitlines() if line.startswith("- id: ")]
    assert ids == sorted(f"person.vn.{slug}" for slug in [*present, new])


def test_the_command_writes_a_draft_and_shows_what_is_derived(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(people__cn=item("person.cn.a", "CN"), sources=SOURCES)
    options = ("--type", "PERSON", "--country", "CN", "--vi", "Trần Cương", "--zh", "陈刚")
    assert run(folder, *options) == 0
    out, err = capsys.readouterr()
    assert out == f"{folder / 'people' / 'cn.yaml'}\n"
    assert "person.cn.chen-gang (draft)" in err
    assert "陈刚: Chén Gāng, read Trần Cương" in err
    entries, problems = load_entries(folder)
    assert problems == []
    assert [(one.id, one.vi, one.zh, one.status) for one in entries][1:] == [
        ("person.cn.chen-gang", "Trần Cương", "陈刚", "draft")
    ]


def test_a_source_makes_it_reviewed_and_forms_keep_their_order(write: Write) -> None:
    folder = write(organisations__x=item("org.cn.a", "CN", type_="ORG"), sources=SOURCES)
    options = ("--type", "ORG", "--country", "CN", "--id", "org.cn.b", "--kind", "bank")
    forms = ("--vi", "Ngân hàng B", "--vi", "B", "--zh", "乙银行", "--source", "s")
    assert run(folder, *options, *forms) == 0
    added = load_entries(folder)[0][1]
    assert (added.status, added.sources, added.kind) == ("reviewed", ("s",), "bank")
    assert added.pairs[0].vi == ("Ngân hàng B", "B")


def test_an_entry_may_go_into_a_file_that_is_named(write: Write, tmp_path: Path) -> None:
    folder = write(people__vn=item("person.vn.a"), sources=SOURCES)
    options = ("--type", "PERSON", "--country", "VN", "--vi", "Lê B")
    assert run(folder / "people" / "new.yaml", *options) == 0
    assert "person.vn.le-b" in (folder / "people" / "new.yaml").read_text()
    assert run(tmp_path / "mine.yaml", *options, "--source", "of-my-own") == 0
    assert "status: reviewed" in (tmp_path / "mine.yaml").read_text()


def test_a_mistyped_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "gazeteer", "--type", "ORG", "--country", "VN", "--vi", "B") == 2
    assert "gazeteer: is no gazetteer folder" in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--id", "person.vn.a"), "the id person.vn.a is taken"),
        (("--id", "A"), "'A' is no id"),
        (("--source", "t"), "source t is not in sources.yaml"),
        (("--kind", "gate"), "kind 'gate' is unknown"),
        (("--from", "x.yaml"), "--from takes every field from its file"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_written(
    options: tuple[str, ...], message: str, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(people__vn=item("person.vn.a"), sources=SOURCES)
    before = (folder / "people" / "vn.yaml").read_text()
    assert run(folder, "--type", "PERSON", "--country", "VN", "--vi", "Lê B", *options) == 2
    assert message in capsys.readouterr().err
    assert (folder / "people" / "vn.yaml").read_text() == before


def test_without_a_terminal_nothing_is_asked(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write(people__vn=item("person.vn.a")), "--zh", "甲") == 2
    assert "an entry needs --type, --country" in capsys.readouterr().err


def test_on_a_terminal_what_is_missing_is_asked_for(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(places__vn=item("place.vn.a", type_="PLACE", kind="city"), sources=SOURCES)
    answers = iter(["PLACE", "Móng Cái; Hải Ninh", "芒街", "VN", "city", "s"])
    monkeypatch.setattr(gazetteer_add, "_on_terminal", lambda: True)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))
    monkeypatch.setattr("click.confirm", lambda *_, **__: False)
    assert run(folder, "--irregular") == 1
    assert len(load_entries(folder)[0]) == 1
    answers = iter(["PLACE", "Móng Cái; Hải Ninh", "芒街", "VN", "city", "s"])
    monkeypatch.setattr("click.confirm", lambda *_, **__: True)
    assert run(folder, "--irregular") == 0
    added = load_entries(folder)[0][1]
    assert (added.id, added.pairs[0].irregular) == ("place.vn.mong-cai", True)
    assert added.pairs[0].vi == ("Móng Cái", "Hải Ninh")


def test_on_a_terminal_likely_forms_are_shown_and_none_is_filled_in(
    write: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(people__cn=item("person.cn.a", country="CN"))
    answers = iter(["", ""])
    monkeypatch.setattr(gazetteer_add, "_on_terminal", lambda: True)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))
    monkeypatch.setattr("click.confirm", lambda *_, **__: True)
    options = ("--type", "PERSON", "--country", "CN", "--vi", "Hoàng Gia Mẫn")
    assert run(folder, *options) == 0
    assert "likely forms of Hoàng Gia Mẫn: 黄家敏 (" in capsys.readouterr().err
    assert load_entries(folder)[0][1].pairs[0].zh == ()


def test_drafts_come_from_a_file_all_or_none(
    write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(people__vn=item("person.vn.m"), sources=SOURCES)
    drafts = tmp_path / "drafts.yaml"
    good = "- {type: PERSON, country: VN, names: [{vi: Lê B, zh: 黎乙}], roles: [{title: R}]}\n"
    drafts.write_text(good + "- {type: PERSON, country: VN, names: [{vi: M}]}\n", encoding="utf-8")
    assert run(folder, "--from", drafts) == 2
    assert "the id person.vn.m is taken" in capsys.readouterr().err
    assert len(load_entries(folder)[0]) == 1
    drafts.write_text(good + good.replace("Lê B", "Võ Z"), encoding="utf-8")
    assert run(folder, "--from", drafts) == 0
    ids = [one.id for one in load_entries(folder)[0]]
    assert ids == ["person.vn.le-b", "person.vn.m", "person.vn.vo-z"]


def test_a_dry_run_prints_the_entry_and_writes_nothing(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(people__vn=item("person.vn.a"))
    options = ("--type", "PERSON", "--country", "VN", "--vi", "Lê B")
    assert run(folder, *options, "--dry-run") == 0
    assert capsys.readouterr().out.startswith("- id: person.vn.le-b\n  type: PERSON\n")
    assert len(load_entries(folder)[0]) == 1


def test_installed_data_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "site-packages" / "gazetteer"
    (folder / "people").mkdir(parents=True)
    assert run(folder, "--type", "PERSON", "--country", "VN", "--vi", "Lê B") == 2
    assert "is installed data" in capsys.readouterr().err


def test_a_reviewed_pair_that_is_no_reading_is_refused_unless_it_is_meant(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(people__cn=item("person.cn.a", "CN"), sources=SOURCES)
    options = ("--type", "PERSON", "--country", "CN", "--vi", "Trần Cường", "--zh", "陈刚")
    assert run(folder, *options, "--source", "s") == 2
    assert "Trần Cường is no reading of 陈刚 (correct a form" in capsys.readouterr().err
    assert len(load_entries(folder)[0]) == 1
    assert run(folder, *options, "--source", "s", "--irregular") == 0

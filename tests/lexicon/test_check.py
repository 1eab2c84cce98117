"""One small gazetteer for each rule: what `check` says, and that it says nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from hanviet.errors import GazetteerError
from hanviet.lexicon.check import check, check_folder

from .conftest import Write

SOURCES = "s: {url: https://example.org/1, publisher: P, date: 2024}\n"


def entry(
    names: str,
    *,
    id_: str = "org.cn.x",
    type_: str = "ORG",
    country: str = "CN",
    status: str = "reviewed",
    extra: str = "",
) -> str:
    lines = f"- id: {id_}\n  type: {type_}\n  country: {country}\n  names: [{names}]\n{extra}"
    return f"{lines}  status: {status}\n  sources: [s]\n"


def person(names: str, country: str = "CN", **options: str) -> str:
    return entry(names, id_=f"person.{country.lower()}.x", type_="PERSON", country=country,
                 **options)  # fmt: skip


def place(names: str = "{zh: 甲}", slug: str = "x", country: str = "CN", **options: str) -> str:
    return entry(names, id_=f"place.{country.lower()}.{slug}", type_="PLACE", country=country,
                 **options)  # fmt: skip


def gate(slug: str, country: str, opposite: str, kind: str = "gate") -> str:
    return place(
        f"{{zh: 甲{slug}}}", slug, country, extra=f"  kind: {kind}\n  opposite: {opposite}\n"
    )


def found(write: Write, text: str, sources: str = SOURCES, **files: str) -> list[str]:
    """The complaints without their places."""
    folder = write(organisations__x=text, sources=sources, **files)
    return [str(problem).split(": ", 1)[1] for problem in check(folder)]


def test_a_good_gazetteer_has_no_problems(write: Write) -> None:
    text = person(
        "{vi: Trần Cương, zh: 陈刚}", extra="  roles: [{title: A, from: 2024, until: 2025}]\n"
    )
    assert found(write, text) == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (entry("{zh: 甲}") + entry("{zh: 乙}"), "error: id org.cn.x is used twice"),
        (entry("{zh: 甲}", id_="place.cn.x"), "error: id place.cn.x is no id of a ORG"),
        (entry("{zh: 甲}", id_="org.vn.x"), "error: id org.vn.x names another country than CN"),
        (entry("{zh: 甲}", id_="country.cn"), "error: id country.cn is no id of a ORG"),
        (entry("{zh: 甲}", id_="org.cn.z") + entry("{zh: 乙}"), "warning: org.cn.x stands after"),
        (entry("{zh: 甲, avoid: true}"), "error: has no form to print"),
        (entry("{vi: Trần 刚}"), "error: Vietnamese form 'Trần 刚' holds Chinese characters"),
        (entry("{vi: Тrần}"), "error: Vietnamese form 'Тrần' holds 'Т' (CYRILLIC"),
        (entry("{vi: Hoà Bình}"), "warning: 'Hoà' in 'Hoà Bình' has its tone mark"),
        (entry("{zh: 陈Cường}"), "error: Chinese form '陈Cường' holds the letter 'ư'"),
        (entry("{zh: 陳刚}"), "error: Chinese form '陳刚' is not simplified"),
        (entry("{zh: ひ甲}"), "error: Chinese form 'ひ甲' holds kana"),
        (entry('{vi: "A\u00a0B"}'), "error: form 'A\\xa0B' holds doubled or special spaces"),
        (entry("{zh: 陈, hant: 程}"), "error: hant '程' is not the traditional form of 陈"),
        (entry("{vi: A, zh: [甲, 乙]}, {vi: A, zh: 乙}"), "error: pair A / 乙 repeats an earlier"),
        (entry("{zh: 甲}", extra="  within: org.cn.y\n"), "error: within org.cn.y is no entry"),
        (entry("{zh: 甲}", extra="  not: [org.cn.y]\n"), "error: not org.cn.y is no entry"),
        (entry("{zh: 甲}", extra="  within: org.cn.x\n"), "error: within is the entry itself"),
        (entry("{zh: 甲}", extra="  from: 2020\n  until: 2019-05\n"), "error: entry ends 2019-05"),
        (entry("{zh: 甲, from: 20, until: -20}"), "error: pair '甲' ends -20, before"),
        (person("{zh: 甲}", extra="  roles: [{title: A, from: 2020-05, until: 2020-04}]\n"),
         "error: role 'A' ends 2020-04, before it begins 2020-05"),
        (person("{zh: 甲}", extra="  roles: [{title: A}, {title: A}]\n"), "error: role 'A' stands"),
        (entry("{zh: 甲}", extra="  roles: [{title: A}]\n"), "error: a ORG has roles"),
        (person("{vi: Trần Cường, zh: 陈刚}"), "error: Trần Cường is no reading of 陈刚"),
        (person("{vi: Trần Cường, zh: 陈刚}", "VN", status="draft"), "warning: Trần Cường is no"),
        (person("{vi: Giáp, zh: 甲}, {vi: Trần Cường, zh: 陈刚, status: draft}"),
         "warning: Trần Cường is no reading"),
        (person("{vi: Trần Cương, zh: 陈刚, reading: irregular}"),
         "warning: Trần Cương 陈刚 is"),
        (person("{zh: 单雄信, pinyin: Dāng Xióngxìn}"), "error: pinyin 'Dāng Xióngxìn' is"),
        (person("{zh: 单雄信, pinyin: Shàn Xióng}"), "error: pinyin 'Shàn Xióng' is not that"),
        (place(extra="  level: main\n  kind: county\n"), "error: has a level, but is a county"),
        (gate("a", "CN", "place.vn.b"), "error: opposite place.vn.b is no entry"),
        (gate("a", "CN", "place.cn.b") + gate("b", "CN", "place.cn.a"),
         "error: opposite place.cn.b lies in CN too"),
        (gate("a", "CN", "place.vn.b") + gate("b", "VN", "place.cn.a", "county"),
         "error: opposite place.vn.b joins a gate and a county"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_named(write: Write, text: str, complaint: str) -> None:
    lines = found(write, text)
    assert any(line.startswith(complaint) for line in lines), lines


@pytest.mark.parametrize(
    "text",
    [
        person("{vi: Móng Cái, zh: 芒街, reading: irregular}"),
        person("{vi: Erkin Tuniyaz, zh: 艾尔肯·吐尼亚孜}"),
        person("{vi: Anthony Albanese, zh: 阿尔巴尼斯}", "AU"),
        person("{vi: Trần Cương, zh: 陈刚}, {vi: Trần Cường, zh: 陈刚, avoid: true}"),
        person("{zh: 单雄信, pinyin: Shàn Xióngxìn}"),
        place("{vi: Lạng Sơn, zh: [谅山, 谅山省]}", country="VN"),
        entry("{vi: VTV, zh: VTV电视台}"),
        entry("{vi: [Nokia Đông Dương, Côte d’Ivoire], zh: 诺基亚}"),
        entry("{vi: Quy Nhơn}, {vi: Qui Nhơn}"),
        entry("{zh: 黎昇}"),
        entry("{zh: 胡季犛, hant: 胡季犛}"),
        entry("{zh: 昆嵩, hant: 崑嵩}"),
        entry("{zh: 甲}", extra="  from: 2020-05\n  until: 2020\n"),
        entry("{zh: 甲}", extra="  from: -221\n  until: -206\n"),
        gate("a", "CN", "place.vn.b") + gate("b", "VN", "place.cn.a", "crossing"),
        entry("{zh: 甲}", status="draft").replace("[s]", "[]"),
        entry("{vi: A, zh: 甲}", id_="org.cn.a", extra="  until: 2001\n")
        + entry("{vi: A, zh: 甲}"),
    ],
)
def test_what_keeps_the_rules_is_not_complained_of(write: Write, text: str) -> None:
    lines = found(write, text)
    assert [line for line in lines if "is not used" not in line] == []


def test_two_entries_with_equal_names_need_what_tells_them_apart(write: Write) -> None:
    twice = entry("{vi: A, zh: 甲}", id_="org.cn.a") + entry("{vi: A, zh: 甲}", id_="org.cn.b")
    (line,) = found(write, twice)
    assert line.startswith("error: org.cn.b and org.cn.a (organisations/x.yaml:1) share A 甲")


def test_opposite_is_mutual(write: Write) -> None:
    text = gate("a", "CN", "place.vn.b") + gate("c", "CN", "place.vn.b")
    text += gate("b", "VN", "place.cn.c")
    (line,) = found(write, text)
    assert "opposite place.vn.b has place.cn.c opposite" in line


@pytest.mark.parametrize("field", ["within", "merged_into"])
def test_links_lead_in_no_circle(write: Write, field: str) -> None:
    text = place("{zh: 甲}", "a", extra=f"  {field}: place.cn.b\n")
    text += place("{zh: 乙}", "b", extra=f"  {field}: place.cn.a\n")
    assert any(f"{field} leads from" in line for line in found(write, text))


def test_targets_have_the_right_type(write: Write) -> None:
    text = place("{zh: 甲}", "a", extra="  within: org.cn.x\n  merged_into: org.cn.x\n")
    lines = found(write, text + entry("{zh: 乙}"))
    assert [line for line in lines if "org.cn.x is a ORG" in line] == [
        "error: within org.cn.x is a ORG (within of a PLACE is PLACE)",
        "error: merged_into org.cn.x is a ORG (merged_into of a PLACE is PLACE)",
    ]


@pytest.mark.parametrize(
    ("sources", "complaint"),
    [
        ("", "error: source s is not in sources.yaml"),
        (SOURCES + "t: {url: https://example.org/2}\n", "warning: source t is not used"),
        ("s: {publisher: P}\nt: {note: N}\n", "error: source t says not where to look"),
        ("s: https://example.org\n", "error: source s is no mapping"),
        ("s: {url: https://example.org, colour: red}\n", "error: source s has no field 'colour'"),
        ("s: {url: example.org}\n", "error: url of source s is 'example.org'"),
        ("s: {package: 'npm:x', version: 1}\n", "error: source s is a package without license"),
        ("s: {package: 'npm:x', license: MIT}\n", "error: source s is a package without version"),
        ("s: {package: x, version: 1, license: MIT}\n", "error: package of source s is 'x'"),
        ("- a\n", "error: is no table of sources"),
        ("s: {url: a\n", "error: is not valid YAML"),
    ],
)
def test_sources_say_where_to_look(write: Write, sources: str, complaint: str) -> None:
    lines = found(write, entry("{zh: 甲}"), sources)
    assert any(line.startswith(complaint) for line in lines), lines


def test_a_source_is_defined_once_over_all_files(write: Write) -> None:
    folder = write(organisations__x=entry("{zh: 甲}"), sources=SOURCES)
    (folder / "sources-more.yaml").write_text(SOURCES, encoding="utf-8")
    assert any("source s is defined twice" in problem.message for problem in check(folder))


def test_what_is_reviewed_names_a_source(write: Write) -> None:
    bare = entry("{zh: 甲}").replace("[s]", "[]")
    assert "error: org.cn.x is reviewed, but names no source" in found(write, bare)[0]
    pair = entry("{zh: 甲, status: reviewed}", status="draft").replace("[s]", "[]")
    assert "error: pair '甲' is reviewed, but names no source" in found(write, pair)[0]


PATTERN = """\
- id: pattern.secretary
  type: TITLE
  kind: post
  slots:
    p: {{type: PLACE, kind: province}}
  forms:
    - vi: "Bí thư {{p}}"
      zh: "{{p}}省委书记"
{row}  examples:
    - {{vi: {vi}, zh: {zh}}}
  counter: [{counter}]
"""
PROVINCE = place("{vi: Quảng Đông, zh: 广东}", extra="  kind: province\n")


def pattern(
    vi: str = "Bí thư Quảng Đông",
    zh: str = "广东省委书记",
    counter: str = "Bí thư Thanh Hải",
    row: str = "",
) -> str:
    return PATTERN.format(vi=vi, zh=zh, counter=counter, row=row)


def test_a_good_pattern_has_no_problems(write: Write) -> None:
    assert found(write, PROVINCE, patterns__p=pattern()) == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (pattern(vi="Bí thư Thanh Hải"), "error: example 'Bí thư Thanh Hải' does not compose"),
        (pattern(zh="广东书记"), "error: example '广东书记' does not compose"),
        (pattern(counter="Bí thư Quảng Đông"), "error: counter-example 'Bí thư Quảng Đông'"),
        (pattern(row="    - vi: 'Bí thư {p}'\n      zh: ['{p}省委书记']\n"),
         "error: pattern.secretary: row 2 repeats an earlier one"),
        (pattern(row="    - when: {p: {ids: place.cn.y}}\n      vi: 'B {p}'\n      zh: '{p}乙'\n"),
         "error: pattern.secretary: slot p of row 2 names place.cn.y"),
        (pattern(row="    - when: {p: {country: FR}}\n      vi: 'B {p}'\n      zh: '{p}乙'\n"),
         "error: pattern.secretary: nothing can fill slot p of row 2"),
        (pattern(row="    - vi: 'Thư ký {p}'\n      zh: ['{p}秘书']\n").replace(
            "  examples:\n", "  examples:\n    - {vi: Thư ký Quảng Đông, zh: 广东省委书记}\n"),
         "error: example 'Thư ký Quảng Đông' gives 广东秘书, not 广东省委书记"),
        (pattern().replace("counter: [Bí thư Thanh Hải]", "counter: []"),
         "warning: pattern.secretary has no counter"),
        (pattern().replace("type: TITLE", "type: THING"), "error: type 'THING' is unknown"),
        (pattern().replace("Bí thư {p}", "Bí thư"), "error: 'Bí thư' lacks the slot 'p'"),
    ],
)  # fmt: skip
def test_a_broken_pattern_is_named(write: Write, text: str, complaint: str) -> None:
    lines = found(write, PROVINCE, patterns__p=text)
    assert any(line.startswith(complaint) for line in lines), lines


def test_errors_come_first_and_are_counted(write: Write) -> None:
    text = entry("{vi: Hoà}", id_="org.cn.a") + entry("{zh: 陳}", id_="org.cn.b")
    checked = check_folder(write(organisations__x=text, sources=SOURCES))
    assert [problem.error for problem in checked.problems] == [True, False]
    assert (checked.entries, checked.patterns, checked.errors, checked.warnings) == (2, 0, 1, 1)


def test_every_problem_says_where_and_what_to_do(write: Write) -> None:
    folder = write(organisations__x=entry("{zh: 陳}", extra="  within: a.b\n"), sources="")
    for problem in check(folder):
        assert problem.place.startswith("organisations/x.yaml:1")
        assert problem.remedy


def test_a_folder_that_holds_no_gazetteer_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="holds no gazetteer"):
        check(tmp_path)
    with pytest.raises(GazetteerError, match="is no gazetteer folder"):
        check(tmp_path / "none")

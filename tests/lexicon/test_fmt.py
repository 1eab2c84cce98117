"""The canonical form: it is stable, and it means the same."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanviet.errors import GazetteerError
from hanviet.lexicon.canonical import entry_text, scalar_text
from hanviet.lexicon.formatting import formatted, refuse_installed, rewrites
from hanviet.lexicon.load import read_entry_file
from hanviet.lexicon.strict_yaml import Mapping, Sequence, Value, parse_yaml

from .conftest import Write

UGLY = """\
# About this file.
# Second line.

# About b.
-   names:
      - zh: ['乙']
        vi:
          - "Ất"
          - Ất Hợi   # beside a form
    type: "ORG"
    # inside b
    id: org.cn.b
    status: reviewed
    sources: s
    country: 'CN'
# About a.
- {country: CN, roles: [{from: '2024', title: "A, b: c"}], id: org.cn.a, type: ORG,
   names: [{use: old, zh: 甲}], status: draft}
# The end.
"""
NEAT = """\
# About this file.
# Second line.

# About a.
- id: org.cn.a
  type: ORG
  country: CN
  names:
    - {zh: 甲, use: old}
  roles:
    - {title: "A, b: c", from: 2024}
  status: draft
# About b.
# beside a form
# inside b
- id: org.cn.b
  type: ORG
  country: CN
  names:
    - {vi: [Ất, Ất Hợi], zh: 乙}
  status: reviewed
  sources: [s]
# The end.
"""


def test_an_ugly_file_becomes_neat_with_every_comment() -> None:
    assert formatted(UGLY.encode(), "x") == NEAT


def test_a_neat_file_stays_as_it_is() -> None:
    assert formatted(NEAT.encode(), "x") == NEAT


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment\n",
        "# head\n\n# more\n",
        "# of a\n- id: org.cn.a\n",
        "- id: a\n# tail\n\n",
    ],
)
def test_comments_come_through_twice(text: str) -> None:
    once = formatted(text.encode(), "x")
    assert formatted(once.encode(), "x") == once
    assert [line for line in once.splitlines() if line.startswith("#")] == [
        line for line in text.splitlines() if line.startswith("#")
    ]


def test_text_becomes_nfc() -> None:
    decomposed = unicodedata.normalize("NFD", "- id: org.vn.a\n  names:\n    - {vi: Hòa Bình}\n")
    assert "Hòa Bình" in formatted(decomposed.encode(), "x")


def test_a_carriage_return_and_a_byte_order_mark_go() -> None:
    assert formatted("\ufeff- id: a\r\n  type: ORG\r\n".encode(), "x") == "- id: a\n  type: ORG\n"


def test_fields_that_no_entry_has_are_kept() -> None:
    assert formatted(b"- {colour: red, id: a}\n", "x") == "- id: a\n  colour: red\n"


def test_sources_are_sorted_and_keep_their_comments() -> None:
    text = "b: {date: 2024, url: 'https://b.vn/?a=1&b=2'}\n# of a\na:\n  package: 'npm:a'\n"
    assert formatted(text.encode(), "x", layout="sources") == (
        '# of a\na: {package: npm:a}\nb: {url: "https://b.vn/?a=1&b=2", date: 2024}\n'
    )


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"- {a: 1, a: 2}\n", "x:1: has the key 'a' twice"),
        (b"- a\n", "x:1: an entry is a mapping"),
        (b"a: b\n", "x:1: is no list of entries"),
        (b"- id: \xff\n", "x:1: is not UTF-8"),
        (b"- id: a\n\tb: c\n", "x:2: holds a tab"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error(data: bytes, complaint: str) -> None:
    with pytest.raises(GazetteerError) as error:
        formatted(data, "x")
    assert str(error.value).startswith(complaint)


def test_only_changed_files_are_named_and_nothing_is_written(write: Write) -> None:
    folder = write(people__good="- id: a\n", places__bad="- {id: a}\n", sources="b: {url: x}\n")
    (change,) = rewrites(folder)
    assert change.path == folder / "places" / "bad.yaml"
    assert change.path.read_text() == "- {id: a}\n"


def test_fragments_of_sources_keep_their_layout(write: Write) -> None:
    folder = write(people__x="- id: a\n", sources="a: {url: x}\n")
    (folder / "sources-more.yaml").write_text("# Two groups.\nb:   {url: x}\na: {url: y}\n")
    assert rewrites(folder) == []


def test_patterns_keep_their_layout(write: Write) -> None:
    text = "# Mine.\n- {id:   pattern.a}\n"
    folder = write(patterns__p=text, people__x="- id: a\n")
    assert rewrites(folder) == []
    write(patterns__p=text + "# Ho\u0300a\n")
    assert rewrites(folder)[0].text == text + "# Hòa\n"


def test_installed_data_are_refused(tmp_path: Path) -> None:
    installed = tmp_path / "site-packages" / "hanviet" / "gazetteer"
    installed.mkdir(parents=True)
    with pytest.raises(GazetteerError, match="is installed data"):
        refuse_installed(installed)
    refuse_installed(tmp_path)


def test_a_folder_without_a_gazetteer_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="holds no gazetteer files"):
        rewrites(tmp_path)


# Texts of what YAML cares for, of letters, and of anything printable.
TEXTS = st.one_of(
    st.text("ab:-[]{}#&*!|>'\"%@`,? \\~nul", max_size=12),
    st.sampled_from(
        ["null", "~", "", "no", "12:30", "-221", "---", "...", " a", "a ", "a: b", "a #b"]
    ),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=8),
).map(lambda text: unicodedata.normalize("NFC", text))


@given(TEXTS)
def test_a_scalar_reads_as_it_was(text: str) -> None:
    written = scalar_text(text)
    value = parse_yaml(f"- {{key: [{written}, b], other: {written}}}\n".encode(), "x")
    assert value == [{"key": [text, "b"], "other": text}]


def _mapping(values: dict[str, Value]) -> Mapping:
    mapping = Mapping()
    mapping.update(values)
    return mapping


FORMS = st.one_of(TEXTS, st.lists(TEXTS.filter(bool), min_size=1, max_size=3).map(Sequence))


def _fields(texts: list[str], forms: list[str]) -> st.SearchStrategy[dict[str, Value]]:
    """Some fields that hold a text, and some that may list several."""
    return st.builds(
        lambda one, several: {**one, **several},
        st.dictionaries(st.sampled_from(texts), TEXTS),
        st.dictionaries(st.sampled_from(forms), FORMS),
    )


PAIRS = st.builds(
    _mapping,
    _fields(["use", "note", "until"], ["vi", "zh", "sources"]),
)
ENTRIES = st.builds(
    lambda names, more: _mapping({**more, "names": Sequence(names)}),
    st.lists(PAIRS, min_size=1, max_size=3),
    _fields(["id", "type", "country", "within", "note"], ["sources", "not"]),
)


@settings(deadline=None)
@given(st.lists(ENTRIES, max_size=4))
def test_a_second_pass_changes_nothing(entries: list[Mapping]) -> None:
    once = "".join(entry_text(entry) for entry in entries)
    twice = formatted(once.encode(), "x")
    assert formatted(twice.encode(), "x") == twice


@settings(deadline=None)
@given(st.lists(ENTRIES, max_size=4))
def test_a_formatted_file_loads_to_the_same_entries(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Mapping]
) -> None:
    folder = tmp_path_factory.mktemp("fmt")
    given_file, neat_file = folder / "given.yaml", folder / "neat.yaml"
    given_file.write_text("".join(entry_text(entry) for entry in entries), encoding="utf-8")
    neat_file.write_text(formatted(given_file.read_bytes(), "x"), encoding="utf-8")
    before, _ = read_entry_file(given_file, "x")
    after, _ = read_entry_file(neat_file, "x")
    assert sorted(before, key=lambda entry: entry.id) == after


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, st.sampled_from(["#a", "# b", "", " # c"])), max_size=5))
def test_comments_are_stable_wherever_they_stand(lines: list[tuple[str, str]]) -> None:
    text = "".join(
        f"{comment}\n- id: {scalar_text(id_)} {comment.strip()}\n  type: ORG\n{comment}\n"
        for id_, comment in lines
    )
    once = formatted(text.encode(), "x")
    assert formatted(once.encode(), "x") == once
    assert once.count("#") >= text.count("#") - sum(id_.count("#") for id_, _ in lines)


@pytest.mark.parametrize(
    ("field", "complaint"),
    [
        ("type: [PERSON]", "type is a text, not a list"),
        ("within: {a: b}", "within is a text, not a mapping"),
        ("names: A", "names is a list of mappings, not a text"),
        ("names: [A]", "an item of names is a mapping, not a text"),
        ("names: [{vi: {a: b}}]", "vi is a text, not a mapping"),
        ("roles: [{title: [A]}]", "title is a text, not a list"),
        ("sources: [{a: b}]", "an item of sources is a text, not a mapping"),
    ],
)
def test_a_value_of_another_shape_is_not_laid_out(field: str, complaint: str) -> None:
    with pytest.raises(GazetteerError) as error:
        formatted(f"- id: org.cn.x\n  {field}\n".encode(), "x.yaml")
    assert str(error.value) == f"x.yaml:2: {complaint}"


def test_a_source_that_is_no_mapping_is_not_laid_out() -> None:
    with pytest.raises(GazetteerError, match=r"sources.yaml:1: source a is no mapping"):
        formatted(b"a: b\n", "sources.yaml", layout="sources")

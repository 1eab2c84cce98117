from hypothesis import given
from hypothesis import strategies as st
from tests.outputs.made import make_alignment, make_mention

from hanviet.linking.mention import Mention
from hanviet.outputs.glossary import glossary_lines


def mention(surface: str, **changes: object) -> Mention:
    return make_mention(surface, 0, len(surface), **changes)


OFFICIAL = "Khu tự trị dân tộc Choang Quảng Tây"
GUANGXI = mention("Quảng Tây", zh_hans="广西", zh_hant="廣西", pinyin="Guǎngxī")
LONG = mention(
    OFFICIAL, zh_hans="广西壮族自治区", zh_hant="廣西壯族自治區",
    pinyin="Guǎngxī Zhuàngzú Zìzhìqū",
)  # fmt: skip


def test_each_surface_stands_with_its_own_form() -> None:
    assert list(glossary_lines(make_alignment(GUANGXI, LONG, GUANGXI))) == [
        f"{OFFICIAL}\t广西壮族自治区\tGuǎngxī Zhuàngzú Zìzhìqū; PLACE",
        "Quảng Tây\t广西\tGuǎngxī; PLACE",
    ]


def test_it_goes_the_other_way_and_into_other_scripts() -> None:
    lines = glossary_lines(make_alignment(GUANGXI), source="zh", script="hant")
    assert list(lines) == ["廣西\tQuảng Tây\tGuǎngxī; PLACE"]


def test_a_chinese_mention_makes_a_line_with_its_counterpart() -> None:
    chinese = mention("广西", lang="zh", vi="Quảng Tây", zh_hans="广西", pinyin="Guǎngxī")
    for source, line in (("vi", "Quảng Tây\t广西"), ("zh", "广西\tQuảng Tây")):
        lines = list(glossary_lines(make_alignment(chinese), source=source))
        assert lines == [f"{line}\tGuǎngxī; PLACE"]


def test_only_linked_names_stand_in_it_unless_every_is_asked() -> None:
    doubtful = mention("Nà Lầm", decision="review")
    alignment = make_alignment(doubtful, mention("X", decision="unknown", zh_hans=None))
    assert list(glossary_lines(alignment)) == []
    assert list(glossary_lines(alignment, every=True)) == ["Nà Lầm\t南宁\tNánníng; PLACE; review"]


def test_a_term_with_two_meanings_keeps_both_lines_and_says_which() -> None:
    city = mention(
        "Lạng Sơn", id="place.vn.lang-son-city", zh_hans="谅山市", pinyin="Liàngshān Shì"
    )
    province = mention("Lạng Sơn", id="place.vn.lang-son", zh_hans="谅山", pinyin="Liàngshān")
    assert list(glossary_lines(make_alignment(city, province))) == [
        "Lạng Sơn\t谅山\tLiàngshān; PLACE; place.vn.lang-son",
        "Lạng Sơn\t谅山市\tLiàngshān Shì; PLACE; place.vn.lang-son-city",
    ]


def test_headline_capitals_make_no_line_of_their_own_but_abbreviations_do() -> None:
    headline = mention("TRUNG QUỐC", vi="Trung Quốc", zh_hans="中国")
    agency = mention("TTXVN", vi="Thông tấn xã Việt Nam", zh_hans="越通社")
    terms = [line.split("\t")[0] for line in glossary_lines(make_alignment(headline, agency))]
    assert terms == ["TTXVN", "Trung Quốc"]


def test_a_part_of_a_name_is_no_term() -> None:
    assert list(glossary_lines(make_alignment(mention("Cương", level="partial")))) == []


@given(st.lists(st.text(min_size=1, max_size=12), max_size=6), st.booleans())
def test_every_line_has_three_cells_and_none_comes_twice(texts: list[str], every: bool) -> None:
    mentions = [mention(text, zh_hans=text, pinyin=text, id=text) for text in texts]
    for source in ("vi", "zh"):
        lines = list(glossary_lines(make_alignment(*mentions), source=source, every=every))
        pairs = [tuple(line.split("\t")[:2]) for line in lines]
        assert len(set(pairs)) == len(pairs)
        assert pairs == sorted(pairs)
        for line in lines:
            assert line.count("\t") == 2
            assert len(line.splitlines()) == 1
            assert all(line.split("\t")[:2])

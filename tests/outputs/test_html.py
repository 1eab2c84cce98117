import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.outputs.made import make_document, make_mention

from hanviet.document import Document
from hanviet.outputs.html import document_fragment, page
from hanviet.shipped import shipped_gazetteer

VOID = {"meta", "br", "img", "link"}


class Reader(HTMLParser):
    """Checks that tags close in order; collects ids, links, languages and the marked text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.langs: set[str] = set()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.in_text = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        assert len(found) == len(attrs), f"an attribute twice in {tag}"
        self.tags.append((tag, found))
        if "id" in found:
            self.ids.append(found["id"] or "")
        if "lang" in found:
            self.langs.add(found["lang"] or "")
        if tag == "a":
            self.links.append((found["href"] or "")[1:])
            assert "a" not in self.open, "a link within a link"
        if tag not in VOID:
            self.open.append(tag)
        if found.get("class") == "text":
            self.in_text = len(self.open)
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1:] == [tag], f"</{tag}> closes {self.open[-1:]}"
        if len(self.open) == self.in_text:
            self.in_text = 0
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.in_text:
            self.texts[-1] += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    assert len(set(reader.ids)) == len(reader.ids)
    assert set(reader.links) <= set(reader.ids)
    return reader


def shown(text: str) -> str:
    """What a page shows for a text: controls as pictures, what HTML may not hold as U+FFFD."""
    return "".join(map(shown_character, text))


def shown_character(char: str) -> str:
    code = ord(char)
    if char in "\t\n\r" or 0x20 <= code < 0x7F:
        return char
    if code <= 0x7F:
        return "\u2421" if code == 0x7F else chr(0x2400 + code)
    if code < 0xA0 or 0xFDD0 <= code < 0xFDF0 or code in (0xFFFE, 0xFFFF):
        return "\ufffd"
    return char


@pytest.fixture(autouse=True, scope="module")
def _loaded() -> None:
    """Regional scripts ask the gazetteer; loading it is not a matter of one example's time."""
    shipped_gazetteer()


@st.composite
def nested_documents(draw: st.DrawFn) -> Document:
    """A text of any characters, with mentions that nest and never cross."""
    text = draw(st.text(min_size=1, max_size=40))
    spans: set[tuple[int, int]] = set()
    for _ in range(draw(st.integers(0, 12))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        if all(e <= start or end <= s or (s <= start and end <= e) or (start <= s and e <= end)
               for s, e in spans):  # fmt: skip
            spans.add((start, end))
    mentions = [
        make_mention(
            text,
            *span,
            type=draw(st.sampled_from(["PERSON", "PLACE", "ORG", "EVENT", "TITLE"])),
            decision=draw(st.sampled_from(["linked", "review", "proposed", "unknown"])),
            lang=draw(st.sampled_from(["vi", "zh"])),
            vi=draw(st.none() | st.text(max_size=5)),
            zh_hans=draw(st.none() | st.text(max_size=5)),
            pinyin=draw(st.none() | st.text(max_size=5)),
        )
        for span in sorted(spans)
    ]
    return make_document(text, *mentions, lang=draw(st.sampled_from(["vi", "zh"])))


@given(nested_documents(), st.sampled_from(["hans", "hant", "tw", "hk"]))
def test_a_text_without_its_tags_is_the_text_again(document: Document, script: str) -> None:
    assert read(page([document], script=script)).texts == [shown(document.text)]
    assert read(document_fragment(document, script=script)).texts == [shown(document.text)]


@given(nested_documents())
def test_every_mention_is_marked_once(document: Document) -> None:
    marks = [found for tag, found in read(page([document])).tags if tag == "mark" and "id" in found]
    assert len(marks) == len(document.mentions)


def test_marks_nest_as_the_mentions_do() -> None:
    text = "Bí thư Khu ủy Quảng Tây"
    inner = make_mention(text, 14, 23)
    outer = make_mention(text, 0, 23, type="TITLE")
    html = page([make_document(text, outer, inner)])
    plain = re.sub(r"<(/?)(mark|a)[^>]*>", lambda tag: f"<{tag[1]}{tag[2]}>", html)
    assert "<mark><a>Bí thư Khu ủy </a><mark><a>Quảng Tây</a></mark></mark>" in plain


def test_crossing_mentions_never_break_the_page() -> None:
    text = "Quảng Tây Trung Quốc"
    crossing = make_document(text, make_mention(text, 0, 12), make_mention(text, 5, 20))
    beyond = make_document(text, make_mention(text, 15, 99))
    assert read(page([crossing, beyond])).texts == [text, text]


HOSTILE = "<script>alert('1')</script> & \"x\" \u202e \x00\x1b\r\n </div><!-- "


def test_everything_is_escaped() -> None:
    mention = make_mention(
        HOSTILE, 0, len(HOSTILE), vi=HOSTILE, zh_hans=HOSTILE, zh_hant=HOSTILE, pinyin=HOSTILE
    )
    document = make_document(HOSTILE, mention, file=HOSTILE, lang="zh")
    for html in (page([document, document]), document_fragment(document)):
        reader = read(html)
        assert {tag for tag, _ in reader.tags}.isdisjoint({"script", "img"})
        assert "\x00" not in html
        assert "\x1b" not in html
        assert set(reader.texts) == {shown(HOSTILE)}


def test_a_lone_surrogate_does_not_stop_the_page() -> None:
    text = "Trần \ud800 Cương"
    document = make_document(text, make_mention(text, 0, 4), file="\udcff.txt")
    assert "Trần" in page([document]).encode("utf-8").decode("utf-8")
    assert "Trần" in document_fragment(document).encode("utf-8").decode("utf-8")


@pytest.mark.parametrize(
    ("script", "lang", "form"),
    [("hans", "zh-Hans", "南宁"), ("hant", "zh-Hant", "南寧"), ("tw", "zh-Hant-TW", "南寧"),
     ("hk", "zh-Hant-HK", "南寧")],
)  # fmt: skip
def test_languages_are_set(script: str, lang: str, form: str) -> None:
    text = "Nam Ninh 南宁"
    document = make_document(
        text, make_mention(text, 0, 8), make_mention(text, 9, 11, lang="zh"), lang="vi"
    )
    html = page([document], script=script)
    assert {"en", "vi", lang, "zh-Hans", "zh-Latn-pinyin"} <= read(html).langs
    assert f'lang="{lang}">{form}</span>' in html
    assert f'title="{form} Nánníng (place, linked)"' in html


def test_a_chinese_document_shows_the_vietnamese_form() -> None:
    text = "南宁"
    html = page(
        [make_document(text, make_mention(text, 0, 2, lang="zh", vi="Nam Ninh"), lang="zh")]
    )
    assert 'title="Nam Ninh 南宁 Nánníng (place, linked)"' in html
    assert 'lang="vi">Nam Ninh</span>' in html


def test_the_list_counts_the_mentions_and_links_to_each() -> None:
    text = "Nam Ninh, Nam Ninh"
    html = page([make_document(text, make_mention(text, 0, 8), make_mention(text, 10, 18))])
    assert "<summary>2</summary>" in html
    assert {"d1-m1", "d1-m2", "d1-n1"} <= set(read(html).links)


def test_the_decision_is_a_class_of_the_mark() -> None:
    text = "Nam Ninh"
    for decision in ("linked", "review", "proposed", "unknown"):
        html = page([make_document(text, make_mention(text, 0, 8, decision=decision))])
        assert f'class="place {decision}"' in html


def test_a_document_without_names_says_so() -> None:
    assert "No names found" in page([make_document("xin chào")])
    assert read(page([])).texts == []


def test_nothing_is_loaded_or_run() -> None:
    text = "Nam Ninh"
    html = page([make_document(text, make_mention(text, 0, 8))])
    assert not re.search(r"<script|\bon\w+=|https?:|url\(|@import", html)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_colours_have_the_contrast_of_wcag_aa() -> None:
    html = page([])
    schemes = {block for block in re.findall(r"\.hanviet\{(--[^}]*)\}", html) if "--link" in block}
    assert len(schemes) == 3, "light, dark, print"
    for scheme in schemes:
        colour = dict(re.findall(r"--([\w-]+):(#\w{6})", scheme))
        for name in ("ink", "soft", "link"):
            assert contrast(colour[name], colour["paper"]) >= 4.5, (name, scheme)
        for name in ("person", "place", "org", "event", "title", "unknown"):
            assert contrast(colour["ink"], colour[f"{name}-tint"]) >= 4.5, name
            assert contrast(colour[f"{name}-line"], colour["paper"]) >= 3, name
            assert contrast(colour[f"{name}-line"], colour[f"{name}-tint"]) >= 3, name

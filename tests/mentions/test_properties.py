"""What holds of the mentions of any text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.linking.mention import Mention
from hanviet.orthography.offsets import normalise

TEXTS = st.lists(
    st.sampled_from(
        ["Trần Cương", "Hạ Long", "Quảng Tây", "Tổng Bí thư", "Tô Lâm", "ông", "Nguyễn Văn Sơn",
         "Hòa Bình", "Chủ tịch nước", "Trung Quốc", "Việt", "Trung", "Anh", "Bí thư Khu ủy",
         "Bộ Ngoại giao", "Công ty Hoa Mai", "làng", "và", "đi", ",", ".", "-", "–", "\n", "(", ")",
         "  ", "\u00a0", "习近平", "中越", "广西党委书记", "陳剛", "会见", "，", "。",
         "Đại hội lần thứ XX",
         "Đảng Cộng sản Trung Quốc", "1", "😀", "\u200b", "\ufeff", "\x00"]
    ),
    max_size=14,
).flatmap(lambda parts: st.sampled_from([" ".join(parts), "".join(parts)]))  # fmt: skip

QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def outline(mention: Mention) -> tuple[object, ...]:
    return mention.type, mention.id, mention.zh_hans, mention.decision, mention.cluster


@QUICK
@given(text=TEXTS, form=st.sampled_from(["NFC", "NFD"]))
def test_offsets_are_exact_and_mentions_sorted_and_never_cross(
    small: Gazetteer, text: str, form: str
) -> None:
    text = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    mentions = annotate(text, gazetteer=small).mentions
    assert all(text[one.start : one.end] == one.surface != "" for one in mentions)
    assert [(one.start, -one.end) for one in mentions] == sorted(
        {(one.start, -one.end) for one in mentions}
    )
    for left, right in pairwise(mentions):
        assert right.start >= left.end or right.end <= left.end
    for one in mentions:
        if one.outer >= 0:
            around = mentions[one.outer]
            assert around.start <= one.start < one.end <= around.end


@QUICK
@given(text=TEXTS)
def test_nfd_gives_the_mentions_of_nfc(small: Gazetteer, text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    offsets = normalise(decomposed)
    expected = annotate(composed, gazetteer=small).mentions
    found = annotate(decomposed, gazetteer=small).mentions
    assert [outline(one) for one in found] == [outline(one) for one in expected]
    assert [(one.start, one.end) for one in found] == [
        offsets.original_span(one.start, one.end) for one in expected
    ]


@QUICK
@given(text=st.text(max_size=30))
def test_any_text_is_annotated(small: Gazetteer, text: str) -> None:
    assert all(text[one.start : one.end] == one.surface
               for one in annotate(text, gazetteer=small).mentions)  # fmt: skip

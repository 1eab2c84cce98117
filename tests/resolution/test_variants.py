"""Other spellings of somebody listed."""

from __future__ import annotations

from pathlib import Path

from hanviet.alignment import Alignment, align
from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.outputs.drafts import write_drafts

MEETING_VI = (
    "Lạng Sơn, ngày 22/2/2023. Tại cửa khẩu Hữu Nghị, Bí thư Khu ủy Quảng Tây Lưu Ninh hội đàm với "
    "Phó Bí thư Thường trực Tỉnh ủy Quảng Ninh Ngô Hoàng Ngân."
)
MEETING_ZH = (
    "2023年2月22日，广西壮族自治区党委书记刘宁与越南广宁省委常务副书记吴黄银在谅山友谊关会谈。"
)


def aligned(gazetteer: Gazetteer, *texts: str) -> Alignment:
    documents = [
        annotate(text, gazetteer=gazetteer, file=f"{number}.txt")
        for number, text in enumerate(texts)
    ]
    return align(documents, gazetteer=gazetteer)


def test_another_spelling_joins_the_listed_person_for_review(shipped: Gazetteer) -> None:
    alignment = aligned(shipped, MEETING_VI, MEETING_ZH)
    (mention,) = [one for one in alignment.all_mentions() if one.surface == "吴黄银"]
    assert (mention.id, mention.vi, mention.zh_hans, mention.decision, mention.level) == (
        "person.vn.ngo-hoang-ngan", "Ngô Hoàng Ngân", "吴黄银", "review", "reading"
    )  # fmt: skip
    (row,) = [row for row in alignment.rows if row.id == "person.vn.ngo-hoang-ngan"]
    assert (row.zh_hans, row.decision, row.mentions) == ("吴皇银", "linked", 2)


def test_a_document_that_names_the_listed_person_gives_no_other_spelling(
    shipped: Gazetteer,
) -> None:
    both = MEETING_ZH + "吴皇银也出席。"
    assert aligned(shipped, MEETING_VI, both).variants == ()


def test_a_spelling_in_a_report_of_another_event_is_left_alone(shipped: Gazetteer) -> None:
    later = "2025年8月3日，越南歌手吴黄银在胡志明市演出。"
    assert aligned(shipped, MEETING_VI, later).variants == ()


def test_the_spellings_stand_in_the_file_of_drafts_as_comments(
    shipped: Gazetteer, tmp_path: Path
) -> None:
    target = tmp_path / "drafts.yaml"
    assert write_drafts(aligned(shipped, MEETING_VI, MEETING_ZH), target) == 0
    assert "# person.vn.ngo-hoang-ngan: Ngô Hoàng Ngân ~ 吴黄银" in target.read_text("utf-8")


def test_aligning_what_was_aligned_changes_nothing(shipped: Gazetteer) -> None:
    once = aligned(shipped, MEETING_VI, MEETING_ZH)
    again = align(once.documents, gazetteer=shipped)
    assert [row.to_row() for row in again.rows] == [row.to_row() for row in once.rows]


DRAFT_VI = (
    "Lạng Sơn, ngày 22/2/2023. Phó Chủ tịch UBND tỉnh Lạng Sơn Dương Xuân Huyên hội đàm với "
    "Bí thư Khu ủy Quảng Tây Lưu Ninh tại cửa khẩu Hữu Nghị."
)
DRAFT_ZH = (
    "2023年2月22日，广西壮族自治区党委书记刘宁与越南谅山省人民委员会副主席杨春萱在友谊关会谈。"
)


def test_a_draft_does_not_keep_its_form_from_another_of_the_press(shipped: Gazetteer) -> None:
    alignment = aligned(shipped, DRAFT_VI, DRAFT_ZH)
    (vi,) = [one for one in alignment.all_mentions() if one.surface == "Dương Xuân Huyên"]
    (zh,) = [one for one in alignment.all_mentions() if one.surface == "杨春萱"]
    assert vi.decision == "proposed"
    assert vi.zh_hans != "杨春萱"
    assert (zh.cluster, zh.id, zh.vi, zh.decision) == (
        vi.cluster, vi.id, "Dương Xuân Huyên", "proposed"
    )  # fmt: skip


def test_the_post_joins_a_draft_with_a_name_of_another_report_of_the_year(
    shipped: Gazetteer,
) -> None:
    later = "2023年8月3日，越南谅山省人民委员会副主席杨春萱在河内表示，贸易增长。"
    (variant,) = aligned(shipped, DRAFT_VI, later).variants
    assert variant.id.startswith("person.vn.duong-xuan-")
    other = "2023年8月3日，越南歌手杨春萱在胡志明市演出。"
    assert aligned(shipped, DRAFT_VI, other).variants == ()

"""The reason of a decision as plain sentences, in English, Vietnamese and Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from hanviet.linking.decision import Decision, Support
from hanviet.linking.match import Match, Note
from hanviet.readings.levels import Level

Language = Literal["en", "vi", "zh"]

LANGUAGES: tuple[Language, ...] = ("en", "vi", "zh")

_LEVELS: dict[Level, tuple[str, str, str]] = {
    Level.EXACT: (
        "The text is exactly a form of “{0}”.",
        "Trùng khớp hoàn toàn với “{0}”.",
        "与“{0}”完全相同。",
    ),
    Level.SPELLING: (
        "The same name as “{0}” but for case, spacing, placement of marks or a word around it.",
        "Cùng tên với “{0}”, chỉ khác chữ hoa, dấu cách, vị trí dấu hoặc từ đi kèm.",
        "与“{0}”同名，仅大小写、空格、声调位置或附加词不同。",
    ),
    Level.SCRIPT: (
        "The same Chinese name as “{0}” in another script.",
        "Cùng tên chữ Hán với “{0}”, khác giản thể hay phồn thể.",
        "与“{0}”同名，仅简繁体不同。",
    ),
    Level.PATTERN: (
        "Composed of known names: “{0}”.",
        "Ghép từ các tên đã biết: “{0}”.",
        "由已知名称组成：“{0}”。",
    ),
    Level.READING: (
        "Every syllable is a Hán-Việt reading of “{0}”.",
        "Mọi âm tiết đều là âm Hán-Việt của “{0}”.",
        "每个音节都是“{0}”的汉越音。",
    ),
    Level.PINYIN: (
        "The pinyin with tones of “{0}”.",
        "Đúng pinyin có thanh điệu của “{0}”.",
        "与“{0}”的带调拼音一致。",
    ),
    Level.UNMARKED: (
        "Fits “{0}” if the marks that were not typed are added.",
        "Khớp với “{0}” nếu thêm các dấu không được gõ.",
        "补上未输入的声调和附加符号后与“{0}”一致。",
    ),
    Level.PINYIN_TONELESS: (
        "Fits the pinyin of “{0}”; the tones were not typed.",
        "Khớp với pinyin của “{0}”, không có thanh điệu.",
        "与“{0}”的拼音一致，未标声调。",
    ),
    Level.PARTIAL: (
        "Only a part of “{0}”, or shortened.",
        "Chỉ là một phần của “{0}”, hoặc viết tắt.",
        "只是“{0}”的一部分或缩写。",
    ),
    Level.FUZZY: (
        "Near “{0}”, but something that was typed differs.",
        "Gần với “{0}”, nhưng có chỗ gõ khác.",
        "与“{0}”相近，但有不同之处。",
    ),
}

_NOTES: dict[str, tuple[str, str, str]] = {
    "removed": (
        "Taken off as a word around the name: {all}.",
        "Đã bỏ từ đi kèm tên: {all}.",
        "已去掉名称前后的词：{all}。",
    ),
    "rivals": (
        "It may as well be: {all}.",
        "Cũng có thể là: {all}.",
        "也可能是：{all}。",
    ),
    "rival_rows": (
        "It fits other rows as well: {all}.",
        "Cũng khớp với các dòng khác: {all}.",
        "也与其他行相符：{all}。",
    ),
    "avoid": (
        "“{0}” is a form to avoid.",
        "“{0}” là dạng nên tránh.",
        "“{0}”是应避免的写法。",
    ),
    "country": (
        "The cell says {0}, the entry {1}.",
        "Ô ghi {0}, còn mục từ là {1}.",
        "单元格注明{0}，而词条属于{1}。",
    ),
    "type": (
        "The words around it say {0}, the entry is {1}.",
        "Từ đi kèm cho biết {0}, còn mục từ là {1}.",
        "附加词表明是{0}，而词条是{1}。",
    ),
    "said_country": (
        "The row says {0}, the entry {1}.",
        "Dòng ghi {0}, còn mục từ là {1}.",
        "该行注明{0}，而词条属于{1}。",
    ),
    "said_type": (
        "The row says {0}, but this is {1}.",
        "Dòng ghi {0}, nhưng đây là {1}.",
        "该行注明{0}，而这是{1}。",
    ),
    "said_agrees": (
        "What the row says agrees: {all}.",
        "Phù hợp với thông tin trong dòng: {all}.",
        "与该行信息相符：{all}。",
    ),
    "said_other": (
        "The column in the other language contradicts: “{0}”.",
        "Cột ngôn ngữ kia mâu thuẫn: “{0}”.",
        "另一语言的列与此矛盾：“{0}”。",
    ),
    "said_other_agrees": (
        "The column in the other language agrees: “{0}”.",
        "Cột ngôn ngữ kia khớp: “{0}”.",
        "另一语言的列与此相符：“{0}”。",
    ),
    "said_other_only": (
        "The cell is empty; found by the column in the other language.",
        "Ô trống; tìm được nhờ cột ngôn ngữ kia.",
        "单元格为空，按另一语言的列找到。",
    ),
    "said_other_found": (
        "The name itself was not found, only that in the other language.",
        "Không tìm thấy chính tên này, chỉ tìm thấy tên ở ngôn ngữ kia.",
        "未找到该名称本身，只找到另一语言的名称。",
    ),
    "weaker": (
        "It agrees less than you demanded for a link.",
        "Mức khớp thấp hơn mức bạn yêu cầu để liên kết.",
        "相符程度低于您要求的关联标准。",
    ),
    "open": (
        "Which party or state is meant, the text does not say.",
        "Không rõ là của đảng hay nước nào.",
        "未说明属于哪个政党或国家。",
    ),
    "draft": (
        "The entry has not been reviewed yet.",
        "Mục từ chưa được duyệt.",
        "该词条尚未审核。",
    ),
    "derived": (
        "It comes from a derived table of divisions: the Vietnamese form is made of readings.",
        "Lấy từ bảng dẫn xuất về đơn vị hành chính: tên tiếng Việt ghép từ âm Hán-Việt.",
        "来自派生的行政区划表：越南语名称由汉越音拼成。",
    ),
    "derived_vi": (
        "It is a place of Việt Nam in a derived table, which has no Chinese form of it.",
        "Là địa danh Việt Nam trong bảng dẫn xuất, chưa có tên tiếng Trung.",
        "来自派生表的越南地名，尚无中文名称。",
    ),
    "agrees": (
        "Both languages in the cell agree.",
        "Hai ngôn ngữ trong ô khớp nhau.",
        "单元格中的两种语言一致。",
    ),
    "contradicts": (
        "The two names in the cell contradict each other.",
        "Hai tên trong ô mâu thuẫn với nhau.",
        "单元格中的两个名称互相矛盾。",
    ),
    "keys": (
        "Keys of Telex or VNI in it were read as letters.",
        "Đã đọc phím gõ Telex hoặc VNI còn sót thành chữ.",
        "已将其中的 Telex 或 VNI 按键读作字母。",
    ),
    "leftover": (
        "In brackets stands something not understood: {all}.",
        "Trong ngoặc có nội dung không hiểu được: {all}.",
        "括号中有无法理解的内容：{all}。",
    ),
    "short": (
        "The name is too short to be sure.",
        "Tên quá ngắn để chắc chắn.",
        "名称太短，无法确定。",
    ),
    "neighbours": (
        "Other names in the table are nearly the same.",
        "Trong bảng có tên khác gần giống.",
        "表中还有相近的名称。",
    ),
    "marks": (
        "Only a tone or vowel mark differs, and that makes another name.",
        "Chỉ khác dấu, nhưng khác dấu là tên khác.",
        "只有声调或元音符号不同，但这就是另一个名字。",
    ),
    "other_form": (
        "It can be read so, but the row has another name in that script.",
        "Có thể đọc như vậy, nhưng dòng này có tên khác cùng loại chữ.",
        "可以这样读，但该行的同文字名称不同。",
    ),
    "no_person": (
        "The words around it say a person or post, which the row does not seem to be.",
        "Từ đi kèm cho biết là người hoặc chức vụ, nhưng dòng này có vẻ không phải.",
        "附加词表明是人物或职务，但该行看来并不是。",
    ),
    "level_tones": (
        "Typed as it is, it can be another name, whose tones are all level.",
        "Viết như vậy có thể là một tên khác, toàn thanh ngang.",
        "照这样写，可能是另一个全为平声的名字。",
    ),
    "initials": (
        "It has initials, which may stand for other syllables.",
        "Có chữ viết tắt, có thể là các âm tiết khác.",
        "含有首字母缩写，可能代表别的音节。",
    ),
    "another_whole": (
        "With all its words the text is the name of something else.",
        "Cả cụm từ là tên của đối tượng khác.",
        "整个文本是另一事物的名称。",
    ),
    "elsewhere": (
        "Places of several countries are called so, and the table does not say which is meant.",
        "Nhiều nước có nơi mang tên này, bảng không cho biết là nơi nào.",
        "不同国家有同名的地方，表中未说明是哪一个。",
    ),
    "lookalikes": (
        "Letters of another alphabet or width, which only look alike, were replaced.",
        "Đã thay các chữ thuộc bảng chữ khác hoặc độ rộng khác chỉ trông giống.",
        "已替换外形相似的其他字母或全角字符。",
    ),
    "several": (
        "The cell seems to hold several names: {all}.",
        "Ô này có vẻ chứa nhiều tên: {all}.",
        "该单元格似乎含有多个名称：{all}。",
    ),
    "used": (
        "Its row is taken by another that agrees better: {all}.",
        "Dòng này đã thuộc về ô khác khớp hơn: {all}.",
        "该行已归于更相符的单元格：{all}。",
    ),
    "used_twice": (
        "Other rows claim its row equally well: {all}.",
        "Các ô khác cũng khớp với dòng này như vậy: {all}.",
        "其他单元格同样与该行相符：{all}。",
    ),
    "states_less": (
        "Others of this name state a country, kind or post, which this one does not: {all}.",
        "Các ô khác cùng tên có ghi nước, loại hoặc chức vụ, ô này thì không: {all}.",
        "同名的其他单元格注明了国家、类别或职务，而此处没有：{all}。",
    ),
    "another_name": (
        "The word that differs can be another name.",
        "Từ khác nhau có thể là một tên khác.",
        "不同的词可能是另一个名字。",
    ),
}

_NOTHING = (
    "Nothing fits.",
    "Không tìm thấy tên phù hợp.",
    "没有相符的名称。",
)
_EMPTY = ("The cell is empty.", "Ô trống.", "单元格为空。")
_LOOK = (
    "Please check.",
    "Cần kiểm tra.",
    "请核对。",
)


def reason(match: Match | None, *, lang: Language = "en", empty: bool = False) -> str:
    """Say why a cell was decided as it was.

    Args:
        match: The best match, or None.
        lang: The language to say it in.
        empty: The cell holds nothing.

    Returns:
        One or more sentences.

    >>> reason(None), reason(None, lang="vi")
    ('Nothing fits.', 'Không tìm thấy tên phù hợp.')
    """
    which = LANGUAGES.index(lang)
    if match is None:
        return (_EMPTY if empty else _NOTHING)[which]
    name = match.vi if not match.zh_hans else f"{match.vi} {match.zh_hans}".strip()
    sentences = [_LEVELS[match.level][which].format(name)]
    sentences += [_sentence(note, which) for note in match.notes]
    if match.decision is Decision.REVIEW or match.support is Support.VETOED:
        sentences.append(_LOOK[which])
    return ("" if lang == "zh" else " ").join(sentences)


def sentence_of(note: Note, lang: Language) -> str:
    """A note as a sentence.

    >>> sentence_of(Note("agrees"), "en")
    'Both languages in the cell agree.'
    """
    return _sentence(note, LANGUAGES.index(lang))


def _sentence(note: Note, which: int) -> str:
    listed: Sequence[str] = tuple(dict.fromkeys(note.values))
    joined = ("、" if which == LANGUAGES.index("zh") else ", ").join(listed)
    return _NOTES[note.code][which].format(*note.values, all=joined)

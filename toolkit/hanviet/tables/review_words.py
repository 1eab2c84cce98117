"""The words of a review, in English, Vietnamese and Chinese."""

from __future__ import annotations

import unicodedata

from hanviet.linking.reasons import LANGUAGES, Language

_WORDS: dict[str, tuple[str, str, str]] = {
    "answer": ("answer", "trả lời", "答复"),
    "why": ("why", "lý do", "理由"),
    "name": ("name", "tên", "名称"),
    "says": ("the row says", "dòng ghi", "该行注明"),
    "rows": ("rows", "số dòng", "行数"),
    "first": ("first row", "dòng đầu", "首行"),
    "reason": ("reason", "giải thích", "说明"),
    "candidate": ("candidate", "ứng viên", "候选"),
    "counts": ("{0} rows, the first is {1}", "{0} dòng, dòng đầu là {1}", "共{0}行，首行为第{1}行"),
    "nothing": ("No candidates.", "Không có ứng viên.", "没有候选。"),
    "keys": (
        "{0}n none of them · u not sure · s skip · w say why · b back · q leave",
        "{0}n không có mục nào · u chưa chắc · s bỏ qua · w ghi lý do · b quay lại · q thoát",
        "{0}n 都不是 · u 不确定 · s 跳过 · w 写理由 · b 返回 · q 退出",
    ),
    "pick": ("{0} this is it · ", "{0} đúng mục này · ", "{0} 就是这个 · "),
    "ask_why": ("Why", "Lý do", "理由"),
    "withdrawn": ("taken back", "đã rút lại", "已撤回"),
    "left": (
        "{0} decided now, {1} left; the same command goes on",
        "đã quyết định {0}, còn lại {1}; chạy lại lệnh này để tiếp tục",
        "本次已决定{0}项，还剩{1}项；再次运行同一命令即可继续",
    ),
}

YES = frozenset("yes y ok x ✓ có đúng đúng|rồi 是 是的 对 對".replace("|", " ").split())
NO = frozenset(
    ("no", "n", "0", "none", "không", "không có", "sai", "否", "不是", "都不是", "无", "無")
)
UNSURE = frozenset(
    ("?", "unsure", "not sure", "u", "không rõ", "không chắc", "chưa chắc", "chưa rõ", "不确定",
     "不確定", "不知道")
)  # fmt: skip
"""What people write as an answer, in lower case."""


def word(name: str, lang: Language, *values: object) -> str:
    """A word or sentence of a review."""
    return _WORDS[name][LANGUAGES.index(lang)].format(*values)


def column_of(label: str) -> str:
    """Which column of a review a label names, in any of the languages; itself if none.

    >>> column_of("Trả lời "), column_of("候选 2"), column_of("x")
    ('answer', 'candidate 2', 'x')
    """
    plain = " ".join(unicodedata.normalize("NFC", label).casefold().split())
    stem, _, number = plain.rpartition(" ")
    for name, words in _WORDS.items():
        if plain in words:
            return name
        if number.isdecimal() and stem in words:
            return f"{name} {number}"
    return label

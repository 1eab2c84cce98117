"""Words that stand inside a post, beside its head word: 建设部[代]部长, 常务副主席.

A pattern names them by `infix`; `{t:infix}` prints what fills the slot with the first of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hanviet.patterns.language import Pattern

_HEAD_ZH = re.compile(
    "副?(?:总书记|书记|主席|总统|首相|总理|委员长|主任委员|主任|秘书长|检察长|议长|司令员|司令|政委"
    "|大使|总领事|领事|董事长|总经理|总编辑|总裁|总干事|发言人"
    "|(?<=部)部长|(?<=厅)厅长|(?<=局)局长|(?<=司)司长|(?<=院)院长|(?<=所)所长|(?<=处)处长|(?<=署)署长"
    "|(?<=社)社长|(?<=台)台长|(?<=站)站长"
    "|[省市县区州校会行]长)$"
)
_DEPUTY_ZH = re.compile("副(?![省部]级)[^副]{1,4}$")
_DEPUTY_VI = re.compile(
    r"(?:phó (?:tổng giám đốc|tổng thư ký|trưởng ban|chủ tịch|chủ nhiệm|bí thư|giám đốc|thủ tướng"
    r"|tỉnh trưởng|thị trưởng|viện trưởng|tư lệnh|cục trưởng|vụ trưởng|hiệu trưởng|chánh án"
    r"|chánh văn phòng|trưởng đoàn|tổng biên tập|tổng thống|thống đốc|hội trưởng|châu trưởng"
    r"|huyện trưởng|tổng cục trưởng|tổng tham mưu trưởng|trưởng phòng|chi cục trưởng)|thứ trưởng)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Infix:
    """A word and what it makes of a post.

    Attributes:
        word: As folded text has it.
        lang: `vi` or `zh`.
        pattern: The pattern of the post with the word.
    """

    word: str
    lang: str
    pattern: Pattern

    def head_before(self, text: str) -> str:
        """The Vietnamese head word of a deputy that a folded text ends with, or nothing."""
        for match in _DEPUTY_VI.finditer(text):
            if match.end() == len(text) and not text[: match.start()][-1:].isalnum():
                return match.group()
        return ""


def infixes_of(pattern: Pattern, fold: dict[str, str]) -> tuple[Infix, ...]:
    """The words of a pattern, longest first."""
    words = [("vi", word) for word in pattern.infix_vi] + [
        ("zh", word) for word in pattern.infix_zh
    ]
    words.sort(key=lambda one: (-len(one[1]), one))
    return tuple(Infix(fold[word], lang, pattern) for lang, word in words)


def infixed(form: str, lang: str, pattern: Pattern) -> str:
    """Put the word of a pattern into a post.

    Args:
        form: The post, Vietnamese or simplified Chinese.
        lang: `vi` or `zh`.
        pattern: The pattern with the word.

    Returns:
        The post with its word; empty where it has no place for one.
    """
    words = pattern.infix_vi if lang == "vi" else pattern.infix_zh
    if lang == "vi":
        if not words:
            return f"{pattern.infix_before} {form}"
        match = _DEPUTY_VI.match(form)
        return f"{match.group()} {words[0]}{form[match.end() :]}" if match else ""
    head = (_HEAD_ZH if pattern.infix_before else _DEPUTY_ZH).search(form)
    if head is None:
        return f"{words[-1]}{form}" if pattern.infix_before else ""
    return f"{form[: head.start()]}{words[0]}{head.group()}"

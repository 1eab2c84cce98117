"""The words of a report, in English, Vietnamese and Chinese."""

from __future__ import annotations

from hanviet.linking.reasons import LANGUAGES, Language

_WORDS: dict[str, tuple[str, str, str]] = {
    "title": ("Reconciliation report", "Báo cáo đối chiếu", "核对报告"),
    "title_itself": ("Report on duplicates", "Báo cáo trùng lặp", "查重报告"),
    "in_itself": ("compared with one another", "đối chiếu lẫn nhau", "相互对照"),
    "rows": ("rows", "dòng", "行"),
    "names": ("names", "tên", "个名称"),
    "different": ("different names", "tên khác nhau", "个不同名称"),
    "looked_up": ("looked up in", "đối chiếu với", "对照"),
    "seconds": ("{0:.1f} s", "{0:.1f} giây", "{0:.1f} 秒"),
    "decisions": ("Decisions", "Kết quả", "结果"),
    "linked": ("sure enough to use", "đủ chắc để dùng", "可以直接使用"),
    "review": ("a person should look", "cần người xem lại", "需要人工核对"),
    "proposed": ("check it elsewhere", "cần kiểm tra ở nguồn khác", "需另行查证"),
    "unknown": ("nothing found", "không tìm thấy", "未找到"),
    "people": ("Decided by people", "Do người quyết định", "人工决定"),
    "levels": ("How the names agree", "Mức độ khớp của tên", "名称的相符程度"),
    "level": ("level", "mức", "等级"),
    "scores": ("Scores", "Điểm", "得分"),
    "score": ("score", "điểm", "得分"),
    "scores_note": (
        "How many names have a best candidate of this score; names without any are left out.",
        "Số tên có ứng viên tốt nhất đạt điểm này; không tính tên không có ứng viên.",
        "最佳候选得此分数的名称数；没有候选的不计。",
    ),
    "file": ("The file", "Tệp", "文件"),
    "encoding": ("encoding", "bảng mã", "编码"),
    "nothing_odd": ("Nothing odd was found.", "Không có gì bất thường.", "未发现异常。"),
    "short": ("rows with too few cells", "dòng thiếu ô", "单元格过少的行"),
    "long": ("rows with too many cells", "dòng thừa ô", "单元格过多的行"),
    "quotes": (
        "lines with quotes that do not close", "dòng có dấu nháy không đóng", "引号未闭合的行",
    ),
    "damaged": ("lines with damaged characters", "dòng có ký tự hỏng", "含损坏字符的行"),
    "lines": ("lines", "các dòng", "行号"),
    "conflicts": ("Conflicts of decisions", "Quyết định mâu thuẫn", "决定冲突"),
    "unmatched": (
        "Most frequent names without a match", "Tên không khớp hay gặp nhất", "最常见的未匹配名称",
    ),
    "many": (
        "Several different names for one thing", "Nhiều tên khác nhau cho một mục",
        "多个不同名称对应同一项",
    ),
    "many_note": (
        "They may all be right; if not, this is where to look first.",
        "Có thể đều đúng; nếu có sai thì nên xem ở đây trước.",
        "可能都对；若有错，应先查看这里。",
    ),
    "samples": ("To look at", "Xem thử", "抽查"),
    "sample_note": (
        "{0} of {1} different names, from all over the table",
        "{0} trong {1} tên khác nhau, lấy khắp bảng",
        "从全表抽取，共{1}个不同名称中的{0}个",
    ),
    "row": ("row", "dòng", "行"),
    "times": ("rows", "số dòng", "行数"),
    "column": ("column", "cột", "列"),
    "name": ("name", "tên", "名称"),
    "found": ("found", "tìm thấy", "找到"),
    "reason": ("reason", "giải thích", "说明"),
    "none": ("None.", "Không có.", "无。"),
    "made": (
        "Made by hanviet {0}, data {1}.", "Tạo bởi hanviet {0}, dữ liệu {1}.",
        "由 hanviet {0} 生成，数据版本 {1}。",
    ),
}  # fmt: skip


def label(name: str, lang: Language, *values: object) -> str:
    """A word or sentence of a report.

    >>> label("seconds", "en", 1.25)
    '1.2 s'
    """
    return _WORDS[name][LANGUAGES.index(lang)].format(*values)

"""The language and the date of a document, read off its text."""

from __future__ import annotations

import re

from hanviet.orthography.chinese import HAN_RUN, has_han

HOME = {"vi": "VN", "zh": "CN"}
"""The state that `the Foreign Ministry` means where nothing else is said."""

_SAMPLE = 8000
"""Characters of a document by which its language is judged."""

_LETTERS = re.compile(r"[^\W\d_]+")

_HEAD = 1500
"""Characters at the beginning of a document in which its date may stand."""

_NUMERIC = re.compile(r"(?<!\d)(?P<d>[0-3]?\d)[/.-](?P<m>[01]?\d)[/.-](?P<y>20\d\d)(?!\d)")
_YEAR_LAST = re.compile(r"[/.-]20\d\d")
"""What such a date ends with, looked for faster than its beginning."""

_DATES = (
    re.compile(r"(?P<y>20\d\d)-(?P<m>[01]\d)(?:-(?P<d>[0-3]\d))?(?!\d)"),
    _NUMERIC,
    re.compile(r"(?P<y>20\d\d)年(?P<m>[01]?\d)月(?:(?P<d>[0-3]?\d)日)?"),
    re.compile(r"[Nn]gày (?P<d>[0-3]?\d) tháng (?P<m>[01]?\d) năm (?P<y>20\d\d)"),
)


def language_of(text: str) -> str:
    """`zh` if Chinese characters outnumber a quarter of the letters, else `vi`.

    >>> language_of("广西壮族自治区党委书记陈刚"), language_of("Bí thư Trần Cương")
    ('zh', 'vi')
    """
    sample = text[:_SAMPLE]
    if not has_han(sample):
        return "vi"
    han = sum(map(len, HAN_RUN.findall(sample)))
    letters = sum(map(len, _LETTERS.findall(sample))) - han
    return "zh" if han * 3 > letters else "vi"


def home_of(language: str, media: set[str]) -> str:
    """The state that a document's `Foreign Ministry` is of, where nothing else is said.

    Args:
        language: The document's.
        media: The states whose agencies and papers it names: a text in Chinese that names those
            of Việt Nam alone is of their Chinese editions.

    >>> home_of("zh", {"VN"}), home_of("zh", {"VN", "CN"}), home_of("vi", {"CN"})
    ('VN', 'CN', 'VN')
    """
    return "VN" if language == "zh" and media == {"VN"} else HOME[language]


def date_of(text: str) -> str:
    """The first full date near the beginning of a text, ISO, or an empty string.

    >>> date_of("Hà Nội, 19/02/2025. Tổng Bí thư …")
    '2025-02-19'
    """
    best: tuple[int, str] | None = None
    for pattern in _DATES:
        if pattern is _NUMERIC and not _YEAR_LAST.search(text, 0, _HEAD):
            continue
        for match in pattern.finditer(text, 0, _HEAD):
            year, month = int(match["y"]), int(match["m"])
            day = int(match["d"]) if match["d"] else 0
            if not 1 <= month <= 12 or day > 31:
                continue
            iso = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
            if best is None or match.start() < best[0]:
                best = (match.start(), iso)
            break
    return best[1] if best else ""

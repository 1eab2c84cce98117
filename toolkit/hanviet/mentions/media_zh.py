"""Chinese names of papers and agencies in no list, by their marks and by words for a source.

A paper stands in marks for titles (《产经新闻》) or after a word that says where a report is from
(来源:东方早报, 据香港文汇网报道).
"""

from __future__ import annotations

import re

from hanviet.mentions.admissible import Spans
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.span import Span

_PAPER = re.compile(
    "《([一-鿿]{1,10}(?:(?<![公简年月海通情汇喜捷战预警快电])报|周刊|电讯|新闻|论坛报))》"
)
"""A paper, not a bulletin or poster, which are called 报 too: 《年报》, 《简报》."""

_OUTLET = (
    "[一-鿿\\w]{2,12}?(?:日报|晚报|早报|晨报|时报|商报|报|通讯社|新闻社|新闻|电视台|电台|广播"
    "|网|客户端|之声)"
)
_SOURCE = re.compile(
    f"(?:来源|稿源|出处|摘自|转自|转载自): ?({_OUTLET})(?=[\\s)(,。;|-]|编辑|记者|作者|责|$)"
)
_REPORTED = re.compile(f"据({_OUTLET})(?=(?:\\d+[日号])?(?:报道|消息|援引|引述|称))")
_GENERAL = re.compile("(?:综合|当地|多家|本|该|官方|外国|国家|互联)")


def media_zh(scan: ScanText, spans: Spans) -> list[Span]:
    """Find papers, agencies and sites that nobody listed.

    Args:
        scan: The document.
        spans: The admissible chart; what is known in it is left to it.

    Returns:
        Spans of type ORG without readings.
    """
    text = scan.folded
    found = set()
    if "《" in text:
        found |= {match.span(1) for match in _PAPER.finditer(text)}
    for words, pattern in (("源自", _SOURCE), ("据", _REPORTED)):
        if any(word in text for word in words):
            found |= {
                match.span(1) for match in pattern.finditer(text)
                if not _GENERAL.match(match[1])
            }  # fmt: skip
    return [Span(start, end, "ORG") for start, end in sorted(found) if (start, end) not in spans]

"""What says before a Vietnamese name that it is a person's: posts, honorifics, credits."""

from __future__ import annotations

import re
from functools import lru_cache

from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWords

_HONORIFIC_WORDS = 4
_HONORIFIC_REACH = 24
_CREDIT_REACH = 40
_CREDIT_WORDS = 3
_BODIES_OF_TRADES = ("đoàn", "hội", "câu lạc bộ", "clb")
"""Before a trade, the head of a body: `Đoàn luật sư Hà Nội` names no person."""

_OPENERS = '"“‘(['
_BEFORE_CREDIT = re.compile(r"[ \-–—/|.(]")


class Introductions:
    """Answers for the words of one document whether something introduces a person before them."""

    def __init__(self, words: CasedWords, titles: set[int]) -> None:
        """Look at a document.

        Args:
            words: Its words.
            titles: Indices in the folded text where a title, a rank or an honorific ends.
        """
        self.text = words.text
        self.starts = words.starts
        self.titles = titles
        lists = wordlists("vi")
        self.honorifics, self.degrees = lists["honorifics"], lists["degrees"]
        self.credits = lists["credits"]

    def introduced(self, index: int) -> bool:
        """Whether a title, an honorific or a credit stands before a word."""
        return self.after_title(index) or self.after_honorific(index) or self.credited(index)

    def after_title(self, index: int) -> bool:
        """Whether a title ends right before a word."""
        start = self.starts[index]
        return start - 1 in self.titles and self.text[start - 1] == " "

    def after_honorific(self, index: int) -> bool:
        """Whether `ông`, `bà`, a rank or an occupation stands right before a word."""
        start = self.starts[index]
        if not start or self.text[start - 1] not in " ":
            return False
        reach = max(0, start - _HONORIFIC_REACH)
        reach = max(reach, self.text.rfind("\n", reach, start) + 1)
        begin = self.text.rfind(" ", reach, start - 1)
        last = self.text[max(begin + 1, reach) : start - 1].lstrip(_OPENERS)
        if last not in _honorific_ends():
            return False
        begin = start - 1
        for _ in range(_HONORIFIC_WORDS):
            begin = self.text.rfind(" ", reach, begin)
            said = self.text[max(begin + 1, reach) : start - 1].lstrip(_OPENERS)
            if said in self.honorifics:
                return not self.text.endswith(_BODIES_OF_TRADES, 0, max(begin, 0))
            if begin < 0:
                return False
        return False

    def after_degree(self, index: int) -> bool:
        """Whether a degree stands before, whose field may follow: thạc sĩ Luật."""
        before = self.text[max(0, self.starts[index] - 16) : self.starts[index] - 1].split(" ")
        return any(" ".join(before[-count:]) in self.degrees for count in (1, 2, 3))

    def credited(self, index: int) -> bool:
        """Whether `Ảnh:` or the like stands before, an agency in between or not."""
        start = self.starts[index]
        if self.text.rfind(":", max(0, start - _CREDIT_REACH), start) < 0:
            return False
        begin = max(self.text.rfind("\n", 0, start) + 1, start - _CREDIT_REACH)
        head, colon, tail = self.text[begin:start].rpartition(":")
        if not colon or (tail.strip(" ") and tail[-1] not in "/-"):
            return False
        last = _BEFORE_CREDIT.split(head.rstrip(" "))[-_CREDIT_WORDS:]
        return any(" ".join(last[at:]) in self.credits for at in range(len(last)))


@lru_cache(maxsize=1)
def _honorific_ends() -> frozenset[str]:
    """The last words of honorifics."""
    return frozenset(word.rsplit(" ", 1)[-1] for word in wordlists("vi")["honorifics"])

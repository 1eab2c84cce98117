"""Foreign people in Vietnamese text: Latin letters after a post, and names spelled by sound."""

from __future__ import annotations

from itertools import pairwise

from hanviet.mentions.introduced_vi import Introductions
from hanviet.mentions.outer_bodies_vi import MEDIA
from hanviet.mentions.phrases_vi import phrases
from hanviet.mentions.wordlists import wordlists
from hanviet.mentions.words_vi import CasedWords
from hanviet.orthography.syllable import is_syllable

MAX_FOREIGN = 5
"""Words of a foreign name, particles not counted."""

_PARTICLES = frozenset("van von der den de da di du del la le bin binti al el ibn ter y".split())
_MOST_PARTICLES = 3
_SURELY_NAME = 3
_INITIALS = 2


class ForeignNames:
    """Finds where the foreign names of a document end."""

    def __init__(
        self,
        words: CasedWords,
        known: dict[int, int],
        bodies: set[int],
        named_posts: set[int],
        state_posts: set[int],
        introductions: Introductions,
    ) -> None:
        """Look at a document.

        Args:
            words: Its words.
            known: Where each known name that is no person's begins, with its longest end.
            bodies: Where bodies, posts and events begin.
            named_posts: Where a place or body after a post ends: Ngoại trưởng Ukraine.
            state_posts: Those of them where a place ends.
            introductions: What introduces people.
        """
        self.words, self.text = words, words.text
        self.starts, self.ends = words.starts, words.ends
        self.known, self.bodies = known, bodies
        self.named_posts, self.state_posts = named_posts, state_posts
        self.introductions = introductions
        self.blockers = phrases("blockers")
        self.before_places = wordlists("vi")["before_places"]
        self.surnames = wordlists("vi")["common_surnames"]

    def introduced_at(self, index: int, begin: int) -> int:
        """The index after a foreign name that a title or honorific introduces here, or 0.

        Args:
            index: The word it would begin with.
            begin: The first word of the run of capitals that holds the word.
        """
        start = self.starts[index]
        intro = self.introductions
        if start in self.bodies or not intro.introduced(index):
            return 0
        if start in self.known and not (intro.credited(index) or self._after_country(index)):
            return 0
        if index > begin and not (intro.after_title(index) or intro.after_honorific(index)):
            return 0
        upper = self.words.is_upper(index)
        stop, capitals = self._run(index)
        if self.words[stop - 1] in MEDIA and stop - index > 1:
            return 0  # Ảnh: Getty Images
        if capitals == 0 or (upper and "-" in self.text[start : self.ends[stop - 1]]):
            return 0
        vietnamese = all(is_syllable(self.words[at]) for at in range(index, stop))
        spelled = "-" in self.text[start : self.ends[stop - 1]]
        named_post = start - 1 in self.named_posts
        if vietnamese and not (
            intro.after_honorific(index)
            or intro.credited(index)
            or spelled
            or (named_post and stop - index >= _SURELY_NAME)
        ):
            return 0  # a Vietnamese name begins with a surname; this is some other phrase
        if capitals == 1:
            if self.blockers.after(self.words, index):
                return 0  # họa sĩ [Việt] kiều
            if intro.credited(index) or len(self.words[index]) < 2 or upper:
                return 0
            if named_post and not vietnamese:
                return stop
            known = intro.after_honorific(index) and not intro.after_degree(index)
            return stop if known else 0
        return stop

    def _after_country(self, index: int) -> bool:
        """A name that begins as a place does, after a state's post: … Israel [Israel Katz]."""
        start, after = self.starts[index], index + 1
        return (
            start - 1 in self.state_posts
            and self.known[start] == self.ends[index]
            and self.words.gap(after) == " "
            and self.words.is_capital[after]
            and self.starts[after] not in self.known
            and not is_syllable(self.words[after])
        )

    def _run(self, index: int) -> tuple[int, int]:
        """Where the words of a foreign name that begins here end, and how many are capitals."""
        words = self.words
        upper = words.is_upper(index) and not self._initials(index)
        stop, capitals = index, 0
        while stop < len(words):
            if stop > index:
                gap = words.gap(stop)
                if gap not in (" ", "-", ". ") or words.is_spaced_dash(stop):
                    break
                if gap == ". " and len(words[stop - 1].rpartition(".")[2]) > 1:
                    break
            if words.is_capital[stop]:
                initials = "." in words[stop]
                another = self.starts[stop] in self.known or (
                    words.is_upper(stop) != upper and not initials
                )
                if stop > index and (another or self._turns_vietnamese(index, stop)):
                    break
                capitals += 1
                if capitals > MAX_FOREIGN:
                    break
            elif not (
                (words[stop] in _PARTICLES and self._capital_after(stop))
                or (stop > index and self.text[self.starts[stop] - 1] == "-")
            ):
                break
            stop += 1
        return stop, capitals

    def _initials(self, index: int) -> bool:
        """Whether two capitals stand for given names: [JD] Vance."""
        following = index + 1
        return (
            self.ends[index] - self.starts[index] <= _INITIALS
            and self.words.gap(following) == " "
            and self.words.is_capital[following]
            and not self.words.is_upper(following)
        )

    def _turns_vietnamese(self, index: int, stop: int) -> bool:
        """Whether Vietnamese goes on after a foreign name: Dmitry Peskov [Thư ký báo chí]."""
        word = self.words[stop]
        if word in self.surnames and not self._capital_goes_on(stop):
            return False  # Filip Nguyễn
        hyphened = self.text[self.ends[stop] : self.ends[stop] + 1] == "-"
        plain = word.isascii() or hyphened or not is_syllable(word)
        return not plain and not is_syllable(self.words[index])

    def _capital_goes_on(self, index: int) -> bool:
        following = index + 1
        return self.words.gap(following) == " " and self.words.is_capital[following]

    def _capital_after(self, index: int) -> bool:
        """Whether a capitalised word follows, past further particles: van [der] Smith."""
        stop = min(index + _MOST_PARTICLES + 1, len(self.words))
        for _, after in pairwise(range(index, stop)):
            if self.words.gap(after) != " ":
                return False
            if self.words.is_capital[after] or self.words[after] not in _PARTICLES:
                return self.words.is_capital[after]
        return False

    def spelled_out(self, index: int) -> int:
        """The index after a foreign name spelled by sound, no post before it: Ca-ma-la Ha-rít."""
        if self.words.continues_run(index) or self.starts[index] in self.known:
            return 0
        if index and self.words[index - 1] in self.before_places:
            return 0
        words = self.words
        stop, groups = index, 0
        while stop < len(words) and words.is_capital[stop]:
            if self.starts[stop] in self.known or (stop > index and words.gap(stop) != " "):
                break
            last = stop + 1
            while last < len(words) and words.gap(last) == "-":
                if words.is_capital[last]:
                    return 0
                last += 1
            if last == stop + 1:
                break
            stop, groups = last, groups + 1
        return stop if groups > 1 else 0

"""What announces a person: where posts end, and the states and bodies behind them."""

from __future__ import annotations

import re
from functools import lru_cache

from hanviet.mentions.admissible import Spans
from hanviet.mentions.scantext import ScanText
from hanviet.mentions.wordlists import wordlists

_THAT_STATE = " nước này"
"""Between a post and a name, for a state that was named: `Ngoại trưởng nước này Taro Kono`."""

_LETTERS = re.compile(r" \(([^\W\d_]{2,8})\)(?= )")


def introducers_of_people(chart: Spans, spans: Spans, scan: ScanText) -> set[int]:
    """Find where the name of a person may begin after.

    Args:
        chart: Every reading, for posts.
        spans: The admissible ones, for states and bodies.
        scan: The document.

    Returns:
        Indices in the folded text where a post ends, or what stands between a post and a name.
    """
    ends = {end for (_, end), nodes in chart.items() for node in nodes if node.name.type == "TITLE"}
    ends |= {end + len(_THAT_STATE) for end in ends if scan.folded.startswith(_THAT_STATE, end)}
    ends |= _bodies_after_posts(spans, scan, ends)
    return ends | _after_abbreviations(spans, scan)


def _bodies_after_posts(spans: Spans, scan: ScanText, introducers: set[int]) -> set[int]:
    """Ends of countries and bodies after a post: a name may follow (Ngoại trưởng Ukraine …)."""
    occupations, prefixes, endings = _before_states()
    ends = set()
    text = scan.folded
    after_post: dict[int, bool] = {}
    for (start, end), nodes in spans.items():
        follows = after_post.get(start)
        if follows is None:
            told = text[max(0, start - 3) : max(0, start - 1)] in endings
            follows = (start - 1 in introducers and text[start - 1] == " ") or (
                told and text.endswith(occupations, max(0, start - 24), max(0, start - 1))
            )
            if (
                not follows
                and told
                and text.endswith(prefixes, max(0, start - 24), max(0, start - 1))
            ):
                follows = any(
                    start - 1 - len(prefix) in introducers
                    for prefix in prefixes
                    if text.endswith(prefix, 0, start - 1)
                )
            after_post[start] = follows
        if follows and any(node.name.type in ("PLACE", "ORG") for node in nodes):
            ends.add(end)
    return ends


def _after_abbreviations(spans: Spans, scan: ScanText) -> set[int]:
    """Ends of brackets with letters behind bodies: Liên minh châu Phi (AU) [Moussa Faki]."""
    text = scan.folded
    found = set()
    if ") " in text:
        for (_, end), nodes in spans.items():
            if text.startswith(" (", end) and nodes[0].name.type == "ORG":
                match = _LETTERS.match(text, end)
                if match and scan.surface(match.start(1), match.end(1)).isupper():
                    found.add(match.end())
    return found


@lru_cache(maxsize=1)
def _before_states() -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """Occupations and prefixes before a state, and the last two characters of both."""
    lists = wordlists("vi")
    occupations = tuple(sorted(lists["occupations_before_country"]))
    prefixes = tuple(f" {prefix}" for prefix in sorted(lists["state_prefixes"]))
    return occupations, prefixes, frozenset(word[-2:] for word in (*occupations, *prefixes))

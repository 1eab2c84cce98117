"""The glossary of an alignment: tab separated lines, as OmegaT and other CAT tools read them."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hanviet.outputs.scripts import chinese_of, converted, regional

if TYPE_CHECKING:
    from hanviet.alignment import Alignment
    from hanviet.linking.mention import Mention


def glossary_lines(
    alignment: Alignment, *, source: str = "vi", script: str = "hans", every: bool = False
) -> Iterator[str]:
    """Source term, target term and comment, one line for each pair of forms in the documents.

    Every spelling of a text is a line of its own, with its own form: `Quảng Tây`
    with 广西, `Khu tự trị dân tộc Choang Quảng Tây` with 广西壮族自治区. Capitals of a headline
    make no line beside the usual spelling, and a part of a name (`ông Cương`) makes none, since it
    means another person in the next text. Where a source term has two targets, both lines stay and
    their comments name what is meant.

    Args:
        alignment: What `align` returned.
        source: The language of the source terms, `vi` or `zh`; the target is the other one.
        script: The Chinese script to print: `hans`, `hant`, `tw` or `hk`.
        every: Also what is in `review` and `proposed`; the comment says so.

    Yields:
        Lines without their line break, sorted. The comment is pinyin, type and note, set apart by
        `; `.
    """
    found: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in alignment.all_mentions():
        if source == mention.lang == "zh":
            # The term must be found in the text again: its own word.
            mention = converted(mention, script)
        else:
            mention = regional(mention, script, alignment.gazetteer)
        pair = _pair(mention, source, script, every)
        if pair is not None:
            found[pair[0]][pair[1]].append(mention)
    for term in sorted(found):
        targets = found[term]
        meant = {mention.id for mentions in targets.values() for mention in mentions}
        for target in sorted(targets):
            comment = _comment(targets[target], every, ambiguous=len(meant) > 1)
            yield f"{term}\t{target}\t{comment}"


def _pair(mention: Mention, source: str, script: str, every: bool) -> tuple[str, str] | None:
    """The source and the target term of a mention, or None if it makes no line."""
    wanted = ("linked", "review", "proposed") if every else ("linked",)
    if mention.decision not in wanted or mention.level == "partial":
        return None
    chinese = _plain(chinese_of(mention, script))
    vietnamese = _plain(mention.vi or "")
    if source == "vi" and mention.lang == "vi":
        surface = _plain(mention.surface)
        headline = surface.isupper() and (" " in surface or surface == vietnamese.upper())
        if not (headline and vietnamese):
            vietnamese = surface
    if not chinese or not vietnamese:
        return None
    return (vietnamese, chinese) if source == "vi" else (chinese, vietnamese)


def _comment(mentions: list[Mention], every: bool, *, ambiguous: bool) -> str:
    pinyin = next((mention.pinyin for mention in mentions if mention.pinyin), "")
    types = ", ".join(sorted({mention.type for mention in mentions}))
    notes: list[str] = []
    if ambiguous:
        notes += sorted({mention.id for mention in mentions if mention.id})
    if every:
        notes += sorted({mention.decision for mention in mentions} - {"linked"})
    parts = (_plain(pinyin), types, ", ".join(notes))
    return "; ".join(part for part in parts if part)


def _plain(text: str) -> str:
    r"""One line in NFC: tabs, line breaks and runs of spaces are one space, controls are gone.

    >>> _plain("Trần\tCương\n")
    'Trần Cương'
    """
    spaced = " ".join(unicodedata.normalize("NFC", text).split())
    return "".join(char for char in spaced if unicodedata.category(char) not in ("Cc", "Cs"))

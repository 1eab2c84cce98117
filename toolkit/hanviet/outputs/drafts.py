"""Draft entries of the names that an alignment joined by readings, for a curator to review."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hanviet.errors import UsageError
from hanviet.lexicon.canonical import entry_text
from hanviet.lexicon.draft import entry_id
from hanviet.lexicon.formatting import formatted
from hanviet.lexicon.model import Entry, Pair
from hanviet.lexicon.strict_yaml import Mapping as YamlMapping
from hanviet.lexicon.strict_yaml import Sequence as YamlSequence
from hanviet.lexicon.strict_yaml import Value
from hanviet.orthography.chinese import has_han
from hanviet.outputs.files import output
from hanviet.readings.levels import Level
from hanviet.resolution.crosslingual import Fit, Pairing, Undecided
from hanviet.resolution.variants import Variant

if TYPE_CHECKING:
    from hanviet.alignment import Alignment
    from hanviet.lexicon.gazetteer import Gazetteer
    from hanviet.linking.mention import Mention

MOST_PLACES = 5
"""Mentions in each language that a draft cites."""

_HEAD = """\
# Drafts by `hanviet align --suggest`: names in no list that are readings of each other, in
# documents that keep the same company. Review each: correct its forms, country and roles, name a
# source, set `status: reviewed`. Then `--overlay` this file, or `hanviet gazetteer add --from` it.
"""

_WHY = {
    Fit.EVENT_AND_POST: "in documents about the same event, with the same post",
    Fit.EVENT: "in documents about the same event",
    Fit.POST: "with the same post",
    Fit.COUNTRY: "nothing else reads so, and the posts are of one country",
}

_KINDS = (
    ("township", ("镇", "乡", "社")), ("village", ("村",)), ("gate", ("口岸",)),
    ("county", ("县",)), ("airport", ("机场",)), ("station", ("站",)), ("port", ("港",)),
    ("bridge", ("桥",)), ("road", ("路", "街")), ("river", ("江", "河")), ("lake", ("湖",)),
    ("mountain", ("山",)), ("island", ("岛",)), ("park", ("公园",)),
)  # fmt: skip
"""The kind of a place by the ending of its Chinese name."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft entry and what it rests on.

    Attributes:
        id: Its id, made of the name.
        text: The entry as YAML, its evidence in comments above it.
    """

    id: str
    text: str


def write_drafts(alignment: Alignment, target: Path) -> int:
    """Write the drafts of an alignment to a file that is not there yet.

    Returns:
        How many drafts were written.

    Raises:
        UsageError: The file exists: what a curator wrote there is not overwritten.
    """
    refuse_existing(target)
    drafts = drafts_of(alignment)
    left = [_left_apart(undecided) for undecided in alignment.undecided]
    parts = [_HEAD, "\n", *(draft.text for draft in drafts)]
    parts += ["# Left apart, for a person to decide:\n", *left] if left else []
    spelled = [_spelling(variant) for variant in alignment.variants]
    parts += (
        ["# Other spellings of listed people, for their entries:\n", *spelled] if spelled else []
    )
    latin = [_in_pinyin(pairing) for pairing in alignment.pairings if not _is_read(pairing)]
    parts += ["# In pinyin, for entries with a Vietnamese form:\n", *latin] if latin else []
    with output(target) as stream:
        stream.write(formatted("".join(parts).encode(), str(target)))
    return len(drafts)


def refuse_existing(target: Path) -> None:
    """Complain if a file for drafts is there already.

    Raises:
        UsageError: It is.
    """
    if target.exists():
        raise UsageError(
            "the file is there already", place=str(target),
            remedy="name another one, or move it: what was reviewed there would be lost",
        )  # fmt: skip


def drafts_of(alignment: Alignment) -> list[Draft]:
    """Make a draft entry of each pair of names that were joined by readings.

    Args:
        alignment: What `align` returned.

    Returns:
        The drafts, in the order of their ids; none of those whom Vietnamese text has in pinyin.
    """
    taken = {*alignment.gazetteer.entries} if alignment.gazetteer is not None else set()
    rows = {row.cluster: row for row in alignment.rows}
    mentions: dict[str, list[Mention]] = {}
    for mention in alignment.all_mentions():
        mentions.setdefault(mention.cluster, []).append(mention)
    drafts: list[Draft] = []
    for pairing in filter(_is_read, alignment.pairings):
        cluster = alignment.cluster_of(pairing)
        country = _guessed_country(pairing, mentions[cluster], alignment.gazetteer)
        drafts.append(_draft(pairing, country, rows[cluster].roles, mentions[cluster], taken))
        taken.add(drafts[-1].id)
    return sorted(drafts, key=lambda draft: draft.id)


def _draft(
    pairing: Pairing,
    guessed: str,
    roles: Iterable[str],
    mentions: Sequence[Mention],
    taken: set[str],
) -> Draft:
    vi, chinese, *others = (bearer.form for bearer in pairing.sides)
    best = next(one for one in mentions if one.level == "reading" and one.zh_hans == chinese)
    country = pairing.vi.country or pairing.zh.country
    pair = Pair(vi=(vi,), zh=(chinese,), pinyin=best.pinyin or "")
    wanted = entry_id(Entry("", pairing.vi.type, guessed, (pair,)))
    id_ = _free(wanted, taken)
    names: list[dict[str, Value]] = [{"vi": vi, "zh": chinese, "pinyin": pair.pinyin}]
    names += [{"vi": vi, "zh": other} for other in others]
    fields: dict[str, Value] = {
        "id": id_,
        "type": pairing.vi.type,
        "kind": _kind(chinese) if pairing.vi.type == "PLACE" else "",
        "country": guessed,
        "names": YamlSequence(_mapping(one) for one in names),
        "roles": YamlSequence(
            _mapping({"title": role, "country": country}) for role in roles if not has_han(role)
        ),
        "status": "draft",
    }
    comments = [_reason(pairing, best)]
    comments += [_seen(mention) for mention in _cited(mentions)]
    if not country:
        comments.append(f"country: {guessed} is a guess, no post tells it")
    if others:
        comments.append("the press writes the name in several characters: which does the person?")
    if id_ != wanted:
        comments.append(f"{wanted} is another entry: the same one, or a namesake?")
    head = "".join(f"# {comment}\n" for comment in comments)
    return Draft(id_, head + entry_text(_mapping(fields)))


def _reason(pairing: Pairing, best: Mention) -> str:
    return f"{best.level} {best.score:g}, {best.support}: {_WHY[pairing.fit]}"


def _seen(mention: Mention) -> str:
    surface = " ".join(mention.surface.split())
    return f"{mention.file}:{mention.start}-{mention.end} {surface}"


def _cited(mentions: Sequence[Mention]) -> list[Mention]:
    """Some mentions of each language, those that give the full form first."""
    cited = []
    for lang in ("vi", "zh"):
        of_lang = [mention for mention in mentions if mention.lang == lang]
        cited += sorted(of_lang, key=lambda one: one.level != "reading")[:MOST_PLACES]
    return cited


def _guessed_country(
    pairing: Pairing, mentions: Sequence[Mention], gazetteer: Gazetteer | None
) -> str:
    """The country of the posts; else what the name says, else that whose language has it more."""
    if country := pairing.vi.country or pairing.zh.country:
        return country
    if pairing.vi.type == "PERSON" and gazetteer is not None:
        from hanviet.proposals.nationality import likely_country

        if country := likely_country(gazetteer, pairing.vi.form, pairing.zh.form):
            return country
    chinese = sum(mention.lang == "zh" for mention in mentions)
    return "CN" if chinese * 2 > len(mentions) else "VN"


def _kind(chinese: str) -> str:
    return next((kind for kind, endings in _KINDS if chinese.endswith(endings)), "")


def _free(id_: str, taken: set[str]) -> str:
    number, free = 1, id_
    while free in taken:
        number += 1
        free = f"{id_}-{number}"
    return free


def _left_apart(undecided: Undecided) -> str:
    sides = (" / ".join(bearer.form for bearer in side) for side in (undecided.vi, undecided.zh))
    return f"# {' ~ '.join(sides)}: {undecided.kind}\n"


def _is_read(pairing: Pairing) -> bool:
    """Whether the Vietnamese form is one that an entry would have."""
    return pairing.level is Level.READING


def _in_pinyin(pairing: Pairing) -> str:
    return f"# {pairing.vi.form} ~ {pairing.zh.form}\n"


def _spelling(variant: Variant) -> str:
    return f"# {variant.id}: {variant.listed.form} ~ {variant.other.form}\n"


def _mapping(values: Mapping[str, Value]) -> YamlMapping:
    made = YamlMapping()
    made.update({key: value for key, value in values.items() if value})
    return made

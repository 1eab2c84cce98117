"""Find what a name means among the entries and patterns of the gazetteer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from hanviet.linking.agreement import (
    SAME_NAME,
    Agreement,
    agreements,
    may_lack_marks,
    of_another_kind,
)
from hanviet.linking.candidates import Form, FormIndex
from hanviet.linking.cells import Cell, View, read_cell
from hanviet.linking.decision import STRONG, Decision, Support, decide
from hanviet.linking.derived_names import derived_names
from hanviet.linking.match import Match, Note
from hanviet.linking.printing import printed
from hanviet.linking.prominence import standing
from hanviet.linking.roles import Roles
from hanviet.linking.said import NOTHING_SAID, Said
from hanviet.linking.thresholds import CLEAR_PROMINENCE
from hanviet.mentions.names import ComposedName, EntryName
from hanviet.orthography.chinese import has_han
from hanviet.orthography.vietnamese import Fold, key
from hanviet.orthography.words import words
from hanviet.readings.levels import Level, score_of

if TYPE_CHECKING:
    from hanviet.lexicon.gazetteer import Gazetteer
    from hanviet.lexicon.model import Entry

MAX_MATCHES = 20
"""Most matches that a look-up gives."""

CONTRADICTING_TYPES = frozenset({"PERSON", "PLACE", "ORG"})
"""A head word contradicts one of these against another, nothing else (docs/decisions.md)."""

_FULL_SPELLING = score_of(Level.SPELLING, 1.0)
_MUCH_NEARER = 6.0
"""Points of the score by which a near name beats those that are merely like it."""


def lookup(
    gazetteer: Gazetteer, text: str, *, date: str = "", said: Said = NOTHING_SAID
) -> list[Match]:
    """Find entries and composed names by any form in any script.

    Args:
        gazetteer: Where to look.
        text: A name; words around it (`tỉnh`, `ông`, a country in brackets) are understood.
        date: The date of its use, ISO, or empty: it tells the holders of an office.
        said: What stands beside the name; its other language is not looked at here.

    Returns:
        At most `MAX_MATCHES` matches, best first: by level, then by prominence. Where two fit
        equally well with different Chinese forms, both are `ambiguous`.
    """
    cell = read_cell(text)
    if not cell.sides:
        return []
    known = known_names(gazetteer)
    found = [
        _candidate(agreement, known.names[agreement.form], cell, date, said, known)
        for agreement in agreements(cell, known.index)
    ]
    whole = found and any(c.is_whole and c.agreement.level in SAME_NAME for c in found)
    composed = [] if whole else _composed(gazetteer, cell, said)
    if composed:
        # A composed name is the whole text: what was found behind a head word is a part of it.
        found = [c for c in found if c.is_whole]
    else:
        found += _derived(gazetteer, found, cell, date, said)
    ordered = sorted([*composed, *found], key=lambda candidate: candidate.order, reverse=True)
    return _decided(ordered[:MAX_MATCHES], cell, said)


class KnownNames:
    """The forms of a gazetteer with their index."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.names = tuple(
            EntryName(entry, number, form, lang)
            for entry in gazetteer.entries.values()
            for number, pair in enumerate(entry.pairs)
            if pair.use != "attributive"
            for lang, forms in (("vi", pair.vi), ("zh", pair.zh))
            for form in forms
        )

    @cached_property
    def index(self) -> FormIndex:
        """The index; owners are numbered as the entries are."""
        owners = {id_: number for number, id_ in enumerate(self._gazetteer.entries)}
        return FormIndex(
            [Form(name.form, owners[name.id], name.type) for name in self.names],
            pinyin=self._pinyin,
        )

    def holds(self, entry: Entry, role: str) -> bool:
        """Whether a person holds or held a post, named in either language."""
        asked = key(role, Fold.SPELLING)
        if not asked or not entry.roles:
            return False
        if any(key(held.title, Fold.SPELLING) == asked for held in entry.roles):
            return True
        posts = {post.name.id for post in self._roles.of(entry)}
        countries = {held.country or entry.country for held in entry.roles}
        return any(
            name.id in posts
            for country in countries
            for name in self._roles.read_title(role, country)
        )

    @cached_property
    def _roles(self) -> Roles:
        return Roles(self._gazetteer)

    def _pinyin(self) -> dict[str, str]:
        return {
            name.form: syllables
            for syllables, names in self._gazetteer.forms.pinyin.items()
            for name in names
        }


@lru_cache(maxsize=4)
def known_names(gazetteer: Gazetteer) -> KnownNames:
    """The forms of a gazetteer, kept for its next look-up."""
    return KnownNames(gazetteer)


@dataclass(frozen=True, slots=True)
class _Candidate:
    agreement: Agreement
    name: EntryName | ComposedName
    standing: tuple[int, int]
    vetoed: str
    open: bool = False
    holds_post: bool = False

    @property
    def is_whole(self) -> bool:
        return not self.agreement.view.removed and not self.agreement.other_side

    @property
    def order(self) -> tuple[object, ...]:
        agreement = self.agreement
        by_score = agreement.level in (Level.READING, Level.PARTIAL, Level.FUZZY)
        full = agreement.level is Level.SPELLING and agreement.score >= _FULL_SPELLING
        return (
            agreement.other_side != "contradicts",
            not self.vetoed,
            agreement.level.strength,
            self.holds_post,
            full,
            not self.open,
            agreement.score if by_score else 0.0,
            self.name.status == "reviewed",
            self.standing,
            _is_preferred(self.name),
            agreement.score,
            # The shorter id, then the first in order; reversed, since the greater comes first.
            -len(self.name.id),
            tuple(-ord(char) for char in self.name.id),
        )


def _derived(
    gazetteer: Gazetteer, curated: Sequence[_Candidate], cell: Cell, date: str, said: Said
) -> list[_Candidate]:
    """Rows of derived tables, where no curated entry agrees as well."""
    best = max((one.agreement for one in curated if not one.vetoed), default=None, key=_strength)
    level = best.level if best is not None else Level.NONE
    equal = best is not None and level in SAME_NAME and _is_full(best)
    if equal or not gazetteer.divisions.rows:
        return []
    known = known_names(gazetteer)
    return [
        _candidate(agreement, name, cell, date, said, known)
        for agreement, name in derived_names(gazetteer).better_than(level, cell)
    ]


def _strength(agreement: Agreement) -> tuple[int, float]:
    return agreement.level.strength, agreement.score


def _is_full(agreement: Agreement) -> bool:
    """Whether nothing was left out for the agreement, such as a rank."""
    return agreement.level is not Level.SPELLING or agreement.score >= _FULL_SPELLING


def _candidate(
    agreement: Agreement, name: EntryName, cell: Cell, date: str, said: Said, known: KnownNames
) -> _Candidate:
    kind = agreement.view.kind
    if kind and kind != name.kind and agreement.level > Level.PARTIAL:
        agreement = of_another_kind(agreement)
    veto = _veto(agreement, name, cell, said)
    holds_post = bool(said.role) and known.holds(name.entry, said.role)
    return _Candidate(agreement, name, standing(name.entry, date), veto, holds_post=holds_post)


def _veto(agreement: Agreement, name: EntryName | ComposedName, cell: Cell, said: Said) -> str:
    """What contradicts a candidate: a `country` or `type` in the cell or beside it, or nothing."""
    type_ = agreement.view.type
    if type_ in CONTRADICTING_TYPES and name.type in CONTRADICTING_TYPES and type_ != name.type:
        return "type"
    if said.type not in ("", name.type):
        return "said_type"
    if name.country not in ("", "INT", said.country or name.country):
        return "said_country"
    if name.country not in ("", "INT", _stated_country(agreement, cell) or name.country):
        return "country"
    return ""


def _stated_country(agreement: Agreement, cell: Cell) -> str:
    """The country that stands beside the name, not in it (Hội Hữu nghị Việt Nam - Trung Quốc)."""
    beside = "()" in agreement.view.removed or len(cell.sides) > 1
    return cell.country if beside else ""


def _composed(gazetteer: Gazetteer, cell: Cell, said: Said) -> list[_Candidate]:
    """The names that patterns compose of the whole text, or of it without a country."""
    from hanviet.mentions.chart import build_chart
    from hanviet.mentions.scantext import scan_text

    # A stroke stands between two names or in one: Bí thư Tỉnh ủy/Khu ủy.
    view = cell.sides[0][0] if len(cell.sides) == 1 else View(cell.whole)
    scan = scan_text(view.text)
    spans = build_chart(scan, gazetteer.index)
    found: list[_Candidate] = []
    for node in spans.get((0, len(scan.folded)), ()):
        name = node.name
        if not isinstance(name, ComposedName) or not name.zh() or not name.vi():
            continue
        agreement = Agreement(-1, -1, Level.PATTERN, score_of(Level.PATTERN, 1.0), view)
        candidate = _Candidate(
            agreement, name, (0, 0), _veto(agreement, name, cell, said), bool(name.open_slots)
        )
        found.append(candidate)
    return _best_readings(found, view.text)


def _best_readings(found: Sequence[_Candidate], text: str) -> list[_Candidate]:
    """One candidate for an id and for what is printed, the best; none worse than one as typed."""
    asked = key(text, Fold.SPELLING)

    def as_typed(candidate: _Candidate) -> bool:
        forms = (candidate.name.vi(), candidate.name.zh())
        return asked in (key(form, Fold.SPELLING) for form in forms)

    exact = [candidate for candidate in found if as_typed(candidate)]
    # Several Vietnamese forms may stand for one Chinese text, so there the others are kept.
    kept = exact if exact and not has_han(text) else found
    ranked = sorted(kept, key=lambda one: (as_typed(one), one.order), reverse=True)
    by_id: dict[str, _Candidate] = {}
    for candidate in ranked:
        by_id.setdefault(candidate.name.id, candidate)
    by_forms: dict[tuple[str, str, str], _Candidate] = {}
    for candidate in by_id.values():
        name = candidate.name
        by_forms.setdefault((name.type, name.vi(), name.zh()), candidate)
    return list(by_forms.values())


def _decided(ordered: Sequence[_Candidate], cell: Cell, said: Said) -> list[Match]:
    if not ordered:
        return []
    ordered = _near_enough(ordered)
    matches = [printed(candidate.name, candidate.agreement) for candidate in ordered]
    best = ordered[0]
    rivals = [
        number
        for number, other in enumerate(ordered[1:], 1)
        if _is_rival(best, other, matches[0], matches[number])
    ]
    support = _support(best, bool(rivals), cell, said)
    decided = []
    for number, (candidate, match) in enumerate(zip(ordered, matches, strict=True)):
        own = support if number == 0 else Support.AMBIGUOUS
        if candidate.vetoed or candidate.agreement.other_side == "contradicts":
            own = Support.VETOED
        notes = _notes(candidate, cell, said)
        if number == 0 and rivals:
            notes += (Note("rivals", tuple(matches[n].zh_hans or matches[n].vi for n in rivals)),)
        decision = decide(match.level, own, status=candidate.name.status)
        doubtful = _avoided(candidate.name) or cell.leftover
        # A draft is no proposal for a name that is merely near to it.
        if (doubtful and decision is Decision.LINKED) or match.level <= Level.PARTIAL:
            decision = Decision.REVIEW
        decided.append(replace(match, support=own, decision=decision, notes=notes))
    return decided


def _near_enough(ordered: Sequence[_Candidate]) -> Sequence[_Candidate]:
    """Without what is merely like the name, where something else is clearly nearer to it."""
    best = ordered[0].agreement
    if best.level is not Level.FUZZY:
        return ordered
    return [one for one in ordered if one.agreement.score > best.score - _MUCH_NEARER]


def _support(best: _Candidate, has_rivals: bool, cell: Cell, said: Said) -> Support:
    if best.vetoed or best.agreement.other_side == "contradicts":
        return Support.VETOED
    if has_rivals or best.open:
        return Support.AMBIGUOUS
    if best.agreement.other_side == "agrees":
        return Support.CONTEXT
    if best.holds_post:
        return Support.CONTEXT
    stated = said.country or said.type or _stated_country(best.agreement, cell)
    if stated and best.agreement.level in STRONG:
        return Support.CONTEXT  # a country alone does not make a weak agreement sure
    return Support.UNIQUE


def _is_rival(best: _Candidate, other: _Candidate, first: Match, match: Match) -> bool:
    """Whether another candidate fits as well and would be printed otherwise."""
    if other.vetoed or other.agreement.other_side == "contradicts" or first.id == match.id:
        return False
    if best.holds_post and not other.holds_post:
        return False
    if not (_fits_as_well(best.agreement, other.agreement) or _is_other_typing(best, other)):
        return False
    if first.zh_hans != match.zh_hans:
        return True
    gap = best.standing[0] - other.standing[0]
    return best.name.country != other.name.country and gap < CLEAR_PROMINENCE


def _fits_as_well(best: Agreement, other: Agreement) -> bool:
    if best.level in SAME_NAME:
        if len(other.view.removed) > len(best.view.removed):
            return False
        full = other.level in SAME_NAME and other.score >= _FULL_SPELLING
        if best.level is Level.SPELLING and best.score < _FULL_SPELLING:
            return other.level in SAME_NAME
        return full or other.level is Level.SCRIPT
    if best.level in STRONG:
        return other.level is best.level
    return other.level >= min(best.level, Level.PINYIN_TONELESS)


def _is_other_typing(best: _Candidate, other: _Candidate) -> bool:
    """Whether a text without marks is another name whole, and the best one only with some liberty.

    `Thanh pho Kuwait` is the city as well as `Kuwait` behind a head word, and `Ly Ban` is a
    Lý Bân as well as `Liban` in two words.
    """
    agreement, text = best.agreement, best.agreement.view.text
    if agreement.level is not Level.SPELLING or not other.is_whole:
        return False
    if other.agreement.level < Level.PINYIN_TONELESS or not may_lack_marks(text):
        return False
    form = best.name.form if isinstance(best.name, EntryName) else text
    return bool(agreement.view.removed) or len(words(text)) != len(words(form))


def _is_preferred(name: EntryName | ComposedName) -> bool:
    """Whether the form is the first one of its entry."""
    return isinstance(name, EntryName) and name.form in (name.entry.vi, name.entry.zh)


def _avoided(name: EntryName | ComposedName) -> str | None:
    return name.form if isinstance(name, EntryName) and name.pair.avoid else None


def _notes(candidate: _Candidate, cell: Cell, said: Said) -> tuple[Note, ...]:
    notes = []
    removed = tuple(word for word in candidate.agreement.view.removed if word != "()")
    if removed:
        notes.append(Note("removed", removed))
    if form := _avoided(candidate.name):
        notes.append(Note("avoid", (form,)))
    if candidate.vetoed == "country":
        notes.append(Note("country", (cell.country, candidate.name.country)))
    if candidate.vetoed == "type":
        notes.append(Note("type", (candidate.agreement.view.type, candidate.name.type)))
    if candidate.vetoed == "said_country":
        notes.append(Note("said_country", (said.country, candidate.name.country)))
    if candidate.vetoed == "said_type":
        notes.append(Note("said_type", (said.type, candidate.name.type)))
    if candidate.holds_post:
        notes.append(Note("said_agrees", (said.role,)))
    if candidate.open:
        notes.append(Note("open"))
    if candidate.name.status == "derived":
        notes.append(Note("derived" if candidate.name.zh() else "derived_vi"))
    elif candidate.name.status != "reviewed":
        notes.append(Note("draft"))
    if candidate.agreement.other_side:
        notes.append(Note(candidate.agreement.other_side))
    if cell.leftover:
        notes.append(Note("leftover", (cell.leftover,)))
    return tuple(notes)

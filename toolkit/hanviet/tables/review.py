"""Walk through doubtful names in a terminal: one key for an answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hanviet.linking.reasons import Language
from hanviet.tables.decisions import Decisions, Judgement, Verdict, forms_from
from hanviet.tables.review_words import word
from hanviet.tables.store import Seen, Store

DOUBTFUL = "decision IN ('review', 'proposed') AND decided = ''"
"""What a person should look at, and nobody has decided yet."""

MOST_CHOICES = 9
"""Candidates that one key can choose."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who decides, and what stands in each decision.

    Args:
        who: The name.
        data: The version of the data.
        reference: What names are looked up in.
        now: Gives the time, ISO.
    """

    who: str
    data: str
    reference: str
    now: Callable[[], str]

    def judged(self, seen: Seen, verdict: Verdict, choice: int = 0, why: str = "") -> Judgement:
        """A decision on a name; `choice` is the number of the candidate, from 1 on."""
        candidates = seen.answer.candidates
        chosen = candidates[choice - 1] if verdict == "match" else None
        return Judgement(
            seen.query,
            self.reference,
            verdict,
            str(chosen["id"]) if chosen else "",
            forms_from(chosen) if chosen else {},
            tuple(str(one["id"]) for one in candidates) if verdict == "no-match" else (),
            self.who,
            self.now(),
            why,
            self.data,
        )


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a review takes place.

    Args:
        key: Waits for a key and gives it.
        show: Prints a line.
        ask: Asks for a line of text.
    """

    key: Callable[[], str]
    show: Callable[[str], None]
    ask: Callable[[str], str]


def review(
    store: Store, decisions: Decisions, reviewer: Reviewer, terminal: Terminal, lang: Language
) -> tuple[int, int]:
    """Ask a person about every doubtful name.

    Every answer is written at once, so that nothing is lost however the review ends.

    Args:
        store: What the table holds.
        decisions: Filled with the answers.
        reviewer: Who decides.
        terminal: Where.
        lang: The language to speak.

    Returns:
        How many names were decided, and how many are left.
    """
    waiting = list(store.seen(DOUBTFUL))
    decided: dict[int, Judgement] = {}
    at = 0
    while at < len(waiting):
        step = _asked(waiting, at, decided, decisions, reviewer, terminal, lang)
        if step is None:
            break
        at = max(at + step, 0)
    terminal.show(word("left", lang, len(decided), len(waiting) - len(decided)))
    return len(decided), len(waiting) - len(decided)


def _asked(
    waiting: Sequence[Seen],
    at: int,
    decided: dict[int, Judgement],
    decisions: Decisions,
    reviewer: Reviewer,
    terminal: Terminal,
    lang: Language,
) -> int | None:
    """Ask about one name; how far to go on, or None to leave."""
    seen = waiting[at]
    count = min(len(seen.answer.candidates), MOST_CHOICES)
    for line in shown(seen, at + 1, len(waiting), lang):
        terminal.show(line)
    why = ""
    while True:
        pressed = terminal.key().lower()
        if pressed in ("q", "\x1b"):
            return None
        if pressed == "s":
            return 1
        if pressed == "b":
            if at and (judgement := decided.pop(at - 1, None)) is not None:
                decisions.withdraw(judgement, when=reviewer.now())
                terminal.show(word("withdrawn", lang))
            return -1
        if pressed == "w":
            why = terminal.ask(word("ask_why", lang)).strip()
            continue
        if pressed in ("n", "u"):
            verdict: Verdict = "no-match" if pressed == "n" else "unsure"
            decided[at] = reviewer.judged(seen, verdict, why=why)
        elif pressed.isdecimal() and 1 <= int(pressed) <= count:
            decided[at] = reviewer.judged(seen, "match", int(pressed), why)
        else:
            continue
        decisions.add([decided[at]])
        return 1


def shown(seen: Seen, number: int, total: int, lang: Language) -> list[str]:
    """What a person sees of a doubtful name, one line each.

    Args:
        seen: The name.
        number: Its number among the doubtful ones.
        total: How many there are.
        lang: The language to speak.
    """
    said = says(seen)
    counts = word("counts", lang, seen.times, seen.first)
    lines = ["", f"[{number}/{total}] {seen.column}: {printable(seen.query.text)}   ({counts})"]
    lines += [f"    {said}"] if said else []
    lines.append(f"    {printable(seen.answer['reason'])}")
    candidates = seen.answer.candidates[:MOST_CHOICES]
    lines += [
        f"  {place}  {candidate_text(candidate)}" for place, candidate in enumerate(candidates, 1)
    ]
    if not candidates:
        lines.append(f"    {word('nothing', lang)}")
    choices = "1" if len(candidates) == 1 else f"1–{len(candidates)}"
    pick = word("pick", lang, choices) if candidates else ""
    return [*lines, f"  {word('keys', lang, pick)}"]


def says(seen: Seen) -> str:
    """What the row says beside the name."""
    said = seen.query.said
    return " · ".join(
        printable(part) for part in (said.other, said.type, said.country, said.role) if part
    )


def candidate_text(candidate: dict[str, object]) -> str:
    """A candidate on one line."""
    parts = [candidate["vi"], candidate["zh_hans"], candidate["pinyin"], candidate["type"]]
    named = " ".join(str(part) for part in parts if part)
    return printable(f"{named} [{candidate['id']}] {candidate['level']} {candidate['score']:g}")


def printable(text: str) -> str:
    r"""Text on one line, without what would steer a terminal.

    >>> printable("a\x1b[2Jb\n c")
    'a␛[2Jb c'
    """
    line = " ".join(text.split())
    return "".join(
        chr(0x2400 + ord(char)) if char < " " else "\ufffd" if "\x7f" <= char < "\xa0" else char
        for char in line
    )

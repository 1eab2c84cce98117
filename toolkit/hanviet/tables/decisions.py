"""Decisions that people made, in a file that is only ever added to.

One line is one decision: JSON with the name, what its row said, what it was looked up in, the
verdict, who gave it, when, why, and on which data. They are found by content, never by a row
number, so that they hold in the next version of the table and in any other table.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, cast

from hanviet.errors import InputError
from hanviet.linking.said import Query, Said

Verdict = Literal["match", "no-match", "unsure", "withdrawn"]

VERDICTS: tuple[Verdict, ...] = ("match", "no-match", "unsure", "withdrawn")

FORMS = ("type", "vi", "zh_hans", "zh_hant", "pinyin")
"""Of a match: what is written when the data do not know its id any more."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision on one name.

    Args:
        query: The name and what its row said.
        reference: What it was looked up in: `gazetteer`, or the name of a table.
        verdict: `match` with `id`; `no-match`: none of `rejected` or anything else; `unsure`; or
            `withdrawn`: what this person said before holds no more.
        id: The id that it is.
        forms: The values of `FORMS` for that id.
        rejected: Ids that were shown and are not it.
        who: Who decided.
        when: When, ISO.
        why: Why, in a few words, or empty.
        data: The version of the data.
    """

    query: Query
    reference: str
    verdict: Verdict
    id: str = ""
    forms: dict[str, str] = field(default_factory=dict)
    rejected: tuple[str, ...] = ()
    who: str = ""
    when: str = ""
    why: str = ""
    data: str = ""

    @property
    def key(self) -> Key:
        """What it is found by."""
        return key_of(self.query, self.reference)

    @property
    def says(self) -> tuple[str, str]:
        """What must be the same for two of them to agree."""
        return self.verdict, self.id

    def to_line(self) -> str:
        """Its line, without the end."""
        said = {name: value for name, value in self.query.said._asdict().items() if value}
        return json.dumps(
            {
                "value": self.query.text, "said": said, "reference": self.reference,
                "verdict": self.verdict, "id": self.id, "forms": self.forms,
                "rejected": list(self.rejected), "who": self.who, "when": self.when,
                "why": self.why, "data": self.data,
            },
            ensure_ascii=False,
        )  # fmt: skip

    @classmethod
    def from_line(cls, line: str) -> Judgement:
        """From its line.

        Raises:
            ValueError: It is no such line.
        """
        record = json.loads(line)
        if not isinstance(record, dict) or record.get("verdict") not in VERDICTS:
            raise ValueError("no verdict")
        value, said = record.get("value"), record.get("said") or {}
        if not isinstance(value, str) or not isinstance(said, dict):
            raise ValueError("no value")
        known = {name: str(said.get(name) or "") for name in ("type", "country", "role", "other")}
        forms = record.get("forms") or {}
        judgement = cls(
            Query(value, Said(**known)),
            str(record.get("reference") or "gazetteer"),
            record["verdict"],
            str(record.get("id") or ""),
            {name: str(forms.get(name) or "") for name in FORMS},
            tuple(map(str, record.get("rejected") or ())),
            *(str(record.get(name) or "") for name in ("who", "when", "why", "data")),
        )
        if judgement.verdict == "match" and not judgement.id:
            raise ValueError("a match without an id")
        return judgement


Key = tuple[str, ...]


def key_of(query: Query, reference: str) -> Key:
    """What decisions on a name are found by: spaces and normal forms do not matter.

    >>> key_of(Query(" Trần  Cương"), "x") == key_of(Query("Trần Cương"), "x")
    True
    """
    said = query.said
    parts = (query.text, said.type, said.country, said.role, said.other)
    return (reference, *(" ".join(unicodedata.normalize("NFC", part).split()) for part in parts))


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions that hold, by name; each person's last one counts.

    Args:
        path: Their file; None if they are kept nowhere.
        remarks: What is odd about the file.
    """

    path: Path | None
    remarks: tuple[str, ...] = ()
    _held: dict[Key, dict[str, Judgement]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path | None) -> Decisions:
        """Read a file of decisions; one that is not there holds none.

        Raises:
            InputError: It cannot be read.
        """
        if path is None:
            return cls(None)
        try:
            lines = path.read_bytes().split(b"\n")
        except FileNotFoundError:
            return cls(path)
        except OSError as error:
            raise InputError(f"cannot be read: {error.strerror}", place=str(path)) from None
        held: list[Judgement] = []
        remarks = []
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                held.append(Judgement.from_line(line.decode("utf-8-sig")))
            except (ValueError, RecursionError):
                remarks.append(f"{path}:{number}: is no decision and is left out")
        decisions = cls(path, tuple(remarks))
        for judgement in held:
            decisions.hold(judgement)
        return decisions

    def hold(self, judgement: Judgement) -> None:
        """Let a decision hold, without writing it."""
        of_name = self._held.setdefault(judgement.key, {})
        of_name.pop(judgement.who, None)
        if judgement.verdict != "withdrawn":
            of_name[judgement.who] = judgement

    def add(self, judgements: Iterable[Judgement]) -> None:
        """Write decisions and let them hold.

        Raises:
            InputError: The file cannot be written.
        """
        added = list(judgements)
        if self.path is not None and added:
            _append(self.path, [judgement.to_line() for judgement in added])
        for judgement in added:
            self.hold(judgement)

    def on(self, query: Query, reference: str) -> list[Judgement]:
        """The decisions on a name, the oldest first; more than one verdict is a conflict."""
        return list(self._held.get(key_of(query, reference), {}).values())

    def withdraw(self, judgement: Judgement, *, when: str) -> None:
        """Take a decision back: it stays in the file, and a line after it says so."""
        self.add([replace(judgement, verdict="withdrawn", when=when, why="")])

    def __len__(self) -> int:
        return sum(map(len, self._held.values()))


def forms_from(candidate: dict[str, Any]) -> dict[str, str]:
    """The values of `FORMS` of a candidate."""
    return {name: cast("str", candidate.get(name) or "") for name in FORMS}


def _append(path: Path, lines: Sequence[str]) -> None:
    """Add lines in one write, after the end of a line that was cut off."""
    try:
        with path.open("a+b") as stream:
            if stream.seek(0, os.SEEK_END):
                stream.seek(-1, os.SEEK_END)
                lead = "" if stream.read(1) == b"\n" else "\n"
            else:
                lead = ""
            text = lead + "".join(f"{line}\n" for line in lines)
            stream.write(text.encode("utf-8", "replace"))
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror}", place=str(path), remedy="check the folder"
        ) from None

"""Doubtful names in a file of their own, to be filled in by people and read back."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from hanviet.errors import InputError
from hanviet.linking.reasons import Language
from hanviet.linking.said import Query, Said
from hanviet.tables.decisions import Judgement, Verdict, forms_from
from hanviet.tables.review import Reviewer, candidate_text, says
from hanviet.tables.review_words import NO, UNSURE, YES, column_of, word
from hanviet.tables.source import open_source
from hanviet.tables.store import Seen

CANDIDATES = 3
"""Candidates that are shown."""

DATA_COLUMN = "hanviet_data"
"""The column that tells what an answer is about; people leave it alone."""


def read_answers(path: Path, reviewer: Reviewer) -> list[Judgement]:
    """Read what people filled in.

    Args:
        path: The file; one that is not there holds no answers.
        reviewer: Who decided, and when.

    Returns:
        The decisions, in the order of the rows.

    Raises:
        InputError: It is no such file, or an answer is not understood; with the row.
    """
    if not path.exists():
        return []
    source = open_source(path, wanted=(DATA_COLUMN,))
    names = [column_of(name) for name in source.header]
    if DATA_COLUMN not in names or "answer" not in names:
        raise InputError(
            "is no file of names to review",
            place=source.place,
            remedy="give the name of a file that is not there yet",
        )
    at = {name: place for place, name in reversed(list(enumerate(names)))}
    judgements, wrong = [], []
    for number, row in enumerate(source.rows(), 2):
        answer = row[at["answer"]].strip()
        if not answer:
            continue
        why = row[at["why"]].strip() if "why" in at else ""
        try:
            judgements.append(_judgement(answer, why, row[at[DATA_COLUMN]], reviewer))
        except ValueError as error:
            wrong.append(f"row {number}: {error}")
    if wrong:
        more = f" and {len(wrong) - 3} more" if len(wrong) > 3 else ""
        raise InputError(
            "; ".join(wrong[:3]) + more,
            place=source.place,
            remedy=f"answer 1 to {CANDIDATES}, yes, no or unsure",
        )
    return judgements


def write_review(
    stream: IO[bytes], path: Path, doubtful: Iterable[Seen], reviewer: Reviewer, lang: Language
) -> int:
    """Write names to review: a workbook, or CSV that Excel opens rightly.

    Args:
        stream: Where to write.
        path: Its name tells the form.
        doubtful: The names.
        reviewer: What they were looked up in.
        lang: The language of the headings; that of the reasons was chosen before.

    Returns:
        How many there are.
    """
    from hanviet.tables.sinks import (
        BYTE_ORDER_MARK,
        WORKBOOK_SUFFIXES,
        excel_cell,
        line_writer,
        write_sheet,
    )

    numbered = [f"{word('candidate', lang)} {number}" for number in range(1, CANDIDATES + 1)]
    labels = ("answer", "why", "name", "says", "rows", "first", "reason")
    header: list[object] = [*(word(name, lang) for name in labels), *numbered, DATA_COLUMN]
    rows = [_row(seen, reviewer) for seen in doubtful]
    if path.suffix.lower() in WORKBOOK_SUFFIXES:
        write_sheet(stream, [header, *rows])
        return len(rows)
    line = line_writer(",", "\r\n")
    stream.write(BYTE_ORDER_MARK.encode())
    for row in [header, *rows]:
        stream.write(line([excel_cell(cell) for cell in row]).encode("utf-8", "replace"))
    return len(rows)


@dataclass(frozen=True, slots=True)
class _About:
    """What a row of the file is about."""

    query: Query
    reference: str
    candidates: Sequence[dict[str, Any]]
    data: str


def _row(seen: Seen, reviewer: Reviewer) -> list[object]:
    candidates = seen.answer.candidates[:CANDIDATES]
    said = seen.query.said
    about = {
        "value": seen.query.text,
        "said": {
            "type": said.type, "country": said.country, "role": said.role, "other": said.other,
        },
        "reference": reviewer.reference,
        "data": reviewer.data,
        "candidates": [{"id": one["id"], **forms_from(one)} for one in candidates],
    }  # fmt: skip
    texts: list[str] = [candidate_text(one) for one in candidates]
    return [
        "", "", seen.query.text, says(seen), seen.times, seen.first, seen.answer["reason"],
        *texts, *[""] * (CANDIDATES - len(texts)), json.dumps(about, ensure_ascii=False),
    ]  # fmt: skip


def _judgement(answer: str, why: str, data: str, reviewer: Reviewer) -> Judgement:
    about = _about(data)
    ids = [str(one["id"]) for one in about.candidates]
    plain = " ".join(unicodedata.normalize("NFC", answer).casefold().split()).removesuffix(".0")
    choice, verdict = 0, "match"
    if plain in NO:
        verdict = "no-match"
    elif plain in UNSURE:
        verdict = "unsure"
    elif plain in YES:
        choice = 1
    elif plain.isdecimal():
        choice = int(plain)
    elif answer in ids:
        choice = ids.index(answer) + 1
    else:
        raise ValueError(f"the answer {answer!r} is not understood")
    if verdict == "match" and not 1 <= choice <= len(ids):
        raise ValueError(f"there is no candidate {choice or answer}")
    chosen = about.candidates[choice - 1] if verdict == "match" else None
    known: Verdict = "match" if chosen else "no-match" if verdict == "no-match" else "unsure"
    return Judgement(
        about.query,
        about.reference,
        known,
        ids[choice - 1] if chosen else "",
        forms_from(chosen) if chosen else {},
        tuple(ids) if known == "no-match" else (),
        reviewer.who,
        reviewer.now(),
        why,
        about.data,
    )


def _about(data: str) -> _About:
    try:
        record = json.loads(data)
        said = Said(**{name: str(value) for name, value in record["said"].items()})
        query = Query(str(record["value"]), said)
        candidates = [dict(one) for one in record["candidates"]]
        ids = [one["id"] for one in candidates]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise ValueError(f"its cell {DATA_COLUMN} was changed") from None
    return _About(
        query, str(record.get("reference")), candidates if ids else [], str(record.get("data"))
    )

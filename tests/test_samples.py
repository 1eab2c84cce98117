"""The sample articles against their gold annotation, made by the rules of the gold files."""

import subprocess
import sys
from functools import cache
from pathlib import Path

from tests import gold_files

from hanviet.document import Document, annotate
from hanviet.evaluation import GoldMention, Scores, Span, SystemMention, evaluate

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "notebooks" / "data"
GOLD = ROOT / "tests" / "gold"


@cache
def sample_documents() -> tuple[Document, ...]:
    return tuple(
        annotate(path.read_bytes().decode("utf-8"), file=path.name)
        for path in sorted(SAMPLES.glob("*.txt"))
    )


@cache
def gold_mentions() -> dict[Span, GoldMention]:
    return gold_files.gold_mentions("samples")


@cache
def accepted_forms() -> dict[str, frozenset[str]]:
    return gold_files.accepted_forms("samples")


@cache
def scores() -> Scores:
    system = {
        (mention.file, mention.start, mention.end): SystemMention(
            mention.surface, mention.type, mention.zh_hans or "", mention.cluster
        )
        for document in sample_documents()
        for mention in document.mentions
    }
    return evaluate(gold_mentions(), accepted_forms(), system)


def test_the_gold_files_are_what_their_lists_and_the_texts_make() -> None:
    script = GOLD / "build_samples_gold.py"
    done = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_gold_entity_is_listed_and_every_listed_one_is_used() -> None:
    assert {mention.entity for mention in gold_mentions().values()} == set(accepted_forms())


def test_the_articles_have_their_date_and_language() -> None:
    found = {document.file: (document.lang, document.date) for document in sample_documents()}
    assert found == {
        "cao-bang-ambassador.vi.txt": ("vi", "2025-12-10"),
        "kunming-hekou.zh.txt": ("zh", "2023-11-21"),
        "lang-son-guangxi.vi.txt": ("vi", "2023-09-14"),
        "lang-son-guangxi.zh.txt": ("zh", "2023-09-14"),
        "nanning-expo.vi.txt": ("vi", "2025-12-16"),
    }


def test_names_and_types_are_found() -> None:
    found = scores()
    assert found.typed.f1 >= 0.95, (found.missed, found.false_alarms)


def test_no_linked_mention_has_a_chinese_form_that_an_editor_would_refuse() -> None:
    wrong = []
    for document in sample_documents():
        for mention in document.mentions:
            due = gold_mentions().get((mention.file, mention.start, mention.end))
            if mention.decision != "linked" or due is None:
                continue
            accepted = accepted_forms()[due.entity]
            if accepted and mention.zh_hans not in accepted:
                wrong.append((mention.file, mention.surface, mention.zh_hans))
    assert wrong == []


def test_people_in_no_list_are_not_linked() -> None:
    invented = {"PERSON:vi-the-hoanh", "PERSON:nong-thi-khuyen", "PERSON:luong-thi-my-hanh",
                "PERSON:luc-gia-hoa"}  # fmt: skip
    for document in sample_documents():
        for mention in document.mentions:
            due = gold_mentions().get((mention.file, mention.start, mention.end))
            if due is not None and due.entity in invented:
                assert mention.decision in ("proposed", "unknown"), mention

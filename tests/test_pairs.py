"""Pairs of texts on one event, with people in no list, against their gold annotation."""

from functools import cache
from pathlib import Path

from tests import gold_files

from hanviet.alignment import Alignment, align
from hanviet.document import annotate
from hanviet.evaluation import GoldMention, Scores, Span, SystemMention, evaluate

GOLD = Path(__file__).parent / "gold"


@cache
def alignment() -> Alignment:
    return align(
        annotate(path.read_bytes().decode("utf-8"), file=path.name)
        for path in sorted((GOLD / "texts").glob("*.txt"))
    )


@cache
def gold_mentions() -> dict[Span, GoldMention]:
    return gold_files.gold_mentions("pairs")


@cache
def accepted_forms() -> dict[str, frozenset[str]]:
    return gold_files.accepted_forms("pairs")


def scores(*, types: tuple[str, ...] = ()) -> Scores:
    system = {
        (mention.file, mention.start, mention.end): SystemMention(
            mention.surface, mention.type, mention.zh_hans or "", mention.cluster
        )
        for mention in alignment().all_mentions()
    }
    return evaluate(gold_mentions(), accepted_forms(), system, types=types)


def test_every_gold_entity_is_listed_and_every_listed_one_is_used() -> None:
    assert {mention.entity for mention in gold_mentions().values()} == set(accepted_forms())


def test_clusters_hold_across_the_languages() -> None:
    assert scores().cluster.f1 >= 0.93
    assert scores(types=("PERSON",)).cluster.f1 >= 0.93


def test_names_and_types_are_found() -> None:
    found = scores()
    assert found.typed.f1 >= 0.95, (found.missed, found.false_alarms)


def test_people_in_no_list_are_found_and_none_is_linked() -> None:
    found = scores(types=("PERSON",))
    assert found.typed.f1 >= 0.85, (found.missed, found.false_alarms)
    people = [mention for mention in alignment().all_mentions() if mention.type == "PERSON"]
    assert {mention.decision for mention in people} <= {"proposed", "unknown"}


def test_what_was_joined_is_right() -> None:
    due = gold_mentions()
    pairs = {(pairing.vi.form, pairing.zh.form) for pairing in alignment().pairings}
    assert len(pairs) >= 11
    for mention in alignment().all_mentions():
        gold = due.get((mention.file, mention.start, mention.end))
        if mention.type == "PERSON" and gold is not None and mention.zh_hans and mention.id is None:
            accepted = accepted_forms()[gold.entity]
            assert not accepted or mention.zh_hans in accepted, mention


def test_linked_forms_are_right() -> None:
    due = gold_mentions()
    for mention in alignment().all_mentions():
        gold = due.get((mention.file, mention.start, mention.end))
        if gold is not None and mention.decision == "linked" and accepted_forms()[gold.entity]:
            assert mention.zh_hans in accepted_forms()[gold.entity], mention


def test_a_singer_whom_only_the_chinese_report_shows_is_found_in_both() -> None:
    found = {
        (mention.lang, mention.surface): mention.cluster
        for mention in alignment().all_mentions()
        if mention.zh_hans == "陆和"
    }
    assert set(found) == {("vi", "Lục Hòa"), ("zh", "陆和")}
    assert len(set(found.values())) == 1

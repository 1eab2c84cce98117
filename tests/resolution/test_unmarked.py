"""Names typed without their marks, over several documents."""

from __future__ import annotations

from hanviet.alignment import align
from hanviet.document import annotate
from hanviet.lexicon.gazetteer import Gazetteer
from hanviet.resolution.commonness import Commonness
from hanviet.resolution.unmarked import Typed, attach

RARE = Commonness([])


def full(document: int, surface: str, bare: str, country: str = "") -> Typed:
    return Typed(document, "PERSON", surface, bare, f"PERSON = {surface.lower()}", country)


def loose(document: int, country: str = "", listed: str = "") -> Typed:
    return Typed(
        document, "PERSON", "Le Van Son", "levanson", "PERSON ~ le van son x", country, listed
    )


SON = full(1, "Lê Văn Sơn", "levanson")
SAN = full(2, "Lê Văn Sớn", "levanson")


def test_it_attaches_to_the_one_full_name_that_fits() -> None:
    assert attach([loose(0)], [SON], RARE) == {(0, "PERSON ~ le van son x"): SON.key}


def test_it_waits_where_two_fit() -> None:
    assert attach([loose(0)], [SON, SAN], RARE) == {}


def test_the_full_name_of_the_same_document_comes_first() -> None:
    assert attach([loose(2)], [SON, SAN], RARE) == {(2, "PERSON ~ le van son x"): SAN.key}


def test_two_full_names_in_its_document_leave_it_apart() -> None:
    here = SON._replace(document=2)
    assert attach([loose(2)], [here, SAN], RARE) == {}


def test_another_country_does_not_fit() -> None:
    assert attach([loose(0, "CN")], [SON._replace(country="VN")], RARE) == {}
    fitting = attach([loose(0, "VN")], [SON._replace(country="VN")], RARE)
    assert set(fitting.values()) == {SON.key}


def test_a_common_name_waits() -> None:
    crowd = Commonness(
        f"{a} {b} {c}" for a in ("le", "vu") for b in ("van", "thi") for c in ("son", "ha")
        for _ in range(500)
    )  # fmt: skip
    assert attach([loose(0)], [SON], crowd) == {}


def test_an_entry_is_what_it_means_if_no_full_name_is_near() -> None:
    one = loose(0, listed="PERSON person.vn.le-van-son")
    assert set(attach([one], [], RARE).values()) == {"PERSON person.vn.le-van-son"}


MARKED = "Phó Thị trưởng Lâm Gia {} đến Lạng Sơn. Ông {} nói."


def clusters(shipped: Gazetteer, *texts: str) -> list[set[str]]:
    """The clusters of the people of each text."""
    documents = [annotate(text, gazetteer=shipped, file=f"{n}.txt") for n, text in enumerate(texts)]
    aligned = align(documents, gazetteer=shipped).documents
    return [{one.cluster for one in doc.mentions if one.type == "PERSON"} for doc in aligned]


def test_somebody_unlisted_in_a_text_without_marks_is_who_fits_alone(shipped: Gazetteer) -> None:
    bare = "Pho Thi truong Lam Gia Man den Lang Son. Ong Man noi."
    (full,), (loose,) = clusters(shipped, MARKED.format("Mẫn", "Mẫn"), bare)
    assert full == loose
    (one,), (other,), (loose,) = clusters(
        shipped, MARKED.format("Mẫn", "Mẫn"), MARKED.format("Mận", "Mận"), bare
    )
    assert len({one, other, loose}) == 3

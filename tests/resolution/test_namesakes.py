"""Which bearers of one name are one."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from hanviet.resolution.names import UnlistedName
from hanviet.resolution.namesakes import settle

POST = "pattern.department-director(org.vn.ministry-of-health,place.vn.lang-son)"
OTHER_POST = "pattern.department-director(org.vn.ministry-of-finance,place.vn.ca-mau)"


def name(
    document: int, text: str = "trần quốc cương", country: str = "", posts: tuple[str, ...] = ()
) -> UnlistedName:
    return UnlistedName(document, "PERSON", text, country, posts, (), f"PERSON = {text}")


def crowd(size: int = 30) -> list[UnlistedName]:
    """Many people of few names, each with a post of their own."""
    texts = [f"{a} {b} {c}" for a in "ab" for b in "cd" for c in "ef"]
    return [
        name(100 + n, texts[n % len(texts)], posts=(f"pattern.mayor(place.vn.p{n})",))
        for n in range(size * len(texts))
    ]


def test_a_rare_name_is_one_person_everywhere() -> None:
    assert len({*settle([name(0), name(1, posts=(POST,)), name(2, posts=(OTHER_POST,))])}) == 1


def test_countries_that_contradict_part_a_name_and_leave_the_others_waiting() -> None:
    keys = settle([name(0, country="VN"), name(1, country="CN"), name(2), name(3, country="VN")])
    assert keys[0] == keys[3]
    assert len({*keys}) == 3


def test_who_shares_a_post_shares_its_country() -> None:
    keys = settle([
        name(0, country="VN", posts=(POST,)), name(1, country="CN"), name(2, posts=(POST,)),
    ])  # fmt: skip
    assert keys[0] == keys[2] != keys[1]


def test_a_common_name_alone_joins_nothing_in_a_crowd() -> None:
    keys = settle([*crowd(), name(1, "a c e"), name(2, "a c e")])
    assert keys[-1] != keys[-2]


def test_a_common_name_with_the_same_post_is_one_person_in_a_crowd() -> None:
    keys = settle([*crowd(), name(1, "a c e", posts=(POST,)), name(2, "a c e", posts=(POST,))])
    assert keys[-1] == keys[-2]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a c e", "a d e", "b c f"]),
            st.sampled_from(["", "VN", "CN"]),
            st.lists(st.sampled_from([POST, OTHER_POST]), max_size=2, unique=True),
        ),
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_the_clusters_do_not_depend_on_the_order(
    drawn: list[tuple[str, str, list[str]]], chance: random.Random
) -> None:
    names = [
        name(number, text, country, tuple(sorted(posts)))
        for number, (text, country, posts) in enumerate(drawn)
    ]
    order = list(range(len(names)))
    chance.shuffle(order)
    there = settle([names[number] for number in order])
    assert groups(range(len(names)), settle(names)) == groups(order, there)


def groups(numbers: range | list[int], keys: list[str]) -> set[frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, key in zip(numbers, keys, strict=True):
        found.setdefault(key, set()).add(number)
    return {frozenset(group) for group in found.values()}

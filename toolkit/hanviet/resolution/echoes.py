"""Names in no list that read alike in both languages tell, as listed ones do, of one event.

The report of a match or of a contest names nobody who is listed, and hardly a place. That the
names of both reports read alike, one by one, still shows what they are about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from hanviet.resolution.company import ECHO, Page
from hanviet.resolution.likeness import Key, chinese_keys, vietnamese_keys
from hanviet.resolution.names import UnlistedName

SYLLABLES = 3
"""Syllables from which a name is hardly read like another by chance."""


def with_echoes(pages: Sequence[Page], names: Sequence[UnlistedName]) -> list[Page]:
    """Add to the company of each document the people whom documents of both languages name.

    Args:
        pages: What of each document tells its event, by number.
        names: The unlisted names of the documents.

    Returns:
        The pages, in their order; nothing is added for a name of one language alone.
    """
    spoken: dict[Key, set[str]] = defaultdict(set)
    where: dict[str, set[int]] = defaultdict(set)
    for one in names:
        if one.type == "PERSON" and not one.is_han and one.name.count(" ") >= SYLLABLES - 1:
            where[one.name].add(one.document)
            for key in vietnamese_keys(one.name, one.type):
                spoken[key].add(one.name)
    written: dict[str, set[int]] = defaultdict(set)
    if spoken:
        for one in names:
            if one.type == "PERSON" and one.is_han and len(one.name) >= SYLLABLES:
                written[one.name].add(one.document)
    heard: dict[str, set[int]] = defaultdict(set)
    for form, numbers in written.items():
        for name in {name for key in chinese_keys(form, "PERSON") for name in spoken.get(key, ())}:
            heard[name] |= numbers
    added: dict[int, list[str]] = defaultdict(list)
    for name, numbers in sorted(heard.items()):
        for number in numbers | where[name]:
            added[number].append(f"{ECHO}.{name}")
    return [
        page._replace(company=(*page.company, *added[number])) if number in added else page
        for number, page in enumerate(pages)
    ]

"""Simplified to traditional Chinese, and all traditional spellings that a text may stand for.

OpenCC chooses by words and does not know surnames: 余承东 becomes 餘承東. The map of surnames in
`readings/traditional-surnames.yaml` is applied to the head of a person's name, and only there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice, product

from hanviet.data import read_sections
from hanviet.orthography.chinese import (
    Script,
    has_han,
    in_everyday_traditional,
    is_han,
    opencc_convert,
    script_of,
    to_simplified,
)

MAX_VARIANTS = 32
"""Most spellings that `traditional_variants` gives."""

_FROM_SIMPLIFIED = {"hant": "s2t", "tw": "s2tw", "hk": "s2hk"}
_FROM_TRADITIONAL = {"tw": "t2tw", "hk": "t2hk"}
_AS_PRINTED = str.maketrans("峯祕羣", "峰秘群")
"""Characters of OpenCC's standard to those that print has; `tw` and `hk` are OpenCC's own."""
_SURNAMES_FILE = "readings/traditional-surnames.yaml"


def to_traditional(text: str, *, person: bool = False, region: str = "hant") -> str:
    """Write Chinese in traditional characters.

    Text that is traditional already keeps its characters (范增 beside 陳 stays 范), but for the
    regional forms of `tw` and `hk`.

    Args:
        text: Any text; what is not Chinese stays.
        person: The text is a person's name: its surname goes by the surname map.
        region: `hant` (OpenCC's standard, but 峰 秘 群), `tw` (Taiwan) or `hk` (Hong Kong).

    Returns:
        The text, of the same length in code points.

    Raises:
        ValueError: The region is none of the three.

    >>> to_traditional("余承东", person=True), to_traditional("钟绍军", person=True)
    ('余承東', '鍾紹軍')
    """
    if region not in _FROM_SIMPLIFIED:
        raise ValueError(f"region must be hant, tw or hk, not {region!r}")
    if not has_han(text):
        return text
    if script_of(text) is Script.HANT:
        scheme = _FROM_TRADITIONAL.get(region)
        return _same_length(scheme, text) if scheme else text
    scheme = _FROM_SIMPLIFIED[region]
    by_words = _same_length(scheme, text)
    surname = _mapped_surname(text) if person else ""
    traditional_surname = _surname_map()[surname]
    if by_words.startswith(traditional_surname):
        return by_words
    # A word that swallowed the surname (于是, 范围) says nothing about the given name either.
    return traditional_surname + _same_length(scheme, text[len(surname) :])


def traditional_variants(text: str) -> tuple[str, ...]:
    """Give all traditional spellings that a text may stand for.

    Args:
        text: Chinese in either script, usually a name.

    Returns:
        At most `MAX_VARIANTS` spellings without repetition: as given if that is traditional, as
        OpenCC has it, as a person's name, their forms in Taiwan and Hong Kong, then all
        combinations of the characters' traditional forms, in the order of the text.

    >>> traditional_variants("里")
    ('裏', '里', '裡')
    """
    return tuple(islice(dict.fromkeys(_variants(text)), MAX_VARIANTS))


def _variants(text: str) -> Iterator[str]:
    simplified = to_simplified(text)
    if script_of(text) is Script.HANT:
        yield text
    for region in _FROM_SIMPLIFIED:
        yield to_traditional(simplified, region=region)
        yield to_traditional(simplified, person=True, region=region)
    other_surname = read_sections(_SURNAMES_FILE)["others"].get(simplified[:1])
    if other_surname:
        yield other_surname + to_traditional(simplified[1:])
    # The bound keeps a long text from 2^n combinations; duplicates of the above are few.
    combinations = product(*(_forms_of_char(char) for char in simplified))
    for combination in islice(combinations, 2 * MAX_VARIANTS):
        yield "".join(combination)


def _same_length(scheme: str, text: str) -> str:
    converted = _convert(scheme, text)
    if len(converted) == len(text):
        return converted
    singles = (_convert(scheme, char) for char in text)
    return "".join(one if len(one) == 1 else char for one, char in zip(singles, text, strict=True))


def _convert(scheme: str, text: str) -> str:
    converted = opencc_convert(scheme, text)
    return converted.translate(_AS_PRINTED) if scheme == _FROM_SIMPLIFIED["hant"] else converted


def _mapped_surname(name: str) -> str:
    surnames = _surname_map()
    return next((name[:n] for n in (2, 1) if len(name) >= n and name[:n] in surnames), "")


@cache
def _surname_map() -> Mapping[str, str]:
    # The empty surname lets a name without a mapped one go the same way.
    return {"": "", **read_sections(_SURNAMES_FILE)["preferred"]}


@lru_cache(maxsize=8192)
def _forms_of_char(char: str) -> tuple[str, ...]:
    if not is_han(char):
        return (char,)
    forms = [_same_length(scheme, char) for scheme in _FROM_SIMPLIFIED.values()]
    forms += [form for form in _merged_into().get(char, ()) if in_everyday_traditional(form)]
    if in_everyday_traditional(char):
        forms.append(char)
    return tuple(dict.fromkeys(forms))


@cache
def _merged_into() -> Mapping[str, tuple[str, ...]]:
    """Simplified character to the traditional ones that `t2s` turns into it."""
    traditional = [chr(code) for code in range(0x4E00, 0xA000)]
    # One line a character: a line break keeps OpenCC from seeing words.
    simplified = opencc_convert("t2s", "\n".join(traditional)).split("\n")
    merged: dict[str, list[str]] = {}
    for source, target in zip(traditional, simplified, strict=True):
        if source != target:
            merged.setdefault(target, []).append(source)
    return {target: tuple(sources) for target, sources in merged.items()}

"""A new entry from its fields: its id, its status, and what can be derived to look at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass

from hanviet.errors import GazetteerError
from hanviet.lexicon.load import read_entry_items
from hanviet.lexicon.model import Entry
from hanviet.lexicon.strict_yaml import Mapping, Sequence, Value

ID_PREFIXES: AnyMapping[str, str] = {
    "PERSON": "person",
    "PLACE": "place",
    "ORG": "org",
    "TITLE": "title",
    "EVENT": "event",
}
"""What the ids of a type begin with; a country's is `country.` and its code."""

_PINYIN_COUNTRIES = ("CN", "HK", "MO", "TW")
"""Where an id is made of pinyin, as the country itself spells names in Latin letters."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What a curator should look at before an entry is written; empty where nothing applies.

    Attributes:
        pinyin: The pinyin of the printed Chinese form.
        reading: Its Hán-Việt reading.
        irregular: The Vietnamese form is none of its readings, though one is expected.
    """

    pinyin: str = ""
    reading: str = ""
    irregular: bool = False


def completed(fields: Mapping, label: str) -> Mapping:
    """Give an entry the id and the status that it lacks.

    Args:
        fields: The fields of an entry, as a file has them; `id` and `status` may be missing.
        label: What messages call the place that they come from.

    Returns:
        A copy with `type.country.slug` for an id, and the status: `draft` without a source,
        else as given, or `reviewed`.

    Raises:
        GazetteerError: A field breaks the format, or no id can be made of the names.

    >>> from hanviet.lexicon.strict_yaml import parse_yaml
    >>> given = parse_yaml("{type: ORG, country: CN, names: [{zh: 外交部}]}".encode(), "x")
    >>> completed(given, "x")["id"], completed(given, "x")["status"]
    ('org.cn.waijiao-bu', 'draft')
    """
    entry = Mapping()
    entry.update(fields)
    entry.line, entry.lines = fields.line, dict(fields.lines)
    sources = fields.get("sources")
    if not sources:
        _set(entry, "status", "draft")
    elif not fields.get("status"):
        _set(entry, "status", "reviewed")
    made = not fields.get("id")
    if made:
        _set(entry, "id", "unnamed.x")
    read = read_fields(entry, label)
    if made:
        _set(entry, "id", entry_id(read))
    return entry


def read_fields(fields: Mapping, label: str) -> Entry:
    """Read the fields of one entry.

    Raises:
        GazetteerError: The first complaint, with its place.
    """
    items = Sequence([fields])
    items.line = fields.line
    entries, problems = read_entry_items(items, label)
    if problems:
        first = problems[0]
        raise GazetteerError(first.message, place=first.place, remedy=first.remedy)
    return entries[0]


def entry_id(entry: Entry) -> str:
    """Make the id of an entry: `type.country.slug`, in letters without marks.

    The slug is the pinyin of what is Chinese, else the Vietnamese form, else the pinyin.

    Raises:
        GazetteerError: The names have no letters to make one of.

    >>> from hanviet.lexicon.model import Pair
    >>> pairs = (Pair(vi=("Đặng Tiểu Bình",), zh=("邓小平",)),)
    >>> [entry_id(Entry("", "PERSON", country, pairs)) for country in ("CN", "VN")]
    ['person.cn.deng-xiaoping', 'person.vn.dang-tieu-binh']
    """
    if entry.kind == "country":
        return f"country.{entry.country.lower()}"
    spellings = [entry.vi, _pinyin(entry)]
    if entry.country in _PINYIN_COUNTRIES:
        spellings.reverse()
    slug = next((slug for spelling in spellings if (slug := slug_of(spelling))), "")
    if not slug:
        raise GazetteerError("no id can be made of the names", place=entry.place, remedy="give one")
    return f"{ID_PREFIXES[entry.type]}.{entry.country.lower()}.{slug}"


def slug_of(text: str) -> str:
    """Write a name in the letters of an id; empty if it has no Latin letters or digits.

    >>> slug_of("Bùi Thị Minh Hoài"), slug_of("Āndào'ěr"), slug_of("外")
    ('bui-thi-minh-hoai', 'andaoer', '')
    """
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("'", ""))
    bare = "".join(char for char in letters if not unicodedata.combining(char))
    return "-".join(re.findall(r"[a-z0-9]+", bare))


def hints(entry: Entry) -> Hints:
    """Derive what a curator should look at: pinyin and reading of the printed Chinese form."""
    from hanviet.lexicon.check_readings import has_regularity, is_regular
    from hanviet.readings.read import read

    if not entry.zh:
        return Hints()
    pair = next((pair for pair in entry.pairs if pair.vi and pair.zh and not pair.avoid), None)
    irregular = (
        pair is not None
        and has_regularity(entry)
        and not pair.irregular
        and not is_regular(entry, pair)
    )
    return Hints(_pinyin(entry), read(entry.zh, type=entry.type).hanviet, irregular)


def _pinyin(entry: Entry) -> str:
    from hanviet.orthography.pinyin import pinyin

    given = next((pair.pinyin for pair in entry.pairs if pair.zh and not pair.avoid), "")
    return given or (pinyin(entry.zh, kind=entry.type) if entry.zh else "")


def _set(entry: Mapping, key: str, value: Value) -> None:
    entry[key] = value
    entry.lines.setdefault(key, entry.line)

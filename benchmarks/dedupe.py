"""Do clusters of unlisted people stay right as an archive grows, and what do they cost.

    python benchmarks/dedupe.py [--mentions 10000 100000 1000000]

The archive is made up, the same one each time: people of two countries whose surnames, middle and
given names are as unevenly spread as in life, so that many are called alike; places with their
bodies; people who hold posts there, one after the other; events that one or both languages
report, with the names of what is near. Some documents are typed without marks, most mentions after
the first are short, and every other one has no post beside it. hanviet sees what it would see after
annotating such texts, and aligns it; the texts themselves are left out, so that the clustering
alone is measured. Each size runs in a process of its own, and its peak memory, the archive
included, is that of the process.

Printed are pairwise precision and recall: of two mentions in one cluster, how often they mean one
person, and the other way round. `name alone` is the same for clusters of equal names.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from hanviet.alignment import Alignment, align
from hanviet.document import Document
from hanviet.linking.mention import Mention
from hanviet.orthography.vietnamese import squeeze, unmarked
from hanviet.readings.read import read
from hanviet.readings.table import given_name_counts, surnames

SEED = 20260401
SIZES = (10_000,)
MENTIONS_A_PERSON = 12
PLACES = 94
BODIES = 25
NEIGHBOURS = 40
YEARS = 10

SURNAMES_VN = (
    "Nguyễn 阮 384|Trần 陈 121|Lê 黎 95|Phạm 范 70|Hoàng 黄 51|Phan 潘 45|Vũ 武 39|Đặng 邓 21|"
    "Bùi 裴 20|Đỗ 杜 14|Hồ 胡 13|Ngô 吴 13|Dương 杨 10|Lý 李 5|Đinh 丁 4|Lương 梁 4|"
    "Mai 梅 3|Trương 张 3|Đoàn 段 3|Hà 何 3|Nông 农 2|Vi 韦 2|Tạ 谢 2|Chu 朱 2|"
    "La 罗 1|Lâm 林 2|Đào 陶 3|Tô 苏 1|Cao 高 2|Thái 蔡 1"
)
MIDDLES = (
    "Văn 文 200|Thị 氏 160|Đức 德 40|Thanh 清 45|Minh 明 40|Quốc 国 30|Hữu 友 30|Ngọc 玉 40|"
    "Xuân 春 30|Công 公 20|Đình 廷 25|Quang 光 25|Kim 金 15|Hồng 红 15|Trọng 仲 10|Bá 伯 8|"
    "Duy 维 12|Thế 世 15|Mạnh 孟 10|Tuấn 俊 8|Hoài 怀 5|Gia 嘉 6|Khánh 庆 6|Nhật 日 5|"
    "Chí 志 5|Phú 富 4|Thành 成 6|Anh 英 8"
)
GIVENS = (
    "Hùng 雄 50|Dũng 勇 45|Nam 南 35|Sơn 山 40|Hải 海 40|Long 龙 30|Anh 英 50|Hà 河 35|"
    "Lan 兰 25|Hoa 花 20|Mai 梅 20|Phương 芳 35|Bình 平 30|Hòa 和 20|Cường 强 35|Thắng 胜 30|"
    "Tuấn 俊 35|Linh 玲 25|Hương 香 25|Thủy 水 20|Tâm 心 15|Đức 德 20|Quang 光 20|Trung 忠 25|"
    "Kiên 坚 15|Thành 成 30|Vinh 荣 12|Phúc 福 15|Lộc 禄 8|Thọ 寿 5|An 安 15|Khánh 庆 10|"
    "Hiền 贤 15|Nga 娥 12|Yến 燕 10|Oanh 莺 8|Giang 江 15|Hạnh 幸 12|Tùng 松 15|Bách 柏 4|"
    "Hưng 兴 15|Thịnh 盛 8|Toàn 全 10|Chiến 战 10|Quyết 决 5|Định 定 4|Nhân 仁 8"
)


class Person(NamedTuple):
    """Someone of the archive."""

    number: int
    vi: str
    zh: str
    country: str
    place: int
    posts: tuple[str, ...]


class Told(NamedTuple):
    """What was measured at one size."""

    mentions: int
    people: int
    documents: int
    precision: float
    recall: float
    name_precision: float
    name_recall: float
    seconds: float
    megabytes: float


def main(arguments: list[str] | None = None) -> int:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description="clusters of unlisted people in a growing archive")
    parser.add_argument("--mentions", type=int, nargs="+", default=list(SIZES), metavar="N")
    parser.add_argument("--here", action="store_true", help="in this process, for a profiler")
    options = parser.parse_args(arguments)
    print(
        f"{'mentions':>10} {'people':>8} {'documents':>9}  {'P':>5} {'R':>5}  "
        f"{'name alone: P':>13} {'R':>5}  {'seconds':>7} {'peak MB':>7}"
    )
    for size in options.mentions:
        if options.here or len(options.mentions) == 1:
            print(row(measured(size)), flush=True)
            continue
        command = [sys.executable, __file__, "--here", "--mentions", str(size)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        print(done.stdout.splitlines()[-1], flush=True)
    return 0


def row(told: Told) -> str:
    """A line of the table."""
    return (
        f"{told.mentions:10,} {told.people:8,} {told.documents:9,}  "
        f"{told.precision:5.3f} {told.recall:5.3f}  "
        f"{told.name_precision:13.3f} {told.name_recall:5.3f}  "
        f"{told.seconds:7.1f} {told.megabytes:7,.0f}"
    )


def measured(size: int) -> Told:
    """Make an archive of so many mentions of people, align it, and compare with the truth."""
    documents, truth = archive(size)
    count = len(documents)
    began = time.perf_counter()
    alignment = align(handed_over(documents))
    seconds = time.perf_counter() - began
    precision, recall = pairwise(
        (mention.cluster, person) for mention, person in meant(alignment, truth)
    )
    by_name = pairwise((mention.key, person) for mention, person in meant(alignment, truth))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024 * 1024 if sys.platform == "darwin" else 1024
    )
    people = Counter(person for _, person in meant(alignment, truth))
    return Told(
        people.total(), len(people), count, precision, recall, *by_name, seconds, peak
    )  # fmt: skip


def handed_over(documents: list[Document]) -> Iterator[Document]:
    """The documents, each let go when it was taken, as when they are read one by one."""
    while documents:
        yield documents.pop()


def meant(
    alignment: Alignment, truth: Mapping[str, Mapping[str, int]]
) -> Iterator[tuple[Mention, int]]:
    """The mentions of people, and who is meant."""
    for document in alignment.documents:
        of_key = truth[document.file]
        for mention in document.mentions:
            if mention.key in of_key:
                yield mention, of_key[mention.key]


def pairwise(pairs: Iterable[tuple[Hashable, Hashable]]) -> tuple[float, float]:
    """Precision and recall over the pairs of mentions."""
    both = Counter(pairs)
    clusters: Counter[Hashable] = Counter()
    people: Counter[Hashable] = Counter()
    for (cluster, person), count in both.items():
        clusters[cluster] += count
        people[person] += count
    right, said, due = (
        sum(count * (count - 1) for count in counts.values()) for counts in (both, clusters, people)
    )
    return right / said if said else 1.0, right / due if due else 1.0


def archive(size: int) -> tuple[list[Document], dict[str, dict[str, int]]]:
    """Documents with about so many mentions of people, and who is meant: file to key to person."""
    chance = random.Random(SEED)
    people = population(max(50, size // MENTIONS_A_PERSON), chance)
    at_place: list[list[Person]] = [[] for _ in range(PLACES)]
    for person in people:
        at_place[person.place].append(person)
    documents: list[Document] = []
    truth: dict[str, dict[str, int]] = {}
    made = 0
    while made < size:
        place = int(PLACES * chance.random() ** 1.6)
        near = at_place[place] or people
        cast = [zipf(near if chance.random() < 0.85 else people, chance) for _ in range(4)]
        cast = list(
            {person.number: person for person in cast[: 1 + int(chance.random() * 4)]}.values()
        )
        day = chance.randrange(YEARS * 360)
        company = sorted(
            {f"place.xx.p{place}", "country.vn", "country.cn"}
            | {f"org.xx.n{place}-{chance.randrange(NEIGHBOURS)}" for _ in range(4)}
            | {f"place.xx.p{chance.randrange(PLACES)}" for _ in range(2)}
        )
        languages = ("vi", "zh") if chance.random() < 0.3 else (chance.choice(("vi", "vi", "zh")),)
        for lang in languages:
            document, who = report(len(documents), lang, day, cast, company, chance)
            documents.append(document)
            truth[document.file] = who
            made += sum(mention.key in who for mention in document.mentions)
    return documents, truth


def population(count: int, chance: random.Random) -> list[Person]:
    """So many people, who live unevenly spread."""
    tables = [weighted(text) for text in (SURNAMES_VN, MIDDLES, GIVENS)]
    family = sorted(((-number, name) for name, number in surnames().items() if read(name).hanviet))
    given = sorted(
        (-sum(numbers), name) for name, numbers in given_name_counts().items() if read(name).hanviet
    )
    del family[150:], given[600:]
    family_sums = list(accumulate(-number for number, _ in family))
    given_sums = list(accumulate(-number for number, _ in given))
    people = []
    for number in range(count):
        place = int(PLACES * chance.random() ** 1.6)
        country = "CN" if place % 3 == 2 else "VN"
        if country == "VN":
            parts = [chance.choices(words, cum_weights=sums)[0] for words, sums in tables]
            if chance.random() < 0.1:
                del parts[1]
            vi = " ".join(part[0] for part in parts)
            zh = "".join(part[1] for part in parts)
        else:
            zh = chance.choices(family, cum_weights=family_sums)[0][1]
            for _ in range(2 if chance.random() < 0.8 else 1):
                zh += chance.choices(given, cum_weights=given_sums)[0][1]
            vi = read(zh, type="PERSON").hanviet
        posts = tuple(
            f"pattern.head(org.xx.b{chance.randrange(BODIES)},place.xx.p{where})"
            for where in (place, place, chance.randrange(PLACES))[: 1 + chance.randrange(3)]
        )
        people.append(Person(number, vi, zh, country, place, posts))
    return people


def weighted(text: str) -> tuple[list[tuple[str, str]], list[int]]:
    """Words of two languages with their running sums of weights."""
    rows = [item.split() for item in text.split("|")]
    return [(row[0], row[1]) for row in rows], list(accumulate(int(row[2]) for row in rows))


def zipf(people: Sequence[Person], chance: random.Random) -> Person:
    """One of some people; few are named often."""
    return people[int(len(people) * chance.random() ** 3)]


def report(
    number: int,
    lang: str,
    day: int,
    cast: Sequence[Person],
    company: Sequence[str],
    chance: random.Random,
) -> tuple[Document, dict[str, int]]:
    """A document as `annotate` would give it, and who its keys mean."""
    file = f"{number:07}.{lang}.txt"
    without_marks = lang == "vi" and chance.random() < 0.03
    mentions: list[Mention] = []
    posts: list[tuple[str, str, str]] = []
    who: dict[str, int] = {}
    for person in cast:
        name = person.zh if lang == "zh" else person.vi
        key = f"PERSON = {name.lower()}"
        bare = squeeze(unmarked(name)) if lang == "vi" else ""
        if without_marks:
            name = unmarked(name).title()
            key = f"PERSON ~ {name.lower()} {file}"
        if key in who:
            continue
        who[key] = person.number
        if chance.random() < 0.55:
            step = min(len(person.posts) - 1, day * len(person.posts) // (YEARS * 360))
            posts.append((key, person.posts[step], person.country))
        mentions.append(mention(file, len(mentions), name, lang, key, bare))
        short = name if lang == "zh" else name.split()[-1]
        for _ in range(int(chance.random() ** 2 * 5)):
            mentions.append(mention(file, len(mentions), short, lang, key, ""))
    kept = [id_ for id_ in company if chance.random() < 0.8]
    mentions += [linked(file, len(mentions) + n, id_, lang) for n, id_ in enumerate(kept)]
    date = f"{2015 + day // 360}-{1 + day % 360 // 30:02}-{1 + day % 30 % 28:02}"
    return Document("", tuple(mentions), file, lang, date, (), tuple(posts)), who


def mention(file: str, start: int, surface: str, lang: str, key: str, bare: str) -> Mention:
    """A mention of somebody in no list."""
    return Mention(
        file, start, start + 1, surface, "PERSON", lang, None, None, None, None, None,
        "unknown", "none", "unique", 0.0, "", None, "", key, bare,
    )  # fmt: skip


def linked(file: str, start: int, id_: str, lang: str) -> Mention:
    """A mention of a listed place or body."""
    type_ = "ORG" if id_.startswith("org") else "PLACE"
    return Mention(
        file, start, start + 1, id_, type_, lang, id_, id_, id_, id_, id_,
        "linked", "exact", "unique", 100.0, "", None, "", f"{type_} {id_}",
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())

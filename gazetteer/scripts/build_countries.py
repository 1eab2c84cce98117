"""Build gazetteer/derived/countries.tsv from CLDR.

Reads the territory names of the npm package `cldr-localenames-full` (Unicode-3.0) in
Vietnamese, Chinese and traditional Chinese, and writes one row for every country or
territory that has an alpha-2 code. The output is the same for the same input.

Usage: python3 gazetteer/scripts/build_countries.py PATH_TO_UNPACKED_PACKAGE [-o OUTPUT] [--check]

`--check` writes nothing and ends 1 on a difference.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

COLUMNS = ("id", "iso2", "vi", "zh_hans", "zh_hant", "source", "vi_alt", "zh_alt")
DEFAULT_OUTPUT = Path(__file__).resolve().parent.parent / "derived" / "countries.tsv"

# Alpha-2 codes of CLDR that are no country or territory: groups, pseudo-locales, unknown.
NOT_TERRITORIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})

ALPHA2 = re.compile(r"[A-Z]{2}")
TONES = "\u0300\u0301\u0303\u0309\u0323"
# An open rime oa, oe or uy carries the mark on its first vowel; `qu` is an onset.
MISPLACED_MARK = re.compile(
    rf"(?<![qQ])([oO](?=[aeAE])|[uU](?=[yY]))([aeyAEY])([{TONES}])(?![\w\u0300-\u036f])"
)


def normalize_vietnamese(text: str) -> str:
    """Return NFC with the tone mark placed as in hòa, thủy and a plain apostrophe."""
    decomposed = unicodedata.normalize("NFD", text.replace("\u2019", "'"))
    return unicodedata.normalize("NFC", MISPLACED_MARK.sub(r"\1\3\2", decomposed))


def read_territories(package: Path, locale: str) -> dict[str, str]:
    """Return the territory names of one locale, by CLDR key (`CN`, `HK-alt-short`)."""
    path = package / "main" / locale / "territories.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    names: dict[str, str] = data["main"][locale]["localeDisplayNames"]["territories"]
    return names


def package_version(package: Path) -> str:
    """Return the version of the unpacked package."""
    data = json.loads((package / "package.json").read_text(encoding="utf-8"))
    return str(data["version"])


def alternatives(names: Mapping[str, str], code: str) -> list[str]:
    """Return the alternative names (`-alt-short`, `-alt-variant`, ...) of one code."""
    keys = sorted(key for key in names if key.startswith(f"{code}-alt-"))
    return [names[key] for key in keys]


def rows(package: Path) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table in the order of their codes."""
    vietnamese = read_territories(package, "vi")
    simplified = read_territories(package, "zh")
    traditional = read_territories(package, "zh-Hant")
    source = f"cldr-{package_version(package)}"
    codes = {key for key in vietnamese if ALPHA2.fullmatch(key)} - NOT_TERRITORIES
    for code in sorted(codes & simplified.keys()):
        yield (
            f"country.{code.lower()}",
            code,
            normalize_vietnamese(vietnamese[code]),
            unicodedata.normalize("NFC", simplified[code]),
            unicodedata.normalize("NFC", traditional.get(code, "")),
            source,
            ";".join(normalize_vietnamese(name) for name in alternatives(vietnamese, code)),
            ";".join(alternatives(simplified, code)),
        )


def main(argv: Sequence[str] | None = None) -> int:
    """Write the table; return the exit status."""
    parser = argparse.ArgumentParser(description="Build derived/countries.tsv from CLDR.")
    parser.add_argument("package", type=Path, help="the unpacked npm package cldr-localenames-full")
    parser.add_argument("-o", "--output", type=Path, default=DEFAULT_OUTPUT)
    parser.add_argument("--check", action="store_true", help="write nothing, end 1 if changed")
    arguments = parser.parse_args(argv)
    lines = ["\t".join(COLUMNS), *("\t".join(row) for row in rows(arguments.package))]
    text = "\n".join(lines) + "\n"
    if arguments.check:
        same = arguments.output.exists() and arguments.output.read_text(encoding="utf-8") == text
        if not same:
            print(f"{arguments.output}: differs from what CLDR gives", file=sys.stderr)
        return 0 if same else 1
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(text, encoding="utf-8", newline="\n")
    print(f"{arguments.output}: {len(lines) - 1} rows", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

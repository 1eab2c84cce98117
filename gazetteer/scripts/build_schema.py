"""Write gazetteer/schema/entries.schema.json from the constants of the loader.

python gazetteer/scripts/build_schema.py [--check]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from hanviet.lexicon.json_schema import entries_schema_text

TARGET = Path(__file__).resolve().parent.parent / "schema" / "entries.schema.json"


def main() -> int:
    """Write the schema, or with --check compare it; 1 if it differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only")
    options = parser.parse_args()
    text = entries_schema_text()
    if options.check:
        current = TARGET.read_text(encoding="utf-8") if TARGET.exists() else ""
        return 0 if current == text else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

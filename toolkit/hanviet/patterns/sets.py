"""Named sets: lists of ids, countries or kinds that several patterns share, said once.

`patterns/sets.yaml` maps a name to its members; a condition calls them by `$NAME`.
"""

from __future__ import annotations

import re
from pathlib import Path

from hanviet.errors import GazetteerError
from hanviet.lexicon.load import Problem
from hanviet.lexicon.strict_yaml import Mapping, Sequence, read_yaml

SETS_FILE = "patterns/sets.yaml"
SIGN = "$"
_NAME = re.compile(r"[a-z][a-z0-9-]*\Z")


class Sets:
    """The named sets of a gazetteer.

    Attributes:
        members: Name to members.
        lines: Name to the line of the file.
        used: The names that a condition called.
    """

    def __init__(self) -> None:
        self.members: dict[str, tuple[str, ...]] = {}
        self.lines: dict[str, int] = {}
        self.used: set[str] = set()

    def expanded(self, texts: tuple[str, ...], place: str) -> tuple[str, ...]:
        """Put the members of sets in their place, each member once.

        Raises:
            GazetteerError: No set has that name.
        """
        if not any(text.startswith(SIGN) for text in texts):
            return texts
        found: dict[str, None] = {}
        for text in texts:
            if not text.startswith(SIGN):
                found[text] = None
                continue
            name = text.removeprefix(SIGN)
            if name not in self.members:
                raise GazetteerError(
                    f"no set is called {name!r}", place=place,
                    remedy=f"add it to {SETS_FILE}, or mend the name",
                )  # fmt: skip
            self.used.add(name)
            found.update(dict.fromkeys(self.members[name]))
        return tuple(found)

    def unused(self) -> list[Problem]:
        """Warnings of sets that no condition calls."""
        return [
            Problem(
                f"{SETS_FILE}:{line}", f"no pattern uses the set {name!r}", "remove it", error=False
            )
            for name, line in self.lines.items()
            if name not in self.used
        ]


def load_sets(folder: Path) -> tuple[Sets, list[Problem]]:
    """Read the named sets of a gazetteer folder.

    Returns:
        The sets that could be read, none without a file, and the complaints.
    """
    sets, problems = Sets(), []
    path = folder / SETS_FILE
    if not path.exists():
        return sets, []
    try:
        value = read_yaml(path, name=SETS_FILE)
    except GazetteerError as error:
        return sets, [Problem(error.place, error.message, error.remedy)]
    if not isinstance(value, Mapping):
        return sets, [Problem(f"{SETS_FILE}:1", "is no mapping of names to lists")]
    for name, members in value.items():
        place = f"{SETS_FILE}:{value.lines[name]}"
        texts = list(members) if isinstance(members, Sequence) else []
        if not _NAME.match(name):
            problems.append(Problem(place, f"{name!r} is no name of a set", "use a-z, 0-9 and -"))
        elif not texts or not all(isinstance(text, str) and text for text in texts):
            problems.append(Problem(place, f"set {name!r} is no list of texts"))
        elif len({*texts}) < len(texts):
            problems.append(Problem(place, f"set {name!r} lists a member twice"))
        elif any(str(text).startswith(SIGN) for text in texts):
            problems.append(Problem(place, f"set {name!r} calls another set", "list its members"))
        else:
            sets.members[name] = tuple(map(str, texts))
            sets.lines[name] = value.lines[name]
    return sets, problems

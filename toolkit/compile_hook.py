"""Build hook: compile the modules that annotate text, if `HANVIET_COMPILE=1` asks for it.

The same sources, compiled with mypyc, annotate about half as fast again. The wheel then belongs to
one platform and one version of Python, and its build needs a C compiler; without the variable, and
in editable installs, nothing is compiled and the wheel is pure Python. Answers are the same.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_SETUP = """
from setuptools import setup
from mypyc.build import mypycify

setup(
    name="hanviet-compiled",
    ext_modules=mypycify(
        [*{modules!r}, "--ignore-missing-imports", "--follow-imports=silent"], opt_level="2"
    ),
)
"""


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds compiled modules to a wheel, beside their sources."""

    def dependencies(self) -> list[str]:
        """What the compilation needs, only where it is asked for."""
        return ["mypy[mypyc]>=1.13", "setuptools>=70", "types-PyYAML"] if _asked() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell the builder about the files.

        Raises:
            SystemExit: The compiler failed; what it said is printed.
        """
        if version != "standard" or not _asked():
            return
        self._scratch = Path(tempfile.mkdtemp(prefix="hanviet-compile-"))
        shutil.copytree(Path(self.root, "toolkit", "hanviet"), self._scratch / "hanviet")
        modules = [f"hanviet/{module}.py" for module in self.config["modules"]]
        script = self._scratch / "setup.py"
        script.write_text(_SETUP.format(modules=modules), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(script), "build_ext", "--inplace"],
            cwd=self._scratch, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            sys.exit(f"{done.stdout}\n{done.stderr}\nHANVIET_COMPILE=1: compilation failed")
        ending = ".pyd" if os.name == "nt" else ".so"
        for built in self._scratch.rglob(f"*{ending}"):
            inside = built.relative_to(self._scratch)
            if inside.parts[0] != "build":
                build_data["force_include"][str(built)] = inside.as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, *_: object) -> None:
        """Remove what was compiled: it is in the wheel."""
        scratch = getattr(self, "_scratch", None)
        if scratch is not None:
            shutil.rmtree(scratch, ignore_errors=True)


def _asked() -> bool:
    return os.environ.get("HANVIET_COMPILE", "") == "1"

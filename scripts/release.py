"""A commit → the files of a release: packages, the built site, bill of materials, SHA256SUMS.

`python -m scripts.release OUT [--tag vX.Y.Z]`. All is made from a copy of what is committed, at
the commit's own moment, with the packages of the lock: whoever repeats it gets the same bytes.
"""

import argparse
import gzip
import io
import os
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts import sbom

ROOT = Path(__file__).resolve().parent.parent
SUMS = "SHA256SUMS"


class Refused(Exception):
    """There is nothing here that could be repeated; says why."""


def git(folder: Path, *words: str) -> str:
    """What git says in a folder."""
    done = subprocess.run(["git", "-C", folder, *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def moment_of(folder: Path) -> int:
    """When the commit was made, in seconds: the clock of all that is made from it."""
    return int(git(folder, "log", "-1", "--format=%ct"))


def version_of(folder: Path) -> str:
    """The version that pyproject.toml says."""
    told = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    return str(told["project"]["version"])


def copied(repository: Path, folder: Path) -> Path:
    """What is committed in a repository, and nothing else; Refused where more has been edited."""
    if git(repository, "status", "--porcelain"):
        raise Refused("there are changes that no commit holds")
    git(repository, "clone", "--quiet", "--no-local", str(repository), str(folder))
    return folder


def is_told(folder: Path, tag: str) -> None:
    """Refused where a tag is not of the version, or the version not in the changelog."""
    version = version_of(folder)
    if tag != f"v{version}":
        raise Refused(f"the tag is {tag}, and pyproject.toml says {version}")
    if f"\n## [{version}]" not in (folder / "CHANGELOG.md").read_text(encoding="utf-8"):
        raise Refused(f"CHANGELOG.md has no heading for {version}")


def packages(folder: Path, out: Path) -> None:
    """The source package and the wheel."""
    _run(
        [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d"],
        folder,
        out,
    )


def site(folder: Path, out: Path) -> None:
    """The whole site, on the commit's day, as an archive that any host can serve."""
    with TemporaryDirectory(prefix="apl-") as place:
        built = Path(place, "sitio")
        _run([sys.executable, "-m", "generator", "build", "--no-cache", "--out"], folder, built)
        name = f"registro-apl-{version_of(folder)}-sitio.tar.gz"
        (out / name).write_bytes(archive(built, "sitio", moment_of(folder)))


def _run(words: Sequence[str], folder: Path, out: Path) -> None:
    around = {**os.environ, "SOURCE_DATE_EPOCH": str(moment_of(folder)), "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [*words, str(out)], cwd=folder, env=around, capture_output=True, text=True
    )
    if done.returncode:
        raise Refused(done.stdout + done.stderr)


def archive(folder: Path, name: str, moment: int) -> bytes:
    """A folder as .tar.gz, its files in the order of their names, of nobody, at one moment."""
    body = io.BytesIO()
    with tarfile.open(fileobj=body, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                data = path.read_bytes()
                entry = tarfile.TarInfo(f"{name}/{path.relative_to(folder).as_posix()}")
                entry.size, entry.mtime, entry.mode = len(data), moment, 0o644
                tar.addfile(entry, io.BytesIO(data))
    return gzip.compress(body.getvalue(), mtime=moment)


def bill(folder: Path, out: Path) -> None:
    """The bill of materials of what is installed for this."""
    text = sbom.text(folder, datetime.fromtimestamp(moment_of(folder), UTC))
    name = f"registro-apl-{version_of(folder)}.cdx.json"
    (out / name).write_text(text, encoding="utf-8", newline="\n")


def sums(files: Iterable[Path]) -> str:
    """What `sha256sum --check` reads."""
    found: Mapping[str, bytes] = {path.name: path.read_bytes() for path in files}
    return "".join(f"{sha256(found[name]).hexdigest()}  {name}\n" for name in sorted(found))


Part = Callable[[Path, Path], None]
PARTS: tuple[Part, ...] = (packages, site, bill)


def release(repository: Path, out: Path, tag: str, parts: Iterable[Part] = PARTS) -> list[Path]:
    """Make all of it in a new folder; its files."""
    out = out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    if any(out.iterdir()):
        raise Refused(f"{out} is not empty")
    with TemporaryDirectory(prefix="apl-") as place:
        folder = copied(repository, Path(place, "registro-apl"))
        if tag:
            is_told(folder, tag)
        for part in parts:
            part(folder, out)
    files = sorted(path for path in out.iterdir())
    (out / SUMS).write_text(sums(files), encoding="ascii", newline="\n")
    return [*files, out / SUMS]


def main(words: Sequence[str] | None = None) -> int:
    """Make a release and name its files; 1 where that is refused."""
    parser = argparse.ArgumentParser(prog="release", description="Make the files of a release.")
    parser.add_argument("out", type=Path, help="an empty folder, or a new one")
    parser.add_argument("--tag", default="", help="the tag that the version has to bear")
    options = parser.parse_args(words)
    try:
        made = release(ROOT, options.out, options.tag)
    except (Refused, sbom.NotInstalled) as why:
        print(f"release: {why}", file=sys.stderr)
        return 1
    print(*(path.name for path in made), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

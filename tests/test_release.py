"""A release: the same bytes wherever it is made, from what is committed alone."""

import gzip
import os
import subprocess
import sys
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from generator.arguments import ROOT
from scripts import release
from tests.proof.repository import committed, git
from tests.small_project import tree

MADE = """
import sys
from pathlib import Path
from scripts import release
parts = (release.packages, release.bill) if sys.argv[3] == "quick" else release.PARTS
release.release(Path(sys.argv[1]), Path(sys.argv[2]), "", parts)
"""
HERE = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "77"}


def made(folder: Path, kind: str, around: dict[str, str], umask: int) -> Path:
    """The files of a release that a process makes in a clone of this repository."""
    folder.mkdir()
    git(folder, "clone", "--quiet", str(ROOT), "clon")
    done = subprocess.run(
        [sys.executable, "-c", MADE, str(folder / "clon"), str(folder / "dist"), kind],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **around},
        capture_output=True,
        text=True,
        check=False,
        umask=umask,
    )
    assert done.returncode == 0, done.stderr
    return folder / "dist"


def twins(folder: Path, kind: str) -> tuple[Path, Path]:
    """The same release twice: other folders, zones, locales, seeds, and rights of new files."""
    first = made(folder / "uno", kind, HERE, 0o022)
    return first, made(folder / "otra carpeta, con ñ", kind, THERE, 0o077)


def checked(dist: Path) -> str:
    """What sha256sum says of a release."""
    command = ["sha256sum", "--check", "--strict", release.SUMS]
    done = subprocess.run(command, cwd=dist, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


def test_two_folders_give_the_same_packages_and_bill(tmp_path: Path) -> None:
    """Byte for byte; sha256sum agrees with the sums, and every file is in them."""
    first, second = twins(tmp_path, "quick")

    assert tree(first) == tree(second)
    assert len(tree(first)) == 4
    assert checked(first).count(": OK\n") == 3
    with zipfile.ZipFile(next(first.glob("*.whl"))) as wheel:
        assert any(name.endswith("licenses/THIRD-PARTY.toml") for name in wheel.namelist())
        assert "generator/data/licencias/Apache-2.0.txt" in wheel.namelist()
    with tarfile.open(next(first.glob("*.tar.gz"))) as source:
        names = {name.partition("/")[2] for name in source.getnames()}
    kept = {name for name in git(ROOT, "ls-files", "-z").split("\0") if name}
    assert kept - names == set()
    assert names - kept == {"PKG-INFO"}


@pytest.mark.slow
def test_two_folders_give_the_same_release(tmp_path: Path) -> None:
    """The built site among it: it names its commit, so that it can be tried."""
    first, second = twins(tmp_path, "whole")

    assert tree(first) == tree(second)
    assert checked(first).count(": OK\n") == 4
    with tarfile.open(next(first.glob("*-sitio.tar.gz"))) as archive:
        archive.extractall(tmp_path, filter="data")
    told = (tmp_path / "sitio/api/v1/renombrados.json").read_text(encoding="utf-8")
    assert git(tmp_path / "uno" / "clon", "rev-parse", "HEAD") in told
    assert (tmp_path / "sitio/index.html").is_file()


def test_an_archive_does_not_know_who_packed_it(tmp_path: Path) -> None:
    """Neither order of the disk, nor rights, nor times of files are in it; the files are."""
    for name, files in {"uno": "abñ", "dos": "ñba"}.items():
        (tmp_path / name / "d").mkdir(parents=True)
        for file in files:
            path = tmp_path / name / "d" / file
            path.write_text(file, encoding="utf-8")
            path.chmod(0o600 if name == "dos" else 0o755)
            os.utime(path, (len(name), ord(file)))
    first, second = (
        release.archive(tmp_path / name, "sitio", 1_700_000_000) for name in ("uno", "dos")
    )

    assert first == second
    with tarfile.open(fileobj=BytesIO(gzip.decompress(first))) as archive:
        assert archive.getnames() == ["sitio/d/a", "sitio/d/b", "sitio/d/ñ"]
        assert {(one.mtime, one.uid, one.mode) for one in archive} == {(1_700_000_000, 0, 0o644)}


def project(folder: Path, version: str = "1.2.0") -> Path:
    """A repository with a version and a changelog."""
    committed(folder, f'[project]\nversion = "{version}"\n', "pyproject.toml")
    committed(folder, "# Changelog\n\n## [1.2.0] - 2026-11-23\n", "CHANGELOG.md")
    return folder


@pytest.mark.parametrize(
    ("version", "tag", "why"),
    [
        ("1.2.0", "v1.3.0", "the tag is v1.3.0, and pyproject.toml says 1.2.0"),
        ("1.2.0", "1.2.0", "the tag is 1.2.0"),
        ("1.3.0", "v1.3.0", "no heading for 1.3.0"),
    ],
)
def test_a_tag_says_what_is_in_it(version: str, tag: str, why: str, tmp_path: Path) -> None:
    """The version and the changelog agree with it, or there is no release."""
    repository = project(tmp_path / "registro", version)

    with pytest.raises(release.Refused, match=why):
        release.release(repository, tmp_path / "dist", tag, ())
    assert release.release(project(tmp_path / "otro"), tmp_path / "otra", "v1.2.0", ())


def test_what_no_commit_holds_is_not_released(tmp_path: Path) -> None:
    """Nor is a folder filled that holds something else."""
    repository = project(tmp_path / "registro")
    (repository / "nuevo.txt").write_text("x", encoding="utf-8")
    with pytest.raises(release.Refused, match="no commit holds"):
        release.release(repository, tmp_path / "dist", "", ())

    (tmp_path / "lleno").mkdir()
    (tmp_path / "lleno" / "x").touch()
    with pytest.raises(release.Refused, match="not empty"):
        release.release(repository, tmp_path / "lleno", "", ())

"""A commit → a copy of the whole repository as it was, in a folder of its own.

The copy is a small repository that borrows the objects of the one it comes from: nothing is
written there, no hook of anybody runs, and the copy can tell its commit as a clone would.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

Lack = Literal["no_git", "no_repository", "shallow", "unknown", "untrusted", "incomplete"]

_PLAIN = ("core.autocrlf=false", "core.hooksPath=", "core.fsmonitor=false", "core.symlinks=true")


class CannotCheckOut(Exception):
    """The commit cannot be had here, or should not be run; `detail` is what git said."""

    def __init__(self, lack: Lack, detail: str = "") -> None:
        super().__init__(lack, detail)
        self.lack, self.detail = lack, detail


@dataclass(frozen=True, slots=True)
class Copy:
    """The top folder of a repository, and that of its copy."""

    top: Path
    folder: Path

    def at(self, path: Path) -> Path:
        """Where a file or folder is in the copy; as it is where it lies elsewhere."""
        real = path.resolve()
        if not real.is_relative_to(self.top):
            return real
        return self.folder / real.relative_to(self.top)


@contextmanager
def checked_out(registry: Path, commit: str) -> Iterator[Copy]:
    """The repository of a registry at a commit; gone when this is left."""
    top = Path(_git(registry, "rev-parse", "--show-toplevel", lack="no_repository")).resolve()
    _refuse_unknown(top, commit)
    with TemporaryDirectory(prefix="apl-") as folder:
        copy = Path(folder).resolve() / "sitio"
        _borrow(top, copy)
        _git(copy, "update-ref", "--no-deref", "HEAD", commit)
        _git(copy, *_settings(), "reset", "--quiet", "--hard", lack="incomplete")
        yield Copy(top, copy)


def _refuse_unknown(top: Path, commit: str) -> None:
    """A site names its commit, and the program that the commit holds is run: it must be ours."""
    try:
        _git(top, "cat-file", "-e", f"{commit}^{{commit}}")
    except CannotCheckOut:
        is_shallow = _git(top, "rev-parse", "--is-shallow-repository") == "true"
        raise CannotCheckOut("shallow" if is_shallow else "unknown") from None
    if _answers(top, "merge-base", "--is-ancestor", commit, "HEAD"):
        return
    ours = ("refs/heads", "refs/remotes/origin", "refs/tags")
    if not _git(top, "for-each-ref", "--count=1", f"--contains={commit}", *ours):
        raise CannotCheckOut("untrusted")


def _borrow(top: Path, copy: Path) -> None:
    form = _git(top, "rev-parse", "--show-object-format")
    copy.mkdir()
    _git(copy, "init", "--quiet", "--template=", f"--object-format={form}")
    git = copy / ".git"
    alternates = git / "objects" / "info" / "alternates"
    alternates.parent.mkdir(parents=True, exist_ok=True)
    alternates.write_text(f"{_inner(top, 'objects')}\n", encoding="utf-8")
    shallow = _inner(top, "shallow")
    if shallow.is_file():
        (git / "shallow").write_bytes(shallow.read_bytes())
    for setting in _PLAIN:
        _git(copy, "config", *setting.split("=", 1))


def _inner(top: Path, name: str) -> Path:
    return (top / _git(top, "rev-parse", "--git-path", name)).resolve()


def _settings() -> Iterator[str]:
    for setting in _PLAIN:
        yield from ("-c", setting)


def _answers(folder: Path, *words: str) -> bool:
    return _run(folder, words).returncode == 0


def _git(folder: Path, *words: str, lack: Lack = "unknown") -> str:
    done = _run(folder, words)
    if done.returncode:
        raise CannotCheckOut(lack, os.fsdecode(done.stderr).strip())
    return os.fsdecode(done.stdout).strip()


def _run(folder: Path, words: tuple[str, ...]) -> "subprocess.CompletedProcess[bytes]":
    around = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = {**around, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
    command = ["git", "-C", str(folder), *words]
    try:
        return subprocess.run(command, capture_output=True, check=False, env=environment)
    except FileNotFoundError:
        raise CannotCheckOut("no_git") from None

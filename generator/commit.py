"""Asks git from which commit a site is made: the one place that knows of git."""

import os
from pathlib import Path

from generator.sources import Sources

PROGRAM = Path(__file__).parent
_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX")
"""What git tells its own hooks: it may be about another repository."""


def source_commit(sources: Sources) -> str:
    """The commit of the registry's repository; "" where none tells exactly what was read.

    That is so outside of git, and while anything that a site is made from differs from the commit:
    records, prose, templates, or this program where it lies in the same repository.
    """
    registry = sources.registry.resolve()
    top = _git(registry, "rev-parse", "--show-toplevel")
    commit = _git(registry, "rev-parse", "--verify", "HEAD")
    if not top or not commit:
        return ""
    beside = (*(one.resolve() for one in sources.beside_records), PROGRAM)
    inside = [str(one) for one in beside if one.is_relative_to(top.strip())]
    changed = (
        _git(registry, "status", "--porcelain", "--ignored", "--", str(registry)),
        _git(registry, "status", "--porcelain", "--", *inside) if inside else "",
    )
    return commit.strip() if changed == ("", "") else ""


def _git(folder: Path, *words: str) -> str | None:
    """What git answers; None where it does not, or is not there."""
    import subprocess  # a command that finds nothing changed can do without

    settings = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    command = ["git", "--no-optional-locks", "-C", str(folder), *words]
    try:
        done = subprocess.run(command, capture_output=True, text=True, env=settings, check=False)
    except (OSError, UnicodeDecodeError):
        return None
    return done.stdout if done.returncode == 0 else None


def head(folder: str) -> str:
    """What tells the current commit from any other, read without git; "" outside of git."""
    try:
        git = _git_folder(Path(folder).resolve())
        name = (git / "HEAD").read_text(encoding="utf-8").strip() if git else ""
        if git is None or not name.startswith("ref: "):
            return name
        return _resolved(git, name.removeprefix("ref: "))
    except (OSError, UnicodeDecodeError):
        return ""


def _git_folder(folder: Path) -> Path | None:
    """A worktree of its own has a file in its place, which names the folder."""
    for place in (folder, *folder.parents):
        found = place / ".git"
        if found.is_file():
            named = found.read_text(encoding="utf-8").strip().removeprefix("gitdir: ")
            return place / named
        if found.is_dir():
            return found
    return None


def _resolved(git: Path, name: str) -> str:
    """A branch's commit, from its own file or from the list of packed ones."""
    common = git / "commondir"
    shared = git / common.read_text(encoding="utf-8").strip() if common.is_file() else git
    for place in (git / name, shared / name):
        if place.is_file():
            return place.read_text(encoding="utf-8").strip()
    packed = shared / "packed-refs"
    lines = packed.read_text(encoding="utf-8").splitlines() if packed.is_file() else []
    return next((one.partition(" ")[0] for one in lines if one.endswith(f" {name}")), "")

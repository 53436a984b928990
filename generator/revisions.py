"""A git revision, or a folder → a folder that holds its registry as it was."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Literal

from generator.model import COLLECTIONS

Lack = Literal["no_git", "no_repository", "distrusted", "shallow", "unknown", "missing_objects"]

_LINK, _MODULE = "120000", "160000"
_OF_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git tells its hooks is relative to where it runs them: the folder itself says it better."""


class NoRevision(Exception):
    """A state that cannot be had, and why; `detail` is what git said of it."""

    def __init__(self, lack: Lack, name: str, detail: str = "") -> None:
        super().__init__(lack, name, detail)
        self.lack, self.name, self.detail = lack, name, detail


@dataclass(frozen=True, slots=True)
class State:
    """A state of a registry: its folder, what was asked for, and the commit where it is one.

    `is_there` is false where the commit holds no registry at all.
    """

    folder: Path
    name: str
    commit: str = ""
    is_there: bool = True


@contextmanager
def state(name: str, registry: Path) -> Iterator[State]:
    """The registry as it was at a revision of the repository that holds `registry`.

    A folder that holds a registry, or a copy of the project, serves as well; a revision of the same
    name goes before it. What is taken out of git is gone when this is left.
    """
    try:
        commit = _commit(name, registry)
    except NoRevision as why:
        if not Path(name).is_dir():
            raise NoRevision(why.lack, why.name or name, why.detail) from None
        yield State(_registry_in(Path(name)), name)
        return
    with TemporaryDirectory(prefix="apl-") as folder:
        root = Path(folder, "registry")
        root.mkdir()
        yield State(root, name, commit, _take_out(registry, commit, root))


def _registry_in(folder: Path) -> Path:
    inside = folder / "registry"
    holds_records = any((folder / one).is_dir() for one in COLLECTIONS)
    return inside if inside.is_dir() and not holds_records else folder


def ahead_of(base: str, head: str, registry: Path) -> int | None:
    """How many commits `base` has that `head` lacks (HEAD, if ""); None where it is not known."""
    try:
        said = _git(registry, "rev-list", "--count", base, f"^{head or 'HEAD'}")
    except NoRevision:
        return None
    return int(said) if said.strip().isdigit() else None


def _commit(name: str, registry: Path) -> str:
    """The commit of a revision; a branch that only the remote has is meant as well."""
    _git(registry, "rev-parse", "--git-dir", otherwise="no_repository")
    for one in (name, f"origin/{name}"):
        try:
            found = _git(registry, "rev-parse", "--verify", "--quiet", "--end-of-options",
                         f"{one}^{{commit}}")  # fmt: skip
        except NoRevision:
            continue
        return found.strip()
    shallow = _git(registry, "rev-parse", "--is-shallow-repository").strip() == "true"
    raise NoRevision("shallow" if shallow else "unknown", name)


def _take_out(registry: Path, commit: str, root: Path) -> bool:
    """Write every file of the registry as the commit has it, bytes and links, nothing converted."""
    inside = _git(registry, "rev-parse", "--show-prefix").rstrip("\n")
    listed = _git(registry, "ls-tree", "-r", "-z", "--full-tree", commit, "--", inside or ".")
    rows = [row.partition("\t") for row in listed.split("\0") if row]
    blobs = [(head.split(" "), PurePosixPath(path)) for head, _, path in rows]
    blobs = [one for one in blobs if one[0][0] != _MODULE and ".." not in one[1].parts]
    contents = _contents(registry, [blob for (_, _, blob), _ in blobs])
    for ((mode, _, _), path), content in zip(blobs, contents, strict=True):
        file = root / path.relative_to(inside or ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        if mode == _LINK:
            file.symlink_to(os.fsdecode(content))
        else:
            file.write_bytes(content)
    return bool(blobs)


def _contents(registry: Path, blobs: list[str]) -> Iterator[bytes]:
    """What each blob holds, of all by one process."""
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    done = _run(registry, ["cat-file", "--batch"], asked)
    said, at = done.stdout, 0
    for blob in blobs:
        end = said.find(b"\n", at)
        head = said[at:end].split(b" ")
        if end < 0 or len(head) != 3:  # «… missing»
            raise NoRevision("missing_objects", blob, os.fsdecode(done.stderr).strip())
        start, size = end + 1, int(head[2])
        yield said[start : start + size]
        at = start + size + 1


def _git(registry: Path, *words: str, otherwise: Lack = "unknown") -> str:
    """What git says to a question asked from within the registry."""
    done = _run(registry, list(words))
    if done.returncode:
        said = os.fsdecode(done.stderr).strip()
        raise NoRevision("distrusted" if "safe.directory" in said else otherwise, "", said)
    return os.fsdecode(done.stdout)


def _run(
    registry: Path, words: list[str], given: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    command = ["git", "-C", str(registry), *words]
    around = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
    environment = {**around, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(
            command, input=given, capture_output=True, check=False, env=environment
        )
    except FileNotFoundError:
        raise NoRevision("no_git", "") from None

"""A commit is copied out of a repository, whole, and nothing is done to the repository."""

from pathlib import Path

import pytest

from generator.commit import source_commit
from generator.proof.checkout import CannotCheckOut, checked_out
from generator.sources import Sources
from tests.proof.repository import committed, git
from tests.small_project import tree


def lack(registry: Path, commit: str) -> str:
    with pytest.raises(CannotCheckOut) as why, checked_out(registry, commit):
        pass
    return str(why.value.lack)


def test_the_copy_is_the_commit_and_can_tell_it(tmp_path: Path) -> None:
    """An older one as well, while the work goes on here; nothing stays afterwards."""
    top = tmp_path / "repo ñ"
    first = committed(top, "uno")
    committed(top, "dos")
    (top / "registry" / "x.txt").write_text("tres")
    before = tree(top)

    with checked_out(top / "registry", first) as copy:
        file = copy.at(top / "registry" / "x.txt")
        assert file.read_text() == "uno"
        assert git(copy.folder, "status", "--porcelain") == ""
        places = (top / one for one in ("registry", "content", "templates", "mkdocs.yml"))
        assert source_commit(Sources(*map(copy.at, places))) == first
        assert copy.at(tmp_path / "elsewhere") == tmp_path / "elsewhere"

    assert not copy.folder.exists()
    assert tree(top) == before


def test_no_hook_runs_and_nothing_is_converted(tmp_path: Path) -> None:
    """Whatever the repository or its attributes say."""
    top = tmp_path / "repo"
    committed(top, "* export-ignore\n", ".gitattributes")
    first = committed(top, "uno\r\ndos\n")
    hook = top / ".git" / "hooks" / "post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    hook.chmod(0o755)
    git(top, "config", "core.autocrlf", "true")
    stored = git(top, "cat-file", "-s", f"{first}:registry/x.txt")

    with checked_out(top, first) as copy:
        content = (copy.folder / "registry" / "x.txt").read_bytes()

    assert len(content) == int(stored)
    assert not (tmp_path / "ran").exists()


def test_a_commit_of_nobody_here_is_not_run(tmp_path: Path) -> None:
    """A site may name any commit; one of a proposal that was only fetched is not built."""
    top, fork = tmp_path / "repo", tmp_path / "fork"
    committed(top, "uno")
    git(tmp_path, "clone", "--quiet", str(top), str(fork))
    theirs = committed(fork, "malo")
    git(top, "fetch", "--quiet", str(fork))

    assert lack(top, theirs) == "untrusted"
    git(top, "branch", "trusted", theirs)
    with checked_out(top, theirs) as copy:
        assert (copy.folder / "registry" / "x.txt").read_text() == "malo"


def test_what_is_lacking_is_told(tmp_path: Path) -> None:
    """Outside of git, an unknown commit, and history that a shallow clone has not got."""
    top, shallow = tmp_path / "repo", tmp_path / "shallow"
    first = committed(top, "uno")
    last = committed(top, "dos")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{top}", str(shallow))

    assert lack(tmp_path, first) == "no_repository"
    assert lack(top, "0" * 40) == "unknown"
    assert lack(shallow, first) == "shallow"
    with checked_out(shallow, last) as copy:
        assert (copy.folder / "registry" / "x.txt").read_text() == "dos"


def test_a_clone_without_its_files_says_so(tmp_path: Path) -> None:
    """A partial clone is not filled behind one's back."""
    top, partial = tmp_path / "repo", tmp_path / "partial"
    first = committed(top, "uno")
    committed(top, "dos")
    git(top, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", f"file://{top}", str(partial))

    assert lack(partial, first) == "incomplete"

"""Expectations of the commit that a site names."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commit import head, source_commit
from generator.sources import Sources

Git = Callable[..., str]


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    """The four places of a project, in a folder of their own."""
    made = Sources(
        *(tmp_path / name for name in ("registry", "content", "templates", "mkdocs.yml"))
    )
    for folder in (made.registry, made.content, made.templates):
        folder.mkdir()
        (folder / "uno.txt").write_text("uno\n", encoding="utf-8")
    made.config.write_text("site_name: x\n", encoding="utf-8")
    return made


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Runs git in the project, as somebody."""
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "Alguien")
        monkeypatch.setenv(f"{name}_EMAIL", "alguien@institucion.example")

    def run(*words: str) -> str:
        command = ["git", "-C", str(tmp_path), "-c", "init.defaultBranch=main", *words]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    return run


@pytest.fixture
def committed(git: Git, sources: Sources) -> str:
    """All of it committed; the id of the commit."""
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Todo")
    assert sources.registry.exists()
    return git("rev-parse", "HEAD")


def test_outside_of_git_there_is_none(sources: Sources) -> None:
    """A folder that nobody versions was made from no commit."""
    assert (source_commit(sources), head(str(sources.registry))) == ("", "")


def test_a_repository_without_commits_has_none(sources: Sources, git: Git) -> None:
    """Neither has one that was only just made."""
    git("init", "--quiet")

    assert (source_commit(sources), head(str(sources.registry))) == ("", "")


def test_what_is_committed_has_its_commit(sources: Sources, committed: str) -> None:
    """Both ways of asking give the same."""
    assert source_commit(sources) == committed
    assert head(str(sources.registry)) == committed


def test_packed_and_detached_heads_are_read(sources: Sources, git: Git, committed: str) -> None:
    """However git keeps a branch, the commit is found."""
    git("pack-refs", "--all")
    assert head(str(sources.registry)) == committed
    git("checkout", "--quiet", "--detach")
    assert head(str(sources.registry)) == committed


def test_a_worktree_has_its_own_commit(
    sources: Sources, git: Git, committed: str, tmp_path: Path
) -> None:
    """Where `.git` is a file that names the folder, that is followed."""
    git("worktree", "add", "--quiet", str(tmp_path / "otro"), "-b", "rama")
    other = tmp_path / "otro/registry"

    assert head(str(other)) == committed
    moved = Sources(other, *(tmp_path / "otro" / n for n in ("content", "templates", "mkdocs.yml")))
    assert source_commit(moved) == committed
    assert sources.registry.exists()


@pytest.mark.parametrize("name", ["registry", "content", "templates"])
def test_what_differs_from_its_commit_has_none(sources: Sources, committed: str, name: str) -> None:
    """An edited or new file makes it something that no commit tells."""
    file = getattr(sources, name) / "uno.txt"
    file.write_text("dos\n", encoding="utf-8")
    assert source_commit(sources) == ""
    file.write_text("uno\n", encoding="utf-8")
    assert source_commit(sources) == committed
    file.with_name("dos.txt").write_text("dos\n", encoding="utf-8")
    assert source_commit(sources) == ""


def test_ignored_records_count_as_changed(sources: Sources, committed: str, tmp_path: Path) -> None:
    """Records are read whether git looks at them or not."""
    assert source_commit(sources) == committed
    (tmp_path / ".git/info/exclude").write_text("registry/secreto.yaml\n", encoding="utf-8")
    (sources.registry / "secreto.yaml").write_text("x: y\n", encoding="utf-8")

    assert source_commit(sources) == ""


def test_other_places_may_lie_elsewhere(
    sources: Sources, committed: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The registry's own repository is asked; what lies outside of it is not."""
    elsewhere = tmp_path_factory.mktemp("otra-parte")

    assert source_commit(sources._replace(content=elsewhere)) == committed


def test_a_hook_of_another_repository_does_not_mislead(
    sources: Sources, committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What git tells its hooks in the environment is about their own repository."""
    monkeypatch.setenv("GIT_DIR", "/nowhere")

    assert source_commit(sources) == committed


def test_without_git_there_is_none(
    sources: Sources, committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that lacks git builds all the same."""
    assert committed
    monkeypatch.setenv("PATH", "")

    assert source_commit(sources) == ""

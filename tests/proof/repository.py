"""Small git repositories, and sites that name their commits."""

import os
import subprocess
from pathlib import Path

WHO = {
    f"GIT_{role}_{key}": value
    for role in ("AUTHOR", "COMMITTER")
    for key, value in (("NAME", "Alguien"), ("EMAIL", "alguien@institucion.example"))
}


def git(folder: Path, *words: str) -> str:
    """What git says in a folder."""
    command = ["git", "-C", str(folder), "-c", "init.defaultBranch=main", *words]
    around = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**around, **WHO}
    )
    return done.stdout.strip()


def committed(folder: Path, text: str, name: str = "registry/x.txt") -> str:
    """Commit a file into a repository, which is made if need be; the commit's id."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", text)
    return git(folder, "rev-parse", "HEAD")


def told(commit: str | None, day: str = "2026-11-23") -> bytes:
    """The head of an answer, as a site gives it."""
    named = f'"{commit}"' if commit else "null"
    return (
        f'{{"schema_version":1,"day":"{day}","source_commit":{named},"total":0,"result":[]}}'
    ).encode()


def site(folder: Path, files: dict[str, bytes]) -> Path:
    """A folder with these files."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder

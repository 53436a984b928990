"""A copy of a repository → the site that it makes, built by the program that it holds."""

import os
import subprocess
import sys
from pathlib import Path

from generator.proof.checkout import Copy
from generator.proof.claim import Claim
from generator.sources import ENGINES, Sources

_PROGRAM = Path(__file__).resolve().parent.parent
_MOST_TOLD = 2_000


class NotRebuilt(Exception):
    """The commit does not build here; the end of what was said."""


def rebuild(sources: Sources, copy: Copy, claim: Claim, out: Path) -> bool:
    """Build the site of a claim into `out`; whether all that it is made from is of the commit."""
    places = {
        "registry": sources.registry,
        "content": sources.content,
        "templates": sources.templates,
        "config": sources.config,
    }
    moved = {name: copy.at(path) for name, path in places.items()}
    words = [f"--{name}={path}" for name, path in moved.items()]
    words += [f"--out={out}", f"--day={claim.day}", "--no-cache"]
    program = copy.at(_PROGRAM)
    words += ["--offline"] if claim.offline else []
    words += [] if claim.engine == ENGINES[0] else [f"--engine={claim.engine}"]
    _run(words, program.parent)
    return all(one.is_relative_to(copy.folder) for one in (*moved.values(), program))


def _run(words: list[str], program: Path) -> None:
    command = [sys.executable, "-m", "generator", "build", *words]
    around = {n: v for n, v in os.environ.items() if n not in ("PYTHONSAFEPATH", "PYTHONHOME")}
    environment = {**around, "PYTHONPATH": str(program), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, capture_output=True, cwd=program, env=environment, check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        raise NotRebuilt(said[-_MOST_TOLD:].strip())

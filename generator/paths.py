"""Files and problems of a registry → their paths as one would type them here."""

import os
from dataclasses import replace
from pathlib import Path

from generator.problem import Problem


def typed(path: Path) -> str:
    """A path relative to the current folder where it lies below it, absolute elsewhere."""
    absolute, here = Path(os.path.abspath(path)), Path.cwd()
    return str(absolute.relative_to(here) if absolute.is_relative_to(here) else absolute)


def shown(problem: Problem, root: Path) -> Problem:
    """A problem of a file below `root`, with the path that one would type."""
    path = typed(root / problem.place.path)
    return replace(problem, place=replace(problem.place, path=path))

"""A registry's folder → its records and every problem in it, sorted."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.load import Loaded, load
from generator.problem import Problem


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read, and what is wrong with it; paths are relative to the registry."""

    loaded: Loaded
    problems: tuple[Problem, ...]


def check(root: Path, day: date) -> Checked:
    """Every fault and warning of the registry in `root`."""
    loaded = load(root)
    return Checked(loaded, tuple(sorted(loaded.problems, key=lambda p: (p.place, p.code))))

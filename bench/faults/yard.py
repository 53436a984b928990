"""A small registry in a few states → a site built from each, to know what a fault may leave."""

import os
import random
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from itertools import product
from pathlib import Path

from bench import ours
from bench.registry.days import DAY
from bench.registry.whole import files, write
from generator import placing
from generator.arguments import ROOT

NAMES = ("Conservas Primera SpA", "Conservas Segunda y Última Limitada")
DAYS = (str(DAY), str(DAY + timedelta(days=1)))

State = tuple[str, str]
Tree = Mapping[str, str]


@dataclass
class Yard:
    """A project in which builds are interrupted, and the sites that whole builds make of it."""

    folder: Path
    companies: int
    project: ours.Project = field(init=False)
    clean: dict[State, Tree] = field(init=False)

    def __post_init__(self) -> None:
        registry = self.folder / "registry"
        write(files(self.companies), registry)
        self.project = ours.project(registry, self.folder / "project")
        self._edit = ours.edit(registry)
        self.out = self.folder / "site"
        self.clean = {state: self._clean(state) for state in product(NAMES, DAYS)}

    def _clean(self, state: State) -> Tree:
        out = self.folder / f"clean-{NAMES.index(state[0])}-{state[1]}"
        self.be(state)
        done = self.start(state, "--no-cache", out=out).wait()
        assert done == 0, "a clean build failed"
        return tree(out)

    def be(self, state: State) -> None:
        """Give the sources a state; the day is told to the build."""
        self._edit.rename(state[0])

    def start(self, state: State, *more: str, out: Path | None = None) -> "subprocess.Popen[bytes]":
        """A build, as a process group of its own."""
        command = self.project.build(out or self.out, *more)
        words = [*command.words, "--day", state[1]]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        said = (self.folder / "said").open("wb")
        with said:
            return subprocess.Popen(
                words, cwd=self.folder, env=environment, stdout=said, stderr=said
            )

    def said(self) -> str:
        """What the last command said."""
        return (self.folder / "said").read_text(encoding="utf-8")

    def any_state(self, chance: random.Random) -> State:
        """One of the states, at random."""
        return chance.choice(NAMES), chance.choice(DAYS)

    def faults(self) -> Iterator[str]:
        """What an interrupted build should not have left."""
        found = tree(self.out)
        for name, digest in found.items():
            if not any(clean.get(name) == digest for clean in self.clean.values()):
                yield f"half-written: {name}"
        known = [{}, *self.clean.values()]
        if found not in known and not placing.is_unfinished(self.out):
            yield "files of two states, and no note of it"

    def is_right(self, state: State) -> bool:
        """Whether the site is what a whole build makes, with nothing left beside it."""
        beside = {one.name for one in self.folder.iterdir() if one.name.startswith(".site")}
        return tree(self.out) == self.clean[state] and not beside and _is_tidy(self.out)


def _is_tidy(out: Path) -> bool:
    return not placing.is_unfinished(out) and not (out / placing.STAGING).exists()


def tree(folder: Path) -> Tree:
    """Every file of a site by its digest, but for what a build in progress keeps there."""
    found = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if name != placing.NOTE and not name.startswith(placing.STAGING) and path.is_file():
            found[name] = sha256(path.read_bytes()).hexdigest()
    return found

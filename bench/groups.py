"""The groups of figures: each a few cases that are compared with one another."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench import environment, ours
from bench.floor import sizes_text
from bench.measure import Command, cost, sizes_below
from bench.peers import hugo, mkdocs
from bench.peers.markdown import Writer
from bench.peers.names import names
from bench.peers.records import Page, pages
from bench.peers.shell import shell
from bench.registry.days import DAY
from bench.registry.whole import files, write
from bench.rounds import Case, Costs, Tell, alternating
from bench.workshop import Workshop

OURS, FLOOR = "ours", "floor"
HUGO_FILES, HUGO_JSON = "Hugo, a file a page", "Hugo, one JSON file"
MKDOCS, ZENSICAL = "MkDocs + Material + gen-files", "Zensical"
NO_CHANGE, ONE_EDITED = "no change", "one company edited"
CHECK_COLD, CHECK_WARM = "check, cold", "check, warm"
GROWTH = (1_000, 10_000, 100_000)
_DRAWING = re.compile(r'<svg class="apl-mapa.*?</svg>', re.DOTALL)


class Wrong(Exception):
    """A build that left a site which does not say what its sources say."""


@dataclass
class Bench:
    """A registry of some size, what is made ready of it, and the groups that measure it."""

    companies: int
    work: Workshop
    runs: int
    tell: Tell

    @cached_property
    def registry(self) -> Path:
        """The registry that everything is built from."""
        folder = self.work.fresh("registry")
        write(files(self.companies), folder)
        return folder

    @cached_property
    def first(self) -> Path:
        """A site of ours, built once and never timed: it warms the disk and lends its shell."""
        out = self.work.fresh("first")
        cost(self._cold().build(out))
        return out

    @cached_property
    def names(self) -> dict[str, object]:
        """The names that peers look up."""
        return names(self.registry)

    @cached_property
    def pages(self) -> list[Page]:
        """The pages that peers make."""
        comunas = self.names["comunas"]
        assert isinstance(comunas, Mapping)
        return list(pages(self.registry, comunas))

    def _cold(self) -> ours.Project:
        return ours.project(self.registry, self.work.fresh("project"))

    def _room(self, command: Command) -> Command:
        self.work.need(sum(sizes_below(self.first).values()))
        return command

    def build_case(self) -> Case:
        """Ours with everything on, without a cache, into a new folder."""
        return Case(OURS, lambda: self._room(self._cold().build(self.work.fresh("ours"))))

"""A number of companies → the registry of that size and what peers need to build the same."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from bench import ours
from bench.floor import sizes_text
from bench.measure import cost, sizes_below
from bench.peers.markdown import Writer
from bench.peers.names import names
from bench.peers.records import Page, pages
from bench.peers.shell import Shell, shell
from bench.registry.days import DAY
from bench.registry.whole import files, write
from bench.workshop import Workshop

_BYTES_A_COMPANY = 60_000
"""What any of the builders writes for a company and its share of everything else, and some more."""
_DRAWING = re.compile(r'<svg class="apl-mapa.*?</svg>', re.DOTALL)


@dataclass
class Stock:
    """Everything that is made once, before anything is timed; each part when first asked for."""

    companies: int
    work: Workshop

    @cached_property
    def registry(self) -> Path:
        """The registry that everything is built from."""
        folder = self.work.fresh("registry")
        write(files(self.companies), folder)
        return folder

    @cached_property
    def first(self) -> Path:
        """A site of ours that is never timed: it warms the disk, and peers borrow its shell."""
        out = self.room("first")
        cost(self.project().build(out))
        return out

    @cached_property
    def sizes(self) -> Path:
        """The sizes of that site's files, as the floor reads them."""
        file = self.work.fresh("sizes")
        file.write_text(sizes_text(sizes_below(self.first)), encoding="utf-8")
        return file

    @cached_property
    def names(self) -> Mapping[str, Any]:
        """The names that peers look up."""
        return names(self.registry)

    def pages(self) -> Iterator[Page]:
        """The pages that peers make; not kept, for they would take memory from what is measured."""
        return pages(self.registry, self.names["comunas"])

    @property
    def writer(self) -> Writer:
        """Writes those pages as Markdown."""
        return Writer(self.names, f"{DAY}")

    @cached_property
    def shell(self) -> Shell:
        """What stands around a record on our pages."""
        return shell(next((self.first / "empresas").glob("*/index.html")))

    @cached_property
    def drawing(self) -> str:
        """The map of an agreement's page; empty where no page has one."""
        texts = (path.read_text("utf-8") for path in self.first.glob("acuerdos/*/index.html"))
        return next((found[0] for text in texts if (found := _DRAWING.search(text))), "")

    def project(self) -> ours.Project:
        """Our own, with no cache yet."""
        return ours.project(self.registry, self.work.fresh("project"))

    def room(self, name: str) -> Path:
        """A new folder for a site; NoRoom where the disk could not take it."""
        self.work.need(self.companies * _BYTES_A_COMPANY)
        return self.work.fresh(name)

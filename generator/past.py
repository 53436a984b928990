"""The last build of a site, as it was kept → what of it still holds.

What a build keeps is the whole check, what every file was made from, and how the site looked when
it was done. A site that somebody has touched since, or other words, settings or templates, make all
of it void but the reading of records whose files are the same.
"""

import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import store
from generator.checking import FIRST, Before
from generator.file_states import Uncertain, digest, outputs_digest, program, sources_digest
from generator.load import Loaded
from generator.pouring import NOTHING, Poured
from generator.registry import registry
from generator.views.page import Site
from generator.views.survey import Survey


@dataclass(frozen=True, slots=True)
class Past:
    """What the last build left; `made_from` tells everything but records that went into it."""

    before: Before = FIRST
    poured: Poured = NOTHING
    made_from: str = ""
    outputs: str = ""


class Archive:
    """Where the past of one registry and one site is kept; nowhere without a cache."""

    def __init__(self, cache: Path | None, registry: Path, out: Path) -> None:
        self.began = time.time_ns()
        self._out = out
        places = digest(os.path.realpath(one) for one in (registry, out))[:16]
        self._file = cache / f"{places}.obra" if cache else None
        self._program = program() if cache else ""

    @property
    def is_open(self) -> bool:
        """Whether anything is kept at all."""
        return self._file is not None

    def past(self) -> Past:
        """The last build, if there was one."""
        found = store.kept(self._file, self._program) if self._file else None
        return found if isinstance(found, Past) else Past()

    def keep(self, past: Past) -> None:
        """Keep a build that is done."""
        if self._file:
            store.keep(self._file, self._program, past)

    def made_from(self, sources: Iterable[Path], *words: object) -> str:
        """What tells these sources and words from any others; "" where that cannot be told."""
        try:
            states = sources_digest([os.path.abspath(one) for one in sources], self.began)
        except (OSError, Uncertain):
            return ""
        return digest([states, *map(repr, words)])

    def outputs(self, names: Iterable[str]) -> str:
        """What tells the site as it stands from any other; "" where a file of it is missing."""
        try:
            return outputs_digest(os.path.abspath(self._out), sorted(names))
        except OSError:
            return ""

    def still_holds(self, past: Past, made_from: str) -> Poured:
        """What was poured, if all that it was made from is the same and nobody touched the site."""
        if not made_from or past.made_from != made_from:
            return NOTHING
        is_whole = past.outputs and self.outputs(past.poured.names) == past.outputs
        return past.poured if is_whole else NOTHING


def tokens(near: Iterable[Loaded], day: date) -> frozenset[str]:
    """The names of all that edited records and their neighbours give to any index, then and now."""
    site = Site(url="", day=day)
    return frozenset().union(*(Survey(registry(one), site).tokens() for one in near))

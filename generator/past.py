"""The last build of a site, as it was kept → what of it still holds.

What a build keeps is the whole check, what every file was made from, and how the site looked when
it was done. A site that somebody has touched since, or other words, settings or templates, make all
of it void but the reading of records whose files are the same.
"""

import os
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator import store
from generator.checking import FIRST, Before
from generator.file_states import Outputs, Uncertain, digest, program, sources_digest
from generator.load import Loaded
from generator.publish import Published
from generator.registry import registry
from generator.tasks import NOTHING, Poured
from generator.views.page import Site
from generator.views.survey import Survey

_KIND = "obra"


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
        self._outputs: Outputs | None = None
        places = digest(os.path.realpath(one) for one in (registry, out))[:16]
        self.program = program() if cache else ""
        self.keeper = store.Keeper(cache, places, self.program) if cache else None

    @property
    def is_open(self) -> bool:
        """Whether anything is kept at all."""
        return self.keeper is not None

    def past(self) -> Past:
        """The last build, if there was one."""
        found = self.keeper.kept(_KIND) if self.keeper else None
        return found if isinstance(found, Past) else Past()

    def keep(self, past: Past, published: Published) -> str:
        """Keep a build that is done; what tells the site from any later state, "" where unkept."""
        if self.keeper is None:
            return ""
        outputs = self._left(published)
        self.keeper.keep(_KIND, replace(past, outputs=outputs))
        return outputs

    def made_from(self, sources: Iterable[Path], *words: object) -> str:
        """What tells these sources and words from any others; "" where that cannot be told."""
        try:
            states = sources_digest([os.path.abspath(one) for one in sources], self.began)
        except (OSError, Uncertain):
            return ""
        return digest([states, *map(repr, words)])

    def still_holds(self, past: Past, made_from: str) -> Poured:
        """What was poured, if all that it was made from is the same and nobody touched the site."""
        if not made_from or past.made_from != made_from:
            return NOTHING
        return past.poured if self._look(past.poured.names) == past.outputs else NOTHING

    def _left(self, published: Published) -> str:
        """What tells the site as it stands from any other: only what was touched has changed."""
        if self._outputs is None:
            return self._look(published.names)
        self._outputs.touch(published.touched)
        return self._outputs.digest()

    def _look(self, names: Iterable[str]) -> str:
        """The same, looking at every file; "" where one is missing."""
        try:
            self._outputs = Outputs(os.path.abspath(self._out), sorted(names))
        except OSError:
            return ""
        return self._outputs.digest()


def tokens(near: Iterable[Loaded], day: date) -> frozenset[str]:
    """The names of all that edited records and their neighbours give to any index, then and now."""
    site = Site(url="", day=day)
    return frozenset().union(*(Survey(registry(one), site).tokens() for one in near))

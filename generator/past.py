"""The last build of a site, as it was kept → what of it still holds.

What a build keeps is the whole check, what every file was made from, and how the site looked when
it was done. A site that somebody has touched since, or other words, settings or templates, make all
of it void but the reading of records whose files are the same.
"""

import os
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple, Self

from generator import store
from generator.checking import FIRST, Before
from generator.file_states import Uncertain, digest, program, sources_digest
from generator.ledger import Ledger
from generator.load import Loaded
from generator.looking import Look, look
from generator.publish import Published
from generator.registry import registry
from generator.tasks import NOTHING, Poured
from generator.views.page import Site
from generator.views.survey import Survey

_KIND = "obra"
_FILES, _MADE = "lecturas", "hechos"


@dataclass(frozen=True, slots=True)
class Past:
    """What the last build left; `made_from` tells everything but records that went into it."""

    before: Before = FIRST
    poured: Poured = NOTHING
    made_from: str = ""
    outputs: str = ""


class _Left(NamedTuple):
    """A past without its two long lists, and the stamps under which these are kept."""

    past: Past
    files: str
    made: str


class Archive:
    """Where the past of one registry and one site is kept; nowhere without a cache."""

    def __init__(self, cache: Path | None, registry: Path, out: Path) -> None:
        self.began = time.time_ns()
        self._out = out
        self._seen: Look | None = None
        self._names: frozenset[str] = frozenset()
        places = digest(os.path.realpath(one) for one in (registry, out))[:16]
        self.program = program() if cache else ""
        self.keeper = store.Keeper(cache, places, self.program) if cache else None
        self._files, self._made = (Ledger(self.keeper, kind) for kind in (_FILES, _MADE))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._seen:
            self._seen.close()

    @property
    def is_open(self) -> bool:
        """Whether anything is kept at all."""
        return self.keeper is not None

    def past(self) -> Past:
        """The last build, if there was one."""
        left = self.keeper.kept(_KIND) if self.keeper else None
        if not isinstance(left, _Left):
            return Past()
        files, made = self._files.held(left.files), self._made.held(left.made)
        if not (files and made):
            return Past()
        past = left.past
        before, poured = replace(past.before, files=files), replace(past.poured, made=made)
        self._names = poured.names
        return replace(past, before=before, poured=poured)

    def look(self) -> None:
        """Begin to look at the site of the last build; it takes as long as planning the next."""
        if self._names:
            self._seen = self._look(self._names)

    def keep(self, past: Past, published: Published) -> str:
        """Keep a build that is done; what tells the site from any later state, "" where unkept."""
        if self.keeper is None:
            return ""
        left = self._left(published)
        files, made = self._files.keep(past.before.files), self._made.keep(past.poured.made)
        before, poured = replace(past.before, files={}), replace(past.poured, made={})
        outputs = left()
        rest = Past(before, poured, past.made_from, outputs)
        self.keeper.keep(_KIND, _Left(rest, files, made))
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
        return past.poured if self._seen and self._seen.digest() == past.outputs else NOTHING

    def _left(self, published: Published) -> Callable[[], str]:
        """What tells the site as it stands from any other: only what was touched has changed."""
        is_seen = published.names <= self._names | published.touched
        if is_seen and self._seen and self._seen.digest():
            return self._seen.again(published.touched)
        return self._look(published.names).digest

    def _look(self, names: Collection[str]) -> Look:
        return look(os.path.abspath(self._out), names)


def tokens(near: Iterable[Loaded], day: date) -> frozenset[str]:
    """The names of all that edited records and their neighbours give to any index, then and now."""
    site = Site(url="", day=day)
    return frozenset().union(*(Survey(registry(one), site).tokens() for one in near))

"""The prose and the theme → the folder of pages that the engine printed, now or last time.

What was printed is kept below the cache under a name made of all that it was printed from, with a
list of its files: where one of them is not what it was, the engine prints anew.
"""

import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator import engine, zensical
from generator.blanks import without_blanks
from generator.file_states import Uncertain, digest, program, sources_digest
from generator.site_state import outputs_digest
from generator.sources import Sources
from generator.theme_markup import mended
from generator.turns import Awaited, meanwhile

MOST = 3
"""Printings kept below one cache."""

_SAID = "avisos.json"
_PAGES = "paginas"

Printed = tuple[list[str], Path]
"""What the engine warned of, and the folder that holds what it printed."""


@contextmanager
def printed(sources: Sources, cache: Path | None) -> Iterator[Awaited[Printed]]:
    """Waits for what the engine prints meanwhile, if it has not been printed before.

    What was printed may be gone when this is left.
    """
    with tempfile.TemporaryDirectory(prefix="apl-") as folder:
        press = _Press(sources, cache, Path(folder))
        if (found := press.found()) is not None:
            yield Awaited(lambda: found)
            return
        with meanwhile(press.print) as wait:
            yield wait


def tidy(printed: Path, content: Path) -> None:
    """Mend and slim, once, the pages that an engine printed; not files that came as they are."""
    for page in printed.rglob("*.html"):
        if not (content / page.relative_to(printed)).exists():
            html = page.read_text(encoding="utf-8")
            page.write_text(without_blanks(mended(html)), encoding="utf-8")


class _Press:
    """Prints the prose, or finds it printed."""

    def __init__(self, sources: Sources, cache: Path | None, aside: Path) -> None:
        self._sources, self._cache, self._aside = sources, cache, aside
        self._began = time.time_ns()
        name = self._name() if cache else ""
        self._folder = cache / name if cache and name else None

    def found(self) -> Printed | None:
        """What was printed last time from the same, if it is all there."""
        return _found(self._folder) if self._folder else None

    def print(self) -> Printed:
        """What was said, and where the pages are."""
        if self._folder is None:
            return self._anew(self._aside), self._aside
        return self._kept(self._folder)

    def _name(self) -> str:
        """What it is printed from, as the name of a folder; "" where that cannot be told."""
        sources = self._sources
        read = [os.path.abspath(one) for one in (sources.content, sources.theme, sources.config)]
        if engine.reads_more(sources.config):
            return ""
        try:
            read_as = sources_digest(read, self._began)
            return f"impreso-{digest([program(), sources.engine, read_as])[:16]}"
        except (OSError, Uncertain):
            return ""

    def _anew(self, out: Path) -> list[str]:
        sources = self._sources
        by_zensical = sources.engine == "zensical"
        print_pages = zensical.print_pages if by_zensical else engine.print_pages
        said = print_pages(sources.config, sources.content, sources.theme, out)
        tidy(out, sources.content)
        return said

    def _kept(self, folder: Path) -> Printed:
        """Print, and keep it; where the cache is closed, what was printed serves as it is."""
        said = self._anew(self._aside / _PAGES)
        names = _names(self._aside / _PAGES)
        try:
            aside = folder.with_name(f".{folder.name}.{os.getpid()}")
            shutil.copytree(self._aside / _PAGES, aside / _PAGES)
            state = outputs_digest(str(aside / _PAGES), names)
            told = {"said": said, "names": names, "state": state}
            (aside / _SAID).write_text(json.dumps(told), encoding="utf-8")
            shutil.rmtree(folder, ignore_errors=True)
            aside.rename(folder)
            _forget(folder.parent)
        except OSError:
            return said, self._aside / _PAGES
        return said, folder / _PAGES


def _names(folder: Path) -> list[str]:
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())


def _found(folder: Path) -> Printed | None:
    """What was printed last time, if it is all there and nobody has touched it."""
    try:
        told = json.loads((folder / _SAID).read_text(encoding="utf-8"))
        if outputs_digest(str(folder / _PAGES), told["names"]) != told["state"]:
            return None
        return list(told["said"]), folder / _PAGES
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _forget(cache: Path) -> None:
    """Keep the newest printings: another command may be reading one of them."""
    found = sorted(cache.glob("impreso-*"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
    for folder in found[MOST:]:
        shutil.rmtree(folder, ignore_errors=True)

"""Prose and moulds → pages printed by Zensical, the successor of Material's makers.

It runs as a program of its own, in a project made for one printing: it takes prose only from below
its configuration, and keeps a cache there. Plugins and hooks it passes over without a word.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.engine import EngineError, has_hooks, theme_of

VERSION = "0.0.73"
"""The release that the moulds were tried with; there is one a week."""

_RUN = "import sys, zensical; zensical.build(sys.argv[1], {'clean': False, 'strict': False})"
_ASIDE = ".imprenta"
"""The project; it lies within what is printed, and goes with it if a printing is cut short."""
_LOOK = "classic"
"""The look that Material's pages have, for which this project's sheets are written."""

_UNUSED = ("search.json", "sitemap.xml", "assets/javascripts/workers")

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_WARNING = re.compile(r"^Warning: (?P<said>.*)\n(?: *╭─\[ (?P<place>\S.*?) \])?", re.MULTILINE)
_MOST_TOLD = 2_000


def is_installed() -> bool:
    """Whether it is there: the register's own site needs it only if asked for."""
    return find_spec("zensical") is not None


def print_pages(config: Path, content: Path, theme: Path, out: Path) -> list[str]:
    """Print every page of `content` into `out`; returns the engine's warnings."""
    project = out / _ASIDE
    look = {"variant": _LOOK, **theme_of(config), "custom_dir": os.path.abspath(theme)}
    shutil.rmtree(project, ignore_errors=True)
    try:
        shutil.copytree(content, project / "content", ignore=_hidden)
        said = _printed(project, _settings(config, look))
        _drop_unused(project / "site", look["variant"])
        shutil.copytree(project / "site", out, dirs_exist_ok=True)
    finally:
        shutil.rmtree(project, ignore_errors=True)
    hooks = [f"{config.name}: Zensical runs no hooks"] if has_hooks(config) else []
    return [*_warnings(said), *hooks]


def _settings(config: Path, look: dict[str, Any]) -> str:
    """A configuration that takes all but folders from ours; JSON is YAML too."""
    settings = {
        "INHERIT": os.path.abspath(config),
        "docs_dir": "content",
        "site_dir": "site",
        "use_directory_urls": True,
        "theme": {name: look[name] for name in ("name", "variant", "custom_dir") if name in look},
    }
    return json.dumps(settings)


def _printed(project: Path, settings: str) -> str:
    """What was said while the project was printed into its `site`."""
    file = project.resolve() / "mkdocs.yml"
    file.write_text(settings, encoding="utf-8")
    words = [sys.executable, "-c", _RUN, str(file)]
    with _ended_with_us():
        done = subprocess.run(
            words, stdin=subprocess.DEVNULL, capture_output=True, cwd=project, check=False
        )
    said = _COLOUR.sub("", done.stderr.decode("utf-8", "replace"))
    if done.returncode:
        raise EngineError(_why(said).replace(f"{file.parent}{os.sep}", ""))
    return said


def _drop_unused(site: Path, variant: str) -> None:
    """Take away its search, its sitemap, and the sheets of the look that is not shown."""
    looks = [f"assets/stylesheets/{look}" for look in ("classic", "modern") if look != variant]
    for one in (site / name for name in (*_UNUSED, *looks)):
        if one.is_dir():
            shutil.rmtree(one)
        else:
            one.unlink(missing_ok=True)


def _hidden(_: str, names: list[str]) -> set[str]:
    """Dot files, and a README.md beside an index.md, whose place it would take."""
    dotted = {name for name in names if name.startswith(".")}
    return dotted | ({"README.md"} & set(names) if "index.md" in names else set())


@contextmanager
def _ended_with_us() -> Iterator[None]:
    """Whoever ends this process ends what it runs: a SIGTERM becomes an exception."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def leave(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _why(said: str) -> str:
    """The error at the end of what a failed run said, without the way to it."""
    *_, last = said.strip().rpartition("Traceback (most recent call last):\n")
    lines = last.splitlines()
    first = next((at for at, line in enumerate(lines) if not line.startswith(" ")), 0)
    return "\n".join(lines[first:])[-_MOST_TOLD:]


def _warnings(said: str) -> list[str]:
    """`index.md:3:5: page does not exist`, for each warning that was drawn with its line."""
    found = _WARNING.finditer(said)
    return [f"{one['place']}: {one['said']}" if one["place"] else one["said"] for one in found]

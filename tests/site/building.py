"""Sources of a site and a day → a built site, made once for all test processes of a run."""

import fcntl
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.messages import message
from generator.pipeline import Built, Sources, build

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 23)
"""The day of the data of every build that does not say another one."""

OWN = Sources(ROOT / "registry", ROOT / "content", ROOT / "templates", ROOT / "mkdocs.yml")
"""What this repository publishes."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What to build a site from."""

    sources: Sources = OWN
    day: date = DAY
    offline: bool = False

    def with_registry(self, folder: Path) -> "Recipe":
        """The same site over another registry."""
        return replace(self, sources=self.sources._replace(registry=folder))

    def with_config(self, path: Path) -> "Recipe":
        """The same site with another configuration."""
        return replace(self, sources=self.sources._replace(config=path))

    def into(self, out: Path) -> Built:
        """Build it into `out`."""
        return build(self.sources, out, self.day, offline=self.offline)


class Kitchen:
    """Builds each named site once, whichever test process asks first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def site(self, name: str, prepare: Callable[[Path], Recipe]) -> Path:
        """The folder of the site `name`; `prepare` gets a folder of its own for its sources."""
        out, done = self.folder / name, self.folder / f"{name}.done"
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                self._cook(name, out, prepare)
                done.touch()
        return out

    def _cook(self, name: str, out: Path, prepare: Callable[[Path], Recipe]) -> None:
        sources = self.folder / f"{name}-sources"
        for leftover in (sources, out):
            shutil.rmtree(leftover, ignore_errors=True)
        sources.mkdir()
        built = prepare(sources).into(out)
        assert built.published is not None, "\n".join(told(built))


def told(built: Built) -> list[str]:
    """The problems that a build tells, a line each."""
    return [f"{p.place.path}:{p.place.line}: {p.code}: {message(p, 'es')}" for p in built.problems]


def copied_registry(folder: Path) -> Path:
    """A copy of this repository's registry, to be changed."""
    return shutil.copytree(OWN.registry, folder / "registry")

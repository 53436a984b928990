"""A rebuilt site and a published one → which files are the same and which are not."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from generator.proof.places import Finding, Place, State


@dataclass(frozen=True, slots=True)
class Compared:
    """Every file that should be there, and those that should not; `sees_all` says if all were."""

    findings: tuple[Finding, ...]
    extra: tuple[str, ...]
    sees_all: bool

    def of(self, state: State) -> tuple[Finding, ...]:
        """The files of one kind, in order."""
        return tuple(one for one in self.findings if one.state == state)

    @property
    def is_same(self) -> bool:
        """Whether nothing differs, is missing or is too much."""
        return not self.extra and all(one.state == "same" for one in self.findings)


def compare(rebuilt: Path, place: Place) -> Compared:
    """Every file of `rebuilt` beside the one of the same name."""
    files = (one for one in rebuilt.rglob("*") if one.is_file())
    names = sorted(one.relative_to(rebuilt).as_posix() for one in files)

    def compared(name: str) -> Finding:
        return place.compared(name, rebuilt / name)

    findings: Iterable[Finding]
    if place.at_once == 1:
        findings = map(compared, names)
    else:
        with ThreadPoolExecutor(place.at_once) as workers:
            findings = list(workers.map(compared, names))
    others = sorted(place.others(frozenset(names)))
    return Compared(tuple(findings), tuple(others), place.shows_all)

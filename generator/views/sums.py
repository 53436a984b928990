"""Turns the whole registry into small sums: which pages there are, and what figures count."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

from generator import collector, statistics
from generator.registry import Registry
from generator.turns import FEWEST, meanwhile
from generator.views.counting.whole import Counted, counts
from generator.views.standing import Standing, Tally, tally
from generator.views.survey_groups import comunas_of, rubros_of, sectors_of

T = TypeVar("T")
Members = Mapping[str, Sequence[Standing]]


class Holder(Protocol):
    """What has sums by name."""

    def summed(self, name: str) -> Any:
        """One of them."""


class Summed(Generic[T]):
    """A sum, as an attribute of what has it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, of: Holder, kind: type) -> T:
        """The sum of this name."""
        found: T = of.summed(self._name)
        return found


class Sums:
    """The sums by name, each group worked out when first asked for.

    `rubros` and `sectors` are those that agreements name. `of_all` gives what is counted, and the
    elements that adhered to each agreement by its id; whoever counts asks for it.
    """

    def __init__(
        self,
        registry: Registry,
        rubros: frozenset[str],
        sectors: frozenset[str],
        of_all: Callable[[], tuple[Counted, Members]],
    ) -> None:
        self._registry, self._rubros, self._sectors = registry, rubros, sectors
        self._of_all = of_all
        self._wait: Callable[[], Mapping[str, Any]] = self._counts

    def __getitem__(self, name: str) -> Any:
        """One of them; whoever plans pages need not wait for the counts."""
        return self._named[name] if name in self._named else self._counted[name]

    @property
    def all(self) -> Mapping[str, Any]:
        """All of them."""
        return {**self._named, **self._counted}

    @contextmanager
    def counted_aside(self) -> Iterator[None]:
        """Another process counts meanwhile, unless that is done before one has got going."""
        if len(self._registry.companies) < FEWEST:
            yield
            return
        with meanwhile(self._counts) as self._wait:
            yield

    @cached_property
    def _named(self) -> Mapping[str, frozenset[str]]:
        """Trades, sectors and comunas that any published record names: those with a page."""
        registry = self._registry
        return {
            "named_rubros": frozenset({*self._rubros, *rubros_of(registry)}),
            "named_sectors": frozenset({*self._sectors, *sectors_of(registry)}),
            "named_comunas": frozenset(comunas_of(registry)),
        }

    @cached_property
    def _counted(self) -> Mapping[str, Any]:
        return self._wait()

    def _counts(self) -> Mapping[str, Any]:
        with collector.at_rest():
            whole, members = self._of_all()
            figures = {f"figura:{name}": held for name, held in counts(whole).items()}
            return {"tally": tally(whole.standings), **figures, **dict(_small(whole, members))}


def _small(whole: Counted, members: Members) -> Iterator[tuple[str, Any]]:
    yield "titulares", statistics.figures(whole.registry, whole.day)
    yield "regiones", _by_region(whole.standings)
    for id, each in members.items():
        yield f"acuerdo:{id}", tally(each) if each else None


def _by_region(standings: Sequence[Standing]) -> Mapping[str, Tally]:
    found: defaultdict[str, list[Standing]] = defaultdict(list)
    for one in standings:
        found[one.region or ""].append(one)
    return {code: tally(found[code]) for code in sorted(found)}

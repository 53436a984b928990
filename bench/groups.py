"""A stock → figures, in groups of cases that are compared with one another."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bench import cases, environment, ours
from bench.measure import Command
from bench.rounds import Case, Costs, Tell, alternating
from bench.stock import Stock

NO_CHANGE, ONE_EDITED = "no change", "one company edited"
CHECK_COLD, CHECK_WARM = "check, cold", "check, warm"
GROWTH = (1_000, 10_000, 100_000)
_SLOW_RUNS = 3
"""Builders that take a minute run once where others run so many times."""


class Wrong(Exception):
    """A build that left a site which does not say what its sources say."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The costs of each case of a group; `missing` says which peers could not run, and why."""

    costs: Costs
    missing: Mapping[str, str] = field(default_factory=dict)


def cold(stock: Stock, runs: int, tell: Tell) -> Figures:
    """Ours, Hugo in two ways, and the floor."""
    return _side_by_side(
        stock,
        [cases.build, cases.pages, cases.records, cases.floor],
        {cases.HUGO_FILES: cases.hugo_with_files, cases.HUGO_JSON: cases.hugo_with_json},
        runs,
        tell,
    )


def slow(stock: Stock, runs: int, tell: Tell) -> Figures:
    """Ours beside MkDocs and Zensical, a third as often."""
    peers = {cases.MKDOCS: cases.mkdocs_with_scripts, cases.ZENSICAL: cases.zensical}
    return _side_by_side(stock, [cases.build], peers, -(-runs // _SLOW_RUNS), tell)


def _side_by_side(
    stock: Stock,
    own: Sequence[Callable[[Stock], Case]],
    peers: Mapping[str, Callable[[Stock], Case]],
    runs: int,
    tell: Tell,
) -> Figures:
    missing = {name: environment.missing(cases.PEER_OF[name]) for name in peers}
    made = [make for name, make in peers.items() if not missing[name]]
    found = alternating([make(stock) for make in (*own, *made)], runs, tell)
    return Figures(found, {name: why for name, why in missing.items() if why})


def again(stock: Stock, runs: int, tell: Tell) -> Figures:
    """A site that is there already: nothing changed, and one company renamed."""
    warm, out, change = stock.project(), stock.room("again"), ours.edit(stock.registry)
    names = (f"Nombre Cambiado {number} SpA" for number in range(1, runs + 1))
    now: list[str] = []

    def renamed() -> Command:
        now[:] = [next(names)]
        change.rename(now[0])
        return warm.build(out)

    def is_known() -> None:
        if not change.is_in(out, now[0]):
            raise Wrong(f"{change.page} does not say {now[0]}")

    alternating([Case("first", lambda: warm.build(out))], 1, tell)
    steps = [Case(NO_CHANGE, lambda: warm.build(out)), Case(ONE_EDITED, renamed, is_known)]
    return Figures(alternating(steps, runs, tell))


def check(stock: Stock, runs: int, tell: Tell) -> Figures:
    """The check alone, without a cache and right after."""
    last: list[ours.Project] = []

    def anew() -> Command:
        last[:] = [stock.project()]
        return last[0].check()

    steps = [Case(CHECK_COLD, anew), Case(CHECK_WARM, lambda: last[0].check())]
    return Figures(alternating(steps, runs, tell))


def growth(stock: Stock, runs: int, tell: Tell) -> Figures:
    """Ours at three sizes, whatever the size asked for; once each."""
    del runs
    found: Costs = {}
    for companies in GROWTH:
        of_size = Stock(companies, stock.work)
        case = Case(f"{companies}", cases.build(of_size).ready)
        found |= alternating([case], 1, tell)
    return Figures(found)


GROUPS: Mapping[str, Callable[[Stock, int, Tell], Figures]] = {
    "check": check,
    "again": again,
    "cold": cold,
    "slow": slow,
    "growth": growth,
}
"""Every group by the name that `--only` takes, cheap ones first."""

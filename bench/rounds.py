"""Cases → their costs, run in turn A B C A B C, so that a machine's moods meet all alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from bench.measure import Command, Cost, cost

Ready = Callable[[], Command]
"""What has to be done before a run, untimed; gives the command to time."""
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Case:
    """Something to measure, by name; `then` looks at what a run left, untimed."""

    name: str
    ready: Ready
    then: Callable[[], None] = lambda: None


Costs = dict[str, list[Cost]]


def alternating(cases: Sequence[Case], runs: int, tell: Tell) -> Costs:
    """Every case once in each round."""
    found: Costs = {case.name: [] for case in cases}
    for number in range(1, runs + 1):
        for case in cases:
            once = cost(case.ready())
            case.then()
            found[case.name].append(once)
            tell(f"{number}/{runs} {case.name}: {once.wall:.2f} s, {once.pss:.0f} MiB")
    return found


def middle(values: Sequence[float]) -> str:
    """Median, with the least and the most where there are several."""
    if len(values) == 1:
        return _short(values[0])
    return f"{_short(median(values))} [{_short(min(values))}–{_short(max(values))}]"


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    """Ours to theirs, round by round: what both met of the machine falls out."""
    return [a / b for a, b in zip(ours, theirs, strict=True)]


def _short(value: float) -> str:
    return f"{value:.2f}" if value < 100 else f"{value:.0f}"

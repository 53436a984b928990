"""Cases in turn, and what is told of their figures."""

import sys
from pathlib import Path

import pytest

from bench import cases, groups, results
from bench.measure import Command, Cost
from bench.rounds import Case, alternating, middle, ratios
from bench.workshop import NoRoom, workshop


def spent(wall: float, pss: float = 100) -> Cost:
    return Cost(wall, wall, pss, pss, 1, 1)


def test_cases_take_turns(tmp_path: Path) -> None:
    """A B A B, each made ready before its run and looked at after it."""
    order: list[str] = []

    def ready(name: str) -> Command:
        order.append(name)
        return Command([sys.executable, "-c", "pass"], tmp_path)

    both = [Case(name, lambda name=name: ready(name), lambda: order.append("-")) for name in "ab"]
    found = alternating(both, 2, lambda _: None)

    assert order == ["a", "-", "b", "-", "a", "-", "b", "-"]
    assert [len(rows) for rows in found.values()] == [2, 2]


def test_figures_are_a_median_between_two_ends() -> None:
    """One run stands alone; several show how far they lie apart."""
    assert middle([1.234]) == "1.23"
    assert middle([3, 1, 2]) == "2.00 [1.00–3.00]"
    assert ratios([1, 4], [2, 2]) == [0.5, 2]


def test_targets_are_judged() -> None:
    """A ratio is that of the same round, and says whether its target is met."""
    costs = {
        cases.OURS: [spent(2, 40), spent(4, 60)],
        cases.HUGO_FILES: [spent(4), spent(4)],
        cases.HUGO_JSON: [spent(1), spent(2)],
    }

    told = list(results.verdicts("chile", "cold", costs))

    assert any(f"to {cases.HUGO_FILES}: wall 0.75" in one and one.endswith(" met") for one in told)
    assert any(f"to {cases.HUGO_JSON}: wall 2.00" in one and "**not met**" in one for one in told)
    assert any("memory 0.50" in one and one.endswith(": met") for one in told)


def test_everything_is_judged_by_the_pages_alone() -> None:
    """What shows the seal may cost half as much again as all pages, and no more."""
    told = list(
        results.verdicts("chile", "cold", {cases.OURS: [spent(5)], cases.PAGES: [spent(1.9)]})
    )

    assert any("alone: wall 2.63" in one and "target 2.5: **not met**" in one for one in told)


def test_each_kind_of_file_tells_its_cost(tmp_path: Path) -> None:
    """Seconds over files; what has no folder of its own has no count."""
    entry = {"day": "2026-11-23", "files": 20, "rows": [["qr", 0.002, 10], ["prosa", 0.5, 0]]}
    page = results.page(results.add(tmp_path / "kept.json", "1000", "kinds", entry), [])

    assert "| qr | 0.00 | 10 | 200 |" in page and "| prosa | 0.50 | – | – |" in page


def test_a_missing_peer_is_said_to_be_missing(tmp_path: Path) -> None:
    """Never guessed, and earlier figures of other groups stay."""
    file = tmp_path / "figures.json"
    results.keep(file, "1000", "check", groups.Figures({groups.CHECK_COLD: [spent(1)]}), "2026")
    missing = groups.Figures({cases.OURS: [spent(1)]}, {cases.ZENSICAL: "no wheel"})

    page = results.page(results.keep(file, "1000", "slow", missing, "2026"), ["- a machine"])

    assert f"{cases.ZENSICAL} is missing: no wheel" in page
    assert groups.CHECK_COLD in page and "- a machine" in page


def test_nothing_is_deleted_before_the_end(tmp_path: Path) -> None:
    """Every folder is new, and all go together."""
    with workshop(tmp_path / "work") as work:
        one, other = work.fresh("site"), work.fresh("site")
        one.mkdir()
        assert one != other and not other.exists()
        with pytest.raises(NoRoom):
            work.need(10**18)
    assert not (tmp_path / "work").exists()

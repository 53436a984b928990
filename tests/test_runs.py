"""Runs: what neighbours add to a file of all is one portion."""

from itertools import chain
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from generator.portions import Portions
from generator.reads import Reads
from generator.runs import LENGTH, portions_of_runs, runs

IDS = st.lists(st.from_regex(r"[a-z0-9]{1,4}", fullmatch=True), unique=True, max_size=300)


@given(IDS, st.integers(0, 299))
def test_an_id_less_changes_its_own_run_only(ids: list[str], place: int) -> None:
    """All others are the same, so that what was kept of them still serves."""
    ids.sort()
    less = [id for at, id in enumerate(ids) if at != place]
    before, after = list(runs(ids)), list(runs(less))

    assert list(chain.from_iterable(before)) == ids
    assert list(chain.from_iterable(after)) == less
    assert sum(run not in after for run in before) <= 2
    assert sum(run not in before for run in after) <= 2


def test_runs_are_about_as_long_as_they_should_be() -> None:
    """Neither so short that keeping them apart costs, nor so long that an edit does."""
    chance = Random(1)
    ids = [f"empresa-{chance.randrange(10**9)}" for _ in range(100 * LENGTH)]

    assert 70 < len(list(runs(ids))) < 140


def test_runs_come_to_the_maker_as_they_went() -> None:
    """Whatever an id holds but the sign between them, and in order."""
    ids = [f"n{n}\nÑandú, S.A." for n in range(3 * LENGTH)]

    found = portions_of_runs(Portions(Reads()), "prueba", ids, list)

    assert list(chain.from_iterable(found)) == ids
    assert len(found) > 1

"""Sums over everything, counted by another process meanwhile."""

import os

import pytest

from generator import turns
from generator.views import sums
from tests.sample import adhesion, certificate, company, element, published, seal
from tests.view_bodies import survey

REGISTRY = published(company(element(adhesion(certificate()))), seals={"uno": seal()})


def test_another_process_counts_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever counts, the sums are equal; which pages there are is known without waiting."""
    here, aside, at = survey(REGISTRY), survey(REGISTRY), os.getpid()
    expected = here.sums
    count = sums.counts

    def elsewhere(whole: sums.Counted) -> object:
        assert os.getpid() != at
        return count(whole)

    monkeypatch.setattr(sums, "FEWEST", 1)
    monkeypatch.setattr(turns, "processors", lambda: 2)
    monkeypatch.setattr(sums, "counts", elsewhere)
    with aside.counting_aside():
        assert aside.named_comunas == here.named_comunas
        found = aside.sums
    assert found == expected
    assert aside.tally == here.tally


def test_a_count_that_fails_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that cannot count never leaves a sum out."""

    def failing(whole: sums.Counted) -> object:
        raise LookupError(str(whole.day))

    monkeypatch.setattr(sums, "FEWEST", 1)
    monkeypatch.setattr(turns, "processors", lambda: 2)
    monkeypatch.setattr(sums, "counts", failing)
    of = survey(REGISTRY)
    with pytest.raises(LookupError), of.counting_aside():
        assert of.sums

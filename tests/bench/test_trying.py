"""The figures of what was tried: README and method page tell them as they were measured."""

from pathlib import Path

import pytest

from bench import trying
from bench.faults.trials import TRIALS

KNOWN = trying.kept()


def test_everything_was_tried_and_nothing_was_lost() -> None:
    """Each bench and each kind of fault has figures; who tells of them may say “none”."""
    assert {"faults", "fuzz", "hostile", "pages"} <= KNOWN.keys()
    assert TRIALS.keys() <= KNOWN["faults"].keys()
    assert trying.lost(KNOWN) == 0
    assert KNOWN["pages"].keys() >= {"axe", "html", "links"}


def test_the_readme_tells_the_measured_figures() -> None:
    """Word by word, from the file that the benches write."""
    text = trying.README.read_text(encoding="utf-8")

    assert [line for line in trying.english(KNOWN) if line not in text] == []


def test_the_method_page_tells_the_measured_figures() -> None:
    """The same in Spanish."""
    text = trying.METHOD.read_text(encoding="utf-8")

    assert [line for line in trying.spanish(KNOWN) if line not in text] == []


def test_a_loss_is_counted() -> None:
    """One build that was not survived, and README and page may not be written."""
    faults = {**KNOWN["faults"], "kill": {"tried": 3, "survived": 2}}

    assert trying.lost({**KNOWN, "faults": faults}) == 1


def test_a_noted_run_replaces_the_last_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of its own bench, with its day; others stay."""
    monkeypatch.setattr(trying, "KEPT", tmp_path / "trying.json")
    trying.note("fuzz", {"executions": 1})
    trying.note("hostile", {"values": 2})
    trying.note("fuzz", {"executions": 3})

    found = trying.kept()
    assert found["fuzz"]["executions"] == 3 and found["hostile"]["values"] == 2
    assert len(found["fuzz"]["day"]) == len("2026-11-23")

"""The bench of faults: it counts what it tries, and sees what goes wrong."""

import json
import random
from pathlib import Path

import pytest

from bench.faults import __main__ as faults
from bench.faults import trials, yard
from bench.faults.yard import Yard
from generator import placing


@pytest.mark.slow
def test_faults_are_tried_and_counted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The figures are JSON, and a wrong is told and counted as none survived."""
    words = ["--kills", "1", "--others", "1", "--companies", "3", "--only", "kill at the swap"]
    monkeypatch.setattr("sys.argv", ["bench.faults", *words, "unreadable"])
    monkeypatch.setattr(yard, "DAYS", yard.DAYS[:1])
    monkeypatch.setitem(faults.TRIALS, "unreadable", _spoiled)

    code = faults.main()

    told = capsys.readouterr()
    figures = json.loads(told.out)
    assert figures["kill at the swap"] == {"tried": 1, "survived": 1}
    assert figures["unreadable"] == {"tried": 1, "survived": 0}
    assert code == 1
    assert "unreadable, 0: half-written: index.html" in told.err
    assert "unreadable, 0: files of two states, and no note of it" in told.err
    assert "the next build is" not in told.err


def _spoiled(place: Yard, chance: random.Random) -> list[str]:
    """What no build of ours leaves."""
    page: Path = place.out / "index.html"
    page.write_bytes(page.read_bytes()[:-1])
    assert not placing.is_unfinished(place.out)
    return [*place.faults(), *trials._next_is_right(place, chance)]

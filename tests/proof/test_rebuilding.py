"""A site is rebuilt with the words that made it."""

from datetime import date
from pathlib import Path

import pytest

from generator.proof import rebuilding
from generator.proof.checkout import Copy
from generator.proof.claim import Claim
from generator.sources import ENGINES, Engine, Sources


@pytest.mark.parametrize("engine", ENGINES)
def test_an_unusual_engine_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Engine
) -> None:
    """The usual one is not: the program of an older commit does not know the option."""
    said: list[str] = []
    monkeypatch.setattr(rebuilding, "_run", lambda words, _: said.extend(words))
    sources = Sources(*(tmp_path / name for name in ("registry", "content", "templates", "x.yml")))
    copy = Copy(tmp_path.resolve(), tmp_path / "copy")

    made = Claim("0" * 40, date(2026, 11, 23), offline=False, engine=engine)
    rebuilding.rebuild(sources, copy, made, tmp_path / "out")

    asked = [word for word in said if word.startswith("--engine")]
    assert asked == ([] if engine == ENGINES[0] else ["--engine=zensical"])

"""A look at a site by a process of its own, against one taken here."""

import os
from pathlib import Path

import pytest

from generator import looking
from generator.site_state import outputs_digest


@pytest.fixture(params=["here", "apart"])
def fewest(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "FEWEST", 1 if request.param == "apart" else 1000)


@pytest.mark.usefixtures("fewest")
def test_both_looks_see_what_is_there(tmp_path: Path) -> None:
    """The first what was found, the second what has become of it, also of what came and went."""
    names = ["a.html", "x/b.html", "x/y/c.html"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    seen = looking.look(str(tmp_path), names)

    assert seen.digest() == outputs_digest(str(tmp_path), names)
    (tmp_path / "a.html").write_text("longer than before")
    (tmp_path / "new").mkdir()
    (tmp_path / "new/d.html").write_text("d")
    os.unlink(tmp_path / "x/b.html")
    now = ["a.html", "new/d.html", "x/y/c.html"]
    again = seen.again(["a.html", "x/b.html", "new/d.html"])
    assert again() == outputs_digest(str(tmp_path), now)
    seen.close()


@pytest.mark.usefixtures("fewest")
def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """By an empty answer, to the second question too."""
    seen = looking.look(str(tmp_path), ["a.html"])

    assert seen.digest() == seen.again(["a.html"])() == ""
    seen.close()


@pytest.mark.usefixtures("fewest")
def test_a_look_can_be_given_up(tmp_path: Path) -> None:
    """Nobody waits for it."""
    looking.look(str(tmp_path), ["a.html"]).close()

"""What tells a site's folder from any later state of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.file_states import digest
from generator.site_state import Outputs, looks, outputs_digest, parts

NAMES = ["index.html", "c/x", "c/d/y"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def test_parts_of_a_look_make_a_whole(site: Path) -> None:
    """Whoever takes them, in the order given; the order of names does not matter."""
    found = [look() for look in looks(str(site), parts(NAMES))]

    assert digest(found) == outputs_digest(str(site), NAMES[::-1])
    assert len(set(found)) == len(found) == 6


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file is edited": lambda site: (site / "c/x").write_text("longer"),
    "a file came": lambda site: (site / "c/d/z").write_text(""),
    "a folder came": lambda site: (site / "e").mkdir(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen(site: Path, change: Callable[[Path], object]) -> None:
    """In the root and in the depth."""
    before = outputs_digest(str(site), NAMES)
    change(site)

    assert outputs_digest(str(site), NAMES) != before


def test_a_file_that_went_is_an_error(site: Path) -> None:
    """There is no state of what is not there."""
    (site / "c/x").unlink()

    with pytest.raises(FileNotFoundError):
        outputs_digest(str(site), NAMES)


def test_what_was_touched_alone_is_looked_at_again(site: Path) -> None:
    """The state after some writes is the one that a whole new look finds."""
    outputs = Outputs(str(site), NAMES)
    (site / "index.html").write_text("longer than before", encoding="utf-8")
    (site / "c/d/y").unlink()
    (site / "c/d").rmdir()
    (site / "f").mkdir()
    (site / "f/z").write_text("new", encoding="utf-8")
    outputs.touch(["index.html", "c/d/y", "f/z"])

    assert outputs.digest() == outputs_digest(str(site), ["c/x", "f/z", "index.html"])

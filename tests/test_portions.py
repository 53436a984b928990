"""Portions: what each record adds to a file of all of them, kept from build to build."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.portions import Portions, Stamp
from generator.reads import ANYTHING, Reads, Watched
from generator.store import Keeper


class Desk:
    """A small index, and portions that double what it holds, noting whose are made."""

    def __init__(self, folder: Path | None, numbers: dict[str, int]) -> None:
        self.reads = Reads()
        self.numbers = Watched(numbers, "numbers", self.reads)
        self.keeper = Keeper(folder, "owner", "program") if folder else None
        self.made: list[str] = []

    def double(self, stamps: Iterable[Stamp] = (), changed: Iterable[str] = ()) -> list[int]:
        """Each number twice."""
        names = list(self.numbers)
        self.made = []
        self.portions = Portions(self.reads, self.keeper, dict(stamps), frozenset(changed))
        return self.portions.of("double", names, self._double)

    def _double(self, name: str) -> int:
        self.made.append(name)
        return 2 * self.numbers[name]


def test_only_what_has_changed_is_made_again(tmp_path: Path) -> None:
    """The others are those that were kept, in the order asked for."""
    first = Desk(tmp_path, {"a": 1, "b": 2, "c": 3})
    assert first.double() == [2, 4, 6]
    stamps = first.portions.taken()

    later = Desk(tmp_path, {"a": 1, "b": 20, "d": 4})
    assert later.double(stamps, ["numbers:b", "numbers:c", "numbers:d"]) == [2, 40, 8]
    assert later.made == ["b", "d"]


def test_few_changes_are_kept_beside_the_rest(tmp_path: Path) -> None:
    """The file of all is not written again, and a chain of edits gives what making all gives."""
    numbers = {f"n{n}": n for n in range(20)}
    desk = Desk(tmp_path, numbers)
    desk.double()
    stamps, whole = desk.portions.taken(), (tmp_path / "owner.double").read_bytes()
    for number in range(4):
        numbers[f"n{number}"] = 100 + number
        found = desk.double(stamps, [f"numbers:n{number}"])
        stamps = desk.portions.taken()

        assert found == [2 * one for one in numbers.values()]
        assert desk.made == [f"n{number}"]
        assert (tmp_path / "owner.double").read_bytes() == whole
    (tmp_path / "owner.double").write_bytes(b"")
    assert desk.double(stamps) == [2 * one for one in numbers.values()]
    assert len(desk.made) == 20


def test_whoever_asks_depends_on_anything(tmp_path: Path) -> None:
    """And not on the thousands of names that the portions were made from."""
    desk = Desk(tmp_path, {"a": 1})
    _, reads = desk.reads.collect(desk.double)

    assert reads == {ANYTHING, "numbers:*"}  # the desk asks for the names itself


@pytest.mark.parametrize("stamps", [(), (("double", "another"),), (("other", "x"),)])
def test_only_portions_with_the_stamp_are_taken(tmp_path: Path, stamps: tuple[Stamp, ...]) -> None:
    """Those of a build that was not finished, or of another site, are as old as nobody knows."""
    Desk(tmp_path, {"a": 1}).double()

    later = Desk(tmp_path, {"a": 5})
    assert later.double(stamps) == [10]
    assert later.made == ["a"]


def test_without_a_cache_all_are_made() -> None:
    """Each time."""
    desk = Desk(None, {"a": 1, "b": 2})

    assert desk.double() == desk.double() == [2, 4]
    assert desk.made == ["a", "b"]
    assert desk.portions.taken() == ()

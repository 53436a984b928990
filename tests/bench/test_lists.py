"""The lists that are pasted when /verificar/ is measured."""

from pathlib import Path

import pytest

from bench.lists import lists


@pytest.mark.slow
def test_each_kind_of_question_has_its_list(site: Path) -> None:
    """As long as asked for, or as the register goes; the same each time."""
    found = lists(site, 20)

    assert found == lists(site, 20)
    assert {len(asked) for asked in found.values()} == {20}
    assert all("-" in one for one in found["RUTs"] + found["codes"])
    assert found["mistyped names"] != found["names"]
    assert len(lists(site, 10_000)["names"]) < 300

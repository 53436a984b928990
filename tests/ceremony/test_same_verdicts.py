"""The page of a ceremony decides every row as `apl import` does."""

import pytest

from tests.ceremony import corpus
from tests.ceremony.copies import in_browser, in_terminal
from tests.sheets.small_register import Desk, desk

__all__ = ["desk"]


@pytest.mark.parametrize("separator", ["\t", ";"])
def test_every_row_has_the_same_verdict(browser, desk: Desk, separator):
    """New, changed, the same or refused: more than a hundred rows, each for the same reason."""
    pasted = corpus.pasted(separator)

    ours = in_terminal(desk, pasted)["rows"]
    theirs = in_browser(browser, desk.registry, pasted)["rows"]

    assert len(ours) == len(theirs) == len(corpus.TRAPS) > 100
    found = [
        (trap, one["state"], other["state"], [m["code"] for m in one["messages"]], other["codes"])
        for trap, one, other in zip(corpus.TRAPS, ours, theirs, strict=True)
        if one["state"] != other["state"] or one["row"] != other["row"]
    ]
    assert found == []

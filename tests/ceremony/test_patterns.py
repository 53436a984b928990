"""Patterns of Python's in JavaScript's writing match what they matched."""

import re

import pytest

from generator.ceremony.patterns import in_javascript
from generator.ceremony.script import table
from tests.tabs import tab


@pytest.mark.parametrize(
    ("source", "written"),
    [
        (r"(?P<y>\d{4})[-/. ]", r"(?<y>\p{Nd}{4})[-/. ]"),
        (r"[^\W\d_]{2,}", r"[\p{L}\p{Nl}\p{No}]{2,}"),
        (r"\w[\w-]*", r"[\p{L}\p{N}_][\p{L}\p{N}_-]*"),
        ("[\\ud800-\\udfff\\U0001d173-\\U000e0fff]", "[\\ud800-\\udfff\\u{1d173}-\\u{e0fff}]"),
        (r"""["']x""", """["']x"""),
    ],
)
def test_classes_and_groups(source, written):
    """Names of groups, classes of letters and long escapes are JavaScript's own."""
    assert in_javascript(re.compile(source)) == [written, "u"]


def test_every_pattern_of_the_script_is_one(browser):
    """The browser can read them all."""
    with tab(browser) as page:
        patterns = [[name, *one] for name, one in table()["patterns"].items()]
        wrong = page.evaluate(
            "all => all.filter(([, s, f]) => { try { new RegExp(s, f); } catch { return true; } })",
            patterns,
        )
    assert wrong == []

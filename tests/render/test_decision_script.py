"""Expectations of the decision table as the browser gets it."""

import json
import re

from generator.decision import TABLE
from generator.render.decision_script import script, table
from generator.state_tests import CERTIFICATE_TESTS


def test_the_module_exports_one_constant():
    """What the browser imports is the table and nothing else."""
    text = script()
    body = text.split("export const DECISIONS = ")[1].removesuffix(";\n")

    assert re.findall(r"^export", text, re.MULTILINE) == ["export"]
    assert json.loads(body) == table()


def test_every_row_and_test_is_there_in_order():
    """The browser decides by the same rows and the same tests, in the same order."""
    rows = table()["rows"]

    assert {subject: [row["id"] for row in found] for subject, found in rows.items()} == {
        subject: [row.id for row in found] for subject, found in TABLE.items()
    }
    assert [one[0] for one in table()["tests"]["certificado"]] == [
        t.state for t in CERTIFICATE_TESTS
    ]


def test_months_are_named_in_both_languages():
    """Twelve months, in the words that pages use."""
    months = table()["months"]

    assert (months["es"][8], months["en"][8]) == ("septiembre", "September")
    assert len(months["es"]) == len(months["en"]) == 12

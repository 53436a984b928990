"""Expectations of the decision table as the browser gets it."""

import json
import re

from generator.arguments import ROOT
from generator.decision import TABLE
from generator.render.assets import join
from generator.render.decision_script import MODULE, OF_RECORDS, script, table
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


def test_the_script_of_older_pages_has_the_rows_that_it_asks_for():
    """Rows that only answer questions come with the script that asks them."""
    entry = ROOT / "templates/assets/guiones/vivo.js"
    made = {ROOT / "templates/assets" / MODULE: script(OF_RECORDS)}
    text = join(entry, {path.resolve(): module for path, module in made.items()})

    asked = set(re.findall(r'decideRow\("(\w+)"', text)) | set(
        re.findall(r"rows\.(\w+)\.filter", text)
    )
    assert asked == set(OF_RECORDS) == table(OF_RECORDS)["rows"].keys()
    assert asked < table()["rows"].keys()


def test_months_are_named_in_both_languages():
    """Twelve months, in the words that pages use."""
    months = table()["months"]

    assert (months["es"][8], months["en"][8]) == ("septiembre", "September")
    assert len(months["es"]) == len(months["en"]) == 12

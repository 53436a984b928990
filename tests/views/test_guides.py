"""The list of rules and the published decision table."""

import re

from generator.decision import rows
from generator.messages import CATALOGUE
from generator.views import decisions_view, rules_guide
from tests.view_bodies import fragment, told


def test_every_rule_has_its_line():
    """Code, level and message of each diagnostic, once, with an anchor to quote."""
    html = fragment(rules_guide.slot())

    for code in CATALOGUE:
        assert html.count(f'id="{code}"') == 1, code


def test_what_changes_from_case_to_case_is_an_ellipsis():
    """No template's braces reach the reader."""
    said = told(fragment(rules_guide.slot()))

    assert not re.search(r"\{\w+\}", said)
    assert "APL020 error falta la clave «…»" in said


def test_every_rule_has_its_reason_and_examples():
    """Why it exists, a file that breaks it and one that keeps it, as `apl explain` tells them."""
    html = fragment(rules_guide.slot())
    said = told(html)

    assert html.count("<summary>Por qué, y un ejemplo</summary>") == len(CATALOGUE)
    assert "La comuna ubica la instalación en el mapa y en las listas." in said
    assert 'Mal, empresas/laguna.yaml: ciiu: "1030" comuna: "7101"' in said


def test_rules_stand_by_kind():
    """Form first, the site's own last."""
    titles = [part.title for part in rules_guide.parts()]

    assert titles[0].startswith("La forma") and titles[-1].startswith("Los textos")


def test_every_row_of_the_decision_table_is_published():
    """Each with when, word, sentence and an anchor; stand-ins where a case has its facts."""
    html = fragment(decisions_view.slot())
    said = told(html)

    for row in rows():
        assert f'id="{row.id}"' in html
        assert " ".join(row.case.split()) in said
    assert "‹último día›" in said and "{" not in said

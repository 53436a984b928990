"""How far the register's lists go, in words."""

import pytest

from generator.views.agreement_lists import all_slot
from generator.views.coverage import coverage
from tests.sample import agreement, published, rolls
from tests.view_bodies import fragment, survey, told

COMPLETE = agreement(nominas=rolls("completa"))
PAST = agreement(nominas=rolls("completa", al="2026-11-20"))
PARTIAL = agreement(nominas=rolls("parcial"))
NONE = agreement()
NOT_YET = agreement(estado="propuesta")


def said(*agreements):
    registry = published(agreements={f"a{n}": one for n, one in enumerate(agreements)})
    text = told(fragment(all_slot(survey(registry))))
    return text[text.index("no se suman.") + len("no se suman. ") :]


@pytest.mark.parametrize(
    ("agreements", "words"),
    [
        ((COMPLETE, COMPLETE), "tiene completa la nómina de certificados de todos sus acuerdos."),
        (
            (COMPLETE, PAST, PAST, PARTIAL, NONE),
            "De 5 acuerdos, este registro tiene la nómina de certificados solo de algunos: de 1, "
            "completa; de 2, completa hasta un día anterior; de 1, en parte. Lo que falta aquí "
            "puede existir.",
        ),
        (
            (NONE, {**COMPLETE, "ejemplo": True}, {**PARTIAL, "ejemplo": True}, PARTIAL),
            "De 4 acuerdos (2 de ejemplo), este registro tiene la nómina de certificados solo de "
            "algunos: de 1 de ejemplo, completa; de 2 (1 de ejemplo), en parte.",
        ),
        ((NONE,), "aún no tiene la nómina de certificados de ningún acuerdo."),
        ((NOT_YET,), "aún no tiene acuerdos en los que se pueda participar."),
    ],
)
def test_the_sentence_says_how_far_the_lists_go(agreements, words):
    """Complete, complete for an earlier day, in part or not at all; never a bare number."""
    assert words in said(*agreements)


def test_agreements_that_nobody_can_have_joined_are_not_asked():
    """A proposal has no list to be missing."""
    registry = published(agreements={"a": COMPLETE, "b": NOT_YET})

    assert coverage(survey(registry), "seals").is_whole
